//! Deliveries in Postfix's log: `4Xk: to=<ann@example.net>, relay=.., dsn=5.1.1, status=bounced (host .. said: 550 ..)`.

use std::borrow::Cow;

use smtp_codes::{Command, EnhancedCode};

use super::address::bracketed;
use super::log::Line;
use super::{Case, Outcome, Said, after, command_at, split};

/// What can follow an address. A second one of these in a line is what somebody made to look like fields.
const BEHIND: [&str; 2] = [", relay=", ", orig_to=<"];

/// Reads what stands behind `postfix/smtp[2203]: `.
pub(super) fn read<'a>(service: &[u8], line: &'a [u8]) -> Line<'a> {
    let id = line.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let Some(rest) = line.get(id..).and_then(|rest| rest.strip_prefix(b": ")).filter(|_| id > 0) else {
        return Line::Known;
    };
    if rest.starts_with(b"reject") || rest.starts_with(b"milter-reject") {
        return Line::OwnRefusal;
    }
    match rest.strip_prefix(b"to=<") {
        Some(fields) => delivery(service, fields).unwrap_or(Line::Unread),
        None => Line::Known,
    }
}

/// Reads what stands behind `to=<`. The fields are read from the front, in their order, and nothing is searched
/// for: behind `status=` all is text.
pub(super) fn delivery<'a>(service: &[u8], text: &'a [u8]) -> Option<Line<'a>> {
    let (address, mut rest) = bracketed(text, &BEHIND)?;
    let mut is_plain = address.is_plain;
    if let Some(original) = rest.strip_prefix(b", orig_to=<") {
        let (original, behind) = bracketed(original, &BEHIND[..1])?;
        is_plain &= original.is_plain;
        rest = behind;
    }
    let (mut status, mut relay) = (None, &b""[..]);
    let (word, text) = loop {
        rest = rest.strip_prefix(b", ")?;
        if let Some(last) = rest.strip_prefix(b"status=") {
            let end = last.iter().position(|byte| matches!(byte, b' ' | b',')).unwrap_or(last.len());
            break last.split_at_checked(end)?;
        }
        let end = memchr::memchr(b',', rest)?;
        let (field, behind) = rest.split_at_checked(end)?;
        match field.split_at_checked(memchr::memchr(b'=', field)?)? {
            (b"relay", value) => relay = value,
            (b"dsn", value) => status = EnhancedCode::from_bytes(value.get(1..)?).ok(),
            (b"conn_use" | b"delay" | b"delays", _) => {}
            _ => return None,
        }
        rest = behind;
    };
    // What Postfix finds out about an address for itself is no delivery.
    if matches!(word, b"deliverable" | b"undeliverable") {
        return Some(Line::Known);
    }
    let outcome = match word {
        b"sent" => Outcome::Sent,
        b"bounced" => Outcome::Failed,
        word => Outcome::from_word(word)?,
    };
    let text = text.trim_ascii();
    let text = text.strip_prefix(b"(").unwrap_or(text);
    let text = text.strip_suffix(b")").unwrap_or(text);
    let is_lmtp = service == b"lmtp" || relay.ends_with(b"lmtp]");
    let is_local = matches!(service, b"local" | b"virtual" | b"pipe" | b"discard");
    let case = Case {
        recipient: Some(Cow::Borrowed(address.text)),
        outcome: Some(outcome),
        status,
        own: Cow::Borrowed(text),
        ..reply(text, outcome, is_lmtp, is_local)
    };
    let is_imitated =
        after(text, ">, ").is_some() && [">, relay=", ">, orig_to=<"].iter().any(|mark| after(text, mark).is_some());
    // Either the reply imitates fields, or before 3.5 the address did. Behind what a host said Postfix has words of its
    // own: without them it was the address.
    if is_imitated && outcome != Outcome::Sent {
        let is_whole =
            text.ends_with(b" command)") || !text.starts_with(b"host ") || case.command == Some(Command::Connect);
        case.said.as_ref().filter(|_| is_whole)?;
    }
    Some(Line::Delivery(Case { doubtful: is_imitated || !is_plain, ..case }))
}

/// The reply within the brackets behind the status, if a server is said to have given one.
fn reply(text: &[u8], outcome: Outcome, is_lmtp: bool, is_local: bool) -> Case<'_> {
    if is_local {
        return Case::default();
    }
    if outcome == Outcome::Sent {
        return Case { said: Said::at_start(text), ..Case::default() };
    }
    let suspended = text.strip_prefix(b"delivery temporarily suspended: ");
    let text = suspended.unwrap_or(text);
    // The first of the two marks: no host's name has one in it.
    let mark = |mark| split(text, mark).filter(|(_, said)| super::code_at(said).is_some());
    let said = mark(" said: ");
    let is_plain = said.is_some_and(|(host, _)| host.strip_prefix(b"host ").is_some_and(|name| !name.contains(&b' ')));
    let refused = if is_plain { None } else { mark(" refused to talk to me: ") };
    let (host, said, command) = match (said, refused) {
        (Some((host, _)), Some((other, said))) if other.len() < host.len() => (other, said, Some(Command::Connect)),
        (Some((host, said)), _) => {
            let (said, command) = in_reply_to(said, is_lmtp);
            let is_login = host.starts_with(b"SASL authentication");
            (host, said, command.or(is_login.then_some(Command::Auth)))
        }
        // It says the same to a refused EHLO, where the client does the same: it tries another host.
        (None, Some((host, said))) => (host, said, Some(Command::Connect)),
        (None, None) => return Case { command: in_reply_to(text, is_lmtp).1, ..Case::default() },
    };
    let host = ["host ", "server "].iter().find_map(|word| after(host, word)).unwrap_or(host);
    Case {
        said: Said::at_start(said),
        command,
        host: Cow::Borrowed(host),
        earlier: suspended.is_some(),
        ..Case::default()
    }
}

/// The text without ` (in reply to RCPT TO command)` at its very end, and the command.
pub(super) fn in_reply_to(text: &[u8], is_lmtp: bool) -> (&[u8], Option<Command>) {
    let text = text.trim_ascii_end();
    let bare = text.strip_suffix(b")").unwrap_or(text);
    if !bare.ends_with(b" command") {
        return (text, None);
    }
    let Some(at) = memchr::memmem::rfind(bare, b" (in reply to ") else { return (text, None) };
    let words = bare.get(at + " (in reply to ".len()..).unwrap_or_default();
    match command_at(words) {
        Some((command, b" command")) => {
            let is_each = is_lmtp && command == Command::EndOfData;
            let command = if is_each { Command::LmtpEndOfData } else { command };
            (bare.get(..at).unwrap_or_default(), Some(command))
        }
        _ => (text, None),
    }
}
