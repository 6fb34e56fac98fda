//! What a comparison reads: the texts of each code in one place, in every language.

use proc_macro2::TokenStream;
use quote::quote;

use super::answer::said;
use super::parts::{Context, ident};
use crate::catalogue::{Frames, Reply, Texts, Word};

/// The rows of a comparison: the texts of each code in one place, in the language of the catalogue and, in the library,
/// in the others.
pub(super) fn sides(cx: &Context<'_>) -> TokenStream {
    let (root, private, name) = (cx.root(), cx.private(), &cx.call.replies.name);
    let (is_library, count) = (cx.call.is_library(), cx.catalogue.replies.len());
    let own = quote! {
        const fn __side(self) -> &'static #private::Side {
            static SIDES: [#private::Side; #count] = {
                let mut sides = [#private::Side::NONE; #count];
                let mut row = 0;
                while row < sides.len() {
                    let code = #name::ALL[row];
                    sides[row] = #private::Side {
                        number: code as u16,
                        is_library: #is_library,
                        digits: code.as_str(),
                        name: code.name(),
                        description: code.description(),
                        seen_when: code.seen_when(),
                        verdict: code.verdict(),
                        remediation: code.remediation(),
                        steps: code.steps(),
                        examples: code.examples(),
                        answers: code.answers(),
                        closing: code.closes_connection(),
                    };
                    row += 1;
                }
                sides
            };
            &SIDES[self.__row()]
        }
    };
    if !is_library {
        return own;
    }
    let others = cx.catalogue.locales.iter().filter(|locale| locale.file.is_some()).map(|locale| {
        let (variant, count) = (ident(&locale.variant()), locale.texts.len());
        let rows = cx.catalogue.replies.iter().zip(&locale.texts);
        let rows = rows.map(|(reply, texts)| side(cx, reply, texts, &locale.frames));
        quote! {
            #root::Locale::#variant => {
                static SIDES: [#private::Side; #count] = [#(#rows),*];
                &SIDES[self.__row()]
            }
        }
    });
    quote! {
        #own

        /// The same in a language.
        pub(crate) const fn __side_in(self, locale: #root::Locale) -> &'static #private::Side {
            match locale {
                #(#others)*
                _ => self.__side(),
            }
        }
    }
}

/// A row in another language.
fn side(cx: &Context<'_>, reply: &Reply, texts: &Texts, frames: &Frames) -> TokenStream {
    let (root, private) = (cx.root(), cx.private());
    let (number, digits) = (reply.number, reply.number.to_string());
    let Texts { name, description, seen_when, verdict, .. } = texts;
    let remediation = texts.remediation(&frames.parties, frames.words("colon"));
    let (steps, examples) = (cx.steps(&texts.steps), &reply.advice.examples);
    let closing = cx.word("Closing", reply.closing.variant());
    let answers = reply.answers.iter().map(|row| {
        let rule = row.rule.as_ref().and_then(|rule| texts.rules.get(rule.number));
        let own = texts.answers.iter().find(|(command, _)| *command == row.command.key).map(|(_, meaning)| meaning);
        let meaning = match rule {
            Some((_, meaning)) => meaning.as_ref(),
            None => own,
        };
        let (meaning, condition) = (meaning.unwrap_or(description), rule.map(|(condition, _)| condition));
        let (command, said) = (ident(&row.command.variant), said(cx, row, &quote!(#meaning), condition));
        quote!(#private::answer(#root::Command::#command, #said))
    });
    quote! {
        #private::Side {
            number: #number, is_library: true, digits: #digits, name: #name, description: #description,
            seen_when: #seen_when, verdict: #verdict, remediation: #remediation, steps: #steps,
            examples: &[#(#examples),*], answers: &[#(#answers),*], closing: #closing,
        }
    }
}
