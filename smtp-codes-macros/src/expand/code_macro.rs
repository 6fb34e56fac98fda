//! The `macro_rules!` that go with an enum: its `code!`, and the door through which other crates bring
//! catalogues of their own.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::ident;
use crate::catalogue::{Catalogue, Kind};
use crate::input::{Input, MacroHead};

/// A macro with an arm for each number. Its last arm asks the hidden procedural macro, which reads numbers
/// that other macros wrapped, and puts the error for an unknown one at the number.
pub(super) fn code_macro(input: &Input, head: &MacroHead, catalogue: &Catalogue) -> TokenStream {
    let MacroHead { attributes, visibility, name } = head;
    let enum_name = &input.replies.name;
    let numbers: Vec<_> =
        catalogue.replies.iter().map(|reply| Literal::u16_unsuffixed(reply.number)).collect();
    let variants: Vec<_> = catalogue.replies.iter().map(|reply| ident(&reply.variant)).collect();
    let library = matches!(input.kind, Kind::Library);
    // Another crate's enum is found where its macro is called: only the library knows its own path.
    let path = if library { quote!($crate::#enum_name) } else { quote!(#enum_name) };
    let root = if library { quote!($crate) } else { input.root.clone() };
    let exported = library || visibility.is_public();
    let export = if exported { quote!(#[macro_export]) } else { quote!() };
    let hidden = library.then(|| quote!(#[doc(hidden)]));
    let reexport = (!exported && !visibility.is_private())
        .then(|| quote!(#[allow(unused_imports)] #visibility use #name;));
    quote! {
        #attributes
        #hidden
        #export
        macro_rules! #name {
            #((#numbers) => { #path::#variants };)*
            ($($other:tt)*) => {
                #root::__private::unknown_code! { [#path] [#(#numbers #variants),*] $($other)* }
            };
        }
        #reexport
    }
}

/// The hidden macro behind the library's `catalogue!`: it hands in what a catalogue may refer to.
pub(super) fn catalogue_macro(catalogue: &Catalogue) -> TokenStream {
    let names = catalogue.commands.iter().map(|command| {
        let (key, variant) = (&command.name.key, ident(&command.name.variant));
        quote!(#key #variant)
    });
    quote! {
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __catalogue {
            ($($items:tt)*) => {
                $crate::__private::catalogue! { root($crate) commands(#(#names),*) $($items)* }
            };
        }
    }
}
