//! The example `triage` on lines of many forms: what each is, and whom it condemns.

mod programs;

use programs::report::{TRIAGE, json_on, rows};
use programs::{prints_on, run_on};
use serde_json::Value;

/// A delivery in Postfix's log.
fn postfix(to: &str, dsn: &str, status: &str, text: &str) -> String {
    format!(
        "2026-11-20T06:25:03.123456+01:00 mail postfix/smtp[1]: 4X: to=<{to}>, relay=mx.example.net[192.0.2.10]:25, \
         delay=1, delays=0/0/0/1, dsn={dsn}, status={status} ({text})\n"
    )
}

#[test]
fn a_recipient_is_one_however_often_it_is_refused() {
    let line = |to: &str, reply: &str, command: &str| {
        let text = format!("host mx.example.net[192.0.2.10] said: {reply} (in reply to {command} command)");
        postfix(to, "5.0.0", "bounced", &text)
    };
    let recipients = |log: &str| {
        let report = json_on(log.as_bytes());
        let count = |field: &str| report["recipients"][field].as_u64().unwrap();
        (count("refused"), count("condemned"))
    };
    let (unknown, rcpt) = ("550 5.1.1 Unknown", "RCPT TO");
    let twice = line("joe@example.net", "550 5.7.1 No", rcpt) + &line("joe@EXAMPLE.net", unknown, rcpt);
    assert_eq!(recipients(&twice), (1, 1));
    // The local part is the receiving server's own affair.
    let two = line("joe@example.net", unknown, rcpt) + &line("Joe@example.net", unknown, rcpt);
    assert_eq!(recipients(&two), (2, 2));
    // A reply to the data of a message may be about another of its recipients.
    assert_eq!(recipients(&line("joe@example.net", unknown, "end of DATA")), (1, 0));
    assert_eq!(recipients(&line("joe@example.net", "550 4.1.1 Unknown", rcpt)), (1, 0));
    assert_eq!(recipients(&line("joe@example.net", "450 5.1.1 Unknown", rcpt)), (0, 0));
    assert_eq!(recipients(&line("joe@example.net", "550 Unknown", rcpt)), (1, 0));
}

#[test]
fn a_provider_with_a_meaning_of_its_own_has_rows_of_its_own() {
    let log = ["mx.example.net[192.0.2.10]", "ASPMX.L.GOOGLE.com[192.0.2.20]"].map(|host| {
        let text = format!("host {host} said: 550 5.7.27 SPF did not pass (in reply to end of DATA command)");
        postfix("joe@example.net", "5.7.27", "bounced", &text)
    });
    let report = json_on(log.concat().as_bytes());
    assert_eq!(rows(&report), ["1 550 5.7.27 END-OF-DATA", "1 550 5.7.27 END-OF-DATA"]);
    let [registered, gmail] = [0, 1].map(|at| &report["rows"][at]);
    assert_eq!(
        (&registered["name"], &registered["provider"]),
        (&"Sender domain has a null MX".into(), &Value::Null)
    );
    assert_eq!((&gmail["name"], &gmail["provider"]), (&"SPF, DKIM or DMARC failed".into(), &"Gmail".into()));
    // What means the same everywhere is one row.
    let same = log.concat().replace("5.7.27", "5.1.2");
    assert_eq!(rows(&json_on(same.as_bytes())), ["2 550 5.1.2 END-OF-DATA"]);
}

#[test]
fn what_was_not_tried_is_no_reply() {
    let suspended = "delivery temporarily suspended: host mx.example.net[192.0.2.10] refused to talk to me: \
                     554 5.7.1 Blocked";
    let log = postfix("joe@example.net", "4.7.1", "deferred", suspended)
        + &postfix("joe@example.net", "5.1.1", "bounced", "unknown user: \"joe\"")
        + &postfix("joe@example.net", "5.1.1", "SOFTBOUNCE", "unknown user: \"joe\"")
        + &postfix("joe@example.net", "2.0.0", "sent", "delivered to maildir");
    let report = json_on(log.as_bytes());
    assert_eq!(rows(&report), ["1 - 5.1.1 -", "1 - 4.7.1 -", "1 - 5.1.1 -", "1 - 2.0.0 -"]);
    assert_eq!(report["recipients"]["refused"], 0);
    let suspended = report["rows"][1]["sample"].as_str().unwrap();
    assert!(suspended.starts_with("delivery temporarily suspended: "));
}

