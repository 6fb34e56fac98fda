//! The enum of reply codes and its methods.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::parts::{Context, enumeration, ident, list};
use super::{answer, docs, index, side, table};
use crate::catalogue::{Reply, Word};

pub(super) fn replies(cx: &Context<'_>) -> TokenStream {
    let (head, replies) = (&cx.call.replies, &cx.catalogue.replies);
    let name = &head.name;
    let mut variants = TokenStream::new();
    for reply in replies {
        let (docs, digits) = (docs::attributes(&docs::reply(reply, cx)), reply.number.to_string());
        let (variant, number) = (ident(&reply.variant()), Literal::u16_unsuffixed(reply.number));
        let aliases = &reply.advice.aliases;
        quote!(#docs #[doc(alias = #digits)] #(#[doc(alias = #aliases)])* #variant = #number,).to_tokens(&mut variants);
    }
    let mut index = docs::attributes(&index::codes(replies, cx.call.is_library()));
    if replies.is_empty() {
        // Stands for every code of a file that could not be read. An enum without variants has no `repr`.
        variants = quote!(
            #[doc(hidden)]
            __Unread
        );
    } else {
        quote!(#[repr(u16)]).to_tokens(&mut index);
    }
    let enumeration = enumeration(head, &index, &variants);
    let (numbers, methods) = (numbers(cx), methods(cx));
    let marks = cx.call.is_library().then(|| {
        let (head, kind) = (quote!(pub(crate) const fn __mark), cx.private());
        let marks = table::rows(replies, &|reply| cx.mark(&reply.mark));
        table::method(&head, &quote!(#kind::Mark), &marks, &quote!(self.__row()))
    });
    let (sides, shared) = (side::sides(cx), answer::shared(cx));
    let root = cx.root();
    // The library's enum has the rest by hand.
    let foreign = (!cx.call.is_library()).then(|| quote!(#root::__foreign_impls! { #name }));
    let serde = cx.call.serde.then(|| quote!(#root::__serde! { #name }));
    quote! {
        #enumeration
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name { #numbers #methods #sides #marks #shared }
        #root::__traits! { #name }
        #foreign
        #serde
    }
}

/// From number to code and back: a table of rows by number.
fn numbers(cx: &Context<'_>) -> TokenStream {
    let replies = &cx.catalogue.replies;
    let variants = replies.iter().map(|reply| ident(&reply.variant()));
    let mut rows = [u16::MAX; 400];
    for (row, reply) in (0..).zip(replies) {
        rows[usize::from(reply.number) - 200] = row;
    }
    let rows = rows.iter().map(|row| Literal::u16_unsuffixed(*row));
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
        const fn __row_of(number: u16) -> usize {
            static ROWS: [u16; 400] = [#(#rows),*];
            ROWS[number as usize - 200] as usize
        }

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

/// A documented method that reads a table with a row for each code. Each has a table of its own, so that a program has
/// only what it calls.
fn method(
    cx: &Context<'_>,
    name: &str,
    kind: &TokenStream,
    doc: &str,
    example: &str,
    row: &dyn Fn(&Reply) -> TokenStream,
) -> TokenStream {
    let (docs, name) = (cx.doc(doc, example), ident(name));
    let rows = table::rows(&cx.catalogue.replies, row);
    table::method(&quote!(#docs #[must_use] pub const fn #name), kind, &rows, &quote!(self.__row()))
}

fn methods(cx: &Context<'_>) -> TokenStream {
    let (texts, tables) = (texts(cx), tables(cx));
    quote!(#(#texts)* #(#tables)*)
}

fn texts(cx: &Context<'_>) -> Vec<TokenStream> {
    let (owner, text) = (&cx.call.replies.name, quote!(&'static str));
    vec![
        method(
            cx,
            "as_str",
            &text,
            "Returns the three digits.",
            "assert_eq!(ReplyCode::Okay.as_str(), \"250\");",
            &|reply| reply.number.to_string().to_token_stream(),
        ),
        method(
            cx,
            "name",
            &text,
            "Returns a short name, for a line in a log or a list.",
            "assert_eq!(ReplyCode::HelpMessage.name(), \"Help message\");",
            &|reply| reply.name.to_token_stream(),
        ),
        method(
            cx,
            "description",
            &text,
            "Returns what the server did, in two or three sentences.",
            "assert!(ReplyCode::HelpMessage.description().contains(\"`HELP`\"));",
            &|reply| {
                let constant = answer::description(reply);
                quote!(#owner::#constant)
            },
        ),
        method(
            cx,
            "seen_when",
            &text,
            "Returns when servers send this code.",
            "assert!(ReplyCode::StartMailInput.seen_when().contains(\"`DATA`\"));",
            &|reply| reply.seen_when.to_token_stream(),
        ),
        method(
            cx,
            "remediation",
            &text,
            "Returns what to do: the [`verdict`](Self::verdict), and a line for each of the [`steps`](Self::steps).",
            "let text = ReplyCode::ServiceNotAvailable.remediation();\nassert!(text.contains(\"\\nDeveloper: \"));",
            &|reply| reply.advice.remediation().to_token_stream(),
        ),
        method(
            cx,
            "verdict",
            &text,
            "Returns the part of the remediation that is for everybody: what the reply means for the message.",
            "let code = ReplyCode::ServiceNotAvailable;\nassert!(code.remediation().starts_with(code.verdict()));",
            &|reply| reply.advice.verdict.to_token_stream(),
        ),
    ]
}

fn tables(cx: &Context<'_>) -> Vec<TokenStream> {
    let root = cx.root();
    vec![
        method(
            cx,
            "steps",
            &quote!(&'static [#root::Step]),
            "Returns who can do something about it, and what. Empty if only one side can, or nobody has to.",
            "# use smtp_codes::Party;\nlet steps = ReplyCode::ServiceNotAvailable.steps();\n\
             assert!(steps.iter().any(|step| step.party() == Party::Developer));",
            &|reply| cx.steps(&reply.advice.steps),
        ),
        method(
            cx,
            "examples",
            &quote!(&'static [&'static str]),
            "Returns one or two replies as servers send them, their lines separated by `\\n`.",
            "assert!(ReplyCode::Okay.examples()[0].starts_with(\"250 \"));",
            &|reply| list(&reply.advice.examples),
        ),
        method(
            cx,
            "standing",
            &quote!(#root::Standing),
            "Returns how official the code is.",
            "# use smtp_codes::Standing;\nassert_eq!(ReplyCode::Okay.standing(), Standing::Standard);",
            &|reply| cx.word("Standing", reply.standing.variant()),
        ),
        method(
            cx,
            "closes_connection",
            &quote!(#root::Closing),
            "Returns whether the server closes the connection after it.",
            "# use smtp_codes::Closing;\nassert_eq!(ReplyCode::ServiceNotAvailable.closes_connection(), Closing::Yes);",
            &|reply| cx.word("Closing", reply.closing.variant()),
        ),
        method(
            cx,
            "references",
            &quote!(&'static [#root::Reference]),
            "Returns where the code is defined: RFCs and sections. Empty if no standard defines it.",
            "assert_eq!(ReplyCode::HelpMessage.references()[0].to_string(), \"RFC 5321 section 4.2.3\");",
            &|reply| answer::shared_references(cx, &reply.references),
        ),
        method(
            cx,
            "answers",
            &quote!(&'static [#root::Answer]),
            "Returns the commands that it may answer, with outcome and meaning, in the order of a session.",
            "# use smtp_codes::Command;\n\
             assert!(ReplyCode::Okay.answers().iter().any(|row| row.command() == Command::Mail));",
            &|reply| answer::answers(cx, reply, None),
        ),
        method(
            cx,
            "enhanced",
            &quote!(&'static [#root::EnhancedCode]),
            "Returns the enhanced status codes that the IANA registry pairs with it.",
            "let pairs = ReplyCode::CredentialsInvalid.enhanced();\n\
             assert!(pairs.iter().any(|code| code.to_string() == \"5.7.8\"));",
            &|reply| list(reply.enhanced.iter().map(|code| cx.enhanced(*code.get_ref()))),
        ),
    ]
}
