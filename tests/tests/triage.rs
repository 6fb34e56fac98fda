//! The example `triage` as a process: counts of small logs, as a table and as JSON.

mod programs;

use std::io::Write;

use programs::report::{TRIAGE, json, json_on, parsed, rows};
use programs::{complains, complains_on, prints, run_on};
use serde_json::Value;
use smtp_codes_tests::repository;

fn log(name: &str) -> String {
    repository().join("tests/facts/logs").join(name).to_str().unwrap().to_owned()
}

/// The rows of the page's tables in the same form.
fn rows_of_page(page: &str) -> Vec<String> {
    let mut rows = Vec::new();
    let mut columns: Option<[usize; 4]> = None;
    for line in page.lines() {
        if line.trim_start().starts_with("Count ") {
            columns = Some(["Code", "Enhanced", "Answers", "What"].map(|name| line.find(name).unwrap()));
            continue;
        }
        let Some([code, enhanced, answers, what]) = columns else { continue };
        if line.is_empty() {
            columns = None;
        } else if !line[..code].trim().is_empty() {
            let cell = |from: usize, to: usize| line[from..to].trim();
            let count = cell(0, code).replace(',', "");
            rows.push(format!(
                "{count} {} {} {}",
                cell(code, enhanced),
                cell(enhanced, answers),
                cell(answers, what)
            ));
        }
    }
    rows
}

fn row<'a>(report: &'a Value, code: u16, enhanced: &str) -> &'a Value {
    let mut rows = report["rows"].as_array().unwrap().iter();
    rows.find(|row| row["code"] == code && row["enhanced"].as_str().unwrap_or("") == enhanced).unwrap()
}

#[test]
fn a_postfix_log_is_counted() {
    let report = json(&[&log("postfix.log")]);
    assert_eq!(
        rows(&report),
        [
            "2 550 5.1.1 RCPT",
            "1 550 4.2.2 RCPT",
            "1 550 5.7.26 END-OF-DATA",
            "1 554 5.7.1 CONNECT",
            "1 - 5.4.4 -",
            "2 451 4.7.1 RCPT",
            "1 - 4.4.1 -",
            "1 250 2.0.0 -",
            "1 250 2.1.5 -",
        ]
    );
    for (field, count) in [
        ("lines", 15),
        ("counted", 11),
        ("permanent", 6),
        ("temporary", 3),
        ("without_reply", 3),
        ("own_refusals", 1),
        ("cut_off", 0),
        ("contradictory", 0),
    ] {
        assert_eq!(report[field], count, "{field}");
    }
    // joe, ann (of whom the text says so), jane (in two spellings of one domain) and lee.
    assert_eq!(report["recipients"]["refused"], 4);
    assert_eq!(report["recipients"]["condemned"], 2);
    assert_eq!(report["recipients"]["nameless_replies"], 0);

    let unknown = row(&report, 550, "5.1.1");
    assert_eq!(unknown["class"], "permanent");
    assert_eq!(unknown["name"], "No such mailbox");
    assert_eq!(unknown["scope"], "Recipient");
    assert_eq!(unknown["reason"], "Recipient unknown");
    assert_eq!(unknown["confidence"], "high");
    assert_eq!(unknown["condemns_recipient"], true);
    assert_eq!(unknown["answers"][0]["count"], 2);
    let status = smtp_codes::EnhancedStatus::BadDestinationMailbox;
    assert_eq!(unknown["what_to_do"], status.remediation());
    assert!(unknown["sample"].as_str().unwrap().starts_with("550 5.1.1 <joe@example.net>: "));
    let gmail = row(&report, 550, "5.7.26");
    assert_eq!(gmail["provider"], "Gmail");
    assert_eq!(gmail["confidence"], Value::Null);
    let blocked = row(&report, 554, "5.7.1");
    assert_eq!((&blocked["scope"], &blocked["reason"]), (&Value::Null, &Value::Null));
    let silent = &report["rows"][4];
    assert!(silent["sample"].as_str().unwrap().starts_with("Host or domain name not found."));
    assert_eq!(silent["scope"], "Recipient domain");
}

#[test]
fn an_exim_log_is_counted() {
    let report = json(&[&log("exim.log")]);
    assert_eq!(
        rows(&report),
        [
            "1 550 5.1.1 RCPT",
            "1 550 5.7.26 END-OF-DATA",
            "1 552 5.3.4 MAIL",
            "1 - - -",
            "1 451 4.7.1 RCPT",
            "1 - - -",
            "1 250 - -",
            "1 250 2.0.0 -",
        ]
    );
    assert_eq!(report["lines"], 12);
    assert_eq!(report["counted"], 8);
    assert_eq!(report["without_reply"], 2);
    assert_eq!(report["own_refusals"], 1);
    // 550- and then 250 in one reply: neither a failure nor a success.
    assert_eq!(report["contradictory"], 1);
    assert_eq!(report["recipients"]["refused"], 3);
    assert_eq!(report["recipients"]["condemned"], 1);
    let sample = row(&report, 550, "5.7.26")["sample"].as_str().unwrap();
    assert_eq!(
        sample,
        "550-5.7.26 This mail has been blocked because the sender is unauthenticated. \
         550 5.7.26 Authenticate with either SPF or DKIM."
    );
}

