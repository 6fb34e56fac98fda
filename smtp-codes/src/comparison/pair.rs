//! Two codes side by side: which, in which language, and the parts of their page.

use crate::class::class_of;
use crate::comparison::labels::Labels;
use crate::{Answer, Class, Closing, Locale, ReplyCode, Step};

/// The texts of one code in one language. A generated enum has one for each of its variants.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Side {
    pub number: u16,
    /// Whether it is a code of the library, which alone has texts in other languages.
    pub is_library: bool,
    pub digits: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    pub seen_when: &'static str,
    pub verdict: &'static str,
    pub remediation: &'static str,
    pub steps: &'static [Step],
    pub examples: &'static [&'static str],
    pub answers: &'static [Answer],
    pub closing: Closing,
}

impl Side {
    /// What fills a table before the codes do.
    pub const NONE: Self = Self {
        number: 0,
        is_library: false,
        digits: "",
        name: "",
        description: "",
        seen_when: "",
        verdict: "",
        remediation: "",
        steps: &[],
        examples: &[],
        answers: &[],
        closing: Closing::Unspecified,
    };

    pub(super) const fn class(&self) -> Class {
        class_of(self.number)
    }

    /// The same code in a language. A code that the library does not have is English in each.
    const fn in_locale(&'static self, locale: Locale) -> &'static Self {
        match ReplyCode::from_u16(self.number) {
            Some(code) if self.is_library => code.__side_in(locale),
            _ => self,
        }
    }
}

/// Two codes side by side: "SMTP 214 Help Message vs 250 OK".
///
/// Made by [`ReplyCode::compare`](crate::ReplyCode::compare), and by the `compare` of an enum of your own. The lower code
/// comes first, whichever way they are given. `{}` prints the whole page as plain text, each paragraph on
/// one line; [`markdown`](Self::markdown) prints it as Markdown; [`blocks`](Self::blocks) hands out its
/// pieces for any other form.
///
/// The page is in English, or in the language of [`in_locale`](Self::in_locale).
///
/// # Examples
///
/// ```
/// use smtp_codes::{Locale, code};
///
/// let page = code!(250).compare(code!(214));
/// assert_eq!(page.title().to_string(), "SMTP 214 Help Message vs 250 OK");
/// assert!(page.summary().to_string().contains("2xx Positive Completion"));
/// assert!(page.in_locale(Locale::Fr).to_string().contains("Quand vous le voyez"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Comparison {
    pub(super) first: &'static Side,
    pub(super) second: &'static Side,
    pub(super) locale: Locale,
    pub(super) labels: &'static Labels,
}

/// The comparison of two codes of one catalogue.
#[must_use]
pub const fn comparison(one: &'static Side, other: &'static Side) -> Comparison {
    let (first, second) = if one.number <= other.number { (one, other) } else { (other, one) };
    Comparison { first, second, locale: Locale::En, labels: Locale::En.labels() }
}

impl Comparison {
    /// Returns the same comparison in another language.
    ///
    /// The texts about a code of your own catalogue stay as they are. A program that never calls this has the English
    /// texts alone.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// let page = code!(214).compare(code!(250)).in_locale(Locale::Fr);
    /// assert!(page.to_string().contains("Comment résoudre"));
    /// ```
    #[must_use]
    pub const fn in_locale(self, locale: Locale) -> Self {
        let (first, second) = (self.first.in_locale(locale), self.second.in_locale(locale));
        Self { first, second, locale, labels: locale.labels() }
    }

    /// Returns the language of the page.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert_eq!(code!(214).compare(code!(250)).locale(), Locale::En);
    /// ```
    #[must_use]
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// Whether a code is compared with itself. The page then shows the code once and says so.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// let page = code!(250).compare(code!(250));
    /// assert!(page.is_same_code());
    /// assert_eq!(page.differences().count(), 0);
    /// ```
    #[must_use]
    pub const fn is_same_code(self) -> bool {
        self.first.number == self.second.number
    }

    /// Whether both codes have the same first digit.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert!(code!(214).compare(code!(250)).is_same_class());
    /// assert!(!code!(450).compare(code!(550)).is_same_class());
    /// ```
    #[must_use]
    pub const fn is_same_class(self) -> bool {
        self.first.class().digit() == self.second.class().digit()
    }
}
