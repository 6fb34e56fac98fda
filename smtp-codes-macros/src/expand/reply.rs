//! The enum of reply codes and its methods.

use super::table::Tables;
use super::{Call, Code, ROOT, docs, enumeration, examples, fill, joined, literal, parts};
use crate::catalogue::{Answer, Catalogue, Kind, Reply};

pub(super) fn reply(call: &Call, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let library = matches!(call.kind, Kind::Library);
    let replies = &catalogue.replies;
    let mut variants = String::new();
    for reply in replies {
        let Reply { number, variant, .. } = reply;
        docs::lines(&docs::reply(reply, catalogue), &mut variants);
        variants += &format!("#[doc(alias = \"{number}\")] {variant} = {number},");
    }
    let mut index = String::new();
    docs::lines(&docs::index(replies, library), &mut index);
    index += "#[repr(u16)]";
    enumeration(0, &index, &variants, code);
    let name = call.name.as_str();
    let mut implementation = format!("#[automatically_derived] #[allow(dead_code)] impl {name} {{");
    implementation += &numbers(call, replies);
    implementation += &texts(call, replies);
    implementation += &facts(call, replies);
    if library {
        let mut tables = Tables::by_row(replies.len(), "self.__row()");
        tables.marks(replies, &|reply| reply.mark.clone());
        implementation += &tables.finish();
    }
    implementation.push('}');
    code.push(Code::Text(implementation));
    code.push(Code::Text(fill(TRAITS, &[("NAME", name), ("SERDE", if library { "crate" } else { ROOT })])));
    if !library {
        code.push(Code::Text(fill(OWN_TRAITS, &[("NAME", name)])));
    }
}

/// From number to code and back: a table of rows by number, of 400 bytes.
fn numbers(call: &Call, replies: &[Reply]) -> String {
    let mut all = String::new();
    let mut rows = vec![255_u8; 400];
    for (row, reply) in replies.iter().enumerate() {
        all += &format!("Self::{},", reply.variant);
        if let (Some(slot), Ok(row)) = (rows.get_mut(usize::from(reply.number) - 200), u8::try_from(row)) {
            *slot = row;
        }
    }
    // A catalogue of more than 254 codes is looked up the slow way: nobody has one.
    let row = if replies.len() < 255 {
        let rows = joined(&rows, "", &|row| format!("\\x{row:02x}"));
        format!("static ROWS: &[u8; 400] = b\"{rows}\"; ROWS[number as usize - 200] as usize")
    } else {
        "let mut row = 0;
         while row < Self::ALL.len() && Self::ALL[row] as u16 != number { row += 1; }
         row"
        .to_owned()
    };
    let [all_example, from_u16, as_u16] = examples::for_numbers(call);
    let places = [
        ("ALL", all.as_str()),
        ("ROW", &row),
        ("ALL_EXAMPLE", &all_example),
        ("FROM_U16", &from_u16),
        ("AS_U16", &as_u16),
    ];
    fill(NUMBERS, &places)
}

const NUMBERS: &str = r"
    /// Every code of the catalogue, ascending.
    @ALL_EXAMPLE@
    pub const ALL: &'static [Self] = &[@ALL@];

    /// The row of a number from 200 to 599 in the tables; past their end for a number without one.
    #[inline]
    const fn __row_of(number: u16) -> usize { @ROW@ }

    #[inline]
    const fn __row(self) -> usize { Self::__row_of(self as u16) }

    /// The code with this number, if the catalogue has it.
    @FROM_U16@
    #[must_use]
    #[inline]
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
    @AS_U16@
    #[must_use]
    #[inline]
    pub const fn as_u16(self) -> u16 { self as u16 }
";

