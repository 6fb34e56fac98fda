//! The enum of commands and its tables. Only the library has one.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::docs;
use super::parts::{Context, ident, list};
use super::table::Tables;
use crate::call::Head;

pub(super) fn commands(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (root, owner, commands) = (cx.root(), &cx.call.replies.name, &cx.catalogue.commands);
    let mut tables = Tables::new(cx, commands, &|command| {
        let (docs, key, variant) =
            (docs::attributes(&docs::command(command, cx.catalogue)), &command.key, command.as_name().variant);
        // rustdoc refuses an alias that is the name itself.
        let alias = (variant != *key).then(|| quote!(#[doc(alias = #key)]));
        (quote!(#docs #alias), variant)
    });
    tables.strings("key", &|command| &command.key);
    tables.strings("name", &|command| &command.name);
    tables.strings("description", &|command| &command.description);
    tables.references(&|command| &command.references);
    tables.add("replies", &quote!(&'static [#root::#owner]), &|command| {
        let replies = cx.catalogue.replies.iter().filter(|reply| reply.answers(&command.key));
        let replies = replies.map(|reply| ident(&reply.variant()));
        list(replies.map(|reply| quote!(#root::#owner::#reply)))
    });
    tables.add("obsolete", &quote!(bool), &|command| command.is_obsolete.to_token_stream());
    tables.add("event", &quote!(bool), &|command| command.is_event.to_token_stream());
    tables.finish(head, &TokenStream::new())
}
