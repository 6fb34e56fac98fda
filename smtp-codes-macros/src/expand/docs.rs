//! What rustdoc says of each variant.

use super::markdown::escape;
use super::parts::url;
use crate::catalogue::{Answer, Catalogue, Command, Mark, Reference, Reply, Standing, Status, Topic};
use crate::text::list;

/// Writes a page, of lines, as attributes, one for each line, so that an expansion reads like source.
pub(super) fn lines(page: &str, output: &mut String) {
    if page.is_empty() {
        return;
    }
    for line in page.strip_suffix('\n').unwrap_or(page).split('\n') {
        let space = if line.is_empty() { "" } else { " " };
        *output += &format!("#[doc = {:?}]", format!("{space}{line}"));
    }
}

/// Adds a paragraph to a page.
pub(super) fn paragraph(page: &mut String, text: &str) {
    *page += &format!("\n{text}\n");
}

/// The page of a code. No headings: their anchors would shift whenever a code is added.
pub(super) fn reply(reply: &Reply, catalogue: &Catalogue) -> String {
    let Reply { number, name, description, seen_when, remediation, standing, references, .. } = reply;
    let mut page = format!("**{number}** {}.\n", escape(name.trim_end_matches('.')));
    paragraph(&mut page, &escape(description));
    paragraph(&mut page, &format!("**When you see it.** {}", escape(seen_when)));
    paragraph(&mut page, &format!("**What to do.** {}", escape(remediation)));
    for answer in &reply.answers {
        if let (None, Some(meaning)) = (&answer.condition, &answer.meaning) {
            let command = command_link(&answer.command.variant, &answer.command.key, catalogue);
            paragraph(&mut page, &format!("**To {command}.** {}", escape(meaning)));
        }
    }
    conditions(&reply.answers, catalogue, &mut page);
    let mut facts = format!("Standing: {}", self::standing(*standing));
    let own = in_short(&reply.answers);
    if !own.is_empty() {
        facts += &format!("; answers {own}");
    }
    let mut pairs = String::new();
    for code in &reply.enhanced {
        let pair = match catalogue.status(*code) {
            Some(status) => format!("[`{code}`](crate::EnhancedStatus::{})", status.variant),
            None => format!("`{code}`"),
        };
        list(&mut pairs, ", ", &pair);
    }
    if !pairs.is_empty() {
        facts += &format!("; enhanced codes {pairs}");
    }
    verdict(&reply.mark, &mut facts);
    if !references.is_empty() {
        list(&mut facts, "; ", &links(references));
    }
    paragraph(&mut page, &format!("{facts}."));
    page
}

/// The page of a command.
pub(super) fn command(command: &Command, catalogue: &Catalogue) -> String {
    let obsolete = if command.obsolete { " Obsolete." } else { "" };
    let mut replies = String::new();
    for reply in &catalogue.replies {
        if reply.answers(command) {
            let link = format!("[{}](crate::ReplyCode::{})", reply.number, reply.variant);
            list(&mut replies, ", ", &link);
        }
    }
    let mut page = format!("**{}**{obsolete}\n", escape(&command.title));
    paragraph(&mut page, &escape(&command.description));
    paragraph(&mut page, &format!("May be answered with {replies}."));
    if !command.references.is_empty() {
        paragraph(&mut page, &format!("Defined in {}.", links(&command.references)));
    }
    page
}

/// The page of a word with texts.
pub(super) fn topic(topic: &Topic) -> String {
    let Topic { name, title, description, remediation, references, .. } = topic;
    let mut page = format!("**{}** `{}`.\n", escape(title), name.key);
    paragraph(&mut page, &escape(description));
    if let Some(remediation) = remediation {
        paragraph(&mut page, &format!("**What to do.** {}", escape(remediation)));
    }
    if let Some(scope) = &topic.scope {
        paragraph(&mut page, &format!("Scope: [`{scope}`](crate::Scope::{scope})."));
    }
    if !references.is_empty() {
        paragraph(&mut page, &format!("Defined in {}.", links(references)));
    }
    page
}

/// The page of an enhanced code.
pub(super) fn status(status: &Status, catalogue: &Catalogue) -> String {
    let Status { subject, detail, name, description, remediation, note, references, .. } = status;
    let mut page = format!("**X.{subject}.{detail}** {}.\n", escape(name.trim_end_matches('.')));
    paragraph(&mut page, &escape(description));
    paragraph(&mut page, &format!("**What to do.** {}", escape(remediation)));
    if let Some(note) = note {
        paragraph(&mut page, &format!("**Where sources disagree.** {}", escape(note)));
    }
    let mut classes = String::new();
    for class in &status.classes {
        list(&mut classes, " and ", &class.to_string());
    }
    let mut facts = String::new();
    if !classes.is_empty() {
        facts += &format!("Registered in class {classes}");
    }
    let replies = pairs(status, catalogue);
    if !replies.is_empty() {
        list(&mut facts, "; ", &format!("paired with {replies}"));
    }
    verdict(&status.mark, &mut facts);
    if !references.is_empty() {
        list(&mut facts, "; ", &links(references));
    }
    if !facts.is_empty() {
        let (head, tail) = facts.split_at(1);
        paragraph(&mut page, &format!("{}{tail}.", head.to_ascii_uppercase()));
    }
    page
}