/// A method that reads a table with a row for each code. Each has a table of its own, so that a program
/// carries only what it calls.
fn method(name: &str, doc: &str, example: &str, kind: &str, rows: &str, count: usize) -> String {
    let places = [("NAME", name), ("EXAMPLE", example), ("KIND", kind), ("ROWS", rows)];
    let (doc, count) = (literal(doc), count.to_string());
    let template = r"
        #[doc = @DOC@]
        @EXAMPLE@
        #[must_use]
        #[inline]
        pub const fn @NAME@(self) -> @KIND@ {
            static TABLE: [@KIND@; @COUNT@] = [@ROWS@];
            TABLE[self.__row()]
        }
    ";
    let mut all = places.to_vec();
    all.extend([("DOC", doc.as_str()), ("COUNT", count.as_str())]);
    fill(template, &all)
}

fn texts(call: &Call, replies: &[Reply]) -> String {
    let rows = |text: fn(&Reply) -> &str| {
        let mut rows = String::new();
        for reply in replies {
            rows += &format!("{:?},", text(reply));
        }
        rows
    };
    let digits = joined(replies, "", &|reply| format!("\"{}\",", reply.number));
    let tables = [
        ("as_str", " The three digits.", digits),
        ("name", " A short name, for a line in a log or a list.", rows(|reply| &reply.name)),
        (
            "description",
            " What the server says with it, in two or three sentences.",
            joined(replies, "", &|reply| format!("{}::__SAYS_{},", call.name, reply.number)),
        ),
        ("seen_when", " When you meet it.", rows(|reply| &reply.seen_when)),
        (
            "remediation",
            " What to do about it, and on which side; where nothing is wrong, what to check.",
            rows(|reply| &reply.remediation),
        ),
    ];
    let mut code = String::new();
    for ((name, doc, rows), example) in tables.into_iter().zip(examples::for_texts(call)) {
        code += &method(name, doc, &example, "&'static str", &rows, replies.len());
    }
    code
}

/// What is no text: class, standing, references, answers.
fn facts(call: &Call, replies: &[Reply]) -> String {
    let [class, category, standing, references, answers, to, closes, enhanced, compare] =
        examples::for_facts(call);
    let rows = |row: &dyn Fn(&Reply) -> String| joined(replies, "", row);
    let tables = [
        (
            "standing",
            " How official the code is.",
            standing,
            "Standing",
            rows(&|reply| format!("{ROOT}::Standing::{},", parts::standing(reply.standing))),
        ),
        (
            "closes_connection",
            " Whether the server closes the connection after it.",
            closes,
            "Closing",
            rows(&|reply| format!("{ROOT}::Closing::{},", parts::closing(reply.closes))),
        ),
        (
            "references",
            " Where the code is defined: RFCs and sections. Empty where no standard knows it.",
            references,
            "&'static [Reference]",
            rows(&|reply| parts::references(&call.name, &reply.references) + ","),
        ),
        (
            "answers",
            " Which commands it may answer, with what outcome and meaning, in the order of a session.",
            answers,
            "&'static [Answer]",
            rows(&|reply| {
                let row = |answer: &Answer| parts::answer(&call.name, reply, answer);
                format!("&[{}],", joined(&reply.answers, "", &row))
            }),
        ),
        (
            "enhanced",
            " The enhanced status codes that the IANA registry pairs with it.",
            enhanced,
            "&'static [EnhancedCode]",
            rows(&|reply| format!("&[{}],", joined(&reply.enhanced, "", &|code| parts::enhanced(*code)))),
        ),
    ];
    let mut code = String::new();
    for (name, doc, example, kind, rows) in tables {
        let kind = match kind.strip_prefix("&'static [") {
            Some(rest) => format!("&'static [{ROOT}::{rest}"),
            None => format!("{ROOT}::{kind}"),
        };
        code += &method(name, doc, &example, &kind, &rows, replies.len());
    }
    let places = [
        ("NAME", call.name.as_str()),
        ("CLASS", &class),
        ("CATEGORY", &category),
        ("TO", &to),
        ("COMPARE", &compare),
    ];
    code + &fill(FACTS, &places)
}

