//! Two codes side by side: which, in which language, and the parts of their page.

use core::fmt;

use super::page::{Blocks, Markdown, write_plain};
use super::text::{Phrase, Phrases};
use crate::{Answer, Class, Locale};

/// What the comparison knows of one code; a generated enum makes one for each of its variants.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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

    #[inline]
    pub(super) const fn class(&self) -> Class {
        crate::__private::class_of(self.number)
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
/// ```
/// use smtp_codes::{Locale, code};
///
/// let page = code!(250).compare(code!(214));
/// assert_eq!(page.title().to_string(), "SMTP 214 Help Message vs 250 OK");
/// assert!(page.summary().to_string().contains("2xx Positive Completion"));
/// assert!(page.in_locale(Locale::Fr).to_string().contains("Quand vous le voyez"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// let page = code!(214).compare(code!(250)).in_locale(Locale::Fr);
    /// assert!(page.to_string().contains("Comment résoudre"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn in_locale(self, locale: Locale) -> Self {
        Self { locale, ..self }
    }

    /// The language of the labels.
    ///
    /// ```
    /// # use smtp_codes::{Locale, code};
    /// assert_eq!(code!(214).compare(code!(250)).locale(), Locale::En);
    /// ```
    #[must_use]
    #[inline]
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// Whether a code is compared with itself. The page then shows the code once and says so.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// let page = code!(250).compare(code!(250));
    /// assert!(page.is_same_code());
    /// assert_eq!(page.differences().count(), 0);
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_same_code(self) -> bool {
        self.first.number == self.second.number
    }

    /// Whether both codes have the same first digit.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert!(code!(214).compare(code!(250)).is_same_class());
    /// assert!(!code!(450).compare(code!(550)).is_same_class());
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_same_class(self) -> bool {
        self.first.class().digit() == self.second.class().digit()
    }

    /// The heading of the page.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(550).compare(code!(250)).title().to_string(), "SMTP 250 OK vs 550 Mailbox Unavailable");
    /// ```
    #[must_use]
    #[inline]
    pub const fn title(self) -> Phrase {
        let labels = self.locale.labels();
        Phrase::frame(self, if self.is_same_code() { labels.title_same } else { labels.title })
    }

    /// The comparison in a few sentences: the class or classes, and what each code means.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert!(code!(250).compare(code!(550)).summary().to_string().contains("In contrast"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn summary(self) -> Phrase {
        let labels = self.locale.labels();
        Phrase::frame(
            self,
            if self.is_same_code() {
                labels.summary_same_code
            } else if self.is_same_class() {
                labels.summary_same_class
            } else {
                labels.summary_different_class
            },
        )
    }

    /// What sets the two apart, a sentence or two each: the class where it differs, what each one is, when
    /// each one is seen. Nothing for a code and itself.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(214).compare(code!(250)).differences().count(), 2);
    /// assert_eq!(code!(250).compare(code!(550)).differences().count(), 3);
    /// ```
    #[must_use]
    #[inline]
    pub fn differences(self) -> Phrases {
        Phrases::differences(self)
    }

    /// When a server sends which, and what a client does with each. Nothing for a code and itself.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// let advice: Vec<_> = code!(214).compare(code!(250)).guidance().map(|line| line.to_string()).collect();
    /// assert!(advice[0].contains("HELP"));
    /// ```
    #[must_use]
    #[inline]
    pub fn guidance(self) -> Phrases {
        Phrases::guidance(self)
    }

    /// The whole page in pieces, in order, for a form of your own: HTML, wrapped text.
    ///
    /// ```
    /// # use smtp_codes::{code, comparison::Block};
    /// let mut blocks = code!(214).compare(code!(250)).blocks();
    /// assert!(matches!(blocks.next(), Some(Block::Title(_))));
    /// ```
    #[must_use]
    #[inline]
    pub fn blocks(self) -> Blocks {
        Blocks::new(self)
    }

    /// The whole page as Markdown.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// let page = code!(214).compare(code!(250)).markdown().to_string();
    /// assert!(page.starts_with("# SMTP 214 Help Message vs 250 OK\n"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn markdown(self) -> Markdown {
        Markdown(self)
    }
}

impl fmt::Display for Comparison {
    /// The whole page as plain text, a paragraph a line.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_plain(*self, f)
    }
}
