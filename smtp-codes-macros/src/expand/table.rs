//! Enums of the library that count up from 0, and hidden methods that read tables. The library's own source puts
//! documented ones over them.
//!
//! Each method has a table of its own, so that a program has only what it calls.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use super::parts::{Context, enumeration, ident, list, with_comma};
use crate::call::Head;
use crate::catalogue::Reference;

/// The variants of one enum, and its tables, with a row in each for every item.
pub(super) struct Tables<'a, T> {
    cx: &'a Context<'a>,
    items: &'a [T],
    parts: Parts,
}

#[derive(Default)]
struct Parts {
    variants: TokenStream,
    all: TokenStream,
    methods: TokenStream,
}

impl<'a, T> Tables<'a, T> {
    /// `variant` has the attributes of an item's variant and its name.
    pub(super) fn new(cx: &'a Context<'a>, items: &'a [T], variant: &dyn Fn(&T) -> (TokenStream, String)) -> Self {
        let mut parts = Parts::default();
        for item in items {
            let (attributes, name) = variant(item);
            parts.variant(&attributes, &name);
        }
        Self { cx, items, parts }
    }

    /// Adds the method `__name`.
    pub(super) fn add(&mut self, name: &str, kind: &TokenStream, row: &dyn Fn(&T) -> TokenStream) {
        let rows = rows(self.items, row);
        self.parts.method(name, kind, &rows);
    }

    pub(super) fn strings(&mut self, name: &str, row: &dyn Fn(&T) -> &str) {
        self.add(name, &quote!(&'static str), &|item| row(item).to_token_stream());
    }

    pub(super) fn lists(&mut self, name: &str, row: &dyn Fn(&T) -> &[String]) {
        self.add(name, &quote!(&'static [&'static str]), &|item| list(row(item)));
    }

    pub(super) fn references(&mut self, row: &dyn Fn(&T) -> &[Reference]) {
        let (cx, root) = (self.cx, self.cx.root());
        self.add("references", &quote!(&'static [#root::Reference]), &|item| cx.references(row(item)));
    }

    /// The enum and its `impl`.
    pub(super) fn finish(self, head: &Head, added: &TokenStream) -> TokenStream {
        self.parts.finish(head, added)
    }
}

impl Parts {
    fn variant(&mut self, attributes: &TokenStream, name: &str) {
        let name = ident(name);
        with_comma(&quote!(#attributes #name), &mut self.variants);
        with_comma(&quote!(Self::#name), &mut self.all);
    }

    fn method(&mut self, name: &str, kind: &TokenStream, rows: &Rows) {
        let name = format_ident!("__{name}");
        let method = method(&quote!(pub(crate) const fn #name), kind, rows, &quote!(self as usize));
        method.to_tokens(&mut self.methods);
    }

    fn finish(self, head: &Head, added: &TokenStream) -> TokenStream {
        let Self { variants, all, methods } = self;
        let (enumeration, name) = (enumeration(head, added, &variants), &head.name);
        quote! {
            #enumeration
            #[automatically_derived]
            impl #name {
                pub(crate) const __ALL: &'static [Self] = &[#all];
                #methods
            }
        }
    }
}

/// The rows of a table, and how many they are.
pub(super) struct Rows(TokenStream, usize);

pub(super) fn rows<T>(items: &[T], row: &dyn Fn(&T) -> TokenStream) -> Rows {
    let mut rows = TokenStream::new();
    for item in items {
        with_comma(&row(item), &mut rows);
    }
    Rows(rows, items.len())
}

/// A method that reads its own table at the row of `self`.
pub(super) fn method(
    head: &TokenStream,
    kind: &TokenStream,
    Rows(rows, count): &Rows,
    own: &TokenStream,
) -> TokenStream {
    quote! {
        #head(self) -> #kind {
            static TABLE: [#kind; #count] = [#rows];
            TABLE[#own]
        }
    }
}
