//! The `macro_rules!` that go with an enum: its `code!`, and the hidden ones through which the library's macros tell
//! the procedural ones what the catalogue has.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Visibility;

use super::docs::joined;
use super::parts::{Context, ident};
use crate::call::Head;
use crate::catalogue::{Reply, Status};
use crate::lookup::constant;

/// A macro with an arm for each number. Its last arm asks the hidden procedural macro, which reads numbers that other
/// macros wrapped, and puts the error for an unknown one at the number.
pub(super) fn code(cx: &Context<'_>, head: &Head) -> TokenStream {
    let Head { attributes, visibility, name } = head;
    let (is_library, owner) = (cx.call.is_library(), &cx.call.replies.name);
    // Another crate's enum is found where its macro is called: only the library knows its own path.
    let path = if is_library { quote!($crate::#owner) } else { quote!(#owner) };
    let private = if is_library { quote!($crate::__private) } else { cx.private() };
    let (mut arms, mut known) = (TokenStream::new(), TokenStream::new());
    for reply in &cx.catalogue.replies {
        let (number, variant) = (Literal::u16_unsuffixed(reply.number), ident(&reply.variant()));
        quote!((#number) => { #path::#variant };).to_tokens(&mut arms);
        quote!(#number #variant,).to_tokens(&mut known);
    }
    if cx.catalogue.is_incomplete {
        // Replies may be missing that the author wrote: any other code may be one of them.
        let first = cx.catalogue.replies.first().map_or("__Unread".to_owned(), Reply::variant);
        let first = ident(&first);
        quote!(_ #first).to_tokens(&mut known);
    }
    let added = match (is_library, visibility) {
        (true, _) => quote!(#[doc(hidden)] #[macro_export]),
        (false, Visibility::Public(_)) => quote!(#[macro_export]),
        (false, _) => quote!(#[allow(unused_macros)]),
    };
    let reexported = matches!(visibility, Visibility::Restricted(_)) && !is_library;
    let reexport = reexported.then(|| quote!(#[allow(unused_imports)] #visibility use #name;));
    quote! {
        #(#attributes)*
        #added
        macro_rules! #name {
            #arms
            ($($other:tt)*) => {
                #private::unknown_code! { [#path] [#known] $($other)* }
            };
        }
        #reexport
    }
}

/// `__reply!`, which adds the codes that a reply may have, `__catalogue!`, which adds the commands that a catalogue may
/// name, and `__enhanced!`, which has an arm for each enhanced code of the registry.
pub(super) fn hidden(cx: &Context<'_>) -> TokenStream {
    let codes = joined(cx.catalogue.replies.iter().map(|reply| reply.number.to_string()), " ");
    let statuses = joined(cx.catalogue.statuses.iter().map(Status::parts), " ");
    let commands = cx.catalogue.commands.iter().map(|command| {
        let name = command.as_name();
        let (key, variant) = (&name.key, ident(&name.variant));
        quote!(#key #variant,)
    });
    let enhanced = enhanced(cx);
    quote! {
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __reply {
            ($($reply:tt)*) => {
                $crate::__private::make_reply! { root($crate) #codes #statuses $($reply)* }
            };
        }

        #[doc(hidden)]
        #[macro_export]
        macro_rules! __catalogue {
            ($($items:tt)*) => {
                $crate::__private::catalogue! { root($crate) commands(#(#commands)*) $($items)* }
            };
        }

        #enhanced
    }
}

/// The codes go through constants: a path to one is an expression and a pattern.
fn enhanced(cx: &Context<'_>) -> TokenStream {
    let root = cx.root();
    let (mut constants, mut arms, mut known) = (TokenStream::new(), TokenStream::new(), String::new());
    for code in cx.catalogue.statuses.iter().flat_map(Status::codes) {
        let (name, value, written) = (constant(code), cx.enhanced(code), code.to_string());
        quote!(pub const #name: #root::EnhancedCode = #value;).to_tokens(&mut constants);
        // A code is three tokens at most, `5.1`, `.` and `1`, and as many in an arm.
        let arm = written.parse::<TokenStream>().unwrap_or_default();
        quote!((#arm) => { $crate::__private::enhanced_codes::#name };).to_tokens(&mut arms);
        known = joined([known, written], " ");
    }
    quote! {
        #[doc(hidden)]
        pub mod enhanced_codes {
            #constants
        }

        #[doc(hidden)]
        #[macro_export]
        macro_rules! __enhanced {
            #arms
            ($($other:tt)*) => {
                $crate::__private::unknown_enhanced! { [$crate::__private::enhanced_codes] #known $($other)* }
            };
        }
    }
}
