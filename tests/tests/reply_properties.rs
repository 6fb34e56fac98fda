//! What holds for every reply, every cut and every sequence of bytes: generated, and checked with what the
//! fuzz targets check.

use proptest::collection::vec;
use proptest::prelude::*;
use smtp_codes::{
    EnhancedCode, Reply, ReplyBuf, ReplyCode, ReplyScanner, ReplyWriter, WireCode, find_codes, find_enhanced,
    reply::ReplyLimits,
};

#[path = "../fuzz/checks.rs"]
mod checks;

/// So many cases. A failure prints its smallest input; that belongs into a test of its own.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Any code, known or not.
fn code() -> impl Strategy<Value = WireCode> {
    (200..600u16).prop_map(|number| WireCode::from_u16(number).unwrap())
}

/// Any enhanced code, mostly such as servers send.
fn enhanced() -> impl Strategy<Value = EnhancedCode> {
    let part = || prop_oneof![4 => 0..10u16, 2 => 10..50u16, 1 => 50..1000u16];
    (prop::sample::select(&[2, 4, 5][..]), part(), part())
        .prop_map(|(class, subject, detail)| EnhancedCode::new(class, subject, detail).unwrap())
}

/// A code, and an enhanced code of its class or none.
fn agreeing() -> impl Strategy<Value = (WireCode, Option<EnhancedCode>)> {
    (code(), prop::option::of(enhanced())).prop_map(|(code, enhanced)| {
        let class = code.class().digit();
        let enhanced = enhanced.and_then(|any| EnhancedCode::new(class, any.subject(), any.detail()));
        (code, enhanced)
    })
}

/// Texts made of what folding and reading may stumble over.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ -~]{0,20}",
        2 => "[a-z]{1,9} ",
        1 => "[ \t]{1,3}",
        1 => enhanced().prop_map(|code| format!("{code} ")),
        1 => enhanced().prop_map(|code| code.to_string()),
        1 => "[a-z]{490,520}",
        1 => "(550[ -]|[245]\\.|5\\.1\\.){1,3}",
        1 => "\\PC{0,12}",
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Short texts of what may not be sent and what stands beside it in Unicode.
fn unsendable() -> impl Strategy<Value = String> {
    "[a \t\r\n\u{0}\u{1f}\u{7e}\u{7f}\u{80}\u{9f}\u{a0}\u{ff}]{0,3}"
}

