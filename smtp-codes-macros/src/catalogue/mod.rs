//! A catalogue as a checked model: what its tables say, with TOML and positions left behind.

use std::fmt;

mod answer;
#[cfg(test)]
mod cascade_tests;
mod command;
#[cfg(test)]
mod field_tests;
mod fields;
#[cfg(test)]
mod hostile_tests;
mod ident;
mod links;
mod locale;
mod mark;
#[cfg(test)]
mod model_tests;
mod provider;
mod read;
mod reference;
mod registry;
#[cfg(test)]
mod registry_tests;
mod reply;
mod status;
mod syntax;
#[cfg(test)]
mod tests;
mod topic;
mod word;

pub(crate) use self::locale::{Field, LABELS, Locale, Piece};
pub(crate) use self::read::read;

/// What a catalogue may refer to and what it may hold.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// The library's own: all tables.
    Library,
    /// Somebody's own: reply codes only, which may answer these commands of the library.
    Own(Vec<CommandName>),
}

/// A command by its key in the catalogue and its variant: `MAIL`, `Mail`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CommandName {
    pub(crate) key: String,
    pub(crate) variant: String,
}

/// Everything that a catalogue holds.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    /// Ascending.
    pub(crate) replies: Vec<Reply>,
    /// In the order of the file.
    pub(crate) commands: Vec<Command>,
    /// In the order of the file.
    pub(crate) locales: Vec<Locale>,
    /// The classes and subjects of enhanced codes, ascending; scopes and reasons in the order of the file.
    pub(crate) classes: Vec<Topic>,
    pub(crate) subjects: Vec<Topic>,
    pub(crate) scopes: Vec<Topic>,
    pub(crate) reasons: Vec<Topic>,
    /// Ascending.
    pub(crate) statuses: Vec<Status>,
    /// In the order of the file.
    pub(crate) providers: Vec<Provider>,
}

/// A reply code.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) number: u16,
    pub(crate) variant: String,
    pub(crate) name: String,
    pub(crate) standing: Standing,
    pub(crate) closes: Closing,
    pub(crate) description: String,
    pub(crate) seen_when: String,
    pub(crate) remediation: String,
    pub(crate) references: Vec<Reference>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) enhanced: Vec<Enhanced>,
    pub(crate) mark: Mark,
}

/// How official a code is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Standing {
    Standard,
    Historic,
    Registered,
    Unregistered,
}

/// Whether the server closes the connection after a code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Closing {
    Yes,
    No,
    May,
    Unspecified,
}

/// What an answer is to a command.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Outcome {
    Success,
    Intermediate,
    Error,
}

/// A row of a code's table of answers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) command: CommandName,
    pub(crate) outcome: Outcome,
    /// A meaning of its own, where the code has one at this command.
    pub(crate) meaning: Option<String>,
    /// When the row holds, for a rule about many commands.
    pub(crate) condition: Option<String>,
    pub(crate) references: Vec<Reference>,
}

/// A place in an RFC.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reference {
    pub(crate) rfc: u16,
    /// Empty where the whole document is meant.
    pub(crate) section: String,
}

/// An enhanced code: class, subject, detail.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Enhanced {
    pub(crate) class: u8,
    pub(crate) subject: u16,
    pub(crate) detail: u16,
}

/// What a code tells of a refusal by itself: nothing, where it is silent.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Mark {
    /// The variant of the scope; that of the reason's own scope where there is a reason.
    pub(crate) scope: Option<String>,
    /// The variant of the reason.
    pub(crate) reason: Option<(String, Confidence)>,
    pub(crate) condemns: bool,
}

/// How far a reason can be trusted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Confidence {
    High,
    Medium,
    Low,
}

/// A word of the registry or of our own, with its texts: a class, a subject, a scope, a reason, a provider.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Topic {
    pub(crate) name: CommandName,
    pub(crate) title: String,
    pub(crate) description: String,
    /// Of a reason.
    pub(crate) remediation: Option<String>,
    /// The variant of a reason's scope.
    pub(crate) scope: Option<String>,
    /// Of a class or a subject.
    pub(crate) references: Vec<Reference>,
}

/// An enhanced status code of the registry, without its class: `X.1.1`.
#[derive(Debug)]
pub(crate) struct Status {
    pub(crate) subject: u16,
    pub(crate) detail: u16,
    pub(crate) variant: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) remediation: String,
    pub(crate) note: Option<String>,
    /// The classes that the registry gives it; empty where it states none.
    pub(crate) classes: Vec<u8>,
    /// The reply codes that the registry pairs it with.
    pub(crate) replies: Vec<u16>,
    /// The classes of which the registry allows any reply code.
    pub(crate) any_reply: Vec<u8>,
    pub(crate) references: Vec<Reference>,
    pub(crate) mark: Mark,
}

/// A provider, and what it means by some codes; the narrowest rows first.
#[derive(Debug)]
pub(crate) struct Provider {
    pub(crate) topic: Topic,
    /// What gives its replies away.
    pub(crate) signs: Vec<String>,
    pub(crate) meanings: Vec<Meaning>,
}

/// What a provider means by a code, or by a range of them.
#[derive(Debug)]
pub(crate) struct Meaning {
    /// First and last, each a reply code or, of enhanced codes, class, subject and detail in one number.
    pub(crate) codes: (u32, u32),
    /// The variant of the reason.
    pub(crate) reason: Option<String>,
    pub(crate) text: String,
    pub(crate) source: String,
}

/// A command, or an event that a reply may answer.
#[derive(Debug)]
pub(crate) struct Command {
    pub(crate) name: CommandName,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) references: Vec<Reference>,
    pub(crate) obsolete: bool,
    pub(crate) event: bool,
}

impl Confidence {
    pub(crate) fn variant(self) -> &'static str {
        match self {
            Self::High => "High",
            Self::Medium => "Medium",
            Self::Low => "Low",
        }
    }
}

impl Enhanced {
    /// Class 2, 4 or 5, and two numbers of one to three digits without leading zeros.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (class, rest) = text.split_once('.')?;
        let (subject, detail) = rest.split_once('.')?;
        let class = match class {
            "2" => 2,
            "4" => 4,
            "5" => 5,
            _ => return None,
        };
        Some(Self { class, subject: topic::number(subject)?, detail: topic::number(detail)? })
    }

    /// Class, subject and detail in one number, which orders as they do and is above all reply codes.
    pub(crate) fn key(self) -> u32 {
        u32::from(self.class) * 1_000_000 + u32::from(self.subject) * 1_000 + u32::from(self.detail)
    }
}

impl fmt::Display for Enhanced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

impl Catalogue {
    /// The entry of the registry for an enhanced code.
    pub(crate) fn status(&self, code: Enhanced) -> Option<&Status> {
        self.statuses.iter().find(|status| status.subject == code.subject && status.detail == code.detail)
    }

    /// A reply code by its number.
    pub(crate) fn reply(&self, number: u16) -> Option<&Reply> {
        self.replies.iter().find(|reply| reply.number == number)
    }
}

impl Reply {
    /// Whether it may answer a command.
    pub(crate) fn answers(&self, command: &Command) -> bool {
        self.answers.iter().any(|answer| answer.command == command.name)
    }
}
