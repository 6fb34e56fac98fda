//! The feature `serde`: a reply code is the plain number, `250`; an enhanced code, a status, an action and the words
//! of the catalogue are texts, `"5.1.1"`, `"550 5.1.1"`, `"defer recipient"`, `"mailbox-full"`.

use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{
    Action, Command, Confidence, EnhancedCode, EnhancedStatus, Provider, Reason, ReplyCodes, Scope,
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

/// Types that are a text, which `FromStr` reads again.
macro_rules! texts {
    ($($name:ident, $it:ident => $text:expr, $expected:literal;)*) => {$(
        impl Serialize for $name {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $it = self;
                serializer.collect_str($text)
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

// What `Display` shows of a command, a reason and the like is for people; the word for programs is `as_str`.
texts! {
    Action, it => it, "an action as a text, such as \"defer recipient\"";
    Command, it => it.as_str(), "an SMTP command as a text, such as \"MAIL\"";
    Confidence, it => it, "a confidence as a text: \"low\", \"middle\" or \"high\"";
    EnhancedCode, it => it, "an enhanced status code as a text, such as \"5.1.1\"";
    EnhancedStatus, it => it.as_str(), "an enhanced status code of the registry as a text, such as \"X.1.1\"";
    Provider, it => it.as_str(), "a provider as a text, such as \"gmail\"";
    Reason, it => it.as_str(), "a reason as a text, such as \"mailbox-full\"";
    ReplyCodes, it => it, "a reply status as a text, such as \"550 5.1.1\"";
    Scope, it => it.as_str(), "a scope as a text, such as \"recipient\"";
}
