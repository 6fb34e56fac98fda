//! The procedural macros behind `smtp-codes`: entry points only.
//!
//! Depend on `smtp-codes`, which re-exports what is meant for use as `catalogue!`, `code!`, `enhanced!` and `reply!`.
//! These macros expand to hidden items of exactly the same version of that crate.
#![forbid(unsafe_code)]

use proc_macro::TokenStream;
use syn::parse_macro_input;

mod call;
mod catalogue;
mod code;
mod diagnostic;
mod expand;
mod load;
mod lookup;
mod reply;
mod source;
mod suggest;
mod syntax;
#[cfg(test)]
mod tests;

/// Behind `smtp_codes::catalogue!`: the enums of a catalogue.
#[proc_macro]
pub fn catalogue(input: TokenStream) -> TokenStream {
    expand::catalogue(&parse_macro_input!(input as call::Call)).into()
}

/// Behind the last arm of a generated `code!`: a code that arrived wrapped by somebody else's macro, or the error for one
/// that the catalogue does not have.
#[proc_macro]
pub fn unknown_code(input: TokenStream) -> TokenStream {
    parse_macro_input!(input as lookup::CodeLookup).into_tokens().unwrap_or_else(syn::Error::into_compile_error).into()
}

/// The same behind `smtp_codes::enhanced!`.
#[proc_macro]
pub fn unknown_enhanced(input: TokenStream) -> TokenStream {
    parse_macro_input!(input as lookup::EnhancedLookup)
        .into_tokens()
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Behind `smtp_codes::reply!`: a server's reply, checked.
#[proc_macro]
pub fn reply(input: TokenStream) -> TokenStream {
    parse_macro_input!(input as reply::Reply).into_tokens().into()
}
