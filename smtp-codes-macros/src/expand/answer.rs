//! The rows of the tables of answers, and the constants that they share.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

use super::parts::{Context, ident, option};
use crate::catalogue::{Answer, Reply, Rule, Word};

/// A row of a table of answers. A rule is a constant: it is the same for each command that it reaches.
pub(super) fn answer(cx: &Context<'_>, reply: &Reply, row: &Answer) -> TokenStream {
    let (root, private, command) = (cx.root(), cx.private(), ident(&row.command.variant));
    let said = match &row.rule {
        Some(rule) => {
            let (name, rule) = (&cx.call.replies.name, constant(reply, rule));
            quote!(#name::#rule)
        }
        None => own_said(cx, reply, row),
    };
    quote!(#private::answer(#root::Command::#command, #said))
}

/// What a row says in the language of the catalogue. Without a meaning of its own it has the code's description.
fn own_said(cx: &Context<'_>, reply: &Reply, row: &Answer) -> TokenStream {
    let (name, description) = (&cx.call.replies.name, description(reply));
    let meaning = row.said.meaning.as_ref();
    let meaning = meaning.map_or_else(|| quote!(#name::#description), |meaning| quote!(#meaning));
    said(cx, row, &meaning, row.rule.as_ref().map(|rule| &rule.condition))
}

/// What a row says, whatever its command.
pub(super) fn said(cx: &Context<'_>, row: &Answer, meaning: &TokenStream, condition: Option<&String>) -> TokenStream {
    let private = cx.private();
    let (outcome, references) = (cx.word("Outcome", row.said.outcome.variant()), cx.references(&row.said.references));
    let condition = option(condition.map(|condition| quote!(#condition)));
    quote! {
        &#private::Said {
            outcome: #outcome, meaning: #meaning, condition: #condition, references: #references,
        }
    }
}

/// The constant with a code's description.
pub(super) fn description(reply: &Reply) -> Ident {
    format_ident!("__DESCRIPTION_{}", reply.number)
}

/// The constant with a rule: `__RULE_530_0`.
fn constant(reply: &Reply, rule: &Rule) -> Ident {
    format_ident!("__RULE_{}_{}", reply.number, rule.number)
}

/// The constants that several rows have.
pub(super) fn shared(cx: &Context<'_>) -> TokenStream {
    let private = cx.private();
    let constants = cx.catalogue.replies.iter().map(|reply| {
        let (name, text) = (description(reply), &reply.description);
        let rules = reply.answers.iter().enumerate().filter_map(|(at, row)| {
            let rule = row.rule.as_ref()?;
            if reply.answers[..at].iter().any(|earlier| earlier.rule == row.rule) {
                return None;
            }
            let (name, said) = (constant(reply, rule), own_said(cx, reply, row));
            Some(quote!(const #name: &'static #private::Said = #said;))
        });
        quote!(const #name: &'static str = #text; #(#rules)*)
    });
    quote!(#(#constants)*)
}
