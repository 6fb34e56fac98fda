//! The enum of commands and its tables. Only the library has one.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::parts::{Context, ident};
use super::table::Tables;
use crate::call::Head;

pub(super) fn commands(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (root, owner, commands) = (cx.root(), &cx.call.replies.name, &cx.catalogue.commands);
    let names: Vec<_> = commands.iter().map(|command| ident(&command.as_name().variant)).collect();
    let variants: Vec<_> = commands
        .iter()
        .zip(&names)
        .map(|(command, name)| {
            let (docs, key) = (docs::attributes(&docs::command(command, cx.catalogue)), &command.key);
            // rustdoc refuses an alias that is the name itself.
            let alias = (*name != *key).then(|| quote!(#[doc(alias = #key)]));
            quote!(#docs #alias #name)
        })
        .collect();
    let mut tables = Tables::new(cx, quote!(self as usize));
    tables.strings("key", commands.iter().map(|command| command.key.as_str()));
    tables.strings("name", commands.iter().map(|command| command.name.as_str()));
    tables.strings("description", commands.iter().map(|command| command.description.as_str()));
    tables.references(commands.iter().map(|command| command.references.as_slice()));
    tables.add(
        "replies",
        &quote!(&'static [#root::#owner]),
        commands.iter().map(|command| {
            let replies = cx.catalogue.replies.iter().filter(|reply| reply.answers(&command.key));
            let replies = replies.map(|reply| ident(&reply.variant()));
            quote!(&[#(#root::#owner::#replies),*])
        }),
    );
    tables.add(
        "obsolete",
        &quote!(bool),
        commands.iter().map(|command| {
            let is_obsolete = command.is_obsolete;
            quote!(#is_obsolete)
        }),
    );
    tables.add(
        "event",
        &quote!(bool),
        commands.iter().map(|command| {
            let is_event = command.is_event;
            quote!(#is_event)
        }),
    );
    let enumeration = cx.enumeration(head, &TokenStream::new(), &variants);
    let implementation = tables.implementation(&head.name, &names);
    quote!(#enumeration #implementation)
}
