//! From the macro call to code: the catalogue is read and checked, and becomes enums and macros.

mod answer;
mod code_macro;
mod command;
mod docs;
mod index;
mod locale;
mod markdown;
mod parts;
mod reply;
mod side;
mod sign;
mod status;
mod table;
mod topic;

use std::path::Path;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Error;

use self::parts::Context;
use crate::call::Call;
use crate::catalogue::{Catalogue, HEADINGS, checked};
use crate::load;
use crate::suggest::suggestion;

/// The whole expansion. After an error it still has the enums and macros, with every entry whose number and variant can
/// be read, so that one mistake brings one error.
pub(crate) fn catalogue(call: &Call) -> TokenStream {
    let path = call.path.value();
    let (catalogue, messages, files) = match load::read(&path) {
        Ok(source) => {
            let (catalogue, messages) = checked(call, &source);
            let mut files = tracked(&path);
            for file in catalogue.locales.iter().filter_map(|locale| locale.file.as_ref()) {
                tracked(&load::beside(&path, file.get_ref())).to_tokens(&mut files);
            }
            (catalogue, messages, files)
        }
        Err((message, help)) => {
            let catalogue = Catalogue { is_incomplete: true, ..Catalogue::default() };
            (catalogue, vec![format!("{message}\n= help: {help}")], TokenStream::new())
        }
    };
    let errors = messages.iter().map(|message| Error::new(call.path.span(), message).into_compile_error());
    let items = items(&Context { call, catalogue: &catalogue });
    quote!(#(#errors)* #files #items)
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
            let message =
                format!("unknown heading `{other}`: {}", suggestion(other, &HEADINGS.map(|(key, _)| key)[1..]));
            Error::new(heading.span(), message).into_compile_error()
        }
    });
    let macros = call.macros.iter().map(|head| code_macro::code(cx, head));
    let hidden = call.is_library().then(|| code_macro::hidden(cx));
    quote!(#replies #(#enums)* #(#macros)* #hidden)
}
