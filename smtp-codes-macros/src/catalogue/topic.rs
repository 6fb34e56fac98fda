//! The small tables that are words with texts: classes, subjects, scopes, reasons and providers.

use toml::Spanned;

use super::fields::{Entry, Fields, known};
use super::reference::Reference;
use super::sign::signs;
use super::variant::{camel_case, variant};
use crate::code::part;
use crate::diagnostic::Diagnostics;
use crate::source::shorten;

/// A word of the registry or of our own, with its texts.
#[derive(Debug, Default)]
pub(crate) struct Topic {
    pub(crate) key: String,
    /// `None` if it has an error.
    pub(super) variant: Option<Spanned<String>>,
    pub(crate) name: String,
    pub(crate) description: String,
    /// Of a reason.
    pub(crate) remediation: Option<String>,
    /// The variant of a reason's scope.
    pub(crate) scope: Option<String>,
    /// Of a reason: words of a text that tell it.
    pub(crate) signs: Vec<Spanned<String>>,
    /// Of a class or a subject.
    pub(crate) references: Vec<Reference>,
    /// Further words that find it in the documentation.
    pub(crate) aliases: Vec<String>,
}

impl Topic {
    /// The name of its variant; one made of its key if the catalogue's has an error.
    pub(crate) fn variant(&self) -> String {
        let made = || format!("Of{}", camel_case(&self.key));
        self.variant.as_ref().map_or_else(made, |variant| variant.get_ref().clone())
    }

    /// The number of a class or a subject, 0 for a word.
    pub(crate) fn number(&self) -> u16 {
        part(&self.key).unwrap_or_default()
    }

    /// Reads one table. `heading` says what it is about.
    pub(super) fn read(
        diagnostics: &mut Diagnostics,
        heading: &str,
        entry: Entry<'_>,
        scopes: &[Self],
    ) -> Option<Self> {
        let is_key = check_key(diagnostics, heading, entry);
        let owner = format!("{heading} {}", shorten(entry.name()));
        let mut fields = Fields::of_entry(entry, owner, is_key, diagnostics)?;
        let topic = Self::take(&mut fields, heading, entry.name(), scopes);
        fields.finish();
        is_key.then_some(topic)
    }

    /// Takes the fields of the table.
    pub(super) fn take(fields: &mut Fields<'_, '_>, heading: &str, key: &str, scopes: &[Self]) -> Self {
        let mut topic = Self {
            key: key.to_owned(),
            variant: variant(fields),
            name: fields.text("name"),
            description: fields.text("description"),
            aliases: fields.texts("aliases"),
            ..Self::default()
        };
        match heading {
            "class" | "subject" => topic.references = Reference::list(fields),
            "reason" => {
                topic.remediation = Some(fields.text("remediation"));
                // What nobody is told of has no scope.
                let scope = fields.optional("scope");
                let scope = scope.and_then(|key| known(fields.diagnostics, "scope", &key, scopes, |scope| &scope.key));
                topic.scope = scope.map(Self::variant);
                topic.signs = signs(fields);
            }
            _ => {}
        }
        topic
    }
}

/// Whether the key of a table is one of its kind, which is what its heading says; notes the error if not.
pub(super) fn check_key(diagnostics: &mut Diagnostics, heading: &str, entry: Entry<'_>) -> bool {
    let key = entry.name();
    let is_word = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let what = if heading == "locale" { "language" } else { heading };
    let (is_key, help) = match heading {
        "command" => (
            !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-'),
            "write the command in uppercase, such as [command.MAIL]",
        ),
        "locale" => (is_word && !key.contains('-'), "write its ISO 639 code in lowercase, such as [locale.fr]"),
        "class" => (matches!(key, "2" | "4" | "5"), "write [class.5]: the classes are 2, 4 and 5 (RFC 3463 section 2)"),
        "subject" => (part(key).is_some(), "write [subject.1]: a subject is a number up to 999 (RFC 3463 section 2)"),
        "scope" => (is_word, "write a lowercase word, with hyphens, such as [scope.recipient-domain]"),
        "reason" => (is_word, "write a lowercase word, with hyphens, such as [reason.mailbox-full]"),
        _ => (is_word, "write a lowercase word, with hyphens, such as [provider.amazon-ses]"),
    };
    if !is_key {
        diagnostics.error(entry.key.span(), format!("`{}` is not a {what}", shorten(key)), help);
    }
    is_key
}
