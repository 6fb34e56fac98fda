//! The `macro_rules!` that go with an enum: its `code!`, and the door through which other crates bring
//! catalogues of their own.

use super::{Call, Code, MacroHead, ROOT};
use crate::catalogue::{Catalogue, Kind};
use crate::text::list;

/// A macro with an arm for each number. Its last arm asks the hidden procedural macro, which reads numbers
/// that other macros wrapped, and puts the error for an unknown one at the number.
pub(super) fn code_macro(
    call: &Call,
    at: usize,
    head: &MacroHead,
    catalogue: &Catalogue,
    code: &mut Vec<Code>,
) {
    let library = matches!(call.kind, Kind::Library);
    let MacroHead { name, exported, reexported } = head;
    // Another crate's enum is found where its macro is called: only the library knows its own path.
    let path = if library { format!("$crate::{}", call.name) } else { call.name.clone() };
    let root = if library { "$crate" } else { ROOT };
    let mut arms = String::new();
    let mut known = String::new();
    for reply in &catalogue.replies {
        let (number, variant) = (reply.number, &reply.variant);
        arms += &format!("({number}) => {{ {path}::{variant} }};");
        known += &format!("{number} {variant},");
    }
    code.push(Code::Attributes(at));
    let attributes = match (library, *exported) {
        (true, _) => "#[doc(hidden)] #[macro_export]",
        (false, true) => "#[macro_export]",
        (false, false) => "#[allow(unused_macros)]",
    };
    code.push(Code::Text(format!(
        "{attributes} macro_rules! {name} {{
            {arms}
            ($($other:tt)*) => {{ {root}::__private::unknown_code! {{ [{path}] [{known}] $($other)* }} }};
        }}"
    )));
    if *reexported && !library {
        code.push(Code::Text("#[allow(unused_imports)]".to_owned()));
        code.push(Code::Visibility(at));
        code.push(Code::Text(format!("use {name};")));
    }
}

/// The hidden macro behind the library's `reply!`: it hands in the codes that a reply may have.
pub(super) fn reply_macro(catalogue: &Catalogue) -> String {
    let mut codes = String::new();
    for reply in &catalogue.replies {
        list(&mut codes, " ", &reply.number.to_string());
    }
    let mut enhanced = String::new();
    for status in &catalogue.statuses {
        list(&mut enhanced, " ", &format!("{}.{}", status.subject, status.detail));
    }
    format!(
        "#[doc(hidden)] #[macro_export] macro_rules! __reply {{
            ($($reply:tt)*) => {{
                $crate::__private::make_reply! {{ root($crate) {codes:?} {enhanced:?} $($reply)* }}
            }};
        }}"
    )
}

/// The hidden macro behind the library's `catalogue!`: it hands in what a catalogue may refer to.
pub(super) fn catalogue_macro(catalogue: &Catalogue) -> String {
    let mut names = String::new();
    for command in &catalogue.commands {
        names += &format!("{:?} {},", command.name.key, command.name.variant);
    }
    format!(
        "#[doc(hidden)] #[macro_export] macro_rules! __catalogue {{
            ($($items:tt)*) => {{
                $crate::__private::catalogue! {{ root($crate) commands({names}) $($items)* }}
            }};
        }}"
    )
}
