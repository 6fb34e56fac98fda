//! What must hold of the readers of the command `smtp-codes` for any bytes: shared by the fuzz targets and the test of the
//! seeds.

#[path = "../../smtp-codes/src/bin/smtp-codes/read/mod.rs"]
#[allow(dead_code, unused_imports, unreachable_pub)]
mod read;

use read::log::{Line, Log};
use read::{Case, Outcome};

/// Reads any bytes as a text that somebody pasted.
pub(crate) fn text(data: &[u8]) {
    let reading = read::read(data);
    for case in &reading.cases {
        let is_something = case.said.is_some() || case.status.is_some() || case.recipient.is_some();
        assert!(is_something || case.outcome.is_some(), "{case:?}");
        // Only a permanent reply that the log does not contradict condemns.
        assert!(!case.condemns() || case.codes().unwrap().is_permanent() && !case.doubtful, "{case:?}");
    }
}

/// Reads any bytes as a log.
pub(crate) fn log(data: &[u8]) {
    let mut log = Log::default();
    for line in data.split(|byte| *byte == b'\n') {
        log.line(line, |read| {
            if let Line::Delivery(case) = read {
                assert!(!case.condemns() || case.codes().unwrap().is_permanent() && !case.doubtful, "{case:?}");
            }
        });
    }
    log.end(|_| {});
}

const ANN: &[u8] = b"ann@example.net";

/// Puts any bytes into a log as the text of a reply. Recipient and outcome have to stay what the log says.
pub(crate) fn hostile(data: &[u8]) {
    // A mail program writes a reply on one line, with a mark for what cannot be printed.
    let text: Vec<u8> =
        data.iter().map(|byte| if byte.is_ascii_graphic() || *byte == b' ' { *byte } else { b'?' }).collect();
    let text = text.trim_ascii();
    let utf_8 = String::from_utf8_lossy(text);
    let with = |line: &str| line.replace("{}", &utf_8).into_bytes();
    let said = |status: &str, reply: &str| {
        with(&format!(
            "Nov 20 06:25:02 mail postfix/smtp[1]: 4X: to=<ann@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, \
             delays=0/0/0/1, dsn=5.7.1, status={status} ({reply})"
        ))
    };
    let host = "host mx.example.net[192.0.2.1]";
    let exim = "2026-11-20 06:25:02 1vT4kQ-00000001aBc-2DeF";
    let remote = "ann@example.net R=d T=t H=mx.example.net [192.0.2.1]: SMTP error from remote mail server after RCPT \
                  TO:<ann@example.net>:";
    for (line, outcome) in [
        (said("bounced", &format!("{host} said: 550 5.7.1 {{}} (in reply to RCPT TO command)")), Outcome::Failed),
        (said("deferred", &format!("{host} said: 450 4.7.1 {{}} (in reply to RCPT TO command)")), Outcome::Deferred),
        (said("deferred", &format!("{host} refused to talk to me: 554 5.7.1 {{}}")), Outcome::Deferred),
        (said("sent", "250 2.0.0 {}"), Outcome::Sent),
        (with(&format!("{exim} ** {remote} 550 5.7.1 {{}}")), Outcome::Failed),
        (with(&format!("{exim} == {remote} 450 4.7.1 {{}}")), Outcome::Deferred),
        (
            with(&format!("{exim} => ann@example.net R=d T=t H=mx.example.net [192.0.2.1] C=\"250 2.0.0 {{}}\"")),
            Outcome::Sent,
        ),
        (
            with(
                "Nov 20 06:25:02 mail sm-mta[1]: 6AK: to=<ann@example.net>, delay=00:00:01, relay=mx.example.net. \
                 [192.0.2.1], dsn=5.7.1, reply=550 5.7.1 {}, stat=Service unavailable",
            ),
            Outcome::Failed,
        ),
        (
            with(
                "Nov 20 06:25:02 mail sm-mta[1]: 6AK: to=<ann@example.net>, delay=00:00:01, relay=mx.example.net. \
                  [192.0.2.1], dsn=4.7.1, stat=Deferred: 450 4.7.1 {}",
            ),
            Outcome::Deferred,
        ),
        (
            with(
                "Nov 20 06:25:02 mail smtpd[1]: 1e72 mta delivery evpid=f9 from=<a@example.com> to=<ann@example.net> \
                  rcpt=<-> source=\"192.0.2.9\" relay=\"192.0.2.1\" delay=2s result=\"TempFail\" stat=\"450 4.7.1 {}\"",
            ),
            Outcome::Deferred,
        ),
        (
            serde_json::to_vec(&serde_json::json!({
                "rcpt": "ann@example.net", "action": "delayed", "response": format!("450 4.7.1 {utf_8}")
            }))
            .unwrap(),
            Outcome::Deferred,
        ),
    ] {
        let case = only(&line);
        let shown = String::from_utf8_lossy(&line).into_owned();
        assert_eq!(case.recipient.as_deref(), Some(ANN), "{shown}");
        assert_eq!(case.result(), Some(outcome), "{shown}");
        assert!(!case.condemns(), "{shown}");
    }
    // Without a log around it a reply has no recipient.
    for line in [with("550 5.1.1 {}"), with("S: 550 5.1.1 {}"), with("<<< 550 5.1.1 {}")] {
        let case = only(&line);
        assert_eq!(case.recipient, None, "{}", String::from_utf8_lossy(&line));
        assert_eq!(case.codes().unwrap().to_string(), "550 5.1.1");
    }
    // In a bounce the fields about the recipient are the reporting server's.
    let bounce = with(
        "Final-Recipient: rfc822; ann@example.net\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 {}\n",
    );
    let reading = read::read(&bounce);
    let shown = String::from_utf8_lossy(&bounce);
    assert_eq!(reading.cases.len(), 1, "{shown}");
    assert_eq!(reading.cases[0].recipient.as_deref(), Some(ANN), "{shown}");
    assert!(!reading.cases[0].condemns(), "{shown}");
}

/// The one delivery that a log of a line tells.
fn only(line: &[u8]) -> Case<'static> {
    let mut cases = Vec::new();
    let mut log = Log::default();
    log.line(line, |read| match read {
        Line::Delivery(case) => cases.push(case.into_owned()),
        other => panic!("{other:?} of {}", String::from_utf8_lossy(line)),
    });
    log.end(|_| {});
    let [case] = <[_; 1]>::try_from(cases).unwrap_or_else(|cases| panic!("{cases:?}"));
    case
}
