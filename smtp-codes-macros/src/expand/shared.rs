//! What several rows of the tables hold, as constants: each is checked once, and not again in every row.

use super::parts::{constant, rule, said, url};
use super::{Call, ROOT};
use crate::catalogue::{Catalogue, Reference};

/// The constants, as an `impl` of the enum of reply codes.
pub(super) fn shared(call: &Call, catalogue: &Catalogue) -> String {
    let name = &call.name;
    let mut shared = Shared { code: format!("#[automatically_derived] impl {name} {{"), names: Vec::new() };
    for reply in &catalogue.replies {
        let (number, description) = (reply.number, &reply.description);
        shared.constant(&format!("__SAYS_{number}"), "&'static str", &format!("{description:?}"));
        shared.references(&reply.references);
        for answer in &reply.answers {
            shared.references(&answer.references);
            if let Some(rule) = rule(reply, answer) {
                let kind = format!("&'static {ROOT}::__private::Said");
                shared.constant(&rule, &kind, &said(name, reply, answer));
            }
        }
    }
    for command in &catalogue.commands {
        shared.references(&command.references);
    }
    for status in &catalogue.statuses {
        shared.references(&status.references);
    }
    for topics in &[&catalogue.classes, &catalogue.subjects] {
        for topic in *topics {
            shared.references(&topic.references);
        }
    }
    shared.code + "}"
}

struct Shared {
    code: String,
    names: Vec<String>,
}

impl Shared {
    /// Adds a constant, unless it is there.
    fn constant(&mut self, name: &str, kind: &str, value: &str) {
        if self.names.iter().any(|known| known == name) {
            return;
        }
        self.code += &format!("const {name}: {kind} = {value};");
        self.names.push(name.to_owned());
    }

    fn references(&mut self, references: &[Reference]) {
        if references.is_empty() {
            return;
        }
        let mut list = String::from("&[");
        for reference in references {
            let (rfc, section, url) = (reference.rfc, &reference.section, url(reference));
            list += &format!("{ROOT}::__private::reference({rfc}, {section:?}, {url:?}),");
        }
        list.push(']');
        self.constant(&constant(references), &format!("&'static [{ROOT}::Reference]"), &list);
    }
}
