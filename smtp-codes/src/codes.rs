//! A reply code and its enhanced code, without the text: where the question what to do is answered, and why.

use core::fmt;
use core::str::FromStr;

use crate::action::decide::decide;
use crate::ascii::Ascii;
use crate::class::by_class;
use crate::error::ParseCodesError;
use crate::verdict::{Mark, mark_of};
use crate::{Action, Class, Command, Confidence, EnhancedCode, ParseCodeError, Reason, ReplyCode, Scope, WireCode};

/// What a program needs of a reply to decide: the code, and the enhanced code if there was one.
///
/// [`Reply::codes`](crate::Reply::codes) takes it out of a reply. From a log or a bounce it is made of its
/// parts, and what `{}` writes into a database, `550 5.1.1`, `parse` reads. It is small and borrows nothing.
///
/// # Examples
///
/// ```
/// use smtp_codes::{Action, Command, EnhancedCode, ReplyCodes, WireCode};
///
/// let code = WireCode::from_u16(552).unwrap();
/// let full = ReplyCodes::new(code, EnhancedCode::new(5, 2, 2));
/// assert_eq!(full.to_string(), "552 5.2.2");
/// assert_eq!("552 5.2.2".parse(), Ok(full));
/// assert_eq!(full.action(Command::Rcpt), Action::FailRecipient);
/// // Without the enhanced code it reads "too many recipients":
/// assert_eq!(ReplyCodes::from(code).action(Command::Rcpt), Action::SplitRecipients);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplyCodes {
    code: WireCode,
    enhanced: Option<EnhancedCode>,
}

impl ReplyCodes {
    /// These two, as they were received.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyCodes, WireCode};
    /// const BUSY: ReplyCodes = ReplyCodes::new(WireCode::from_u16(450).unwrap(), EnhancedCode::new(4, 2, 0));
    /// assert_eq!(BUSY.to_string(), "450 4.2.0");
    /// ```
    #[must_use]
    pub const fn new(code: WireCode, enhanced: Option<EnhancedCode>) -> Self {
        Self { code, enhanced }
    }

    /// The code.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{ReplyCodes, code};
    /// assert_eq!(ReplyCodes::from(code!(450)).code(), 450);
    /// ```
    #[must_use]
    pub const fn code(self) -> WireCode {
        self.code
    }

    /// The enhanced code as it was sent. Its class may contradict the code's.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{ReplyCodes, code};
    /// assert_eq!(ReplyCodes::from(code!(450)).enhanced(), None);
    /// ```
    #[must_use]
    pub const fn enhanced(self) -> Option<EnhancedCode> {
        self.enhanced
    }

    /// The class of the code: what to do, whatever the enhanced code says.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, EnhancedCode, ReplyCodes, WireCode};
    /// let odd = ReplyCodes::new(WireCode::from_u16(450).unwrap(), EnhancedCode::new(5, 1, 1));
    /// assert_eq!(odd.class(), Class::TransientNegative);
    /// ```
    #[must_use]
    pub const fn class(self) -> Class {
        self.code.class()
    }

    /// The enhanced code to report: [`enhanced`](Self::enhanced), but X.0.0 of the code's own class where the
    /// two classes disagree. The code decides, so nothing that contradicts it is left.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyCodes, WireCode};
    /// let odd = ReplyCodes::new(WireCode::from_u16(450).unwrap(), EnhancedCode::new(5, 1, 1));
    /// assert_eq!(odd.effective_enhanced(), EnhancedCode::new(4, 0, 0));
    /// ```
    #[must_use]
    pub const fn effective_enhanced(self) -> Option<EnhancedCode> {
        match self.enhanced {
            Some(sent) if sent.class().digit() != self.class().digit() => EnhancedCode::new(self.class().digit(), 0, 0),
            agreeing => agreeing,
        }
    }

    /// What a client does with this reply in answer to this command.
    ///
    /// Whether it is a refusal, and for how long, the code alone decides. The enhanced code says how a refusal
    /// is meant, by subject and detail and in three cases only: x.7.10 and x.7.11 with a 5yz want encryption,
    /// x.5.3 to `RCPT` means too many recipients, and any other takes that meaning from `452` and `552`. Its
    /// class has no say. Servers get that digit wrong (maddy sends class 5 with every code), while the detail
    /// is what they mean. The rules are in [Deciding what to do](crate::deciding).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, EnhancedCode, ReplyCodes, WireCode};
    /// let odd = ReplyCodes::new(WireCode::from_u16(450).unwrap(), EnhancedCode::new(5, 1, 1));
    /// assert_eq!(odd.action(Command::Rcpt), Action::DeferRecipient);
    /// ```
    pub const fn action(self, command: Command) -> Action {
        decide(self.code, self.enhanced, command)
    }

