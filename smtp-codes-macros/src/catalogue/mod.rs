//! A catalogue as a checked model: what its tables say.
//!
//! Reading a table checks each field by itself, in the file named for the table. What concerns several entries is
//! checked in `validate`. An entry whose key can be read is part of the model even if a field has an error: then the
//! field is empty, so that the build reports that error and not everything that refers to the entry.

mod advice;
mod answer;
mod command;
mod enhanced;
mod fields;
mod locale;
mod mark;
mod provider;
mod read;
mod reference;
mod reply;
mod sign;
mod texts;
mod topic;
mod validate;
mod variant;
mod words;

pub(crate) use self::advice::Advice;
pub(crate) use self::answer::Answer;
pub(crate) use self::command::Command;
pub(crate) use self::enhanced::Status;
pub(crate) use self::locale::{LABELS, Locale, Piece};
pub(crate) use self::mark::Mark;
pub(crate) use self::provider::Meaning;
pub(crate) use self::read::{Catalogue, HEADINGS};
pub(crate) use self::reference::Reference;
pub(crate) use self::reply::Reply;
pub(crate) use self::texts::Texts;
pub(crate) use self::topic::Topic;
pub(crate) use self::words::{Confidence, Party, Word};
