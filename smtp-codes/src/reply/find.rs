//! The lenient search for codes, in logs, in bounce messages and in what other programs say.

mod line;
mod token;

use core::ops::Range;

use self::line::{Line, Rank};
use self::token::{Words, behind, enhanced_at, is_gap, number_at};
use crate::{Class, EnhancedCode, ReplyCodes, WireCode};

/// The codes that [`find_codes`] found in a text, and where they stand.
///
/// # Examples
///
/// ```
/// use smtp_codes::{EnhancedCode, find_codes};
///
/// let line = b"to=<ann@example.net>, status=bounced (host mx.example.net said: 550 5.1.1 No such user)";
/// let found = find_codes(line).unwrap();
/// assert_eq!(found.reply().unwrap(), 550);
/// assert_eq!(found.enhanced(), EnhancedCode::new(5, 1, 1));
/// assert_eq!(&line[found.range()], b"550 5.1.1");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct FoundCodes {
    reply: Option<WireCode>,
    enhanced: Option<EnhancedCode>,
    start: usize,
    end: usize,
}

impl FoundCodes {
    /// Returns the reply code. `None` if the text has an enhanced status code alone.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::find_codes;
    /// assert_eq!(find_codes(b"SMTP error: 554 Refused").unwrap().reply().unwrap(), 554);
    /// assert_eq!(find_codes(b"Status: 5.2.2").unwrap().reply(), None);
    /// ```
    #[must_use]
    pub const fn reply(&self) -> Option<WireCode> {
        self.reply
    }

    /// Returns the enhanced status code that belongs to the reply code, or that stands alone. Its class may
    /// contradict the reply code's, as in `450 5.1.1`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, find_codes};
    /// let found = find_codes(b"SMTPRecipientsRefused: (550, b'5.1.1 No such user')").unwrap();
    /// assert_eq!(found.enhanced(), EnhancedCode::new(5, 1, 1));
    /// ```
    #[must_use]
    pub const fn enhanced(&self) -> Option<EnhancedCode> {
        self.enhanced
    }

    /// Returns both codes as one value, to ask what they mean. `None` without a reply code.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Action, Command, find_codes};
    /// let codes = find_codes(b"Diagnostic-Code: smtp; 452 4.2.2 Mailbox full").unwrap().codes().unwrap();
    /// assert_eq!(codes.to_string(), "452 4.2.2");
    /// assert_eq!(codes.action(Command::EndOfData), Action::DeferMessage);
    /// ```
    #[must_use]
    pub const fn codes(&self) -> Option<ReplyCodes> {
        match self.reply {
            Some(reply) => Some(ReplyCodes::new(reply, self.enhanced)),
            None => None,
        }
    }

