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
mod status;
mod table;
mod topic;

use std::mem;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
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
            let mut tracked = tracked(&path);
            for file in catalogue.locales.iter().filter_map(|locale| locale.file.as_ref()) {
                self::tracked(&beside(&path, file.get_ref())).to_tokens(&mut tracked);
            }
            (catalogue, messages, tracked)
        }
        Err((message, help)) => {
            let catalogue = Catalogue { is_incomplete: true, ..Catalogue::default() };
            (catalogue, vec![format!("{message}\n= help: {help}")], TokenStream::new())
        }
    };
    let errors = messages.iter().map(|message| Error::new(call.path.span(), message).into_compile_error());
    let items = items(&Context { call, catalogue: &catalogue });
    quote!(#(#errors)* #tracked #items)
}

/// The catalogue with the texts of its languages, and the messages of all errors.
pub(crate) fn checked(call: &Call, source: &Source) -> (Catalogue, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let commands = call.commands.as_deref();
    let (mut catalogue, is_incomplete) = parsed(source, &mut diagnostics, |table, diagnostics| {
        let mut catalogue = Catalogue::read(table, source, commands, diagnostics);
        catalogue.validate(table, source, diagnostics);
        catalogue
    });
    catalogue.is_incomplete = is_incomplete;
    let mut further = Vec::new();
    for mut locale in mem::take(&mut catalogue.locales) {
        if let Some(file) = locale.file.clone() {
            match load::read(&beside(&call.path.value(), file.get_ref())) {
                Ok(source) => {
                    let mut diagnostics = diagnostics.of_file_beside();
                    parsed(&source, &mut diagnostics, |table, diagnostics| {
                        locale.read_file(table, &catalogue.commands, &catalogue.replies, diagnostics);
                    });
                    further.extend(diagnostics.into_messages(&source));
                }
                Err((message, help)) => diagnostics.error(file.span(), message, help),
            }
        }
        catalogue.locales.push(locale);
    }
    let mut messages = diagnostics.into_messages(source);
    messages.extend(further);
    (catalogue, messages)
}

/// What `read` makes of the tables of a file, and whether some of them were lost because the file is not TOML.
fn parsed<T>(
    source: &Source,
    diagnostics: &mut Diagnostics,
    mut read: impl FnMut(&DeTable<'_>, &mut Diagnostics) -> T,
) -> (T, bool) {
    let (mut table, errors) = DeTable::parse_recoverable(&source.text);
    if errors.is_empty() {
        return (read(table.get_ref(), diagnostics), false);
    }
    let repaired = syntax::repair(source, errors, diagnostics);
    if let Some(text) = &repaired {
        table = DeTable::parse_recoverable(text).0;
    }
    // Behind the first error of a file that is not TOML at all, or too large to be read again, everything is an echo.
    match &repaired {
        None => diagnostics.keep_first(),
        Some(_) if table.get_ref().is_empty() => diagnostics.not_toml(),
        Some(_) => return (read(table.get_ref(), diagnostics), diagnostics.lost_table()),
    }
    (read(table.get_ref(), &mut Diagnostics::default()), true)
}

/// A path that is relative to the catalogue, as one that is relative to the crate.
fn beside(catalogue: &str, file: &str) -> String {
    let folder = Path::new(catalogue).parent().unwrap_or(Path::new(""));
    folder.join(file).display().to_string()
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
