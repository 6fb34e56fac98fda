//! What `reply!` writes, and what it refuses: the same rules that the library's `ReplyWriter` has at run time,
//! and that both codes are known.

use crate::catalogue::Enhanced;
use crate::unknown_code::{complaint, number};

/// The octets of the longest line, its end included (RFC 5321 section 4.5.3.1.5), and of the challenge of a
/// 334 (RFC 4954 section 4).
const LINE: usize = 512;
const CHALLENGE_LINE: usize = 12_288;

/// The number of a reply code, or why it is none.
pub(crate) fn code(written: &str, known: &str) -> Result<u16, String> {
    let mut codes = Vec::new();
    for word in known.split(' ') {
        if let Some(code) = number(word) {
            codes.push(code);
        }
    }
    match number(written) {
        Some(number) if codes.contains(&number) => Ok(number),
        _ => Err(complaint(written, &codes)),
    }
}

/// An enhanced code that may go with the reply code, or why it may not. `known` has the registry's as
/// `1.1 1.2`.
pub(crate) fn enhanced(written: &str, code: u16, known: &str) -> Result<Enhanced, String> {
    // First, so that nobody is shown how to write what is refused then.
    if code / 100 == 3 {
        return Err(format!(
            "a {code} reply carries no enhanced code (RFC 2034 section 4); leave {written} out"
        ));
    }
    let Some(enhanced) = Enhanced::parse(written) else {
        return Err(format!(
            "`{written}` is not an enhanced status code; write class, subject and detail with dots between, \
             such as {}.0.0",
            code / 100
        ));
    };
    let (class, Enhanced { subject, detail, .. }) = (code / 100, enhanced);
    if !is_known(known, subject, detail) {
        return Err(format!(
            "`{written}` is not a registered enhanced status code; {}",
            near(known, enhanced)
        ));
    }
    if u16::from(enhanced.class) != class {
        return Err(format!(
            "the class of {written} is not that of {code} (RFC 2034 section 4); \
             write {class}.{subject}.{detail}, or a reply code of {}yz",
            enhanced.class
        ));
    }
    Ok(enhanced)
}

fn is_known(known: &str, subject: u16, detail: u16) -> bool {
    let wanted = format!("{subject}.{detail}");
    known.split(' ').any(|word| word == wanted)
}

/// What the registry has near a code: the end of its subject's list, or that there is no such subject.
fn near(known: &str, code: Enhanced) -> String {
    let Enhanced { class, subject, detail } = code;
    let mut last = None;
    for other in 0..1_000 {
        if is_known(known, subject, other) && (last.is_none() || other < detail) {
            last = Some(other);
        }
    }
    match last {
        Some(last) => format!("the nearest is {class}.{subject}.{last}"),
        None => format!("no code has the subject {subject}: they run from 0 to 7"),
    }
}

/// Why a text cannot be a line of the reply, if it cannot.
pub(crate) fn fault(text: &str, code: u16, enhanced: Option<Enhanced>) -> Option<String> {
    for (at, character) in text.char_indices() {
        if matches!(character, '\r' | '\n') {
            return Some(format!(
                "octet {at} of the text is a line break; give each line as a text of its own"
            ));
        }
        if character.is_control() && character != '\t' {
            return Some(format!("octet {at} of the text is a control character; leave it out"));
        }
        if !character.is_ascii() {
            return Some(format!(
                "octet {at} of the text is not ASCII; a reply is ASCII unless the client asked for SMTPUTF8: \
                 use `ReplyWriter::utf8` there"
            ));
        }
    }
    let first = first_word(text);
    if enhanced.is_none() && Enhanced::parse(first).is_some() {
        if code / 100 == 3 {
            return Some(format!(
                "the text begins with {first}, and a 3yz reply has no enhanced code (RFC 2034 section 4); \
                 leave it out"
            ));
        }
        return Some(format!(
            "the text begins with {first}, which clients read as the enhanced code; \
             write it without quotes behind the reply code"
        ));
    }
    let before = enhanced.map_or(4, |enhanced| 5 + enhanced.to_string().len());
    let (length, limit) = (before + text.len() + 2, if code == 334 { CHALLENGE_LINE } else { LINE });
    if length <= limit {
        return None;
    }
    Some(format!(
        "the line has {length} octets, {limit} is the most (RFC 5321 section 4.5.3.1.5); \
         shorten it, or split it into two texts"
    ))
}

