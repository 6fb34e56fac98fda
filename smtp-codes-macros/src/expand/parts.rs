//! The code of the small things that several tables hold.

use super::{ROOT, literal};
use crate::catalogue::{Answer, Closing, Enhanced, Outcome, Reference, Standing};

/// The address of a section at the RFC Editor.
pub(super) fn url(reference: &Reference) -> String {
    let Reference { rfc, section } = reference;
    let page = format!("https://www.rfc-editor.org/rfc/rfc{rfc}");
    match section.bytes().next() {
        None => page,
        Some(first) if first.is_ascii_digit() => format!("{page}#section-{section}"),
        Some(_) => format!("{page}#appendix-{section}"),
    }
}

/// `&[Reference::__new(..), ..]`
pub(super) fn references(references: &[Reference]) -> String {
    let mut code = String::from("&[");
    for reference in references {
        let (rfc, section, url) = (reference.rfc, &reference.section, url(reference));
        code += &format!("{ROOT}::Reference::__new({rfc}, {section:?}, {url:?}),");
    }
    code + "]"
}

/// A row of a table of answers. `description` stands in where the code has no meaning of its own there.
pub(super) fn answer(answer: &Answer, description: &str) -> String {
    let command = &answer.command.variant;
    let outcome = match answer.outcome {
        Outcome::Success => "Success",
        Outcome::Intermediate => "Intermediate",
        Outcome::Error => "Error",
    };
    let meaning = literal(answer.meaning.as_deref().unwrap_or(description));
    let condition = match &answer.condition {
        Some(text) => format!("::core::option::Option::Some({text:?})"),
        None => "::core::option::Option::None".to_owned(),
    };
    let references = references(&answer.references);
    format!(
        "{ROOT}::Answer::__new({ROOT}::Command::{command}, {ROOT}::Outcome::{outcome}, \
         {meaning}, {condition}, {references}),"
    )
}

pub(super) fn enhanced(code: Enhanced) -> String {
    let Enhanced { class, subject, detail } = code;
    format!("{ROOT}::__private::enhanced({class}, {subject}, {detail}),")
}

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Standard => "Standard",
        Standing::Historic => "Historic",
        Standing::Registered => "Registered",
        Standing::Unregistered => "Unregistered",
    }
}

pub(super) fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::Yes => "Yes",
        Closing::No => "No",
        Closing::May => "May",
        Closing::Unspecified => "Unspecified",
    }
}
