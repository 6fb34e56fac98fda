//! Which commands a code answers: rows for single commands, and rules about several.

use toml::Spanned;
use toml::de::DeValue;

use super::fields::{Fields, Value, known, word, wrong_type};
use super::reference::Reference;
use super::words::{Outcome, Word};
use crate::call::Name;
use crate::diagnostic::Diagnostics;
use crate::source::shorten;

/// A row of a code's table of answers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) command: Name,
    pub(crate) said: Said,
    /// The rule that the row comes from.
    pub(crate) rule: Option<Rule>,
}

/// A rule about several commands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rule {
    /// Its place among the rules of the code.
    pub(crate) number: usize,
    /// When it holds.
    pub(crate) condition: String,
}

/// What a row says, whatever its command.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Said {
    pub(crate) outcome: Outcome,
    /// A meaning of its own, if the code has one at this command.
    pub(crate) meaning: Option<String>,
    pub(crate) references: Vec<Reference>,
}

impl Answer {
    /// Takes the fields `answers` and `rule` of a reply: the rows in the order of the commands, those of a command
    /// itself before those that a rule gives it.
    pub(super) fn list(fields: &mut Fields<'_, '_>, number: u16, commands: &[Name]) -> Vec<Self> {
        let mut rows = own_rows(fields, number, commands);
        for (at, value) in fields.tables("rule", &format!("reply.{number}.rule")).iter().enumerate() {
            rule(fields.diagnostics, value, number, at, commands, &mut rows);
        }
        let mut sorted = Vec::new();
        for command in commands {
            sorted.extend(rows.iter().filter(|row| row.command == *command).cloned());
        }
        sorted
    }
}

/// `answers = { MAIL = "error", RCPT = { outcome = "error", meaning = "..." } }`
fn own_rows(fields: &mut Fields<'_, '_>, number: u16, commands: &[Name]) -> Vec<Answer> {
    let Some(value) = fields.value("answers") else { return Vec::new() };
    let diagnostics = &mut *fields.diagnostics;
    let DeValue::Table(table) = value.get_ref() else {
        wrong_type(diagnostics, value, "`answers`", "a table", "write { HELP = \"success\" }");
        return Vec::new();
    };
    let mut rows = Vec::new();
    for (key, value) in table {
        let word = Spanned::new(key.span(), key.get_ref().to_string());
        let command = known(diagnostics, "command", &word, commands, |name| &name.key);
        let owner = format!("the answer of {number} to `{}`", shorten(key.get_ref()));
        let said = match value.get_ref() {
            DeValue::String(_) => outcome(diagnostics, value, number).map(|outcome| Said {
                outcome,
                meaning: None,
                references: Vec::new(),
            }),
            DeValue::Table(_) => Fields::new(value, owner, diagnostics).and_then(|mut fields| {
                let said = said(&mut fields, number);
                fields.finish();
                said
            }),
            _ => {
                let help = "write \"error\", \"success\" or \"intermediate\"";
                wrong_type(diagnostics, value, &owner, "an outcome or a table", help);
                None
            }
        };
        if let (Some(command), Some(said)) = (command, said) {
            rows.push(Answer { command: command.clone(), said, rule: None });
        }
    }
    rows
}

/// `[[reply.530.rule]]`: an outcome `when` something holds, `to` some commands or to all `except` some. Its rows are
/// put behind those that are there.
fn rule(
    diagnostics: &mut Diagnostics,
    value: &Value<'_>,
    number: u16,
    at: usize,
    commands: &[Name],
    rows: &mut Vec<Answer>,
) {
    let owner = format!("a rule of reply {number}");
    let Some(mut fields) = Fields::new(value, owner.clone(), diagnostics) else { return };
    let said = said(&mut fields, number);
    let condition = fields.string("when");
    let (to, except) = (names(&mut fields, "to", commands), names(&mut fields, "except", commands));
    fields.finish();
    let is_contradictory = to.is_some() && except.is_some();
    if is_contradictory {
        let help = "keep `to` for the commands that the rule reaches, or `except` for the others";
        diagnostics.error(value.span(), format!("{owner} has both `to` and `except`"), help);
    }
    let except = except.unwrap_or_default();
    let reached = to.as_deref().unwrap_or(commands).iter().filter(|command| !except.contains(command));
    let reached: Vec<_> = reached.collect();
    if to.is_none() && reached.is_empty() && !commands.is_empty() {
        diagnostics.error(value.span(), format!("{owner} reaches no command"), "take a command out of `except`");
    }
    let (Some(said), Some(condition), false) = (said, condition, is_contradictory) else { return };
    let is_condition = |rule: &Rule| rule.condition == *condition.get_ref();
    for command in &reached {
        if rows.iter().any(|row| row.command == **command && row.rule.as_ref().is_some_and(is_condition)) {
            let message = format!("two rules of reply {number} have this `when` for `{}`", command.key);
            let help = "make one rule of the two, or give each its own commands or its own `when`";
            diagnostics.error(condition.span(), message, help);
            return;
        }
    }
    let rule = Some(Rule { number: at, condition: condition.into_inner() });
    for command in reached {
        rows.push(Answer { command: command.clone(), said: said.clone(), rule: rule.clone() });
    }
}

/// Takes the fields that rows and rules share.
fn said(fields: &mut Fields<'_, '_>, number: u16) -> Option<Said> {
    // Asked for as a string, so that a missing one is noted.
    let has_outcome = fields.string("outcome").is_some();
    let meaning = fields.optional("meaning").map(Spanned::into_inner);
    let references = Reference::list(fields);
    let value = fields.value("outcome").filter(|_| has_outcome)?;
    let outcome = outcome(fields.diagnostics, value, number)?;
    Some(Said { outcome, meaning, references })
}

/// The outcome, which has to be the one of the code's class.
fn outcome(diagnostics: &mut Diagnostics, value: &Value<'_>, number: u16) -> Option<Outcome> {
    let found: Outcome = word(diagnostics, value, "outcome")?;
    let wanted = match number / 100 {
        2 => Outcome::Success,
        3 => Outcome::Intermediate,
        _ => Outcome::Error,
    };
    if found != wanted {
        let message = format!("the outcome `{}` contradicts the class of {number}", found.word());
        let help =
            format!("write \"{}\": it is the outcome of all codes that start with {}", wanted.word(), number / 100);
        diagnostics.error(value.span(), message, help);
        return None;
    }
    Some(found)
}

/// Takes an array of commands, if it is there.
fn names(fields: &mut Fields<'_, '_>, key: &'static str, commands: &[Name]) -> Option<Vec<Name>> {
    let value = fields.value(key)?;
    let texts = fields.strings(key);
    if value.get_ref().as_array().is_some_and(|items| items.is_empty()) {
        let message = format!("`{key}` lists no command");
        fields.diagnostics.error(value.span(), message, "list some, or leave the field out");
    }
    let mut names = Vec::new();
    for text in &texts {
        let Some(command) = known(fields.diagnostics, "command", text, commands, |name| &name.key) else { continue };
        if names.contains(command) {
            let message = format!("`{}` is listed twice", command.key);
            fields.diagnostics.error(text.span(), message, "take out one of the two");
        } else {
            names.push(command.clone());
        }
    }
    Some(names)
}
