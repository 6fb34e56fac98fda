//! The procedural macros behind `smtp-codes`: entry points only.
//!
//! Depend on `smtp-codes`, which re-exports what is meant for use as `catalogue!`, `code!` and `reply!`. What
//! these macros expand to names hidden items of exactly the same version of that crate.
//!
//! From a catalogue to code: `input` reads the macro call, `file` the bytes, `toml` their grammar, `catalogue`
//! turns the text into a checked model and a list of faults, `source` shows a fault as rustc would, `expand` writes the
//! code. The model knows nothing of Rust, and the code knows nothing of TOML. Only `tokens`, `input` and
//! this file touch `proc_macro`: the rest is text in, text out.
#![forbid(unsafe_code)]

use proc_macro::TokenStream;

mod catalogue;
mod expand;
mod fault;
mod file;
mod input;
mod nearest;
mod order;
mod reply;
mod source;
mod text;
mod tokens;
mod toml;
mod unknown_code;

/// Behind `smtp_codes::catalogue!`: the enums of a catalogue.
#[proc_macro]
pub fn catalogue(input: TokenStream) -> TokenStream {
    let input = match input::Input::read(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let error = |message: &str| tokens::Error::new(input.path, message).into_compile_error();
    let text = match file::read(&input.call.path) {
        Ok(text) => text,
        Err(message) => return error(&message),
    };
    let (faults, code) = expand::catalogue(&input.call, &text);
    let mut output = TokenStream::new();
    for message in &faults {
        tokens::append(&mut output, error(message));
    }
    tokens::append(&mut output, input.finish(&code));
    output
}

/// Behind the last arm of a generated `code!`: a number that arrived wrapped by somebody else's macro, or
/// the error for one that the catalogue does not have.
#[proc_macro]
pub fn unknown_code(input: TokenStream) -> TokenStream {
    input::unknown_code(input).unwrap_or_else(tokens::Error::into_compile_error)
}

/// Behind `smtp_codes::reply!`: a server's reply, checked.
#[proc_macro]
pub fn reply(input: TokenStream) -> TokenStream {
    input::reply(input).unwrap_or_else(tokens::Error::into_compile_error)
}
