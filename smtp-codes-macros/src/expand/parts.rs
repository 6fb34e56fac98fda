//! The code of the small things that several tables hold.

use super::{ROOT, literal};
use crate::catalogue::{Answer, Closing, Enhanced, Outcome, Reference, Reply, Standing};

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

/// A list of references: the constant that [`super::shared`] makes of it.
pub(super) fn references(owner: &str, references: &[Reference]) -> String {
    if references.is_empty() { "&[]".to_owned() } else { format!("{owner}::{}", constant(references)) }
}

/// The name of the constant for a list of references: `__AT_5321_4_2_3__7504_3`. Two underscores between references
/// and one within keep a reference to section 4.2.7504.3 apart from two references.
pub(super) fn constant(references: &[Reference]) -> String {
    let mut name = String::from("__AT");
    let mut between = "_";
    for Reference { rfc, section } in references {
        name += &format!("{between}{rfc}");
        between = "__";
        for part in section.split('.') {
            name.push('_');
            name += part;
        }
    }
    name
}

/// A row of a table of answers. A row without a meaning of its own has the code's description; one with a
/// condition is said of many commands, and stands in a constant.
pub(super) fn answer(owner: &str, reply: &Reply, answer: &Answer) -> String {
    let command = &answer.command.variant;
    let said = match rule(reply, answer) {
        Some(rule) => format!("{owner}::{rule}"),
        None => said(owner, reply, answer),
    };
    format!("{ROOT}::__private::answer({ROOT}::Command::{command}, {said}),")
}

/// The name of the constant for a rule: `__RULE_530_0`.
pub(super) fn rule(reply: &Reply, answer: &Answer) -> Option<String> {
    answer.condition.as_ref()?;
    let mut rule = 0;
    for (at, other) in reply.answers.iter().enumerate() {
        if says_the_same(other, answer) {
            rule = at;
            break;
        }
    }
    Some(format!("__RULE_{}_{rule}", reply.number))
}

fn says_the_same(one: &Answer, other: &Answer) -> bool {
    one.condition == other.condition && one.meaning == other.meaning && one.references == other.references
}

/// What a row says, whatever its command.
pub(super) fn said(owner: &str, reply: &Reply, answer: &Answer) -> String {
    let outcome = match answer.outcome {
        Outcome::Success => "Success",
        Outcome::Intermediate => "Intermediate",
        Outcome::Error => "Error",
    };
    let meaning = match &answer.meaning {
        Some(meaning) => literal(meaning),
        None => format!("{owner}::__SAYS_{}", reply.number),
    };
    let condition = match &answer.condition {
        Some(text) => format!("::core::option::Option::Some({text:?})"),
        None => "::core::option::Option::None".to_owned(),
    };
    let references = references(owner, &answer.references);
    format!(
        "&{ROOT}::__private::Said {{ outcome: {ROOT}::Outcome::{outcome}, meaning: {meaning}, \
         condition: {condition}, references: {references} }}"
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

#[cfg(test)]
mod tests {
    use super::{Reference, constant};

    #[test]
    fn different_references_have_different_constants() {
        let list = |references: &[(u16, &str)]| {
            let owned =
                |(rfc, section): &(u16, &str)| Reference { rfc: *rfc, section: (*section).to_owned() };
            constant(&references.iter().map(owned).collect::<Vec<_>>())
        };
        let names = [
            list(&[(5321, "4.2"), (7504, "3")]),
            list(&[(5321, "4.2.7504.3")]),
            list(&[(5321, ""), (7504, "3")]),
            list(&[(5321, "7504.3")]),
            list(&[(5321, ""), (7504, ""), (3, "")]),
        ];
        assert_eq!(names[0], "__AT_5321_4_2__7504_3");
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name}");
        }
    }
}
