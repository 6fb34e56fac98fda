//! What a person pasted, explained: each refusal with what it means, why, who can act and what to do.

use std::io::{self, IsTerminal, Read};
use std::path::Path;

use serde_json::{Value, json};
use smtp_codes::{Class, EnhancedCode, ReplyCodes, WireCode};

use crate::page::{Page, readable};
use crate::read::{Case, Outcome, Reading, read};
use crate::why::{self, Why, why};
use crate::{Explain, Failure, codes, decode, numbers, warn};

/// The shape of the JSON, for the help and for the tests.
pub(crate) const SHAPE: &str = "\
With --json, an object with these fields; what is not known is null:
  cases           what was said, the most telling first; each an object:
    code, enhanced       the reply's codes, a number and a text such as \"5.1.1\"
    class                positive-completion, ..-intermediate, transient-negative, permanent-negative
    name                 what the codes mean, in some words
    reply                the lines of the reply, as they came
    recipient, host      whom it was about, and who said it
    command              what it answers, such as RCPT
    outcome              what the log or bounce says: failed, deferred, sent
    status               the enhanced code that the sending program filled in
    own                  what the sending program itself says
    earlier              whether it was said to an earlier delivery, and this one not tried
    doubtful             whether the recipient imitates fields of a log
    contradiction        another code in the same reply
    reason, confidence, scope    why, how sure, and who can act, each as a word
    provider, meaning    who means something of its own by it, and what
    action               what a client does after that command
    condemns_recipient   whether the address itself is bad
    steps                what to do: objects with party and text
  codes           the codes given by themselves: objects with number or enhanced, and name
  no_server       why no mail server said anything, if the text says so
  successes       successes beside the cases
  own_refusals    refusals of this server to mail that others sent
  not_understood  lines that look like mail and could not be read";

/// What was given.
enum Input {
    Codes(Vec<Code>),
    Text(Vec<u8>, &'static str),
}

enum Code {
    Number(u16),
    Enhanced(EnhancedCode),
}

pub(crate) fn run(page: &mut Page, arguments: &Explain) -> Result<(), Failure> {
    match input(arguments)? {
        Input::Codes(list) => codes_alone(page, &list, arguments),
        Input::Text(text, from) => {
            let reading = read(&text);
            if arguments.json {
                page.verbatim(format!("{:#}\n", report(&reading, &text, arguments)))?;
            } else {
                print(page, &reading, &text, arguments)?;
            }
            result(&reading, &text, from)
        }
    }
}

/// What the exit status and the standard error tell.
fn result(reading: &Reading, text: &[u8], from: &str) -> Result<(), Failure> {
    if reading.unread > 0 {
        let (verb, noun) = if reading.unread == 1 { ("looks", "line") } else { ("look", "lines") };
        warn(&format!("{} {noun} of {from} {verb} like mail and could not be read", reading.unread));
    }
    if !reading.cases.is_empty() || no_server(text).is_some() || not_replies(text).next().is_some() {
        return Ok(());
    }
    if text.trim_ascii().is_empty() {
        return Err(Failure::Nothing(format!("{from} is empty")));
    }
    let message = format!("{from} holds no reply and no enhanced status code");
    if reading.own_refusals > 0 {
        return Ok(());
    }
    if reading.recipient.is_some() {
        warn(&message);
        return Ok(());
    }
    Err(Failure::Nothing(message))
}

fn input(arguments: &Explain) -> Result<Input, Failure> {
    let cannot = |name: &str, error: io::Error| Failure::Usage(format!("cannot read {name}: {error}"));
    let file = |path: &Path, from: &'static str| {
        let mut text = Vec::new();
        // More than this is a log, for `triage`.
        let most = 64 * 1024 * 1024;
        decode::open(path)
            .and_then(decode::decoded)
            .and_then(|(input, _)| input.take(most).read_to_end(&mut text))
            .map_err(|error| cannot(&path.display().to_string(), error))?;
        match text.trim_ascii() {
            [] => Ok(Input::Text(text, from)),
            bare => Ok(std::str::from_utf8(bare)
                .ok()
                .and_then(code)
                .map_or_else(|| Input::Text(text.clone(), from), |code| Input::Codes(vec![code]))),
        }
    };
    let words = &arguments.input;
    match words.as_slice() {
        [] if io::stdin().is_terminal() => Err(Failure::Usage(
            "expected codes, a text, a file, or - for the standard input, such as: explain 550".to_owned(),
        )),
        [] => file(Path::new("-"), "the standard input"),
        [one] if one == "-" => file(Path::new("-"), "the standard input"),
        _ => {
            let list: Option<Vec<Code>> = words.iter().map(|word| code(word)).collect();
            if let Some(list) = list {
                return Ok(Input::Codes(list));
            }
            if let [one] = words.as_slice() {
                let extension = Path::new(one).extension().and_then(|end| end.to_str()).unwrap_or_default();
                let is_path = ["eml", "log", "txt", "json", "msg", "gz"].contains(&extension)
                    || one.starts_with(['/', '.']);
                if Path::new(one).exists() || (is_path && !one.contains(char::is_whitespace)) {
                    return file(Path::new(one), "the file");
                }
            }
            let has_lines = words.iter().any(|word| word.contains(char::is_whitespace));
            Ok(Input::Text(words.join(if has_lines { "\n" } else { " " }).into_bytes(), "the text"))
        }
    }
}

