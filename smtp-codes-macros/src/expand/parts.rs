//! The tokens of the small things that several tables hold.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use crate::catalogue::{Answer, Closing, Enhanced, Outcome, Reference, Standing};

pub(super) fn reference(root: &TokenStream, reference: &Reference) -> TokenStream {
    let (rfc, section, url) = (reference.rfc, &reference.section, url(reference));
    quote!(#root::Reference::__new(#rfc, #section, #url))
}

/// The address of a section at the RFC Editor.
pub(super) fn url(reference: &Reference) -> String {
    let Reference { rfc, section } = reference;
    let page = format!("https://www.rfc-editor.org/rfc/rfc{rfc}");
    match section.chars().next() {
        None => page,
        Some(first) if first.is_ascii_digit() => format!("{page}#section-{section}"),
        Some(_) => format!("{page}#appendix-{section}"),
    }
}

pub(super) fn references(root: &TokenStream, references: &[Reference]) -> TokenStream {
    let rows = references.iter().map(|row| reference(root, row));
    quote!(&[#(#rows),*])
}

/// A row of a table of answers. `description` stands in where the code has no meaning of its own there.
pub(super) fn answer(root: &TokenStream, answer: &Answer, description: &str) -> TokenStream {
    let command = ident(&answer.command.variant);
    let outcome = ident(match answer.outcome {
        Outcome::Success => "Success",
        Outcome::Intermediate => "Intermediate",
        Outcome::Error => "Error",
    });
    let meaning = answer.meaning.as_deref().unwrap_or(description);
    let condition = if let Some(text) = &answer.condition {
        quote!(::core::option::Option::Some(#text))
    } else {
        quote!(::core::option::Option::None)
    };
    let references = references(root, &answer.references);
    quote! {
        #root::Answer::__new(
            #root::Command::#command, #root::Outcome::#outcome, #meaning, #condition, #references,
        )
    }
}

pub(super) fn enhanced(root: &TokenStream, code: Enhanced) -> TokenStream {
    let Enhanced { class, subject, detail } = code;
    quote!(#root::__private::enhanced(#class, #subject, #detail))
}

pub(super) fn standing(root: &TokenStream, standing: Standing) -> TokenStream {
    let variant = ident(match standing {
        Standing::Standard => "Standard",
        Standing::Historic => "Historic",
        Standing::Registered => "Registered",
        Standing::Unregistered => "Unregistered",
    });
    quote!(#root::Standing::#variant)
}

pub(super) fn closing(root: &TokenStream, closing: Closing) -> TokenStream {
    let variant = ident(match closing {
        Closing::Yes => "Yes",
        Closing::No => "No",
        Closing::May => "May",
        Closing::Unspecified => "Unspecified",
    });
    quote!(#root::Closing::#variant)
}