const FACTS: &str = r"
    /// What the first digit says.
    @CLASS@
    #[must_use]
    #[inline]
    pub const fn class(self) -> @ROOT@::Class {
        @ROOT@::__private::class_of(self as u16)
    }

    /// What the second digit says.
    @CATEGORY@
    #[must_use]
    #[inline]
    pub const fn category(self) -> @ROOT@::Category {
        @ROOT@::Category::of(self as u16)
    }

    /// The rows of [`answers`](Self::answers) for one command: none, one, or one for each condition.
    @TO@
    #[must_use]
    #[inline]
    pub const fn answers_to(self, command: @ROOT@::Command) -> @ROOT@::AnswersTo {
        @ROOT@::AnswersTo::__new(self.answers(), command)
    }

    /// This code and another side by side.
    @COMPARE@
    #[must_use]
    #[inline]
    pub const fn compare(self, other: Self) -> @ROOT@::Comparison {
        static SIDES: [@ROOT@::__private::Side; @NAME@::ALL.len()] = {
            let mut sides = [@ROOT@::__private::Side::NONE; @NAME@::ALL.len()];
            let mut row = 0;
            while row < sides.len() {
                let code = @NAME@::ALL[row];
                sides[row] = @ROOT@::__private::Side {
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
        @ROOT@::Comparison::__new(&SIDES[self.__row()], &SIDES[other.__row()])
    }
";

const TRAITS: &str = r"
    /// The number and the name: `250 OK`.
    #[automatically_derived]
    impl ::core::fmt::Display for @NAME@ {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            @ROOT@::__private::display(self.as_str(), self.name(), f)
        }
    }

    #[automatically_derived]
    impl ::core::convert::TryFrom<u16> for @NAME@ {
        type Error = @ROOT@::UnknownCode;

        /// # Errors
        ///
        /// A number that the catalogue does not have; the error tells its class.
        #[inline]
        fn try_from(number: u16) -> ::core::result::Result<Self, Self::Error> {
            Self::from_u16(number).ok_or(@ROOT@::UnknownCode::__new(number))
        }
    }

    #[automatically_derived]
    impl ::core::convert::TryFrom<@ROOT@::WireCode> for @NAME@ {
        type Error = @ROOT@::UnknownCode;

        /// # Errors
        ///
        /// A code that the catalogue does not have; the error tells its class.
        #[inline]
        fn try_from(code: @ROOT@::WireCode) -> ::core::result::Result<Self, Self::Error> {
            <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
        }
    }

    #[automatically_derived]
    impl ::core::str::FromStr for @NAME@ {
        type Err = @ROOT@::ParseCodeError;

        /// Reads exactly three digits.
        #[inline]
        fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
            let code = @ROOT@::WireCode::from_bytes(text.as_bytes())?;
            <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
                .map_err(@ROOT@::ParseCodeError::Unknown)
        }
    }

    #[automatically_derived]
    impl ::core::convert::From<@NAME@> for u16 {
        #[inline]
        fn from(code: @NAME@) -> Self {
            code as u16
        }
    }

    #[automatically_derived]
    impl ::core::cmp::PartialEq<u16> for @NAME@ {
        #[inline]
        fn eq(&self, number: &u16) -> bool {
            *self as u16 == *number
        }
    }

    #[automatically_derived]
    impl ::core::cmp::PartialEq<@NAME@> for u16 {
        #[inline]
        fn eq(&self, code: &@NAME@) -> bool {
            *self == *code as u16
        }
    }

    @SERDE@::__serde! { @NAME@ }
";

/// What the library has by hand for its own enum.
const OWN_TRAITS: &str = r"
    #[automatically_derived]
    impl ::core::cmp::PartialEq<@ROOT@::WireCode> for @NAME@ {
        #[inline]
        fn eq(&self, code: &@ROOT@::WireCode) -> bool {
            *self as u16 == code.as_u16()
        }
    }
";
