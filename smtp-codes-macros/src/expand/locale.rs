//! The enum of languages and their labels. Only the library has one.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident};
use crate::catalogue::{Catalogue, Field, LABELS, Locale, Piece};
use crate::input::{EnumHead, Input};

pub(super) fn locale(input: &Input, head: &EnumHead, catalogue: &Catalogue) -> TokenStream {
    let root = &input.root;
    let EnumHead { attributes, visibility, name } = head;
    let locales = &catalogue.locales;
    let variants: Vec<_> = locales.iter().map(|locale| ident(&locale.variant)).collect();
    let documented = locales.iter().zip(&variants).map(|(locale, variant)| {
        let docs = docs::lines(&[format!("**{}** {}.", locale.tag, words(locale, "language"))]);
        quote!(#docs #variant)
    });
    let tags = locales.iter().map(|locale| &locale.tag);
    let languages = locales.iter().map(|locale| words(locale, "language"));
    let labels = locales.iter().map(|locale| labels(root, locale));
    quote! {
        #attributes
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash, ::core::fmt::Debug,
        )]
        #visibility enum #name { #(#documented),* }

        #[automatically_derived]
        impl #name {
            /// Every language of the catalogue.
            ///
            /// ```
            /// # use smtp_codes::Locale;
            /// assert!(Locale::ALL.contains(&Locale::Fr));
            /// ```
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// Its code of ISO 639.
            ///
            /// ```
            /// # use smtp_codes::Locale;
            /// assert_eq!(Locale::Fr.tag(), "fr");
            /// ```
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { #(Self::#variants => #tags),* }
            }

            /// What its speakers call it.
            ///
            /// ```
            /// # use smtp_codes::Locale;
            /// assert_eq!(Locale::Fr.language(), "français");
            /// ```
            #[must_use]
            pub const fn language(self) -> &'static str {
                match self { #(Self::#variants => #languages),* }
            }

            pub(crate) const fn labels(self) -> &'static #root::__private::Labels {
                match self { #(Self::#variants => #labels),* }
            }
        }

        /// The code of ISO 639: `fr`.
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.tag())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #root::UnknownName;

            /// Reads `fr`, and what begins with it: `fr-CA`, `fr_FR.UTF-8`.
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                let language = text.split(['-', '_', '.', '@']).next().unwrap_or_default();
                Self::ALL
                    .iter()
                    .copied()
                    .find(|locale| locale.tag().eq_ignore_ascii_case(language))
                    .ok_or(#root::UnknownName::__new("a language of the catalogue, such as en or fr"))
            }
        }
    }
}

/// The text of a label that is words only.
fn words<'a>(locale: &'a Locale, key: &str) -> &'a str {
    let at = LABELS.iter().position(|(label, _)| *label == key);
    match at.and_then(|at| locale.labels.get(at)).map(Vec::as_slice) {
        Some([Piece::Text(text)]) => text,
        _ => "",
    }
}

fn labels(root: &TokenStream, locale: &Locale) -> TokenStream {
    let fields = LABELS.iter().zip(&locale.labels).map(|((key, frame), pieces)| {
        let field = ident(&key.replace('-', "_"));
        if frame.is_words() {
            let text = words(locale, key);
            quote!(#field: #text)
        } else {
            let pieces = pieces.iter().map(|piece| self::piece(root, piece));
            quote!(#field: &[#(#pieces),*])
        }
    });
    let events = locale.events.iter().map(|(event, text)| {
        let variant = ident(&event.variant);
        quote!((#root::Command::#variant, #text))
    });
    quote! {
        {
            static LABELS: #root::__private::Labels =
                #root::__private::Labels { #(#fields,)* events: &[#(#events),*] };
            &LABELS
        }
    }
}

fn piece(root: &TokenStream, piece: &Piece) -> TokenStream {
    let field = |field: Field| {
        let name = ident(match field {
            Field::Code => "Code",
            Field::Name => "Name",
            Field::Title => "Title",
            Field::Class => "Class",
            Field::Act => "Act",
            Field::Lead => "Lead",
            Field::Seen => "Seen",
            Field::Commands => "Commands",
        });
        quote!(#root::__private::Field::#name)
    };
    match piece {
        Piece::Text(text) => quote!(#root::__private::Piece::Text(#text)),
        Piece::First(of) => {
            let field = field(*of);
            quote!(#root::__private::Piece::First(#field))
        }
        Piece::Second(of) => {
            let field = field(*of);
            quote!(#root::__private::Piece::Second(#field))
        }
    }
}
