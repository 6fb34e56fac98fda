//! The texts of the catalogue: none empty, none twice, each a few whole sentences.

use std::collections::{BTreeMap, BTreeSet};

use smtp_codes::{
    Command, EnhancedCode, EnhancedStatus, Provider, Reason, ReplyCode, Scope, Standing, WireCode,
    enhanced::{EnhancedClass, Subject},
};
use smtp_codes_tests::{catalogue, flat};

/// Every text with the place where it stands; a meaning that is only the description is not one.
fn texts() -> Vec<(String, &'static str)> {
    let mut list = Vec::new();
    for code in ReplyCode::ALL {
        list.push((format!("{code}: description"), code.description()));
        list.push((format!("{code}: seen when"), code.seen_when()));
        list.push((format!("{code}: remediation"), code.remediation()));
        let meanings = code.answers().iter().map(smtp_codes::Answer::meaning);
        let own: BTreeSet<_> = meanings.filter(|text| *text != code.description()).collect();
        list.extend(own.into_iter().map(|text| (format!("{code}: a meaning"), text)));
    }
    list.extend(Command::ALL.iter().map(|command| (format!("{command}"), command.description())));
    for status in EnhancedStatus::ALL {
        list.push((format!("{status}: description"), status.description()));
        list.push((format!("{status}: remediation"), status.remediation()));
        list.extend(status.note().map(|note| (format!("{status}: note"), note)));
    }
    for reason in Reason::ALL {
        list.push((format!("reason {reason}: description"), reason.description()));
        list.push((format!("reason {reason}: remediation"), reason.remediation()));
    }
    list.extend(Scope::ALL.iter().map(|scope| (format!("scope {scope}"), scope.description())));
    list.extend(Subject::ALL.iter().map(|subject| (format!("subject {subject}"), subject.description())));
    list.extend(EnhancedClass::ALL.iter().map(|class| (format!("class {class}"), class.description())));
    for provider in Provider::ALL {
        list.push((format!("provider {provider}"), provider.description()));
        for row in &catalogue().provider[provider.as_str()].meaning {
            let code = row.code.as_ref().or(row.from.as_ref());
            let meaning = match (code, &row.reply) {
                (Some(code), _) => {
                    code.parse().ok().and_then(|code: EnhancedCode| code.meaning_at(*provider))
                }
                (None, Some(reply)) => {
                    reply.parse().ok().and_then(|code: WireCode| code.meaning_at(*provider))
                }
                (None, None) => None,
            };
            // A range may begin with a code that has a row of its own.
            let meaning = meaning.filter(|meaning| flat(&row.meaning) == meaning.text());
            list.extend(meaning.map(|meaning| (format!("{provider}: {row:?}"), meaning.text())));
        }
    }
    list
}

/// A sentence ends at a full stop before a capital, a digit or a backtick.
fn sentences(text: &str) -> Vec<&str> {
    let mut list = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        if text[at + 2..]
            .starts_with(|next: char| next.is_uppercase() || next.is_ascii_digit() || next == '`')
        {
            list.push(&text[start..=at]);
            start = at + 2;
        }
    }
    list.push(&text[start..]);
    list
}

#[test]
fn no_text_and_no_sentence_stands_twice() {
    let mut seen = BTreeMap::new();
    let mut twice = Vec::new();
    for (place, text) in texts() {
        for sentence in sentences(text) {
            let key: String = sentence.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            if let Some(first) = seen.insert(key, place.clone()) {
                twice.push(format!("{first} and {place}: {sentence}"));
            }
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn each_text_is_one_to_three_whole_sentences() {
    let mut wrong = Vec::new();
    for (place, text) in texts() {
        assert!(text.ends_with('.'), "{place} does not end in a full stop");
        assert!(
            text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit() || first == '`'),
            "{place}"
        );
        let count = sentences(text).len();
        let least = if place.contains("description") || place.contains("seen") || place.contains("remed") {
            2
        } else {
            1
        };
        // "seen when" is now and then one long sentence with a colon.
        let least = if place.contains("seen") { 1 } else { least };
        if !(least..=4).contains(&count) {
            wrong.push(format!("{place} has {count} sentences"));
        }
        assert!(text.split(' ').count() >= 8, "{place} says too little");
        assert!(!text.contains("  ") && text.is_ascii(), "{place}");
        assert_eq!(text.matches('`').count() % 2, 0, "{place} has half a pair of backticks");
        for leftover in ["TODO", "FIXME", "XXX", "lorem", " ,"] {
            assert!(!text.contains(leftover), "{place}: {leftover}");
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_no_standard_defines_says_so() {
    for code in ReplyCode::ALL.iter().filter(|code| code.standing() == Standing::Unregistered) {
        let text =
            format!("{} {} {}", code.description(), code.seen_when(), code.remediation()).to_lowercase();
        assert!(text.contains("standard") || text.contains("rfc"), "{code}");
        assert!(code.answers().is_empty() && code.references().is_empty(), "{code}");
    }
}

#[test]
fn temporary_codes_are_said_to_be_temporary() {
    for code in ReplyCode::ALL.iter().filter(|code| code.class() == 4) {
        let text = format!("{} {}", code.description(), code.remediation()).to_lowercase();
        let words = [
            "again",
            "retry",
            "retries",
            "later",
            "wait",
            "queue",
            "temporary",
            "keeps",
            "stays",
            "goes by the 4",
        ];
        assert!(words.iter().any(|word| text.contains(word)), "{code}");
        assert!(!text.contains("permanent failure"), "{code}");
    }
}

#[test]
fn a_stranger_learns_from_454_what_to_do_at_each_command() {
    use smtp_codes::code;
    let meaning = |command| code!(454).answers_to(command).next().unwrap().meaning();
    assert!(meaning(Command::Auth).contains("password") && meaning(Command::Auth).contains("wait"));
    assert!(meaning(Command::StartTls).contains("TLS") && meaning(Command::StartTls).contains("next host"));
}
