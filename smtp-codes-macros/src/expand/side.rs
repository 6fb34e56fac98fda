//! What a comparison reads: the texts of each code in one place, in every language.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::answer;
use super::parts::{Context, ident, list, with_comma};
use crate::catalogue::{Locale, Reply, Texts, Word};

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
    let (mut others, mut rules) = (TokenStream::new(), TokenStream::new());
    for locale in cx.catalogue.locales.iter().filter(|locale| locale.file.is_some()) {
        let (language, count, mut rows) = (locale.variant(), locale.texts.len(), TokenStream::new());
        for (reply, texts) in cx.catalogue.replies.iter().zip(&locale.texts) {
            with_comma(&side(cx, reply, texts, locale), &mut rows);
            answer::rules(cx, reply, Some((texts, &language))).to_tokens(&mut rules);
        }
        let variant = ident(&language);
        let arm = quote! {
            #root::Locale::#variant => {
                static SIDES: [#private::Side; #count] = [#rows];
                &SIDES[self.__row()]
            }
        };
        arm.to_tokens(&mut others);
    }
    quote! {
        #own

        /// The same in a language.
        pub(crate) const fn __side_in(self, locale: #root::Locale) -> &'static #private::Side {
            match locale {
                #others
                _ => self.__side(),
            }
        }

        #rules
    }
}

/// A row in another language.
fn side(cx: &Context<'_>, reply: &Reply, texts: &Texts, locale: &Locale) -> TokenStream {
    let (private, number, digits) = (cx.private(), reply.number, reply.number.to_string());
    let Texts { name, description, seen_when, verdict, .. } = texts;
    let remediation = texts.remediation(&locale.frames.parties, locale.frames.words("colon"));
    let (steps, examples) = (cx.steps(&texts.steps), list(&reply.advice.examples));
    let closing = cx.word("Closing", reply.closing.variant());
    let answers = answer::answers(cx, reply, Some((texts, &locale.variant())));
    quote! {
        #private::Side {
            number: #number, is_library: true, digits: #digits, name: #name, description: #description,
            seen_when: #seen_when, verdict: #verdict, remediation: #remediation, steps: #steps,
            examples: #examples, answers: #answers, closing: #closing,
        }
    }
}
