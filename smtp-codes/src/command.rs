//! The commands and events that a reply may answer.

use core::fmt;
use core::str::FromStr;

use crate::{Command, Reference, ReplyCode, UnknownName};

impl Command {
    /// Every command and event, in the order of a session.
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert_eq!(Command::ALL[0], Command::Connect);
    /// ```
    pub const ALL: &'static [Self] = Self::__ALL;

    /// The word by which the catalogue knows it: the verb of the protocol, such as `MAIL`; for an
    /// event a word in the same form, such as `END-OF-DATA`.
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert_eq!(Command::StartTls.as_str(), "STARTTLS");
    /// ```
    #[must_use]
    #[inline]
    pub const fn as_str(self) -> &'static str {
        self.__key()
    }

    /// What people call it: `RCPT TO`, `end of data`.
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert_eq!(Command::Rcpt.name(), "RCPT TO");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.__title()
    }

    /// What the client asks for with it, and when in a session.
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert!(Command::Data.description().contains("message"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn description(self) -> &'static str {
        self.__description()
    }

    /// Where it is defined.
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert_eq!(Command::StartTls.references()[0].rfc(), 3207);
    /// ```
    #[must_use]
    #[inline]
    pub const fn references(self) -> &'static [Reference] {
        self.__references()
    }

    /// The codes that the standards, and the servers known to do otherwise, give to it, ascending, those under a
    /// condition too: ask the code's `answers_to` for the meaning and the condition.
    ///
    /// A server may send others. RFC 3030 and RFC 2033 leave most refusals of `BDAT` and of LMTP's commands to the
    /// server, for instance, so this is for a person and for documentation: decide by [`Action`](crate::Action),
    /// which every code has.
    ///
    /// ```
    /// # use smtp_codes::{Command, code};
    /// assert!(Command::Rcpt.replies().contains(&code!(550)));
    /// // Any command may get 421, and 530 before a login:
    /// assert!(Command::Rcpt.replies().contains(&code!(421)));
    /// assert!(Command::Rcpt.replies().contains(&code!(530)));
    /// ```
    #[must_use]
    #[inline]
    pub const fn replies(self) -> &'static [ReplyCode] {
        self.__replies()
    }

    /// Whether no client should send it any more.
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert!(Command::Turn.is_obsolete());
    /// assert!(!Command::Helo.is_obsolete());
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_obsolete(self) -> bool {
        self.__obsolete()
    }

    /// Whether it is no command but something else that a reply answers: the opened connection, the
    /// end of the data.
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert!(Command::EndOfData.is_event());
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_event(self) -> bool {
        self.__event()
    }
}

/// The word of the protocol: `MAIL`.
impl fmt::Display for Command {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Command {
    type Err = UnknownName;

    /// Reads the word of the protocol, in capitals or small letters.
    #[inline]
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|command| command.as_str().eq_ignore_ascii_case(text))
            .ok_or(UnknownName::__new("an SMTP command, such as MAIL or END-OF-DATA"))
    }
}
