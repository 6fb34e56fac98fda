//! The enum of commands and its tables. Only the library has one.

use super::table::Tables;
use super::{Call, Code, ROOT, docs, enumeration, joined};
use crate::catalogue::{Catalogue, Reply};

pub(super) fn command(call: &Call, head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let commands = &catalogue.commands;
    let mut variants = String::new();
    let mut all = String::new();
    for command in commands {
        let (variant, key) = (&command.name.variant, &command.name.key);
        docs::lines(&docs::command(command, catalogue), &mut variants);
        // rustdoc refuses an alias that is the name itself.
        if key != variant {
            variants += &format!("#[doc(alias = {key:?})]");
        }
        variants += &format!("{variant},");
        all += &format!("Self::{variant},");
    }
    enumeration(head, "", &variants, code);
    let mut tables = Tables::new(commands.len());
    tables.texts("__key", commands, &|command| command.name.key.clone());
    tables.texts("__title", commands, &|command| command.title.clone());
    tables.texts("__description", commands, &|command| command.description.clone());
    tables.references(&call.name, commands, &|command| command.references.clone());
    let reply = |reply: &&Reply| format!("{ROOT}::{}::{},", call.name, reply.variant);
    let replies = joined(commands, "", &|command| {
        format!("&[{}],", joined(&catalogue.replies_to(command), "", &reply))
    });
    tables.add("__replies", &format!("&'static [{ROOT}::{}]", call.name), &replies);
    tables.add("__obsolete", "bool", &joined(commands, "", &|command| format!("{},", command.obsolete)));
    tables.add("__event", "bool", &joined(commands, "", &|command| format!("{},", command.event)));
    code.push(Code::Text(tables.of(name, &all)));
}
