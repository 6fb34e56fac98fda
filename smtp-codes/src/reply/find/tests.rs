//! What the lenient search finds, and what it leaves alone.

extern crate std;

use std::string::ToString;

use super::find_enhanced;

fn found(text: &str) -> Option<std::string::String> {
    find_enhanced(text.as_bytes()).map(|code| code.to_string())
}

#[test]
fn codes_in_replies_logs_and_bounces_are_found() {
    for (text, code) in [
        // Replies, wherever the code stands in them.
        ("550 5.1.1 No such user", "5.1.1"),
        ("550-5.7.26 The sender is not authenticated", "5.7.26"),
        ("550\t5.1.1", "5.1.1"),
        ("550 5.7.606, access denied", "5.7.606"),
        ("550 5.1.1: unknown", "5.1.1"),
        ("550 5.1.1.", "5.1.1"),
        ("550 5.1.1... User unknown", "5.1.1"),
        ("550 User unknown (5.1.1.)", "5.1.1"),
        ("550 5.7.1[BL21] refused", "5.7.1"),
        ("550 #5.1.0 Address rejected.", "5.1.0"),
        ("550-#5.1.0 Address rejected.", "5.1.0"),
        ("553 sorry, that domain is not in my list (#5.7.1)", "5.7.1"),
        ("550 (5.1.1) unknown", "5.1.1"),
        ("550 - 5.1.1 unknown", "5.1.1"),
        ("550: 5.1.1 unknown", "5.1.1"),
        ("[550] 5.1.1 unknown", "5.1.1"),
        ("('550', 5.1.1 unknown)", "5.1.1"),
        ("550 User unknown (5.1.1)", "5.1.1"),
        ("550 User unknown; 5.1.1", "5.1.1"),
        ("550 mx.example.com 5.1.1 User unknown", "5.1.1"),
        ("550-mx.example.com 5.1.1 User unknown", "5.1.1"),
        ("550-example.com 5.1.1 User unknown", "5.1.1"),
        ("550 <joe@example.com> 5.1.1 User unknown", "5.1.1"),
        ("421 mx1.example.com[192.0.2.1]: 4.7.0 Try later", "4.7.0"),
        ("450 5.1.1 contradicts itself", "5.1.1"),
        ("450 5.7.606 contradicts itself", "5.7.606"),
        ("550 error code 5.2.1", "5.2.1"),
        ("reason:#5.2.1", "5.2.1"),
        // What is left where a client took the reply code off.
        ("5.1.1", "5.1.1"),
        ("5.1.1 User unknown", "5.1.1"),
        ("5.7.606, access denied", "5.7.606"),
        ("(5.1.1) User unknown", "5.1.1"),
        ("\"5.1.1\"", "5.1.1"),
        (" 5.1.1 User unknown", "5.1.1"),
        ("5.1.2 was said, then dsn=5.1.1", "5.1.1"),
        // Logs.
        (
            "to=<joe@example.com>, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <joe@example.com>: unknown (in reply to RCPT TO command))",
            "5.1.1",
        ),
        (
            "relay=none, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.1]:25: Connection timed out)",
            "4.4.1",
        ),
        ("dsn=2.0.0, stat=Sent (250 2.0.0 Ok: queued as 4.5.6)", "2.0.0"),
        (
            "R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<joe@example.com>: 550-5.1.1 no such user",
            "5.1.1",
        ),
        ("host mx.example.com[192.0.2.1] said: 5.1.1 unknown", "5.1.1"),
        ("failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/", "5.1.1"),
        ("mx.example.com 5.1.1 user unknown", "5.1.1"),
        ("550 example.com 5.1.1 User unknown", "5.1.1"),
        ("550 mx-1.example.de 5.1.1 User unknown", "5.1.1"),
        ("550 User unknown (5.1.1:)", "5.1.1"),
        ("mx.example.com: 5.1.1 user unknown", "5.1.1"),
        ("550,5.1.1,unknown", "5.1.1"),
        ("code=550|5.1.1|unknown", "5.1.1"),
        (r#"{"recipient":"joe@example.com","status":"5.1.1","action":"failed"}"#, "5.1.1"),
        (r#"{"status": "5.1.1", "action": "failed"}"#, "5.1.1"),
        (r#"{"enhanced_code": "5.1.1"}"#, "5.1.1"),
        ("enhanced_code=5.1.1", "5.1.1"),
        ("<joe@example.com>: 5.1.1 unknown", "5.1.1"),
        // Bounces.
        ("Sorry, no mailbox here by that name. (#5.1.1)", "5.1.1"),
        ("<mx.example.com #5.1.1 SMTP; 550 unknown>", "5.1.1"),
        (
            "mx.example.com #550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found ##rfc822;joe@example.com",
            "5.1.10",
        ),
        ("Action: failed\nStatus: 5.1.1 (bad destination mailbox address)", "5.1.1"),
        ("status:5.2.2", "5.2.2"),
        ("Action: delayed\r\nStatus: 4.4.7\r\nDiagnostic-Code: smtp;\r\n 421 4.7.0 Try later", "4.7.0"),
        ("Status: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 <joe@example.com>... unknown", "5.1.1"),
        ("Diagnostic-Code: smtp;550 5.1.1 unknown", "5.1.1"),
        ("Diagnostic-Code: smtp; 5.1.1 unknown", "5.1.1"),
        ("Diagnostic-Code: 5.1.1 unknown", "5.1.1"),
        ("Diagnostic-Code: smtp;5.1.1 unknown", "5.1.1"),
        ("Diagnostic-Code: smtp;\r\n 550\r\n 5.1.1 unknown", "5.1.1"),
        ("Status: 5.0.0 (permanent failure)", "5.0.0"),
    ] {
        assert_eq!(found(text).as_deref(), Some(code), "{text}");
    }
}

#[test]
fn addresses_versions_and_dates_are_left_alone() {
    for text in [
        // Addresses.
        "550 5.1.1.9 is listed",
        "550 [5.1.1.1] is listed",
        "550 192.5.1.1 is listed",
        "550 5.1.1.1/24 is listed",
        "5.2.1.4:25",
        "550 4.3.2.1.dul.example.net",
        "550 5.2.1.in-addr.arpa",
        "550 mx-5.1.1.example.com",
        "550 5.1.1.* is listed",
        "550 5.1.1..9 is listed",
        "550 joe@5.1.1",
        "[IPv6:2001:db8::5.1.1.1]",
        // Versions.
        "v2.4.1",
        "550 v5.4.1",
        "550 version 5.4.1",
        "550 Version: 5.4.1",
        "550 (version 5.4.1)",
        "220 mx.example.com ESMTP Postfix 2.11.0",
        "220 mx.example.com ESMTP Exim 4.96.1",
        "220 mx.example.com ESMTP Mailer 2.4.1",
        "554 mailserver/5.4.1 refuses",
        "554 OpenSSL 5.2.1 refuses",
        "421 Postfix (4.2.1) is closing",
        "550 Refused by Exim: 5.0.0",
        "550 v: 5.4.1",
        "OpenSSL 4.2.1",
        "X-Mailer: ASP.NET 4.5.2",
        "node.js 4.2.1",
        "550 5.4.1-beta",
        "550 5.4.1+deb12",
        "550 5.4.1_2",
        "550 5.4.1rc",
        "version=5.4.1",
        "Mailer:5.4.1",
        "v. 2.4.1",
        "(mailer 2.11.0)",
        "PHP/5.4.1",
        "Linux 5.10.0",
        "Microsoft ESMTP MAIL Service, Version: 5.0.2195.6713",
        "220 mx.example.com ESMTP Mailer 8.14.4/8.14.4; Tue, 5.11.99",
        "build;5.4.1",
        // Dates, and numbers otherwise.
        "2.4.2024",
        "550 2.4.2024",
        "5.11.99",
        "550 until 5.11.99",
        "220 5.11.99",
        "550 2.4.24",
        "X-Server-Version: 5.4.1",
        r#"{"version":"5.4.1"}"#,
        "550 expired: 5.11.99",
        "550 expired (5.1.99)",
        "550 expired (5.12.26)",
        "550 expired (5.1.26)",
        "on 2.4.24 at 5:00",
        "at 12:24:250 2.1.5",
        "[192.0.2.1:250] 2.1.5",
        "[192.0.2.250] 2.1.5",
        "1250 2.1.5",
        "192.0.2.250 2.1.5",
        "sizes 2.1.5 and 4.1.1",
        "550 mx.example.com 4.1.1",
        "closed; 5.1.1",
        // A time, a port or an address behind it, in whatever charset.
        "550 5.1.1:25",
        "550 5.1.1:mx",
        "550 5.1.1:\u{e9}",
        // No host names.
        "550 mx_1.example.com 5.1.1",
        "550 mx.example..com 5.1.1",
        "550 mx.example.c 5.1.1",
        "550 host 5.1.1",
        // Not well-formed.
        "550 5.01.1",
        "550 5.1.1000",
        "550 6.1.1 3.1.1 1.1.1",
        "550 5.1",
        "550 5..1",
        "550 5.+1.1",
        "550 5.1.",
        "Status: ",
        "#",
        "",
    ] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn the_best_reason_wins_and_then_the_first() {
    for (text, code) in [
        ("Status: 5.0.0\n(#5.2.1)\n550 5.1.1 unknown\n550 5.1.2 unknown", "5.1.1"),
        ("450 5.1.1 and 5.7.1\nStatus: 5.0.0\n(#5.2.1)", "5.2.1"),
        ("450 5.1.1\ndsn=5.0.0", "5.0.0"),
        ("error 5.3.0\n450 5.1.1", "5.1.1"),
        ("550 mx.example.com 5.2.1 full, error 5.3.0", "5.3.0"),
        ("mx.example.com 5.2.1\n550 (5.2.2)", "5.2.2"),
        ("(#5.1.1) (#5.1.2)", "5.1.1"),
        ("(#5.1.1,#5.1.2)", "5.1.1"),
        ("status=5.1.1,dsn=5.1.2", "5.1.1"),
        ("error=5.1.1,dsn=5.1.2", "5.1.2"),
        ("dsn=5.1.1,error=5.1.2", "5.1.1"),
        ("Error: 5.3.0, Status: 5.1.1", "5.1.1"),
    ] {
        assert_eq!(found(text).as_deref(), Some(code), "{text}");
    }
}

#[test]
fn a_line_knows_nothing_of_the_line_before() {
    assert_eq!(found("550\nmx.example 5.1.1"), None);
    assert_eq!(found("550 no\r\n 5.1.1").as_deref(), None);
    assert_eq!(found("550\r\n 5.1.1").as_deref(), Some("5.1.1"));
    assert_eq!(found("550\r\n5.1.1").as_deref(), None);
}

#[test]
fn any_bytes_may_surround_a_code() {
    assert!(find_enhanced(b"550 \xd3\xc3\xbb\xa7 (#5.1.1) \x81\x30\xff").is_some());
    assert_eq!(find_enhanced(b"550 \xd3\xc3\xbb5.1.1"), None);
    assert!(find_enhanced(b"\xff550 5.1.1 \xff").is_none());
}

#[test]
fn a_megabyte_of_near_misses_holds_none() {
    for piece in
        [&b"5.1.1 "[..], b"5.1.1(", b"5.1.1:", b"((((", b"mx.a.", b"x 5.1.1\n", b"550 4", b"aaaaaaaa"]
    {
        // Behind a word, because the first may be a code.
        let text = [&b"x "[..], &piece.repeat(1_000_000 / piece.len())].concat();
        assert_eq!(find_enhanced(&text), None, "{:?}", piece.escape_ascii());
    }
}
