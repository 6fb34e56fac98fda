//! The languages of the comparison.

use core::fmt;
use core::str::FromStr;

use crate::__private::Labels;
use crate::{Locale, UnknownName};

impl Locale {
    /// Every language of the catalogue.
    ///
    /// ```
    /// # use smtp_codes::Locale;
    /// assert!(Locale::ALL.contains(&Locale::Fr));
    /// ```
    pub const ALL: &'static [Self] = Self::__ALL;

    /// Its code of ISO 639.
    ///
    /// ```
    /// # use smtp_codes::Locale;
    /// assert_eq!(Locale::Fr.as_str(), "fr");
    /// ```
    #[must_use]
    #[inline]
    pub const fn as_str(self) -> &'static str {
        self.__tag()
    }

    /// What its speakers call it.
    ///
    /// ```
    /// # use smtp_codes::Locale;
    /// assert_eq!(Locale::Fr.name(), "français");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.__language()
    }

    #[inline]
    pub(crate) const fn labels(self) -> &'static Labels {
        self.__labels()
    }
}

/// The code of ISO 639: `fr`.
impl fmt::Display for Locale {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Locale {
    type Err = UnknownName;

    /// Reads `fr`, and what begins with it: `fr-CA`, `fr_FR.UTF-8`.
    #[inline]
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let language = text.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL
            .iter()
            .copied()
            .find(|locale| locale.as_str().eq_ignore_ascii_case(language))
            .ok_or(UnknownName::expected("a language of the catalogue, such as en or fr"))
    }
}
