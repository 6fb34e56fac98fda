//! What rustdoc says of the codes: an index by class on the enum, and a page for each variant.

use super::joined;
use super::parts::url;
use crate::catalogue::{
    Answer, Catalogue, Command, Confidence, Mark, Reference, Reply, Standing, Status, Topic,
};

/// Writes lines of documentation as attributes, one each, so that an expansion reads like source.
pub(super) fn lines(lines: &[String], output: &mut String) {
    for line in lines {
        let space = if line.is_empty() { "" } else { " " };
        *output += &format!("#[doc = {:?}]", format!("{space}{line}"));
    }
}

/// The index tables for the enum's own page.
pub(super) fn index(replies: &[Reply], with_answers: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for (class, heading) in [
        (2, "2yz Positive Completion"),
        (3, "3yz Positive Intermediate"),
        (4, "4yz Transient Negative Completion"),
        (5, "5yz Permanent Negative Completion"),
    ] {
        let mut entries = replies.iter().filter(|reply| reply.number / 100 == class).peekable();
        if entries.peek().is_none() {
            continue;
        }
        lines.extend([String::new(), format!("# {heading}"), String::new()]);
        let answers = if with_answers { " Answers |" } else { "" };
        let rule = if with_answers { " --- |" } else { "" };
        lines.push(format!("| Code | Variant | Name | Standing |{answers}"));
        lines.push(format!("| --- | --- | --- | --- |{rule}"));
        for Reply { number, variant, name, standing, answers, .. } in entries {
            let answers = if with_answers { format!(" {} |", in_short(answers)) } else { String::new() };
            let (name, standing) = (cell(name), self::standing(*standing));
            lines.push(format!(
                "| {number} | [`{variant}`](Self::{variant}) | {name} | {standing} |{answers}"
            ));
        }
    }
    lines
}

/// The page of a code. No headings: their anchors would shift whenever a code is added.
pub(super) fn reply(reply: &Reply, catalogue: &Catalogue) -> Vec<String> {
    let Reply { number, name, description, seen_when, remediation, standing, references, .. } = reply;
    let mut lines = vec![format!("**{number}** {}.", escape(name.trim_end_matches('.')))];
    let mut paragraph = |text: String| lines.extend([String::new(), text]);
    paragraph(escape(description));
    paragraph(format!("**When you see it.** {}", escape(seen_when)));
    paragraph(format!("**What to do.** {}", escape(remediation)));
    for answer in reply.answers.iter().filter(|answer| answer.condition.is_none()) {
        if let Some(meaning) = &answer.meaning {
            let command = command_link(&answer.command.variant, &answer.command.key, catalogue);
            paragraph(format!("**To {command}.** {}", escape(meaning)));
        }
    }
    for (condition, meaning, commands) in conditions(&reply.answers) {
        let meaning = meaning.map(|meaning| format!(" {}", escape(meaning))).unwrap_or_default();
        let to = reached(&commands, catalogue);
        paragraph(format!("**Under a condition.** {} It reaches {to}.{meaning}", escape(condition)));
    }
    let mut facts = vec![format!("Standing: {}", self::standing(*standing))];
    let own = in_short(&reply.answers);
    if !own.is_empty() {
        facts.push(format!("answers {own}"));
    }
    if !reply.enhanced.is_empty() {
        let pairs = joined(&reply.enhanced, ", ", &|code| {
            let text = format!("`{code}`");
            match catalogue.status(*code) {
                Some(status) => format!("[{text}](crate::EnhancedStatus::{})", status.variant),
                None => text,
            }
        });
        facts.push(format!("enhanced codes {pairs}"));
    }
    facts.extend(verdict(&reply.mark));
    if !references.is_empty() {
        facts.push(links(references));
    }
    paragraph(format!("{}.", facts.join("; ")));
    lines
}

/// The page of a command.
pub(super) fn command(command: &Command, catalogue: &Catalogue) -> Vec<String> {
    let obsolete = if command.obsolete { " Obsolete." } else { "" };
    let replies = joined(&catalogue.replies_to(command), ", ", &|reply| {
        format!("[{}](crate::ReplyCode::{})", reply.number, reply.variant)
    });
    let mut lines = vec![
        format!("**{}**{obsolete}", escape(&command.title)),
        String::new(),
        escape(&command.description),
        String::new(),
        format!("May be answered with {replies}."),
    ];
    if !command.references.is_empty() {
        lines.extend([String::new(), format!("Defined in {}.", links(&command.references))]);
    }
    lines
}

