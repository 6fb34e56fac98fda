//! The tables in which the library looks for the signs of reasons and of providers.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Ident;
use toml::Spanned;

use super::parts::{Context, ident, with_comma};

/// Where the library looks for a sign by how it begins.
const BUCKETS: usize = 1024;

/// The signs of reasons by their first word.
pub(super) fn of_reasons(cx: &Context<'_>, name: &Ident) -> TokenStream {
    let mut table = SignTable::new();
    for reason in &cx.catalogue.reasons {
        let variant = ident(&reason.variant());
        for sign in reason.signs.iter().map(Spanned::get_ref) {
            // Those in Chinese, which no space parts from their neighbours, have no bucket and come last.
            let mut bucket = sign.starts_with(|first| first >= '\u{3000}').then_some(BUCKETS);
            let mut bits = 0_u64;
            for word in sign.split(' ').filter(|word| *word != "*") {
                let hash = hash(word.as_bytes());
                bucket.get_or_insert(hash % BUCKETS);
                bits |= 1 << (hash % 64);
            }
            let bits = Literal::u64_unsuffixed(bits);
            table.add(bucket.unwrap_or_default(), &quote!((#sign, #name::#variant, #bits)));
        }
    }
    table.finish(name, &quote!((&'static str, #name, u64)))
}

/// The signs of providers by their first two bytes, with their place: that of the first provider counts.
pub(super) fn of_providers(cx: &Context<'_>, name: &Ident) -> TokenStream {
    let (mut table, mut place) = (SignTable::new(), 0_usize);
    for provider in &cx.catalogue.providers {
        let variant = ident(&provider.topic.variant());
        for sign in &provider.signs {
            let first = &sign.as_bytes()[..sign.len().min(2)];
            table.add(hash(first) % BUCKETS, &quote!((#sign, #name::#variant, #place)));
            place += 1;
        }
    }
    table.finish(name, &quote!((&'static str, #name, usize)))
}

/// Rows in the order of their buckets. The table is made here, because a compiler is slow where it computes constants.
struct SignTable(Vec<(TokenStream, usize)>);

impl SignTable {
    fn new() -> Self {
        Self(vec![Default::default(); BUCKETS + 1])
    }

    fn add(&mut self, bucket: usize, row: &TokenStream) {
        let (rows, count) = &mut self.0[bucket];
        with_comma(row, rows);
        *count += 1;
    }

    /// The table, and where each bucket begins.
    fn finish(self, name: &Ident, kind: &TokenStream) -> TokenStream {
        let (mut rows, mut starts, mut next) = (TokenStream::new(), TokenStream::new(), 0);
        for (bucket, count) in self.0 {
            bucket.to_tokens(&mut rows);
            with_comma(&Literal::usize_unsuffixed(next), &mut starts);
            next += count;
        }
        quote! {
            impl #name {
                pub(crate) const fn __sign_table() -> (&'static [#kind], &'static [u16]) {
                    static SIGNS: &[#kind] = &[#rows];
                    static STARTS: &[u16] = &[#starts];
                    (SIGNS, STARTS)
                }
            }
        }
    }
}

/// FNV-1a with capitals lowered, as in the library's `signs.rs`.
fn hash(bytes: &[u8]) -> usize {
    let hash = bytes
        .iter()
        .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize
}
