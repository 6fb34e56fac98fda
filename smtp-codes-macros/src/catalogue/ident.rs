//! Names that become variants: legal, in the usual case, and shadowing nothing.

use super::fields::{Fields, Text, shorten};

/// What the prelude has by a name that a variant could take: a glob import of the enum would hide it.
const PRELUDE: [&str; 38] = [
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
const PRELUDE_TOO: [&str; 7] = ["Sync", "ToOwned", "ToString", "TryFrom", "TryInto", "Unpin", "Vec"];

/// What no variant can be called, in any edition.
const KEYWORDS: [&str; 53] = [
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
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
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
    } else if KEYWORDS.contains(&name) {
        (format!("the variant `{shown}` is a keyword of Rust"), format!("write `{}`", camel_case(name)))
    } else if !is_identifier(name) {
        (format!("`{shown}` is not a Rust identifier"), help(name))
    } else if !name.starts_with(|c: char| c.is_ascii_uppercase()) || name.contains('_') {
        (format!("the variant `{shown}` is not in CamelCase"), help(name))
    } else {
        return Some(text);
    };
    fields.faults.add(text.span, message, "", help);
    None
}

fn help(name: &str) -> String {
    let camel = camel_case(name);
    let example = if camel.starts_with(|c: char| c.is_ascii_uppercase()) {
        shorten(&camel)
    } else {
        "HelpMessage".into()
    };
    format!("write it in CamelCase, such as `{example}`")
}

/// The words of a name run together, each with a capital.
fn camel_case(name: &str) -> String {
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let (first, rest) = word.split_at(1);
            if word == "Self" || word == "self" {
                "Itself".to_owned()
            } else {
                first.to_ascii_uppercase() + rest
            }
        })
        .collect()
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
