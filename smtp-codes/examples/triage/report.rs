//! What was found in a log, in the form of the JSON output. The page is printed from the same.

use serde::Serialize;
use smtp_codes::{
    Class, Confidence, EnhancedCode, EnhancedStatus, Provider, Reason, ReplyCodes, Scope, WireCode,
};

use crate::common::argument::readable;
use crate::common::meaning;
use crate::tally::{Key, Row as Counted, Tally};

/// All that was found.
#[derive(Serialize)]
pub(crate) struct Report {
    pub(crate) lines: u64,
    /// Deliveries, and replies without a log around them.
    pub(crate) counted: u64,
    /// Of these.
    pub(crate) permanent: u64,
    pub(crate) temporary: u64,
    pub(crate) without_reply: u64,
    pub(crate) own_refusals: u64,
    pub(crate) cut_off: u64,
    pub(crate) contradictory: u64,
    /// Permanent ones first, then temporary ones; within a class by count.
    pub(crate) rows: Vec<Row>,
    pub(crate) not_shown: NotShown,
    pub(crate) recipients: Recipients,
}

/// Replies with the same code and enhanced code.
#[derive(Serialize)]
pub(crate) struct Row {
    pub(crate) count: u64,
    /// `null` where the other server said nothing.
    pub(crate) code: Option<u16>,
    pub(crate) enhanced: Option<String>,
    /// `permanent`, `temporary`, `intermediate` or `success`.
    pub(crate) class: &'static str,
    pub(crate) name: String,
    /// The provider whose own meaning counts, guessed from the text or the host's name.
    pub(crate) provider: Option<&'static str>,
    pub(crate) provider_meaning: Option<&'static str>,
    pub(crate) answers: Vec<Answers>,
    /// Who can do something about it, where the codes tell.
    pub(crate) scope: Option<&'static str>,
    /// Where the codes or the provider's meaning tell.
    pub(crate) reason: Option<&'static str>,
    /// How far the reason can be trusted: `high`, `medium` or `low`; `null` for a provider's own meaning.
    pub(crate) confidence: Option<&'static str>,
    pub(crate) what_to_do: Option<&'static str>,
    /// Whether a reply like that about a single recipient says that the address is bad.
    pub(crate) condemns_recipient: bool,
    /// The first such reply, or what the log says in place of one.
    pub(crate) sample: String,
    #[serde(skip)]
    pub(crate) key: Key,
}

/// How often a command got it.
#[derive(Serialize)]
pub(crate) struct Answers {
    pub(crate) command: &'static str,
    pub(crate) count: u64,
}

/// What `--top` leaves out.
#[derive(Default, Serialize)]
pub(crate) struct NotShown {
    pub(crate) rows: usize,
    pub(crate) count: u64,
}

/// Distinct addresses that got a permanent reply.
#[derive(Serialize)]
pub(crate) struct Recipients {
    /// All of them: whom a sender gives up who takes every 5yz for a bad address.
    pub(crate) refused: u64,
    /// Those of which a reply says that the address is bad.
    pub(crate) condemned: u64,
    /// Permanent replies whose recipient the log does not tell.
    pub(crate) nameless_replies: u64,
}

/// The classes in the order of the report.
pub(crate) const CLASSES: [Class; 4] = [
    Class::PermanentNegative,
    Class::TransientNegative,
    Class::PositiveIntermediate,
    Class::PositiveCompletion,
];

