//! What the examples share: arguments, and text for a person's terminal.

// Each example is a crate of its own and uses only some of this.
#![allow(dead_code)]

pub(crate) mod explain;

use std::io::{self, Write};
use std::process::ExitCode;

use smtp_codes::{ReplyCode, WireCode};

/// What an example's work ends with: an error of the output, or one line for the person who called it.
pub(crate) enum Failure {
    Output(io::Error),
    Usage(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

/// Runs the work of an example. Wrong usage is one line and exit status 2; a reader who has seen enough,
/// such as `head`, is no failure.
pub(crate) fn run(name: &str, work: impl FnOnce(&mut dyn Write) -> Result<(), Failure>) -> ExitCode {
    let mut output = io::BufWriter::new(io::stdout().lock());
    let result = work(&mut output).and_then(|()| Ok(output.flush()?));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => complain(name, &error.to_string(), 1),
        Err(Failure::Usage(message)) => complain(name, &message, 2),
    }
}

fn complain(name: &str, message: &str, status: u8) -> ExitCode {
    // Where even that cannot be written, the status still tells.
    let _ = writeln!(io::stderr(), "{name}: {message}");
    ExitCode::from(status)
}

/// The columns to write in: those of the terminal, at most 100, and 80 where there is none.
pub(crate) fn width() -> usize {
    let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    columns.clamp(40, 100)
}

/// Writes a text wrapped, its first line after `first` and the others after `others`.
pub(crate) fn wrap(output: &mut dyn Write, text: &str, first: &str, others: &str) -> io::Result<()> {
    let options = textwrap::Options::new(width()).initial_indent(first).subsequent_indent(others);
    textwrap::wrap(text, options).iter().try_for_each(|line| writeln!(output, "{line}"))
}

/// A title with a line under it.
pub(crate) fn title(output: &mut dyn Write, text: &str) -> io::Result<()> {
    wrap(output, text, "", "")?;
    writeln!(output, "{}", "=".repeat(text.chars().count().min(width())))
}

/// An argument as a reply code of any kind.
pub(crate) fn number(text: &str) -> Result<WireCode, Failure> {
    WireCode::from_bytes(text.as_bytes())
        .map_err(|error| Failure::Usage(format!("`{}`: {error}", text.escape_debug())))
}

/// An argument as a code of the catalogue.
pub(crate) fn code(text: &str) -> Result<ReplyCode, Failure> {
    let number = number(text)?;
    ReplyCode::try_from(number)
        .map_err(|error| Failure::Usage(format!("{error}; `explain {number}` says more about it")))
}
