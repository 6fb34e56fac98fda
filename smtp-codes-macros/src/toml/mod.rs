//! TOML, read with the place of everything in it, and with every error and not only the first.
//!
//! The grammar is that of TOML 1.1. After an error the reader goes on at the next line or item, so that a
//! line with a fault is one error and the lines after it are read.

#[cfg(test)]
mod differential;
mod error;
mod insert;
mod reader;
#[cfg(test)]
mod recovery;
mod scalar;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod value;

pub(crate) use self::error::SyntaxError;
pub(crate) use self::table::{Entry, Kind, Table, Value};

use self::error::{AFTER_HEADER, AFTER_VALUE};
use self::insert::open;
use self::reader::Reader;
use self::table::Form;

/// What the text holds, and where it is no TOML. What could be understood is in the table, whatever the errors.
pub(crate) fn parse(text: &str) -> (Table<'_>, Vec<SyntaxError>) {
    let mut reader = Reader::new(text);
    let mut root = Table::new(Form::Headed);
    // Takes the fields of a table whose header could not be read, or that stands twice.
    let mut lost;
    let mut table = &mut root;
    let mut depth = 0;
    while reader.next_line() {
        if reader.byte(reader.at) == b'[' {
            let header = reader.header();
            depth = 0;
            let mut opened = None;
            if let Some(header) = header {
                depth = header.keys.len();
                opened = open(&mut reader, &mut root, &header);
            }
            table = if let Some(opened) = opened {
                opened
            } else {
                lost = Table::new(Form::Headed);
                &mut lost
            };
            reader.finish_line(AFTER_HEADER);
        } else {
            reader.pair(table, depth);
            reader.finish_line(AFTER_VALUE);
        }
    }
    (root, reader.errors)
}