/// The page of a word with texts.
pub(super) fn topic(topic: &Topic) -> Vec<String> {
    let Topic { name, title, description, remediation, references, .. } = topic;
    let mut lines = vec![format!("**{}** {}.", escape(title), code(&name.key))];
    let mut paragraph = |text: String| lines.extend([String::new(), text]);
    paragraph(escape(description));
    if let Some(remediation) = remediation {
        paragraph(format!("**What to do.** {}", escape(remediation)));
    }
    if let Some(scope) = &topic.scope {
        paragraph(format!("Scope: [`{scope}`](crate::Scope::{scope})."));
    }
    if !references.is_empty() {
        paragraph(format!("Defined in {}.", links(references)));
    }
    lines
}

/// The page of an enhanced code.
pub(super) fn status(status: &Status, catalogue: &Catalogue) -> Vec<String> {
    let Status { subject, detail, name, description, remediation, note, references, .. } = status;
    let mut lines = vec![format!("**X.{subject}.{detail}** {}.", escape(name.trim_end_matches('.')))];
    let mut paragraph = |text: String| lines.extend([String::new(), text]);
    paragraph(escape(description));
    paragraph(format!("**What to do.** {}", escape(remediation)));
    if let Some(note) = note {
        paragraph(format!("**Where sources disagree.** {}", escape(note)));
    }
    let mut facts = Vec::new();
    if !status.classes.is_empty() {
        facts.push(format!("Registered in class {}", joined(&status.classes, " and ", &u8::to_string)));
    }
    let replies = pairs(status, catalogue);
    if !replies.is_empty() {
        facts.push(format!("paired with {replies}"));
    }
    facts.extend(verdict(&status.mark));
    if !references.is_empty() {
        facts.push(links(references));
    }
    if let Some(first) = facts.first_mut() {
        let (head, tail) = first.split_at(1);
        *first = head.to_ascii_uppercase() + tail;
        paragraph(format!("{}.", facts.join("; ")));
    }
    lines
}

/// What a code tells of a refusal by itself, where it tells something.
fn verdict(mark: &Mark) -> Option<String> {
    if let Some((reason, confidence)) = &mark.reason {
        let condemns =
            if mark.condemns { "; in a 5yz reply it condemns the recipient's address" } else { "" };
        let confidence = match confidence {
            Confidence::High => "high",
            Confidence::Middle => "middle",
            Confidence::Low => "low",
        };
        return Some(format!(
            "reason [`{reason}`](crate::Reason::{reason}), confidence {confidence}{condemns}"
        ));
    }
    let scope = mark.scope.as_ref()?;
    Some(format!("scope [`{scope}`](crate::Scope::{scope})"))
}

/// The reply codes that the registry pairs a code with.
fn pairs(status: &Status, catalogue: &Catalogue) -> String {
    let mut list = Vec::new();
    for number in &status.replies {
        if let Some(reply) = catalogue.reply(*number) {
            list.push(format!("[{number}](crate::ReplyCode::{})", reply.variant));
        }
    }
    for class in &status.any_reply {
        list.push(format!("any {class}yz"));
    }
    list.join(", ")
}

/// The index of the enhanced codes: a table for each subject.
pub(super) fn status_index(catalogue: &Catalogue) -> Vec<String> {
    let mut lines = Vec::new();
    for subject in &catalogue.subjects {
        let Topic { name, title, .. } = subject;
        lines.extend([String::new(), format!("# X.{} {}", name.key, escape(title)), String::new()]);
        lines.push("| Code | Variant | Name | Replies |".to_owned());
        lines.push("| --- | --- | --- | --- |".to_owned());
        for status in &catalogue.statuses {
            if status.subject.to_string() != name.key {
                continue;
            }
            let Status { subject, detail, variant, name, .. } = status;
            let (name, replies) = (escape(name), pairs(status, catalogue));
            lines.push(format!(
                "| X.{subject}.{detail} | [`{variant}`](Self::{variant}) | {name} | {replies} |"
            ));
        }
    }
    lines
}

/// The index of the reasons: which codes tell of each, and how surely.
pub(super) fn reason_index(catalogue: &Catalogue) -> Vec<String> {
    let mut lines = vec![String::new(), "# Which codes tell of which reason".to_owned(), String::new()];
    lines.push("| Reason | Scope | High | Middle | Low |".to_owned());
    lines.push("| --- | --- | --- | --- | --- |".to_owned());
    for reason in &catalogue.reasons {
        let variant = &reason.name.variant;
        let scope = match &reason.scope {
            Some(scope) => format!("[`{scope}`](crate::Scope::{scope})"),
            None => String::new(),
        };
        let mut cells = String::new();
        for confidence in [Confidence::High, Confidence::Middle, Confidence::Low] {
            cells += &format!(" {} |", telling(catalogue, variant, confidence));
        }
        lines.push(format!("| [`{variant}`](Self::{variant}) | {scope} |{cells}"));
    }
    lines
}

