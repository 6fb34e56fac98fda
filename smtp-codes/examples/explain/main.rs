//! What a reply code, an enhanced code, a whole reply or a bounce message means, and what to do about it.
//!
//! ```console
//! $ cargo run --example explain -- 454
//! $ cargo run --example explain -- 5.7.26
//! $ cargo run --example explain -- '550-5.7.26 Unauthenticated' '550 5.7.26 blocked'
//! $ cargo run --example explain -- - < bounce.eml
//! ```

mod bounce;
mod case;
mod code;
#[path = "../common/mod.rs"]
mod common;
mod enhanced;
mod input;
mod origin;
mod text;
mod unknown;
mod verdict;

use std::process::ExitCode;

use common::argument::{command, either, shown};
use common::program::{Failure, run};
use input::{Item, items};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use smtp_codes::{Command, Provider};

const USAGE: &str = "explain [--command COMMAND] [--provider PROVIDER] [CODE | REPLY | -]...";

const HELP: &str = "\
Explains reply codes, enhanced status codes, replies and bounce messages: what
each means, what to do and on which side, and where code and enhanced code
disagree. A number that no list has is explained by its digits.

usage: explain [--command COMMAND] [--provider PROVIDER] [CODE | REPLY | -]...

  CODE                 a reply code such as 550, an enhanced status code such as
                       5.7.26, or one behind the other
  REPLY                what a server said, in quotes, with line breaks in it or
                       an argument for each line; a line of a mail log also does
  -                    the standard input: replies, or a bounce message. It is
                       also read where there are no arguments
  --command COMMAND    the command that was answered, such as RCPT
  --provider PROVIDER  whose server it was, such as gmail; a name that is none
                       shows them all. Else it is guessed from the text
  -h, --help           this text

example: cargo run --example explain -- '550-5.7.26 Refused' '550 5.7.26 Bye'
";

/// What the caller knows besides the reply.
#[derive(Clone, Copy, Default)]
pub(crate) struct Options {
    pub(crate) command: Option<Command>,
    pub(crate) provider: Option<Provider>,
}

fn main() -> ExitCode {
    run("explain", USAGE, |page, mut arguments| {
        let mut options = Options::default();
        let mut words = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(page.verbatim(HELP)?),
                Long("command") => options.command = Some(command(&arguments.value()?.string()?)?),
                Long("provider") => options.provider = Some(provider(&arguments.value()?.string()?)?),
                Value(word) => words.push(word),
                other => return Err(other.unexpected().into()),
            }
        }
        // All are read before the first is explained, so that a slip does not hide behind a page of text.
        for (at, item) in items(words)?.into_iter().enumerate() {
            if at > 0 {
                page.rule()?;
            }
            match item {
                Item::Code(code) => code::explain(page, code, options)?,
                Item::Enhanced(enhanced) => enhanced::explain(page, enhanced, options)?,
                Item::Text(text) => text::explain(page, &text, options)?,
            }
        }
        Ok(())
    })
}

fn provider(text: &str) -> Result<Provider, Failure> {
    text.parse().map_err(|_| {
        let known = either(Provider::ALL.iter().map(|provider| provider.as_str()));
        Failure::Usage(format!("{} is not a provider: expected {known}", shown(text)))
    })
}

/// Where a text holds nothing to explain.
pub(crate) fn nothing_in(what: &str) -> Failure {
    Failure::NoAnswer(format!(
        "{what} holds no reply, no enhanced status code and no bounce: expected a line such as \
         550 5.1.1 User unknown"
    ))
}
