//! `[locale.fr]`: the labels and sentence frames of one language.

use std::ops::Range;

use super::CommandName;
use super::fields::{Fields, Text, shorten, string, wrong_type};
use super::ident::variant;
use super::read::Entry;
use crate::fault::Faults;
use crate::nearest::{list, suggestion};
use crate::toml::Kind;

/// A language, with its labels in the order of [`LABELS`].
#[derive(Debug)]
pub(crate) struct Locale {
    pub(crate) tag: String,
    pub(crate) variant: String,
    pub(crate) labels: Vec<Vec<Piece>>,
    pub(crate) events: Vec<(CommandName, String)>,
}

/// A stretch of a label: words, or something of the first or second code.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    First(Field),
    Second(Field),
}

/// What can stand in a place of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Field {
    Code,
    Name,
    Title,
    Class,
    Act,
    Lead,
    Seen,
    Commands,
}

/// What a label may hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Frame {
    /// Words only.
    Words,
    /// A sentence about one code.
    One,
    /// A sentence about two codes, which names both.
    Two,
}

/// Every label that a locale has to have.
pub(crate) const LABELS: [(&str, Frame); 29] = [
    ("language", Frame::Words),
    ("description", Frame::Words),
    ("seen-when", Frame::Words),
    ("remediation", Frame::Words),
    ("key-differences", Frame::Words),
    ("when-to-use", Frame::Words),
    ("class-2", Frame::Words),
    ("class-3", Frame::Words),
    ("class-4", Frame::Words),
    ("class-5", Frame::Words),
    ("act-2", Frame::Words),
    ("act-3", Frame::Words),
    ("act-4", Frame::Words),
    ("act-5", Frame::Words),
    ("any-command", Frame::Words),
    ("and-any-command", Frame::Words),
    ("title", Frame::Two),
    ("title-same", Frame::One),
    ("summary-same-class", Frame::Two),
    ("summary-different-class", Frame::Two),
    ("summary-same-code", Frame::One),
    ("difference-class", Frame::Two),
    ("difference-meaning", Frame::Two),
    ("difference-seen", Frame::Two),
    ("use-answers", Frame::One),
    ("use-unregistered", Frame::One),
    ("use-closes", Frame::One),
    ("act-same", Frame::Two),
    ("act-different", Frame::Two),
];

/// The places of a frame: what follows `first-` and `second-`, and stands alone where one code is meant.
const FIELDS: [(&str, Field); 8] = [
    ("code", Field::Code),
    ("name", Field::Name),
    ("title", Field::Title),
    ("class", Field::Class),
    ("act", Field::Act),
    ("lead", Field::Lead),
    ("seen", Field::Seen),
    ("commands", Field::Commands),
];

/// A locale with the place of its variant, which later checks point at.
pub(super) struct Placed {
    pub(super) locale: Locale,
    pub(super) variant: Range<usize>,
}

/// Reads one table. `events` are the commands that have no word of the protocol; those without a variant have a
/// fault of their own.
pub(super) fn locale(faults: &mut Faults, entry: &Entry<'_>, events: &[CommandName]) -> Option<Placed> {
    let tag: &str = &entry.key;
    if tag.is_empty() || !tag.bytes().all(|byte| byte.is_ascii_lowercase()) {
        faults.add_refused(
            entry.key_span.clone(),
            entry.value.span.clone(),
            &format!("`{}` is not a language", shorten(tag)),
            "write its code of ISO 639 in small letters, such as [locale.fr]",
        );
    }
    let mut fields = Fields::of_value(&entry.value, format!("locale {}", shorten(tag)), faults)?;
    let variant = variant(&mut fields);
    let mut labels = Vec::new();
    for (key, frame) in &LABELS {
        let Some(text) = fields.text(key) else { continue };
        if let Some(pieces) = pieces(fields.faults, &text, key, *frame) {
            labels.push(pieces);
        }
    }
    let events = event_names(&mut fields, events);
    fields.finish();
    let variant = variant?;
    if labels.len() < LABELS.len() {
        return None;
    }
    Some(Placed {
        variant: variant.span,
        locale: Locale { tag: tag.to_owned(), variant: variant.value, labels, events },
    })
}

