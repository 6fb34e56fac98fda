//! The known word that somebody probably meant.

use crate::text;

/// The candidate nearest to `word`, if one is near enough to be a slip of the pen.
pub(crate) fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = distance(&word.to_lowercase(), &candidate.to_lowercase());
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How to say it: the nearest where there is one, else all of them.
pub(crate) fn suggestion(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => format!("known are {}", list(candidates)),
    }
}

/// `a`, `b` and `c`
pub(crate) fn list(words: &[&str]) -> String {
    let Some((last, rest)) = words.split_last() else { return "none".to_owned() };
    let mut output = String::new();
    for word in rest {
        text::list(&mut output, ", ", &format!("`{word}`"));
    }
    text::list(&mut output, " and ", &format!("`{last}`"));
    output
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. A word
/// longer than any name here counts as far away, so that a hostile file costs nothing.
fn distance(one: &str, other: &str) -> usize {
    let length = other.chars().count();
    if length.max(one.chars().count()) > 64 {
        return usize::MAX;
    }
    // The row being made and the two above it, with the characters before those that are compared.
    let (mut highest, mut above) = (Vec::new(), Vec::new());
    for at in 0..=length {
        above.push(at);
    }
    let mut before_a = None;
    for a in one.chars() {
        let mut row = vec![above[0] + 1];
        let mut before_b = None;
        for b in other.chars() {
            let at = row.len();
            let mut best = (above[at - 1] + usize::from(a != b)).min(above[at] + 1).min(row[at - 1] + 1);
            if before_a == Some(b) && before_b == Some(a) {
                best = best.min(highest[at - 2] + 1);
            }
            row.push(best);
            before_b = Some(b);
        }
        highest = above;
        above = row;
        before_a = Some(a);
    }
    above[length]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest, suggestion};

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let fields = ["description", "remediation", "seen-when"];
        assert_eq!(nearest("remedation", &fields), Some("remediation"));
        assert_eq!(nearest("seen_when", &fields), Some("seen-when"));
        assert_eq!(nearest("Description", &fields), Some("description"));
        assert_eq!(nearest("colour", &fields), None);
        assert_eq!(nearest("", &fields), None);
    }

    #[test]
    fn the_nearest_counts_and_the_first_of_two_as_near() {
        assert_eq!(nearest("recipent", &["recipients", "recipient"]), Some("recipient"));
        assert_eq!(nearest("recipent", &["recipient", "recipients"]), Some("recipient"));
        assert_eq!(nearest("dat", &["date", "data"]), Some("date"));
    }

    #[test]
    fn distances() {
        assert_eq!(distance("mail", "mail"), 0);
        assert_eq!(
            (distance("amil", "mail"), distance("mial", "mail"), distance("maisl", "mails")),
            (1, 1, 1)
        );
        assert_eq!(distance("", "rcpt"), 4);
        assert_eq!(distance("data", "date"), 1);
        assert_eq!((distance("rcp", "rcpt"), distance("rcpt", "rcp")), (1, 1));
        assert_eq!(distance(&"x".repeat(64), &"x".repeat(64)), 0);
        assert_eq!(distance(&"x".repeat(100_000), "x"), usize::MAX);
    }

    #[test]
    fn without_a_near_word_all_are_listed() {
        assert_eq!(suggestion("qqq", &["a1", "b2", "c3"]), "known are `a1`, `b2` and `c3`");
        assert_eq!(suggestion("eror", &["error", "success"]), "did you mean `error`?");
    }
}
