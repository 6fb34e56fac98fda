//! The procedural macros behind `smtp-codes`: entry points only.
//!
//! Depend on `smtp-codes`, which re-exports what is meant for use as `catalogue!` and `code!`. What these
//! macros expand to names hidden items of exactly the same version of that crate.
//!
//! From a catalogue to code: [`input`] reads the macro call, [`file`] the bytes, [`catalogue`] turns the text
//! into a checked model and a list of faults, [`source`] shows a fault as rustc would, [`expand`] writes the
//! tokens. The model knows nothing of tokens, and the tokens know nothing of TOML.
#![forbid(unsafe_code)]

use proc_macro::TokenStream;

mod catalogue;
mod expand;
mod fault;
mod file;
mod input;
mod nearest;
mod source;
mod unknown_code;

/// Behind `smtp_codes::catalogue!`: the enums of a catalogue.
#[proc_macro]
pub fn catalogue(input: TokenStream) -> TokenStream {
    expand::catalogue(input.into()).into()
}

/// Behind the last arm of a generated `code!`: a number that arrived wrapped by somebody else's macro, or
/// the error for one that the catalogue does not have.
#[proc_macro]
pub fn unknown_code(input: TokenStream) -> TokenStream {
    unknown_code::expand(input.into()).into()
}
