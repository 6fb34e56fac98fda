//! `[reply.214]`: one reply code.

use std::ops::Range;

use super::answer::answers;
use super::fields::{Fields, Text, shorten};
use super::ident::variant;
use super::links::{List, Pair};
use super::mark::{Marks, mark};
use super::read::{Entry, headless};
use super::reference::references;
use super::{Closing, CommandName, Enhanced, Mark, Reply, Standing};
use crate::fault::Faults;
use crate::source::Source;
use crate::unknown_code;

/// A reply with the place of its variant, which later checks point at.
pub(super) struct Placed {
    pub(super) reply: Reply,
    pub(super) variant: Range<usize>,
}

/// What a reply may name.
pub(super) struct Known<'a> {
    pub(super) source: Source<'a>,
    pub(super) commands: &'a [CommandName],
    /// Of the library's own catalogue only.
    pub(super) marks: Option<&'a Marks>,
}

/// Reads one table; `None` if no variant can be made. For that number and variant are enough: a text with a fault is
/// empty, so that the build says what is wrong in the catalogue and not, at every use, that the code is unknown.
/// `list` takes the enhanced codes that it is paired with.
pub(super) fn reply(
    faults: &mut Faults,
    entry: &Entry<'_>,
    known: &Known<'_>,
    list: &mut List,
) -> Option<Placed> {
    let key: &str = &entry.key;
    let number = number(faults, entry);
    let owner = match number {
        Some(number) => format!("reply {number}"),
        None => format!("reply `{}`", shorten(key)),
    };
    list.key = number.map(usize::from);
    let headless = number.is_some() && headless(faults, known.source, "reply", entry);
    let mut fields = Fields::of_value(&entry.value, owner, faults)?;
    let variant = variant(&mut fields);
    let name = fields.text("name");
    let standing = fields.word("standing").unwrap_or(Standing::Unregistered);
    let closes = fields.word("closes-connection").unwrap_or(Closing::Unspecified);
    let description = fields.text("description");
    let seen_when = fields.text("seen-when");
    let remediation = fields.text("remediation");
    let references = references(&mut fields);
    let (mut rows, mut fine) = (Vec::new(), false);
    if let Some(number) = number {
        let before = fields.faults.count();
        list.pairs = enhanced(&mut fields, number);
        fine = fields.faults.count() == before;
        rows = answers(&mut fields, number, known.commands);
    } else {
        // Without a class, no outcome and no enhanced code is right or wrong.
        for key in &["enhanced", "answers", "rule"] {
            fields.value(key);
        }
    }
    let permanent = matches!(number, None | Some(500..));
    let innocent = if permanent { None } else { Some("only a permanent reply can condemn an address") };
    let mark = match known.marks {
        Some(marks) => mark(&mut fields, marks, innocent),
        None => Mark::default(),
    };
    // The list may be there under a misspelt name.
    let before = fields.faults.count();
    fields.finish();
    list.whole = fine && !headless && faults.count() == before;
    let (number, variant) = (number?, variant?);
    let mut enhanced = Vec::new();
    for pair in &list.pairs {
        enhanced.push(pair.code);
    }
    Some(Placed {
        variant: variant.span,
        reply: Reply {
            number,
            variant: variant.value,
            name: or_empty(name),
            standing,
            closes,
            description: or_empty(description),
            seen_when: or_empty(seen_when),
            remediation: or_empty(remediation),
            references,
            answers: rows,
            enhanced,
            mark,
        },
    })
}

fn or_empty(text: Option<Text>) -> String {
    match text {
        Some(text) => text.value,
        None => String::new(),
    }
}

/// The key as a reply code: three digits, from 200 to 599.
fn number(faults: &mut Faults, entry: &Entry<'_>) -> Option<u16> {
    let (key, span, table) = (&*entry.key, entry.key_span.clone(), entry.value.span.clone());
    let Some(number) = unknown_code::number(key) else {
        let what = if !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("reply code {} has not three digits", shorten(key))
        } else {
            format!("`{}` is not a reply code", shorten(key))
        };
        faults.add_refused(span, table, &what, "a reply code is three digits, 200 to 599: write [reply.214]");
        return None;
    };
    if (200..600).contains(&number) {
        return Some(number);
    }
    faults.add_refused(
        span,
        table,
        &format!("unknown class digit in reply code {key}"),
        "SMTP codes begin with 2, 3, 4 or 5 (RFC 5321 section 4.2.1)",
    );
    None
}

/// Takes the field `enhanced`: codes of the reply's own class.
fn enhanced(fields: &mut Fields<'_, '_>, number: u16) -> Vec<Pair> {
    let texts = fields.texts("enhanced");
    let mut list: Vec<Pair> = Vec::new();
    for text in &texts {
        let Some(code) = Enhanced::parse(&text.value) else {
            fields.faults.add(
                text.span.clone(),
                &format!("`{}` is not an enhanced status code", shorten(&text.value)),
                "",
                "write class, subject and detail with dots between, such as \"5.1.1\" (RFC 3463 section 2)",
            );
            continue;
        };
        if u16::from(code.class) != number / 100 {
            contradiction(fields.faults, text, code, number);
            continue;
        }
        if list.iter().any(|pair| pair.code == code) {
            fields.faults.add(
                text.span.clone(),
                &format!("{} is listed twice", text.value),
                "",
                "take one of the two out",
            );
            continue;
        }
        list.push(Pair { reply: number, code, span: text.span.clone() });
    }
    list
}

fn contradiction(faults: &mut Faults, text: &Text, code: Enhanced, number: u16) {
    let class = number / 100;
    let help = if class == 3 {
        "replies that begin with 3 carry no enhanced code (RFC 2034 section 4)".to_owned()
    } else {
        format!(
            "an enhanced code has the class of its reply (RFC 2034 section 4): write {class}.{}.{}",
            code.subject, code.detail
        )
    };
    faults.add(
        text.span.clone(),
        &format!("the enhanced code {} contradicts the class of {number}", text.value),
        "",
        &help,
    );
}
