//! What is counted of a log: deliveries by what became of them and what was said, and the recipients that were given up.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use smtp_codes::{Command, EnhancedCode, Provider, ReplyCodes, WireCode};

use crate::read::log::Line;
use crate::read::{Case, Outcome};

/// The counts of a log.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) lines: u64,
    /// Lines of a mail program that tell of no delivery, and lines that have nothing to do with mail.
    pub(crate) known: u64,
    pub(crate) others: u64,
    /// Lines that look like mail and could not be read, and the first of them.
    pub(crate) unread: u64,
    pub(crate) unread_sample: Vec<u8>,
    pub(crate) own_refusals: u64,
    /// Replies whose last line is missing.
    pub(crate) cut_off: u64,
    /// Replies with more than one code. They are counted as nothing else.
    pub(crate) contradictions: u64,
    pub(crate) rows: HashMap<Key, Row>,
    /// Each recipient that was given up. All the memory that grows with the log is here and in the rows.
    pub(crate) given_up: HashMap<Box<[u8]>, Fate>,
    /// Failures whose recipient the log does not tell.
    pub(crate) nameless: u64,
    /// Whose codes have which provider's meaning, by a hash of the host: looking for signs takes longer than all else.
    providers: HashMap<(u64, ReplyCodes), Option<Provider>>,
}

/// What is known of an address that was given up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Fate {
    /// For a reason that is not the address.
    Kept,
    /// A reply says that the address is bad.
    Condemned,
    /// It was condemned, and later took mail.
    Revived,
}

/// What is counted together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Key {
    pub(crate) outcome: Outcome,
    /// `None` where there was no reply.
    pub(crate) code: Option<WireCode>,
    pub(crate) enhanced: Option<EnhancedCode>,
    /// The provider that said it, where it means something of its own by it.
    pub(crate) provider: Option<Provider>,
}

/// A row of the table.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) count: u64,
    /// How often it answered which command, where the log tells.
    pub(crate) commands: Vec<(Command, u64)>,
    /// The first of them.
    pub(crate) sample: Case<'static>,
}

/// So much of a text is kept to show.
const SAMPLE: usize = 300;
/// So many hosts' codes are remembered.
const MOST_HOSTS: usize = 10_000;

impl Tally {
    /// Counts what a line says.
    pub(crate) fn add(&mut self, line: Line<'_>, text: &[u8]) {
        match line {
            Line::Delivery(case) => self.delivery(case),
            Line::CutOff => self.cut_off += 1,
            Line::OwnRefusal => self.own_refusals += 1,
            Line::Known => self.known += 1,
            Line::Other => self.others += 1,
            Line::Unread => {
                if self.unread == 0 {
                    self.unread_sample = text.iter().take(SAMPLE).copied().collect();
                }
                self.unread += 1;
            }
        }
    }

    fn delivery(&mut self, case: Case<'_>) {
        if case.said.as_ref().is_some_and(|said| said.contradiction.is_some()) {
            self.contradictions += 1;
            return;
        }
        let Some(outcome) = case.result() else {
            self.others += 1;
            return;
        };
        let codes = case.codes();
        let key = Key {
            outcome,
            code: codes.map(ReplyCodes::code),
            enhanced: codes.map_or(case.status, ReplyCodes::enhanced),
            provider: self.provider(&case),
        };
        self.recipients(&case, outcome);
        let row = self.rows.entry(key).or_default();
        row.count += 1;
        if let Some(command) = case.command {
            match row.commands.iter_mut().find(|(other, _)| *other == command) {
                Some((_, count)) => *count += 1,
                None => row.commands.push((command, 1)),
            }
        }
        if row.count == 1 {
            row.sample = shortened(case);
        }
    }

    /// The provider that said it, if it is known to mean something of its own by these codes.
    fn provider(&mut self, case: &Case<'_>) -> Option<Provider> {
        let codes = case.codes().filter(|codes| codes.is_negative())?;
        if case.host.is_empty() {
            return provider(case, codes);
        }
        if self.providers.len() > MOST_HOSTS {
            self.providers.clear();
        }
        let mut hasher = DefaultHasher::new();
        case.host.hash(&mut hasher);
        *self.providers.entry((hasher.finish(), codes)).or_insert_with(|| provider(case, codes))
    }

    fn recipients(&mut self, case: &Case<'_>, outcome: Outcome) {
        let recipient = case.recipient.as_deref().filter(|address| !address.is_empty());
        match (outcome, recipient) {
            (Outcome::Failed, None) => self.nameless += 1,
            (Outcome::Failed, Some(recipient)) => {
                let fate = if case.condemns() { Fate::Condemned } else { Fate::Kept };
                for one in each(recipient) {
                    let address = folded(one);
                    match self.given_up.get_mut(&*address) {
                        // What is said last holds, but for a refusal that says nothing of the address.
                        Some(known) if fate == Fate::Condemned => *known = fate,
                        Some(_) => {}
                        None => drop(self.given_up.insert(address.into(), fate)),
                    }
                }
            }
            // A reply alone, as in a session, is no proof that the address took the mail; the log's word is.
            (Outcome::Sent, Some(recipient))
                if case.outcome.is_some() && !case.doubtful && !self.given_up.is_empty() =>
            {
                for one in each(recipient) {
                    if let Some(fate @ Fate::Condemned) = self.given_up.get_mut(&*folded(one)) {
                        *fate = Fate::Revived;
                    }
                }
            }
            _ => {}
        }
    }
}

/// The recipients of one line: Sendmail has several, `a@example.net>,<b@example.net`.
fn each(recipient: &[u8]) -> impl Iterator<Item = &[u8]> {
    let is_list = recipient.first() != Some(&b'"') && memchr::memmem::find(recipient, b">,<").is_some();
    let (list, one) = if is_list { (recipient, None) } else { (&b""[..], Some(recipient)) };
    let list = list.split(|byte| *byte == b',').filter(|one| !one.is_empty());
    list.map(|one| one.strip_prefix(b"<").unwrap_or(one)).map(|one| one.strip_suffix(b">").unwrap_or(one)).chain(one)
}

/// The domain is the same in capitals. The local part need not be (RFC 5321 section 2.4).
fn folded(recipient: &[u8]) -> Cow<'_, [u8]> {
    let local = recipient.iter().rposition(|byte| *byte == b'@').unwrap_or(0);
    let mut address = Cow::Borrowed(recipient);
    if recipient.iter().skip(local).any(u8::is_ascii_uppercase) {
        address.to_mut().iter_mut().skip(local).for_each(u8::make_ascii_lowercase);
    }
    address
}

fn provider(case: &Case<'_>, codes: ReplyCodes) -> Option<Provider> {
    let said = case.said.as_ref()?;
    let has_meaning = |provider: &Provider| match codes.enhanced() {
        Some(enhanced) => enhanced.meaning_at(*provider).is_some(),
        None => codes.code().meaning_at(*provider).is_some(),
    };
    let has_sign =
        |provider: &Provider| provider.sign_in(&said.text).or_else(|| provider.sign_in(&case.host)).is_some();
    Provider::ALL.iter().copied().filter(has_meaning).find(has_sign)
}

fn shortened(case: Case<'_>) -> Case<'static> {
    let mut case = case.into_owned();
    let cut = |text: &mut Cow<'static, [u8]>| text.to_mut().truncate(SAMPLE);
    case.said.iter_mut().for_each(|said| cut(&mut said.text));
    cut(&mut case.own);
    cut(&mut case.host);
    case
}
