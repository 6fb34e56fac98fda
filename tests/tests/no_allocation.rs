//! Reading, searching and writing replies allocates nothing, counted by an allocator.

use std::fmt::{self, Write};
use std::hint::black_box;

use allocation_counter::measure;
use smtp_codes::{
    Class, EnhancedCode, Reply, ReplyScanner, ReplyWriter, WireCode, find_codes, find_enhanced,
    reply::{ReplyLimits, WriteError},
};

/// A buffer of a fixed size that can be formatted to.
struct Fixed {
    bytes: [u8; 4_096],
    length: usize,
}

impl Fixed {
    fn new() -> Self {
        Self { bytes: [0; 4_096], length: 0 }
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

impl Write for Fixed {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// Fails where the work allocates.
#[track_caller]
fn allocates_nothing(work: impl FnOnce()) {
    let counted = measure(work);
    assert_eq!((counted.count_total, counted.bytes_total), (0, 0));
}

const REPLIES: [&[u8]; 9] = [
    b"250 2.1.5 Recipient ok\r\n",
    b"250-mail.example.com\r\n250-SIZE 35882577\r\n250-8BITMIME\r\n250 HELP\r\n",
    b"550-5.1.1 a\n550-5.7.606 b\n550 5.1.1 c\n",
    b"334\r\n",
    b"550 \xd3\xc3\xbb\xa7\xb2\xbb\xb4\xe6\xd4\xda (#5.1.1)\r\n",
    b"250-a\r\n550-b\r\n250 c\r\n",
    b"2500 OK\r\n",
    b"421-4.7.0 cut o",
    b"",
];

#[test]
fn the_counter_counts() {
    let counted = measure(|| drop(black_box(vec![0u8; 100])));
    assert_eq!((counted.count_total, counted.bytes_total), (1, 100));
    let counted = measure(|| drop(black_box(Reply::parse(REPLIES[0]).unwrap().0.to_string())));
    assert!(counted.count_total >= 1);
}

#[test]
fn parsing() {
    allocates_nothing(|| {
        for bytes in REPLIES {
            match Reply::parse(black_box(bytes)) {
                Ok((reply, rest)) => {
                    black_box((reply.code(), reply.class(), reply.known(), rest));
                    black_box((reply.enhanced(), reply.effective_enhanced(), reply.is_multiline()));
                    black_box(reply.lines().map(<[u8]>::len).sum::<usize>());
                    black_box(reply.enhanced_codes().flatten().count());
                }
                Err(error) => {
                    black_box((error.at(), error.is_incomplete()));
                }
            }
        }
    });
}

#[test]
fn scanning_in_pieces() {
    allocates_nothing(|| {
        for limits in [ReplyLimits::new(), ReplyLimits::new().line(16).lines(2).bytes(32)] {
            let mut scanner = ReplyScanner::with_limits(limits);
            for bytes in REPLIES {
                for end in 0..=bytes.len() {
                    if !matches!(black_box(scanner.reply(&bytes[..end])), Ok(None)) {
                        break;
                    }
                }
                scanner.reset();
            }
        }
    });
}

#[test]
fn searching() {
    let log = b"dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 unknown)\n".repeat(50);
    allocates_nothing(|| {
        for bytes in REPLIES {
            black_box((find_codes(black_box(bytes)), find_enhanced(black_box(bytes))));
        }
        assert_eq!(find_enhanced(black_box(&log)), EnhancedCode::new(5, 1, 1));
    });
}

#[test]
fn showing_a_reply_and_every_error() {
    let mut buffer = Fixed::new();
    allocates_nothing(|| {
        for bytes in REPLIES {
            match Reply::parse(bytes) {
                Ok((reply, _)) => writeln!(buffer, "{reply} {reply:?} {}", reply.text()).unwrap(),
                Err(error) => writeln!(buffer, "{error}").unwrap(),
            }
        }
        let mut scanner = ReplyScanner::with_limits(ReplyLimits::new().line(8));
        write!(buffer, "{}", scanner.scan(b"250 too long").unwrap_err()).unwrap();
    });
    assert!(buffer.as_bytes().ends_with(b"or raise the limit"));
}

#[test]
fn writing() {
    let text = "a long text of several words, ".repeat(60);
    let mut buffer = Fixed::new();
    allocates_nothing(|| {
        let reply = ReplyWriter::new(WireCode::from_u16(550).unwrap())
            .enhanced(EnhancedCode::new(5, 7, 26).unwrap())
            .text(&text)
            .finish()
            .unwrap();
        write!(buffer, "{reply}").unwrap();
        let (read, _) = Reply::parse(buffer.as_bytes()).unwrap();
        assert_eq!((read.class(), read.lines().count()), (Class::PermanentNegative, 4));
    });
    allocates_nothing(|| {
        let refused = ReplyWriter::new(WireCode::from_u16(334).unwrap()).text("a\nb").finish();
        assert_eq!(refused, Err(WriteError::Control { line: 0, at: 1 }));
    });
}
