//! The enum of languages and their labels. Only the library has one.

use super::markdown::escape;
use super::table::Tables;
use super::{Call, Code, ROOT, docs, enumeration};
use crate::catalogue::{Catalogue, Field, LABELS, Locale, Piece};
use crate::text::replaced;

pub(super) fn locale(call: &Call, head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let mut variants = String::new();
    let mut all = String::new();
    let mut tables = Tables::new(&call.name);
    for locale in &catalogue.locales {
        let (variant, language) = (&locale.variant, words(locale, "language"));
        docs::lines(&format!("**{}** {}.", locale.tag, escape(language)), &mut variants);
        variants += &format!("{variant},");
        all += &format!("Self::{variant},");
        tables.text("__key", &locale.tag);
        tables.text("__name", language);
        tables.add("__labels", "&'static @ROOT@::__private::Labels", &labels(locale));
    }
    enumeration(head, "", &variants, code);
    code.push(Code::Text(tables.implementation(name, catalogue.locales.len(), &all)));
}

/// The text of a label that is words only.
fn words<'a>(locale: &'a Locale, key: &str) -> &'a str {
    for (at, (label, _)) in LABELS.iter().enumerate() {
        if let (true, Some([Piece::Text(text)])) = (*label == key, locale.labels.get(at).map(Vec::as_slice)) {
            return text;
        }
    }
    ""
}

fn labels(locale: &Locale) -> String {
    let mut code = format!("&{ROOT}::__private::Labels {{");
    for (at, (key, frame)) in LABELS.iter().enumerate() {
        let field = replaced(key, "-", "_");
        if frame.is_words() {
            code += &format!("{field}: {:?},", words(locale, key));
        } else {
            let mut pieces = String::new();
            for label in locale.labels.get(at).map(Vec::as_slice).unwrap_or_default() {
                pieces += &piece(label);
            }
            code += &format!("{field}: &[{pieces}],");
        }
    }
    code += "events: &[";
    for (event, text) in &locale.events {
        code += &format!("({ROOT}::Command::{}, {text:?}),", event.variant);
    }
    code + "] }"
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
