//! One reply explained to the person who met it: what was said, what it means, what to do.

use std::io;

use smtp_codes::{Command, EnhancedCode, ReplyCodes, WireCode};

use crate::common::meaning;
use crate::common::page::Page;
use crate::verdict::{self, Own};
use crate::{Options, code, enhanced};

/// A reply and what is known around it.
#[derive(Default)]
pub(crate) struct Case {
    /// `None` where no server said anything.
    pub(crate) code: Option<WireCode>,
    pub(crate) enhanced: Option<EnhancedCode>,
    /// Whether the enhanced code stands elsewhere than right behind the code.
    pub(crate) is_elsewhere: bool,
    /// The reply as it is shown.
    pub(crate) lines: Vec<String>,
    /// Whom it is about, and who said it: labels and values.
    pub(crate) facts: Vec<(&'static str, String)>,
    /// The enhanced code that the writer of the bounce or of the log chose.
    pub(crate) status: Option<EnhancedCode>,
    pub(crate) command: Option<Command>,
    /// The words of the log around the reply, which may name the server.
    pub(crate) around: String,
}

/// Explains a reply.
pub(crate) fn explain(
    page: &mut Page<'_>,
    case: &Case,
    options: Options,
    told: &mut Vec<WireCode>,
) -> io::Result<()> {
    page.title(title(case, Own::of(case, options).as_ref()))?;
    for (label, value) in &case.facts {
        page.section(label, value)?;
    }
    if !case.lines.is_empty() {
        page.label(if case.code.is_some() { "The reply" } else { "What the sending server says" })?;
        case.lines.iter().try_for_each(|line| page.paragraph(line))?;
    }
    body(page, case, options, told)
}

fn title(case: &Case, own: Option<&Own>) -> String {
    let codes = match (case.code, case.enhanced.or(case.status)) {
        (Some(code), _) => match case.enhanced {
            Some(enhanced) => format!("SMTP {code} {enhanced}"),
            None => format!("SMTP {code}"),
        },
        (None, Some(status)) => format!("No reply, status {status}"),
        (None, None) => "No reply".to_owned(),
    };
    let name = own.and_then(Own::name).unwrap_or_else(|| match case.code {
        Some(_) => meaning::name(case.code, case.enhanced),
        None => case.status.and_then(enhanced::name).unwrap_or_default().to_owned(),
    });
    if name.is_empty() { codes } else { format!("{codes}: {name}") }
}

/// What it means and what to do, and the code by itself at the end, unless it has been told before.
pub(crate) fn body(
    page: &mut Page<'_>,
    case: &Case,
    options: Options,
    told: &mut Vec<WireCode>,
) -> io::Result<()> {
    let Some(code) = case.code else { return without_reply(page, case) };
    let command = options.command.or(case.command);
    let status = ReplyCodes::new(code, case.enhanced);
    page.section("In short", in_short(code))?;
    if let Some(sent) = case.enhanced {
        if sent.class() != code.class() {
            page.section("Code and enhanced code disagree", disagreement(code, sent))?;
        }
        if case.is_elsewhere {
            page.section(
                "The enhanced code is not in its place",
                format!(
                    "{sent} stands in the text and not right behind {code}, where RFC 2034 section 4 puts it: \
                     many programs will not see it."
                ),
            )?;
        }
    }
    status_differs(page, case)?;
    let own = Own::of(case, options);
    if let Some(own) = &own {
        let what = case.enhanced.map_or_else(|| code.to_string(), |sent| sent.to_string());
        own.explain(page, &what)?;
    }
    if let Some(sent) = case.enhanced {
        let advice = if own.as_ref().is_some_and(Own::is_known) {
            "What to do if the registered meaning is meant"
        } else if sent.class() == code.class() {
            "What to do"
        } else {
            "What to do if its reason is right"
        };
        enhanced::body(page, sent, advice)?;
    }
    if let Some(command) = command {
        verdict::next_step(page, status, command)?;
    }
    verdict::who(page, status, command, own.as_ref())?;
    if let Some(sent) = case.enhanced {
        enhanced::references(page, sent)?;
    }
    by_itself(page, case, code, command, told)
}

/// What the code means whatever stands behind it, once for each code.
fn by_itself(
    page: &mut Page<'_>,
    case: &Case,
    code: WireCode,
    command: Option<Command>,
    told: &mut Vec<WireCode>,
) -> io::Result<()> {
    let title = match code.known() {
        Some(known) => format!("The code by itself: {known}"),
        None => format!("The code by itself: {code} (not in the catalogue)"),
    };
    if told.contains(&code) {
        return page.section(&title, "It is explained above.");
    }
    told.push(code);
    page.heading(title)?;
    code::after_reply(page, code, command, case.enhanced.is_none())
}

/// Where no other server said anything.
fn without_reply(page: &mut Page<'_>, case: &Case) -> io::Result<()> {
    page.section(
        "In short",
        "No other server said this. The program that wrote the line or the bounce gave up or put the message off \
         by itself, and what it says is all there is.",
    )?;
    let Some(status) = case.status else { return Ok(()) };
    enhanced::body(page, status, "What to do")?;
    enhanced::references(page, status)
}

fn in_short(code: WireCode) -> String {
    format!("{}yz {}. {}", code.class().digit(), code.class().name(), code::class_means(code.class()))
}

/// What to believe where the classes differ.
fn disagreement(code: WireCode, sent: EnhancedCode) -> String {
    let kind = |digit: u8| match digit {
        2 => "a success",
        4 => "a temporary failure",
        5 => "a permanent failure",
        _ => "a question for more",
    };
    let (own, its) = (code.class().digit(), sent.class().digit());
    let right = match EnhancedCode::new(own, sent.subject(), sent.detail()) {
        Some(right) => format!("{code} {right}"),
        None => format!("{code} without an enhanced code"),
    };
    format!(
        "{code} is {}, {sent} is {}. The code decides, because every program understands it: take it as {}, and \
         read {sent} only as a hint at the reason. Programs that believe the enhanced code do the opposite, so \
         the administrator of the server that said it should make it say {right}.",
        kind(own),
        kind(its),
        kind(own)
    )
}

/// Where the bounce or the log has another enhanced code than the reply.
fn status_differs(page: &mut Page<'_>, case: &Case) -> io::Result<()> {
    match case.status {
        Some(status) if Some(status) != case.enhanced && case.code.is_some() => page.section(
            "The sending server's own status",
            match case.enhanced {
                Some(enhanced) => format!(
                    "It noted {status}, the other server said {enhanced}. What the other server said is what \
                     counts."
                ),
                None => format!("It noted {status}; the reply has no enhanced code of its own."),
            },
        ),
        _ => Ok(()),
    }
}
