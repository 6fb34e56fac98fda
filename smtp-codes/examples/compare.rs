//! Two reply codes side by side.
//!
//! ```console
//! $ cargo run --example compare -- 214 250
//! $ cargo run --example compare -- 450 550 --locale fr
//! $ cargo run --example compare -- 450 550 --markdown
//! ```

mod common;

use std::io;
use std::process::ExitCode;

use common::argument::{code, either, shown};
use common::page::Page;
use common::program::{Failure, run};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use smtp_codes::{Comparison, Locale, comparison::Block};

const USAGE: &str = "compare CODE CODE [--locale LANGUAGE] [--markdown]";

const HELP: &str = "\
Shows two reply codes side by side: what each means, how they differ, and when
to use which.

usage: compare CODE CODE [--locale LANGUAGE] [--markdown]

  CODE               three digits, such as 250
  --locale LANGUAGE  the language of the labels, such as fr
  --markdown         the page as Markdown
  -h, --help         this text

example: cargo run --example compare -- 214 250
";

fn main() -> ExitCode {
    run("compare", USAGE, |page, mut arguments| {
        let mut locale = Locale::En;
        let mut markdown = false;
        let mut words = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(page.verbatim(HELP)?),
                Long("markdown") => markdown = true,
                Long("locale") => locale = language(&arguments.value()?.string()?)?,
                Value(word) => words.push(word.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        let codes = words.iter().map(|word| code(word)).collect::<Result<Vec<_>, _>>()?;
        let [one, other] = codes[..] else {
            let given = codes.len();
            return Err(Failure::Usage(format!("expected two codes, such as 214 250, and got {given}")));
        };
        let comparison = one.compare(other).in_locale(locale);
        if markdown {
            return Ok(page.verbatim(comparison.markdown())?);
        }
        Ok(print(page, comparison)?)
    })
}

fn language(text: &str) -> Result<Locale, Failure> {
    text.parse().map_err(|_| {
        let known = Locale::ALL.iter().map(|locale| format!("{locale} ({})", locale.name()));
        Failure::Usage(format!("{} is not a language of the labels: expected {}", shown(text), either(known)))
    })
}

fn print(page: &mut Page<'_>, comparison: Comparison) -> io::Result<()> {
    comparison.blocks().try_for_each(|block| match block {
        Block::Title(text) => page.title(text),
        Block::Heading(text) => page.heading(text),
        Block::Label(text) => page.label(text),
        Block::Paragraph(text) => page.paragraph(text),
        Block::Item(text) => page.item(text),
        Block::Reply(text) => page.paragraph(text),
    })
}
