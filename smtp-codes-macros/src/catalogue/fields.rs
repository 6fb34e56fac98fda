//! Reading the fields of one table: each is asked for by name and type, and a field that nobody asked for is an error.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::words::Word;
use crate::diagnostic::Diagnostics;
use crate::source::{is_hidden, shorten};
use crate::suggest::{list, nearest, suggestion};

pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// A key and its value, as they stand in the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'t> {
    pub(super) key: &'t Spanned<std::borrow::Cow<'t, str>>,
    pub(super) value: &'t Value<'t>,
}

impl<'t> Entry<'t> {
    pub(super) fn name(self) -> &'t str {
        self.key.get_ref()
    }
}

/// The entries in the order of the file: `DeTable` has them in alphabetical order.
pub(super) fn in_order<'t>(table: &'t DeTable<'t>) -> Vec<Entry<'t>> {
    let mut entries: Vec<_> = table.iter().map(|(key, value)| Entry { key, value }).collect();
    entries.sort_by_key(|entry| entry.key.span().start);
    entries
}

/// The fields of a table, as they are taken out of it.
pub(super) struct Fields<'t, 'd> {
    table: &'t DeTable<'t>,
    /// The header of the table.
    span: Range<usize>,
    /// What the table is about, for the messages: `reply 214`.
    owner: String,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    /// Whether the key of the table is not one of its kind: then another table was meant, and none of its fields is
    /// missing.
    is_misnamed: bool,
    pub(super) diagnostics: &'d mut Diagnostics,
}

impl<'t, 'd> Fields<'t, 'd> {
    /// The table that the value is, or an error.
    pub(super) fn new(value: &'t Value<'t>, owner: String, diagnostics: &'d mut Diagnostics) -> Option<Self> {
        let DeValue::Table(table) = value.get_ref() else {
            wrong_type(diagnostics, value, &owner, "a table", "write its fields below a header of its own");
            return None;
        };
        Some(Self { span: value.span(), ..Self::of_file(table, owner, diagnostics) })
    }

    /// The tables of a whole file.
    pub(super) fn of_file(table: &'t DeTable<'t>, owner: String, diagnostics: &'d mut Diagnostics) -> Self {
        let (asked, missing) = (Vec::new(), Vec::new());
        Self { table, span: 0..0, owner, asked, missing, is_misnamed: false, diagnostics }
    }

    /// The same for an entry. If its name is wrong, only the fields that are there are looked at.
    pub(super) fn of_entry(
        entry: Entry<'t>,
        owner: String,
        is_named: bool,
        diagnostics: &'d mut Diagnostics,
    ) -> Option<Self> {
        if !is_named && !entry.value.get_ref().is_table() {
            return None;
        }
        let fields = Self::new(entry.value, owner, diagnostics)?;
        Some(Self { is_misnamed: !is_named, ..fields })
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    pub(super) fn owner(&self) -> &str {
        &self.owner
    }

    /// A field as it stands, if it is there.
    pub(super) fn value(&mut self, key: &'static str) -> Option<&'t Value<'t>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// A string that has to be there.
    pub(super) fn string(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.value(key);
        if value.is_none() {
            self.missing.push(key);
        }
        string(self.diagnostics, value?, &format!("`{key}`"))
    }

    /// A string that has to be there, empty if it has an error.
    pub(super) fn text(&mut self, key: &'static str) -> String {
        self.string(key).map(Spanned::into_inner).unwrap_or_default()
    }

    /// A string that may be left out.
    pub(super) fn optional(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        string(self.diagnostics, value, &format!("`{key}`"))
    }

    /// A table that has to be there.
    pub(super) fn table(&mut self, key: &'static str) -> Option<&'t Value<'t>> {
        let value = self.value(key);
        let Some(value) = value else {
            if !self.is_misnamed {
                let message = format!("{} has no `{key}`", self.owner);
                let help = format!("add a table `{key}` below it");
                self.diagnostics.incomplete(self.span.clone(), message, help);
            }
            return None;
        };
        if !value.get_ref().is_table() {
            wrong_type(self.diagnostics, value, &format!("`{key}`"), "a table", "write its fields below a header");
            return None;
        }
        Some(value)
    }

    /// One of a few words, if it is there.
    pub(super) fn word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        let value = self.value(key)?;
        word(self.diagnostics, value, key)
    }

    /// A boolean, false if it is left out.
    pub(super) fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            let help = format!("write {key} = true, without quotes, or take it out");
            wrong_type(self.diagnostics, value, &format!("`{key}`"), "a boolean", &help);
            false
        })
    }

    /// An array of strings, empty if it is left out.
    pub(super) fn strings(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        self.items(key, false)
    }

    /// The same without their places.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        self.strings(key).into_iter().map(Spanned::into_inner).collect()
    }

    /// An array of strings as they are: their line ends count.
    pub(super) fn raw_strings(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        self.items(key, true)
    }

    fn items(&mut self, key: &'static str, is_raw: bool) -> Vec<Spanned<String>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            wrong_type(self.diagnostics, value, &format!("`{key}`"), "an array", "put it in square brackets");
            return Vec::new();
        };
        let what = format!("an item of `{key}`");
        let mut strings = Vec::new();
        for item in items {
            match (string(self.diagnostics, item, &what), item.get_ref().as_str()) {
                (Some(text), Some(raw)) if is_raw => strings.push(Spanned::new(text.span(), raw.to_owned())),
                (Some(text), _) => strings.push(text),
                (None, _) => {}
            }
        }
        strings
    }

    /// An array of tables, empty if it is left out. `header` is the one that each of them has.
    pub(super) fn tables(&mut self, key: &'static str, header: &str) -> &'t [Value<'t>] {
        let Some(value) = self.value(key) else { return &[] };
        let DeValue::Array(items) = value.get_ref() else {
            let help = format!("write the header of each as [[{header}]], in two brackets");
            wrong_type(self.diagnostics, value, &format!("`{key}`"), "an array of tables", &help);
            return &[];
        };
        items
    }

    /// Tells what is missing and what nobody asked for. A misspelt field is told once, as the misspelling.
    pub(super) fn finish(self) {
        let Self { table, span, owner, asked, mut missing, is_misnamed, diagnostics } = self;
        for entry in in_order(table) {
            let name = entry.name();
            if asked.contains(&name) {
                continue;
            }
            let meant = nearest(name, &missing);
            let help = if let Some(at) = missing.iter().position(|key| Some(*key) == meant) {
                format!("did you mean `{}`?", missing.remove(at))
            } else {
                suggestion(name, &asked)
            };
            diagnostics.error(entry.key.span(), format!("unknown field `{}` in {owner}", shorten(name)), help);
        }
        for key in missing.iter().filter(|_| !is_misnamed) {
            let help = format!("add the line {key} = \"...\" below it");
            diagnostics.incomplete(span.clone(), format!("{owner} has no `{key}`"), help);
        }
    }
}

