//! What large providers mean by a code where that is not the registered meaning, or is narrower.

use core::fmt;

use crate::signs::{PLAIN, Table, hash, kind, signs_at};
use crate::words::words;
use crate::{EnhancedCode, EnhancedStatus, Provider, Reason, WireCode};

/// One row of the catalogue: a code or a range of codes, and what the provider means by it.
#[doc(hidden)]
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct Row {
    first: u32,
    last: u32,
    reason: Option<Reason>,
    text: &'static str,
    source: &'static str,
}

impl Row {
    #[must_use]
    pub const fn new(first: u32, last: u32, reason: Option<Reason>, text: &'static str, source: &'static str) -> Self {
        Self { first, last, reason, text, source }
    }
}

words! { Provider, "a provider", "amazon-ses" }

impl Provider {
    /// Which servers are meant, and how to tell their replies.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Provider;
    /// assert!(Provider::Gmail.description().contains("gsmtp"));
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.__description()
    }

    /// What only this provider's servers write into a reply or a log: names of hosts and tags, in capitals or
    /// not.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Provider;
    /// assert!(Provider::Gmail.signs().contains(&"gsmtp"));
    /// ```
    #[must_use]
    pub const fn signs(self) -> &'static [&'static str] {
        self.__signs()
    }

    /// The first of the [`signs`](Self::signs) that a text holds, a reply or a line of a log. A sign that begins
    /// with a letter or a digit counts where a word begins, so `mailingsmtp` holds no `gsmtp`.
    ///
    /// Takes time in proportion to the length of the text.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Provider;
    /// assert_eq!(Provider::Yahoo.sign_in(b"421 4.7.0 [TSS04] Messages deferred"), Some("[TSS"));
    /// ```
    #[must_use]
    pub fn sign_in(self, text: &[u8]) -> Option<&'static str> {
        self.signs().iter().copied().find(|sign| holds(text, sign.as_bytes()))
    }

    /// The provider whose server seems to have written a text, and the sign that gives it away. It is a guess:
    /// anybody can write the same.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Provider;
    /// let text = b"550-5.7.26 This mail has been blocked. a1-20020si123.45 - gsmtp";
    /// assert_eq!(Provider::guess(text), Some((Provider::Gmail, "gsmtp")));
    /// assert_eq!(Provider::guess(b"550 5.1.1 <joe@gmail.com>: unknown"), None);
    /// ```
    #[must_use]
    pub fn guess(text: &[u8]) -> Option<(Self, &'static str)> {
        let (mut best, mut inside) = (None::<&(&'static str, Self, usize)>, false);
        for (at, byte) in text.iter().enumerate() {
            let is_word = kind(*byte) & PLAIN != 0;
            if core::mem::replace(&mut inside, is_word) && is_word {
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let Some(pair) = rest.get(..2) else { break };
            for known in signs_at(SIGNS, hash(pair)) {
                if best.is_none_or(|best| known.2 < best.2) && begins(rest, known.0.as_bytes()) {
                    best = Some(known);
                }
            }
        }
        best.map(|(sign, provider, _)| (*provider, *sign))
    }

    /// The narrowest row that holds a code: the macro puts the narrow ones first.
    const fn row(self, key: u32) -> Option<&'static Row> {
        let rows = self.__meanings();
        let mut at = 0;
        while at < rows.len() {
            if rows[at].first <= key && key <= rows[at].last {
                return Some(&rows[at]);
            }
            at += 1;
        }
        None
    }
}

/// All signs by their first two bytes, each with its place in the catalogue.
static SIGNS: Table<(&str, Provider, usize)> = Provider::__sign_table();

/// Whether a place is in the middle of a word.
fn is_inside(before: Option<&u8>, text: &[u8]) -> bool {
    let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    is_word(before) && is_word(text.first())
}

/// Whether a text begins with a sign, in capitals or not.
fn begins(text: &[u8], sign: &[u8]) -> bool {
    text.get(..sign.len()).is_some_and(|start| start.eq_ignore_ascii_case(sign))
}

/// Whether a text holds a sign.
fn holds(text: &[u8], sign: &[u8]) -> bool {
    let mut before = None;
    text.windows(sign.len()).any(|part| {
        let inside = is_inside(core::mem::replace(&mut before, part.first()), part);
        !inside && begins(part, sign)
    })
}

/// What a provider means by a code, with the registered meaning beside it; from
/// [`EnhancedCode::meaning_at`] and [`WireCode::meaning_at`].
///
/// # Examples
///
/// ```
/// use smtp_codes::{EnhancedCode, EnhancedStatus, Provider, Reason};
///
/// let spf = EnhancedCode::new(5, 7, 27).unwrap().meaning_at(Provider::Gmail).unwrap();
/// assert_eq!(spf.reason(), Some(Reason::MessageAuthFailed));
/// assert_eq!(spf.registered(), Some(EnhancedStatus::SenderHasNullMx));
/// assert!(spf.text().ends_with('.'));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Meaning {
    row: &'static Row,
    registered: Option<EnhancedStatus>,
}

