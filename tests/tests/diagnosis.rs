//! Why a reply refuses: labelled replies of servers, and texts that want to do harm.

use std::collections::BTreeMap;
use std::fmt::Write;

use proptest::prelude::{ProptestConfig, any, proptest};
use smtp_codes::{Command, Confidence, Diagnosis, Evidence, Reason, Reply, ReplyCodes, find_codes};

/// A line of `facts/refusals.tsv`.
struct Refusal {
    set: String,
    reason: Option<Reason>,
    condemns: bool,
    reply: String,
}

fn refusals() -> Vec<Refusal> {
    let text = smtp_codes_tests::read("tests/facts/refusals.tsv");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let refusals = lines.map(|line| {
        let [set, reason, _, condemns, _, reply] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let reason = (reason != "-").then(|| reason.parse().unwrap());
        Refusal { set: set.into(), reason, condemns: condemns == "yes", reply: reply.replace("\\n", "\r\n") }
    });
    refusals.collect()
}

fn diagnosis(reply: &str) -> Diagnosis {
    Reply::parse_stored(reply.as_bytes()).unwrap().0.diagnosis()
}

/// How many have a reason, get one, and get the right one.
#[derive(Default, Clone, Copy)]
struct Figures {
    told: usize,
    given: usize,
    right: usize,
}

impl Figures {
    fn count(&mut self, want: Option<Reason>, got: Option<Reason>) {
        self.told += usize::from(want.is_some());
        self.given += usize::from(got.is_some());
        self.right += usize::from(got.is_some() && got == want);
    }
}

#[test]
fn labelled_replies_get_the_right_reason_or_none() {
    let refusals = refusals();
    assert!(refusals.len() > 1_000);
    let mut all = Figures::default();
    let (mut by_set, mut by_reason, mut by_confidence) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let (mut condemned, mut rightly, mut to_condemn) = (0, 0, 0);
    for refusal in &refusals {
        let why = diagnosis(&refusal.reply);
        let (want, got) = (refusal.reason, why.reason());
        all.count(want, got);
        by_set.entry(&refusal.set).or_insert_with(Figures::default).count(want, got);
        if let Some(confidence) = why.confidence() {
            by_confidence.entry(confidence.as_str()).or_insert_with(Figures::default).count(want, got);
        }
        for reason in [want, got].into_iter().flatten() {
            let counts = by_reason.entry(reason.as_str()).or_insert_with(Figures::default);
            counts.count(want.filter(|want| *want == reason), got.filter(|got| *got == reason));
            if want == got {
                break;
            }
        }
        to_condemn += usize::from(refusal.condemns);
        condemned += usize::from(why.condemns_recipient());
        rightly += usize::from(why.condemns_recipient() && refusal.condemns);
    }
    let at_least = |part: usize, percent: usize, of: usize| assert!(100 * part >= percent * of, "{part} of {of}");
    at_least(all.right, 97, all.given);
    at_least(all.right, 92, all.told);
    at_least(rightly, 98, condemned);
    at_least(rightly, 95, to_condemn);

    // The table of the chapter is made of these figures.
    let mut table = String::new();
    for (what, Figures { told, given, right }) in by_reason.iter().chain(&by_confidence).chain([(&"all", &all)]) {
        let told = if by_confidence.contains_key(what) { String::new() } else { told.to_string() };
        writeln!(table, "//! | {what} | {told} | {given} | {right} |").unwrap();
    }
    writeln!(table, "//! | condemned | {to_condemn} | {condemned} | {rightly} |").unwrap();
    for (set, Figures { told, given, right }) in by_set {
        println!("{set}: {told} {given} {right}");
    }
    let chapter = smtp_codes_tests::read("smtp-codes/src/diagnosing.rs");
    assert!(chapter.contains(&table), "the table of `diagnosing.rs` should be:\n{table}");
}

#[test]
fn a_reply_in_a_log_says_the_same_as_from_the_wire() {
    for Refusal { reply, .. } in refusals() {
        let wire = diagnosis(&reply);
        let joined = reply.replace("\r\n", " ");
        for text in [&reply, &joined] {
            let line = format!("to=<ann@example.net>, status=bounced (host mx.example.net[192.0.2.1] said: {text})");
            let found = find_codes(line.as_bytes()).map(|found| found.diagnosis(line.as_bytes()));
            // What has no sign of a reply around it is not always found.
            assert!(found.is_none_or(|found| found.reason() == wire.reason()), "{line}");
        }
    }
}

#[test]
fn a_text_never_changes_what_to_do_and_a_temporary_reply_condemns_nobody() {
    for Refusal { reply, .. } in refusals() {
        let (parsed, _) = Reply::parse_stored(reply.as_bytes()).unwrap();
        for command in [Command::Mail, Command::Rcpt, Command::EndOfData, Command::Auth] {
            assert_eq!(parsed.action(command), ReplyCodes::new(parsed.code(), parsed.enhanced()).action(command));
        }
        if parsed.class() == 4 {
            assert!(!parsed.diagnosis().condemns_recipient(), "{reply}");
        }
        let temporary = reply.replace("\r\n5", "\r\n4").replacen('5', "4", 1);
        if reply.starts_with('5') && Reply::parse_stored(temporary.as_bytes()).is_ok() {
            assert!(!diagnosis(&temporary).condemns_recipient(), "{temporary}");
        }
        let accepted = format!("250 {}", reply.get(4..).unwrap_or_default().replace("\r\n", " "));
        assert_eq!((diagnosis(&accepted).reason(), diagnosis(&accepted).condemns_recipient()), (None, false));
    }
}

