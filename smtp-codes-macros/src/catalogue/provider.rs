//! `[provider.gmail]`: a provider, and `[[provider.gmail.meaning]]`: what it means by a code.

use toml::Spanned;

use super::enhanced;
use super::fields::{Entry, Fields, known};
use super::mark::Marks;
use super::read::insert;
use super::topic::{Topic, check_key};
use crate::code::{self, Enhanced};
use crate::diagnostic::Diagnostics;
use crate::source::shorten;

/// A provider, and what it means by some codes: the narrowest rows first.
#[derive(Debug)]
pub(crate) struct Provider {
    pub(crate) topic: Topic,
    /// What gives its replies away.
    pub(crate) signs: Vec<String>,
    pub(crate) meanings: Vec<Meaning>,
}

/// What a provider means by a code, or by a range of them.
#[derive(Debug)]
pub(crate) struct Meaning {
    /// First and last, each a reply code or, for enhanced codes, class, subject and detail in one number.
    pub(crate) codes: (u32, u32),
    /// The variant of the reason.
    pub(crate) reason: Option<String>,
    pub(crate) text: String,
    pub(crate) source: String,
}

impl Provider {
    /// Reads one table. `None` if its key is not a provider.
    pub(super) fn read(
        diagnostics: &mut Diagnostics,
        entry: Entry<'_>,
        marks: &Marks,
        is_headless: bool,
    ) -> Option<Self> {
        let is_key = check_key(diagnostics, "provider", entry);
        let key = shorten(entry.name());
        let mut fields = Fields::of_entry(entry, format!("provider {key}"), is_key && !is_headless, diagnostics)?;
        let topic = Topic::take(&mut fields, "provider", entry.name(), &[]);
        let mut signs = Vec::new();
        for sign in fields.strings("signs") {
            if sign.get_ref().len() > 1 {
                signs.push(sign.into_inner());
            } else {
                let message = format!("a sign of provider {key} is too short to tell it");
                fields.diagnostics.error(sign.span(), message, "add what stands beside it in the provider's replies");
            }
        }
        let mut meanings: Vec<Meaning> = Vec::new();
        for value in fields.tables("meaning", &format!("provider.{key}.meaning")) {
            let owner = format!("a meaning of provider {key}");
            let Some(mut row) = Fields::new(value, owner.clone(), fields.diagnostics) else { continue };
            let meaning = Meaning::take(&mut row, marks);
            row.finish();
            let Some(meaning) = meaning else { continue };
            if meanings.iter().any(|known| known.codes == meaning.codes) {
                let message = format!("{owner} is about the same code as an earlier one");
                fields.diagnostics.error(value.span(), message, "make one row of the two");
            }
            // The narrowest range that has a code is the one that counts.
            insert(&mut meanings, meaning, |meaning| meaning.codes.1 - meaning.codes.0);
        }
        fields.finish();
        is_key.then_some(Self { topic, signs, meanings })
    }
}

impl Meaning {
    fn take(fields: &mut Fields<'_, '_>, marks: &Marks) -> Option<Self> {
        let codes = codes(fields);
        let reason = fields.optional("reason");
        let reason =
            reason.and_then(|text| known(fields.diagnostics, "reason", &text, &marks.reasons, |topic| &topic.key));
        let reason = reason.map(Topic::variant);
        let (text, source) = (fields.text("meaning"), fields.text("source"));
        Some(Self { codes: codes?, reason, text, source })
    }
}

/// Takes `code`, or `from` and `to`, or `reply`.
fn codes(fields: &mut Fields<'_, '_>) -> Option<(u32, u32)> {
    let (code, from) = (fields.optional("code"), fields.optional("from"));
    let (to, reply) = (fields.optional("to"), fields.optional("reply"));
    let span = fields.span();
    let diagnostics = &mut *fields.diagnostics;
    let mut key = |text: &Spanned<String>| enhanced::parse(diagnostics, text).map(Enhanced::key);
    match (code, from, to, reply) {
        (Some(code), None, None, None) => key(&code).map(|key| (key, key)),
        (None, Some(from), Some(to), None) => {
            let (first, last) = (key(&from)?, key(&to)?);
            if first / 1_000 == last / 1_000 && first < last {
                return Some((first, last));
            }
            let message = format!("{} to {} is not a range", from.get_ref(), to.get_ref());
            diagnostics.error(to.span(), message, "write a range upwards, within one class and subject");
            None
        }
        (None, None, None, Some(reply)) => {
            let number = code::number(reply.get_ref()).filter(|number| (200..600).contains(number));
            if number.is_none() {
                let message = format!("`{}` is not a reply code", shorten(reply.get_ref()));
                diagnostics.error(reply.span(), message, "write its three digits, 200 to 599, in quotes");
            }
            number.map(|number| (number.into(), number.into()))
        }
        _ => {
            let message = "a meaning needs `code`, or `from` and `to`, or `reply`, and only one of the three";
            diagnostics.incomplete(span, message, "write code = \"5.7.1\", or from and to, or reply = \"571\"");
            None
        }
    }
}
