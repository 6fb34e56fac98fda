//! A text explained: replies, lines of a log, a bounce message, whatever it turns out to be.

use std::io;

use smtp_codes::{Reply, ReplyError, WireCode, find_enhanced};

use crate::case::{self, Case};
use crate::common::argument::readable;
use crate::common::log::{Entry, Line, Said, code_at, read};
use crate::common::page::Page;
use crate::common::program::Failure;
use crate::{Options, bounce, code, enhanced, nothing_in, origin};

/// Explains a text.
pub(crate) fn explain(page: &mut Page<'_>, text: &[u8], options: Options) -> Result<(), Failure> {
    let text = text.trim_ascii();
    let recipients = bounce::read(text);
    if !recipients.is_empty() {
        let mut told = Vec::new();
        return each(page, &recipients, |page, one| origin::recipient(page, one, options, &mut told));
    }
    let entries = logged(text);
    if !entries.is_empty() {
        let mut told = Vec::new();
        return each(page, &entries, |page, entry| origin::logged(page, entry, options, &mut told));
    }
    if code_at(text).is_some() {
        return Ok(replies(page, text, options)?);
    }
    if let Some(said) = said(text) {
        return Ok(origin::quoted(page, &said, options)?);
    }
    // What begins like a reply and is none is told with its fault.
    if matches!(text, [b'0'..=b'9', other, ..] if *other != b'.') {
        return Ok(replies(page, text, options)?);
    }
    match find_enhanced(text) {
        Some(code) => Ok(enhanced::explain(page, code, options)?),
        None => Err(nothing_in("the text")),
    }
}

/// Explains several things with lines between them.
fn each<T>(
    page: &mut Page<'_>,
    things: &[T],
    mut one: impl FnMut(&mut Page<'_>, &T) -> io::Result<()>,
) -> Result<(), Failure> {
    for (at, thing) in things.iter().enumerate() {
        if at > 0 {
            page.rule()?;
        }
        one(page, thing)?;
    }
    Ok(())
}

/// The deliveries of a log's lines: only what a log says, no bare replies.
fn logged(text: &[u8]) -> Vec<Entry<'_>> {
    let lines = text.split(|byte| *byte == b'\n').map(read);
    lines
        .filter_map(|line| match line {
            Line::Delivery(entry) if entry.own.is_some() || entry.command.is_some() => Some(entry),
            _ => None,
        })
        .collect()
}

/// What a bounce without fields, or a line of an unknown log, says that a server said: from the code behind a
/// colon to the next blank line.
fn said(text: &[u8]) -> Option<Vec<Vec<u8>>> {
    let behind = memchr::memchr_iter(b':', text).filter_map(|at| text.get(at + 1..));
    let mut behind = behind.filter(|rest| rest.first().is_some_and(u8::is_ascii_whitespace));
    let reply = behind.find(|rest| code_at(rest.trim_ascii_start()).is_some())?.trim_ascii_start();
    let lines = reply.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    Some(lines.take_while(|line| !line.is_empty()).map(<[u8]>::to_vec).collect())
}

/// Explains one reply after the other.
fn replies(page: &mut Page<'_>, text: &[u8], options: Options) -> io::Result<()> {
    // Not `parse_stored`: that lines are missing behind a hyphen is told to a person.
    let text = [text, b"\n"].concat();
    let mut rest: &[u8] = &text;
    let mut is_first = true;
    while !rest.trim_ascii().is_empty() {
        rest = rest.trim_ascii_start();
        if !is_first {
            page.rule()?;
        }
        is_first = false;
        match Reply::parse(rest) {
            Ok((reply, behind)) => {
                one(page, &reply, options)?;
                rest = behind;
            }
            Err(ReplyError::MixedCodes { length, first, last, other, .. }) => {
                let (reply, behind) = rest.split_at_checked(length).unwrap_or((rest, b""));
                mixed(page, reply, &[first, other, last])?;
                rest = behind;
            }
            Err(error) => return broken(page, rest, error, options),
        }
    }
    Ok(())
}

