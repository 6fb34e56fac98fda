//! The enum of commands and its methods. Only the library has one.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident, parts};
use crate::catalogue::{Catalogue, Command};
use crate::input::{EnumHead, Input};

pub(super) fn command(input: &Input, head: &EnumHead, catalogue: &Catalogue) -> TokenStream {
    let (root, reply_code) = (&input.root, &input.replies.name);
    let EnumHead { attributes, visibility, name } = head;
    let commands = &catalogue.commands;
    let variants: Vec<_> = commands.iter().map(|command| ident(&command.name.variant)).collect();
    let documented = commands.iter().zip(&variants).map(|(command, variant)| {
        let docs = docs::lines(&docs::command(command, catalogue));
        let alias = &command.name.key;
        let alias = (*alias != command.name.variant).then(|| quote!(#[doc(alias = #alias)]));
        quote!(#docs #alias #variant)
    });
    let by = |row: &dyn Fn(&Command) -> TokenStream| {
        let rows = commands.iter().map(row);
        quote!(match self { #(Self::#variants => #rows),* })
    };
    let keys = by(&|command| {
        let key = &command.name.key;
        quote!(#key)
    });
    let titles = by(&|command| {
        let title = &command.title;
        quote!(#title)
    });
    let descriptions = by(&|command| {
        let description = &command.description;
        quote!(#description)
    });
    // What a function call makes inside a reference lives long enough only in a constant.
    let references = by(&|command| {
        let references = parts::references(root, &command.references);
        quote!(const { #references })
    });
    let replies = by(&|command| {
        let codes = catalogue.replies_to(command).map(|reply| ident(&reply.variant));
        quote!(&[#(#root::#reply_code::#codes),*])
    });
    let flags = |flag: &dyn Fn(&Command) -> bool| {
        let set: Vec<_> =
            commands.iter().zip(&variants).filter(|(command, _)| flag(command)).map(|(_, v)| v).collect();
        if set.is_empty() { quote!(false) } else { quote!(::core::matches!(self, #(Self::#set)|*)) }
    };
    let (obsolete, event) = (flags(&|command| command.obsolete), flags(&|command| command.event));
    quote! {
        #attributes
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash, ::core::fmt::Debug,
        )]
        #visibility enum #name { #(#documented),* }

        #[automatically_derived]
        impl #name {
            /// Every command and event, in the order of a session.
            ///
            /// ```
            /// # use smtp_codes::Command;
            /// assert_eq!(Command::ALL[0], Command::Connect);
            /// ```
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// The word by which the catalogue knows it: the verb of the protocol, such as `MAIL`; for an
            /// event a word in the same form, such as `END-OF-DATA`.
            ///
            /// ```
            /// # use smtp_codes::Command;
            /// assert_eq!(Command::StartTls.as_str(), "STARTTLS");
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str { #keys }

            /// What people call it: `RCPT TO`, `end of data`.
            ///
            /// ```
            /// # use smtp_codes::Command;
            /// assert_eq!(Command::Rcpt.name(), "RCPT TO");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str { #titles }

            /// What the client asks for with it, and when in a session.
            ///
            /// ```
            /// # use smtp_codes::Command;
            /// assert!(Command::Data.description().contains("message"));
            /// ```
            #[must_use]
            pub const fn description(self) -> &'static str { #descriptions }

            /// Where it is defined.
            ///
            /// ```
            /// # use smtp_codes::Command;
            /// assert_eq!(Command::StartTls.references()[0].rfc(), 3207);
            /// ```
            #[must_use]
            pub const fn references(self) -> &'static [#root::Reference] { #references }

            /// Every code that may answer it, ascending, those under a condition too: ask the code's
            /// `answers_to` for the meaning and the condition.
            ///
            /// ```
            /// # use smtp_codes::{Command, code};
            /// assert!(Command::Rcpt.replies().contains(&code!(550)));
            /// // Any command may get 421, and 530 before a login:
            /// assert!(Command::Rcpt.replies().contains(&code!(421)));
            /// assert!(Command::Rcpt.replies().contains(&code!(530)));
            /// ```
            #[must_use]
            pub const fn replies(self) -> &'static [#root::#reply_code] { #replies }

            /// Whether no client should send it any more.
            ///
            /// ```
            /// # use smtp_codes::Command;
            /// assert!(Command::Turn.is_obsolete());
            /// assert!(!Command::Helo.is_obsolete());
            /// ```
            #[must_use]
            pub const fn is_obsolete(self) -> bool { #obsolete }

            /// Whether it is no command but something else that a reply answers: the opened connection, the
            /// end of the data.
            ///
            /// ```
            /// # use smtp_codes::Command;
            /// assert!(Command::EndOfData.is_event());
            /// ```
            #[must_use]
            pub const fn is_event(self) -> bool { #event }
        }

        /// The word of the protocol: `MAIL`.
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #root::UnknownName;

            /// Reads the word of the protocol, in capitals or small letters.
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|command| command.as_str().eq_ignore_ascii_case(text))
                    .ok_or(#root::UnknownName::__new("an SMTP command, such as MAIL or END-OF-DATA"))
            }
        }
    }
}
