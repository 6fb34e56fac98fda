//! The index tables on the pages of the enums: codes by class, enhanced codes by subject, reasons by code.

use super::docs;
use super::markdown::{cell, escape};
use crate::catalogue::{Catalogue, Confidence, Mark, Reply, Status, Topic};
use crate::text::list;

/// The reply codes: a table for each class.
pub(super) fn codes(replies: &[Reply], with_answers: bool) -> String {
    let mut page = String::new();
    let (answers, rule) = if with_answers { (" Answers |", " --- |") } else { ("", "") };
    for (class, heading) in &[
        (2, "2yz Positive Completion"),
        (3, "3yz Positive Intermediate"),
        (4, "4yz Transient Negative Completion"),
        (5, "5yz Permanent Negative Completion"),
    ] {
        let mut begun = false;
        for Reply { number, variant, name, standing, answers: rows, .. } in replies {
            if number / 100 != *class {
                continue;
            }
            if !begun {
                docs::paragraph(&mut page, &format!("# {heading}"));
                docs::paragraph(&mut page, &format!("| Code | Variant | Name | Standing |{answers}"));
                page += &format!("| --- | --- | --- | --- |{rule}\n");
                begun = true;
            }
            let answers = if with_answers { format!(" {} |", docs::in_short(rows)) } else { String::new() };
            let (name, standing) = (cell(name), docs::standing(*standing));
            page +=
                &format!("| {number} | [`{variant}`](Self::{variant}) | {name} | {standing} |{answers}\n");
        }
    }
    page
}

/// The index of the enhanced codes: a table for each subject.
pub(super) fn statuses(catalogue: &Catalogue) -> String {
    let mut page = String::new();
    for subject in &catalogue.subjects {
        let Topic { name, title, .. } = subject;
        docs::paragraph(&mut page, &format!("# X.{} {}", name.key, escape(title)));
        docs::paragraph(&mut page, "| Code | Variant | Name | Replies |");
        page += "| --- | --- | --- | --- |\n";
        for status in &catalogue.statuses {
            if status.subject.to_string() != name.key {
                continue;
            }
            let Status { subject, detail, variant, name, .. } = status;
            let (name, replies) = (cell(name), docs::pairs(status, catalogue));
            page +=
                &format!("| X.{subject}.{detail} | [`{variant}`](Self::{variant}) | {name} | {replies} |\n");
        }
    }
    page
}

/// The reasons: which codes tell of each, and how surely.
pub(super) fn reasons(catalogue: &Catalogue) -> String {
    let mut page = String::new();
    docs::paragraph(&mut page, "# Which codes tell of which reason");
    docs::paragraph(&mut page, "| Reason | Scope | High | Medium | Low |");
    page += "| --- | --- | --- | --- | --- |\n";
    for reason in &catalogue.reasons {
        let variant = &reason.name.variant;
        page += &format!("| [`{variant}`](Self::{variant}) | ");
        if let Some(scope) = &reason.scope {
            page += &format!("[`{scope}`](crate::Scope::{scope})");
        }
        for confidence in &[Confidence::High, Confidence::Medium, Confidence::Low] {
            page += &format!(" | {}", telling(catalogue, variant, *confidence));
        }
        page += " |\n";
    }
    page
}

/// The codes that tell of a reason with this confidence.
fn telling(catalogue: &Catalogue, reason: &str, confidence: Confidence) -> String {
    let mut codes = String::new();
    for Reply { number, variant, mark, .. } in &catalogue.replies {
        if tells(mark, reason, confidence) {
            list(&mut codes, ", ", &format!("[{number}](crate::ReplyCode::{variant})"));
        }
    }
    for Status { subject, detail, variant, mark, .. } in &catalogue.statuses {
        if tells(mark, reason, confidence) {
            list(&mut codes, ", ", &format!("[X.{subject}.{detail}](crate::EnhancedStatus::{variant})"));
        }
    }
    codes
}

fn tells(mark: &Mark, reason: &str, confidence: Confidence) -> bool {
    matches!(&mark.reason, Some((told, found)) if told == reason && *found == confidence)
}
