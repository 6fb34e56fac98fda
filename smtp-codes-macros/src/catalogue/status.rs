//! `[enhanced."X.1.1"]`: one enhanced status code of the registry.

use std::ops::Range;

use super::fields::{Fields, Text, shorten};
use super::ident::variant;
use super::links::{List, Pair, of_status};
use super::mark::{Marks, mark};
use super::read::Entry;
use super::reference::references;
use super::topic::number;
use super::{Enhanced, Status};
use crate::fault::Faults;
use crate::unknown_code;

/// A status with the places that later checks point at.
pub(super) struct Placed {
    pub(super) status: Status,
    pub(super) variant: Range<usize>,
}

/// Reads one table; `None` if it lacks something without which no variant can be made. `list` takes the reply codes
/// that it is paired with.
pub(super) fn status(
    faults: &mut Faults,
    entry: &Entry<'_>,
    marks: &Marks,
    list: &mut List,
) -> Option<Placed> {
    let key: &str = &entry.key;
    let parts = parts(key);
    if parts.is_none() {
        faults.add_refused(
            entry.key_span.clone(),
            entry.value.span.clone(),
            &format!("`{}` is not a code of the registry", shorten(key)),
            "write X for the class, then subject and detail, such as [enhanced.\"X.1.1\"] (RFC 3463 section 2)",
        );
    }
    list.key = parts.map(|(subject, detail)| of_status(subject, detail));
    let mut fields = Fields::of_value(&entry.value, shorten(key), faults)?;
    let variant = variant(&mut fields);
    let name = fields.text("name");
    let description = fields.text("description");
    let remediation = fields.text("remediation");
    let note = fields.optional_text("note").map(|text| text.value);
    let classes = digits(&mut fields, "classes");
    let before = fields.faults.count();
    let any_reply = digits(&mut fields, "any-reply");
    let pairs = pairs(&mut fields, parts.unwrap_or_default());
    let fine = fields.faults.count() == before;
    if parts.is_some() {
        list.pairs = pairs;
        list.any.clone_from(&any_reply);
    }
    let references = references(&mut fields);
    let policy = parts.is_some_and(|(subject, _)| subject == 7);
    let innocent = if policy { Some("subject 7 is about policy and not about addresses") } else { None };
    let mark = mark(&mut fields, marks, innocent);
    // The list may be there under a misspelt name.
    let before = fields.faults.count();
    fields.finish();
    list.whole = fine && faults.count() == before;
    let ((subject, detail), variant) = (parts?, variant?);
    Some(Placed {
        variant: variant.span,
        status: Status {
            subject,
            detail,
            variant: variant.value,
            name: name?.value,
            description: description?.value,
            remediation: remediation?.value,
            note,
            classes,
            replies: Vec::new(),
            any_reply,
            references,
            mark,
        },
    })
}

/// Subject and detail of `X.1.1`.
fn parts(key: &str) -> Option<(u16, u16)> {
    let (subject, detail) = key.strip_prefix("X.")?.split_once('.')?;
    Some((number(subject)?, number(detail)?))
}

/// Takes a list of classes, ascending.
fn digits(fields: &mut Fields<'_, '_>, key: &'static str) -> Vec<u8> {
    let mut classes: Vec<u8> = Vec::new();
    for text in &fields.texts(key) {
        let class = match text.value.as_str() {
            "2" => 2,
            "4" => 4,
            "5" => 5,
            _ => 0,
        };
        if class == 0 || classes.last().is_some_and(|last| *last >= class) {
            fields.faults.add(
                text.span.clone(),
                &format!("`{}` is out of place in `{key}`", shorten(&text.value)),
                "",
                "name classes of enhanced codes, each once and ascending: \"2\", \"4\", \"5\"",
            );
            continue;
        }
        classes.push(class);
    }
    classes
}

/// Takes the reply codes of `replies`, ascending, each with the enhanced code of its class. Whether they are in
/// the catalogue is checked later.
fn pairs(fields: &mut Fields<'_, '_>, (subject, detail): (u16, u16)) -> Vec<Pair> {
    let mut list: Vec<Pair> = Vec::new();
    for Text { value, span } in &fields.texts("replies") {
        let shown = shorten(value);
        let (message, help) = match unknown_code::number(value) {
            Some(300..=399) => (
                format!("a {shown} reply has no enhanced code"),
                "take it out: replies that begin with 3 carry none (RFC 2034 section 4)",
            ),
            Some(reply @ 200..=599) => {
                if list.last().is_some_and(|last| last.reply >= reply) {
                    (
                        format!("`{shown}` is out of place in `replies`"),
                        "name each reply code once, ascending",
                    )
                } else {
                    let class = u8::try_from(reply / 100).unwrap_or_default();
                    let code = Enhanced { class, subject, detail };
                    list.push(Pair { reply, code, span: span.clone() });
                    continue;
                }
            }
            _ => (format!("`{shown}` is not a reply code"), "write its three digits, 200 to 599, in quotes"),
        };
        fields.faults.add(span.clone(), &message, "", help);
    }
    list
}
