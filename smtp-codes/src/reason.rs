//! Who can do something about a refusal, and what it was about.

use core::fmt;
use core::str::FromStr;

use crate::{Reason, Scope, UnknownName};

impl Scope {
    /// Every scope, in the order of the catalogue.
    ///
    /// ```
    /// # use smtp_codes::Scope;
    /// assert!(Scope::ALL.contains(&Scope::Recipient));
    /// ```
    pub const ALL: &'static [Self] = Self::__ALL;

    /// A word for programs, such as `recipient-domain`.
    ///
    /// ```
    /// # use smtp_codes::Scope;
    /// assert_eq!(Scope::RecipientDomain.as_str(), "recipient-domain");
    /// ```
    #[must_use]
    #[inline]
    pub const fn as_str(self) -> &'static str {
        self.__key()
    }

    /// A name for people.
    ///
    /// ```
    /// # use smtp_codes::Scope;
    /// assert_eq!(Scope::Client.name(), "Connecting host");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.__name()
    }

    /// Who can act, and whom else it touches.
    ///
    /// ```
    /// # use smtp_codes::Scope;
    /// println!("{}", Scope::Policy.description());
    /// ```
    #[must_use]
    #[inline]
    pub const fn description(self) -> &'static str {
        self.__description()
    }
}

impl Reason {
    /// Every reason, in the order of the catalogue.
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// assert!(Reason::ALL.contains(&Reason::Greylisted));
    /// ```
    pub const ALL: &'static [Self] = Self::__ALL;

    /// A word for programs, such as `mailbox-full`.
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// assert_eq!(Reason::MailboxFull.as_str(), "mailbox-full");
    /// ```
    #[must_use]
    #[inline]
    pub const fn as_str(self) -> &'static str {
        self.__key()
    }

    /// A name for people.
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// assert_eq!(Reason::MailboxFull.name(), "Mailbox full");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.__name()
    }

    /// What happened.
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// println!("{}", Reason::Greylisted.description());
    /// ```
    #[must_use]
    #[inline]
    pub const fn description(self) -> &'static str {
        self.__description()
    }

    /// What to do about it, and on which side.
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// println!("{}", Reason::ReverseDns.remediation());
    /// ```
    #[must_use]
    #[inline]
    pub const fn remediation(self) -> &'static str {
        self.__remediation()
    }

    /// Who can do something about it; `None` for [`Unspecified`](Self::Unspecified).
    ///
    /// ```
    /// # use smtp_codes::{Reason, Scope};
    /// assert_eq!(Reason::ReverseDns.scope(), Some(Scope::Client));
    /// ```
    #[must_use]
    #[inline]
    pub const fn scope(self) -> Option<Scope> {
        self.__scope()
    }
}

/// The name for people: `Recipient`.
impl fmt::Display for Scope {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The name for people: `Mailbox full`.
impl fmt::Display for Reason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Scope {
    type Err = UnknownName;

    /// Reads the word for programs: `recipient-domain`.
    #[inline]
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let found = Self::ALL.iter().copied().find(|scope| scope.as_str().eq_ignore_ascii_case(text));
        found.ok_or(UnknownName::expected("a scope, such as recipient or client"))
    }
}

impl FromStr for Reason {
    type Err = UnknownName;

    /// Reads the word for programs: `mailbox-full`.
    #[inline]
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let found = Self::ALL.iter().copied().find(|reason| reason.as_str().eq_ignore_ascii_case(text));
        found.ok_or(UnknownName::expected("a reason, such as mailbox-full"))
    }
}
