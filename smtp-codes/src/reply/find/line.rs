//! What the words before a number make of it.

use super::token::{
    Behind, OPENING, contains, dots_of_host, ends_with, ends_with_one_of, is_one_of, last, letters_at_end, split_end,
    split_start, split_stem, starts_with, trim_end, trim_start,
};
use crate::{Class, EnhancedCode, WireCode};

/// Why an enhanced code is taken for one, the best reason first. The documentation of
/// [`find_enhanced`](crate::find_enhanced) says what each of them is.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Rank {
    BehindReply,
    NumberSign,
    Field,
    BehindOtherReply,
    Announced,
    BehindHost,
    First,
}

/// What stands before a number and makes it a reply code.
#[derive(Clone, Copy)]
enum Sign {
    /// It begins the line.
    First,
    /// Somebody says it: `said:`, `<<<`, `smtp;`. Any number may follow.
    Speech,
    /// A word says what it is: `error code`. The number must be known.
    Name,
    /// As HTTP's programs have it too, so a text must follow.
    Status,
}

const CLOSING: &[u8] = b")]}>\"'`:;,.!-\\";

/// Words that say that somebody speaks.
const SPEAKING: &str = "answer answered replied reply reported responded response returned said says smtp lmtp esmtp \
    retcode";
/// The same, if a colon follows. In a protocol `S:`, `Out:` and `CLIENT:` stand before what the server sent.
const SPEAKING_COLON: &str = "banner client greeting me out s server was";
/// Words that name a code. Longer words may end with them: `responseCode`, `SMTPDataError`.
const NAMING: &str = "code err error exception got received with";
/// The same, if a colon or `=` follows.
const NAMING_COLON: &str = "because bounce bounced c deferred delayed denied description detail details diag diagnostic fail \
    failed failure fatal following is led message msg notice permanently permfail problem reason \
    refused reject rejected remote result stat status tempfail temporarily text this warning";
/// Words that announce an enhanced code, with a colon, `=` or alone.
const ANNOUNCING: &str = "status dsn code error said says reported responded replied answered returned response";
/// Words that announce something else, also where a reply code stands in the line.
const MISLEADING: &str = "version ver v release build date dated since until on from smtp esmtp lmtp mailer postfix exim \
    sendmail qmail courier opensmtpd haraka dovecot openssl gnutls clamav spamassassin amavisd php";
/// Words behind which a line speaks of other numbers.
const FOREIGN: &str = "http https ftp url get post put exit exited exitcode errno signal";

/// The words of a line so far.
pub(super) struct Line<'a> {
    /// The text from here on.
    text: &'a [u8],
    /// Whether it is the first of the text.
    is_first: bool,
    /// The last word.
    whole: &'a [u8],
    /// The last with a letter or a digit in it; behind a number its rest.
    previous: &'a [u8],
    /// Whether punctuation stands between that word and the next.
    set_off: bool,
    /// Whether the last word is not the first of the line.
    is_long: bool,
}

impl<'a> Line<'a> {
    pub(super) const fn new(text: &'a [u8], is_first: bool) -> Self {
        Self { text, is_first, whole: &[], previous: &[], set_off: false, is_long: false }
    }

    /// Takes note of a word, and of the part of it that the next word stands behind.
    pub(super) fn push(&mut self, whole: &'a [u8], previous: Option<&'a [u8]>) {
        self.is_long = !self.whole.is_empty();
        self.whole = whole;
        self.set_off = previous.is_none();
        if let Some(previous) = previous {
            self.previous = last(previous);
        }
    }

    /// Whether no word was read yet.
    pub(super) const fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// Whether this number is the port of a submission server. Only at the beginning of a line a reply has it.
    pub(super) fn is_port(&self, code: WireCode) -> bool {
        !self.is_empty() && matches!(code.as_u16(), 465 | 587)
    }

    /// Whether the last word is the sign of a line that the server sent: `SMTP<<`, `<<<`, swaks' `<-` and `<**`;
    /// curl's `<` only where it begins the line.
    fn is_from_server(&self) -> bool {
        let is_arrow = self.whole.len() < 8 && trim_end(self.whole, b"<-~*").len() <= 1;
        let begins = self.whole.first() == Some(&b'<') && (self.whole.len() > 1 || !self.is_long);
        matches!(self.whole, [.., b'<', b'<']) || (begins && is_arrow)
    }

