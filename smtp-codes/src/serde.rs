//! The feature `serde`: a code is the plain number, `250`.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{UnknownCode, WireCode};

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
