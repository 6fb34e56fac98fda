//! Which commands a code answers: rows for single commands, and rules about many.

use std::ops::Range;

use super::fields::{Fields, Text, Value, array, shorten, string, word, wrong_type};
use super::reference::references;
use super::{Answer, CommandName, Outcome};
use crate::fault::Faults;
use crate::nearest::suggestion;
use crate::order::by_key;
use crate::toml::Kind;

/// Takes the fields `answers` and `rule` of a reply: the rows in the order of the commands, those of a
/// command itself before those that a rule gives it.
pub(super) fn answers(fields: &mut Fields<'_, '_>, number: u16, commands: &[CommandName]) -> Vec<Answer> {
    let mut rows = own_rows(fields, number, commands);
    for value in fields.array("rule") {
        rule(fields.faults, value, number, commands, &mut rows);
    }
    by_key(&mut rows, |answer| {
        let place = commands.iter().position(|command| *command == answer.command).unwrap_or_default();
        2 * place + usize::from(answer.condition.is_some())
    });
    rows
}

/// `answers = { MAIL = "error", RCPT = { outcome = "error", meaning = "..." } }`
fn own_rows(fields: &mut Fields<'_, '_>, number: u16, commands: &[CommandName]) -> Vec<Answer> {
    let Some(value) = fields.value("answers") else { return Vec::new() };
    let faults = &mut *fields.faults;
    let Kind::Table(table) = &value.kind else {
        wrong_type(faults, value, "`answers`", "a table", "write { HELP = \"success\" }");
        return Vec::new();
    };
    let mut rows = Vec::new();
    for entry in &table.entries {
        let (key, value) = (&*entry.key, &entry.value);
        let command = command(faults, key, entry.key_span.clone(), commands);
        let owner = format!("the answer of {number} to `{}`", shorten(key));
        let row = match &value.kind {
            Kind::Text(_) => Row::of_text(faults, value, number),
            Kind::Table(_) => Row::of_table(faults, value, owner, number),
            _ => {
                wrong_type(
                    faults,
                    value,
                    &owner,
                    "an outcome or a table",
                    "write \"error\", \"success\" or \"intermediate\"",
                );
                None
            }
        };
        if let (Some(command), Some(row)) = (command, row) {
            row.answer(&command, None, &mut rows);
        }
    }
    rows
}

/// `[[reply.530.rule]]`: an outcome `when` something holds, `to` some commands or to all `except` some.
fn rule(
    faults: &mut Faults,
    value: &Value<'_>,
    number: u16,
    commands: &[CommandName],
    rows: &mut Vec<Answer>,
) {
    let owner = format!("a rule of reply {number}");
    let Some(mut fields) = Fields::of_value(value, owner, faults) else { return };
    let row = Row::take(&mut fields, number);
    let condition = fields.text("when");
    let to = list_of_commands(&mut fields, "to", commands);
    let except = list_of_commands(&mut fields, "except", commands);
    let contradictory = to.is_some() && except.is_some();
    if contradictory {
        let (span, message) = (fields.span(), format!("{} has both `to` and `except`", fields.owner()));
        let help = "name the commands that it is about, or those that it is not about";
        fields.faults.add(span, &message, "", help);
    }
    fields.finish();
    let (Some(row), Some(condition)) = (row, condition) else { return };
    if contradictory {
        return;
    }
    let except = except.unwrap_or_default();
    for command in to.as_deref().unwrap_or(commands) {
        if !except.contains(command) {
            row.answer(command, Some(&condition.value), rows);
        }
    }
}

/// What the rows of both kinds say.
struct Row {
    outcome: Outcome,
    meaning: Option<String>,
    references: Vec<super::Reference>,
}

impl Row {
    fn take(fields: &mut Fields<'_, '_>, number: u16) -> Option<Self> {
        let text = fields.text("outcome");
        let meaning = fields.optional_text("meaning").map(|text| text.value);
        let references = references(fields);
        let outcome = outcome(fields.faults, &text?, number)?;
        Some(Self { outcome, meaning, references })
    }

    fn of_text(faults: &mut Faults, value: &Value<'_>, number: u16) -> Option<Self> {
        let text = string(faults, value, "outcome")?;
        let outcome = outcome(faults, &text, number)?;
        Some(Self { outcome, meaning: None, references: Vec::new() })
    }

    fn of_table(faults: &mut Faults, value: &Value<'_>, owner: String, number: u16) -> Option<Self> {
        let mut fields = Fields::of_value(value, owner, faults)?;
        let row = Self::take(&mut fields, number);
        fields.finish();
        row
    }

    /// The row of one command, unless the command could not be read: then there is nothing to refer to.
    fn answer(&self, command: &CommandName, condition: Option<&String>, rows: &mut Vec<Answer>) {
        if !command.variant.is_empty() {
            rows.push(Answer {
                command: command.clone(),
                outcome: self.outcome,
                meaning: self.meaning.clone(),
                condition: condition.cloned(),
                references: self.references.clone(),
            });
        }
    }
}

/// The outcome, which has to be the one of the code's class.
fn outcome(faults: &mut Faults, text: &Text, number: u16) -> Option<Outcome> {
    let found: Outcome = word(faults, "outcome", text)?;
    let (wanted, name) = match number / 100 {
        2 => (Outcome::Success, "success"),
        3 => (Outcome::Intermediate, "intermediate"),
        _ => (Outcome::Error, "error"),
    };
    if found != wanted {
        faults.add(
            text.span.clone(),
            &format!("the outcome `{}` contradicts the class of {number}", text.value),
            "",
            &format!("a code that begins with {} is an outcome of `{name}`", number / 100),
        );
        return None;
    }
    Some(found)
}

fn list_of_commands(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    commands: &[CommandName],
) -> Option<Vec<CommandName>> {
    let value = fields.value(key)?;
    let list = array(fields.faults, value, &format!("`{key}`"))?;
    let mut names = Vec::new();
    for item in list {
        if let Some(text) = string(fields.faults, item, key) {
            if let Some(command) = command(fields.faults, &text.value, text.span, commands) {
                names.push(command);
            }
        }
    }
    Some(names)
}

fn command(
    faults: &mut Faults,
    key: &str,
    span: Range<usize>,
    commands: &[CommandName],
) -> Option<CommandName> {
    let mut known = Vec::new();
    for command in commands {
        if command.key == key {
            return Some(command.clone());
        }
        known.push(command.key.as_str());
    }
    faults.add(span, &format!("unknown command `{}`", shorten(key)), "", &suggestion(key, &known));
    None
}
