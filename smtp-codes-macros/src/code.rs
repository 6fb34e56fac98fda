//! Codes as people and servers write them: `250`, `5.1.1`.

use std::fmt;

/// An enhanced code: class, subject, detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Enhanced {
    pub(crate) class: u8,
    pub(crate) subject: u16,
    pub(crate) detail: u16,
}

/// Exactly three digits. `0214`, `2_14` and `214u16` are other spellings, which the arms refuse as well.
pub(crate) fn number(text: &str) -> Option<u16> {
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| text.parse().ok()).flatten()
}

impl Enhanced {
    /// Class 2, 4 or 5, and two numbers of one to three digits without leading zeros.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (class, parts) = text.split_once('.')?;
        let (subject, detail) = Self::parts(parts)?;
        Some(Self { class: class_digit(class)?, subject, detail })
    }

    /// The subject and the detail of `1.1`.
    pub(crate) fn parts(text: &str) -> Option<(u16, u16)> {
        let (subject, detail) = text.split_once('.')?;
        Some((part(subject)?, part(detail)?))
    }

    /// Class, subject and detail in one number, which orders as they do and is above all reply codes.
    pub(crate) fn key(self) -> u32 {
        u32::from(self.class) * 1_000_000 + u32::from(self.subject) * 1_000 + u32::from(self.detail)
    }
}

impl fmt::Display for Enhanced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

pub(crate) fn class_digit(text: &str) -> Option<u8> {
    matches!(text, "2" | "4" | "5").then(|| text.parse().ok())?
}

/// A number of one to three digits without leading zeros.
pub(crate) fn part(text: &str) -> Option<u16> {
    let is_part = matches!(text.len(), 1..=3)
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    is_part.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::{Enhanced, number};

    #[test]
    fn other_spellings_are_not_codes() {
        assert_eq!((number("214"), number("099")), (Some(214), Some(99)));
        for written in ["0214", "2_14", "214u16", "0xD6", "- 214", "+21", "x", "\"214\"", "99999999999999999999999", ""]
        {
            assert_eq!(number(written), None, "{written}");
        }
        assert_eq!(Enhanced::parse("5.7.606").unwrap().to_string(), "5.7.606");
        for written in ["", "5", "5.1", "3.1.1", "5.01.1", "5.1.1000", "5.+1.1", "5.1.1.1", " 5.1.1"] {
            assert_eq!(Enhanced::parse(written), None, "{written}");
        }
    }
}
