//! Reading the fields of one table: each asked for by name and type, and what nobody asked for is a fault.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::word::Word;
use crate::fault::Faults;
use crate::nearest::{nearest, suggestion};

/// A table's value with its place.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// The fields of a table, as they are taken out of it.
pub(super) struct Fields<'t, 'f> {
    table: &'t DeTable<'t>,
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
        table: &'t DeTable<'t>,
        span: Range<usize>,
        owner: impl Into<String>,
        faults: &'f mut Faults,
    ) -> Self {
        Self { table, span, owner: owner.into(), asked: Vec::new(), missing: Vec::new(), faults }
    }

    /// The table as the value that `value` is, or a fault.
    pub(super) fn of_value(
        value: &'t Value<'t>,
        owner: impl Into<String>,
        faults: &'f mut Faults,
    ) -> Option<Self> {
        let owner = owner.into();
        if let DeValue::Table(table) = value.get_ref() {
            return Some(Self::new(table, value.span(), owner, faults));
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
        value.get_ref().as_bool().unwrap_or_else(|| {
            wrong_type(self.faults, value, &format!("`{key}`"), "true or false", "write it without quotes");
            false
        })
    }

    /// A list, empty where it is left out.
    pub(super) fn array(&mut self, key: &'static str) -> &'t [Value<'t>] {
        let Some(value) = self.value(key) else { return &[] };
        array(self.faults, value, &format!("`{key}`")).map_or(&[], |list| list)
    }

    /// A list of texts, empty where it is left out.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Text> {
        let mut texts = Vec::new();
        for item in self.array(key) {
            texts.extend(string(self.faults, item, key));
        }
        texts
    }

    /// Tells what is missing and what nobody asked for. A misspelt field is told once, as the misspelling.
    pub(super) fn finish(self) {
        let Self { table, span, owner, asked, mut missing, faults } = self;
        for (key, _) in table {
            let name: &str = key.get_ref();
            if asked.contains(&name) {
                continue;
            }
            if let Some(meant) = nearest(name, &missing) {
                missing.retain(|key| *key != meant);
            }
            faults.add(
                key.span(),
                format!("unknown field `{}` in {owner}", shorten(name)),
                "",
                suggestion(name, &asked),
            );
        }
        for key in missing {
            faults.add_echo(
                span.clone(),
                format!("{owner} has no `{key}`"),
                "",
                format!("add the line {key} = \"...\" below it"),
            );
        }
    }
}

/// The value as a list, or a fault.
pub(super) fn array<'t>(faults: &mut Faults, value: &'t Value<'t>, what: &str) -> Option<&'t DeArray<'t>> {
    let array = value.get_ref().as_array();
    if array.is_none() {
        wrong_type(faults, value, what, "a list", "put it in square brackets");
    }
    array
}

/// The value as a text: not empty, without control characters, its line breaks turned into spaces.
pub(super) fn string(faults: &mut Faults, value: &Value<'_>, key: &str) -> Option<Text> {
    let Some(raw) = value.get_ref().as_str() else {
        wrong_type(faults, value, &format!("`{key}`"), "a text", "put it in double quotes");
        return None;
    };
    let text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        faults.add_echo(
            value.span(),
            format!("`{key}` is empty"),
            "",
            "say it in words, or leave the field out if it may be",
        );
        return None;
    }
    if text.chars().any(char::is_control) {
        faults.add(
            value.span(),
            format!("`{key}` holds a control character"),
            "",
            "take it out: the text is printed on terminals and in documentation",
        );
        return None;
    }
    Some(Text { value: text, span: value.span() })
}

/// The text as one of a few words, or a fault with the nearest.
pub(super) fn word<W: Word>(faults: &mut Faults, key: &str, text: &Text) -> Option<W> {
    let word = W::parse(&text.value);
    if word.is_none() {
        faults.add(
            text.span.clone(),
            format!("unknown {key} `{}`", shorten(&text.value)),
            "",
            suggestion(&text.value, &W::words()),
        );
    }
    word
}

pub(super) fn wrong_type(faults: &mut Faults, value: &Value<'_>, what: &str, wanted: &str, help: &str) {
    let found = match value.get_ref().type_str() {
        "string" => "a text",
        "array" => "a list",
        "integer" => "a number",
        "float" => "a number with a point",
        "boolean" => "true or false",
        "datetime" => "a date",
        _ => "a table",
    };
    faults.add_echo(value.span(), format!("{what} must be {wanted}, not {found}"), "", help);
}

/// A word from the file as a message shows it: hostile ones are long.
pub(super) fn shorten(word: &str) -> String {
    let short: String = word.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).take(40).collect();
    if word.chars().count() > 40 { format!("{short}...") } else { short }
}
