//! Two codes side by side, and the catalogue as a table.

use serde_json::json;
use smtp_codes::comparison::Block;
use smtp_codes::{Answer, Class, Command, LocalizedCode, ReplyCode};

use crate::page::Page;
use crate::{Compare, Failure, List};

pub(crate) fn compare(page: &mut Page, arguments: &Compare) -> Result<(), Failure> {
    let comparison = arguments.one.compare(arguments.other).in_locale(arguments.locale);
    if arguments.markdown {
        return Ok(page.verbatim(comparison.markdown())?);
    }
    if arguments.json {
        let report = json!({
            "codes": [arguments.one.as_u16(), arguments.other.as_u16()],
            "locale": arguments.locale.as_str(),
            "title": comparison.title().to_string(),
            "summary": comparison.summary().to_string(),
            "differences": comparison.differences().map(|phrase| phrase.to_string()).collect::<Vec<_>>(),
            "guidance": comparison.guidance().map(|phrase| phrase.to_string()).collect::<Vec<_>>(),
        });
        return Ok(page.json(&report)?);
    }
    comparison.blocks().try_for_each(|block| match block {
        Block::Title(text) => page.title(text),
        Block::Heading(text) => page.heading(text),
        Block::Label(text) => page.label(text),
        Block::Paragraph(text) => page.paragraph(text),
        Block::Item(text) => page.item(text),
        Block::Reply(text) => page.plain_paragraph(text),
    })?;
    Ok(())
}

pub(crate) fn list(page: &mut Page, arguments: &List) -> Result<(), Failure> {
    let codes: Vec<ReplyCode> = arguments
        .command
        .map_or(ReplyCode::ALL, Command::replies)
        .iter()
        .copied()
        .filter(|code| arguments.class.is_none_or(|class| class == code.class()))
        .filter(|code| arguments.standing.is_none_or(|standing| standing == code.standing()))
        .collect();
    if arguments.json {
        let codes = codes.iter().map(|code| {
            let when = arguments.command.map(|command| conditions(code.in_locale(arguments.locale), command));
            json!({
                "code": code.as_u16(),
                "name": code.in_locale(arguments.locale).name(),
                "class": code.class().as_str(),
                "standing": code.standing().as_str(),
                "when": when,
            })
        });
        return Ok(page.json(&codes.collect::<serde_json::Value>())?);
    }
    page.title(match arguments.command {
        Some(command) => format!("SMTP reply codes that may answer: {}", command.name()),
        None => "SMTP reply codes".to_owned(),
    })?;
    for class in Class::ALL {
        let last = if arguments.command.is_some() { "When" } else { "Standing" };
        let mut rows = vec![["Code", "Name", last].map(str::to_owned)];
        for code in codes.iter().filter(|code| code.class() == *class) {
            let name = code.in_locale(arguments.locale).name();
            let mut cells = match arguments.command {
                Some(command) => conditions(code.in_locale(arguments.locale), command),
                None => vec![code.standing().to_string()],
            }
            .into_iter();
            rows.push([code.as_str().to_owned(), name.to_owned(), cells.next().unwrap_or_default()]);
            rows.extend(cells.map(|cell| [String::new(), String::new(), cell]));
        }
        if rows.len() > 1 {
            page.heading(format!("{}yz {}", class.digit(), class.name()))?;
            page.table(&rows)?;
        }
    }
    page.label(match codes.len() {
        0 => "No code of the catalogue is like that.".to_owned(),
        1 => "1 code".to_owned(),
        count => format!("{count} codes"),
    })?;
    if codes.is_empty() { Err(Failure::Nothing("no code of the catalogue is like that".to_owned())) } else { Ok(()) }
}

/// When the code may answer the command: nothing for what it does as a matter of course, else a condition for each rule
/// that lets it.
fn conditions(code: LocalizedCode, command: Command) -> Vec<String> {
    let answers = || code.answers().iter().filter(|answer| answer.command() == command);
    let is_plain = answers().any(|answer| answer.condition().is_none());
    let rules = answers().filter_map(Answer::condition);
    rules
        .map(|condition| match condition.split_at_checked(1) {
            Some((first, rest)) if is_plain => format!("Also {}{rest}", first.to_ascii_lowercase()),
            _ => condition.to_owned(),
        })
        .collect()
}
