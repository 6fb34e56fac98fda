//! What one or more reply codes mean, and what to do about them.
//!
//! ```console
//! $ cargo run --example explain -- 454
//! $ cargo run --example explain -- 421 571 598
//! ```

mod common;

use std::process::ExitCode;

use common::explain::explain;
use common::{Failure, number, run};
use lexopt::prelude::{Long, Short, Value, ValueExt};

const USAGE: &str = "usage: explain CODE [CODE ...], such as: explain 454";

fn main() -> ExitCode {
    run("explain", |output| {
        let mut codes = Vec::new();
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(writeln!(output, "{USAGE}")?),
                Value(text) => codes.push(number(&text.string()?)?),
                other => return Err(Failure::Usage(format!("{}; {USAGE}", other.unexpected()))),
            }
        }
        if codes.is_empty() {
            return Err(Failure::Usage(format!("no code was given; {USAGE}")));
        }
        for (at, code) in codes.into_iter().enumerate() {
            if at > 0 {
                writeln!(output, "\n")?;
            }
            explain(output, code)?;
        }
        Ok(())
    })
}