fn one(page: &mut Page<'_>, reply: &Reply<'_>, options: Options) -> io::Result<()> {
    let has_text = reply.enhanced().is_some() || reply.lines().any(|line| !line.is_empty());
    if !has_text {
        return code::explain(page, reply.code(), options);
    }
    let lenient = || reply.class().is_negative().then(|| find_enhanced(reply.as_bytes())).flatten();
    case::explain(
        page,
        &Case {
            code: Some(reply.code()),
            enhanced: reply.enhanced().or_else(lenient),
            is_elsewhere: reply.enhanced().is_none(),
            lines: lines(reply.as_bytes()),
            ..Case::default()
        },
        options,
        &mut Vec::new(),
    )
}

/// The lines of a reply as they may be shown.
pub(crate) fn lines(reply: &[u8]) -> Vec<String> {
    reply.trim_ascii_end().split(|byte| *byte == b'\n').map(readable).collect()
}

/// A reply whose lines do not agree on the code.
pub(crate) fn mixed(page: &mut Page<'_>, reply: &[u8], codes: &[WireCode]) -> io::Result<()> {
    let mut distinct: Vec<WireCode> = Vec::new();
    for code in codes {
        if !distinct.contains(code) {
            distinct.push(*code);
        }
    }
    let list: Vec<String> = distinct.iter().map(ToString::to_string).collect();
    page.title(format!("A reply that contradicts itself: {}", list.join(" and ")))?;
    page.label("The reply")?;
    lines(reply).iter().try_for_each(|line| page.paragraph(line))?;
    page.section(
        "What is wrong",
        "All lines of a reply have to begin with the same code (RFC 5321 section 4.2.1), and these do not. \
         Programs differ in which line they believe, so the same reply is a success to one and a refusal to \
         another.",
    )?;
    page.section(
        "What to do",
        "A rejection must not be read as a success, and a success not as a rejection: on the sending side, count \
         it as neither, close the connection, keep the message and try again later. The receiving side has to \
         repair what writes the reply, often a filter or a proxy in front of the server: send its postmaster \
         the lines above.",
    )?;
    for code in distinct {
        page.heading(format!("What {code} alone would mean"))?;
        code::in_brief(page, code)?;
    }
    Ok(())
}

/// What is no whole reply: where it breaks off or breaks the form, and what can be said all the same.
fn broken(page: &mut Page<'_>, text: &[u8], error: ReplyError, options: Options) -> io::Result<()> {
    let ReplyError::Malformed { at, found, expected } = error else {
        let said = Said::read(text);
        page.title("A reply without its end")?;
        page.label("The reply")?;
        lines(text).iter().try_for_each(|line| page.paragraph(line))?;
        page.section(
            "What is wrong",
            "A hyphen behind the code says that another line follows, and none does. Either the end was not \
             copied, or the server hung up in the middle: then it has answered nothing, and the sender keeps \
             the message and tries again later.",
        )?;
        return said.map_or(Ok(()), |said| {
            page.heading(format!("What it would be with its end: {}", said.code))?;
            let case = Case { code: Some(said.code), enhanced: said.enhanced, ..Case::default() };
            case::body(page, &case, options, &mut Vec::new())
        });
    };
    let before = text.get(..at).unwrap_or_default();
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let number = before.split(|byte| *byte == b'\n').count();
    let line =
        text.get(start..).and_then(|rest| rest.split(|byte| *byte == b'\n').next()).unwrap_or_default();
    page.title("Not a reply")?;
    page.label(format!("Line {number}"))?;
    page.pointed(&readable(line), at.saturating_sub(start))?;
    let found = match found {
        b'\n' | b'\r' => "the end of the line".to_owned(),
        b' ' => "a space".to_owned(),
        byte => format!("`{}`", byte.escape_ascii()),
    };
    page.section(
        "What is wrong",
        format!("Byte {} of the line is {found}; expected {expected}.", at.saturating_sub(start)),
    )?;
    page.section(
        "What to do",
        "If a server sent this, the two sides no longer agree on what is being said: close the connection, keep \
         the message and try again later. It is neither a success nor a refusal. If you typed it, a reply is \
         three digits from 200 to 599, then a space or, where more lines follow, a hyphen, then the text.",
    )
}