/// A code by itself.
fn code(word: &str) -> Option<Code> {
    let is_number = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let number = word.parse().ok().filter(|number| {
        is_number && (WireCode::from_u16(*number).is_some() || numbers::meaning(*number).is_some())
    });
    number.map(Code::Number).or_else(|| word.parse().ok().map(Code::Enhanced))
}

/// Codes without any text. An enhanced code behind a reply code belongs to it.
fn codes_alone(page: &mut Page, list: &[Code], arguments: &Explain) -> Result<(), Failure> {
    let mut rest = list;
    let mut told = Vec::new();
    let mut is_first = true;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if !arguments.json && !std::mem::take(&mut is_first) {
            page.rule()?;
        }
        if let (Code::Number(number), Some((Code::Enhanced(enhanced), behind))) =
            (first, behind.split_first())
        {
            rest = behind;
            let text = format!("{number} {enhanced}");
            let reading = read(text.as_bytes());
            match arguments.json {
                true => told.extend(reading.cases.iter().map(|one| case_report(one, arguments))),
                false => print(page, &reading, text.as_bytes(), arguments)?,
            }
            continue;
        }
        match (first, arguments.json) {
            (Code::Number(number), false) => codes::number(page, *number, arguments)?,
            (Code::Enhanced(enhanced), false) => codes::enhanced(page, *enhanced, arguments)?,
            (Code::Number(number), true) => told.push(json!({
                "number": number,
                "name": WireCode::from_u16(*number).and_then(WireCode::known).map(smtp_codes::ReplyCode::name),
                "not_a_reply": numbers::meaning(*number),
                "steps": WireCode::from_u16(*number).and_then(WireCode::known).map(|code| steps(&why::steps_of(code))),
            })),
            (Code::Enhanced(enhanced), true) => told.push(json!({
                "enhanced": enhanced.to_string(),
                "name": enhanced.status().map(smtp_codes::EnhancedStatus::name),
            })),
        }
    }
    if arguments.json {
        let (cases, codes): (Vec<Value>, Vec<Value>) =
            told.into_iter().partition(|one| one.get("reply").is_some());
        page.verbatim(format!("{:#}\n", json!({ "cases": cases, "codes": codes })))?;
    }
    Ok(())
}

/// Why no server said anything, where there is no reply and the text has a sign of it.
fn no_server(text: &[u8]) -> Option<&'static str> {
    numbers::without_server(&String::from_utf8_lossy(text))
}

/// Numbers in a text without any reply that people take for one.
fn not_replies(text: &[u8]) -> impl Iterator<Item = u16> + '_ {
    const KNOWN: [u16; 10] = [101, 110, 111, 113, 498, 499, 602, 605, 606, 607];
    let words = |text| <[u8]>::split(text, |byte| !byte.is_ascii_alphanumeric() && *byte != b'.');
    let numbers =
        move |text| words(text).filter_map(|word| std::str::from_utf8(word).ok()?.parse::<u16>().ok());
    let http = memchr::memmem::find(text, b"HTTP/")
        .and_then(|at| numbers(text.get(at..)?).find(|number| *number >= 100));
    let http = http.filter(|number| numbers::meaning(*number).is_some());
    http.into_iter().chain(numbers(text).filter(|number| KNOWN.contains(number)))
}

