//! The `macro_rules!` that go with an enum: its `code!`, and the hidden ones through which the library's macros tell
//! the procedural ones what the catalogue has.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Visibility;

use super::parts::{Context, ident};
use crate::call::Head;
use crate::catalogue::Status;
use crate::code::Enhanced;
use crate::lookup::constant;

/// A macro with an arm for each number. Its last arm asks the hidden procedural macro, which reads numbers that other
/// macros wrapped, and puts the error for an unknown one at the number.
pub(super) fn code(cx: &Context<'_>, head: &Head) -> TokenStream {
    let Head { attributes, visibility, name } = head;
    let (is_library, owner) = (cx.call.is_library(), &cx.call.replies.name);
    // Another crate's enum is found where its macro is called: only the library knows its own path.
    let path = if is_library { quote!($crate::#owner) } else { quote!(#owner) };
    let private = if is_library { quote!($crate::__private) } else { cx.private() };
    let replies = &cx.catalogue.replies;
    let numbers: Vec<_> = replies.iter().map(|reply| Literal::u16_unsuffixed(reply.number)).collect();
    let variants: Vec<_> = replies.iter().map(|reply| ident(&reply.variant())).collect();
    // If replies may be missing that the author wrote, any other code may be one of them.
    let unread = ident("__Unread");
    let any = cx.catalogue.is_incomplete.then(|| variants.first().unwrap_or(&unread));
    let any = any.map(|variant| quote!(_ #variant));
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
            #((#numbers) => { #path::#variants };)*
            ($($other:tt)*) => {
                #private::unknown_code! { [#path] [#(#numbers #variants,)* #any] $($other)* }
            };
        }
        #reexport
    }
}

/// `__reply!`, which adds the codes that a reply may have, `__catalogue!`, which adds the commands that a catalogue may
/// name, and `__enhanced!`, which has an arm for each enhanced code of the registry.
pub(super) fn hidden(cx: &Context<'_>) -> TokenStream {
    let codes: Vec<_> = cx.catalogue.replies.iter().map(|reply| reply.number.to_string()).collect();
    let statuses: Vec<_> = cx.catalogue.statuses.iter().map(Status::parts).collect();
    let (codes, statuses) = (codes.join(" "), statuses.join(" "));
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
    let (root, codes): (_, Vec<_>) = (cx.root(), cx.catalogue.statuses.iter().flat_map(Status::codes).collect());
    let names: Vec<_> = codes.iter().map(|code| constant(*code)).collect();
    let values = codes.iter().map(|code| cx.enhanced(*code));
    let written: Vec<_> = codes.iter().map(Enhanced::to_string).collect();
    // A code is three tokens at most, `5.1`, `.` and `1`, and as many in an arm.
    let arms = written.iter().filter_map(|code| code.parse::<TokenStream>().ok());
    let known = written.join(" ");
    quote! {
        #[doc(hidden)]
        pub mod enhanced_codes {
            #(pub const #names: #root::EnhancedCode = #values;)*
        }

        #[doc(hidden)]
        #[macro_export]
        macro_rules! __enhanced {
            #((#arms) => { $crate::__private::enhanced_codes::#names };)*
            ($($other:tt)*) => {
                $crate::__private::unknown_enhanced! { [$crate::__private::enhanced_codes] #known $($other)* }
            };
        }
    }
}
