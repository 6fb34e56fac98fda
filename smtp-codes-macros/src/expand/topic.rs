//! The enums that are words with texts: classes and subjects of enhanced codes, scopes, reasons, providers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use toml::Spanned;

use super::parts::{Context, ident};
use super::table::Tables;
use super::{docs, index};
use crate::call::Head;
use crate::catalogue::{Meaning, Topic};

/// Classes, subjects or scopes.
pub(super) fn topics(cx: &Context<'_>, head: &Head, topics: &[Topic]) -> TokenStream {
    let topics: Vec<_> = topics.iter().collect();
    let mut tables = texts(cx, &topics);
    if topics.iter().any(|topic| !topic.references.is_empty()) {
        tables.references(topics.iter().map(|topic| topic.references.as_slice()));
    }
    finish(cx, head, &topics, &TokenStream::new(), tables)
}

pub(super) fn reasons(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (root, reasons) = (cx.root(), cx.catalogue.reasons.iter().collect::<Vec<_>>());
    let mut tables = texts(cx, &reasons);
    tables.strings(
        "remediation",
        reasons.iter().map(|reason| reason.remediation.as_deref().unwrap_or_default()),
    );
    let scopes = reasons.iter().map(|reason| cx.variant("Scope", reason.scope.as_deref()));
    tables.add("scope", &quote!(::core::option::Option<#root::Scope>), scopes);
    tables.lists("signs", reasons.iter().map(|reason| reason.signs.iter().map(Spanned::get_ref).collect()));
    finish(cx, head, &reasons, &docs::attributes(&index::reasons(cx.catalogue)), tables)
}

pub(super) fn providers(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (private, providers) = (cx.private(), &cx.catalogue.providers);
    let topics: Vec<_> = providers.iter().map(|provider| &provider.topic).collect();
    let mut tables = texts(cx, &topics);
    tables.lists("signs", providers.iter().map(|provider| provider.signs.iter().collect()));
    tables.add(
        "meanings",
        &quote!(&'static [#private::Row]),
        providers.iter().map(|provider| {
            let rows = provider.meanings.iter().map(|meaning| row(cx, meaning));
            quote!(&[#(#rows),*])
        }),
    );
    finish(cx, head, &topics, &TokenStream::new(), tables)
}

fn texts<'a>(cx: &'a Context<'a>, topics: &[&Topic]) -> Tables<'a> {
    let mut tables = Tables::new(cx, quote!(self as usize));
    tables.strings("key", topics.iter().map(|topic| topic.key.as_str()));
    tables.strings("name", topics.iter().map(|topic| topic.name.as_str()));
    tables.strings("description", topics.iter().map(|topic| topic.description.as_str()));
    tables
}

fn finish(
    cx: &Context<'_>,
    head: &Head,
    topics: &[&Topic],
    added: &TokenStream,
    tables: Tables<'_>,
) -> TokenStream {
    let names: Vec<_> = topics.iter().map(|topic| ident(&topic.variant())).collect();
    let docs = topics.iter().map(|topic| {
        let (docs, aliases) = (docs::attributes(&docs::topic(topic)), &topic.aliases);
        quote!(#docs #(#[doc(alias = #aliases)])*)
    });
    let variants: Vec<_> = docs.zip(&names).map(|(docs, name)| quote!(#docs #name)).collect();
    let enumeration = cx.enumeration(head, added, &variants);
    let implementation = tables.implementation(&head.name, &names);
    quote!(#enumeration #implementation)
}

fn row(cx: &Context<'_>, meaning: &Meaning) -> TokenStream {
    let (private, Meaning { codes: (first, last), text, source, .. }) = (cx.private(), meaning);
    let (first, last) = (Literal::u32_unsuffixed(*first), Literal::u32_unsuffixed(*last));
    let reason = cx.variant("Reason", meaning.reason.as_deref());
    quote!(#private::Row::new(#first, #last, #reason, #text, #source))
}
