//! Names that become variants: legal, in the usual case, and hiding nothing.

use super::fields::{Fields, Text, shorten};

/// What the prelude has by a name that a variant could take: a glob import of the enum would hide it.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
];

/// The rest of it; the two lists are one, cut to keep the lines readable.
const PRELUDE_TOO: &[&str] = &["Sync", "ToOwned", "ToString", "TryFrom", "TryInto", "Unpin", "Vec"];

/// What no variant can be called, in any edition.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "union", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Whether a name is an identifier of ASCII. Rust knows others; a variant that everyone can type is better.
fn is_identifier(name: &str) -> bool {
    !name.is_empty()
        && name != "_"
        && !first(name).is_ascii_digit()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The first byte, zero if there is none.
fn first(name: &str) -> u8 {
    name.bytes().next().unwrap_or_default()
}

/// Takes the field `variant` of a table.
pub(super) fn variant(fields: &mut Fields<'_, '_>) -> Option<Text> {
    let text = fields.text("variant")?;
    let name = text.value.as_str();
    let shown = shorten(name);
    let (message, help) = if PRELUDE.contains(&name) || PRELUDE_TOO.contains(&name) {
        (
            format!("the variant `{shown}` would shadow the prelude's under a glob import"),
            format!("choose another name, such as `{name}Reply`"),
        )
    } else if name == "ALL" {
        // Every enum has a constant of this name, and it is the only one that looks like a variant.
        (
            "the variant `ALL` would hide the list of all variants, which is called so".to_owned(),
            "choose another name, such as `All`".to_owned(),
        )
    } else if KEYWORDS.contains(&name) {
        (format!("the variant `{shown}` is a keyword of Rust"), format!("write `{}`", camel_case(name)))
    } else if !is_identifier(name) {
        (format!("`{shown}` is not a Rust identifier"), help(name))
    } else if !first(name).is_ascii_uppercase() || name.split_once('_').is_some() {
        (format!("the variant `{shown}` is not in CamelCase"), help(name))
    } else {
        return Some(text);
    };
    fields.faults.add(text.span, &message, "", &help);
    None
}

fn help(name: &str) -> String {
    let camel = camel_case(name);
    let example = if first(&camel).is_ascii_uppercase() { shorten(&camel) } else { "HelpMessage".into() };
    format!("write it in CamelCase, such as `{example}`")
}

/// The words of a name run together, each with a capital.
fn camel_case(name: &str) -> String {
    let mut words = String::new();
    for character in name.chars() {
        words.push(if character.is_ascii_alphanumeric() { character } else { ' ' });
    }
    let mut camel = String::new();
    for word in words.split(' ') {
        if word == "Self" || word == "self" {
            camel.push_str("Itself");
        } else if !word.is_empty() {
            let (first, rest) = word.split_at(1);
            camel.push_str(&first.to_ascii_uppercase());
            camel.push_str(rest);
        }
    }
    camel
}

#[cfg(test)]
mod tests {
    use super::camel_case;

    #[test]
    fn words_run_together() {
        assert_eq!(camel_case("service-ready"), "ServiceReady");
        assert_eq!(camel_case("Help message!"), "HelpMessage");
        assert_eq!(camel_case("self"), "Itself");
        assert_eq!(camel_case("é-é"), "");
    }
}
