//! The enum of reply codes and its methods.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Ident;

use super::parts::{Context, ident, option};
use super::table::Tables;
use super::{docs, index, traits};
use crate::catalogue::{Answer, Reply, Word};

pub(super) fn replies(cx: &Context<'_>) -> TokenStream {
    let (head, replies) = (&cx.call.replies, &cx.catalogue.replies);
    let name = &head.name;
    let mut variants: Vec<_> = replies
        .iter()
        .map(|reply| {
            let (docs, alias) = (docs::attributes(&docs::reply(reply, cx)), reply.number.to_string());
            let (variant, number) = (ident(&reply.variant()), Literal::u16_unsuffixed(reply.number));
            quote!(#docs #[doc(alias = #alias)] #variant = #number)
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
    let (marks, shared) = (marks.into_iter().flatten(), shared(cx));
    let traits = traits::traits(cx);
    quote! {
        #enumeration
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name { #numbers #texts #facts #(#marks)* #shared }
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
        "Returns what to do about it, and on which side. If nothing is wrong, what to check.",
        "assert!(ReplyCode::ServiceNotAvailable.remediation().contains(\"MX host\"));",
        &|Reply { remediation, .. }| quote!(#remediation),
    );
    quote!(#as_str #name #description #seen_when #remediation)
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
    let (name, count) = (&cx.call.replies.name, replies.len());
    quote! {
        #standing #closes_connection #references #answers #enhanced

        #class
        #[must_use]
        pub const fn class(self) -> #root::Class { #private::class_of(self as u16) }

        #category
        #[must_use]
        pub const fn category(self) -> #root::Category { #private::category_of(self as u16) }

        #answers_to
        #[must_use]
        pub const fn answers_to(self, command: #root::Command) -> #private::AnswersTo {
            #private::answers_to(self.answers(), command)
        }

        #compare
        #[must_use]
        pub const fn compare(self, other: Self) -> #root::Comparison {
            static SIDES: [#private::Side; #count] = {
                let mut sides = [#private::Side::NONE; #count];
                let mut row = 0;
                while row < sides.len() {
                    let code = #name::ALL[row];
                    sides[row] = #private::Side {
                        number: code as u16,
                        digits: code.as_str(),
                        name: code.name(),
                        description: code.description(),
                        seen_when: code.seen_when(),
                        remediation: code.remediation(),
                        answers: code.answers(),
                        closes: ::core::matches!(code.closes_connection(), #root::Closing::Yes),
                    };
                    row += 1;
                }
                sides
            };
            #private::comparison(&SIDES[self.__row()], &SIDES[other.__row()])
        }
    }
}

/// A row of a table of answers. A rule is a constant: it is the same for each command that it reaches.
fn answer(cx: &Context<'_>, reply: &Reply, row: &Answer) -> TokenStream {
    let (root, private, command) = (cx.root(), cx.private(), ident(&row.command.variant));
    let name = &cx.call.replies.name;
    let said = match rule(reply, row) {
        Some(rule) => quote!(#name::#rule),
        None => said(cx, reply, row),
    };
    quote!(#private::answer(#root::Command::#command, #said))
}

/// What a row says, whatever its command. Without a meaning of its own it has the code's description.
fn said(cx: &Context<'_>, reply: &Reply, row: &Answer) -> TokenStream {
    let (root, private, name) = (cx.root(), cx.private(), &cx.call.replies.name);
    let outcome = ident(row.said.outcome.variant());
    let references = cx.references(&row.said.references);
    let meaning = row.said.meaning.as_ref().map_or_else(
        || {
            let constant = description(reply);
            quote!(#name::#constant)
        },
        |meaning| quote!(#meaning),
    );
    let condition = option(row.condition.as_ref().map(|condition| quote!(#condition)));
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
fn rule(reply: &Reply, row: &Answer) -> Option<Ident> {
    row.condition.as_ref()?;
    let is_same = |other: &Answer| other.said == row.said && other.condition == row.condition;
    let first = reply.answers.iter().position(is_same)?;
    Some(format_ident!("__RULE_{}_{first}", reply.number))
}

/// The constants that several rows have.
fn shared(cx: &Context<'_>) -> TokenStream {
    let private = cx.private();
    let constants = cx.catalogue.replies.iter().map(|reply| {
        let (name, text) = (description(reply), &reply.description);
        let mut rules: Vec<_> =
            reply.answers.iter().filter_map(|row| Some((rule(reply, row)?, row))).collect();
        rules.sort_by(|(one, _), (other, _)| one.cmp(other));
        rules.dedup_by(|(one, _), (other, _)| one == other);
        let rules = rules.into_iter().map(|(name, row)| {
            let said = said(cx, reply, row);
            quote!(const #name: &'static #private::Said = #said;)
        });
        quote!(const #name: &'static str = #text; #(#rules)*)
    });
    quote!(#(#constants)*)
}