    /// Whether the words before a number of this line, as far as they are near, say that it is another one than a
    /// server's reply: that of another protocol or program, or what would have been right, as in `expected 250`.
    fn is_other(&self, number: &[u8]) -> bool {
        let length = self.text.len() - number.len();
        let mut near = last(self.text.get(..length).unwrap_or_default());
        let mut may_be_expected = true;
        while !near.is_empty() {
            let (before, word) = split_end(trim_end(near, b" \t\n\x0c\r"), &|byte| !byte.is_ascii_whitespace());
            near = before;
            let stem = trim_end(trim_start(word, OPENING), CLOSING);
            let (name, _) = split_start(stem, &|byte| !b"/_-=:".contains(&byte));
            let is_link = contains(stem, b"://");
            let is_expected = starts_with(stem, b"expect");
            if (is_one_of(name, FOREIGN) && !is_link) || (is_expected && may_be_expected) {
                return true;
            }
            // Behind `but got`, or behind another number, nothing is expected any more.
            let is_number = stem.len() == 3 && stem.iter().all(u8::is_ascii_digit);
            may_be_expected &= !is_number && !is_one_of(stem, "but got received was instead");
        }
        false
    }

    /// Whether a number behind these bytes of its word is a reply code by its place.
    ///
    /// `rest` is the text from the number on, `next` what follows it.
    pub(super) fn accepts(&self, before: &[u8], code: WireCode, rest: &[u8], next: Behind) -> bool {
        let (stem, opening) = split_stem(before);
        let next = if next == Behind::Quoted && !opening.contains(&b'(') { Behind::Nothing } else { next };
        let Some(sign) = self.sign(stem, opening, next) else { return false };
        // 200 is HTTP's, and of the 3yz SMTP has two.
        let is_possible = match code.class() {
            Class::PositiveIntermediate => matches!(code.as_u16(), 334 | 354),
            _ => code.as_u16() != 200,
        };
        let known = code.known().is_some();
        let fits = match (sign, next) {
            (_, Behind::Count) | (Sign::Status, Behind::Nothing) => false,
            (Sign::First, _) | (Sign::Speech, Behind::Text | Behind::Quoted) => true,
            _ => known,
        };
        is_possible && fits && !self.is_other(rest)
    }

    /// What makes the number behind these bytes of its word a reply code.
    fn sign(&self, stem: &[u8], opening: &[u8], next: Behind) -> Option<Sign> {
        if next == Behind::Quoted {
            return Some(Sign::Speech);
        }
        if stem.is_empty() && self.is_empty() {
            return trim_end(opening, b"('\"`bu").is_empty().then_some(Sign::First);
        }
        if stem.is_empty() && self.is_from_server() {
            return Some(Sign::Speech);
        }
        let word = if stem.is_empty() { self.previous } else { stem };
        if opening.contains(&b'(') && (starts_with(word, b"status=") || starts_with(word, b"stat=")) {
            return Some(Sign::Speech);
        }
        let (name, mark) = match word {
            [name @ .., mark @ (b':' | b'=' | b';')] => (name, Some(*mark)),
            name => (name, None),
        };
        let key = letters_at_end(trim_end(name, b")]\"'`\\"));
        match mark {
            Some(b';') => return is_one_of(key, "smtp lmtp esmtp").then_some(Sign::Speech),
            Some(b':') if is_somebody(name) => return Some(Sign::Speech),
            _ => {}
        }
        // `postfix/smtp[550]` is a process.
        let is_beside = mark.is_none() && (!stem.is_empty() || opening.contains(&b'['));
        if is_beside && !is_one_of(key, NAMING) {
            return None;
        }
        let is_status = is_one_of(key, "status statuscode") || ends_with(name, b"status_code");
        if ends_with_one_of(key, SPEAKING) || (mark == Some(b':') && is_one_of(key, SPEAKING_COLON)) {
            Some(Sign::Speech)
        } else if mark.is_some() && is_status {
            Some(Sign::Status)
        } else if ends_with_one_of(key, NAMING) || (mark.is_some() && ends_with_one_of(key, NAMING_COLON)) {
            Some(Sign::Name)
        } else {
            None
        }
    }

    /// Whether these bytes and the word before are the type of a diagnostic: `SMTP;`.
    pub(super) fn is_diagnostic(&self, before: &[u8]) -> bool {
        let (stem, _) = split_stem(before);
        let word = if stem.is_empty() { self.previous } else { stem };
        matches!(word, [name @ .., b';'] if is_one_of(letters_at_end(name), "smtp lmtp esmtp"))
    }

    /// Whether an enhanced code has a name that says so: `"enhancedCode":"5.7.1"`.
    pub(super) fn is_named_enhanced(&self, before: &[u8]) -> bool {
        let (stem, _) = split_stem(before);
        let name = trim_start(if stem.is_empty() { self.previous } else { stem }, b",{\"'");
        contains(name.get(..23).unwrap_or(name), b"enhanced")
    }

