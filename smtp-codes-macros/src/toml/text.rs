//! Texts in quotes: one line or several, with escapes or without.

use std::borrow::Cow;

use super::error::{CONTROL, ESCAPE, LONG_TEXT, TEXT};
use super::reader::Reader;
use super::table::Kind;

impl<'t> Reader<'t> {
    /// The text at the quote that the reader stands on. Broken if it is not closed, or not all of it can be read.
    pub(super) fn text(&mut self) -> Kind<'t> {
        let open = self.at;
        let quote = self.byte(open);
        let long = self.byte(open + 1) == quote && self.byte(open + 2) == quote;
        let mut at = if long { open + 3 } else { open + 1 };
        if long {
            at += self.line_end(at);
        }
        // What was read up to `from`, if an escape was among it.
        let (mut from, mut read) = (at, String::new());
        let mut fine = true;
        let end = loop {
            let byte = self.byte(at);
            if byte == quote && quote != 0 {
                let run = self.run(at, quote);
                if !long {
                    self.at = at + 1;
                    break at;
                }
                if run >= 3 {
                    // The last three close it: one or two quotes before them belong to the text.
                    let run = run.min(5);
                    self.at = at + run;
                    break at + run - 3;
                }
                at += run;
            } else if byte == b'\\' && quote == b'"' && !self.ends_line(at + 1, long) {
                read.push_str(self.slice(from, at));
                let after = self.escape(at, long, &mut read);
                if after == at {
                    self.report(at..at + 2, ESCAPE);
                    fine = false;
                    at += 1;
                } else {
                    at = after;
                }
                from = at;
            } else if byte >= b' ' && byte != 0x7f || byte == b'\t' {
                at += 1;
            } else if at >= self.bytes.len() || !long && self.line_end(at) > 0 {
                if long {
                    self.unclosed(open, LONG_TEXT);
                } else {
                    self.report(open..at, TEXT);
                    self.at = at;
                }
                return Kind::Broken;
            } else if self.line_end(at) > 0 {
                at += self.line_end(at);
            } else {
                self.report(at..at + 1, CONTROL);
                fine = false;
                at += 1;
            }
        };
        if long && self.closed_by_next(open, end) {
            self.unclosed(open, LONG_TEXT);
            return Kind::Broken;
        }
        if !fine {
            return Kind::Broken;
        }
        let rest = self.slice(from, end);
        if read.is_empty() {
            return Kind::Text(Cow::Borrowed(rest));
        }
        read.push_str(rest);
        Kind::Text(Cow::Owned(read))
    }

    /// Whether a backslash stands last in a text of one line, which is then not closed.
    fn ends_line(&self, at: usize, long: bool) -> bool {
        at >= self.bytes.len() || !long && self.line_end(at) > 0
    }

    /// Whether the quotes at `end`, which the reader went past, rather open the text of the next field.
    ///
    /// They do if they stand on a line that begins a field, and what follows them cannot stand behind a text that
    /// is closed: on their own line, or, behind `key = """` and a line end, on the next line with something on
    /// it. So no text that is right is refused, not even one whose last line is `key = """`. Given up is the other
    /// way round: an opening whose text goes on with what a file might go on with, such as `key = ` or a bracket,
    /// counts as closing, and the errors come from the prose behind it.
    fn closed_by_next(&self, open: usize, end: usize) -> bool {
        let line = self.line_start(end);
        if line <= open || !self.begins_next(self.after_blanks(line)) {
            return false;
        }
        let mut next = self.after_blanks(self.at);
        if !matches!(self.byte(next), 0 | b'\n' | b'\r' | b'#' | b',' | b']' | b'}') {
            return true;
        }
        if !self.slice(line, end).trim_end().ends_with('=') {
            return false;
        }
        while self.byte(next) == b'#' || self.line_end(next) > 0 {
            next = self.after_blanks(self.next_line_end(next) + self.line_end(next));
        }
        let goes_on = next >= self.bytes.len() || matches!(self.byte(next), b'[' | b',' | b']' | b'}');
        !goes_on && !self.begins_pair(next)
    }

    /// How many quotes stand in a row.
    fn run(&self, at: usize, quote: u8) -> usize {
        let mut end = at;
        while self.byte(end) == quote {
            end += 1;
        }
        end - at
    }

    /// Reads the escape at `at` and tells where it ends; that is `at` where it is none.
    fn escape(&self, at: usize, long: bool, read: &mut String) -> usize {
        let byte = self.byte(at + 1);
        let hex = match byte {
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            _ => 0,
        };
        if hex > 0 {
            // Eight digits are as many as fit.
            let mut code: u32 = 0;
            for place in at + 2..at + 2 + hex {
                let Some(digit) = char::from(self.byte(place)).to_digit(16) else { return at };
                code = code * 16 + digit;
            }
            let Some(character) = char::from_u32(code) else { return at };
            read.push(character);
            return at + 2 + hex;
        }
        let character = match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'e' => '\u{1b}',
            _ => return if long { self.joined_line(at) } else { at },
        };
        read.push(character);
        at + 2
    }

    /// Where the text goes on after a backslash that ends a line; `at` where it does not end one.
    fn joined_line(&self, at: usize) -> usize {
        let mut end = self.after_blanks(at + 1);
        if self.line_end(end) == 0 {
            return at;
        }
        while self.line_end(end) > 0 {
            end = self.after_blanks(end + self.line_end(end));
        }
        end
    }
}
