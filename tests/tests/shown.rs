//! What is shown: each type in its one form of text, as wide as asked for, and errors with what is behind them.

use std::collections::HashSet;
use std::error::Error;
use std::fmt::Display;

use smtp_codes::{
    Action, Category, Class, Closing, Command, Confidence, EnhancedCode, EnhancedStatus, Locale, Outcome,
    ParseCodeError, Provider, Reason, Reply, ReplyCode, Scope, Standing, WireCode, code,
    enhanced::{EnhancedClass, Subject},
    reply::{ScanError, WriteError},
};

/// Shows the text alone, and to the right of what fills a given width.
fn shows(what: impl Display, text: &str) {
    assert!(!text.is_empty());
    assert_eq!(what.to_string(), text);
    let wide = format!("{what:>60}");
    assert_eq!(wide.trim_start(), text);
    assert_eq!(wide.chars().count(), text.chars().count().max(60), "{text}");
}

#[test]
fn codes_show_their_name_and_meanings_their_text() {
    for code in ReplyCode::ALL {
        shows(code, &format!("{} {}", code.as_str(), code.name()));
    }
    for subject in Subject::ALL {
        shows(subject, subject.name());
    }
    for class in EnhancedClass::ALL {
        shows(class, class.name());
    }
    for status in EnhancedStatus::ALL {
        shows(status, &format!("{} {}", status.as_str(), status.name()));
    }
    let meaning = EnhancedCode::new(5, 7, 27).unwrap().meaning_at(Provider::Gmail).unwrap();
    shows(meaning, meaning.text());
}

/// The four forms of each value of a type of words agree, and no two values share a word or a name.
macro_rules! agree {
    ($($type:ident),*) => {$({
        let words: HashSet<_> = $type::ALL.iter().map(|value| value.as_str()).collect();
        let names: HashSet<_> = $type::ALL.iter().map(|value| value.name()).collect();
        assert_eq!((words.len(), names.len()), ($type::ALL.len(), $type::ALL.len()), stringify!($type));
        for value in $type::ALL {
            let word = value.as_str();
            shows(value, word);
            for text in [word.to_owned(), word.to_uppercase(), word.to_lowercase()] {
                assert_eq!(text.parse(), Ok(*value));
                assert_eq!(serde_json::from_value(text.into()).ok(), Some(*value));
            }
            assert_eq!(serde_json::to_value(value).unwrap(), word);
            let kebab = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
            assert!(word.chars().all(kebab), "{word}");
            assert!(stringify!($type) == "Command" || !word.contains(char::is_uppercase), "{word}");
            assert!(!value.name().is_empty());
        }
        for text in ["", "nothing", " ", "high ", "full"] {
            assert!(text.parse::<$type>().is_err());
            let error = serde_json::from_value::<$type>(text.into()).unwrap_err().to_string();
            assert!(error.contains("unknown name: expected "), "{error}");
        }
        let error = serde_json::from_str::<$type>("1").unwrap_err().to_string();
        assert!(error.contains(", such as "), "{error}");
    })*};
}

#[test]
fn words_are_written_and_read_in_one_form() {
    agree!(Category, Class, Closing, Command, Confidence, Locale, Outcome, Provider, Reason, Scope, Standing, Action);
}

#[test]
fn texts_that_are_debugged_are_shown() {
    let (reply, _) = Reply::parse(b"550-No such\r\n550 user\r\n").unwrap();
    assert_eq!(format!("{:?}", reply.text()), "Text(No such user)");
}

/// A report of an error and of all its causes, as programs print it.
fn report(error: &dyn Error) -> String {
    let mut report = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        report += &format!(": {error}");
        cause = error.source();
    }
    report
}

#[test]
fn a_report_of_all_causes_says_nothing_twice() {
    let unknown = "599".parse::<ReplyCode>().unwrap_err();
    assert!(matches!(unknown, ParseCodeError::Unknown(_)));
    assert_eq!(report(&unknown).matches("599").count(), 1);

    let reply = Reply::parse(b"x").unwrap_err();
    assert_eq!(report(&ScanError::Reply(reply)), reply.to_string());
    assert_eq!(report(&ScanError::Reply(reply)).matches("malformed").count(), 1);
}

#[test]
fn each_fault_of_a_writer_has_a_summary_of_its_own() {
    let enhanced = EnhancedCode::new(5, 7, 8).unwrap();
    let summaries: HashSet<_> = [
        WriteError::ClassMismatch { code: WireCode::from(code!(450)), enhanced },
        WriteError::EnhancedOnIntermediate { code: WireCode::from(code!(334)), enhanced },
        WriteError::EnhancedInText { line: 1, enhanced },
        WriteError::Control { line: 1, at: 7 },
        WriteError::NotAscii { line: 1, at: 7 },
        WriteError::Challenge { limit: 12_282 },
    ]
    .iter()
    .map(WriteError::summary)
    .collect();
    assert_eq!(summaries.len(), 6);
}
