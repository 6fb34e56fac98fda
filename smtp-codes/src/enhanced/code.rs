//! An enhanced status code such as `5.1.1`, known to the registry or not.

use core::error::Error;
use core::fmt;
use core::str::FromStr;

use crate::ascii::Ascii;
use crate::class::by_class;
use crate::{Class, EnhancedStatus};

/// An enhanced status code: class, subject and detail, such as `5.1.1`
/// ([RFC 3463 section 2](https://www.rfc-editor.org/rfc/rfc3463#section-2)).
///
/// The class is 2, 4 or 5; subject and detail run from 0 to 999 each. Any well-formed code is held, in the
/// registry or not, because servers send many that are not: `5.7.606`.
///
/// # Examples
///
/// ```
/// use smtp_codes::EnhancedCode;
///
/// let banned = "5.7.606".parse::<EnhancedCode>().unwrap();
/// assert_eq!((banned.class() as u8, banned.subject(), banned.detail()), (5, 7, 606));
/// assert_eq!(banned.to_string(), "5.7.606");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnhancedCode {
    class: Class,
    subject: u16,
    detail: u16,
}

impl EnhancedCode {
    /// The code with this class, subject and detail; `None` unless the class is 2, 4 or 5 and neither of the
    /// others is above 999.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedCode;
    /// const FULL: EnhancedCode = EnhancedCode::new(4, 2, 2).unwrap();
    /// assert_eq!(FULL.to_string(), "4.2.2");
    /// assert!(EnhancedCode::new(3, 0, 0).is_none());
    /// assert!(EnhancedCode::new(5, 0, 1000).is_none());
    /// ```
    #[must_use]
    pub const fn new(class: u8, subject: u16, detail: u16) -> Option<Self> {
        let class = match class {
            2 => Class::PositiveCompletion,
            4 => Class::TransientNegative,
            5 => Class::PermanentNegative,
            _ => return None,
        };
        if subject > 999 || detail > 999 { None } else { Some(Self { class, subject, detail }) }
    }

    /// Reads bytes that are an enhanced code and nothing else, by the grammar of
    /// [RFC 3463 section 2](https://www.rfc-editor.org/rfc/rfc3463#section-2): three numbers with dots between,
    /// no leading zeros, no sign. `text.parse()` does the same with a text.
    ///
    /// # Errors
    ///
    /// Says at which byte they leave the grammar.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedCode;
    /// assert_eq!(EnhancedCode::from_bytes(b"5.7.26").ok(), EnhancedCode::new(5, 7, 26));
    /// assert_eq!(EnhancedCode::from_bytes(b"5.7.\xff").unwrap_err().at(), 4);
    /// ```
    pub const fn from_bytes(bytes: &[u8]) -> Result<Self, ParseEnhancedError> {
        match Self::split_first(bytes) {
            Ok((code, length)) if length == bytes.len() => Ok(code),
            Ok((_, length)) => Err(ParseEnhancedError { at: length }),
            Err(error) => Err(error),
        }
    }

    /// Subject and detail of `.1.1`, nothing else around them.
    pub(crate) fn split_parts(bytes: &[u8]) -> Option<(u16, u16)> {
        let (subject, at) = Self::part(bytes, 0).ok()?;
        let (detail, at) = Self::part(bytes, at).ok()?;
        (at == bytes.len()).then_some((subject, detail))
    }

    /// Reads the code that the bytes begin with, and tells its length. What follows is the caller's to judge.
    pub(crate) const fn split_first(bytes: &[u8]) -> Result<(Self, usize), ParseEnhancedError> {
        let class = match bytes {
            [class @ (b'2' | b'4' | b'5'), ..] => *class - b'0',
            _ => return Err(ParseEnhancedError { at: 0 }),
        };
        let (subject, at) = match Self::part(bytes, 1) {
            Ok(part) => part,
            Err(error) => return Err(error),
        };
        let (detail, at) = match Self::part(bytes, at) {
            Ok(part) => part,
            Err(error) => return Err(error),
        };
        match Self::new(class, subject, detail) {
            Some(code) => Ok((code, at)),
            None => Err(ParseEnhancedError { at: 0 }),
        }
    }

