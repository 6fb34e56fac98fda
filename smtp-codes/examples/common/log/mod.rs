//! A line of a mail log, read: which delivery it tells of, and what the other server said.
//!
//! Three forms are known, and a log may mix them: Postfix, Exim, and replies as they are. Nothing is copied.

mod exim;
pub(crate) mod joined;
mod plain;
pub(crate) mod postfix;

use smtp_codes::{Class, Command, EnhancedCode, WireCode, find_enhanced};

/// What one line of a log is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Line<'a> {
    /// What became of one delivery.
    Delivery(Entry<'a>),
    /// The first line of a plain reply that has more: the line from the code on, and what it answers.
    Begins { reply: &'a [u8], command: Option<Command> },
    /// A plain reply whose last line never came.
    CutOff,
    /// A reply in which this server refused the mail of another: nothing that was sent.
    OwnRefusal,
    /// Anything else.
    Other,
}

/// What a log says of one delivery.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Entry<'a> {
    /// To whom, where the line says so.
    pub(crate) recipient: Option<&'a [u8]>,
    /// What the other server said; `None` where it said nothing, or the log does not tell.
    pub(crate) reply: Option<Said<'a>>,
    /// The command that it said it to, where the line tells.
    pub(crate) command: Option<Command>,
    /// What the sending program itself says: all there is where the other server said nothing.
    pub(crate) own: Option<Own<'a>>,
}

/// The sending program's own view of a delivery. Where there is a reply, the reply is what counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Own<'a> {
    pub(crate) class: Class,
    pub(crate) enhanced: Option<EnhancedCode>,
    /// What it says of what happened.
    pub(crate) text: &'a [u8],
}

/// A reply in a log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Said<'a> {
    pub(crate) code: WireCode,
    pub(crate) enhanced: Option<EnhancedCode>,
    /// The reply from its code on, several lines as the log has joined them.
    pub(crate) text: &'a [u8],
    /// Another code, on a later line of the same reply: such a reply says nothing that counts.
    pub(crate) contradiction: Option<WireCode>,
}

/// Reads a line, with or without its end.
pub(crate) fn read(line: &[u8]) -> Line<'_> {
    let line = trim(line);
    if let Some(entry) = postfix::read(line).or_else(|| exim::read(line)) {
        return Line::Delivery(entry);
    }
    if let Some(line) = plain::read(line) {
        return line;
    }
    if is_own_refusal(line) { Line::OwnRefusal } else { Line::Other }
}

/// Postfix and Exim: `NOQUEUE: reject: RCPT from ...`, `H=... rejected RCPT <...>`.
fn is_own_refusal(line: &[u8]) -> bool {
    after(line, b"reject").is_some_and(|rest| rest.starts_with(b": ") || rest.starts_with(b"ed "))
}

impl<'a> Said<'a> {
    /// The reply that a text begins with.
    pub(crate) fn read(text: &'a [u8]) -> Option<Self> {
        let code = code_at(text)?;
        Some(Self { code, enhanced: enhanced(code, text), text, contradiction: None })
    }
}

/// The reply code that a text begins with, if what stands behind it is what stands behind one.
pub(crate) fn code_at(text: &[u8]) -> Option<WireCode> {
    match text {
        [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9'] | [_, _, _, b' ' | b'\t' | b'-', ..] => {
            WireCode::from_bytes(text.get(..3)?).ok()
        }
        _ => None,
    }
}

/// The enhanced code of a reply in a log: in its place right behind the code, else, for what is no success,
/// wherever the text has one.
fn enhanced(code: WireCode, text: &[u8]) -> Option<EnhancedCode> {
    let behind = text.get(4..)?;
    let length = behind.iter().take(12).position(|byte| !byte.is_ascii_digit() && *byte != b'.');
    let word = behind.get(..length.unwrap_or(behind.len().min(12)))?;
    let strict = EnhancedCode::from_bytes(word).ok();
    match code.class() {
        Class::PositiveIntermediate => None,
        Class::PositiveCompletion => strict,
        _ => strict.or_else(|| find_enhanced(text)),
    }
}

/// The text behind a mark, from the first place where a reply begins right there.
fn reply_behind<'a>(text: &'a [u8], mark: &[u8]) -> Option<&'a [u8]> {
    let mut rest = text;
    loop {
        rest = after(rest, mark)?;
        if code_at(rest).is_some() {
            return Some(rest);
        }
    }
}

/// What stands behind the first place of a text.
fn after<'a>(text: &'a [u8], what: &[u8]) -> Option<&'a [u8]> {
    let at = memchr::memmem::find(text, what)?;
    text.get(at + what.len()..)
}

/// What stands before the first place of a text.
fn before<'a>(text: &'a [u8], what: &[u8]) -> Option<&'a [u8]> {
    text.get(..memchr::memmem::find(text, what)?)
}

/// The text without blanks and line ends around it.
fn trim(text: &[u8]) -> &[u8] {
    text.trim_ascii()
}
