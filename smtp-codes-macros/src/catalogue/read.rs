//! From text to catalogue: every table read, and the checks that look at several at once.

use std::ops::Range;

use super::fields::{shorten, wrong_type};
use super::links::List;
use super::reply::Known;
use super::{Catalogue, CommandName, Kind, command, locale, registry, reply, syntax};
use crate::fault::{Fault, Faults};
use crate::nearest::suggestion;
use crate::order::by_key;
use crate::source::Source;
use crate::toml;

pub(super) use crate::toml::{Entry, Table};

/// The catalogue that the text is, with its faults in the order of the file and the number of further ones.
/// What could be understood is in the catalogue, whatever the faults.
pub(crate) fn read(source: Source<'_>, kind: &Kind) -> (Catalogue, Vec<Fault>, usize) {
    let (table, errors) = toml::parse(source.text());
    let mut faults = Faults::default();
    syntax::syntax(&mut faults, source, &errors);
    let catalogue = sections(&mut faults, source, &table, kind);
    let (faults, more) = faults.settle(|at| source.section(at));
    (catalogue, faults, more)
}

fn sections(faults: &mut Faults, source: Source<'_>, table: &Table<'_>, kind: &Kind) -> Catalogue {
    let known: &[&str] = match kind {
        Kind::Library => {
            &["command", "locale", "reply", "class", "subject", "enhanced", "scope", "reason", "provider"]
        }
        Kind::Own(_) => &["reply"],
    };
    for entry in &table.entries {
        let name: &str = &entry.key;
        if !known.contains(&name) {
            let message = format!("unknown table `{}`", shorten(name));
            faults.add(entry.key_span.clone(), &message, "", &suggestion(name, known));
        }
    }
    let mut catalogue = Catalogue::default();
    let mut events = Vec::new();
    let own;
    let commands: &[CommandName] = match kind {
        Kind::Own(commands) => commands,
        Kind::Library => {
            let list = entries(faults, table, "command");
            let mut variants = Variants::default();
            for entry in list {
                let Some(placed) = command::command(faults, entry) else { continue };
                if variants.takes(faults, source, &placed.command.name.variant, placed.variant, &entry.key) {
                    catalogue.commands.push(placed.command);
                }
            }
            own = names(&catalogue, list);
            events = command::events(&catalogue, list);
            &own
        }
    };
    let marks = match kind {
        Kind::Own(_) => None,
        Kind::Library => Some(registry::marks(faults, source, table, &mut catalogue)),
    };
    let known = Known { source, commands, marks: marks.as_ref() };
    let replies = entries(faults, table, "reply");
    order(faults, replies);
    let mut variants = Variants::default();
    let mut lists = Vec::new();
    for entry in replies {
        let mut list = List::of(entry);
        let placed = reply::reply(faults, entry, &known, &mut list);
        lists.push(list);
        let Some(placed) = placed else { continue };
        if variants.takes(faults, source, &placed.reply.variant, placed.variant, &entry.key) {
            catalogue.replies.push(placed.reply);
        }
    }
    by_key(&mut catalogue.replies, |reply| usize::from(reply.number));
    if let Some(marks) = marks {
        registry::registry(faults, source, table, &marks, &mut lists, &mut catalogue);
        catalogue.reasons = marks.topics;
        let mut variants = Variants::default();
        for entry in entries(faults, table, "locale") {
            headless(faults, source, "locale", entry);
            let Some(placed) = locale::locale(faults, entry, &events) else { continue };
            if variants.takes(faults, source, &placed.locale.variant, placed.variant, &entry.key) {
                catalogue.locales.push(placed.locale);
            }
        }
    }
    let none = match table.get("reply") {
        None => Some(0..0),
        Some(toml::Value { kind: toml::Kind::Table(_), span }) if replies.is_empty() => Some(span.clone()),
        // That it is no table was told.
        Some(_) => None,
    };
    if let Some(span) = none {
        let message = "this catalogue has no reply codes";
        let help =
            "add a table [reply.250] with `variant`, `name`, `description`, `seen-when` and `remediation`";
        faults.add_echo(span, message, "", help);
    }
    catalogue
}

