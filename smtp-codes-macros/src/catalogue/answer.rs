//! Which commands a code answers: rows for single commands, and rules about many.

use std::ops::Range;

use super::fields::{Fields, Text, Value, array, item, shorten, string, word, wrong_type};
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
    let mut told = Vec::new();
    for value in fields.tables("rule", &format!("reply.{number}.rule")) {
        rule(fields.faults, value, number, commands, &mut told, &mut rows);
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
    told: &mut Vec<Rule>,
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
    let except = except.unwrap_or_default();
    let mut reached = Vec::new();
    for command in to.as_deref().unwrap_or(commands) {
        if !except.contains(command) {
            reached.push(command.clone());
        }
    }
    if to.is_none() && reached.is_empty() && !commands.is_empty() {
        let (span, message) = (fields.span(), format!("{} reaches no command", fields.owner()));
        fields.faults.add(span, &message, "", "leave a command out of `except`");
    }
    fields.finish();
    let (Some(row), Some(condition)) = (row, condition) else { return };
    if contradictory {
        return;
    }
    if let Some(command) = overlap(told, &condition.value, &reached) {
        let message = format!("two rules of reply {number} say this `when` to `{}`", command.key);
        let help = "make one rule of the two, or give each commands or a `when` of its own";
        faults.add(condition.span, &message, "", help);
        return;
    }
    for command in &reached {
        row.answer(command, Some(&condition.value), rows);
    }
    told.push(Rule { condition: condition.value, commands: reached });
}

/// A rule of the reply that is being read, for those after it.
struct Rule {
    condition: String,
    commands: Vec<CommandName>,
}

/// The first of these commands that a rule with the same condition reaches already.
fn overlap<'a>(told: &[Rule], condition: &str, reached: &'a [CommandName]) -> Option<&'a CommandName> {
    for rule in told {
        if rule.condition != condition {
            continue;
        }
        for command in reached {
            if rule.commands.contains(command) {
                return Some(command);
            }
        }
    }
    None
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
    if list.is_empty() {
        let message = format!("`{key}` names no command");
        fields.faults.add(value.span.clone(), &message, "", "name some, or leave the field out");
    }
    let mut names = Vec::new();
    for value in list {
        let Some(text) = item(fields.faults, value, key) else { continue };
        let Some(command) = command(fields.faults, &text.value, text.span.clone(), commands) else {
            continue;
        };
        if names.contains(&command) {
            let message = format!("`{}` is listed twice", command.key);
            fields.faults.add(text.span, &message, "", "take one of the two out");
        } else {
            names.push(command);
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
