//! Where a file is not TOML: every error and not only the first, and the place where a broken thing opens.
//!
//! The parser recovers from an error in its own way, and what it reports behind the first is often an echo. So the
//! first error of each reading counts. What is broken there is blanked out, and the rest is read again.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use crate::diagnostic::Diagnostics;
use crate::source::{Source, shorten};

/// The longest file, in bytes, in which errors behind the first are looked for.
const LARGE: usize = 1_000_000;

/// Notes the syntax errors of a file and returns its text without what is broken, each byte at its place. `None` for
/// a large file, of which only the first error is told.
pub(crate) fn repair(source: &Source, errors: Vec<Error>, diagnostics: &mut Diagnostics) -> Option<String> {
    let mut text = source.text.clone();
    // Many readings of a large file would take longer than anybody waits.
    let rounds = (8 * LARGE / text.len().max(1)).min(100);
    let mut next = first(errors);
    for _ in 0..rounds {
        let Some(error) = next else { break };
        let broken = Broken::new(&text, &error);
        if source.text.len() > LARGE {
            diagnostics.syntax(broken.span, broken.message, broken.help, broken.is_header);
            return None;
        }
        text = blanked(&text, &broken.blank);
        let (table, errors) = DeTable::parse_recoverable(&text);
        broken.report(source, table.get_ref(), diagnostics);
        next = first(errors);
    }
    Some(text)
}

/// The first error in the file: the parser does not report them in order.
fn first(errors: Vec<Error>) -> Option<Error> {
    errors.into_iter().min_by_key(|error| error.span().map_or(0, |span| span.start))
}

/// The text with a space for each byte of the range, so that every offset stays.
fn blanked(text: &str, range: &Range<usize>) -> String {
    let mut blanked = text[..range.start].to_owned();
    for byte in text[range.clone()].bytes() {
        blanked.push(if byte == b'\n' { '\n' } else { ' ' });
    }
    blanked + &text[range.end..]
}

/// A place where the text is not TOML.
struct Broken {
    span: Range<usize>,
    message: String,
    help: String,
    /// What belongs to it, so that the rest can be read.
    blank: Range<usize>,
    /// Whether it is the header of a table, which is then lost.
    is_header: bool,
    /// Whether the key in `span` is used a second time.
    is_duplicate: bool,
}

const PAIR: &str = "write each field as key = \"string\", on a line of its own";
const HEADER: &str =
    "write the header of a table as [reply.214], of one in an array as [[reply.214.rule]], alone on its line";

impl Broken {
    fn new(text: &str, error: &Error) -> Self {
        let marked = error.span().unwrap_or_else(|| deepest_line(text));
        let (at, message) = (marked.start.min(text.len()), error.message());
        let scan = Scan::new(text, at);
        let (line, line_end) = (line_start(text, at), line_end(text, at));
        let begins = starts_entry(&text[line..]) || text[at..].trim().is_empty();
        let whole = text[line..line_end].trim();
        let is_header = (whole.starts_with('[') || whole.ends_with(']') && !whole.contains(['=', '"']))
            && scan.open.is_none_or(|open| open >= line);
        let broken = |start: usize, end: usize, message: &str, help: &str| Self {
            span: start..end,
            message: format!("invalid TOML: {message}"),
            help: help.to_owned(),
            blank: if is_header {
                line..end_of_table(text, line)
            } else {
                line_start(text, start)..next_entry(text, line_end.max(end))
            },
            is_header,
            is_duplicate: false,
        };
        let unclosed = |open: usize, width: usize, what: &str, help: &str| Self {
            blank: line_start(text, open)..next_entry(text, open),
            ..broken(open, open + width, what, help)
        };
        let not_closed = "this string is not closed";
        let unclosed_long = |open| unclosed(open, 3, not_closed, "close it with three quotes, as it was opened");
        if let Some(open) = scan.swallowed(text, line) {
            return unclosed_long(open);
        }
        if message == "duplicate key" {
            return Self { span: marked, is_duplicate: true, ..broken(at, at, "", "") };
        }
        if let Some(open) = scan.string {
            let is_long = text[open..].starts_with("\"\"\"") || text[open..].starts_with("'''");
            if is_long && text[at..].trim().is_empty() {
                return unclosed_long(open);
            } else if !is_long && at >= line_end {
                let help = "close the quotes, or use three quotes for a string of several lines";
                return broken(open, at, not_closed, help);
            }
            let (marked, message, help) = if at < line_end && message.starts_with("missing escaped value") {
                let help = "write a backslash as \\\\, or one of \\\" \\n \\t \\r \\b \\f \\e \\x41 \\u0041";
                (at.saturating_sub(1)..at + 1, "unknown escape sequence", help)
            } else {
                let help = "take it out, or write it as an escape such as \\u0007";
                (at..at + 1, "a control character in a string", help)
            };
            return Self { span: marked, ..broken(open, line_end, message, help) };
        }
        if let Some(open) = scan.open.filter(|open| *open < line && begins) {
            let (what, help) = match text.as_bytes()[open] {
                b'[' => ("this array is not closed", "close it with `]`"),
                _ => ("this inline table is not closed", "close it with `}`, and put a comma between its fields"),
            };
            return Self { is_header: false, ..unclosed(open, 1, what, help) };
        }
        let start = scan.open.map_or(line, |open| line_start(text, open));
        let (message, help) = explained(message, is_header, at >= line_end);
        Self { span: marked, ..broken(start, line_end, message, help) }
    }

