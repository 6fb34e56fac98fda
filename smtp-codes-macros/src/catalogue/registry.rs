//! What only the library's own catalogue has beside codes, commands and locales: the registry of enhanced
//! codes, scopes and reasons, and providers.

use super::fields::{Fields, shorten};
use super::links::{self, List, Side};
use super::mark::Marks;
use super::read::{Table, Variants, entries, headless};
use super::topic::{Kind, check_key, number, topic};
use super::{Catalogue, CommandName, Topic, provider, status};
use crate::fault::Faults;
use crate::order::by_key;
use crate::source::Source;

/// Reads the scopes and the reasons, which codes refer to. The reasons are in the marks as long as tables are
/// read that name them.
pub(super) fn marks(
    faults: &mut Faults,
    source: Source<'_>,
    table: &Table<'_>,
    into: &mut Catalogue,
) -> Marks {
    let mut marks = Marks::default();
    (into.scopes, marks.scopes) = topics(faults, source, table, Kind::Scope, &marks);
    (marks.topics, marks.reasons) = topics(faults, source, table, Kind::Reason, &marks);
    marks
}

/// Reads the rest, once the reply codes are known, whose pairs are checked.
pub(super) fn registry(
    faults: &mut Faults,
    source: Source<'_>,
    table: &Table<'_>,
    marks: &Marks,
    replies: &mut [List],
    into: &mut Catalogue,
) {
    (into.classes, _) = topics(faults, source, table, Kind::Class, marks);
    let subjects;
    (into.subjects, subjects) = topics(faults, source, table, Kind::Subject, marks);
    by_key(&mut into.classes, by_number);
    by_key(&mut into.subjects, by_number);
    let mut own = statuses(faults, source, table, marks, &subjects, into);
    // Where no table of the kind could be read at all, that was told.
    if !own.is_empty() || table.get("enhanced").is_none() {
        links::missing(faults, Side::Replies, replies, &own);
    }
    if !replies.is_empty() {
        links::missing(faults, Side::Statuses, &mut own, replies);
    }
    links::one_sided(faults, Side::Replies, replies, &own);
    links::one_sided(faults, Side::Statuses, &own, replies);
    let mut variants = Variants::default();
    for entry in entries(faults, table, Kind::Provider.heading()) {
        let key: &str = &entry.key;
        headless(faults, source, Kind::Provider.heading(), entry);
        check_key(faults, Kind::Provider, entry);
        let Some(placed) = provider::provider(faults, key, &entry.value, marks) else { continue };
        if variants.takes(faults, source, &placed.provider.topic.name.variant, placed.variant, key) {
            into.providers.push(placed.provider);
        }
    }
}

fn by_number(topic: &Topic) -> usize {
    usize::from(number(&topic.name.key).unwrap_or_default())
}

/// Reads the enhanced codes, and gives the pairs that they list. `subjects` are those that have a table.
fn statuses(
    faults: &mut Faults,
    source: Source<'_>,
    table: &Table<'_>,
    marks: &Marks,
    subjects: &[CommandName],
    into: &mut Catalogue,
) -> Vec<List> {
    let mut variants = Variants::default();
    let mut lists = Vec::new();
    let mut unknown = Vec::new();
    let mut highest = 0;
    for entry in entries(faults, table, "enhanced") {
        let (key, place) = (&entry.key, &entry.key_span);
        let mut list = List::of(entry);
        let placed = status::status(faults, entry, marks, &mut list);
        lists.push(list);
        let Some(mut placed) = placed else { continue };
        let (subject, detail) = (placed.status.subject, placed.status.detail);
        let rank = usize::from(subject) * 1_000 + usize::from(detail) + 1;
        if rank < highest {
            let help = "keep the codes in ascending order: the order of the enum is that of the file";
            faults.add(place.clone(), &format!("{key} comes after a higher code"), "", help);
        }
        highest = highest.max(rank);
        // Where no subject could be read at all, that was told.
        let readable = !subjects.is_empty() || table.get("subject").is_none();
        if readable && !unknown.contains(&subject) && !names(subjects, subject) {
            unknown.push(subject);
            let help = format!("add a table [subject.{subject}] with its texts");
            faults.add(place.clone(), &format!("the subject of {key} has no table"), "", &help);
        }
        if !variants.takes(faults, source, &placed.status.variant, placed.variant, key) {
            continue;
        }
        let Some(list) = lists.last() else { continue };
        for pair in &list.pairs {
            if into.reply(pair.reply).is_some() {
                placed.status.replies.push(pair.reply);
            }
        }
        into.statuses.push(placed.status);
    }
    by_key(&mut into.statuses, |status| usize::from(status.subject) * 1_000 + usize::from(status.detail));
    lists
}

/// Whether a subject has a table, with a fault or without.
fn names(subjects: &[CommandName], subject: u16) -> bool {
    for name in subjects {
        if number(&name.key) == Some(subject) {
            return true;
        }
    }
    false
}

/// Reads the tables of one kind, in the order of the file, and the names of all of them: those with a fault
/// too, without a variant.
fn topics(
    faults: &mut Faults,
    source: Source<'_>,
    table: &Table<'_>,
    kind: Kind,
    marks: &Marks,
) -> (Vec<Topic>, Vec<CommandName>) {
    let (mut topics, mut names) = (Vec::new(), Vec::new());
    let mut variants = Variants::default();
    for entry in entries(faults, table, kind.heading()) {
        let key: &str = &entry.key;
        check_key(faults, kind, entry);
        let mut name = CommandName { key: key.to_owned(), variant: String::new() };
        let owner = format!("{} {}", kind.heading(), shorten(key));
        if let Some(mut fields) = Fields::of_value(&entry.value, owner, faults) {
            let found = topic(&mut fields, kind, key, marks);
            fields.finish();
            if let Some((topic, variant)) = found {
                if variants.takes(faults, source, &variant.value, variant.span, key) {
                    name.variant = variant.value;
                    topics.push(topic);
                }
            }
        }
        names.push(name);
    }
    (topics, names)
}