fn print(page: &mut Page, reading: &Reading, text: &[u8], arguments: &Explain) -> io::Result<()> {
    if reading.cases.is_empty() {
        return nothing(page, reading, text);
    }
    let mut told = Vec::new();
    for (index, one) in reading.cases.iter().enumerate() {
        if index > 0 {
            page.rule()?;
        }
        case(page, one, reading, arguments, &mut told)?;
    }
    let is_refused = reading.cases.iter().any(|case| case.result() != Some(Outcome::Sent));
    if reading.is_session && !is_refused {
        page.section(
            "No refusal in this session",
            "The server refused nothing here. Once it has taken a message, its own log tells what became of it.",
        )?;
    }
    if reading.is_cut_off {
        page.section(
            "A reply without its end",
            "A hyphen behind the code says that another line follows, and none does. It was not copied, or the server \
             closed the connection in the middle: then it has answered nothing, and the message is sent again later.",
        )?;
    }
    if reading.successes > 0 {
        page.label(format!("Besides, what was accepted and is not shown: {}", reading.successes))?;
    }
    Ok(())
}

/// A text that quotes no reply: what is known all the same, and where the reply may be found.
fn nothing(page: &mut Page, reading: &Reading, text: &[u8]) -> io::Result<()> {
    if let Some(what) = no_server(text) {
        page.title("No mail server answered")?;
        return page.section("What happened", format!("There is no reply in this text: {what}."));
    }
    let mut numbers =
        not_replies(text).filter_map(|number| Some((number, numbers::meaning(number)?))).peekable();
    if numbers.peek().is_some() {
        return numbers.take(1).try_for_each(|(number, what)| {
            page.title(format!("{number}: not an SMTP reply code"))?;
            page.section("What it is", what)
        });
    }
    if reading.own_refusals > 0 {
        page.title("A refusal of this server itself")?;
        return page.section(
            "What happened",
            "This server refused mail that another wanted to give it. Nothing was sent, so there is no reply of another \
             server. The line itself names the rule.",
        );
    }
    page.title("No reply found")?;
    if let Some(recipient) = &reading.recipient {
        page.section("Recipient", readable(recipient))?;
    }
    page.section(
        "What is missing",
        "There is no reply of a mail server in this text, so nothing tells why. The log of the server that sent the \
         message has it, in the lines with the recipient's address. A bounce message often has it below what was \
         pasted, or in an attached delivery report.",
    )
}

fn case(
    page: &mut Page,
    case: &Case<'_>,
    reading: &Reading,
    arguments: &Explain,
    told: &mut Vec<WireCode>,
) -> io::Result<()> {
    let why = why(case, arguments.provider);
    let codes = case.codes();
    if let (Some(codes), Some(other)) = (codes, case.said.as_ref().and_then(|said| said.contradiction)) {
        page.title(format!("A reply that contradicts itself: {} and {other}", codes.code()))?;
        facts(page, case, reading)?;
        return page.section(
            "What is wrong",
            "All lines of a reply have to begin with the same code (RFC 5321 section 4.2.1), and these do not. Programs \
             differ in which line they believe. Count it neither as a refusal nor as a success: close the connection, \
             keep the message and send it again later. Who runs the receiving server has to repair what writes the reply.",
        );
    }
    let title = match (codes, case.status) {
        (Some(codes), _) => format!("SMTP {codes}"),
        (None, Some(status)) => format!("Status {status}, no reply code"),
        (None, None) => "No reply".to_owned(),
    };
    page.title(if why.name.is_empty() { title } else { format!("{title}: {}", why.name) })?;
    facts(page, case, reading)?;
    match codes {
        Some(codes) => with_reply(page, case, codes, &why)?,
        None => without_reply(page, case, &why)?,
    }
    if let Some((reason, confidence)) = why.reason {
        let sure = confidence
            .map(|confidence| format!(" (confidence: {})", confidence.as_str()))
            .unwrap_or_default();
        page.section("Reason", format!("{}{sure}. {}", reason.name(), reason.description()))?;
    }
    who(page, codes, &why)?;
    codes::steps(page, &why::steps(codes, &why))?;
    let command = arguments.command.or(case.command);
    if let (Some(command), Some(action)) = (command, why::action(case, command)) {
        codes::next_step(page, action, command)?;
    }
    address(page, case, &why)?;
    if let Some(enhanced) = codes.map_or(case.status, ReplyCodes::enhanced) {
        codes::references(page, enhanced)?;
    }
    let Some(code) = codes.map(ReplyCodes::code) else { return Ok(()) };
    if !told.contains(&code) {
        told.push(code);
        if let Some(known) = code.known() {
            page.heading(format!("The code by itself: {known}"))?;
            page.plain_paragraph(known.description())?;
            if let Some(command) = command {
                codes::answered(page, known, command)?;
            }
        } else if let Some(other) = numbers::meaning(code.as_u16()) {
            page.section("If it did not come from a mail server", other)?;
        }
    }
    Ok(())
}