/// The commands that answers may name: those with a fault too, so that it is told once and not again at
/// every answer.
fn names(catalogue: &Catalogue, entries: &[Entry<'_>]) -> Vec<CommandName> {
    let mut names = Vec::new();
    for entry in entries {
        let mut name = CommandName { key: entry.key.to_string(), variant: String::new() };
        for command in &catalogue.commands {
            if command.name.key == name.key {
                name.variant.clone_from(&command.name.variant);
            }
        }
        names.push(name);
    }
    names
}

/// The tables under one heading, in the order of the file.
pub(super) fn entries<'t>(faults: &mut Faults, table: &'t Table<'t>, heading: &str) -> &'t [Entry<'t>] {
    let Some(value) = table.get(heading) else { return &[] };
    let toml::Kind::Table(entries) = &value.kind else {
        let help = format!("write a table for each, such as [{heading}.{}]", example(heading));
        wrong_type(faults, value, &format!("`{heading}`"), "a table of tables", &help);
        return &[];
    };
    &entries.entries
}

/// Notes a table of which only tables below it stand in the file: then one of the headers is wrong, and fields are
/// not what misses.
pub(super) fn headless(faults: &mut Faults, source: Source<'_>, heading: &str, entry: &Entry<'_>) -> bool {
    // A table with a header is as long as the header; what only stands on the way is as long as its key.
    let header = source.line(entry.key_span.start).trim();
    if entry.value.span != entry.key_span || !header.starts_with('[') {
        return false;
    }
    let table = format!("[{heading}.{}]", shorten(&entry.key));
    faults.add_refused(
        entry.key_span.clone(),
        entry.value.span.clone(),
        &format!("{} has no table {table} above it", shorten(header)),
        &format!("add the table {table} with its fields, or correct the header that should be it"),
    );
    true
}

fn example(heading: &str) -> &'static str {
    match heading {
        "command" => "MAIL",
        "locale" => "fr",
        "class" => "5",
        "subject" => "1",
        "enhanced" => "\"X.1.1\"",
        "scope" => "recipient",
        "reason" => "mailbox-full",
        "provider" => "gmail",
        _ => "250",
    }
}

/// Notes each code that stands after a higher one, whatever else is wrong with either.
fn order(faults: &mut Faults, entries: &[Entry<'_>]) {
    let mut highest = "";
    for entry in entries {
        let key: &str = &entry.key;
        // What is no code was told already. Codes have three digits, so that texts compare as numbers do.
        if !matches!(key.as_bytes(), [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9']) {
            continue;
        }
        if key < highest {
            faults.add(
                entry.key_span.clone(),
                &format!("{} comes after {}", shorten(key), shorten(highest)),
                "",
                "keep the codes in ascending order: the order of the enum is that of the file",
            );
        } else {
            highest = key;
        }
    }
}

/// The variants of one enum so far: name, place, and the key of their table.
#[derive(Default)]
pub(super) struct Variants(Vec<(String, Range<usize>, String)>);

impl Variants {
    /// Takes a variant that is new; one that stood before is a fault.
    pub(super) fn takes(
        &mut self,
        faults: &mut Faults,
        source: Source<'_>,
        variant: &str,
        span: Range<usize>,
        key: &str,
    ) -> bool {
        for (known, first, first_key) in &self.0 {
            if known == variant {
                faults.add(
                    span,
                    &format!("the variant `{variant}` is used by {first_key} and {key}"),
                    "",
                    &format!("first used at {}; variants must differ", source.locate(first.start)),
                );
                return false;
            }
        }
        self.0.push((variant.to_owned(), span, key.to_owned()));
        true
    }
}
