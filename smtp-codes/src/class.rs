//! The first digit: whether the answer is yes, go on, not now, or no.

use crate::UnknownName;
use crate::words::words;

/// The class of a reply, told by its first digit.
///
/// A client that meets a number it has never seen acts on this digit alone
/// ([RFC 5321 section 4.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.2)), so every number from 200
/// to 599 has a class, known or not.
///
/// The discriminant is the digit, and a class compares equal to it.
///
/// # Examples
///
/// ```
/// use smtp_codes::{Class, code};
///
/// assert_eq!(code!(354).class(), Class::PositiveIntermediate);
/// assert_eq!(code!(354).class(), 3);
/// assert_eq!(Class::TransientNegative as u8, 4);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Class {
    /// **2yz** The command was carried out; the next one may be sent.
    PositiveCompletion = 2,
    /// **3yz** The command was accepted, and the server waits for more: the message after `DATA`, the next
    /// step after `AUTH`.
    PositiveIntermediate = 3,
    /// **4yz** Not now. The sender keeps the message and tries the same again later.
    TransientNegative = 4,
    /// **5yz** No. The same command in the same form will get the same answer.
    PermanentNegative = 5,
}

impl Class {
    /// The class of a first digit, 2 to 5; `None` for any other. SMTP has no replies that begin with 1.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Class;
    /// assert_eq!(Class::from_digit(4), Some(Class::TransientNegative));
    /// assert_eq!(Class::from_digit(1), None);
    /// ```
    #[must_use]
    pub const fn from_digit(digit: u8) -> Option<Self> {
        Self::from_u16(100 * digit as u16)
    }

    /// The class of a whole number, 200 to 599; `None` outside.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Class;
    /// assert_eq!(Class::from_u16(598), Some(Class::PermanentNegative));
    /// assert_eq!(Class::from_u16(600), None);
    /// ```
    #[must_use]
    pub const fn from_u16(number: u16) -> Option<Self> {
        if matches!(number, 200..=599) { Some(class_of(number)) } else { None }
    }

    /// The digit, 2 to 5.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Class;
    /// assert_eq!(Class::PermanentNegative.digit(), 5);
    /// ```
    #[must_use]
    pub const fn digit(self) -> u8 {
        self as u8
    }

    /// Whether the server said yes or go on: 2yz and 3yz.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Class;
    /// assert!(Class::PositiveIntermediate.is_positive());
    /// ```
    #[must_use]
    pub const fn is_positive(self) -> bool {
        matches!(self, Self::PositiveCompletion | Self::PositiveIntermediate)
    }

    /// Whether the server refused, for now or for good: 4yz and 5yz.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Class;
    /// assert!(Class::TransientNegative.is_negative());
    /// ```
    #[must_use]
    pub const fn is_negative(self) -> bool {
        !self.is_positive()
    }

    /// Whether the server refused for now, so that the same may be tried again later: 4yz.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Class;
    /// assert!(Class::TransientNegative.is_transient());
    /// ```
    #[must_use]
    pub const fn is_transient(self) -> bool {
        matches!(self, Self::TransientNegative)
    }

    /// Whether the server refused for good: 5yz.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Class;
    /// assert!(Class::PermanentNegative.is_permanent());
    /// ```
    #[must_use]
    pub const fn is_permanent(self) -> bool {
        matches!(self, Self::PermanentNegative)
    }
}

words! {
    Class, "a class", "transient-negative":
    PositiveCompletion "positive-completion" "Positive Completion",
    PositiveIntermediate "positive-intermediate" "Positive Intermediate",
    TransientNegative "transient-negative" "Transient Negative Completion",
    PermanentNegative "permanent-negative" "Permanent Negative Completion",
}

/// Gives a type with a `class` its four questions. `$sample` is a value whose class is 4yz.
macro_rules! by_class {
    ($type:ty, $sample:literal) => {
        impl $type {
            /// Whether the server said yes or go on: 2yz and 3yz.
            ///
            /// # Examples
            ///
            /// ```
            /// # use smtp_codes::*;
            #[doc = concat!("assert!(!", $sample, ".is_positive());")]
            /// ```
            #[must_use]
            pub const fn is_positive(self) -> bool {
                self.class().is_positive()
            }

            /// Whether the server refused, for now or for good: 4yz and 5yz.
            ///
            /// # Examples
            ///
            /// ```
            /// # use smtp_codes::*;
            #[doc = concat!("assert!(", $sample, ".is_negative());")]
            /// ```
            #[must_use]
            pub const fn is_negative(self) -> bool {
                self.class().is_negative()
            }

            /// Whether the server refused for now: 4yz.
            ///
            /// # Examples
            ///
            /// ```
            /// # use smtp_codes::*;
            #[doc = concat!("assert!(", $sample, ".is_transient());")]
            /// ```
            #[must_use]
            pub const fn is_transient(self) -> bool {
                self.class().is_transient()
            }

            /// Whether the server refused for good: 5yz.
            ///
            /// # Examples
            ///
            /// ```
            /// # use smtp_codes::*;
            #[doc = concat!("assert!(!", $sample, ".is_permanent());")]
            /// ```
            #[must_use]
            pub const fn is_permanent(self) -> bool {
                self.class().is_permanent()
            }
        }
    };
}

pub(crate) use by_class;

/// The class of a number that is known to lie in 200 to 599.
#[must_use]
pub const fn class_of(number: u16) -> Class {
    match number {
        ..=299 => Class::PositiveCompletion,
        300..=399 => Class::PositiveIntermediate,
        400..=499 => Class::TransientNegative,
        _ => Class::PermanentNegative,
    }
}

impl TryFrom<u8> for Class {
    type Error = UnknownName;

    /// The class of a first digit.
    ///
    /// # Errors
    ///
    /// Any digit but 2 to 5.
    fn try_from(digit: u8) -> Result<Self, UnknownName> {
        Self::from_digit(digit).ok_or(UnknownName::expected("the first digit of a reply, 2 to 5"))
    }
}

impl PartialEq<u8> for Class {
    fn eq(&self, digit: &u8) -> bool {
        *self as u8 == *digit
    }
}

impl PartialEq<Class> for u8 {
    fn eq(&self, class: &Class) -> bool {
        class == self
    }
}

impl From<Class> for u8 {
    fn from(class: Class) -> Self {
        class.digit()
    }
}
