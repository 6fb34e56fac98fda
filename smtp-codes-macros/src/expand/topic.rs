//! The enums that are words with texts: classes and subjects of enhanced codes, scopes, reasons, providers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Ident;
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
    tables.add("signs", &quote!(&'static [&'static str]), &|reason| list(reason.signs.iter().map(Spanned::get_ref)));
    let added = docs::attributes(&index::reasons(cx.catalogue));
    let (name, enumeration) = (&head.name, finish(head, &Vec::from_iter(reasons), &added, tables));
    let signs = signs(cx, name);
    quote!(#enumeration #signs)
}

/// Where the library looks for the signs that begin with a word.
const BUCKETS: usize = 1024;

/// The signs in the order of their buckets, and where each bucket begins. It is made here, because a compiler is slow where
/// it computes constants.
fn signs(cx: &Context<'_>, name: &Ident) -> TokenStream {
    // Those in Chinese, which no space parts from their neighbours, have no bucket and come last.
    let bucket = |sign: &str| match sign.as_bytes() {
        [0xE3..=0xFF, ..] => BUCKETS,
        _ => sign.split(' ').next().map_or(0, hash) % BUCKETS,
    };
    let reasons = cx.catalogue.reasons.iter();
    let signs = reasons.flat_map(|reason| reason.signs.iter().map(move |sign| (sign.get_ref(), reason)));
    let mut signs: Vec<_> = signs.map(|(sign, reason)| (bucket(sign), sign, ident(&reason.variant()))).collect();
    signs.sort_unstable();
    let starts = (0..=BUCKETS).map(|bucket| signs.partition_point(|(known, ..)| *known < bucket));
    let starts = starts.map(Literal::usize_unsuffixed);
    let rows = signs.iter().map(|(_, sign, reason)| {
        let words = sign.split(' ').filter(|word| *word != "*");
        let bits = Literal::u64_unsuffixed(words.fold(0, |bits, word| bits | 1 << (hash(word) % 64)));
        quote!((#sign, #name::#reason, #bits))
    });
    quote! {
        impl #name {
            pub(crate) const fn __signs_by_word() -> (&'static [(&'static str, Self, u64)], &'static [u16]) {
                static SIGNS: &[(&str, #name, u64)] = &[#(#rows),*];
                static STARTS: &[u16] = &[#(#starts),*];
                (SIGNS, STARTS)
            }
        }
    }
}

/// FNV-1a, as in the library's `signs.rs`.
fn hash(word: &str) -> usize {
    let hash = word.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize
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
