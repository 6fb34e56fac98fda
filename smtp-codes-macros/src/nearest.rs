//! The known word that somebody probably meant.

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
    match words {
        [] => "none".to_owned(),
        [rest @ .., last] if !rest.is_empty() => format!("`{}` and `{last}`", rest.join("`, `")),
        [one, ..] => format!("`{one}`"),
    }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. A word
/// longer than any name here counts as far away, so that a hostile file costs nothing.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().max(other.len()) > 64 {
        return usize::MAX;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut best = (rows[i][j] + usize::from(a != b)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                best = best.min(rows[i - 1][j - 1] + 1);
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
    fn slips_are_found_and_strangers_are_not() {
        let fields = ["description", "remediation", "seen-when"];
        assert_eq!(nearest("remedation", &fields), Some("remediation"));
        assert_eq!(nearest("seen_when", &fields), Some("seen-when"));
        assert_eq!(nearest("Description", &fields), Some("description"));
        assert_eq!(nearest("colour", &fields), None);
        assert_eq!(nearest("", &fields), None);
    }

    #[test]
    fn distances() {
        assert_eq!(distance("mail", "mail"), 0);
        assert_eq!(distance("mial", "mail"), 1);
        assert_eq!(distance("", "rcpt"), 4);
        assert_eq!(distance("data", "date"), 1);
        assert_eq!(distance(&"x".repeat(100_000), "x"), usize::MAX);
    }

    #[test]
    fn without_a_near_word_all_are_listed() {
        assert_eq!(suggestion("qqq", &["a1", "b2", "c3"]), "known are `a1`, `b2` and `c3`");
        assert_eq!(suggestion("eror", &["error", "success"]), "did you mean `error`?");
    }
}
