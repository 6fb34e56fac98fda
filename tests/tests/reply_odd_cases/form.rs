//! Odd codes, lines and texts.

use super::*;

#[test]
fn unknown_codes_571_598_471() {
    is(b"571 5.7.1 Blocked\r\n", 571, Some("5.7.1"), &[b"Blocked"]);
    is(b"571 Blocked\r\n", 571, None, &[b"Blocked"]);
    is(b"598 Refused by our rules\r\n", 598, None, &[b"Refused by our rules"]);
    is(b"471 4.7.1 Later\r\n", 471, Some("4.7.1"), &[b"Later"]);
    assert_eq!(reply(b"598 x\r\n").class(), Class::PermanentNegative);
    assert_eq!(reply(b"471 x\r\n").class(), Class::TransientNegative);
    assert_eq!(reply(b"598 x\r\n").known(), None);
}

#[test]
fn second_digits_6_to_9() {
    for number in (2..=5).flat_map(|class| (60..100).map(move |rest| class * 100 + rest)) {
        is(
            format!("{number} 2.0.0 x\r\n").as_bytes(),
            number,
            (number / 100 != 3).then_some("2.0.0"),
            &[if number / 100 == 3 { b"2.0.0 x" } else { b"x" }],
        );
    }
}

#[test]
fn class_outside_2_to_5() {
    for bytes in [&b"999 x\r\n"[..], b"199 x\r\n", b"600 x\r\n", b"099 x\r\n", b"100 Continue\r\n"] {
        assert_eq!(malformed(bytes), (0, bytes[0], Expected::FirstDigit));
    }
    assert_eq!(malformed(b"250-a\r\n199 b\r\n"), (7, b'1', Expected::FirstDigit));
}

#[test]
fn not_a_reply_at_all() {
    for bytes in [
        &b"HTTP/1.1 400 Bad Request\r\n"[..],
        b"* OK IMAP4rev1 ready\r\n",
        b"+OK POP3 ready\r\n",
        b"\x16\x03\x01\x02\x00\x01",
        b"\r\n",
        b"\n250 OK\r\n",
        b" 250 OK\r\n",
        b"ERROR\r\n",
        b"-ERR\r\n",
        b"\xef\xbb\xbf250 OK\r\n",
        b"\0\0\0",
    ] {
        assert_eq!(malformed(bytes), (0, bytes[0], Expected::FirstDigit));
        assert!(matches!(ReplyScanner::new().scan(bytes), Err(ScanError::Reply(_))));
    }
    assert_eq!(malformed(b"5xx error\r\n"), (1, b'x', Expected::Digit));
    assert_eq!(malformed(b"SSH-2.0-OpenSSH_9.6\r\n"), (0, b'S', Expected::FirstDigit));
    assert_eq!(malformed(b"220-mail\r\nwelcome\r\n220 ready\r\n"), (10, b'w', Expected::FirstDigit));
}

#[test]
fn bare_250_without_a_space() {
    is(b"250\r\n", 250, None, &[b""]);
    is(b"250\n", 250, None, &[b""]);
    is(b"250 \r\n", 250, None, &[b""]);
    is(b"250-mail.example.com\r\n250\r\n", 250, None, &[b"mail.example.com", b""]);
    let (first, rest) = Reply::parse(b"250\r\n354\r\n").unwrap();
    assert_eq!((first.code(), reply(rest).code()), (code(250), code(354)));
}

#[test]
fn bare_334() {
    is(b"334\r\n", 334, None, &[b""]);
    is(b"334 \r\n", 334, None, &[b""]);
    is(b"334 VXNlcm5hbWU6\r\n", 334, None, &[b"VXNlcm5hbWU6"]);
}

#[test]
fn code_changes_inside_a_reply() {
    let bytes = b"550-5.7.1 Refused\r\n550-5.7.1 really\r\n250 2.0.0 OK\r\n221 Bye\r\n";
    let error = Reply::parse(bytes).unwrap_err();
    assert_eq!(
        error,
        ReplyError::MixedCodes { first: code(550), last: code(250), other: code(250), at: 37, length: 51 },
        "both codes are given, and a refusal is not read as a success"
    );
    assert_eq!(error.at(), Some(37));
    assert_eq!(reply(&bytes[51..]).code(), 221);
    let text = error.to_string();
    assert!(text.contains("550") && text.contains("250") && text.contains("byte 37"), "{text}");
}

