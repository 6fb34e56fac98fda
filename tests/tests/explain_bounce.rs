//! The example `explain` on bounce messages and on lines of a mail log.

mod programs;

use programs::{pages, prints, prints_on, under};
use smtp_codes_tests::repository;

/// The file of the repository's sample logs.
fn sample(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("tests/facts/logs").join(name)).unwrap()
}

#[test]
fn explain_reads_each_recipient_of_a_bounce() {
    let message = sample("bounce.eml");
    let text = prints_on("explain", &[], &message);
    let pages = pages(&text);
    assert_eq!(pages.len(), 4, "{text}");
    for (page, title, recipient) in [
        (pages[0], "SMTP 550 5.1.1: No such mailbox", "joe@example.net"),
        (pages[1], "SMTP 550 4.2.2: Mailbox unavailable", "jane@example.org"),
        (pages[2], "SMTP 550 5.7.26: Multiple authentication checks failed", "ann@example.edu"),
        (pages[3], "No reply, status 4.4.1: No answer from host", "kim@example.info"),
    ] {
        assert_eq!(page.lines().next(), Some(title));
        assert_eq!(under(page, "Recipient"), recipient);
    }
    assert_eq!(under(pages[0], "Said by"), "mx1.example.net");
    assert!(under(pages[0], "Action").starts_with("failed: "));
    let reply = "550 5.1.1 <joe@example.net>: Recipient address rejected: User unknown";
    assert_eq!(under(pages[0], "The reply"), reply);
    assert!(under(pages[1], "The sending server's own status").starts_with("It noted 5.0.0"));
    assert!(
        pages[2].contains("\n  550-5.7.26 This mail") && pages[2].contains("\n  550 5.7.26 Authenticate")
    );
    assert!(under(pages[3], "Action").starts_with("delayed: "));
    assert!(under(pages[3], "What the sending server says").contains("Connection timed out"));
    // The message that came back has such fields as well, and they are not the report's.
    assert!(!text.contains("599") && !text.contains("5.9.9"));
    assert_eq!(text.matches("\nThe code by itself: 550 Mailbox unavailable\n---").count(), 1);

    let part = message.split(|byte| *byte == b'\n').skip_while(|line| !line.starts_with(b"Reporting-MTA"));
    let part: Vec<&[u8]> = part.take_while(|line| !line.starts_with(b"--")).collect();
    assert_eq!(prints_on("explain", &["-"], &part.join(&b'\n')), text);
    assert_eq!(prints_on("explain", &["-"], &part.join(&b"\r\n"[..])), text);
}

#[test]
fn explain_sees_a_contradiction_in_a_bounce() {
    let fields = "Final-Recipient: rfc822; joe@example.net\nStatus: 5.7.1\n\
                  Diagnostic-Code: smtp; 550-5.7.1 Refused\n  250 OK\n";
    let page = prints_on("explain", &[], fields.as_bytes());
    assert!(page.starts_with("A reply that contradicts itself: 550 and 250\n"), "{page}");
    let field = "Diagnostic-Code: smtp; 550 no mailbox here (#5.1.1)";
    assert!(prints("explain", &[field]).starts_with("SMTP 550 5.1.1: No such mailbox\n"));
}

#[test]
fn explain_reads_a_line_of_a_log() {
    let postfix = String::from_utf8(sample("postfix.log")).unwrap();
    let line = postfix.lines().find(|line| line.contains("451 4.7.1")).unwrap();
    let page = prints("explain", &[line]);
    assert!(page.starts_with("SMTP 451 4.7.1: "), "{page}");
    assert_eq!(under(&page, "Recipient"), "max@example.edu");
    assert!(under(&page, "What the sending server does after RCPT TO").starts_with("Defer recipient. "));
    let exim = String::from_utf8(sample("exim.log")).unwrap();
    let line = exim.lines().find(|line| line.contains("sam@")).unwrap();
    assert!(
        prints_on("explain", &[], line.as_bytes())
            .starts_with("A reply that contradicts itself: 550 and 250")
    );
    let page = prints("explain", &["remote host mx.example.org said: 550 5.1.1 No such user"]);
    assert!(page.starts_with("SMTP 550 5.1.1: No such mailbox\n"));
}

#[test]
fn explain_reads_a_bounce_that_people_are_to_read() {
    for (text, title, reply) in [
        (
            // Exim
            "This is a permanent error. The following address(es) failed:\n\n  joe@example.net\n    SMTP error from \
             remote mail server after RCPT TO:<joe@example.net>:\n    host mx1.example.net [192.0.2.10]: 550 5.1.1 \
             <joe@example.net>:\n    Recipient address rejected\n\n------ This is a copy of your message ------\n",
            "SMTP 550 5.1.1: No such mailbox",
            "550 5.1.1 <joe@example.net>: Recipient address rejected",
        ),
        (
            "  joe@example.net\n    SMTP error from remote mail server after end of data:\n    550-5.7.26 One\n    \
             550 5.7.26 two\n\n",
            "SMTP 550 5.7.26: Multiple authentication checks failed",
            "550-5.7.26 One 550 5.7.26 two",
        ),
        (
            // Postfix
            "<joe@example.net>: host mx1.example.net[192.0.2.10] said: 550 5.1.1\n    <joe@example.net>: User unknown \
             (in reply to RCPT TO\n    command)\n",
            "SMTP 550 5.1.1: No such mailbox",
            "550 5.1.1 <joe@example.net>: User unknown",
        ),
    ] {
        let page = prints_on("explain", &[], text.as_bytes());
        assert_eq!(page.lines().next(), Some(title), "{page}");
        assert_eq!(under(&page, "The reply"), reply);
        assert_eq!(page.contains("does after RCPT TO"), text.contains("in reply to"));
    }
    let fields = "Final-Recipient: rfc822; joe@example.net\nDiagnostic-Code: smtp; 5.1.1 user unknown\n";
    let page = prints_on("explain", &[], fields.as_bytes());
    assert!(page.starts_with("No reply, status 5.1.1: No such mailbox\n"), "{page}");
}