    /// Returns where the codes stand: from the first byte of the first one to the last byte of the other. What
    /// the server said follows, unless the enhanced status code stands inside its text.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::find_codes;
    /// let text = b"<<< 550-5.7.1 Refused";
    /// let found = find_codes(text).unwrap();
    /// assert_eq!(&text[found.range().end..], b" Refused");
    /// ```
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Searches a text for the reply code and the enhanced status code that belong together: a line of a log, a
/// bounce message, an error of another program.
///
/// For a reply from the wire use [`Reply::parse`](crate::Reply::parse), which is strict. This search is for
/// what people and programs made of replies. There three digits may as well be a process, a port or a size,
/// and three numbers with dots a version, a date or a part of an IP address. It prefers to find nothing.
///
/// # Examples
///
/// ```
/// use smtp_codes::find_codes;
///
/// let shown = |text: &str| find_codes(text.as_bytes())?.codes().map(|codes| codes.to_string());
/// for text in [
///     "'550 5.7.1 Refused'",
///     "Remote_host_said:_550_5.7.1_Refused/Giving_up_on_192.0.2.31./",
///     "{'ann@example.net': (550, b'5.7.1 Refused')}",
///     r#"{"code":550,"enhancedCode":"5.7.1"}"#,
///     "SMTP Error (550): Failed to add recipient \"ann@example.net\" (5.7.1 Refused)",
///     "550 cuda_nsu 5.7.1 <ann@example.net>: Refused",
///     "#5.7.1 SMTP; 550 Refused",
/// ] {
///     assert_eq!(shown(text).as_deref(), Some("550 5.7.1"), "{text}");
/// }
/// assert_eq!(shown("postfix/smtp[550]: connect to mx.example.net[192.0.2.250]:587, size=512"), None);
/// ```
///
/// # What is a reply code
///
/// Three digits, 200 to 599, that no letter, no further digit and no dot touches, in one of these places:
///
/// * right before an enhanced status code of its class: `550 5.1.1`, `550-5.1.1`, `550_5.1.1_`, `[550] (#5.1.1)`;
/// * at the beginning of a line, if a quote or a bracket does not count: `550 User unknown`, `(550, b'Unknown')`;
/// * behind a word that says who said it or what it is, with or without a colon as it takes one: `said: 550`,
///   `"response":"550 Unknown"`, `error code 550`, `smtp; 550`, `SMTPDataError: 554 Refused`,
///   `refused to talk to me: 554 No`, `status=sent (250 Ok)`;
/// * behind a host, an address, or the sign of a line that the server sent: `mx.example.net[192.0.2.1]: 550 No`,
///   `<<< 550 No`, `S: 550 No`.
///
/// The first of them in the text is told. If the same code is told again in its line, or in the next line of
/// the same reply, an enhanced status code there is its own too. Of a whole session give one line at a time:
/// this search does not know which reply matters.
///
/// # What is an enhanced status code
///
/// The class 2, 4 or 5 and two numbers up to 999, as [`find_enhanced`] has it. It belongs to the reply code if it
/// stands right behind, or further on in the same line, of the same class, with a reason: a number sign or a
/// bracket, a word that announces it, a host name or one other word between the two. Right before, it belongs to
/// it in `#5.1.1 SMTP; 550` and behind a name such as `"enhancedCode"`.
///
/// `Status: 5.1.1` and `dsn=5.1.1` are never put to a reply code: the sending server fills them in, also where
/// the reply had none. Where a text has no reply code, they are told alone.
///
/// # What it does not take
///
/// * A number in an undecided place: `[550]`, `id 550`, `size=512`, `Content-Length: 518`, `X-Unix; 255`, `:587`,
///   `12:24:250`, `250 messages`, `250/251`, `550 kB`.
/// * What was only expected: `expected 250`. HTTP's and FTP's numbers and an exit code, if the line says so
///   before: `HTTP/1.1 503`, `exit status 255`. `status=503` and `"statusCode":503` without a text.
/// * 200 (nearly always HTTP's), and of the 3yz all but 334 and 354, unless an enhanced status code of the same
///   class follows. Numbers of no catalogue, such as 598, unless a text follows and the place is certain.
/// * 465 and 587, which are ports, but at the beginning of a line.
/// * What is encoded: base64, quoted-printable, UTF-16, an enhanced status code as a list (`{5, 1, 1}`).
///
/// Takes time in proportion to the length of the text, and allocates nothing.
#[must_use]
pub fn find_codes(text: &[u8]) -> Option<FoundCodes> {
    let (reply, alone) = Search::of(text);
    reply.or(alone)
}

/// Searches a text for an enhanced status code: that of [`find_codes`], or else the best that belongs to no
/// reply code.
///
/// A candidate is 2, 4 or 5, a dot, up to three digits, a dot and up to three digits, without leading zeros.
/// Neither a letter, a digit, a dot, a hyphen nor any of `/ _ @ + ~ \ % $ & * =` may touch it, except where a
/// rule below says so, and a full stop may follow it where it ends a word. So neither `192.5.1.1`, `5.1.1.9`,
/// `5.1.1.*`, `[5.1.1.1]`, `v2.4.1`, `mailer/5.4.1`, `5.4.1-beta` nor `2.4.2024` holds one. What stands before
/// it decides. Of several that belong to no reply code the best reason wins, then the first:
///
/// 1. right behind a reply code of the same class: `550 5.1.1`;
/// 2. behind a number sign: `#5.1.1`, `(#5.1.1)`;
/// 3. in a field that holds nothing else: `Status: 5.1.1`, `dsn=5.1.1`, and behind the type of a diagnostic,
///    `smtp; 5.1.1`;
/// 4. right behind a reply code of another class, `334 5.7.8`, with its subject and detail in the range that
///    servers use;
/// 5. behind a word that announces it: `error`, `code`, `said:` and their like;
/// 6. in that range too, behind a mail address or the name of a host with three parts or more;
/// 7. in that range, and the first word of the text: `5.1.1 User unknown`, which is what clients leave that take
///    the reply code off.
///
/// A candidate behind any other word is none: `OpenSSL 4.2.1`, `since 5.11.99`. Takes time in proportion to
/// the length of the text.
///
/// # Examples
///
/// ```
/// use smtp_codes::{EnhancedCode, find_enhanced};
///
/// let unknown = EnhancedCode::new(5, 1, 1);
/// assert_eq!(find_enhanced(b"550 sorry, no mailbox here by that name (#5.1.1)"), unknown);
/// assert_eq!(find_enhanced(b"Status: 5.1.1 (bad destination mailbox address)"), unknown);
/// assert_eq!(find_enhanced(b"Diagnostic-Code: smtp; 550 5.1.1 <joe@example.com>: unknown"), unknown);
/// assert_eq!(find_enhanced(b"connect to 5.1.1.9 with OpenSSL 4.2.1 on 5.11.99 failed"), None);
/// ```
#[must_use]
pub fn find_enhanced(text: &[u8]) -> Option<EnhancedCode> {
    let (reply, alone) = Search::of(text);
    reply.and_then(|codes| codes.enhanced).or(alone.and_then(|codes| codes.enhanced))
}

/// How an enhanced code came to a reply code, the weakest tie first: a stronger one replaces it.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Tie {
    None,
    /// It stands in the code's place, and its class is another.
    Disagrees,
    /// It stands before the code.
    Before,
    Agrees,
}

