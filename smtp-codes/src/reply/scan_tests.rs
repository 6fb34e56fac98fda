//! Replies in pieces: every cut gives the same, the limits hold, and no byte is looked at for ever.

extern crate std;

use std::vec::Vec;

use super::{ReplyLimits, ScanError};
use crate::{Reply, ReplyError, ReplyScanner};

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
fn each_limit_is_reached_at_its_last_octet_and_not_before() {
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
fn a_thousand_lines_byte_by_byte_are_looked_at_once() {
    let mut bytes: Vec<u8> = b"250-SIZE 35882577\r\n".repeat(999);
    bytes.extend_from_slice(b"250 HELP\r\n");
    let mut scanner = ReplyScanner::new();
    assert_eq!(in_pieces(&mut scanner, &bytes, 1), Ok(Some(bytes.len())));
    // The first five bytes of a line are looked at again until they are all there.
    assert!(scanner.examined() <= 2 * bytes.len() as u64, "{} of {}", scanner.examined(), bytes.len());
    assert_eq!(scanner.reply(&bytes).unwrap().unwrap().0, Reply::parse(&bytes).unwrap().0);
}

#[test]
fn what_was_looked_at_is_counted_and_no_byte_is_looked_at_again_for_nothing() {
    let mut scanner = ReplyScanner::new();
    assert_eq!(scanner.scan(b"250 OK"), Ok(None));
    // The five of the head, and what stands behind the code.
    assert_eq!(scanner.examined(), 5 + 3);
    assert_eq!(scanner.scan(b"250 OK"), Ok(None));
    assert_eq!(scanner.examined(), 5 + 3);
    assert_eq!(scanner.scan(b"250 OK\r\n"), Ok(Some(8)));
    assert_eq!(scanner.examined(), 5 + 3 + 2);
}
