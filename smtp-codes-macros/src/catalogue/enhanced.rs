//! `[enhanced."X.1.1"]`: one enhanced status code of the registry.

use std::ops::Range;

use toml::Spanned;

use super::advice::Advice;
use super::fields::{Entry, Fields};
use super::mark::{Mark, Marks};
use super::reference::Reference;
use super::variant::variant;
use crate::code::{self, Enhanced};
use crate::diagnostic::Diagnostics;
use crate::source::shorten;

/// An enhanced status code of the registry, without its class: `X.1.1`.
#[derive(Debug, Default)]
pub(crate) struct Status {
    /// The key of the table.
    pub(super) span: Range<usize>,
    /// The header of the table.
    pub(super) table: Range<usize>,
    pub(crate) subject: u16,
    pub(crate) detail: u16,
    /// `None` if it has an error.
    pub(super) variant: Option<Spanned<String>>,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) advice: Advice,
    pub(crate) note: Option<String>,
    /// The classes that the registry gives it, empty if it states none.
    pub(crate) classes: Vec<u8>,
    /// The reply codes that the registry pairs it with.
    pub(crate) replies: Vec<Spanned<u16>>,
    /// The classes of which the registry allows any reply code.
    pub(crate) any_reply: Vec<u8>,
    /// Whether the two lists before have no error.
    pub(super) pairs_are_whole: bool,
    pub(crate) references: Vec<Reference>,
    pub(crate) mark: Mark,
}

/// Takes a string of a field as an enhanced code, or notes the error.
pub(super) fn parse(diagnostics: &mut Diagnostics, text: &Spanned<String>) -> Option<Enhanced> {
    let code = Enhanced::parse(text.get_ref());
    if code.is_none() {
        let message = format!("`{}` is not an enhanced status code", shorten(text.get_ref()));
        let help = "write class, subject and detail with dots between them, such as \"5.1.1\" (RFC 3463 section 2)";
        diagnostics.error(text.span(), message, help);
    }
    code
}

impl Status {
    /// Reads one table. `None` if its key is not a code.
    pub(super) fn read(diagnostics: &mut Diagnostics, entry: Entry<'_>, marks: &Marks) -> Option<Self> {
        let parts = entry.name().strip_prefix("X.").and_then(Enhanced::parts);
        if parts.is_none() {
            let message = format!("`{}` is not a code of the registry", shorten(entry.name()));
            let help =
                "write X for the class, then subject and detail, such as [enhanced.\"X.1.1\"] (RFC 3463 section 2)";
            diagnostics.error(entry.key.span(), message, help);
        }
        let mut fields = Fields::of_entry(entry, shorten(entry.name()), parts.is_some(), diagnostics)?;
        let fits = |_, enhanced: Option<Enhanced>| match (parts, enhanced) {
            (Some(parts), Some(code)) if parts != (code.subject, code.detail) => {
                Err(format!("an example of X.{}.{} does not have {code}", parts.0, parts.1))
            }
            (Some((subject, detail)), None) => Err(format!("an example of X.{subject}.{detail} has that code")),
            _ => Ok(()),
        };
        let (subject, detail) = parts.unwrap_or_default();
        let innocent = (subject == 7).then_some("subject 7 is about policy, not about addresses");
        let mut status = Self {
            span: entry.key.span(),
            table: fields.span(),
            subject,
            detail,
            variant: variant(&mut fields),
            name: fields.text("name"),
            description: fields.text("description"),
            advice: Advice::take(&mut fields, &fits),
            note: fields.optional("note").map(Spanned::into_inner),
            classes: digits(&mut fields, "classes"),
            ..Self::default()
        };
        let errors = fields.diagnostics.count();
        status.any_reply = digits(&mut fields, "any-reply");
        status.replies = replies(&mut fields);
        status.pairs_are_whole = fields.diagnostics.count() == errors;
        status.references = Reference::list(&mut fields);
        status.mark = Mark::take(&mut fields, marks, innocent);
        let errors = fields.diagnostics.count();
        // The list may be there under a misspelt name.
        fields.finish();
        status.pairs_are_whole &= diagnostics.count() == errors;
        parts.map(|_| status)
    }

    pub(super) fn code(&self) -> (u16, u16) {
        (self.subject, self.detail)
    }

    /// `1.1`
    pub(crate) fn parts(&self) -> String {
        format!("{}.{}", self.subject, self.detail)
    }

    /// The codes that `enhanced!` takes: with the classes that are registered, and those of the replies that it is paired
    /// with. If neither says anything, with 4 and 5.
    pub(crate) fn codes(&self) -> Vec<Enhanced> {
        let code = |class| Enhanced { class, subject: self.subject, detail: self.detail };
        let mut codes = Vec::new();
        for class in [2, 4, 5] {
            let is_paired = self.replies.iter().any(|reply| reply.get_ref() / 100 == class.into());
            if is_paired || self.classes.contains(&class) {
                codes.push(code(class));
            }
        }
        if codes.is_empty() { vec![code(4), code(5)] } else { codes }
    }

    /// The name of its variant; one made of its numbers if the catalogue's has an error.
    pub(crate) fn variant(&self) -> String {
        let made = || format!("Status{}x{}", self.subject, self.detail);
        self.variant.as_ref().map_or_else(made, |variant| variant.get_ref().clone())
    }
}

/// Takes an array of classes, ascending.
fn digits(fields: &mut Fields<'_, '_>, key: &'static str) -> Vec<u8> {
    let mut classes: Vec<u8> = Vec::new();
    for text in fields.strings(key) {
        match code::class_digit(text.get_ref()) {
            Some(class) if classes.last().is_none_or(|last| *last < class) => classes.push(class),
            _ => fields.diagnostics.error(
                text.span(),
                format!("`{}` is out of place in `{key}`", shorten(text.get_ref())),
                "list classes of enhanced codes, each once and ascending: \"2\", \"4\", \"5\"",
            ),
        }
    }
    classes
}

/// Takes the reply codes of `replies`, ascending. Whether the catalogue has them is checked later.
fn replies(fields: &mut Fields<'_, '_>) -> Vec<Spanned<u16>> {
    let mut list: Vec<Spanned<u16>> = Vec::new();
    for text in fields.strings("replies") {
        let shown = shorten(text.get_ref());
        let (message, help) = match code::number(text.get_ref()) {
            Some(300..=399) => (
                format!("a {shown} reply has no enhanced code"),
                "take it out: replies that start with 3 have none (RFC 2034 section 4)",
            ),
            Some(reply @ 200..=599) if list.last().is_none_or(|last| *last.get_ref() < reply) => {
                list.push(Spanned::new(text.span(), reply));
                continue;
            }
            Some(200..=599) => {
                (format!("`{shown}` is out of place in `replies`"), "list each reply code once, ascending")
            }
            _ => (format!("`{shown}` is not a reply code"), "write its three digits, 200 to 599, in quotes"),
        };
        fields.diagnostics.error(text.span(), message, help);
    }
    list
}