/// The reply that is told.
#[derive(Clone, Copy)]
struct Told {
    codes: FoundCodes,
    code: WireCode,
    /// Where the reply code stands for the first time.
    start: usize,
    tie: Tie,
    /// Whether the line that is read holds it.
    here: bool,
    /// Whether a hyphen follows the code, and so another line of the same reply.
    goes_on: bool,
}

/// The last number that may be a reply code.
#[derive(Clone, Copy)]
struct Number {
    code: WireCode,
    start: usize,
    end: usize,
    /// Whether it is the code of the reply that is told.
    is_told: bool,
    /// The words between it and what is read now.
    words: usize,
}

/// What was read so far.
struct Search<'a> {
    text: &'a [u8],
    line: Line<'a>,
    number: Option<Number>,
    /// An enhanced code of this line that may belong to a reply code behind it.
    before: Option<(Rank, FoundCodes)>,
    reply: Option<Told>,
    /// The best enhanced code that belongs to no reply code.
    alone: Option<(Rank, FoundCodes)>,
}

impl<'a> Search<'a> {
    /// What is told of a text, and the best enhanced code that belongs to no reply code.
    fn of(text: &'a [u8]) -> (Option<FoundCodes>, Option<FoundCodes>) {
        let mut search =
            Self { text, line: Line::new(text, true), number: None, before: None, reply: None, alone: None };
        for (start, word, begins_line) in Words::of(text) {
            if begins_line && !search.line.is_empty() {
                search.begin_line(start);
            }
            search.word(word, start);
            if search.reply.is_some_and(|told| told.tie == Tie::Agrees) {
                break;
            }
        }
        (search.reply.map(|told| told.codes), search.alone.map(|(_, codes)| codes))
    }

    fn begin_line(&mut self, start: usize) {
        self.line = Line::new(self.text.get(start..).unwrap_or_default(), false);
        self.number = None;
        self.before = None;
        if let Some(told) = &mut self.reply {
            told.here = false;
        }
    }

    /// Reads a word between blanks, which may hold several codes: `"code":550,"enhancedCode":"5.7.1"`.
    fn word(&mut self, word: &'a [u8], start: usize) {
        let mut rest_at = 0;
        let mut at = 0;
        while at < word.len() {
            let (before, here) = word.split_at(at);
            if !matches!(here, [b'2'..=b'5', ..]) {
                at += 1;
            } else if let Some((enhanced, length)) = enhanced_at(before, here) {
                self.enhanced(before, start, (enhanced, length));
                at += length;
            } else if let Some(code) = number_at(before, here).filter(|code| !self.line.is_port(*code)) {
                self.number(before, start, code);
                at += 3;
                rest_at = at;
            } else {
                at += 1;
            }
        }
        let rest = word.get(rest_at..).unwrap_or_default();
        let has_rest = rest.iter().any(u8::is_ascii_alphanumeric);
        if let (Some(number), true) = (&mut self.number, has_rest) {
            number.words += 1;
        }
        // Of `550-mx.example.net` the host is what the next word stands behind.
        let previous = if has_rest { Some(rest) } else { (rest_at > 0).then_some(word) };
        self.line.push(word, previous);
    }

