//! What the feature `serde` reads: a reply code is the plain number, `250`, and all else is a text.

use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

use crate::ReplyCode;

crate::__serde! { ReplyCode }

/// Reads a number that some type of code accepts.
///
/// # Errors
///
/// What is no number, and a number that the type refuses.
pub fn deserialize<'de, D, C>(deserializer: D) -> Result<C, D::Error>
where
    D: Deserializer<'de>,
    C: TryFrom<u16, Error: Display>,
{
    deserializer.deserialize_u16(Number(PhantomData))
}

struct Number<C>(PhantomData<C>);

impl<C: TryFrom<u16, Error: Display>> Visitor<'_> for Number<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an SMTP reply code as a number, such as 250")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<C, E> {
        let small = u16::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
        C::try_from(small).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<C, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(number), &self)),
        }
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
    deserializer.deserialize_str(Text { expected, read: PhantomData })
}

struct Text<T> {
    expected: &'static str,
    read: PhantomData<T>,
}

impl<T: FromStr<Err: Display>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Makes a type the text that an expression gives, and that `FromStr` reads again.
macro_rules! as_text {
    ($type:ident, $value:ident => $text:expr, $expected:expr) => {
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                serializer.collect_str($text)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::serde::text(deserializer, $expected)
            }
        }
    };
}

pub(crate) use as_text;
