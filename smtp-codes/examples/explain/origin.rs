//! Where a reply comes from, a bounce, a log or a text of any kind, and what is known around it.

use std::io;

use smtp_codes::{EnhancedCode, Reply, ReplyError, WireCode, find_enhanced};

use crate::Options;
use crate::bounce::Recipient;
use crate::case::{Case, explain};
use crate::common::argument::readable;
use crate::common::log::{Entry, Said, postfix};
use crate::common::page::Page;
use crate::text::{lines, mixed};

/// Explains what a bounce says of a recipient.
pub(crate) fn recipient(
    page: &mut Page<'_>,
    recipient: &Recipient,
    options: Options,
    told: &mut Vec<WireCode>,
) -> io::Result<()> {
    let action = match recipient.action.as_str() {
        "failed" => "failed: the message was given up for this recipient",
        "delayed" => "delayed: it is still being tried, and nothing is lost yet",
        "delivered" => "delivered",
        "relayed" => "relayed to a system that sends no reports",
        "expanded" => "expanded: delivered to a list or an alias",
        other => other,
    };
    let facts = [
        ("Recipient", recipient.address.clone()),
        ("Action", action.to_owned()),
        ("Said by", recipient.remote.clone()),
    ];
    let mut case = Case {
        status: recipient.status,
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        ..Case::default()
    };
    if recipient.said.is_empty() {
        return explain(page, &case, options, told);
    }
    case.status = case.status.or_else(|| find_enhanced(&recipient.said.join(&b' ')));
    folded(page, case, &recipient.said, options, told)
}

/// Explains a reply that stands in a text of any kind.
pub(crate) fn quoted(page: &mut Page<'_>, said: &[Vec<u8>], options: Options) -> io::Result<()> {
    folded(page, Case::default(), said, options, &mut Vec::new())
}

/// Explains a reply whose lines were broken at any blank, or where the reply's own lines end.
fn folded(
    page: &mut Page<'_>,
    mut case: Case,
    said: &[Vec<u8>],
    options: Options,
    told: &mut Vec<WireCode>,
) -> io::Result<()> {
    let whole = said.join(&b'\n');
    match Reply::parse_stored(&whole) {
        Ok((reply, [])) if reply.is_multiline() => case.lines = lines(&whole),
        Err(ReplyError::MixedCodes { first, other, last, .. }) => {
            return mixed(page, &whole, &[first, other, last]);
        }
        _ => {}
    }
    let text = said.join(&b' ');
    let (text, command) = postfix::command(&text);
    case.command = command;
    if case.lines.is_empty() {
        case.lines = unfolded(text);
    }
    if let Some(said) = Said::read(text) {
        case.code = Some(said.code);
        case.enhanced = said.enhanced;
        case.is_elsewhere = said.enhanced.is_some_and(|code| !is_in_place(said.text, code));
    }
    explain(page, &case, options, told)
}

/// Explains what a log says of a delivery.
pub(crate) fn logged(
    page: &mut Page<'_>,
    entry: &Entry<'_>,
    options: Options,
    told: &mut Vec<WireCode>,
) -> io::Result<()> {
    let recipient = entry.recipient.map(readable).unwrap_or_default();
    let facts = [("Recipient", recipient)].into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let status = entry.own.and_then(|own| own.enhanced);
    let around = entry.own.map(|own| readable(own.text)).unwrap_or_default();
    let mut case = Case { facts, status, command: entry.command, around, ..Case::default() };
    match entry.reply {
        Some(Said { text, code, contradiction: Some(other), .. }) => {
            return mixed(page, &unescaped(text), &[code, other]);
        }
        Some(said) => {
            case.code = Some(said.code);
            case.enhanced = said.enhanced;
            case.is_elsewhere = said.enhanced.is_some_and(|code| !is_in_place(said.text, code));
            case.lines = unfolded(&unescaped(said.text));
        }
        None => case.lines = vec![case.around.clone()],
    }
    explain(page, &case, options, told)
}

/// Whether the enhanced code stands right behind the code.
fn is_in_place(text: &[u8], enhanced: EnhancedCode) -> bool {
    text.get(4..).is_some_and(|rest| rest.starts_with(enhanced.to_string().as_bytes()))
}

/// The lines of a reply that a log or a bounce has put on one line.
fn unfolded(text: &[u8]) -> Vec<String> {
    let mut text = String::from_utf8_lossy(text).into_owned();
    if let Some((code, "-")) = text.get(..4).and_then(|start| start.split_at_checked(3)) {
        let (going_on, last) = (format!("{code}-"), format!("{code} "));
        for start in [going_on, last] {
            text = text.replace(&format!(" {start}"), &format!("\n{start}"));
        }
    }
    lines(text.as_bytes())
}

/// The text with the line breaks that Exim writes as `\n`.
fn unescaped(text: &[u8]) -> Vec<u8> {
    readable(text).replace("\\n", "\n").into_bytes()
}
