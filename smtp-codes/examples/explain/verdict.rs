//! What follows from a reply: what the client does, who can act, whether the address is to blame, and what the
//! provider may have meant.

use std::io;

use smtp_codes::{Class, Command, Provider, Reason, ReplyCodes, Scope, enhanced::Meaning};

use crate::Options;
use crate::case::Case;
use crate::common::meaning::{condemns_recipient, meaning_at};
use crate::common::page::Page;
use crate::enhanced::{nothing_own, provider_means};

/// A provider's own meaning.
pub(crate) struct Own {
    provider: Provider,
    meaning: Option<Meaning>,
    /// What gives the provider away, where nobody named it.
    guessed_by: Option<&'static str>,
}

impl Own {
    /// What the provider that the caller named, or that the text seems to come from, means by these codes.
    pub(crate) fn of(case: &Case, options: Options) -> Option<Self> {
        let guess = || {
            let facts = case.facts.iter().map(|(_, value)| value);
            let host = facts.map(|value| format!("{value}[")).collect::<String>();
            let text = format!("{} {} {host}", case.lines.join(" "), case.around);
            let (provider, mark) = Provider::guess(text.as_bytes())?;
            Some((provider, Some(mark)))
        };
        let (provider, guessed_by) = options.provider.map(|provider| (provider, None)).or_else(guess)?;
        let meaning = meaning_at(provider, case.code, case.enhanced);
        Some(Self { provider, meaning, guessed_by })
    }

    /// A name for what is meant, which may be quite another than the registry's.
    pub(crate) fn name(&self) -> Option<String> {
        let reason = self.meaning?.reason()?;
        Some(format!("{} (as {} means it)", reason.name(), self.provider.name()))
    }

    /// Whether the registered meaning takes second place.
    pub(crate) const fn is_known(&self) -> bool {
        self.meaning.is_some()
    }

    pub(crate) fn explain(&self, page: &mut Page<'_>, what: &str) -> io::Result<()> {
        match &self.meaning {
            Some(meaning) => provider_means(page, self.provider, meaning, what, self.guessed_by),
            // A guess in vain is not worth a word.
            None if self.guessed_by.is_some() => Ok(()),
            None => nothing_own(page, self.provider, what),
        }
    }
}

/// What a client does with it.
pub(crate) fn next_step(page: &mut Page<'_>, status: ReplyCodes, command: Command) -> io::Result<()> {
    let action = status.action(command);
    let name = action.name();
    let name = name.get(..1).unwrap_or_default().to_uppercase() + name.get(1..).unwrap_or_default();
    page.section(
        &format!("What the sending server does after {}", command.name()),
        format!("{name}. {}", action.description()),
    )
}

/// Who can act, what it was about, and what becomes of the address.
pub(crate) fn who(
    page: &mut Page<'_>,
    status: ReplyCodes,
    command: Option<Command>,
    own: Option<&Own>,
) -> io::Result<()> {
    let meaning = own.and_then(|own| own.meaning);
    if let (None, Some((reason, confidence))) = (meaning, status.reason()) {
        page.section("Reason", format!("{} (confidence: {confidence}).", reason.name()))?;
    }
    let scope = match meaning {
        Some(meaning) => meaning.reason().and_then(Reason::scope),
        None => status.scope(),
    };
    if let Some(scope) = scope {
        page.section("Who can act", format!("{}. {}", scope.name(), scope.description()))?;
    } else if status.class().is_negative() {
        page.section(
            "Who can act",
            "The codes do not tell: servers send the same ones for the faults of several sides. Go by the text.",
        )?;
    }
    if status.class() != Class::PermanentNegative {
        return Ok(());
    }
    let text = if condemns_recipient(status, command) {
        "Stop writing to it: the reply says that the address itself is no good. One typed a minute ago may just \
         have a slip in it."
    } else if status.condemns_recipient() {
        "Keep it for now: the code is that of a bad address, but it answered a command that is not about one \
         recipient alone."
    } else if meaning.is_some() && scope == Some(Scope::Recipient) {
        "Look at it by hand: that is what this provider means, but elsewhere the same code means something else, so \
         no program should drop an address because of it."
    } else {
        "Keep it: this attempt has failed, but no code of the reply says that the address is bad. Where its text \
         says so, that is for a person to judge."
    };
    page.section("The recipient's address", text)
}