    /// The reason to take the enhanced code behind these bytes of its word.
    pub(super) fn rank(&self, before: &[u8], code: EnhancedCode) -> Option<Rank> {
        let (stem, opening) = split_stem(before);
        let number_sign = opening.last() == Some(&b'#');
        if stem.is_empty() {
            return if number_sign {
                Some(Rank::NumberSign)
            } else if self.is_empty() {
                (self.is_first && is_usual(code)).then_some(Rank::First)
            } else {
                self.rank_of_word(code)
            };
        }
        // qmail's log has no blanks: `by_that_name._(#5.1.1)/`.
        if matches!(opening, [.., b'(', b'#']) {
            return Some(Rank::NumberSign);
        }
        let (key, mark) = match stem {
            // In JSON the key has quotes: `"status":"5.1.1"`.
            [key @ .., mark @ (b'=' | b':' | b';')] => (letters_at_end(trim_end(key, b"\"'\\")), *mark),
            _ => return None,
        };
        match mark {
            _ if number_sign => Some(Rank::NumberSign),
            b';' => is_one_of(key, "smtp lmtp").then_some(Rank::Field),
            _ if is_one_of(key, "status dsn") => Some(Rank::Field),
            _ => ends_with_one_of(key, ANNOUNCING).then_some(Rank::Announced),
        }
    }

    /// The reason that the words before give to a candidate with nothing but brackets and quotes before it.
    fn rank_of_word(&self, code: EnhancedCode) -> Option<Rank> {
        let word = self.trimmed();
        let key = self.key();
        match self.previous.last() {
            Some(b':' | b'=') if is_one_of(key, "status dsn") => return Some(Rank::Field),
            Some(b';') if is_one_of(word, "smtp lmtp") => return Some(Rank::Field),
            // `The server response was: 5.7.1 Unable to relay`
            Some(b':') if is_one_of(key, "was") => return Some(Rank::Announced),
            _ if is_one_of(key, ANNOUNCING) => return Some(Rank::Announced),
            _ if is_one_of(key, MISLEADING) || !is_usual(code) => return None,
            _ => {}
        }
        let is_host = dots_of_host(word).is_some_and(|dots| dots >= 2);
        (is_host || self.previous.contains(&b'@')).then_some(Rank::BehindHost)
    }

    /// Whether an enhanced code of the reply's class, so many words behind the reply code, is the reply's own.
    pub(super) fn is_in_text(&self, before: &[u8], code: EnhancedCode, words: usize) -> bool {
        let (stem, opening) = split_stem(before);
        if !stem.is_empty() {
            return matches!(stem.last(), Some(b':' | b'='))
                && ends_with_one_of(letters_at_end(trim_end(stem, b":=\"'\\")), "msg message text");
        }
        if is_one_of(self.key(), MISLEADING) || !is_usual(code) {
            return false;
        }
        self.set_off
            || !opening.is_empty()
            || matches!(self.previous, [.., b':' | b';' | b')' | b']' | b'>'])
            || self.previous.contains(&b'@')
            || dots_of_host(self.trimmed()).is_some()
            || words == 1 && code.class().is_negative()
    }

    /// The last word without what stands around it.
    fn trimmed(&self) -> &'a [u8] {
        trim_end(trim_start(self.previous, b"([{<\"'`#-"), CLOSING)
    }

    /// Of `Diagnostic-Code` and `enhanced_code` the last part counts, but not of a host name.
    fn key(&self) -> &'a [u8] {
        let word = self.trimmed();
        if word.contains(&b'.') { word } else { letters_at_end(word) }
    }
}

/// Whether this is a host or a mail address, to which a colon gives the word: `mx.example.net[192.0.2.1]:`,
/// `<ann@example.net>:`.
fn is_somebody(name: &[u8]) -> bool {
    let is_address = name.last() == Some(&b']') && name.contains(&b'.');
    is_address || name.contains(&b'@') || dots_of_host(trim_end(trim_start(name, OPENING), b">)\"'")).is_some()
}

/// The reason of an enhanced code right behind a reply code. Of another class it is more likely to be something
/// else: `220 5.11.99`.
pub(super) fn behind_number(class: Class, code: EnhancedCode) -> Option<Rank> {
    if class == code.class() { Some(Rank::BehindReply) } else { is_usual(code).then_some(Rank::BehindOtherReply) }
}

/// Whether a candidate looks like the codes that servers send: a subject of RFC 3463, and a detail that is no
/// year. Only subject 7 has registered details above 20, up to 30, and from 100 on they are a provider's own.
fn is_usual(code: EnhancedCode) -> bool {
    let last = if code.subject() == 7 { 30 } else { 20 };
    code.subject() <= 7 && (code.detail() <= last || code.detail() >= 100)
}
