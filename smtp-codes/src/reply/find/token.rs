//! Words between blanks, and what may be read in one of them.

use crate::{EnhancedCode, WireCode};

/// The words of a text: offset, bytes, and whether a line begins with it. A line that begins with a blank goes on
/// with the one before, as in the header of a message, unless an empty line lies between.
pub(super) struct Words<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Words<'a> {
    pub(super) const fn of(text: &'a [u8]) -> Self {
        Self { text, at: 0 }
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = (usize, &'a [u8], bool);

    fn next(&mut self) -> Option<Self::Item> {
        let (before, rest) = split_start(self.text.get(self.at..)?, &is_blank);
        let (word, _) = split_start(rest, &|byte| !is_blank(byte));
        let start = self.at + before.len();
        self.at = start + word.len();
        let (_, feed) = split_start(before, &|byte| byte != b'\n');
        let begins_line = matches!(feed, [_, behind @ ..] if behind.is_empty() || behind.contains(&b'\n'));
        (!word.is_empty()).then_some((start, word, begins_line))
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

pub(super) const OPENING: &[u8] = b"([{<\"'`#";
/// What may stand between a reply code and its enhanced code.
const BETWEEN: &[u8] = b" \t\n\x0b\x0c\r-:,;|([{<\"'`#)]}>_\\";
/// What may follow a full stop.
const CLOSING: &[u8] = b")]}>\"'`,;:|!?";

/// The enhanced code at this place of a word, and its length: one that nothing touches which would make it part of
/// something longer.
pub(super) fn enhanced_at(before: &[u8], here: &[u8]) -> Option<(EnhancedCode, usize)> {
    let [b'2' | b'4' | b'5', b'.', ..] = here else { return None };
    // qmail's log has no blanks: `said:_550_5.1.1_no_such_user`.
    let underscores = matches!(before, [.., a, b, c, b'_'] | [.., b'_', a, b, c, b'-']
        if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit());
    let begins = before.last().is_none_or(|last| b"([{<\"'`#:;,|-=".contains(last));
    if !begins && !underscores {
        return None;
    }
    let (code, length) = EnhancedCode::split_first(here).ok()?;
    let ends = match here.get(length..)? {
        // A full stop, or the three of Sendmail, at the end: `5.1.1.*` and `5.1.1..9` are something else.
        [b'.', behind @ ..] => {
            let next = trim_start(behind.get(..8).unwrap_or(behind), b".").first();
            next.is_none_or(|next| CLOSING.contains(next))
        }
        [b':', next, ..] if next.is_ascii_alphanumeric() || !next.is_ascii() => false,
        // In a string that a program shows: `b'550 5.1.1\r\n'`, `\"5.1.1\"`.
        [b'\\', b'r' | b'n' | b't' | b'"' | b'\'', ..] => true,
        [b'_', ..] => underscores,
        behind => behind.first().is_none_or(|first| b")]}>\"'`,;:|!?([<".contains(first)),
    };
    ends.then_some((code, length))
}

/// The number at this place of a word that may be a reply code: three digits, no longer number, no part of an
/// address, a port or a time.
pub(super) fn number_at(before: &[u8], here: &[u8]) -> Option<WireCode> {
    let (digits, behind) = here.split_first_chunk::<3>()?;
    let code = WireCode::from_digits(*digits)?;
    let begins = match before {
        // `12:24:250`, `1,250`, `[192.0.2.1]:587`, `mx.example.net:587`; but `ann@example.net:550` is what a filter says of a recipient.
        [.., b'0'..=b'9', b':' | b','] | [.., b']', b':'] => false,
        [host @ .., b':'] => {
            // A longer name is cut.
            let host = host.get(host.len().saturating_sub(100)..).unwrap_or(host);
            let (_, name) = split_end(host, &|byte| byte.is_ascii_alphanumeric() || b".-_@".contains(&byte));
            name.contains(&b'@') || !name.contains(&b'.')
        }
        [.., b'_'] => matches!(behind, [b'_' | b'-', ..]),
        _ => before.last().is_none_or(|last| b"([{<\"'`#=;,|>".contains(last)),
    };
    let ends = match behind {
        [b'.', next, ..] => CLOSING.contains(next),
        [b'_', ..] => before.last().is_none_or(|last| *last == b'_'),
        [b'\\', next, ..] => b"rnt\"'".contains(next),
        _ => behind.first().is_none_or(|first| b"-.:,;|)]}>\"'`!?<(".contains(first)),
    };
    (begins && ends).then_some(code)
}

/// Whether these bytes separate a reply code from its enhanced code and say nothing: ` `, `-`, `, b'`, `_`.
pub(super) fn is_gap(bytes: &[u8]) -> bool {
    let bytes = match bytes {
        // Python's mark of bytes, or of Unicode in its second version.
        [before @ .., b'b' | b'u', b'\'' | b'"'] => before,
        _ => bytes,
    };
    bytes.len() <= 32 && trim_start(bytes, BETWEEN).is_empty()
}

/// What follows a number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Behind {
    /// The end of the line, of a bracket or of a quote.
    Nothing,
    /// A word.
    Text,
    /// A second part in a quote: `(550, b'No such user')`.
    Quoted,
    /// Something that makes it a count, a range or the number of a process.
    Count,
}

/// What a count has behind it. The words are in lower case: a server begins its text with a capital.
const COUNTED: &str = "and attempts b bits bytes callbacks characters connections days deliveries emails entries \
    expected files gb h hours items k kb kib lines mails mb message(s) messages mib milliseconds min \
    minutes ms octets of or out records recipients requests retries s sec seconds secs sessions \
    times to users weeks B GB KB KiB MB MiB kB";

/// What follows the number that a text begins with.
pub(super) fn behind(text: &[u8]) -> Behind {
    let (next, rest) = match text.get(3..).unwrap_or_default() {
        [b',', rest @ ..] if is_quoted(rest) => return Behind::Quoted,
        [next @ (b'-' | b'_' | b' ' | b'\t' | b':'), rest @ ..] => (*next, rest),
        [b',' | b'.', b'0'..=b'9', ..] => return Behind::Count,
        _ => return Behind::Nothing,
    };
    let rest = trim_start(rest, b" \t");
    let (word, _) = split_start(rest, &|byte| !is_blank(byte) && (next != b'_' || byte != b'_'));
    let word = word.get(..16).unwrap_or(word);
    let bare = trim_end(word, b".,;:!");
    let is_number = !bare.is_empty() && bare.iter().all(u8::is_ascii_digit);
    // `250-300`, `12:250:30`, and the line of a log behind the number of a process: `308 SMTP<<`.
    let is_part = is_number && matches!(next, b'-' | b':');
    let is_log = contains(word, b"<<") || contains(word, b">>");
    // Most texts begin with a long word in capitals: those are told at once.
    let may_be_unit = bare.len() <= 3 || bare.first().is_some_and(u8::is_ascii_lowercase);
    match word {
        [] => Behind::Nothing,
        _ if is_part || is_log || may_be_unit && each(COUNTED).any(|word| word.iter().eq(bare)) => Behind::Count,
        _ => Behind::Text,
    }
}

/// Whether a string in quotes follows: ` b'5.1.1 ..`.
fn is_quoted(bytes: &[u8]) -> bool {
    let bytes = if let [b' ', rest @ ..] = bytes { rest } else { bytes };
    matches!(bytes, [b'\'' | b'"', ..] | [b'b' | b'u', b'\'' | b'"', ..])
}

/// The bytes at the beginning that are such, and the rest.
pub(super) fn split_start<'a>(bytes: &'a [u8], is_such: &dyn Fn(u8) -> bool) -> (&'a [u8], &'a [u8]) {
    let length = bytes.iter().position(|byte| !is_such(*byte)).unwrap_or(bytes.len());
    bytes.split_at_checked(length).unwrap_or((bytes, b""))
}

/// The bytes at the end that are such, behind the rest.
pub(super) fn split_end<'a>(bytes: &'a [u8], is_such: &dyn Fn(u8) -> bool) -> (&'a [u8], &'a [u8]) {
    let length = bytes.iter().rposition(|byte| !is_such(*byte)).map_or(0, |last| last + 1);
    bytes.split_at_checked(length).unwrap_or((bytes, b""))
}

