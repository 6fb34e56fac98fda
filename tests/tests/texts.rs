//! The texts of the catalogue: none empty, none twice, each a few whole sentences.

use std::collections::{BTreeMap, BTreeSet};

use smtp_codes::enhanced::{EnhancedClass, Subject};
use smtp_codes::{
    Command, EnhancedCode, EnhancedStatus, Locale, Party, Provider, Reason, Reply, ReplyCode, Scope, Standing, Step,
};
use smtp_codes_tests::{catalogue, flat};

/// Every text with its place, steps apart; a meaning that is only the description is not one.
fn texts() -> Vec<(String, &'static str)> {
    let mut list = Vec::new();
    for code in ReplyCode::ALL {
        list.push((format!("{code}: description"), code.description()));
        list.push((format!("{code}: seen when"), code.seen_when()));
        list.push((format!("{code}: remediation"), code.verdict()));
        let meanings = code.answers().iter().map(smtp_codes::Answer::meaning);
        let own: BTreeSet<_> = meanings.filter(|text| *text != code.description()).collect();
        list.extend(own.into_iter().map(|text| (format!("{code}: a meaning"), text)));
        let conditions: BTreeSet<_> = code.answers().iter().filter_map(smtp_codes::Answer::condition).collect();
        list.extend(conditions.into_iter().map(|text| (format!("{code}: a condition"), text)));
    }
    list.extend(Command::ALL.iter().map(|command| (format!("{command}"), command.description())));
    for status in EnhancedStatus::ALL {
        list.push((format!("{status}: description"), status.description()));
        list.push((format!("{status}: remediation"), status.verdict()));
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
    }
    list
}

/// What providers mean, and the steps. Both may have a sentence that another has.
fn further_texts() -> Vec<(String, String)> {
    let mut list = Vec::new();
    for (key, provider) in catalogue().provider {
        list.extend(provider.meaning.iter().map(|row| (format!("{key}: {row:?}"), flat(&row.meaning))));
    }
    let steps = |owner: String, steps: &'static [Step]| {
        steps.iter().map(move |step| (format!("{owner}: {}", step.party()), step.text().to_owned()))
    };
    list.extend(ReplyCode::ALL.iter().flat_map(|code| steps(code.to_string(), code.steps())));
    list.extend(EnhancedStatus::ALL.iter().flat_map(|status| steps(status.to_string(), status.steps())));
    list
}

fn all_texts() -> impl Iterator<Item = (String, String)> {
    texts().into_iter().map(|(place, text)| (place, text.to_owned())).chain(further_texts())
}

/// A sentence ends at a full stop, and a space and what can begin a sentence.
fn sentences(text: &str) -> Vec<&str> {
    let begins =
        |next: char| next.is_uppercase() || next.is_ascii_digit() || matches!(next, '`' | '"' | '(' | '\u{ab}');
    let mut list = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '?', ':']) {
        let end = at + 1 + text[at + 1..].len() - text[at + 1..].trim_start_matches(['"', ')', '\u{bb}']).len();
        // A colon ends one only behind the label of a party.
        let is_label = Party::ALL.iter().any(|party| text[start..at].ends_with(party.name()));
        let is_end = !text[at..].starts_with(':') || is_label;
        if is_end && text[end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(begins)) {
            list.push(&text[start..end]);
            start = end + 1;
        }
    }
    list.push(&text[start..]);
    list
}

/// The text without what is typed, what is on the wire, and what others wrote.
fn prose(text: &str) -> String {
    let outside = |text: &str, quote: char| text.split(quote).step_by(2).collect::<Vec<_>>().join("X");
    outside(&outside(text, '`'), '"')
}

