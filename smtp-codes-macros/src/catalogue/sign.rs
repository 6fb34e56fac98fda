//! `signs` of a reason: words of a reply's text that tell it.

use toml::Spanned;

use super::fields::Fields;
use crate::source::shorten;

/// Words of texts about anything: alone they tell nothing.
const COMMON: &str = "access account address authentication blocked client connection data denied disabled domain \
    email error failed found host invalid mail mailbox message not policy recipient refused rejected relay sender \
    server service system temporary text unavailable unknown user wrong";

/// Takes the field, and checks each sign by itself. The order of `*` and words is what the library's search relies on.
pub(super) fn signs(fields: &mut Fields<'_, '_>) -> Vec<Spanned<String>> {
    let mut signs = Vec::new();
    for sign in fields.strings("signs") {
        if let Some((fault, help)) = fault(sign.get_ref()) {
            let message = format!("the sign `{}` {fault}", shorten(sign.get_ref()));
            fields.diagnostics.error(sign.span(), message, help);
        } else {
            signs.push(sign);
        }
    }
    signs
}

fn fault(sign: &str) -> Option<(&'static str, &'static str)> {
    let words: Vec<_> = sign.split(' ').collect();
    let stars = words.iter().filter(|word| **word == "*").count();
    if sign.chars().any(char::is_uppercase) {
        Some(("has an uppercase letter", "write it in lowercase, texts are compared that way"))
    } else if stars > 1 || words.first() == Some(&"*") || words.last() == Some(&"*") {
        Some(("has a `*` that is not between two words", "write words on both sides of one `*`"))
    } else if words.iter().any(|word| *word != "*" && !is_word(word)) {
        let help = "write words of letters and digits, with one space between them";
        Some(("has a character that separates words", help))
    } else if words.len() > 12 {
        Some(("has more than 12 words", "keep those that tell the reason"))
    } else if matches!(words[..], [word] if word.len() < 3 || COMMON.split(' ').any(|common| common == word)) {
        Some(("is too short or common to tell a reason", "add the words that stand beside it"))
    } else {
        None
    }
}

/// Letters and digits, and between two of them a dot or an apostrophe.
fn is_word(word: &str) -> bool {
    let is_plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_plain || word.split(['.', '\'']).all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric))
}
