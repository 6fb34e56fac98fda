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
