//! The enum of languages and their labels. Only the library has one.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs;
use super::markdown::escape;
use super::parts::{Context, ident};
use super::table::Tables;
use crate::call::Head;
use crate::catalogue::{LABELS, Locale, Piece};

pub(super) fn locales(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (private, locales) = (cx.private(), &cx.catalogue.locales);
    let names: Vec<_> = locales.iter().map(|locale| ident(&locale.variant())).collect();
    let variants: Vec<_> = locales
        .iter()
        .zip(&names)
        .map(|(locale, name)| {
            let docs = docs::attributes(&format!("**{}** {}.", locale.tag, escape(locale.words("language"))));
            quote!(#docs #name)
        })
        .collect();
    let mut tables = Tables::new(cx, quote!(self as usize));
    tables.strings("key", locales.iter().map(|locale| locale.tag.as_str()));
    tables.strings("name", locales.iter().map(|locale| locale.words("language")));
    tables.add("labels", &quote!(&'static #private::Labels), locales.iter().map(|locale| labels(cx, locale)));
    let enumeration = cx.enumeration(head, &TokenStream::new(), &variants);
    let implementation = tables.implementation(&head.name, &names);
    quote!(#enumeration #implementation)
}

fn labels(cx: &Context<'_>, locale: &Locale) -> TokenStream {
    let (root, private) = (cx.root(), cx.private());
    let fields = LABELS.iter().zip(&locale.labels).map(|((key, frame), pieces)| {
        let name = ident(&key.replace('-', "_"));
        if frame.is_words() {
            let words = locale.words(key);
            return quote!(#name: #words);
        }
        let pieces = pieces.iter().map(|piece| {
            let (side, field) = match piece {
                Piece::Text(text) => return quote!(#private::Piece::Text(#text)),
                Piece::First(field) => (ident("First"), field),
                Piece::Second(field) => (ident("Second"), field),
            };
            let field = format_ident!("{field:?}");
            quote!(#private::Piece::#side(#private::Field::#field))
        });
        quote!(#name: &[#(#pieces),*])
    });
    let events = locale.events.iter().map(|(event, text)| {
        let variant = ident(&event.variant);
        quote!((#root::Command::#variant, #text))
    });
    quote!(&#private::Labels { #(#fields,)* events: &[#(#events),*] })
}
