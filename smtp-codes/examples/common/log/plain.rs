//! Replies as they are, one to a line or several lines each, with the command before them or without:
//! `550 5.1.1 <joe@example.com>: unknown`, `RCPT TO:<joe@example.com>: 550 5.1.1 unknown`.

use smtp_codes::{Class, Command};

use super::{Entry, Line, Said, after, before, reply_behind};

pub(super) fn read(line: &[u8]) -> Option<Line<'_>> {
    let (command, behind) = match line.first()? {
        b'2'..=b'5' => (None, line),
        first if first.is_ascii_alphabetic() => {
            let (command, rest) = command_at(line)?;
            (Some(command), reply_behind(rest, b": ")?)
        }
        _ => return None,
    };
    let said = Said::read(behind)?;
    if behind.get(3) == Some(&b'-') {
        return Some(Line::Begins { reply: behind, command });
    }
    Some(Line::Delivery(Entry {
        recipient: recipient(line, &said, command),
        reply: Some(said),
        command,
        own: None,
    }))
}

/// Whom a reply without any log around it is about: the address in the command, or the one in angle brackets
/// in the text of a reply that is about its recipient. Any other address may be the sender's.
pub(crate) fn recipient<'a>(line: &'a [u8], said: &Said<'a>, command: Option<Command>) -> Option<&'a [u8]> {
    let in_brackets = |text: &'a [u8]| before(after(text, b"<")?, b">").filter(|inner| inner.contains(&b'@'));
    match (command, said.enhanced) {
        (Some(Command::Rcpt), _) => in_brackets(line),
        (None, Some(code)) if code.class() != Class::PositiveCompletion => {
            let about_recipient = matches!((code.subject(), code.detail()), (1, 0..=6 | 10) | (2, _));
            in_brackets(said.text).filter(|_| about_recipient)
        }
        _ => None,
    }
}

/// The command that a text begins with, and what follows it.
pub(super) fn command_at(text: &[u8]) -> Option<(Command, &[u8])> {
    const SPELLINGS: [(&[u8], Command); 14] = [
        (b"RCPT TO", Command::Rcpt),
        (b"RCPT", Command::Rcpt),
        (b"MAIL FROM", Command::Mail),
        (b"MAIL", Command::Mail),
        (b"end of data", Command::EndOfData),
        (b"END-OF-DATA", Command::EndOfData),
        (b"sending data block", Command::EndOfData),
        (b"DATA", Command::Data),
        (b"initial connection", Command::Connect),
        (b"CONNECT", Command::Connect),
        (b"EHLO", Command::Ehlo),
        (b"HELO", Command::Helo),
        (b"STARTTLS", Command::StartTls),
        (b"AUTH", Command::Auth),
    ];
    SPELLINGS.iter().find_map(|(spelling, command)| {
        let (start, rest) = text.split_at_checked(spelling.len())?;
        let ends = !rest.first().is_some_and(u8::is_ascii_alphanumeric);
        (ends && start.eq_ignore_ascii_case(spelling)).then_some((*command, rest))
    })
}
