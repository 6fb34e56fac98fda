//! One code by itself, explained to the person who met it.

use std::io;

use smtp_codes::enhanced::{Meaning, Subject};
use smtp_codes::{
    Answer, Category, Class, Closing, Command, EnhancedCode, EnhancedStatus, Provider, ReplyCode, Standing,
    WireCode,
};

use crate::page::Page;
use crate::{Explain, numbers, why};

const REGISTRY: &str = "https://www.iana.org/assignments/smtp-enhanced-status-codes";

/// Explains a number: from the catalogue, by its digits, or as what it is instead of a reply code.
pub(crate) fn number(page: &mut Page, number: u16, arguments: &Explain) -> io::Result<()> {
    let other = numbers::meaning(number);
    let Some(wire) = WireCode::from_u16(number) else {
        page.title(format!("{number}: not an SMTP reply code"))?;
        return page.section("What it is", other.unwrap_or_default());
    };
    let known = wire.known();
    page.title(match known {
        Some(code) => format!("SMTP {code}"),
        None => format!("SMTP {number} (not in the catalogue)"),
    })?;
    class(page, wire.class())?;
    if let Some(command) = arguments.command {
        let action = wire.action(command);
        next_step(page, action, command)?;
    }
    match known {
        Some(code) => of_catalogue(page, code, arguments.command)?,
        None => unknown(page, wire)?,
    }
    if let Some(other) = other {
        page.section("If it did not come from a mail server", other)?;
    }
    means(page, |provider| wire.meaning_at(provider), &wire.to_string(), arguments.provider)
}

fn of_catalogue(page: &mut Page, code: ReplyCode, command: Option<Command>) -> io::Result<()> {
    page.section("Standing", standing(code.standing()))?;
    page.section("What it means", code.description())?;
    page.section("When you see it", code.seen_when())?;
    steps(page, &why::steps_of(code))?;
    let closing = match code.closes_connection() {
        Closing::Yes => "The server closes it after this reply.",
        Closing::No => "The server keeps it open after this reply.",
        Closing::May => "The server may close it after this reply.",
        Closing::Unspecified => "",
    };
    if !closing.is_empty() {
        page.section("The connection", closing)?;
    }
    match command {
        Some(command) => answered(page, code, command)?,
        None => by_command(page, code)?,
    }
    if !code.enhanced().is_empty() {
        let list: Vec<_> = code.enhanced().iter().map(ToString::to_string).collect();
        page.section("Enhanced codes that the registry pairs with it", list.join(", "))?;
    }
    if !code.references().is_empty() {
        page.label("References")?;
        page.addresses(code.references().iter().map(|reference| (reference.to_string(), reference.url())))?;
    }
    Ok(())
}

/// What to do, by party.
pub(crate) fn steps(page: &mut Page, steps: &[(Option<&str>, &str)]) -> io::Result<()> {
    if steps.is_empty() {
        return Ok(());
    }
    page.label("What to do")?;
    steps.iter().try_for_each(|(party, text)| match party {
        Some(party) => page.item(format!("{party}: {text}")),
        None => page.paragraph(text),
    })
}

/// The class, and in a sentence what it comes to.
fn class(page: &mut Page, class: Class) -> io::Result<()> {
    page.section("Class", in_short(class))
}

pub(crate) fn in_short(class: Class) -> String {
    let means = match class {
        Class::PositiveCompletion => "Yes: the command was carried out, and the next one may be sent.",
        Class::PositiveIntermediate => "Go on: the server waits for what comes next.",
        Class::TransientNegative => "Not now: the sender keeps the message and sends the same later.",
        Class::PermanentNegative => "No: the same command in the same form will get the same reply.",
    };
    format!("{}yz {}. {means}", class.digit(), class.name())
}

pub(crate) fn next_step(page: &mut Page, action: smtp_codes::Action, command: Command) -> io::Result<()> {
    let name = action.name();
    let name = name.get(..1).unwrap_or_default().to_uppercase() + name.get(1..).unwrap_or_default();
    let label = format!("What the sending server does after {}", command.name());
    page.section(&label, format!("{name}. {}", action.description()))
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Standard => "Standard: an RFC defines it, and it is in use.",
        Standing::Historic => "Historic: an RFC defines it, but it is deprecated or was only an experiment.",
        Standing::Registered => {
            "Registered: no RFC defines it, but the IANA registry pairs it with an enhanced code."
        }
        Standing::Unregistered => {
            "Unregistered: no standard defines it. Servers send it, or lists of codes have it."
        }
    }
}

