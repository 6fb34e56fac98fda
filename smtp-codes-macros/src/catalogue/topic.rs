//! The small tables that are words with texts: classes, subjects, scopes, reasons and providers.

use super::fields::{Fields, Text, shorten};
use super::ident::variant;
use super::mark::{Marks, known};
use super::read::Entry;
use super::reference::references;
use super::{CommandName, Topic};
use crate::fault::Faults;

/// What a table of words is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Class,
    Subject,
    Scope,
    Reason,
    Provider,
}

impl Kind {
    /// The heading in the catalogue.
    pub(super) const fn heading(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Subject => "subject",
            Self::Scope => "scope",
            Self::Reason => "reason",
            Self::Provider => "provider",
        }
    }

    fn is_key(self, key: &str) -> bool {
        match self {
            Self::Class => matches!(key, "2" | "4" | "5"),
            Self::Subject => number(key).is_some(),
            _ => !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Class => "the classes are 2, 4 and 5 (RFC 3463 section 2): write [class.5]",
            Self::Subject => "a subject is a number up to 999 (RFC 3463 section 2): write [subject.1]",
            Self::Scope => "write a word in small letters, with hyphens, such as [scope.recipient-domain]",
            Self::Reason => "write a word in small letters, with hyphens, such as [reason.mailbox-full]",
            Self::Provider => "write a word in small letters, with hyphens, such as [provider.amazon-ses]",
        }
    }
}

/// A number of one to three digits without leading zeros, as the parts of an enhanced code are.
pub(super) fn number(text: &str) -> Option<u16> {
    let fine = matches!(text.len(), 1..=3)
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if fine { text.parse().ok() } else { None }
}

/// Notes a key that is none of its kind.
pub(super) fn check_key(faults: &mut Faults, kind: Kind, entry: &Entry<'_>) {
    if !kind.is_key(&entry.key) {
        let message = format!("`{}` is not a {}", shorten(&entry.key), kind.heading());
        faults.add_refused(entry.key_span.clone(), entry.value.span.clone(), &message, kind.help());
    }
}

/// Takes the fields of a word; `None` if it lacks something without which no variant can be made. The text
/// is the variant with its place.
pub(super) fn topic(
    fields: &mut Fields<'_, '_>,
    kind: Kind,
    key: &str,
    marks: &Marks,
) -> Option<(Topic, Text)> {
    let variant = variant(fields);
    let title = fields.text("name");
    let description = fields.text("description");
    let (mut remediation, mut scope) = (None, None);
    if kind == Kind::Reason {
        // What nobody is told of has no scope.
        let named = fields.optional_text("scope");
        scope = named.and_then(|text| known(fields.faults, "scope", &text, &marks.scopes));
        remediation = Some(fields.text("remediation")?.value);
    }
    let references =
        if matches!(kind, Kind::Class | Kind::Subject) { references(fields) } else { Vec::new() };
    let variant = variant?;
    let topic = Topic {
        name: CommandName { key: key.to_owned(), variant: variant.value.clone() },
        title: title?.value,
        description: description?.value,
        remediation,
        scope,
        references,
    };
    Some((topic, variant))
}
