//! Hidden methods that read tables. The library's own source puts documented ones over them.

use super::{ROOT, joined, parts};
use crate::catalogue::{Confidence, Mark, Reference};

/// The tables of one enum, as methods of it.
pub(super) struct Tables {
    code: String,
    count: usize,
    /// The row of a variant.
    row: &'static str,
}

impl Tables {
    /// For an enum whose variants count up from 0, as many as `count`.
    pub(super) fn new(count: usize) -> Self {
        Self::by_row(count, "self as usize")
    }

    /// For an enum whose rows are found otherwise.
    pub(super) fn by_row(count: usize, row: &'static str) -> Self {
        Self { code: String::new(), count, row }
    }

    /// Adds a method that gives one value for each variant. Each has a table of its own, so that a program
    /// carries only what it calls.
    pub(super) fn add(&mut self, name: &str, kind: &str, rows: &str) {
        let Self { code, count, row } = self;
        *code += &format!(
            "#[inline] pub(crate) const fn {name}(self) -> {kind} {{ \
             static TABLE: [{kind}; {count}] = [{rows}]; TABLE[{row}] }}"
        );
    }

    pub(super) fn texts<T>(&mut self, name: &str, items: &[T], text: &dyn Fn(&T) -> String) {
        self.add(name, "&'static str", &joined(items, "", &|item| format!("{:?},", text(item))));
    }

    /// `owner` is the enum that has the constants.
    pub(super) fn references<T>(&mut self, owner: &str, items: &[T], of: &dyn Fn(&T) -> Vec<Reference>) {
        let rows = joined(items, "", &|item| parts::references(owner, &of(item)) + ",");
        self.add("__references", &format!("&'static [{ROOT}::Reference]"), &rows);
    }

    pub(super) fn marks<T>(&mut self, items: &[T], of: &dyn Fn(&T) -> Mark) {
        let rows = joined(items, "", &|item| mark(&of(item)));
        self.add("__mark", &format!("{ROOT}::__private::Mark"), &rows);
    }

    /// The methods.
    pub(super) fn finish(self) -> String {
        self.code
    }

    /// The whole `impl` of an enum, with the list of its variants.
    pub(super) fn of(self, name: &str, all: &str) -> String {
        let code = self.code;
        format!(
            "#[automatically_derived] impl {name} {{ \
             pub(crate) const __ALL: &'static [Self] = &[{all}]; {code} }}"
        )
    }
}

fn mark(mark: &Mark) -> String {
    let scope = option("Scope", mark.scope.as_deref());
    let reason = match &mark.reason {
        None => "::core::option::Option::None".to_owned(),
        Some((reason, confidence)) => {
            let confidence = match confidence {
                Confidence::High => "High",
                Confidence::Middle => "Middle",
                Confidence::Low => "Low",
            };
            format!(
                "::core::option::Option::Some(({ROOT}::Reason::{reason}, {ROOT}::Confidence::{confidence}))"
            )
        }
    };
    format!("{ROOT}::__private::Mark::new({scope}, {reason}, {}),", mark.condemns)
}

/// A variant of an enum, if there is one.
pub(super) fn option(name: &str, variant: Option<&str>) -> String {
    match variant {
        Some(variant) => format!("::core::option::Option::Some({ROOT}::{name}::{variant})"),
        None => "::core::option::Option::None".to_owned(),
    }
}
