//! Two reply codes side by side.
//!
//! ```console
//! $ cargo run --example compare -- 214 250
//! $ cargo run --example compare -- 450 550 --locale fr
//! $ cargo run --example compare -- 450 550 --markdown
//! ```

mod common;

use std::io::{self, Write};
use std::process::ExitCode;

use common::{Failure, code, run, title, wrap};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use smtp_codes::{Block, Comparison, Locale, ReplyCode};

const USAGE: &str = "usage: compare CODE CODE [--locale en|fr] [--markdown], such as: compare 214 250";

fn main() -> ExitCode {
    run("compare", |output| {
        let mut locale = Locale::En;
        let mut markdown = false;
        let mut codes: Vec<ReplyCode> = Vec::new();
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(writeln!(output, "{USAGE}")?),
                Long("markdown") => markdown = true,
                Long("locale") => locale = language(&arguments.value()?.string()?)?,
                Value(text) => codes.push(code(&text.string()?)?),
                other => return Err(Failure::Usage(format!("{}; {USAGE}", other.unexpected()))),
            }
        }
        let [one, other] = codes[..] else {
            return Err(Failure::Usage(format!("two codes are needed, not {}; {USAGE}", codes.len())));
        };
        let page = one.compare(other).in_locale(locale);
        if markdown {
            return Ok(write!(output, "{}", page.markdown())?);
        }
        Ok(print(output, page)?)
    })
}

fn language(text: &str) -> Result<Locale, Failure> {
    text.parse().map_err(|_| {
        let known: Vec<_> =
            Locale::ALL.iter().map(|locale| format!("{locale} ({})", locale.language())).collect();
        Failure::Usage(format!("no locale `{}`: there are {}", text.escape_debug(), known.join(" and ")))
    })
}

fn print(output: &mut dyn Write, page: Comparison) -> io::Result<()> {
    page.blocks().try_for_each(|block| match block {
        Block::Title(text) => title(output, &text.to_string()),
        Block::Heading(text) => {
            let text = text.to_string();
            writeln!(output)?;
            wrap(output, &text, "", "")?;
            writeln!(output, "{}", "-".repeat(text.chars().count().min(common::width())))
        }
        Block::Label(text) => write!(output, "\n{text}\n"),
        Block::Paragraph(text) => wrap(output, &text.to_string(), "  ", "  "),
        Block::Item(text) => wrap(output, &text.to_string(), "- ", "  "),
    })
}
