//! What is told of a code or of a case: one report, as JSON and as a page.

use std::io;

use serde_json::{Map, Value, json};
use smtp_codes::enhanced::Subject;
use smtp_codes::{
    Action, Answer, Class, Command, EnhancedCode, EnhancedStatus, LocalizedCode, Provider, Reference, ReplyCodes,
    WireCode,
};

use crate::page::{Page, readable};
use crate::read::{Case, Outcome};
use crate::why::{self, Why, why};
use crate::{Explain, numbers};

/// The fields that a page shows, in its order, with their labels. Text is a paragraph, a list is one of paragraphs, of
/// steps or of links. What is null or empty is left out.
const LABELS: [(&str, &str); 26] = [
    ("what_it_is", "What it is"),
    ("recipient", "Recipient"),
    ("warning", "Warning"),
    ("host", "Said by"),
    ("became", "What became of it"),
    ("reply", "The reply"),
    ("own", "What the sending server says"),
    ("in_short", "In short"),
    ("provider_meaning", "What the provider means by it"),
    ("meaning", "What it means"),
    ("seen_when", "When you see it"),
    ("standing", "Standing"),
    ("why", "Reason"),
    ("who", "Who can act"),
    ("steps", "What to do"),
    ("next", "What the sending server does"),
    ("address", "The recipient's address"),
    ("by_itself", "The code by itself"),
    ("answers", "In answer to the command"),
    ("by_command", "By command"),
    ("reads_like", "It reads like an enhanced code without its dots"),
    ("pairs", "Enhanced codes that the registry pairs with it"),
    ("providers", "What providers mean by it"),
    ("not_a_reply", "If it did not come from a mail server"),
    ("hint", "Note"),
    ("references", "References"),
];

