//! Deliveries in Postfix's log: `to=<joe@example.com>, ..., dsn=5.1.1, status=bounced (host ... said: 550 ...)`.

use smtp_codes::{Class, Command, EnhancedCode};

use super::{Entry, Own, Said, after, before, reply_behind};

pub(super) fn read(line: &[u8]) -> Option<Entry<'_>> {
    let rest = after(line, b", status=")?;
    let recipient = recipient(line)?;
    // Before version 2.3 there was no such field.
    let dsn = after(line, b", dsn=").and_then(|rest| before(rest, b","));
    let end = rest.iter().position(|byte| matches!(byte, b' ' | b','))?;
    let (status, text) = rest.split_at_checked(end)?;
    let text = text.trim_ascii_start();
    let text = text.strip_prefix(b"(").unwrap_or(text);
    let text = text.strip_suffix(b")").unwrap_or(text);
    let dsn = dsn.and_then(|dsn| EnhancedCode::from_bytes(dsn).ok());
    let class = match status {
        b"sent" | b"deliverable" => Class::PositiveCompletion,
        b"deferred" | b"SOFTBOUNCE" => Class::TransientNegative,
        _ => Class::PermanentNegative,
    };
    let (text, command) = command(text);
    let entry = Entry {
        recipient: Some(recipient),
        reply: None,
        command,
        own: Some(Own { class, enhanced: dsn, text }),
    };
    // What follows is an earlier reply, to another delivery: this one was not tried.
    if text.starts_with(b"delivery temporarily suspended") {
        return Some(Entry { command: None, ..entry });
    }
    let said = reply_behind(text, b"said: ").or_else(|| reply_behind(text, b"refused to talk to me: "));
    Some(Entry { reply: said.or(Some(text)).and_then(Said::read), ..entry })
}

/// The recipient, and not `orig_to=<...>`.
fn recipient(line: &[u8]) -> Option<&[u8]> {
    let rest = after(line, b" to=<")?;
    before(rest, b">, ")
}

/// The command, from ` (in reply to RCPT TO command)` at the end, and the text without it.
pub(crate) fn command(text: &[u8]) -> (&[u8], Option<Command>) {
    let mark = b" (in reply to ";
    let Some(at) = memchr::memmem::rfind(text, mark) else {
        // It says the same to a refused EHLO, where the client does the same: it tries another host.
        let greeting = after(text, b"refused to talk to me: ").map(|_| Command::Connect);
        return (text, greeting.or_else(|| login(text)));
    };
    let (text, tail) = text.split_at_checked(at).unwrap_or((text, b""));
    let words = tail.get(mark.len()..).unwrap_or_default();
    (text, super::plain::command_at(words).map(|(command, _)| command))
}

/// Postfix tells a refused login in words of its own.
fn login(text: &[u8]) -> Option<Command> {
    text.starts_with(b"SASL authentication failed").then_some(Command::Auth)
}
