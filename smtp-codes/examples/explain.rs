//! What one or more reply codes mean, and what to do about them.
//!
//! ```console
//! $ cargo run --example explain -- 454
//! $ cargo run --example explain -- 421 571 598
//! ```

mod common;

use std::process::ExitCode;

use common::argument::number;
use common::explain::explain;
use common::program::{Failure, run};
use lexopt::prelude::{Long, Short, Value, ValueExt};

const USAGE: &str = "explain CODE...";

const HELP: &str = "\
Explains reply codes: what each means, when you see it and what to do, and what
it means to each command. A number that no list has is explained by its digits.

usage: explain CODE...

  CODE        three digits, such as 550
  -h, --help  this text

example: cargo run --example explain -- 454 571
";

fn main() -> ExitCode {
    run("explain", USAGE, |page, mut arguments| {
        let mut words = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(page.verbatim(HELP)?),
                Value(word) => words.push(word.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        // All are read before the first is explained, so that a slip does not hide behind a page of text.
        let codes = words.iter().map(|word| number(word)).collect::<Result<Vec<_>, _>>()?;
        if codes.is_empty() {
            return Err(Failure::Usage("expected at least one code, such as 550".to_owned()));
        }
        for (at, code) in codes.into_iter().enumerate() {
            if at > 0 {
                page.rule()?;
            }
            explain(page, code)?;
        }
        Ok(())
    })
}