/// Whom it is about, who said it, to what, and what became of it.
fn facts(page: &mut Page, case: &Case<'_>, reading: &Reading) -> io::Result<()> {
    if let Some(recipient) = &case.recipient {
        page.section("Recipient", readable(recipient))?;
    }
    if case.doubtful {
        page.paragraph("The address imitates fields of a log, so it may not be the real one.")?;
    }
    if !case.host.is_empty() {
        page.section("Said by", readable(&case.host))?;
    }
    if reading.own_refusals > 0 {
        page.section(
            "Who refused",
            "This server itself, mail that another wanted to give it. Nothing was sent.",
        )?;
    }
    match case.outcome {
        Some(Outcome::Failed) => {
            page.section("What became of it", "failed: the sending server has given up.")?
        }
        Some(Outcome::Deferred) => page.section(
            "What became of it",
            "delayed (deferred): the message is still in the queue, and the sending server tries again.",
        )?,
        Some(Outcome::Sent) => page.section("What became of it", "delivered: the message was accepted.")?,
        None => {}
    }
    if case.earlier {
        page.section(
            "This delivery was not tried",
            "The server gave this reply to an earlier one, and the sending server is waiting.",
        )?;
    }
    let (label, text) = match &case.said {
        Some(said) => ("The reply", &said.text),
        None => ("What the sending server says", &case.own),
    };
    let text = if text.is_empty() { return Ok(()) } else { String::from_utf8_lossy(text) };
    page.label(label)?;
    text.replace("\\n", "\n")
        .trim_end()
        .lines()
        .take(100)
        .try_for_each(|line| page.paragraph(readable(line.as_bytes())))
}

fn with_reply(page: &mut Page, case: &Case<'_>, codes: ReplyCodes, why: &Why) -> io::Result<()> {
    page.section("In short", codes::in_short(codes.class()))?;
    let code = codes.code();
    if let Some(sent) = codes.enhanced().filter(|sent| sent.class() != code.class()) {
        let kind = |class: Class| match class {
            Class::PositiveCompletion => "a success",
            Class::TransientNegative => "a temporary failure",
            Class::PermanentNegative => "a permanent failure",
            Class::PositiveIntermediate => "a question for more",
        };
        let own = kind(code.class());
        page.section(
            "Code and enhanced code disagree",
            format!("{code} is {own}, {sent} is {}. The code decides, because every program understands it: take it as \
                     {own}, and read {sent} only as a hint at the reason.", kind(sent.class())),
        )?;
    }
    if let (Some(Outcome::Deferred), Class::PermanentNegative)
    | (Some(Outcome::Failed), Class::TransientNegative) =
        (case.outcome.unwrap_or(Outcome::Sent).into(), code.class())
    {
        page.section("The log and the reply disagree", "What the sending server did is what counts for this message. What the reply means is told below.")?;
    }
    if let Some(status) = case.status.filter(|status| codes.enhanced().is_some_and(|sent| sent != *status)) {
        page.section(
            "The sending server's own status",
            format!("It noted {status}. What the other server said is what counts."),
        )?;
    }
    match (&why.provider, codes.enhanced()) {
        (Some((provider, meaning, sign)), enhanced) => {
            let what = enhanced.map_or_else(|| code.to_string(), |enhanced| enhanced.to_string());
            codes::provider_means(page, *provider, meaning, &what)?;
            sign.map_or(Ok(()), |sign| {
                page.paragraph(format!("That it was {} is told by `{sign}` in the text.", provider.name()))
            })
        }
        (None, Some(enhanced)) => codes::status_means(page, enhanced, why.registered),
        (None, None) => Ok(()),
    }
}

