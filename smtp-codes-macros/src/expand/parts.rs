//! What all generated items need: the path to the library, attributes, and the small values that several tables have.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Ident, Token};

use super::docs;
use crate::call::{Call, Head};
use crate::catalogue::{Catalogue, Mark, Party, Reference, Word};
use crate::code::Enhanced;

/// The call and what it is about.
pub(super) struct Context<'a> {
    pub(super) call: &'a Call,
    pub(super) catalogue: &'a Catalogue,
}

impl Context<'_> {
    /// The path to the library's root: no name that a caller imports or shadows can change what generated code means.
    pub(super) fn root(&self) -> &TokenStream {
        &self.call.root
    }

    /// The path to the hidden functions of the library.
    pub(super) fn private(&self) -> TokenStream {
        let root = self.root();
        quote!(#root::__private)
    }

    /// Documentation of a method. The example is for the library alone: the codes of other catalogues are not known.
    pub(super) fn doc(&self, text: &str, example: &str) -> TokenStream {
        let mut page = text.to_owned();
        if self.call.is_library() {
            page += &format!("\n\n# Examples\n\n```\n# use smtp_codes::ReplyCode;\n{example}\n```");
        }
        docs::attributes(&page)
    }

    pub(super) fn references(&self, references: &[Reference]) -> TokenStream {
        let private = self.private();
        let list = references.iter().map(|reference| {
            let (rfc, section, url) = (Literal::u16_unsuffixed(reference.rfc), &reference.section, reference.url());
            quote!(#private::reference(#rfc, #section, #url))
        });
        self::list(list)
    }

    pub(super) fn enhanced(&self, code: Enhanced) -> TokenStream {
        let private = self.private();
        let (class, subject) = (Literal::u8_unsuffixed(code.class), Literal::u16_unsuffixed(code.subject));
        let detail = Literal::u16_unsuffixed(code.detail);
        quote!(#private::enhanced(#class, #subject, #detail))
    }

    pub(super) fn mark(&self, mark: &Mark) -> TokenStream {
        let (private, condemns) = (self.private(), mark.condemns);
        let scope = self.variant("Scope", mark.scope.as_deref());
        let reason = option(mark.reason.as_ref().map(|(reason, confidence)| {
            let (reason, confidence) = (self.word("Reason", reason), self.word("Confidence", confidence.variant()));
            quote!((#reason, #confidence))
        }));
        quote!(#private::Mark::new(#scope, #reason, #condemns))
    }

    pub(super) fn steps(&self, steps: &[(Party, String)]) -> TokenStream {
        let private = self.private();
        list(steps.iter().map(|(party, text)| {
            let party = self.word("Party", party.variant());
            quote!(#private::step(#party, #text))
        }))
    }

    /// A variant of an enum of the library.
    pub(super) fn word(&self, name: &str, variant: &str) -> TokenStream {
        let (root, name, variant) = (self.root(), ident(name), ident(variant));
        quote!(#root::#name::#variant)
    }

    /// The same, if there is one.
    pub(super) fn variant(&self, name: &str, variant: Option<&str>) -> TokenStream {
        option(variant.map(|variant| self.word(name, variant)))
    }
}

/// An enum of the library's form: the caller's start of the item, what is added to it, and its variants.
pub(super) fn enumeration(head: &Head, added: &TokenStream, variants: &TokenStream) -> TokenStream {
    let Head { attributes, visibility, name } = head;
    quote! {
        #(#attributes)*
        #added
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash, ::core::fmt::Debug,
        )]
        #visibility enum #name { #variants }
    }
}

pub(super) fn ident(name: &str) -> Ident {
    format_ident!("{name}")
}

/// A constant slice.
pub(super) fn list(items: impl IntoIterator<Item: ToTokens>) -> TokenStream {
    let mut list = TokenStream::new();
    for item in items {
        with_comma(&item, &mut list);
    }
    quote!(&[#list])
}

/// Adds an item and a comma to a list.
pub(super) fn with_comma(item: &dyn ToTokens, list: &mut TokenStream) {
    item.to_tokens(list);
    <Token![,]>::default().to_tokens(list);
}

pub(super) fn option(value: Option<TokenStream>) -> TokenStream {
    if let Some(value) = value {
        quote!(::core::option::Option::Some(#value))
    } else {
        quote!(::core::option::Option::None)
    }
}
