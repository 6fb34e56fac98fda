//! A catalogue as a checked model: what its tables say, with TOML and positions left behind.

mod answer;
mod command;
mod fields;
mod ident;
mod locale;
mod read;
mod reference;
mod reply;
mod syntax;
#[cfg(test)]
mod tests;
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

impl Catalogue {
    /// The codes that may answer a command, ascending.
    pub(crate) fn replies_to(&self, command: &Command) -> Vec<&Reply> {
        let mut replies = Vec::new();
        for reply in &self.replies {
            if reply.answers.iter().any(|answer| answer.command == command.name) {
                replies.push(reply);
            }
        }
        replies
    }
}
