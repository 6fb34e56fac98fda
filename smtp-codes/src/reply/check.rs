//! What a server must not send: the checks, all of them usable while compiling, and their errors.

use core::error::Error;
use core::fmt;

use crate::{Class, EnhancedCode, WireCode};

/// The bytes of the longest line, its end included
/// ([RFC 5321 section 4.5.3.1.5](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.5)).
pub(super) const LINE: usize = 512;
/// The same for the challenge of a `334`
/// ([RFC 4954 section 4](https://www.rfc-editor.org/rfc/rfc4954#section-4)).
const CHALLENGE_LINE: usize = 12_288;

/// Why a reply cannot be sent as it was asked for.
///
/// ```
/// use smtp_codes::{EnhancedCode, ReplyWriter, code, reply::WriteError};
///
/// let blocked = EnhancedCode::new(5, 7, 25).unwrap();
/// let error = ReplyWriter::new(code!(450)).enhanced(blocked).text("No PTR record").finish().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "a 450 reply cannot carry 5.7.25: the classes disagree; 4.7.25 would agree"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// The enhanced code's class is not the code's
    /// ([RFC 2034 section 4](https://www.rfc-editor.org/rfc/rfc2034#section-4)).
    ClassMismatch {
        /// The code.
        code: WireCode,
        /// The enhanced code.
        enhanced: EnhancedCode,
    },
    /// A 3yz reply carries no enhanced code (the same section).
    EnhancedOnIntermediate {
        /// The code.
        code: WireCode,
        /// The enhanced code.
        enhanced: EnhancedCode,
    },
    /// A text begins with what every client reads as the enhanced code, and none was given.
    EnhancedInText {
        /// The line, from 0.
        line: usize,
        /// The enhanced code.
        enhanced: EnhancedCode,
    },
    /// A text holds a line break or another control character. Only the tab may be sent.
    Control {
        /// The line, from 0.
        line: usize,
        /// The offset of the first byte of the character in that line's text.
        at: usize,
    },
    /// A text holds a character outside ASCII, and [`ReplyWriter::utf8`](crate::ReplyWriter::utf8) does not
    /// allow that.
    NotAscii {
        /// The line, from 0.
        line: usize,
        /// The offset of the first byte of the character in that line's text.
        at: usize,
    },
    /// The challenge of a `334` does not fit into one line, and folding would break it.
    Challenge {
        /// The bytes that it may have.
        limit: usize,
    },
}

impl WriteError {
    /// What is wrong, without the place: for a panic in a constant, which can print nothing else.
    ///
    /// ```
    /// # use smtp_codes::{OutgoingReply, ReplyWriter, WireCode};
    /// const CLOSING: OutgoingReply<'_> =
    ///     match ReplyWriter::from_wire(WireCode::from_u16(421).unwrap()).text("Closing").finish() {
    ///         Ok(reply) => reply,
    ///         Err(error) => panic!("{}", error.summary()),
    ///     };
    /// assert_eq!(CLOSING.to_string(), "421 Closing\r\n");
    /// ```
    #[must_use]
    pub const fn summary(&self) -> &'static str {
        match self {
            Self::ClassMismatch { .. } => "the class of the enhanced code is not that of the reply code",
            Self::EnhancedOnIntermediate { .. } => "a 3yz reply carries no enhanced code",
            Self::EnhancedInText { .. } => {
                "the text begins with an enhanced code, which must be given as the reply's enhanced code"
            }
            Self::Control { .. } => "the text holds a line break or another control character",
            Self::NotAscii { .. } => "the text holds a character outside ASCII",
            Self::Challenge { .. } => "the challenge of a 334 must fit into one line",
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::ClassMismatch { code, enhanced } => {
                let (class, subject, detail) = (code.class().digit(), enhanced.subject(), enhanced.detail());
                write!(
                    f,
                    "a {code} reply cannot carry {enhanced}: the classes disagree; {class}.{subject}.{detail} would agree"
                )
            }
            Self::EnhancedOnIntermediate { code, enhanced } => {
                write!(f, "a {code} reply cannot carry {enhanced}: 3yz replies have no enhanced code; leave it out")
            }
            Self::EnhancedInText { line, enhanced } => write!(
                f,
                "the text of line {line} begins with {enhanced}, which clients read as the enhanced code; \
                 give it as the enhanced code or begin with another word"
            ),
            Self::Control { line, at } => write!(
                f,
                "byte {at} of line {line} is a line break or another control character; \
                 give several lines as lines and leave the others out"
            ),
            Self::NotAscii { line, at } => write!(
                f,
                "byte {at} of line {line} is not ASCII; allow UTF-8 where the client asked for SMTPUTF8, or \
                 leave it out"
            ),
            Self::Challenge { limit } => {
                write!(f, "a 334 challenge is one line and at most {limit} bytes; send a shorter one")
            }
        }
    }
}

