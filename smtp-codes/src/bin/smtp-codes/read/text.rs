//! A text that somebody pasted: a reply, a session, lines of a log, a bounce message, an error of a program.

use std::borrow::Cow;

use smtp_codes::{Command, ReplyCodes, find_codes};

use super::address::{in_text, in_word};
use super::log::{Line, Log};
use super::postfix::in_reply_to;
use super::session::{command_line, mark};
use super::{Case, Outcome, Said, after, bounce, code_at, command_at, json, lossy};

/// What a text holds.
#[derive(Default, Debug)]
pub(crate) struct Reading {
    /// The refusals, the most telling first; where there is none, the last success.
    pub(crate) cases: Vec<Case<'static>>,
    /// Successes beside refusals, which are not told.
    pub(crate) successes: usize,
    /// Whether it is what two programs said to each other.
    pub(crate) is_session: bool,
    /// Lines that look like mail and could not be read.
    pub(crate) unread: usize,
    /// Cases beyond those that are told.
    pub(crate) more: usize,
    /// Refusals of this server itself.
    pub(crate) own_refusals: usize,
    /// Whom the text is about, if it names anybody.
    pub(crate) recipient: Option<Vec<u8>>,
    /// A reply ends in the middle.
    pub(crate) is_cut_off: bool,
}

/// So many different cases of one text are told. What has more is a log, for `triage`.
const MOST: usize = 300;

/// Reads a text.
pub(crate) fn read(input: &[u8]) -> Reading {
    let mut reading = Reading::default();
    if let Ok(value) = serde_json::from_slice(input.trim_ascii()) {
        reading.cases = json::cases(&value);
    }
    if reading.cases.is_empty() {
        let (mut reports, mut told) = (Vec::new(), Vec::new());
        for text in bounce::texts(input) {
            let (cases, lines) = bounce::groups(&text);
            reports.extend(cases);
            told.extend(reading.lines(&lines));
        }
        reading.cases = join(reports, told);
    }
    reading.choose();
    reading
}

impl Reading {
    /// Reads lines, some of them of a log or of a session, the others for people.
    fn lines(&mut self, lines: &[&[u8]]) -> Vec<Case<'static>> {
        let has_code = lines.iter().any(|line| code_at(line.trim_ascii()).is_some());
        let is_bare_session = has_code && lines.iter().any(|line| command_line(line.trim_ascii()).is_some());
        let has_marks = lines.iter().any(|line| mark(line).is_some());
        self.is_session |= is_bare_session || has_marks;
        let mut log = Log::default();
        let mut cases = Vec::new();
        let mut people = People::default();
        for line in lines.iter().flat_map(|line| one_line_session(line)) {
            let expected = line.strip_prefix(b"!! ").map(expected);
            if let Some(command) = expected {
                // What a client waited for tells which command was answered.
                if let (Some(command), Some(last)) = (command, cases.last_mut()) {
                    let last: &mut Case<'static> = last;
                    last.command = Some(command);
                }
                continue;
            }
            let mut is_told = true;
            let mut take = |line: Line<'_>| match line {
                Line::Delivery(case) => cases.push(case.into_owned()),
                Line::CutOff => self.is_cut_off = true,
                // No delivery, and still somebody wants to know what it means.
                Line::OwnRefusal | Line::Unread | Line::Known | Line::Other => {
                    self.unread += usize::from(line == Line::Unread);
                    self.own_refusals += usize::from(line == Line::OwnRefusal);
                    is_told = false;
                }
            };
            let mut structured = log.entry(line, &mut take) && is_told;
            if !structured && (is_bare_session || log.is_session_line(line)) {
                structured = log.session_line(line, &mut |line| match line {
                    Line::Delivery(case) => cases.push(case.into_owned()),
                    Line::CutOff => self.is_cut_off = true,
                    _ => {}
                });
            }
            if !structured {
                people.line(line);
            }
        }
        log.end(|_| self.is_cut_off = true);
        people.end_paragraph();
        // In a session all is said by its marked lines. What people and programs write around it tells it again.
        let is_told = |case: &Case<'_>| self.is_session && !cases.is_empty() && !is_refusal(case);
        people.cases.retain(|case| !is_told(case));
        let has_reply = |cases: &[Case<'_>]| cases.iter().any(|case| case.said.is_some());
        if !has_reply(&cases) && !has_reply(&people.cases) && !self.is_session {
            cases.extend(people.status);
        }
        self.recipient = self.recipient.take().or(people.recipient);
        cases.extend(people.cases);
        cases
    }

    /// Puts what matters first, each thing once.
    fn choose(&mut self) {
        let mut cases: Vec<Case<'static>> = Vec::new();
        for case in self.cases.drain(..) {
            if cases.len() == MOST {
                self.more += 1;
                continue;
            }
            match cases.iter_mut().find(|other| is_same(other, &case)) {
                Some(other) => merge(other, case),
                None => cases.push(case),
            }
        }
        let (mut refusals, mut others): (Vec<_>, Vec<_>) = cases.into_iter().partition(is_refusal);
        if self.is_session {
            // The last one first. 503 follows from a refusal before it.
            refusals.reverse();
            refusals.sort_by_key(|case| case.codes().is_some_and(|codes| codes.code() == 503));
            if refusals.is_empty() {
                let is_taken = |case: &Case<'_>| case.command == Some(Command::EndOfData);
                let at = others.iter().rposition(is_taken).or(others.len().checked_sub(1));
                others = at.map(|at| others.swap_remove(at)).into_iter().collect();
            }
        }
        if refusals.is_empty() {
            self.cases = others;
        } else {
            self.successes = others.len();
            self.cases = refusals;
        }
    }
}

