//! What is counted: replies by code and enhanced code, and the recipients of those that are permanent.

use std::collections::HashMap;

use smtp_codes::{Class, Command, EnhancedCode, Provider, ReplyCodes, WireCode};

use crate::common::log::{Entry, Line, Said};
use crate::common::meaning;

/// The counts of a log.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) lines: u64,
    /// Lines that tell of no delivery and hold no reply.
    pub(crate) others: u64,
    /// Lines in which this server refused mail.
    pub(crate) own_refusals: u64,
    /// Replies whose last line is missing.
    pub(crate) cut_off: u64,
    /// Replies with more than one code. They are counted as nothing else.
    pub(crate) contradictions: u64,
    pub(crate) rows: HashMap<Key, Row>,
    /// Each recipient that got a permanent reply, and whether one of these condemns the address. All the
    /// memory that grows with the log is here and in the rows.
    pub(crate) refused: HashMap<Box<[u8]>, bool>,
    /// Permanent replies whose recipient the log does not tell.
    pub(crate) nameless: u64,
}

/// What is counted together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Key {
    pub(crate) class: Class,
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
    /// The first such reply, or what the log says in place of one.
    pub(crate) sample: Box<[u8]>,
}

/// So much of a reply is kept to show.
const SAMPLE: usize = 300;

impl Tally {
    /// Counts what a line says.
    pub(crate) fn add(&mut self, line: Line<'_>) {
        match line {
            Line::Delivery(entry) => self.delivery(&entry),
            Line::CutOff => self.cut_off += 1,
            Line::OwnRefusal => self.own_refusals += 1,
            Line::Begins { .. } | Line::Other => self.others += 1,
        }
    }

    fn delivery(&mut self, entry: &Entry<'_>) {
        let key = match (entry.reply, entry.own) {
            (Some(said), _) if said.contradiction.is_some() => {
                self.contradictions += 1;
                return;
            }
            (Some(said), _) => Key {
                class: said.code.class(),
                code: Some(said.code),
                enhanced: said.enhanced,
                provider: provider(entry, said),
            },
            (None, Some(own)) => Key { class: own.class, code: None, enhanced: own.enhanced, provider: None },
            (None, None) => {
                self.others += 1;
                return;
            }
        };
        let row = self.rows.entry(key).or_insert_with(|| {
            let text = match (entry.reply, entry.own) {
                (Some(said), _) => said.text,
                (None, own) => own.map_or(&b""[..], |own| own.text),
            };
            Row { sample: text.iter().take(SAMPLE).copied().collect(), ..Row::default() }
        });
        row.count += 1;
        if let Some(command) = entry.command {
            match row.commands.iter_mut().find(|(other, _)| *other == command) {
                Some((_, count)) => *count += 1,
                None => row.commands.push((command, 1)),
            }
        }
        if let (Class::PermanentNegative, Some(code)) = (key.class, key.code) {
            let status = ReplyCodes::new(code, key.enhanced);
            let condemns = meaning::condemns_recipient(status, entry.command);
            self.refused_recipient(entry.recipient, condemns);
        }
    }

    fn refused_recipient(&mut self, recipient: Option<&[u8]>, condemns: bool) {
        let Some(recipient) = recipient.filter(|address| !address.is_empty()) else {
            self.nameless += 1;
            return;
        };
        // The domain is the same in capitals. The local part need not be (RFC 5321 section 2.4).
        let local = recipient.iter().rposition(|byte| *byte == b'@').unwrap_or(0);
        let is_folded = |(at, byte): (usize, &u8)| at < local || !byte.is_ascii_uppercase();
        let mut folded = Vec::new();
        let address = if recipient.iter().enumerate().all(is_folded) {
            recipient
        } else {
            folded.extend_from_slice(recipient);
            folded.iter_mut().skip(local).for_each(u8::make_ascii_lowercase);
            &folded
        };
        match self.refused.get_mut(address) {
            Some(condemned) => *condemned |= condemns,
            None => drop(self.refused.insert(address.into(), condemns)),
        }
    }
}

/// The provider that said it, if it is known to mean something of its own by these codes.
fn provider(entry: &Entry<'_>, said: Said<'_>) -> Option<Provider> {
    if !said.code.class().is_negative() {
        return None;
    }
    let text = entry.own.map_or(said.text, |own| own.text);
    // Most codes mean the same everywhere, and then it need not be known who said them.
    Provider::ALL.iter().copied().find(|provider| {
        meaning::meaning_at(*provider, Some(said.code), said.enhanced).is_some()
            && provider.sign_in(text).is_some()
    })
}
