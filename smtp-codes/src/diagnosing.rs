//! Why was it refused? How the codes, the provider and the text of a reply are read together.
//!
//! This page is all that the module has. [`Reply::diagnosis`] and [`FoundCodes::diagnosis`] do what it says.
//!
//! The codes alone answer seldom: `550 5.7.1` is sent for more than a dozen reasons. The rest is in the text, "blocked
//! using zen.spamhaus.org", "User unknown", "over quota". A diagnosis is for reports, statistics and support. Anybody can
//! write any text, so a text never decides what a client does: [`Reply::action`] takes it from the codes.
//!
//! ```
//! use smtp_codes::{Evidence, Party, Reply, Scope};
//!
//! let (reply, _) = Reply::parse(
//!     b"550-5.7.1 Mail from 192.0.2.9 was refused:\r\n\
//!       550 5.7.1 it is listed in Spamhaus PBL\r\n",
//! )?;
//! let why = reply.diagnosis();
//! let reason = why.reason().expect("the text names a blocklist");
//! println!("{}: {}", reason.name(), reason.description());
//! for evidence in why.evidence() {
//!     match evidence {
//!         Evidence::Meaning(meaning) => println!("its provider means: {meaning}"),
//!         Evidence::Codes => println!("{} says so", reply.codes()),
//!         Evidence::Sign(sign) => println!("the text has \"{sign}\""),
//!         other => println!("{other:?}"),
//!     }
//! }
//! // Who can act, and what that party does about such a reply.
//! let party = match why.scope() {
//!     Some(Scope::Client | Scope::Sender | Scope::Network) => Party::SenderPostmaster,
//!     Some(Scope::Message | Scope::Recipient | Scope::RecipientDomain) => Party::Sender,
//!     Some(Scope::Auth) => Party::Sender,
//!     Some(Scope::Envelope | Scope::Protocol) => Party::Developer,
//!     _ => Party::RecipientPostmaster,
//! };
//! println!("{}", reason.remediation());
//! let known = reply.code().known().expect("550 is in the catalogue");
//! for step in known.steps().iter().filter(|step| step.party() == party) {
//!     println!("{}: {}", party.name(), step.text());
//! }
//! assert_eq!(reason.as_str(), "blocklisted");
//! assert!(why.evidence().eq([Evidence::Sign("listed in")]));
//! assert_eq!(party, Party::SenderPostmaster);
//! # Ok::<(), smtp_codes::ReplyError>(())
//! ```
//!
//! # Signs
//!
//! Each [`Reason`] has [`signs`](crate::Reason::signs): words of a text that tell it. All of them are lines of the
//! catalogue, so anybody can check them. A text is compared word by word:
//!
//! * Letters, digits and all bytes above 0x7F make a word. A dot or an apostrophe belongs to it between two of them, as in
//!   `isn't` and `192.0.2.9`. Everything else separates words, so `over-quota` is `over quota`. Capitals do not count.
//! * ` * ` stands for up to four words of any kind, but not over the end of a line or a colon. No sign reaches over the end
//!   of a sentence.
//! * An address or a URL is no evidence: `<spam@example.net>` tells nothing.
//! * Where several signs begin at a word, the one that covers the most words counts. What stands in its gap is read too.
//! * The codes at the beginning of a line are left out, so words of a sign that stand side by side may be on two lines.
//!
//! # The order of evidence
//!
//! 1. A 2yz or 3yz reply has no reason. A sign of [`Reason::Unspecified`] ends the search, because such a text says that
//!    nothing certain is known, as "unverified address" does.
//! 2. If a provider is recognised ([`Provider::guess`](crate::Provider::guess)) and has a meaning of its own for the code,
//!    that comes first. If it gives the code several meanings, the codes are not asked and the text decides.
//! 3. Then the signs. Of two reasons one can give way to the other that says what it came from: spam to a blocklist, a login
//!    that failed to a rate limit, and the vague ones (policy, unavailable, system error, protocol error, network) to nearly
//!    every other. If one reason is left, it counts, also where the codes say something else. If two are left, they
//!    contradict each other, and there is no reason unless the codes name one of them. In a text that names the sender,
//!    `HELO` or `EHLO`, a sign that blames the recipient's address needs codes that agree: "the sender's address does not
//!    exist" gives no reason.
//! 4. Codes that no word agrees with count only if they are sure, and not as a protocol error. In a reply without words they
//!    count as they are.
//!
//! The confidence is high if two of provider, codes and text agree, medium if one speaks and nothing contradicts it, and low
//! if something does.
//!
//! # When it condemns the recipient
//!
//! Never for a 4yz reply. Never if the text has a sign of anything but an address, or if the provider means something else.
//! Else if the codes condemn ([`ReplyCodes::condemns_recipient`](crate::ReplyCodes::condemns_recipient)), or if a sign says
//! that the address is wrong, the text does not name the sender, the code is 500, 501, 51y or 55y, and the enhanced status code
//! is missing, about the address or vague. So "550 5.7.1 No such user" condemns, and "550 5.7.1 User unknown or blocked by
//! policy" does not.
//!
//! # What is not told
//!
//! * "mailbox unavailable" alone, which is the text of RFC 5321 for 550. It is sent for unknown addresses and for policy.
//! * "Access denied", "rejected", "blocked" and "try again later" without a word of why.
//! * What stands only in the name of a host or behind a link.
//! * Which of two, if the text says "or".
//!
//! # Figures
//!
//! From 2,536 replies of servers with labels of our own (`tests/facts/refusals.tsv` has them and their sources): how many
//! have the reason, how many got it, and how many of those were right. All sets but kept-8 served to choose the signs, so these
//! figures show that the signs are not in each other's way, and no more.
//!
//! | Reason | Labelled | Given | Right |
//! | --- | --- | --- | --- |
//! | account-disabled | 12 | 10 | 10 |
//! | address-syntax | 34 | 30 | 29 |
//! | auth-mechanism | 11 | 14 | 11 |
//! | auth-required | 42 | 41 | 41 |
//! | auth-temporary | 9 | 8 | 8 |
//! | blocklisted | 237 | 223 | 215 |
//! | content-rejected | 22 | 20 | 18 |
//! | credentials-invalid | 46 | 43 | 43 |
//! | domain-refuses-mail | 10 | 7 | 6 |
//! | domain-unknown | 31 | 30 | 29 |
//! | encryption-required | 18 | 18 | 18 |
//! | expired | 7 | 7 | 7 |
//! | greylisted | 35 | 32 | 31 |
//! | mailbox-full | 99 | 100 | 98 |
//! | malicious-content | 23 | 19 | 19 |
//! | message-auth-failed | 71 | 68 | 68 |
//! | message-malformed | 38 | 33 | 33 |
//! | message-too-large | 37 | 35 | 34 |
//! | network | 24 | 21 | 19 |
//! | policy | 119 | 102 | 97 |
//! | protocol-error | 86 | 81 | 79 |
//! | rate-limited | 105 | 104 | 103 |
//! | recipient-disabled | 91 | 91 | 88 |
//! | recipient-moved | 9 | 9 | 9 |
//! | recipient-unknown | 371 | 355 | 353 |
//! | relay-denied | 104 | 106 | 103 |
//! | reverse-dns | 80 | 81 | 79 |
//! | routing-loop | 20 | 20 | 20 |
//! | sender-rejected | 174 | 165 | 164 |
//! | service-unavailable | 49 | 44 | 41 |
//! | spam | 150 | 146 | 142 |
//! | system-error | 83 | 73 | 72 |
//! | system-storage-full | 13 | 13 | 12 |
//! | too-many-connections | 39 | 38 | 38 |
//! | too-many-recipients | 11 | 11 | 11 |
//! | high |  | 491 | 487 |
//! | low |  | 40 | 40 |
//! | medium |  | 1667 | 1621 |
//! | all | 2310 | 2198 | 2148 |
//! | condemned | 414 | 405 | 402 |
//!
//! The kept sets were gathered and labelled before any of their words was a sign, and counted once. As the signs grew, they
//! gave:
//!
//! | Set | Replies | Of those with a reason, given one | Of those given, right |
//! | --- | --- | --- | --- |
//! | kept-1, with the first signs | 190 | 88 % | 94 % |
//! | kept-5, with the signs of kept-1 to kept-4 | 146 | 84 % | 85 % |
//! | kept-6, with those of kept-5 and no guesses | 69 | 74 % | 93 % |
//! | kept-7, with signs of the form "user * not found" | 76 | 78 % | 92 % |
//! | kept-8, with those of kept-7 | 40 | 88 % | 100 % |
//! | kept-9, with those of kept-8 | 178 | 65 % | 79 % |
//! | kept-10, with those of kept-9 | 217 | 82 % | 95 % |
//! | kept-11, with those of kept-10 | 166 | 87 % | 94 % |
//! | kept-12, with those of kept-11 | 138 | 87 % | 95 % |
//! | kept-13, with those of kept-12 | 203 | 93 % | 95 % |
//! | kept-14, with those of kept-12 | 248 | 92 % | 97 % |
//! | kept-15, with those of kept-14 | 208 | 89 % | 95 % |
//!
//! For kept-9, only texts that the other sets did not have were gathered, from rare and old servers, so it is harder than
//! what arrives in practice. For the others from kept-10 on, all refusals on pages that general searches found were taken as
//! they came, or all that the tests and logs of some programs have. The labellers of the last three had the definitions of
//! the reasons before them, and half of their replies stand word for word in older sets.
//!
//! A label can be wrong as well. Of the 22 wrong answers in the last three sets, 15 are what the labeller had noted as a second
//! label that is as good, and 17 more answers were given to replies whose text tells no reason by their label. Two
//! labellers who did not know of each other gave 197 of the 208 replies of kept-15 the same label. Of those, 182 have a
//! reason: 89 % got one, and 97 % of them the right one.
//!
//! The words of all sets are signs now. On replies of servers that nobody has met, expect a reason for some 90 of 100. By
//! one person's labels some 7 of 100 answers are wrong, an answer where the label is no reason included; 2 of 100 are wrong if
//! the second label counts as well. Rare texts get fewer reasons, and more wrong ones. That the
//! [address is to blame](crate::Diagnosis::condemns_recipient) was said of 192 replies of kept-9 to kept-12 when they were new
//! and was right in 183, and of 118 of the last three and right in 112.
//!
//! [`Reply::diagnosis`]: crate::Reply::diagnosis
//! [`FoundCodes::diagnosis`]: crate::FoundCodes::diagnosis
//! [`Reply::action`]: crate::Reply::action
//! [`Reason`]: crate::Reason
//! [`Reason::Unspecified`]: crate::Reason::Unspecified
