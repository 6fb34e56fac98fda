//! Objects of JSON: a line of a log in one, what an application logs, and what a sending service reports.

use std::borrow::Cow;

use serde_json::{Map, Value};
use smtp_codes::{Command, EnhancedCode, WireCode, find_codes};

use super::address::is_address;
use super::log::{Line, Log, Tag};
use super::{Case, Outcome, Said, command_at};

/// Keys under which a log's line stands.
const LINE: [&str; 5] = ["MESSAGE", "log", "message", "msg", "line"];
/// Keys of what a server said, the surest first.
const REPLY: [&str; 16] = [
    "response",
    "smtpresponse",
    "diagnosticcode",
    "reply",
    "smtpreply",
    "rawreason",
    "lastresponse",
    "stat",
    "reason",
    "error",
    "details",
    "message",
    "smtpmsg",
    "content",
    "description",
    "text",
];
const RECIPIENT: [&str; 10] =
    ["rcpt", "rcptto", "recipient", "recipients", "rejected", "emailaddress", "email", "to", "address", "envelopeto"];
const OUTCOME: [&str; 7] = ["action", "event", "status", "outcome", "result", "severity", "type"];

/// Reads a line that is an object. Nothing, if it is none or tells nothing.
pub(super) fn line(log: &mut Log, line: &[u8]) -> Option<Vec<Case<'static>>> {
    let Ok(Value::Object(object)) = serde_json::from_slice::<Value>(line) else { return None };
    let inner = LINE.iter().filter(|_| !is_told(&object)).find_map(|key| text_of(object.get(*key)?));
    if let Some(inner) = inner {
        let program = ["SYSLOG_IDENTIFIER", "program", "ident", "appname"]
            .iter()
            .find_map(|key| object.get(*key)?.as_str())
            .unwrap_or_default();
        let tag = Tag::of(&inner).unwrap_or(Tag::new(program.as_bytes(), &inner));
        match tag.read(log) {
            Some(Line::Delivery(case)) => return Some(vec![case.into_owned()]),
            Some(Line::Known | Line::OwnRefusal) => return Some(Vec::new()),
            _ => {}
        }
    }
    let cases = cases(&Value::Object(object));
    (!cases.is_empty()).then_some(cases)
}

/// Whether an object tells of a delivery itself. Then a text in it is a server's, and no line of a log and no object.
fn is_told(object: &Map<String, Value>) -> bool {
    object.keys().map(|key| plain(key)).any(|key| RECIPIENT.contains(&&*key) || key.ends_with("code"))
}

/// A text, or the bytes that journald writes where it is no UTF-8.
fn text_of(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::String(text) => Some(text.trim_end().as_bytes().to_vec()),
        Value::Array(bytes) => bytes.iter().map(|byte| u8::try_from(byte.as_u64()?).ok()).collect(),
        _ => None,
    }
}

/// All that the objects of a value say.
pub(super) fn cases(value: &Value) -> Vec<Case<'static>> {
    let mut cases = Vec::new();
    walk(value, &Case::default(), 0, &mut cases);
    cases
}

fn walk(value: &Value, outer: &Case<'static>, depth: usize, cases: &mut Vec<Case<'static>>) {
    match value {
        _ if depth > 16 => {}
        Value::Array(values) => values.iter().for_each(|value| walk(value, outer, depth + 1, cases)),
        // What one service hands on of another: an object as a string.
        Value::String(text) if text.trim_start().starts_with('{') => {
            if let Ok(value) = serde_json::from_str::<Value>(text) {
                walk(&value, outer, depth + 1, cases);
            }
        }
        Value::Object(object) => {
            let case = case(object, outer);
            let before = cases.len();
            let context = Case { said: None, status: None, own: Cow::default(), ..case.clone() };
            let is_told = is_told(object);
            let inner = object.values().filter(|value| !(is_told && value.is_string()));
            inner.for_each(|value| walk(value, &context, depth + 1, cases));
            if cases.len() == before && (case.said.is_some() || case.status.is_some()) {
                cases.push(case);
            }
        }
        _ => {}
    }
}

