//! The enum of reply codes and its methods.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{docs, examples, ident, parts, table};
use crate::catalogue::{Catalogue, Kind, Reply};
use crate::input::{EnumHead, Input};

pub(super) fn reply(input: &Input, catalogue: &Catalogue) -> TokenStream {
    let Input { replies: EnumHead { attributes, visibility, name }, .. } = input;
    let own_commands = matches!(input.kind, Kind::Library);
    let replies = &catalogue.replies;
    let index = docs::lines(&docs::index(replies, own_commands));
    let variants = replies.iter().map(|reply| {
        let (variant, number) = (ident(&reply.variant), Literal::u16_unsuffixed(reply.number));
        let docs = docs::lines(&docs::reply(reply, catalogue));
        let alias = reply.number.to_string();
        quote!(#docs #[doc(alias = #alias)] #variant = #number)
    });
    let numbers = numbers(input, replies);
    let texts = texts(input, replies);
    let facts = facts(input, replies);
    let traits = traits(input);
    quote! {
        #attributes
        #index
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash, ::core::fmt::Debug,
        )]
        #[repr(u16)]
        #visibility enum #name { #(#variants),* }

        #[automatically_derived]
        impl #name {
            #numbers
            #texts
            #facts
        }

        #traits
    }
}

/// From number to code and back: a table of rows by number, which is never longer than 400 bytes.
fn numbers(input: &Input, replies: &[Reply]) -> TokenStream {
    let variants: Vec<_> = replies.iter().map(|reply| ident(&reply.variant)).collect();
    let mut rows = vec![255_u8; 400];
    for (row, reply) in replies.iter().enumerate() {
        if let (Some(slot), Ok(row)) = (rows.get_mut(usize::from(reply.number - 200)), u8::try_from(row)) {
            *slot = row;
        }
    }
    // A catalogue of more than 255 codes is looked up the slow way: nobody has one.
    let row = if replies.len() < 255 {
        let rows = Literal::byte_string(&rows);
        quote! {
            static ROWS: &[u8; 400] = #rows;
            ROWS[number as usize - 200] as usize
        }
    } else {
        quote! {
            let mut row = 0;
            while row < Self::ALL.len() && Self::ALL[row] as u16 != number {
                row += 1;
            }
            row
        }
    };
    let [all, from_u16, as_u16] = examples::for_numbers(input);
    quote! {
        /// Every code of the catalogue, ascending.
        #all
        pub const ALL: &'static [Self] = &[#(Self::#variants),*];

        /// The row of a number from 200 to 599 in the tables; past their end for a number without one.
        const fn __row_of(number: u16) -> usize {
            #row
        }

        const fn __row(self) -> usize {
            Self::__row_of(self as u16)
        }

        /// The code with this number, if the catalogue has it.
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

        /// The number, 200 to 599.
        #as_u16
        #[must_use]
        pub const fn as_u16(self) -> u16 {
            self as u16
        }
    }
}

