//! The enums that the macro makes from `catalogue.toml`: what their own pages say.

use crate::class::{by_class, class_of};
use crate::command::{AnswersTo, answers_to};
use crate::comparison::pair::comparison;
use crate::words::category_of;
use crate::{Category, Class, Comparison};

smtp_codes_macros::catalogue! {
    root(crate)

    /// Every SMTP reply code that a standard defines, the registry pairs, or servers are known to send.
    ///
    /// Each variant's page says what the server means, when you see it and what to do about it; the methods
    /// give the same texts to a program. The discriminant is the number, and the order is numeric.
    ///
    /// The enum is exhaustive: a `match` over it needs no wildcard arm, and one that forgets a code does not
    /// compile. Numbers that it does not have come over the wire all the same. [`WireCode`](crate::WireCode)
    /// holds any of them and still knows its class.
    ///
    /// With the feature `serde` a code is its number, `250`.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::{ReplyCode, code};
    ///
    /// fn advice(code: ReplyCode) -> &'static str {
    ///     match code {
    ///         code!(250) | code!(251) => "accepted",
    ///         ReplyCode::ServiceNotAvailable => "the connection is over; nobody is to blame",
    ///         other => other.remediation(),
    ///     }
    /// }
    ///
    /// assert_eq!(advice(code!(251)), "accepted");
    /// assert_eq!(ReplyCode::try_from(421), Ok(ReplyCode::ServiceNotAvailable));
    /// assert!(code!(250) < code!(251) && code!(250) == 250);
    /// assert_eq!(code!(250).to_string(), "250 OK");
    /// ```
    pub enum ReplyCode in "catalogue.toml";

    /// A command that a reply may answer, or an event without one: the opened connection, the end of the
    /// data.
    ///
    /// What a code means depends on the command that got it. [`replies`](Self::replies) goes from a command
    /// to its codes, and [`ReplyCode::answers_to`] says what one of them means there.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::{Command, code};
    ///
    /// let command: Command = "rcpt".parse()?;
    /// assert_eq!(command, Command::Rcpt);
    /// assert!(command.replies().contains(&code!(452)));
    /// # Ok::<(), smtp_codes::UnknownName>(())
    /// ```
    #[non_exhaustive]
    pub enum Command from command;

    /// A language of the comparison's labels; see
    /// [`Comparison::in_locale`](crate::Comparison::in_locale).
    ///
    /// More may come with any version.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::Locale;
    ///
    /// assert_eq!("fr_CA.UTF-8".parse(), Ok(Locale::Fr));
    /// ```
    #[non_exhaustive]
    pub enum Locale from locale;

    /// Every enhanced status code of the IANA registry, without its class: X.1.1.
    ///
    /// The class of a code as it was sent, 2, 4 or 5, is in
    /// [`EnhancedCode`](crate::EnhancedCode), which holds any well-formed code and finds its entry here with
    /// [`status`](crate::EnhancedCode::status). Each variant's page says what the code means and what to do
    /// about it, and where sources disagree.
    ///
    /// The enum is exhaustive, as [`ReplyCode`] is.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::{EnhancedCode, EnhancedStatus, code};
    ///
    /// let code: EnhancedCode = "5.7.26".parse()?;
    /// let status = code.status().unwrap();
    /// assert_eq!(status, EnhancedStatus::MultipleAuthChecksFailed);
    /// assert!(status.replies().contains(&code!(550)));
    /// assert!(status.remediation().ends_with('.'));
    /// # Ok::<(), smtp_codes::enhanced::ParseEnhancedError>(())
    /// ```
    pub enum EnhancedStatus from enhanced;

    /// What an enhanced status code is about: its second number.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::{EnhancedCode, enhanced::Subject};
    ///
    /// let code = EnhancedCode::new(5, 7, 606).unwrap(); // in no registry
    /// let subject = Subject::from_u16(code.subject()).unwrap();
    /// assert_eq!(subject, Subject::Security);
    /// assert!(subject.description().ends_with('.'));
    /// ```
    pub enum Subject from subject;

    /// What the first number of an enhanced status code says
    /// ([RFC 3463 section 2](https://www.rfc-editor.org/rfc/rfc3463#section-2)). There is none for 3yz.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::{Class, enhanced::EnhancedClass};
    ///
    /// let class = EnhancedClass::from_class(Class::PermanentNegative).unwrap();
    /// assert_eq!(class, EnhancedClass::PermanentFailure);
    /// assert!(class.description().ends_with('.'));
    /// ```
    pub enum EnhancedClass from class;

    /// Who can do something about a refusal.
    ///
    /// Steadier than the [`Reason`], and often enough: whether to tell the author, the recipient, the
    /// postmaster of this side or that of the other.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::{Reply, Scope};
    ///
    /// let (reply, _) = Reply::parse(b"550 5.7.25 No PTR record\r\n")?;
    /// assert_eq!(reply.scope(), Some(Scope::Client));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[non_exhaustive]
    pub enum Scope from scope;

    /// What a refusal was about, as far as the codes tell; see
    /// [`Reply::reason`](crate::Reply::reason).
    ///
    /// Reasons that no code stands for, such as [`Blocklisted`](Self::Blocklisted), come from what a provider
    /// means by a code ([`Meaning::reason`](crate::enhanced::Meaning::reason)), and serve programs that read the text.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::{Confidence, Reason, Reply};
    ///
    /// let (reply, _) = Reply::parse(b"452 4.2.2 Over quota\r\n")?;
    /// assert_eq!(reply.reason(), Some((Reason::MailboxFull, Confidence::High)));
    ///
    /// // 5.7.1 is sent for more than a dozen reasons. Silence is better than a guess.
    /// let (reply, _) = Reply::parse(b"550 5.7.1 Go away\r\n")?;
    /// assert_eq!(reply.reason(), None);
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[non_exhaustive]
    pub enum Reason from reason;

    /// A large provider whose use of some codes is its own; see
    /// [`EnhancedCode::meaning_at`](crate::EnhancedCode::meaning_at).
    ///
    /// More may come with any version.
    ///
    /// # Examples
    ///
    /// ```
    /// use smtp_codes::{EnhancedCode, Provider, Reason};
    ///
    /// let code = EnhancedCode::new(5, 7, 27).unwrap();
    /// assert_eq!(code.status().unwrap().as_str(), "X.7.27");
    /// assert_eq!(code.meaning_at(Provider::Gmail).unwrap().reason(), Some(Reason::MessageAuthFailed));
    /// ```
    #[non_exhaustive]
    pub enum Provider from provider;

    macro __code;
}