/// The value as a string: not empty, of characters that can be seen, its line breaks turned into spaces.
pub(super) fn string(diagnostics: &mut Diagnostics, value: &Value<'_>, what: &str) -> Option<Spanned<String>> {
    let DeValue::String(raw) = value.get_ref() else {
        wrong_type(diagnostics, value, what, "a string", "put it in double quotes");
        return None;
    };
    let mut text = String::with_capacity(raw.len());
    for line in raw.split('\n') {
        add_words(&mut text, &mut line.split(' '));
    }
    // No-break spaces stay: French has them before a colon and inside its quotation marks.
    let is_break = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let is_bad = |c: &char| c.is_control() || is_hidden(*c);
    let mut bad = None;
    // Nearly all texts are plain, and take no look at each character.
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if !is_plain && text.chars().any(|c| is_break(c) || is_bad(&c)) {
        let unbroken = std::mem::take(&mut text);
        add_words(&mut text, &mut unbroken.split(|c| c == ' ' || is_break(c)));
        bad = text.chars().find(is_bad);
    }
    if text.trim().is_empty() {
        let help = "write some words, or leave it out if it may be";
        diagnostics.incomplete(value.span(), format!("{what} is empty"), help);
        return None;
    }
    let message = match bad {
        None => return Some(Spanned::new(value.span(), text)),
        Some(bad) if bad.is_control() => format!("{what} has a control character"),
        Some(bad) => format!("{what} has U+{:04X}, which cannot be seen", u32::from(bad)),
    };
    diagnostics.error(value.span(), message, "take it out: the string appears in terminals and in documentation");
    None
}

/// Puts words behind a text, with one space between each two.
fn add_words(text: &mut String, words: &mut dyn Iterator<Item = &str>) {
    for word in words.filter(|word| !word.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}

/// The item with this key, or an error with the nearest.
pub(super) fn known<'a, T>(
    diagnostics: &mut Diagnostics,
    what: &str,
    word: &Spanned<String>,
    items: &'a [T],
    key: fn(&T) -> &str,
) -> Option<&'a T> {
    let mut keys = Vec::new();
    for item in items {
        if key(item) == word.get_ref() {
            return Some(item);
        }
        keys.push(key(item));
    }
    let message = format!("unknown {what} `{}`", shorten(word.get_ref()));
    diagnostics.unknown(word.span(), message, suggestion(word.get_ref(), &keys));
    None
}

/// The value as one of a few words, or an error with the nearest.
pub(super) fn word<W: Word>(diagnostics: &mut Diagnostics, value: &Value<'_>, key: &str) -> Option<W> {
    one_of(diagnostics, value, key, W::WORDS).and_then(W::parse)
}

fn one_of<'t>(
    diagnostics: &mut Diagnostics,
    value: &'t Value<'_>,
    key: &str,
    words: &[&'static str],
) -> Option<&'t str> {
    let DeValue::String(text) = value.get_ref() else {
        let help = format!("write {}", list(words, '"', "or"));
        wrong_type(diagnostics, value, &format!("`{key}`"), "a string", &help);
        return None;
    };
    let word = text.trim();
    if words.contains(&word) {
        return Some(word);
    }
    diagnostics.error(value.span(), format!("unknown {key} `{}`", shorten(text)), suggestion(text, words));
    None
}

pub(super) fn wrong_type(diagnostics: &mut Diagnostics, value: &Value<'_>, what: &str, wanted: &str, help: &str) {
    let found = match value.get_ref() {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a datetime",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    };
    diagnostics.incomplete(value.span(), format!("{what} must be {wanted}, not {found}"), help);
}
