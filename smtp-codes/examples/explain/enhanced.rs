//! An enhanced status code explained: by the registry, or by its numbers where the registry has it not.

use std::io;

use smtp_codes::{
    EnhancedCode, EnhancedStatus, Provider,
    enhanced::{Meaning, Subject},
};

use crate::common::page::Page;
use crate::{Options, code};

pub(crate) const REGISTRY: &str = "https://www.iana.org/assignments/smtp-enhanced-status-codes";

/// Explains an enhanced code that came alone.
pub(crate) fn explain(page: &mut Page<'_>, enhanced: EnhancedCode, options: Options) -> io::Result<()> {
    match name(enhanced) {
        Some(name) => page.title(format!("Enhanced status code {enhanced}: {name}"))?,
        None => page.title(format!("Enhanced status code {enhanced} (not registered)"))?,
    }
    code::class(page, enhanced.class())?;
    let what = enhanced.to_string();
    if let Some(provider) = options.provider {
        match enhanced.meaning_at(provider) {
            Some(meaning) => provider_means(page, provider, &meaning, &what, None)?,
            None => nothing_own(page, provider, &what)?,
        }
    }
    body(page, enhanced, "What to do")?;
    if let Some((reason, confidence)) = enhanced.status().and_then(EnhancedStatus::reason) {
        page.section("Reason", format!("{} (confidence: {confidence}).", reason.name()))?;
    }
    if let Some(scope) = enhanced.status().and_then(EnhancedStatus::scope) {
        page.section("Who can act", format!("{}. {}", scope.name(), scope.description()))?;
    }
    if options.provider.is_none() {
        for provider in Provider::ALL.iter().copied() {
            if let Some(meaning) = enhanced.meaning_at(provider) {
                provider_means(page, provider, &meaning, &what, None)?;
            }
        }
    }
    references(page, enhanced)
}

/// The registry's name, if it has the code.
pub(crate) fn name(enhanced: EnhancedCode) -> Option<&'static str> {
    enhanced.status().map(EnhancedStatus::name)
}

/// What it means and what to do, with the label that the advice gets.
pub(crate) fn body(page: &mut Page<'_>, enhanced: EnhancedCode, advice: &str) -> io::Result<()> {
    let label = format!("What {enhanced} means");
    let Some(status) = enhanced.status() else {
        return page.section(&label, by_numbers(enhanced));
    };
    page.section(&label, format!("{}. {}", status.name(), status.description()))?;
    page.section(advice, status.remediation())?;
    if let Some(note) = status.note() {
        page.section("Note", note)?;
    }
    let classes = status.classes();
    if classes.is_empty() || classes.contains(&enhanced.class()) {
        return Ok(());
    }
    let digits: Vec<String> = classes.iter().map(|class| class.digit().to_string()).collect();
    page.section(
        &format!("With class {}", enhanced.class().digit()),
        format!(
            "The registry's text has {} in mind, with class {}. Servers send it with others too; then the class \
             says for how long, and the rest why.",
            status.as_str(),
            digits.join(" and ")
        ),
    )
}

/// What can be said of a code that the registry does not have.
fn by_numbers(enhanced: EnhancedCode) -> String {
    let subject = match Subject::from_u16(enhanced.subject()) {
        Some(subject) => format!("{}. {}", subject.name(), subject.description()),
        None => "no subject that an RFC defines.".to_owned(),
    };
    format!(
        "The registry does not have it: whoever sends it gave it a meaning of their own, and only their text or \
         their help pages say which. Its second number, {}, stands for: {subject}",
        enhanced.subject()
    )
}

/// Where the registry has it from, and with which replies.
pub(crate) fn references(page: &mut Page<'_>, enhanced: EnhancedCode) -> io::Result<()> {
    let Some(status) = enhanced.status() else {
        page.label(format!("Where to look up {enhanced}"))?;
        return page.addresses(&[("IANA registry".to_owned(), REGISTRY)]);
    };
    let replies = status.replies().iter().filter(|reply| reply.class() == enhanced.class());
    let replies: Vec<String> = replies.map(ToString::to_string).collect();
    if !replies.is_empty() {
        page.section(&format!("Reply codes that the registry pairs with {enhanced}"), replies.join(", "))?;
    }
    page.label(format!("References for {enhanced}"))?;
    let mut rows: Vec<_> =
        status.references().iter().map(|reference| (reference.to_string(), reference.url())).collect();
    rows.push(("IANA registry".to_owned(), REGISTRY));
    page.addresses(&rows)
}

/// What a provider means by a code, and how it is known that it was this provider.
pub(crate) fn provider_means(
    page: &mut Page<'_>,
    provider: Provider,
    meaning: &Meaning,
    what: &str,
    guessed_by: Option<&str>,
) -> io::Result<()> {
    page.label(format!("What {} means by {what}", provider.name()))?;
    if let Some(mark) = guessed_by {
        page.paragraph(format!(
            "That it was {} is a guess, because the text holds `{mark}`. It means something of its own by this \
             code; --provider names another.",
            provider.name()
        ))?;
    }
    page.paragraph(meaning.text())?;
    if let Some(reason) = meaning.reason() {
        page.paragraph(format!("{}. {}", reason.name(), reason.remediation()))?;
    }
    page.paragraph(format!("Source: {}.", meaning.source()))
}

/// Where the caller named a provider in vain.
pub(crate) fn nothing_own(page: &mut Page<'_>, provider: Provider, what: &str) -> io::Result<()> {
    page.section(
        &format!("What {} means by {what}", provider.name()),
        "Nothing of its own that the catalogue knows of: the registered meaning holds.",
    )
}
