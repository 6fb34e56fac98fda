//! The known word that somebody probably meant.

/// The candidate nearest to `word`, if it is near enough to be a typing error. Of two as near, the first.
pub(crate) fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let (mut limit, mut nearest) = ((word.chars().count() / 3).max(1) + 1, None);
    let word = word.to_lowercase();
    for candidate in candidates {
        let distance = distance(&word, &candidate.to_lowercase());
        if distance < limit {
            (limit, nearest) = (distance, Some(*candidate));
        }
    }
    nearest
}

/// A help: the nearest candidate if there is one, else all of them.
pub(crate) fn suggestion(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => format!("expected {}", list(candidates, '`', "or")),
    }
}

/// `a`, `b` or `c`
pub(crate) fn list(words: &[&str], quote: char, last: &str) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("{quote}{word}{quote}")).collect();
    join(&quoted, last)
}

/// a, b and c
pub(crate) fn join(words: &[String], last: &str) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. A word longer than
/// any name here counts as far away, so that a hostile file costs nothing.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    if one.len().max(other.len()) > 64 {
        return usize::MAX;
    }
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for i in 0..=one.len() {
        let mut row = Vec::new();
        for j in 0..=other.len() {
            if i == 0 || j == 0 {
                row.push(i + j);
                continue;
            }
            let replaced = rows[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 2] == other[j - 1] && other[j - 2] == one[i - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest, suggestion};

    #[test]
    fn typing_errors_are_found_and_other_words_are_not() {
        let fields = ["description", "remediation", "seen-when"];
        assert_eq!(nearest("remedation", &fields), Some("remediation"));
        assert_eq!(nearest("seen_when", &fields), Some("seen-when"));
        assert_eq!(nearest("Description", &fields), Some("description"));
        assert_eq!(nearest("colour", &fields), None);
        assert_eq!(nearest("", &fields), None);
        assert_eq!(nearest("recipent", &["recipients", "recipient"]), Some("recipient"));
        assert_eq!(nearest("dat", &["date", "data"]), Some("date"));
    }

    #[test]
    fn distances() {
        assert_eq!((distance("mail", "mail"), distance("", "rcpt"), distance("data", "date")), (0, 4, 1));
        assert_eq!((distance("amil", "mail"), distance("mial", "mail"), distance("maisl", "mails")), (1, 1, 1));
        assert_eq!((distance("rcp", "rcpt"), distance("rcpt", "rcp")), (1, 1));
        assert_eq!(distance(&"x".repeat(64), &"x".repeat(64)), 0);
        assert_eq!(distance(&"x".repeat(100_000), "x"), usize::MAX);
    }

    #[test]
    fn without_a_near_word_all_are_listed() {
        assert_eq!(suggestion("qqq", &["a1", "b2", "c3"]), "expected `a1`, `b2` or `c3`");
        assert_eq!(suggestion("eror", &["error", "success"]), "did you mean `error`?");
    }
}
