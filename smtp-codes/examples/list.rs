//! The catalogue as a table by class.
//!
//! ```console
//! $ cargo run --example list
//! $ cargo run --example list -- 4yz --standing standard
//! $ cargo run --example list -- --command RCPT
//! ```

mod common;

use std::io;
use std::process::ExitCode;

use common::argument::{command, either, shown};
use common::page::Page;
use common::program::{Failure, run};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use smtp_codes::{Answer, Class, Command, ReplyCode, Standing};

const USAGE: &str = "list [CLASS] [--standing STANDING] [--command COMMAND]";

const HELP: &str = "\
Lists reply codes as a table by class.

usage: list [CLASS] [--standing STANDING] [--command COMMAND]

  CLASS                only this class: 2, 3, 4 or 5, also written 4yz or 4xx
  --standing STANDING  only these: standard, historic, registered, unregistered
  --command COMMAND    only what this command may get, such as RCPT, and when
  -h, --help           this text

example: cargo run --example list -- 4 --command RCPT
";

/// Which codes are wanted; `None` where all are.
#[derive(Default)]
struct Filter {
    class: Option<Class>,
    standing: Option<Standing>,
    command: Option<Command>,
}

fn main() -> ExitCode {
    run("list", USAGE, |page, mut arguments| {
        let mut filter = Filter::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(page.verbatim(HELP)?),
                Long("standing") => filter.standing = Some(standing(&arguments.value()?.string()?)?),
                Long("command") => filter.command = Some(command(&arguments.value()?.string()?)?),
                Value(word) if filter.class.is_none() => filter.class = Some(class(&word.string()?)?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(print(page, &filter)?)
    })
}

/// `4`, and as people write it: `4yz`, `4xx`.
fn class(text: &str) -> Result<Class, Failure> {
    let bytes = text.as_bytes();
    let digit = match bytes {
        [digit] => Some(digit),
        [digit, rest @ ..] if rest.eq_ignore_ascii_case(b"yz") || rest.eq_ignore_ascii_case(b"xx") => {
            Some(digit)
        }
        _ => None,
    };
    let class = digit.and_then(|digit| digit.checked_sub(b'0')).and_then(Class::from_digit);
    class.ok_or_else(|| {
        Failure::Usage(format!("{} is not a class: expected 2, 3, 4 or 5, such as 4 or 4yz", shown(text)))
    })
}

fn standing(text: &str) -> Result<Standing, Failure> {
    let found = Standing::ALL.iter().copied().find(|standing| standing.as_str().eq_ignore_ascii_case(text));
    found.ok_or_else(|| {
        let known = either(Standing::ALL.iter().map(|standing| standing.as_str()));
        Failure::Usage(format!("{} is not a standing: expected {known}", shown(text)))
    })
}

fn print(page: &mut Page<'_>, filter: &Filter) -> io::Result<()> {
    page.title(match filter.command {
        Some(command) => format!("SMTP reply codes that may answer: {}", command.name()),
        None => "SMTP reply codes".to_owned(),
    })?;
    let codes: Vec<ReplyCode> = filter
        .command
        .map_or(ReplyCode::ALL, Command::replies)
        .iter()
        .copied()
        .filter(|code| filter.class.is_none_or(|class| class == code.class()))
        .filter(|code| filter.standing.is_none_or(|standing| standing == code.standing()))
        .collect();
    if let Some(command) = filter.command {
        tables(page, &codes, ["Code", "Name", "When"], |code| conditions(code, command))?;
    } else {
        tables(page, &codes, ["Code", "Name", "Standing"], |code| vec![code.standing().to_string()])?;
    }
    page.label(match codes.len() {
        0 => "No code of the catalogue is like that.".to_owned(),
        1 => "1 code".to_owned(),
        count => format!("{count} codes"),
    })
}

/// When the code may answer the command: nothing for what it does as a matter of course, else a condition
/// for each rule that lets it.
fn conditions(code: ReplyCode, command: Command) -> Vec<String> {
    let is_plain = code.answers_to(command).any(|answer| answer.condition().is_none());
    let rules = code.answers_to(command).filter_map(Answer::condition);
    rules
        .map(|condition| match condition.split_at_checked(1) {
            Some((first, rest)) if is_plain => format!("Also {}{rest}", first.to_ascii_lowercase()),
            _ => condition.to_owned(),
        })
        .collect()
}

/// A table for each class that has codes, all with the same columns. A code has a line for each of its last
/// cells.
fn tables(
    page: &mut Page<'_>,
    codes: &[ReplyCode],
    header: [&str; 3],
    last_cells: impl Fn(ReplyCode) -> Vec<String>,
) -> io::Result<()> {
    let rows = |code: ReplyCode| {
        let mut cells = last_cells(code).into_iter();
        let first = [code.as_str().to_owned(), code.name().to_owned(), cells.next().unwrap_or_default()];
        let others = cells.map(|cell| [String::new(), String::new(), cell]);
        [first].into_iter().chain(others).collect::<Vec<_>>()
    };
    let header = header.map(str::to_owned);
    let all = codes.iter().flat_map(|code| rows(*code)).chain([header.clone()]);
    let widths = page.columns(&all.collect::<Vec<_>>());
    for class in Class::ALL {
        let mut codes = codes.iter().copied().filter(|code| code.class() == *class).peekable();
        if codes.peek().is_none() {
            continue;
        }
        page.heading(format!("{}yz {}", class.digit(), class.name()))?;
        page.row(&header, &widths)?;
        codes.flat_map(rows).try_for_each(|row| page.row(&row, &widths))?;
    }
    Ok(())
}
