//! Words between blanks, and what may be read in one of them.

#[cfg(test)]
use super::super::steps;
use crate::{Class, EnhancedCode};

/// Splits off the first word. Says whether a line begins with it: a line that begins with a blank goes on
/// with the one before, as in the header of a message.
#[inline]
pub(super) fn split_token(text: &[u8]) -> Option<(&[u8], bool, &[u8])> {
    let start = text.iter().position(|byte| !is_blank(*byte))?;
    let (blanks, text) = text.split_at_checked(start)?;
    let length = text.iter().position(|byte| is_blank(*byte)).unwrap_or(text.len());
    let (token, rest) = text.split_at_checked(length)?;
    #[cfg(test)]
    steps::count(start + length);
    Some((token, blanks.last() == Some(&b'\n'), rest))
}

#[inline]
const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// What may follow a full stop.
const CLOSING: &[u8] = b")]}>\"'`,;:|!?";

/// The candidate at this offset: an enhanced code that nothing touches which would make it part of something
/// longer.
#[inline]
pub(super) fn candidate_at(token: &[u8], at: usize) -> Option<EnhancedCode> {
    let (before, here) = token.split_at_checked(at)?;
    let [b'2' | b'4' | b'5', b'.', ..] = here else { return None };
    let stands_alone_before = before.last().is_none_or(|last| b"([{<\"'`#:;,|-=".contains(last));
    if !stands_alone_before {
        return None;
    }
    let (code, length) = EnhancedCode::split_first(here).ok()?;
    #[cfg(test)]
    steps::count(length + here.iter().skip(length).take_while(|byte| **byte == b'.').count());
    let stands_alone_behind = match here.get(length..)? {
        // A full stop, or the three of Sendmail, at the end: `5.1.1.*` and `5.1.1..9` are something else.
        [b'.', behind @ ..] => {
            behind.iter().find(|byte| **byte != b'.').is_none_or(|next| CLOSING.contains(next))
        }
        [b':', next, ..] if next.is_ascii_alphanumeric() || !next.is_ascii() => false,
        behind => behind.first().is_none_or(|first| b")]}>\"'`,;:|!?([<".contains(first)),
    };
    if stands_alone_behind { Some(code) } else { None }
}

/// The class of the reply code that these bytes end with: three digits, no longer number, no part of an
/// address or a time.
#[inline]
pub(super) fn reply_at_end(bytes: &[u8]) -> Option<Class> {
    let [before @ .., first @ b'2'..=b'5', b'0'..=b'9', b'0'..=b'9'] = bytes else { return None };
    let stands_alone = match before {
        [.., digit, b':'] => !digit.is_ascii_digit(),
        _ => before.last().is_none_or(|last| b"([{<\"'`#=:;,|>".contains(last)),
    };
    if stands_alone { Class::from_digit(first - b'0') } else { None }
}

/// Without the given bytes at its end.
#[inline]
pub(super) fn trim_end<'a>(mut bytes: &'a [u8], which: &[u8]) -> &'a [u8] {
    while let [rest @ .., last] = bytes {
        #[cfg(test)]
        steps::count(1);
        if !which.contains(last) {
            break;
        }
        bytes = rest;
    }
    bytes
}

/// Without the given bytes at its beginning.
#[inline]
pub(super) fn trim_start<'a>(mut bytes: &'a [u8], which: &[u8]) -> &'a [u8] {
    while let [first, rest @ ..] = bytes {
        #[cfg(test)]
        steps::count(1);
        if !which.contains(first) {
            break;
        }
        bytes = rest;
    }
    bytes
}

/// The letters that these bytes end with.
#[inline]
pub(super) fn letters_at_end(bytes: &[u8]) -> &[u8] {
    let length = bytes.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    #[cfg(test)]
    steps::count(length);
    bytes.split_at_checked(bytes.len() - length).map_or(&[], |(_, letters)| letters)
}

/// How many dots a host name has, also one with its address or port behind it, as in `mx.example.com[192.0.2.1]:25`;
/// `None` for what is none.
#[inline]
pub(super) fn dots_of_host(bytes: &[u8]) -> Option<usize> {
    #[cfg(test)]
    steps::count(bytes.len());
    let end = bytes.iter().position(|byte| matches!(byte, b'[' | b'(' | b':')).unwrap_or(bytes.len());
    let name = bytes.get(..end)?;
    let mut last: &[u8] = &[];
    let mut labels = 0;
    for label in name.split(|&byte| byte == b'.') {
        if label.is_empty() || !label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
            return None;
        }
        last = label;
        labels += 1;
    }
    // A number as the last part makes it an address or a version.
    if labels < 2 || last.len() < 2 || !last.iter().any(u8::is_ascii_alphabetic) {
        None
    } else {
        Some(labels - 1)
    }
}
