//! Two reply codes side by side.
//!
//!     cargo run --example compare -- 214 250
//!     cargo run --example compare -- 450 550 --locale fr
//!     cargo run --example compare -- 450 550 --markdown

use std::process::ExitCode;

use smtp_codes::{Locale, ParseCodeError, ReplyCode};

const USAGE: &str = "usage: compare CODE CODE [--locale LANGUAGE] [--markdown]";

fn main() -> ExitCode {
    match page(std::env::args().skip(1)) {
        Ok(page) => {
            println!("{}", page.trim_end());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("compare: {message}; {USAGE}");
            ExitCode::from(2)
        }
    }
}

fn page(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let (mut codes, mut locale, mut markdown) = (Vec::new(), Locale::En, false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--markdown" => markdown = true,
            "--locale" => {
                let language = arguments.next().ok_or("--locale wants a language, such as fr")?;
                locale = language.parse::<Locale>().map_err(|error| error.to_string())?;
            }
            code => {
                let code: ReplyCode = code.parse().map_err(|error: ParseCodeError| error.to_string())?;
                codes.push(code);
            }
        }
    }
    let [one, other] = codes[..] else {
        return Err(format!("expected two codes, such as 214 250, and got {}", codes.len()));
    };
    let page = one.compare(other).in_locale(locale);
    Ok(if markdown { page.markdown().to_string() } else { page.to_string() })
}