fn without_reply(page: &mut Page, case: &Case<'_>, why: &Why) -> io::Result<()> {
    let own = String::from_utf8_lossy(&case.own);
    page.section(
        "In short",
        match numbers::without_server(&own) {
            Some(what) => format!("No mail server answered: {what}."),
            None => "No reply of another server is quoted. What the sending program says is all there is."
                .to_owned(),
        },
    )?;
    case.status.map_or(Ok(()), |status| codes::status_means(page, status, why.registered))
}

fn who(page: &mut Page, codes: Option<ReplyCodes>, why: &Why) -> io::Result<()> {
    match why.scope {
        Some(scope) => page.section("Who can act", format!("{}. {}", scope.name(), scope.description())),
        None if codes.is_some_and(ReplyCodes::is_negative) => {
            page.section("Who can act", "The codes do not tell: servers send the same ones for the faults of several sides. Go by the text.")
        }
        None => Ok(()),
    }
}

fn address(page: &mut Page, case: &Case<'_>, why: &Why) -> io::Result<()> {
    let Some(codes) = case.codes().filter(|codes| codes.is_permanent()) else { return Ok(()) };
    let text = if why.condemns {
        "Stop writing to it: the reply says that the address itself is no good. One typed a minute ago may just have a \
         slip in it."
    } else if codes.condemns_recipient() {
        "Keep it for now: the code is that of a bad address, but this delivery does not prove it."
    } else {
        "Keep it: this attempt has failed, but the codes do not say that the address is bad."
    };
    page.section("The recipient's address", text)
}

fn report(reading: &Reading, text: &[u8], arguments: &Explain) -> Value {
    let is_empty = reading.cases.is_empty();
    json!({
        "cases": reading.cases.iter().map(|case| case_report(case, arguments)).collect::<Vec<_>>(),
        "codes": not_replies(text).filter(|_| is_empty).take(1).map(|number| json!({"number": number, "not_a_reply": numbers::meaning(number)})).collect::<Vec<_>>(),
        "no_server": no_server(text).filter(|_| reading.cases.iter().all(|case| case.said.is_none())),
        "successes": reading.successes,
        "own_refusals": reading.own_refusals,
        "not_understood": reading.unread,
    })
}

fn steps(steps: &[(Option<&str>, &str)]) -> Value {
    steps.iter().map(|(party, text)| json!({ "party": party, "text": text })).collect()
}

fn case_report(case: &Case<'_>, arguments: &Explain) -> Value {
    let why = why(case, arguments.provider);
    let codes = case.codes();
    let text = |bytes: &[u8]| (!bytes.is_empty()).then(|| readable(bytes));
    let reply = case.said.as_ref().map(|said| {
        let text = String::from_utf8_lossy(&said.text).replace("\\n", "\n");
        text.lines().map(|line| readable(line.as_bytes())).collect::<Vec<_>>()
    });
    json!({
        "code": codes.map(|codes| codes.code().as_u16()),
        "enhanced": codes.and_then(ReplyCodes::enhanced).map(|code| code.to_string()),
        "class": codes.map(|codes| codes.class().as_str()),
        "name": why.name,
        "reply": reply,
        "recipient": case.recipient.as_deref().map(readable),
        "host": text(&case.host),
        "command": case.command.map(smtp_codes::Command::as_str),
        "outcome": case.outcome.map(word),
        "status": case.status.map(|code| code.to_string()),
        "own": text(&case.own),
        "earlier": case.earlier,
        "doubtful": case.doubtful,
        "contradiction": case.said.as_ref().and_then(|said| said.contradiction).map(WireCode::as_u16),
        "reason": why.reason.map(|(reason, _)| reason.as_str()),
        "confidence": why.reason.and_then(|(_, confidence)| confidence).map(smtp_codes::Confidence::as_str),
        "scope": why.scope.map(smtp_codes::Scope::as_str),
        "provider": why.provider.as_ref().map(|(provider, ..)| provider.as_str()),
        "meaning": why.provider.as_ref().map(|(_, meaning, _)| meaning.text()),
        "action": why::action(case, arguments.command).map(smtp_codes::Action::as_str),
        "condemns_recipient": why.condemns,
        "steps": steps(&why::steps(codes, &why)),
    })
}

pub(crate) const fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Failed => "failed",
        Outcome::Deferred => "deferred",
        Outcome::Sent => "sent",
    }
}
