//! What two programs said to each other, line by line: which command each reply answers.

use std::borrow::Cow;
use std::collections::VecDeque;

use smtp_codes::{Command, Reply, ReplyError};

use super::address::bracketed;
use super::{Case, Said, code_at, command_at, contradiction, split};

/// A line of a protocol, with the mark that says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark<'a> {
    /// Who said it; an arrow alone does not tell, since programs draw it both ways.
    side: Side,
    pub(super) text: &'a [u8],
    /// The connection, in a log of many.
    pub(super) key: &'a [u8],
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Server,
    Client,
    /// `<-`, `->` and their like: the usual reading first.
    Arrow {
        is_in: bool,
    },
}

/// What a line of a session brings.
pub(super) enum Event {
    /// A line of the session and nothing more.
    Nothing,
    /// A reply, and whether it is a result: a refusal, or that the message was taken.
    Reply(Case<'static>, bool),
    /// A reply that ends in the middle.
    CutOff,
}

/// More than this in one reply is no reply, and more commands than this at once no client.
const MOST: usize = 64 * 1024;

/// One connection.
#[derive(Default, Debug)]
pub(super) struct Session {
    /// The commands that wait for a reply, with the recipient of `RCPT`.
    waiting: VecDeque<(Command, Option<Vec<u8>>)>,
    /// The lines of the reply that has begun.
    begun: Vec<u8>,
    /// How many commands and replies there were.
    seen: usize,
    /// Whether a command was seen: then replies answer one another's command.
    is_dialogue: bool,
    /// Whether `->` stands before what the server said, once that is known.
    is_turned: Option<bool>,
    /// Whether the client sends the message, in which any line may stand.
    in_data: bool,
    /// Whether lines without a mark are those of a session.
    has_marks: bool,
    /// The recipients that were accepted, in LMTP, where each gets a reply to the message (RFC 2033 section 4.2).
    accepted: Option<Vec<Option<Vec<u8>>>>,
}

impl Session {
    pub(super) const fn is_dialogue(&self) -> bool {
        self.is_dialogue
    }

    /// Whether a line without a mark goes on with a reply of several lines.
    pub(super) fn goes_on(&self, line: &[u8]) -> bool {
        !self.begun.is_empty() && code_at(line.trim_ascii_start()).is_some()
    }

    pub(super) fn marked(&mut self, mark: &Mark<'_>) -> Option<Event> {
        self.has_marks = true;
        let text = mark.text;
        let is_reply = code_at(text).is_some();
        let is_server = match mark.side {
            Side::Server => true,
            Side::Client => false,
            Side::Arrow { is_in } => {
                let is_turned = *self.is_turned.get_or_insert(is_in != is_reply);
                is_in != is_turned
            }
        };
        Some(match is_server {
            true if is_reply => self.server(text)?,
            true => Event::Nothing,
            false => self.client(text),
        })
    }

    /// A line without any mark: a reply, a command, or both, as in `RCPT TO:<ann@example.net>: 550 Unknown`.
    pub(super) fn bare(&mut self, line: &[u8]) -> Option<Event> {
        let line = line.trim_ascii();
        if code_at(line).is_some() {
            // A count or a size at the beginning of a line is no reply.
            let is_reply = !self.begun.is_empty() || Said::find(line).is_some_and(|(_, start)| start == 0);
            return if is_reply { self.server(line) } else { None };
        }
        if !self.begun.is_empty() {
            self.begun.clear();
            return Some(Event::CutOff);
        }
        let (command, recipient, rest) = command_line(line)?;
        if let Some(said) = split(rest, ": ").filter(|_| !self.is_dialogue).and_then(|(_, said)| Said::at_start(said)) {
            let case = Case {
                recipient: recipient.map(|one| Cow::Owned(one.to_vec())),
                said: Some(said.into_owned()),
                command: Some(command),
                ..Case::default()
            };
            return Some(Event::Reply(case, true));
        }
        Some(self.client(line))
    }

    /// The end of all lines: whether a reply was cut off.
    pub(super) fn end(&mut self) -> bool {
        !std::mem::take(&mut self.begun).is_empty()
    }

