//! The macro call: `pub enum GatewayCode in "gateway-codes.toml";` and what the library adds to it.

use proc_macro2::{Group, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Token, parenthesized, token};

use crate::catalogue::{CommandName, Kind};

/// Everything in the macro's parentheses.
pub(crate) struct Input {
    /// The path to the library's root, as the caller can name it.
    pub(crate) root: TokenStream,
    pub(crate) kind: Kind,
    pub(crate) replies: EnumHead,
    pub(crate) path: LitStr,
    pub(crate) sections: Vec<(EnumHead, Ident)>,
    pub(crate) macros: Vec<MacroHead>,
}

/// An enum to be made: what is written before its name, and the name.
pub(crate) struct EnumHead {
    pub(crate) attributes: TokenStream,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

/// A `code!` to be made.
pub(crate) struct MacroHead {
    pub(crate) attributes: TokenStream,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

/// `pub`, `pub(crate)` and the like, or nothing. syn's own type needs its feature
/// `derive`, which everyone who depends on the library would build.
pub(crate) struct Visibility(TokenStream);

impl Visibility {
    /// Nothing at all: visible in the module.
    pub(crate) fn is_private(&self) -> bool {
        self.0.is_empty()
    }

    /// A bare `pub`.
    pub(crate) fn is_public(&self) -> bool {
        self.0.clone().into_iter().count() == 1
    }
}

impl Parse for Visibility {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let Some(public) = input.parse::<Option<Token![pub]>>()? else { return Ok(Self(TokenStream::new())) };
        let limit = if input.peek(token::Paren) { Some(input.parse::<Group>()?) } else { None };
        Ok(Self(quote!(#public #limit)))
    }
}

impl ToTokens for Visibility {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.clone());
    }
}

/// Attributes and doc comments, unread.
fn attributes(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut attributes = TokenStream::new();
    while input.peek(Token![#]) {
        let (hash, content) = (input.parse::<Token![#]>()?, input.parse::<Group>()?);
        attributes.extend(quote!(#hash #content));
    }
    Ok(attributes)
}

mod keyword {
    syn::custom_keyword!(root);
    syn::custom_keyword!(commands);
    syn::custom_keyword!(from);
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.parse::<keyword::root>()?;
        let root;
        parenthesized!(root in input);
        let root = root.parse()?;
        let kind = if input.peek(keyword::commands) { Kind::Own(commands(input)?) } else { Kind::Library };
        let replies = input.parse()?;
        input.parse::<Token![in]>().map_err(|error| {
            syn::Error::new(error.span(), "expected `in` and the catalogue's path: `in \"codes.toml\";`")
        })?;
        let path = input.parse()?;
        input.parse::<Token![;]>()?;
        let (mut sections, mut macros) = (Vec::new(), Vec::new());
        while !input.is_empty() {
            let attributes = input.call(attributes)?;
            let visibility = input.parse()?;
            if input.peek(Token![macro]) {
                input.parse::<Token![macro]>()?;
                macros.push(MacroHead { attributes, visibility, name: input.parse()? });
            } else if matches!(kind, Kind::Library) {
                input.parse::<Token![enum]>()?;
                let head = EnumHead { attributes, visibility, name: input.parse()? };
                input.parse::<keyword::from>()?;
                sections.push((head, input.parse()?));
            } else {
                return Err(
                    input.error("expected `macro` and the name of a macro of your own, or nothing more")
                );
            }
            input.parse::<Token![;]>()?;
        }
        Ok(Self { root, kind, replies, path, sections, macros })
    }
}

impl Parse for EnumHead {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(attributes)?;
        let visibility = input.parse()?;
        input.parse::<Token![enum]>().map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected an enum: `pub enum GatewayCode in \"gateway-codes.toml\";`",
            )
        })?;
        Ok(Self { attributes, visibility, name: input.parse()? })
    }
}

/// `commands("MAIL" Mail, ...)`: what the library hands in for a catalogue that is not its own.
fn commands(input: ParseStream<'_>) -> syn::Result<Vec<CommandName>> {
    input.parse::<keyword::commands>()?;
    let list;
    parenthesized!(list in input);
    let names = list.parse_terminated(
        |input: ParseStream<'_>| {
            Ok(CommandName {
                key: input.parse::<LitStr>()?.value(),
                variant: input.parse::<Ident>()?.to_string(),
            })
        },
        Token![,],
    )?;
    Ok(names.into_iter().collect())
}