impl Meaning {
    /// What the provider means, in a few sentences.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Provider};
    /// let meaning = EnhancedCode::new(5, 7, 606).unwrap().meaning_at(Provider::ExchangeOnline).unwrap();
    /// assert!(!meaning.text().is_empty());
    /// ```
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.row.text
    }

    /// The reason that it comes down to; `None` where the provider gives one number several meanings, and
    /// only the text of the reply decides.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Provider, Reason};
    /// let meaning = EnhancedCode::new(5, 7, 606).unwrap().meaning_at(Provider::ExchangeOnline).unwrap();
    /// assert_eq!(meaning.reason(), Some(Reason::Blocklisted));
    /// ```
    #[must_use]
    pub const fn reason(&self) -> Option<Reason> {
        self.row.reason
    }

    /// Where the provider says so: the name of the page or document.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Provider};
    /// let meaning = EnhancedCode::new(5, 7, 27).unwrap().meaning_at(Provider::Gmail).unwrap();
    /// assert!(meaning.source().contains("Google"));
    /// ```
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.row.source
    }

    /// The registry's entry for the same enhanced code, if it has one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Provider};
    /// let meaning = EnhancedCode::new(5, 7, 606).unwrap().meaning_at(Provider::ExchangeOnline).unwrap();
    /// assert_eq!(meaning.registered(), None);
    /// ```
    #[must_use]
    pub const fn registered(&self) -> Option<EnhancedStatus> {
        self.registered
    }
}

impl fmt::Display for Meaning {
    /// The text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}

impl EnhancedCode {
    /// What a provider means by this code, where the catalogue knows that it is something else than the
    /// registered meaning, or narrower. Rows may be ranges: the narrowest that holds the code counts.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Provider, Reason};
    /// // X.4.1 is "no answer from host" in the registry.
    /// let edge = EnhancedCode::new(5, 4, 1).unwrap();
    /// let meaning = edge.meaning_at(Provider::ExchangeOnline).unwrap();
    /// assert_eq!(meaning.reason(), Some(Reason::RecipientUnknown));
    /// assert_eq!(edge.meaning_at(Provider::Yahoo), None);
    /// ```
    #[must_use]
    pub const fn meaning_at(self, provider: Provider) -> Option<Meaning> {
        // The same number as the macro makes of the catalogue's codes.
        let key = self.class().digit() as u32 * 1_000_000 + self.subject() as u32 * 1_000 + self.detail() as u32;
        match provider.row(key) {
            Some(row) => Some(Meaning { row, registered: self.status() }),
            None => None,
        }
    }
}

impl WireCode {
    /// What a provider means by a reply with this number and without an enhanced code of its own meaning.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Provider, Reason, WireCode};
    /// let throttled = WireCode::from_u16(454).unwrap().meaning_at(Provider::AmazonSes).unwrap();
    /// assert_eq!(throttled.reason(), Some(Reason::RateLimited));
    /// ```
    #[must_use]
    pub const fn meaning_at(self, provider: Provider) -> Option<Meaning> {
        match provider.row(self.as_u16() as u32) {
            Some(row) => Some(Meaning { row, registered: None }),
            None => None,
        }
    }
}
