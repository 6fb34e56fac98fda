//! The index tables on the pages of the enums: codes by class, enhanced codes by subject, reasons by code.

use super::docs::{self, commas};
use super::markdown::{cell, escape};
use crate::catalogue::{Catalogue, Confidence, Mark, Reply, Word};

/// A table with a heading, empty if it has no rows.
fn table(heading: &str, columns: &str, rows: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let rule = "| --- ".repeat(columns.matches(" | ").count() + 1);
    format!("\n# {heading}\n\n{columns}\n{rule}|\n{rows}")
}

fn link(variant: &str) -> String {
    format!("[`{variant}`](Self::{variant})")
}

/// The reply codes: a table for each class.
pub(super) fn codes(replies: &[Reply], with_answers: bool) -> String {
    let classes = [
        (2, "2yz Positive Completion"),
        (3, "3yz Positive Intermediate"),
        (4, "4yz Transient Negative Completion"),
        (5, "5yz Permanent Negative Completion"),
    ];
    let columns = if with_answers {
        "| Code | Variant | Name | Standing | Answers |"
    } else {
        "| Code | Variant | Name | Standing |"
    };
    let mut tables = String::new();
    for (class, heading) in classes {
        let mut rows = String::new();
        for reply in replies.iter().filter(|reply| reply.number / 100 == class) {
            let (number, variant, name) = (reply.number, link(&reply.variant()), cell(&reply.name));
            rows += &format!("| {number} | {variant} | {name} | {} |", reply.standing.word());
            if with_answers {
                rows += &format!(" {} |", docs::in_short(&reply.answers));
            }
            rows.push('\n');
        }
        tables += &table(heading, columns, &rows);
    }
    tables
}

/// The enhanced codes: a table for each subject.
pub(super) fn statuses(catalogue: &Catalogue) -> String {
    let mut tables = String::new();
    for subject in &catalogue.subjects {
        let mut rows = String::new();
        for status in catalogue.statuses.iter().filter(|status| status.subject == subject.number()) {
            let (variant, name) = (link(&status.variant()), cell(&status.name));
            rows += &format!("| X.{} | {variant} | {name} | {} |\n", status.parts(), docs::pairs(status, catalogue));
        }
        let heading = format!("X.{} {}", subject.key, escape(&subject.name));
        tables += &table(&heading, "| Code | Variant | Name | Replies |", &rows);
    }
    tables
}

/// The reasons: which codes tell of each, and how surely.
pub(super) fn reasons(catalogue: &Catalogue) -> String {
    let mut rows = String::new();
    for reason in &catalogue.reasons {
        let variant = reason.variant();
        rows += &format!("| {} | ", link(&variant));
        if let Some(scope) = &reason.scope {
            rows += &format!("[`{scope}`](crate::Scope::{scope})");
        }
        for confidence in [Confidence::High, Confidence::Medium, Confidence::Low] {
            rows += &format!(" | {}", telling(catalogue, &variant, confidence));
        }
        rows += " |\n";
    }
    table("Which codes tell of which reason", "| Reason | Scope | High | Medium | Low |", &rows)
}

/// The codes that tell of a reason with this confidence.
fn telling(catalogue: &Catalogue, reason: &str, confidence: Confidence) -> String {
    let tells = |mark: &Mark| matches!(&mark.reason, Some((told, found)) if told == reason && *found == confidence);
    let replies = catalogue.replies.iter().filter(|reply| tells(&reply.mark));
    let statuses = catalogue.statuses.iter().filter(|status| tells(&status.mark));
    let statuses =
        statuses.map(|status| format!("[X.{}](crate::EnhancedStatus::{})", status.parts(), status.variant()));
    commas([commas(replies.map(docs::link)), commas(statuses)])
}
