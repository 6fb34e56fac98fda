//! What a person pasted, explained: each refusal with what it means, why, who can act and what to do.

use std::io::{self, IsTerminal, Read};
use std::path::Path;

use serde_json::{Value, json};
use smtp_codes::{EnhancedCode, WireCode};

use crate::page::{Page, readable};
use crate::read::{Outcome, Reading, read};
use crate::{Explain, Failure, decode, numbers, report, warn};

/// The shape of the JSON, for the help and for the tests.
pub(crate) const SHAPE: &str = "\
With --json, an object with these fields; what is not known is null:
  cases           what was said, the most telling first, or the codes that were given; each an object:
    code, enhanced       the reply's codes, a number and a text such as \"5.1.1\"
    number               a code given by itself
    class                positive-completion, ..-intermediate, transient-negative, permanent-negative
    name                 what the codes mean, in some words
    reply                the lines of the reply, as they came
    recipient, host      whom it was about, and who said it
    command              what it answers, such as RCPT
    outcome              what the log or bounce says: failed, deferred, sent
    status               the enhanced code that the sending program filled in
    own                  what the sending program itself says, where there is no reply
    earlier              whether it was said to an earlier delivery, and this one not tried
    doubtful             whether the recipient imitates fields of a log
    contradiction        another code in the same reply
    reason, confidence, scope, provider    why, how sure, who can act, and whose meaning it is, each as a word
    condemns_recipient   whether the address itself is bad
    action               what a client does after that command
    steps                what to do: objects with party and text
    title, became, warning, in_short, provider_meaning, meaning, why, who, next, address, by_itself, answers,
    not_a_reply, references    the texts of the page, which may change
  no_server       why no mail server said anything, if the text says so
  not_a_reply     a number that is no reply, where there is none: number and meaning
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
    let (text, from) = match input(arguments)? {
        Input::Text(text, from) => (text, from),
        Input::Codes(list) => {
            let reports = codes_alone(&list, arguments);
            let result = if arguments.json { page.json(&json!({ "cases": reports })) } else { print(page, &reports) };
            return Ok(result?);
        }
    };
    let reading = read(&text);
    let mut reports = reports(&reading, &text, arguments);
    if arguments.json {
        let is_empty = reading.cases.is_empty();
        let number = not_replies(&text).next().filter(|_| is_empty);
        let report = json!({
            "cases": if is_empty { Vec::new() } else { reports },
            "no_server": no_server(&text).filter(|_| reading.cases.iter().all(|case| case.said.is_none())),
            "not_a_reply": number.map(|number| json!({ "number": number, "meaning": numbers::meaning(number) })),
            "successes": reading.successes,
            "own_refusals": reading.own_refusals,
            "not_understood": reading.unread,
        });
        page.json(&report)?;
    } else {
        if let Some(last) = reports.last_mut() {
            last["hint"] = hint(&reading).into();
        }
        print(page, &reports)?;
    }
    result(&reading, &text, from)
}

/// What the exit status and the standard error tell.
fn result(reading: &Reading, text: &[u8], from: &str) -> Result<(), Failure> {
    if reading.more > 0 {
        let triage = "`smtp-codes triage` counts a whole log";
        warn(&format!("{} more of {from} are not shown: {triage}", reading.more));
    }
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
                let is_path =
                    ["eml", "log", "txt", "json", "msg", "gz"].contains(&extension) || one.starts_with(['/', '.']);
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
    let number = word
        .parse()
        .ok()
        .filter(|number| is_number && (WireCode::from_u16(*number).is_some() || numbers::meaning(*number).is_some()));
    number.map(Code::Number).or_else(|| word.parse().ok().map(Code::Enhanced))
}

/// Codes without any text. An enhanced code behind a reply code belongs to it.
fn codes_alone(list: &[Code], arguments: &Explain) -> Vec<Value> {
    let mut rest = list;
    let mut reports = Vec::new();
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match (first, behind.split_first()) {
            (Code::Number(number), Some((Code::Enhanced(enhanced), behind))) => {
                rest = behind;
                let reading = read(format!("{number} {enhanced}").as_bytes());
                reports.extend(reading.cases.iter().map(|case| report::case(case, false, arguments)));
            }
            (Code::Number(number), _) => reports.push(report::number(*number, arguments)),
            (Code::Enhanced(enhanced), _) => reports.push(report::enhanced(*enhanced, arguments)),
        }
    }
    reports
}

/// What is told of a text: its cases, or why there is none.
fn reports(reading: &Reading, text: &[u8], arguments: &Explain) -> Vec<Value> {
    if !reading.cases.is_empty() {
        let is_own = reading.own_refusals > 0;
        return reading.cases.iter().map(|case| report::case(case, is_own, arguments)).collect();
    }
    if let Some(what) = no_server(text) {
        return vec![
            json!({ "title": "No mail server answered", "what_it_is": format!("There is no reply in this text: {what}.") }),
        ];
    }
    if let Some(number) = not_replies(text).next() {
        return vec![report::number(number, arguments)];
    }
    if reading.own_refusals > 0 {
        return vec![json!({
            "title": "A refusal of this server itself",
            "what_it_is": "This server refused mail that another wanted to give it. Nothing was sent, so there is no reply of \
                           another server. The line itself names the rule.",
        })];
    }
    vec![json!({
        "title": "No reply found",
        "recipient": reading.recipient.as_deref().map(readable),
        "what_it_is": "There is no reply of a mail server in this text, so nothing tells why. The log of the server that sent the \
                       message has it, in the lines with the recipient's address. A bounce message often has it below what was \
                       pasted, or in an attached delivery report.",
    })]
}

/// What is to be said of a text beside its cases.
fn hint(reading: &Reading) -> Option<String> {
    let is_refused = reading.cases.iter().any(|case| case.result() != Some(Outcome::Sent));
    if reading.is_cut_off {
        return Some(
            "A hyphen behind a code says that another line follows, and none does. It was not copied, or the server closed the \
             connection in the middle: then it has answered nothing, and the message is sent again later."
                .to_owned(),
        );
    }
    if reading.is_session && !is_refused && !reading.cases.is_empty() {
        return Some(
            "No refusal in this session: the server refused nothing here. Once it has taken a message, its own log tells \
             what became of it."
                .to_owned(),
        );
    }
    (reading.successes > 0).then(|| format!("Accepted besides, and not shown: {}.", reading.successes))
}

fn print(page: &mut Page, reports: &[Value]) -> io::Result<()> {
    for (index, report) in reports.iter().enumerate() {
        if index > 0 {
            page.rule()?;
        }
        report::print(page, report)?;
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
    let numbers = move |text| words(text).filter_map(|word| std::str::from_utf8(word).ok()?.parse::<u16>().ok());
    let http =
        memchr::memmem::find(text, b"HTTP/").and_then(|at| numbers(text.get(at..)?).find(|number| *number >= 100));
    let http = http.filter(|number| numbers::meaning(*number).is_some());
    http.into_iter().chain(numbers(text).filter(|number| KNOWN.contains(number)))
}
