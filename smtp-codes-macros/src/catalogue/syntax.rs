//! Where the text is no TOML: the parser's findings in our words.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, Error};

use super::fields::shorten;
use crate::fault::Faults;
use crate::source::Source;

/// The most dead ends that one build goes past.
const DEAD_ENDS: usize = 20;

/// The text without the lines at which the parser would give up on all that follows, and what it said of
/// them. Blanks stand in their place, so that every offset stays what it was.
pub(super) fn past_dead_ends(text: &str) -> (Cow<'_, str>, Vec<Error>) {
    let mut text = Cow::Borrowed(text);
    let mut errors = Vec::new();
    while errors.len() < DEAD_ENDS {
        let (_, found) = DeTable::parse_recoverable(&text);
        let Some(error) = found.into_iter().find(|error| error.message().starts_with("key with no value"))
        else {
            break;
        };
        let at = error.span().map_or(0, |span| span.start);
        let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let end = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| at + newline);
        if text.get(start..end).is_none_or(|line| line.trim().is_empty()) {
            break;
        }
        text.to_mut().replace_range(start..end, &" ".repeat(end - start));
        errors.push(error);
    }
    (text, errors)
}

/// Notes every finding, each once: a table that stands twice is not told again for each field in it.
pub(super) fn syntax(faults: &mut Faults, source: Source<'_>, errors: &[Error]) {
    let twice: Vec<Range<usize>> = errors
        .iter()
        .filter(|error| is_duplicate(error))
        .filter_map(Error::span)
        .filter(|span| is_header(source, span.start))
        .collect();
    for error in errors {
        let Some(span) = error.span() else {
            // Without a place there is nothing to point at: the parser gave up on nesting.
            faults.add_syntax(0..0, error.message().to_owned(), "nest the tables less deeply".to_owned());
            continue;
        };
        let repeated = twice
            .iter()
            .any(|header| source.section(header.start).contains(&span.start) && header.start != span.start);
        if !is_duplicate(error) {
            faults.add_syntax(span, message(error), help(error).to_owned());
        } else if !repeated {
            duplicate(faults, source, span);
        }
    }
}

fn is_duplicate(error: &Error) -> bool {
    error.message() == "duplicate key"
}

/// Whether an offset lies in the line of a `[header]`.
fn is_header(source: Source<'_>, offset: usize) -> bool {
    line(source, offset).trim_start().starts_with('[')
}

fn line(source: Source<'_>, offset: usize) -> &str {
    let text = source.text();
    let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

/// A key or a table that stands twice.
fn duplicate(faults: &mut Faults, source: Source<'_>, span: Range<usize>) {
    let key = source.text().get(span.clone()).unwrap_or_default();
    let header = is_header(source, span.start);
    let first = if header { first_header(source, &span) } else { first_line(source, &span, key) };
    let known = shorten(key.trim_matches(['"', '\'']));
    let is_reply = line(source, span.start).trim_start().starts_with("[reply");
    let (message, twice) = if header && is_reply {
        (format!("reply code {known} is listed twice"), "listed")
    } else {
        (format!("`{known}` is given twice"), "given")
    };
    let place = first.map_or_else(|| "above".to_owned(), |at| format!("at {}", source.locate(at)));
    faults.add(span, message, "", format!("first {twice} {place}; keep one of the two"));
}

/// The first line with the same header.
fn first_header(source: Source<'_>, span: &Range<usize>) -> Option<usize> {
    let wanted = line(source, span.start).trim();
    let column = span.start - line_start(source, span.start);
    find_line(source, span.start, |line| line.trim() == wanted).map(|at| at + column)
}

/// The first line of the same section that gives the same key.
fn first_line(source: Source<'_>, span: &Range<usize>, key: &str) -> Option<usize> {
    let section = source.section(span.start);
    let gives = |line: &str| {
        line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(['=', '.']))
    };
    let after = |at: usize| section.contains(&at);
    find_line_where(source, span.start, |at, line| after(at) && gives(line))
}

fn find_line(source: Source<'_>, before: usize, wanted: impl Fn(&str) -> bool) -> Option<usize> {
    find_line_where(source, before, |_, line| wanted(line))
}

fn find_line_where(source: Source<'_>, before: usize, wanted: impl Fn(usize, &str) -> bool) -> Option<usize> {
    let mut at = 0;
    for line in source.text().split_inclusive('\n') {
        if at + line.len() > before {
            return None;
        }
        if wanted(at, line) {
            return Some(at);
        }
        at += line.len();
    }
    None
}

fn line_start(source: Source<'_>, offset: usize) -> usize {
    source.text().get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
}

fn message(error: &Error) -> String {
    format!("this is not TOML: {}", error.message())
}

fn help(error: &Error) -> &'static str {
    let message = error.message();
    if message.contains("string") {
        "close the quotes; a text over several lines stands between three and three: \"\"\""
    } else if message.contains("table") {
        "write a table's header as [reply.214], alone on its line"
    } else if message.contains("newline") {
        "one key = value on each line"
    } else if message.contains("boolean") || message.contains("unquoted") {
        "put texts in double quotes"
    } else {
        "write each field as key = \"text\""
    }
}