impl Report {
    /// The report of these counts, with the `top` most frequent rows of each class.
    pub(crate) fn new(tally: &Tally, top: usize) -> Self {
        let mut rows = Vec::new();
        let mut not_shown = NotShown::default();
        for class in CLASSES {
            let mut of_class: Vec<_> = tally.rows.iter().filter(|(key, _)| key.class == class).collect();
            of_class.sort_unstable_by_key(|(key, row)| {
                (u64::MAX - row.count, key.code.is_none(), key.code, key.enhanced, key.provider)
            });
            let left_out = of_class.get(top..).unwrap_or_default();
            not_shown.rows += left_out.len();
            not_shown.count += left_out.iter().map(|(_, row)| row.count).sum::<u64>();
            rows.extend(of_class.into_iter().take(top).map(|(key, row)| Row::new(*key, row)));
        }
        let count =
            |class| tally.rows.iter().filter(|(key, _)| key.class == class).map(|(_, row)| row.count).sum();
        Self {
            lines: tally.lines,
            counted: tally.rows.values().map(|row| row.count).sum(),
            permanent: count(Class::PermanentNegative),
            temporary: count(Class::TransientNegative),
            without_reply: tally.others,
            own_refusals: tally.own_refusals,
            cut_off: tally.cut_off,
            contradictory: tally.contradictions,
            rows,
            not_shown,
            recipients: Recipients {
                refused: count_of(tally.refused.len()),
                condemned: count_of(tally.refused.values().filter(|condemned| **condemned).count()),
                nameless_replies: tally.nameless,
            },
        }
    }
}

impl Row {
    fn new(key: Key, row: &Counted) -> Self {
        let mut commands = row.commands.clone();
        commands.sort_unstable_by_key(|(command, count)| (u64::MAX - count, *command));
        let answers = commands
            .iter()
            .map(|(command, count)| Answers { command: command.as_str(), count: *count })
            .collect();
        let status = key.code.map(|code| ReplyCodes::new(code, key.enhanced));
        let registered = key.enhanced.filter(|_| key.code.is_none()).and_then(EnhancedCode::status);
        let own = key.provider.and_then(|provider| meaning::meaning_at(provider, key.code, key.enhanced));
        let told =
            status.and_then(ReplyCodes::reason).or_else(|| registered.and_then(EnhancedStatus::reason));
        let scope = status.and_then(ReplyCodes::scope).or_else(|| registered.and_then(EnhancedStatus::scope));
        let (reason, confidence, scope) = match own.map(|own| own.reason()) {
            Some(reason) => (reason, None, reason.and_then(Reason::scope)),
            None => (told.map(|(reason, _)| reason), told.map(|(_, confidence)| confidence), scope),
        };
        Self {
            count: row.count,
            code: key.code.map(WireCode::as_u16),
            enhanced: key.enhanced.map(|enhanced| enhanced.to_string()),
            class: class_word(key.class),
            name: match (own, reason) {
                (Some(_), Some(reason)) => reason.name().to_owned(),
                _ => meaning::name(key.code, key.enhanced),
            },
            provider: key.provider.map(Provider::name),
            provider_meaning: own.map(|own| own.text()),
            answers,
            scope: scope.map(Scope::name),
            reason: reason.map(Reason::name),
            confidence: confidence.map(Confidence::as_str),
            what_to_do: match own {
                Some(_) => reason.map(Reason::remediation),
                None => meaning::remediation(key.code, key.enhanced),
            },
            condemns_recipient: status.is_some_and(ReplyCodes::condemns_recipient),
            sample: readable(&row.sample).replace("\\n", " "),
            key,
        }
    }

    /// `550 5.1.1`, and `No reply, 4.4.1` where the sending program chose the enhanced code.
    pub(crate) fn codes(&self) -> String {
        match (self.key.code, self.key.enhanced) {
            (Some(code), Some(enhanced)) => format!("{code} {enhanced}"),
            (Some(code), None) => code.to_string(),
            (None, Some(enhanced)) => format!("No reply, {enhanced}"),
            (None, None) => "No reply".to_owned(),
        }
    }
}

fn count_of(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

const fn class_word(class: Class) -> &'static str {
    match class {
        Class::PermanentNegative => "permanent",
        Class::TransientNegative => "temporary",
        Class::PositiveIntermediate => "intermediate",
        Class::PositiveCompletion => "success",
    }
}
