//! Reading the fields of one table: each asked for by name and type, and what nobody asked for is a fault.

use std::ops::Range;

use super::word::Word;
use crate::fault::Faults;
use crate::nearest::{nearest, suggestion};
use crate::text::is_hidden;
use crate::toml::{Kind, Table};

pub(super) use crate::toml::Value;

/// The fields of a table, as they are taken out of it.
pub(super) struct Fields<'t, 'f> {
    table: &'t Table<'t>,
    /// The table's header.
    span: Range<usize>,
    /// What the table is about, for the messages: `reply 214`.
    owner: String,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    pub(super) faults: &'f mut Faults,
}

/// A text of the catalogue with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Text {
    pub(super) value: String,
    pub(super) span: Range<usize>,
}

impl<'t, 'f> Fields<'t, 'f> {
    pub(super) fn new(
        table: &'t Table<'t>,
        span: Range<usize>,
        owner: String,
        faults: &'f mut Faults,
    ) -> Self {
        Self { table, span, owner, asked: Vec::new(), missing: Vec::new(), faults }
    }

    /// The table as the value that `value` is, or a fault.
    pub(super) fn of_value(value: &'t Value<'t>, owner: String, faults: &'f mut Faults) -> Option<Self> {
        if let Kind::Table(table) = &value.kind {
            return Some(Self::new(table, value.span.clone(), owner, faults));
        }
        wrong_type(faults, value, &owner, "a table", "give it fields of its own");
        None
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

    /// Notes that a field has to be there and is not.
    fn miss(&mut self, key: &'static str) {
        self.missing.push(key);
    }

    /// A text that has to be there.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Text> {
        let value = self.value(key);
        if value.is_none() {
            self.miss(key);
        }
        string(self.faults, value?, key)
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<Text> {
        let value = self.value(key)?;
        string(self.faults, value, key)
    }

    /// One of a few words, if it is there.
    pub(super) fn word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        let text = self.optional_text(key)?;
        word(self.faults, key, &text)
    }

    /// A yes or no, no where it is left out.
    pub(super) fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else { return false };
        if let Kind::Flag(flag) = value.kind {
            return flag;
        }
        wrong_type(self.faults, value, &format!("`{key}`"), "true or false", "write it without quotes");
        false
    }

    /// A list, empty where it is left out.
    pub(super) fn array(&mut self, key: &'static str) -> &'t [Value<'t>] {
        let Some(value) = self.value(key) else { return &[] };
        array(self.faults, value, &format!("`{key}`")).unwrap_or_default()
    }

    /// A list of texts, empty where it is left out.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Text> {
        let mut texts = Vec::new();
        for value in self.array(key) {
            if let Some(text) = item(self.faults, value, key) {
                texts.push(text);
            }
        }
        texts
    }

    /// A list of tables, empty where it is left out. `header` is the one that each of them has.
    pub(super) fn tables(&mut self, key: &'static str, header: &str) -> &'t [Value<'t>] {
        let Some(value) = self.value(key) else { return &[] };
        if let Kind::List(list) = &value.kind {
            return list;
        }
        let help = format!("write the header of each as [[{header}]], in two brackets");
        wrong_type(self.faults, value, &format!("`{key}`"), "a list of tables", &help);
        &[]
    }

    /// Tells what is missing and what nobody asked for. A misspelt field is told once, as the misspelling.
    pub(super) fn finish(self) {
        let Self { table, span, owner, asked, mut missing, faults } = self;
        for entry in &table.entries {
            let name: &str = &entry.key;
            if asked.contains(&name) {
                continue;
            }
            if let Some(meant) = nearest(name, &missing) {
                if let Some(at) = missing.iter().position(|key| *key == meant) {
                    missing.remove(at);
                }
            }
            faults.add(
                entry.key_span.clone(),
                &format!("unknown field `{}` in {owner}", shorten(name)),
                "",
                &suggestion(name, &asked),
            );
        }
        for key in &missing {
            faults.add_echo(
                span.clone(),
                &format!("{owner} has no `{key}`"),
                "",
                &format!("add the line {key} = \"...\" below it"),
            );
        }
    }
}

/// The value as a list, or a fault.
pub(super) fn array<'t>(faults: &mut Faults, value: &'t Value<'t>, what: &str) -> Option<&'t [Value<'t>]> {
    if let Kind::List(list) = &value.kind {
        return Some(list);
    }
    wrong_type(faults, value, what, "a list", "put it in square brackets");
    None
}

/// The value as a text: not empty, of characters that can be seen, its line breaks turned into spaces.
pub(super) fn string(faults: &mut Faults, value: &Value<'_>, key: &str) -> Option<Text> {
    text(faults, value, "", key)
}

/// The same for an item of a list.
pub(super) fn item(faults: &mut Faults, value: &Value<'_>, key: &str) -> Option<Text> {
    text(faults, value, "an item of ", key)
}

fn text(faults: &mut Faults, value: &Value<'_>, of: &str, key: &str) -> Option<Text> {
    let span = value.span.clone();
    let Kind::Text(raw) = &value.kind else {
        wrong_type(faults, value, &format!("{of}`{key}`"), "a text", "put it in double quotes");
        return None;
    };
    let mut text = String::new();
    let (mut blank, mut control, mut hidden) = (false, false, None);
    for character in raw.chars() {
        // Spaces that hold a line together stay: French has them before a colon and inside its quotes.
        if character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}') {
            blank = true;
            continue;
        }
        if blank && !text.is_empty() {
            text.push(' ');
        }
        text.push(character);
        blank = false;
        control = control || character.is_control();
        if is_hidden(character) {
            hidden = Some(character);
        }
    }
    if text.trim().is_empty() {
        let help = "say it in words, or leave the field out if it may be";
        faults.add_echo(span, &format!("{of}`{key}` is empty"), "", help);
        return None;
    }
    let help = "take it out: the text is printed on terminals and in documentation";
    if control {
        faults.add(span, &format!("{of}`{key}` holds a control character"), "", help);
        return None;
    }
    if let Some(hidden) = hidden {
        let number = u32::from(hidden);
        let message = format!("{of}`{key}` holds U+{number:04X}, which cannot be seen");
        faults.add(span, &message, "", help);
        return None;
    }
    Some(Text { value: text, span })
}

/// The text as one of a few words, or a fault with the nearest.
pub(super) fn word<W: Word>(faults: &mut Faults, key: &str, text: &Text) -> Option<W> {
    let word = W::parse(&text.value);
    if word.is_none() {
        faults.add(
            text.span.clone(),
            &format!("unknown {key} `{}`", shorten(&text.value)),
            "",
            &suggestion(&text.value, &W::words()),
        );
    }
    word
}

pub(super) fn wrong_type(faults: &mut Faults, value: &Value<'_>, what: &str, wanted: &str, help: &str) {
    let found = match &value.kind {
        Kind::Text(_) => "a text",
        Kind::Number => "a number",
        Kind::Float => "a number with a point",
        Kind::Flag(_) => "true or false",
        Kind::Date => "a date",
        Kind::List(_) => "a list",
        Kind::Table(_) => "a table",
        // It was told already.
        Kind::Broken => return,
    };
    faults.add_echo(value.span.clone(), &format!("{what} must be {wanted}, not {found}"), "", help);
}

/// A word from the file as a message shows it: hostile ones are long.
pub(super) fn shorten(word: &str) -> String {
    let mut short = String::new();
    for (at, character) in word.chars().enumerate() {
        if at == 40 {
            short.push_str("...");
            break;
        }
        short.push(if character.is_control() { '\u{fffd}' } else { character });
    }
    short
}
