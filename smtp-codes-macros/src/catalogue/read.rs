//! From text to catalogue: every table read, and the checks that look at several at once.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::fields::{Value, shorten, wrong_type};
use super::{Catalogue, CommandName, Kind, command, locale, reply, syntax};
use crate::fault::{Fault, Faults};
use crate::nearest::suggestion;
use crate::order::by_key;
use crate::source::Source;

/// The catalogue that the text is, with its faults in the order of the file and the number of further ones.
/// What could be understood is in the catalogue, whatever the faults.
pub(crate) fn read(source: Source<'_>, kind: &Kind) -> (Catalogue, Vec<Fault>, usize) {
    let (text, mut errors) = syntax::past_dead_ends(source.text());
    let (table, found) = DeTable::parse_recoverable(&text);
    errors.extend(found);
    let mut faults = Faults::default();
    syntax::syntax(&mut faults, source, &errors);
    let catalogue = sections(&mut faults, source, table.get_ref(), kind);
    let (faults, more) = faults.settle(|at| source.section(at));
    (catalogue, faults, more)
}

fn sections(faults: &mut Faults, source: Source<'_>, table: &DeTable<'_>, kind: &Kind) -> Catalogue {
    let known: &[&str] = match kind {
        Kind::Library => &["command", "locale", "reply"],
        Kind::Own(_) => &["reply"],
    };
    for (key, _) in table {
        let name: &str = key.get_ref();
        if !known.contains(&name) {
            let message = format!("unknown table `{}`", shorten(name));
            faults.add(key.span(), message, "", suggestion(name, known));
        }
    }
    let mut catalogue = Catalogue::default();
    let commands = match kind {
        Kind::Own(commands) => commands.clone(),
        Kind::Library => {
            let placed: Vec<_> = entries(faults, table, "command")
                .into_iter()
                .filter_map(|(key, span, value)| command::command(faults, key, span, value))
                .collect();
            let rows =
                placed.iter().map(|p| (p.command.name.variant.as_str(), p.variant.clone(), p.key.clone()));
            let keep = unique(faults, source, rows);
            let kept = placed.into_iter().zip(keep).filter(|(_, keep)| *keep);
            catalogue.commands = kept.map(|(placed, _)| placed.command).collect();
            names(&catalogue, &entries(faults, table, "command"))
        }
    };
    let replies = entries(faults, table, "reply");
    order(faults, &replies);
    let placed: Vec<_> = replies
        .into_iter()
        .filter_map(|(key, span, value)| reply::reply(faults, key, span, value, &commands))
        .collect();
    let mut placed = unique_replies(faults, source, placed);
    by_key(&mut placed, |reply| usize::from(reply.number));
    if matches!(kind, Kind::Library) {
        // Answers to a command that could not be read have nothing to refer to.
        for reply in &mut placed {
            reply.answers.retain(|answer| !answer.command.variant.is_empty());
        }
    }
    catalogue.replies = placed;
    if matches!(kind, Kind::Library) {
        let events: Vec<CommandName> = catalogue
            .commands
            .iter()
            .filter(|command| command.event)
            .map(|command| command.name.clone())
            .collect();
        let placed: Vec<_> = entries(faults, table, "locale")
            .into_iter()
            .filter_map(|(key, span, value)| locale::locale(faults, key, span, value, &events))
            .collect();
        let rows = placed.iter().map(|p| (p.locale.variant.as_str(), p.variant.clone(), p.key.clone()));
        let keep = unique(faults, source, rows);
        let kept = placed.into_iter().zip(keep).filter(|(_, keep)| *keep);
        catalogue.locales = kept.map(|(placed, _)| placed.locale).collect();
    }
    if !table.contains_key("reply") {
        let message = "this catalogue has no reply codes";
        let help =
            "add a table [reply.250] with `variant`, `name`, `description`, `seen-when` and `remediation`";
        faults.add_echo(0..0, message, "", help);
    }
    catalogue
}

/// The commands that answers may name: those with a fault too, so that it is told once and not again at
/// every answer.
fn names(catalogue: &Catalogue, entries: &[(&str, Range<usize>, &Value<'_>)]) -> Vec<CommandName> {
    let mut names = Vec::new();
    for (key, ..) in entries {
        let read = catalogue.commands.iter().find(|command| command.name.key == *key);
        let variant = read.map(|command| command.name.variant.clone()).unwrap_or_default();
        names.push(CommandName { key: (*key).to_owned(), variant });
    }
    names
}

/// The tables under one heading, in the order of the file.
fn entries<'t>(
    faults: &mut Faults,
    table: &'t DeTable<'t>,
    heading: &str,
) -> Vec<(&'t str, Range<usize>, &'t Value<'t>)> {
    let Some(value) = table.get(heading) else { return Vec::new() };
    let DeValue::Table(entries) = value.get_ref() else {
        let help = format!("write a table for each, such as [{heading}.{}]", example(heading));
        wrong_type(faults, value, &format!("`{heading}`"), "a table of tables", &help);
        return Vec::new();
    };
    let mut list: Vec<_> =
        entries.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
    by_key(&mut list, |(_, span, _)| span.start);
    list
}

fn example(heading: &str) -> &'static str {
    match heading {
        "command" => "MAIL",
        "locale" => "fr",
        _ => "250",
    }
}

/// Notes each code that stands after a higher one, whatever else is wrong with either.
fn order(faults: &mut Faults, entries: &[(&str, Range<usize>, &Value<'_>)]) {
    let is_code = |key: &str| key.len() == 3 && key.starts_with(['2', '3', '4', '5']);
    let mut highest = "";
    for (key, span, _) in entries {
        // What is no code was told already. Codes have three digits, so that texts compare as numbers do.
        if !is_code(key) {
            continue;
        }
        if *key < highest {
            faults.add(
                span.clone(),
                format!("{} comes after {}", shorten(key), shorten(highest)),
                "",
                "keep the codes in ascending order: the order of the enum is that of the file",
            );
        } else {
            highest = key;
        }
    }
}

/// The replies whose variant is theirs alone; the others are faults.
fn unique_replies(faults: &mut Faults, source: Source<'_>, placed: Vec<reply::Placed>) -> Vec<super::Reply> {
    let rows = placed.iter().map(|p| (p.reply.variant.as_str(), p.variant.clone(), p.key.clone()));
    let keep = unique(faults, source, rows);
    placed.into_iter().zip(keep).filter_map(|(placed, keep)| keep.then_some(placed.reply)).collect()
}

/// Notes each variant that stood before, and tells which rows are the first with theirs.
fn unique<'a>(
    faults: &mut Faults,
    source: Source<'_>,
    rows: impl Iterator<Item = (&'a str, Range<usize>, Range<usize>)>,
) -> Vec<bool> {
    let mut seen: Vec<(&str, Range<usize>, Range<usize>)> = Vec::new();
    let mut keep = Vec::new();
    for (variant, span, key) in rows {
        let first = seen.iter().find(|(known, ..)| *known == variant);
        keep.push(first.is_none());
        if let Some((_, at, first_key)) = first {
            let text = |span: &Range<usize>| source.text().get(span.clone()).unwrap_or_default();
            faults.add(
                span,
                format!("the variant `{variant}` is used by {} and {}", text(first_key), text(&key)),
                "",
                format!("first used at {}; variants must differ", source.locate(at.start)),
            );
        } else {
            seen.push((variant, span, key));
        }
    }
    keep
}
