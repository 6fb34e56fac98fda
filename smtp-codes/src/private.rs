//! What the macros' expansions call. Not part of the public promise: the macro crate is pinned to exactly
//! this version.

pub use smtp_codes_macros::{catalogue, reply as make_reply, unknown_code, unknown_enhanced};

pub use crate::catalogue::enhanced_codes;

pub use crate::class::class_of;
pub use crate::command::{Said, answer, answers_to, reference, step};
pub use crate::comparison::labels::{Field, Labels, Piece};
pub use crate::comparison::pair::{Side, comparison};
pub use crate::error::unknown;
pub use crate::provider::Row;
#[cfg(feature = "serde")]
pub use crate::serde::deserialize;
pub use crate::verdict::Mark;
pub use crate::wire_code::wire_code;
pub use crate::words::{category_of, display};
use crate::{EnhancedCode, OutgoingReply, ReplyWriter, WireCode};
#[cfg(feature = "serde")]
pub use serde;

/// An enhanced code that the macro has checked. A wrong one stops the build, never a program: it is only
/// called in constants.
#[must_use]
pub const fn enhanced(class: u8, subject: u16, detail: u16) -> EnhancedCode {
    EnhancedCode::new(class, subject, detail).expect("the macro checks enhanced codes")
}

/// The reply that `reply!` has checked. What it may have missed stops the build, never a program: it is only
/// called in constants.
#[must_use]
pub const fn reply(
    number: u16,
    enhanced: Option<(u8, u16, u16)>,
    lines: &'static [&'static str],
) -> OutgoingReply<'static> {
    let code = WireCode::from_u16(number).expect("the macro checks reply codes");
    let writer = ReplyWriter::from_wire(code).lines(lines);
    let writer = match enhanced {
        Some((class, subject, detail)) => writer.enhanced(self::enhanced(class, subject, detail)),
        None => writer,
    };
    match writer.finish() {
        Ok(reply) => reply,
        Err(error) => panic!("{}", error.summary()),
    }
}

/// What each enum of reply codes implements, the library's own and others. The errors are named by their types: beside a
/// variant `Error`, `Self::Error` is ambiguous.
#[doc(hidden)]
#[macro_export]
macro_rules! __traits {
    ($name:ident) => {
        /// The number and the name: `250 OK`.
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display(self.as_str(), self.name(), f)
            }
        }

        impl ::core::convert::TryFrom<u16> for $name {
            type Error = $crate::UnknownCode;

            /// # Errors
            ///
            /// A number that the catalogue does not have. The error tells its class.
            fn try_from(number: u16) -> ::core::result::Result<Self, $crate::UnknownCode> {
                Self::from_u16(number).ok_or($crate::__private::unknown(number))
            }
        }

        impl ::core::convert::TryFrom<$crate::WireCode> for $name {
            type Error = $crate::UnknownCode;

            /// # Errors
            ///
            /// A code that the catalogue does not have. The error tells its class.
            fn try_from(code: $crate::WireCode) -> ::core::result::Result<Self, $crate::UnknownCode> {
                <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::ParseCodeError;

            /// Reads exactly three digits.
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::ParseCodeError> {
                let code = $crate::WireCode::from_bytes(text.as_bytes())?;
                <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
                    .map_err($crate::ParseCodeError::Unknown)
            }
        }

        impl ::core::convert::From<$name> for u16 {
            fn from(code: $name) -> Self {
                code as u16
            }
        }

        impl ::core::cmp::PartialEq<u16> for $name {
            fn eq(&self, number: &u16) -> bool {
                *self as u16 == *number
            }
        }

        impl ::core::cmp::PartialEq<$name> for u16 {
            fn eq(&self, code: &$name) -> bool {
                *self == *code as u16
            }
        }
    };
}

/// What an enum of another crate has besides. The library's own has it by hand, with more to tell.
#[doc(hidden)]
#[macro_export]
macro_rules! __foreign_impls {
    ($name:ident) => {
        #[allow(dead_code)]
        impl $name {
            /// Returns the class: what the first digit says.
            #[must_use]
            pub const fn class(self) -> $crate::Class {
                $crate::__private::class_of(self as u16)
            }

            /// Returns whether the server accepts: 2yz or 3yz.
            #[must_use]
            pub const fn is_positive(self) -> bool {
                self.class().is_positive()
            }

            /// Returns whether the server does not accept: 4yz or 5yz.
            #[must_use]
            pub const fn is_negative(self) -> bool {
                self.class().is_negative()
            }

            /// Returns whether a retry may help: 4yz.
            #[must_use]
            pub const fn is_transient(self) -> bool {
                self.class().is_transient()
            }

            /// Returns whether a retry does not help: 5yz.
            #[must_use]
            pub const fn is_permanent(self) -> bool {
                self.class().is_permanent()
            }

            /// Returns the category: what the second digit says.
            #[must_use]
            pub const fn category(self) -> $crate::Category {
                $crate::__private::category_of(self as u16)
            }

            /// Returns the rows of [`answers`](Self::answers) for one command: none, one, or one for each condition.
            #[must_use]
            pub const fn answers_to(self, command: $crate::Command) -> $crate::reply::AnswersTo {
                $crate::__private::answers_to(self.answers(), command)
            }

            /// Returns this code and another side by side.
            #[must_use]
            pub const fn compare(self, other: Self) -> $crate::Comparison {
                $crate::__private::comparison(self.__side(), other.__side())
            }

            /// Returns what a client does with this code in answer to this command: by its first digit, if only this
            /// catalogue has it.
            #[must_use]
            pub const fn action(self, command: $crate::Command) -> $crate::Action {
                $crate::__private::wire_code(self as u16).action(command)
            }
        }

        impl ::core::convert::From<$name> for $crate::WireCode {
            fn from(code: $name) -> Self {
                $crate::__private::wire_code(code as u16)
            }
        }

        impl ::core::convert::From<$name> for $crate::ReplyCodes {
            fn from(code: $name) -> Self {
                Self::new($crate::__private::wire_code(code as u16), ::core::option::Option::None)
            }
        }

        impl ::core::cmp::PartialEq<$name> for $crate::WireCode {
            fn eq(&self, code: &$name) -> bool {
                self.as_u16() == *code as u16
            }
        }

        impl ::core::cmp::PartialEq<$crate::WireCode> for $name {
            fn eq(&self, code: &$crate::WireCode) -> bool {
                *self as u16 == code.as_u16()
            }
        }
    };
}

/// Implements serde's traits for a generated enum.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident) => {
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde::Serializer,
            {
                serializer.serialize_u16(self.as_u16())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde::Deserializer<'de>,
            {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// The feature is off: a call that says `with serde` asks for it.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident) => {
        ::core::compile_error! { "`with serde` needs the feature `serde` of `smtp-codes`" }
    };
}
