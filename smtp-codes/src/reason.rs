//! Who can do something about a refusal, and what it was about.

use crate::words::words;
use crate::{Reason, Scope};

words! { Scope, "a scope", "recipient-domain" }
words! { Reason, "a reason", "mailbox-full" }

impl Scope {
    /// Who can act, and whom else it touches.
    ///
    /// ```
    /// # use smtp_codes::Scope;
    /// println!("{}", Scope::Policy.description());
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.__description()
    }
}

impl Reason {
    /// What happened.
    ///
    /// ```
    /// # use smtp_codes::Reason;
    /// println!("{}", Reason::Greylisted.description());
    /// ```
    #[must_use]
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
    pub const fn scope(self) -> Option<Scope> {
        self.__scope()
    }
}
