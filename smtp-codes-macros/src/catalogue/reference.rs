//! References such as `RFC 5321 section 4.2.3`.

use super::Reference;
use super::fields::{Fields, Text, shorten};

/// Takes the field `references` of a table; empty where it is left out.
pub(super) fn references(fields: &mut Fields<'_, '_>) -> Vec<Reference> {
    let texts = fields.texts("references");
    let mut references = Vec::new();
    for text in &texts {
        if let Some(reference) = reference(fields, text) {
            references.push(reference);
        }
    }
    references
}

fn reference(fields: &mut Fields<'_, '_>, text: &Text) -> Option<Reference> {
    let reference = parse(&text.value);
    if reference.is_none() {
        fields.faults.add(
            text.span.clone(),
            &format!("`{}` is not a reference", shorten(&text.value)),
            "",
            "write \"RFC 5321 section 4.2.3\", or \"RFC 5321\" for the whole of it",
        );
    }
    reference
}

fn parse(text: &str) -> Option<Reference> {
    // A space that holds the line together looks like any other.
    let mut plain = String::new();
    for character in text.chars() {
        plain.push(if character.is_whitespace() { ' ' } else { character });
    }
    let mut words = plain.split(' ');
    let (Some("RFC"), Some(number)) = (words.next(), words.next()) else { return None };
    let section = match (words.next(), words.next(), words.next()) {
        (None, _, _) => "",
        (Some("section"), Some(section), None) if is_section(section) => section,
        _ => return None,
    };
    if !is_number(number) {
        return None;
    }
    Some(Reference { rfc: number.parse().ok()?, section: section.to_owned() })
}

/// Numbers with dots between them; an appendix begins with its letter.
fn is_section(text: &str) -> bool {
    let mut parts = text.split('.');
    let first = parts.next().unwrap_or_default();
    (is_number(first) || first.len() == 1 && first.bytes().all(|byte| byte.is_ascii_uppercase()))
        && parts.all(is_number)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn references_and_what_is_none() {
        let reference = parse("RFC 5321 section 4.2.3").unwrap();
        assert_eq!((reference.rfc, reference.section.as_str()), (5321, "4.2.3"));
        assert_eq!(parse("RFC 6376").unwrap().section, "");
        assert_eq!(parse("RFC 5321 section F.1").unwrap().section, "F.1");
        for wrong in
            ["", "RFC", "RFC5321", "rfc 5321", "RFC 5321 section", "RFC 5321 section 4.", "RFC 5321 4.2.3"]
        {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        for wrong in ["RFC +5321", "RFC 05321", "RFC 99999", "RFC 1 section 1 2", "RFC 1 section AB.1"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
