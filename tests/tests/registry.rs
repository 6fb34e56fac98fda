//! The enhanced status codes, compared with the file as serde reads it and with the registry's facts.

use smtp_codes::{
    Class, EnhancedCode, EnhancedStatus, Reference, ReplyCode,
    enhanced::{EnhancedClass, Subject},
};
use smtp_codes_tests::{catalogue, facts, flat};

fn texts(references: &[Reference]) -> Vec<String> {
    references.iter().map(ToString::to_string).collect()
}

fn digits(classes: &[Class]) -> Vec<String> {
    classes.iter().map(|class| class.digit().to_string()).collect()
}

fn numbers(codes: &[ReplyCode]) -> Vec<&'static str> {
    codes.iter().map(|code| code.as_str()).collect()
}

#[test]
fn every_field_of_every_enhanced_code_is_as_in_the_file() {
    let file = catalogue().enhanced;
    assert_eq!(EnhancedStatus::ALL.len(), file.len());
    for status in EnhancedStatus::ALL {
        let entry = &file[status.as_str()];
        assert_eq!(format!("{status:?}"), entry.variant);
        assert_eq!(status.name(), flat(&entry.name), "{status}");
        assert_eq!(status.description(), flat(&entry.description), "{status}");
        assert_eq!(status.verdict(), flat(&entry.remediation), "{status}");
        assert_eq!(status.steps().len(), entry.steps.len(), "{status}");
        assert!(status.steps().iter().all(|step| step.text() == flat(&entry.steps[step.party().as_str()])));
        assert_eq!(status.examples(), entry.examples, "{status}");
        assert_eq!(status.note(), entry.note.as_deref().map(flat).as_deref(), "{status}");
        assert_eq!(digits(status.classes()), entry.classes, "{status}");
        assert_eq!(numbers(status.replies()), entry.replies, "{status}");
        assert_eq!(digits(status.any_reply_of()), entry.any_reply, "{status}");
        assert_eq!(texts(status.references()), entry.references, "{status}");
    }
}

#[test]
fn the_registry_is_complete_and_says_what_iana_says() {
    let rows = facts("enhanced-status-codes.csv");
    assert_eq!(rows.len(), 81);
    let made: Vec<_> = EnhancedStatus::ALL.iter().map(|status| status.as_str()).collect();
    let wanted: Vec<_> = rows.iter().map(|row| row[0].as_str()).collect();
    let missing: Vec<_> = wanted.iter().filter(|code| !made.contains(code)).collect();
    assert!(missing.is_empty(), "the catalogue lacks {missing:?}");
    assert_eq!(made, wanted, "in the order of their numbers");
    let mut wrong = Vec::new();
    for row in &rows {
        let status: EnhancedStatus = row[0].parse().unwrap();
        let mut check = |what: &str, made: String, wanted: &str| {
            if made != wanted {
                wrong.push(format!("{status}: {what} {made:?}, the registry has {wanted:?}"));
            }
        };
        check("classes", digits(status.classes()).join("|"), &row[1]);
        check("replies", numbers(status.replies()).join("|"), &row[2]);
        check("any reply of", digits(status.any_reply_of()).join("|"), &row[3]);
        check("references", texts(status.references()).join(";"), &row[4]);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn reply_codes_and_enhanced_codes_name_each_other() {
    for code in ReplyCode::ALL {
        for enhanced in code.enhanced() {
            let status = enhanced.status().unwrap_or_else(|| panic!("{code}: {enhanced} is not registered"));
            let any = status.any_reply_of().contains(&code.class());
            assert!(any || status.replies().contains(code), "{status} does not name {code}");
        }
    }
    for status in EnhancedStatus::ALL {
        for code in status.replies() {
            let enhanced = status.with_class(code.class()).unwrap();
            assert!(code.enhanced().contains(&enhanced), "{code} does not name {enhanced}");
        }
    }
}

#[test]
fn every_code_is_found_by_its_numbers_and_no_other_is() {
    let mut found = Vec::new();
    for subject in 0..=999 {
        for detail in 0..=999 {
            found.extend(EnhancedStatus::from_parts(subject, detail).map(|status| (status, subject, detail)));
        }
    }
    assert_eq!(found.len(), EnhancedStatus::ALL.len());
    for (status, subject, detail) in found {
        assert_eq!((status.subject(), status.detail()), (subject, detail));
        assert_eq!(status.as_str(), format!("X.{subject}.{detail}"));
        assert_eq!(status.as_str().parse(), Ok(status));
        assert_eq!(format!("5.{subject}.{detail}").parse(), Ok(status));
        for class in [2, 4, 5] {
            assert_eq!(EnhancedCode::new(class, subject, detail).unwrap().status(), Some(status));
        }
        assert!(Subject::from_u16(subject).is_some());
    }
    assert_eq!(EnhancedStatus::from_parts(u16::MAX, u16::MAX), None);
    for wrong in ["", "X", "X.", "X.1", "X.1.", "X.1.1.1", "X.01.1", "X.1.+1", "Y.1.1", "3.1.1", "X.9.9", "5.9.9"] {
        assert!(wrong.parse::<EnhancedStatus>().is_err(), "{wrong}");
    }
}

#[test]
fn subjects_and_classes_are_as_in_the_file() {
    let file = catalogue();
    assert_eq!(Subject::ALL.len(), file.subject.len());
    for subject in Subject::ALL {
        let entry = &file.subject[&subject.number().to_string()];
        assert_eq!(format!("{subject:?}"), entry.variant);
        assert_eq!(subject.name(), flat(&entry.name));
        assert_eq!(subject.description(), flat(&entry.description));
        assert_eq!(texts(subject.references()), entry.references);
        assert_eq!(Subject::from_u16(subject.number()), Some(*subject));
    }
    assert!(Subject::ALL.iter().map(|subject| subject.number()).eq(0..8));
    assert_eq!(EnhancedClass::ALL.len(), file.class.len());
    for class in EnhancedClass::ALL {
        let entry = &file.class[&class.digit().to_string()];
        assert_eq!(format!("{class:?}"), entry.variant);
        assert_eq!(class.name(), flat(&entry.name));
        assert_eq!(class.description(), flat(&entry.description));
        assert_eq!(texts(class.references()), entry.references);
    }
    let classes = Class::ALL.iter().map(|class| EnhancedClass::from_class(*class).is_some());
    assert!(classes.eq([true, false, true, true]));
}
