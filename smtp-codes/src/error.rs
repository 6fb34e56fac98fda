//! What goes wrong when a number or a text is no code.

use core::error::Error;
use core::fmt;

use crate::Class;

/// A number that the catalogue does not have. It may still be a reply: ask for its [`class`](Self::class).
///
/// ```
/// use smtp_codes::{Class, ReplyCode};
///
/// let error = ReplyCode::try_from(598).unwrap_err();
/// assert_eq!(error.number(), 598);
/// assert_eq!(error.class(), Some(Class::PermanentNegative));
/// assert_eq!(
///     error.to_string(),
///     "598 is not in the catalogue; act on its class, 5yz Permanent Negative Completion"
/// );
///
/// let error = ReplyCode::try_from(700).unwrap_err();
/// assert_eq!(error.to_string(), "700 is not an SMTP reply code: they run from 200 to 599");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct UnknownCode {
    number: u16,
}

impl UnknownCode {
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __new(number: u16) -> Self {
        Self { number }
    }

    /// The number that was looked up.
    ///
    /// ```
    /// # use smtp_codes::ReplyCode;
    /// assert_eq!(ReplyCode::try_from(0).unwrap_err().number(), 0);
    /// ```
    #[must_use]
    #[inline]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The class that the number would have as a reply; `None` outside 200 to 599.
    ///
    /// ```
    /// # use smtp_codes::{Class, ReplyCode};
    /// let error = ReplyCode::try_from(499).unwrap_err();
    /// assert_eq!(error.class(), Some(Class::TransientNegative));
    /// ```
    #[must_use]
    #[inline]
    pub const fn class(&self) -> Option<Class> {
        Class::of(self.number)
    }
}

impl fmt::Display for UnknownCode {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number;
        match self.class() {
            Some(class) => {
                let digit = class.digit();
                write!(f, "{number} is not in the catalogue; act on its class, {digit}yz {class}")
            }
            None => write!(f, "{number} is not an SMTP reply code: they run from 200 to 599"),
        }
    }
}

impl Error for UnknownCode {}

/// A text that is no code.
///
/// ```
/// use smtp_codes::{ParseCodeError, ReplyCode};
///
/// let error = "25O".parse::<ReplyCode>().unwrap_err(); // the letter O
/// assert_eq!(error, ParseCodeError::NotThreeDigits { at: 2 });
/// assert_eq!(error.to_string(), "not a reply code: expected three digits, such as 250; byte 2 breaks that");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ParseCodeError {
    /// The text is not three ASCII digits.
    NotThreeDigits {
        /// The offset of the first byte that is no digit, or one too many, or missing.
        at: usize,
    },
    /// Three digits, and not in the catalogue (for a [`ReplyCode`](crate::ReplyCode)) or outside 200 to 599.
    Unknown(UnknownCode),
}

impl fmt::Display for ParseCodeError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThreeDigits { at } => {
                write!(f, "not a reply code: expected three digits, such as 250; byte {at} breaks that")
            }
            Self::Unknown(unknown) => unknown.fmt(f),
        }
    }
}

// No `source`: the message of an unknown code is this error's own, and a report of all causes would say it twice.
impl Error for ParseCodeError {}

impl From<UnknownCode> for ParseCodeError {
    #[inline]
    fn from(unknown: UnknownCode) -> Self {
        Self::Unknown(unknown)
    }
}

/// A word that names nothing in the catalogue: no command, no language.
///
/// ```
/// use smtp_codes::Command;
///
/// let error = "MIAL".parse::<Command>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown name: expected an SMTP command, such as MAIL or END-OF-DATA");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct UnknownName {
    expected: &'static str,
}

impl UnknownName {
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __new(expected: &'static str) -> Self {
        Self { expected }
    }
}

impl fmt::Display for UnknownName {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown name: expected {}", self.expected)
    }
}

impl Error for UnknownName {}
