//! A code and its enhanced code, without the text.

use core::error::Error;
use core::fmt;
use core::str::FromStr;

use super::Action;
use super::decide::decide;
use crate::ascii::Ascii;
use crate::{Class, Command, EnhancedCode, ParseCodeError, ReplyCode, WireCode};

/// What a program needs of a reply to decide: the code, and the enhanced code if there was one.
///
/// [`Reply::status`](crate::Reply::status) takes it out of a reply. From a log or a bounce it is made of its
/// parts, and what `{}` writes into a database, `550 5.1.1`, `parse` reads. It is small and borrows nothing.
///
/// ```
/// use smtp_codes::{Action, Command, EnhancedCode, ReplyStatus, WireCode};
///
/// let code = WireCode::new(552).unwrap();
/// let full = ReplyStatus::new(code, EnhancedCode::new(5, 2, 2));
/// assert_eq!(full.to_string(), "552 5.2.2");
/// assert_eq!("552 5.2.2".parse(), Ok(full));
/// assert_eq!(full.action(Command::Rcpt), Action::FailRecipient);
/// // Without the enhanced code it reads "too many recipients":
/// assert_eq!(ReplyStatus::from(code).action(Command::Rcpt), Action::SplitRecipients);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplyStatus {
    code: WireCode,
    enhanced: Option<EnhancedCode>,
}

impl ReplyStatus {
    /// The status of these two, as they were received.
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyStatus, WireCode};
    /// const BUSY: ReplyStatus = ReplyStatus::new(WireCode::new(450).unwrap(), EnhancedCode::new(4, 2, 0));
    /// assert_eq!(BUSY.to_string(), "450 4.2.0");
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(code: WireCode, enhanced: Option<EnhancedCode>) -> Self {
        Self { code, enhanced }
    }

    /// The code.
    ///
    /// ```
    /// # use smtp_codes::{ReplyStatus, code};
    /// assert_eq!(ReplyStatus::from(code!(450)).code(), 450);
    /// ```
    #[inline]
    #[must_use]
    pub const fn code(self) -> WireCode {
        self.code
    }

    /// The enhanced code as it was sent. Its class may contradict the code's.
    ///
    /// ```
    /// # use smtp_codes::{ReplyStatus, code};
    /// assert_eq!(ReplyStatus::from(code!(450)).enhanced(), None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn enhanced(self) -> Option<EnhancedCode> {
        self.enhanced
    }

    /// The class of the code: what to do, whatever the enhanced code says.
    ///
    /// ```
    /// # use smtp_codes::{Class, EnhancedCode, ReplyStatus, WireCode};
    /// let odd = ReplyStatus::new(WireCode::new(450).unwrap(), EnhancedCode::new(5, 1, 1));
    /// assert_eq!(odd.class(), Class::TransientNegative);
    /// ```
    #[inline]
    #[must_use]
    pub const fn class(self) -> Class {
        self.code.class()
    }

    /// The enhanced code to report: [`enhanced`](Self::enhanced), but X.0.0 of the code's own class where the
    /// two classes disagree. The code decides, so nothing that contradicts it is left.
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyStatus, WireCode};
    /// let odd = ReplyStatus::new(WireCode::new(450).unwrap(), EnhancedCode::new(5, 1, 1));
    /// assert_eq!(odd.effective_enhanced(), EnhancedCode::new(4, 0, 0));
    /// ```
    #[inline]
    #[must_use]
    pub const fn effective_enhanced(self) -> Option<EnhancedCode> {
        match self.enhanced {
            Some(sent) if sent.class().digit() != self.class().digit() => {
                EnhancedCode::new(self.class().digit(), 0, 0)
            }
            agreeing => agreeing,
        }
    }

    /// What a client does with this reply in answer to this command.
    ///
    /// Whether it is a refusal, and for how long, the code alone decides. The enhanced code says how a refusal
    /// is meant, by subject and detail and in three cases only: x.7.10 and x.7.11 with a 5yz want encryption,
    /// x.5.3 to `RCPT` means too many recipients, and any enhanced code takes that meaning from a `552`. Its
    /// class has no say. Servers get that digit wrong (maddy sends class 5 with every code), while the detail
    /// is what they mean. The rules are in [Deciding what to do](crate::deciding).
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, EnhancedCode, ReplyStatus, WireCode};
    /// let odd = ReplyStatus::new(WireCode::new(450).unwrap(), EnhancedCode::new(5, 1, 1));
    /// assert_eq!(odd.action(Command::Rcpt), Action::DeferRecipient);
    /// ```
    #[inline]
    pub const fn action(self, command: Command) -> Action {
        decide(self.code, self.enhanced, command)
    }
}

impl From<WireCode> for ReplyStatus {
    #[inline]
    fn from(code: WireCode) -> Self {
        Self::new(code, None)
    }
}

impl From<ReplyCode> for ReplyStatus {
    #[inline]
    fn from(code: ReplyCode) -> Self {
        Self::new(WireCode::of(code), None)
    }
}

impl fmt::Display for ReplyStatus {
    /// `550 5.1.1`, or the code alone.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Ascii::new();
        text.number(self.code.as_u16());
        if let Some(enhanced) = self.enhanced {
            text.push(b' ');
            enhanced.append_to(&mut text);
        }
        f.pad(text.as_str())
    }
}

impl FromStr for ReplyStatus {
    type Err = ParseStatusError;

    /// Reads `550 5.1.1`, or the code alone.
    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseStatusError> {
        let wrong = |at| ParseStatusError { at };
        let (code, rest) = match text.as_bytes() {
            [a, b, c, rest @ ..] => ([*a, *b, *c], rest),
            short => return Err(wrong(short.iter().take_while(|byte| byte.is_ascii_digit()).count())),
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

/// A text that is no [`ReplyStatus`].
///
/// ```
/// # use smtp_codes::ReplyStatus;
/// let error = "550 5.1".parse::<ReplyStatus>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "not a reply status: expected a reply code, and perhaps a space and an enhanced code, such as \
///      550 5.1.1; byte 7 breaks that"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ParseStatusError {
    at: usize,
}

impl ParseStatusError {
    /// The offset of the byte that cannot stand there, 0 where the number is outside 200 to 599; the text's
    /// length where it ends too early.
    ///
    /// ```
    /// # use smtp_codes::ReplyStatus;
    /// let at = |text: &str| text.parse::<ReplyStatus>().map_err(|error| error.at());
    /// assert_eq!([at("55"), at("650"), at("550-5.1.1"), at("550 x")], [Err(2), Err(0), Err(3), Err(4)]);
    /// ```
    #[must_use]
    #[inline]
    pub const fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for ParseStatusError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "not a reply status: expected a reply code, and perhaps a space and an enhanced code, such as \
             550 5.1.1; byte {} breaks that",
            self.at
        )
    }
}

impl Error for ParseStatusError {}

impl fmt::Debug for ReplyStatus {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplyStatus({self})")
    }
}
