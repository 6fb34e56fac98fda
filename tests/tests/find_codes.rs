//! What the lenient search finds in logs, bounces and other programs' errors, and what it leaves alone.

use std::time::{Duration, Instant};

use smtp_codes::{find_codes, find_enhanced};

fn found(text: &str) -> Option<String> {
    find_enhanced(text.as_bytes()).map(|code| code.to_string())
}

/// The codes as they are found, with a dash for one that is missing.
fn codes(text: &str) -> String {
    let Some(found) = find_codes(text.as_bytes()) else { return "nothing".to_owned() };
    let reply = found.reply().map_or_else(|| "-".to_owned(), |code| code.to_string());
    match found.enhanced() {
        Some(enhanced) => format!("{reply} {enhanced}"),
        None => reply,
    }
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
        ("The server response was: 5.7.1 Unable to relay", "5.7.1"),
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
        ("mx.example.com #550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found ##rfc822;joe@example.com", "5.1.10"),
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
        "550 the mx_1.example.com 5.1.1",
        "550 the mx.example..com 5.1.1",
        "550 the mx.example.c 5.1.1",
        "550 the host 5.1.1",
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
        ("450 5.1.1 and 5.7.1\nStatus: 5.0.0\n(#5.2.1)", "5.1.1"),
        ("550 unknown\nStatus: 5.0.0\n(#5.2.1)", "5.2.1"),
        ("error 5.3.0\n450 5.1.1", "5.1.1"),
        ("550 mx.example.com 5.2.1 full, error 5.3.0", "5.2.1"),
        ("mx.example.com 5.2.1\n550 (5.2.2)", "5.2.2"),
        ("334 5.7.8\nerror 5.3.0", "5.7.8"),
        ("334 5.7.8\ndsn=5.3.0", "5.3.0"),
        ("mx.example.com 5.2.1\nerror 5.3.0", "5.3.0"),
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
    assert_eq!(found("550 no such\r\n 5.1.1").as_deref(), None);
    assert_eq!(found("550\r\n 5.1.1").as_deref(), Some("5.1.1"));
    assert_eq!(found("550\r\n5.1.1").as_deref(), None);
}

#[test]
fn any_bytes_may_surround_a_code() {
    assert!(find_enhanced(b"550 \xd3\xc3\xbb\xa7 (#5.1.1) \x81\x30\xff").is_some());
    assert_eq!(find_enhanced(b"550 \xd3\xc3\xbb5.1.1"), None);
    assert!(find_enhanced(b"\xff550 5.1.1 \xff").is_none());
}

/// A search that took more than a few steps for each byte would not end here.
#[test]
fn a_long_text_of_anything_is_searched_at_once() {
    for piece in [
        &b"5.1.1 "[..],
        b"5.1.1(",
        b"5.1.1:",
        b"((((",
        b"mx.a.",
        b"x 5.1.1\n",
        b"550 4",
        b"aaaaaaaa",
        b"#",
        b"....",
        b"error=",
        b"a:",
        b"5.",
        b"host.example.com: 5.99.99 ",
        b"550,",
        b"550-",
        b"_550",
        b"_550_5.1.1",
        b"550 ",
        b"550-a\n",
        b"550-\n 5.",
        b"said:550",
        b"(550, b'",
        b" ",
        b"\n",
        b" \n",
        b"550 ,,,,5.1.1x ",
        b"a@b:550",
        b"\\",
        b"[550",
        b"expected 250 ",
        b"<< ",
        b"_",
        b"-",
        b"x5.1.1,550",
        b"5.1.1,",
    ] {
        let text = [&b"x "[..], &piece.repeat(100_000 / piece.len())].concat();
        let start = Instant::now();
        std::hint::black_box((find_codes(&text), find_enhanced(&text)));
        let took = start.elapsed();
        assert!(took < Duration::from_secs(10), "{took:?} for {:?}", piece.escape_ascii());
    }
}

/// Each text holds these codes and no others.
fn hold(expected: &str, texts: &[&str]) {
    let others: Vec<_> = texts.iter().map(|text| (codes(text), text)).filter(|(codes, _)| codes != expected).collect();
    assert!(others.is_empty(), "not {expected}, but {others:#?}");
}

#[test]
fn a_reply_in_quotes() {
    hold(
        "550 5.7.520",
        &[
            "'550 5.7.520 Access denied, forwarding is off in this organization. AS(7555)'",
            "\"550 5.7.520 Access denied\"",
            "`550 5.7.520` Access denied",
            "Remote Server returned '550 5.7.520 Access denied'",
            "Remote Server returned '<mx.example.net #5.7.520 smtp;550 5.7.520 Access denied>'",
            "550-'5.7.520 Access denied' (delivery attempts: 0)",
            "smtp; 5.1.0 - Unknown address error 550-'5.7.520 Access denied' (delivery attempts: 0)",
        ],
    );
    hold("550", &["'550 Access denied'", "it said \"550 Access denied\"", "stat=\"550 Access denied\""]);
}