// What follows from the number and from the tables. An enum of another crate has the same from `__foreign_impls!`.
impl ReplyCode {
    /// Returns the class: what the first digit says.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, ReplyCode};
    /// assert_eq!(ReplyCode::StartMailInput.class(), Class::PositiveIntermediate);
    /// ```
    #[must_use]
    pub const fn class(self) -> Class {
        class_of(self as u16)
    }

    /// Returns the category: what the second digit says.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Category, ReplyCode};
    /// assert_eq!(ReplyCode::HelpMessage.category(), Category::Information);
    /// ```
    #[must_use]
    pub const fn category(self) -> Category {
        category_of(self as u16)
    }

    /// Returns the rows of [`answers`](Self::answers) for one command: none, one, or one for each condition.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Command, ReplyCode};
    /// let code = ReplyCode::TemporaryAuthenticationFailure;
    /// assert_eq!(code.answers_to(Command::StartTls).count(), 1);
    /// assert_eq!(code.answers_to(Command::Help).count(), 0);
    /// ```
    #[must_use]
    pub const fn answers_to(self, command: Command) -> AnswersTo {
        answers_to(self.answers(), command)
    }

    /// Returns this code and another side by side.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::ReplyCode;
    /// let page = ReplyCode::HelpMessage.compare(ReplyCode::Okay);
    /// assert_eq!(page.title().to_string(), "SMTP 214 Help Message vs 250 OK");
    /// ```
    #[must_use]
    pub const fn compare(self, other: Self) -> Comparison {
        comparison(self.__side(), other.__side())
    }
}

by_class!(ReplyCode, "ReplyCode::MailboxBusy");
