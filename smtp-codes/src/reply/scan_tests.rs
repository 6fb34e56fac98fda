//! Replies in pieces: every cut gives the same, the limits hold, and no byte is looked at for ever.

extern crate std;

use std::vec::Vec;

use super::steps::{assert_linear, steps};
use super::{ReplyLimits, ScanError};
use crate::{ReplyError, ReplyScanner};

/// What the scanner says of these bytes when they arrive so many at a time.
fn in_pieces(scanner: &mut ReplyScanner, bytes: &[u8], piece: usize) -> Result<Option<usize>, ScanError> {
    for end in (0..bytes.len()).step_by(piece) {
        match scanner.scan(&bytes[..end]) {
            Ok(None) => {}
            other => return other,
        }
    }
    scanner.scan(bytes)
}

#[test]
fn pieces_of_any_size_give_what_the_whole_gives() {
    let limits = ReplyLimits::new().line(12).lines(3).bytes(30);
    for bytes in [
        &b"250 OK\r\n"[..],
        b"250\r\n221 Bye\r\n",
        b"250-a\r\n250-b\r\n250 c\r\nmore",
        b"250-a\n550-b\n250 c\nmore",
        b"250-a\r\n250-b\r\n250-c\r\n250 d\r\n",
        b"250 1234567\n",
        b"250 12345678\n",
        b"250-123456\r\n250-123456\r\n250 1\r\n",
        b"250-123456\r\n250-123456\r\n250 12\r\n",
        b"2500 OK\r\n",
        b"250-a\r\n\r\n",
        b"250\rx",
        b"250-a\r\n25",
    ] {
        let whole = ReplyScanner::with_limits(limits).scan(bytes);
        for piece in 1..=bytes.len() {
            let mut scanner = ReplyScanner::with_limits(limits);
            assert_eq!(in_pieces(&mut scanner, bytes, piece), whole, "{:?} by {piece}", bytes.escape_ascii());
        }
    }
}

#[test]
fn each_limit_is_reached_at_its_last_byte_and_not_before() {
    let mut line = ReplyScanner::with_limits(ReplyLimits::none().line(10));
    assert_eq!(line.scan(b"250 12345\n"), Ok(Some(10)));
    assert_eq!(line.scan(b"250 12345"), Ok(None));
    assert_eq!(line.scan(b"250 123456"), Err(ScanError::LineTooLong { line: 1, limit: 10 }));
    assert_eq!(line.scan(b"250-1\n250 1234567"), Err(ScanError::LineTooLong { line: 2, limit: 10 }));

    let mut lines = ReplyScanner::with_limits(ReplyLimits::none().lines(2));
    assert_eq!(lines.scan(b"250-1\n250 2\n"), Ok(Some(12)));
    assert_eq!(lines.scan(b"250-1\n250-2"), Ok(None));
    assert_eq!(lines.scan(b"250-1\n250-2\n"), Err(ScanError::TooManyLines { limit: 2 }));

    let mut bytes = ReplyScanner::with_limits(ReplyLimits::none().bytes(12));
    assert_eq!(bytes.scan(b"250-1\n250 2\n221 more, which belongs to the next reply\n"), Ok(Some(12)));
    assert_eq!(bytes.scan(b"250-1\n250 2"), Ok(None));
    assert_eq!(bytes.scan(b"250-1\n250 23"), Err(ScanError::TooLong { limit: 12 }));
    assert_eq!(bytes.scan(b"250-1\n250-2\n"), Err(ScanError::TooLong { limit: 12 }));

    let mut nothing = ReplyScanner::with_limits(ReplyLimits::none().line(0));
    assert_eq!(nothing.scan(b""), Err(ScanError::LineTooLong { line: 1, limit: 0 }));
}

#[test]
fn a_scanner_begins_anew_after_every_answer() {
    let mut scanner = ReplyScanner::new();
    assert_eq!(scanner.scan(b"220-a"), Ok(None));
    assert_eq!(scanner.scan(b"220-a\n220 b\n"), Ok(Some(12)));
    assert_eq!(scanner.scan(b"250 OK\n"), Ok(Some(7)));
    assert!(scanner.scan(b"oops").is_err());
    assert_eq!(scanner.scan(b"250 OK\n"), Ok(Some(7)));

    let mixed = b"550-a\n250 b\n221 c\n";
    let Err(ScanError::Reply(ReplyError::MixedCodes { length, .. })) = scanner.scan(mixed) else {
        panic!("the codes are mixed");
    };
    assert_eq!(scanner.scan(&mixed[length..]), Ok(Some(6)));
}

#[test]
fn a_shorter_buffer_is_a_new_one() {
    let mut scanner = ReplyScanner::new();
    assert_eq!(scanner.scan(b"250-a\r\n250-bc"), Ok(None));
    assert_eq!(scanner.scan(b"221 b\r\n"), Ok(Some(7)));
}

#[test]
fn twice_the_bytes_in_pieces_take_twice_the_steps() {
    let shapes: [fn(usize) -> Vec<u8>; 6] = [
        |size| [b"250-SIZE 35882577\r\n".repeat(size), b"250 HELP\r\n".to_vec()].concat(),
        |size| [b"550-\n".repeat(size), b"550\n".to_vec()].concat(),
        |size| [b"550-5.1.1 a\r\n250-5.1.1 b\n".repeat(size), b"250 c\r\n".to_vec()].concat(),
        |size| [b"250 ".to_vec(), b"one long line ".repeat(size), b"\r\n".to_vec()].concat(),
        |size| [b"250 ".to_vec(), b"\r".repeat(10 * size), b"\r\n".to_vec()].concat(),
        |size| b"250-a reply that never ends\r\n".repeat(size),
    ];
    for (shape, build) in shapes.iter().enumerate() {
        for piece in [1, 2, 7, 1_400, usize::MAX] {
            let [once, twice] = [1_000, 2_000].map(|size| {
                let bytes = build(size);
                let mut scanner = ReplyScanner::with_limits(ReplyLimits::none());
                steps(|| in_pieces(&mut scanner, &bytes, piece))
            });
            assert_linear(&std::format!("shape {shape} by {piece}"), once, twice, 1_000);
        }
    }
}

#[test]
fn no_byte_is_looked_at_again_for_nothing() {
    let mut scanner = ReplyScanner::new();
    assert_eq!(scanner.scan(b"250 OK"), Ok(None));
    assert_eq!(steps(|| scanner.scan(b"250 OK")), 0);
    assert_eq!(scanner.scan(b"250 OK\r\n"), Ok(Some(8)));
}
