//! `smtp-codes`, the command: what a mail server said, explained, wherever it was pasted from.
//!
//! Everything here uses the public face of the library. `read` is the one reader of replies for all formats, `why` the
//! one place that asks what they mean, and the other modules print.

#![forbid(unsafe_code)]

mod decode;
mod explain;
mod numbers;
mod page;
mod read;
mod report;
mod tables;
mod tally;
mod triage;
mod why;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand};
use smtp_codes::{Class, Command, Locale, ParseCodeError, Provider, ReplyCode, Standing, WireCode};

use crate::page::Page;

/// Explains what a mail server said: a code, a reply, a session, a line of a log, a bounce, or a whole log.
#[derive(Parser)]
#[command(name = "smtp-codes", version, after_help = EXAMPLES, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Sub,
}

const EXAMPLES: &str = "\
Examples:
  smtp-codes compare 214 250
  smtp-codes explain 550 5.1.1
  smtp-codes explain '550-5.7.26 Unauthenticated email' '550 5.7.26 blocked'
  smtp-codes explain - < bounce.eml
  smtp-codes triage /var/log/mail.log
  smtp-codes list 4 --command RCPT

Exit status:
  0  something was understood; what was not is told on the standard error
  1  nothing was
  2  wrong usage, or a file that cannot be read";

#[derive(Subcommand)]
enum Sub {
    /// Show two reply codes side by side: what each means, how they differ, when to use which
    #[command(after_help = "Example: smtp-codes compare 450 550 --locale fr")]
    Compare(Compare),
    /// Explain codes, a reply, a session, a line of a log, an error of a program or a bounce
    #[command(after_help = "Examples:\n  smtp-codes explain 454 571\n  smtp-codes explain --command RCPT '552 5.2.2 Full'\n  \
                      smtp-codes explain 550 --locale fr\n  \
                      smtp-codes explain bounce.eml\n  smtp-codes explain - < session.txt", after_long_help = explain::SHAPE)]
    Explain(Explain),
    /// Count what a mail log says by code, with the reasons, and whom to stop writing to
    #[command(after_help = "Examples:\n  smtp-codes triage /var/log/mail.log\n  \
                      journalctl -u postfix -o json | smtp-codes triage -", after_long_help = triage::SHAPE)]
    Triage(Triage),
    /// List the reply codes as a table by class
    #[command(after_help = "Examples:\n  smtp-codes list 4 --command RCPT\n  smtp-codes list --locale fr")]
    List(List),
    /// Print the completions of a shell
    Completions { shell: clap_complete::Shell },
}

