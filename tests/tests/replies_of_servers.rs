//! Replies in the manner of the known servers: what the library reads in each, compared with
//! `facts/replies.txt`.
//!
//! They are written by hand after the forms that these servers are known for, and not recorded from them. The
//! expected codes are set by hand too. Bytes that are no UTF-8 and control characters are escaped as in a Rust
//! string.

use smtp_codes::{Class, EnhancedCode, Reply, ReplyScanner, find_enhanced};
use smtp_codes_tests::read;

#[path = "../fuzz/checks.rs"]
#[allow(dead_code)]
mod checks;

struct Row {
    place: String,
    number: u16,
    class: Class,
    enhanced: Option<EnhancedCode>,
    found: Option<EnhancedCode>,
    bytes: Vec<u8>,
}

fn rows() -> Vec<Row> {
    let text = read("tests/facts/replies.txt");
    text.lines().enumerate().skip(1).map(|(index, line)| row(index + 1, line)).collect()
}

fn row(number: usize, line: &str) -> Row {
    let fields: Vec<&str> = line.splitn(6, '|').collect();
    let [server, code, class, enhanced, found, reply] = fields[..] else { panic!("line {number}: {line}") };
    let status = |field: &str| (field != "-").then(|| field.parse::<EnhancedCode>().unwrap());
    Row {
        place: format!("replies.txt:{number} ({server})"),
        number: code.parse().unwrap(),
        class: match class {
            "success" => Class::PositiveCompletion,
            "intermediate" => Class::PositiveIntermediate,
            "temporary" => Class::TransientNegative,
            "permanent" => Class::PermanentNegative,
            other => panic!("line {number}: {other}"),
        },
        enhanced: status(enhanced),
        found: status(found),
        bytes: unescaped(reply),
    }
}

/// The bytes of a text with `\r`, `\n`, `\t`, `\\` and `\x1b` in it.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        bytes.extend_from_slice(plain.as_bytes());
        let (byte, length) = match escape.as_bytes()[0] {
            b'r' => (b'\r', 1),
            b'n' => (b'\n', 1),
            b't' => (b'\t', 1),
            b'\\' => (b'\\', 1),
            b'x' => (u8::from_str_radix(&escape[1..3], 16).unwrap(), 3),
            other => panic!("unknown escape {other} in {text}"),
        };
        bytes.push(byte);
        rest = &escape[length..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

#[test]
fn every_reply_has_its_code_class_and_enhanced_code() {
    let rows = rows();
    assert!(rows.len() > 500, "only {} replies", rows.len());
    let mut faults = Vec::new();
    for row in &rows {
        let mut compare = |what: &str, got: String, expected: String| {
            if got != expected {
                faults.push(format!("{}: {what} is {got}, expected {expected}", row.place));
            }
        };
        match Reply::parse(&row.bytes) {
            Ok((reply, rest)) => {
                compare("the code", reply.code().to_string(), row.number.to_string());
                compare("the class", format!("{:?}", reply.class()), format!("{:?}", row.class));
                compare("the enhanced code", format!("{:?}", reply.enhanced()), format!("{:?}", row.enhanced));
                compare("the rest", rest.escape_ascii().to_string(), String::new());
            }
            Err(error) => compare("the answer", error.to_string(), "a reply".to_owned()),
        }
        let found = find_enhanced(&row.bytes);
        compare("what find_enhanced finds", format!("{found:?}"), format!("{:?}", row.found));
    }
    assert!(faults.is_empty(), "{} of {} replies:\n{}", faults.len(), rows.len(), faults.join("\n"));
}

#[test]
fn every_reply_passes_the_checks_of_the_fuzz_targets() {
    for row in rows() {
        println!("{}", row.place);
        checks::reply(&row.bytes);
        checks::find_enhanced(&row.bytes);
    }
}

#[test]
fn all_of_them_in_one_stream_are_told_apart() {
    let rows = rows();
    let stream: Vec<u8> = rows.iter().flat_map(|row| row.bytes.clone()).collect();
    for piece in [1, 3, 100, 1_460, stream.len()] {
        let mut scanner = ReplyScanner::new();
        let (mut start, mut replies) = (0, rows.iter());
        for end in (0..stream.len()).step_by(piece).chain([stream.len()]) {
            while let Some(length) = scanner.scan(&stream[start..end]).unwrap() {
                let row = replies.next().expect("no more than there are");
                assert_eq!(stream[start..start + length], row.bytes, "{}", row.place);
                start += length;
            }
        }
        assert_eq!((start, replies.next().map(|row| &row.place)), (stream.len(), None));
    }
}
