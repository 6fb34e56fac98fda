//! The signs of the reasons, found in a text word by word.

use crate::{EnhancedCode, Reason, ReplyCodes, WireCode};

/// The most words that a `*` of a sign stands for.
const GAP: usize = 4;

/// How many buckets the macro makes.
const BUCKETS: usize = 1024;

/// The most words that a sign and its gap take. The macro lets a sign have 12.
const WINDOW: usize = 12 + GAP;

/// A sign, its reason, and a bit for each of its words.
type Sign = (&'static str, Reason, u64);

/// Those that begin with a Chinese character, which no space parts from its neighbours, have no bucket. Few words of a text
/// have one, so most cost one look into a table.
static SIGNS: Table<Sign> = Reason::__sign_table();

/// Signs in the order of their buckets, and where each bucket begins.
pub(crate) type Table<T> = (&'static [T], &'static [u16]);

/// The signs of one bucket. Those without one are in the last.
pub(crate) fn signs_in<T>((signs, starts): Table<T>, bucket: usize) -> &'static [T] {
    let place = |bucket: usize| starts.get(bucket).copied().map_or(signs.len(), usize::from);
    signs.get(place(bucket)..place(bucket + 1)).unwrap_or_default()
}

/// The signs that may begin with these bytes: a whole word of a reason's, two bytes of a provider's.
pub(crate) fn signs_at<T>(table: Table<T>, hash: u32) -> &'static [T] {
    signs_in(table, hash as usize % BUCKETS)
}

/// FNV-1a, with capitals lowered. The macro does the same for the words of the signs.
pub(crate) const fn hash(word: &[u8]) -> u32 {
    let (mut hash, mut at) = (FNV, 0);
    while at < word.len() {
        hash = hash_with(hash, word[at]);
        at += 1;
    }
    spread(hash)
}

const FNV: u32 = 0x811C_9DC5;

const fn hash_with(hash: u32, byte: u8) -> u32 {
    (hash ^ byte.to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193)
}

const fn spread(hash: u32) -> u32 {
    hash ^ (hash >> 15)
}

const fn is_wide(byte: u8) -> bool {
    byte >= 0xE3
}

/// What a byte is: several bits.
type Kind = u8;
const LETTER: Kind = 1;
/// A letter or digit of ASCII, which is a letter as well.
pub(crate) const PLAIN: Kind = 2;
const SEPARATOR: Kind = 4;
/// Of an address or a URL.
const ADDRESS: Kind = 8;
const OTHER: Kind = 16;

/// Each byte of a text is asked for its kind, so it is one look into a table.
static KINDS: [Kind; 256] = {
    let mut kinds = [LETTER; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'@' | b'/' => ADDRESS,
            b'<' | b'>' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'"' | b',' | b';' => SEPARATOR,
            _ if byte.is_ascii_whitespace() => SEPARATOR,
            _ if byte.is_ascii_alphanumeric() => LETTER | PLAIN,
            _ => OTHER,
        };
        byte += 1;
    }
    kinds
};

pub(crate) fn kind(byte: u8) -> Kind {
    KINDS[usize::from(byte)]
}

fn is_letter(byte: u8) -> bool {
    kind(byte) & LETTER != 0
}

/// What stands before the first byte of one of these kinds, and what begins with it.
fn split(text: &[u8], kinds: Kind) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| kind(*byte) & kinds != 0);
    text.split_at_checked(end.unwrap_or(text.len())).unwrap_or((text, b""))
}

/// The text from this part on.
fn from<'a>(text: &'a [u8], part: &[u8]) -> Option<&'a [u8]> {
    text.get(text.windows(part.len()).position(|window| window.iter().eq(part))?..)
}

/// What a text consists of, for a sign.
#[derive(Clone, Copy)]
enum Word<'a> {
    Text {
        word: &'a [u8],
        hash: u32,
        /// Whether a line or what stands behind a colon begins with it.
        begins: bool,
    },
    /// An address or a URL: it is no word of a sign, and a `*` may stand for it.
    Opaque,
    /// The end of a sentence, which no sign reaches over.
    Stop,
}

/// The lines of a reply, wherever they are. It is no parameter of a type, so that the search is compiled once.
pub(crate) type Lines<'a, 'l> = &'l mut dyn Iterator<Item = &'a [u8]>;

