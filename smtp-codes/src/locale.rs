//! The languages, and the texts of a reply code in one of them.

use core::fmt;
use core::str::FromStr;

use crate::comparison::labels::Labels;
use crate::comparison::pair::Side;
use crate::words::words;
use crate::{Answer, Locale, ReplyCode, Step, UnknownName};

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
        for locale in Self::ALL {
            let (language, behind) = text.split_at_checked(locale.as_str().len()).unwrap_or((text, ""));
            let ends = matches!(behind.as_bytes(), [] | [b'-' | b'_' | b'.', ..]);
            if ends && language.eq_ignore_ascii_case(locale.as_str()) {
                return Ok(*locale);
            }
        }
        Err(Self::__UNKNOWN)
    }
}

impl ReplyCode {
    /// Returns the texts about this code in a language.
    ///
    /// A program that never calls this, nor [`Comparison::in_locale`](crate::Comparison::in_locale), has the English texts
    /// alone.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert_eq!(code!(214).in_locale(Locale::Fr).name(), "Message d’aide");
    /// assert_eq!(code!(214).in_locale(Locale::En).name(), code!(214).name());
    /// ```
    #[must_use]
    pub const fn in_locale(self, locale: Locale) -> LocalizedCode {
        LocalizedCode { code: self, locale, texts: self.__side_in(locale) }
    }
}

/// A reply code with its texts in one language: made by [`ReplyCode::in_locale`].
///
/// # Examples
///
/// ```
/// use smtp_codes::{Locale, Party, code};
///
/// let code = code!(421).in_locale(Locale::Fr);
/// assert!(code.remediation().starts_with(code.verdict()));
/// assert!(code.steps().iter().any(|step| step.party() == Party::Developer));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LocalizedCode {
    code: ReplyCode,
    locale: Locale,
    texts: &'static Side,
}

impl LocalizedCode {
    /// Returns the code.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert_eq!(code!(214).in_locale(Locale::Fr).code(), code!(214));
    /// ```
    #[must_use]
    pub const fn code(self) -> ReplyCode {
        self.code
    }

    /// Returns the language.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert_eq!(code!(214).in_locale(Locale::Fr).locale(), Locale::Fr);
    /// ```
    #[must_use]
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// Returns a short name, as [`ReplyCode::name`] does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert_eq!(code!(550).in_locale(Locale::Fr).name(), "Boîte aux lettres indisponible");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.texts.name
    }

    /// Returns what the server did, as [`ReplyCode::description`] does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert!(code!(214).in_locale(Locale::Fr).description().contains("`HELP`"));
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.texts.description
    }

    /// Returns when servers send this code, as [`ReplyCode::seen_when`] does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert!(code!(354).in_locale(Locale::Fr).seen_when().contains("`DATA`"));
    /// ```
    #[must_use]
    pub const fn seen_when(self) -> &'static str {
        self.texts.seen_when
    }

    /// Returns what to do, as [`ReplyCode::remediation`] does: the verdict, and a line for each step with its label.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// let text = code!(421).in_locale(Locale::Fr).remediation();
    /// assert!(text.contains("\nDéveloppeur\u{a0}: "));
    /// ```
    #[must_use]
    pub const fn remediation(self) -> &'static str {
        self.texts.remediation
    }

    /// Returns the part of the remediation that is for everybody, as [`ReplyCode::verdict`] does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert!(!code!(421).in_locale(Locale::Fr).verdict().contains('\n'));
    /// ```
    #[must_use]
    pub const fn verdict(self) -> &'static str {
        self.texts.verdict
    }

    /// Returns who can do something about it, and what, as [`ReplyCode::steps`] does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert_eq!(code!(421).in_locale(Locale::Fr).steps().len(), code!(421).steps().len());
    /// ```
    #[must_use]
    pub const fn steps(self) -> &'static [Step] {
        self.texts.steps
    }

    /// Returns the commands that it may answer, as [`ReplyCode::answers`] does, with meanings and conditions in this
    /// language.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// let code = code!(454);
    /// assert_eq!(code.in_locale(Locale::Fr).answers().len(), code.answers().len());
    /// ```
    #[must_use]
    pub const fn answers(self) -> &'static [Answer] {
        self.texts.answers
    }
}

impl fmt::Display for LocalizedCode {
    /// The number and the name: `214 Message d’aide`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::words::display(self.texts.digits, self.texts.name, f)
    }
}
