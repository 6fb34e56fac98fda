//! Codes that a generated `code!` or `enhanced!` has no arm for: which one was meant, and what to say.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, Result, Token, bracketed};

use crate::suggest::join;

/// `[$crate::ReplyCode] [214 HelpMessage, ...]`, and what the caller of `code!` wrote.
pub(crate) struct Lookup {
    path: TokenStream,
    known: Vec<(u16, Ident)>,
    /// The whole catalogue could not be read: whatever the caller wrote may be right.
    lenient: Option<Ident>,
    written: TokenStream,
}

impl Parse for Lookup {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let hidden =
            |span| syn::Error::new(span, "call `smtp_codes::code!`, which adds what this macro needs");
        let (path, list);
        if !input.peek(syn::token::Bracket) {
            return Err(hidden(input.span()));
        }
        bracketed!(path in input);
        bracketed!(list in input);
        let (mut known, mut lenient) = (Vec::new(), None);
        while !list.is_empty() {
            if list.peek(Ident) {
                lenient = Some(list.parse()?);
            } else {
                let number: LitInt = list.parse().map_err(|error| hidden(error.span()))?;
                known.push((number.base10_parse()?, list.parse()?));
            }
            list.parse::<Option<Token![,]>>()?;
        }
        Ok(Self { path: path.parse()?, known, lenient, written: input.parse()? })
    }
}

impl Lookup {
    /// The variant, if another macro wrapped its number; else the error, at the number.
    pub(crate) fn into_tokens(self) -> Result<TokenStream> {
        let Self { path, known, lenient, written } = self;
        let text = written.to_string();
        let wanted = number(&text);
        let found = known.iter().find(|(number, _)| wanted == Some(*number)).map(|(_, variant)| variant);
        if let Some(variant) = found.or(lenient.as_ref()) {
            return Ok(quote!(#path::#variant));
        }
        let codes: Vec<u16> = known.iter().map(|(number, _)| *number).collect();
        if written.is_empty() {
            return Err(syn::Error::new(Span::call_site(), complaint(&text, &codes)));
        }
        Err(syn::Error::new_spanned(written, complaint(&text, &codes)))
    }
}

/// Exactly three digits. `0214`, `2_14` and `214u16` are other spellings, which the arms refuse as well.
pub(crate) fn number(text: &str) -> Option<u16> {
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| text.parse().ok()).flatten()
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

/// The three nearest numbers, ascending.
fn nearest(text: &str, codes: &[u16]) -> String {
    let wanted = number(text).unwrap_or_default();
    let mut near = codes.to_vec();
    near.sort_by_key(|code| code.abs_diff(wanted));
    near.truncate(3);
    near.sort_unstable();
    let near: Vec<_> = near.iter().map(u16::to_string).collect();
    match near.len() {
        0 => "the catalogue is empty".to_owned(),
        1 => format!("the only one is {}", near[0]),
        _ => format!("the nearest are {}", join(&near, "and")),
    }
}

#[cfg(test)]
mod tests {
    use super::{complaint, number};

    fn message(written: &str) -> String {
        complaint(written, &[211, 214, 220, 250])
    }

    #[test]
    fn an_unknown_number_names_the_nearest() {
        assert_eq!(
            message("215"),
            "`215` is not a reply code in this catalogue; the nearest are 211, 214 and 220"
        );
        assert_eq!(message("600"), "`600` is not an SMTP reply code: they run from 200 to 599");
        assert_eq!(message("099"), "`099` is not an SMTP reply code: they run from 200 to 599");
        assert!(complaint("215", &[250]).ends_with("; the only one is 250"));
        assert!(complaint("215", &[]).ends_with("; the catalogue is empty"));
    }

    #[test]
    fn other_spellings_are_not_numbers() {
        for written in ["0214", "2_14", "214u16", "0xD6", "- 214", "x", "\"214\"", "99999999999999999999999"]
        {
            assert!(message(written).contains("write its three digits"), "{written}");
            assert_eq!(number(written), None, "{written}");
        }
        assert!(message("").contains("expected a reply code"));
    }
}
