//! The second digit: what the answer is about.

use core::fmt;

/// What a reply is about, told by its second digit
/// ([RFC 5321 section 4.2.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1)).
///
/// ```
/// use smtp_codes::{Category, code};
///
/// assert_eq!(code!(214).category(), Category::Information);
/// assert_eq!(code!(250).category(), Category::MailSystem);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Category {
    /// **x0z** The form of a command, or a command that the server does not have.
    Syntax,
    /// **x1z** Information that was asked for: status and help.
    Information,
    /// **x2z** The connection itself: greeting, closing, availability.
    Connections,
    /// **x3z**, **x4z** and **x6z** to **x9z** No meaning of its own in RFC 5321. Authentication uses x3z;
    /// 6 to 9 are outside the grammar, and servers send them all the same (`571`).
    Unspecified,
    /// **x5z** The mail: mailbox, message, storage, transaction.
    MailSystem,
}

impl Category {
    /// All five categories, by ascending digit.
    ///
    /// ```
    /// # use smtp_codes::Category;
    /// assert_eq!(Category::ALL.len(), 5);
    /// ```
    pub const ALL: [Self; 5] =
        [Self::Syntax, Self::Information, Self::Connections, Self::Unspecified, Self::MailSystem];

    /// The category of any number: only its second digit from the right counts.
    ///
    /// ```
    /// # use smtp_codes::Category;
    /// assert_eq!(Category::of(421), Category::Connections);
    /// assert_eq!(Category::of(571), Category::Unspecified);
    /// ```
    #[must_use]
    #[inline]
    pub const fn of(number: u16) -> Self {
        match number / 10 % 10 {
            0 => Self::Syntax,
            1 => Self::Information,
            2 => Self::Connections,
            5 => Self::MailSystem,
            _ => Self::Unspecified,
        }
    }

    /// A short name, as RFC 5321 has it.
    ///
    /// ```
    /// # use smtp_codes::Category;
    /// assert_eq!(Category::MailSystem.name(), "Mail system");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "Syntax",
            Self::Information => "Information",
            Self::Connections => "Connections",
            Self::Unspecified => "Unspecified",
            Self::MailSystem => "Mail system",
        }
    }
}

impl fmt::Display for Category {
    /// The name: `Mail system`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
