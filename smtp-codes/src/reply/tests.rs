//! Reading replies: what is taken, and what is said of the rest.

extern crate std;

use std::string::ToString;

use super::Expected;
use super::error::ScanError;
use super::limits::ReplyLimits;
use super::progress::Progress;
use crate::{Class, EnhancedCode, Reply, ReplyError, WireCode};

fn parsed(bytes: &[u8]) -> Reply<'_> {
    match Reply::parse(bytes) {
        Ok((reply, b"")) => reply,
        other => panic!("{:?} gave {other:?}", bytes.escape_ascii()),
    }
}

fn error(bytes: &[u8]) -> ReplyError {
    Reply::parse(bytes).expect_err("no reply")
}

fn malformed(at: usize, found: u8, expected: Expected) -> ReplyError {
    ReplyError::Malformed { at, found, expected }
}

fn code(number: u16) -> WireCode {
    WireCode::from_u16(number).unwrap()
}

#[test]
fn a_line_is_a_code_a_separator_a_text_and_an_end() {
    for (bytes, text) in [
        (&b"250 OK\r\n"[..], &b"OK"[..]),
        (b"250 OK\n", b"OK"),
        (b"250\tOK\r\n", b"OK"),
        (b"250  OK \r\n", b" OK "),
        (b"250 OK\r\r\n", b"OK\r"),
        (b"250 a\rb\r\n", b"a\rb"),
        (b"250 \r\n", b""),
        (b"250\r\n", b""),
        (b"250\n", b""),
        (b"250 \n", b""),
        (b"250 \0\xff\x81\x30\x81\x30\r\n", b"\0\xff\x81\x30\x81\x30"),
    ] {
        let reply = parsed(bytes);
        assert_eq!(reply.code(), 250);
        assert!(!reply.is_multiline());
        assert!(reply.lines().eq([text]), "{:?} gave {reply:?}", bytes.escape_ascii());
    }
}

#[test]
fn the_line_without_a_hyphen_is_the_last() {
    let (reply, rest) = Reply::parse(b"250-a\r\n250-\n250- b\r\n250\r\n250 next\r\n").unwrap();
    assert!(reply.lines().eq([&b"a"[..], b"", b" b", b""]));
    assert!(reply.is_multiline());
    assert_eq!(rest, b"250 next\r\n");
}

#[test]
fn every_number_from_200_to_599_is_read_and_no_other() {
    for number in 0..1000u16 {
        let digits = [number / 100, number / 10 % 10, number % 10].map(|digit| b"0123456789"[usize::from(digit)]);
        let line = [digits[0], digits[1], digits[2], b' ', b'\n'];
        match Reply::parse(&line) {
            Ok((reply, _)) => assert_eq!(reply.code(), number),
            Err(error) => {
                assert!(!(200..600).contains(&number), "{number}");
                assert_eq!(error, malformed(0, digits[0], Expected::FirstDigit));
            }
        }
    }
}

#[test]
fn malformed_is_said_at_the_byte_that_makes_it_certain() {
    use Expected::{Digit, FirstDigit, LineFeed, Separator};
    for (bytes, at, expected) in [
        (&b"\r\n"[..], 0, FirstDigit),
        (b"1", 0, FirstDigit),
        (b"650 x\r\n", 0, FirstDigit),
        (b"+50 x\r\n", 0, FirstDigit),
        (b" 250 x\r\n", 0, FirstDigit),
        (b"2x", 1, Digit),
        (b"25 x", 2, Digit),
        (b"25\r\n", 2, Digit),
        (b"2500", 3, Separator),
        (b"250_", 3, Separator),
        (b"250:", 3, Separator),
        (b"250\0", 3, Separator),
        (b"250\rx", 4, LineFeed),
        (b"250\r\r\n", 4, LineFeed),
        (b"250-a\r\nhello", 7, FirstDigit),
        (b"250-a\n\n", 6, FirstDigit),
        (b"250-a\n25 ", 8, Digit),
        (b"550-a\n250-b\nx", 12, FirstDigit),
    ] {
        assert_eq!(error(bytes), malformed(at, bytes[at], expected), "{:?}", bytes.escape_ascii());
        assert!(error(&bytes[..at]).is_incomplete(), "{:?} is wrong only at {at}", bytes.escape_ascii());
    }
}

#[test]
fn every_beginning_of_a_reply_is_incomplete() {
    for whole in [&b"250-a\r\n250-\n250\t\r\n"[..], b"250\r\n", b"421-4.7.0 a\r\n421 4.7.0 b\n", b"550-a\r\n"] {
        for end in 0..whole.len() {
            assert!(error(&whole[..end]).is_incomplete(), "{:?}", whole[..end].escape_ascii());
        }
    }
}

#[test]
fn mixed_codes_are_told_with_first_other_and_last() {
    assert_eq!(
        error(b"250-a\r\n550-b\r\n451-c\r\n250 d\r\nrest"),
        ReplyError::MixedCodes { first: code(250), last: code(250), other: code(550), at: 7, length: 28 }
    );
    assert!(error(b"250-a\r\n550-b\r\n").is_incomplete());
}

