//! From a checked catalogue to code, as text. The callers of this module turn it into tokens.

mod code_macro;
mod command;
mod docs;
mod examples;
mod index;
mod locale;
mod markdown;
mod parts;
mod reply;
mod shared;
#[cfg(test)]
mod snapshot;
mod status;
mod table;
mod topic;
mod traits;

use crate::catalogue::{self, Catalogue, Kind};
use crate::source::Source;

/// What stands in the code for the path to the library's root.
pub(crate) const ROOT: &str = "__smtp_codes_root";

/// The macro call, as far as it is text.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) kind: Kind,
    /// The name of the enum of reply codes, whose head is number 0.
    pub(crate) name: String,
    pub(crate) path: String,
    /// Further enums and the tables that they are made from: heads 1 and on.
    pub(crate) sections: Vec<(String, String)>,
    /// The heads after those of the sections.
    pub(crate) macros: Vec<MacroHead>,
}

/// A `code!` to be made.
#[derive(Debug)]
pub(crate) struct MacroHead {
    pub(crate) name: String,
    /// `pub`: the macro is exported from the crate.
    pub(crate) exported: bool,
    /// `pub(crate)` and the like: the macro can be named by a path inside the crate.
    pub(crate) reexported: bool,
}

/// A stretch of the output.
#[derive(Debug)]
pub(crate) enum Code {
    Text(String),
    /// What the caller wrote before the item with this number.
    Attributes(usize),
    Visibility(usize),
    Name(usize),
}

/// The faults of a catalogue, shown, and the code of its enums. What could be understood becomes an enum
/// whatever the faults, so that an editor still knows the other codes.
pub(crate) fn catalogue(call: &Call, text: &str) -> (Vec<String>, Vec<Code>) {
    let source = Source::new(&call.path, text);
    let (catalogue, faults, more) = catalogue::read(source, &call.kind);
    let mut messages = Vec::new();
    for fault in &faults {
        messages.push(source.render(fault));
    }
    if more > 0 {
        messages.push(format!("{more} further faults in `{}`; mend these first", call.path));
    }
    let mut code = vec![Code::Text(tracked(&call.path))];
    if !catalogue.replies.is_empty() {
        enums(call, &catalogue, &mut code);
    }
    (messages, code)
}

/// Makes cargo build again when the file changes.
fn tracked(path: &str) -> String {
    if std::path::Path::new(path).is_absolute() {
        return format!("const _: &[u8] = ::core::include_bytes!({path:?});");
    }
    format!(
        "const _: &[u8] = ::core::include_bytes!(\
             ::core::concat!(::core::env!(\"CARGO_MANIFEST_DIR\"), \"/\", {path:?}));"
    )
}

fn enums(call: &Call, catalogue: &Catalogue, code: &mut Vec<Code>) {
    reply::reply(call, catalogue, code);
    code.push(Code::Text(shared::shared(call, catalogue)));
    for (at, (name, section)) in call.sections.iter().enumerate() {
        match section.as_str() {
            "command" => command::command(call, at + 1, name, catalogue, code),
            "locale" => locale::locale(call, at + 1, name, catalogue, code),
            "class" => topic::topics(call, at + 1, name, &catalogue.classes, code),
            "subject" => topic::topics(call, at + 1, name, &catalogue.subjects, code),
            "scope" => topic::topics(call, at + 1, name, &catalogue.scopes, code),
            "reason" => topic::reasons(call, at + 1, name, catalogue, code),
            "provider" => topic::providers(call, at + 1, name, &catalogue.providers, code),
            "enhanced" => status::status(call, at + 1, name, catalogue, code),
            other => {
                let message =
                    format!("no table `{other}`: expected one of the catalogue's, such as `command`");
                code.push(Code::Text(format!("::core::compile_error! {{ {message:?} }}")));
            }
        }
    }
    for (at, head) in call.macros.iter().enumerate() {
        code_macro::code_macro(call, call.sections.len() + 1 + at, head, catalogue, code);
    }
    if matches!(call.kind, Kind::Library) {
        code.push(Code::Text(code_macro::catalogue_macro(catalogue)));
        code.push(Code::Text(code_macro::reply_macro(catalogue)));
    }
}

/// What every generated enum derives.
const DERIVES: &str = "#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, \
     ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash, ::core::fmt::Debug)]";

/// An enum: what the caller wrote, what is added before it, and its variants.
fn enumeration(head: usize, before: &str, variants: &str, code: &mut Vec<Code>) {
    code.push(Code::Attributes(head));
    code.push(Code::Text(format!("{before}{DERIVES}")));
    code.push(Code::Visibility(head));
    code.push(Code::Text("enum".to_owned()));
    code.push(Code::Name(head));
    code.push(Code::Text(format!("{{ {variants} }}")));
}

/// A template with its places, written `@LIKE_THIS@`, filled in.
fn fill(template: &str, places: &[(&str, &str)]) -> String {
    let mut output = String::with_capacity(template.len() * 2);
    let mut is_name = false;
    for part in template.split('@') {
        // Between two signs stands a name, before and behind them stands text.
        if !is_name {
            output.push_str(part);
        } else if part == "ROOT" {
            output.push_str(ROOT);
        }
        for (name, value) in places {
            if is_name && *name == part {
                output.push_str(value);
            }
        }
        is_name = !is_name;
    }
    output
}

/// Bytes as the inside of a literal.
fn bytes(bytes: &[u8]) -> String {
    let mut literal = String::new();
    for byte in bytes {
        literal += &format!("\\x{byte:02x}");
    }
    literal
}

/// A text as a Rust literal.
fn literal(text: &str) -> String {
    format!("{text:?}")
}

#[cfg(test)]
mod tests {
    use super::{fill, literal};

    #[test]
    fn places_are_filled() {
        assert_eq!(fill("a @X@ b @ROOT@::C", &[("X", "1 @ 2")]), "a 1 @ 2 b __smtp_codes_root::C");
        assert_eq!(literal("a \"b\" \\ c"), r#""a \"b\" \\ c""#);
    }
}
