//! The pairs of reply codes and enhanced codes: both tables have to tell of them.

use std::ops::Range;

use super::Enhanced;
use super::read::Entry;
use crate::fault::Faults;

/// A pair that one of the two tables holds, with its place there.
pub(super) struct Pair {
    pub(super) reply: u16,
    pub(super) code: Enhanced,
    pub(super) span: Range<usize>,
}

/// The pairs that one table lists. Every table has a list, also one from which no variant can be made, so that its
/// fault is told once and not again at every pair.
pub(super) struct List {
    /// The reply code, or subject and detail as [`of_status`] has them; `None` for a key that is neither.
    pub(super) key: Option<usize>,
    /// Where the table stands.
    at: usize,
    pub(super) pairs: Vec<Pair>,
    /// The classes of which the table allows any reply code.
    pub(super) any: Vec<u8>,
    /// Whether these are all pairs that the author meant: not after a fault in the list.
    pub(super) whole: bool,
}

/// The key of the list of an enhanced code.
pub(super) fn of_status(subject: u16, detail: u16) -> usize {
    usize::from(subject) * 1_000 + usize::from(detail)
}

impl List {
    pub(super) fn of(entry: &Entry<'_>) -> Self {
        Self { key: None, at: entry.value.span.start, pairs: Vec::new(), any: Vec::new(), whole: false }
    }

    fn has(&self, pair: &Pair) -> bool {
        for own in &self.pairs {
            if own.reply == pair.reply && own.code == pair.code {
                return true;
            }
        }
        self.any.contains(&pair.code.class)
    }
}

/// Whose lists are looked at.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Replies,
    Statuses,
}

impl Side {
    /// The key of the other list that has to hold a pair.
    fn other(self, pair: &Pair) -> usize {
        match self {
            Self::Replies => of_status(pair.code.subject, pair.code.detail),
            Self::Statuses => usize::from(pair.reply),
        }
    }
}

/// Notes the pairs with a code that has no table: each such code once, however many name it.
pub(super) fn missing(faults: &mut Faults, side: Side, lists: &mut [List], others: &[List]) {
    let mut told: Vec<usize> = Vec::new();
    for list in lists {
        for pair in &list.pairs {
            let key = side.other(pair);
            if find(others, key).is_some() {
                continue;
            }
            // Another pair was meant, perhaps one that the other table lists.
            list.whole = false;
            if told.contains(&key) {
                continue;
            }
            told.push(key);
            let Pair { reply, code, span } = pair;
            let (what, table) = match side {
                Side::Replies => {
                    let name = name(*code);
                    (name.clone(), format!("enhanced.\"{name}\""))
                }
                Side::Statuses => (format!("reply code {reply}"), format!("reply.{reply}")),
            };
            faults.add(
                span.clone(),
                &format!("the catalogue has no {what}"),
                "",
                &format!("add a table [{table}], or take the pair out"),
            );
        }
    }
}

/// Notes the pairs that the table of the other code does not list.
pub(super) fn one_sided(faults: &mut Faults, side: Side, lists: &[List], others: &[List]) {
    for list in lists {
        for pair in &list.pairs {
            let Some(other) = find(others, side.other(pair)) else { continue };
            if !other.whole || other.has(pair) {
                continue;
            }
            let Pair { reply, code, span } = pair;
            let (message, help) = match side {
                Side::Replies => {
                    let name = name(*code);
                    (
                        format!("{name} does not list {reply}, which lists it"),
                        format!(
                            "add \"{reply}\" to `replies` of [enhanced.\"{name}\"], or take the pair out"
                        ),
                    )
                }
                Side::Statuses => (
                    format!("{reply} does not list {code}, which lists it"),
                    format!("add \"{code}\" to `enhanced` of [reply.{reply}], or take the pair out"),
                ),
            };
            // What the other table lists was perhaps only not understood.
            faults.add_echo_of(other.at, span.clone(), &message, &help);
        }
    }
}

fn find(lists: &[List], key: usize) -> Option<&List> {
    lists.iter().find(|list| list.key == Some(key))
}

fn name(code: Enhanced) -> String {
    format!("X.{}.{}", code.subject, code.detail)
}
