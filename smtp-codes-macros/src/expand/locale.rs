//! The enum of languages and their labels. Only the library has one.

use super::{Code, ROOT, docs, enumeration, fill, joined};
use crate::catalogue::{Catalogue, Field, LABELS, Locale, Piece};

pub(super) fn locale(head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let locales = &catalogue.locales;
    let mut variants = String::new();
    for locale in locales {
        docs::lines(&[format!("**{}** {}.", locale.tag, words(locale, "language"))], &mut variants);
        variants += &format!("{},", locale.variant);
    }
    enumeration(head, "", &variants, code);
    let arms = |value: &dyn Fn(&Locale) -> String| {
        joined(locales, "", &|locale| format!("Self::{} => {},", locale.variant, value(locale)))
    };
    let all = joined(locales, "", &|locale| format!("Self::{},", locale.variant));
    let tags = arms(&|locale| format!("{:?}", locale.tag));
    let languages = arms(&|locale| format!("{:?}", words(locale, "language")));
    let labels = arms(&labels);
    let places =
        [("NAME", name), ("ALL", &all), ("TAGS", &tags), ("LANGUAGES", &languages), ("LABELS", &labels)];
    code.push(Code::Text(fill(METHODS, &places)));
}

/// The text of a label that is words only.
fn words<'a>(locale: &'a Locale, key: &str) -> &'a str {
    let at = LABELS.iter().position(|(label, _)| *label == key);
    match at.and_then(|at| locale.labels.get(at)).map(Vec::as_slice) {
        Some([Piece::Text(text)]) => text,
        _ => "",
    }
}

fn labels(locale: &Locale) -> String {
    let mut code = format!("{{ static LABELS: {ROOT}::__private::Labels = {ROOT}::__private::Labels {{");
    for ((key, frame), pieces) in LABELS.iter().zip(&locale.labels) {
        let field = key.replace('-', "_");
        if frame.is_words() {
            code += &format!("{field}: {:?},", words(locale, key));
        } else {
            let pieces = joined(pieces, "", &piece);
            code += &format!("{field}: &[{pieces}],");
        }
    }
    code += "events: &[";
    for (event, text) in &locale.events {
        code += &format!("({ROOT}::Command::{}, {text:?}),", event.variant);
    }
    code + "] }; &LABELS }"
}

fn piece(piece: &Piece) -> String {
    let (place, field) = match piece {
        Piece::Text(text) => return format!("{ROOT}::__private::Piece::Text({text:?}),"),
        Piece::First(field) => ("First", field),
        Piece::Second(field) => ("Second", field),
    };
    let field = match field {
        Field::Code => "Code",
        Field::Name => "Name",
        Field::Title => "Title",
        Field::Class => "Class",
        Field::Act => "Act",
        Field::Lead => "Lead",
        Field::Seen => "Seen",
        Field::Commands => "Commands",
    };
    format!("{ROOT}::__private::Piece::{place}({ROOT}::__private::Field::{field}),")
}

const METHODS: &str = r#"
    #[automatically_derived]
    impl @NAME@ {
        /// Every language of the catalogue.
        ///
        /// ```
        /// # use smtp_codes::Locale;
        /// assert!(Locale::ALL.contains(&Locale::Fr));
        /// ```
        pub const ALL: &'static [Self] = &[@ALL@];

        /// Its code of ISO 639.
        ///
        /// ```
        /// # use smtp_codes::Locale;
        /// assert_eq!(Locale::Fr.tag(), "fr");
        /// ```
        #[must_use]
        pub const fn tag(self) -> &'static str {
            match self { @TAGS@ }
        }

        /// What its speakers call it.
        ///
        /// ```
        /// # use smtp_codes::Locale;
        /// assert_eq!(Locale::Fr.language(), "français");
        /// ```
        #[must_use]
        pub const fn language(self) -> &'static str {
            match self { @LANGUAGES@ }
        }

        pub(crate) const fn labels(self) -> &'static @ROOT@::__private::Labels {
            match self { @LABELS@ }
        }
    }

    /// The code of ISO 639: `fr`.
    #[automatically_derived]
    impl ::core::fmt::Display for @NAME@ {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(self.tag())
        }
    }

    #[automatically_derived]
    impl ::core::str::FromStr for @NAME@ {
        type Err = @ROOT@::UnknownName;

        /// Reads `fr`, and what begins with it: `fr-CA`, `fr_FR.UTF-8`.
        fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
            let language = text.split(['-', '_', '.']).next().unwrap_or_default();
            Self::ALL
                .iter()
                .copied()
                .find(|locale| locale.tag().eq_ignore_ascii_case(language))
                .ok_or(@ROOT@::UnknownName::__new("a language of the catalogue, such as en or fr"))
        }
    }
"#;
