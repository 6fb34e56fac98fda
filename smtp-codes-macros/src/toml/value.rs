//! Keys, headers and values, as the grammar has them.

use std::borrow::Cow;
use std::ops::Range;

use super::error::{
    BARE_KEY, COMMA_LIST, COMMA_TABLE, DEEP, EQUALS, EXTRA_COMMA, HEADER, HEADERS, KEY, LIST, LONG_KEY,
    NO_QUOTES, NO_VALUE, NUMBER, TABLE, VALUE,
};
use super::insert::insert;
use super::reader::{Reader, is_bare};
use super::scalar::scalar;
use super::table::{Form, Kind, Table, Value};

/// The most levels of tables and lists, those of headers and dotted keys among them.
const DEPTH: usize = 64;

/// One key of a path and its place.
pub(super) struct Key<'t> {
    pub(super) name: Cow<'t, str>,
    pub(super) span: Range<usize>,
}

/// `[a.b]` or, of one table of several, `[[a.b]]`.
pub(super) struct Header<'t> {
    pub(super) keys: Vec<Key<'t>>,
    pub(super) span: Range<usize>,
    pub(super) several: bool,
}

impl<'t> Reader<'t> {
    /// The header at the bracket that the reader stands on; `None` where nobody can tell what it names.
    pub(super) fn header(&mut self) -> Option<Header<'t>> {
        let open = self.at;
        let several = self.byte(open + 1) == b'[';
        self.at += if several { 2 } else { 1 };
        let keys = self.keys(0)?;
        let closed = self.byte(self.at) == b']' && (!several || self.byte(self.at + 1) == b']');
        if closed {
            self.at += if several { 2 } else { 1 };
        } else {
            let message = if several { HEADERS } else { HEADER };
            let start = self.at;
            self.report(open..start, message);
            // Only where the bracket alone is missing is it clear which table was meant.
            self.at = self.next_line_end(start);
            if self.at > start && !self.slice(start, self.at).trim_start().starts_with(['#', ']']) {
                return None;
            }
        }
        Some(Header { keys, span: open..self.at, several })
    }

    /// A key with its dots, and the blanks behind it. `depth` is how deep the table is that it stands in.
    pub(super) fn keys(&mut self, depth: usize) -> Option<Vec<Key<'t>>> {
        let mut keys = Vec::new();
        loop {
            self.skip_blanks();
            keys.push(self.key()?);
            self.skip_blanks();
            if depth + keys.len() > DEPTH {
                self.report(self.at..self.at + 1, DEEP);
                return None;
            }
            if self.byte(self.at) != b'.' {
                return Some(keys);
            }
            self.at += 1;
        }
    }

    fn key(&mut self) -> Option<Key<'t>> {
        let start = self.at;
        let quote = self.byte(start);
        if matches!(quote, b'"' | b'\'') {
            if self.byte(start + 1) == quote && self.byte(start + 2) == quote {
                self.report(start..start + 3, LONG_KEY);
                return None;
            }
            let Kind::Text(name) = self.text() else { return None };
            return Some(Key { name, span: start..self.at });
        }
        while is_bare(self.byte(self.at)) {
            self.at += 1;
        }
        if !self.byte(self.at).is_ascii() {
            self.report(start..self.next_word(start), BARE_KEY);
            return None;
        }
        if self.at == start {
            self.report(start..start + 1, KEY);
            return None;
        }
        Some(Key { name: Cow::Borrowed(self.slice(start, self.at)), span: start..self.at })
    }

    /// `key = value` into a table, up to the end of the value. `depth` is how deep the table is.
    pub(super) fn pair(&mut self, table: &mut Table<'t>, depth: usize) -> bool {
        let start = self.at;
        let Some(keys) = self.keys(depth) else { return false };
        if self.byte(self.at) != b'=' {
            self.report(start..self.at, EQUALS);
            return false;
        }
        self.at += 1;
        self.skip_blanks();
        if matches!(self.byte(self.at), 0 | b'\n' | b'\r' | b'#' | b',' | b'}') {
            self.report(start..self.at, NO_VALUE);
        }
        let value = self.value(depth + keys.len());
        let fine = !matches!(value.kind, Kind::Broken);
        insert(self, table, &keys, value);
        fine
    }

    /// The value that begins here. What is none is broken, and the reader stays where it begins.
    pub(super) fn value(&mut self, depth: usize) -> Value<'t> {
        let start = self.at;
        let kind = match self.byte(start) {
            b'"' | b'\'' => self.text(),
            b'[' | b'{' if depth >= DEPTH => {
                self.unclosed(start, DEEP);
                Kind::Broken
            }
            b'[' => self.list(depth + 1),
            b'{' => self.table(depth + 1),
            _ => self.word(),
        };
        let end = self.at.max(start);
        Value { kind, span: start..end }
    }

    /// A value without quotes.
    fn word(&mut self) -> Kind<'t> {
        let start = self.at;
        let mut end = self.next_word(start);
        // A blank may stand between a date and a time.
        let dated = end - start == 10 && self.byte(start + 4) == b'-' && self.byte(start + 7) == b'-';
        if dated && self.byte(end) == b' ' && self.byte(end + 1).is_ascii_digit() {
            end = self.next_word(end + 1);
        }
        if let Some(kind) = scalar(self.bytes.get(start..end).unwrap_or_default()) {
            self.at = end;
            return kind;
        }
        let message = match self.byte(start) {
            b'0'..=b'9' | b'+' | b'-' => NUMBER,
            _ if end == start => VALUE,
            _ => NO_QUOTES,
        };
        self.report(start..end.max(start + 1), message);
        Kind::Broken
    }

    /// Where the word ends that begins here.
    fn next_word(&self, mut at: usize) -> usize {
        while at < self.bytes.len()
            && !matches!(
                self.byte(at),
                b' ' | b'\t' | b'\r' | b'\n' | b',' | b'[' | b']' | b'{' | b'}' | b'#'
            )
        {
            at += 1;
        }
        at
    }

    /// The list at the bracket that the reader stands on.
    fn list(&mut self, depth: usize) -> Kind<'t> {
        let open = self.at;
        let mut items = Vec::new();
        let mut wants_comma = false;
        self.at += 1;
        loop {
            let new_line = self.skip_lines();
            let at = self.at;
            let ended = new_line && (self.begins_pair(at) || self.begins_header(at));
            if ended || at >= self.bytes.len() {
                self.unclosed(open, LIST);
                break;
            }
            match self.byte(at) {
                b']' => {
                    self.at += 1;
                    break;
                }
                b',' => {
                    if !wants_comma {
                        self.report(at..at + 1, EXTRA_COMMA);
                    }
                    self.at += 1;
                    wants_comma = false;
                }
                _ => {
                    if wants_comma {
                        self.report(at..at + 1, COMMA_LIST);
                    }
                    let item = self.value(depth);
                    if self.cut {
                        break;
                    }
                    if matches!(item.kind, Kind::Broken) {
                        self.skip_item(b']');
                    }
                    items.push(item);
                    wants_comma = true;
                }
            }
        }
        Kind::List(items)
    }

    /// The table at the brace that the reader stands on.
    fn table(&mut self, depth: usize) -> Kind<'t> {
        let open = self.at;
        let mut table = Table::new(Form::Braced);
        let mut wants_comma = false;
        self.at += 1;
        loop {
            let new_line = self.skip_lines();
            let at = self.at;
            let ended = new_line && (self.byte(at) == b'[' || wants_comma && self.begins_next(at));
            if ended || at >= self.bytes.len() {
                self.unclosed(open, TABLE);
                break;
            }
            match self.byte(at) {
                b'}' => {
                    self.at += 1;
                    break;
                }
                b',' => {
                    if !wants_comma {
                        self.report(at..at + 1, EXTRA_COMMA);
                    }
                    self.at += 1;
                    wants_comma = false;
                }
                _ => {
                    if wants_comma {
                        self.report(at..at + 1, COMMA_TABLE);
                    }
                    let fine = self.pair(&mut table, depth);
                    if self.cut {
                        break;
                    }
                    if !fine {
                        self.skip_item(b'}');
                    }
                    wants_comma = true;
                }
            }
        }
        Kind::Table(table)
    }

    /// Goes to the comma, the closing bracket or the line end behind an item that could not be read.
    fn skip_item(&mut self, close: u8) {
        while self.at < self.bytes.len() && self.line_end(self.at) == 0 {
            let byte = self.byte(self.at);
            if byte == close || byte == b',' {
                return;
            }
            self.at += 1;
        }
    }
}