    const fn mark(self) -> Mark {
        mark_of(self.code(), self.effective_enhanced())
    }

    /// Who can do something about the refusal, where the codes tell; `None` for 2yz and 3yz, and where the
    /// same codes are sent for the faults of several sides: 5.7.1, x.0.0, bare 550, 554 and 451.
    ///
    /// Scope is steadier than [`reason`](Self::reason): `5.1.1` and `5.2.1` are often mixed up, and both are
    /// about the recipient.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyCodes, Scope, code};
    /// let spf = ReplyCodes::new(code!(550).into(), EnhancedCode::new(5, 7, 23));
    /// assert_eq!(spf.scope(), Some(Scope::Sender));
    /// ```
    #[must_use]
    pub const fn scope(self) -> Option<Scope> {
        self.mark().scope
    }

    /// What the refusal was about, and how far that can be trusted; `None` where the codes do not tell.
    ///
    /// The enhanced code explains, and the reply code where it is the surer of the two (535, 503). An
    /// enhanced code whose class contradicts the reply's explains nothing. Providers have meanings of their
    /// own: [`EnhancedCode::meaning_at`].
    ///
    /// [`High`](Confidence::High) confidence is for pairs that agree, and right in 94 of 100 labelled replies. 500,
    /// 501, 502 and 503 tell a reason with low confidence at most beside an enhanced code whose subject is not 5;
    /// x.1.1 is sure beside 450, 550, 551, 553 and 554 only; and beside an enhanced code that no registry has, as in
    /// `535 5.7.139`, a reply code's reason is of medium confidence at most. Two codes that give the same reason with
    /// low confidence are of medium confidence together.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Confidence, EnhancedCode, Reason, ReplyCodes, code};
    /// let login = ReplyCodes::new(code!(530).into(), EnhancedCode::new(5, 5, 1));
    /// assert_eq!(login.reason(), Some((Reason::AuthRequired, Confidence::Medium)));
    /// ```
    #[must_use]
    pub const fn reason(self) -> Option<(Reason, Confidence)> {
        self.mark().reason
    }

    /// Whether the recipient's address is to blame, so that a careful sender stops writing to it: 501, 550, 551, 553
    /// or 554 with 5.1.1, 5.1.2, 5.1.3, 5.1.6 or 5.1.10, or 556. Never beside another reply code, because `552 5.1.1`
    /// is somebody's full mailbox and `535 5.1.1` a login; never for a 4yz, never with an x.7 code, and never for a
    /// bare 550: taking every 5yz for a bad address is right in 39 of 100 replies.
    ///
    /// The reply must be one to `RCPT`, or one about a single recipient: some servers answer the data of a
    /// message for many with the code of one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyCodes, code};
    /// let unknown = EnhancedCode::new(5, 1, 1);
    /// assert!(ReplyCodes::new(code!(550).into(), unknown).condemns_recipient());
    /// assert!(!ReplyCodes::new(code!(450).into(), unknown).condemns_recipient());
    /// assert!(!ReplyCodes::new(code!(552).into(), unknown).condemns_recipient());
    /// assert!(!ReplyCodes::from(code!(550)).condemns_recipient());
    /// ```
    #[must_use]
    pub const fn condemns_recipient(self) -> bool {
        self.mark().condemns
    }
}

by_class!(ReplyCodes, "\"450 4.2.1\".parse::<ReplyCodes>().unwrap()");

impl From<WireCode> for ReplyCodes {
    fn from(code: WireCode) -> Self {
        Self::new(code, None)
    }
}

impl From<ReplyCode> for ReplyCodes {
    fn from(code: ReplyCode) -> Self {
        Self::new(WireCode::from_code(code), None)
    }
}

impl fmt::Display for ReplyCodes {
    /// `550 5.1.1`, or the code alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Ascii::new();
        text.code(self.code);
        if let Some(enhanced) = self.enhanced {
            text.push(b' ');
            text.enhanced(enhanced);
        }
        f.pad(text.as_str())
    }
}

