//! The enum of reply codes and its methods.

use super::table::Tables;
use super::{Call, Code, ROOT, bytes, docs, enumeration, examples, fill, index, parts, traits};
use crate::catalogue::{Catalogue, Kind, Reply};

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
    docs::lines(&index::codes(replies, library), &mut index);
    index += "#[repr(u16)]";
    enumeration(0, &index, &variants, code);
    let name = call.name.as_str();
    let mut implementation = format!("#[automatically_derived] #[allow(dead_code)] impl {name} {{");
    implementation += &numbers(call, replies);
    let mut methods = Methods { call, count: replies.len().to_string(), code: String::new() };
    texts(&mut methods, replies);
    facts(&mut methods, replies);
    implementation += &methods.code;
    if library {
        let mut tables = Tables::new(name);
        for reply in replies {
            tables.mark(&reply.mark);
        }
        implementation += &tables.methods(replies.len(), "self.__row()");
    } else {
        implementation += &traits::own_methods();
    }
    implementation.push('}');
    code.push(Code::Text(implementation));
    traits::traits(call, code);
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
        let rows = bytes(&rows);
        format!("static ROWS: &[u8; 400] = b\"{rows}\"; ROWS[number as usize - 200] as usize")
    } else {
        "let mut row = 0;
         while row < Self::ALL.len() && Self::ALL[row] as u16 != number { row += 1; }
         row"
        .to_owned()
    };
    let places = [
        ("ALL", all.as_str()),
        ("ROW", &row),
        ("ALL_EXAMPLE", &examples::of(call, "ALL")),
        ("FROM_U16", &examples::of(call, "from_u16")),
        ("AS_U16", &examples::of(call, "as_u16")),
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

/// Methods that read a table with a row for each code. Each has a table of its own, so that a program carries
/// only what it calls.
struct Methods<'a> {
    call: &'a Call,
    count: String,
    code: String,
}

impl Methods<'_> {
    /// Adds a method that gives a value of the library's type `kind`.
    fn add(&mut self, name: &str, doc: &str, kind: &str, rows: &str) {
        let places = [
            ("NAME", name),
            ("DOC", doc),
            ("EXAMPLE", &examples::of(self.call, name)),
            ("KIND", &fill(kind, &[])),
            ("COUNT", &self.count),
            ("ROWS", rows),
        ];
        self.code += &fill(METHOD, &places);
    }
}

const METHOD: &str = r"
    /// @DOC@
    @EXAMPLE@
    #[must_use]
    #[inline]
    pub const fn @NAME@(self) -> @KIND@ {
        static TABLE: [@KIND@; @COUNT@] = [@ROWS@];
        TABLE[self.__row()]
    }
";

fn texts(methods: &mut Methods<'_>, replies: &[Reply]) {
    let (mut digits, mut names, mut descriptions) = (String::new(), String::new(), String::new());
    let (mut seen, mut remediations) = (String::new(), String::new());
    for Reply { number, name, seen_when, remediation, .. } in replies {
        digits += &format!("\"{number}\",");
        names += &format!("{name:?},");
        descriptions += &format!("{}::__SAYS_{number},", methods.call.name);
        seen += &format!("{seen_when:?},");
        remediations += &format!("{remediation:?},");
    }
    let kind = "&'static str";
    methods.add("as_str", "The three digits.", kind, &digits);
    methods.add("name", "A short name, for a line in a log or a list.", kind, &names);
    let doc = "What the server says with it, in two or three sentences.";
    methods.add("description", doc, kind, &descriptions);
    methods.add("seen_when", "When you meet it.", kind, &seen);
    let doc = "What to do about it, and on which side; where nothing is wrong, what to check.";
    methods.add("remediation", doc, kind, &remediations);
}

