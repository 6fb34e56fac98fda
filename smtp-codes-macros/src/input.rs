//! The macro call: `pub enum GatewayCode in "gateway-codes.toml";` and what the library adds to it.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use crate::catalogue::{CommandName, Kind};
use crate::expand::{Call, Code, MacroHead, ROOT};
use crate::reply as rules;
use crate::text::replaced;
use crate::tokens::{Error, Reader, append, parse, replace};
use crate::unknown_code::{complaint, number};

/// Everything in the macro's parentheses: the call as text, and the tokens that go into the output as they
/// are, so that an editor finds the caller's own words there.
pub(crate) struct Input {
    pub(crate) call: Call,
    /// The place of the catalogue's path.
    pub(crate) path: Span,
    root: TokenStream,
    heads: Vec<Head>,
}

/// What the caller wrote of an item: attributes, visibility, name.
struct Head {
    attributes: TokenStream,
    visibility: TokenStream,
    name: Ident,
}

impl Input {
    pub(crate) fn read(tokens: TokenStream) -> Result<Self, Error> {
        let mut reader = Reader::new(tokens);
        let hidden = "call `smtp_codes::catalogue!`, which fills in what this macro needs";
        let root = argument(&mut reader, "root").ok_or_else(|| reader.error(hidden))?.stream();
        let kind = match argument(&mut reader, "commands") {
            Some(list) => Kind::Own(commands(list.stream())?),
            None => Kind::Library,
        };
        let replies = Head::read(&mut reader, "enum", ENUM)?;
        if !reader.word("in") {
            return Err(reader.error("expected `in` and the catalogue's path: `in \"codes.toml\";`"));
        }
        let (path, span) = reader.string("the catalogue's path in quotes, such as \"codes.toml\"")?;
        semicolon(&mut reader)?;
        let mut heads = vec![replies];
        let (mut sections, mut macros) = (Vec::new(), Vec::<MacroHead>::new());
        let library = matches!(kind, Kind::Library);
        while !reader.is_empty() {
            let (attributes, visibility) = (attributes(&mut reader)?, visibility(&mut reader));
            if reader.word("macro") {
                let name = reader.ident("the name of the macro")?;
                let words = visibility.clone().into_iter().count();
                let text = name.to_string();
                for known in &macros {
                    if known.name == text {
                        let message =
                            format!("two macros are called `{text}`; take one of the two out, or rename it");
                        return Err(Error::new(name.span(), &message));
                    }
                }
                macros.push(MacroHead { name: text, exported: words == 1, reexported: words == 2 });
                heads.push(Head { attributes, visibility, name });
            } else if library && reader.word("enum") {
                let name = reader.ident("the name of the enum")?;
                if !reader.word("from") {
                    return Err(reader.error("expected `from` and the name of a table"));
                }
                let section = reader.ident("the name of a table")?;
                sections.push((name.to_string(), section.to_string()));
                heads.push(Head { attributes, visibility, name });
            } else {
                let message = "expected `macro` and a name, for a `code!` of this enum, or nothing more";
                return Err(reader.error(message));
            }
            semicolon(&mut reader)?;
        }
        let name = heads[0].name.to_string();
        let call = Call { kind, name, path, sections, macros };
        Ok(Self { call, path: span, root, heads })
    }

    /// The generated code with the caller's own tokens in it.
    pub(crate) fn finish(&self, code: &[Code]) -> TokenStream {
        let mut output = TokenStream::new();
        for piece in code {
            match piece {
                Code::Text(text) => append(&mut output, self.rooted(text)),
                Code::Attributes(of) => append(&mut output, self.heads[*of].attributes.clone()),
                Code::Visibility(of) => append(&mut output, self.heads[*of].visibility.clone()),
                Code::Name(of) => append(&mut output, ident(&self.heads[*of].name)),
            }
        }
        output
    }

    /// Text as tokens, with the path to the library's root in its places. Only that path has to stay a token:
    /// `$crate` from another crate has no spelling.
    fn rooted(&self, text: &str) -> TokenStream {
        if matches!(self.call.kind, Kind::Library) {
            return parse(&replaced(text, ROOT, "crate"));
        }
        replace(parse(text), ROOT, &self.root)
    }
}

const ENUM: &str = "expected an enum: `pub enum GatewayCode in \"gateway-codes.toml\";`";

impl Head {
    fn read(reader: &mut Reader, word: &str, expected: &str) -> Result<Self, Error> {
        let (attributes, visibility) = (attributes(reader)?, visibility(reader));
        if !reader.word(word) {
            return Err(reader.error(expected));
        }
        Ok(Self { attributes, visibility, name: reader.ident("a name")? })
    }
}

fn semicolon(reader: &mut Reader) -> Result<(), Error> {
    if reader.punct(';') { Ok(()) } else { Err(reader.error("expected a semicolon")) }
}

/// `name(...)`
fn argument(reader: &mut Reader, name: &str) -> Option<Group> {
    if reader.word(name) { reader.group(Delimiter::Parenthesis) } else { None }
}

