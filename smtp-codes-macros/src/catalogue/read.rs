//! From the tables of a file to the catalogue.

use toml::de::{DeTable, DeValue};

use super::command::Command;
use super::enhanced::Status;
use super::fields::{Entry, in_order, wrong_type};
use super::locale::Locale;
use super::mark::Marks;
use super::provider::Provider;
use super::reply::Reply;
use super::topic::Topic;
use crate::call::Name;
use crate::diagnostic::Diagnostics;
use crate::source::{Source, shorten};
use crate::suggest::suggestion;

/// The headings of the library's catalogue, each with an example of a key. A catalogue of one's own has the first.
pub(crate) const HEADINGS: [(&str, &str); 9] = [
    ("reply", "250"),
    ("command", "MAIL"),
    ("locale", "fr"),
    ("class", "5"),
    ("subject", "1"),
    ("enhanced", "\"X.1.1\""),
    ("scope", "recipient"),
    ("reason", "mailbox-full"),
    ("provider", "gmail"),
];

/// Everything that a catalogue has.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    /// Ascending.
    pub(crate) replies: Vec<Reply>,
    /// In the order of the file, as all that follow unless they say otherwise.
    pub(crate) commands: Vec<Command>,
    pub(crate) locales: Vec<Locale>,
    /// Classes and subjects of enhanced codes, ascending.
    pub(crate) classes: Vec<Topic>,
    pub(crate) subjects: Vec<Topic>,
    pub(crate) scopes: Vec<Topic>,
    pub(crate) reasons: Vec<Topic>,
    /// Ascending.
    pub(crate) statuses: Vec<Status>,
    pub(crate) providers: Vec<Provider>,
    /// Whether replies may be missing that the author wrote: the file is not TOML.
    pub(crate) is_incomplete: bool,
}

impl Catalogue {
    /// Reads the tables of a file. `commands` are those that a catalogue of one's own may name;
    /// `None` for the library's own, which has all tables.
    pub(crate) fn read(
        table: &DeTable<'_>,
        source: &Source,
        commands: Option<&[Name]>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let headings = HEADINGS.map(|(heading, _)| heading);
        let headings = if commands.is_some() { &headings[..1] } else { &headings[..] };
        for (key, _) in table {
            let name = key.get_ref().as_ref();
            if !headings.contains(&name) {
                let message = format!("unknown table `{}`", shorten(name));
                diagnostics.error(key.span(), message, suggestion(name, headings));
            }
        }
        match commands {
            Some(commands) => Self { replies: replies(diagnostics, table, source, commands, None), ..Self::default() },
            None => Self::of_library(diagnostics, table, source),
        }
    }

    fn of_library(diagnostics: &mut Diagnostics, table: &DeTable<'_>, source: &Source) -> Self {
        let mut topics = |heading: &str, scopes: &[Topic]| {
            let mut topics = Vec::new();
            for entry in entries(diagnostics, table, heading) {
                if let Some(topic) = Topic::read(diagnostics, heading, entry, scopes) {
                    insert(&mut topics, topic, Topic::number);
                }
            }
            topics
        };
        let scopes = topics("scope", &[]);
        let reasons = topics("reason", &scopes);
        let (classes, subjects) = (topics("class", &[]), topics("subject", &[]));
        let marks = Marks { scopes, reasons };
        let mut all = Self { classes, subjects, ..Self::default() };
        let mut names = Vec::new();
        for entry in entries(diagnostics, table, "command") {
            let Some(command) = Command::read(diagnostics, entry) else { continue };
            names.push(command.as_name());
            all.commands.push(command);
        }
        all.replies = replies(diagnostics, table, source, &names, Some(&marks));
        for entry in entries(diagnostics, table, "enhanced") {
            let Some(status) = Status::read(diagnostics, entry, &marks) else { continue };
            if let Some(last) = all.statuses.last().filter(|last| last.code() > status.code()) {
                let message = format!("X.{} comes after X.{}", status.parts(), last.parts());
                diagnostics.error(status.span.clone(), message, ASCENDING);
            }
            insert(&mut all.statuses, status, Status::code);
        }
        for entry in entries(diagnostics, table, "provider") {
            let is_headless = headless(diagnostics, source, "provider", entry);
            all.providers.extend(Provider::read(diagnostics, entry, &marks, is_headless));
        }
        for entry in entries(diagnostics, table, "locale") {
            let is_headless = headless(diagnostics, source, "locale", entry);
            all.locales.extend(Locale::read(diagnostics, entry, &all.commands, is_headless));
        }
        Self { scopes: marks.scopes, reasons: marks.reasons, ..all }
    }

    /// A reply code by its number.
    pub(crate) fn reply(&self, number: u16) -> Option<&Reply> {
        self.replies.iter().find(|reply| reply.number == number)
    }

    /// The registry's entry for an enhanced code.
    pub(crate) fn status(&self, subject: u16, detail: u16) -> Option<&Status> {
        self.statuses.iter().find(|status| (status.subject, status.detail) == (subject, detail))
    }
}

fn replies(
    diagnostics: &mut Diagnostics,
    table: &DeTable<'_>,
    source: &Source,
    commands: &[Name],
    marks: Option<&Marks>,
) -> Vec<Reply> {
    let mut replies: Vec<Reply> = Vec::new();
    for entry in entries(diagnostics, table, "reply") {
        let is_headless = crate::code::number(entry.name()).is_some() && headless(diagnostics, source, "reply", entry);
        let Some(reply) = Reply::read(diagnostics, entry, commands, marks, is_headless) else { continue };
        if let Some(last) = replies.last().filter(|last| last.number > reply.number) {
            diagnostics.error(reply.span.clone(), format!("{} comes after {}", reply.number, last.number), ASCENDING);
        }
        insert(&mut replies, reply, |reply| reply.number);
    }
    replies
}

const ASCENDING: &str = "keep the codes in ascending order: the order of the enum is that of the file";

/// Puts an item behind those whose key is not greater.
pub(super) fn insert<T, K: Ord>(list: &mut Vec<T>, item: T, key: fn(&T) -> K) {
    let at = list.partition_point(|known| key(known) <= key(&item));
    list.insert(at, item);
}

/// The tables under one heading, in the order of the file.
fn entries<'t>(diagnostics: &mut Diagnostics, table: &'t DeTable<'t>, heading: &str) -> Vec<Entry<'t>> {
    let Some(value) = table.get(heading) else { return Vec::new() };
    let DeValue::Table(entries) = value.get_ref() else {
        let example = HEADINGS.iter().find(|(known, _)| *known == heading).map_or("", |(_, example)| *example);
        let help = format!("write a table for each, such as [{heading}.{example}]");
        wrong_type(diagnostics, value, &format!("`{heading}`"), "a table of tables", &help);
        return Vec::new();
    };
    in_order(entries)
}

/// Notes a table of which only tables below it are in the file: one of the headers is wrong then, and its fields are
/// not missing.
fn headless(diagnostics: &mut Diagnostics, source: &Source, heading: &str, entry: Entry<'_>) -> bool {
    // A table with a header has the span of the header. One that is only on the way has the span of its key.
    let header = source.text[source.line(entry.key.span().start)].trim();
    let is_headless = entry.value.span() == entry.key.span() && header.starts_with('[');
    if is_headless {
        let table = format!("[{heading}.{}]", shorten(entry.name()));
        let message = format!("{} has no table {table} above it", shorten(header));
        let help = format!("add the table {table} with its fields, or correct the header that should be it");
        diagnostics.error(entry.key.span(), message, help);
    }
    is_headless
}
