//! `reply!(452 4.5.3, "Too many recipients")`: the rules that the library's `ReplyWriter` has at run time, and that
//! both codes are in the catalogue.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitStr, Result, Token, parenthesized};

use crate::call::takes;
use crate::code::{Enhanced, number};
use crate::lookup::{complaint, near, run_together};

/// The bytes of the longest line with its end (RFC 5321 section 4.5.3.1.5), and of the challenge of a 334 (RFC 4954
/// section 4).
const LINE: usize = 512;
const CHALLENGE_LINE: usize = 12_288;

/// A reply that has been checked.
pub(crate) struct Reply {
    root: TokenStream,
    code: u16,
    enhanced: Option<Enhanced>,
    lines: Vec<TokenStream>,
}

impl Parse for Reply {
    /// `root($crate) "211 ..." "0.0 ..."`, and what the caller of `reply!` wrote.
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let hidden = || input.error("call `smtp_codes::reply!`, which adds what this macro needs");
        if !takes(input, "root") {
            return Err(hidden());
        }
        let content;
        parenthesized!(content in input);
        let codes: LitStr = input.parse().map_err(|_| hidden())?;
        let statuses: LitStr = input.parse().map_err(|_| hidden())?;
        let codes: Vec<u16> = codes.value().split(' ').filter_map(number).collect();
        let statuses: Vec<(u16, u16)> = statuses.value().split(' ').filter_map(Enhanced::parts).collect();
        if input.is_empty() {
            return Err(Error::new(Span::call_site(), "expected a reply code, such as reply!(250 2.0.0, \"OK\")"));
        }
        let written: TokenTree = input.parse()?;
        let code = code(&written.to_string(), &codes).map_err(|message| Error::new(written.span(), message))?;
        let tokens = until_comma(input, |input| input.peek(LitStr))?;
        let enhanced = if tokens.is_empty() {
            None
        } else {
            let written = run_together(&tokens);
            Some(enhanced(&written, code, &statuses).map_err(|message| Error::new_spanned(&tokens, message))?)
        };
        if !input.is_empty() && !input.peek(Token![,]) {
            return Err(input.error("expected a comma before the text"));
        }
        let mut lines = Vec::new();
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let line = until_comma(input, |_| false)?;
            if code == 334 && !lines.is_empty() {
                let message = "a 334 reply has one line: its text is one challenge (RFC 4954 section 4)";
                return Err(Error::new_spanned(line, message));
            }
            // Any other expression is checked where the constant is evaluated.
            if let Ok(text) = syn::parse2::<LitStr>(line.clone()) {
                fault(&text.value(), code, enhanced).map_or(Ok(()), |message| Err(Error::new(text.span(), message)))?;
            }
            lines.push(line);
        }
        Ok(Self { root: content.parse()?, code, enhanced, lines })
    }
}

