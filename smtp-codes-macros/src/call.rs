//! The macro call: `pub enum GatewayCode in "gateway-codes.toml";` and what may follow it.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Error, Ident, LitStr, Result, Token, Visibility, parenthesized};

/// Everything in the macro's braces.
pub(crate) struct Call {
    /// The path to the library's root.
    pub(crate) root: TokenStream,
    /// The commands that answers may name. `None` for the library's own catalogue, which defines them.
    pub(crate) commands: Option<Vec<Name>>,
    /// The enum of reply codes.
    pub(crate) replies: Head,
    pub(crate) path: LitStr,
    /// Whether the enum is read and written by serde.
    pub(crate) serde: bool,
    /// The library's further enums, each with the heading of its tables.
    pub(crate) enums: Vec<(Head, Ident)>,
    pub(crate) macros: Vec<Head>,
}

/// A key of the catalogue and the variant that it becomes: `MAIL`, `Mail`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    pub(crate) key: String,
    pub(crate) variant: String,
}

/// What the caller wrote of an item.
pub(crate) struct Head {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let reader = Reader::new(input);
        let hidden = "call `smtp_codes::catalogue!`, which adds what this macro needs";
        reader.word("root", hidden)?;
        let root = reader.parentheses()?.parse()?;
        let mut commands = None;
        if takes(input, "commands") {
            commands = Some(reader.parentheses()?.call(names)?);
        }
        let is_enum = "expected an enum: `pub enum GatewayCode in \"gateway-codes.toml\";`";
        let (attributes, visibility) = start_of_item(input)?;
        reader.expect::<Token![enum]>(is_enum)?;
        let replies = Head { attributes, visibility, name: reader.expect("expected the name of the enum")? };
        reader.expect::<Token![in]>("expected `in` and the path of the catalogue: `in \"codes.toml\";`")?;
        let path = reader.expect("expected the path of the catalogue as a string, such as \"codes.toml\"")?;
        let serde = takes(input, "with");
        if serde {
            reader.word("serde", "expected `with serde`, or a semicolon")?;
        }
        reader.semicolon()?;
        let mut call = Self { root, commands, replies, path, serde, enums: Vec::new(), macros: Vec::new() };
        while !input.is_empty() {
            call.further_item(&reader)?;
        }
        Ok(call)
    }
}

impl Call {
    pub(crate) fn is_library(&self) -> bool {
        self.commands.is_none()
    }

    /// `pub(crate) macro gateway_code;`, or in the library `pub enum Command from command;`
    fn further_item(&mut self, reader: &Reader<'_>) -> Result<()> {
        let (attributes, visibility) = start_of_item(reader.input)?;
        if self.is_library() && reader.input.peek(Token![enum]) {
            reader.input.parse::<Token![enum]>()?;
            let name = reader.expect("expected the name of the enum")?;
            reader.word("from", "expected `from` and the heading of its tables")?;
            let heading = reader.expect("expected the heading of its tables")?;
            self.enums.push((Head { attributes, visibility, name }, heading));
        } else {
            reader
                .expect::<Token![macro]>("expected `macro` and a name, for a `code!` of this enum, or nothing more")?;
            let name: Ident = reader.expect("expected the name of the macro")?;
            if self.macros.iter().any(|known| known.name == name) {
                return Err(Error::new(name.span(), format!("two macros are called `{name}`: rename one of them")));
            }
            self.macros.push(Head { attributes, visibility, name });
        }
        reader.semicolon()
    }
}

fn start_of_item(input: ParseStream<'_>) -> Result<(Vec<Attribute>, Visibility)> {
    let attributes = input.call(Attribute::parse_outer).map_err(|error| {
        Error::new(error.span(), "expected an attribute in square brackets, such as `#[doc(hidden)]`")
    })?;
    Ok((attributes, input.parse()?))
}

/// `"MAIL" Mail, ...`
fn names(input: ParseStream<'_>) -> Result<Vec<Name>> {
    let mut names = Vec::new();
    while !input.is_empty() {
        let (key, variant) = (input.parse::<LitStr>()?, input.parse::<Ident>()?);
        names.push(Name { key: key.value(), variant: variant.to_string() });
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(names)
}

/// Takes the next token if it is this word.
pub(crate) fn takes(input: ParseStream<'_>, word: &str) -> bool {
    let is_next = input.cursor().ident().is_some_and(|(ident, _)| ident == word);
    is_next && input.parse::<Ident>().is_ok()
}

/// The input, and where it ends: an error about something missing there points at the last token, and not at the
/// whole call as syn's own would.
struct Reader<'a> {
    input: ParseStream<'a>,
    end: Span,
}

impl<'a> Reader<'a> {
    fn new(input: ParseStream<'a>) -> Self {
        let last = input.cursor().token_stream().into_iter().last();
        Self { input, end: last.map_or_else(Span::call_site, |token: TokenTree| token.span()) }
    }

    /// The next thing, or an error with this message.
    fn expect<T: Parse>(&self, message: &str) -> Result<T> {
        let span = self.span();
        self.input.parse().map_err(|_| Error::new(span, message))
    }

    fn word(&self, word: &str, message: &str) -> Result<()> {
        if takes(self.input, word) { Ok(()) } else { Err(Error::new(self.span(), message)) }
    }

    fn span(&self) -> Span {
        if self.input.is_empty() { self.end } else { self.input.span() }
    }

    fn semicolon(&self) -> Result<()> {
        self.expect::<Token![;]>("expected a semicolon").map(drop)
    }

    fn parentheses(&self) -> Result<syn::parse::ParseBuffer<'a>> {
        let content;
        parenthesized!(content in self.input);
        Ok(content)
    }
}
