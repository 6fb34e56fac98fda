//! Token trees: read one after another, made from text, and turned into errors.
//!
//! By hand and not with syn, because everyone who depends on the library would build syn first, and the
//! grammar here is four items long.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

/// An error at a place of the macro call.
pub(crate) struct Error {
    span: Span,
    /// Where the last token of the place is.
    end: Span,
    message: String,
}

impl Error {
    pub(crate) fn new(span: Span, message: &str) -> Self {
        Self { span, end: span, message: message.to_owned() }
    }

    /// An error about all tokens from one place to another.
    pub(crate) fn between(span: Span, end: Span, message: String) -> Self {
        Self { span, end, message }
    }

    /// The same place with another message.
    pub(crate) fn saying(self, message: String) -> Self {
        Self { message, ..self }
    }

    /// A call of `compile_error!` that rustc reports at the place. It is written with braces, so that it
    /// stands as an item, as an expression and as a pattern.
    pub(crate) fn into_compile_error(self) -> TokenStream {
        let mut output = place(parse("::core::compile_error!"), self.span);
        append(&mut output, place(parse(&format!("{{ {:?} }}", self.message)), self.end));
        output
    }
}

/// Text as tokens. The text is always code of this crate's making, so a failure would be a mistake here; it
/// is reported, and nothing panics.
pub(crate) fn parse(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error| {
        let message = format!("smtp-codes wrote what is no Rust: {error}; this is a mistake of its macro");
        format!("::core::compile_error! {{ {message:?} }}").parse().unwrap_or_default()
    })
}

/// Adds tokens behind others.
pub(crate) fn append(output: &mut TokenStream, more: TokenStream) {
    output.extend(Some(more));
}

/// The same tokens, at another place.
fn place(tokens: TokenStream, span: Span) -> TokenStream {
    map(tokens, &|mut token| {
        token.set_span(span);
        TokenStream::from(token)
    })
}

/// The same tokens with each identifier of this name replaced.
pub(crate) fn replace(tokens: TokenStream, name: &str, by: &TokenStream) -> TokenStream {
    map(tokens, &|token| match &token {
        TokenTree::Ident(ident) if ident.to_string() == name => by.clone(),
        _ => TokenStream::from(token),
    })
}

/// Every token, inside groups too, through a function.
fn map(tokens: TokenStream, change: &dyn Fn(TokenTree) -> TokenStream) -> TokenStream {
    let mut output = TokenStream::new();
    for token in tokens {
        let token = match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), map(group.stream(), change));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            other => other,
        };
        append(&mut output, change(token));
    }
    output
}

/// Tokens in the order in which they are read. The invisible groups that other macros put around what they
/// pass on are opened.
pub(crate) struct Reader {
    tokens: Vec<TokenTree>,
    at: usize,
    /// Where an error about something missing is shown.
    end: Span,
}

impl Reader {
    pub(crate) fn new(tokens: TokenStream) -> Self {
        let mut list = Vec::new();
        open(tokens, &mut list);
        let end = list.last().map_or_else(Span::call_site, TokenTree::span);
        Self { tokens: list, at: 0, end }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.at == self.tokens.len()
    }

    fn peek(&self) -> Option<&TokenTree> {
        self.tokens.get(self.at)
    }

    /// An error at the next token.
    pub(crate) fn error(&self, message: &str) -> Error {
        Error::new(self.peek().map_or(self.end, TokenTree::span), message)
    }

    /// The next token, whatever it is.
    pub(crate) fn next(&mut self) -> Option<TokenTree> {
        let token = self.peek().cloned()?;
        self.at += 1;
        Some(token)
    }

    /// What is left.
    pub(crate) fn rest(&mut self) -> TokenStream {
        let mut rest = TokenStream::new();
        while let Some(token) = self.next() {
            append(&mut rest, token.into());
        }
        rest
    }

    /// The text of all tokens before the next comma or quotes, with the places of the first and the last, if
    /// there are any.
    pub(crate) fn until_text(&mut self) -> Option<(String, Span, Span)> {
        let start = self.peek().map(TokenTree::span);
        let (mut text, mut end) = (String::new(), None);
        while let Some(token) = self.peek() {
            let word = token.to_string();
            if word == "," || word.ends_with('"') {
                break;
            }
            text += &word;
            end = Some(token.span());
            self.at += 1;
        }
        Some((text, start?, end?))
    }

    pub(crate) fn word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(TokenTree::Ident(ident)) if ident.to_string() == word);
        self.at += usize::from(found);
        found
    }

    pub(crate) fn punct(&mut self, character: char) -> bool {
        let found = matches!(self.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == character);
        self.at += usize::from(found);
        found
    }

    pub(crate) fn ident(&mut self, expected: &str) -> Result<Ident, Error> {
        match self.peek() {
            Some(TokenTree::Ident(ident)) => {
                let ident = ident.clone();
                self.at += 1;
                Ok(ident)
            }
            _ => Err(self.error(&format!("expected {expected}"))),
        }
    }

    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.peek() {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
                let group = group.clone();
                self.at += 1;
                Some(group)
            }
            _ => None,
        }
    }

    /// A string literal: its value and its place.
    pub(crate) fn string(&mut self, expected: &str) -> Result<(String, Span), Error> {
        let error = self.error(&format!("expected {expected}"));
        let Some(TokenTree::Literal(literal)) = self.peek() else { return Err(error) };
        let (text, span) = (literal.to_string(), literal.span());
        let value = unquote(&text).ok_or(error)?;
        self.at += 1;
        Ok((value, span))
    }
}

fn open(tokens: TokenStream, list: &mut Vec<TokenTree>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => open(group.stream(), list),
            other => list.push(other),
        }
    }
}

/// The value of a string literal, plain or raw.
fn unquote(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        let (_, value) = raw.split_once('"')?;
        let (value, signs) = value.rsplit_once('"')?;
        return if signs.bytes().all(|byte| byte == b'#') { Some(value.to_owned()) } else { None };
    }
    let mut rest = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut value = String::new();
    while let Some(at) = rest.find('\\') {
        value.push_str(rest.get(..at)?);
        let mut escape = rest.get(at + 1..)?.chars();
        let character = match escape.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            'x' => {
                let (code, behind) = escape.as_str().split_at_checked(2)?;
                escape = behind.chars();
                hexadecimal(code)?
            }
            'u' => {
                let (code, behind) = escape.as_str().strip_prefix('{')?.split_once('}')?;
                escape = behind.chars();
                hexadecimal(code)?
            }
            // The line goes on behind the blanks of the next.
            '\n' | '\r' => {
                rest = escape.as_str().trim_start();
                continue;
            }
            other => other,
        };
        value.push(character);
        rest = escape.as_str();
    }
    value.push_str(rest);
    Some(value)
}

/// The character with this number, which may have underscores in it.
fn hexadecimal(code: &str) -> Option<char> {
    let mut number = 0_u32;
    for character in code.chars() {
        if character != '_' {
            number = number.checked_mul(16)? + character.to_digit(16)?;
        }
    }
    char::from_u32(number)
}

#[cfg(test)]
mod tests {
    use super::unquote;

    #[test]
    fn string_literals_have_values() {
        assert_eq!(unquote("\"codes.toml\"").as_deref(), Some("codes.toml"));
        assert_eq!(unquote(r#""a\\b\"c""#).as_deref(), Some("a\\b\"c"));
        assert_eq!(unquote("r#\"a\\b\"#").as_deref(), Some("a\\b"));
        assert_eq!(unquote("250"), None);

        assert_eq!(unquote("b\"x\""), None);
    }
}