/// The words of some lines. Letters, digits and all bytes above 0x7F make a word, and between two of them a dot or an
/// apostrophe. The codes at the beginning of a line are left out.
struct Words<'a, 'l> {
    lines: Lines<'a, 'l>,
    /// What is left of the line, and of its piece between two separators.
    line: &'a [u8],
    piece: &'a [u8],
    /// Whether a sentence ends with the piece.
    stops: bool,
    code: WireCode,
    enhanced: Option<EnhancedCode>,
    /// Whether the last word was the code.
    after_code: bool,
    /// Whether the next word is the first of a line or behind a colon.
    begins: bool,
    /// The hash of the last word.
    last: u32,
    seen: Seen,
}

impl<'a> Iterator for Words<'a, '_> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            let (before, rest) = split(self.piece, LETTER);
            if !rest.is_empty() {
                let (end, hash) = end_of_word(rest);
                let (word, rest) = rest.split_at_checked(end).unwrap_or((rest, b""));
                self.piece = rest;
                // In a log, the code is what is left of the end of a line.
                if self.is_code(before, word) {
                    self.begins = true;
                } else {
                    let begins = core::mem::replace(&mut self.begins, rest.first() == Some(&b':'));
                    let last = core::mem::replace(&mut self.last, hash);
                    // A log adds `helo=<name>` to any reply.
                    self.seen.sender |= rest.first() != Some(&b'=') && names_sender(last, hash);
                    self.seen.words = true;
                    return Some(Word::Text { word, hash, begins });
                }
                continue;
            }
            if core::mem::take(&mut self.stops) {
                return Some(Word::Stop);
            }
            let (piece, rest) = split(split(self.line, !SEPARATOR).1, SEPARATOR);
            self.line = rest;
            if piece.is_empty() {
                self.line = self.lines.next()?;
                self.begins = true;
                continue;
            }
            let tail = behind_address(piece);
            self.piece = tail.unwrap_or(piece);
            self.stops = ends_sentence(self.piece);
            if tail.is_some() {
                self.begins = false;
                return Some(Word::Opaque);
            }
        }
    }
}

impl Words<'_, '_> {
    /// Whether a word is the reply code, or the enhanced code right behind it: of a reply on one line, as in a log, they
    /// stand between the words.
    fn is_code(&mut self, before: &[u8], word: &[u8]) -> bool {
        let after_code = core::mem::take(&mut self.after_code);
        if !matches!(word, [b'2'..=b'5', ..]) {
            return false;
        }
        self.after_code = WireCode::from_bytes(word) == Ok(self.code);
        let is_enhanced = || self.enhanced.is_some() && EnhancedCode::from_bytes(word).ok() == self.enhanced;
        self.after_code || after_code && before != b"#" && is_enhanced()
    }
}

/// Where the word at the beginning of a text ends, and its hash.
fn end_of_word(text: &[u8]) -> (usize, u32) {
    let (mut end, mut hash) = (0, FNV);
    while let Some(byte) = text.get(end) {
        let joins = || matches!(byte, b'.' | b'\'') && text.get(end + 1).is_some_and(|next| is_letter(*next));
        if !is_letter(*byte) && !joins() {
            break;
        }
        hash = hash_with(hash, *byte);
        end += 1;
    }
    (end, spread(hash))
}

/// Of a piece that is a URL or an address, what follows: nothing, or the words behind a colon.
fn behind_address(piece: &[u8]) -> Option<&[u8]> {
    let (name, domain) = split(piece, ADDRESS);
    let is_url = piece.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"www."))
        || !name.is_empty() && !domain.is_empty() && from(piece, b"://").is_some();
    if is_url {
        return Some(b"");
    }
    let domain = from(domain, b"@")?;
    Some(from(domain, b":").or_else(|| from(domain, b"...")).unwrap_or_default())
}

fn ends_sentence(piece: &[u8]) -> bool {
    matches!(piece, [.., last, b'.' | b'!' | b'?'] if *last != b'.') && !split(piece, LETTER).1.is_empty()
}