    /// A dot at `at` and one to three digits after it, as number and offset behind.
    const fn part(bytes: &[u8], at: usize) -> Result<(u16, usize), ParseEnhancedError> {
        if at >= bytes.len() || bytes[at] != b'.' {
            return Err(ParseEnhancedError { at });
        }
        let first = at + 1;
        let mut end = first;
        let mut number = 0;
        while end < bytes.len() && bytes[end].is_ascii_digit() {
            if end == first + 3 || (end > first && bytes[first] == b'0') {
                return Err(ParseEnhancedError { at: end });
            }
            number = number * 10 + (bytes[end] - b'0') as u16;
            end += 1;
        }
        if end == first { Err(ParseEnhancedError { at: end }) } else { Ok((number, end)) }
    }

    /// The class: 2, 4 or 5.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, EnhancedCode};
    /// let code = EnhancedCode::new(4, 7, 0).unwrap();
    /// assert_eq!(code.class(), Class::TransientNegative);
    /// assert_eq!(code.class(), 4);
    /// ```
    #[must_use]
    pub const fn class(self) -> Class {
        self.class
    }

    /// The subject, 0 to 999: 1 address, 2 mailbox, 3 mail system, 4 network, 5 protocol, 6 content,
    /// 7 security or policy, 0 other.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedCode;
    /// assert_eq!(EnhancedCode::new(5, 7, 26).unwrap().subject(), 7);
    /// ```
    #[must_use]
    pub const fn subject(self) -> u16 {
        self.subject
    }

    /// The detail within the subject, 0 to 999.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedCode;
    /// assert_eq!(EnhancedCode::new(5, 7, 26).unwrap().detail(), 26);
    /// ```
    #[must_use]
    pub const fn detail(self) -> u16 {
        self.detail
    }

    /// The registry's entry for subject and detail, whatever the class; `None` for the many that servers
    /// made up.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, EnhancedStatus};
    /// let code = EnhancedCode::new(5, 1, 1).unwrap();
    /// assert_eq!(code.status(), Some(EnhancedStatus::BadDestinationMailbox));
    /// assert_eq!(EnhancedCode::new(5, 7, 606).unwrap().status(), None);
    /// ```
    #[must_use]
    pub const fn status(self) -> Option<EnhancedStatus> {
        EnhancedStatus::from_parts(self.subject, self.detail)
    }
}

by_class!(EnhancedCode, "EnhancedCode::new(4, 2, 2).unwrap()");

impl fmt::Display for EnhancedCode {
    /// `5.1.1`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Ascii::new();
        text.enhanced(*self);
        f.pad(text.as_str())
    }
}

impl fmt::Debug for EnhancedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EnhancedCode({self})")
    }
}

impl FromStr for EnhancedCode {
    type Err = ParseEnhancedError;

    fn from_str(text: &str) -> Result<Self, ParseEnhancedError> {
        Self::from_bytes(text.as_bytes())
    }
}

#[cfg(feature = "serde")]
crate::serde::as_text! { EnhancedCode, code => code, "an enhanced status code as a text, such as \"5.1.1\"" }

/// A text that is no enhanced status code.
///
/// # Examples
///
/// ```
/// # use smtp_codes::EnhancedCode;
/// let error = "5.1".parse::<EnhancedCode>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "not an enhanced status code: expected 2, 4 or 5 and two numbers up to 999, such as 5.1.1; byte 3 breaks that"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ParseEnhancedError {
    at: usize,
}

impl ParseEnhancedError {
    /// The offset of the byte at which the text leaves the grammar; the text's length where it ends too early.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedCode;
    /// assert_eq!("6.1.1".parse::<EnhancedCode>().unwrap_err().at(), 0);
    /// ```
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for ParseEnhancedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "not an enhanced status code: expected 2, 4 or 5 and two numbers up to 999, such as 5.1.1; byte {} breaks that",
            self.at
        )
    }
}

impl Error for ParseEnhancedError {}