/// What is no text: class, standing, references, answers.
fn facts(methods: &mut Methods<'_>, replies: &[Reply]) {
    let owner = methods.call.name.as_str();
    let (mut standings, mut closings, mut references) = (String::new(), String::new(), String::new());
    let (mut answers, mut enhanced) = (String::new(), String::new());
    for reply in replies {
        standings += &format!("{ROOT}::Standing::{},", parts::standing(reply.standing));
        closings += &format!("{ROOT}::Closing::{},", parts::closing(reply.closes));
        references += &format!("{},", parts::references(owner, &reply.references));
        answers.push_str("&[");
        for answer in &reply.answers {
            answers += &parts::answer(owner, reply, answer);
        }
        answers.push_str("],");
        enhanced.push_str("&[");
        for code in &reply.enhanced {
            enhanced += &parts::enhanced(*code);
        }
        enhanced.push_str("],");
    }
    methods.add("standing", "How official the code is.", "@ROOT@::Standing", &standings);
    let doc = "Whether the server closes the connection after it.";
    methods.add("closes_connection", doc, "@ROOT@::Closing", &closings);
    let doc = "Where the code is defined: RFCs and sections. Empty where no standard knows it.";
    methods.add("references", doc, "&'static [@ROOT@::Reference]", &references);
    let doc = "Which commands it may answer, with what outcome and meaning, in the order of a session.";
    methods.add("answers", doc, "&'static [@ROOT@::Answer]", &answers);
    let doc = "The enhanced status codes that the IANA registry pairs with it.";
    methods.add("enhanced", doc, "&'static [@ROOT@::EnhancedCode]", &enhanced);
    let places = [
        ("NAME", owner),
        ("CLASS", &examples::of(methods.call, "class")),
        ("CATEGORY", &examples::of(methods.call, "category")),
        ("POSITIVE", &examples::of(methods.call, "is_positive")),
        ("NEGATIVE", &examples::of(methods.call, "is_negative")),
        ("TRANSIENT", &examples::of(methods.call, "is_transient")),
        ("PERMANENT", &examples::of(methods.call, "is_permanent")),
        ("TO", &examples::of(methods.call, "answers_to")),
        ("COMPARE", &examples::of(methods.call, "compare")),
    ];
    methods.code += &fill(FACTS, &places);
}

const FACTS: &str = r"
    /// What the first digit says.
    @CLASS@
    #[must_use]
    #[inline]
    pub const fn class(self) -> @ROOT@::Class {
        @ROOT@::__private::class_of(self as u16)
    }

    /// Whether the server said yes or go on: 2yz and 3yz.
    @POSITIVE@
    #[must_use]
    #[inline]
    pub const fn is_positive(self) -> bool {
        self.class().is_positive()
    }

    /// Whether the server refused, for now or for good: 4yz and 5yz.
    @NEGATIVE@
    #[must_use]
    #[inline]
    pub const fn is_negative(self) -> bool {
        self.class().is_negative()
    }

    /// Whether the server refused for now: 4yz.
    @TRANSIENT@
    #[must_use]
    #[inline]
    pub const fn is_transient(self) -> bool {
        self.class().is_transient()
    }

    /// Whether the server refused for good: 5yz.
    @PERMANENT@
    #[must_use]
    #[inline]
    pub const fn is_permanent(self) -> bool {
        self.class().is_permanent()
    }

    /// What the second digit says.
    @CATEGORY@
    #[must_use]
    #[inline]
    pub const fn category(self) -> @ROOT@::Category {
        @ROOT@::__private::category_of(self as u16)
    }

    /// The rows of [`answers`](Self::answers) for one command: none, one, or one for each condition.
    @TO@
    #[must_use]
    #[inline]
    pub const fn answers_to(self, command: @ROOT@::Command) -> @ROOT@::reply::AnswersTo {
        @ROOT@::__private::answers_to(self.answers(), command)
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
                    closes: matches!(code.closes_connection(), @ROOT@::Closing::Yes),
                };
                row += 1;
            }
            sides
        };
        @ROOT@::__private::comparison(&SIDES[self.__row()], &SIDES[other.__row()])
    }
";
