//! Catalogues with every error that one can have, and what the macro says about them.

mod cascade;
mod entries;
mod fallback;
mod fields;
mod hostile;
mod languages;
mod model;
mod registry;
mod snapshot;
mod syntax;

use crate::call::Call;
use crate::catalogue::{self, Catalogue};
use crate::source::Source;

/// The call for a catalogue of one's own.
fn own() -> Call {
    syn::parse_str("root(crate) commands(\"MAIL\" Mail, \"RCPT\" Rcpt, \"DATA\" Data) enum Own in \"c.toml\";").unwrap()
}

/// The call for a catalogue of the library's kind. Its languages' files are where the library's are.
fn library() -> Call {
    syn::parse_str("root(crate) enum ReplyCode in \"../smtp-codes/c.toml\";").unwrap()
}

fn checked(text: &str, call: &Call) -> (Catalogue, Vec<String>) {
    catalogue::checked(call, &Source { path: "c.toml".into(), text: text.into() })
}

/// The errors of a text, rendered.
fn errors(text: &str, call: &Call) -> Vec<String> {
    checked(text, call).1
}

/// Their first lines.
fn heads(text: &str, call: &Call) -> Vec<String> {
    let errors = errors(text, call);
    errors.iter().map(|error| error.lines().next().unwrap_or_default().to_owned()).collect()
}

/// One error, with this message, at this place, with this help.
fn one(text: &str, call: &Call, message: &str, place: &str, help: &str) {
    let errors = errors(text, call);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let lines: Vec<_> = errors[0].lines().collect();
    assert_eq!((lines[0], lines[1].trim()), (message, format!("--> c.toml:{place}").as_str()));
    assert!(lines[5].contains(&format!("= help: {help}")), "{}", errors[0]);
    assert!(!message.ends_with('.') && !lines[5].ends_with('.'));
}

/// A code without errors, with further lines.
fn code(number: &str, variant: &str, more: &str) -> String {
    format!(
        "[reply.{number}]\nvariant = \"{variant}\"\nname = \"N\"\ndescription = \"D.\"\nseen-when = \"S.\"\n\
         remediation = \"R.\"\n{more}\n"
    )
}

/// The library's catalogue, which is not there when this crate is built from its package.
fn real() -> Option<String> {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../smtp-codes/catalogue.toml")).ok()
}
