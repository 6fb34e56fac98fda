//! `[reply.214]`: one reply code.

use std::ops::Range;

use toml::Spanned;

use super::advice::Advice;
use super::answer::Answer;
use super::enhanced;
use super::fields::{Entry, Fields};
use super::mark::{Mark, Marks};
use super::reference::Reference;
use super::variant::variant;
use super::words::{Closing, Standing};
use crate::call::Name;
use crate::code::{self, Enhanced};
use crate::diagnostic::Diagnostics;
use crate::source::shorten;

/// A reply code.
#[derive(Debug)]
pub(crate) struct Reply {
    /// The key of the table.
    pub(super) span: Range<usize>,
    /// The header of the table.
    pub(super) table: Range<usize>,
    pub(crate) number: u16,
    /// `None` if it has an error.
    pub(super) variant: Option<Spanned<String>>,
    pub(crate) name: String,
    pub(crate) standing: Standing,
    pub(crate) closing: Closing,
    pub(crate) description: String,
    pub(crate) seen_when: String,
    pub(crate) advice: Advice,
    pub(crate) references: Vec<Reference>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) enhanced: Vec<Spanned<Enhanced>>,
    /// Whether `enhanced` has no error.
    pub(super) pairs_are_whole: bool,
    /// Whether the whole table has none.
    pub(super) is_whole: bool,
    pub(crate) mark: Mark,
}

impl Reply {
    /// Reads one table. `None` if its key is not a code. `marks` are those of the library's own catalogue, and
    /// `is_headless` says that only tables below this one are in the file.
    pub(super) fn read(
        diagnostics: &mut Diagnostics,
        entry: Entry<'_>,
        commands: &[Name],
        marks: Option<&Marks>,
        is_headless: bool,
    ) -> Option<Self> {
        let errors_before = diagnostics.count();
        let number = number(diagnostics, entry);
        let owner =
            number.map_or_else(|| format!("reply `{}`", shorten(entry.name())), |number| format!("reply {number}"));
        let mut fields = Fields::of_entry(entry, owner, number.is_some() && !is_headless, diagnostics)?;
        let fits = |code, _| match number {
            Some(number) if number != code => Err(format!("an example of {number} does not start with {code}")),
            _ => Ok(()),
        };
        let mut reply = Self {
            span: entry.key.span(),
            table: fields.span(),
            number: number.unwrap_or_default(),
            variant: variant(&mut fields),
            name: fields.text("name"),
            standing: fields.word("standing").unwrap_or(Standing::Unregistered),
            closing: fields.word("closes-connection").unwrap_or(Closing::Unspecified),
            description: fields.text("description"),
            seen_when: fields.text("seen-when"),
            advice: Advice::take(&mut fields, &fits),
            references: Reference::list(&mut fields),
            answers: Vec::new(),
            enhanced: Vec::new(),
            pairs_are_whole: !is_headless,
            is_whole: !is_headless,
            mark: Mark::default(),
        };
        if let Some(number) = number {
            let errors = fields.diagnostics.count();
            reply.enhanced = pairs(&mut fields, number);
            reply.pairs_are_whole &= fields.diagnostics.count() == errors;
            reply.answers = Answer::list(&mut fields, number, commands);
        } else {
            // Without a class, no outcome and no enhanced code is right or wrong.
            for key in ["enhanced", "answers", "rule"] {
                fields.value(key);
            }
        }
        let is_temporary = number.is_some_and(|number| number < 500);
        let innocent = is_temporary.then_some("only a 5yz reply can condemn an address");
        if let Some(marks) = marks {
            reply.mark = Mark::take(&mut fields, marks, innocent);
        }
        let errors = fields.diagnostics.count();
        // The list may be there under a misspelt name.
        fields.finish();
        reply.pairs_are_whole &= diagnostics.count() == errors;
        reply.is_whole &= diagnostics.count() == errors_before;
        number.map(|_| reply)
    }

    /// The name of its variant; one made of its number if the catalogue's has an error.
    pub(crate) fn variant(&self) -> String {
        self.variant.as_ref().map_or_else(|| format!("Code{}", self.number), |variant| variant.get_ref().clone())
    }

    /// Whether it may answer a command.
    pub(crate) fn answers(&self, command: &str) -> bool {
        self.answers.iter().any(|answer| answer.command.key == command)
    }
}

/// The key as a reply code: three digits, from 200 to 599.
fn number(diagnostics: &mut Diagnostics, entry: Entry<'_>) -> Option<u16> {
    let (key, number) = (entry.name(), code::number(entry.name()));
    let help = "write three digits, 200 to 599, such as [reply.214]";
    let (message, help) = match number {
        Some(200..=599) => return number,
        Some(_) => (
            format!("unknown class digit in reply code {key}"),
            "SMTP codes begin with 2, 3, 4 or 5 (RFC 5321 section 4.2.1)",
        ),
        None if !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) => {
            (format!("reply code {} does not have three digits", shorten(key)), help)
        }
        None => (format!("`{}` is not a reply code", shorten(key)), help),
    };
    diagnostics.error(entry.key.span(), message, help);
    None
}

/// Takes the field `enhanced`: codes of the reply's own class.
fn pairs(fields: &mut Fields<'_, '_>, number: u16) -> Vec<Spanned<Enhanced>> {
    let mut list: Vec<Spanned<Enhanced>> = Vec::new();
    let class = number / 100;
    for text in fields.strings("enhanced") {
        let Some(code) = enhanced::parse(fields.diagnostics, &text) else { continue };
        let Enhanced { subject, detail, .. } = code;
        let (message, help) = if class == 3 {
            (
                format!("a {number} reply has no enhanced code"),
                "take it out: replies that start with 3 have none (RFC 2034 section 4)".to_owned(),
            )
        } else if u16::from(code.class) != class {
            (
                format!("the enhanced code {code} contradicts the class of {number}"),
                format!(
                    "write {class}.{subject}.{detail}: an enhanced code has the class of its reply (RFC 2034 section 4)"
                ),
            )
        } else if list.iter().any(|known| *known.get_ref() == code) {
            (format!("{code} is listed twice"), "take out one of the two".to_owned())
        } else {
            list.push(Spanned::new(text.span(), code));
            continue;
        };
        fields.diagnostics.error(text.span(), message, help);
    }
    list
}