    /// Notes it. `table` is what the text without it holds: the first use of a key that is used twice is there.
    fn report(self, source: &Source, table: &DeTable<'_>, diagnostics: &mut Diagnostics) {
        let Self { span, mut message, mut help, is_header, is_duplicate, .. } = self;
        if is_duplicate {
            let key = source.text[span.clone()].trim_matches(['"', '\'']);
            let line = source.text[source.line(span.start)].trim_start();
            let is_reply = line
                .strip_prefix("[reply.")
                .is_some_and(|rest| rest.split_once(']').is_some_and(|(code, _)| code == key));
            let subject =
                if is_reply { format!("reply code {}", shorten(key)) } else { format!("the key `{}`", shorten(key)) };
            message = format!("{subject} is listed twice");
            let first = first_use(table, key, span.start)
                .map_or(String::new(), |at| format!(", the first is at {}", source.locate(at)));
            help = format!("keep one of the two{first}");
        }
        diagnostics.syntax(span, message, help, is_header && !is_duplicate);
    }
}

/// The parser's message in words that say what to do.
fn explained(message: &str, is_header: bool, at_line_end: bool) -> (&str, &'static str) {
    let known = [
        ("key with no value", "a key without a value", PAIR),
        (
            "string values must be quoted",
            if at_line_end { "a key without a value" } else { "expected a value" },
            "put strings in double quotes",
        ),
        ("invalid boolean", "expected a value", "put strings in double quotes"),
        ("invalid float", "expected a value", "put strings in double quotes"),
        ("unexpected key or value", "unexpected text after the value", "write one key = value on each line"),
        ("unclosed table", "this header is not closed", HEADER),
        ("unclosed array table", "this header is not closed", HEADER),
        ("missing comma", "expected a comma", "put a comma between two items"),
        ("carriage return", "a carriage return without a line feed", "end lines with a line feed, or with both"),
        ("invalid unquoted key", "a key with a character that needs quotes", "put this key in double quotes"),
        ("cannot recurse", "nested too deeply", "write the value with fewer brackets"),
        ("recursion limit", "nested too deeply", "write a key of fewer parts"),
        ("invalid comment", "a control character in a comment", "take it out"),
    ];
    let other = ("", message, "write an integer as 250, a date as 2008-10-01, and put strings in double quotes");
    let (_, message, help) = known.iter().find(|(begin, ..)| message.starts_with(begin)).unwrap_or(&other);
    (message, if is_header { HEADER } else { help })
}

/// What is open at an offset of a text that is TOML up to there.
#[derive(Default)]
struct Scan {
    /// The outermost bracket.
    open: Option<usize>,
    /// A string around the offset.
    string: Option<usize>,
    /// The last string of several lines that ended before it.
    long: Option<Range<usize>>,
}