/// Takes the field `events`: what the language calls the events that have no word of the protocol.
fn event_names(fields: &mut Fields<'_, '_>, events: &[CommandName]) -> Vec<(CommandName, String)> {
    let Some(value) = fields.value("events") else {
        if events.iter().any(|event| !event.variant.is_empty()) {
            let (span, message) = (fields.span(), format!("{} has no `events`", fields.owner()));
            let help = "add a table of them below it, such as [locale.fr.events], with a name for each event";
            fields.faults.add_echo(span, &message, "", help);
        }
        return Vec::new();
    };
    let faults = &mut *fields.faults;
    let Kind::Table(table) = &value.kind else {
        wrong_type(faults, value, "`events`", "a table", "write { CONNECT = \"the greeting\" }");
        return Vec::new();
    };
    let mut keys = Vec::new();
    for event in events {
        keys.push(event.key.as_str());
    }
    for entry in &table.entries {
        let name: &str = &entry.key;
        if !keys.contains(&name) {
            let message = format!("unknown event `{}`", shorten(name));
            faults.add(entry.key_span.clone(), &message, "", &suggestion(name, &keys));
        }
    }
    let mut names = Vec::new();
    for event in events {
        if event.variant.is_empty() {
            continue;
        }
        let Some(value) = table.get(event.key.as_str()) else {
            let message = format!("this locale has no name for the event `{}`", event.key);
            faults.add_echo(value.span.clone(), &message, "", &format!("add {} = \"...\" to it", event.key));
            continue;
        };
        if let Some(text) = string(faults, value, &event.key) {
            names.push((event.clone(), text.value));
        }
    }
    names
}

/// A label's text, cut at its places.
fn pieces(faults: &mut Faults, text: &Text, key: &str, frame: Frame) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text.value.as_str();
    let mut fine = true;
    while let Some(open) = rest.bytes().position(|byte| matches!(byte, b'{' | b'}')) {
        let close = rest[open..].find('}').unwrap_or_default();
        // It is at the place itself where a closing brace comes first.
        if close == 0 {
            let message = format!("a brace without its other half in `{key}`");
            faults.add(text.span.clone(), &message, "", "write a place as {first-name}");
            return None;
        }
        if open > 0 {
            pieces.push(Piece::Text(rest[..open].to_owned()));
        }
        let name = &rest[open + 1..open + close];
        if let Some(piece) = place(name, frame) {
            pieces.push(piece);
        } else {
            fine = false;
            let message = format!("unknown place `{{{}}}` in `{key}`", shorten(name));
            faults.add(text.span.clone(), &message, "", &known_places(frame));
        }
        rest = &rest[open + close + 1..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    if frame == Frame::Two && fine && key != "act-same" {
        let (mut first, mut second) = (false, false);
        for piece in &pieces {
            first = first || matches!(piece, Piece::First(_));
            second = second || matches!(piece, Piece::Second(_));
        }
        for (side, found) in &[("first", first), ("second", second)] {
            if !found {
                fine = false;
                let message = format!("`{key}` does not name the {side} code");
                faults.add(text.span.clone(), &message, "", &format!("put {{{side}-code}} where it belongs"));
            }
        }
    }
    if fine { Some(pieces) } else { None }
}

fn place(name: &str, frame: Frame) -> Option<Piece> {
    match frame {
        Frame::Words => None,
        Frame::One => Some(Piece::First(field(name)?)),
        Frame::Two => match name.split_once('-')? {
            ("first", name) => Some(Piece::First(field(name)?)),
            ("second", name) => Some(Piece::Second(field(name)?)),
            _ => None,
        },
    }
}

fn field(name: &str) -> Option<Field> {
    for (known, field) in &FIELDS {
        if *known == name {
            return Some(*field);
        }
    }
    None
}

fn known_places(frame: Frame) -> String {
    let mut names = Vec::new();
    for (name, _) in &FIELDS {
        names.push(*name);
    }
    let names = list(&names);
    match frame {
        Frame::Words => "this label is words only: write them without braces".to_owned(),
        Frame::One => format!("known are {names}, each in braces"),
        Frame::Two => format!("known are {names}, each in braces after `first-` or `second-`"),
    }
}

impl Frame {
    pub(crate) fn is_words(self) -> bool {
        self == Self::Words
    }
}