#[test]
fn code_changes_and_comes_back() {
    let error = Reply::parse(b"250-a\r\n550-b\r\n250 c\r\n").unwrap_err();
    assert_eq!(
        error,
        ReplyError::MixedCodes { first: code(250), last: code(250), other: code(550), at: 7, length: 21 }
    );
}

#[test]
fn code_changes_across_two_pieces() {
    let (bytes, mut scanner) = (b"250-a\r\n550 b\r\n", ReplyScanner::new());
    for end in 0..bytes.len() {
        assert_eq!(scanner.scan(&bytes[..end]), Ok(None), "{end}");
    }
    let error = scanner.scan(bytes).unwrap_err();
    assert!(matches!(error, ScanError::Reply(ReplyError::MixedCodes { at: 7, length: 14, .. })), "{error}");
}

#[test]
fn plus_50_as_a_code() {
    assert_eq!(malformed(b"+50 text\r\n"), (0, b'+', Expected::FirstDigit));
    assert_eq!(malformed(b"2+5 text\r\n"), (1, b'+', Expected::Digit));
    assert_eq!(malformed(b"25+ text\r\n"), (2, b'+', Expected::Digit));
}

#[test]
fn four_digits() {
    assert_eq!(malformed(b"2500 OK\r\n"), (3, b'0', Expected::Separator));
    assert_eq!(malformed(b"5501 OK\r\n"), (3, b'1', Expected::Separator));
    assert_eq!(malformed(b"250-a\r\n2500 OK\r\n"), (10, b'0', Expected::Separator));
}

#[test]
fn two_digits() {
    assert_eq!(malformed(b"25 OK\r\n"), (2, b' ', Expected::Digit));
    assert_eq!(malformed(b"25\r\n"), (2, b'\r', Expected::Digit));
    assert_eq!(malformed(b"2\n"), (1, b'\n', Expected::Digit));
}

#[test]
fn other_separators() {
    for separator in [b':', b'.', b',', b'_', b'=', b'\0', b'\x0b', b'\xa0', b'a'] {
        let bytes = [b'2', b'5', b'0', separator, b'O', b'K', b'\n'];
        assert_eq!(malformed(&bytes), (3, separator, Expected::Separator));
    }
}

#[test]
fn line_feed_alone() {
    is(b"250 OK\n", 250, None, &[b"OK"]);
    is(b"250-5.0.0 a\n250-\n250 c\n", 250, Some("5.0.0"), &[b"a", b"", b"c"]);
    is(b"250-a\n250 b\r\n", 250, None, &[b"a", b"b"]);
}

#[test]
fn carriage_return_alone() {
    assert_eq!(Reply::parse(b"250 OK\r"), Err(ReplyError::Incomplete));
    assert_eq!(Reply::parse(b"250\r"), Err(ReplyError::Incomplete));
    assert_eq!(malformed(b"250\rOK\r\n"), (4, b'O', Expected::LineFeed));
    is(b"550 a\r250 OK\r\n", 550, None, &[b"a\r250 OK"]);
    is(b"250 OK\r\r\n", 250, None, &[b"OK\r"]);
}

#[test]
fn tab_after_the_code() {
    is(b"250\tOK\r\n", 250, None, &[b"OK"]);
    is(b"550\t5.1.1\tUnknown\r\n", 550, Some("5.1.1"), &[b"Unknown"]);
    is(b"250-a\r\n250\tb\r\n", 250, None, &[b"a", b"b"]);
}

#[test]
fn latin_1_text() {
    let bytes = b"550 5.1.1 Empf\xe4nger unbekannt, Bo\xeete inconnue\r\n";
    is(bytes, 550, Some("5.1.1"), &[b"Empf\xe4nger unbekannt, Bo\xeete inconnue"]);
    assert_eq!(reply(bytes).to_string(), "550 5.1.1 Empf\u{fffd}nger unbekannt, Bo\u{fffd}te inconnue");
}

