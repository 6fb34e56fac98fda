//! The reader beside the `toml` crate: both accept the same texts, and find the same in them.

use std::fmt::Write as _;

use ::toml::de::{DeTable, DeValue};

use super::error::{EQUALS, NO_VALUE};
use super::{Kind, Table, Value, parse};

/// What a text holds, or `None` if it is no TOML: keys sorted, texts as they are, of other scalars the kind.
fn ours(text: &str) -> Option<String> {
    let (table, errors) = parse(text);
    if !errors.is_empty() {
        return None;
    }
    let mut out = String::new();
    our_table(&table, &mut out);
    Some(out)
}

fn our_table(table: &Table<'_>, out: &mut String) {
    let mut entries: Vec<_> = table.entries.iter().collect();
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    out.push('{');
    for entry in entries {
        write!(out, "{:?} at {:?} = ", entry.key, entry.key_span).unwrap();
        our_value(&entry.value, out);
    }
    out.push('}');
}

fn our_value(value: &Value<'_>, out: &mut String) {
    match &value.kind {
        Kind::Text(text) => write!(out, "{text:?}").unwrap(),
        Kind::Number => out.push_str("number"),
        Kind::Float => out.push_str("float"),
        Kind::Flag(flag) => write!(out, "{flag}").unwrap(),
        Kind::Date => out.push_str("date"),
        Kind::List(list) => {
            out.push('[');
            for item in list {
                our_value(item, out);
            }
            out.push(']');
        }
        Kind::Table(table) => our_table(table, out),
        Kind::Broken => panic!("a broken value without an error"),
    }
    write!(out, " at {:?}, ", value.span).unwrap();
}

fn theirs(text: &str) -> Option<String> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return None;
    }
    let mut out = String::new();
    their_table(table.get_ref(), &mut out);
    Some(out)
}

fn their_table(table: &DeTable<'_>, out: &mut String) {
    out.push('{');
    for (key, value) in table {
        write!(out, "{:?} at {:?} = ", key.get_ref(), key.span()).unwrap();
        their_value(value, out);
    }
    out.push('}');
}

fn their_value(value: &::toml::Spanned<DeValue<'_>>, out: &mut String) {
    match value.get_ref() {
        DeValue::String(text) => write!(out, "{text:?}").unwrap(),
        DeValue::Integer(_) => out.push_str("number"),
        DeValue::Float(_) => out.push_str("float"),
        DeValue::Boolean(flag) => write!(out, "{flag}").unwrap(),
        DeValue::Datetime(_) => out.push_str("date"),
        DeValue::Array(list) => {
            out.push('[');
            for item in list {
                their_value(item, out);
            }
            out.push(']');
        }
        DeValue::Table(table) => their_table(table, out),
    }
    write!(out, " at {:?}, ", value.span()).unwrap();
}

/// Whether both agree on a text.
fn same(text: &str) -> bool {
    let (ours, theirs) = (ours(text), theirs(text));
    if ours.is_none() && theirs.is_some() && refused_on_purpose(text) {
        return true;
    }
    if ours != theirs {
        eprintln!("---\n{text}\n--- {text:?}\nours   {ours:?}\ntheirs {theirs:?}\n");
    }
    ours == theirs
}

/// Whether `toml` is known to accept what the reader refuses on purpose. The reasons:
///
/// - `0x` is a number to `toml`; the grammar wants a digit behind the prefix of a base.
/// - So is a word such as `1_9-05`: digits, an underscore, and then anything.
/// - Line ends may stand around the `=` of a table in braces; the grammar has only blanks there.
/// - A dotted key goes on in the last table of several; no table that has a header is added to by dotted keys.
fn refused_on_purpose(text: &str) -> bool {
    let (_, errors) = parse(text);
    errors.first().is_some_and(|error| {
        let found = text.get(error.span.clone()).unwrap_or_default();
        let number = found.trim_start_matches(['+', '-']);
        let digits = number.trim_start_matches(|c: char| c.is_ascii_digit());
        matches!(number, "0x" | "0o" | "0b")
            || digits.len() < number.len() && digits.starts_with('_') && !number.contains(['.', 'e', 'E'])
            || text.contains('{') && (error.message == EQUALS.0 || error.message == NO_VALUE.0)
            || error.duplicate.is_some() && text.contains("[[")
    })
}

/// Snippets of all that the grammar has, right ones and wrong ones; a line of `~` divides them.
const SNIPPETS: &str = include_str!("snippets.txt");

