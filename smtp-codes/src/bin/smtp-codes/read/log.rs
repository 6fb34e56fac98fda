//! A mail log, line by line: which program wrote a line, and what it tells.

use std::collections::HashMap;

use super::session::{Event, Session};
use super::{Case, Said, after, code_at, json, lossy, postfix, programs, split};

/// What one line of a log is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Line<'a> {
    /// What became of a delivery, or a reply by itself.
    Delivery(Case<'a>),
    /// A refusal of this server itself, to mail that others sent.
    OwnRefusal,
    /// A line of a known program that tells of no delivery.
    Known,
    /// A line that looks like mail and could not be read.
    Unread,
    /// A reply whose last line never came.
    CutOff,
    /// Anything else.
    Other,
}

/// What is known from the lines before.
#[derive(Default)]
pub(crate) struct Log {
    sessions: HashMap<Vec<u8>, Session>,
    /// Replies without any mark, and sessions without any.
    plain: Session,
    /// qmail's deliveries that have begun, and the columns of a PowerMTA file.
    pub(super) begun: HashMap<Vec<u8>, Vec<u8>>,
    pub(super) columns: Vec<String>,
    /// The last replies that a session had, which other lines tell again.
    told: Vec<Vec<u8>>,
}

/// So many connections are followed at a time.
const MOST: usize = 4096;