impl Scan {
    fn new(text: &str, end: usize) -> Self {
        let bytes = text.as_bytes();
        let (mut scan, mut open, mut at) = (Self::default(), Vec::new(), 0);
        while at < end {
            match bytes[at] {
                b'#' => at = line_end(text, at),
                b'"' | b'\'' => {
                    let Some(close) = string_end(bytes, at).filter(|close| *close <= end) else {
                        scan.string = Some(at);
                        break;
                    };
                    if text[at..close].contains('\n') {
                        scan.long = Some(at..close);
                    }
                    at = close - 1;
                }
                b'[' | b'{' => open.push(at),
                b']' | b'}' => drop(open.pop()),
                _ => {}
            }
            at += 1;
        }
        scan.open = open.first().copied();
        scan
    }

    /// Where a string opens that is not closed, if the quotes that seem to close it rather open the value of the next
    /// field. They do if only `key =` stands before them on their line, and the error is on that line or the next.
    fn swallowed(&self, text: &str, error_line: usize) -> Option<usize> {
        let string = self.long.clone()?;
        let quotes = string.end - 3;
        let line = line_start(text, quotes);
        let key = text[line..quotes].trim().strip_suffix('=')?;
        let follows = error_line <= string.end || text[string.end..error_line].trim().is_empty();
        (is_key(key) && follows).then_some(string.start)
    }
}

/// The offset behind the quotes that close the string at `start`.
fn string_end(bytes: &[u8], start: usize) -> Option<usize> {
    let quote = bytes[start];
    let is_long = bytes[start..].starts_with(&[quote; 3]);
    let mut at = start + if is_long { 3 } else { 1 };
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 2,
            b'\n' if !is_long => return None,
            _ if !is_long && *byte == quote => return Some(at + 1),
            _ if is_long && bytes[at..].starts_with(&[quote; 3]) => {
                // Up to two quotes before the last three belong to the string.
                let mut end = at + 3;
                while end < at + 5 && bytes.get(end) == Some(&quote) {
                    end += 1;
                }
                return Some(end);
            }
            _ => at += 1,
        }
    }
    None
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// The first line behind the one at `at` that begins a field or a table.
fn next_entry(text: &str, at: usize) -> usize {
    next_line(text, at, starts_entry)
}

/// The first table behind the header at `at` that does not lie below it: a table that is there twice was copied with
/// those below it.
fn end_of_table(text: &str, at: usize) -> usize {
    let header = text[at..line_end(text, at)].trim().trim_start_matches('[');
    let name = header.split(']').next().unwrap_or_default();
    next_line(text, at, |line| {
        let header = line.trim_start().trim_start_matches('[');
        starts_header(line) && !header.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
    })
}

fn next_line(text: &str, at: usize, wanted: impl Fn(&str) -> bool) -> usize {
    let mut next = line_end(text, at);
    while next < text.len() {
        next += 1;
        if wanted(&text[next..]) {
            return next;
        }
        next = line_end(text, next);
    }
    text.len()
}

fn starts_entry(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    starts_header(text) || line.split_once('=').is_some_and(|(key, _)| is_key(key))
}

fn starts_header(text: &str) -> bool {
    let name = text.trim_start_matches([' ', '\t']).strip_prefix('[').map(|rest| rest.trim_start_matches('['));
    name.is_some_and(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()))
}

/// Whether it is a key that a catalogue may have.
fn is_key(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '"');
    !text.trim().is_empty() && text.trim().chars().all(is_part)
}

/// The line with the most nesting: the parser does not say where it gives up.
fn deepest_line(text: &str) -> Range<usize> {
    let depth = |line: &str| line.matches(['[', '{', '.']).count();
    let line = text.lines().max_by_key(|line| depth(line)).unwrap_or_default();
    let start = text.find(line).unwrap_or(0);
    start..start + line.len()
}

/// The last use of a key before an offset.
fn first_use(table: &DeTable<'_>, key: &str, before: usize) -> Option<usize> {
    let mut last = None;
    for (name, value) in table {
        if name.get_ref() == key && name.span().start < before {
            last = last.max(Some(name.span().start));
        }
        match value.get_ref() {
            DeValue::Table(table) => last = last.max(first_use(table, key, before)),
            DeValue::Array(items) => {
                for table in items.iter().filter_map(|item| item.get_ref().as_table()) {
                    last = last.max(first_use(table, key, before));
                }
            }
            _ => {}
        }
    }
    last
}