/// What stands between the first blanks, which are spaces and tabs.
fn first_word(text: &str) -> &str {
    let mut start = 0;
    let mut end = 0;
    for byte in text.bytes() {
        if !matches!(byte, b' ' | b'\t') {
            end += 1;
        } else if start == end {
            end += 1;
            start = end;
        } else {
            break;
        }
    }
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{code, enhanced, fault};

    const KNOWN: &str = "0.0 1.0 1.1 7.0 7.1 7.25";

    #[test]
    fn codes_have_to_be_known() {
        assert_eq!(code("250", "214 250"), Ok(250));
        assert!(
            code("251", "214 250").unwrap_err().starts_with("`251` is not a reply code in this catalogue")
        );
        assert!(code("0250", "214 250").unwrap_err().contains("write its three digits"));
    }

    #[test]
    fn enhanced_codes_have_to_be_known_and_to_agree() {
        let message = |written, code| enhanced(written, code, KNOWN).unwrap_err();
        assert_eq!(enhanced("5.7.25", 550, KNOWN).unwrap().to_string(), "5.7.25");
        assert_eq!(
            message("5.7.25", 450),
            "the class of 5.7.25 is not that of 450 (RFC 2034 section 4); write 4.7.25, or a reply code of 5yz"
        );
        assert_eq!(
            message("5.7.1", 334),
            "a 334 reply carries no enhanced code (RFC 2034 section 4); leave 5.7.1 out"
        );
        assert_eq!(
            message("3.0.0", 354),
            "a 354 reply carries no enhanced code (RFC 2034 section 4); leave 3.0.0 out"
        );
        assert_eq!(
            message("4.99.3", 455),
            "`4.99.3` is not a registered enhanced status code; no code has the subject 99: they run from 0 to 7"
        );
        assert_eq!(
            message("5.7.606", 550),
            "`5.7.606` is not a registered enhanced status code; the nearest is 5.7.25"
        );
        assert!(message("5.7", 550).ends_with("such as 5.0.0"));
    }

    #[test]
    fn texts_have_to_fit_on_a_line() {
        let of = |text: &str| fault(text, 550, None);
        assert_eq!(of("No such user\there"), None);
        assert!(of("a\r\nb").unwrap().starts_with("octet 1 of the text is a line break"));
        assert!(of("a\u{7}").unwrap().starts_with("octet 1 of the text is a control character"));
        assert!(of("é").unwrap().contains("`ReplyWriter::utf8`"));
        assert!(of(" 5.1.1 No such user").unwrap().starts_with("the text begins with 5.1.1"));
        assert!(fault("5.7.8 x", 334, None).unwrap().contains("a 3yz reply has no enhanced code"));
        assert_eq!(fault("NS43Ljg=", 334, None), None);
        let unknown = enhanced("5.1.1", 550, KNOWN).ok();
        assert_eq!(fault("5.1.1 x", 550, unknown), None);
        // 550, a space and the line's end are six octets; an enhanced code is six more.
        assert_eq!(of(&"x".repeat(506)), None);
        assert!(of(&"x".repeat(507)).unwrap().starts_with("the line has 513 octets"));
        assert_eq!(fault(&"x".repeat(500), 550, unknown), None);
        assert!(fault(&"x".repeat(501), 550, unknown).is_some());
        assert_eq!(fault(&"x".repeat(12_282), 334, None), None);
        assert!(fault(&"x".repeat(12_283), 334, None).is_some());
    }
}
