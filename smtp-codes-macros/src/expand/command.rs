//! The enum of commands and its tables. Only the library has one.

use super::table::Tables;
use super::{Call, Code, ROOT, docs, enumeration};
use crate::catalogue::Catalogue;

pub(super) fn command(call: &Call, head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let mut variants = String::new();
    let mut all = String::new();
    let mut tables = Tables::new(&call.name);
    for command in &catalogue.commands {
        let (variant, key) = (&command.name.variant, &command.name.key);
        docs::lines(&docs::command(command, catalogue), &mut variants);
        // rustdoc refuses an alias that is the name itself.
        if key != variant {
            variants += &format!("#[doc(alias = {key:?})]");
        }
        variants += &format!("{variant},");
        all += &format!("Self::{variant},");
        let mut replies = String::new();
        for reply in &catalogue.replies {
            if reply.answers(command) {
                replies += &format!("{ROOT}::{}::{},", call.name, reply.variant);
            }
        }
        tables.text("__key", key);
        tables.text("__name", &command.title);
        tables.text("__description", &command.description);
        tables.references(&command.references);
        tables.add("__replies", "&'static [@ROOT@::@OWNER@]", &format!("&[{replies}]"));
        tables.add("__obsolete", "bool", word(command.obsolete));
        tables.add("__event", "bool", word(command.event));
    }
    enumeration(head, "", &variants, code);
    code.push(Code::Text(tables.implementation(name, catalogue.commands.len(), &all)));
}

fn word(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
