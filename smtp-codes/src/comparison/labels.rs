//! What the labels and frames of a language become. The macro checks and writes them.

use crate::{Class, Command};

/// The labels and sentence frames of one language.
#[doc(hidden)]
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Labels {
    pub description: &'static str,
    pub seen_when: &'static str,
    pub remediation: &'static str,
    pub examples: &'static str,
    pub key_differences: &'static str,
    pub when_to_use: &'static str,
    pub class_2: &'static str,
    pub class_3: &'static str,
    pub class_4: &'static str,
    pub class_5: &'static str,
    pub act_2: &'static str,
    pub act_3: &'static str,
    pub act_4: &'static str,
    pub act_5: &'static str,
    pub any_command: &'static str,
    pub and: &'static str,
    pub colon: &'static str,
    pub title: &'static [Piece],
    pub title_same: &'static [Piece],
    pub summary_same_class: &'static [Piece],
    pub summary_different_class: &'static [Piece],
    pub summary_same_code: &'static [Piece],
    pub difference_class: &'static [Piece],
    pub difference_meaning: &'static [Piece],
    pub difference_seen: &'static [Piece],
    pub use_answers: &'static [Piece],
    pub use_rule: &'static [Piece],
    pub use_unregistered: &'static [Piece],
    pub use_closes: &'static [Piece],
    pub use_may_close: &'static [Piece],
    pub act_same: &'static [Piece],
    pub act_one: &'static [Piece],
    pub act_closes: &'static [Piece],
    /// The labels of the steps, in the order of the parties.
    pub parties: [&'static str; 5],
    /// The events that have no keyword in the protocol, such as the end of the data.
    pub events: &'static [(Command, &'static str)],
}

impl Labels {
    pub(super) const fn class(&self, class: Class) -> &'static str {
        match class {
            Class::PositiveCompletion => self.class_2,
            Class::PositiveIntermediate => self.class_3,
            Class::TransientNegative => self.class_4,
            Class::PermanentNegative => self.class_5,
        }
    }

    pub(super) const fn act(&self, class: Class) -> &'static str {
        match class {
            Class::PositiveCompletion => self.act_2,
            Class::PositiveIntermediate => self.act_3,
            Class::TransientNegative => self.act_4,
            Class::PermanentNegative => self.act_5,
        }
    }

    pub(super) fn command(&self, command: Command) -> &'static str {
        let event = self.events.iter().find(|(event, _)| *event == command);
        event.map_or(command.as_str(), |(_, label)| label)
    }
}

/// A stretch of a sentence frame: words, or a place for something of one of the two codes.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Piece {
    Text(&'static str),
    First(Field),
    Second(Field),
}

/// What can stand in such a place.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    /// The three digits.
    Code,
    /// The name as the catalogue has it.
    Name,
    /// The name with a capital at each word.
    Title,
    /// The class in the page's language.
    Class,
    /// What a client does with the class.
    Act,
    /// The first sentence of the description.
    Lead,
    /// The first sentence of when it is seen.
    Seen,
    /// The commands that it answers.
    Commands,
    /// When a rule holds, inside a sentence.
    Condition,
}
