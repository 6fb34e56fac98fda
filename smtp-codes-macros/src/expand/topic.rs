//! The enums that are words with texts: classes and subjects of enhanced codes, scopes, reasons, providers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use toml::Spanned;

use super::parts::{Context, enumeration, ident, list};
use super::table::Tables;
use super::{docs, index};
use crate::call::Head;
use crate::catalogue::{Meaning, Topic};

/// Classes, subjects or scopes.
pub(super) fn topics(cx: &Context<'_>, head: &Head, topics: &[Topic]) -> TokenStream {
    let mut tables = texts(cx, topics, |topic| topic);
    if topics.iter().any(|topic| !topic.references.is_empty()) {
        tables.references(&|topic| &topic.references);
    }
    finish(head, &Vec::from_iter(topics), &TokenStream::new(), tables)
}

pub(super) fn reasons(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (root, reasons) = (cx.root(), &cx.catalogue.reasons);
    let mut tables = texts(cx, reasons, |reason| reason);
    tables.strings("remediation", &|reason| reason.remediation.as_deref().unwrap_or_default());
    tables.add("scope", &quote!(::core::option::Option<#root::Scope>), &|reason| {
        cx.variant("Scope", reason.scope.as_deref())
    });
    tables.add("signs", &quote!(&'static [&'static str]), &|reason| {
        list(reason.signs.iter().map(Spanned::get_ref))
    });
    let added = docs::attributes(&index::reasons(cx.catalogue));
    finish(head, &Vec::from_iter(reasons), &added, tables)
}

pub(super) fn providers(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (private, providers) = (cx.private(), &cx.catalogue.providers);
    let mut tables = texts(cx, providers, |provider| &provider.topic);
    tables.lists("signs", &|provider| &provider.signs);
    tables.add("meanings", &quote!(&'static [#private::Row]), &|provider| {
        list(provider.meanings.iter().map(|meaning| row(cx, meaning)))
    });
    let topics: Vec<_> = providers.iter().map(|provider| &provider.topic).collect();
    finish(head, &topics, &TokenStream::new(), tables)
}

fn texts<'a, T>(cx: &'a Context<'a>, items: &'a [T], topic: fn(&T) -> &Topic) -> Tables<'a, T> {
    let mut tables = Tables::new(cx, items, quote!(self as usize));
    tables.strings("key", &|item| &topic(item).key);
    tables.strings("name", &|item| &topic(item).name);
    tables.strings("description", &|item| &topic(item).description);
    tables
}

fn finish<T>(head: &Head, topics: &[&Topic], added: &TokenStream, tables: Tables<'_, T>) -> TokenStream {
    let names: Vec<_> = topics.iter().map(|topic| ident(&topic.variant())).collect();
    let docs = topics.iter().map(|topic| {
        let (docs, aliases) = (docs::attributes(&docs::topic(topic)), &topic.aliases);
        quote!(#docs #(#[doc(alias = #aliases)])*)
    });
    let variants: Vec<_> = docs.zip(&names).map(|(docs, name)| quote!(#docs #name)).collect();
    let enumeration = enumeration(head, added, &variants);
    let implementation = tables.implementation(&head.name, &names);
    quote!(#enumeration #implementation)
}

fn row(cx: &Context<'_>, meaning: &Meaning) -> TokenStream {
    let (private, Meaning { codes: (first, last), text, source, .. }) = (cx.private(), meaning);
    let (first, last) = (Literal::u32_unsuffixed(*first), Literal::u32_unsuffixed(*last));
    let reason = cx.variant("Reason", meaning.reason.as_deref());
    quote!(#private::Row::new(#first, #last, #reason, #text, #source))
}
