//! Who can do something about a refusal, and what it was about.

use crate::words::words;
use crate::{Reason, Scope};

words! { Scope, "a scope", "recipient-domain" }
words! { Reason, "a reason", "mailbox-full" }

impl Scope {
    /// Who can act, and whom else it touches.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Scope;
    /// assert!(Scope::Policy.description().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.__description()
    }
}

impl Reason {
    /// What happened.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// assert!(Reason::Greylisted.description().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.__description()
    }

    /// What to do about it, and on which side.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// assert!(Reason::ReverseDns.remediation().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn remediation(self) -> &'static str {
        self.__remediation()
    }

    /// Returns the signs of this reason: words of a reply's text that tell it, in lowercase. A ` * ` stands for up to four
    /// words of any kind. See [Why was it refused?](crate::diagnosing).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// assert!(Reason::MailboxFull.signs().contains(&"quota"));
    /// ```
    #[must_use]
    pub const fn signs(self) -> &'static [&'static str] {
        self.__signs()
    }

    /// Who can do something about it; `None` for [`Unspecified`](Self::Unspecified).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Reason, Scope};
    /// assert_eq!(Reason::ReverseDns.scope(), Some(Scope::Client));
    /// ```
    #[must_use]
    pub const fn scope(self) -> Option<Scope> {
        self.__scope()
    }
}
