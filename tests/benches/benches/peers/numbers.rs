//! From number to code, name and class, and from three digits to a code.

use smtp_codes::{Class, ReplyCode, WireCode, code};
use smtp_codes_benches::Case;

pub(crate) const ANY: &str = "number to code, known or not";
pub(crate) const CODE: &str = "number to code of the catalogue";
pub(crate) const NAME: &str = "number to name";
pub(crate) const CLASS: &str = "number to class";
pub(crate) const DIGITS: &str = "three digits to code";

/// Numbers that name a code for both SMTP and HTTP, and a few for neither.
static NUMBERS: [u16; 16] = [502, 200, 451, 299, 421, 511, 504, 333, 422, 500, 431, 503, 426, 599, 501, 510];

static TEXTS: [&str; 16] =
    ["250", "421", "550", "2x0", "354", "452", "450", "220", "571", "551", "221", "535", "501", "235", "554", "503"];

pub(crate) fn add(cases: &mut Vec<Case>) {
    cases.push(
        Case::new(ANY, 1000)
            .peer(
                "smtp-codes",
                &NUMBERS,
                |n| WireCode::from_u16(*n),
                |n, code| known(*n, code.unwrap().known().is_some()),
            )
            .peer(
                "http",
                &NUMBERS,
                |n| http::StatusCode::from_u16(*n),
                |n, code| known(*n, code.unwrap().canonical_reason().is_some()),
            )
            .peer(
                "smtp-types",
                &NUMBERS,
                |n| smtp_types::ReplyCode::from(*n),
                |n, code| {
                    assert_eq!(u16::from(code), *n);
                    // It names fewer codes; only that the number is kept can be compared.
                    known(*n, ReplyCode::from_u16(*n).is_some())
                },
            ),
    );
    cases.push(
        Case::new(CODE, 1000)
            .peer("smtp-codes", &NUMBERS, |n| ReplyCode::from_u16(*n), |n, code| known(*n, code.is_some()))
            .peer("by hand: match", &NUMBERS, |n| by_hand(*n), |n, code| known(*n, code.is_some())),
    );
    cases.push(
        Case::new(NAME, 1000)
            .peer(
                "smtp-codes",
                &NUMBERS,
                |n| ReplyCode::from_u16(*n).map(ReplyCode::name),
                |n, name| known(*n, name.is_some()),
            )
            .peer(
                "http",
                &NUMBERS,
                |n| http::StatusCode::from_u16(*n).ok()?.canonical_reason(),
                |n, name| known(*n, name.is_some()),
            )
            .peer("by hand: match", &NUMBERS, |n| name_by_hand(*n), |n, name| known(*n, name.is_some())),
    );
    cases.push(
        Case::new(CLASS, 1000)
            .peer("smtp-codes", &NUMBERS, |n| Class::from_u16(*n).unwrap(), |_, class| class.digit().to_string())
            .peer(
                "smtp-proto",
                &NUMBERS,
                |n| smtp_proto::Response::new(*n, 0, 0, 0, "").severity(),
                |_, severity| (severity as u8).to_string(),
            )
            .peer("http", &NUMBERS, |n| http_class(*n).unwrap(), |_, class| class.to_string())
            .peer("by hand: match", &NUMBERS, |n| class_by_hand(*n).unwrap(), |_, class| class.to_string()),
    );
    cases.push(
        Case::new(DIGITS, 1000)
            .peer(
                "smtp-codes",
                &TEXTS,
                |text| WireCode::from_bytes(text.as_bytes()).ok(),
                |_, code| number(code.map(WireCode::as_u16)),
            )
            .peer(
                "http",
                &TEXTS,
                |text| http::StatusCode::from_bytes(text.as_bytes()).ok(),
                |_, code| number(code.map(|code| code.as_u16())),
            )
            .peer("by hand: parse and compare", &TEXTS, |text| parse_by_hand(text), |_, code| number(code)),
    );
}

fn known(number: u16, is_known: bool) -> String {
    format!("{number} {is_known}")
}

fn number(found: Option<u16>) -> String {
    format!("{found:?}")
}

fn http_class(number: u16) -> Option<u8> {
    let status = http::StatusCode::from_u16(number).ok()?;
    Some(if status.is_success() {
        2
    } else if status.is_redirection() {
        3
    } else if status.is_client_error() {
        4
    } else if status.is_server_error() {
        5
    } else {
        return None;
    })
}

fn class_by_hand(number: u16) -> Option<u8> {
    match number {
        200..=299 => Some(2),
        300..=399 => Some(3),
        400..=499 => Some(4),
        500..=599 => Some(5),
        _ => None,
    }
}

/// As programs do it; the sign has to be thought of.
fn parse_by_hand(text: &str) -> Option<u16> {
    if text.len() != 3 || text.starts_with('+') {
        return None;
    }
    text.parse().ok().filter(|number| (200..600).contains(number))
}

/// What somebody would write who has the list of codes: a `match` over the numbers.
macro_rules! by_hand {
    ($($number:literal)*) => {
        fn by_hand(number: u16) -> Option<ReplyCode> {
            match number {
                $($number => Some(code!($number)),)*
                _ => None,
            }
        }

        fn name_by_hand(number: u16) -> Option<&'static str> {
            match number {
                $($number => Some(const { code!($number).name() }),)*
                _ => None,
            }
        }
    };
}

by_hand! {
    200 211 214 220 221 235 250 251 252 253 334 353 354 355 420 421 422 426 430 431 432 435 441 442 446 447 449 450
    451 452 453 454 455 458 459 471 500 501 502 503 504 510 511 512 513 521 522 523 524 525 530 533 534 535 538 540
    541 542 550 551 552 553 554 555 556 571
}
