//! The question what to do, asked of each type that holds a code.

use super::decide::decide;
use super::{Action, ReplyStatus};
use crate::{Command, EnhancedCode, Reply, ReplyCode, WireCode};

impl WireCode {
    /// What a client does with this code in answer to this command. A number that the catalogue does not have
    /// is acted on by its first digit
    /// ([RFC 5321 section 4.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.2)).
    ///
    /// Where the server sent an enhanced code, ask [`Reply::action`] or
    /// [`with_enhanced`](Self::with_enhanced): it can say how a refusal is meant. The rules are in
    /// [Deciding what to do](crate::deciding).
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, WireCode};
    /// let odd = WireCode::new(571).unwrap();
    /// assert_eq!(odd.action(Command::Rcpt), Action::FailRecipient);
    /// assert_eq!(odd.action(Command::EndOfData), Action::FailMessage);
    /// ```
    #[inline]
    pub const fn action(self, command: Command) -> Action {
        decide(self, None, command)
    }

    /// This code together with an enhanced code.
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, EnhancedCode, WireCode};
    /// let full = WireCode::new(552).unwrap().with_enhanced(EnhancedCode::new(5, 2, 2).unwrap());
    /// assert_eq!(full.action(Command::Rcpt), Action::FailRecipient);
    /// ```
    #[inline]
    #[must_use]
    pub const fn with_enhanced(self, enhanced: EnhancedCode) -> ReplyStatus {
        ReplyStatus::new(self, Some(enhanced))
    }
}

impl ReplyCode {
    /// What a client does with this code in answer to this command.
    ///
    /// Where the server sent an enhanced code, ask [`Reply::action`] or [`ReplyStatus::action`]: it can say
    /// how a refusal is meant. The rules are in [Deciding what to do](crate::deciding).
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, code};
    /// const IDLE: Action = code!(421).action(Command::Noop);
    /// assert_eq!(IDLE, Action::Reconnect);
    /// assert_eq!(code!(421).action(Command::Rcpt), Action::CloseAndDefer);
    /// assert_eq!(code!(251).action(Command::Rcpt), Action::Proceed);
    /// ```
    #[inline]
    pub const fn action(self, command: Command) -> Action {
        decide(WireCode::of(self), None, command)
    }
}

impl Reply<'_> {
    /// The code and the enhanced code alone, without the text. Unlike the reply it borrows nothing, so it can
    /// be kept.
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"550-5.1.1 No such user\r\n550 5.1.1 Sorry\r\n")?;
    /// assert_eq!(reply.status().to_string(), "550 5.1.1");
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn status(&self) -> ReplyStatus {
        ReplyStatus::new(self.code(), self.enhanced())
    }

    /// What a client does with this reply in answer to this command.
    ///
    /// The code decides, and the enhanced code only says how a refusal is meant: see
    /// [`ReplyStatus::action`] and the chapter [Deciding what to do](crate::deciding).
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, Reply};
    /// let (reply, _) = Reply::parse(b"450 4.5.3 Too many recipients\r\n")?;
    /// assert_eq!(reply.action(Command::Rcpt), Action::SplitRecipients);
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[inline]
    pub const fn action(&self, command: Command) -> Action {
        self.status().action(command)
    }
}
