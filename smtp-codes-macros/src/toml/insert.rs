//! Where headers and dotted keys lead, and what stands there already.

use std::ops::Range;

use super::reader::Reader;
use super::table::{Form, Kind, Table, Value};
use super::value::{Header, Key};

/// The table below one key, made if nothing is there; or where the other thing stood first that is there.
/// On the way of a header the tables are implied, on that of a dotted key they are dotted.
fn step<'a, 't>(
    table: &'a mut Table<'t>,
    key: &Key<'t>,
    dotted: bool,
) -> Result<&'a mut Table<'t>, Range<usize>> {
    let at = if let Some(at) = table.find(&key.name) {
        at
    } else {
        let made = Table::new(if dotted { Form::Dotted } else { Form::Implied });
        let value = Value { kind: Kind::Table(made), span: key.span.clone() };
        table.push(key.name.clone(), key.span.clone(), value)
    };
    let Some(entry) = table.entries.get_mut(at) else { return Err(0..0) };
    let first = entry.key_span.clone();
    let below = match &mut entry.value.kind {
        Kind::Table(below) => below,
        // A header goes on in the last table of several; a dotted key adds to none of them.
        Kind::List(list) if !dotted => match list.last_mut() {
            Some(Value { kind: Kind::Table(below), .. }) => below,
            _ => return Err(first),
        },
        _ => return Err(first),
    };
    match below.form {
        Form::Braced => return Err(first),
        Form::Headed if dotted => return Err(first),
        Form::Implied if dotted => below.form = Form::Dotted,
        _ => {}
    }
    Ok(below)
}

/// Puts a value where its keys lead. What stands there already stays, and the new one is an error.
pub(super) fn insert<'t>(
    reader: &mut Reader<'t>,
    mut table: &mut Table<'t>,
    keys: &[Key<'t>],
    value: Value<'t>,
) {
    let Some((last, path)) = keys.split_last() else { return };
    for key in path {
        match step(table, key, true) {
            Ok(below) => table = below,
            Err(first) => return reader.report_twice(key.span.clone(), first, 0..0),
        }
    }
    if let Some(at) = table.find(&last.name) {
        let Some(first) = table.entries.get(at) else { return };
        return reader.report_twice(last.span.clone(), first.key_span.clone(), 0..0);
    }
    table.push(last.name.clone(), last.span.clone(), value);
}

/// The table that a header opens; `None` if it was opened before, or something else has its name.
pub(super) fn open<'a, 't>(
    reader: &mut Reader<'t>,
    mut table: &'a mut Table<'t>,
    header: &Header<'t>,
) -> Option<&'a mut Table<'t>> {
    let (last, path) = header.keys.split_last()?;
    for key in path {
        match step(table, key, false) {
            Ok(below) => table = below,
            Err(first) => {
                reader.report_twice(key.span.clone(), first, header.span.clone());
                return None;
            }
        }
    }
    match open_last(table, last, header) {
        Ok(below) => Some(below),
        Err(first) => {
            reader.report_twice(last.span.clone(), first, header.span.clone());
            None
        }
    }
}

/// The table that the last key of a header opens, or where its name stood first.
fn open_last<'a, 't>(
    table: &'a mut Table<'t>,
    key: &Key<'t>,
    header: &Header<'t>,
) -> Result<&'a mut Table<'t>, Range<usize>> {
    let (span, several) = (header.span.clone(), header.several);
    let found = table.find(&key.name);
    let at = if let Some(at) = found {
        at
    } else {
        let kind = if several { Kind::List(Vec::new()) } else { Kind::Table(Table::new(Form::Implied)) };
        table.push(key.name.clone(), key.span.clone(), Value { kind, span: span.clone() })
    };
    let Some(entry) = table.entries.get_mut(at) else { return Err(0..0) };
    let first = entry.key_span.clone();
    match &mut entry.value.kind {
        Kind::Table(below) if !several && matches!(below.form, Form::Implied) => {
            // What was implied so far has its place here.
            below.form = Form::Headed;
            entry.key_span = key.span.clone();
            entry.value.span = span;
            Ok(below)
        }
        Kind::List(list) if several => {
            let open = match list.last() {
                None => found.is_none(),
                Some(Value { kind: Kind::Table(below), .. }) => matches!(below.form, Form::Headed),
                Some(_) => false,
            };
            if !open {
                return Err(first);
            }
            list.push(Value { kind: Kind::Table(Table::new(Form::Headed)), span });
            match list.last_mut() {
                Some(Value { kind: Kind::Table(below), .. }) => Ok(below),
                _ => Err(first),
            }
        }
        _ => Err(first),
    }
}
