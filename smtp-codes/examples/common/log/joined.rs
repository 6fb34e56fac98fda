//! The lines of a log one after the other, with plain replies of several lines put together.

use smtp_codes::{Command, Reply, ReplyError, find_enhanced};

use super::{Entry, Line, Said, code_at, plain, read};

/// More than this in one reply is no reply. It bounds what is kept.
const MOST: usize = 64 * 1024;

/// Reads a log, line by line.
#[derive(Default)]
pub(crate) struct Joined {
    /// The lines of the reply that has begun, if one has.
    begun: Vec<u8>,
    /// Where the reply itself begins: in the first line a command may stand before it.
    start: usize,
    command: Option<Command>,
}

impl Joined {
    /// Takes the next line, and hands on all that is complete with it: nothing while a reply goes on, and two
    /// things where it turns out to be cut off.
    pub(crate) fn line(&mut self, line: &[u8], mut take: impl FnMut(Line<'_>)) {
        let line = line.trim_ascii();
        if !self.begun.is_empty() {
            if code_at(line).is_some() && self.begun.len() + line.len() < MOST {
                self.begun.extend_from_slice(line);
                self.begun.push(b'\n');
                if line.get(3) != Some(&b'-') {
                    take(self.whole());
                    self.begun.clear();
                }
                return;
            }
            self.end(&mut take);
        }
        match read(line) {
            Line::Begins { reply, command } => {
                self.begun.extend_from_slice(line);
                self.begun.push(b'\n');
                self.start = line.len().saturating_sub(reply.len());
                self.command = command;
            }
            line => take(line),
        }
    }

    /// The end of the log.
    pub(crate) fn end(&mut self, mut take: impl FnMut(Line<'_>)) {
        if !self.begun.is_empty() {
            self.begun.clear();
            take(Line::CutOff);
        }
    }

    fn whole(&self) -> Line<'_> {
        let text = self.begun.get(self.start..).unwrap_or_default();
        let said = match Reply::parse(text) {
            Ok((reply, _)) => {
                let lenient = || reply.class().is_negative().then(|| find_enhanced(text)).flatten();
                let enhanced = reply.enhanced().or_else(lenient);
                Said { code: reply.code(), enhanced, text, contradiction: None }
            }
            Err(ReplyError::MixedCodes { first, other, .. }) => {
                Said { code: first, enhanced: None, text, contradiction: Some(other) }
            }
            Err(_) => return Line::CutOff,
        };
        let recipient = plain::recipient(&self.begun, &said, self.command);
        Line::Delivery(Entry { recipient, reply: Some(said), command: self.command, own: None })
    }
}
