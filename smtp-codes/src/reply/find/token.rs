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
        let rest = self.text.get(self.at..)?;
        let blanks = rest.iter().position(|byte| !is_blank(*byte))?;
        let (before, rest) = rest.split_at_checked(blanks)?;
        let length = rest.iter().position(|byte| is_blank(*byte)).unwrap_or(rest.len());
        let start = self.at + blanks;
        self.at = start + length;
        let feeds = before.split(|byte| *byte == b'\n').count() - 1;
        Some((start, rest.get(..length)?, feeds > 1 || before.last() == Some(&b'\n')))
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

pub(super) const OPENING: &[u8] = b"([{<\"'`#";
/// What may stand between a reply code and its enhanced code, but for blanks and what opens a bracket.
pub(super) const BETWEEN: &[u8] = b"-:,;|";
/// What may follow a full stop.
const CLOSING: &[u8] = b")]}>\"'`,;:|!?";

/// The enhanced code at this offset, and its length: one that nothing touches which would make it part of
/// something longer.
pub(super) fn enhanced_at(word: &[u8], at: usize) -> Option<(EnhancedCode, usize)> {
    let (before, here) = word.split_at_checked(at)?;
    let [b'2' | b'4' | b'5', b'.', ..] = here else { return None };
    // qmail's log has no blanks: `said:_550_5.1.1_no_such_user`.
    let underscores = match before {
        [.., a, b, c, b'_'] | [.., b'_', a, b, c, b'-'] => [a, b, c].into_iter().all(u8::is_ascii_digit),
        _ => false,
    };
    let begins = before.last().is_none_or(|last| b"([{<\"'`#:;,|-=".contains(last));
    if !begins && !underscores {
        return None;
    }
    let (code, length) = EnhancedCode::split_first(here).ok()?;
    let ends = match here.get(length..)? {
        // A full stop, or the three of Sendmail, at the end: `5.1.1.*` and `5.1.1..9` are something else.
        [b'.', behind @ ..] => {
            let next = behind.iter().take(8).find(|byte| **byte != b'.');
            next.is_none_or(|next| CLOSING.contains(next))
        }
        [b':', next, ..] if next.is_ascii_alphanumeric() || !next.is_ascii() => false,
        // In a string that a program shows: `b'550 5.1.1\r\n'`, `\"5.1.1\"`.
        [b'\\', b'r' | b'n' | b't' | b'"' | b'\'', ..] => true,
        [b'_', ..] => underscores,
        behind => behind.first().is_none_or(|first| b")]}>\"'`,;:|!?([<".contains(first)),
    };
    (begins || underscores).then_some((code, length)).filter(|_| ends)
}

/// The number at this offset that may be a reply code: three digits, no longer number, no part of an address, a
/// port or a time.
pub(super) fn number_at(word: &[u8], at: usize) -> Option<WireCode> {
    let (before, here) = word.split_at_checked(at)?;
    let (digits, behind) = here.split_first_chunk::<3>()?;
    let code = WireCode::from_digits(*digits)?;
    let begins = match before {
        // `12:24:250`, `1,250`, `[192.0.2.1]:587`, `mx.example.net:587`; but `ann@example.net:550` is what a filter says of a recipient.
        [.., b'0'..=b'9', b':' | b','] | [.., b']', b':'] => false,
        [host @ .., b':'] => {
            let name = run_at_end(host);
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
    let separates =
        |byte: &u8| is_blank(*byte) || BETWEEN.contains(byte) || OPENING.contains(byte) || b")]}>_\\".contains(byte);
    let bytes = match bytes {
        // Python's mark of bytes, or of Unicode in its second version.
        [before @ .., b'b' | b'u', b'\'' | b'"'] => before,
        _ => bytes,
    };
    bytes.len() <= 32 && bytes.iter().all(separates)
}

/// What follows a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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
    let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let rest = rest.get(blanks..).unwrap_or_default();
    let word = rest.split(|byte| is_blank(*byte) || (next == b'_' && *byte == b'_')).next().unwrap_or_default();
    let word = word.get(..16).unwrap_or(word);
    let end = word.iter().rposition(|byte| !b".,;:!".contains(byte)).map_or(0, |last| last + 1);
    let bare = word.get(..end).unwrap_or_default();
    let is_number = !bare.is_empty() && bare.iter().all(u8::is_ascii_digit);
    // `250-300`, `12:250:30`, and the line of a log behind the number of a process: `308 SMTP<<`.
    let is_part = is_number && matches!(next, b'-' | b':');
    let is_log = word.windows(2).any(|two| matches!(two, b"<<" | b">>"));
    // Most texts begin with a long word in capitals: those are told at once.
    let may_be_unit = bare.len() <= 3 || bare.first().is_some_and(u8::is_ascii_lowercase);
    match word {
        [] => Behind::Nothing,
        _ if is_part
            || is_log
            || may_be_unit && COUNTED.as_bytes().split(|byte| *byte == b' ').any(|word| word.iter().eq(bare)) =>
        {
            Behind::Count
        }
        _ => Behind::Text,
    }
}

/// Whether a string in quotes follows: ` b'5.1.1 ..`.
fn is_quoted(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b" ").unwrap_or(bytes);
    matches!(bytes, [b'\'' | b'"', ..] | [b'b' | b'u', b'\'' | b'"', ..])
}

