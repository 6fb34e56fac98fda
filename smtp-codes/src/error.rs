//! What goes wrong when a number or a text is no reply code, or no pair of codes.

use core::error::Error;
use core::fmt;

use crate::Class;

/// A number that the catalogue does not have. It may still be a reply: ask for its [`class`](Self::class).
///
/// # Examples
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

/// The error about this number.
#[must_use]
pub const fn unknown(number: u16) -> UnknownCode {
    UnknownCode { number }
}

impl UnknownCode {
    /// The number that was looked up.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::ReplyCode;
    /// assert_eq!(ReplyCode::try_from(0).unwrap_err().number(), 0);
    /// ```
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The class that the number would have as a reply; `None` outside 200 to 599.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, ReplyCode};
    /// let error = ReplyCode::try_from(499).unwrap_err();
    /// assert_eq!(error.class(), Some(Class::TransientNegative));
    /// ```
    #[must_use]
    pub const fn class(&self) -> Option<Class> {
        Class::from_u16(self.number)
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number;
        match self.class() {
            Some(class) => {
                let (digit, name) = (class.digit(), class.name());
                write!(f, "{number} is not in the catalogue; act on its class, {digit}yz {name}")
            }
            None => write!(f, "{number} is not an SMTP reply code: they run from 200 to 599"),
        }
    }
}

impl Error for UnknownCode {}

/// A text that is no code.
///
/// # Examples
///
/// ```
/// use smtp_codes::{ParseCodeError, ReplyCode};
///
/// let error = "25O".parse::<ReplyCode>().unwrap_err(); // the letter O
/// assert_eq!(error, ParseCodeError::NotThreeDigits { at: 2 });
/// assert_eq!(error.to_string(), "not a reply code: expected three digits, such as 250; byte 2 breaks that");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
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
    fn from(unknown: UnknownCode) -> Self {
        Self::Unknown(unknown)
    }
}

/// A text that is no [`ReplyCodes`](crate::ReplyCodes).
///
/// # Examples
///
/// ```
/// # use smtp_codes::ReplyCodes;
/// let error = "550 5.1".parse::<ReplyCodes>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "not a pair of codes: expected a reply code, and perhaps a space and an enhanced code, such as \
///      550 5.1.1; byte 7 breaks that"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ParseCodesError {
    at: usize,
}

impl ParseCodesError {
    pub(crate) const fn at_byte(at: usize) -> Self {
        Self { at }
    }

    /// The offset of the byte that cannot stand there, 0 where the number is outside 200 to 599; the text's
    /// length where it ends too early.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::ReplyCodes;
    /// let at = |text: &str| text.parse::<ReplyCodes>().map_err(|error| error.at());
    /// assert_eq!([at("55"), at("650"), at("550-5.1.1"), at("550 x")], [Err(2), Err(0), Err(3), Err(4)]);
    /// ```
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for ParseCodesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "not a pair of codes: expected a reply code, and perhaps a space and an enhanced code, such as \
             550 5.1.1; byte {} breaks that",
            self.at
        )
    }
}

impl Error for ParseCodesError {}
