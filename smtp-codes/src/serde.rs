//! The feature `serde`: a reply code is the plain number, `250`; enhanced codes and pairs of codes are texts, `"5.1.1"`
//! and `"550 5.1.1"`. The words have their part in `words`.

use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{EnhancedCode, EnhancedStatus, ReplyCode, ReplyCodes, UnknownCode, WireCode};

crate::__serde! { ReplyCode }

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

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an SMTP reply code as a number, such as 250")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<C, E> {
        let small =
            u16::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
        C::try_from(small).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<C, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(number), &self)),
        }
    }
}

impl Serialize for WireCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.as_u16())
    }
}

impl<'de> Deserialize<'de> for WireCode {
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

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Reads a text that some type accepts; `expected` says what one looks like.
///
/// # Errors
///
/// What is no text, and a text that the type refuses.
pub(crate) fn text<'de, D, T>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    deserializer.deserialize_str(Word { expected, read: PhantomData })
}

/// Codes that are a text, which `FromStr` reads again.
macro_rules! texts {
    ($($name:ident, $it:ident => $text:expr, $expected:literal;)*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $it = self;
                serializer.collect_str($text)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                text(deserializer, $expected)
            }
        }
    )*};
}

texts! {
    EnhancedCode, it => it, "an enhanced status code as a text, such as \"5.1.1\"";
    EnhancedStatus, it => it.as_str(), "an enhanced status code of the registry as a text, such as \"X.1.1\"";
    ReplyCodes, it => it, "a reply code and perhaps an enhanced code as a text, such as \"550 5.1.1\"";
}
