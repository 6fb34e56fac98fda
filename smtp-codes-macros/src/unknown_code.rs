//! The last arm of a generated `code!`: numbers that arrive wrapped, and numbers that nobody knows.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, Token, bracketed};

use crate::nearest::list;

/// `[$crate::ReplyCode] [214 HelpMessage, ...]` and whatever the caller wrote.
struct Input {
    path: TokenStream,
    codes: Vec<(u16, Ident)>,
    written: TokenStream,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (path, codes);
        bracketed!(path in input);
        bracketed!(codes in input);
        let pair = |input: ParseStream<'_>| Ok((input.parse::<LitInt>()?.base10_parse()?, input.parse()?));
        Ok(Self {
            path: path.parse()?,
            codes: codes.parse_terminated(pair, Token![,])?.into_iter().collect(),
            written: input.parse()?,
        })
    }
}

/// The variant, or the error at the number.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let Input { path, codes, written } = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let (text, span) = bare(written);
    let known = number(&text).and_then(|number| codes.iter().find(|(code, _)| *code == number));
    if let Some((_, variant)) = known {
        return quote!(#path::#variant);
    }
    let message = complaint(&text, &codes);
    quote_spanned!(span=> ::core::compile_error! { #message })
}

/// What the caller wrote, without the invisible groups that other macros put around it, and its place.
fn bare(tokens: TokenStream) -> (String, Span) {
    let mut list: Vec<TokenTree> = tokens.into_iter().collect();
    if let [TokenTree::Group(group)] = &list[..] {
        if group.delimiter() == Delimiter::None {
            return bare(group.stream());
        }
    }
    let span = list.first().map_or_else(Span::call_site, TokenTree::span);
    (list.drain(..).collect::<TokenStream>().to_string(), span)
}

/// Exactly the digits: `0214`, `2_14` and `214u16` are other spellings, which the arms refuse as well.
fn number(text: &str) -> Option<u16> {
    let digits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn complaint(text: &str, codes: &[(u16, Ident)]) -> String {
    if text.is_empty() {
        return "expected the number of a reply code, such as 250".to_owned();
    }
    let Some(number) = number(text) else {
        return format!("`{text}` is not the number of a reply code; write its three digits, such as 250");
    };
    if !(200..600).contains(&number) {
        return format!("`{number}` is not an SMTP reply code; they run from 200 to 599");
    }
    format!("`{number}` is not a reply code in this catalogue; {}", nearest(number, codes))
}

/// The three nearest numbers, ascending.
fn nearest(number: u16, codes: &[(u16, Ident)]) -> String {
    let mut near: Vec<u16> = codes.iter().map(|(code, _)| *code).collect();
    near.sort_by_key(|code| code.abs_diff(number));
    near.truncate(3);
    near.sort_unstable();
    let texts: Vec<String> = near.iter().map(u16::to_string).collect();
    match &texts[..] {
        [] => "the catalogue is empty".to_owned(),
        [one] => format!("the only one is {one}"),
        _ => format!("the nearest are {}", list(texts.iter().map(String::as_str)).replace('`', "")),
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::expand;

    fn message(written: &str) -> String {
        let written: proc_macro2::TokenStream = written.parse().unwrap();
        expand(quote!([C] [211 A, 214 B, 220 D, 250 E] #written)).to_string()
    }

    #[test]
    fn a_wrapped_number_is_read() {
        let group = proc_macro2::Group::new(proc_macro2::Delimiter::None, quote!(214));
        assert_eq!(expand(quote!([$crate::C] [211 A, 214 B] #group)).to_string(), "$ crate :: C :: B");
    }

    #[test]
    fn an_unknown_number_names_the_nearest() {
        assert!(
            message("215")
                .contains("`215` is not a reply code in this catalogue; the nearest are 211, 214 and 220")
        );
        assert!(message("600").contains("they run from 200 to 599"));
        assert!(message("099").contains("they run from 200 to 599"));
    }

    #[test]
    fn other_spellings_are_no_numbers() {
        for written in ["0214", "2_14", "214u16", "0xD6", "- 214", "x", "\"214\"", "99999999999999999999999"]
        {
            assert!(message(written).contains("write its three digits"), "{written}");
        }
        assert!(message("").contains("expected the number"));
    }

    #[test]
    fn a_broken_call_is_an_error_not_a_panic() {
        assert!(expand(quote!([C] 214)).to_string().contains("compile_error"));
        assert!(expand(quote!()).to_string().contains("compile_error"));
    }
}
