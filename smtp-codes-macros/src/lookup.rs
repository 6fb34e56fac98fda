//! Codes that a generated `code!` or `enhanced!` has no arm for: which one was meant, and what to say.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, LitStr, Result, Token, bracketed};

use crate::code::{Enhanced, number};
use crate::suggest::join;

/// `[$crate::ReplyCode] [214 HelpMessage, ...]`, and what the caller of `code!` wrote.
pub(crate) struct CodeLookup {
    path: TokenStream,
    known: Vec<u16>,
    /// Of the known codes, in the same order.
    variants: Vec<Ident>,
    /// The whole catalogue could not be read: whatever the caller wrote may be right.
    lenient: Option<Ident>,
    written: TokenStream,
}

impl Parse for CodeLookup {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let hidden = |span| syn::Error::new(span, "call `smtp_codes::code!`, which adds what this macro needs");
        let (path, list);
        if !input.peek(syn::token::Bracket) {
            return Err(hidden(input.span()));
        }
        bracketed!(path in input);
        bracketed!(list in input);
        let (mut known, mut variants, mut lenient) = (Vec::new(), Vec::new(), None);
        while !list.is_empty() {
            if list.parse::<Option<Token![_]>>()?.is_some() {
                lenient = Some(list.parse()?);
            } else {
                let number: LitInt = list.parse().map_err(|error| hidden(error.span()))?;
                known.push(number.base10_parse()?);
                variants.push(list.parse().map_err(|error: syn::Error| hidden(error.span()))?);
            }
            list.parse::<Option<Token![,]>>()?;
        }
        Ok(Self { path: path.parse()?, known, variants, lenient, written: input.parse()? })
    }
}

