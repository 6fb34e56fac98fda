//! The figures as one table in Markdown: a line for each task, a column for each crate.

use crate::Figures;
use crate::table::nanoseconds;

/// The columns: heading, and how the names of its peers begin. Of several in one case the first one counts.
const COLUMNS: [(&str, &[&str]); 5] = [
    ("smtp-proto", &["smtp-proto"]),
    ("lettre", &["lettre"]),
    ("smtp-codec, smtp-types", &["smtp-codec", "smtp-types"]),
    ("http", &["http"]),
    ("by hand", &["by hand"]),
];

/// The table. The rows of a case stand together, the first of them is what the others are compared with.
pub(crate) fn table(rows: &[Figures]) -> String {
    let headings: String = COLUMNS.iter().map(|(heading, _)| format!(" {heading} |")).collect();
    let rules = " ---: |".repeat(COLUMNS.len());
    let mut text = format!("| Task | smtp-codes |{headings}\n| --- | ---: |{rules}\n");
    for peers in rows.chunk_by(|one, next| one.case == next.case) {
        let [first, others @ ..] = peers else { continue };
        let instructions = first.instructions.map_or_else(String::new, |count| format!(", {}", grouped(count)));
        text += &format!("| {} | {}{instructions} |", first.case, nanoseconds(first.time));
        for (_, names) in COLUMNS {
            let row = others.iter().find(|row| names.iter().any(|name| row.peer.starts_with(name)));
            text += &row.map_or_else(|| " |".to_owned(), |row| format!(" {} |", compared(row)));
        }
        text.push('\n');
    }
    text
}

/// How many times as long, and how many times as many instructions.
fn compared(row: &Figures) -> String {
    let instructions = row.times_more.map_or_else(String::new, |ratio| format!(" ({})", short(ratio)));
    format!("{}{instructions}", short(row.times_slower))
}

fn short(ratio: f64) -> String {
    if ratio < 10.0 { format!("{ratio:.2}") } else { format!("{ratio:.0}") }
}

/// A whole number with commas between the thousands.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
