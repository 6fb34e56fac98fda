//! What a code tells of a refusal by itself: the fields `scope`, `reason`, `confidence`, `condemns-recipient`.

use super::fields::{Fields, Text, shorten, word};
use super::{CommandName, Confidence, Mark, Topic};
use crate::fault::Faults;
use crate::nearest::suggestion;

/// What marks may name. Keys with a fault are among the names too, with an empty variant, so that the fault
/// is told once and not again at every use.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) scopes: Vec<CommandName>,
    pub(super) reasons: Vec<CommandName>,
    /// The reasons that could be read, in the order of the file.
    pub(super) topics: Vec<Topic>,
}

/// Takes the four fields. `innocent` says why the code must not condemn a recipient, if it must not.
pub(super) fn mark(fields: &mut Fields<'_, '_>, marks: &Marks, innocent: Option<&str>) -> Mark {
    let scope = fields.optional_text("scope");
    let before = fields.faults.count();
    let reason = fields.optional_text("reason");
    let span = fields.span();
    let confidence = fields.optional_text("confidence");
    let unread = fields.faults.count() > before;
    let condemns = fields.flag("condemns-recipient");
    let owner = fields.owner().to_owned();
    let faults = &mut *fields.faults;
    let mut mark = Mark { condemns, ..Mark::default() };
    match (&reason, &confidence) {
        // One that is there and could not be read was told.
        _ if unread => {}
        (Some(text), None) => faults.add_echo_of(
            span.start,
            text.span.clone(),
            &format!("{owner} has a `reason` and no `confidence`"),
            "add the line confidence = \"high\", \"medium\" or \"low\"",
        ),
        (None, Some(text)) => faults.add_echo_of(
            span.start,
            text.span.clone(),
            &format!("{owner} has a `confidence` and no `reason`"),
            "add the reason, or take the confidence out: a scope has none",
        ),
        _ => {}
    }
    if let Some(text) = &reason {
        if let Some(variant) = known(faults, "reason", text, &marks.reasons) {
            mark.scope = marks.scope_of(&variant);
            let confidence: Option<Confidence> =
                confidence.and_then(|text| word(faults, "confidence", &text));
            mark.reason = confidence.map(|confidence| (variant, confidence));
        }
    }
    if let Some(text) = &scope {
        let named = known(faults, "scope", text, &marks.scopes);
        if reason.is_some() {
            faults.add(
                text.span.clone(),
                &format!("{owner} has both a `reason` and a `scope`"),
                "",
                "take the scope out: it is that of the reason",
            );
        } else {
            mark.scope = named;
        }
    }
    if let (true, Some(why)) = (condemns, innocent) {
        faults.add(
            span,
            &format!("{owner} must not condemn the recipient"),
            "",
            &format!("take `condemns-recipient` out: {why}"),
        );
        mark.condemns = false;
    }
    mark
}

/// The variant of a name, or a fault with the nearest. `None` too for a name whose own table has a fault.
pub(super) fn known(faults: &mut Faults, what: &str, text: &Text, names: &[CommandName]) -> Option<String> {
    let mut keys = Vec::new();
    for name in names {
        if name.key == text.value {
            return if name.variant.is_empty() { None } else { Some(name.variant.clone()) };
        }
        keys.push(name.key.as_str());
    }
    let message = format!("unknown {what} `{}`", shorten(&text.value));
    faults.add(text.span.clone(), &message, "", &suggestion(&text.value, &keys));
    None
}

impl Marks {
    /// The scope of a reason.
    fn scope_of(&self, variant: &str) -> Option<String> {
        self.topics.iter().find(|topic| topic.name.variant == variant)?.scope.clone()
    }
}
