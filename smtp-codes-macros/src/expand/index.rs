//! The index tables on the pages of the enums: codes by class, enhanced codes by subject, reasons by code.

use super::docs;
use super::markdown::{cell, escape};
use crate::catalogue::{Catalogue, Confidence, Mark, Reply, Word};

/// A table with a heading, empty if it has no rows.
fn table(heading: &str, columns: &[&str], rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let columns: Vec<_> = columns.iter().map(|column| (*column).to_owned()).collect();
    let rule = vec!["---".to_owned(); columns.len()];
    let rows: String = rows.iter().map(|row| line(row)).collect();
    format!("\n# {heading}\n\n{}{}{rows}", line(&columns), line(&rule))
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
    let columns = ["Code", "Variant", "Name", "Standing", "Answers"];
    let columns = &columns[..if with_answers { 5 } else { 4 }];
    let table_of = |(class, heading): (u16, &str)| {
        let rows = replies.iter().filter(|reply| reply.number / 100 == class).map(|reply| {
            let standing = reply.standing.word().to_owned();
            let mut row = vec![reply.number.to_string(), link(&reply.variant()), cell(&reply.name), standing];
            row.extend(with_answers.then(|| docs::in_short(&reply.answers)));
            row
        });
        table(heading, columns, &rows.collect::<Vec<_>>())
    };
    classes.into_iter().map(table_of).collect()
}

/// The enhanced codes: a table for each subject.
pub(super) fn statuses(catalogue: &Catalogue) -> String {
    let table_of = |subject: &crate::catalogue::Topic| {
        let statuses = catalogue.statuses.iter().filter(|status| status.subject == subject.number());
        let rows = statuses.map(|status| {
            let code = format!("X.{}", status.parts());
            vec![code, link(&status.variant()), cell(&status.name), docs::pairs(status, catalogue)]
        });
        let heading = format!("X.{} {}", subject.key, escape(&subject.name));
        table(&heading, &["Code", "Variant", "Name", "Replies"], &rows.collect::<Vec<_>>())
    };
    catalogue.subjects.iter().map(table_of).collect()
}

/// The reasons: which codes tell of each, and how surely.
pub(super) fn reasons(catalogue: &Catalogue) -> String {
    let rows = catalogue.reasons.iter().map(|reason| {
        let variant = reason.variant();
        let scope = reason.scope.as_ref().map(|scope| format!("[`{scope}`](crate::Scope::{scope})"));
        let mut row = vec![link(&variant), scope.unwrap_or_default()];
        row.extend(
            [Confidence::High, Confidence::Medium, Confidence::Low]
                .map(|confidence| telling(catalogue, &variant, confidence)),
        );
        row
    });
    let columns = ["Reason", "Scope", "High", "Medium", "Low"];
    table("Which codes tell of which reason", &columns, &rows.collect::<Vec<_>>())
}

/// The codes that tell of a reason with this confidence.
fn telling(catalogue: &Catalogue, reason: &str, confidence: Confidence) -> String {
    let tells = |mark: &Mark| matches!(&mark.reason, Some((told, found)) if told == reason && *found == confidence);
    let replies = catalogue.replies.iter().filter(|reply| tells(&reply.mark));
    let replies = replies.map(|reply| format!("[{}](crate::ReplyCode::{})", reply.number, reply.variant()));
    let statuses = catalogue.statuses.iter().filter(|status| tells(&status.mark));
    let statuses =
        statuses.map(|status| format!("[X.{}](crate::EnhancedStatus::{})", status.parts(), status.variant()));
    replies.chain(statuses).collect::<Vec<_>>().join(", ")
}