fn snippets() -> impl Iterator<Item = String> {
    SNIPPETS.split("\n~\n").map(|snippet| {
        // What an editor would not keep is written by name.
        snippet
            .replace("<CR>", "\r")
            .replace("<NUL>", "\0")
            .replace("<DEL>", "\u{7f}")
            .replace("<BOM>", "\u{feff}")
    })
}

fn file(name: &str) -> Option<String> {
    std::fs::read_to_string(format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"))).ok()
}

#[test]
fn snippets_and_catalogues_are_read_alike() {
    let (mut accepted, mut refused, mut different) = (0, 0, 0);
    for snippet in snippets() {
        match ours(&snippet) {
            Some(_) => accepted += 1,
            None => refused += 1,
        }
        different += usize::from(!same(&snippet));
    }
    assert_eq!(different, 0);
    for text in [
        "a = 0x",
        "a = 0o",
        "a = 0b",
        "a = 1_9-05",
        "a = { b\n= 1 }",
        "a = { b =\n1 }",
        "a = { b = # c\n1 }",
        "[[a.b]]\n[a]\nb.c.d = 1",
    ] {
        assert!(ours(text).is_none() && theirs(text).is_some() && refused_on_purpose(text), "{text}");
    }
    assert!(accepted > 100 && refused > 100, "{accepted} accepted, {refused} refused");
    for name in ["smtp-codes/catalogue.toml", "tests/ui/own.toml", "tests/ui/six_faults.toml", "Cargo.lock"] {
        let Some(text) = file(name) else { continue };
        assert!(ours(&text).is_some() && same(&text), "{name}");
        assert!(same(&text.replace('\n', "\r\n")), "{name}");
    }
}

/// Numbers that look random and are the same in every run.
fn random() -> impl FnMut(usize) -> usize {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % below.max(1)
    }
}

/// What edits put in: marks of the grammar, and words that it knows.
const PIECES: [&str; 54] = [
    "\"",
    "\"\"\"",
    "'",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    ",",
    "#",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\\",
    "\\n",
    "\\u00e9",
    "\\\n",
    "\0",
    "\u{7f}",
    "é",
    "\u{202e}",
    "\u{feff}",
    "0",
    "1",
    "_",
    "-",
    "+",
    "e",
    "x",
    "0x1f",
    "true",
    "inf",
    "nan",
    "1.5",
    "1e3",
    "1979-05-27",
    "07:32:00",
    "Z",
    "a",
    "b",
    "a.b",
    "[a]\n",
    "[[a]]\n",
    "[a.b]\n",
    "a = 1\n",
    "b.c = 2\n",
    "a = \"\"\"\n",
    "\nb = '''\n",
];

/// The text with a few pieces put in, taken out or exchanged.
fn edited(text: &str, next: &mut impl FnMut(usize) -> usize) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=next(2) {
        let at = next(chars.len() + 1);
        let end = (at + next(5)).min(chars.len());
        match next(3) {
            0 => drop(chars.drain(at..end)),
            1 => drop(chars.splice(at..at, PIECES[next(PIECES.len())].chars())),
            _ => drop(chars.splice(at..end, PIECES[next(PIECES.len())].chars())),
        }
    }
    chars.into_iter().collect()
}

/// How many random texts are tried.
const ROUNDS: usize = 10_000;

#[test]
fn random_edits_are_read_alike() {
    let mut next = random();
    let snippets: Vec<String> = snippets().collect();
    let (mut accepted, mut refused, mut different) = (0, 0, 0);
    let mut check = |text: &str| {
        if ours(text).is_some() {
            accepted += 1;
        } else {
            refused += 1;
        }
        different += usize::from(!same(text));
    };
    for _ in 0..ROUNDS {
        let mut text = snippets[next(snippets.len())].clone();
        if next(2) == 0 {
            text = text + "\n" + &snippets[next(snippets.len())];
        }
        check(&edited(&text, &mut next));
    }
    if let Some(real) = file("smtp-codes/catalogue.toml") {
        let lines: Vec<&str> = real.split_inclusive('\n').collect();
        for _ in 0..ROUNDS / 10 {
            let start = next(lines.len());
            let end = (start + 40).min(lines.len());
            check(&edited(&lines[start..end].concat(), &mut next));
        }
    }
    assert_eq!(different, 0);
    assert!(accepted > ROUNDS / 20 && refused > ROUNDS / 10, "{accepted} accepted, {refused} refused");
}