/// Without the given bytes at its end.
pub(super) fn trim_end<'a>(bytes: &'a [u8], which: &[u8]) -> &'a [u8] {
    split_end(bytes, &|byte| which.contains(&byte)).0
}

/// Without the given bytes at its beginning.
pub(super) fn trim_start<'a>(bytes: &'a [u8], which: &[u8]) -> &'a [u8] {
    split_start(bytes, &|byte| which.contains(&byte)).1
}

/// The letters that these bytes end with.
pub(super) fn letters_at_end(bytes: &[u8]) -> &[u8] {
    split_end(bytes, &|byte| byte.is_ascii_alphabetic()).1
}

/// How many dots a host name has, also one with its address or port behind it, as in `mx.example.com[192.0.2.1]:25`;
/// `None` for what is none.
pub(super) fn dots_of_host(bytes: &[u8]) -> Option<usize> {
    let (mut rest, mut dots) = (bytes, 0);
    loop {
        let (label, behind) = split_start(rest, &|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        match behind {
            _ if label.is_empty() => return None,
            [b'.', next @ ..] => (rest, dots) = (next, dots + 1),
            [] | [b'[' | b'(' | b':', ..] => {
                // A number as the last part makes it an address or a version.
                let is_host = dots > 0 && label.len() >= 2 && label.iter().any(u8::is_ascii_alphabetic);
                return is_host.then_some(dots);
            }
            _ => return None,
        }
    }
}

/// The last bytes, as many as count: a long word is not read again and again for each number in it.
pub(super) fn last(bytes: &[u8]) -> &[u8] {
    bytes.get(bytes.len().saturating_sub(120)..).unwrap_or(bytes)
}

/// What stands before a number in its word, and the brackets and quotes right before it.
pub(super) fn split_stem(before: &[u8]) -> (&[u8], &[u8]) {
    let before = last(before);
    let stem = trim_end(before, b"([{<\"'`#_\\");
    let opening = before.get(stem.len()..).unwrap_or_default();
    // Python's mark of bytes: `b'5.1.1 Unknown'`.
    let stem = match (stem, opening) {
        ([.., byte, b'b' | b'u'], [b'\'' | b'"', ..]) if byte.is_ascii_alphanumeric() => stem,
        ([rest @ .., b'b' | b'u'], [b'\'' | b'"', ..]) => trim_end(rest, OPENING),
        _ => stem,
    };
    (stem, before.get(stem.len()..).unwrap_or_default())
}

/// The words of a list that is one text, with blanks between.
fn each(words: &str) -> impl Iterator<Item = &[u8]> {
    words.as_bytes().split(|byte| *byte == b' ')
}

/// Whether this is one of these words, in any case of letters.
pub(super) fn is_one_of(word: &[u8], words: &str) -> bool {
    each(words).any(|other| word.eq_ignore_ascii_case(other))
}

/// The same for a word that ends with one of four letters or more: `smtpResponse`.
pub(super) fn ends_with_one_of(word: &[u8], words: &str) -> bool {
    each(words).any(|other| word.eq_ignore_ascii_case(other) || (other.len() >= 4 && ends_with(word, other)))
}

pub(super) fn ends_with(word: &[u8], end: &[u8]) -> bool {
    word.get(word.len().saturating_sub(end.len())..).is_some_and(|last| last.eq_ignore_ascii_case(end))
}

pub(super) fn starts_with(word: &[u8], begin: &[u8]) -> bool {
    word.get(..begin.len()).is_some_and(|first| first.eq_ignore_ascii_case(begin))
}

pub(super) fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part))
}
