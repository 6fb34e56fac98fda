//! What stands before a candidate, and how good a reason it is.

#[cfg(test)]
use super::super::steps;
use super::token::{candidate_at, dots_of_host, letters_at_end, reply_at_end, trim_end, trim_start};
use crate::{Class, EnhancedCode};

/// Why a candidate is taken for an enhanced code, the best reason first. The documentation of
/// [`find_enhanced`](crate::find_enhanced) says what each of them is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Rank {
    BehindReply,
    NumberSign,
    Field,
    BehindOtherReply,
    Announced,
    InReply,
    BehindHost,
    First,
}

/// The words of a line so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The last word with a letter or a digit in it.
    previous: &'a [u8],
    /// Whether punctuation stands between that word and the next.
    set_off: bool,
    /// The class of the reply code that the last word ends with.
    adjacent: Option<Class>,
    /// The class of the last reply code of the line.
    reply: Option<Class>,
}

const OPENING: &[u8] = b"([{<\"'`#";
const CLOSING: &[u8] = b")]}>\"'`:;,.!-";
/// What may stand between a reply code and its enhanced code, but for blanks and what opens a bracket.
const BETWEEN: &[u8] = b"-:,;|";
/// What may close the bracket or the quote that a reply code stands in.
const BRACKETS: &[u8] = b")]}>\"'`";
/// Words that announce a code.
const ANNOUNCING: [&[u8]; 12] = [
    b"status",
    b"dsn",
    b"code",
    b"error",
    b"said",
    b"says",
    b"reported",
    b"responded",
    b"replied",
    b"answered",
    b"returned",
    b"response",
];
/// Words that announce something else, also where a reply code stands in the line.
const MISLEADING: [&[u8]; 29] = [
    b"version",
    b"ver",
    b"v",
    b"release",
    b"build",
    b"date",
    b"dated",
    b"since",
    b"until",
    b"on",
    b"from",
    // Programs, whose version may stand in brackets: `421 Postfix (4.2.1) is closing`.
    b"smtp",
    b"esmtp",
    b"lmtp",
    b"mailer",
    b"postfix",
    b"exim",
    b"sendmail",
    b"qmail",
    b"courier",
    b"opensmtpd",
    b"haraka",
    b"dovecot",
    b"openssl",
    b"gnutls",
    b"clamav",
    b"spamassassin",
    b"amavisd",
    b"php",
];

impl<'a> Line<'a> {
    #[inline]
    pub(super) const fn new() -> Self {
        Self { previous: &[], set_off: false, adjacent: None, reply: None }
    }

    /// Takes note of a word.
    #[inline]
    pub(super) fn push(&mut self, token: &'a [u8]) {
        #[cfg(test)]
        steps::count(token.len());
        if !token.iter().any(u8::is_ascii_alphanumeric) {
            self.set_off = true;
            return;
        }
        self.previous = token;
        self.set_off = false;
        // Both `550:` and `[550]`.
        self.adjacent = reply_at_end(trim_end(trim_end(token, BETWEEN), BRACKETS));
        // A reply code may also begin the word: `550-mx.example.com`.
        let begins = match token.split_first_chunk::<3>() {
            Some((code, [b'-', ..])) => reply_at_end(code),
            _ => None,
        };
        self.reply = self.adjacent.or(begins).or(self.reply);
    }

    /// The best candidate in the next word, the first of several.
    #[inline]
    pub(super) fn candidate(&self, token: &[u8]) -> Option<(Rank, EnhancedCode)> {
        let mut best: Option<(Rank, EnhancedCode)> = None;
        for at in 0..token.len() {
            #[cfg(test)]
            steps::count(1);
            let Some(code) = candidate_at(token, at) else { continue };
            let Some(rank) = self.rank(token.get(..at).unwrap_or_default(), code) else { continue };
            if best.is_none_or(|(best, _)| rank < best) {
                best = Some((rank, code));
            }
        }
        best
    }

    /// The candidate in the first word of a text, which nothing stands before that could give a reason.
    #[inline]
    pub(super) fn first(token: &[u8]) -> Option<(Rank, EnhancedCode)> {
        let opening = token.len() - trim_start(token, OPENING).len();
        candidate_at(token, opening).filter(|code| is_usual(*code)).map(|code| (Rank::First, code))
    }

