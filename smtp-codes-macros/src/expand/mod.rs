//! From a checked catalogue to tokens.

mod code_macro;
mod command;
mod docs;
mod examples;
mod locale;
mod parts;
mod reply;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::LitStr;

use crate::catalogue::{self, Catalogue, Kind};
use crate::file;
use crate::input::Input;
use crate::source::Source;

/// The enums of a catalogue, and an error for each fault in it. What could be understood becomes an enum
/// all the same, so that an editor still knows the other codes.
pub(crate) fn catalogue(input: TokenStream) -> TokenStream {
    let input: Input = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let path = input.path.value();
    let text = match file::read(&path) {
        Ok(text) => text,
        Err(message) => return error(&input.path, &message),
    };
    let source = Source::new(&path, &text);
    let (catalogue, faults, more) = catalogue::read(source, &input.kind);
    let mut tokens: TokenStream =
        faults.iter().map(|fault| error(&input.path, &source.render(fault))).collect();
    if more > 0 {
        tokens.extend(error(&input.path, &format!("{more} further faults in `{path}`; mend these first")));
    }
    tokens.extend(tracked(&input.path));
    tokens.extend(enums(&input, &catalogue));
    tokens
}

/// An error at the path in the macro call: a macro cannot point into a file that rustc has not read, so the
/// message says where the fault is.
fn error(path: &LitStr, message: &str) -> TokenStream {
    // Continuation lines are indented by rustc; the message brings only what lines up below that.
    syn::Error::new(path.span(), message).to_compile_error()
}

/// Makes cargo build again when the file changes.
fn tracked(path: &LitStr) -> TokenStream {
    if std::path::Path::new(&path.value()).is_absolute() {
        return quote!(
            const _: &[u8] = ::core::include_bytes!(#path);
        );
    }
    quote! {
        const _: &[u8] = ::core::include_bytes!(
            ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path)
        );
    }
}

fn enums(input: &Input, catalogue: &Catalogue) -> TokenStream {
    let mut tokens = TokenStream::new();
    if catalogue.replies.is_empty() {
        return tokens;
    }
    tokens.extend(reply::reply(input, catalogue));
    for (head, section) in &input.sections {
        tokens.extend(match section.to_string().as_str() {
            "command" => command::command(input, head, catalogue),
            "locale" => locale::locale(input, head, catalogue),
            _ => syn::Error::new(section.span(), "expected `command` or `locale`").to_compile_error(),
        });
    }
    for head in &input.macros {
        tokens.extend(code_macro::code_macro(input, head, catalogue));
    }
    if matches!(input.kind, Kind::Library) {
        tokens.extend(code_macro::catalogue_macro(catalogue));
    }
    tokens
}

/// A word as an identifier.
fn ident(name: &str) -> proc_macro2::Ident {
    proc_macro2::Ident::new(name, Span::call_site())
}

/// A static table with one entry for each row, and the entry of `self`. Rows are few, but a wrong index must
/// not be able to panic, so that the last one stands in; it is never asked for.
fn table<T: ToTokens>(kind: &TokenStream, rows: impl IntoIterator<Item = T>) -> TokenStream {
    let rows: Vec<T> = rows.into_iter().collect();
    let count = rows.len();
    quote! {
        static TABLE: [#kind; #count] = [#(#rows),*];
        TABLE[self.__row()]
    }
}
