//! One code, explained to the person who met it.

use std::io;

use smtp_codes::{Answer, Class, Closing, Command, Provider, Reference, ReplyCode, Standing, WireCode};

use crate::common::page::Page;
use crate::enhanced::{nothing_own, provider_means};
use crate::verdict::next_step;
use crate::{Options, unknown};

/// Explains a code: from the catalogue, or by its digits where the catalogue does not have it.
pub(crate) fn explain(page: &mut Page<'_>, number: WireCode, options: Options) -> io::Result<()> {
    match number.known() {
        Some(code) => page.title(format!("SMTP {code}"))?,
        None => page.title(format!("SMTP {number} (not in the catalogue)"))?,
    }
    let means = |page: &mut Page<'_>| {
        let mut providers = Provider::ALL.iter().filter_map(|one| Some((*one, number.meaning_at(*one)?)));
        providers.try_for_each(|(one, meaning)| {
            let is_wanted = options.provider.is_none_or(|wanted| wanted == one);
            if is_wanted { provider_means(page, one, &meaning, &number.to_string(), None) } else { Ok(()) }
        })
    };
    match options.provider {
        Some(provider) if number.meaning_at(provider).is_none() => {
            nothing_own(page, provider, &number.to_string())?;
        }
        Some(_) => means(page)?,
        None => {}
    }
    class(page, number.class())?;
    if let Some(command) = options.command {
        next_step(page, number.into(), command)?;
    }
    after_reply(page, number, options.command, true)?;
    if options.provider.is_none() { means(page) } else { Ok(()) }
}

/// What the code means, in a line or two, where the point is another.
pub(crate) fn in_brief(page: &mut Page<'_>, number: WireCode) -> io::Result<()> {
    class(page, number.class())?;
    page.section("What it means", number.known().map_or(unknown::MEANS, |code| code.description()))
}

/// What the code means, below its class; with the enhanced codes that go with it, where there was none.
pub(crate) fn after_reply(
    page: &mut Page<'_>,
    number: WireCode,
    command: Option<Command>,
    with_enhanced: bool,
) -> io::Result<()> {
    let Some(code) = number.known() else { return unknown::explain(page, number) };
    page.section("Standing", standing(code.standing()))?;
    page.section("What it means", code.description())?;
    page.section("When you see it", code.seen_when())?;
    page.section("What to do", code.remediation())?;
    if let Some(text) = closing(code.closes_connection()) {
        page.section("The connection", text)?;
    }
    match command {
        Some(command) => to_command(page, code, command)?,
        None => by_command(page, code)?,
    }
    if with_enhanced && !code.enhanced().is_empty() {
        let list: Vec<_> = code.enhanced().iter().map(ToString::to_string).collect();
        page.section("Enhanced codes that the registry pairs with it", list.join(", "))?;
    }
    if !code.references().is_empty() {
        page.label("References")?;
        let rows: Vec<_> =
            code.references().iter().map(|reference| (reference.to_string(), reference.url())).collect();
        page.addresses(&rows)?;
    }
    Ok(())
}

/// The class, and in a sentence what it comes to.
pub(crate) fn class(page: &mut Page<'_>, class: Class) -> io::Result<()> {
    page.section("Class", format!("{}yz {}. {}", class.digit(), class.name(), class_means(class)))
}

pub(crate) const fn class_means(class: Class) -> &'static str {
    match class {
        Class::PositiveCompletion => "Yes: the command was carried out, and the next one may be sent.",
        Class::PositiveIntermediate => "Go on: the server waits for what comes next.",
        Class::TransientNegative => "Not now: the sender keeps the message and tries the same again later.",
        Class::PermanentNegative => "No: the same command in the same form will get the same answer.",
    }
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Standard => "Standard: an RFC defines it, and it is in use.",
        Standing::Historic => "Historic: an RFC defines it, but it is deprecated or was only an experiment.",
        Standing::Registered => {
            "Registered: no RFC defines it, but the IANA registry pairs it with an enhanced code."
        }
        Standing::Unregistered => {
            "Unregistered: no standard knows it; it turns up in servers and logs all the same."
        }
    }
}

