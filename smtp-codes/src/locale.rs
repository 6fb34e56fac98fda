//! The languages of the comparison.

use core::str::FromStr;

use crate::comparison::labels::Labels;
use crate::words::words;
use crate::{Locale, UnknownName};

words! { @written Locale, "a language of the catalogue", "fr" }

impl Locale {
    pub(crate) const fn labels(self) -> &'static Labels {
        self.__labels()
    }
}

impl FromStr for Locale {
    type Err = UnknownName;

    /// Reads `fr`, and what begins with it: `fr-CA`, `fr_FR.UTF-8`.
    ///
    /// # Errors
    ///
    /// A language that the catalogue does not have.
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let language = text.split(['-', '_', '.']).next().unwrap_or_default();
        let found = Self::ALL.iter().find(|locale| locale.as_str().eq_ignore_ascii_case(language));
        found.copied().ok_or(Self::__UNKNOWN)
    }
}
