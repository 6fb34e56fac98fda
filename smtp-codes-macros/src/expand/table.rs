//! Hidden methods that read tables. The library's own source puts documented ones over them.
//!
//! Each has a table of its own, so that a program has only what it calls.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

use super::parts::{Context, list};
use crate::catalogue::{Mark, Reference};

/// The tables of one enum, a row in each for every item, which become methods of it.
pub(super) struct Tables<'a, T> {
    cx: &'a Context<'a>,
    items: &'a [T],
    /// How a method finds the row of `self`.
    row: TokenStream,
    methods: Vec<TokenStream>,
}

impl<'a, T> Tables<'a, T> {
    pub(super) fn new(cx: &'a Context<'a>, items: &'a [T], row: TokenStream) -> Self {
        Self { cx, items, row, methods: Vec::new() }
    }

    /// Adds the method `__name`.
    pub(super) fn add(&mut self, name: &str, kind: &TokenStream, row: &dyn Fn(&T) -> TokenStream) {
        let head = format_ident!("__{name}");
        let rows: Vec<_> = self.items.iter().map(row).collect();
        self.methods.push(method(&quote!(pub(crate) const fn #head), kind, &rows, &self.row));
    }

    pub(super) fn strings(&mut self, name: &str, row: &dyn Fn(&T) -> &str) {
        self.add(name, &quote!(&'static str), &|item| {
            let text = row(item);
            quote!(#text)
        });
    }

    pub(super) fn lists(&mut self, name: &str, row: &dyn Fn(&T) -> &[String]) {
        self.add(name, &quote!(&'static [&'static str]), &|item| list(row(item)));
    }

    pub(super) fn references(&mut self, row: &dyn Fn(&T) -> &[Reference]) {
        let (cx, root) = (self.cx, self.cx.root());
        self.add("references", &quote!(&'static [#root::Reference]), &|item| cx.references(row(item)));
    }

    pub(super) fn marks(&mut self, row: &dyn Fn(&T) -> &Mark) {
        let (cx, private) = (self.cx, self.cx.private());
        self.add("mark", &quote!(#private::Mark), &|item| cx.mark(row(item)));
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

/// A method that reads its own table.
pub(super) fn method(head: &TokenStream, kind: &TokenStream, rows: &[TokenStream], row: &TokenStream) -> TokenStream {
    let count = rows.len();
    quote! {
        #head(self) -> #kind {
            static TABLE: [#kind; #count] = [#(#rows),*];
            TABLE[#row]
        }
    }
}
