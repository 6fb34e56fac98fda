//! What is shown: each type by its name, as wide as asked for, and errors with what is behind them.

use std::collections::HashSet;
use std::error::Error;
use std::fmt::Display;

use smtp_codes::{
    Category, Class, Confidence, EnhancedCode, EnhancedStatus, Outcome, ParseCodeError, Provider, Reason,
    Reply, ReplyCode, Scope, WireCode, code,
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
fn each_type_shows_its_name() {
    for outcome in [Outcome::Success, Outcome::Intermediate, Outcome::Error] {
        shows(outcome, outcome.name());
    }
    for confidence in [Confidence::High, Confidence::Medium, Confidence::Low] {
        shows(confidence, confidence.name());
    }
    for code in ReplyCode::ALL {
        shows(code.category(), code.category().name());
        shows(code.class(), code.class().name());
        shows(code.standing(), code.standing().name());
        shows(code, &format!("{} {}", code.as_str(), code.name()));
    }
    for scope in Scope::ALL {
        shows(scope, scope.name());
    }
    for reason in Reason::ALL {
        shows(reason, reason.name());
    }
    for provider in Provider::ALL {
        shows(provider, provider.name());
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

#[test]
fn no_two_classes_or_categories_have_one_name() {
    let classes: HashSet<_> = (2..=5).filter_map(Class::from_digit).map(Class::name).collect();
    assert_eq!(classes.len(), 4);
    let categories: HashSet<_> = (200..=250)
        .step_by(10)
        .map(|number| Category::name(WireCode::from_u16(number).unwrap().category()))
        .collect();
    assert_eq!(categories.len(), 5);
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
