//! What must hold for any bytes: shared by the fuzz targets, the property tests and the test of the seeds.
//!
//! Each function takes any bytes and panics where the library breaks a promise. What it compares with is
//! written the slow and obvious way, with nothing of the library's reading in it.

use smtp_codes::{
    Class, EnhancedCode, Reply, ReplyError, ReplyScanner, ReplyWriter, WireCode,
    reply::{Expected, ReplyLimits, ScanError, WriteError},
};

/// A reply as the obvious reader sees it.
#[derive(PartialEq, Debug)]
struct Plain<'a> {
    code: u16,
    enhanced: Option<EnhancedCode>,
    /// The texts, with their enhanced codes.
    texts: Vec<&'a [u8]>,
    length: usize,
}

/// Reads any bytes, whole and in pieces, and compares with the obvious reader; then writes what was read.
pub(crate) fn reply(data: &[u8]) {
    let parsed = Reply::parse(data);
    match (&parsed, plain(data)) {
        (Ok((reply, rest)), Ok(plain)) => {
            assert_eq!(reply.code(), plain.code);
            assert_eq!(reply.enhanced(), plain.enhanced);
            assert!(reply.enhanced_codes().eq(plain.texts.iter().map(|text| enhanced_of(plain.code, text))));
            assert!(reply.lines().eq(plain.texts.iter().map(|text| stripped(text, &plain))));
            assert_eq!(reply.is_multiline(), plain.texts.len() > 1);
            assert_eq!((reply.as_bytes(), *rest), data.split_at(plain.length));
            assert_eq!(Reply::parse(reply.as_bytes()), Ok((*reply, &b""[..])));
            effective(reply);
            rewrite(reply);
            // For a person, whatever the bytes are: no line break and no other control character.
            let shown = format!("{reply} {reply:?} {:?}", reply.text());
            assert!(!shown.contains(char::is_control), "{shown:?}");
        }
        (Err(error), Err(plain)) => {
            assert_eq!(*error, plain);
            assert!(!error.to_string().contains(char::is_control));
        }
        (parsed, plain) => panic!("{parsed:?}, but {plain:?}"),
    }
    stored(data, &parsed);
    in_pieces(data, &parsed);
    decided_at_once(data, &parsed);
    replies_of_a_stream(data);
}

/// Where nothing will follow, the lines that are there are the reply, as if the last of them were its last.
fn stored(data: &[u8], parsed: &Result<(Reply<'_>, &[u8]), ReplyError>) {
    let stored = Reply::parse_stored(data);
    if *parsed != Err(ReplyError::Incomplete) {
        assert_eq!(stored, *parsed);
        return;
    }
    let mut lines: Vec<&[u8]> = data.split(|byte| *byte == b'\n').collect();
    // The beginning of a code is no line, and neither is what follows the last line's end.
    let behind = lines.pop_if(|line| line.len() < 3).unwrap_or_default();
    let mut whole = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let separator = if at + 1 < lines.len() { b"-" } else { b" " };
        whole.extend([&line[..3], separator, line.get(4..).unwrap_or_default(), b"\n"].concat());
    }
    match (stored, Reply::parse(&whole)) {
        (Ok((stored, rest)), Ok((reply, _))) => {
            assert_eq!((stored.code(), stored.enhanced()), (reply.code(), reply.enhanced()));
            assert!(stored.lines().eq(reply.lines()));
            assert!(stored.enhanced_codes().eq(reply.enhanced_codes()));
            assert_eq!(rest, behind);
        }
        (Err(stored), Err(error)) => assert_eq!(kind(stored), kind(error)),
        (stored, whole) => panic!("{stored:?}, but {whole:?}"),
    }
}

/// An error without the places that a missing line's end moves.
fn kind(error: ReplyError) -> Option<[WireCode; 3]> {
    match error {
        ReplyError::MixedCodes { first, other, last, .. } => Some([first, other, last]),
        _ => None,
    }
}

