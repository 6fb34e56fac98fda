//! `[command.MAIL]`: a command, or an event such as the end of the data.

use std::ops::Range;

use super::fields::{Fields, shorten};
use super::ident::variant;
use super::read::Entry;
use super::reference::references;
use super::{Catalogue, Command, CommandName};
use crate::fault::Faults;
use crate::toml::Kind;

/// A command with the place of its variant, which later checks point at.
pub(super) struct Placed {
    pub(super) command: Command,
    pub(super) variant: Range<usize>,
}

/// Reads one table; `None` if it lacks something without which no variant can be made.
pub(super) fn command(faults: &mut Faults, entry: &Entry<'_>) -> Option<Placed> {
    let key: &str = &entry.key;
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-') {
        faults.add_refused(
            entry.key_span.clone(),
            entry.value.span.clone(),
            &format!("`{}` is not a command", shorten(key)),
            "write the word of the protocol in capitals, such as [command.MAIL]",
        );
    }
    let mut fields = Fields::of_value(&entry.value, format!("command {}", shorten(key)), faults)?;
    let variant = variant(&mut fields);
    let title = fields.text("name");
    let description = fields.text("description");
    let references = references(&mut fields);
    let obsolete = fields.flag("obsolete");
    let event = fields.flag("event");
    fields.finish();
    let variant = variant?;
    Some(Placed {
        variant: variant.span,
        command: Command {
            name: CommandName { key: key.to_owned(), variant: variant.value },
            title: title?.value,
            description: description?.value,
            references,
            obsolete,
            event,
        },
    })
}

/// The commands that are events, which locales name. One with a fault has an empty variant where it may be one: a
/// locale may name it and need not, so that the fault is told once.
pub(super) fn events(catalogue: &Catalogue, entries: &[Entry<'_>]) -> Vec<CommandName> {
    let mut events = Vec::new();
    for entry in entries {
        let mut name = CommandName { key: entry.key.to_string(), variant: String::new() };
        let mut event = true;
        for command in &catalogue.commands {
            if command.name.key != name.key {
                continue;
            }
            event = command.event;
            if event {
                name.variant.clone_from(&command.name.variant);
            } else if let Kind::Table(table) = &entry.value.kind {
                // A yes or no that could not be read may have been a yes.
                event = table.get("event").is_some_and(|value| !matches!(value.kind, Kind::Flag(_)));
            }
        }
        if event {
            events.push(name);
        }
    }
    events
}
