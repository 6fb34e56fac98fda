//! Hidden methods that read tables. The library's own source puts documented ones over them.

use super::{ROOT, fill, parts};
use crate::catalogue::{Mark, Reference};

/// The tables of one enum, filled row by row, which become methods of it. Each has a table of its own, so that a
/// program carries only what it calls.
pub(super) struct Tables<'a> {
    /// The enum of reply codes, which has the constants.
    owner: &'a str,
    columns: Vec<Column>,
}

struct Column {
    name: &'static str,
    kind: &'static str,
    rows: String,
}

impl<'a> Tables<'a> {
    pub(super) fn new(owner: &'a str) -> Self {
        Self { owner, columns: Vec::new() }
    }

    /// Adds a value to the table of a method. In `kind`, its type, `@ROOT@` is the library's root and `@OWNER@`
    /// the enum of reply codes.
    pub(super) fn add(&mut self, name: &'static str, kind: &'static str, value: &str) {
        let mut at = 0;
        while at < self.columns.len() && self.columns[at].name != name {
            at += 1;
        }
        if at == self.columns.len() {
            self.columns.push(Column { name, kind, rows: String::new() });
        }
        let rows = &mut self.columns[at].rows;
        rows.push_str(value);
        rows.push(',');
    }

    pub(super) fn text(&mut self, name: &'static str, text: &str) {
        self.add(name, "&'static str", &format!("{text:?}"));
    }

    pub(super) fn references(&mut self, references: &[Reference]) {
        let value = parts::references(self.owner, references);
        self.add("__references", "&'static [@ROOT@::Reference]", &value);
    }

    pub(super) fn mark(&mut self, value: &Mark) {
        self.add("__mark", "@ROOT@::__private::Mark", &mark(value));
    }

    /// The methods. `count` is the number of rows, and `row` the expression that finds that of `self`.
    pub(super) fn methods(&self, count: usize, row: &str) -> String {
        let mut code = String::new();
        let count = count.to_string();
        for Column { name, kind, rows } in &self.columns {
            let kind = fill(kind, &[("OWNER", self.owner)]);
            let places = [("NAME", *name), ("KIND", &kind), ("COUNT", &count), ("ROWS", rows), ("ROW", row)];
            code += &fill(METHOD, &places);
        }
        code
    }

    /// The whole `impl` of an enum whose variants count up from 0, with the list of them, such as `Self::A,`.
    pub(super) fn implementation(&self, name: &str, count: usize, all: &str) -> String {
        let code = self.methods(count, "self as usize");
        format!(
            "#[automatically_derived] impl {name} {{ \
             pub(crate) const __ALL: &'static [Self] = &[{all}]; {code} }}"
        )
    }
}

const METHOD: &str = "#[inline] pub(crate) const fn @NAME@(self) -> @KIND@ { \
     static TABLE: [@KIND@; @COUNT@] = [@ROWS@]; TABLE[@ROW@] }";

fn mark(mark: &Mark) -> String {
    let scope = option("Scope", mark.scope.as_deref());
    let reason = match &mark.reason {
        None => "::core::option::Option::None".to_owned(),
        Some((reason, confidence)) => {
            let confidence = confidence.variant();
            format!(
                "::core::option::Option::Some(({ROOT}::Reason::{reason}, {ROOT}::Confidence::{confidence}))"
            )
        }
    };
    format!("{ROOT}::__private::Mark::new({scope}, {reason}, {})", mark.condemns)
}

/// A variant of an enum, if there is one.
pub(super) fn option(name: &str, variant: Option<&str>) -> String {
    match variant {
        Some(variant) => format!("::core::option::Option::Some({ROOT}::{name}::{variant})"),
        None => "::core::option::Option::None".to_owned(),
    }
}
