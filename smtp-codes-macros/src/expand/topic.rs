//! The enums that are words with texts: classes and subjects of enhanced codes, scopes, reasons, providers.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Ident;
use toml::Spanned;

use super::parts::{Context, ident, list, with_comma};
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
    let signs = signs(cx, name);
    quote!(#enumeration #signs)
}

/// Where the library looks for a sign by how it begins.
const BUCKETS: usize = 1024;

/// The signs of reasons by their first word.
fn signs(cx: &Context<'_>, name: &Ident) -> TokenStream {
    let mut table = SignTable(vec![Default::default(); BUCKETS + 1]);
    for reason in &cx.catalogue.reasons {
        let variant = ident(&reason.variant());
        for sign in reason.signs.iter().map(Spanned::get_ref) {
            // Those in Chinese, which no space parts from their neighbours, have no bucket and come last.
            let mut bucket = sign.starts_with(|first| first >= '\u{3000}').then_some(BUCKETS);
            let mut bits = 0_u64;
            for word in sign.split(' ').filter(|word| *word != "*") {
                let hash = hash(word.as_bytes());
                bucket.get_or_insert(hash % BUCKETS);
                bits |= 1 << (hash % 64);
            }
            let bits = Literal::u64_unsuffixed(bits);
            table.add(bucket.unwrap_or_default(), &quote!((#sign, #name::#variant, #bits)));
        }
    }
    table.finish(name, &quote!((&'static str, #name, u64)))
}

/// The signs of providers by their first two bytes, with their place: that of the first provider counts.
fn provider_signs(cx: &Context<'_>, name: &Ident) -> TokenStream {
    let (mut table, mut place) = (SignTable(vec![Default::default(); BUCKETS + 1]), 0_usize);
    for provider in &cx.catalogue.providers {
        let variant = ident(&provider.topic.variant());
        for sign in &provider.signs {
            let first = &sign.as_bytes()[..sign.len().min(2)];
            table.add(hash(first) % BUCKETS, &quote!((#sign, #name::#variant, #place)));
            place += 1;
        }
    }
    table.finish(name, &quote!((&'static str, #name, usize)))
}

/// Rows in the order of their buckets. The table is made here, because a compiler is slow where it computes constants.
struct SignTable(Vec<(TokenStream, u16)>);

impl SignTable {
    fn add(&mut self, bucket: usize, row: &TokenStream) {
        let (rows, count) = &mut self.0[bucket];
        with_comma(row, rows);
        *count += 1;
    }

    /// The table, and where each bucket begins.
    fn finish(self, name: &Ident, kind: &TokenStream) -> TokenStream {
        let (mut rows, mut starts, mut next) = (TokenStream::new(), TokenStream::new(), 0);
        for (bucket, count) in self.0 {
            bucket.to_tokens(&mut rows);
            with_comma(&Literal::u16_unsuffixed(next), &mut starts);
            next += count;
        }
        quote! {
            impl #name {
                pub(crate) const fn __sign_table() -> (&'static [#kind], &'static [u16]) {
                    static SIGNS: &[#kind] = &[#rows];
                    static STARTS: &[u16] = &[#starts];
                    (SIGNS, STARTS)
                }
            }
        }
    }
}

/// FNV-1a with capitals lowered, as in the library's `signs.rs`.
fn hash(bytes: &[u8]) -> usize {
    let hash = bytes
        .iter()
        .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize
}

pub(super) fn providers(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (private, providers) = (cx.private(), &cx.catalogue.providers);
    let mut tables = texts(cx, providers, |provider| &provider.topic);
    tables.lists("signs", &|provider| &provider.signs);
    tables.add("meanings", &quote!(&'static [#private::Row]), &|provider| {
        list(provider.meanings.iter().map(|meaning| row(cx, meaning)))
    });
    let enumeration = tables.finish(head, &TokenStream::new());
    let signs = provider_signs(cx, &head.name);
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
