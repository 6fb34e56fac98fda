//! The enum of reply codes and its methods.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Ident;

use super::parts::{Context, ident, option};
use super::table::Tables;
use super::{docs, index, traits};
use crate::catalogue::{Answer, Frames, Reply, Rule, Texts, Word};

pub(super) fn replies(cx: &Context<'_>) -> TokenStream {
    let (head, replies) = (&cx.call.replies, &cx.catalogue.replies);
    let name = &head.name;
    let mut variants: Vec<_> = replies
        .iter()
        .map(|reply| {
            let (docs, digits) = (docs::attributes(&docs::reply(reply, cx)), reply.number.to_string());
            let (variant, number) = (ident(&reply.variant()), Literal::u16_unsuffixed(reply.number));
            let aliases = &reply.advice.aliases;
            quote!(#docs #[doc(alias = #digits)] #(#[doc(alias = #aliases)])* #variant = #number)
        })
        .collect();
    let mut index = docs::attributes(&index::codes(replies, cx.call.is_library()));
    if replies.is_empty() {
        // Stands for every code of a file that could not be read. An enum without variants has no `repr`.
        variants.push(quote!(
            #[doc(hidden)]
            __Unread
        ));
    } else {
        index.extend(quote!(#[repr(u16)]));
    }
    let enumeration = cx.enumeration(head, &index, &variants);
    let (numbers, texts, facts) = (numbers(cx), texts(cx), facts(cx));
    let marks = cx.call.is_library().then(|| {
        let mut tables = Tables::new(cx, quote!(self.__row()));
        tables.marks(replies.iter().map(|reply| &reply.mark));
        tables.methods()
    });
    let (marks, sides, shared) = (marks.into_iter().flatten(), sides(cx), shared(cx));
    let traits = traits::traits(cx);
    quote! {
        #enumeration
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name { #numbers #texts #facts #sides #(#marks)* #shared }
        #traits
    }
}

/// From number to code and back: a table of rows by number, of 400 bytes.
fn numbers(cx: &Context<'_>) -> TokenStream {
    let replies = &cx.catalogue.replies;
    let variants = replies.iter().map(|reply| ident(&reply.variant()));
    let mut rows = [u8::MAX; 400];
    for (row, reply) in replies.iter().enumerate() {
        rows[usize::from(reply.number) - 200] = u8::try_from(row).unwrap_or(u8::MAX);
    }
    let rows = Literal::byte_string(&rows);
    // More than 254 codes are looked up the slow way: no catalogue has them.
    let row = if replies.len() < 255 {
        quote!(static ROWS: &[u8; 400] = #rows; ROWS[number as usize - 200] as usize)
    } else {
        quote! {
            let mut row = 0;
            while row < Self::ALL.len() && Self::ALL[row] as u16 != number {
                row += 1;
            }
            row
        }
    };
    let all = cx.doc(
        "Every code of the catalogue, ascending.",
        "assert!(ReplyCode::ALL.contains(&ReplyCode::HelpMessage));\nassert!(ReplyCode::ALL.is_sorted());",
    );
    let from_u16 = cx.doc(
        "Returns the code with this number, if the catalogue has it.",
        "const HELP: Option<ReplyCode> = ReplyCode::from_u16(214);\n\
         assert_eq!(HELP, Some(ReplyCode::HelpMessage));\nassert_eq!(ReplyCode::from_u16(215), None);",
    );
    let as_u16 = cx.doc("Returns the number, 200 to 599.", "assert_eq!(ReplyCode::Okay.as_u16(), 250);");
    quote! {
        #all
        pub const ALL: &'static [Self] = &[#(Self::#variants),*];

        /// The row of a number from 200 to 599 in the tables, past their end for a number without one.
        const fn __row_of(number: u16) -> usize { #row }

        const fn __row(self) -> usize { Self::__row_of(self as u16) }

        #from_u16
        #[must_use]
        pub const fn from_u16(number: u16) -> ::core::option::Option<Self> {
            if number < 200 || number > 599 {
                return ::core::option::Option::None;
            }
            let row = Self::__row_of(number);
            if row < Self::ALL.len() {
                ::core::option::Option::Some(Self::ALL[row])
            } else {
                ::core::option::Option::None
            }
        }

        #as_u16
        #[must_use]
        pub const fn as_u16(self) -> u16 { self as u16 }
    }
}

/// A method that reads a table with a row for each code. Each has a table of its own, so that a program has only what
/// it calls.
fn method(name: &str, docs: &TokenStream, kind: &TokenStream, rows: &[TokenStream]) -> TokenStream {
    let (name, count) = (ident(name), rows.len());
    quote! {
        #docs
        #[must_use]
        pub const fn #name(self) -> #kind {
            static TABLE: [#kind; #count] = [#(#rows),*];
            TABLE[self.__row()]
        }
    }
}

fn texts(cx: &Context<'_>) -> TokenStream {
    let (owner, replies) = (&cx.call.replies.name, &cx.catalogue.replies);
    let text = |name, doc, example, of: &dyn Fn(&Reply) -> TokenStream| {
        method(
            name,
            &cx.doc(doc, example),
            &quote!(&'static str),
            &replies.iter().map(of).collect::<Vec<_>>(),
        )
    };
    let as_str = text(
        "as_str",
        "Returns the three digits.",
        "assert_eq!(ReplyCode::Okay.as_str(), \"250\");",
        &|reply| {
            let digits = reply.number.to_string();
            quote!(#digits)
        },
    );
    let name = text(
        "name",
        "Returns a short name, for a line in a log or a list.",
        "assert_eq!(ReplyCode::HelpMessage.name(), \"Help message\");",
        &|Reply { name, .. }| quote!(#name),
    );
    let description = text(
        "description",
        "Returns what the server did, in two or three sentences.",
        "assert!(ReplyCode::HelpMessage.description().contains(\"`HELP`\"));",
        &|reply| {
            let constant = description(reply);
            quote!(#owner::#constant)
        },
    );
    let seen_when = text(
        "seen_when",
        "Returns when servers send this code.",
        "assert!(ReplyCode::StartMailInput.seen_when().contains(\"`DATA`\"));",
        &|Reply { seen_when, .. }| quote!(#seen_when),
    );
    let remediation = text(
        "remediation",
        "Returns what to do: the [`verdict`](Self::verdict), and a line for each of the [`steps`](Self::steps) with its label.",
        "let text = ReplyCode::ServiceNotAvailable.remediation();\nassert!(text.contains(\"\\nDeveloper: \"));",
        &|reply| {
            let remediation = reply.advice.remediation();
            quote!(#remediation)
        },
    );
    let verdict = text(
        "verdict",
        "Returns the part of the remediation that is for everybody: what the reply means for the message. The [`steps`](Self::steps) are\nwhat each party does.",
        "let code = ReplyCode::ServiceNotAvailable;\nassert!(code.remediation().starts_with(code.verdict()));",
        &|reply| {
            let verdict = &reply.advice.verdict;
            quote!(#verdict)
        },
    );
    quote!(#as_str #name #description #seen_when #remediation #verdict)
}

/// What is not a text: class, standing, references, answers.
fn facts(cx: &Context<'_>) -> TokenStream {
    let (root, private, replies) = (cx.root(), cx.private(), &cx.catalogue.replies);
    let rows = |of: &dyn Fn(&Reply) -> TokenStream| replies.iter().map(of).collect::<Vec<_>>();
    let standing = method(
        "standing",
        &cx.doc(
            "Returns how official the code is.",
            "# use smtp_codes::Standing;\nassert_eq!(ReplyCode::Okay.standing(), Standing::Standard);",
        ),
        &quote!(#root::Standing),
        &rows(&|reply| {
            let standing = ident(reply.standing.variant());
            quote!(#root::Standing::#standing)
        }),
    );
    let closes_connection = method(
        "closes_connection",
        &cx.doc(
            "Returns whether the server closes the connection after it.",
            "# use smtp_codes::Closing;\nassert_eq!(ReplyCode::ServiceNotAvailable.closes_connection(), Closing::Yes);",
        ),
        &quote!(#root::Closing),
        &rows(&|reply| {
            let closing = ident(reply.closing.variant());
            quote!(#root::Closing::#closing)
        }),
    );
    let references = method(
        "references",
        &cx.doc(
            "Returns where the code is defined: RFCs and sections. Empty if no standard defines it.",
            "assert_eq!(ReplyCode::HelpMessage.references()[0].to_string(), \"RFC 5321 section 4.2.3\");",
        ),
        &quote!(&'static [#root::Reference]),
        &rows(&|reply| cx.references(&reply.references)),
    );
    let answers = method(
        "answers",
        &cx.doc(
            "Returns the commands that it may answer, with outcome and meaning, in the order of a session.",
            "# use smtp_codes::Command;\nassert!(ReplyCode::Okay.answers().iter().any(|row| row.command() == Command::Mail));",
        ),
        &quote!(&'static [#root::Answer]),
        &rows(&|reply| {
            let answers = reply.answers.iter().map(|row| answer(cx, reply, row));
            quote!(&[#(#answers),*])
        }),
    );
    let enhanced = method(
        "enhanced",
        &cx.doc(
            "Returns the enhanced status codes that the IANA registry pairs with it.",
            "let pairs = ReplyCode::CredentialsInvalid.enhanced();\n\
             assert!(pairs.iter().any(|code| code.to_string() == \"5.7.8\"));",
        ),
        &quote!(&'static [#root::EnhancedCode]),
        &rows(&|reply| {
            let codes = reply.enhanced.iter().map(|code| cx.enhanced(*code.get_ref()));
            quote!(&[#(#codes),*])
        }),
    );
    let steps = method(
        "steps",
        &cx.doc(
            "Returns who can do something about it, and what. Empty if only one side can, or nobody has to.",
            "# use smtp_codes::Party;\nlet steps = ReplyCode::ServiceNotAvailable.steps();\n\
             assert!(steps.iter().any(|step| step.party() == Party::Developer));",
        ),
        &quote!(&'static [#root::Step]),
        &rows(&|reply| cx.steps(&reply.advice.steps)),
    );
    let examples = method(
        "examples",
        &cx.doc(
            "Returns one or two replies as servers send them, their lines separated by `\\n`.",
            "assert!(ReplyCode::Okay.examples()[0].starts_with(\"250 \"));",
        ),
        &quote!(&'static [&'static str]),
        &rows(&|reply| {
            let examples = &reply.advice.examples;
            quote!(&[#(#examples),*])
        }),
    );
    let class = cx.doc(
        "Returns the class: what the first digit says.",
        "# use smtp_codes::Class;\nassert_eq!(ReplyCode::StartMailInput.class(), Class::PositiveIntermediate);",
    );
    let category = cx.doc(
        "Returns the category: what the second digit says.",
        "# use smtp_codes::Category;\nassert_eq!(ReplyCode::HelpMessage.category(), Category::Information);",
    );
    let answers_to = cx.doc(
        "Returns the rows of [`answers`](Self::answers) for one command: none, one, or one for each condition.",
        "# use smtp_codes::Command;\nlet code = ReplyCode::TemporaryAuthenticationFailure;\n\
         for row in code.answers_to(Command::StartTls) {\n    println!(\"{}\", row.meaning());\n}\n\
         assert_eq!(code.answers_to(Command::Help).count(), 0);",
    );
    let compare = cx.doc(
        "Returns this code and another side by side.",
        "let page = ReplyCode::HelpMessage.compare(ReplyCode::Okay);\n\
         assert_eq!(page.title().to_string(), \"SMTP 214 Help Message vs 250 OK\");",
    );
    let questions = questions(cx);
    quote! {
        #standing #closes_connection #references #answers #enhanced #steps #examples

        #class
        #[must_use]
        pub const fn class(self) -> #root::Class { #private::class_of(self as u16) }

        #category
        #[must_use]
        pub const fn category(self) -> #root::Category { #private::category_of(self as u16) }

        #answers_to
        #[must_use]
        pub const fn answers_to(self, command: #root::Command) -> #root::reply::AnswersTo {
            #private::answers_to(self.answers(), command)
        }

        #questions

        #compare
        #[must_use]
        pub const fn compare(self, other: Self) -> #root::Comparison {
            #private::comparison(self.__side(), other.__side())
        }
    }
}

/// What the digit says, as four questions.
fn questions(cx: &Context<'_>) -> TokenStream {
    let questions = [
        ("is_positive", "Returns whether the server accepts: 2yz or 3yz.", "Okay", "NonstandardSuccess"),
        (
            "is_negative",
            "Returns whether the server does not accept: 4yz or 5yz.",
            "MailboxUnavailable",
            "MailboxBusy",
        ),
        ("is_transient", "Returns whether a retry may help: 4yz.", "MailboxBusy", "ServiceNotAvailable"),
        (
            "is_permanent",
            "Returns whether a retry does not help: 5yz.",
            "MailboxUnavailable",
            "TransactionFailed",
        ),
    ];
    let methods = questions.map(|(name, doc, one, other)| {
        let example = format!("assert!(ReplyCode::{one}.{name}() && ReplyCode::{other}.{name}());");
        let (docs, name) = (cx.doc(doc, &example), ident(name));
        quote! {
            #docs
            #[must_use]
            pub const fn #name(self) -> bool { self.class().#name() }
        }
    });
    quote!(#(#methods)*)
}

/// The rows of a comparison: the texts of each code in one place, in the language of the catalogue and, in the library,
/// in the others.
fn sides(cx: &Context<'_>) -> TokenStream {
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
        let variant = ident(&locale.variant());
        let rows = cx
            .catalogue
            .replies
            .iter()
            .zip(&locale.texts)
            .map(|(reply, texts)| side(cx, reply, texts, &locale.frames));
        let rows: Vec<_> = rows.collect();
        let count = rows.len();
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
    let closing = ident(reply.closing.variant());
    let answers = reply.answers.iter().map(|row| {
        let rule = row.rule.as_ref().and_then(|rule| texts.rules.get(rule.number));
        let own =
            texts.answers.iter().find(|(command, _)| *command == row.command.key).map(|(_, meaning)| meaning);
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
            examples: &[#(#examples),*], answers: &[#(#answers),*], closing: #root::Closing::#closing,
        }
    }
}

/// A row of a table of answers. A rule is a constant: it is the same for each command that it reaches.
fn answer(cx: &Context<'_>, reply: &Reply, row: &Answer) -> TokenStream {
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
    let meaning = match &row.said.meaning {
        Some(meaning) => quote!(#meaning),
        None => quote!(#name::#description),
    };
    said(cx, row, &meaning, row.rule.as_ref().map(|rule| &rule.condition))
}

/// What a row says, whatever its command.
fn said(cx: &Context<'_>, row: &Answer, meaning: &TokenStream, condition: Option<&String>) -> TokenStream {
    let (root, private) = (cx.root(), cx.private());
    let (outcome, references) = (ident(row.said.outcome.variant()), cx.references(&row.said.references));
    let condition = option(condition.map(|condition| quote!(#condition)));
    quote! {
        &#private::Said {
            outcome: #root::Outcome::#outcome, meaning: #meaning, condition: #condition, references: #references,
        }
    }
}

/// The constant with a code's description.
fn description(reply: &Reply) -> Ident {
    format_ident!("__DESCRIPTION_{}", reply.number)
}

/// The constant with a rule: `__RULE_530_0`.
fn constant(reply: &Reply, rule: &Rule) -> Ident {
    format_ident!("__RULE_{}_{}", reply.number, rule.number)
}

/// The constants that several rows have.
fn shared(cx: &Context<'_>) -> TokenStream {
    let private = cx.private();
    let constants = cx.catalogue.replies.iter().map(|reply| {
        let (name, text) = (description(reply), &reply.description);
        let mut rules: Vec<_> =
            reply.answers.iter().filter_map(|row| Some((row.rule.as_ref()?.number, row))).collect();
        rules.sort_by_key(|(number, _)| *number);
        rules.dedup_by_key(|(number, _)| *number);
        let rules = rules.into_iter().filter_map(|(_, row)| {
            let (name, said) = (constant(reply, row.rule.as_ref()?), own_said(cx, reply, row));
            Some(quote!(const #name: &'static #private::Said = #said;))
        });
        quote!(const #name: &'static str = #text; #(#rules)*)
    });
    quote!(#(#constants)*)
}