impl Reply {
    pub(crate) fn into_tokens(self) -> TokenStream {
        let Self { root, code, enhanced, lines } = self;
        let enhanced = if let Some(Enhanced { class, subject, detail }) = enhanced {
            quote!(::core::option::Option::Some((#class, #subject, #detail)))
        } else {
            quote!(::core::option::Option::None)
        };
        // No constant of the caller has a name like this, so that the caller's expressions mean what they say.
        quote! {{
            const __SMTP_CODES_REPLY: #root::OutgoingReply<'static> =
                #root::__private::reply(#code, #enhanced, &[#(#lines),*]);
            __SMTP_CODES_REPLY
        }}
    }
}

/// The tokens before the next comma, or before what ends them.
fn until_comma(input: ParseStream<'_>, is_end: fn(ParseStream<'_>) -> bool) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !is_end(input) {
        input.parse::<TokenTree>()?.to_tokens(&mut tokens);
    }
    Ok(tokens)
}

fn code(written: &str, known: &[u16]) -> std::result::Result<u16, String> {
    number(written).filter(|code| known.contains(code)).ok_or_else(|| complaint(written, known))
}

/// An enhanced code that may go with the reply code, or why it may not.
fn enhanced(written: &str, code: u16, known: &[(u16, u16)]) -> std::result::Result<Enhanced, String> {
    let class = code / 100;
    // First, so that nobody is told to write what is refused then.
    if class == 3 {
        return Err(format!("a {code} reply has no enhanced code (RFC 2034 section 4): take out {written}"));
    }
    let Some(enhanced) = Enhanced::parse(written) else {
        let help = "write class, subject and detail with dots between them, such as";
        return Err(format!("`{written}` is not an enhanced status code: {help} {class}.0.0"));
    };
    let Enhanced { subject, detail, .. } = enhanced;
    if !known.contains(&(subject, detail)) {
        let help = near(enhanced, known);
        return Err(format!("`{written}` is not a registered enhanced status code: {help}"));
    }
    if u16::from(enhanced.class) != class {
        return Err(format!(
            "`{written}` does not match {code}: both must start with the same digit (RFC 2034 section 4), so write \
             `{class}.{subject}.{detail}` or a {}yz reply code",
            enhanced.class
        ));
    }
    Ok(enhanced)
}

/// Why a text cannot be a line of the reply, if it cannot.
fn fault(text: &str, code: u16, enhanced: Option<Enhanced>) -> Option<String> {
    for (at, character) in text.char_indices() {
        let message = match character {
            '\r' | '\n' => "is a line break: write each line as a string of its own",
            '\t' | ' '..='~' => continue,
            other if other.is_control() => "is a control character: take it out",
            _ => "is not ASCII: use `ReplyWriter::utf8` for a client that asked for SMTPUTF8",
        };
        return Some(format!("byte {at} of the text {message}"));
    }
    let first = text.split([' ', '\t']).find(|word| !word.is_empty()).unwrap_or_default();
    if enhanced.is_none() && Enhanced::parse(first).is_some() {
        return Some(if code / 100 == 3 {
            format!(
                "the text starts with {first}, but a {code} reply has no enhanced code (RFC 2034 section 4): take it out"
            )
        } else {
            format!("the text starts with {first}, which clients read as the enhanced code: write it before the comma")
        });
    }
    let before = enhanced.map_or(4, |enhanced| 5 + enhanced.to_string().len());
    let (length, limit) = (before + text.len() + 2, if code == 334 { CHALLENGE_LINE } else { LINE });
    (length > limit).then(|| {
        format!(
            "the line has {length} bytes, at most {limit} are allowed (RFC 5321 section 4.5.3.1.5): shorten it, or \
             write two strings"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{code, enhanced, fault};

    const KNOWN: &[(u16, u16)] = &[(0, 0), (1, 0), (1, 1), (7, 0), (7, 1), (7, 25)];

    #[test]
    fn codes_have_to_be_known() {
        assert_eq!(code("250", &[214, 250]), Ok(250));
        assert!(code("251", &[214, 250]).unwrap_err().starts_with("`251` is not a reply code in this catalogue"));
        assert!(code("0250", &[214, 250]).unwrap_err().contains("write its three digits"));
    }

    #[test]
    fn enhanced_codes_have_to_be_known_and_to_agree() {
        let message = |written, code| enhanced(written, code, KNOWN).unwrap_err();
        assert_eq!(enhanced("5.7.25", 550, KNOWN).unwrap().to_string(), "5.7.25");
        assert_eq!(
            message("5.7.25", 450),
            "`5.7.25` does not match 450: both must start with the same digit (RFC 2034 section 4), so write `4.7.25` \
             or a 5yz reply code"
        );
        for (written, code) in [("5.7.1", 334), ("3.0.0", 354)] {
            let expected = format!("a {code} reply has no enhanced code (RFC 2034 section 4): take out {written}");
            assert_eq!(message(written, code), expected);
        }
        assert!(message("4.99.3", 455).ends_with(": the subject 99 is not registered, only 0 to 7 are"));
        assert!(message("5.7.606", 550).ends_with(": the nearest is 5.7.25"));
        assert!(message("5.7", 550).ends_with("such as 5.0.0"));
    }

    #[test]
    fn texts_have_to_fit_on_a_line() {
        let of = |text: &str| fault(text, 550, None);
        assert_eq!(of("No such user\there"), None);
        assert!(of("a\r\nb").unwrap().starts_with("byte 1 of the text is a line break"));
        assert!(of("a\u{7}").unwrap().starts_with("byte 1 of the text is a control character"));
        assert!(of("é").unwrap().contains("`ReplyWriter::utf8`"));
        assert!(of(" 5.1.1 No such user").unwrap().starts_with("the text starts with 5.1.1"));
        assert!(fault("5.7.8 x", 334, None).unwrap().contains("a 334 reply has no enhanced code"));
        assert_eq!(fault("NS43Ljg=", 334, None), None);
        let unknown = enhanced("5.1.1", 550, KNOWN).ok();
        assert_eq!(fault("5.1.1 x", 550, unknown), None);
        // 550, a space and the line end are six bytes; an enhanced code is six more.
        assert_eq!(of(&"x".repeat(506)), None);
        assert!(of(&"x".repeat(507)).unwrap().starts_with("the line has 513 bytes"));
        assert_eq!(fault(&"x".repeat(500), 550, unknown), None);
        assert!(fault(&"x".repeat(501), 550, unknown).is_some());
        assert_eq!(fault(&"x".repeat(12_282), 334, None), None);
        assert!(fault(&"x".repeat(12_283), 334, None).is_some());
    }
}