impl FromStr for ReplyCodes {
    type Err = ParseCodesError;

    /// Reads `550 5.1.1`, or the code alone.
    fn from_str(text: &str) -> Result<Self, ParseCodesError> {
        let wrong = ParseCodesError::at_byte;
        let (code, rest) = match text.as_bytes() {
            [a, b, c, rest @ ..] => ([*a, *b, *c], rest),
            short => return Err(wrong(short.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(short.len()))),
        };
        let code = WireCode::from_bytes(&code).map_err(|error| match error {
            ParseCodeError::NotThreeDigits { at } => wrong(at),
            ParseCodeError::Unknown(_) => wrong(0),
        })?;
        match rest {
            [] => Ok(code.into()),
            [b' ', enhanced @ ..] => match EnhancedCode::from_bytes(enhanced) {
                Ok(enhanced) => Ok(Self::new(code, Some(enhanced))),
                Err(error) => Err(wrong(error.at() + 4)),
            },
            _ => Err(wrong(3)),
        }
    }
}

impl fmt::Debug for ReplyCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplyCodes({self})")
    }
}

impl WireCode {
    /// What a client does with this code in answer to this command. A number that the catalogue does not have
    /// is acted on by its first digit
    /// ([RFC 5321 section 4.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.2)).
    ///
    /// Where the server sent an enhanced code, ask [`ReplyCodes::action`]: it can say how a refusal is
    /// meant. The rules are in
    /// [Deciding what to do](crate::deciding).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, WireCode};
    /// let odd = WireCode::from_u16(571).unwrap();
    /// assert_eq!(odd.action(Command::Rcpt), Action::FailRecipient);
    /// assert_eq!(odd.action(Command::EndOfData), Action::FailMessage);
    /// ```
    pub const fn action(self, command: Command) -> Action {
        ReplyCodes::new(self, None).action(command)
    }
}

impl ReplyCode {
    /// This code without an enhanced one.
    const fn alone(self) -> ReplyCodes {
        ReplyCodes::new(WireCode::from_code(self), None)
    }

    /// What a client does with this code in answer to this command.
    ///
    /// Where the server sent an enhanced code, ask [`ReplyCodes::action`]: it can say
    /// how a refusal is meant. The rules are in [Deciding what to do](crate::deciding).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, code};
    /// const IDLE: Action = code!(421).action(Command::Noop);
    /// assert_eq!(IDLE, Action::Reconnect);
    /// assert_eq!(code!(421).action(Command::Rcpt), Action::CloseAndDefer);
    /// assert_eq!(code!(251).action(Command::Rcpt), Action::Proceed);
    /// ```
    pub const fn action(self, command: Command) -> Action {
        self.alone().action(command)
    }

    /// Who can do something about a refusal with this code alone, where it tells;
    /// [`ReplyCodes::scope`] uses the enhanced code too, which tells more.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Scope, code};
    /// assert_eq!(code!(535).scope(), Some(Scope::Auth));
    /// assert_eq!(code!(550).scope(), None);
    /// ```
    #[must_use]
    pub const fn scope(self) -> Option<Scope> {
        self.alone().scope()
    }

    /// What a refusal with this code alone was about, where it tells, and how far that can be trusted.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Confidence, Reason, code};
    /// assert_eq!(code!(535).reason(), Some((Reason::CredentialsInvalid, Confidence::High)));
    /// assert_eq!(code!(550).reason(), None); // 29 different reasons were counted
    /// ```
    #[must_use]
    pub const fn reason(self) -> Option<(Reason, Confidence)> {
        self.alone().reason()
    }

    /// Whether this code alone means that the recipient's address should not be written to again. Only 556
    /// does: "5yz means a bad address" is wrong more often than right.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{ReplyCode, code};
    /// let blaming: Vec<_> = ReplyCode::ALL.iter().filter(|code| code.condemns_recipient()).collect();
    /// assert_eq!(blaming, [&code!(556)]);
    /// ```
    #[must_use]
    pub const fn condemns_recipient(self) -> bool {
        self.alone().condemns_recipient()
    }
}

#[cfg(feature = "serde")]
crate::serde::as_text! {
    ReplyCodes, codes => codes, "a reply code and perhaps an enhanced code as a text, such as \"550 5.1.1\""
}