impl Log {
    /// Reads the next line, and hands on all that is complete with it.
    pub(crate) fn line(&mut self, line: &[u8], mut take: impl FnMut(Line<'_>)) {
        let line = line.trim_ascii_end();
        if !self.entry(line, &mut take) && !self.session_line(line, &mut take) {
            self.loose(line, take);
        }
    }

    /// A line that a known program wrote. Tells whether it was one.
    pub(super) fn entry(&mut self, line: &[u8], take: &mut impl FnMut(Line<'_>)) -> bool {
        if let Some(read) = Tag::of(line).and_then(|tag| tag.read(self)) {
            take(read);
            return true;
        }
        let Some(cases) = self.other_format(line) else { return false };
        if cases.is_empty() {
            take(Line::Known);
        }
        for case in cases {
            take(Line::Delivery(case));
        }
        true
    }

    /// The end of the log.
    pub(crate) fn end(&mut self, mut take: impl FnMut(Line<'_>)) {
        if self.plain.end() {
            take(Line::CutOff);
        }
    }

    /// JSON, a PowerMTA file, qmail: what is recognised by the line itself.
    fn other_format(&mut self, line: &[u8]) -> Option<Vec<Case<'static>>> {
        let trimmed = line.trim_ascii_start();
        if trimmed.first() == Some(&b'{') {
            return json::line(self, trimmed);
        }
        // The fields behind a program's message, unless they are text of a reply.
        let is_object = |before: &[u8]| trimmed.ends_with(b"}") && Said::find(before).is_none();
        if let Some((before, _)) = split(trimmed, " {\"").filter(|(before, _)| is_object(before)) {
            return json::line(self, trimmed.get(before.len() + 1..)?);
        }
        programs::qmail(self, trimmed).or_else(|| programs::power_mta(self, trimmed))
    }

    /// A line of what two servers said to each other, marked as such or bare. Tells whether it was one.
    pub(super) fn session_line(&mut self, line: &[u8], take: &mut impl FnMut(Line<'_>)) -> bool {
        let event = if let Some(mark) = super::session::mark(line) {
            if self.sessions.len() >= MOST {
                self.sessions.clear();
            }
            self.sessions.entry(mark.key.to_vec()).or_default().marked(&mark)
        } else if let Some(open) = self.open(line) {
            open.server(line.trim_ascii_start())
        } else {
            self.plain.bare(line)
        };
        match event {
            None => return false,
            Some(Event::Nothing) => {}
            Some(Event::CutOff) => take(Line::CutOff),
            Some(Event::Reply(case, is_news)) => {
                if let Some(said) = case.said.as_ref().filter(|_| self.plain.is_dialogue() || !self.sessions.is_empty())
                {
                    self.told.truncate(7);
                    self.told.insert(0, said.text.to_vec());
                }
                if is_news { take(Line::Delivery(case)) } else { take(Line::Known) }
            }
        }
        true
    }

    /// The session with a reply of several lines that this one goes on with.
    fn open(&mut self, line: &[u8]) -> Option<&mut Session> {
        self.sessions.values_mut().find(|session| session.goes_on(line))
    }

    /// Whether a line belongs to a session by its mark, or because it goes on with a reply.
    pub(super) fn is_session_line(&mut self, line: &[u8]) -> bool {
        super::session::mark(line).is_some() || self.open(line).is_some()
    }

    /// A line of no known form, which may hold a reply all the same.
    fn loose(&mut self, line: &[u8], mut take: impl FnMut(Line<'_>)) {
        let Some((said, start)) = Said::find(line) else {
            return take(if looks_like_mail(line) { Line::Unread } else { Line::Other });
        };
        if self.told.iter().any(|told| said.text.starts_with(told) || told.starts_with(&said.text)) {
            return take(Line::Known);
        }
        // Of two replies in one line nobody can tell which one is the delivery's.
        let behind = line.get(start + 3..).unwrap_or_default();
        let refused_later = || Said::find(behind).is_some_and(|(later, _)| later.codes.is_negative());
        if said.codes.is_positive() && refused_later() {
            return take(Line::Unread);
        }
        take(Line::Delivery(Case { said: Some(said), ..Case::default() }));
    }
}

/// The program that wrote a line, and what it wrote.
pub(super) struct Tag<'a> {
    program: &'a [u8],
    text: &'a [u8],
}

impl<'a> Tag<'a> {
    pub(super) const fn new(program: &'a [u8], text: &'a [u8]) -> Self {
        Self { program, text }
    }

    /// Finds the program in what syslog, journald and containers put before a line: the first word that ends with a
    /// colon and has a letter in it. Exim writes its own lines without it.
    pub(super) fn of(line: &'a [u8]) -> Option<Self> {
        let line = in_container(line.trim_ascii_start());
        if programs::is_exim(line) {
            return Some(Self { program: b"exim", text: line });
        }
        if line.starts_with(b"to=<") {
            return Some(Self { program: b"postfix/smtp", text: line });
        }
        let mut words = 0;
        let mut at = 0;
        let is_structured = line.first() == Some(&b'<') && after(line.get(..8)?, ">1 ").is_some();
        while words < 14 {
            let rest = line.get(at..)?;
            let length = memchr::memchr(b' ', rest)?;
            let word = rest.get(..length)?;
            at += length + 1;
            if word.is_empty() {
                continue;
            }
            words += 1;
            if is_structured && words == 4 {
                // `<22>1 time host program pid id data text` (RFC 5424)
                let text = line.get(at..)?.splitn(4, |byte| *byte == b' ').nth(3)?;
                return Some(Self { program: word, text });
            }
            // A reply stands before it: what follows is a server's text.
            if code_at(word).is_some() {
                return None;
            }
            if let [name @ .., b':'] = word {
                let name = name.split(|byte| *byte == b'[').next()?;
                if name.contains(&b'@') {
                    return None;
                }
                if name.iter().any(u8::is_ascii_alphabetic) {
                    let is_queue_id = line.get(at..)?.starts_with(b"to=<");
                    if is_queue_id {
                        return Some(Self { program: b"postfix/smtp", text: line.get(at - length - 1..)? });
                    }
                    return Some(Self { program: name, text: line.get(at..)? });
                }
            }
            if word.iter().any(|byte| b"=@\"'(".contains(byte)) || (words > 1 && word.contains(&b'<')) {
                return None;
            }
        }
        None
    }

    /// Reads the line, if the program is known.
    pub(super) fn read(&self, log: &mut Log) -> Option<Line<'a>> {
        let service = self.program.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
        let is = |name: &str| after(self.program, name).is_some();
        if self.program.starts_with(b"postfix") || is("postfix") {
            let text = self.text.trim_ascii_start();
            return Some(match text.strip_prefix(b"to=<") {
                Some(fields) => postfix::delivery(service, fields).unwrap_or(Line::Unread),
                None => postfix::read(service, text),
            });
        }
        if is("exim") {
            return Some(programs::exim(self.text));
        }
        if is("sendmail") || is("sm-mta") || is("sm-msp") {
            return Some(programs::sendmail(self.text));
        }
        if service == b"smtpd" {
            return Some(programs::open_smtpd(self.text));
        }
        if is("qmail") {
            let cases = programs::qmail(log, self.text)?;
            return Some(cases.into_iter().next().map_or(Line::Known, Line::Delivery));
        }
        // Access, spam and antivirus programs tell of no delivery.
        let silent = ["dovecot", "rspamd", "spamd", "opendkim", "opendmarc", "clamd", "amavis", "postgrey", "policyd"];
        silent.into_iter().any(is).then_some(Line::Known)
    }
}

/// A line without what a container's log puts before it: `mail-1  | `, `2026-11-20T06:25:02Z stdout F `, a time.
fn in_container(line: &[u8]) -> &[u8] {
    let has_bar = line.get(..line.len().min(64)).and_then(|head| memchr::memchr(b'|', head)).and_then(|at| {
        let name = line.get(..at)?.trim_ascii_end();
        // Docker writes the name in colour.
        let is_name =
            !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.\x1b[;/".contains(byte));
        let rest = line.get(at + 1..)?;
        is_name.then(|| rest.strip_prefix(b"\x1b[0m").unwrap_or(rest).trim_ascii_start())
    });
    let line = has_bar.unwrap_or(line);
    let has_stream = || {
        let mut words = line.splitn(4, |byte| *byte == b' ');
        let is_time = words.next()?.contains(&b'T');
        let is_stream = matches!((words.next()?, words.next()?), (b"stdout" | b"stderr", b"F" | b"P"));
        words.next().filter(|_| is_time && is_stream)
    };
    has_stream().unwrap_or(line)
}

/// Whether a line that nobody could read should have been one of a delivery.
fn looks_like_mail(line: &[u8]) -> bool {
    let has = |word: &str| after(line, word).is_some();
    let has_address = line.contains(&b'@');
    let is_field = ["to=<", "status=", "stat=", "dsn=", "rcpt=", "rcpts=", "response="].into_iter().any(has);
    let text = lossy(line.get(..line.len().min(500)).unwrap_or_default()).to_lowercase();
    let words = ["bounce", "reject", "defer", "refus", "deliver", "undeliverable", "recipient", "smtp error"];
    let is_told = words.iter().any(|word| text.contains(word));
    (has_address && (is_field || is_told)) || (is_field && is_told)
}

/// What `name=value` fields of an application say: `result="PermFail"`.
pub(super) fn value<'a>(text: &'a [u8], name: &str) -> Option<(&'a [u8], &'a [u8])> {
    let rest = after(text, name)?;
    match rest.strip_prefix(b"\"") {
        Some(quoted) => split(quoted, "\""),
        None => split(rest, " ").or(Some((rest, b""))),
    }
}