    fn client(&mut self, text: &[u8]) -> Event {
        // Some programs log only the first line of a reply.
        if !std::mem::take(&mut self.begun).is_empty() {
            self.waiting.pop_front();
        }
        if self.in_data {
            if text == b"." {
                self.in_data = false;
                match self.accepted.as_mut().filter(|accepted| !accepted.is_empty()) {
                    Some(accepted) => {
                        self.waiting.extend(accepted.drain(..).map(|one| (Command::LmtpEndOfData, one)));
                    }
                    None => self.waiting.push_back((Command::EndOfData, None)),
                }
            }
        } else if let Some((command, recipient, _)) = command_line(text) {
            self.is_dialogue = true;
            self.seen += 1;
            if command == Command::Lhlo {
                self.accepted = Some(Vec::new());
            }
            if self.waiting.len() < MOST {
                self.waiting.push_back((command, recipient.map(<[u8]>::to_vec)));
            }
        }
        Event::Nothing
    }

    /// A line of the server's.
    pub(super) fn server(&mut self, line: &[u8]) -> Option<Event> {
        if self.begun.len() + line.len() < MOST {
            self.begun.extend_from_slice(line);
            self.begun.push(b'\n');
        }
        if line.get(3) == Some(&b'-') {
            return Some(Event::Nothing);
        }
        let text = std::mem::take(&mut self.begun);
        let text = text.strip_suffix(b"\n").unwrap_or(&text);
        let said = Said::at_start(text)?.into_owned();
        let code = said.codes.code();
        // Lines that contradict each other are a fault of the whole reply.
        let whole = [text, b"\n"].concat();
        let contradiction = match Reply::parse(&whole) {
            Err(ReplyError::MixedCodes { other, .. }) => Some(other),
            _ => contradiction(text, code),
        };
        let said = Said { contradiction, ..said };
        let is_first = self.seen == 0;
        self.seen += 1;
        let waited = self.waiting.pop_front();
        let is_greeting = is_first
            && waited.is_none()
            && (self.is_dialogue || self.has_marks)
            && matches!(code.as_u16(), 220 | 421 | 521 | 554);
        let (command, recipient) = match waited {
            Some((command, recipient)) => (Some(command), recipient),
            // The message was not logged, and its end neither.
            None if std::mem::take(&mut self.in_data) => (Some(Command::EndOfData), None),
            None => (is_greeting.then_some(Command::Connect), None),
        };
        match (command, code.as_u16()) {
            (Some(Command::Auth), 334) => self.waiting.push_front((Command::Auth, None)),
            (Some(Command::Data), 354) => self.in_data = true,
            (Some(Command::Rcpt), 250 | 251) => {
                if let Some(accepted) = self.accepted.as_mut().filter(|accepted| accepted.len() < MOST) {
                    accepted.push(recipient.clone());
                }
            }
            _ => {}
        }
        let in_session = self.is_dialogue || self.has_marks;
        let is_taken = matches!(command, Some(Command::EndOfData | Command::LmtpEndOfData | Command::Bdat));
        let is_news = said.codes.is_negative() || said.contradiction.is_some() || !in_session || is_taken;
        let case = Case { recipient: recipient.map(Cow::Owned), said: Some(said), command, ..Case::default() };
        Some(Event::Reply(case, is_news))
    }
}

/// A command, the recipient of `RCPT`, and what follows.
type CommandLine<'a> = (Command, Option<&'a [u8]>, &'a [u8]);

/// A command as a client sends it.
pub(super) fn command_line(line: &[u8]) -> Option<CommandLine<'_>> {
    let (command, rest) = command_at(line)?;
    let recipient =
        || bracketed(rest.trim_ascii_start().strip_prefix(b":")?.trim_ascii_start().strip_prefix(b"<")?, &[""]);
    match command {
        Command::Rcpt => {
            let (address, rest) = recipient()?;
            Some((command, address.is_plain.then_some(address.text), rest))
        }
        Command::Mail => Some((command, None, recipient()?.1)),
        Command::Ehlo
        | Command::Helo
        | Command::Lhlo
        | Command::Auth
        | Command::Bdat
        | Command::Vrfy
        | Command::Expn => rest.starts_with(b" ").then_some((command, None, rest)),
        Command::EndOfData | Command::Connect => None,
        _ => (rest.is_empty() || rest.starts_with(b":")).then_some((command, None, rest)),
    }
}