/// Bytes that are a reply, nearly one, or none at all.
fn wire() -> impl Strategy<Value = Vec<u8>> {
    let few = vec(prop::sample::select(&b"250-5 \t\r\n.14x\0\xe9"[..]), 0..40);
    let line = (
        prop_oneof![6 => Just("550".to_owned()), 1 => "[2-5][0-9]{2}", 1 => "[0-9+x]{2,4}"],
        prop::sample::select(&["-", "-", "-", " ", " ", "\t", "", ":", "\r"][..]),
        prop::option::weighted(0.4, enhanced()),
        prop_oneof![2 => "[ -~]{0,12}".prop_map(String::into_bytes), 1 => vec(any::<u8>(), 0..12)],
        prop::sample::select(&["\r\n", "\r\n", "\n", "\r\r\n", "\r", ""][..]),
    )
        .prop_map(|(code, separator, enhanced, text, end)| {
            let enhanced = enhanced.map(|code| format!("{code} ")).unwrap_or_default();
            [code.as_bytes(), separator.as_bytes(), enhanced.as_bytes(), &text, end.as_bytes()].concat()
        });
    let whole = vec("[ -~]{0,30}", 1..6).prop_map(|texts| {
        let lines: Vec<String> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| format!("421{}{text}\r\n", if at + 1 < texts.len() { '-' } else { ' ' }))
            .collect();
        lines.concat().into_bytes()
    });
    prop_oneof![
        2 => vec(line, 1..8).prop_map(|lines| lines.concat()),
        1 => whole,
        1 => few,
        1 => vec(any::<u8>(), 0..200),
    ]
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn what_is_written_reads_back_the_same(
        (code, enhanced) in agreeing(), utf8: bool, lines in vec(text(), 0..6),
    ) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        checks::write(code, enhanced, utf8, &lines);
    }

    #[test]
    fn what_is_refused_is_refused_for_a_reason_that_holds(
        code in code(), enhanced in prop::option::of(enhanced()), utf8: bool, lines in vec(prop_oneof![any::<String>(), unsendable()], 0..4),
    ) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        checks::write(code, enhanced, utf8, &lines);
    }

    #[test]
    fn a_request_to_write_in_the_form_of_the_fuzz_seeds_is_served(
        code in code(), words in "( [245]\\.[0-9]{1,3}\\.[0-9]{1,3}| utf8)?", text in "(\\PC|\n|\t){0,40}",
    ) {
        checks::writer(format!("{code}{words}\n{text}").as_bytes());
    }

    #[test]
    fn bytes_are_read_as_the_obvious_reader_reads_them_whole_and_in_pieces(bytes in wire()) {
        checks::reply(&bytes);
    }

    #[test]
    fn any_cut_gives_what_the_whole_gives(bytes in wire(), mut cuts in vec(0..400usize, 0..12)) {
        cuts.retain(|cut| *cut < bytes.len());
        cuts.sort_unstable();
        let whole = ReplyScanner::with_limits(ReplyLimits::none()).scan(&bytes);
        let mut scanner = ReplyScanner::with_limits(ReplyLimits::none());
        let mut answer = Ok(None);
        for end in cuts.into_iter().chain([bytes.len()]) {
            answer = scanner.scan(&bytes[..end]);
            if answer != Ok(None) {
                break;
            }
        }
        prop_assert_eq!(answer, whole);
        match Reply::parse(&bytes) {
            Ok((reply, _)) => prop_assert_eq!(whole, Ok(Some(reply.as_bytes().len()))),
            Err(error) if error.is_incomplete() => prop_assert_eq!(whole, Ok(None)),
            Err(error) => prop_assert_eq!(whole, Err(smtp_codes::reply::ScanError::Reply(error))),
        }
    }

    #[test]
    fn what_the_search_finds_stands_there(bytes in wire(), text in text()) {
        checks::find_enhanced(&bytes);
        checks::find_enhanced(text.as_bytes());
    }

    #[test]
    fn the_search_finds_a_code_in_every_place_that_servers_use(code in enhanced(), text in "[a-z ,]{0,30}") {
        let class = code.class().digit();
        for line in [
            format!("{class}50 {code} {text}"),
            format!("{class}50-{code} {text}"),
            format!("{class}50 #{code} {text}"),
            format!("{class}50 {text} (#{code})"),
            format!("{class}50 ({code}) {text}"),
            format!("host mx.example.com[192.0.2.1] said: {class}50-{code} {text}"),
            format!("{text} (#{code})"),
            format!("Status: {code} ({text})"),
            format!("Diagnostic-Code: smtp; {class}50 {code} {text}"),
            format!("Diagnostic-Code: smtp;{class}50-{code}"),
            format!("to=<joe@example.com>, dsn={code}, status=sent ({text})"),
        ] {
            prop_assert_eq!(find_enhanced(line.as_bytes()), Some(code), "{}", line);
        }
    }

    #[test]
    fn both_codes_are_found_in_every_shape(code in enhanced(), text in "no [a-z ]{0,20}") {
        let reply = format!("{}50", code.class().digit());
        for line in [
            format!("'{reply} {code} {text}'"),
            format!("{reply}-{code} {text}"),
            format!("{reply}_{code}_{}/", text.replace(' ', "_")),
            format!("Remote_host_said:_{reply}_{code}_{}/", text.replace(' ', "_")),
            format!("{{'ann@example.net': ({reply}, b'{code} {text}')}}"),
            format!(r#"{{"response":"{reply} {code} {text}"}}"#),
            format!(r#"{{"code":{reply},"enhancedCode":"{code}","message":"{text}"}}"#),
            format!("smtp;{reply} {code} ({text})"),
            format!("<mx.example.net #{code} SMTP; {reply} {text}>"),
            format!("Expected response code 354 but got code \"{reply}\", with message \"{reply} {code} {text}\""),
            format!("status=bounced (host mx.example.net[192.0.2.250] said: {reply} {code} {text} (in reply to RCPT TO))"),
            format!("308   SMTP<< {reply} {code} {text}"),
        ] {
            let found = find_codes(line.as_bytes());
            let both = found.and_then(|found| found.codes()).map(|codes| codes.to_string());
            prop_assert_eq!(both, Some(format!("{reply} {code}")), "{}", line);
        }
    }

    #[test]
    fn a_known_code_is_found_where_somebody_says_it(
        code in prop::sample::select(ReplyCode::ALL).prop_filter("as documented", |code| {
            !matches!(code.as_u16(), 200 | 300..=333 | 335..=353 | 355..=399)
        }),
        before in prop::sample::select(&[
            "", "said: ", "SMTP<< ", "<<< ", "Diagnostic-Code: smtp; ", "response=", "(reason: ", "S: ",
            "mx.example.net[192.0.2.1]: ", "RCPT TO:<ann@example.net>: ", "SMTPDataError: ", "error code ",
        ][..]),
        behind in prop::sample::select(&["", " Text", "-Text", " <ann@example.net>: unknown"][..]),
    ) {
        let line = format!("{before}{}{behind}", code.as_u16());
        prop_assert_eq!(find_codes(line.as_bytes()).and_then(|found| found.reply()), Some(code.into()), "{}", line);
    }

    #[test]
    fn a_number_of_another_kind_is_no_reply(number in 200..600u16, behind in prop::sample::select(&[
        "", " ", ", relay=mx.example.net[192.0.2.31]:25", "; x", "\r\nSubject: x", " (queue active)",
    ][..])) {
        for before in [
            "postfix/smtp[2203]: size=", "delay=", "pid ", "uid=", "port ", "Content-Length: ", "Lines: ", "X-Unix; ",
            "mx.example.net:", "connect to mx.example.net[192.0.2.1]:", "[192.0.2.1]:", "192.0.2.", "12:24:", "1,", "v",
            "HTTP/1.1 ", "http error: ", "exit status: ", "exit code ", "id=", "msg ", "delivery ", "2026-11-20T06:25:02.",
            "+0", "RFC ", "RFC 5321 section ", "expected ", "Expected response code ", "\"ms\":", "x-", "#",
        ] {
            let line = format!("{before}{number}{behind}");
            prop_assert_eq!(find_codes(line.as_bytes()), None, "{}", line);
        }
    }
}

/// What looks like an enhanced code and is none, wherever it stands.
fn lookalike() -> impl Strategy<Value = String> {
    let byte = || 0..256u16;
    let first = || prop::sample::select(&[2u16, 4, 5][..]);
    let name = || prop::sample::select(&["Exim", "Postfix", "Sendmail", "OpenSSL", "Mailer", "ESMTP", "PHP"][..]);
    let version = || (first(), 0..20u16, 0..20u16).prop_map(|(a, b, c)| format!("{a}.{b}.{c}"));
    prop_oneof![
        // Addresses, also within host names, networks and patterns.
        (first(), byte(), byte(), byte()).prop_map(|(a, b, c, d)| format!("{a}.{b}.{c}.{d}")),
        (first(), byte(), byte(), byte()).prop_map(|(a, b, c, d)| format!("[{a}.{b}.{c}.{d}]")),
        (first(), byte(), byte(), byte()).prop_map(|(a, b, c, d)| format!("({a}.{b}.{c}.{d}).")),
        (first(), byte(), byte(), byte()).prop_map(|(a, b, c, d)| format!("{a}.{b}.{c}.{d}:25")),
        (byte(), first(), byte(), byte()).prop_map(|(a, b, c, d)| format!("{a}.{b}.{c}.{d}")),
        (first(), byte(), byte()).prop_map(|(a, b, c)| format!("{a}.{b}.{c}.0/24")),
        (first(), byte(), byte()).prop_map(|(a, b, c)| format!("{a}.{b}.{c}/24")),
        (first(), byte(), byte()).prop_map(|(a, b, c)| format!("{a}.{b}.{c}.*")),
        (first(), byte(), byte()).prop_map(|(a, b, c)| format!("{a}.{b}.{c}.x")),
        (first(), byte(), byte()).prop_map(|(a, b, c)| format!("{a}.{b}.{c}.in-addr.arpa")),
        (first(), byte(), byte()).prop_map(|(a, b, c)| format!("host-{a}.{b}.{c}.example.net")),
        (first(), byte(), byte()).prop_map(|(a, b, c)| format!("::ffff:{a}.{b}.{c}.1")),
        // Versions.
        (name(), version()).prop_map(|(name, version)| format!("{name}/{version}")),
        (name(), version()).prop_map(|(name, version)| format!("{name}-{version}")),
        (name(), version()).prop_map(|(name, version)| format!("{name} {version}")),
        (name(), version()).prop_map(|(name, version)| format!("({name} {version})")),
        (name(), version()).prop_map(|(name, version)| format!("{name} ({version})")),
        (name(), version()).prop_map(|(name, version)| format!("{name}: {version}")),
        version().prop_map(|version| format!("v{version}")),
        version().prop_map(|version| format!("version {version}")),
        version().prop_map(|version| format!("Version: {version}")),
        version().prop_map(|version| format!("release {version}.")),
        version().prop_map(|version| format!("{version}-beta")),
        version().prop_map(|version| format!("{version}rc1")),
        version().prop_map(|version| format!("{version}+deb12u1")),
        version().prop_map(|version| format!("{version}_2")),
        // Dates.
        (first(), 1..13u16, 1990..2040u16).prop_map(|(a, b, c)| format!("{a}.{b}.{c}")),
        (first(), 1..13u16, 21..100u16).prop_map(|(a, b, c)| format!("on {a}.{b}.{c}")),
        (first(), 1..13u16, 21..100u16).prop_map(|(a, b, c)| format!("since {a}.{b}.{c}.")),
        (first(), 1..13u16, 21..100u16).prop_map(|(a, b, c)| format!("(until {a}.{b}.{c})")),
        (first(), prop_oneof![1..7u16, 8..13u16], 21..100u16).prop_map(|(a, b, c)| format!("expired ({a}.{b}.{c})")),
        (first(), prop_oneof![1..7u16, 8..13u16], 21..100u16).prop_map(|(a, b, c)| format!("expired: {a}.{b}.{c}")),
    ]
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn the_search_never_takes_an_address_a_version_or_a_date(
        before in prop::sample::select(&[
            "", "220 mx.example.com ESMTP ", "250 OK ", "421 mx.example.com ", "451 Try later, ", "550 Refused: ",
            "550-Refused by ", "554 mx.example.com: ", "status=bounced (host mx.example.com said: 550 No, ",
            "Diagnostic-Code: smtp; 550 No service for ",
        ][..]),
        lookalike in lookalike(),
        behind in prop::sample::select(&["", " ", " is listed", ", sorry", ") refused", "\r\n"][..]),
    ) {
        let text = format!("{before}{lookalike}{behind}");
        prop_assert_eq!(find_enhanced(text.as_bytes()), None, "{}", text);
    }
}

#[test]
fn every_code_and_every_class_of_enhanced_code_is_written_and_read() {
    let long = "It is a text of several words, 5.1.1 among them, ".repeat(30);
    for number in 200..600 {
        let code = WireCode::from_u16(number).unwrap();
        let classes = [2, 4, 5].map(|class| EnhancedCode::new(class, 999, 999));
        for enhanced in [None].into_iter().chain(classes) {
            for lines in [&[][..], &["OK"], &["", "", ""], &[&long], &["a", &long, ""], &["5.1.1", "4.2.2 x"]] {
                checks::write(code, enhanced, false, lines);
            }
        }
    }
}

#[test]
fn a_reply_is_written_in_lines_that_never_grow_with_the_text() {
    for words in [100, 1_000, 10_000] {
        let text = "5.1.1 word ".repeat(words);
        let reply = ReplyWriter::new(WireCode::from_u16(550).unwrap())
            .enhanced(EnhancedCode::new(5, 1, 1).unwrap())
            .text(&text)
            .finish()
            .unwrap();
        let wire = reply.to_string();
        let lines = wire.lines().count();
        assert!(lines <= text.len() / 480 + 1, "{lines} lines for {} bytes", text.len());
        assert!(wire.split_inclusive('\n').all(|line| line.len() <= 512));
    }
}

#[test]
fn an_owned_reply_is_the_reply() {
    for bytes in [&b"250 OK\r\n"[..], b"550-5.1.1 a\n550 5.1.1 \xff\n", b"598\r\n"] {
        let (reply, _) = Reply::parse(bytes).unwrap();
        let owned = ReplyBuf::from(reply);
        assert_eq!(owned.as_reply(), reply);
        assert_eq!((owned.as_reply().code(), owned.as_reply().codes()), (reply.code(), reply.codes()));
        assert_eq!(owned.as_ref(), reply.as_ref());
        assert_eq!((owned.to_string(), format!("{owned:?}")), (reply.to_string(), format!("{reply:?}")));
        assert_eq!(owned.clone(), owned);
    }
}
