//! What the enum of reply codes implements. The library's own has the rest by hand: what only its tables can tell.

use proc_macro2::TokenStream;
use quote::quote;

use super::parts::Context;

pub(super) fn traits(cx: &Context<'_>) -> TokenStream {
    let (root, private, name) = (cx.root(), cx.private(), &cx.call.replies.name);
    let serde = cx.call.serde.then(|| quote!(#root::__serde! { #name }));
    let own = (!cx.call.is_library()).then(|| own(cx));
    // The errors are named by their types: beside a variant `Error`, `Self::Error` is ambiguous.
    quote! {
        /// The number and the name: `250 OK`.
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #private::display(self.as_str(), self.name(), f)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<u16> for #name {
            type Error = #root::UnknownCode;

            /// # Errors
            ///
            /// A number that the catalogue does not have. The error tells its class.
            fn try_from(number: u16) -> ::core::result::Result<Self, #root::UnknownCode> {
                Self::from_u16(number).ok_or(#private::unknown(number))
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<#root::WireCode> for #name {
            type Error = #root::UnknownCode;

            /// # Errors
            ///
            /// A code that the catalogue does not have. The error tells its class.
            fn try_from(code: #root::WireCode) -> ::core::result::Result<Self, #root::UnknownCode> {
                <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #root::ParseCodeError;

            /// Reads exactly three digits.
            fn from_str(text: &str) -> ::core::result::Result<Self, #root::ParseCodeError> {
                let code = #root::WireCode::from_bytes(text.as_bytes())?;
                <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
                    .map_err(#root::ParseCodeError::Unknown)
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#name> for u16 {
            fn from(code: #name) -> Self {
                code as u16
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq<u16> for #name {
            fn eq(&self, number: &u16) -> bool {
                *self as u16 == *number
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq<#name> for u16 {
            fn eq(&self, code: &#name) -> bool {
                *self == *code as u16
            }
        }

        #own
        #serde
    }
}

/// For an enum of one's own.
fn own(cx: &Context<'_>) -> TokenStream {
    let (root, private, name) = (cx.root(), cx.private(), &cx.call.replies.name);
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// Returns what a client does with this code in answer to this command: by its first digit, if only this
            /// catalogue has it.
            #[must_use]
            pub const fn action(self, command: #root::Command) -> #root::Action {
                #private::wire_code(self as u16).action(command)
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#name> for #root::WireCode {
            fn from(code: #name) -> Self {
                #private::wire_code(code as u16)
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#name> for #root::ReplyCodes {
            fn from(code: #name) -> Self {
                Self::new(#private::wire_code(code as u16), ::core::option::Option::None)
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq<#name> for #root::WireCode {
            fn eq(&self, code: &#name) -> bool {
                self.as_u16() == *code as u16
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq<#root::WireCode> for #name {
            fn eq(&self, code: &#root::WireCode) -> bool {
                *self as u16 == code.as_u16()
            }
        }
    }
}
