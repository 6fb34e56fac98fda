//! The texts of a reply, line by line.

use core::iter::FusedIterator;

use super::line_feed::find_line_feed;
use crate::{Class, EnhancedCode, WireCode};

/// The text of a line: without the code, the separator and the line's end. Empty where the line has none.
pub(super) fn text_of(line: &[u8]) -> &[u8] {
    without_line_end(line.get(4..).unwrap_or_default())
}

/// A line without its end, which is a line feed with or without a carriage return before it; of a line that was
/// cut off there may be the carriage return alone.
pub(super) fn without_line_end(line: &[u8]) -> &[u8] {
    match line {
        [text @ .., b'\n'] | text => without_return(text),
    }
}

fn without_return(line: &[u8]) -> &[u8] {
    match line {
        [text @ .., b'\r'] | text => text,
    }
}

/// Splits a text into its enhanced code and what follows the blank behind it; `None` where it begins with
/// none. One blank more than the separator is allowed before it, because servers send that.
pub(super) fn split_enhanced(code: WireCode, text: &[u8]) -> Option<(EnhancedCode, &[u8])> {
    if !begins_dotted(text) || code.class() == Class::PositiveIntermediate {
        return None;
    }
    split_usual(text).or_else(|| split_odd(text))
}

/// Whether a dot stands where one has to be for an enhanced code, behind a blank or not. That tells nearly
/// every line, and is cheap.
pub(super) fn begins_dotted(text: &[u8]) -> bool {
    matches!(text, [_, b'.', _, ..] | [_, _, b'.', ..])
}

/// The usual shape, fast: one digit for the subject, one or two for the detail, a space.
pub(super) fn split_usual(text: &[u8]) -> Option<(EnhancedCode, &[u8])> {
    let [class, b'.', subject @ b'0'..=b'9', b'.', detail @ b'0'..=b'9', rest @ ..] = text else {
        return None;
    };
    let [class, subject, detail] = [class, subject, detail].map(|digit| digit.wrapping_sub(b'0'));
    let (detail, rest) = match rest {
        [b' ', rest @ ..] => (detail, rest),
        [second @ b'0'..=b'9', b' ', rest @ ..] if detail != 0 => (10 * detail + (second - b'0'), rest),
        _ => return None,
    };
    Some((EnhancedCode::new(class, subject.into(), detail.into())?, rest))
}

/// Every other shape.
pub(super) fn split_odd(text: &[u8]) -> Option<(EnhancedCode, &[u8])> {
    #[cfg(test)]
    super::steps::count(10);
    let text = match text {
        [b' ' | b'\t', text @ ..] | text => text,
    };
    let (enhanced, length) = EnhancedCode::split_first(text).ok()?;
    match text.get(length..) {
        Some([b' ' | b'\t', rest @ ..] | rest @ []) => Some((enhanced, rest)),
        _ => None,
    }
}

/// The texts of a whole reply's lines, one after the other.
#[derive(Clone, Debug)]
struct Texts<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Texts<'a> {
    type Item = &'a [u8];

    #[inline]
    fn next(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        // The last line goes to the end, so it need not be searched for one.
        if let [_, _, _, b'-', text @ ..] = self.rest {
            let end = find_line_feed(text, 0).unwrap_or(text.len());
            if let (Some(line), Some(rest)) = (text.get(..end), text.get(end + 1..)) {
                self.rest = rest;
                return Some(without_return(line));
            }
        }
        Some(text_of(core::mem::take(&mut self.rest)))
    }
}

/// The texts of a reply's lines, from [`Reply::lines`](crate::Reply::lines).
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    texts: Texts<'a>,
    code: WireCode,
    enhanced: Option<EnhancedCode>,
}

impl<'a> Lines<'a> {
    pub(super) const fn new(bytes: &'a [u8], code: WireCode, enhanced: Option<EnhancedCode>) -> Self {
        Self { texts: Texts { rest: bytes }, code, enhanced }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a [u8];

    #[inline]
    fn next(&mut self) -> Option<&'a [u8]> {
        let text = self.texts.next()?;
        if self.enhanced.is_none() {
            return Some(text);
        }
        match split_enhanced(self.code, text) {
            // Another code than the reply's own stays, or it would be lost.
            Some((enhanced, rest)) if Some(enhanced) == self.enhanced => Some(rest),
            _ => Some(text),
        }
    }
}

impl FusedIterator for Lines<'_> {}

/// The enhanced codes of a reply's lines, from [`Reply::enhanced_codes`](crate::Reply::enhanced_codes).
#[derive(Clone, Debug)]
pub struct EnhancedCodes<'a> {
    texts: Texts<'a>,
    code: WireCode,
}

impl<'a> EnhancedCodes<'a> {
    pub(super) const fn new(bytes: &'a [u8], code: WireCode) -> Self {
        Self { texts: Texts { rest: bytes }, code }
    }
}

impl Iterator for EnhancedCodes<'_> {
    type Item = Option<EnhancedCode>;

    fn next(&mut self) -> Option<Option<EnhancedCode>> {
        let text = self.texts.next()?;
        Some(split_enhanced(self.code, text).map(|(enhanced, _)| enhanced))
    }
}

impl FusedIterator for EnhancedCodes<'_> {}