#[test]
fn a_reply_of_several_lines() {
    hold(
        "550 5.1.1",
        &[
            "550-5.1.1",
            "550-5.1.1 The account does\r\n550-5.1.1 not exist\r\n550 5.1.1 gsmtp",
            "550-Sorry,\r\n550 5.1.1 no such user",
            "550-Sorry,\r\n550-no such user\r\n550 (#5.1.1)",
            "<<< 550-Sorry,\n<<< 550 5.1.1 no such user",
            "550-4.2.2 it contradicts itself\r\n550 5.1.1 and then not",
            "S: 550-Sorry\nS: 550 5.1.1 no such user",
        ],
    );
    // Of another reply the enhanced code is not taken.
    hold("550", &["550 Sorry\r\n550 5.1.1 no such user", "550-Sorry\r\n551 5.1.1 no such user"]);
}

#[test]
fn qmail_writes_underscores() {
    hold(
        "550 5.1.1",
        &[
            "550_5.1.1_no_such_user_here/",
            "@4000000067a1b2c31234abcd delivery 512: failure: 192.0.2.31_does_not_like_recipient./Remote_host_said:_550_5.1.1_no_such_user_here/Giving_up_on_192.0.2.31./",
            "delivery 812: failure: 192.0.2.31_failed_after_I_sent_the_message./Remote_host_said:_550-5.1.1_no_such_user/",
            "deferral: Remote_host_said:_550_sorry,_no_mailbox_here_by_that_name._(#5.1.1)/",
            "Remote host said: 550 5.1.1 no such user here",
            "Remote host said: 550 sorry, no mailbox here by that name (#5.1.1 - chkuser)",
        ],
    );
    hold("550", &["Remote_host_said:_550_no_such_user/Giving_up_on_192.0.2.31./"]);
    hold("- 4.4.1", &["delivery 513: deferral: Sorry,_I_wasn't_able_to_connect._(#4.4.1)/"]);
    hold("nothing", &["queue_550_a", "cuda_550: no"]);
}

#[test]
fn tuples_of_python_and_strings_of_other_languages() {
    hold(
        "550 5.1.1",
        &[
            "(550, b'5.1.1 <ann@example.net>: no such user here')",
            "smtplib.SMTPRecipientsRefused: {'ann@example.net': (550, b'5.1.1 no such user')}",
            "SMTPRecipientsRefused: {u'ann@example.net': (550, '5.1.1 no such user')}",
            "aiosmtplib.errors.SMTPRecipientRefused: (550, \"5.1.1 no such user\", 'ann@example.net')",
            "reply: b'550 5.1.1 <ann@example.net>: no mailbox by that name\\r\\n'",
            "reply: retcode (550); Msg: b'5.1.1 <ann@example.net>: no mailbox by that name'",
            "smtplib.SMTPDataError: (550, b'5.1.1')",
            "permanent error (550): 5.1.1 no such user",
            "Failed to add recipient: ann@example.net [SMTP: Invalid response code received from server (code: 550, response: 5.1.1 no such user)]",
            "&textproto.Error{Code:550, Msg:\"5.1.1 no such user\"}",
            "SMTP Error (550): Failed to add recipient \"ann@example.net\" (5.1.1 no such user)",
            "Net::SMTPFatalError: 550 5.1.1 no such user",
            "com.sun.mail.smtp.SMTPAddressFailedException: 550 5.1.1 no such user",
        ],
    );
    hold("550", &["(550, b'No such user')", "smtplib.SMTPSenderRefused: (550, 'No', 'a@example.net')"]);
}

