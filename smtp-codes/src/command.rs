//! What an entry of the catalogue consists of: commands, what a code answers to them, and where that stands.

use core::fmt;

use crate::words::words;
use crate::{Command, Outcome, Party, ReplyCode};

impl Command {
    /// What the client asks for with it, and when in a session.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert!(Command::Data.description().contains("message"));
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.__description()
    }

    /// Where it is defined.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert_eq!(Command::StartTls.references()[0].rfc(), 3207);
    /// ```
    #[must_use]
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
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Command, code};
    /// assert!(Command::Rcpt.replies().contains(&code!(550)));
    /// // Any command may get 421, and 530 before a login:
    /// assert!(Command::Rcpt.replies().contains(&code!(421)));
    /// assert!(Command::Rcpt.replies().contains(&code!(530)));
    /// ```
    #[must_use]
    pub const fn replies(self) -> &'static [ReplyCode] {
        self.__replies()
    }

    /// Whether no client should send it any more.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert!(Command::Turn.is_obsolete());
    /// assert!(!Command::Helo.is_obsolete());
    /// ```
    #[must_use]
    pub const fn is_obsolete(self) -> bool {
        self.__obsolete()
    }

    /// Whether it is no command but something else that a reply answers: the opened connection, the
    /// end of the data.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Command;
    /// assert!(Command::EndOfData.is_event());
    /// ```
    #[must_use]
    pub const fn is_event(self) -> bool {
        self.__event()
    }
}

words! { Command, "an SMTP command", "RCPT" }

/// One row of a code's table of answers: it may answer this command, with this outcome and this meaning.
///
/// A code can answer one command in two ways: 530 to `MAIL` asks for a login on one server and for TLS
/// on another. Then there are two rows, each with its [`condition`](Self::condition).
///
/// # Examples
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

/// A row that the macro has written.
#[must_use]
pub const fn answer(command: Command, said: &'static Said) -> Answer {
    Answer { command, said }
}

impl Answer {
    /// The command or event that is answered.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Command, code};
    /// assert_eq!(code!(214).answers()[0].command(), Command::Help);
    /// ```
    #[must_use]
    pub const fn command(&self) -> Command {
        self.command
    }

    /// What the answer is to that command.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Outcome, code};
    /// assert_eq!(code!(214).answers()[0].outcome(), Outcome::Success);
    /// ```
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.said.outcome
    }

    /// What the code means when this command got it: a meaning of its own where it has one, else the
    /// code's description.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(214).answers()[0].meaning(), code!(214).description());
    /// ```
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.said.meaning
    }

    /// When this row holds, for a code that may answer almost any command but only in certain states of the
    /// session; `None` for a row that belongs to the command itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Command, code};
    /// let rcpt: Vec<_> = code!(530).answers_to(Command::Rcpt).collect();
    /// assert!(rcpt.iter().all(|answer| answer.condition().is_some()));
    /// ```
    #[must_use]
    pub const fn condition(&self) -> Option<&'static str> {
        self.said.condition
    }

    /// Where this row stands: RFC and section. Empty in a catalogue of your own that names none.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Command, code};
    /// let answer = code!(250).answers_to(Command::Mail).next().unwrap();
    /// assert_eq!(answer.references()[0].to_string(), "RFC 5321 section 4.3.2");
    /// ```
    #[must_use]
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

/// The rows of a table that are about this command.
#[must_use]
pub const fn answers_to(answers: &'static [Answer], command: Command) -> AnswersTo {
    AnswersTo { rest: answers, command }
}

impl Iterator for AnswersTo {
    type Item = &'static Answer;

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

/// What one party does about a reply.
///
/// # Examples
///
/// ```
/// use smtp_codes::{Party, code};
///
/// // A mail program shows its user the sender's step, a server's dashboard the postmaster's.
/// let steps = code!(550).steps();
/// assert!(steps.iter().any(|step| step.party() == Party::Sender));
/// assert!(steps.iter().any(|step| step.party() == Party::SenderPostmaster));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Step {
    party: Party,
    text: &'static str,
}

/// A step that the macro has checked.
#[must_use]
pub const fn step(party: Party, text: &'static str) -> Step {
    Step { party, text }
}

impl Step {
    /// Returns who can do it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Party, code};
    /// assert_eq!(code!(550).steps()[0].party(), Party::Sender);
    /// ```
    #[must_use]
    pub const fn party(&self) -> Party {
        self.party
    }

    /// Returns what to do: short sentences, in the imperative.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert!(code!(550).steps()[0].text().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }
}

/// A place in an RFC.
///
/// # Examples
///
/// ```
/// use smtp_codes::code;
///
/// let reference = code!(214).references()[0];
/// assert_eq!(reference.to_string(), "RFC 5321 section 4.2.3");
/// assert_eq!(reference.url(), "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Reference {
    rfc: u16,
    section: &'static str,
    url: &'static str,
}

/// A place that the macro has checked.
#[must_use]
pub const fn reference(rfc: u16, section: &'static str, url: &'static str) -> Reference {
    Reference { rfc, section, url }
}

impl Reference {
    /// The number of the RFC.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(214).references()[0].rfc(), 5321);
    /// ```
    #[must_use]
    pub const fn rfc(&self) -> u16 {
        self.rfc
    }

    /// The number of the section, such as `4.2.3`; empty where the whole RFC is meant.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(214).references()[0].section(), "4.2.3");
    /// ```
    #[must_use]
    pub const fn section(&self) -> &'static str {
        self.section
    }

    /// The address of that section in the RFC Editor's HTML.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert!(code!(454).references()[1].url().ends_with("rfc3207#section-4"));
    /// ```
    #[must_use]
    pub const fn url(&self) -> &'static str {
        self.url
    }
}

impl fmt::Display for Reference {
    /// `RFC 5321 section 4.2.3`, or `RFC 5321` where the whole document is meant.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RFC {}", self.rfc)?;
        if self.section.is_empty() { Ok(()) } else { write!(f, " section {}", self.section) }
    }
}
