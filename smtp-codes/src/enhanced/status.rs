//! The registered enhanced status codes: look-up, texts, links.

use core::fmt;
use core::str::FromStr;

use crate::words::display;
use crate::{Class, Confidence, EnhancedCode, EnhancedStatus, Reason, Reference, ReplyCode, Scope, Step, UnknownName};

impl EnhancedStatus {
    /// Every code of the registry, ascending.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert_eq!(EnhancedStatus::ALL.len(), 81);
    /// assert!(EnhancedStatus::ALL.is_sorted());
    /// ```
    pub const ALL: &'static [Self] = Self::__ALL;

    /// The code with this subject and detail, if the registry has it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert_eq!(EnhancedStatus::from_parts(1, 1), Some(EnhancedStatus::BadDestinationMailbox));
    /// assert_eq!(EnhancedStatus::from_parts(7, 606), None);
    /// ```
    #[must_use]
    pub const fn from_parts(subject: u16, detail: u16) -> Option<Self> {
        let row = Self::__row_of(subject, detail);
        if row < Self::ALL.len() { Some(Self::ALL[row]) } else { None }
    }

    /// The code as the registry writes it, with an X for the class.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert_eq!(EnhancedStatus::MailboxFull.as_str(), "X.2.2");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.__key()
    }

    /// A short name, for a line in a log or a list.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert_eq!(EnhancedStatus::MailboxFull.name(), "Mailbox full");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.__name()
    }

    /// What it says of the message, in a few sentences.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert!(EnhancedStatus::MailboxFull.description().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.__description()
    }

    /// Returns what to do: the [`verdict`](Self::verdict), and a line for each of the [`steps`](Self::steps) with its label.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert!(EnhancedStatus::ReverseDnsFailed.remediation().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn remediation(self) -> &'static str {
        self.__remediation()
    }

    /// Returns the part of the remediation that is for everybody: what the code means for the message.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// let status = EnhancedStatus::ReverseDnsFailed;
    /// assert!(status.remediation().starts_with(status.verdict()));
    /// ```
    #[must_use]
    pub const fn verdict(self) -> &'static str {
        self.__verdict()
    }

    /// Returns who can do something about it, and what. Empty if only one side can, or nobody has to.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedStatus, Party};
    /// let steps = EnhancedStatus::BadDestinationMailbox.steps();
    /// assert!(steps.iter().any(|step| step.party() == Party::Sender));
    /// ```
    #[must_use]
    pub const fn steps(self) -> &'static [Step] {
        self.__steps()
    }

    /// Returns replies with this code as servers send them, their lines separated by `\n`. Empty for a code that is seldom
    /// seen.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert!(EnhancedStatus::BadDestinationMailbox.examples()[0].contains("5.1.1"));
    /// ```
    #[must_use]
    pub const fn examples(self) -> &'static [&'static str] {
        self.__examples()
    }

    /// Where sources disagree about it: RFCs, the registry, well-known servers.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// // The registry pairs X.5.3 with 451, RFC 5321 demands 452.
    /// assert!(EnhancedStatus::TooManyRecipients.note().unwrap().contains("452"));
    /// ```
    #[must_use]
    pub const fn note(self) -> Option<&'static str> {
        let note = self.__note();
        if note.is_empty() { None } else { Some(note) }
    }

    /// The second number, 0 to 7: what the code is about. [`Subject::from_u16`](crate::enhanced::Subject::from_u16) has its texts.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedStatus, enhanced::Subject};
    /// assert_eq!(EnhancedStatus::MailboxFull.subject(), 2);
    /// assert_eq!(Subject::from_u16(2), Some(Subject::Mailbox));
    /// ```
    #[must_use]
    pub const fn subject(self) -> u16 {
        self.__parts().0
    }

    /// The third number.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert_eq!(EnhancedStatus::BadConnection.detail(), 2);
    /// ```
    #[must_use]
    pub const fn detail(self) -> u16 {
        self.__parts().1
    }

    /// The classes that the registry's text limits it to; empty where it states none. Servers keep to it as
    /// they like, so [`with_class`](Self::with_class) takes any.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, EnhancedStatus};
    /// assert_eq!(EnhancedStatus::MailboxFull.classes(), [Class::TransientNegative]);
    /// ```
    #[must_use]
    pub const fn classes(self) -> &'static [Class] {
        self.__classes()
    }

    /// The reply codes that the registry pairs it with, ascending;
    /// [`ReplyCode::enhanced`](crate::ReplyCode::enhanced) is the way back.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedStatus, code};
    /// assert_eq!(EnhancedStatus::BadDestinationMailbox.replies(), [code!(451), code!(550)]);
    /// ```
    #[must_use]
    pub const fn replies(self) -> &'static [ReplyCode] {
        self.__replies()
    }

    /// The classes of which the registry allows any reply code beside it; empty for most.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, EnhancedStatus};
    /// let moved = EnhancedStatus::from_parts(7, 17).unwrap(); // "5XX" in the registry
    /// assert_eq!(moved.any_reply_of(), [Class::PermanentNegative]);
    /// assert!(moved.replies().is_empty());
    /// ```
    #[must_use]
    pub const fn any_reply_of(self) -> &'static [Class] {
        self.__any_reply()
    }

    /// Where it is defined: RFCs and sections. Empty for X.7.28, which rests on an Internet-Draft.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::EnhancedStatus;
    /// assert_eq!(EnhancedStatus::MailboxFull.references()[0].to_string(), "RFC 3463 section 3.3");
    /// ```
    #[must_use]
    pub const fn references(self) -> &'static [Reference] {
        self.__references()
    }

    /// The code with a class: `5.1.1` of X.1.1; `None` for 3yz, which has no enhanced codes
    /// ([RFC 2034 section 4](https://www.rfc-editor.org/rfc/rfc2034#section-4)).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, EnhancedStatus};
    /// let code = EnhancedStatus::MailboxFull.with_class(Class::TransientNegative).unwrap();
    /// assert_eq!(code.to_string(), "4.2.2");
    /// ```
    #[must_use]
    pub const fn with_class(self, class: Class) -> Option<EnhancedCode> {
        EnhancedCode::new(class.digit(), self.subject(), self.detail())
    }

    /// Who can do something about a refusal with this code, where the code tells.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedStatus, Scope};
    /// assert_eq!(EnhancedStatus::ReverseDnsFailed.scope(), Some(Scope::Client));
    /// ```
    #[must_use]
    pub const fn scope(self) -> Option<Scope> {
        self.__mark().scope
    }

    /// What a refusal with this code was about, where the code tells, and how far that can be trusted.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Confidence, EnhancedStatus, Reason};
    /// let full = EnhancedStatus::MailboxFull.reason();
    /// assert_eq!(full, Some((Reason::MailboxFull, Confidence::High)));
    /// assert_eq!(EnhancedStatus::from_parts(7, 1).unwrap().reason(), None);
    /// ```
    #[must_use]
    pub const fn reason(self) -> Option<(Reason, Confidence)> {
        self.__mark().reason
    }
}

impl fmt::Display for EnhancedStatus {
    /// The code and the name: `X.2.2 Mailbox full`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display(self.as_str(), self.name(), f)
    }
}

impl FromStr for EnhancedStatus {
    type Err = UnknownName;

    /// Reads `X.1.1`, and a code with its class such as `5.1.1`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = match text.as_bytes() {
            [b'X' | b'x', parts @ ..] => {
                EnhancedCode::split_parts(parts).and_then(|(subject, detail)| Self::from_parts(subject, detail))
            }
            code => EnhancedCode::from_bytes(code).ok().and_then(EnhancedCode::status),
        };
        found.ok_or(UnknownName::expected("an enhanced status code of the registry, such as X.1.1"))
    }
}

#[cfg(feature = "serde")]
crate::serde::as_text! {
    EnhancedStatus, status => status.as_str(),
    "an enhanced status code of the registry as a text, such as \"X.1.1\""
}
