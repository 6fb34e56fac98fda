//! What a code tells about a refusal by itself: the fields `scope`, `reason`, `confidence`, `condemns-recipient`.

use toml::Spanned;

use super::fields::{Fields, known};
use super::topic::Topic;
use super::words::Confidence;

/// What a code tells about a refusal.
#[derive(Debug, Default)]
pub(crate) struct Mark {
    /// The variant of the scope. With a reason it is the reason's own.
    pub(crate) scope: Option<String>,
    /// The variant of the reason.
    pub(crate) reason: Option<(String, Confidence)>,
    pub(crate) condemns: bool,
}

/// The scopes and reasons that marks may name.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) scopes: Vec<Topic>,
    pub(super) reasons: Vec<Topic>,
}

impl Mark {
    /// Takes the four fields. `innocent` says why the code must not condemn a recipient, if it must not.
    pub(super) fn take(fields: &mut Fields<'_, '_>, marks: &Marks, innocent: Option<&str>) -> Self {
        let scope = fields.optional("scope");
        let errors = fields.diagnostics.count();
        let reason = fields.optional("reason");
        let has_confidence = fields.value("confidence").map(Spanned::span);
        let confidence = fields.word("confidence");
        let is_readable = fields.diagnostics.count() == errors;
        let condemns = fields.flag("condemns-recipient");
        let (table, owner) = (fields.span(), fields.owner().to_owned());
        let diagnostics = &mut *fields.diagnostics;
        match (&reason, has_confidence) {
            (Some(text), None) if is_readable => {
                let message = format!("{owner} has a `reason` and no `confidence`");
                let help = "add the line confidence = \"high\", \"medium\" or \"low\"";
                diagnostics.incomplete_at(table.start, text.span(), message, help);
            }
            (None, Some(span)) if is_readable => {
                let message = format!("{owner} has a `confidence` and no `reason`");
                let help = "add the reason, or take out the confidence: a scope has none";
                diagnostics.incomplete_at(table.start, span, message, help);
            }
            _ => {}
        }
        let mut mark = Self { condemns: condemns && innocent.is_none(), ..Self::default() };
        if let Some(text) = &scope {
            mark.scope = known(diagnostics, "scope", text, &marks.scopes, |topic| &topic.key).map(Topic::variant);
            if reason.is_some() {
                let message = format!("{owner} has both a `reason` and a `scope`");
                diagnostics.error(text.span(), message, "take out the scope: the reason has one");
            }
        }
        if let Some(reason) =
            reason.and_then(|text| known(diagnostics, "reason", &text, &marks.reasons, |topic| &topic.key))
        {
            mark.scope.clone_from(&reason.scope);
            mark.reason = confidence.map(|confidence| (reason.variant(), confidence));
        }
        if let (true, Some(why)) = (condemns, innocent) {
            let help = format!("take out `condemns-recipient`: {why}");
            diagnostics.error(table, format!("{owner} must not condemn the recipient"), help);
        }
        mark
    }
}