#[test]
fn signs_that_stand_in_addresses_or_over_two_sentences_tell_nothing() {
    for text in [
        "550 5.7.1 <spam.blocklist.quota@example.net>",
        "550 5.7.1 See http://www.spamhaus.org/over-quota/user-unknown",
        "550 5.7.1 www.spam.example",
        "550 5.7.1 Please ask the user. Unknown to us is why",
        "550 5.7.1 mailsherpa spammer",
        "550 5.7.1 user a b c d e unknown",
    ] {
        let why = diagnosis(text);
        assert_eq!((why.reason(), why.condemns_recipient(), why.evidence().count()), (None, false, 0), "{text}");
    }
    for text in
        ["550 OVER_QUOTA", "550 over-quota:", "550 5.7.1 <over@quota.example>:over \"quota\"", "550-over\r\n550 quota"]
    {
        assert_eq!(diagnosis(text).reason(), Some(Reason::MailboxFull), "{text}");
    }
    let longest = diagnosis("550 5.7.1 Your account has been disabled");
    assert!(longest.evidence().eq([Evidence::Sign("your account * disabled")]));
    assert_eq!(longest.confidence(), Some(Confidence::Medium));
}

#[test]
fn words_about_the_sender_or_in_two_lines_condemn_no_recipient() {
    for text in [
        "550 5.1.8 The sender address does not exist",
        "550 Unknown sender address",
        "550 MAIL FROM: user unknown",
        "550 Return path address does not exist",
        "550 Absender nicht bekannt",
        "550 Unknown host in EHLO",
        "554 5.7.1 <ann@example.net>: Recipient address rejected: Sender unknown",
        "554 5.7.1 <ann@example.net>: Recipient address rejected: Invalid HELO name",
        "550-Requested action not taken: mailbox unavailable\r\n550 not found in DNS",
        "550 mailbox format is invalid",
        "554 5.6.0 message contains invalid characters",
    ] {
        let why = diagnosis(text);
        assert!(!why.condemns_recipient() && why.reason() != Some(Reason::RecipientUnknown), "{text}: {why:?}");
    }
    // The codes agree, or the word is only what a log adds.
    assert!(diagnosis("550 5.1.1 User unknown. Returned to sender").condemns_recipient());
    let log =
        "550 <ann@example.net>: Recipient address rejected: User unknown; from=<bob@example.org> helo=<mx.example.org>";
    assert_eq!(diagnosis(log).reason(), Some(Reason::RecipientUnknown));
}

#[test]
fn each_sign_alone_tells_its_reason() {
    for reason in Reason::ALL.iter().filter(|reason| **reason != Reason::Unspecified) {
        for sign in reason.signs() {
            for gap in ["", "so and so "] {
                let text = format!("554 5.7.1 {}", sign.replace("* ", gap));
                assert_eq!(diagnosis(&text).reason(), Some(*reason), "{text}");
            }
        }
    }
}

/// A text that is quadratic to a careless search takes as long here as any other: each of these is about 200 kB.
#[test]
fn long_texts_take_time_in_proportion() {
    for part in [
        "user ",
        "recipient ",
        "unknown unknown ",
        "user a b c ",
        "a",
        "a.",
        "'",
        "@",
        "://",
        "<",
        "www.",
        "550 5.1.1 ",
        "用户",
        "x@y:",
        "x@y...",
        "\u{e9}",
        ". ",
        "mailbox * ",
    ] {
        let text = format!("550 5.7.1 {}", part.repeat(200_000 / part.len()));
        let _ = diagnosis(&text);
        let _ = find_codes(text.as_bytes()).map(|found| found.diagnosis(text.as_bytes()));
        let lines = format!("550-{part}\r\n").repeat(200_000 / (part.len() + 6)) + "550 end";
        let _ = diagnosis(&lines);
    }
}

#[test]
fn a_diagnosis_allocates_nothing() {
    for Refusal { reply, .. } in refusals().into_iter().take(200) {
        let counted = allocation_counter::measure(|| {
            std::hint::black_box(diagnosis(&reply).evidence().count());
        });
        assert_eq!(counted.count_total, 0, "{reply}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_panics(bytes: Vec<u8>, words in "(user|unknown|spam|<a@b>|quota|[.:@' /*]|用户不存在|\\PC){0,40}", code in any::<u16>()) {
        let text = [format!("{} 5.7.1 {words}", 400 + code % 200).as_bytes(), &bytes].concat();
        for text in [&text, &bytes] {
            if let Ok((reply, _)) = Reply::parse_stored(text) {
                let why = reply.diagnosis();
                assert_eq!(why.reason().is_some(), why.confidence().is_some());
                assert_eq!(why.reason().is_some(), why.evidence().next().is_some());
                assert!(reply.class() == 5 || !why.condemns_recipient());
            }
            let _ = find_codes(text).map(|found| found.diagnosis(text));
            let _ = find_codes(text).map(|found| found.diagnosis(b""));
        }
    }
}
