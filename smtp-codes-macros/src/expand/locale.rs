//! The enum of languages and their labels. Only the library has one.

use super::table::Tables;
use super::{Code, ROOT, docs, enumeration, joined};
use crate::catalogue::{Catalogue, Field, LABELS, Locale, Piece};

pub(super) fn locale(head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let locales = &catalogue.locales;
    let mut variants = String::new();
    for locale in locales {
        docs::lines(&[format!("**{}** {}.", locale.tag, words(locale, "language"))], &mut variants);
        variants += &format!("{},", locale.variant);
    }
    enumeration(head, "", &variants, code);
    let all = joined(locales, "", &|locale| format!("Self::{},", locale.variant));
    let mut tables = Tables::new(locales.len());
    tables.texts("__tag", locales, &|locale| locale.tag.clone());
    tables.texts("__language", locales, &|locale| words(locale, "language").to_owned());
    let labels = joined(locales, "", &|locale| labels(locale) + ",");
    tables.add("__labels", &format!("&'static {ROOT}::__private::Labels"), &labels);
    code.push(Code::Text(tables.of(name, &all)));
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
    let mut code = format!("&{ROOT}::__private::Labels {{");
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