fn ident(ident: &Ident) -> TokenStream {
    TokenTree::Ident(ident.clone()).into()
}

/// Attributes and doc comments, unread.
fn attributes(reader: &mut Reader) -> Result<TokenStream, Error> {
    let mut tokens = TokenStream::new();
    loop {
        let error = reader.error("expected an attribute, such as `#[derive(Default)]`");
        if !reader.punct('#') {
            return Ok(tokens);
        }
        let content = reader.group(Delimiter::Bracket).ok_or(error)?;
        append(&mut tokens, parse("#"));
        append(&mut tokens, TokenTree::Group(content).into());
    }
}

/// `pub`, `pub(crate)` and the like, or nothing.
fn visibility(reader: &mut Reader) -> TokenStream {
    let mut tokens = TokenStream::new();
    if reader.word("pub") {
        append(&mut tokens, parse("pub"));
        if let Some(content) = reader.group(Delimiter::Parenthesis) {
            append(&mut tokens, TokenTree::Group(content).into());
        }
    }
    tokens
}

/// `"MAIL" Mail, ...`: what the library hands in for a catalogue that is not its own.
fn commands(tokens: TokenStream) -> Result<Vec<CommandName>, Error> {
    let mut reader = Reader::new(tokens);
    let mut list = Vec::new();
    while !reader.is_empty() {
        let (key, _) = reader.string("a command")?;
        list.push(CommandName { key, variant: reader.ident("its variant")?.to_string() });
        reader.punct(',');
    }
    Ok(list)
}

/// `[$crate::ReplyCode] [214 HelpMessage, ...]` and whatever the caller of `code!` wrote.
pub(crate) fn unknown_code(tokens: TokenStream) -> Result<TokenStream, Error> {
    let mut reader = Reader::new(tokens);
    let hidden = "call `smtp_codes::code!`, which fills in what this macro needs";
    let mut bracketed = || reader.group(Delimiter::Bracket).map(|group| group.stream());
    let (Some(path), Some(list)) = (bracketed(), bracketed()) else { return Err(reader.error(hidden)) };
    let error = reader.error("");
    let written = reader.rest().to_string();
    let wanted = number(&written);
    let mut codes = Vec::new();
    let mut list = Reader::new(list);
    while let Some(word) = list.next() {
        let code = number(&word.to_string()).ok_or_else(|| list.error(hidden))?;
        let variant = list.ident("a variant")?;
        if wanted == Some(code) {
            let mut output = path;
            append(&mut output, parse("::"));
            append(&mut output, ident(&variant));
            return Ok(output);
        }
        codes.push(code);
        list.punct(',');
    }
    Err(error.saying(complaint(&written, &codes)))
}

/// `root($crate) codes("211 ...") enhanced("0.0 ...")` and whatever the caller of `reply!` wrote.
pub(crate) fn reply(tokens: TokenStream) -> Result<TokenStream, Error> {
    let mut reader = Reader::new(tokens);
    let hidden = "call `smtp_codes::reply!`, which fills in what this macro needs";
    let root = argument(&mut reader, "root").ok_or_else(|| reader.error(hidden))?.stream();
    let (codes, _) = reader.string("the reply codes that `smtp_codes::reply!` hands in")?;
    let (known, _) = reader.string("the enhanced codes that `smtp_codes::reply!` hands in")?;
    let error = reader.error("expected a reply code, such as reply!(250 2.0.0, \"OK\")");
    let written = reader.next().ok_or(error)?;
    let code =
        rules::code(&written.to_string(), &codes).map_err(|message| Error::new(written.span(), &message))?;
    let mut enhanced = None;
    if let Some((text, start, end)) = reader.until_text() {
        let found = rules::enhanced(&text, code, &known);
        enhanced = Some(found.map_err(|message| Error::between(start, end, message))?);
    }
    let mut lines = String::new();
    let mut count = 0;
    while reader.punct(',') && !reader.is_empty() {
        let (text, span) =
            reader.string("a text in quotes; for one that is made at run time use `ReplyWriter`")?;
        if let Some(message) = rules::fault(&text, code, enhanced) {
            return Err(Error::new(span, &message));
        }
        count += 1;
        if code == 334 && count > 1 {
            return Err(Error::new(
                span,
                "a 334 has one line: its text is one challenge (RFC 4954 section 4)",
            ));
        }
        lines += &format!("{text:?},");
    }
    if !reader.is_empty() {
        return Err(reader.error("expected a comma and a text in quotes, or nothing more"));
    }
    let enhanced = match enhanced {
        Some(code) => {
            format!("::core::option::Option::Some(({}, {}, {}))", code.class, code.subject, code.detail)
        }
        None => "::core::option::Option::None".to_owned(),
    };
    let text = format!(
        "{{ const REPLY: {ROOT}::OutgoingReply<'static> = {ROOT}::__private::reply({code}, {enhanced}, &[{lines}]); REPLY }}"
    );
    Ok(replace(parse(&text), ROOT, &root))
}
