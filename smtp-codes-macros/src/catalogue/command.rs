//! `[command.MAIL]`: a command, or an event such as the end of the data.

use std::ops::Range;

use toml::Spanned;

use super::fields::{Entry, Fields};
use super::reference::Reference;
use super::topic::check_key;
use super::variant::{camel_case, variant};
use crate::call::Name;
use crate::diagnostic::Diagnostics;
use crate::source::shorten;

/// A command, or an event that a reply may answer.
#[derive(Debug)]
pub(crate) struct Command {
    pub(crate) key: String,
    /// `None` if it has an error.
    pub(super) variant: Option<Spanned<String>>,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) references: Vec<Reference>,
    pub(crate) is_obsolete: bool,
    pub(crate) is_event: bool,
    /// The header of the table.
    pub(super) table: Range<usize>,
    /// Whether the table has no error, so that it is certain whether it is an event.
    pub(super) is_whole: bool,
}

impl Command {
    /// Reads one table. `None` if its key is not a command.
    pub(super) fn read(diagnostics: &mut Diagnostics, entry: Entry<'_>) -> Option<Self> {
        let key = entry.name();
        let is_key = check_key(diagnostics, "command", entry);
        let errors = diagnostics.count();
        let mut fields = Fields::of_entry(entry, format!("command {}", shorten(key)), is_key, diagnostics)?;
        let mut command = Self {
            key: key.to_owned(),
            variant: variant(&mut fields),
            name: fields.text("name"),
            description: fields.text("description"),
            references: Reference::list(&mut fields),
            is_obsolete: fields.flag("obsolete"),
            is_event: fields.flag("event"),
            table: fields.span(),
            is_whole: false,
        };
        fields.finish();
        command.is_whole = diagnostics.count() == errors;
        is_key.then_some(command)
    }

    /// Its key and its variant; one made of the key if the catalogue's has an error.
    pub(crate) fn as_name(&self) -> Name {
        let made = || camel_case(&self.key.to_ascii_lowercase());
        let variant = self.variant.as_ref().map_or_else(made, |variant| variant.get_ref().clone());
        Name { key: self.key.clone(), variant }
    }
}