/// How a sign matches at the beginning of some words: how many it covers and how many are its own, of which the most count,
/// and where the search goes on: behind it, or at the first word that its `*` stands for.
fn matches(sign: &str, words: &[Word<'_>]) -> Option<((usize, usize), usize)> {
    let (mut at, mut count, mut next) = (0, 0, None);
    let mut own = sign.as_bytes().split(|byte| *byte == b' ');
    while let Some(word) = own.next() {
        let (word, most) = if word == b"*" { (own.next()?, GAP) } else { (word, 0) };
        let (mut gap, mut begins) = (0, false);
        loop {
            match words.get(at + gap)? {
                Word::Text { word: other, begins: is_first, .. } => {
                    begins |= is_first;
                    if other.eq_ignore_ascii_case(word) {
                        break;
                    }
                }
                Word::Opaque => {}
                Word::Stop => return None,
            }
            gap += 1;
            if gap > most {
                return None;
            }
        }
        if gap > 0 {
            if begins {
                return None;
            }
            next = Some(at);
        }
        at += gap + 1;
        count += 1;
    }
    Some(((at, count), next.unwrap_or(at)))
}

/// The hashes of words of a text about who sends. They need not be compared with the words: a text that was made to have the
/// same hash could as well have the word.
const SENDER: [u32; 16] = [
    hash(b"sender"),
    hash(b"senders"),
    hash(b"sender's"),
    hash(b"originator"),
    hash(b"mailfrom"),
    hash(b"helo"),
    hash(b"ehlo"),
    hash(b"absender"),
    hash("expéditeur".as_bytes()),
    hash(b"expediteur"),
    hash(b"remitente"),
    hash(b"remetente"),
    hash(b"mittente"),
    hash(b"nadawca"),
    hash(b"nadawcy"),
    hash("отправитель".as_bytes()),
];

/// The same of two words.
const SENDER_PAIRS: [(u32, u32); 7] = [
    (hash(b"mail"), hash(b"from")),
    (hash(b"envelope"), hash(b"from")),
    (hash(b"from"), hash(b"address")),
    (hash(b"from"), hash(b"header")),
    (hash(b"return"), hash(b"path")),
    (hash(b"reply"), hash(b"address")),
    (hash(b"ip"), hash(b"address")),
];

fn names_sender(last: u32, word: u32) -> bool {
    SENDER.contains(&word) || SENDER_PAIRS.contains(&(last, word))
}

/// What a text has apart from signs.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seen {
    /// Whether it has a word at all.
    pub(crate) words: bool,
    /// Whether it names the sender.
    pub(crate) sender: bool,
}

/// Gives `found` each sign that the lines hold, in their order, and says what else is there.
///
/// Where several signs begin at a word, the one that covers the most words counts. No sign looks further than a few words,
/// so the time is in proportion to the text.
pub(crate) fn search(codes: ReplyCodes, lines: Lines<'_, '_>, found: &mut dyn FnMut(Reason, &'static str)) -> Seen {
    let (code, enhanced) = (codes.code(), codes.enhanced());
    let mut words = Words {
        lines,
        line: b"",
        piece: b"",
        stops: false,
        code,
        enhanced,
        after_code: false,
        begins: true,
        last: 0,
        seen: Seen::default(),
    };
    // What is ahead, so that no word is read again for each sign.
    let (mut window, mut start, mut end) = ([Word::Stop; 4 * WINDOW], 0, 0);
    loop {
        if end < start + WINDOW {
            window.copy_within(start..end, 0);
            (start, end) = (0, end - start);
            let free = window.get_mut(end..).unwrap_or_default();
            for (free, word) in free.iter_mut().zip(&mut words) {
                *free = word;
                end += 1;
            }
        }
        let ahead = window.get(start..end.min(start + WINDOW)).unwrap_or_default();
        start += match ahead.first() {
            None => return words.seen,
            Some(Word::Text { word, hash, .. }) => {
                find_wide(word, found);
                let signs = signs_at(SIGNS, *hash);
                // Most words begin no sign.
                let bits = if signs.is_empty() { 0 } else { bits(ahead) };
                let (mut most, mut next) = ((0, 0), 1);
                let mut told = None;
                for (sign, reason, _) in signs.iter().filter(|(.., needed)| needed & !bits == 0) {
                    match matches(sign, ahead) {
                        Some((size, behind)) if size >= most => {
                            (most, next, told) = (size, behind, Some((*reason, *sign)));
                        }
                        _ => {}
                    }
                }
                if let Some((reason, sign)) = told {
                    found(reason, sign);
                }
                next
            }
            Some(_) => 1,
        };
    }
}

/// A bit for each word, of which a sign needs all that it has.
fn bits(words: &[Word<'_>]) -> u64 {
    let mut bits = 0;
    for word in words {
        if let Word::Text { hash, .. } = word {
            bits |= 1 << (hash % 64);
        }
    }
    bits
}

/// Signs in Chinese may stand anywhere in what looks like one word.
fn find_wide(word: &[u8], found: &mut dyn FnMut(Reason, &'static str)) {
    if !word.is_ascii() && word.iter().any(|byte| is_wide(*byte)) {
        for (sign, reason, _) in signs_in(SIGNS, BUCKETS) {
            if from(word, sign.as_bytes()).is_some() {
                found(*reason, sign);
            }
        }
    }
}
