//! References such as `RFC 5321 section 4.2.3`.

use super::fields::Fields;
use crate::source::shorten;

/// A place in an RFC.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Reference {
    pub(crate) rfc: u16,
    /// Empty if the whole document is meant.
    pub(crate) section: String,
}

impl Reference {
    /// Takes the field `references` of a table, empty if it is left out.
    pub(super) fn list(fields: &mut Fields<'_, '_>) -> Vec<Self> {
        let mut references = Vec::new();
        for text in fields.strings("references") {
            match Self::parse(text.get_ref()) {
                Some(reference) => references.push(reference),
                None => fields.diagnostics.error(
                    text.span(),
                    format!("`{}` is not a reference", shorten(text.get_ref())),
                    "write \"RFC 5321 section 4.2.3\", or \"RFC 5321\" for the whole document",
                ),
            }
        }
        references
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let mut next = || words.next();
        let (number, section) = match (next()?, next()?, next(), next(), next()) {
            ("RFC", number, None, ..) => (number, ""),
            ("RFC", number, Some("section"), Some(section), None) if is_section(section) => (number, section),
            _ => return None,
        };
        Some(Self { rfc: is_number(number).then(|| number.parse().ok())??, section: section.to_owned() })
    }

    /// The address of the section at the RFC Editor.
    pub(crate) fn url(&self) -> String {
        let Self { rfc, section } = self;
        let page = format!("https://www.rfc-editor.org/rfc/rfc{rfc}");
        match section.chars().next() {
            None => page,
            Some('0'..='9') => format!("{page}#section-{section}"),
            Some(_) => format!("{page}#appendix-{section}"),
        }
    }
}

/// Numbers with dots between them. An appendix begins with its letter.
fn is_section(text: &str) -> bool {
    let (first, rest) = text.split_once('.').unwrap_or((text, "1"));
    let is_appendix = first.len() == 1 && first.bytes().all(|byte| byte.is_ascii_uppercase());
    (is_number(first) || is_appendix) && rest.split('.').all(is_number)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn references_and_other_strings() {
        let url = |text: &str| Reference::parse(text).unwrap().url();
        assert_eq!(url("RFC 5321 section 4.2.3"), "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3");
        assert_eq!(url("RFC 6376"), "https://www.rfc-editor.org/rfc/rfc6376");
        assert_eq!(url("RFC 821 section F.1"), "https://www.rfc-editor.org/rfc/rfc821#appendix-F.1");
        for wrong in ["", "RFC", "RFC5321", "rfc 5321", "RFC 5321 section", "RFC 5321 section 4.", "RFC 5321 4.2.3"] {
            assert_eq!(Reference::parse(wrong), None, "{wrong}");
        }
        for wrong in ["RFC +5321", "RFC 05321", "RFC 99999", "RFC 1 section 1 2", "RFC 1 section AB.1"] {
            assert_eq!(Reference::parse(wrong), None, "{wrong}");
        }
    }
}
