//! The small closed sets of words.

use core::error::Error;
use core::fmt;
use core::str::FromStr;

/// What a reply is about, told by its second digit
/// ([RFC 5321 section 4.2.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1)).
///
/// ```
/// use smtp_codes::{Category, code};
///
/// assert_eq!(code!(214).category(), Category::Information);
/// assert_eq!(code!(250).category(), Category::MailSystem);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Category {
    /// **x0z** The form of a command, or a command that the server does not have.
    Syntax,
    /// **x1z** Information that was asked for: status and help.
    Information,
    /// **x2z** The connection itself: greeting, closing, availability.
    Connections,
    /// **x3z**, **x4z** and **x6z** to **x9z** No meaning of its own in RFC 5321. Authentication uses x3z;
    /// 6 to 9 are outside the grammar, and servers send them all the same (`571`).
    Unspecified,
    /// **x5z** The mail: mailbox, message, storage, transaction.
    MailSystem,
}

impl Category {
    /// All five categories, by ascending digit.
    ///
    /// ```
    /// # use smtp_codes::Category;
    /// assert_eq!(Category::ALL.len(), 5);
    /// ```
    pub const ALL: [Self; 5] =
        [Self::Syntax, Self::Information, Self::Connections, Self::Unspecified, Self::MailSystem];

    /// A short name, as RFC 5321 has it.
    ///
    /// ```
    /// # use smtp_codes::Category;
    /// assert_eq!(Category::MailSystem.name(), "Mail system");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "Syntax",
            Self::Information => "Information",
            Self::Connections => "Connections",
            Self::Unspecified => "Unspecified",
            Self::MailSystem => "Mail system",
        }
    }
}

impl fmt::Display for Category {
    /// The name: `Mail system`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How official a code is: who defines it, if anyone.
///
/// ```
/// use smtp_codes::{Standing, code};
///
/// assert_eq!(code!(250).standing(), Standing::Standard);
/// assert_eq!(code!(511).standing(), Standing::Unregistered); // `5.1.1` with the dots left out
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// An RFC defines the code, and it is in use.
    Standard,
    /// An RFC defines it, and it is deprecated or was only ever an experiment: 355 and 538.
    Historic,
    /// No RFC defines the reply, but the IANA registry of enhanced status codes pairs the number with one.
    Registered,
    /// No standard knows the number. Servers send it, or people look it up.
    Unregistered,
}

impl Standing {
    /// All four, from the most to the least official.
    ///
    /// ```
    /// # use smtp_codes::Standing;
    /// assert_eq!(Standing::ALL[0], Standing::Standard);
    /// ```
    pub const ALL: [Self; 4] = [Self::Standard, Self::Historic, Self::Registered, Self::Unregistered];

    /// The word that the catalogue uses: `standard`, `historic`, `registered` or `unregistered`.
    ///
    /// ```
    /// # use smtp_codes::Standing;
    /// assert_eq!(Standing::Historic.name(), "historic");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Historic => "historic",
            Self::Registered => "registered",
            Self::Unregistered => "unregistered",
        }
    }
}

impl fmt::Display for Standing {
    /// The word: `standard`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Whether the server closes the connection after a reply.
///
/// ```
/// use smtp_codes::{Closing, code};
///
/// assert_eq!(code!(421).closes_connection(), Closing::Yes);
/// assert_eq!(code!(554).closes_connection(), Closing::No); // a 554 greeting waits for QUIT
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Closing {
    /// It does: 221 and 421 (RFC 5321 section 3.8).
    Yes,
    /// It must not: the client ends the session with `QUIT` (RFC 5321 sections 3.1 and 3.8).
    No,
    /// It may do either: 521 (RFC 7504 section 3).
    May,
    /// No standard says, because none defines the code.
    Unspecified,
}

impl Closing {
    /// The word that the catalogue uses: `yes`, `no`, `may` or `unspecified`.
    ///
    /// ```
    /// # use smtp_codes::Closing;
    /// assert_eq!(Closing::May.name(), "may");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::May => "may",
            Self::Unspecified => "unspecified",
        }
    }
}

impl fmt::Display for Closing {
    /// The word: `may`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What an answer is to the command that it follows, in the words of the tables of RFC 5321 section 4.3.2.
///
/// ```
/// use smtp_codes::{Command, Outcome, code};
///
/// let answer = code!(354).answers_to(Command::Data).next().unwrap();
/// assert_eq!(answer.outcome(), Outcome::Intermediate);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// The command did what it was sent for: 2yz.
    Success,
    /// The command goes on with what the client sends next: 3yz.
    Intermediate,
    /// The command was refused: 4yz and 5yz.
    Error,
}

impl Outcome {
    /// The word that the catalogue uses: `success`, `intermediate` or `error`.
    ///
    /// ```
    /// # use smtp_codes::Outcome;
    /// assert_eq!(Outcome::Error.name(), "error");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Intermediate => "intermediate",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Outcome {
    /// The word: `success`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How far a [`Reason`] that was read from codes alone can be trusted: how often, over about a thousand
/// labelled public replies, the registered meaning was the one that the server meant.
///
/// The order is ascending, so `confidence >= Confidence::Medium` reads as it should.
///
/// ```
/// use smtp_codes::{Confidence, EnhancedStatus};
///
/// let (_, confidence) = EnhancedStatus::MailboxFull.reason().unwrap();
/// assert!(confidence >= Confidence::Medium);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Confidence {
    /// The code is often used for something else, or nobody counted: a hint for a person, nothing to act on.
    Low,
    /// More often right than not, or plain by its definition and not known to be used otherwise.
    Medium,
    /// Right in at least four of five replies.
    High,
}

impl Confidence {
    /// The word that the catalogue uses: `low`, `medium` or `high`.
    ///
    /// ```
    /// # use smtp_codes::Confidence;
    /// assert_eq!(Confidence::High.name(), "high");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// The word: `high`.
impl fmt::Display for Confidence {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Confidence {
    type Err = UnknownName;

    /// Reads the word: `high`.
    #[inline]
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let found = [Self::Low, Self::Medium, Self::High];
        let found = found.into_iter().find(|confidence| confidence.name().eq_ignore_ascii_case(text));
        found.ok_or(UnknownName::expected("a confidence: low, medium or high"))
    }
}

/// A word that names nothing in the catalogue: no command, no language.
///
/// ```
/// use smtp_codes::Command;
///
/// let error = "MIAL".parse::<Command>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown name: expected an SMTP command, such as MAIL or END-OF-DATA");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct UnknownName {
    expected: &'static str,
}

impl UnknownName {
    pub(crate) const fn expected(expected: &'static str) -> Self {
        Self { expected }
    }
}

impl fmt::Display for UnknownName {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown name: expected {}", self.expected)
    }
}

impl Error for UnknownName {}
