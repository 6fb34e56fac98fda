//! What a file holds: tables of values, each with its place.

use std::borrow::Cow;
use std::ops::Range;

/// Tables up to this many entries are searched from their beginning.
const SMALL: usize = 16;

/// A value and the bytes that it takes: of a table its header, of a text its quotes too.
pub(crate) struct Value<'t> {
    pub(crate) kind: Kind<'t>,
    pub(crate) span: Range<usize>,
}

/// What a value is. What numbers and dates are worth, nobody asks.
pub(crate) enum Kind<'t> {
    Text(Cow<'t, str>),
    Number,
    Float,
    Flag(bool),
    Date,
    List(Vec<Value<'t>>),
    Table(Table<'t>),
    /// It could not be read, and the file's syntax errors say why.
    Broken,
}

/// A table's entries in the order of the file.
pub(crate) struct Table<'t> {
    pub(crate) entries: Vec<Entry<'t>>,
    pub(super) form: Form,
    /// Of a large table: places in `entries` plus one, found by the hash of the key; zero is empty.
    slots: Vec<usize>,
}

/// A key, its place and its value.
pub(crate) struct Entry<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) key_span: Range<usize>,
    pub(crate) value: Value<'t>,
}

/// How a table came to be, which decides who may add to it.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// Named on the way in the header of another table.
    Implied,
    /// Named on the way in a dotted key.
    Dotted,
    /// By a header of its own.
    Headed,
    /// In braces, complete where it stands.
    Braced,
}

impl<'t> Table<'t> {
    pub(super) fn new(form: Form) -> Self {
        Self { entries: Vec::new(), form, slots: Vec::new() }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Value<'t>> {
        let at = self.find(key)?;
        Some(&self.entries.get(at)?.value)
    }

    /// Where the entry with this key is.
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        if self.slots.is_empty() {
            for (at, entry) in self.entries.iter().enumerate() {
                if entry.key == key {
                    return Some(at);
                }
            }
            return None;
        }
        let mut slot = hash(key) % self.slots.len();
        // A third of the slots at most is taken: an empty one always comes.
        loop {
            let at = self.slots.get(slot)?.checked_sub(1)?;
            if self.entries.get(at)?.key == key {
                return Some(at);
            }
            slot = (slot + 1) % self.slots.len();
        }
    }

    /// Adds an entry whose key is new, and tells where it is.
    pub(super) fn push(&mut self, key: Cow<'t, str>, key_span: Range<usize>, value: Value<'t>) -> usize {
        let at = self.entries.len();
        self.entries.push(Entry { key, key_span, value });
        if at >= SMALL {
            if 3 * (at + 1) > self.slots.len() {
                self.slots = Vec::new();
                self.slots.resize(6 * (at + 1), 0);
                for known in 0..=at {
                    self.note(known);
                }
            } else {
                self.note(at);
            }
        }
        at
    }

    /// Notes an entry in the first slot that is free.
    fn note(&mut self, at: usize) {
        let Some(entry) = self.entries.get(at) else { return };
        let mut slot = hash(&entry.key) % self.slots.len();
        while let Some(taken) = self.slots.get_mut(slot) {
            if *taken == 0 {
                *taken = at + 1;
                return;
            }
            slot = (slot + 1) % self.slots.len();
        }
    }
}

/// FNV-1a. A file made to collide only slows down the build of who made it.
fn hash(key: &str) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in key.as_bytes() {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    hash as usize
}

#[cfg(test)]
mod tests {
    use super::{Form, Kind, Table, Value};

    #[test]
    fn every_key_of_a_table_of_any_size_is_found() {
        let mut table = Table::new(Form::Headed);
        for at in 0..2_000 {
            let key = format!("k{at}");
            assert!(table.get(&key).is_none());
            assert_eq!(table.push(key.into(), at..at, Value { kind: Kind::Number, span: at..at }), at);
            if at % 97 == 0 || at < 40 {
                for known in 0..=at {
                    assert_eq!(table.get(&format!("k{known}")).map(|value| value.span.start), Some(known));
                }
                assert!(table.get("k").is_none() && table.get("").is_none());
            }
        }
    }
}