/// The texts, a method and a table each, so that a program carries only those that it calls.
fn texts(input: &Input, replies: &[Reply]) -> TokenStream {
    let text = |rows: Vec<&str>| table(&quote!(&'static str), rows);
    let digits: Vec<String> = replies.iter().map(|reply| reply.number.to_string()).collect();
    let digits = text(digits.iter().map(String::as_str).collect());
    let names = text(replies.iter().map(|reply| reply.name.as_str()).collect());
    let descriptions = text(replies.iter().map(|reply| reply.description.as_str()).collect());
    let seen_when = text(replies.iter().map(|reply| reply.seen_when.as_str()).collect());
    let remediation = text(replies.iter().map(|reply| reply.remediation.as_str()).collect());
    let examples = examples::for_texts(input);
    let [as_str_example, name_example, description_example, seen_when_example, remediation_example] =
        examples;
    quote! {
        /// The three digits.
        #as_str_example
        #[must_use]
        pub const fn as_str(self) -> &'static str { #digits }

        /// A short name, for a line in a log or a list.
        #name_example
        #[must_use]
        pub const fn name(self) -> &'static str { #names }

        /// What the server says with it, in two or three sentences.
        #description_example
        #[must_use]
        pub const fn description(self) -> &'static str { #descriptions }

        /// When you meet it.
        #seen_when_example
        #[must_use]
        pub const fn seen_when(self) -> &'static str { #seen_when }

        /// What to do about it, and on which side; where nothing is wrong, what to check.
        #remediation_example
        #[must_use]
        pub const fn remediation(self) -> &'static str { #remediation }
    }
}

/// What is no text: class, standing, references, answers.
fn facts(input: &Input, replies: &[Reply]) -> TokenStream {
    let (root, name) = (&input.root, &input.replies.name);
    let standings =
        table(&quote!(#root::Standing), replies.iter().map(|reply| parts::standing(root, reply.standing)));
    let closings =
        table(&quote!(#root::Closing), replies.iter().map(|reply| parts::closing(root, reply.closes)));
    let references = table(
        &quote!(&'static [#root::Reference]),
        replies.iter().map(|reply| parts::references(root, &reply.references)),
    );
    let answers = table(
        &quote!(&'static [#root::Answer]),
        replies.iter().map(|reply| {
            let rows = reply.answers.iter().map(|answer| parts::answer(root, answer, &reply.description));
            quote!(&[#(#rows),*])
        }),
    );
    let enhanced = table(
        &quote!(&'static [#root::EnhancedCode]),
        replies.iter().map(|reply| {
            let codes = reply.enhanced.iter().map(|code| parts::enhanced(root, *code));
            quote!(&[#(#codes),*])
        }),
    );
    let [
        class,
        category,
        standing,
        references_example,
        answers_example,
        to,
        closes,
        enhanced_example,
        compare,
    ] = examples::for_facts(input);
    quote! {
        /// What the first digit says.
        #class
        #[must_use]
        pub const fn class(self) -> #root::Class {
            #root::__private::class_of(self as u16)
        }

        /// What the second digit says.
        #category
        #[must_use]
        pub const fn category(self) -> #root::Category {
            #root::Category::of(self as u16)
        }

        /// How official the code is.
        #standing
        #[must_use]
        pub const fn standing(self) -> #root::Standing { #standings }

        /// Where the code is defined: RFCs and sections. Empty where no standard knows it.
        #references_example
        #[must_use]
        pub const fn references(self) -> &'static [#root::Reference] { #references }

        /// Which commands it may answer, with what outcome and meaning, in the order of a session.
        #answers_example
        #[must_use]
        pub const fn answers(self) -> &'static [#root::Answer] { #answers }

        /// The rows of [`answers`](Self::answers) for one command: none, one, or one for each condition.
        #to
        #[must_use]
        pub const fn answers_to(self, command: #root::Command) -> #root::AnswersTo {
            #root::AnswersTo::__new(self.answers(), command)
        }

        /// Whether the server closes the connection after it.
        #closes
        #[must_use]
        pub const fn closes_connection(self) -> #root::Closing { #closings }

        /// The enhanced status codes that the IANA registry pairs with it.
        #enhanced_example
        #[must_use]
        pub const fn enhanced(self) -> &'static [#root::EnhancedCode] { #enhanced }

        /// This code and another side by side.
        #compare
        #[must_use]
        pub const fn compare(self, other: Self) -> #root::Comparison {
            static SIDES: [#root::__private::Side; #name::ALL.len()] = {
                let mut sides = [<#root::__private::Side>::NONE; #name::ALL.len()];
                let mut row = 0;
                while row < sides.len() {
                    let code = #name::ALL[row];
                    sides[row] = #root::__private::Side {
                        number: code as u16,
                        digits: code.as_str(),
                        name: code.name(),
                        description: code.description(),
                        seen_when: code.seen_when(),
                        remediation: code.remediation(),
                        answers: code.answers(),
                    };
                    row += 1;
                }
                sides
            };
            #root::Comparison::__new(&SIDES[self.__row()], &SIDES[other.__row()])
        }
    }
}

fn traits(input: &Input) -> TokenStream {
    let Input { root, replies: EnumHead { name, .. }, .. } = input;
    // The library's own enum already has the conversion to a wire code by hand.
    let library = matches!(input.kind, Kind::Library);
    let own = (!library).then(|| {
        quote! {
            #[automatically_derived]
            impl ::core::cmp::PartialEq<#root::WireCode> for #name {
                fn eq(&self, code: &#root::WireCode) -> bool {
                    *self as u16 == code.as_u16()
                }
            }
        }
    });
    let serde = if library { quote!(crate::__serde!) } else { quote!(#root::__serde!) };
    quote! {
        /// The number and the name: `250 OK`.
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #root::__private::display(self.as_str(), self.name(), f)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<u16> for #name {
            type Error = #root::UnknownCode;

            /// # Errors
            ///
            /// A number that the catalogue does not have; the error tells its class.
            fn try_from(number: u16) -> ::core::result::Result<Self, Self::Error> {
                Self::from_u16(number).ok_or(#root::UnknownCode::__new(number))
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<#root::WireCode> for #name {
            type Error = #root::UnknownCode;

            /// # Errors
            ///
            /// A code that the catalogue does not have; the error tells its class.
            fn try_from(code: #root::WireCode) -> ::core::result::Result<Self, Self::Error> {
                <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #root::ParseCodeError;

            /// Reads exactly three digits.
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                let code = #root::WireCode::from_bytes(text.as_bytes())?;
                <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
                    .map_err(#root::ParseCodeError::Unknown)
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#name> for u16 {
            fn from(code: #name) -> Self {
                code as u16
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq<u16> for #name {
            fn eq(&self, number: &u16) -> bool {
                *self as u16 == *number
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq<#name> for u16 {
            fn eq(&self, code: &#name) -> bool {
                *self == *code as u16
            }
        }

        #own
        #serde { #name }
    }
}
