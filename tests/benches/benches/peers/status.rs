//! Enhanced status codes: read, written, explained.

use std::fmt::Write;

use smtp_codes::EnhancedCode;
use smtp_codes_benches::Case;

pub(crate) const READ: &str = "text to enhanced code";
pub(crate) const TEXT: &str = "enhanced code to name and description";
pub(crate) const SHOWN: &str = "enhanced code to digits";

static TEXTS: [&str; 8] = ["5.1.1", "2.0.0", "5.7.26", "4.7.1", "5.01.1", "4.2.2", "5.7.606", "2.1"];

static CODES: [(u8, u16, u16); 8] =
    [(5, 1, 1), (2, 0, 0), (5, 7, 26), (4, 7, 1), (5, 1, 10), (4, 2, 2), (5, 7, 606), (2, 1, 5)];

pub(crate) fn add(cases: &mut Vec<Case>) {
    // No peer has a type for it that can be made from a text: what is left is to do it by hand.
    cases.push(
        Case::new(READ, 1000)
            .peer(
                "smtp-codes",
                &TEXTS,
                |text| text.parse::<EnhancedCode>().ok(),
                |_, code| format!("{:?}", code.map(|code| (code.class().digit(), code.subject(), code.detail()))),
            )
            .peer("by hand: split and parse", &TEXTS, |text| read_by_hand(text), |_, code| format!("{code:?}")),
    );
    cases.push(Case::new(SHOWN, 1000).peer("smtp-codes", &CODES, |code| shown(*code), |_, text| text).peer(
        "by hand: write!",
        &CODES,
        |code| shown_by_hand(*code),
        |_, text| text,
    ));
    cases.push(
        Case::new(TEXT, 1000)
            .peer("smtp-codes", &CODES, |code| explained(*code), |_, found| found.is_some().to_string())
            .peer("smtp-proto", &CODES, |code| proto(*code), |_, found| found.is_some().to_string()),
    );
}

fn explained((class, subject, detail): (u8, u16, u16)) -> Option<(&'static str, &'static str)> {
    let status = EnhancedCode::new(class, subject, detail)?.status()?;
    Some((status.name(), status.description()))
}

/// It keeps the parts in a byte each.
fn proto((class, subject, detail): (u8, u16, u16)) -> Option<(&'static str, &'static str)> {
    let [subject, detail] = [subject, detail].map(|part| u8::try_from(part).unwrap_or(u8::MAX));
    smtp_proto::Response::new(550, class, subject, detail, "").explain_status_code()
}

fn read_by_hand(text: &str) -> Option<(u8, u16, u16)> {
    let mut parts = text.split('.');
    let class = parts.next()?;
    let (subject, detail) = (number(parts.next()?)?, number(parts.next()?)?);
    match (class, parts.next()) {
        ("2", None) => Some((2, subject, detail)),
        ("4", None) => Some((4, subject, detail)),
        ("5", None) => Some((5, subject, detail)),
        _ => None,
    }
}

fn number(text: &str) -> Option<u16> {
    if text.len() > 3 || text.starts_with('+') || text.len() > 1 && text.starts_with('0') {
        return None;
    }
    text.parse().ok()
}

fn shown((class, subject, detail): (u8, u16, u16)) -> String {
    let mut text = String::with_capacity(16);
    write!(text, "{}", EnhancedCode::new(class, subject, detail).unwrap()).unwrap();
    text
}

fn shown_by_hand((class, subject, detail): (u8, u16, u16)) -> String {
    let mut text = String::with_capacity(16);
    write!(text, "{class}.{subject}.{detail}").unwrap();
    text
}
