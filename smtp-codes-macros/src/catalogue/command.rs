//! `[command.MAIL]`: a command, or an event such as the end of the data.

use std::ops::Range;

use super::fields::{Fields, shorten};
use super::ident::variant;
use super::read::Entry;
use super::reference::references;
use super::{Command, CommandName};
use crate::fault::Faults;

/// A command with the place of its variant, which later checks point at.
pub(super) struct Placed {
    pub(super) command: Command,
    pub(super) variant: Range<usize>,
}

/// Reads one table; `None` if it lacks something without which no variant can be made.
pub(super) fn command(faults: &mut Faults, entry: &Entry<'_>) -> Option<Placed> {
    let key: &str = &entry.key;
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-') {
        faults.add(
            entry.key_span.clone(),
            &format!("`{}` is not a command", shorten(key)),
            "",
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
