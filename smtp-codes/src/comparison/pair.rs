//! Two codes side by side: which, in which language, and the parts of their page.

use crate::class::class_of;
use crate::{Answer, Class, Locale};

/// What the comparison knows of one code; a generated enum makes one for each of its variants.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Side {
    pub number: u16,
    pub digits: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    pub seen_when: &'static str,
    pub remediation: &'static str,
    pub answers: &'static [Answer],
    pub closes: bool,
}

impl Side {
    /// What fills a table before the codes do.
    pub const NONE: Self = Self {
        number: 0,
        digits: "",
        name: "",
        description: "",
        seen_when: "",
        remediation: "",
        answers: &[],
        closes: false,
    };

    pub(super) const fn class(&self) -> Class {
        class_of(self.number)
    }
}

/// Two codes side by side: "SMTP 214 Help Message vs 250 OK".
///
/// Made by [`ReplyCode::compare`](crate::ReplyCode::compare), and by the `compare` of an enum of your own. The lower code
/// comes first, whichever way they are given. `{}` prints the whole page as plain text, each paragraph on
/// one line; [`markdown`](Self::markdown) prints it as Markdown; [`blocks`](Self::blocks) hands out its
/// pieces for any other form.
///
/// Labels and sentence frames are in the language of [`in_locale`](Self::in_locale), English unless said
/// otherwise. The texts about each code are English in every locale.
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
}

/// The comparison of two codes of one catalogue.
#[must_use]
pub const fn comparison(one: &'static Side, other: &'static Side) -> Comparison {
    let (first, second) = if one.number <= other.number { (one, other) } else { (other, one) };
    Comparison { first, second, locale: Locale::En }
}

impl Comparison {
    /// The same comparison with labels and sentences in another language.
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
        Self { locale, ..self }
    }

    /// The language of the labels.
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
