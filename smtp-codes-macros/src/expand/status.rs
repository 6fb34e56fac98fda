//! The enum of enhanced status codes and its tables. Only the library has one.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::parts::{Context, ident, list};
use super::table::Tables;
use super::{docs, index};
use crate::call::Head;
use crate::catalogue::Status;

pub(super) fn statuses(cx: &Context<'_>, head: &Head) -> TokenStream {
    let (root, private, statuses) = (cx.root(), cx.private(), &cx.catalogue.statuses);
    let mut tables = Tables::new(cx, statuses, &|status| {
        let docs = docs::attributes(&docs::status(status, cx.catalogue));
        // Found as it is written in a reply, too.
        let aliases = ["X", "2", "4", "5"].map(|class| format!("{class}.{}", status.parts()));
        let words = &status.advice.aliases;
        (quote!(#docs #(#[doc(alias = #aliases)])* #(#[doc(alias = #words)])*), status.variant())
    });
    let text = quote!(&'static str);
    tables.add("key", &text, &|status| format!("X.{}", status.parts()).to_token_stream());
    tables.strings("name", &|status| &status.name);
    tables.strings("description", &|status| &status.description);
    tables.add("remediation", &text, &|status| status.advice.remediation().to_token_stream());
    tables.strings("verdict", &|status| &status.advice.verdict);
    tables.add("steps", &quote!(&'static [#root::Step]), &|status| cx.steps(&status.advice.steps));
    tables.lists("examples", &|status| &status.advice.examples);
    tables.strings("note", &|status| status.note.as_deref().unwrap_or_default());
    tables.add("parts", &quote!((u16, u16)), &|Status { subject, detail, .. }| quote!((#subject, #detail)));
    let classes = |classes: &[u8]| {
        let numbers = classes.iter().map(|class| u16::from(*class) * 100);
        list(numbers.map(|number| quote!(#private::class_of(#number))))
    };
    let kind = quote!(&'static [#root::Class]);
    tables.add("classes", &kind, &|status| classes(&status.classes));
    tables.add("any_reply", &kind, &|status| classes(&status.any_reply));
    let owner = &cx.call.replies.name;
    tables.add("replies", &quote!(&'static [#root::#owner]), &|status| {
        let replies = status.replies.iter().filter_map(|pair| cx.catalogue.reply(*pair.get_ref()));
        let replies = replies.map(|reply| ident(&reply.variant()));
        list(replies.map(|reply| quote!(#root::#owner::#reply)))
    });
    tables.references(&|status| &status.references);
    tables.add("mark", &quote!(#private::Mark), &|status| cx.mark(&status.mark));
    let enumeration = tables.finish(head, &docs::attributes(&index::statuses(cx.catalogue)));
    let (name, look_up) = (&head.name, look_up(statuses));
    quote!(#enumeration impl #name { #look_up })
}

/// From subject and detail to the row.
fn look_up(statuses: &[Status]) -> TokenStream {
    let arms =
        statuses.iter().enumerate().map(|(row, Status { subject, detail, .. })| quote!((#subject, #detail) => #row));
    quote! {
        /// The row of a subject and a detail, past the end of the tables if there is none.
        pub(crate) const fn __row_of(subject: u16, detail: u16) -> usize {
            match (subject, detail) {
                #(#arms,)*
                _ => usize::MAX,
            }
        }
    }
}
