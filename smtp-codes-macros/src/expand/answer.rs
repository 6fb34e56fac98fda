//! The rows of the tables of answers, and the constants that they share. A rule is the same for each command that it
//! reaches, and many rows have the same references.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::Ident;

use super::parts::{Context, ident, list, option};
use crate::catalogue::{Answer, Reference, Reply, Texts, Word};

/// The texts of a code in another language than the catalogue's, and the name of the language.
pub(super) type Translation<'a> = Option<(&'a Texts, &'a str)>;

/// The rows of a code.
pub(super) fn answers(cx: &Context<'_>, reply: &Reply, translation: Translation<'_>) -> TokenStream {
    let (root, private, name) = (cx.root(), cx.private(), &cx.call.replies.name);
    list(reply.answers.iter().map(|row| {
        let (command, said) = (ident(&row.command.variant), rule(reply, row, translation));
        let said = said.map_or_else(|| said_by(cx, reply, row, translation), |rule| quote!(#name::#rule));
        quote!(#private::answer(#root::Command::#command, #said))
    }))
}

/// The constants with the rules of a code.
pub(super) fn rules(cx: &Context<'_>, reply: &Reply, translation: Translation<'_>) -> TokenStream {
    let (private, mut rules) = (cx.private(), TokenStream::new());
    for (at, row) in reply.answers.iter().enumerate() {
        let is_first = reply.answers[..at].iter().all(|earlier| earlier.rule != row.rule);
        if let Some(name) = rule(reply, row, translation).filter(|_| is_first) {
            let said = said_by(cx, reply, row, translation);
            quote!(const #name: &'static #private::Said = #said;).to_tokens(&mut rules);
        }
    }
    rules
}

/// The name of the constant with a row's rule: `__RULE_530_0`.
fn rule(reply: &Reply, row: &Answer, translation: Translation<'_>) -> Option<Ident> {
    let language = translation.map_or(String::new(), |(_, language)| format!("_{}", language.to_ascii_uppercase()));
    row.rule.as_ref().map(|rule| format_ident!("__RULE_{}_{}{language}", reply.number, rule.number))
}

/// What a row says, whatever its command. Without a meaning of its own it has the code's description.
fn said_by(cx: &Context<'_>, reply: &Reply, row: &Answer, translation: Translation<'_>) -> TokenStream {
    let (private, name) = (cx.private(), &cx.call.replies.name);
    let (meaning, condition) = match (translation, &row.rule) {
        (None, rule) => (row.said.meaning.as_ref(), rule.as_ref().map(|rule| &rule.condition)),
        (Some((texts, _)), Some(rule)) => match texts.rules.get(rule.number) {
            Some((condition, meaning)) => (meaning.as_ref(), Some(condition)),
            None => (None, None),
        },
        (Some((texts, _)), None) => {
            let own = texts.answers.iter().find(|(command, _)| *command == row.command.key);
            (own.map(|(_, meaning)| meaning), None)
        }
    };
    let meaning = match (meaning, translation) {
        (Some(meaning), _) => quote!(#meaning),
        (None, Some((texts, _))) => texts.description.to_token_stream(),
        (None, None) => {
            let description = description(reply);
            quote!(#name::#description)
        }
    };
    let outcome = cx.word("Outcome", row.said.outcome.variant());
    let references = shared_references(cx, &row.said.references);
    let condition = option(condition.map(|condition| quote!(#condition)));
    quote! {
        &#private::Said {
            outcome: #outcome, meaning: #meaning, condition: #condition, references: #references,
        }
    }
}

/// The name of the constant with a code's description.
pub(super) fn description(reply: &Reply) -> Ident {
    format_ident!("__DESCRIPTION_{}", reply.number)
}

/// The constant with some references.
pub(super) fn shared_references(cx: &Context<'_>, list: &[Reference]) -> TokenStream {
    let (name, constant) = (&cx.call.replies.name, references(list));
    quote!(#name::#constant)
}

/// The name of that constant: `__REFERENCES_RFC5321_4_2_3`.
fn references(references: &[Reference]) -> Ident {
    let mut name = "__REFERENCES".to_owned();
    for Reference { rfc, section } in references {
        name += &format!("_RFC{rfc}");
        for part in section.split('.') {
            name += &format!("_{part}");
        }
    }
    ident(&name)
}

/// The constants that several rows have, in the language of the catalogue.
pub(super) fn shared(cx: &Context<'_>) -> TokenStream {
    let (root, mut constants, mut lists) = (cx.root(), TokenStream::new(), Vec::new());
    for reply in &cx.catalogue.replies {
        let (name, text) = (description(reply), &reply.description);
        quote!(const #name: &'static str = #text;).to_tokens(&mut constants);
        rules(cx, reply, None).to_tokens(&mut constants);
        for list in reply.answers.iter().map(|row| &row.said.references).chain([&reply.references]) {
            if !lists.contains(&list) {
                lists.push(list);
            }
        }
    }
    for list in lists {
        let (name, list) = (references(list), cx.references(list));
        quote!(const #name: &'static [#root::Reference] = #list;).to_tokens(&mut constants);
    }
    constants
}
