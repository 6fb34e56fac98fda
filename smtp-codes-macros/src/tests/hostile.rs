//! Files that nobody means to be a catalogue, or that an accident changed: faults, and never a panic.

use super::{errors, library, own, real};

/// They give faults or an enum.
#[test]
fn random_edits_of_the_real_catalogue_are_no_panic() {
    let Some(real) = real() else { return };
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random >> 16).unwrap_or_default() % below
    };
    // A part is enough, and keeps the test quick: the locales, the commands and the first codes.
    let part: Vec<char> = real.chars().take(24_000).collect();
    let marks: Vec<char> = "\"'[]{}=.,#\n\t \\\u{0}\u{e9}\u{202e}0259aZ-".chars().collect();
    for _ in 0..60 {
        let mut text = part.clone();
        for _ in 0..=next(6) {
            let at = next(text.len() - 40);
            match next(3) {
                0 => text[at] = marks[next(marks.len())],
                1 => drop(text.drain(at..at + next(40))),
                _ => text.insert(at, marks[next(marks.len())]),
            }
        }
        let text: String = text.into_iter().collect();
        assert!(errors(&text, &library()).len() <= 101);
    }
    for _ in 0..400 {
        let text: String = (0..next(200)).map(|_| marks[next(marks.len())]).collect();
        errors(&text, &library());
        errors(&format!("[reply.250]\n{text}"), &own());
    }
}

#[test]
fn hostile_files_are_faults_and_not_crashes() {
    for text in [
        "[".repeat(50_000),
        format!("a = {}", "[".repeat(50_000)),
        format!("a = {}", "{a=".repeat(50_000)),
        format!("[{}b]", "a.".repeat(5_000)),
        "[reply.250]\r\nvariant = \"A\rB\"\r\n".to_owned(),
        "\u{feff}[reply.250]\n".to_owned(),
        "\0\0\0".to_owned(),
        format!("[reply.{}]\n", "9".repeat(10_000)),
        "[reply.2_5]\n[reply.\"\"]\n[\"reply\".250]\nreply.x = 1\n".to_owned(),
        (0..3_000).map(|at| format!("[reply.x{at}]\n")).collect(),
    ] {
        let found = errors(&text, &own());
        assert!(!found.is_empty() && found.len() <= 101);
    }
}
