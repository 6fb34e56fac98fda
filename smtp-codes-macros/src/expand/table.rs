//! Hidden methods that read tables. The library's own source puts documented ones over them.
//!
//! Each has a table of its own, so that a program has only what it calls.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

use super::parts::Context;
use crate::catalogue::{Mark, Reference};

/// The tables of one enum, which become methods of it.
pub(super) struct Tables<'a> {
    cx: &'a Context<'a>,
    /// How a method finds the row of `self`.
    row: TokenStream,
    methods: Vec<TokenStream>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(cx: &'a Context<'a>, row: TokenStream) -> Self {
        Self { cx, row, methods: Vec::new() }
    }

    /// Adds the method `__name`, whose table has these rows.
    pub(super) fn add(&mut self, name: &str, kind: &TokenStream, rows: impl Iterator<Item = TokenStream>) {
        let (name, rows, row) = (format_ident!("__{name}"), Vec::from_iter(rows), &self.row);
        let count = rows.len();
        self.methods.push(quote! {
            pub(crate) const fn #name(self) -> #kind {
                static TABLE: [#kind; #count] = [#(#rows),*];
                TABLE[#row]
            }
        });
    }

    pub(super) fn strings<'s>(&mut self, name: &str, rows: impl Iterator<Item = &'s str>) {
        self.add(name, &quote!(&'static str), rows.map(|row| quote!(#row)));
    }

    pub(super) fn lists<'s>(&mut self, name: &str, rows: impl Iterator<Item = Vec<&'s String>>) {
        self.add(name, &quote!(&'static [&'static str]), rows.map(|row| quote!(&[#(#row),*])));
    }

    pub(super) fn references<'r>(&mut self, rows: impl Iterator<Item = &'r [Reference]>) {
        let (cx, root) = (self.cx, self.cx.root());
        self.add("references", &quote!(&'static [#root::Reference]), rows.map(|row| cx.references(row)));
    }

    pub(super) fn marks<'m>(&mut self, rows: impl Iterator<Item = &'m Mark>) {
        let (cx, private) = (self.cx, self.cx.private());
        self.add("mark", &quote!(#private::Mark), rows.map(|row| cx.mark(row)));
    }

    pub(super) fn methods(self) -> Vec<TokenStream> {
        self.methods
    }

    /// The whole `impl` of an enum whose variants count up from 0.
    pub(super) fn implementation(self, name: &Ident, variants: &[Ident]) -> TokenStream {
        let methods = self.methods;
        quote! {
            #[automatically_derived]
            impl #name {
                pub(crate) const __ALL: &'static [Self] = &[#(Self::#variants),*];
                #(#methods)*
            }
        }
    }
}