impl Error for WriteError {}

/// What speaks against this enhanced code in this reply.
pub(super) const fn enhanced(code: WireCode, enhanced: EnhancedCode) -> Option<WriteError> {
    if code.class().digit() == enhanced.class().digit() {
        None
    } else if matches!(code.class(), Class::PositiveIntermediate) {
        Some(WriteError::EnhancedOnIntermediate { code, enhanced })
    } else {
        Some(WriteError::ClassMismatch { code, enhanced })
    }
}

/// The first character of a text that may not be sent.
#[inline]
pub(super) const fn characters(text: &str, line: usize, utf8: bool) -> Option<WriteError> {
    let bytes = text.as_bytes();
    if is_printable_ascii(bytes) {
        return None;
    }
    let mut at = 0;
    while at < bytes.len() {
        // The last two are the control characters that Unicode has above ASCII, U+0080 to U+009F.
        let control = match bytes[at] {
            b'\t' => false,
            0..=0x1f | 0x7f => true,
            0xc2 => at + 1 < bytes.len() && bytes[at + 1] < 0xa0,
            _ => false,
        };
        if control {
            return Some(WriteError::Control { line, at });
        }
        if !utf8 && !bytes[at].is_ascii() {
            return Some(WriteError::NotAscii { line, at });
        }
        at += 1;
    }
    None
}

/// Nearly every text, told eight bytes at a time.
#[inline]
const fn is_printable_ascii(bytes: &[u8]) -> bool {
    /// The high bits of the bytes outside `b' '..=b'~'`. Those behind one of them may be wrong.
    const fn others(eight: [u8; 8]) -> u64 {
        let word = u64::from_le_bytes(eight);
        let low = word.wrapping_sub(u64::from_ne_bytes([b' '; 8]));
        let high = word.wrapping_add(u64::from_ne_bytes([0x80 - (b'~' + 1); 8]));
        (low | high | word) & u64::from_ne_bytes([0x80; 8])
    }
    let (mut found, mut rest) = (0, bytes);
    while let Some((eight, behind)) = rest.split_first_chunk() {
        found |= others(*eight);
        rest = behind;
    }
    // The last ones, together with those before them.
    if let Some(eight) = bytes.last_chunk() {
        return found | others(*eight) == 0;
    }
    while let [byte, behind @ ..] = rest {
        if !matches!(byte, b' '..=b'~') {
            return false;
        }
        rest = behind;
    }
    true
}

/// What a text without an enhanced code before it must not begin with.
pub(super) const fn start(code: WireCode, text: &str, line: usize) -> Option<WriteError> {
    match enhanced_at_start(text.as_bytes()) {
        None => None,
        Some(enhanced) if matches!(code.class(), Class::PositiveIntermediate) => {
            Some(WriteError::EnhancedOnIntermediate { code, enhanced })
        }
        Some(enhanced) => Some(WriteError::EnhancedInText { line, enhanced }),
    }
}

/// The enhanced code that a client would read at the beginning of this text, by the rule of
/// [`Reply::parse`](crate::Reply::parse).
pub(super) const fn enhanced_at_start(text: &[u8]) -> Option<EnhancedCode> {
    let text = match text {
        [b' ' | b'\t', text @ ..] | text => text,
    };
    let Ok((enhanced, length)) = EnhancedCode::split_first(text) else { return None };
    if length == text.len() || matches!(text[length], b' ' | b'\t') { Some(enhanced) } else { None }
}

/// Whether the text of a `334` does not fit into its one line.
pub(super) const fn challenge(lines: &[&str]) -> Option<WriteError> {
    // The code, a space and the line's end are six bytes.
    const LIMIT: usize = CHALLENGE_LINE - 6;
    match lines {
        [text] if text.len() <= LIMIT => None,
        _ => Some(WriteError::Challenge { limit: LIMIT }),
    }
}
