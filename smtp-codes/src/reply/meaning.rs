//! What a reply means, which its two codes tell.

use super::parse::Reply;
use crate::class::by_class;
use crate::{Action, Command, Confidence, EnhancedCode, Reason, ReplyCodes, Scope};

impl Reply<'_> {
    /// The code and the enhanced code alone, without the text. Unlike the reply it borrows nothing, so it can
    /// be kept.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"550-5.1.1 No such user\r\n550 5.1.1 Sorry\r\n")?;
    /// assert_eq!(reply.codes().to_string(), "550 5.1.1");
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn codes(&self) -> ReplyCodes {
        ReplyCodes::new(self.code(), self.enhanced())
    }

    /// The enhanced code to report: [`enhanced`](Self::enhanced), but X.0.0 of the code's own class where
    /// the two classes disagree. The code decides, so nothing that contradicts it is left.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Reply};
    /// let (reply, _) = Reply::parse(b"550 4.2.2 Mailbox full\r\n")?;
    /// assert_eq!(reply.enhanced(), EnhancedCode::new(4, 2, 2));
    /// assert_eq!(reply.effective_enhanced(), EnhancedCode::new(5, 0, 0));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn effective_enhanced(&self) -> Option<EnhancedCode> {
        self.codes().effective_enhanced()
    }

    /// What a client does with this reply in answer to this command.
    ///
    /// The code decides, and the enhanced code only says how a refusal is meant: see
    /// [`ReplyCodes::action`] and the chapter [Deciding what to do](crate::deciding).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, Reply};
    /// let (reply, _) = Reply::parse(b"450 4.5.3 Too many recipients\r\n")?;
    /// assert_eq!(reply.action(Command::Rcpt), Action::SplitRecipients);
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    pub const fn action(&self, command: Command) -> Action {
        self.codes().action(command)
    }

    /// Who can do something about the refusal: see [`ReplyCodes::scope`].
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Reply, Scope};
    /// let (reply, _) = Reply::parse(b"452 4.3.1 Insufficient system storage\r\n")?;
    /// assert_eq!(reply.scope(), Some(Scope::Server));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn scope(&self) -> Option<Scope> {
        self.codes().scope()
    }

    /// What the refusal was about, and how far that can be trusted: see [`ReplyCodes::reason`].
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Confidence, Reason, Reply};
    /// let (reply, _) = Reply::parse(b"550 5.7.25 Reverse DNS missing\r\n")?;
    /// assert_eq!(reply.reason(), Some((Reason::ReverseDns, Confidence::High)));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn reason(&self) -> Option<(Reason, Confidence)> {
        self.codes().reason()
    }

    /// Whether the recipient's address is to blame: see [`ReplyCodes::condemns_recipient`].
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"550 5.7.1 Client host blocked\r\n")?;
    /// assert!(!reply.condemns_recipient());
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn condemns_recipient(&self) -> bool {
        self.codes().condemns_recipient()
    }
}

by_class!(Reply<'_>, "Reply::parse(b\"450 4.2.1 Not now\\r\\n\").unwrap().0");
