//! What rustdoc says about each variant.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown::escape;
use super::parts::Context;
use crate::catalogue::{Advice, Answer, Catalogue, Command, Mark, Reference, Reply, Status, Topic, Word};

/// A page as attributes, one for each line, so that an expansion reads like source.
pub(super) fn attributes(page: &str) -> TokenStream {
    let lines = page.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// Paragraphs, the empty ones left out.
fn page(paragraphs: impl IntoIterator<Item = String>) -> String {
    joined(paragraphs, "\n\n")
}

/// The texts that are not empty.
pub(super) fn joined(texts: impl IntoIterator<Item = String>, separator: &str) -> String {
    let mut joined = String::new();
    for text in texts {
        append(&mut joined, &text, separator);
    }
    joined
}

fn append(joined: &mut String, text: &str, separator: &str) {
    if !joined.is_empty() && !text.is_empty() {
        *joined += separator;
    }
    *joined += text;
}

pub(super) fn commas(texts: impl IntoIterator<Item = String>) -> String {
    joined(texts, ", ")
}

/// A paragraph that begins with bold words, empty if there is no text.
fn lead_in(words: &str, text: Option<&str>) -> String {
    text.map(|text| format!("**{words}** {}", escape(text))).unwrap_or_default()
}

/// The verdict, and the steps as a list.
fn what_to_do(advice: &Advice) -> String {
    let steps = advice.steps.iter().map(|(party, step)| format!("* **{}:** {}", party.label(), escape(step)));
    page([lead_in("What to do.", Some(&advice.verdict)), joined(steps, "\n")])
}

/// Replies as servers send them, in a block of code.
fn examples(advice: &Advice) -> String {
    match advice.examples.as_slice() {
        [] => String::new(),
        examples => format!("```text\n{}\n```", examples.join("\n")),
    }
}

/// The page of a reply code. No headings: their anchors would shift whenever a code is added.
pub(super) fn reply(reply: &Reply, cx: &Context<'_>) -> String {
    let catalogue = cx.catalogue;
    let own = reply.answers.iter().filter(|answer| answer.rule.is_none());
    let meanings = own.filter_map(|Answer { command, said, .. }| {
        // Another crate's enum does not know the path to the library's command: a plain word serves.
        let link = if cx.call.is_library() {
            format!("[`{}`](Command::{})", command.key, command.variant)
        } else {
            format!("`{}`", command.key)
        };
        said.meaning.as_ref().map(|meaning| format!("**To {link}.** {}", escape(meaning)))
    });
    let pairs = reply.enhanced.iter().map(|code| {
        let code = *code.get_ref();
        match catalogue.status(code.subject, code.detail) {
            Some(status) => format!("[`{code}`](crate::EnhancedStatus::{})", status.variant()),
            None => format!("`{code}`"),
        }
    });
    let facts = facts([
        format!("Standing: {}", reply.standing.word()),
        labelled("answers", &in_short(&reply.answers)),
        labelled("enhanced codes", &commas(pairs)),
        mark(&reply.mark),
        sources(&reply.references, &reply.advice.sources),
    ]);
    page([
        format!("**{}** {}.", reply.number, escape(reply.name.trim_end_matches('.'))),
        escape(&reply.description),
        lead_in("When you see it.", Some(&reply.seen_when)),
        what_to_do(&reply.advice),
        examples(&reply.advice),
        facts,
        page(meanings),
        conditions(&reply.answers, catalogue),
    ])
}

/// The page of an enhanced code.
pub(super) fn status(status: &Status, catalogue: &Catalogue) -> String {
    let classes = joined(status.classes.iter().map(u8::to_string), " and ");
    let facts = facts([
        labelled("registered in class", &classes),
        labelled("paired with", &pairs(status, catalogue)),
        mark(&status.mark),
        sources(&status.references, &status.advice.sources),
    ]);
    page([
        format!("**X.{}** {}.", status.parts(), escape(status.name.trim_end_matches('.'))),
        escape(&status.description),
        what_to_do(&status.advice),
        examples(&status.advice),
        lead_in("Where sources disagree.", status.note.as_deref()),
        facts,
    ])
}

/// The page of a command.
pub(super) fn command(command: &Command, catalogue: &Catalogue) -> String {
    let replies = catalogue.replies.iter().filter(|reply| reply.answers(&command.key));
    let obsolete = if command.is_obsolete { " Obsolete." } else { "" };
    page([
        format!("**{}**{obsolete}", escape(&command.name)),
        escape(&command.description),
        format!("May be answered with {}.", commas(replies.map(link))),
        defined_in(&command.references),
    ])
}

/// The page of a word with texts.
pub(super) fn topic(topic: &Topic) -> String {
    let scope = topic.scope.as_ref().map(|scope| format!("Scope: [`{scope}`](crate::Scope::{scope})."));
    page([
        format!("**{}** `{}`.", escape(&topic.name), topic.key),
        escape(&topic.description),
        lead_in("What to do.", topic.remediation.as_deref()),
        scope.unwrap_or_default(),
        defined_in(&topic.references),
    ])
}

/// A paragraph of short facts, the first with a capital.
fn facts(facts: impl IntoIterator<Item = String>) -> String {
    let mut line = joined(facts, "; ");
    if let Some(first) = line.get_mut(..1) {
        first.make_ascii_uppercase();
        line.push('.');
    }
    line
}

fn labelled(label: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{label} {text}") }
}

/// What a code tells about a refusal by itself.
fn mark(mark: &Mark) -> String {
    match (&mark.reason, &mark.scope) {
        (Some((reason, confidence)), _) => {
            let condemns = if mark.condemns { "; in a 5yz reply it condemns the recipient's address" } else { "" };
            let confidence = confidence.word();
            format!("reason [`{reason}`](crate::Reason::{reason}), confidence {confidence}{condemns}")
        }
        (None, Some(scope)) => format!("scope [`{scope}`](crate::Scope::{scope})"),
        (None, None) => String::new(),
    }
}

/// The reply codes that the registry pairs a code with.
pub(super) fn pairs(status: &Status, catalogue: &Catalogue) -> String {
    let replies = status.replies.iter().filter_map(|pair| catalogue.reply(*pair.get_ref()));
    let any = status.any_reply.iter().map(|class| format!("any {class}yz"));
    commas([commas(replies.map(link)), commas(any)])
}

/// A reply code as a link to its page.
pub(super) fn link(reply: &Reply) -> String {
    format!("[{}](crate::ReplyCode::{})", reply.number, reply.variant())
}

/// The rules among the answers, each once, with its commands.
fn conditions(answers: &[Answer], catalogue: &Catalogue) -> String {
    let mut paragraphs = String::new();
    for (at, answer) in answers.iter().enumerate() {
        let Some(rule) = &answer.rule else { continue };
        if answers[..at].iter().any(|other| other.rule == answer.rule) {
            continue;
        }
        let same = answers.iter().filter(|other| other.rule == answer.rule);
        let commands: Vec<_> = same.map(|other| other.command.key.as_str()).collect();
        let (condition, reached) = (escape(&rule.condition), reached(&commands, catalogue));
        let meaning = answer.said.meaning.as_ref().map(|meaning| format!(" {}", escape(meaning)));
        let text = format!("**In reply to {reached}.** {condition}{}", meaning.unwrap_or_default());
        append(&mut paragraphs, &text, "\n\n");
    }
    paragraphs
}

/// The commands that a rule reaches: those, or all except the others, whichever is shorter.
fn reached(commands: &[&str], catalogue: &Catalogue) -> String {
    let mut others = Vec::new();
    for command in &catalogue.commands {
        if !commands.contains(&command.key.as_str()) {
            others.push(command.key.as_str());
        }
    }
    if catalogue.commands.is_empty() || others.len() > commands.len() {
        quoted(commands)
    } else if others.is_empty() {
        "every command".to_owned()
    } else {
        format!("every command except {}", quoted(&others))
    }
}

fn quoted(keys: &[&str]) -> String {
    commas(keys.iter().map(|key| format!("`{key}`")))
}

/// The commands that a code answers by itself, and whether rules let it answer others.
pub(super) fn in_short(answers: &[Answer]) -> String {
    let own = answers.iter().filter(|answer| answer.rule.is_none());
    let others = match own.clone().count() {
        0 if !answers.is_empty() => "commands under a condition",
        count if answers.len() > 2 * count => "others under a condition",
        _ => "",
    };
    commas([commas(own.map(|answer| format!("`{}`", answer.command.key))), others.to_owned()])
}

fn defined_in(references: &[Reference]) -> String {
    if references.is_empty() { String::new() } else { format!("Defined in {}.", links(references)) }
}

/// RFC sections, and pages that are none.
fn sources(references: &[Reference], pages: &[String]) -> String {
    let pages = joined(pages.iter().map(|page| escape(page)), "; ");
    joined([links(references), pages], "; ")
}

fn links(references: &[Reference]) -> String {
    let link = |reference: &Reference| {
        let Reference { rfc, section } = reference;
        let place = if section.is_empty() { String::new() } else { format!(" section {section}") };
        format!("[RFC {rfc}{place}]({})", reference.url())
    };
    commas(references.iter().map(link))
}