#[test]
fn no_text_and_no_sentence_stands_twice() {
    let mut seen = BTreeMap::new();
    let mut twice = Vec::new();
    for (place, text) in texts() {
        for sentence in sentences(text) {
            let key: String = sentence.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            let is_label = Party::ALL.iter().any(|party| sentence == format!("{}:", party.name()));
            if let Some(first) = seen.insert(key, place.clone()).filter(|_| !is_label) {
                twice.push(format!("{first} and {place}: {sentence}"));
            }
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn each_text_is_a_few_whole_sentences() {
    for (place, text) in all_texts() {
        assert!(text.ends_with('.'), "{place} does not end in a full stop");
        let first = text.chars().next().unwrap();
        assert!(first.is_uppercase() || first.is_ascii_digit() || matches!(first, '`' | '"'), "{place}");
        assert!(!text.contains("  ") && text.is_ascii(), "{place}");
        assert_eq!(text.matches('`').count() % 2, 0, "{place} has half a pair of backticks");
        for leftover in ["TODO", "FIXME", "XXX", "lorem", " ,"] {
            assert!(!text.contains(leftover), "{place}: {leftover}");
        }
    }
    for (place, text) in texts().iter().filter(|(place, _)| place.ends_with("description")) {
        let sentences = sentences(text);
        assert!((2..=4).contains(&sentences.len()), "{place} has {} sentences", sentences.len());
        assert!(sentences[0].split(' ').count() <= 20, "{place} begins with a long sentence");
    }
}

#[test]
fn no_sentence_is_long_and_none_has_a_semicolon() {
    let mut wrong = Vec::new();
    for (place, text) in all_texts() {
        for sentence in sentences(&text).into_iter().filter(|sentence| sentence.split(' ').count() > 25) {
            wrong.push(format!("{place}: {sentence}"));
        }
        if prose(&text).contains(';') {
            wrong.push(format!("{place} has a semicolon"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Words that say less than they seem to, or that puzzle a reader whose second language is English.
#[test]
fn plain_words_are_used() {
    let banned = [
        "met",
        "whom",
        "whoever",
        "unasked",
        "anew",
        "afresh",
        "mend",
        "mended",
        "dealt with",
        "at fault",
        "to blame",
        "put off",
        "held off",
        "turned down",
        "turned away",
        "hang up",
        "hangs up",
        "thrown out",
        "in the clear",
        "for want of",
        "all the same",
        "is told",
        "mails",
        "somebody",
        "hands in",
        "e.g.",
        "i.e.",
        "etc",
        "block list",
        "blacklist",
        "grey-listing",
        "bounce back",
        "you meet",
        "it comes",
    ];
    let mut wrong = Vec::new();
    for (place, text) in all_texts() {
        let words = format!(" {} ", prose(&text).to_lowercase().replace([',', '.', ':', '(', ')', '\''], " "));
        let found = banned.iter().filter(|word| words.contains(&format!(" {} ", word.replace('.', " ").trim_end())));
        wrong.extend(found.map(|word| format!("{place}: {word}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_example_is_a_reply_with_the_codes_of_its_entry() {
    let wire = |example: &str| example.replace('\n', "\r\n") + "\r\n";
    for code in ReplyCode::ALL {
        assert!((1..=2).contains(&code.examples().len()), "{code}");
        for example in code.examples() {
            let bytes = wire(example);
            let (reply, rest) = Reply::parse(bytes.as_bytes()).unwrap_or_else(|error| panic!("{example}: {error}"));
            assert!(rest.is_empty() && reply.code() == *code, "{example}");
            assert!(reply.enhanced().is_none_or(|enhanced| enhanced.class() == code.class()), "{example}");
        }
    }
    let mut with_examples = 0;
    for status in EnhancedStatus::ALL {
        for example in status.examples() {
            let bytes = wire(example);
            let (reply, _) = Reply::parse(bytes.as_bytes()).unwrap_or_else(|error| panic!("{example}: {error}"));
            assert_eq!(reply.enhanced().and_then(EnhancedCode::status), Some(*status), "{example}");
        }
        with_examples += usize::from(!status.examples().is_empty());
    }
    assert!(with_examples > 30);
}

/// The French texts of a code, with its labels, steps and answers.
fn french() -> impl Iterator<Item = (ReplyCode, String)> {
    ReplyCode::ALL.iter().flat_map(|code| {
        let texts = code.in_locale(Locale::Fr);
        let own = [texts.name(), texts.description(), texts.seen_when(), texts.remediation()];
        let answers = texts.answers().iter().flat_map(|answer| [Some(answer.meaning()), answer.condition()]);
        own.into_iter().chain(answers.flatten()).map(|text| (*code, text.to_owned())).collect::<Vec<_>>()
    })
}

#[test]
fn french_has_its_spaces_and_apostrophes() {
    let mut wrong = Vec::new();
    for (code, text) in french() {
        // What is typed keeps its own spaces.
        let text = text.split('`').step_by(2).collect::<Vec<_>>().join("X");
        let letters: Vec<char> = text.chars().collect();
        for pair in letters.windows(2) {
            let fine = match pair {
                [before, ':'] => *before == '\u{a0}',
                [before, ';' | '!' | '?'] => *before == '\u{202f}',
                ['\u{ab}', after] => *after == '\u{a0}',
                [before, '\u{bb}'] => *before == '\u{a0}',
                [_, '\''] | ['"', _] => false,
                _ => true,
            };
            if !fine {
                wrong.push(format!("{code}: {pair:?} in {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_page_in_french_has_an_english_word() {
    // Words that are English and not French. Names of programs and of RFC terms are in the list of neither language.
    let english = [
        "the",
        "and",
        "is",
        "are",
        "was",
        "with",
        "your",
        "you",
        "this",
        "that",
        "from",
        "not",
        "but",
        "when",
        "server",
        "mailbox",
        "sender",
        "recipient",
        "retry",
        "queue's",
        "address",
        "reply",
        "message's",
        "which",
        "because",
        "after",
        "before",
        "of",
        "to",
        "in",
        "it",
        "by",
        "for",
        "or",
        "has",
        "have",
        "does",
        "did",
        "will",
        "can",
        "cannot",
        "must",
    ];
    let mut wrong = Vec::new();
    for (code, text) in french() {
        let text = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
        // Names of products.
        let text = text.replace("Exchange Server", "").replace("Messaging Server", "").to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '\u{2019}');
        wrong.extend(words.filter(|word| english.contains(word)).map(|word| format!("{code}: {word}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_no_standard_defines_says_so() {
    for code in ReplyCode::ALL.iter().filter(|code| code.standing() == Standing::Unregistered) {
        let text = format!("{} {} {}", code.description(), code.seen_when(), code.remediation()).to_lowercase();
        assert!(text.contains("standard") || text.contains("rfc"), "{code}");
        assert!(code.answers().is_empty() && code.references().is_empty(), "{code}");
    }
}

#[test]
fn temporary_codes_are_said_to_be_temporary() {
    for code in ReplyCode::ALL.iter().filter(|code| code.class() == 4) {
        let text = format!("{} {}", code.description(), code.remediation()).to_lowercase();
        let words =
            ["again", "retry", "retries", "later", "wait", "queue", "temporary", "keeps", "stays", "goes by the 4"];
        assert!(words.iter().any(|word| text.contains(word)), "{code}");
        assert!(!text.contains("permanent failure"), "{code}");
    }
}

#[test]
fn a_stranger_learns_from_454_what_to_do_at_each_command() {
    use smtp_codes::code;
    let meaning = |command| code!(454).answers_to(command).next().unwrap().meaning();
    assert!(meaning(Command::Auth).contains("password") && meaning(Command::Auth).contains("Wait"));
    assert!(meaning(Command::StartTls).contains("TLS") && meaning(Command::StartTls).contains("next host"));
}