/// What a code tells of a refusal by itself, where it tells something.
fn verdict(mark: &Mark, facts: &mut String) {
    if let Some((reason, confidence)) = &mark.reason {
        let condemns =
            if mark.condemns { "; in a 5yz reply it condemns the recipient's address" } else { "" };
        let confidence = confidence.variant().to_ascii_lowercase();
        let text = format!("reason [`{reason}`](crate::Reason::{reason}), confidence {confidence}{condemns}");
        list(facts, "; ", &text);
    } else if let Some(scope) = &mark.scope {
        list(facts, "; ", &format!("scope [`{scope}`](crate::Scope::{scope})"));
    }
}

/// The reply codes that the registry pairs a code with.
pub(super) fn pairs(status: &Status, catalogue: &Catalogue) -> String {
    let mut pairs = String::new();
    for number in &status.replies {
        if let Some(reply) = catalogue.reply(*number) {
            list(&mut pairs, ", ", &format!("[{number}](crate::ReplyCode::{})", reply.variant));
        }
    }
    for class in &status.any_reply {
        list(&mut pairs, ", ", &format!("any {class}yz"));
    }
    pairs
}

/// The rules among the answers, each once, with its commands. Rules that say the same are one.
fn conditions(answers: &[Answer], catalogue: &Catalogue, page: &mut String) {
    for answer in answers {
        let Some(condition) = &answer.condition else { continue };
        let mut commands = Vec::new();
        for other in answers {
            if other.condition == answer.condition && other.meaning == answer.meaning {
                if commands.is_empty() && !std::ptr::eq(other, answer) {
                    // It was told at its first command.
                    break;
                }
                commands.push(other.command.key.as_str());
            }
        }
        if commands.is_empty() {
            continue;
        }
        let meaning = match &answer.meaning {
            Some(meaning) => format!(" {}", escape(meaning)),
            None => String::new(),
        };
        let (condition, to) = (escape(condition), reached(&commands, catalogue));
        paragraph(page, &format!("**Under a condition.** {condition} It reaches {to}.{meaning}"));
    }
}

/// The commands that a rule reaches: those, or all except the others, whichever is shorter.
fn reached(commands: &[&str], catalogue: &Catalogue) -> String {
    let mut others = Vec::new();
    for command in &catalogue.commands {
        if !commands.contains(&command.name.key.as_str()) {
            others.push(command.name.key.as_str());
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
    let mut output = String::new();
    for key in keys {
        list(&mut output, ", ", &format!("`{key}`"));
    }
    output
}

/// The commands that a code answers by itself, and whether rules let it answer others.
pub(super) fn in_short(answers: &[Answer]) -> String {
    let mut keys = String::new();
    let (mut own, mut rules) = (0, 0);
    for answer in answers {
        if answer.condition.is_some() {
            rules += 1;
        } else {
            own += 1;
            list(&mut keys, ", ", &format!("`{}`", answer.command.key));
        }
    }
    if rules > own {
        list(
            &mut keys,
            ", ",
            if own == 0 { "commands under a condition" } else { "others under a condition" },
        );
    }
    keys
}

fn command_link(variant: &str, key: &str, catalogue: &Catalogue) -> String {
    // Another crate's enum does not know where the library's command lies: a plain word serves.
    if catalogue.commands.is_empty() { format!("`{key}`") } else { format!("[`{key}`](Command::{variant})") }
}

fn links(references: &[Reference]) -> String {
    let mut links = String::new();
    for reference in references {
        let Reference { rfc, section } = reference;
        let place = if section.is_empty() { String::new() } else { format!(" section {section}") };
        list(&mut links, ", ", &format!("[RFC {rfc}{place}]({})", url(reference)));
    }
    links
}

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Standard => "standard",
        Standing::Historic => "historic",
        Standing::Registered => "registered",
        Standing::Unregistered => "unregistered",
    }
}

#[cfg(test)]
mod tests {
    use super::{conditions, in_short};
    use crate::catalogue::{Answer, Catalogue, CommandName, Outcome};

    fn answer(key: &str, condition: Option<&str>, meaning: Option<&str>) -> Answer {
        Answer {
            command: CommandName { key: key.into(), variant: key.into() },
            outcome: Outcome::Error,
            meaning: meaning.map(str::to_owned),
            condition: condition.map(str::to_owned),
            references: Vec::new(),
        }
    }

    #[test]
    fn rules_with_one_condition_and_different_meanings_are_told_apart() {
        let mut page = String::new();
        let rules = [
            answer("MAIL", Some("W."), Some("Mail waits.")),
            answer("RCPT", Some("W."), Some("Try another.")),
            answer("DATA", Some("W."), Some("Mail waits.")),
            answer("QUIT", Some("W."), None),
        ];
        conditions(&rules, &Catalogue::default(), &mut page);
        assert_eq!(
            page,
            "\n**Under a condition.** W. It reaches `MAIL`, `DATA`. Mail waits.\n\
             \n**Under a condition.** W. It reaches `RCPT`. Try another.\n\
             \n**Under a condition.** W. It reaches `QUIT`.\n"
        );
    }

    #[test]
    fn a_code_with_rules_alone_does_not_answer_any_command() {
        let (mail, rcpt) = (answer("MAIL", Some("W."), None), answer("RCPT", Some("V."), None));
        assert_eq!(in_short(&[mail.clone(), rcpt.clone()]), "commands under a condition");
        assert_eq!(in_short(&[answer("DATA", None, None), mail, rcpt]), "`DATA`, others under a condition");
    }
}