/// Whether it is anything but a success.
fn is_refusal(case: &Case<'_>) -> bool {
    let is_contradiction = case.said.as_ref().is_some_and(|said| said.contradiction.is_some());
    is_contradiction || case.result().is_none_or(|result| result != Outcome::Sent)
}

/// Whether two places of a text tell the same.
fn is_same(one: &Case<'_>, other: &Case<'_>) -> bool {
    let agree = |one: Option<&[u8]>, other: Option<&[u8]>| match (one, other) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        _ => true,
    };
    let codes = match (one.codes(), other.codes()) {
        (Some(one), Some(other)) => {
            one.code() == other.code()
                && (one.enhanced() == other.enhanced() || one.enhanced().is_none() || other.enhanced().is_none())
        }
        (None, None) => one.status == other.status,
        _ => false,
    };
    codes
        && agree(one.recipient.as_deref(), other.recipient.as_deref())
        && (one.command == other.command || one.command.is_none() || other.command.is_none())
}

/// Adds to a case what another place of the text tells of it.
fn merge(case: &mut Case<'static>, other: Case<'static>) {
    case.recipient = case.recipient.take().or(other.recipient);
    case.outcome = case.outcome.or(other.outcome);
    case.command = case.command.or(other.command);
    case.status = case.status.or(other.status);
    if case.host.is_empty() {
        case.host = other.host;
    }
    // A reply as it came says more than one that a program has taken apart.
    let worth = |said: &Option<Said<'_>>| {
        said.as_ref().map_or((false, false, 0), |said| {
            (said.codes.enhanced().is_some(), code_at(&said.text).is_some(), said.text.len())
        })
    };
    if worth(&case.said) < worth(&other.said) {
        case.said = other.said;
    }
}

/// The recipients of a report, and what its text for people says of them.
fn join(mut reports: Vec<Case<'static>>, told: Vec<Case<'static>>) -> Vec<Case<'static>> {
    if reports.is_empty() {
        return told;
    }
    let is_single = reports.len() == 1;
    for case in told.into_iter().filter(|case| case.said.is_some()) {
        let about = |report: &&mut Case<'static>| match (&report.recipient, &case.recipient) {
            (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
            _ => is_single,
        };
        if let Some(report) = reports.iter_mut().find(about) {
            let is_same = report.codes().is_some_and(|codes| Some(codes.code()) == case.codes().map(ReplyCodes::code));
            if report.said.is_none() {
                report.said = case.said;
                report.command = case.command;
            } else if is_same {
                report.command = report.command.or(case.command);
            }
        }
    }
    reports
}

/// What a client says that it waited for: `Expected response code 250/251/252 but ..`.
fn expected(text: &[u8]) -> Option<Command> {
    let code = after(text, "Expected response code ")?;
    match code.get(..7)? {
        b"250/251" => Some(Command::Rcpt),
        [b'3', b'5', b'4', ..] => Some(Command::Data),
        [b'2', b'2', b'0', ..] => Some(Command::Connect),
        _ => None,
    }
}

