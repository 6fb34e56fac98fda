//! What the replies in a mail log come to, by code and enhanced code.
//!
//! ```console
//! $ cargo run --release --example triage -- /var/log/mail.log
//! $ zcat /var/log/mail.log.*.gz | cargo run --release --example triage -- --json
//! ```

#[path = "../common/mod.rs"]
mod common;
mod print;
mod progress;
mod report;
mod source;
mod tally;

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use common::argument::shown;
use common::log::joined::Joined;
use common::program::{Failure, run};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use progress::Progress;
use report::Report;
use tally::Tally;

const USAGE: &str = "triage [--top N] [--json] [FILE...]";

const HELP: &str = "\
Counts the replies in a mail log by code and enhanced code, and says what they
mean, what to do, and which recipients are really gone.

usage: triage [--top N] [--json] [FILE...]

  FILE        the log: deliveries as Postfix or Exim write them, or replies as
              they are, one to a line or on several lines each, also behind the
              command, as in RCPT TO:<joe@example.com>: 550 5.1.1 Unknown.
              Without a file, or with -, the standard input is read.
  --top N     only the N most frequent codes of each class; else 10, or in JSON
              all of them
  --json      the same as JSON
  -h, --help  this text

The log is read line by line. What is kept in memory are the counts and the
distinct addresses that got a permanent reply.

example: cargo run --release --example triage -- tests/facts/logs/postfix.log
";

/// So many rows of a class are shown on a page unless the caller wants others.
const USUAL_TOP: usize = 10;

fn main() -> ExitCode {
    run("triage", USAGE, |page, mut arguments| {
        let (mut top, mut json, mut files) = (None, false, Vec::new());
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(page.verbatim(HELP)?),
                Long("json") => json = true,
                Long("top") => top = Some(rows(&arguments.value()?.string()?)?),
                Value(file) => files.push(file),
                other => return Err(other.unexpected().into()),
            }
        }
        if files.is_empty() {
            if io::stdin().is_terminal() {
                let message = "expected a log as a file or on the standard input, such as /var/log/mail.log";
                return Err(Failure::Usage(message.to_owned()));
            }
            files.push(OsString::from("-"));
        }
        let tally = read(&files)?;
        if json {
            let report = Report::new(&tally, top.unwrap_or(usize::MAX));
            let text = serde_json::to_string_pretty(&report);
            let text = text.map_err(|error| Failure::NoAnswer(format!("cannot write JSON: {error}")))?;
            return Ok(page.verbatim(text + "\n")?);
        }
        Ok(print::print(page, &Report::new(&tally, top.unwrap_or(USUAL_TOP)))?)
    })
}

fn rows(text: &str) -> Result<usize, Failure> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|rows| is_number && *rows > 0).ok_or_else(|| {
        Failure::Usage(format!("{} is no number of rows: expected 1 or more, such as --top 20", shown(text)))
    })
}

/// Reads all files, one after the other.
fn read(files: &[OsString]) -> Result<Tally, Failure> {
    let size = |file: &OsString| {
        std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file).map(|data| data.len())
    };
    let mut progress = Progress::new(files.iter().map(size).sum());
    let mut tally = Tally::default();
    for file in files {
        let result = if file == "-" {
            one(io::stdin().lock(), &mut tally, &mut progress)
        } else {
            File::open(file).and_then(|log| one(log, &mut tally, &mut progress))
        };
        if let Err(error) = result {
            progress.end();
            return Err(Failure::NoAnswer(format!(
                "cannot read {}: {error}",
                shown(&file.to_string_lossy())
            )));
        }
    }
    progress.end();
    Ok(tally)
}

fn one(log: impl io::Read, tally: &mut Tally, progress: &mut Progress) -> io::Result<()> {
    let mut joined = Joined::default();
    let line = |line: &[u8]| {
        tally.lines += 1;
        joined.line(line, |line| tally.add(line));
    };
    source::each_line(log, line, |bytes| progress.add(bytes))?;
    joined.end(|line| tally.add(line));
    Ok(())
}