#[test]
fn values_of_json() {
    hold(
        "550 5.1.1",
        &[
            r#"{"code":"EENVELOPE","command":"RCPT TO","response":"550 5.1.1 <ann@example.net>: no","responseCode":550}"#,
            r#"{"event":"rejected","code":550,"enhancedCode":"5.1.1","message":"no"}"#,
            r#"{"code": 550, "enhanced_code": "5.1.1"}"#,
            r#"{"enhancedCode":"5.1.1","code":550}"#,
            r#"{"smtp_code":550,"smtp_enchcode":"5.1.1","smtp_msg":"no"}"#,
            r#"{"error":"{\"response\":\"550 5.1.1 no\"}"}"#,
            r#"{"bounceType":"Transient","status":"5.4.4","diagnosticCode":"smtp; 550 5.1.1 no"}"#,
            r#"{"delivery-status":{"attempt-no":1,"message":"no","code":550,"enhanced-code":"5.1.1"}}"#,
            r#"{"severity":"permanent","raw_reason":"550 5.1.1 no","error_code":"550"}"#,
            r#"{"MESSAGE": "said: 550 5.1.1 no", "_PID": "450"}"#,
        ],
    );
    hold("250", &[r#"{"smtpResponse":"250 ok dirdel"}"#, r#"{"response": "250 Ok"}"#]);
    hold("- 5.1.1", &[r#"{"status":"5.1.1","size":550}"#]);
    // What the sending program makes of a reply is not the reply's.
    hold("550", &[r#"{"status":"5.0.0","response":"550 no"}"#]);
    hold("nothing", &[r#"{"size":550,"port":587,"id":450}"#, r#"{"statusCode":503}"#, r#"{"status":503,"ms":250}"#]);
}

#[test]
fn fields_of_a_delivery_report() {
    hold(
        "550 5.1.1",
        &[
            "smtp;550 5.1.1 (bad destination mailbox address)",
            "Diagnostic-Code: smtp; 550 5.1.1 unknown",
            "Diagnostic-Code: smtp;\r\n 550 5.1.1 unknown",
            "Diagnostic-Code: SMTP; 550-5.1.1 unknown",
            "Status: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 unknown",
            "b,2026-11-20 08:14:02+0000,ann@example.net,,failed,5.1.1 (bad mailbox),\"smtp;550 5.1.1 unknown\",mx",
            "Diagnostic-Code: X-Postfix; host mx.example.net[192.0.2.1] said: 550 5.1.1 unknown",
            "Diagnostic-Code: lmtp; 550 5.1.1 unknown",
        ],
    );
    hold(
        "550",
        &["Diagnostic-Code: smtp; 550 unknown", "smtp;550", "Status: 5.1.1\nDiagnostic-Code: smtp; 550 unknown"],
    );
    hold("- 5.3.0", &["Status: 5.3.0\nDiagnostic-Code: X-Unix; 255", "Action: failed\r\nStatus: 5.3.0"]);
    hold("nothing", &["Diagnostic-Code: X-Unix; 255", "Final-Recipient: rfc822; 550@example.net", "X-Unix; 550 x"]);
}

#[test]
fn an_enhanced_code_before_the_reply_code() {
    hold(
        "550 5.1.1",
        &[
            "#5.1.1 SMTP; 550",
            "<mx.example.com #5.1.1 SMTP; 550 unknown>",
            "<mx.example.com #5.1.1 smtp;550 5.1.1 unknown>",
            "<mx.example.com #5.2.1 smtp;550 5.1.1 unknown>",
            "mx.example.com #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##rfc822;ann@example.net",
            "550 #5.1.1 unknown",
            "enhanced_code=5.1.1 code=550",
        ],
    );
    hold("550", &["#4.1.1 SMTP; 550 unknown", "dsn=5.1.1, stat=550 unknown", "#5.1.1 was said; error 550"]);
}

#[test]
fn words_between_the_codes() {
    hold(
        "450 4.7.1",
        &["450 cuda_nsu 4.7.1 <ann@example.net>: no", "said: 450 cmsmtp 4.7.1 no", "450 [TSS04] 4.7.1 no"],
    );
    hold("421 4.7.0", &["421 mx1.example.com[192.0.2.1]: 4.7.0 Try later", "421-mx.example.com 4.7.0 Try later"]);
    hold(
        "550 5.7.1",
        &["550 Message rejected by local policy (#5.7.1)", "550 <ann@example.net> 5.7.1 no", "550 no: 5.7.1"],
    );
    hold("550", &["550 no such 5.7.1", "550 cuda_nsu 4.7.1 x", "550 OpenSSL 5.2.1 x", "550 cuda_nsu 5.11.99"]);
    hold("250", &["250 Exim 2.1.5 at your service"]);
}

#[test]
fn what_announces_a_reply_code() {
    hold(
        "554",
        &[
            "host mx.example.net[192.0.2.31] refused to talk to me: 554 IP=192.0.2.44 - We have a problem",
            "Error: Invalid greeting. response=554 Policy of this site forbids your address: 554 Policy of this site",
            "mta: 0xea6710: <<< 554-mx.example.net ESMTP Service not available",
            "SMTP error from remote mail server after RCPT TO:<ann@example.net>: 554 no",
            "mx.example.net [192.0.2.31]: 554 no",
            "<ann@example.net>: 554 no",
            "Expected response code 250 but got code \"554\", with message \"554 no\"",
            "Expected response code \"250/251/252\" but got code \"554\"",
            "expected 250, got 554",
            "250 expected, got 554",
            "SMTP<< 554 no",
            "08:20:11   308   SMTP<< 554 no",
            "308   SMTP<< 554 no",
            "<** 554 no",
            "< 554 no",
            " Out: 554 no",
            "2026-11-20 17:38:02     SERVER -> CLIENT: 554 no",
            "[outbound] S: 554 no",
            "(reason: 554 no)",
            "stat=Deferred: 554 no",
            "LED=554 no",
            "error code 554",
            "SMTP error: 554",
            "responseCode: 554,",
            "bounced with 554 Transaction failed",
            "554",
            "554-",
            "permanent failure for one or more recipients (ann@example.net:554 no)",
        ],
    );
    hold("250 2.0.0", &["status=sent (250 2.0.0 Ok: queued as 4XkQ2z1aBc)", "C=\"250 2.0.0 Ok\""]);
    hold("250", &["status=sent (250 Ok)", "dsn=2.0.0, stat=Sent (250 Ok)", "250-8BITMIME", "250 HELP", "C=\"250 Ok\""]);
    hold("554 5.7.1", &["The error that the other server returned was: 554 554 5.7.1 no"]);
    hold("598", &["598 Refused by our rules", "said: 598 Refused by our rules"]);
    hold("334", &["334 VXNlcm5hbWU6", "334 5.7.8 Try again"]);
}

#[test]
fn the_first_reply_is_told() {
    hold("250 2.0.0", &["status=sent (250 2.0.0 Ok, taken although backend said: 550 5.1.1 no such user)"]);
    hold("250", &["status=sent (250 Ok, taken although backend said: 550 5.1.1 no such user)", "250 550 5.1.1 quoted"]);
    hold("450", &["said: 450 wait, status=bounced (host mx.example.org said: 550 5.1.1 gone)"]);
    hold("450 4.2.0", &["host said: 450 4.2.0 wait, to=<a@example.org>, status=bounced (host said: 550 5.1.1 gone)"]);
    hold(
        "535 5.7.139",
        &["The server response was: 5.7.57 Not authenticated. Error: 535 5.7.139 Authentication unsuccessful"],
    );
    hold("450 5.1.1", &["450 5.1.1 contradicts itself", "450 5.1.1 and (4.2.2)"]);
    // What it is the first of is the text: give one line at a time.
    hold("220", &["S: 220 mx.example.net\nS: 550 5.1.1 no"]);
}

#[test]
fn numbers_that_are_no_replies() {
    hold(
        "nothing",
        &[
            // Processes, ports, sizes and counts.
            "postfix/smtp[550]: 4XkQ2z1aBc: to=<ann@example.net>",
            "[550] connected",
            "2026-11-20 08:14:01 [471] -> EHLO shop.example.com",
            "08:20:11   508 Connecting to mx7.example.net [192.0.2.31]:25 ... connected",
            "pid 550 exited",
            "connect to mx.example.net[192.0.2.1]:587: Connection timed out",
            "mx.example.net:587",
            "port 465",
            "port 587: 5",
            "mx.example.net port 550",
            "Content-Length: 518",
            "Content-Length: 518\r\nSubject: x",
            "Lines: 421",
            "Size of your message: 554 kB",
            "message: 554 kB",
            "size=512, nrcpt=1 (queue active)",
            "<= orders@example.com U=shop P=local S=512",
            "delay=250, delays=250/0/0/0",
            "250 messages were queued",
            "550 bytes",
            "452 of 500 delivered",
            "took 250 ms",
            "error: 250-300 ms",
            "audit: 550 callbacks suppressed",
            "delivery 512: failure: no",
            "msg 442: bytes 550 from <a@example.net> qp 450 uid 501",
            "uid=501 gid=500",
            "1,250 recipients",
            // Dates, times, addresses, versions.
            "Fri, 20 Nov 2026 08:30:11 +0000 (UTC)",
            "2026-11-20T06:25:02.250Z",
            "12:24:250",
            "at 08:25:421 x",
            "192.0.2.250",
            "[192.0.2.250]",
            "250.0.2.1",
            "2001:db8::550",
            "ESMTP Mailer 5.550",
            "v450",
            "RFC 5321, RFC 531, section 4",
            "call +1 202 555-0123",
            // Queue ids and addresses.
            "550A1C2B: removed",
            "id=550-abc",
            "550@example.net",
            "user550",
            // Other programs' numbers.
            "HTTP/1.1 503 Service Unavailable",
            "HTTP status: 503 Service Unavailable",
            "HTTP error 503",
            "\"GET / HTTP/1.1\" 503 512 \"-\" \"curl\"",
            "The requested URL returned error: 503",
            "status=503",
            "status: 200 OK",
            "FTP error: 530 Login incorrect",
            "exit status: 550 x",
            "exited with error code 450",
            "Return code: 255",
            "error 404",
            "101 Cannot open connection",
            "602 x",
            "312 x",
            // What was only expected.
            "expected 250",
            "Expected response code 354",
            "expected: 220 from the server",
            "",
        ],
    );
}

#[test]
fn where_the_codes_stand() {
    for (text, range) in [
        ("said: 550 5.1.1 no", "550 5.1.1"),
        ("said: 550 no", "550"),
        ("Status: 5.1.1", "5.1.1"),
        ("550-Sorry\r\n550 5.1.1 no", "550-Sorry\r\n550 5.1.1"),
        ("<mx #5.1.1 SMTP; 550 no>", "5.1.1 SMTP; 550"),
        ("with code \"550\", message \"550 5.1.1 no\"", "550 5.1.1"),
        ("{\"code\":550,\"enhancedCode\":\"5.1.1\"}", "550,\"enhancedCode\":\"5.1.1"),
        ("\u{e9}\u{e9} 550 5.1.1", "550 5.1.1"),
        ("enhancedCode=5.7.1\n (reason: 550\n 5.1.1 no)", "550\n 5.1.1"),
        ("465 4.7.0 no", "465 4.7.0"),
    ] {
        let found = find_codes(text.as_bytes()).unwrap();
        assert_eq!(&text[found.range()], range, "{text}");
    }
}

#[test]
fn the_shapes_that_people_paste() {
    for (expected, text) in [
        (
            "501 5.1.5",
            "SMTPRecipientsRefused: {u'a@example.com': (501, '5.1.5 Address reserved for documentation by RFC 2606')}",
        ),
        (
            "550 5.7.60",
            "Expected response code 250 but got code \"550\", with message \"550 5.7.60 SMTP; Client may not send as this sender\"",
        ),
        ("530 5.7.1", "\tcom.sun.mail.smtp.SMTPSendFailedException: 530 5.7.1 Authentication is needed"),
        (
            "503",
            "[2026-11-20 19:14:02] app.ERROR: [MAIL ERROR] Expected response code 354 but got code \"503\", with message \"503 Valid RCPT command must precede DATA \" Log data: >> DATA  << 451 Local trouble",
        ),
        (
            "554 5.7.1",
            "2026-11-20 17:38:02     SMTP ERROR: RCPT TO command failed: 554 5.7.1 <a@example.net>: Relay access denied",
        ),
        (
            "421 4.7.0",
            "to=<a@example.net>, relay=none, dsn=4.7.0, status=deferred (delivery temporarily suspended: host mx[192.0.2.31] refused to talk to me: 421 4.7.0 Too many)",
        ),
        (
            "- 4.4.1",
            "to=<a@example.net>, relay=none, delay=248321, dsn=4.4.1, status=deferred (delivery temporarily suspended: connect to mx[192.0.2.31]:25: Connection timed out)",
        ),
        (
            "550 5.1.1",
            "mta delivery evpid=f9293a5cb336a379 delay=2s result=\"PermFail\" stat=\"550 5.1.1 not known here\"",
        ),
        (
            "421 4.7.0",
            "SMTP error from remote mail server after MAIL FROM:<news@example.com> SIZE=15763: 421 4.7.0 [TS01] put off",
        ),
        ("553 5.3.0", "553 5.3.0 alph681 DNSBL:RBL 521< 192.0.2.44 >_is_blocked.For help forward this"),
        ("550 5.1.10", "Status code: 550 5.1.10"),
        (
            "552",
            "dsn=5.0.0, status=bounced (host mx[192.0.2.31] said: 552 Quota of this user is used up (in reply to end of DATA command))",
        ),
        ("451 4.7.1", "dsn=4.7.1, stat=Deferred: 451 4.7.1 come back later"),
        ("- 5.1.1", "relay=mx7.example.net. [192.0.2.31], dsn=5.1.1, stat=User unknown"),
        (
            "550 5.1.1",
            "Your message could not be delivered.\nSize of your message: 554 kB\n\nThe server said:\n  550 5.1.1 not here",
        ),
        ("450 4.4.316", "[{LED=450 4.4.316 Connection refused};{MSG=};{FQDN=mx.example.net};{IP=192.0.2.1}]"),
    ] {
        assert_eq!(codes(text), expected, "{text}");
    }
}