/// What the code means to one command.
pub(crate) fn answered(page: &mut Page, code: ReplyCode, command: Command) -> io::Result<()> {
    page.label(format!("In answer to {}", command.name()))?;
    let mut answers = code.answers_to(command).peekable();
    if answers.peek().is_none() {
        return page.paragraph(format!(
            "No standard lets {} get {}. A server that sends it all the same is taken by the first digit.",
            command.name(),
            code.as_str()
        ));
    }
    answers.try_for_each(|answer| {
        let condition = answer.condition().map(|condition| format!("{condition} ")).unwrap_or_default();
        page.paragraph(format!("{condition}{}", answer.meaning()))
    })
}

/// What the code means to each command that it may answer: each meaning once, with the commands that it holds for.
fn by_command(page: &mut Page, code: ReplyCode) -> io::Result<()> {
    let mut told: Vec<(&Answer, Vec<Command>)> = Vec::new();
    for answer in code.answers() {
        let is_same =
            |other: &&Answer| other.condition() == answer.condition() && other.meaning() == answer.meaning();
        match told.iter_mut().find(|(other, _)| is_same(other)) {
            Some((_, commands)) => commands.push(answer.command()),
            None => told.push((answer, vec![answer.command()])),
        }
    }
    if told.is_empty() {
        return Ok(());
    }
    page.label("By command")?;
    told.iter().try_for_each(|(answer, commands)| {
        let others: Vec<Command> =
            Command::ALL.iter().copied().filter(|other| !commands.contains(other)).collect();
        let names =
            |commands: &[Command]| commands.iter().map(|one| one.name()).collect::<Vec<_>>().join(", ");
        let reach = match others.len() {
            0 => "Any command".to_owned(),
            count if count < commands.len() => format!("Any command except {}", names(&others)),
            _ => names(commands),
        };
        let condition = answer.condition().map(|condition| format!(" {condition}")).unwrap_or_default();
        let is_said = answer.meaning() == code.description();
        let meaning = if is_said { "as said above." } else { answer.meaning() };
        page.item(format!("{reach}: {meaning}{condition}"))
    })
}

/// A number that the catalogue does not have, by its digits.
fn unknown(page: &mut Page, number: WireCode) -> io::Result<()> {
    let code = without_dots(number);
    // Where the digits are those of an enhanced code, the second one is its subject and no category.
    let about = match number.category() {
        _ if code.is_some() => "",
        Category::Syntax => " The second, 0, says that it is about the form of the command.",
        Category::Information => " The second, 1, says that it is information that was asked for.",
        Category::Connections => " The second, 2, says that it is about the connection itself.",
        Category::MailSystem => " The second, 5, says that it is about the mailbox or the message.",
        Category::Unspecified => " The second has no meaning in the standard.",
    };
    page.section(
        "What it means",
        format!("No RFC defines {number}, and the catalogue does not have it. What counts is its first digit.{about} \
                 The text behind the number is all that the server says besides."),
    )?;
    page.section(
        "What to do",
        match number.class() {
            Class::PositiveCompletion => "Go on as after 250, and log the whole line.",
            Class::PositiveIntermediate => {
                "After `DATA` send the message, after `AUTH` the next answer. After any other \
            command the two sides are out of step: close the connection and send the message again later."
            }
            Class::TransientNegative => {
                "Leave the message in the queue, and count no bounce. If it stays so for hours, send \
            the whole line to the postmaster of the server that said it."
            }
            Class::PermanentNegative => {
                "Do not send the same again unchanged. The text tells who has to act. The number \
            alone is no ground to take an address off a list."
            }
        },
    )?;
    let Some(code) = code else { return Ok(()) };
    let name = code.status().map(|status| format!(" ({})", status.name())).unwrap_or_default();
    page.section(
        "It reads like an enhanced code without its dots",
        format!("{number} may be {code}, an enhanced status code{name}, written without its dots by a program that has \
                 room for three digits only. The complete reply or bounce may still show {code}."),
    )
}