    /// The reason to take the candidate behind these bytes of its word.
    #[inline]
    fn rank(&self, before: &[u8], code: EnhancedCode) -> Option<Rank> {
        let stem = trim_end(before, OPENING);
        let opening = before.get(stem.len()..).unwrap_or_default();
        let number_sign = opening.last() == Some(&b'#');
        if stem.is_empty() {
            if let Some(class) = self.adjacent {
                return behind_reply(class, code);
            }
            return if number_sign { Some(Rank::NumberSign) } else { self.rank_of_word(opening, code) };
        }
        // qmail's log has no blanks: `by_that_name._(#5.1.1)/`.
        if let [.., b'(', b'#'] = opening {
            return Some(Rank::NumberSign);
        }
        let inner = trim_end(stem, BETWEEN);
        if let Some(class) = reply_at_end(inner) {
            return behind_reply(class, code);
        }
        let key = match stem {
            // In JSON the key has quotes: `"status":"5.1.1"`.
            [key @ .., b'=' | b':' | b';'] => letters_at_end(trim_end(key, b"\"'")),
            _ => return None,
        };
        match stem.last() {
            _ if number_sign => Some(Rank::NumberSign),
            Some(b';') if is_one_of(key, &[b"smtp", b"lmtp"]) => Some(Rank::Field),
            Some(b'=' | b':') if is_one_of(key, &[b"status", b"dsn"]) => Some(Rank::Field),
            Some(b'=' | b':') if is_one_of(key, &ANNOUNCING) => Some(Rank::Announced),
            _ => None,
        }
    }

    /// The reason that the words before give to a candidate with nothing but brackets and quotes before it.
    #[inline]
    fn rank_of_word(&self, opening: &[u8], code: EnhancedCode) -> Option<Rank> {
        let word = trim_end(trim_start(self.previous, OPENING), CLOSING);
        // Of `Diagnostic-Code` and `enhanced_code` the last part counts, but not of a host name.
        let key = if word.contains(&b'.') { word } else { letters_at_end(word) };
        match self.previous.last() {
            Some(b':' | b'=') if is_one_of(key, &[b"status", b"dsn"]) => return Some(Rank::Field),
            Some(b';') if is_one_of(word, &[b"smtp", b"lmtp"]) => return Some(Rank::Field),
            _ if is_one_of(key, &ANNOUNCING) => return Some(Rank::Announced),
            _ if is_one_of(key, &MISLEADING) || !is_usual(code) => return None,
            _ => {}
        }
        #[cfg(test)]
        steps::count(self.previous.len());
        let dots = dots_of_host(word);
        let address = self.previous.contains(&b'@');
        match self.reply {
            Some(class) if class != code.class() => None,
            Some(_) => {
                let set_off = self.set_off
                    || !opening.is_empty()
                    || matches!(self.previous, [.., b':' | b';' | b')' | b']' | b'>']);
                if set_off || address || dots.is_some() { Some(Rank::InReply) } else { None }
            }
            None if address || dots.is_some_and(|dots| dots >= 2) => Some(Rank::BehindHost),
            None => None,
        }
    }
}

/// The reason of a candidate right behind a reply code. Of another class it is more likely to be something
/// else: `220 5.11.99`.
#[inline]
fn behind_reply(class: Class, code: EnhancedCode) -> Option<Rank> {
    if class == code.class() {
        Some(Rank::BehindReply)
    } else if is_usual(code) {
        Some(Rank::BehindOtherReply)
    } else {
        None
    }
}

/// Whether a candidate looks like the codes that servers send: a subject of RFC 3463, and a detail that is no
/// year. Only subject 7 has registered details above 20, up to 30, and from 100 on they are a provider's own.
#[inline]
fn is_usual(code: EnhancedCode) -> bool {
    let last = if code.subject() == 7 { 30 } else { 20 };
    code.subject() <= 7 && (code.detail() <= last || code.detail() >= 100)
}

#[inline]
fn is_one_of(word: &[u8], words: &[&[u8]]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}