/// The mark of a line of a protocol, among its first words: `S:`, `<<<`, `SMTP<<`, `SERVER -> CLIENT:`, `reply:`. What
/// follows has to be a reply, a command, or, behind a mark that nothing else has, anything.
pub(super) fn mark(line: &[u8]) -> Option<Mark<'_>> {
    let head = line.get(..line.len().min(200))?;
    if !head.iter().any(|byte| b":<>".contains(byte)) {
        return None;
    }
    // Exchange's protocol log has columns.
    for (column, side) in [(",<,", Side::Server), (",>,", Side::Client)] {
        let found = split(line, column).filter(|(before, _)| Said::find(before).is_none());
        if let Some((before, text)) = found {
            let key = before.split(|byte| *byte == b',').nth(2)?;
            return decisive(side, unquoted(text), key);
        }
    }
    let mut key = &b""[..];
    let mut at = 0;
    let mut before = [&b""[..]; 2];
    for index in 0..12 {
        let rest = line.get(at..)?;
        let start = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let rest = rest.get(start..)?;
        let word = rest.split(u8::is_ascii_whitespace).next()?;
        let behind = rest.get(word.len()..)?;
        at += start + word.len();
        // A reply before the mark: what follows is its text.
        if code_at(word).is_some() && Said::find(line).is_some_and(|(_, found)| found < at) {
            return None;
        }
        if let Some(side) = side(word, before, index == 0) {
            let text = unquoted(behind.trim_ascii());
            if let Some(mark) = decisive(side, text, key) {
                return Some(mark);
            }
        }
        if matches!(word, [b'[', .., b']'])
            && key.is_empty()
            && !word.contains(&b':')
            && word.iter().any(u8::is_ascii_digit)
        {
            key = word;
        }
        before = [before[1], word];
    }
    None
}

/// Whose line a word announces.
fn side(word: &[u8], before: [&[u8]; 2], is_first: bool) -> Option<Side> {
    let word = word.strip_prefix(b"\"").unwrap_or(word);
    Some(match word {
        b"CLIENT:" if before == [&b"SERVER"[..], b"->"] => Side::Server,
        b"SERVER:" if before == [&b"CLIENT"[..], b"->"] => Side::Client,
        b"S:" | b"Out:" | b"reply:" | b"RECEIVED:" | b"RECV:" | b"recv:" | b"Server:" | b"server:" => Side::Server,
        b"C:" | b"In:" | b"send:" | b"SENT:" | b"SEND:" | b"sent:" | b"Client:" | b"client:" => Side::Client,
        b"<" | b">" if !is_first => return None,
        b"<" | b"<-" | b"<--" | b"<**" | b"<~" | b"<~*" | b"<=" | b"<<" => Side::Arrow { is_in: true },
        b">" | b"->" | b"-->" | b"**>" | b"~>" | b"*~>" | b"=>" | b">>" => Side::Arrow { is_in: false },
        _ if word.ends_with(b"<<<") || word.ends_with(b"SMTP<<") => Side::Server,
        _ if word.ends_with(b">>>") || (word.starts_with(b"SMTP") && word.ends_with(b">>")) => Side::Client,
        _ => return None,
    })
}

/// The line, if what stands behind the mark is what a server or a client says.
fn decisive<'a>(side: Side, text: &'a [u8], key: &'a [u8]) -> Option<Mark<'a>> {
    let is_one = code_at(text).is_some() || command_line(text).is_some() || text == b".";
    is_one.then_some(Mark { side, text, key })
}

/// What Python, Ruby and CSV put around a line: `b'550 No\r\n'`, `"550 No\r\n"`.
fn unquoted(text: &[u8]) -> &[u8] {
    let text = text.strip_prefix(b"b").filter(|rest| matches!(rest, [b'\'' | b'"', ..])).unwrap_or(text);
    let Some((quote @ (b'\'' | b'"'), inner)) = text.split_first() else {
        return text.strip_suffix(b"\"").or_else(|| text.strip_suffix(b",")).unwrap_or(text);
    };
    let end = inner.iter().rposition(|byte| byte == quote).unwrap_or(inner.len());
    let inner = inner.get(..end).unwrap_or(inner);
    ["\\r\\n", "\\n"].iter().find_map(|end| inner.strip_suffix(end.as_bytes())).unwrap_or(inner)
}