/// What an object says by its own fields.
fn case(object: &Map<String, Value>, outer: &Case<'static>) -> Case<'static> {
    let fields: Vec<(String, &Value)> = object.iter().map(|(key, value)| (plain(key), value)).collect();
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
    let text = |name: &str| field(name).and_then(Value::as_str);
    let recipients: Vec<&str> = RECIPIENT
        .iter()
        .find_map(|key| match field(key)? {
            Value::String(text) => Some(vec![text.as_str()]),
            Value::Array(values) => values.iter().map(Value::as_str).collect(),
            _ => None,
        })
        .unwrap_or_default();
    let recipient = match recipients[..] {
        [one] if is_address(one.trim_matches(['<', '>']).as_bytes()) => Some(one.trim_matches(['<', '>'])),
        _ => None,
    };
    let outcome = OUTCOME.iter().filter_map(|key| text(key)).find_map(|word| match word {
        "permanent" | "failed" if field("severity").is_some() || field("action").is_some() => Some(Outcome::Failed),
        "temporary" => Some(Outcome::Deferred),
        word => Outcome::from_word(word.as_bytes()),
    });
    let parts = |value: &Value| {
        let part = |name: &str| u16::try_from(value.get(name)?.as_u64()?).ok();
        EnhancedCode::new(u8::try_from(part("class")?).ok()?, part("subject")?, part("detail")?)
    };
    let in_parts = object.values().find_map(parts);
    let status = in_parts.or_else(|| {
        fields.iter().find_map(|(key, value)| {
            let is_status =
                key.contains("enhanced") || key.contains("status") || key.contains("dsn") || key.contains("ench");
            EnhancedCode::from_bytes(value.as_str().filter(|_| is_status)?.split(' ').next()?.as_bytes()).ok()
        })
    });
    let command = text("command").and_then(|command| Some(command_at(command.as_bytes())?.0));
    let command: Option<Command> = command.or(outer.command);
    Case {
        recipient: recipient.map(|one| Cow::Owned(one.as_bytes().to_vec())).or_else(|| outer.recipient.clone()),
        outcome: outcome.or(outer.outcome),
        said: said(&fields, status),
        command,
        status,
        ..Case::default()
    }
}

/// The reply among the fields: in a text, or its number beside its text.
fn said(fields: &[(String, &Value)], status: Option<EnhancedCode>) -> Option<Said<'static>> {
    let is_named = |key: &str, name: &str| key == name || (name.len() > 5 && key.ends_with(name));
    let texts = REPLY.iter().filter_map(|name| fields.iter().find(|(key, _)| is_named(key, name))?.1.as_str());
    let in_text = || texts.clone().find_map(|text| Some(Said::find(text.as_bytes())?.0.into_owned()));
    let by_number = || {
        let number = fields.iter().find_map(|(key, value)| {
            let is_code = key.ends_with("code") && !key.contains("http") && key != "statuscode";
            let number = value.as_u64().or_else(|| value.as_str()?.parse().ok()).filter(|_| is_code)?;
            WireCode::from_u16(u16::try_from(number).ok()?)
        })?;
        let text = texts.clone().next().unwrap_or_default();
        let whole = match status {
            Some(status) if find_codes(text.as_bytes()).is_none() => format!("{number} {status} {text}"),
            _ => format!("{number} {text}"),
        };
        Some(Said::at_start(whole.as_bytes())?.into_owned())
    };
    in_text().or_else(by_number).or_else(|| {
        let mut others = fields.iter().filter_map(|(_, value)| value.as_str());
        others.find_map(|text| Some(Said::find(text.as_bytes())?.0.into_owned()))
    })
}

/// `diagnosticCode`, `diagnostic_code` and `Diagnostic-Code` are one name.
fn plain(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}