#[test]
fn the_forms_of_a_log_line_are_known() {
    for (line, codes) in [
        (
            "2026-11-20 06:25:02.123 +0100 [47] 1vM0aB-00000000001-0aBc ** a@example.net R=r T=t H=h [192.0.2.1]: SMTP error from remote mail server after MAIL FROM:<b@example.com>: 550 5.1.8 No",
            "1 550 5.1.8 MAIL",
        ),
        (
            "2026-11-20 06:25:02 1vM0aB-00000000001-0aBc == a@example.net R=r T=t defer (-45): SMTP error from remote mailer after pipelined RCPT TO:<a@example.net>: host h [192.0.2.1]: 452 4.2.2 Full",
            "1 452 4.2.2 RCPT",
        ),
        (
            "2026-11-20 06:25:02 1vM0aB-00000000001-0aBc == a@example.net R=r T=t defer (-46) H=h [192.0.2.1]: SMTP error from remote mail server after initial connection: 421 Busy",
            "1 421 - CONNECT",
        ),
        (
            "Nov 20 06:25:02 m postfix/lmtp[1]: 4X: to=<a@example.net>, relay=h[private/lmtp], delay=1, delays=0/0/0/1, dsn=4.2.2, status=deferred (host h[private/lmtp] said: 452 4.2.2 <a@example.net> Full (in reply to end of DATA command))",
            "1 452 4.2.2 END-OF-DATA",
        ),
        (
            "Nov 20 06:25:02 m postfix/smtp[1]: 4X: to=<a@example.net>, relay=h[192.0.2.1]:587, conn_use=2, delay=1, delays=0/0/0/1, dsn=4.7.8, status=deferred (SASL authentication failed; server h[192.0.2.1] said: 535 5.7.8 No)",
            "1 535 5.7.8 AUTH",
        ),
        (
            "Nov 20 06:25:02 m postfix/smtp[1]: 4X: to=<a@example.net>, relay=none, delay=289, status=deferred (host h[192.0.2.1] said: 450 Busy (in reply to MAIL FROM command))",
            "1 450 - MAIL",
        ),
        (
            "Nov 20 06:25:02 m postfix/qmgr[1]: 4X: from=<b@example.com>, status=expired, returned to sender",
            "",
        ),
        ("EHLO mail.example.com: 502 5.5.1 Unknown", "1 502 5.5.1 EHLO"),
        ("rcpt to:<a@example.net>: 550 Unknown", "1 550 - RCPT"),
        ("550", "1 550 - -"),
        ("550-5.1.1", ""),
        ("5501 Unknown", ""),
        ("199 Unknown", ""),
        ("Nov 20 06:25:02 m dovecot: lmtp(1): Disconnect from local: 250 OK", ""),
    ] {
        assert_eq!(rows(&json_on(line.as_bytes())).concat(), codes, "{line}");
    }
}

#[test]
fn nothing_in_a_log_breaks_it() {
    let mut bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    for start in
        ["550-", "250", "2026-11-20 06:25:02 ** ", ", dsn=, status=(", " to=<, dsn=5.1.1, status=bounced ("]
    {
        bytes.extend_from_slice(start.as_bytes());
        bytes.push(b'\n');
        bytes.extend((0..=255).rev());
    }
    let output = run_on(TRIAGE, &[], &bytes);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(!page.contains(|letter: char| letter.is_control() && letter != '\n'));
    // A line beyond all measure is one line, and what follows it is read.
    let mut long = vec![b'x'; 3_000_000];
    long.extend_from_slice(b"\n550 5.1.1 <joe@example.net>: unknown");
    let report = json_on(&long);
    assert_eq!((&report["lines"], &report["counted"]), (&2.into(), &1.into()));
    let endless: Vec<u8> = b"550-x\n".repeat(50_000);
    assert_eq!(json_on(&endless)["counted"], 0);
    assert!(prints_on(TRIAGE, &[], b"").starts_with("Replies in the log\n"));
}
