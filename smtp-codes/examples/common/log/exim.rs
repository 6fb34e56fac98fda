//! Deliveries in Exim's main log: `** joe@example.com R=... T=...: SMTP error from remote mail server after
//! RCPT TO:<joe@example.com>: 550 ...`, and with `==` for what is tried again and `=>` for what went out.

use smtp_codes::{Class, WireCode};

use super::{Entry, Own, Said, after, code_at, reply_behind};

pub(super) fn read(line: &[u8]) -> Option<Entry<'_>> {
    // 2026-11-20 10:00:00 1vM0aB-0000000001c-0aBc ** joe@example.com ...
    let [_, _, _, _, b'-', _, _, b'-', _, _, b' ', _, _, b':', ..] = line else { return None };
    let mut words = line.get(20..)?;
    // Before the mark stand the message's identifier and, where they are logged, the milliseconds, the zone and
    // the process.
    let mut class = None;
    for _ in 0..5 {
        let (word, rest) = split_word(words)?;
        words = rest;
        class = match word {
            b"=>" | b"->" | b">>" => Some(Class::PositiveCompletion),
            b"==" => Some(Class::TransientNegative),
            b"**" => Some(Class::PermanentNegative),
            _ => continue,
        };
        break;
    }
    let class = class?;
    let (recipient, text) = split_word(words)?;
    let recipient = recipient.strip_suffix(b":").unwrap_or(recipient);
    let recipient =
        recipient.strip_prefix(b"<").and_then(|inner| inner.strip_suffix(b">")).unwrap_or(recipient);
    let own = Own { class, enhanced: None, text: text.trim_ascii() };
    let mut entry = Entry { recipient: Some(recipient), reply: None, command: None, own: Some(own) };
    if class == Class::PositiveCompletion {
        let said =
            after(text, b" C=\"").map(|said| said.split(|byte| *byte == b'"').next().unwrap_or_default());
        entry.reply = said.and_then(Said::read);
    } else if let Some(rest) =
        after(text, b"P error from remote mail").and_then(|rest| after(rest, b" after "))
    {
        let rest = rest.strip_prefix(b"pipelined ").unwrap_or(rest);
        entry.command = super::plain::command_at(rest).map(|(command, _)| command);
        let said = reply_behind(rest, b": ").and_then(Said::read);
        entry.reply = said.map(|said| Said { contradiction: contradiction(&said), ..said });
    }
    Some(entry)
}

/// Exim writes a line break within a reply as `\n`, so what begins each line can be told.
fn contradiction(said: &Said<'_>) -> Option<WireCode> {
    let mut rest = said.text;
    while let Some(line) = after(rest, b"\\n") {
        rest = line;
        match code_at(line) {
            Some(code) if code != said.code => return Some(code),
            _ => {}
        }
    }
    None
}

fn split_word(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let text = text.trim_ascii_start();
    let end = text.iter().position(|byte| *byte == b' ').unwrap_or(text.len());
    text.split_at_checked(end).filter(|(word, _)| !word.is_empty())
}