#[derive(Args)]
struct Compare {
    /// A reply code: three digits, such as 214
    #[arg(value_parser = code)]
    one: ReplyCode,
    /// Another
    #[arg(value_parser = code)]
    other: ReplyCode,
    /// The language of the page, such as fr
    #[arg(long, default_value = "en", value_parser = locale)]
    locale: Locale,
    /// The page as Markdown
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
    /// The page's parts as JSON: title, summary, differences, guidance
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Explain {
    /// Codes, the lines of a reply or of a log, a file, or - for the standard input
    #[arg(value_name = "CODE | TEXT | FILE")]
    input: Vec<String>,
    /// The command that was answered, such as RCPT
    #[arg(long, value_parser = command)]
    command: Option<Command>,
    /// The provider that said it, such as gmail; else it is recognised by its signs
    #[arg(long, value_parser = provider)]
    provider: Option<Provider>,
    /// The language of what is told of a reply code, such as fr; the rest is in English
    #[arg(long, default_value = "en", value_parser = locale)]
    locale: Locale,
    /// The answer as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Triage {
    /// Logs, also packed with gzip; the oldest is read first. Without one, or with -, the standard input
    files: Vec<PathBuf>,
    /// Only the N most frequent codes of each outcome; else 10, or in JSON all
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    top: Option<u32>,
    /// The report as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct List {
    /// Only this class: 2, 3, 4 or 5, also written 4yz or 4xx
    #[arg(value_parser = class)]
    class: Option<Class>,
    /// Only these: standard, historic, registered, unregistered
    #[arg(long, value_parser = standing)]
    standing: Option<Standing>,
    /// Only what this command may get, such as RCPT, and when
    #[arg(long, value_parser = command)]
    command: Option<Command>,
    /// The language of the names and conditions, such as fr
    #[arg(long, default_value = "en", value_parser = locale)]
    locale: Locale,
    /// The codes as JSON
    #[arg(long)]
    json: bool,
}

/// What ends the command early.
enum Failure {
    /// The page could not be written.
    Output(io::Error),
    /// Wrong usage, or a file that cannot be read.
    Usage(String),
    /// Nothing was understood.
    Nothing(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut page = Page::new();
    let result = match arguments.command {
        Sub::Compare(arguments) => tables::compare(&mut page, &arguments),
        Sub::Explain(arguments) => explain::run(&mut page, &arguments),
        Sub::Triage(arguments) => triage::run(&mut page, &arguments),
        Sub::List(arguments) => tables::list(&mut page, &arguments),
        Sub::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "smtp-codes", &mut io::stdout());
            Ok(())
        }
    };
    let flushed = page.flush();
    let (message, status) = match result.and_then(|()| Ok(flushed?)) {
        Ok(()) => return ExitCode::SUCCESS,
        // A reader who has seen enough, such as `head`.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(Failure::Output(error)) => (format!("cannot write: {error}"), 2),
        Err(Failure::Usage(message)) => (message, 2),
        Err(Failure::Nothing(message)) => (message, 1),
    };
    warn(&message);
    ExitCode::from(status)
}

/// One line on the standard error, whatever the message holds.
fn warn(message: &str) {
    let escaped = |letter: char| if letter.is_control() { letter.escape_default().to_string() } else { letter.into() };
    let line: String = message.chars().map(escaped).collect();
    // Where even that cannot be written, the status still tells.
    let _ = writeln!(io::stderr(), "smtp-codes: {line}");
}

fn code(text: &str) -> Result<ReplyCode, String> {
    let number = WireCode::from_bytes(text.as_bytes()).map_err(|error| match error {
        ParseCodeError::Unknown(unknown) => unknown.to_string(),
        _ => "expected the three digits of a reply code, such as 250".to_owned(),
    })?;
    number.known().ok_or_else(|| {
        let class = number.class();
        format!(
            "it is not in the catalogue; its class is {}yz {}, and `smtp-codes explain {number}` says what that means",
            class.digit(),
            class.name()
        )
    })
}

fn locale(text: &str) -> Result<Locale, String> {
    text.parse().map_err(|_| expected(Locale::ALL.iter().map(|locale| format!("{locale} ({})", locale.name()))))
}

/// The word of the protocol, `RCPT`, or what people call it, `RCPT TO`.
fn command(text: &str) -> Result<Command, String> {
    let by_name = || Command::ALL.iter().copied().find(|command| command.name().eq_ignore_ascii_case(text));
    let known = || expected(Command::ALL.iter().map(|command| command.as_str().to_owned()));
    text.parse().ok().or_else(by_name).ok_or_else(known)
}

fn provider(text: &str) -> Result<Provider, String> {
    text.parse().map_err(|_| expected(Provider::ALL.iter().map(|provider| provider.as_str().to_owned())))
}

fn standing(text: &str) -> Result<Standing, String> {
    text.parse().map_err(|_| expected(Standing::ALL.iter().map(|standing| standing.as_str().to_owned())))
}

/// `4`, and as people write it: `4yz`, `4xx`.
fn class(text: &str) -> Result<Class, String> {
    let text = text.to_ascii_lowercase();
    let digit = text.strip_suffix("yz").or_else(|| text.strip_suffix("xx")).unwrap_or(&text);
    let class = digit.parse().ok().filter(|_| digit.len() == 1).and_then(Class::from_digit);
    class.ok_or_else(|| "expected 2, 3, 4 or 5, such as 4 or 4yz".to_owned())
}

fn expected(words: impl Iterator<Item = String>) -> String {
    format!("expected one of {}", words.collect::<Vec<_>>().join(", "))
}
