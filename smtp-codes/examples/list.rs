//! The catalogue as a table by class.
//!
//! ```console
//! $ cargo run --example list
//! $ cargo run --example list -- 4
//! $ cargo run --example list -- --command RCPT
//! ```

mod common;

use std::io::{self, Write};
use std::process::ExitCode;

use common::{Failure, run, wrap};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use smtp_codes::{Class, Command, ReplyCode};

const USAGE: &str = "usage: list [2|3|4|5] [--command COMMAND], such as: list 4 --command RCPT";

fn main() -> ExitCode {
    run("list", |output| {
        let mut class = None;
        let mut command = None;
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(writeln!(output, "{USAGE}")?),
                Long("command") => command = Some(parse_command(&arguments.value()?.string()?)?),
                Value(text) => class = Some(parse_class(&text.string()?)?),
                other => return Err(Failure::Usage(format!("{}; {USAGE}", other.unexpected()))),
            }
        }
        let codes = command.map_or(ReplyCode::ALL, Command::replies);
        let mut separator = "";
        for one in Class::ALL.into_iter().filter(|one| class.is_none_or(|class| class == *one)) {
            let rows: Vec<ReplyCode> = codes.iter().copied().filter(|code| code.class() == one).collect();
            if rows.is_empty() {
                continue;
            }
            write!(output, "{separator}")?;
            table(output, one, &rows, command)?;
            separator = "\n";
        }
        Ok(())
    })
}

/// `4`, and as people write it: `4yz`, `4xx`.
fn parse_class(text: &str) -> Result<Class, Failure> {
    let digit = text.strip_suffix("yz").or(text.strip_suffix("xx")).unwrap_or(text);
    let class = digit.parse().ok().filter(|_| digit.len() == 1).and_then(Class::from_digit);
    class.ok_or_else(|| {
        Failure::Usage(format!("no class `{}`: there are 2, 3, 4 and 5; {USAGE}", text.escape_debug()))
    })
}

fn parse_command(text: &str) -> Result<Command, Failure> {
    text.parse().map_err(|_| {
        let known: Vec<_> = Command::ALL.iter().map(|command| command.as_str()).collect();
        Failure::Usage(format!("no command `{}`: there are {}", text.escape_debug(), known.join(", ")))
    })
}

fn table(
    output: &mut dyn Write,
    class: Class,
    rows: &[ReplyCode],
    command: Option<Command>,
) -> io::Result<()> {
    writeln!(output, "{}yz {class}", class.digit())?;
    for code in rows {
        let conditions: Vec<_> = command
            .into_iter()
            .flat_map(|command| code.answers_to(command))
            .map(smtp_codes::Answer::condition)
            .collect();
        // A code that answers the command by itself needs no condition.
        let condition =
            if conditions.contains(&None) { "" } else { conditions.iter().flatten().next().unwrap_or(&"") };
        let standing = code.standing().to_string();
        let start = format!("  {} {standing:<13}", code.as_str());
        let text = if condition.is_empty() {
            code.name().to_owned()
        } else {
            format!("{}. {condition}", code.name())
        };
        wrap(output, &text, &start, &" ".repeat(start.len()))?;
    }
    Ok(())
}
