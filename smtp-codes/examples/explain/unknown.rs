//! A number that the catalogue does not have, explained by its digits.

use std::io;

use smtp_codes::{Category, Class, EnhancedCode, ReplyCode, WireCode};

use crate::common::page::Page;
use crate::enhanced::{REGISTRY, name};

/// What can be said of any of them.
pub(crate) const MEANS: &str =
    "The catalogue does not have it. What counts is its first digit, and the text behind the number.";

/// Explains a number that the catalogue does not have.
pub(crate) fn explain(page: &mut Page<'_>, number: WireCode) -> io::Result<()> {
    let code = without_dots(number);
    // Where the digits are those of an enhanced code, the second one is its subject and no category.
    let about = match number.category() {
        _ if code.is_some() => "",
        Category::Syntax => " The second, 0, says that it is about the form of the command.",
        Category::Information => " The second, 1, says that it is information that was asked for.",
        Category::Connections => " The second, 2, says that it is about the connection itself.",
        Category::MailSystem => " The second, 5, says that it is about the mailbox or the message.",
        Category::Unspecified => " The second has no meaning in the standard.",
    };
    page.section(
        "What it means",
        format!(
            "No RFC defines {number}, and the catalogue does not have it among the numbers that servers send \
             without one. What counts is its first digit.{about} The text behind the number is all that the \
             server says besides."
        ),
    )?;
    page.section("What to do", advice(number.class()))?;
    match code {
        Some(code) => reads_like(page, number, code),
        None => Ok(()),
    }
}

const fn advice(class: Class) -> &'static str {
    match class {
        Class::PositiveCompletion => "Go on as after 250, and log the whole line.",
        Class::PositiveIntermediate => {
            "After `DATA` send the message, after `AUTH` the next answer. After any other command the two sides \
             are out of step: close the connection and try again later."
        }
        Class::TransientNegative => {
            "Leave the message in the queue, try again later, and count no bounce. If it stays so for hours, send \
             the whole line to the postmaster of the server that said it."
        }
        Class::PermanentNegative => {
            "Do not send the same again unchanged. The text tells who has to act: the sender, the administrator \
             of the sending server, or the postmaster of the receiving one, who can find the reason with the \
             whole line. The number alone is no ground to take an address off a list."
        }
    }
}

fn reads_like(page: &mut Page<'_>, number: WireCode, code: EnhancedCode) -> io::Result<()> {
    let name = name(code).map(|name| format!(" ({name})")).unwrap_or_default();
    page.section(
        "It reads like an enhanced code without its dots",
        format!(
            "{number} may be {code}, an enhanced status code{name}, written without its dots by a \
             program that has room for three digits only. The complete reply or bounce may still show {code}."
        ),
    )?;
    let pairs: Vec<_> = ReplyCode::ALL
        .iter()
        .filter(|reply| reply.enhanced().contains(&code))
        .map(ToString::to_string)
        .collect();
    if !pairs.is_empty() {
        page.paragraph(format!("The registry pairs {code} with {}.", pairs.join(", ")))?;
    }
    page.label(format!("Where to look up {code}"))?;
    page.addresses(&[("IANA registry".to_owned(), REGISTRY)])
}

/// The enhanced code that a number is when dots are put between its digits, if it can be one.
fn without_dots(number: WireCode) -> Option<EnhancedCode> {
    let number = number.as_u16();
    let (subject, detail) = (number / 10 % 10, number % 10);
    // Subjects run from 0 to 7 (RFC 3463 section 3), and subject 0 has only the detail 0.
    if subject > 7 || (subject == 0 && detail != 0) {
        return None;
    }
    EnhancedCode::new(u8::try_from(number / 100).ok()?, subject, detail)
}
