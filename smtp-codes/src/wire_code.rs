//! Any reply code as it came over the wire, known to the catalogue or not.

use core::fmt;
use core::num::NonZeroU16;
use core::str::FromStr;

use crate::class::{by_class, class_of};
use crate::error::{ParseCodeError, UnknownCode, unknown};
use crate::words::category_of;
use crate::{Category, Class, ReplyCode};

/// Any number from 200 to 599: a reply code as received, known or not.
///
/// Servers send numbers that no list has. A client still knows what to do, because the first digit says it
/// ([RFC 5321 section 4.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.2)): keep a `WireCode` where
/// replies come in, and ask it for the [`ReplyCode`] where a text is wanted.
///
/// # Examples
///
/// ```
/// use smtp_codes::{Class, WireCode, code};
///
/// let odd = WireCode::from_u16(598).unwrap();
/// assert_eq!(odd.class(), Class::PermanentNegative);
/// assert_eq!(odd.known(), None);
/// assert_eq!(WireCode::from_u16(250).unwrap().known(), Some(code!(250)));
/// assert_eq!(WireCode::from_u16(600), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WireCode(NonZeroU16);

impl WireCode {
    /// The code of a number from 200 to 599; `None` outside, where no reply can be.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::WireCode;
    /// const ODD: WireCode = WireCode::from_u16(471).unwrap();
    /// assert_eq!(ODD, 471);
    /// assert!(WireCode::from_u16(199).is_none());
    /// ```
    #[must_use]
    pub const fn from_u16(number: u16) -> Option<Self> {
        match number {
            200..=599 => match NonZeroU16::new(number) {
                Some(number) => Some(Self(number)),
                None => None,
            },
            _ => None,
        }
    }

    /// Reads exactly three ASCII digits, 200 to 599: no sign, no space, nothing before or after.
    ///
    /// # Errors
    ///
    /// Says which byte is wrong, or that the number is outside 200 to 599.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::WireCode;
    /// assert_eq!(WireCode::from_bytes(b"571").unwrap(), 571);
    /// assert!(WireCode::from_bytes(b"+50").is_err());
    /// ```
    #[inline]
    pub const fn from_bytes(bytes: &[u8]) -> Result<Self, ParseCodeError> {
        if let [a, b, c] = bytes {
            if let Some(code) = Self::from_digits([*a, *b, *c]) {
                return Ok(code);
            }
        }
        Err(match (Self::wrong_at(bytes), bytes) {
            (None, [a, b, c]) => ParseCodeError::Unknown(unknown(Self::number([*a, *b, *c]))),
            (None, _) => ParseCodeError::NotThreeDigits { at: 3 },
            (Some(at), _) => ParseCodeError::NotThreeDigits { at },
        })
    }

    /// The same for three bytes.
    pub(crate) const fn from_digits(digits: [u8; 3]) -> Option<Self> {
        match digits {
            [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9'] => Self::from_u16(Self::number(digits)),
            _ => None,
        }
    }

    /// The number that three digits are.
    const fn number([a, b, c]: [u8; 3]) -> u16 {
        // b'0' three times, taken off at once.
        a as u16 * 100 + b as u16 * 10 + c as u16 - b'0' as u16 * 111
    }

    /// The first of the first three bytes that is no digit, or the end before it.
    const fn wrong_at(bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        while at < 3 {
            if at == bytes.len() || !bytes[at].is_ascii_digit() {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// The number of an entry of the catalogue: the same as `From`, in constants too.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyCodes, WireCode, code};
    /// const FULL: ReplyCodes = ReplyCodes::new(WireCode::from_code(code!(552)), EnhancedCode::new(5, 2, 2));
    /// assert_eq!(FULL.to_string(), "552 5.2.2");
    /// ```
    #[must_use]
    pub const fn from_code(code: ReplyCode) -> Self {
        wire_code(code as u16)
    }

    /// The number, 200 to 599.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::WireCode;
    /// assert_eq!(WireCode::from_u16(250).unwrap().as_u16(), 250);
    /// ```
    #[must_use]
    pub const fn as_u16(self) -> u16 {
        self.0.get()
    }

    /// What the first digit says.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, WireCode};
    /// assert_eq!(WireCode::from_u16(471).unwrap().class(), Class::TransientNegative);
    /// ```
    #[must_use]
    pub const fn class(self) -> Class {
        class_of(self.as_u16())
    }

    /// What the second digit says.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Category, WireCode};
    /// assert_eq!(WireCode::from_u16(528).unwrap().category(), Category::Connections);
    /// ```
    #[must_use]
    pub const fn category(self) -> Category {
        category_of(self.as_u16())
    }

    /// The entry of the catalogue, if it has one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{ReplyCode, WireCode};
    /// assert_eq!(WireCode::from_u16(214).unwrap().known(), Some(ReplyCode::HelpMessage));
    /// ```
    #[must_use]
    pub const fn known(self) -> Option<ReplyCode> {
        ReplyCode::from_u16(self.as_u16())
    }
}

by_class!(WireCode, "WireCode::from_u16(450).unwrap()");

/// A number of a catalogue.
#[must_use]
pub const fn wire_code(number: u16) -> WireCode {
    match WireCode::from_u16(number) {
        Some(code) => code,
        // The macro refuses every number outside 200 to 599: this is never reached, and is no panic in a program.
        None => WireCode(const { NonZeroU16::new(599).unwrap() }),
    }
}

impl fmt::Display for WireCode {
    /// The number: `250`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.as_u16(), f)
    }
}

impl fmt::Debug for WireCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WireCode({self})")
    }
}

impl From<ReplyCode> for WireCode {
    fn from(code: ReplyCode) -> Self {
        Self::from_code(code)
    }
}

impl From<WireCode> for u16 {
    fn from(code: WireCode) -> Self {
        code.as_u16()
    }
}

impl TryFrom<u16> for WireCode {
    type Error = UnknownCode;

    /// # Errors
    ///
    /// A number outside 200 to 599.
    fn try_from(number: u16) -> Result<Self, UnknownCode> {
        Self::from_u16(number).ok_or(unknown(number))
    }
}

impl FromStr for WireCode {
    type Err = ParseCodeError;

    fn from_str(text: &str) -> Result<Self, ParseCodeError> {
        Self::from_bytes(text.as_bytes())
    }
}

impl PartialEq<u16> for WireCode {
    fn eq(&self, number: &u16) -> bool {
        self.as_u16() == *number
    }
}

impl PartialEq<WireCode> for u16 {
    fn eq(&self, code: &WireCode) -> bool {
        code == self
    }
}

impl PartialEq<ReplyCode> for WireCode {
    fn eq(&self, code: &ReplyCode) -> bool {
        self.as_u16() == code.as_u16()
    }
}

impl PartialEq<WireCode> for ReplyCode {
    fn eq(&self, code: &WireCode) -> bool {
        code == self
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for WireCode {
    /// The number.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.as_u16())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for WireCode {
    /// Reads a number from 200 to 599.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde::deserialize(deserializer)
    }
}