const fn closing(closing: Closing) -> Option<&'static str> {
    match closing {
        Closing::Yes => Some("The server closes it after this reply."),
        Closing::No => Some("The server keeps it open after this reply."),
        Closing::May => Some("The server may close it after this reply."),
        Closing::Unspecified => None,
    }
}

/// What the code means to one command.
fn to_command(page: &mut Page<'_>, code: ReplyCode, command: Command) -> io::Result<()> {
    page.label(format!("In answer to {}", name(command)))?;
    let answers: Vec<&Answer> = code.answers_to(command).collect();
    if answers.is_empty() {
        return page.paragraph(format!(
            "No standard lets {} get {}. A server that sends it all the same is taken by the first digit.",
            command.name(),
            code.as_str()
        ));
    }
    answers.into_iter().try_for_each(|answer| {
        let condition = answer.condition().map(|condition| format!("{condition} ")).unwrap_or_default();
        page.paragraph(format!("{condition}{}{}", answer.meaning(), places(answer.references())))
    })
}

/// What the code means to each command that it may answer: meanings of their own first, then the commands to
/// which it means what was said above, then the rules that hold for many commands, each told once.
fn by_command(page: &mut Page<'_>, code: ReplyCode) -> io::Result<()> {
    if code.answers().is_empty() {
        return Ok(());
    }
    page.label("By command")?;
    let (rules, own): (Vec<&Answer>, Vec<&Answer>) =
        code.answers().iter().partition(|answer| answer.condition().is_some());
    let says_more = |answer: &Answer| answer.meaning() != code.description();
    for answer in own.iter().filter(|answer| says_more(answer)) {
        page.inner_label(format!("{}{}", name(answer.command()), places(answer.references())))?;
        page.inner_paragraph(answer.meaning())?;
    }
    let plain: Vec<_> =
        own.iter().filter(|answer| !says_more(answer)).map(|answer| name(answer.command())).collect();
    if !plain.is_empty() {
        page.inner_label(plain.join(", "))?;
        page.inner_paragraph("As said above.")?;
    }
    let mut told: Vec<&Answer> = Vec::new();
    for rule in rules {
        if !told.iter().any(|other| is_same_rule(other, rule)) {
            told.push(rule);
            self::rule(page, code, rule)?;
        }
    }
    Ok(())
}

/// A rule, once for all the commands that it reaches: when it holds, for which, and what it means.
fn rule(page: &mut Page<'_>, code: ReplyCode, rule: &Answer) -> io::Result<()> {
    page.inner_label(rule.condition().unwrap_or_default().trim_end_matches('.'))?;
    let same = code.answers().iter().filter(|answer| is_same_rule(answer, rule));
    let reached: Vec<_> = same.map(Answer::command).collect();
    page.inner_paragraph(format!("{}{}", reach(&reached), places(rule.references())))?;
    if rule.meaning() == code.description() { Ok(()) } else { page.inner_paragraph(rule.meaning()) }
}

/// Whether two rows come from one rule of the catalogue, which has a row for each command that it reaches.
fn is_same_rule(one: &Answer, other: &Answer) -> bool {
    one.condition() == other.condition()
        && one.meaning() == other.meaning()
        && one.references() == other.references()
}

/// Where a row stands, after its commands: ` [RFC 5321 section 4.3.2]`.
fn places(references: &[Reference]) -> String {
    if references.is_empty() {
        return String::new();
    }
    let list: Vec<_> = references.iter().map(ToString::to_string).collect();
    format!(" [{}]", list.join(", "))
}

/// What people call the command, and whether it has gone out of use.
fn name(command: Command) -> String {
    let obsolete = if command.is_obsolete() { " (obsolete)" } else { "" };
    format!("{}{obsolete}", command.name())
}

fn names(commands: &[Command]) -> String {
    commands.iter().map(|command| command.name()).collect::<Vec<_>>().join(", ")
}

/// The commands of a rule, or those that it leaves out, whichever is shorter.
fn reach(commands: &[Command]) -> String {
    let others: Vec<Command> =
        Command::ALL.iter().copied().filter(|command| !commands.contains(command)).collect();
    if others.is_empty() {
        "Any command".to_owned()
    } else if others.len() < commands.len() {
        format!("Any command except {}", names(&others))
    } else {
        names(commands)
    }
}
