//! The place in the text, the errors so far, and where to go on after one.

use std::ops::Range;

use super::error::{CARRIAGE_RETURN, COMMENT_CONTROL, Duplicate, Message, SyntaxError, TWICE};

/// The reader stops after this many errors: a build shows half of them.
const MOST: usize = 100;

/// A text as it is read.
pub(super) struct Reader<'t> {
    text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    pub(super) errors: Vec<SyntaxError>,
    /// The line of the last error: a second one in it would only be its echo.
    quiet: Range<usize>,
    /// How far the line is indented that the value being read began on.
    indent: usize,
    /// Whether a value ended in nothing, and the reader went on at a line that looks like a new one.
    pub(super) cut: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let bytes = text.as_bytes();
        Self { text, bytes, at, errors: Vec::new(), quiet: 0..0, indent: 0, cut: false }
    }

    /// The byte at an offset, zero behind the end.
    pub(super) fn byte(&self, at: usize) -> u8 {
        match self.bytes.get(at) {
            Some(byte) => *byte,
            None => 0,
        }
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The length of the line end at an offset, zero if none is there.
    pub(super) fn line_end(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\n' => 1,
            b'\r' if self.byte(at + 1) == b'\n' => 2,
            _ => 0,
        }
    }

    pub(super) fn after_blanks(&self, mut at: usize) -> usize {
        while matches!(self.byte(at), b' ' | b'\t') {
            at += 1;
        }
        at
    }

    pub(super) fn skip_blanks(&mut self) {
        self.at = self.after_blanks(self.at);
    }

    /// Skips a comment, if one is here, up to the end of its line.
    pub(super) fn skip_comment(&mut self) {
        if self.byte(self.at) != b'#' {
            return;
        }
        while self.at < self.bytes.len() && self.line_end(self.at) == 0 {
            let byte = self.byte(self.at);
            if byte < b' ' && byte != b'\t' || byte == 0x7f {
                self.report(self.at..self.at + 1, COMMENT_CONTROL);
            }
            self.at += 1;
        }
    }

    /// Skips blanks, comments and line ends, and tells whether a line began on the way.
    pub(super) fn skip_lines(&mut self) -> bool {
        let mut new = false;
        loop {
            self.skip_blanks();
            self.skip_comment();
            match self.line_end(self.at) {
                0 => return new,
                length => self.at += length,
            }
            new = true;
        }
    }

    /// Goes to the next line with something on it; false at the end, or after too many errors.
    pub(super) fn next_line(&mut self) -> bool {
        self.skip_lines();
        self.cut = false;
        self.indent = self.at - self.line_start(self.at);
        self.at < self.bytes.len() && self.errors.len() < MOST
    }

    /// Goes behind the rest of a line, which may be a comment and nothing else.
    pub(super) fn finish_line(&mut self, message: Message) {
        if self.cut {
            return;
        }
        self.skip_blanks();
        self.skip_comment();
        let start = self.at;
        self.at = self.next_line_end(start);
        if self.at > start {
            self.report(start..self.at, message);
        }
    }

    /// Where the line ends that an offset lies in.
    pub(super) fn next_line_end(&self, mut at: usize) -> usize {
        while at < self.bytes.len() && self.line_end(at) == 0 {
            at += 1;
        }
        at
    }

    /// Where the line begins that an offset lies in.
    pub(super) fn line_start(&self, mut at: usize) -> usize {
        at = at.min(self.bytes.len());
        while at > 0 && self.byte(at - 1) != b'\n' {
            at -= 1;
        }
        at
    }

    /// Notes an error, unless its line has one.
    pub(super) fn report(&mut self, span: Range<usize>, message: Message) {
        self.note(span, message, None);
    }

    /// Notes a key that stands twice. `header` is the header that it stands in, if it does.
    pub(super) fn report_twice(&mut self, span: Range<usize>, first: Range<usize>, header: Range<usize>) {
        self.note(span, TWICE, Some(Duplicate { first, header }));
    }

    fn note(&mut self, mut span: Range<usize>, message: Message, duplicate: Option<Duplicate>) {
        let (mut message, mut help) = message;
        if self.byte(span.start) == b'\r' && self.line_end(span.start) == 0 {
            // Whatever it was meant for, most likely to end the line.
            (message, help) = CARRIAGE_RETURN;
            span.end = span.start + 1;
        }
        if self.quiet.contains(&span.start) || self.errors.len() >= MOST {
            return;
        }
        // The end of the line is in it, so that a fault at the end of the file is too.
        let line = self.line_start(span.start)..self.next_line_end(span.start) + 1;
        self.quiet = line.clone();
        for error in &self.errors {
            if line.contains(&error.span.start) {
                return;
            }
        }
        self.errors.push(SyntaxError { span, message, help, duplicate });
    }

    /// Notes that what opened at an offset is not closed, and goes on at the next line that looks like a new
    /// field or header: what follows is not lost, and what was misread on the way is forgotten.
    pub(super) fn unclosed(&mut self, open: usize, message: Message) {
        let mut at = self.next_line_end(open);
        let end = at;
        while at < self.bytes.len() {
            at += self.line_end(at);
            let start = self.after_blanks(at);
            if start - at <= self.indent && self.begins_pair(start) || self.begins_header(start) {
                break;
            }
            at = self.next_line_end(start);
        }
        let mut kept = 0;
        while let Some(error) = self.errors.get(kept) {
            if error.span.start < at {
                kept += 1;
            } else {
                self.errors.remove(kept);
            }
        }
        self.quiet = 0..0;
        self.report(open..end, message);
        self.at = at;
        self.cut = true;
    }

    /// Whether a line that begins at `at` less deeply than the value being read gives a new field.
    pub(super) fn begins_next(&self, at: usize) -> bool {
        at - self.line_start(at) <= self.indent && self.begins_pair(at)
    }

    /// Whether `key =` stands here.
    pub(super) fn begins_pair(&self, mut at: usize) -> bool {
        let start = at;
        loop {
            match self.byte(at) {
                byte if is_bare(byte) => at += 1,
                b'.' | b' ' | b'\t' if at > start => at += 1,
                quote @ (b'"' | b'\'') => {
                    at += 1;
                    while self.byte(at) != quote {
                        if quote == b'"' && self.byte(at) == b'\\' {
                            at += 1;
                        }
                        if self.byte(at) < b' ' && self.byte(at) != b'\t' {
                            return false;
                        }
                        at += 1;
                    }
                    at += 1;
                }
                b'=' => return at > start,
                _ => return false,
            }
        }
    }

    /// Whether `[name]` stands here, alone on its line, and not a list of values.
    pub(super) fn begins_header(&self, mut at: usize) -> bool {
        if self.byte(at) != b'[' {
            return false;
        }
        while self.byte(at) == b'[' {
            at += 1;
        }
        let start = self.after_blanks(at);
        at = start;
        while is_bare(self.byte(at)) || matches!(self.byte(at), b'.' | b'"' | b'\'') {
            at += 1;
        }
        let name = self.slice(start, at);
        at = self.after_blanks(at);
        let closed = self.byte(at) == b']';
        while self.byte(at) == b']' {
            at += 1;
        }
        at = self.after_blanks(at);
        let alone = at >= self.bytes.len() || self.line_end(at) > 0 || self.byte(at) == b'#';
        let word =
            self.byte(start).is_ascii_alphabetic() && !matches!(name, "true" | "false" | "inf" | "nan");
        closed && alone && word
    }
}

/// Whether a key may have this byte without quotes.
pub(super) fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}
