//! What the arguments and the standard input hold: codes, enhanced codes, and texts.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Read};

use smtp_codes::{EnhancedCode, WireCode};

use crate::common::argument::{number, shown};
use crate::common::program::Failure;

/// One thing to explain.
pub(crate) enum Item {
    Code(WireCode),
    Enhanced(EnhancedCode),
    /// Replies, lines of a log, or a bounce message.
    Text(Vec<u8>),
}

/// More than this is no bounce message.
const MOST: u64 = 32 * 1024 * 1024;

/// The things to explain, in order.
pub(crate) fn items(words: Vec<OsString>) -> Result<Vec<Item>, Failure> {
    if words.is_empty() {
        if io::stdin().is_terminal() {
            let message = "expected at least one code or reply, such as 550 or '550 5.1.1 User unknown'";
            return Err(Failure::Usage(message.to_owned()));
        }
        return Ok(vec![standard_input()?]);
    }
    let mut items: Vec<Item> = Vec::new();
    for word in words {
        let word = word.into_encoded_bytes();
        let item = match std::str::from_utf8(&word) {
            Ok("-") => standard_input()?,
            _ if is_text(&word) => Item::Text(word),
            text => code(text.unwrap_or("?"))?,
        };
        match (items.last_mut(), item) {
            // 550 5.1.1, without quotes
            (Some(last @ Item::Code(_)), Item::Enhanced(enhanced)) => {
                if let Item::Code(code) = last {
                    *last = Item::Text(format!("{code} {enhanced}").into_bytes());
                }
            }
            (Some(Item::Text(lines)), Item::Text(line)) => {
                lines.push(b'\n');
                lines.extend_from_slice(&line);
            }
            (_, item) => items.push(item),
        }
    }
    Ok(items)
}

fn code(word: &str) -> Result<Item, Failure> {
    if let Ok(enhanced) = word.parse::<EnhancedCode>() {
        return Ok(Item::Enhanced(enhanced));
    }
    if word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return number(word).map(Item::Code);
    }
    Err(Failure::Usage(format!(
        "{} is no code: expected a reply code such as 550, an enhanced status code such as 5.1.1, or a whole \
         reply in quotes",
        shown(word)
    )))
}

/// Whether an argument is more than a code: it has blanks, or a line of a reply begins with it.
fn is_text(word: &[u8]) -> bool {
    let is_code = |code: &[u8]| code.iter().all(u8::is_ascii_digit);
    word.trim_ascii().iter().any(u8::is_ascii_whitespace)
        || matches!(word.split_at_checked(3), Some((code, [b'-', ..])) if is_code(code))
}

fn standard_input() -> Result<Item, Failure> {
    let mut text = Vec::new();
    let read = io::stdin().lock().take(MOST).read_to_end(&mut text);
    read.map_err(|error| Failure::NoAnswer(format!("cannot read the standard input: {error}")))?;
    if text.trim_ascii().is_empty() {
        let message = "expected at least one code or reply, such as 550; the standard input is empty";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok(Item::Text(text))
}
