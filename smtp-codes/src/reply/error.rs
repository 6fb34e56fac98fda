//! What goes wrong when bytes are no reply, or not yet one, or more of them than was allowed.

use core::error::Error;
use core::fmt;

use crate::WireCode;

/// Why bytes did not give a [`Reply`](crate::Reply).
///
/// Only [`Incomplete`](Self::Incomplete) is cured by reading on. After the others the two ends no longer
/// agree on what is being said: close the connection, keep the mail, and try again later. Never take such an
/// answer for a success or for a final refusal.
///
/// # Examples
///
/// ```
/// use smtp_codes::{Reply, ReplyError};
///
/// assert_eq!(Reply::parse(b"250-mail.example.com\r\n250-SI").unwrap_err(), ReplyError::Incomplete);
///
/// let error = Reply::parse(b"2500 OK\r\n").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "malformed reply: byte 3 is `0`, expected a space, a tab, a hyphen or the end of the line; \
///      close the connection and try again later"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ReplyError {
    /// All that is there may be the beginning of a reply: read more and parse again from the same start, or
    /// let a [`ReplyScanner`](crate::ReplyScanner) remember how far it has looked. The bytes seen are all
    /// that were given. At the end of the stream it says that the server hung up in the middle.
    Incomplete,
    /// A whole reply whose lines do not all begin with the same code.
    ///
    /// [RFC 5321 section 4.2.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1) forbids it and lets a
    /// client believe any of the lines, and real clients differ: so a refusal could be read as a success.
    /// Here it is always an error.
    ///
    /// ```
    /// # use smtp_codes::{Reply, ReplyError};
    /// let error = Reply::parse(b"550-5.7.1 Refused\r\n250 OK\r\n").unwrap_err();
    /// assert!(matches!(error, ReplyError::MixedCodes { first, last, at: 19, .. } if first == 550 && last == 250));
    /// assert_eq!(
    ///     error.to_string(),
    ///     "mixed codes in one reply: it begins with 550, byte 19 begins a line with 250, and it ends with 250; \
    ///      close the connection and try again later"
    /// );
    /// ```
    MixedCodes {
        /// The code of the first line.
        first: WireCode,
        /// The code of the last line. It may be the first one again: `250-`, `550-`, `250 `.
        last: WireCode,
        /// The code of the first line that differs from the first.
        other: WireCode,
        /// The offset at which that line begins.
        at: usize,
        /// The length of the whole reply: what follows it begins here.
        length: usize,
    },
    /// Bytes that no continuation can turn into a reply, said as soon as that is certain.
    Malformed {
        /// The offset of the byte that breaks the form.
        at: usize,
        /// That byte.
        found: u8,
        /// What should have stood there.
        expected: Expected,
    },
}

impl ReplyError {
    /// Whether reading more bytes may cure it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// assert!(Reply::parse(b"25").unwrap_err().is_incomplete());
    /// assert!(!Reply::parse(b"25 OK").unwrap_err().is_incomplete());
    /// ```
    #[must_use]
    pub const fn is_incomplete(&self) -> bool {
        matches!(self, Self::Incomplete)
    }

    /// The offset of the byte that is wrong; `None` where none is.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// assert_eq!(Reply::parse(b"+50 OK\r\n").unwrap_err().at(), Some(0));
    /// ```
    #[must_use]
    pub const fn at(&self) -> Option<usize> {
        match *self {
            Self::Incomplete => None,
            Self::MixedCodes { at, .. } | Self::Malformed { at, .. } => Some(at),
        }
    }
}

impl fmt::Display for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Incomplete => f.write_str("incomplete reply: read more bytes and parse again"),
            Self::MixedCodes { first, last, other, at, .. } => write!(
                f,
                "mixed codes in one reply: it begins with {first}, byte {at} begins a line with {other}, \
                 and it ends with {last}; close the connection and try again later"
            ),
            Self::Malformed { at, found, expected } => write!(
                f,
                "malformed reply: byte {at} is `{}`, expected {expected}; close the connection and try again later",
                found.escape_ascii()
            ),
        }
    }
}

impl Error for ReplyError {}

/// What a reply needs at the byte where it is malformed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Expected {
    /// The first digit of the code, 2 to 5. Every line of a reply begins with one.
    FirstDigit,
    /// The second or the third digit of the code, 0 to 9.
    Digit,
    /// What stands behind the code: a hyphen where more lines follow, else a space, a tab or the line's end.
    Separator,
    /// The line feed behind a code that is followed by a carriage return.
    LineFeed,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FirstDigit => "a reply code, which begins with 2, 3, 4 or 5",
            Self::Digit => "a digit of the reply code",
            Self::Separator => "a space, a tab, a hyphen or the end of the line",
            Self::LineFeed => "a line feed",
        })
    }
}

/// Why a [`ReplyScanner`](crate::ReplyScanner) found no reply, and will not.
///
/// # Examples
///
/// ```
/// use smtp_codes::{ReplyScanner, reply::ReplyLimits};
///
/// let mut scanner = ReplyScanner::with_limits(ReplyLimits::new().lines(2));
/// let error = scanner.scan(b"220-a\r\n220-b\r\n220-c\r\n").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the reply has more than 2 lines; close the connection and try again later, or raise the limit"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ScanError {
    /// The bytes are no reply. Never [`ReplyError::Incomplete`].
    Reply(ReplyError),
    /// A line is longer than [`ReplyLimits::line`](super::ReplyLimits::line) allows.
    LineTooLong {
        /// Which line of the reply, from 1.
        line: usize,
        /// The bytes that a line may have.
        limit: usize,
    },
    /// More lines follow than [`ReplyLimits::lines`](super::ReplyLimits::lines) allows.
    TooManyLines {
        /// The lines that a reply may have.
        limit: usize,
    },
    /// The reply is longer than [`ReplyLimits::bytes`](super::ReplyLimits::bytes) allows.
    TooLong {
        /// The bytes that a reply may have.
        limit: usize,
    },
}

impl fmt::Display for ScanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reply(error) => return error.fmt(f),
            Self::LineTooLong { line, limit } => {
                write!(f, "line {line} of the reply has more than {limit} bytes")
            }
            Self::TooManyLines { limit } => write!(f, "the reply has more than {limit} lines"),
            Self::TooLong { limit } => write!(f, "the reply has more than {limit} bytes"),
        }?;
        f.write_str("; close the connection and try again later, or raise the limit")
    }
}

// No `source`: the message of what is wrong with the reply is this error's own already.
impl Error for ScanError {}