/// Prints a report.
pub(crate) fn print(page: &mut Page, report: &Value) -> io::Result<()> {
    page.title(report["title"].as_str().unwrap_or_default())?;
    for (field, label) in LABELS {
        match &report[field] {
            Value::String(text) => page.section(label, text)?,
            Value::Array(items) if !items.is_empty() => {
                page.label(label)?;
                for item in items {
                    let text = |name: &str| item[name].as_str();
                    match (item.as_str(), text("party"), text("text"), text("url")) {
                        (Some(text), ..) | (_, None, Some(text), _) => page.paragraph(text)?,
                        (_, Some(party), Some(text), _) => page.item(format!("{party}: {text}"))?,
                        (.., Some(url)) => page.link(text("name").unwrap_or_default(), url)?,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// A reply code by itself, or a number that people take for one.
pub(crate) fn number(number: u16, arguments: &Explain) -> Value {
    let not_a_reply = numbers::meaning(number);
    let Some(wire) = WireCode::from_u16(number) else {
        return json!({ "title": format!("{number}: not an SMTP reply code"), "number": number, "what_it_is": not_a_reply });
    };
    let code = wire.known();
    let known = code.map(|code| code.in_locale(arguments.locale));
    let answers = arguments.command.zip(known).map(|(command, code)| answers(code, command));
    json!({
        "title": known.map_or_else(|| format!("SMTP {number} (not in the catalogue)"), |code| format!("SMTP {code}")),
        "number": number,
        "name": known.map(LocalizedCode::name),
        "in_short": in_short(wire.class()),
        "meaning": known.map_or_else(|| unknown(wire), |code| code.description().to_owned()),
        "seen_when": known.map(LocalizedCode::seen_when),
        "standing": code.map(|code| code.standing().to_string()),
        "steps": known.map_or_else(Value::default, |code| steps(&why::steps_of(code))),
        "next": arguments.command.map(|command| next(wire.action(command), command)),
        "answers": answers,
        "by_command": known.filter(|_| arguments.command.is_none()).map(by_command),
        "reads_like": known.is_none().then(|| without_dots(wire)).flatten(),
        "pairs": code.map(|code| code.enhanced().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")).filter(|pairs| !pairs.is_empty()),
        "providers": providers(arguments.provider, |provider| Some(wire.meaning_at(provider)?.text())),
        "not_a_reply": not_a_reply,
        "references": code.map(|code| links(code.references())),
    })
}

/// An enhanced code by itself.
pub(crate) fn enhanced(code: EnhancedCode, arguments: &Explain) -> Value {
    let status = code.status();
    let name = status.map_or("not registered", EnhancedStatus::name);
    json!({
        "title": format!("Enhanced status code {code}: {name}"),
        "enhanced": code.to_string(),
        "name": status.map(EnhancedStatus::name),
        "in_short": in_short(code.class()),
        "meaning": status_means(code, status),
        "why": status.and_then(EnhancedStatus::reason).map(|(reason, sure)| format!("{} (confidence: {sure}).", reason.name())),
        "who": status.and_then(EnhancedStatus::scope).map(|scope| format!("{}. {}", scope.name(), scope.description())),
        "steps": status.map(|status| json!([{ "party": null, "text": status.remediation() }])),
        "providers": providers(arguments.provider, |provider| Some(code.meaning_at(provider)?.text())),
        "references": links(status.map(EnhancedStatus::references).unwrap_or_default()),
    })
}

/// One thing that was said, with all that is known around it.
pub(crate) fn case(case: &Case<'_>, is_own: bool, arguments: &Explain) -> Value {
    let why = why(case, arguments.provider);
    let codes = case.codes();
    let code = codes.map(ReplyCodes::code);
    let sent = codes.map_or(case.status, ReplyCodes::enhanced);
    let contradiction = case.said.as_ref().and_then(|said| said.contradiction);
    let command = arguments.command.or(case.command);
    let action = why::action(case, arguments.command);
    let known = code.and_then(WireCode::known).map(|code| code.in_locale(arguments.locale));
    let text = |bytes: &[u8]| (!bytes.is_empty()).then(|| readable(bytes));
    let lines = case.said.as_ref().map(|said| {
        let text = String::from_utf8_lossy(&said.text).replace("\\n", "\n");
        text.trim_end().lines().take(100).map(|line| readable(line.as_bytes())).collect::<Vec<_>>()
    });
    let mut report = json!({
        "title": title(case, &why),
        "code": code.map(WireCode::as_u16),
        "enhanced": codes.and_then(ReplyCodes::enhanced).map(|code| code.to_string()),
        "class": codes.map(|codes| codes.class().as_str()),
        "name": why.name,
        "reply": lines,
        "recipient": case.recipient.as_deref().map(readable),
        "host": text(&case.host),
        "command": command.map(Command::as_str),
        "outcome": case.outcome.map(Outcome::as_str),
        "became": became(case, is_own),
        "status": case.status.map(|code| code.to_string()),
        "own": text(&case.own).filter(|_| case.said.is_none()),
        "earlier": case.earlier,
        "doubtful": case.doubtful,
        "contradiction": contradiction.map(WireCode::as_u16),
        "warning": warnings(case),
        "reason": why.reason.map(|(reason, _)| reason.as_str()),
        "confidence": why.reason.and_then(|(_, confidence)| confidence).map(smtp_codes::Confidence::as_str),
        "scope": why.scope.map(smtp_codes::Scope::as_str),
        "provider": why.provider.as_ref().map(|(provider, ..)| provider.as_str()),
        "condemns_recipient": why.condemns,
        "action": action.map(Action::as_str),
        "steps": steps(&why::steps(codes, &why, arguments.locale)),
    });
    if contradiction.is_some() {
        return report;
    }
    let for_people = json!({
        "in_short": codes.map_or_else(|| without_reply(case), |codes| in_short(codes.class())),
        "provider_meaning": why.provider.as_ref().map(|(provider, meaning, sign)| {
            let by = sign.map(|sign| format!(" The text has `{sign}`, a sign of {}.", provider.name()));
            format!("{}{}", meaning.text(), by.unwrap_or_default())
        }),
        "meaning": sent.filter(|_| why.provider.is_none()).map(|sent| status_means(sent, why.registered)),
        "why": why.reason.map(|(reason, confidence)| {
            let sure = confidence.map(|confidence| format!(" (confidence: {})", confidence.as_str()));
            format!("{}{}. {}", reason.name(), sure.unwrap_or_default(), reason.description())
        }),
        "who": who(codes, &why),
        "next": command.zip(action).map(|(command, action)| next(action, command)),
        "address": address(codes, &why),
        "by_itself": known.map(|code| format!("{code}. {}", code.description())),
        "answers": command.zip(known).map(|(command, code)| answers(code, command)),
        "not_a_reply": code.filter(|_| known.is_none()).and_then(|code| numbers::meaning(code.as_u16())),
        "references": sent.and_then(EnhancedCode::status).map(|status| links(status.references())),
    });
    if let (Value::Object(report), Value::Object(more)) = (&mut report, for_people) {
        report.extend::<Map<String, Value>>(more);
    }
    report
}

fn title(case: &Case<'_>, why: &Why) -> String {
    let title = match (&case.said, case.status) {
        (Some(said), _) => match said.contradiction {
            Some(other) => {
                return format!("A reply that contradicts itself: {} and {other}", said.codes.code());
            }
            None => format!("SMTP {}", said.codes),
        },
        (None, Some(status)) => format!("Status {status}, no reply code"),
        (None, None) => "No reply".to_owned(),
    };
    if why.name.is_empty() { title } else { format!("{title}: {}", why.name) }
}

fn became(case: &Case<'_>, is_own: bool) -> Option<&'static str> {
    if is_own {
        return Some("This server itself refused mail that another wanted to give it. Nothing was sent.");
    }
    Some(match (case.earlier, case.outcome?) {
        (true, _) => {
            "delayed (deferred): this delivery was not tried. The server gave the reply to an earlier one, and the sending \
             server waits."
        }
        (_, Outcome::Failed) => "failed: the sending server has given up.",
        (_, Outcome::Deferred) => {
            "delayed (deferred): the message is still in the queue, and the sending server tries again."
        }
        (_, Outcome::Sent) => "delivered: the message was accepted.",
    })
}

/// What does not fit together.
fn warnings(case: &Case<'_>) -> Vec<String> {
    let mut warnings = Vec::new();
    if case.doubtful {
        warnings.push("The recipient's address imitates fields of a log, so it may not be the real one.".to_owned());
    }
    let Some(said) = &case.said else { return warnings };
    if said.contradiction.is_some() {
        warnings.push(
            "All lines of a reply have to begin with the same code (RFC 5321 section 4.2.1), and these do not. Programs \
             differ in which line they believe. Count it neither as a refusal nor as a success: close the connection, keep \
             the message and send it again later. The receiving server has to be repaired."
                .to_owned(),
        );
    }
    let code = said.codes.code();
    if let Some(sent) = said.codes.enhanced() {
        if sent.class() != code.class() {
            let kind = |class: Class| match class {
                Class::PositiveCompletion => "a success",
                Class::TransientNegative => "a temporary failure",
                Class::PermanentNegative => "a permanent failure",
                Class::PositiveIntermediate => "a question for more",
            };
            let own = kind(code.class());
            warnings.push(format!(
                "Code and enhanced code disagree: {code} is {own}, {sent} is {}. The code decides: take it as {own}, and \
                 read {sent} only as a hint at the reason.",
                kind(sent.class())
            ));
        }
        if let Some(status) = case.status.filter(|status| *status != sent) {
            warnings.push(format!("The sending server noted {status}. What the other server said is what counts."));
        }
    }
    if case.outcome.is_some_and(|outcome| outcome != Outcome::from_class(code.class())) {
        warnings
            .push("The reply's class says otherwise than the log. For this message the log is what counts.".to_owned());
    }
    warnings
}

fn without_reply(case: &Case<'_>) -> String {
    match numbers::without_server(&String::from_utf8_lossy(&case.own)) {
        Some(what) => format!("No mail server answered: {what}."),
        None => "There is no reply of another server in it. What the sending program says is all there is.".to_owned(),
    }
}

fn who(codes: Option<ReplyCodes>, why: &Why) -> Option<String> {
    match why.scope {
        Some(scope) => Some(format!("{}. {}", scope.name(), scope.description())),
        None if codes.is_some_and(ReplyCodes::is_negative) => Some(
            "The codes do not tell: servers send the same ones for the faults of several sides. Go by the text."
                .to_owned(),
        ),
        None => None,
    }
}

fn address(codes: Option<ReplyCodes>, why: &Why) -> Option<&'static str> {
    let codes = codes.filter(|codes| codes.is_permanent())?;
    Some(if why.condemns {
        "Stop writing to it: the reply says that the address itself is no good. One typed a minute ago may have a slip in it."
    } else if codes.condemns_recipient() {
        "Keep it for now: the code is that of a bad address, but this delivery does not prove it."
    } else {
        "Keep it: this attempt has failed, but the codes do not say that the address is bad."
    })
}

/// What to do, by party.
pub(crate) fn steps(steps: &[why::Step]) -> Value {
    steps.iter().map(|(party, text)| json!({ "party": party, "text": text })).collect()
}

fn in_short(class: Class) -> String {
    let means = match class {
        Class::PositiveCompletion => "Yes: the command was carried out, and the next one may be sent.",
        Class::PositiveIntermediate => "Go on: the server waits for what comes next.",
        Class::TransientNegative => "Not now: the sender keeps the message and sends the same later.",
        Class::PermanentNegative => "No: the same command in the same form will get the same reply.",
    };
    format!("{}yz {}. {means}", class.digit(), class.name())
}

fn next(action: Action, command: Command) -> String {
    format!("After {}: {}. {}", command.name(), action.name(), action.description())
}

/// What the code means to one command.
fn answers(code: LocalizedCode, command: Command) -> Vec<String> {
    let told = |answer: &Answer| {
        let condition = answer.condition().map(|condition| format!("{condition} ")).unwrap_or_default();
        format!("{}: {condition}{}", command.name(), answer.meaning())
    };
    let answers: Vec<String> = code.answers().iter().filter(|answer| answer.command() == command).map(told).collect();
    if answers.is_empty() {
        let (command, code) = (command.name(), code.code().as_str());
        return vec![format!("No standard lets {command} get {code}. The first digit tells what to do.")];
    }
    answers
}

/// What the code means to each command that it may answer: each meaning once, with the commands that it holds for.
fn by_command(code: LocalizedCode) -> Vec<String> {
    let mut told: Vec<(&Answer, Vec<Command>)> = Vec::new();
    for answer in code.answers() {
        let is_same = |other: &Answer| other.condition() == answer.condition() && other.meaning() == answer.meaning();
        match told.iter_mut().find(|(other, _)| is_same(other)) {
            Some((_, commands)) => commands.push(answer.command()),
            None => told.push((answer, vec![answer.command()])),
        }
    }
    let names = |commands: &[Command]| commands.iter().map(|one| one.name()).collect::<Vec<_>>().join(", ");
    let one = |(answer, commands): (&Answer, Vec<Command>)| {
        let others: Vec<Command> = Command::ALL.iter().copied().filter(|other| !commands.contains(other)).collect();
        let reach = match others.len() {
            0 => "Any command".to_owned(),
            count if count < commands.len() => format!("Any command except {}", names(&others)),
            _ => names(&commands),
        };
        let condition = answer.condition().map(|condition| format!(" {condition}")).unwrap_or_default();
        format!("{reach}: {}{condition}", answer.meaning())
    };
    told.into_iter().map(one).collect()
}

/// A number that the catalogue does not have.
fn unknown(number: WireCode) -> String {
    let digit = number.class().digit();
    format!(
        "No RFC defines {number}, and the catalogue does not have it. What counts is its first digit: take it as any other \
         {digit}yz. The text behind the number is all that the server says besides."
    )
}

/// The enhanced code that a number is when dots are put between its digits, if it can be one.
fn without_dots(number: WireCode) -> Option<String> {
    let digits = number.as_u16();
    let (subject, detail) = (digits / 10 % 10, digits % 10);
    // Subjects run from 0 to 7 (RFC 3463 section 3), and subject 0 has only the detail 0.
    let is_one = subject <= 7 && (subject > 0 || detail == 0);
    let code = EnhancedCode::new(number.class().digit(), subject, detail).filter(|_| is_one)?;
    let name = code.status().map(|status| format!(" ({})", status.name())).unwrap_or_default();
    Some(format!(
        "{number} may be {code}{name}, written without its dots by a program that has room for three digits only."
    ))
}

/// What an enhanced code means, by the registry or by its numbers.
fn status_means(code: EnhancedCode, status: Option<EnhancedStatus>) -> Vec<String> {
    if let Some(status) = status {
        let mut texts = vec![format!("{code}: {}. {}", status.name(), status.description())];
        texts.extend(status.note().map(str::to_owned));
        return texts;
    }
    let subject = match Subject::from_u16(code.subject()) {
        Some(subject) => format!("{}. {}", subject.name(), subject.description()),
        None => "no subject that an RFC defines.".to_owned(),
    };
    let registered = if code.status().is_some() {
        "What the registry has by it is not meant here."
    } else {
        "The registry does not have it. Who sends it gave it a meaning of their own."
    };
    vec![format!("{code}: {registered} Its second number, {}, stands for: {subject}", code.subject())]
}

/// What providers mean by a code: the one that was named, or all.
fn providers(named: Option<Provider>, meaning: impl Fn(Provider) -> Option<&'static str>) -> Vec<String> {
    let wanted = Provider::ALL.iter().filter(|one| named.is_none_or(|named| named == **one));
    let told = |one: &Provider| match (meaning(*one), named) {
        (Some(text), _) => Some(format!("{}: {text}", one.name())),
        (None, Some(_)) => Some(format!("{}: nothing of its own that the catalogue knows of.", one.name())),
        (None, None) => None,
    };
    wanted.filter_map(told).collect()
}

fn links(references: &[Reference]) -> Vec<Value> {
    references.iter().map(|one| json!({ "name": one.to_string(), "url": one.url() })).collect()
}
