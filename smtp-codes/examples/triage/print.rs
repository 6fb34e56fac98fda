//! The report as a page for a person.

use std::io;

use smtp_codes::Class;

use crate::common::page::Page;
use crate::report::{CLASSES, Report, Row};

/// Prints the whole report.
pub(crate) fn print(page: &mut Page<'_>, report: &Report) -> io::Result<()> {
    page.title("Replies in the log")?;
    page.plain_paragraph(counts(report))?;
    for class in CLASSES {
        table(page, report, class)?;
    }
    if report.not_shown.rows > 0 {
        page.label(format!(
            "Not shown: {} with other codes ({} different ones). --top N shows more.",
            number(report.not_shown.count),
            report.not_shown.rows
        ))?;
    }
    advice(page, report)?;
    recipients(page, report)
}

/// What the lines hold, and what of it is not in the tables.
fn counts(report: &Report) -> String {
    let counts = [
        (report.counted, "delivery or reply", "deliveries or replies"),
        (report.without_reply, "line without one", "lines without one"),
        (
            report.own_refusals,
            "refusal by this server itself (not counted)",
            "refusals by this server itself (not counted)",
        ),
        (report.cut_off, "reply without its end (not counted)", "replies without their ends (not counted)"),
        (
            report.contradictory,
            "reply whose lines have different codes (not counted)",
            "replies whose lines have different codes (not counted)",
        ),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, one, more)| many(count, one, more)).collect();
    let read = many(report.lines, "line read", "lines read");
    if counts.is_empty() { format!("{read}.") } else { format!("{read}: {}.", counts.join(", ")) }
}

fn many(count: u64, one: &str, more: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { more })
}

/// `1,234,567`
fn number(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn table(page: &mut Page<'_>, report: &Report, class: Class) -> io::Result<()> {
    let rows: Vec<&Row> = report.rows.iter().filter(|row| row.key.class == class).collect();
    if rows.is_empty() {
        return Ok(());
    }
    page.heading(match class {
        Class::PermanentNegative => format!("Permanent: {}", number(report.permanent)),
        Class::TransientNegative => {
            format!(
                "Temporary: {}",
                many(report.temporary, "attempt, tried again later", "attempts, tried again later")
            )
        }
        Class::PositiveIntermediate => "Intermediate".to_owned(),
        Class::PositiveCompletion => "Success".to_owned(),
    })?;
    let widest = number(rows.iter().map(|row| row.count).max().unwrap_or(0)).len().max(5);
    let mut lines = vec![["Count", "Code", "Enhanced", "Answers", "What it means"].map(str::to_owned)];
    for row in rows {
        lines.push([
            format!("{:>widest$}", number(row.count)),
            row.key.code.map_or_else(|| "-".to_owned(), |code| code.to_string()),
            row.enhanced.clone().unwrap_or_else(|| "-".to_owned()),
            answers(row),
            name(row),
        ]);
    }
    let widths = page.columns(&lines);
    lines.iter().try_for_each(|line| page.row(line, &widths))
}

fn answers(row: &Row) -> String {
    let names: Vec<&str> = row.answers.iter().map(|answers| answers.command).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(", ") }
}

/// What to do about each failure of the tables.
fn advice(page: &mut Page<'_>, report: &Report) -> io::Result<()> {
    let mut failures = report.rows.iter().filter(|row| row.key.class.is_negative()).peekable();
    if failures.peek().is_none() {
        return Ok(());
    }
    page.heading("What to do")?;
    failures.enumerate().try_for_each(|(at, row)| {
        let label = format!("{} {} ({})", row.codes(), name(row), number(row.count));
        if at > 0 { page.label(label) } else { page.plain_paragraph(label) }?;
        if let Some(why) = why(row) {
            page.paragraph(why)?;
        }
        for text in [row.provider_meaning, row.what_to_do].into_iter().flatten() {
            page.paragraph(text)?;
        }
        if row.sample.is_empty() { Ok(()) } else { page.paragraph(format!("For example: {}", row.sample)) }
    })
}

/// `Reason: mailbox full (confidence high). Who can act: the recipient.`
fn why(row: &Row) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(reason) = row.reason {
        parts.push(match row.confidence {
            Some(confidence) => format!("Reason: {reason} (confidence: {confidence})"),
            None => format!("Reason: {reason}"),
        });
    }
    if let Some(scope) = row.scope {
        parts.push(format!("Scope: {scope}"));
    }
    if let (Some(code), Some(enhanced)) = (row.key.code, row.key.enhanced) {
        if code.class() != enhanced.class() {
            parts.push(format!("{code} and {enhanced} disagree, and {code} is what counts"));
        }
    }
    if parts.is_empty() { None } else { Some(parts.join(". ") + ".") }
}

fn name(row: &Row) -> String {
    match row.provider {
        Some(provider) => format!("{} (as {provider} means it)", row.name),
        None => row.name.clone(),
    }
}

/// How many addresses are really gone, and how many a careless sender would give up.
fn recipients(page: &mut Page<'_>, report: &Report) -> io::Result<()> {
    let recipients = &report.recipients;
    if recipients.refused == 0 && recipients.nameless_replies == 0 {
        return Ok(());
    }
    page.heading("Whom to stop writing to")?;
    let others = recipients.refused.saturating_sub(recipients.condemned);
    let rows = [
        (
            recipients.refused,
            "recipient",
            "recipients",
            "got a 5yz reply. Taking 5yz for a bad address gives up all of them.",
        ),
        (
            recipients.condemned,
            "has",
            "have",
            "a bad address by the reply's own codes. A careful sender gives up these.",
        ),
        (
            others,
            "was",
            "were",
            "refused for other reasons. A careful sender keeps them and sees to the reasons above.",
        ),
    ]
    .map(|(count, one, more, rest)| {
        [number(count), format!("{} {rest}", if count == 1 { one } else { more })]
    });
    let widest = rows.iter().map(|[count, _]| count.len()).max().unwrap_or(0);
    let rows = rows.map(|[count, text]| [format!("{count:>widest$}"), text]);
    let widths = page.columns(&rows);
    rows.iter().try_for_each(|row| page.row(row, &widths))?;
    if recipients.nameless_replies == 0 {
        return Ok(());
    }
    page.plain_paragraph(format!(
        "{} without a recipient, so they are not among these.",
        many(recipients.nameless_replies, "permanent reply came", "permanent replies came")
    ))
}
