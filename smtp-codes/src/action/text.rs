//! The actions as a person reads them, and what they have in common.

use core::fmt;
use core::str::FromStr;

use super::Action;
use crate::UnknownName;

impl Action {
    /// Every action, in the order of their declaration.
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert_eq!(Action::ALL.first(), Some(&Action::Proceed));
    /// assert_eq!(Action::ALL.len(), 19);
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::Proceed,
        Self::Continue,
        Self::TryNextHost,
        Self::FallBackToHelo,
        Self::ProceedWithoutTls,
        Self::AuthenticateFirst,
        Self::EncryptFirst,
        Self::AuthenticationFailed,
        Self::ChangeMechanism,
        Self::DropParameter,
        Self::SplitRecipients,
        Self::DeferRecipient,
        Self::FailRecipient,
        Self::DeferMessage,
        Self::FailMessage,
        Self::CloseAndDefer,
        Self::Reconnect,
        Self::Ignore,
        Self::OutOfStep,
    ];

    /// A few words, for a column of a table or a line of a log.
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert_eq!(Action::DeferRecipient.name(), "defer recipient");
    /// assert_eq!(Action::DeferRecipient.to_string(), "defer recipient");
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proceed => "proceed",
            Self::Continue => "continue",
            Self::TryNextHost => "try next host",
            Self::FallBackToHelo => "fall back to HELO",
            Self::ProceedWithoutTls => "proceed without TLS",
            Self::AuthenticateFirst => "authenticate first",
            Self::EncryptFirst => "encrypt first",
            Self::AuthenticationFailed => "authentication failed",
            Self::ChangeMechanism => "change mechanism",
            Self::DropParameter => "drop parameter",
            Self::SplitRecipients => "split recipients",
            Self::DeferRecipient => "defer recipient",
            Self::FailRecipient => "fail recipient",
            Self::DeferMessage => "defer message",
            Self::FailMessage => "fail message",
            Self::CloseAndDefer => "close and defer",
            Self::Reconnect => "reconnect",
            Self::Ignore => "ignore",
            Self::OutOfStep => "out of step",
        }
    }

    /// A sentence for a person: what a client does, with what it has to decide by itself.
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert_eq!(
    ///     Action::DeferRecipient.description(),
    ///     "Keep this recipient in the queue and try it again later."
    /// );
    /// ```
    #[inline]
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Proceed => "The command did its work; send the next one.",
            Self::Continue => "Send what the server waits for: the message, or the next step of the login.",
            Self::TryNextHost => "Leave this host and try the next one; if it was the last, try again later.",
            Self::FallBackToHelo => {
                "Introduce yourself with HELO; if you need TLS or a login, try the next host instead."
            }
            Self::ProceedWithoutTls => {
                "Go on without encryption; where the mail must be encrypted, try the next host instead."
            }
            Self::AuthenticateFirst => {
                "Log in, after starting TLS where it is offered, and repeat the command."
            }
            Self::EncryptFirst => "Start TLS and repeat the command.",
            Self::AuthenticationFailed => {
                "Stop, keep the mail, and have a person check the credentials; do not try them again."
            }
            Self::ChangeMechanism => {
                "Log in by another mechanism; if there is none, have a person look at the account."
            }
            Self::DropParameter => {
                "Repeat the command without the parameter; if the mail needs it, the delivery has failed."
            }
            Self::SplitRecipients => {
                "Send to the recipients accepted so far, and the rest at once in a new transaction; \
                 if none was accepted, try again later."
            }
            Self::DeferRecipient => "Keep this recipient in the queue and try it again later.",
            Self::FailRecipient => {
                "Report this recipient as failed and do not try it again with this message."
            }
            Self::DeferMessage => "Keep the message in the queue for all recipients and try again later.",
            Self::FailMessage => "Report the message as failed for all accepted recipients.",
            Self::CloseAndDefer => {
                "Close the connection and try what is not delivered at another host or later."
            }
            Self::Reconnect => "Open a new connection; no mail is affected.",
            Self::Ignore => "Go on; nothing depends on this answer.",
            Self::OutOfStep => {
                "Close the connection, try what is open again later, and look for the cause in earlier replies."
            }
        }
    }

    /// Whether the server said yes or go on: [`Proceed`](Self::Proceed) and [`Continue`](Self::Continue).
    /// No 4yz and no 5yz leads to either.
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert!(Action::Proceed.is_positive());
    /// assert!(!Action::ProceedWithoutTls.is_positive());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_positive(self) -> bool {
        matches!(self, Self::Proceed | Self::Continue)
    }

    /// Whether the delivery has failed, for one recipient or for all, so that the sender is told:
    /// [`FailRecipient`](Self::FailRecipient) and [`FailMessage`](Self::FailMessage). After every other action
    /// that is not [positive](Self::is_positive) the client still has the message.
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert!(Action::FailRecipient.is_final());
    /// assert!(!Action::AuthenticationFailed.is_final());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::FailRecipient | Self::FailMessage)
    }

    /// Whether the connection is not used further: [`TryNextHost`](Self::TryNextHost),
    /// [`CloseAndDefer`](Self::CloseAndDefer), [`Reconnect`](Self::Reconnect) and
    /// [`OutOfStep`](Self::OutOfStep).
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert!(Action::Reconnect.ends_connection());
    /// assert!(!Action::DeferMessage.ends_connection());
    /// ```
    #[inline]
    #[must_use]
    pub const fn ends_connection(self) -> bool {
        matches!(self, Self::TryNextHost | Self::CloseAndDefer | Self::Reconnect | Self::OutOfStep)
    }
}

impl fmt::Display for Action {
    /// The [`name`](Action::name): `defer recipient`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Action {
    type Err = UnknownName;

    /// Reads the [`name`](Self::name): `defer recipient`.
    #[inline]
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let found = Self::ALL.iter().copied().find(|action| action.name().eq_ignore_ascii_case(text));
        found.ok_or(UnknownName::__new("an action, such as defer recipient"))
    }
}