/// The codes that tell of a reason with this confidence.
fn telling(catalogue: &Catalogue, variant: &str, confidence: Confidence) -> String {
    let tells = |mark: &Mark| matches!(&mark.reason, Some((reason, found)) if reason == variant && *found == confidence);
    let mut codes = Vec::new();
    for reply in &catalogue.replies {
        if tells(&reply.mark) {
            codes.push(format!("[{}](crate::ReplyCode::{})", reply.number, reply.variant));
        }
    }
    for status in &catalogue.statuses {
        if tells(&status.mark) {
            let Status { subject, detail, variant, .. } = status;
            codes.push(format!("[X.{subject}.{detail}](crate::EnhancedStatus::{variant})"));
        }
    }
    codes.join(", ")
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// The rules among the answers, each once, with its commands.
fn conditions(answers: &[Answer]) -> Vec<(&str, Option<&str>, Vec<&str>)> {
    let mut rules: Vec<(&str, Option<&str>, Vec<&str>)> = Vec::new();
    for answer in answers {
        let Some(condition) = answer.condition.as_deref() else { continue };
        match rules.iter_mut().find(|(known, ..)| *known == condition) {
            Some((.., commands)) => commands.push(&answer.command.key),
            None => rules.push((condition, answer.meaning.as_deref(), vec![&answer.command.key])),
        }
    }
    rules
}

/// The commands that a rule reaches: those, or all except the others, whichever is shorter.
fn reached(commands: &[&str], catalogue: &Catalogue) -> String {
    let mut others = Vec::new();
    for command in &catalogue.commands {
        if !commands.contains(&command.name.key.as_str()) {
            others.push(command.name.key.as_str());
        }
    }
    let list = |keys: &[&str]| joined(keys, ", ", &|key| format!("`{key}`"));
    if catalogue.commands.is_empty() || others.len() > commands.len() {
        list(commands)
    } else if others.is_empty() {
        "every command".to_owned()
    } else {
        format!("every command except {}", list(&others))
    }
}

/// The commands that a code answers by itself, and whether rules let it answer others.
fn in_short(answers: &[Answer]) -> String {
    let mut keys: Vec<String> = Vec::new();
    let mut rules = 0;
    for answer in answers {
        if answer.condition.is_some() {
            rules += 1;
        } else {
            keys.push(format!("`{}`", answer.command.key));
        }
    }
    let others = rules > keys.len();
    if others {
        keys.push(if keys.is_empty() { "any command" } else { "others under a condition" }.to_owned());
    }
    keys.join(", ")
}

fn command_link(variant: &str, key: &str, catalogue: &Catalogue) -> String {
    // Another crate's enum does not know where the library's command lies: a plain word serves.
    if catalogue.commands.is_empty() { format!("`{key}`") } else { format!("[`{key}`](Command::{variant})") }
}

fn links(references: &[Reference]) -> String {
    joined(references, ", ", &|reference| {
        let Reference { rfc, section } = reference;
        let place = if section.is_empty() { String::new() } else { format!(" section {section}") };
        format!("[RFC {rfc}{place}]({})", url(reference))
    })
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Standard => "standard",
        Standing::Historic => "historic",
        Standing::Registered => "registered",
        Standing::Unregistered => "unregistered",
    }
}

/// A text as Markdown that shows it as it is: outside backticks nothing is markup.
fn escape(text: &str) -> String {
    // A run of three backticks would open a code block, and rustdoc would try to run it.
    let text = text.replace("```", "'''");
    let balanced = text.matches('`').count() % 2 == 0;
    let mut code = false;
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, character) in text.char_indices() {
        if character == '`' && balanced {
            code = !code;
            escaped.push(character);
            continue;
        }
        let block = at == 0 && matches!(character, '#' | '-' | '+' | '=' | '~');
        if !code && (block || matches!(character, '\\' | '<' | '>' | '[' | ']' | '*' | '_' | '|' | '`')) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

fn cell(text: &str) -> String {
    escape(text)
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn texts_are_shown_as_they_are() {
        assert_eq!(escape("say `MAIL <a>` to <b>"), "say `MAIL <a>` to \\<b\\>");
        assert_eq!(escape("# not a heading"), "\\# not a heading");
        assert_eq!(escape("```\nrun me\n```"), "'''\nrun me\n'''");
        assert_eq!(escape("one ` only"), "one \\` only");
    }
}
