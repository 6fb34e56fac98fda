//! A code and its enhanced code, without the text.

use core::fmt;

use super::Action;
use super::decide::decide;
use crate::{Class, Command, EnhancedCode, ReplyCode, WireCode};

/// What a program needs of a reply to decide: the code, and the enhanced code if there was one.
///
/// [`Reply::status`](crate::Reply::status) takes it out of a reply. From a log, a bounce or a database it is
/// made of its parts. It is small and borrows nothing.
///
/// ```
/// use smtp_codes::{Action, Command, EnhancedCode, ReplyStatus, WireCode};
///
/// let code = WireCode::new(552).unwrap();
/// let full = ReplyStatus::new(code, EnhancedCode::new(5, 2, 2));
/// assert_eq!(full.to_string(), "552 5.2.2");
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
        match self.enhanced {
            Some(enhanced) => write!(f, "{} {enhanced}", self.code),
            None => self.code.fmt(f),
        }
    }
}

impl fmt::Debug for ReplyStatus {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplyStatus({self})")
    }
}
