//! `[reply.421]` in the file of a language: the texts of one reply code, in the place of the catalogue's.

use toml::Spanned;
use toml::de::DeValue;

use super::advice::steps_of;
use super::fields::{Fields, Value, in_order, string, wrong_type};
use super::reply::Reply;
use super::words::{Party, Word};
use crate::code;
use crate::source::shorten;
use crate::suggest::{list, suggestion};

/// The texts of a reply code in one language. Empty where the file has an error.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) seen_when: String,
    pub(crate) verdict: String,
    pub(crate) steps: Vec<(Party, String)>,
    /// The meanings of the answers that have one, by command.
    pub(crate) answers: Vec<(String, String)>,
    /// The conditions of the rules, and their meanings if they have one.
    pub(crate) rules: Vec<(String, Option<String>)>,
}

impl Texts {
    /// Takes the table `reply`: the texts of every code, in the order of the catalogue's.
    pub(super) fn list(fields: &mut Fields<'_, '_>, replies: &[Reply]) -> Vec<Self> {
        let Some(value) = fields.table("reply") else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else { return Vec::new() };
        let diagnostics = &mut *fields.diagnostics;
        for (key, _) in table {
            let number = code::number(key.get_ref());
            if replies.iter().all(|reply| number != Some(reply.number)) {
                let message = format!("the catalogue has no reply code {}", shorten(key.get_ref()));
                diagnostics.unknown(key.span(), message, "take out its texts, or correct the number");
            }
        }
        let mut texts = Vec::new();
        for reply in replies {
            let key = reply.number.to_string();
            let Some(value) = table.get(key.as_str()) else {
                let help = format!("add a table [reply.{key}]: all texts of {key} are missing");
                diagnostics.unknown(value.span(), format!("this file has no reply code {key}"), help);
                texts.push(Self::default());
                continue;
            };
            let fields = Fields::new(value, format!("reply {key}"), diagnostics);
            texts.push(fields.map(|fields| Self::take(fields, reply)).unwrap_or_default());
        }
        texts
    }

    fn take(mut fields: Fields<'_, '_>, reply: &Reply) -> Self {
        let (name, description) = (fields.text("name"), fields.text("description"));
        let (seen_when, verdict) = (fields.text("seen-when"), fields.text("remediation"));
        let (steps, answers) = (steps(&mut fields, reply), answers(&mut fields, reply));
        let rules = rules(&mut fields, reply);
        fields.finish();
        Self { name, description, seen_when, verdict, steps, answers, rules }
    }

    /// The verdict, and a line for each step with its label.
    pub(crate) fn remediation(&self, parties: &[String], colon: &str) -> String {
        let mut text = self.verdict.clone();
        for (party, step) in &self.steps {
            let label = parties.get(*party as usize).map_or("", String::as_str);
            text += &format!("\n{label}{colon} {step}");
        }
        text
    }
}

/// Steps for the parties of the catalogue's entry, and for no others.
fn steps(fields: &mut Fields<'_, '_>, reply: &Reply) -> Vec<(Party, String)> {
    let (owner, span) = (fields.owner().to_owned(), fields.span());
    let value = fields.value("steps");
    let steps = value.map(|value| steps_of(fields.diagnostics, value)).unwrap_or_default();
    if !reply.is_whole {
        // An error in the catalogue is none of this file.
        return steps;
    }
    let words = |steps: &[(Party, String)]| steps.iter().map(|(party, _)| party.word()).collect::<Vec<_>>();
    let (mut missing, mut extra) = (words(&reply.advice.steps), words(&steps));
    extra.retain(|party| !missing.contains(party));
    missing.retain(|party| !has_key(value, party));
    let at = value.map_or(span, Spanned::span);
    if !missing.is_empty() {
        let message = format!("{owner} has no step for {}", list(&missing, '`', "and"));
        fields.diagnostics.incomplete(at.clone(), message, "add one for each party that the catalogue's entry has");
    }
    if !extra.is_empty() {
        let extra = list(&extra, '`', "and");
        let message = format!("{owner} has a step for {extra}, which the catalogue's entry does not have");
        fields.diagnostics.error(at, message, "take it out, or add the step to the catalogue");
    }
    steps
}

fn has_key(value: Option<&Value<'_>>, key: &str) -> bool {
    value.and_then(|value| value.get_ref().as_table()).is_some_and(|table| table.get(key).is_some())
}

/// The meanings of the answers that have one.
fn answers(fields: &mut Fields<'_, '_>, reply: &Reply) -> Vec<(String, String)> {
    let mut wanted = Vec::new();
    for answer in &reply.answers {
        if answer.rule.is_none() && answer.said.meaning.is_some() {
            wanted.push(answer.command.key.as_str());
        }
    }
    let (owner, span) = (fields.owner().to_owned(), fields.span());
    let value = fields.value("answers");
    let diagnostics = &mut *fields.diagnostics;
    let mut answers = Vec::new();
    if let Some(value) = value {
        let DeValue::Table(table) = value.get_ref() else {
            wrong_type(diagnostics, value, "`answers`", "a table", "write { HELP = \"...\" }");
            return answers;
        };
        for entry in in_order(table) {
            if reply.is_whole && !wanted.contains(&entry.name()) {
                let message =
                    format!("{owner} has a meaning for `{}`, which the catalogue does not have", shorten(entry.name()));
                diagnostics.error(entry.key.span(), message, suggestion(entry.name(), &wanted));
                continue;
            }
            let meaning = string(diagnostics, entry.value, &format!("the meaning for `{}`", shorten(entry.name())));
            answers.extend(meaning.map(|meaning| (entry.name().to_owned(), meaning.into_inner())));
        }
    }
    wanted.retain(|key| !has_key(value, key));
    if reply.is_whole && !wanted.is_empty() {
        let message = format!("{owner} has no meaning for {}", list(&wanted, '`', "and"));
        let help = format!("add it to the table [reply.{}.answers]", reply.number);
        diagnostics.incomplete(value.map_or(span, Spanned::span), message, help);
    }
    answers
}

/// The rules, in the order of the catalogue's entry.
fn rules(fields: &mut Fields<'_, '_>, reply: &Reply) -> Vec<(String, Option<String>)> {
    let number = reply.number;
    let wanted =
        |at: usize| reply.answers.iter().find(|answer| answer.rule.as_ref().is_some_and(|rule| rule.number == at));
    let count = (0..reply.answers.len()).filter(|at| wanted(*at).is_some()).count();
    let (owner, span) = (fields.owner().to_owned(), fields.span());
    let rows = fields.tables("rule", &format!("reply.{number}.rule"));
    if reply.is_whole && rows.len() != count {
        let message = format!("{owner} has {} rules, but {count} in the catalogue", rows.len());
        let help = "write one for each rule of the catalogue, in the same order";
        fields.diagnostics.incomplete(rows.first().map_or(span, Spanned::span), message, help);
    }
    let mut rules = Vec::new();
    for (at, value) in rows.iter().enumerate() {
        let Some(mut row) = Fields::new(value, format!("a rule of reply {number}"), fields.diagnostics) else {
            continue;
        };
        let condition = row.text("when");
        let has_meaning = wanted(at).is_none_or(|answer| answer.said.meaning.is_some());
        let meaning = if has_meaning && reply.is_whole {
            Some(row.text("meaning"))
        } else {
            row.optional("meaning").map(Spanned::into_inner)
        };
        row.finish();
        rules.push((condition, meaning));
    }
    rules
}