/// Without the given bytes at its end.
pub(super) fn trim_end<'a>(bytes: &'a [u8], which: &[u8]) -> &'a [u8] {
    let end = bytes.iter().rposition(|byte| !which.contains(byte)).map_or(0, |last| last + 1);
    bytes.get(..end).unwrap_or(bytes)
}

/// Without the given bytes at its beginning.
pub(super) fn trim_start<'a>(bytes: &'a [u8], which: &[u8]) -> &'a [u8] {
    let start = bytes.iter().position(|byte| !which.contains(byte)).unwrap_or(bytes.len());
    bytes.get(start..).unwrap_or(bytes)
}

/// The letters that these bytes end with.
pub(super) fn letters_at_end(bytes: &[u8]) -> &[u8] {
    let letters = bytes.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    bytes.get(bytes.len() - letters..).unwrap_or_default()
}

/// The host name or the mail address that these bytes end with; a longer one than that is cut.
fn run_at_end(bytes: &[u8]) -> &[u8] {
    let of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b".-_@".contains(byte);
    let length = bytes.iter().rev().take(100).take_while(of_name).count();
    bytes.get(bytes.len() - length..).unwrap_or_default()
}

/// How many dots a host name has, also one with its address or port behind it, as in `mx.example.com[192.0.2.1]:25`;
/// `None` for what is none.
pub(super) fn dots_of_host(bytes: &[u8]) -> Option<usize> {
    let name = bytes.split(|byte| b"[(:".contains(byte)).next()?;
    let mut labels = name.split(|byte| *byte == b'.');
    let dots = labels.clone().count().checked_sub(1).filter(|dots| *dots > 0)?;
    let is_label =
        |label: &[u8]| !label.is_empty() && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    // A number as the last part makes it an address or a version.
    let last = labels.clone().next_back()?;
    let is_host = last.len() >= 2 && last.iter().any(u8::is_ascii_alphabetic) && labels.all(is_label);
    is_host.then_some(dots)
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

/// Whether this is one of these words, in any case of letters. They stand in one text, with blanks between.
pub(super) fn is_one_of(word: &[u8], words: &str) -> bool {
    words.as_bytes().split(|byte| *byte == b' ').any(|other| word.eq_ignore_ascii_case(other))
}

/// The same for a word that ends with one of four letters or more: `smtpResponse`.
pub(super) fn ends_with_one_of(word: &[u8], words: &str) -> bool {
    let mut words = words.as_bytes().split(|byte| *byte == b' ');
    words.any(|other| word.eq_ignore_ascii_case(other) || (other.len() >= 4 && ends_with(word, other)))
}

pub(super) fn ends_with(word: &[u8], end: &[u8]) -> bool {
    word.len().checked_sub(end.len()).and_then(|at| word.get(at..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
}

pub(super) fn starts_with(word: &[u8], begin: &[u8]) -> bool {
    word.get(..begin.len()).is_some_and(|first| first.eq_ignore_ascii_case(begin))
}