/// A session on a single line, as Swift Mailer logs it: `>> MAIL FROM:<..>  >> RCPT TO:<..>  << 451 ..  !! Expected ..`.
fn one_line_session(line: &[u8]) -> Vec<&[u8]> {
    let marks: Vec<usize> = (1..line.len())
        .filter(|at| [" << ", " >> ", " !! "].iter().any(|mark| line[at - 1..].starts_with(mark.as_bytes())))
        .collect();
    let is_command = |at: &usize| line.get(at + 3..).is_some_and(|rest| command_at(rest).is_some());
    if marks.len() < 2 || !marks.iter().any(is_command) {
        return vec![line];
    }
    let ends = marks.iter().copied().chain([line.len()]);
    let starts = [0].into_iter().chain(marks.iter().copied());
    starts.zip(ends).filter_map(|(start, end)| line.get(start..end)).map(<[u8]>::trim_ascii).collect()
}

/// No reply is longer, whatever goes on with it.
const LONGEST: usize = 8 * 1024;

/// Reads a text for people, paragraph by paragraph.
#[derive(Default)]
struct People {
    cases: Vec<Case<'static>>,
    /// An enhanced code without any reply.
    status: Option<Case<'static>>,
    /// Whom the text is about at this place.
    recipient: Option<Vec<u8>>,
    /// The line that is read, with those that go on with it, and where the last of them begins.
    line: Vec<u8>,
    last: usize,
    /// Whether this paragraph had a reply: below it all may be the reply's.
    has_reply: bool,
    /// How far the line begins to the right, and how far the one did that named the recipient.
    indent: usize,
    level: Option<usize>,
}

impl People {
    fn line(&mut self, line: &[u8]) {
        let trimmed = line.trim_ascii();
        if trimmed.is_empty() {
            return self.end_paragraph();
        }
        let is_indented = matches!(line, [b' ' | b'\t', ..]);
        let is_reply = code_at(trimmed).is_some();
        let last = self.line.get(self.last..).unwrap_or_default();
        let is_open = code_at(last).is_some() && last.get(3) == Some(&b'-');
        let is_torn = last.len() >= 3
            && code_at(last.get(last.len() - 3..).unwrap_or_default()).is_some()
            && super::split(trimmed, ".").is_some_and(|(class, _)| class.len() == 1);
        let is_alone = in_word(trimmed).is_some() && !trimmed.contains(&b' ');
        let is_trace = trimmed.starts_with(b"at ");
        let has_room = !self.line.is_empty() && self.line.len() < LONGEST;
        if has_room && ((is_indented && !is_alone && !is_trace) || (is_reply && is_open) || is_torn) {
            self.line.push(if is_reply { b'\n' } else { b' ' });
            self.last = self.line.len();
            self.line.extend_from_slice(trimmed);
            return;
        }
        self.end_line();
        self.indent = line.len() - line.trim_ascii_start().len();
        // Exim writes its next recipient as far to the left as the one before, and what servers said further right.
        self.has_reply &= !(is_alone && self.indent > 0 && self.level == Some(self.indent));
        self.last = 0;
        self.line.extend_from_slice(trimmed);
    }