#[test]
fn plain_replies_are_counted() {
    let report = json(&[&log("plain.log")]);
    assert_eq!(
        rows(&report),
        [
            "1 530 5.7.0 MAIL",
            "1 550 - RCPT",
            "1 550 5.1.1 -",
            "1 571 - -",
            "1 598 - -",
            "1 450 4.2.1 -",
            "1 250 - -",
        ]
    );
    assert_eq!(report["lines"], 15);
    assert_eq!(report["cut_off"], 1);
    assert_eq!(report["contradictory"], 1);
    assert_eq!(report["without_reply"], 2);
    // The address behind MAIL FROM is the sender's, and those without one cannot be counted.
    assert_eq!(report["recipients"]["refused"], 2);
    assert_eq!(report["recipients"]["condemned"], 1);
    assert_eq!(report["recipients"]["nameless_replies"], 3);
    assert!(row(&report, 550, "")["sample"].as_str().unwrap().contains("Bo\u{fffd}te"));
}

#[test]
fn the_page_and_the_json_say_the_same() {
    for name in ["postfix.log", "exim.log", "plain.log"] {
        let (page, report) = (prints(TRIAGE, &[&log(name)]), json(&[&log(name)]));
        assert_eq!(rows_of_page(&page), rows(&report), "{page}");
        let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for row in report["rows"].as_array().unwrap() {
            assert!(words.contains(row["name"].as_str().unwrap()), "{row}");
            if row["class"] != "success" {
                assert!(words.contains(row["what_to_do"].as_str().unwrap_or("")), "{row}");
                assert!(words.contains(row["sample"].as_str().unwrap()), "{row}");
            }
        }
        let recipients = &report["recipients"];
        assert!(words.contains(&format!("{} recipients got a 5yz reply.", recipients["refused"])));
        let condemned = &recipients["condemned"];
        let verb = if *condemned == 1 { "has" } else { "have" };
        assert!(words.contains(&format!("{condemned} {verb} a bad address")));
        assert!(words.contains(&format!("Permanent: {} ", report["permanent"])));
        assert!(words.contains(&format!("Temporary: {} attempt", report["temporary"])));
    }
}

#[test]
fn several_logs_and_mixed_ones_add_up() {
    let (postfix, exim) = (log("postfix.log"), log("exim.log"));
    let both = json(&[&postfix, &exim]);
    assert_eq!(row(&both, 550, "5.1.1")["count"], 3);
    assert_eq!(both["lines"], 27);
    // joe and jane are in both.
    assert_eq!(both["recipients"]["refused"], 5);
    let mut text = std::fs::read(&postfix).unwrap();
    text.extend(std::fs::read(&exim).unwrap());
    assert_eq!(json_on(&text), both);
    let crlf = String::from_utf8(text).unwrap().replace('\n', "\r\n");
    assert_eq!(json_on(crlf.as_bytes()), both);
    let piped = run_on(TRIAGE, &["--json", "-", &exim], &std::fs::read(&postfix).unwrap());
    assert_eq!(parsed(&piped.stdout), both);
}

#[test]
fn top_leaves_out_the_rarer_ones_and_says_so() {
    let report = json(&["--top", "1", &log("postfix.log")]);
    assert_eq!(rows(&report), ["2 550 5.1.1 RCPT", "2 451 4.7.1 RCPT", "1 250 2.0.0 -"]);
    assert_eq!(report["not_shown"]["rows"], 6);
    assert_eq!(report["not_shown"]["count"], 6);
    assert_eq!(report["permanent"], 6);
    let page = prints(TRIAGE, &["--top", "1", &log("postfix.log")]);
    assert_eq!(rows_of_page(&page), rows(&report));
    assert!(page.contains("Not shown: 6 with other codes"), "{page}");
}

#[test]
fn wrong_usage_is_one_line() {
    complains(
        TRIAGE,
        &["--top", "none", "x"],
        "none is no number of rows: expected 1 or more, such as --top 20",
    );
    complains(TRIAGE, &["--top", "0"], "0 is no number of rows");
    complains(TRIAGE, &["--frob"], "invalid option '--frob'; usage: triage [--top N] [--json] [FILE...]");
    complains(TRIAGE, &["no-such.log"], "cannot read no-such.log: ");
    complains(TRIAGE, &["--json", "no-such.log"], "cannot read no-such.log: ");
    complains_on(TRIAGE, &["-", "no-such.log"], b"250 OK\n", "cannot read no-such.log: ");
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"550 5.1.1 <joe@example.net>\n").unwrap();
    assert_eq!(json(&[file.path().to_str().unwrap()])["counted"], 1);
    complains(TRIAGE, &[file.path().parent().unwrap().to_str().unwrap()], "cannot read ");
}
