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
    let mut tables = Tables::new(cx, locales, &|locale| {
        (docs::attributes(&format!("**{}** {}.", locale.tag, escape(&locale.language))), locale.variant())
    });
    tables.strings("key", &|locale| &locale.tag);
    tables.strings("name", &|locale| &locale.language);
    let enumeration = tables.finish(head, &TokenStream::new());
    let names = locales.iter().map(|locale| ident(&locale.variant()));
    let (name, labels) = (&head.name, locales.iter().map(|locale| labels(cx, locale)));
    // A match and no table, so that a program has only the languages that it names.
    quote! {
        #enumeration
        impl #name {
            pub(crate) const fn __labels(self) -> &'static #private::Labels {
                match self {
                    #(Self::#names => {
                        static LABELS: #private::Labels = #labels;
                        &LABELS
                    })*
                }
            }
        }
    }
}

fn labels(cx: &Context<'_>, locale: &Locale) -> TokenStream {
    let (root, private) = (cx.root(), cx.private());
    let frames = &locale.frames;
    let fields = LABELS.iter().zip(&frames.labels).map(|((key, frame), pieces)| {
        let name = ident(&key.replace('-', "_"));
        if frame.is_words() {
            let words = frames.words(key);
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
    let events = frames.events.iter().map(|(event, text)| {
        let variant = ident(&event.variant);
        quote!((#root::Command::#variant, #text))
    });
    let parties = &frames.parties;
    quote!(#private::Labels { #(#fields,)* parties: [#(#parties),*], events: &[#(#events),*] })
}
