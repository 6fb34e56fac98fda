//! Codes as arguments, and what is said of an argument that is none.

use smtp_codes::{Command, EnhancedCode, ParseCodeError, ReplyCode, WireCode};

use super::program::Failure;

/// An argument as a reply code, known to the catalogue or not.
pub(crate) fn number(text: &str) -> Result<WireCode, Failure> {
    WireCode::from_bytes(text.as_bytes()).map_err(|error| {
        Failure::Usage(match error {
            ParseCodeError::Unknown(unknown) => unknown.to_string(),
            ParseCodeError::NotThreeDigits { .. } if text.parse::<EnhancedCode>().is_ok() => {
                format!("{text} is an enhanced status code: expected the three digits before it, such as 550")
            }
            _ => {
                format!("{} is not a reply code: expected three digits, such as 250", shown(text))
            }
        })
    })
}

/// An argument as a code of the catalogue.
pub(crate) fn code(text: &str) -> Result<ReplyCode, Failure> {
    let number = number(text)?;
    number.known().ok_or_else(|| {
        let class = number.class();
        Failure::NoAnswer(format!(
            "{number} is not in the catalogue; its class is {}yz {}, and cargo run --example explain -- \
             {number} says what that means",
            class.digit(),
            class.name()
        ))
    })
}

/// The word of the protocol, `RCPT`, or what people call it, `RCPT TO`.
pub(crate) fn command(text: &str) -> Result<Command, Failure> {
    let by_name = || Command::ALL.iter().copied().find(|command| command.name().eq_ignore_ascii_case(text));
    text.parse().ok().or_else(by_name).ok_or_else(|| {
        let known = either(Command::ALL.iter().map(|command| command.as_str()));
        Failure::Usage(format!("{} is not a command: expected {known}", shown(text)))
    })
}

/// An argument as it stands in a complaint: short, and in backticks where its ends would not be clear.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 30;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push_str("...");
    }
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '+');
    if !short.is_empty() && short.chars().all(is_word) { short } else { format!("`{short}`") }
}

/// The words as a sentence lists them: `a, b or c`.
pub(crate) fn either<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> String {
    let words: Vec<W> = words.into_iter().collect();
    let last = words.len().saturating_sub(1);
    let mut sentence = String::new();
    for (at, word) in words.iter().enumerate() {
        sentence.push_str(match at {
            0 => "",
            _ if at == last => " or ",
            _ => ", ",
        });
        sentence.push_str(word.as_ref());
    }
    sentence
}

/// Any bytes as text that does nothing to a terminal: one line, with a mark for what cannot be shown and for
/// what turns the direction of writing.
pub(crate) fn readable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let letters = text.trim().chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let turns = |letter: char| matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    letters.map(|letter| if letter.is_control() || turns(letter) { '\u{fffd}' } else { letter }).collect()
}
