//! One code, explained to the person who met it.

use std::io::{self, Write};

use smtp_codes::{Answer, Class, Command, EnhancedCode, ReplyCode, WireCode};

use super::{title, wrap};

/// Explains a code: from the catalogue, or by its class where the catalogue does not have it.
pub(crate) fn explain(output: &mut dyn Write, number: WireCode) -> io::Result<()> {
    match number.known() {
        Some(code) => known(output, code),
        None => unknown(output, number),
    }
}

fn known(output: &mut dyn Write, code: ReplyCode) -> io::Result<()> {
    title(output, &format!("SMTP {code}"))?;
    let class = code.class();
    let facts = format!("{}yz {class}; category {}; {}.", class.digit(), code.category(), code.standing());
    wrap(output, &facts, "", "")?;
    section(output, "What it means", code.description())?;
    section(output, "When you see it", code.seen_when())?;
    section(output, "What to do", code.remediation())?;
    answers(output, code)?;
    if !code.enhanced().is_empty() {
        let list: Vec<_> = code.enhanced().iter().map(ToString::to_string).collect();
        section(output, "Enhanced codes that the registry pairs with it", &list.join(", "))?;
    }
    if !code.references().is_empty() {
        writeln!(output, "\nReferences")?;
        for reference in code.references() {
            writeln!(output, "  {reference}, {}", reference.url())?;
        }
    }
    Ok(())
}

fn section(output: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
    writeln!(output, "\n{label}")?;
    wrap(output, text, "  ", "  ")
}

/// Which commands it answers: own meanings each, the others in a list, rules once.
fn answers(output: &mut dyn Write, code: ReplyCode) -> io::Result<()> {
    let (rules, own): (Vec<&Answer>, Vec<&Answer>) =
        code.answers().iter().partition(|answer| answer.condition().is_some());
    if code.answers().is_empty() {
        return Ok(());
    }
    writeln!(output, "\nBy command")?;
    let has_meaning = |answer: &&&Answer| answer.meaning() != code.description();
    for answer in own.iter().filter(has_meaning) {
        item(output, &format!("{}: {}", answer.command().name(), answer.meaning()))?;
    }
    let plain: Vec<_> =
        own.iter().filter(|answer| !has_meaning(answer)).map(|answer| answer.command().name()).collect();
    if !plain.is_empty() {
        let also = if plain.len() < own.len() { "also " } else { "" };
        item(output, &format!("{also}{}", plain.join(", ")))?;
    }
    let mut told = Vec::new();
    for rule in rules {
        let condition = rule.condition().unwrap_or_default();
        if told.contains(&condition) {
            continue;
        }
        told.push(condition);
        let reached: Vec<Command> = code
            .answers()
            .iter()
            .filter(|answer| answer.condition() == Some(condition))
            .map(Answer::command)
            .collect();
        let meaning = if has_meaning(&&rule) { rule.meaning() } else { "" };
        item(output, &format!("{}: {condition} {meaning}", commands(&reached)))?;
    }
    Ok(())
}

fn item(output: &mut dyn Write, text: &str) -> io::Result<()> {
    wrap(output, text.trim_end(), "  - ", "    ")
}

/// The commands of a rule, or those that it leaves out, whichever is shorter.
fn commands(reached: &[Command]) -> String {
    let names = |list: &[Command]| list.iter().map(|command| command.name()).collect::<Vec<_>>().join(", ");
    let others: Vec<Command> =
        Command::ALL.iter().copied().filter(|command| !reached.contains(command)).collect();
    if others.is_empty() {
        "any command".to_owned()
    } else if others.len() < reached.len() {
        format!("any command except {}", names(&others))
    } else {
        names(reached)
    }
}

/// A code that no list has: its class still says what to do.
fn unknown(output: &mut dyn Write, number: WireCode) -> io::Result<()> {
    let class = number.class();
    title(output, &format!("SMTP {number} (not in the catalogue)"))?;
    let digit = class.digit();
    wrap(output, &format!("{digit}yz {class}; category {}; unknown.", number.category()), "", "")?;
    let meaning = format!(
        "No standard defines {number}, and it is not among the codes that servers are known to send. Its first \
         digit, {digit}, says what counts: {}.",
        match class {
            Class::PositiveCompletion => "the command was carried out",
            Class::PositiveIntermediate => "the server waits for more before it goes on",
            Class::TransientNegative => "the command was refused for now",
            Class::PermanentNegative => "the command was refused in this form",
        }
    );
    section(output, "What it means", &meaning)?;
    let advice = match class {
        Class::PositiveCompletion => "Go on as after 250, and note the code in the log.",
        Class::PositiveIntermediate => {
            "After DATA or AUTH send what is due next; after any other command close the connection and try again later."
        }
        Class::TransientNegative => {
            "Keep the message and try again later. Read the text behind the number: it is all that the server says."
        }
        Class::PermanentNegative => {
            "Do not repeat the command unchanged. Read the text behind the number, and ask the receiving postmaster \
             with the whole line if it does not tell who has to act."
        }
    };
    section(output, "What to do", advice)?;
    if let Some(code) = without_dots(number) {
        let text = format!(
            "{number} reads like the enhanced status code {code} with its dots left out. If the text fits, look \
             that code up."
        );
        section(output, "A guess", &text)?;
    }
    Ok(())
}

/// The enhanced code that a number is when dots are put between its digits, for classes that have one.
fn without_dots(number: WireCode) -> Option<EnhancedCode> {
    let number = number.as_u16();
    let subject = number / 10 % 10;
    // Subjects go up to 7 (RFC 3463 section 4).
    if subject > 7 {
        return None;
    }
    EnhancedCode::new(u8::try_from(number / 100).ok()?, subject, number % 10)
}