/// Any cut into pieces gives what the whole gives, with limits and without.
fn in_pieces(data: &[u8], parsed: &Result<(Reply<'_>, &[u8]), ReplyError>) {
    let whole = match parsed {
        Ok((reply, _)) => Ok(Some(reply.as_bytes().len())),
        Err(ReplyError::Incomplete) => Ok(None),
        Err(error) => Err(ScanError::Reply(*error)),
    };
    let narrow = ReplyLimits::new().line(24).lines(3).bytes(64);
    let limited = ReplyScanner::with_limits(narrow).scan(data);
    for (limits, whole) in [(ReplyLimits::none(), whole), (narrow, limited)] {
        for piece in [1, 2, 3, 7, 64, data.len().max(1)] {
            let mut scanner = ReplyScanner::with_limits(limits);
            let mut answer = Ok(None);
            for end in (0..data.len()).step_by(piece).chain([data.len()]) {
                answer = scanner.scan(&data[..end]);
                if answer != Ok(None) {
                    break;
                }
            }
            assert_eq!(answer, whole, "in pieces of {piece}");
        }
    }
    match limited {
        // The limits only take away.
        Ok(Some(_)) | Err(ScanError::Reply(_)) => assert_eq!(limited, whole),
        Ok(None) => assert!(data.len() < narrow.max_bytes()),
        Err(_) => {}
    }
}

/// Whatever is said is said at the first byte that makes it certain, and never taken back.
fn decided_at_once(data: &[u8], parsed: &Result<(Reply<'_>, &[u8]), ReplyError>) {
    let certain = match parsed {
        Ok((reply, _)) => reply.as_bytes().len(),
        Err(ReplyError::MixedCodes { length, .. }) => *length,
        Err(ReplyError::Malformed { at, .. }) => at + 1,
        Err(ReplyError::Incomplete) => {
            // Some continuation is a whole reply, or the beginning would have been refused.
            let first = data.get(..3).and_then(|code| std::str::from_utf8(code).ok()).unwrap_or("250");
            let endings = [
                "\n".to_owned(),
                " \n".to_owned(),
                "0 \n".to_owned(),
                "00 \n".to_owned(),
                "200 \n".to_owned(),
                format!("{first} \n"),
                format!("\n{first} \n"),
            ];
            assert!(endings.iter().any(|ending| {
                let whole = [data, ending.as_bytes()].concat();
                matches!(Reply::parse(&whole), Ok(_) | Err(ReplyError::MixedCodes { .. }))
            }));
            data.len() + 1
        }
        Err(other) => panic!("an error that this check does not know: {other}"),
    };
    let prefixes = (0..certain.min(100)).chain([certain - 1]);
    for end in prefixes {
        assert_eq!(Reply::parse(&data[..end]), Err(ReplyError::Incomplete), "the first {end} bytes");
    }
    if let (Some(prefix), Err(error)) = (data.get(..certain), parsed) {
        assert_eq!(Reply::parse(prefix), Err(*error));
    }
}

/// One scanner over a buffer that is drained finds the replies that parsing one after the other finds.
fn replies_of_a_stream(data: &[u8]) {
    let mut whole = Vec::new();
    let mut rest = data;
    while let Ok((reply, behind)) = Reply::parse(rest) {
        assert!(behind.len() < rest.len());
        whole.push(reply);
        rest = behind;
    }
    let mut scanner = ReplyScanner::with_limits(ReplyLimits::none());
    let (mut start, mut found) = (0, Vec::new());
    for end in (0..data.len()).step_by(5).chain([data.len()]) {
        while let Ok(Some((reply, _))) = scanner.reply(&data[start..end]) {
            start += reply.as_bytes().len();
            found.push(reply);
        }
    }
    assert_eq!(found, whole);
}

/// The enhanced code to act on never contradicts the code.
fn effective(reply: &Reply<'_>) {
    assert_eq!(reply.effective_enhanced().is_some(), reply.enhanced().is_some());
    if let (Some(sent), Some(effective)) = (reply.enhanced(), reply.effective_enhanced()) {
        assert_eq!(effective.class(), reply.class());
        if sent.class() == reply.class() {
            assert_eq!(effective, sent);
        } else {
            assert_eq!((effective.subject(), effective.detail()), (0, 0));
        }
    }
}

/// What was read can be written again, if its texts can be sent at all, and reads the same.
fn rewrite(reply: &Reply<'_>) {
    let Ok(lines) = reply.lines().map(std::str::from_utf8).collect::<Result<Vec<_>, _>>() else { return };
    let agrees = reply.enhanced().is_none_or(|enhanced| enhanced.class() == reply.class());
    let everywhere = reply.enhanced_codes().all(|enhanced| enhanced == reply.enhanced());
    let mut writer = ReplyWriter::new(reply.code()).lines(&lines).utf8(true);
    if let Some(enhanced) = reply.enhanced() {
        writer = writer.enhanced(enhanced);
    }
    let Ok(written) = writer.finish() else {
        let control = |text: &&str| text.contains(|letter: char| letter.is_control() && letter != '\t');
        // Of the 3yz a challenge of several lines is refused, and a text with what looks like an enhanced code.
        let intermediate = reply.class() == Class::PositiveIntermediate;
        assert!(!agrees || intermediate || lines.iter().any(control));
        return;
    };
    assert!(agrees);
    let wire = written.to_string();
    let (again, rest) = Reply::parse(wire.as_bytes()).expect("what is written is a reply");
    assert!(rest.is_empty());
    assert_eq!((again.code(), again.enhanced()), (reply.code(), reply.enhanced()));
    if everywhere && reply.lines().all(|line| line.len() < 490) {
        assert!(again.lines().eq(reply.lines()));
    }
}

/// Searches any text; what is found must stand in it, and not as a part of something longer.
pub(crate) fn find_enhanced(data: &[u8]) {
    find_codes(data);
    let found = smtp_codes::find_enhanced(data);
    if let Some(code) = found {
        let text = code.to_string();
        let alone = |at: usize| {
            let before = at.checked_sub(1).map(|before| data[before]);
            // In a string that a program shows: `b'550 5.1.1\r\n'`.
            let behind = match &data[at + text.len()..] {
                [b'\\', b'r' | b'n' | b't' | b'"' | b'\'', ..] => &[],
                behind => behind,
            };
            // In qmail's log an underscore is a blank: `said:_550_5.1.1_Unknown`.
            let qmail = at >= 4 && data[at - 4..at - 1].iter().all(u8::is_ascii_digit);
            let part = |byte: u8| {
                byte.is_ascii_alphanumeric()
                    || !byte.is_ascii()
                    || b"/@+~\\%$&*".contains(&byte)
                    || (byte == b'_' && !qmail)
            };
            !before.is_some_and(|byte| part(byte) || byte == b'.')
                && !matches!(behind, [byte, ..] if part(*byte) || *byte == b'-')
                && !matches!(behind, [b'.', byte, ..] if part(*byte))
        };
        let stands = |at: &usize| data[*at..].starts_with(text.as_bytes());
        assert!((0..data.len()).filter(stands).any(alone), "{code}");
    }
    // Other lines do not matter, unless a line goes on with the one before, or its first word is the code.
    let line = b"nothing to see\n";
    let first = data.split(|byte| byte.is_ascii_whitespace() || *byte == 0x0b).next().unwrap_or_default();
    let holds = found.is_some_and(|code| {
        let code = code.to_string();
        first.windows(code.len()).any(|part| part == code.as_bytes())
    });
    if !first.is_empty() && !holds {
        assert_eq!(smtp_codes::find_enhanced(&[line, data].concat()), found);
    }
    assert_eq!(smtp_codes::find_enhanced(&[data, b"\n", line].concat()), found);
    // Whatever begins a reply by the strict rule, in the code's own class, is found too.
    if let Ok((reply, _)) = Reply::parse(data) {
        let first = reply.enhanced_codes().next().flatten();
        if first.is_some_and(|first| first.class() == reply.class()) {
            assert_eq!(found, first);
        }
    }
}

/// Searches any text for both codes; the range that is told begins with one of them and ends with the other.
fn find_codes(data: &[u8]) {
    let Some(found) = smtp_codes::find_codes(data) else {
        assert_eq!(smtp_codes::find_enhanced(data), None);
        return;
    };
    let (reply, enhanced) = (found.reply(), found.enhanced());
    let range = found.range();
    let codes: Vec<String> =
        reply.iter().map(ToString::to_string).chain(enhanced.iter().map(ToString::to_string)).collect();
    let part = &data[range.clone()];
    assert!(codes.iter().any(|code| part.starts_with(code.as_bytes())), "{found:?}");
    assert!(codes.iter().any(|code| part.ends_with(code.as_bytes())), "{found:?}");
    let touches = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    assert!(!touches(range.start.checked_sub(1).map(|before| &data[before])) && !touches(data.get(range.end)));
    if enhanced.is_some() {
        assert_eq!(smtp_codes::find_enhanced(data), enhanced);
    }
    assert_eq!(found.codes().map(|codes| (codes.code(), codes.enhanced())), reply.map(|reply| (reply, enhanced)));
    assert_eq!(smtp_codes::find_codes(&[data, b"\nnothing to see\n"].concat()), Some(found));
    if let Ok((parsed, _)) = Reply::parse(data) {
        let first = parsed.enhanced_codes().next().flatten();
        if first.is_some_and(|first| first.class() == parsed.class()) {
            assert_eq!((reply, enhanced), (Some(parsed.code()), first));
        }
    }
}

/// Writes the reply that the bytes ask for: in the first line the code, the enhanced code or none, and `utf8`
/// or not; in the others the texts. Nothing happens where the first line is another.
pub(crate) fn writer(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (head, texts) = text.split_once('\n').unwrap_or((&text, ""));
    let mut words = head.split(' ');
    let Some(code) = words.next().and_then(|word| word.parse::<WireCode>().ok()) else { return };
    let (mut enhanced, mut utf8) = (None, false);
    for word in words {
        match word.parse() {
            Ok(parsed) => enhanced = Some(parsed),
            Err(_) => utf8 = word == "utf8",
        }
    }
    let lines: Vec<&str> = texts.split('\n').collect();
    write(code, enhanced, utf8, &lines);
}

/// Writes one reply, and reads it back; where it is refused, the reason must be true.
pub(crate) fn write(code: WireCode, enhanced: Option<EnhancedCode>, utf8: bool, lines: &[&str]) {
    let mut writer = ReplyWriter::new(code).utf8(utf8).lines(lines);
    if let Some(enhanced) = enhanced {
        writer = writer.enhanced(enhanced);
    }
    let intermediate = code.class() == Class::PositiveIntermediate;
    let control = |letter: char| letter.is_control() && letter != '\t';
    // A 3yz has no enhanced code, so what looks like one may not stand in its text either.
    let number = if intermediate { 550 } else { code.as_u16() };
    let misread = |line: &&str| enhanced.is_none().then(|| enhanced_of(number, line.as_bytes())).flatten();
    let reply = match writer.finish() {
        Ok(reply) => reply,
        Err(error) => {
            let letter = |line: usize, at: usize| lines[line][at..].chars().next().expect("a character");
            match error {
                WriteError::ClassMismatch { .. } => {
                    assert!(!intermediate && enhanced.expect("one was given").class() != code.class());
                }
                WriteError::EnhancedOnIntermediate { enhanced: found, .. } => {
                    assert!(intermediate && enhanced.is_none_or(|enhanced| enhanced == found));
                    assert!(enhanced.is_some() || lines.iter().any(|line| misread(line) == Some(found)));
                }
                WriteError::EnhancedInText { line, enhanced } => {
                    assert!(!intermediate);
                    assert_eq!(misread(&lines[line]), Some(enhanced));
                }
                WriteError::Control { line, at } => assert!(control(letter(line, at))),
                WriteError::NotAscii { line, at } => assert!(!utf8 && !letter(line, at).is_ascii()),
                WriteError::Challenge { limit } => {
                    assert!(code == 334 && (lines.len() > 1 || lines[0].len() > limit));
                }
                other => panic!("an error that this check does not know: {other}"),
            }
            assert!(!error.to_string().contains(char::is_control));
            return;
        }
    };
    assert!(enhanced.is_none_or(|enhanced| !intermediate && enhanced.class() == code.class()));
    for line in lines {
        assert!(!line.contains(control) && (utf8 || line.is_ascii()) && misread(line).is_none());
    }

    let wire = reply.to_string();
    let mut bytes = Vec::new();
    reply.append_to(&mut bytes);
    assert_eq!(bytes, wire.as_bytes());
    let rows: Vec<&str> = wire.split_inclusive('\n').collect();
    for (index, row) in rows.iter().enumerate() {
        let text = row.strip_suffix("\r\n").expect("a line ends with CR LF");
        assert!(!text.contains(['\r', '\n']), "{text:?}");
        assert!(row.len() <= 512 || code == 334, "{} bytes", row.len());
        let separator = if index + 1 == rows.len() { ' ' } else { '-' };
        assert!(text.starts_with(&format!("{code}{separator}")), "{text:?}");
    }
    let (read, rest) = Reply::parse(wire.as_bytes()).expect("what is written is a reply");
    assert!(rest.is_empty());
    assert_eq!((read.code(), read.enhanced()), (code, enhanced));
    assert_eq!(read.is_multiline(), reply.is_multiline());
    assert!(read.enhanced_codes().all(|on_line| on_line == enhanced));
    // Each text is its lines put together.
    let mut read = read.lines();
    let empty: &[&str] = &[""];
    for text in if lines.is_empty() { empty } else { lines } {
        let mut joined = read.next().expect("a line for each text").to_vec();
        while joined.len() < text.len() {
            joined.extend_from_slice(read.next().expect("the rest of a folded text"));
        }
        assert_eq!(joined, text.as_bytes());
    }
    assert_eq!(read.next(), None);
}

/// The obvious reader.
fn plain(data: &[u8]) -> Result<Plain<'_>, ReplyError> {
    let (mut start, mut codes, mut texts) = (0, Vec::new(), Vec::new());
    loop {
        let malformed = |at: usize, expected| ReplyError::Malformed { at, found: data[at], expected };
        let byte = |at: usize| data.get(at).copied().ok_or(ReplyError::Incomplete);
        for at in start..start + 3 {
            let expected = if at == start { Expected::FirstDigit } else { Expected::Digit };
            let digits = if at == start { b'2'..=b'5' } else { b'0'..=b'9' };
            if !digits.contains(&byte(at)?) {
                return Err(malformed(at, expected));
            }
        }
        let separator = byte(start + 3)?;
        if !b" \t-\r\n".contains(&separator) {
            return Err(malformed(start + 3, Expected::Separator));
        }
        if separator == b'\r' && byte(start + 4)? != b'\n' {
            return Err(malformed(start + 4, Expected::LineFeed));
        }
        let line = data[start..].split_inclusive(|&byte| byte == b'\n').next().unwrap_or_default();
        let Some(text) = line.strip_suffix(b"\n") else { return Err(ReplyError::Incomplete) };
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        let number = text[..3].iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0'));
        codes.push((WireCode::from_u16(number).expect("200 to 599"), start));
        texts.push(text.get(4..).unwrap_or_default());
        start += line.len();
        if separator != b'-' {
            break;
        }
    }
    let (first, last) = (codes[0].0, codes[codes.len() - 1].0);
    if let Some(&(other, at)) = codes.iter().find(|(code, _)| *code != first) {
        return Err(ReplyError::MixedCodes { first, last, other, at, length: start });
    }
    let code = first.as_u16();
    let enhanced = texts.iter().find_map(|text| enhanced_of(code, text));
    Ok(Plain { code, enhanced, texts, length: start })
}

/// The enhanced code that a text begins with, and no more than one blank before it.
fn enhanced_of(code: u16, text: &[u8]) -> Option<EnhancedCode> {
    if code / 100 == 3 {
        return None;
    }
    let text = text.strip_prefix(b" ").or(text.strip_prefix(b"\t")).unwrap_or(text);
    let word = text.split(|byte| b" \t".contains(byte)).next()?;
    let word = std::str::from_utf8(word).ok()?;
    let parts: Vec<&str> = word.split('.').collect();
    let [class @ ("2" | "4" | "5"), subject, detail] = parts[..] else { return None };
    let number = |part: &str| {
        let digits = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let leading_zero = part.len() > 1 && part.starts_with('0');
        if digits && !leading_zero { part.parse::<u16>().ok() } else { None }
    };
    EnhancedCode::new(class.parse().ok()?, number(subject)?, number(detail)?)
}

/// A text without the reply's own enhanced code and one blank behind it.
fn stripped<'a>(text: &'a [u8], reply: &Plain<'_>) -> &'a [u8] {
    let Some(enhanced) = enhanced_of(reply.code, text).filter(|own| Some(*own) == reply.enhanced) else {
        return text;
    };
    let text = text.strip_prefix(b" ").or(text.strip_prefix(b"\t")).unwrap_or(text);
    text.get(enhanced.to_string().len() + 1..).unwrap_or_default()
}
