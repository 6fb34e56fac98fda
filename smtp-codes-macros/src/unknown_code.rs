//! Numbers that a generated `code!` does not know: which were meant, and what to say.

use crate::order::by_key;

/// Exactly the digits: `0214`, `2_14` and `214u16` are other spellings, which the arms refuse as well.
pub(crate) fn number(text: &str) -> Option<u16> {
    let [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'] = text.as_bytes() else { return None };
    text.parse().ok()
}

/// What is wrong with what the caller wrote, and what would be right.
pub(crate) fn complaint(text: &str, codes: &[u16]) -> String {
    if text.is_empty() {
        return "expected the number of a reply code, such as 250".to_owned();
    }
    let Some(number) = number(text) else {
        return format!("`{text}` is not the number of a reply code; write its three digits, such as 250");
    };
    if !(200..600).contains(&number) {
        return format!("`{text}` is not an SMTP reply code; they run from 200 to 599");
    }
    format!("`{text}` is not a reply code in this catalogue; {}", nearest(number, codes))
}

/// The three nearest numbers, ascending.
fn nearest(number: u16, codes: &[u16]) -> String {
    let mut near: Vec<u16> = codes.to_vec();
    by_key(&mut near, |code| usize::from(code.abs_diff(number)));
    near.truncate(3);
    by_key(&mut near, |code| usize::from(*code));
    match near[..] {
        [] => "the catalogue is empty".to_owned(),
        [one] => format!("the only one is {one}"),
        [one, other] => format!("the nearest are {one} and {other}"),
        [first, second, third, ..] => format!("the nearest are {first}, {second} and {third}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{complaint, number};

    fn message(written: &str) -> String {
        complaint(written, &[211, 214, 220, 250])
    }

    #[test]
    fn an_unknown_number_names_the_nearest() {
        assert_eq!(
            message("215"),
            "`215` is not a reply code in this catalogue; the nearest are 211, 214 and 220"
        );
        assert_eq!(message("600"), "`600` is not an SMTP reply code; they run from 200 to 599");
        assert_eq!(message("099"), "`099` is not an SMTP reply code; they run from 200 to 599");
        assert_eq!(
            complaint("215", &[250]),
            "`215` is not a reply code in this catalogue; the only one is 250"
        );
        assert!(complaint("215", &[]).ends_with("; the catalogue is empty"));
    }

    #[test]
    fn other_spellings_are_no_numbers() {
        for written in ["0214", "2_14", "214u16", "0xD6", "- 214", "x", "\"214\"", "99999999999999999999999"]
        {
            assert!(message(written).contains("write its three digits"), "{written}");
            assert_eq!(number(written), None, "{written}");
        }
        assert!(message("").contains("expected the number"));
    }
}