    fn end_paragraph(&mut self) {
        self.end_line();
        self.has_reply = false;
        self.level = None;
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            return;
        }
        // Python has one entry for each recipient: `{'a@example.net': (550, b'No'), 'b@example.net': (450, b'Later')}`.
        let is_list = after(&line, "': (").is_some();
        let mut start = 0;
        for at in memchr::memmem::find_iter(&line, b"'), '").filter(|_| is_list) {
            self.whole_line(line.get(start..at + 2).unwrap_or_default());
            self.has_reply = false;
            start = at + 4;
        }
        self.whole_line(line.get(start..).unwrap_or_default());
    }

    fn whole_line(&mut self, line: &[u8]) {
        let found = reply(line);
        let start = found.as_ref().map_or(line.len(), |(said, _)| line.len() - said.text.len().min(line.len()));
        let before = find_codes(line).map_or(line.len(), |found| found.range().start).min(line.len()).min(start.max(1));
        let head = line.get(..before).unwrap_or_default();
        if let Some(recipient) = self.recipient_of(head, found.is_some()) {
            self.recipient = Some(recipient);
            self.level = Some(self.indent);
        }
        let Some((said, command)) = found else {
            if let (None, Some(status)) = (&self.status, smtp_codes::find_enhanced(line)) {
                let recipient = self.recipient.clone().map(Cow::Owned);
                self.status =
                    Some(Case { status: Some(status), recipient, own: Cow::Owned(line.to_vec()), ..Case::default() });
            }
            return;
        };
        self.has_reply = true;
        self.cases.push(Case {
            recipient: self.recipient.clone().map(Cow::Owned),
            command: command.or_else(|| command_in(line)),
            host: Cow::Owned(host_in(head)),
            said: Some(said),
            ..Case::default()
        });
    }

    /// Whom a line names, before any reply in it: an address by itself, `<ann@example.net>: host .. said:`, `delivered to
    /// ann@example.net`.
    fn recipient_of(&self, head: &[u8], is_reply: bool) -> Option<Vec<u8>> {
        let first = head
            .split(u8::is_ascii_whitespace)
            .find(|word| !matches!(*word, b"" | b"-" | b"*" | b"**" | b"==" | b"=>"))?;
        let is_begin = first.ends_with(b":") || head.trim_ascii().len() <= first.len() + 2 || is_reply;
        if let (Some(address), true) = (in_word(first), is_begin) {
            let is_own = !self.has_reply || first.ends_with(b":");
            return is_own.then(|| address.to_vec());
        }
        if self.has_reply {
            return None;
        }
        let lower = lossy(head).to_lowercase();
        let says =
            ["recipient", "deliver", "message to", "failed", "rejected", "refused", "accepted", "rcpt", "address"];
        let mut addresses = in_text(head);
        let only = addresses.next()?;
        let is_sender = lower.contains("from:") || lower.contains("from <") || lower.contains("sender");
        (addresses.all(|other| other == only) && says.iter().any(|word| lower.contains(word)) && !is_sender)
            .then(|| only.to_vec())
    }
}

/// The server that is named before a reply: `host mx.example.net[192.0.2.1] said:`.
fn host_in(head: &[u8]) -> Vec<u8> {
    let named = ["host ", "talking to ", "server "].iter().find_map(|word| after(head, word));
    let name = named.and_then(|rest| rest.split(u8::is_ascii_whitespace).next()).unwrap_or_default();
    let is_name =
        name.contains(&b'.') && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b".-[]:".contains(byte));
    if is_name { name.strip_suffix(b".:").unwrap_or(name).to_vec() } else { Vec::new() }
}

/// The reply in a text for people, and the command that it says it answers.
pub(super) fn reply(text: &[u8]) -> Option<(Said<'static>, Option<Command>)> {
    let folded: Vec<u8> = text.iter().map(|byte| if *byte == b'\n' { b' ' } else { *byte }).collect();
    let (said, start) = Said::find(text).or_else(|| Said::find(&folded))?;
    let (_, command) = in_reply_to(&folded, false);
    let (bare, _) = in_reply_to(&said.text, false);
    let bare =
        after(bare, " (in reply to ").map_or(bare, |rest| bare.get(..bare.len() - rest.len() - 14).unwrap_or(bare));
    let open = text.get(..start).and_then(<[u8]>::last);
    // What stands around it in other languages: quotes, brackets.
    let close = match open {
        Some(b'\'') => "'",
        Some(b'"') => "\"",
        Some(b'(') => ")",
        _ => "",
    };
    let bare = bare.strip_suffix(close.as_bytes()).unwrap_or(bare);
    Some((
        Said { text: Cow::Owned(bare.to_vec()), ..said.clone() }.into_owned(),
        command.or_else(|| command_in(&folded)),
    ))
}

/// The command that a text says a reply answers: `after RCPT TO:<..>:`, `command: 'CONN'`, `RCPT TO command failed`.
fn command_in(text: &[u8]) -> Option<Command> {
    let find = |mark: &str| {
        let rest = after(text, mark)?;
        Some(command_at(rest.trim_ascii_start().strip_prefix(b"pipelined ").unwrap_or(rest.trim_ascii_start()))?.0)
    };
    [
        "in reply to ",
        "mail server after ",
        "mailer after ",
        "response to ",
        "\"command\":\"",
        "command: '",
        "SMTP ERROR: ",
    ]
    .into_iter()
    .find_map(find)
    .or_else(|| after(text, "nvalid greeting").or(after(text, "refused to talk to me")).map(|_| Command::Connect))
}