impl CodeLookup {
    /// The variant, if another macro wrapped its number; else the error, at the number.
    pub(crate) fn into_tokens(self) -> Result<TokenStream> {
        let Self { path, known, variants, lenient, written } = self;
        let text = written.to_string();
        let wanted = number(&text);
        let found = known.iter().position(|number| wanted == Some(*number)).and_then(|at| variants.get(at));
        if let Some(variant) = found.or(lenient.as_ref()) {
            return Ok(quote!(#path::#variant));
        }
        if written.is_empty() {
            return Err(syn::Error::new(Span::call_site(), complaint(&text, &known)));
        }
        Err(syn::Error::new_spanned(written, complaint(&text, &known)))
    }
}

/// `[$crate::__private::enhanced_codes] "4.1.1 5.1.1 ..."`, and what the caller of `enhanced!` wrote.
pub(crate) struct EnhancedLookup {
    path: TokenStream,
    known: Vec<Enhanced>,
    written: TokenStream,
}

impl Parse for EnhancedLookup {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let hidden = "call `smtp_codes::enhanced!`, which adds what this macro needs";
        if !input.peek(syn::token::Bracket) {
            return Err(input.error(hidden));
        }
        let path;
        bracketed!(path in input);
        let known: LitStr = input.parse().map_err(|error| syn::Error::new(error.span(), hidden))?;
        let known = known.value().split(' ').filter_map(Enhanced::parse).collect();
        Ok(Self { path: path.parse()?, known, written: input.parse()? })
    }
}

impl EnhancedLookup {
    /// The constant, if another macro wrapped its code; else the error, at the code.
    pub(crate) fn into_tokens(self) -> Result<TokenStream> {
        let Self { path, known, written } = self;
        let text = run_together(&written);
        match Enhanced::parse(&text) {
            Some(code) if known.contains(&code) => {
                let constant = constant(code);
                Ok(quote!(#path::#constant))
            }
            _ if written.is_empty() => {
                Err(syn::Error::new(Span::call_site(), "expected an enhanced status code, such as 5.1.1"))
            }
            code => Err(syn::Error::new_spanned(written, unknown(&text, code, &known))),
        }
    }
}

/// The tokens as a text without spaces.
pub(crate) fn run_together(tokens: &TokenStream) -> String {
    tokens.clone().into_iter().map(|token| token.to_string()).collect()
}

/// The name of the hidden constant of an enhanced code.
pub(crate) fn constant(code: Enhanced) -> Ident {
    format_ident!("E{}_{}_{}", code.class, code.subject, code.detail)
}

fn unknown(text: &str, code: Option<Enhanced>, known: &[Enhanced]) -> String {
    let Some(code) = code else {
        return format!("`{text}` is not an enhanced status code: write class, subject and detail, such as 5.1.1");
    };
    let Enhanced { class, subject, detail } = code;
    let (mut same, mut parts) = (Vec::new(), Vec::new());
    for known in known {
        parts.push((known.subject, known.detail));
        if (known.subject, known.detail) == (subject, detail) {
            same.push(known.to_string());
        }
    }
    if !same.is_empty() {
        return format!("`{text}` is not registered with the class {class}: write {}", join(&same, "or"));
    }
    format!(
        "`{text}` is not a registered enhanced status code: {}, and a code that only some servers send is \
         `EnhancedCode::new({class}, {subject}, {detail})`",
        near(code, &parts)
    )
}

/// The registered code of the same subject that is nearest, or that there is no such subject.
pub(crate) fn near(code: Enhanced, known: &[(u16, u16)]) -> String {
    let Enhanced { class, subject, detail } = code;
    let same = known.iter().filter(|(known, _)| *known == subject);
    match same.min_by_key(|(_, known)| known.abs_diff(detail)) {
        Some((_, nearest)) => format!("the nearest is {class}.{subject}.{nearest}"),
        None => format!("the subject {subject} is not registered, only 0 to 7 are"),
    }
}

/// What is wrong with what the caller wrote, and what would be right.
pub(crate) fn complaint(text: &str, codes: &[u16]) -> String {
    match number(text) {
        None if text.is_empty() => "expected a reply code, such as 250".to_owned(),
        None => format!("`{text}` is not a reply code: write its three digits, such as 250"),
        Some(200..=599) => {
            format!("`{text}` is not a reply code in this catalogue; {}", nearest(text, codes))
        }
        Some(_) => format!("`{text}` is not an SMTP reply code: they run from 200 to 599"),
    }
}

/// The three nearest of the numbers, which are ascending.
fn nearest(text: &str, codes: &[u16]) -> String {
    let wanted = number(text).unwrap_or_default();
    let (mut start, mut end) = (0, codes.len());
    while end - start > 3 {
        if codes[end - 1].abs_diff(wanted) < codes[start].abs_diff(wanted) {
            start += 1;
        } else {
            end -= 1;
        }
    }
    let near: Vec<_> = codes[start..end].iter().map(u16::to_string).collect();
    match near.len() {
        0 => "the catalogue is empty".to_owned(),
        1 => format!("the only one is {}", near[0]),
        _ => format!("the nearest are {}", join(&near, "and")),
    }
}

#[cfg(test)]
mod tests {
    use super::{EnhancedLookup, complaint};

    fn message(written: &str) -> String {
        complaint(written, &[211, 214, 220, 250])
    }

    #[test]
    fn an_unknown_number_names_the_nearest() {
        assert_eq!(message("215"), "`215` is not a reply code in this catalogue; the nearest are 211, 214 and 220");
        assert_eq!(message("600"), "`600` is not an SMTP reply code: they run from 200 to 599");
        assert_eq!(message("099"), "`099` is not an SMTP reply code: they run from 200 to 599");
        assert!(complaint("215", &[250]).ends_with("; the only one is 250"));
        assert!(complaint("215", &[]).ends_with("; the catalogue is empty"));
    }

    #[test]
    fn other_spellings_are_not_numbers() {
        for written in ["0214", "2_14", "214u16", "0xD6", "- 214", "x", "\"214\"", "99999999999999999999999"] {
            assert!(message(written).contains("write its three digits"), "{written}");
        }
        assert!(message("").contains("expected a reply code"));
    }

    #[test]
    fn an_unknown_enhanced_code_says_what_is_known() {
        let look_up = |written: &str| {
            let input = format!("[codes] \"2.1.5 4.1.1 5.1.1 5.1.10\" {written}");
            let lookup: EnhancedLookup = syn::parse_str(&input).unwrap();
            lookup.into_tokens().map(|tokens| tokens.to_string()).map_err(|error| error.to_string())
        };
        assert_eq!(look_up("5.1.10").unwrap(), "codes :: E5_1_10");
        assert_eq!(look_up("2.1.1").unwrap_err(), "`2.1.1` is not registered with the class 2: write 4.1.1 or 5.1.1");
        let far = look_up("5.1.99").unwrap_err();
        assert!(far.contains("the nearest is 5.1.10") && far.contains("`EnhancedCode::new(5, 1, 99)`"), "{far}");
        assert!(look_up("5.01.1").unwrap_err().contains("write class, subject and detail"));
        assert!(look_up("").unwrap_err().starts_with("expected an enhanced status code"));
    }
}