#[test]
fn the_enhanced_code_is_the_first_word_of_the_text() {
    for (line, enhanced, text) in [
        (&b"550 5.1.1 Unknown\r\n"[..], Some((5, 1, 1)), &b"Unknown"[..]),
        (b"550\t5.1.1\tUnknown\r\n", Some((5, 1, 1)), b"Unknown"),
        (b"550 5.1.1  Unknown\r\n", Some((5, 1, 1)), b" Unknown"),
        (b"550  5.1.1 Unknown\r\n", Some((5, 1, 1)), b"Unknown"),
        (b"550 5.7.606\n", Some((5, 7, 606)), b""),
        (b"550 5.999.999 x\n", Some((5, 999, 999)), b"x"),
        (b"550 5.0.0 \n", Some((5, 0, 0)), b""),
        (b"550 2.1.1 x\n", Some((2, 1, 1)), b"x"),
        (b"550   5.1.1 x\r\n", None, b"  5.1.1 x"),
        (b"550 3.1.1 x\r\n", None, b"3.1.1 x"),
        (b"550 1.1.1 x\r\n", None, b"1.1.1 x"),
        (b"550 5.01.1 x\r\n", None, b"5.01.1 x"),
        (b"550 5.1.1000 x\r\n", None, b"5.1.1000 x"),
        (b"550 5.1. x\r\n", None, b"5.1. x"),
        (b"550 5.1 x\r\n", None, b"5.1 x"),
        (b"550 5.1.1. x\r\n", None, b"5.1.1. x"),
        (b"550 5.1.1.9 x\r\n", None, b"5.1.1.9 x"),
        (b"550 5.1.1: x\r\n", None, b"5.1.1: x"),
        (b"550 5.1.1\r\r\n", None, b"5.1.1\r"),
        (b"550 #5.1.1 x\r\n", None, b"#5.1.1 x"),
        (b"550 x 5.1.1\r\n", None, b"x 5.1.1"),
        (b"354 2.0.0 x\r\n", None, b"2.0.0 x"),
    ] {
        let reply = parsed(line);
        let expected = enhanced.map(|(class, subject, detail)| EnhancedCode::new(class, subject, detail).unwrap());
        assert_eq!(reply.enhanced(), expected, "{:?}", line.escape_ascii());
        assert!(reply.lines().eq([text]), "{:?} gave {reply:?}", line.escape_ascii());
    }
}

#[test]
fn an_enhanced_code_that_differs_by_line_is_the_first_and_the_others_stay_in_the_text() {
    let reply = parsed(b"550-Sorry\r\n550-5.1.1 Unknown\r\n550-5.2.1 Disabled\r\n550 5.1.1 Bye\r\n");
    assert_eq!(reply.enhanced(), EnhancedCode::new(5, 1, 1));
    assert!(reply.lines().eq([&b"Sorry"[..], b"Unknown", b"5.2.1 Disabled", b"Bye"]));
    let [five_one, five_two] = [EnhancedCode::new(5, 1, 1), EnhancedCode::new(5, 2, 1)];
    assert!(reply.enhanced_codes().eq([None, five_one, five_two, five_one]));
}

#[test]
fn the_effective_enhanced_code_never_contradicts_the_code() {
    let effective = |bytes| parsed(bytes).effective_enhanced();
    assert_eq!(effective(b"450 5.1.1 x\n"), EnhancedCode::new(4, 0, 0));
    assert_eq!(effective(b"250 5.1.1 x\n"), EnhancedCode::new(2, 0, 0));
    assert_eq!(effective(b"550 5.1.1 x\n"), EnhancedCode::new(5, 1, 1));
    assert_eq!(effective(b"550 x\n"), None);
    assert_eq!(effective(b"334 5.1.1 x\n"), None);
}

#[test]
fn what_every_reply_says_of_itself() {
    let reply = parsed(b"598-5.7.1 No\r\n598 5.7.1 way\r\n");
    assert_eq!((reply.class(), reply.known()), (Class::PermanentNegative, None));
    assert_eq!(reply, parsed(reply.as_bytes()));
    assert_ne!(reply, parsed(b"598-5.7.1 No\n598 5.7.1 way\n"));
}

#[test]
fn a_reply_that_is_shown_is_one_line_that_reads_from_left_to_right() {
    for (text, shown) in [
        (&b"a\tb\x1b[2Jc\0\r"[..], "a b\\x1b[2Jc\\x00\\x0d"),
        (b"a\xe9\xe9b", "a\u{fffd}\u{fffd}b"),
        (b"\x7f\xc2\x85", "\\x7f\\u{85}"),
        ("a\u{2028}b\u{202e}c\u{2066}".as_bytes(), "a\\u{2028}b\\u{202e}c\\u{2066}"),
        ("שלום und ü, \u{200d}".as_bytes(), "שלום und ü, \u{200d}"),
    ] {
        let bytes = [b"250 ", text, b"\r\n"].concat();
        assert_eq!(parsed(&bytes).text().to_string(), shown);
    }
    // Between two lines stands one blank, their own if they have one.
    assert_eq!(parsed(b"250-a \r\n250-b\t\r\n250-\r\n250-c\r\n250 d\r\n").text().to_string(), "a b c d");
}

#[test]
fn the_short_cut_for_the_usual_shape_and_the_careful_reader_agree() {
    // Every end of up to six bytes from those that matter, behind a first line or none.
    const BYTES: &[u8] = b"2 -\r\n5.";
    for first in [&b""[..], b"250-a\n", b"252-5.5.5\r\n"] {
        for mut choice in 0..7usize.pow(6) {
            let mut bytes = [0; 32];
            bytes[..first.len()].copy_from_slice(first);
            bytes[first.len()..first.len() + 3].copy_from_slice(b"250");
            let mut end = first.len() + 3;
            while choice > 0 {
                bytes[end] = BYTES[choice % 7];
                choice /= 7;
                end += 1;
            }
            let bytes = &bytes[..end];
            let careful = match Progress::new().advance(bytes, ReplyLimits::none()) {
                Ok(found) => Ok(Reply::split(bytes, found).unwrap()),
                Err(ScanError::Reply(error)) => Err(error),
                Err(other) => panic!("{other:?}"),
            };
            assert_eq!(Reply::parse(bytes), careful, "{:?}", bytes.escape_ascii());
        }
    }
}
