//! The feature `serde`: a reply code is the plain number, `250`; an enhanced code, a status, an action and the words
//! of the catalogue are texts, `"5.1.1"`, `"550 5.1.1"`, `"defer recipient"`, `"mailbox-full"`.

use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{
    Action, Command, Confidence, EnhancedCode, EnhancedStatus, Provider, Reason, ReplyStatus, Scope,
    UnknownCode, WireCode,
};

/// Reads a number that some type of code accepts.
///
/// # Errors
///
/// What is no number, and a number that the type refuses.
pub fn deserialize<'de, D, C>(deserializer: D) -> Result<C, D::Error>
where
    D: Deserializer<'de>,
    C: TryFrom<u16, Error = UnknownCode>,
{
    deserializer.deserialize_u16(Number(PhantomData))
}

struct Number<C>(PhantomData<C>);

impl<C: TryFrom<u16, Error = UnknownCode>> Visitor<'_> for Number<C> {
    type Value = C;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an SMTP reply code as a number, such as 250")
    }

    #[inline]
    fn visit_u64<E: Error>(self, number: u64) -> Result<C, E> {
        let small =
            u16::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
        C::try_from(small).map_err(E::custom)
    }

    #[inline]
    fn visit_i64<E: Error>(self, number: i64) -> Result<C, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(number), &self)),
        }
    }
}

impl Serialize for WireCode {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.as_u16())
    }
}

impl<'de> Deserialize<'de> for WireCode {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

/// Reads a text that some type accepts.
struct Word<T> {
    expected: &'static str,
    read: PhantomData<T>,
}

impl<T: FromStr<Err: Display>> Visitor<'_> for Word<T> {
    type Value = T;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Types that `Display` and `FromStr` take to a text and back.
macro_rules! texts {
    ($($name:ident $expected:literal;)*) => {$(
        impl Serialize for $name {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Word { expected: $expected, read: PhantomData })
            }
        }
    )*};
}

texts! {
    Action "an action as a text, such as \"defer recipient\"";
    Confidence "a confidence as a text: \"low\", \"middle\" or \"high\"";
    EnhancedCode "an enhanced status code as a text, such as \"5.1.1\"";
    ReplyStatus "a reply status as a text, such as \"550 5.1.1\"";
}

/// Types that `as_str` and `FromStr` take to a word and back.
macro_rules! words {
    ($($name:ident $expected:literal;)*) => {$(
        impl Serialize for $name {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Word { expected: $expected, read: PhantomData })
            }
        }
    )*};
}

words! {
    Command "an SMTP command as a text, such as \"MAIL\"";
    EnhancedStatus "an enhanced status code of the registry as a text, such as \"X.1.1\"";
    Provider "a provider as a text, such as \"gmail\"";
    Reason "a reason as a text, such as \"mailbox-full\"";
    Scope "a scope as a text, such as \"recipient\"";
}
