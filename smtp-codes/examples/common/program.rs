//! How an example begins and ends: its usage, one line for what is wrong, and the exit status.

use std::io::{self, Write};
use std::process::ExitCode;

use super::page::Page;

/// What ends an example early.
pub(crate) enum Failure {
    /// The page could not be written.
    Output(io::Error),
    /// The arguments do not fit the usage, which is then told as well.
    Usage(String),
    /// The arguments have the right form, and there is no answer to them all the same.
    NoAnswer(String),
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

/// Runs the work of an example on its arguments. Wrong usage is one line on the standard error and exit
/// status 2; a reader who has seen enough, such as `head`, is no failure.
pub(crate) fn run(
    name: &str,
    usage: &str,
    work: impl FnOnce(&mut Page<'_>, lexopt::Parser) -> Result<(), Failure>,
) -> ExitCode {
    let mut output = io::BufWriter::new(io::stdout().lock());
    let result = work(&mut Page::new(&mut output), lexopt::Parser::from_env());
    match result.and_then(|()| Ok(output.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => complain(name, &format!("cannot write the page: {error}"), 1),
        Err(Failure::Usage(message)) => complain(name, &format!("{message}; usage: {usage}"), 2),
        Err(Failure::NoAnswer(message)) => complain(name, &message, 2),
    }
}

fn complain(name: &str, message: &str, status: u8) -> ExitCode {
    // An argument may hold a line break or an escape sequence. The complaint is one line whatever it holds.
    let line: String = message
        .chars()
        .map(
            |letter| {
                if letter.is_control() { letter.escape_default().to_string() } else { letter.to_string() }
            },
        )
        .collect();
    // Where even that cannot be written, the status still tells.
    let _ = writeln!(io::stderr(), "{name}: {line}");
    ExitCode::from(status)
}
