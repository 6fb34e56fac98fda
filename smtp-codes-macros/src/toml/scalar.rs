//! Words without quotes: true and false, numbers, dates and times.

use super::table::Kind;

/// What the word is, if it is a value.
pub(super) fn scalar(word: &[u8]) -> Option<Kind<'static>> {
    if word == b"true" {
        return Some(Kind::Flag(true));
    }
    if word == b"false" {
        return Some(Kind::Flag(false));
    }
    if word.get(4) == Some(&b'-') && date(word)
        || word.get(2) == Some(&b':') && time(word, 0) == Some(word.len())
    {
        return Some(Kind::Date);
    }
    if word.first() == Some(&b'0') {
        let radix = match word.get(1) {
            Some(b'x') => 16,
            Some(b'o') => 8,
            Some(b'b') => 2,
            _ => 0,
        };
        if radix > 0 {
            return if digits(word, 2, radix)? == word.len() { Some(Kind::Number) } else { None };
        }
    }
    number(word)
}

/// A number of base ten, with a point or without.
fn number(word: &[u8]) -> Option<Kind<'static>> {
    let mut at = usize::from(matches!(word.first(), Some(b'+' | b'-')));
    let rest = word.get(at..)?;
    if rest == b"inf" || rest == b"nan" {
        return Some(Kind::Float);
    }
    let start = at;
    at = digits(word, at, 10)?;
    if at > start + 1 && word.get(start) == Some(&b'0') {
        return None;
    }
    if at == word.len() {
        return Some(Kind::Number);
    }
    if word.get(at) == Some(&b'.') {
        at = digits(word, at + 1, 10)?;
    }
    if matches!(word.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(word.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        at = digits(word, at, 10)?;
    }
    if at == word.len() { Some(Kind::Float) } else { None }
}

/// Where the digits from `at` on end: one at least, with single underscores between them.
fn digits(word: &[u8], mut at: usize, radix: u32) -> Option<usize> {
    let mut after_digit = false;
    while let Some(byte) = word.get(at) {
        if char::from(*byte).is_digit(radix) {
            after_digit = true;
        } else if *byte == b'_' && after_digit {
            after_digit = false;
        } else {
            break;
        }
        at += 1;
    }
    if after_digit { Some(at) } else { None }
}

/// Whether the word is a date, which a time may follow.
fn date(word: &[u8]) -> bool {
    let (Some(century), Some(year)) = (two(word, 0), two(word, 2)) else { return false };
    let (Some(month), Some(day)) = (two(word, 5), two(word, 8)) else { return false };
    let year = 100 * century + year;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    if word.get(7) != Some(&b'-') || day < 1 || day > days {
        return false;
    }
    if word.len() == 10 {
        return true;
    }
    let Some(end) = time(word, 11) else { return false };
    matches!(word.get(10), Some(b'T' | b't' | b' ')) && offset(word.get(end..).unwrap_or_default())
}

/// Where the time of day ends that begins at `at`.
fn time(word: &[u8], mut at: usize) -> Option<usize> {
    clock(word, at)?;
    at += 5;
    if word.get(at) != Some(&b':') {
        return Some(at);
    }
    if two(word, at + 1)? > 60 {
        return None;
    }
    at += 3;
    if word.get(at) == Some(&b'.') {
        at += 1;
        let start = at;
        while matches!(word.get(at), Some(b'0'..=b'9')) {
            at += 1;
        }
        if at == start {
            return None;
        }
    }
    Some(at)
}

/// Nothing, `Z`, or a distance from it in hours and minutes.
fn offset(word: &[u8]) -> bool {
    match word {
        [] | [b'Z' | b'z'] => true,
        [b'+' | b'-', clock_time @ ..] => clock_time.len() == 5 && clock(clock_time, 0).is_some(),
        _ => false,
    }
}

/// Hours and minutes.
fn clock(word: &[u8], at: usize) -> Option<()> {
    let fine = two(word, at)? < 24 && word.get(at + 2) == Some(&b':') && two(word, at + 3)? < 60;
    if fine { Some(()) } else { None }
}

/// The number that two digits are.
fn two(word: &[u8], at: usize) -> Option<u16> {
    match (word.get(at)?, word.get(at + 1)?) {
        (tens @ b'0'..=b'9', ones @ b'0'..=b'9') => {
            Some(u16::from(tens - b'0') * 10 + u16::from(ones - b'0'))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::scalar;
    use crate::toml::Kind;

    #[test]
    fn words_that_are_values() {
        for word in ["0", "+0", "-17", "1_000", "0xDead_beef", "0o755", "0b1_0"] {
            assert!(matches!(scalar(word.as_bytes()), Some(Kind::Number)), "{word}");
        }
        for word in ["1.5", "-0.0", "1e6", "6.26e-3_4", "+inf", "-nan", "nan"] {
            assert!(matches!(scalar(word.as_bytes()), Some(Kind::Float)), "{word}");
        }
        let times =
            ["2000-02-29", "2024-12-31T23:59:60.999Z", "2024-01-01 00:00", "2024-01-01t00:00:00-08:30"];
        for word in times.into_iter().chain(["07:32", "23:59:59.5"]) {
            assert!(matches!(scalar(word.as_bytes()), Some(Kind::Date)), "{word}");
        }
    }

    #[test]
    fn words_that_are_none() {
        for word in [
            "", "+", "_", "tru", "True", "01", "0_1", "1_", "1__0", "_1", "0x", "0x_1", "+0x1", "0XA", "0o8",
            "0b2", "1.", ".5", "1.e5", "1e", "1_.5", "1._5", "--1", "inf_", "1979", "é",
        ] {
            assert!(word == "1979" || scalar(word.as_bytes()).is_none(), "{word}");
        }
        for word in [
            "1900-02-29",
            "2024-13-01",
            "2024-04-31",
            "2024-00-01",
            "2024-1-01",
            "2024-01-01T",
            "2024-01-01T24:00",
            "2024-01-01T00:00:00.",
            "2024-01-01T00:00+24:00",
            "24:00",
            "00:60",
            "00:00:61",
            "00:00Z",
            "0:00",
        ] {
            assert!(scalar(word.as_bytes()).is_none(), "{word}");
        }
    }

    #[test]
    fn leap_years_have_a_day_more() {
        for (year, leap) in
            [(1904, true), (2000, true), (2024, true), (1900, false), (1901, false), (2023, false)]
        {
            let (_, errors) = crate::toml::parse(&format!("a = {year}-02-29"));
            assert_eq!(errors.is_empty(), leap, "{year}");
        }
    }
}
