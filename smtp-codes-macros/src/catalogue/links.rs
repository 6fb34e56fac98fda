//! The pairs of reply codes and enhanced codes: both tables have to tell of them.

use std::ops::Range;

use super::{Catalogue, Enhanced};
use crate::fault::Faults;

/// A pair that one of the two tables holds, with its place there.
pub(super) struct Pair {
    pub(super) reply: u16,
    pub(super) code: Enhanced,
    pub(super) span: Range<usize>,
}

/// Checks the pairs that reply codes list against the enhanced codes.
pub(super) fn of_replies(faults: &mut Faults, catalogue: &Catalogue, pairs: &[Pair]) {
    for Pair { reply, code, span } in pairs {
        let name = format!("X.{}.{}", code.subject, code.detail);
        match catalogue.status(*code) {
            None => faults.add(
                span.clone(),
                &format!("the catalogue has no {name}"),
                "",
                &format!("add a table [enhanced.\"{name}\"], or take the pair out"),
            ),
            Some(status) if status.replies.contains(reply) || status.any_reply.contains(&code.class) => {}
            Some(_) => faults.add(
                span.clone(),
                &format!("{name} does not list {reply}, which lists it"),
                "",
                &format!("add \"{reply}\" to `replies` of [enhanced.\"{name}\"], or take the pair out"),
            ),
        }
    }
}

/// Checks the pairs that enhanced codes list against the reply codes.
pub(super) fn of_statuses(faults: &mut Faults, catalogue: &Catalogue, pairs: &[Pair]) {
    for Pair { reply, code, span } in pairs {
        let text = code.to_string();
        match catalogue.reply(*reply) {
            None => faults.add(
                span.clone(),
                &format!("the catalogue has no reply code {reply}"),
                "",
                &format!("add a table [reply.{reply}], or take the pair out"),
            ),
            Some(found) if found.enhanced.contains(code) => {}
            Some(_) => faults.add(
                span.clone(),
                &format!("{reply} does not list {text}, which lists it"),
                "",
                &format!("add \"{text}\" to `enhanced` of [reply.{reply}], or take the pair out"),
            ),
        }
    }
}
