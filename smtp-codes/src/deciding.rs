//! Deciding what to do: the whole table from reply and command to action, and a client's loop.
//!
//! This page is all that the module has. Its tables are compared with what
//! [`Reply::action`](crate::Reply::action) gives, for every command and every number from 200 to 599, by a test.
//!
//! # What it rests on
//!
//! 1. The code decides. Where a client does not know the number, its first digit does
//!    ([RFC 5321 section 4.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.2)), so nothing here depends on
//!    whether the catalogue has the number, and no 4yz or 5yz is ever read as a yes.
//! 2. The command counts as much. One `550` turns a client away, makes it fall back to `HELO`, fails a
//!    recipient or fails a message.
//! 3. The enhanced code says how a refusal is meant, where the last table names it. Its class has no say:
//!    `450 5.1.1` is temporary and `550 4.2.2` is permanent, as they are to Postfix, Exim and `KumoMTA`.
//! 4. A 4yz is no failure before the lifetime of the queue is over, four to five days as a rule
//!    ([RFC 5321 section 4.5.4.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1)). A 5yz fails this
//!    mail; whether the address is bad is another question.
//! 5. Some of it only the client knows: whether there is another host, whether TLS is a must, whether this was
//!    the only recipient. The page of each [`Action`](crate::Action) says what is left to decide, and which
//!    well-known clients and servers do otherwise.
//!
//! # The tables
//!
//! A yes is the same to nearly every command, and so is `503`:
//!
//! | To | 2yz | 3yz | 503 |
//! | --- | --- | --- | --- |
//! | [`DATA`] | [`OutOfStep`] | [`Continue`] | [`OutOfStep`] |
//! | [`AUTH`] | [`Proceed`] | [`Continue`] | [`OutOfStep`] |
//! | [`QUIT`] | [`Ignore`] | [`Ignore`] | [`Ignore`] |
//! | any other | [`Proceed`] | [`OutOfStep`] | [`OutOfStep`] |
//!
//! A refusal is not:
//!
//! | To | 421 | other 4yz | other 5yz |
//! | --- | --- | --- | --- |
//! | [`CONNECT`], [`HELO`], [`LHLO`] | [`TryNextHost`] | [`TryNextHost`] | [`TryNextHost`] |
//! | [`EHLO`] | [`TryNextHost`] | [`TryNextHost`] | [`FallBackToHelo`] |
//! | [`STARTTLS`] | [`CloseAndDefer`] | [`ProceedWithoutTls`] | [`ProceedWithoutTls`] |
//! | [`AUTH`] | [`CloseAndDefer`] | [`DeferMessage`] | [`AuthenticationFailed`] |
//! | [`MAIL`], [`SEND`], [`SOML`], [`SAML`] | [`CloseAndDefer`] | [`DeferMessage`] | [`FailMessage`] |
//! | [`RCPT`] | [`CloseAndDefer`] | [`DeferRecipient`] | [`FailRecipient`] |
//! | [`DATA`] | [`CloseAndDefer`] | [`DeferMessage`] | [`FailMessage`] |
//! | [`END-OF-DATA`], [`BDAT`], [`BURL`] | [`CloseAndDefer`] | [`DeferMessage`] | [`FailMessage`] |
//! | [`LMTP-END-OF-DATA`] | [`CloseAndDefer`] | [`DeferRecipient`] | [`FailRecipient`] |
//! | [`RSET`], [`NOOP`] | [`Reconnect`] | [`Reconnect`] | [`Reconnect`] |
//! | [`VRFY`], [`EXPN`], [`HELP`], [`ETRN`], [`ATRN`], [`TURN`] | [`CloseAndDefer`] | [`Ignore`] | [`Ignore`] |
//! | [`QUIT`] | [`Ignore`] | [`Ignore`] | [`Ignore`] |
//!
//! Some refusals say more, and this table goes before the one above, except for 421 and 503. The first row that fits
//! wins. An enhanced code counts by its subject and detail, whatever its class.
//!
//! | To | Reply | Enhanced code | Action |
//! | --- | --- | --- | --- |
//! | any but [`CONNECT`], [`EHLO`], [`HELO`], [`LHLO`], [`STARTTLS`], [`RSET`], [`NOOP`], [`QUIT`] | 523, 538 | any or none | [`EncryptFirst`] |
//! | any but [`CONNECT`], [`EHLO`], [`HELO`], [`LHLO`], [`STARTTLS`], [`RSET`], [`NOOP`], [`QUIT`] | 5yz | x.7.10, x.7.11 | [`EncryptFirst`] |
//! | any but [`CONNECT`], [`EHLO`], [`HELO`], [`LHLO`], [`STARTTLS`], [`RSET`], [`NOOP`], [`QUIT`] | 530 | any or none | [`AuthenticateFirst`] |
//! | [`AUTH`] | 432, 504, 534 | any or none | [`ChangeMechanism`] |
//! | [`MAIL`], [`RCPT`], [`SEND`], [`SOML`], [`SAML`] | 504, 555 | any or none | [`DropParameter`] |
//! | [`RCPT`] | 452, 552 | none | [`SplitRecipients`] |
//! | [`RCPT`] | 4yz, 5yz | x.5.3 | [`SplitRecipients`] |
//!
//! # Why it is so
//!
//! * **503** says that a command came out of order, so an earlier reply is the cause. Under `PIPELINING` it
//!   follows on a refused `MAIL` or `RCPT`, and failing a recipient for it would hide the reason.
//! * **452** alone to `RCPT` means too many recipients, and an enhanced code takes that meaning from it: `452 4.2.2` is
//!   a full mailbox and `452 4.3.1` a full disk, which a new transaction would meet again at once. So they defer the
//!   recipient. The same goes for **552**, but as a 5yz it fails the recipient then.
//! * **421** is the connection's end and no verdict. A server may also say it when nothing was asked: ask by
//!   [`NOOP`] then. As the answer to a hello it says that this host has no time now.
//! * **2yz** is a yes to every command, whether the number fits or not: 251 and 252 to `RCPT` are accepted
//!   recipients. Only `DATA` is different, because its yes is a 3yz: after a 2yz the server waits for no message.
//!   After a 221 that was not asked for, no further command will be answered:
//!   [`closes_connection`](crate::ReplyCode::closes_connection) tells it.
//! * **3yz** is a yes halfway, to the two commands that have a second half. 355 to `MAIL` (checkpoints,
//!   RFC 1845) and 353 to the end of the data (replies for each recipient, a draft that Exim has) are for
//!   clients that asked for those extensions and know what to do; to all others they are out of step.
//! * **`LHLO`** has no older form to fall back to
//!   ([RFC 2033 section 4.1](https://www.rfc-editor.org/rfc/rfc2033#section-4.1)). An LMTP server answers
//!   the end of the data once for each recipient
//!   ([section 4.2](https://www.rfc-editor.org/rfc/rfc2033#section-4.2)), so each reply is about one of them.
//!   It does the same after `BDAT` with `LAST`
//!   ([section 4.3](https://www.rfc-editor.org/rfc/rfc2033#section-4.3)): ask by [`LMTP-END-OF-DATA`] there too.
//! * **`BDAT`** is answered for each piece, and a refused piece is the end of the message: send `RSET`
//!   ([RFC 3030 section 2](https://www.rfc-editor.org/rfc/rfc3030#section-2)). A 2yz to a piece that is not the
//!   last says that the piece was taken, no more. **`BURL`** is the same
//!   ([RFC 4468 section 3.2](https://www.rfc-editor.org/rfc/rfc4468#section-3.2)); where the server cannot
//!   fetch the text, a client that has it may send it by `DATA` before it reports a failure.
//! * **`VRFY`, `EXPN`, `HELP`** decide nothing about mail. A server that will not say whether a mailbox exists
//!   may still take mail for it, so a refused `VRFY` is no reason not to send
//!   ([RFC 5321 section 7.3](https://www.rfc-editor.org/rfc/rfc5321#section-7.3)).
//! * **`ETRN`, `ATRN`, `TURN`** ask for mail that waits at the other side and stays there after a refusal, so
//!   453 to `ATRN`, "no mail", or 458 to `ETRN` loses nothing: ask again at the usual time
//!   ([RFC 1985 section 5](https://www.rfc-editor.org/rfc/rfc1985#section-5),
//!   [RFC 2645 section 5.2.1](https://www.rfc-editor.org/rfc/rfc2645#section-5.2.1)). After a 2yz to `ATRN` the
//!   roles are exchanged.
//! * **`SEND`, `SOML`, `SAML`** began a message in the place of `MAIL`, with the same replies
//!   ([RFC 821 section 4.3](https://www.rfc-editor.org/rfc/rfc821#section-4.3)). Where a server does not have
//!   them (500, 502), `MAIL` is what to send.
//! * **Replies that are none**, and replies whose code changes from line to line, have no action. Close the
//!   connection and try again later; [`ReplyError`](crate::ReplyError) says what was wrong.
//!
//! # A client's loop
//!
//! It sends one message to some recipients and keeps account of each. Two things make it safe. It takes a
//! recipient for delivered after [`Proceed`] at the end of the data and for failed after [`FailRecipient`] or
//! [`FailMessage`], and everything else, also what it did not foresee, leaves the recipient in the queue.
//!
//! The example `send` in the repository is the same with sockets, hosts, TLS and a login.
//!
//! ```
//! use smtp_codes::{Action, Command, Reply, ReplyError};
//!
//! /// What became of a recipient.
//! #[derive(Clone, Copy, PartialEq, Debug)]
//! enum Fate {
//!     Delivered,
//!     /// In the queue for later.
//!     Deferred,
//!     Failed,
//!     /// For a new transaction, at once.
//!     Next,
//! }
//!
//! /// Here the server is a list of replies. A real client sends the command and reads from its socket with a
//! /// `ReplyScanner`.
//! struct Session<'a>(&'a [u8]);
//!
//! impl<'a> Session<'a> {
//!     fn send(&mut self, _line: &str) -> Result<Reply<'a>, ReplyError> {
//!         let (reply, rest) = Reply::parse(self.0)?;
//!         self.0 = rest;
//!         Ok(reply)
//!     }
//! }
//!
//! /// One transaction. An error means that nothing further was delivered: the caller closes the connection.
//! fn transaction(session: &mut Session<'_>, to: &[&str], fates: &mut [Fate]) -> Result<(), ReplyError> {
//!     fates.fill(Fate::Deferred);
//!     match session.send("MAIL FROM:<me@example.com>")?.action(Command::Mail) {
//!         Action::Proceed => {}
//!         Action::FailMessage => return Ok(fates.fill(Fate::Failed)),
//!         _ => return Ok(()),
//!     }
//!     let mut accepted = Vec::new();
//!     for (index, address) in to.iter().enumerate() {
//!         match session.send(&format!("RCPT TO:<{address}>"))?.action(Command::Rcpt) {
//!             Action::Proceed => accepted.push(index),
//!             Action::FailRecipient => fates[index] = Fate::Failed,
//!             Action::SplitRecipients if !accepted.is_empty() => {
//!                 fates[index..].fill(Fate::Next);
//!                 break;
//!             }
//!             action if action.ends_connection() => return Ok(()),
//!             _ => {}
//!         }
//!     }
//!     if accepted.is_empty() {
//!         return Ok(()); // each has the fate that its own reply gave it
//!     }
//!     let verdict = match session.send("DATA")?.action(Command::Data) {
//!         Action::Continue => session.send("Subject: ...\r\n\r\n...\r\n.")?.action(Command::EndOfData),
//!         refused => refused,
//!     };
//!     for index in accepted {
//!         fates[index] = match verdict {
//!             Action::Proceed => Fate::Delivered,
//!             Action::FailMessage => Fate::Failed,
//!             _ => Fate::Deferred,
//!         };
//!     }
//!     Ok(())
//! }
//!
//! let mut session = Session(
//!     b"250 2.1.0 Ok\r\n\
//!       250 2.1.5 Ok\r\n\
//!       550 5.1.1 No such user\r\n\
//!       450 4.2.0 Greylisted, come back in five minutes\r\n\
//!       452 4.5.3 Too many recipients\r\n\
//!       354 Go ahead\r\n\
//!       250 2.0.0 Queued\r\n",
//! );
//! let to = ["a@example.net", "b@example.net", "c@example.net", "d@example.net", "e@example.net"];
//! let mut fates = [Fate::Deferred; 5];
//! transaction(&mut session, &to, &mut fates)?;
//! assert_eq!(fates, [Fate::Delivered, Fate::Failed, Fate::Deferred, Fate::Next, Fate::Next]);
//!
//! // A server that closes in the middle: those accepted before are in the queue, and nobody has failed.
//! let mut session = Session(b"250 Ok\r\n250 Ok\r\n421 4.3.2 Shutting down\r\n");
//! transaction(&mut session, &to, &mut fates)?;
//! assert_eq!(fates, [Fate::Deferred; 5]);
//! # Ok::<(), ReplyError>(())
//! ```
//!
//! [`Proceed`]: crate::Action::Proceed
//! [`Continue`]: crate::Action::Continue
//! [`TryNextHost`]: crate::Action::TryNextHost
//! [`FallBackToHelo`]: crate::Action::FallBackToHelo
//! [`ProceedWithoutTls`]: crate::Action::ProceedWithoutTls
//! [`AuthenticateFirst`]: crate::Action::AuthenticateFirst
//! [`EncryptFirst`]: crate::Action::EncryptFirst
//! [`AuthenticationFailed`]: crate::Action::AuthenticationFailed
//! [`ChangeMechanism`]: crate::Action::ChangeMechanism
//! [`DropParameter`]: crate::Action::DropParameter
//! [`SplitRecipients`]: crate::Action::SplitRecipients
//! [`DeferRecipient`]: crate::Action::DeferRecipient
//! [`FailRecipient`]: crate::Action::FailRecipient
//! [`DeferMessage`]: crate::Action::DeferMessage
//! [`FailMessage`]: crate::Action::FailMessage
//! [`CloseAndDefer`]: crate::Action::CloseAndDefer
//! [`Reconnect`]: crate::Action::Reconnect
//! [`Ignore`]: crate::Action::Ignore
//! [`OutOfStep`]: crate::Action::OutOfStep
//! [`CONNECT`]: crate::Command::Connect
//! [`EHLO`]: crate::Command::Ehlo
//! [`HELO`]: crate::Command::Helo
//! [`LHLO`]: crate::Command::Lhlo
//! [`STARTTLS`]: crate::Command::StartTls
//! [`AUTH`]: crate::Command::Auth
//! [`MAIL`]: crate::Command::Mail
//! [`RCPT`]: crate::Command::Rcpt
//! [`DATA`]: crate::Command::Data
//! [`BDAT`]: crate::Command::Bdat
//! [`BURL`]: crate::Command::Burl
//! [`RSET`]: crate::Command::Rset
//! [`VRFY`]: crate::Command::Vrfy
//! [`EXPN`]: crate::Command::Expn
//! [`HELP`]: crate::Command::Help
//! [`NOOP`]: crate::Command::Noop
//! [`QUIT`]: crate::Command::Quit
//! [`ETRN`]: crate::Command::Etrn
//! [`ATRN`]: crate::Command::Atrn
//! [`TURN`]: crate::Command::Turn
//! [`SEND`]: crate::Command::SendToTerminal
//! [`SOML`]: crate::Command::Soml
//! [`SAML`]: crate::Command::Saml
//! [`END-OF-DATA`]: crate::Command::EndOfData
//! [`LMTP-END-OF-DATA`]: crate::Command::LmtpEndOfData
