//! From the macro call to code: the catalogue is read and checked, and becomes enums and macros.

mod code_macro;
mod command;
mod docs;
mod index;
mod locale;
mod markdown;
mod parts;
mod reply;
mod status;
mod table;
mod topic;
mod traits;

use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Error;
use toml::de::DeTable;

use self::parts::Context;
use crate::call::Call;
use crate::catalogue::{Catalogue, HEADINGS};
use crate::diagnostic::Diagnostics;
use crate::source::Source;
use crate::suggest::suggestion;
use crate::{load, syntax};

/// The whole expansion. After an error it still has the enums and macros, with every entry whose number and variant can
/// be read, so that one mistake brings one error.
pub(crate) fn catalogue(call: &Call) -> TokenStream {
    let path = call.path.value();
    let (catalogue, messages, tracked) = match load::read(&path) {
        Ok(source) => {
            let (catalogue, messages) = checked(call, &source);
            (catalogue, messages, tracked(&path))
        }
        Err(message) => {
            (Catalogue { is_incomplete: true, ..Catalogue::default() }, vec![message], TokenStream::new())
        }
    };
    let errors = messages.iter().map(|message| Error::new(call.path.span(), message).into_compile_error());
    let items = items(&Context { call, catalogue: &catalogue });
    quote!(#(#errors)* #tracked #items)
}

/// The catalogue, and the messages of its errors.
pub(crate) fn checked(call: &Call, source: &Source) -> (Catalogue, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let (mut table, errors) = DeTable::parse_recoverable(&source.text);
    let is_toml = errors.is_empty();
    let repaired = if is_toml { None } else { syntax::repair(source, errors, &mut diagnostics) };
    if let Some(text) = &repaired {
        table = DeTable::parse_recoverable(text).0;
    }
    let commands = call.commands.as_deref();
    // Behind the first error of a file that is not TOML at all, or too large to be read again, everything is an echo.
    if !is_toml && (repaired.is_none() || table.get_ref().is_empty()) {
        diagnostics.keep_first();
        let mut catalogue = Catalogue::read(table.get_ref(), source, commands, &mut Diagnostics::default());
        catalogue.is_incomplete = true;
        return (catalogue, diagnostics.into_messages(source));
    }
    let catalogue = Catalogue::read(table.get_ref(), source, commands, &mut diagnostics);
    (catalogue, diagnostics.into_messages(source))
}

/// Makes cargo build again when the file changes.
fn tracked(path: &str) -> TokenStream {
    if Path::new(path).is_absolute() {
        quote!(
            const _: &[u8] = ::core::include_bytes!(#path);
        )
    } else {
        quote! {
            const _: &[u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path));
        }
    }
}

/// The enums and macros.
fn items(cx: &Context<'_>) -> TokenStream {
    let Context { call, catalogue } = cx;
    let replies = reply::replies(cx);
    let enums = call.enums.iter().map(|(head, heading)| match heading.to_string().as_str() {
        "command" => command::commands(cx, head),
        "locale" => locale::locales(cx, head),
        "enhanced" => status::statuses(cx, head),
        "class" => topic::topics(cx, head, &catalogue.classes),
        "subject" => topic::topics(cx, head, &catalogue.subjects),
        "scope" => topic::topics(cx, head, &catalogue.scopes),
        "reason" => topic::reasons(cx, head),
        "provider" => topic::providers(cx, head),
        other => {
            let message = format!(
                "unknown heading `{other}`: {}",
                suggestion(other, &HEADINGS.map(|(key, _)| key)[1..])
            );
            Error::new(heading.span(), message).into_compile_error()
        }
    });
    let macros = call.macros.iter().map(|head| code_macro::code(cx, head));
    let hidden = call.is_library().then(|| code_macro::hidden(cx));
    quote!(#replies #(#enums)* #(#macros)* #hidden)
}
