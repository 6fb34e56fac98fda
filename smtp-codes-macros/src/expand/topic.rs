//! The enums that are words with texts: classes and subjects of enhanced codes, scopes, reasons, providers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use toml::Spanned;

use super::parts::{Context, list};
use super::table::Tables;
use super::{docs, index, sign};
use crate::call::Head;
use crate::catalogue::{Meaning, Topic};

/// Classes, subjects or scopes.
pub(super) fn topics(cx: &Context<'_>, head: &Head, topics: &[Topic]) -> TokenStream {
    let mut tables = texts(cx, topics, |topic| topic);
    if topics.iter().any(|topic| !topic.references.is_empty()) {
        tables.references(&|topic| &topic.references);
    }
    tables.finish(head, &TokenStream::new())
}

pub(super) fn reasons(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (root, reasons) = (cx.root(), &cx.catalogue.reasons);
    let mut tables = texts(cx, reasons, |reason| reason);
    tables.strings("remediation", &|reason| reason.remediation.as_deref().unwrap_or_default());
    tables.add("scope", &quote!(::core::option::Option<#root::Scope>), &|reason| {
        cx.variant("Scope", reason.scope.as_deref())
    });
    tables.add("signs", &quote!(&'static [&'static str]), &|reason| list(reason.signs.iter().map(Spanned::get_ref)));
    let added = docs::attributes(&index::reasons(cx.catalogue));
    let (name, enumeration) = (&head.name, tables.finish(head, &added));
    let signs = sign::of_reasons(cx, name);
    quote!(#enumeration #signs)
}

pub(super) fn providers(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (private, providers) = (cx.private(), &cx.catalogue.providers);
    let mut tables = texts(cx, providers, |provider| &provider.topic);
    tables.lists("signs", &|provider| &provider.signs);
    tables.add("meanings", &quote!(&'static [#private::Row]), &|provider| {
        list(provider.meanings.iter().map(|meaning| row(cx, meaning)))
    });
    let enumeration = tables.finish(head, &TokenStream::new());
    let signs = sign::of_providers(cx, &head.name);
    quote!(#enumeration #signs)
}

fn texts<'a, T>(cx: &'a Context<'a>, items: &'a [T], topic: fn(&T) -> &Topic) -> Tables<'a, T> {
    let mut tables = Tables::new(cx, items, &|item| {
        let topic = topic(item);
        let (docs, aliases) = (docs::attributes(&docs::topic(topic)), &topic.aliases);
        (quote!(#docs #(#[doc(alias = #aliases)])*), topic.variant())
    });
    tables.strings("key", &|item| &topic(item).key);
    tables.strings("name", &|item| &topic(item).name);
    tables.strings("description", &|item| &topic(item).description);
    tables
}

fn row(cx: &Context<'_>, meaning: &Meaning) -> TokenStream {
    let (private, Meaning { codes: (first, last), text, source, .. }) = (cx.private(), meaning);
    let (first, last) = (Literal::u32_unsuffixed(*first), Literal::u32_unsuffixed(*last));
    let reason = cx.variant("Reason", meaning.reason.as_deref());
    quote!(#private::Row::new(#first, #last, #reason, #text, #source))
}
