//! Which command a code answers, and what it means there.

use core::fmt;

use crate::{Command, Reference};

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

/// One row of a code's table of answers: it may answer this command, with this outcome and this meaning.
///
/// A code can answer one command in two ways: 530 to `MAIL` asks for a login on one server and for TLS
/// on another. Then there are two rows, each with its [`condition`](Self::condition).
///
/// ```
/// use smtp_codes::{Command, code};
///
/// let [auth] = code!(454).answers_to(Command::Auth).collect::<Vec<_>>()[..] else { panic!() };
/// let [starttls] = code!(454).answers_to(Command::StartTls).collect::<Vec<_>>()[..] else { panic!() };
/// assert_ne!(auth.meaning(), starttls.meaning());
/// assert_eq!(starttls.references()[0].to_string(), "RFC 3207 section 4");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Answer {
    command: Command,
    said: &'static Said,
}

/// What a row says. Rules about many commands share one.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Said {
    pub outcome: Outcome,
    pub meaning: &'static str,
    pub condition: Option<&'static str>,
    pub references: &'static [Reference],
}

impl Answer {
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __new(command: Command, said: &'static Said) -> Self {
        Self { command, said }
    }

    /// The command or event that is answered.
    ///
    /// ```
    /// # use smtp_codes::{Command, code};
    /// assert_eq!(code!(214).answers()[0].command(), Command::Help);
    /// ```
    #[must_use]
    #[inline]
    pub const fn command(&self) -> Command {
        self.command
    }

    /// What the answer is to that command.
    ///
    /// ```
    /// # use smtp_codes::{Outcome, code};
    /// assert_eq!(code!(214).answers()[0].outcome(), Outcome::Success);
    /// ```
    #[must_use]
    #[inline]
    pub const fn outcome(&self) -> Outcome {
        self.said.outcome
    }

    /// What the code means when this command got it: a meaning of its own where it has one, else the
    /// code's description.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(214).answers()[0].meaning(), code!(214).description());
    /// ```
    #[must_use]
    #[inline]
    pub const fn meaning(&self) -> &'static str {
        self.said.meaning
    }

    /// When this row holds, for a code that may answer almost any command but only in certain states of the
    /// session; `None` for a row that belongs to the command itself.
    ///
    /// ```
    /// # use smtp_codes::{Command, code};
    /// let rcpt: Vec<_> = code!(530).answers_to(Command::Rcpt).collect();
    /// assert!(rcpt.iter().all(|answer| answer.condition().is_some()));
    /// ```
    #[must_use]
    #[inline]
    pub const fn condition(&self) -> Option<&'static str> {
        self.said.condition
    }

    /// Where this row stands: RFC and section. Empty in a catalogue of your own that names none.
    ///
    /// ```
    /// # use smtp_codes::{Command, code};
    /// let answer = code!(250).answers_to(Command::Mail).next().unwrap();
    /// assert_eq!(answer.references()[0].to_string(), "RFC 5321 section 4.3.2");
    /// ```
    #[must_use]
    #[inline]
    pub const fn references(&self) -> &'static [Reference] {
        self.said.references
    }
}

/// The rows of one command among a code's answers; made by `answers_to`.
#[derive(Clone, Debug)]
pub struct AnswersTo {
    rest: &'static [Answer],
    command: Command,
}

impl AnswersTo {
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __new(answers: &'static [Answer], command: Command) -> Self {
        Self { rest: answers, command }
    }
}

impl Iterator for AnswersTo {
    type Item = &'static Answer;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (first, rest) = self.rest.split_first()?;
            self.rest = rest;
            if first.command == self.command {
                return Some(first);
            }
        }
    }
}