    fn number(&mut self, before: &[u8], start: usize, code: WireCode) {
        let (from, to) = (start + before.len(), start + before.len() + 3);
        let rest = self.text.get(from..).unwrap_or_default();
        let goes_on = matches!(self.text.get(to), Some(b'-'));
        let again = self.reply.as_mut().filter(|told| told.code == code && (told.here || told.goes_on));
        let is_told = if let Some(told) = again {
            (told.here, told.goes_on) = (true, goes_on);
            true
        } else if self.reply.is_none() && self.line.accepts(before, code, rest, behind(rest)) {
            let codes = FoundCodes { reply: Some(code), enhanced: None, start: from, end: to };
            self.reply = Some(Told { codes, code, start: from, tie: Tie::None, here: true, goes_on });
            self.tie_before(before, code);
            true
        } else {
            false
        };
        self.number = Some(Number { code, start: from, end: to, is_told, words: 0 });
    }

    /// Ties the enhanced code that stands before a reply code to it: `#5.1.1 SMTP; 550`.
    fn tie_before(&mut self, before: &[u8], code: WireCode) {
        let (Some((rank, codes)), Some(told)) = (self.before, &mut self.reply) else { return };
        let agrees = codes.enhanced.is_some_and(|enhanced| enhanced.class() == code.class());
        if agrees && (rank != Rank::NumberSign || self.line.is_diagnostic(before)) {
            (told.codes.enhanced, told.codes.start, told.tie) = (codes.enhanced, codes.start, Tie::Before);
        }
    }

    fn enhanced(&mut self, before: &[u8], start: usize, (enhanced, length): (EnhancedCode, usize)) {
        let (from, to) = (start + before.len(), start + before.len() + length);
        let alone = FoundCodes { reply: None, enhanced: Some(enhanced), start: from, end: to };
        let adjacent =
            self.number.filter(|number| number.words == 0 && self.text.get(number.end..from).is_some_and(is_gap));
        let rank = if let Some(number) = adjacent {
            self.tie_adjacent(number, alone);
            line::behind_number(number.code.class(), enhanced)
        } else {
            let rank = self.line.rank(before, enhanced);
            self.tie_in_line(before, rank, alone);
            rank
        };
        // In the line of a reply a host says nothing about an enhanced code of another class.
        let Some(rank) = rank.filter(|rank| self.number.is_none() || *rank != Rank::BehindHost) else {
            return;
        };
        if matches!(rank, Rank::NumberSign) || self.line.is_named_enhanced(before) {
            self.before = Some((rank, alone));
        }
        if self.alone.is_none_or(|(best, _)| rank < best) {
            self.alone = Some((rank, alone));
        }
    }

    /// Ties an enhanced code right behind a number to it. That makes the number a reply code.
    fn tie_adjacent(&mut self, number: Number, alone: FoundCodes) {
        let Some(enhanced) = alone.enhanced else { return };
        let class = number.code.class();
        let tie = match line::behind_number(class, enhanced) {
            Some(Rank::BehindReply) => Tie::Agrees,
            Some(_) if class != Class::PositiveIntermediate => Tie::Disagrees,
            _ => return,
        };
        let codes = FoundCodes { reply: Some(number.code), start: number.start, ..alone };
        match &mut self.reply {
            Some(told) if number.is_told && tie > told.tie => {
                // A later line of the same reply leaves the beginning where it is.
                let between = self.text.get(told.start..number.start).unwrap_or_default();
                told.codes = codes;
                if between.contains(&b'\n') {
                    told.codes.start = told.start;
                }
                told.tie = tie;
            }
            None if tie == Tie::Agrees => {
                self.reply =
                    Some(Told { codes, code: number.code, start: number.start, tie, here: true, goes_on: false });
                self.number = Some(Number { is_told: true, ..number });
            }
            _ => {}
        }
    }

    /// Ties an enhanced code further on in the line, if there is a reason to.
    fn tie_in_line(&mut self, before: &[u8], rank: Option<Rank>, alone: FoundCodes) {
        let (Some(number), Some(told)) = (self.number, &mut self.reply) else { return };
        let Some(enhanced) = alone.enhanced else { return };
        if !number.is_told || told.tie != Tie::None || told.code.class() != enhanced.class() {
            return;
        }
        let in_text = match rank {
            Some(Rank::First) | None => self.line.is_in_text(before, enhanced, number.words),
            Some(_) => true,
        };
        if in_text {
            told.codes = FoundCodes { reply: Some(told.code), start: told.codes.start, ..alone };
            told.tie = Tie::Agrees;
        }
    }
}
