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

use std::mem;

use toml::de::DeTable;

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
use crate::call::Call;
use crate::diagnostic::Diagnostics;
use crate::source::Source;
use crate::{load, syntax};

/// The catalogue with the texts of its languages, and the messages of all errors.
pub(crate) fn checked(call: &Call, source: &Source) -> (Catalogue, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let commands = call.commands.as_deref();
    let (mut catalogue, is_incomplete) = parsed(source, &mut diagnostics, |table, diagnostics| {
        let mut catalogue = Catalogue::read(table, source, commands, diagnostics);
        catalogue.validate(table, source, diagnostics);
        catalogue
    });
    catalogue.is_incomplete = is_incomplete;
    let mut further = Vec::new();
    for mut locale in mem::take(&mut catalogue.locales) {
        if let Some(file) = locale.file.clone() {
            match load::read(&load::beside(&call.path.value(), file.get_ref())) {
                Ok(source) => {
                    let mut diagnostics = diagnostics.of_file_beside();
                    parsed(&source, &mut diagnostics, |table, diagnostics| {
                        locale.read_file(table, &catalogue.commands, &catalogue.replies, diagnostics);
                    });
                    further.extend(diagnostics.into_messages(&source));
                }
                Err((message, help)) => diagnostics.error(file.span(), message, help),
            }
        }
        catalogue.locales.push(locale);
    }
    let mut messages = diagnostics.into_messages(source);
    messages.extend(further);
    (catalogue, messages)
}

/// What `read` makes of the tables of a file, and whether some of them were lost because the file is not TOML.
fn parsed<T>(
    source: &Source,
    diagnostics: &mut Diagnostics,
    mut read: impl FnMut(&DeTable<'_>, &mut Diagnostics) -> T,
) -> (T, bool) {
    let (mut table, errors) = DeTable::parse_recoverable(&source.text);
    if errors.is_empty() {
        return (read(table.get_ref(), diagnostics), false);
    }
    let repaired = syntax::repair(source, errors, diagnostics);
    if let Some(text) = &repaired {
        table = DeTable::parse_recoverable(text).0;
    }
    // Behind the first error of a file that is not TOML at all, or too large to be read again, everything is an echo.
    match &repaired {
        None => diagnostics.keep_first(),
        Some(_) if table.get_ref().is_empty() => diagnostics.not_toml(),
        Some(_) => return (read(table.get_ref(), diagnostics), diagnostics.lost_table()),
    }
    (read(table.get_ref(), &mut Diagnostics::default()), true)
}