/// The enhanced code that a number is when dots are put between its digits, if it can be one.
fn without_dots(number: WireCode) -> Option<EnhancedCode> {
    let number = number.as_u16();
    let (subject, detail) = (number / 10 % 10, number % 10);
    // Subjects run from 0 to 7 (RFC 3463 section 3), and subject 0 has only the detail 0.
    if subject > 7 || (subject == 0 && detail != 0) {
        return None;
    }
    EnhancedCode::new(u8::try_from(number / 100).ok()?, subject, detail)
}

/// Explains an enhanced code that came alone.
pub(crate) fn enhanced(page: &mut Page, code: EnhancedCode, arguments: &Explain) -> io::Result<()> {
    let status = code.status();
    page.title(match status {
        Some(status) => format!("Enhanced status code {code}: {}", status.name()),
        None => format!("Enhanced status code {code} (not registered)"),
    })?;
    class(page, code.class())?;
    status_means(page, code, status)?;
    if let Some(status) = status {
        steps(page, &[(None, status.remediation())])?;
        if let Some((reason, confidence)) = status.reason() {
            page.section("Reason", format!("{} (confidence: {confidence}).", reason.name()))?;
        }
        if let Some(scope) = status.scope() {
            page.section("Who can act", format!("{}. {}", scope.name(), scope.description()))?;
        }
    }
    means(page, |provider| code.meaning_at(provider), &code.to_string(), arguments.provider)?;
    references(page, code)
}

/// What an enhanced code means, by the registry or by its numbers.
pub(crate) fn status_means(
    page: &mut Page,
    code: EnhancedCode,
    status: Option<EnhancedStatus>,
) -> io::Result<()> {
    let label = format!("What {code} means");
    let Some(status) = status else {
        let subject = match Subject::from_u16(code.subject()) {
            Some(subject) => format!("{}. {}", subject.name(), subject.description()),
            None => "no subject that an RFC defines.".to_owned(),
        };
        let registered = match code.status() {
            Some(other) => {
                format!("The registry has {} for another class only ({}).", other.as_str(), other.name())
            }
            None => "The registry does not have it. Who sends it gave it a meaning of their own.".to_owned(),
        };
        return page.section(
            &label,
            format!("{registered} Its second number, {}, stands for: {subject}", code.subject()),
        );
    };
    page.section(&label, format!("{}. {}", status.name(), status.description()))?;
    status.note().map_or(Ok(()), |note| page.section("Note", note))
}

/// Where the registry has it from.
pub(crate) fn references(page: &mut Page, code: EnhancedCode) -> io::Result<()> {
    page.label(format!("References for {code}"))?;
    let references = code.status().map(EnhancedStatus::references).unwrap_or_default();
    let rows = references.iter().map(|reference| (reference.to_string(), reference.url()));
    page.addresses(rows.chain([("IANA registry".to_owned(), REGISTRY)]))
}

/// What providers mean by a code: the one that was named, or all.
fn means(
    page: &mut Page,
    meaning: impl Fn(Provider) -> Option<Meaning>,
    what: &str,
    named: Option<Provider>,
) -> io::Result<()> {
    for provider in Provider::ALL.iter().filter(|one| named.is_none_or(|named| named == **one)) {
        match meaning(*provider) {
            Some(meaning) => provider_means(page, *provider, &meaning, what)?,
            None if named.is_some() => {
                let label = format!("What {} means by {what}", provider.name());
                page.section(
                    &label,
                    "Nothing of its own that the catalogue knows of: the registered meaning holds.",
                )?;
            }
            None => {}
        }
    }
    Ok(())
}

pub(crate) fn provider_means(
    page: &mut Page,
    provider: Provider,
    meaning: &Meaning,
    what: &str,
) -> io::Result<()> {
    page.label(format!("What {} means by {what}", provider.name()))?;
    page.paragraph(meaning.text())?;
    page.paragraph(format!("Source: {}.", meaning.source()))
}
