//! The decisions as a table for a person.

use std::fmt::Write;

use smtp_codes::Command;

use crate::connection::Decision;
use crate::scenario::{MAILBOXES, Outcome};

/// The heading, and the line below it.
pub(crate) fn heading() -> String {
    let [anna, ben, cleo] = MAILBOXES;
    let line = row(["SCENARIO", "ANSWER TO", "REPLY", "ACTION", anna, ben, cleo]);
    let rule = "-".repeat(line.chars().count());
    format!("{line}\n{rule}")
}

/// A row for each decision, without those that were a plain yes unless all are asked for; the last row has the
/// fates.
pub(crate) fn rows(name: &str, outcome: &Outcome, all: bool) -> String {
    let shown: Vec<&Decision> = outcome
        .decisions
        .iter()
        .filter(|decision| all || !(decision.action.is_positive() || decision.command == Command::Quit))
        .collect();
    let mut text = String::new();
    for number in 0..shown.len().max(1) {
        let name = if number == 0 { name } else { "" };
        let [to, reply, action] = shown.get(number).map_or_else(Default::default, |decision| cells(decision));
        let last = number + 1 == shown.len().max(1);
        let fate = |index: usize| outcome.fates.get(index).filter(|_| last).map_or("", |fate| fate.name());
        let _ = writeln!(text, "{}", row([name, &to, &reply, &action, fate(0), fate(1), fate(2)]));
    }
    text
}

fn cells(decision: &Decision) -> [String; 3] {
    let to = match &decision.mailbox {
        Some(mailbox) => format!("{} {mailbox}", decision.command),
        None => decision.command.to_string(),
    };
    let mark = if decision.lettre_reads { "" } else { "*" };
    [to, format!("{}{mark}", decision.answer), decision.action.to_string()]
}

fn row([name, to, reply, action, anna, ben, cleo]: [&str; 7]) -> String {
    format!("{name:<25} {to:<11} {reply:<10} {action:<21} {anna:<9} {ben:<9} {cleo:<9}").trim_end().to_owned()
}