#[test]
fn gb18030_text() {
    // "user does not exist" in Chinese, and a character of four bytes, whose second and fourth are digits.
    let text = b"\xd3\xc3\xbb\xa7\xb2\xbb\xb4\xe6\xd4\xda \x95\x32\x82\x36";
    let bytes = [b"550 ", &text[..], b"\r\n"].concat();
    is(&bytes, 550, None, &[text]);
    let bytes = [b"550-5.1.1 ", &text[..], b"\r\n550 5.1.1 ", text, b"\r\n"].concat();
    is(&bytes, 550, Some("5.1.1"), &[text, text]);
    assert_eq!(find_enhanced(&bytes), enhanced("5.1.1"));
}

#[test]
fn nul_in_the_text() {
    is(b"550 5.1.1 a\0b\r\n", 550, Some("5.1.1"), &[b"a\0b"]);
    is(b"550 \0\r\n", 550, None, &[b"\0"]);
    assert_eq!(malformed(b"550\0x\r\n"), (3, 0, Expected::Separator));
    assert_eq!(reply(b"550 a\0b\r\n").to_string(), "550 a\\x00b");
}

#[test]
fn the_server_hangs_up_in_the_middle() {
    for bytes in [&b""[..], b"4", b"421", b"421 ", b"421 4.3.2 Closing", b"421-4.3.2 a\r\n", b"421-a\r\n42"] {
        assert_eq!(Reply::parse(bytes), Err(ReplyError::Incomplete));
        assert_eq!(ReplyScanner::new().scan(bytes), Ok(None));
    }
}

#[test]
fn a_last_line_of_a_greeting_that_has_only_hyphens() {
    let error = Reply::parse(b"220-a\r\n220-b\r\n").unwrap_err();
    assert!(error.is_incomplete(), "the line without a hyphen is missing");
}

#[test]
fn several_replies_to_pipelined_commands() {
    let mut rest = &b"250 2.1.0 Ok\r\n450-4.2.0 Greylisted\r\n450 4.2.0 Later\r\n554 5.5.1 No valid recipients\r\n"[..];
    let mut seen = Vec::new();
    while !rest.is_empty() {
        let (reply, behind) = Reply::parse(rest).unwrap();
        seen.push((reply.code().as_u16(), reply.enhanced()));
        rest = behind;
    }
    assert_eq!(seen, [(250, enhanced("2.1.0")), (450, enhanced("4.2.0")), (554, enhanced("5.5.1"))]);
}

#[test]
fn code_251_is_a_success_and_551_is_none() {
    let will_forward = reply(b"251 2.1.5 User not local; will forward to <joe@example.net>\r\n");
    assert_eq!(will_forward.class(), Class::PositiveCompletion);
    let refused = reply(b"551 5.1.6 User not local; please try <joe@example.net>\r\n");
    assert_eq!((refused.class(), refused.effective_enhanced()), (Class::PermanentNegative, enhanced("5.1.6")));
}

#[test]
fn code_421_at_any_time() {
    let (ok, rest) = Reply::parse(b"250 2.0.0 Ok\r\n421 4.4.2 mx.example.com Error: timeout exceeded\r\n").unwrap();
    assert_eq!(ok.code(), 250);
    let unilateral = reply(rest);
    assert_eq!((unilateral.class(), unilateral.enhanced()), (Class::TransientNegative, enhanced("4.4.2")));
}

#[test]
fn code_454_for_throttling() {
    is(
        b"454 Throttling failure: Maximum sending rate exceeded.\r\n",
        454,
        None,
        &[b"Throttling failure: Maximum sending rate exceeded."],
    );
}

#[test]
fn code_552_with_a_full_mailbox() {
    is(b"552 5.2.2 Mailbox full\r\n", 552, Some("5.2.2"), &[b"Mailbox full"]);
    is(b"552 Too many recipients\r\n", 552, None, &[b"Too many recipients"]);
}
