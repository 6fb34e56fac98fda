//! `[provider.gmail]`: a provider, and `[[provider.gmail.meaning]]`: what it means by a code.

use std::ops::Range;

use super::fields::{Fields, Text, Value, shorten};
use super::mark::{Marks, known};
use super::topic::{Kind, number, topic};
use super::{Enhanced, Meaning, Provider};
use crate::fault::Faults;
use crate::order::by_key;

/// A provider with the place of its variant, which later checks point at.
pub(super) struct Placed {
    pub(super) provider: Provider,
    pub(super) variant: Range<usize>,
}

/// Reads one table; `None` if it lacks something without which no variant can be made.
pub(super) fn provider(faults: &mut Faults, key: &str, value: &Value<'_>, marks: &Marks) -> Option<Placed> {
    let mut fields = Fields::of_value(value, format!("provider {}", shorten(key)), faults)?;
    let found = topic(&mut fields, Kind::Provider, key, marks);
    let mut signs = Vec::new();
    for text in fields.texts("signs") {
        signs.push(text.value);
    }
    let mut meanings: Vec<Meaning> = Vec::new();
    for value in fields.tables("meaning", &format!("provider.{}.meaning", shorten(key))) {
        let owner = format!("a meaning of provider {}", shorten(key));
        let Some(mut fields) = Fields::of_value(value, owner, fields.faults) else { continue };
        let meaning = meaning(&mut fields, marks);
        let (span, owner) = (fields.span(), fields.owner().to_owned());
        if let Some(meaning) = meaning {
            if meanings.iter().any(|known| known.codes == meaning.codes) {
                let message = format!("{owner} is about the same code as an earlier one");
                let help = "tell all that the provider means by a code in one row";
                fields.faults.add(span, &message, "", help);
            }
            meanings.push(meaning);
        }
        fields.finish();
    }
    fields.finish();
    let (topic, variant) = found?;
    // The narrowest range that holds a code is the one that counts.
    by_key(&mut meanings, |meaning| usize::try_from(meaning.codes.1 - meaning.codes.0).unwrap_or_default());
    Some(Placed { variant: variant.span, provider: Provider { topic, signs, meanings } })
}

fn meaning(fields: &mut Fields<'_, '_>, marks: &Marks) -> Option<Meaning> {
    let codes = codes(fields);
    let reason = fields.optional_text("reason");
    let reason = reason.and_then(|text| known(fields.faults, "reason", &text, &marks.reasons));
    let meaning = fields.text("meaning");
    let source = fields.text("source");
    Some(Meaning { codes: codes?, reason, text: meaning?.value, source: source?.value })
}

/// Takes `code`, or `from` and `to`, or `reply`.
fn codes(fields: &mut Fields<'_, '_>) -> Option<(u32, u32)> {
    let (code, from) = (fields.optional_text("code"), fields.optional_text("from"));
    let (to, reply) = (fields.optional_text("to"), fields.optional_text("reply"));
    let span = fields.span();
    let faults = &mut *fields.faults;
    match (code, from, to, reply) {
        (Some(code), None, None, None) => enhanced(faults, &code).map(|key| (key, key)),
        (None, Some(from), Some(to), None) => {
            let (first, last) = (enhanced(faults, &from)?, enhanced(faults, &to)?);
            if first / 1_000 == last / 1_000 && first < last {
                return Some((first, last));
            }
            let message = format!("{} to {} is not a range", from.value, to.value);
            faults.add(to.span, &message, "", "a range runs upwards within one class and subject");
            None
        }
        (None, None, None, Some(reply)) => {
            let number = number(&reply.value).filter(|number| (200..600).contains(number));
            if number.is_none() {
                let message = format!("`{}` is not a reply code", shorten(&reply.value));
                faults.add(reply.span, &message, "", "write its three digits, 200 to 599, in quotes");
            }
            number.map(|number| (number.into(), number.into()))
        }
        _ => {
            let message = "a meaning is about one thing: `code`, `from` and `to`, or `reply`";
            faults.add_echo(span, message, "", "write code = \"5.7.1\", or from and to, or reply = \"571\"");
            None
        }
    }
}

fn enhanced(faults: &mut Faults, text: &Text) -> Option<u32> {
    let code = Enhanced::parse(&text.value);
    if code.is_none() {
        faults.add(
            text.span.clone(),
            &format!("`{}` is not an enhanced status code", shorten(&text.value)),
            "",
            "write class, subject and detail with dots between, such as \"5.7.1\" (RFC 3463 section 2)",
        );
    }
    code.map(Enhanced::key)
}
