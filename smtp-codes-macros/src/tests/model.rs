//! What a catalogue is read as: orders, labels, ranges; and faults at the edge of what is allowed.

use super::registry::REGISTRY;
use super::{checked, code, errors, library, own, real};
use crate::call::Call;
use crate::catalogue::{Catalogue, Piece};

fn model(text: &str, call: &Call) -> Catalogue {
    checked(text, call).0
}

#[test]
fn answers_stand_in_the_order_of_the_commands_and_rules_behind_them() {
    let rules = "[[reply.550.rule]]\noutcome = \"error\"\nwhen = \"W.\"\n\
                 [[reply.550.rule]]\noutcome = \"error\"\nwhen = \"V.\"\nexcept = [\"MAIL\"]\n";
    let text = code("550", "A", "answers = { DATA = \"error\", MAIL = \"error\" }") + rules;
    assert_eq!(errors(&text, &own()), Vec::<String>::new());
    let catalogue = model(&text, &own());
    let answers = catalogue.replies[0].answers.iter();
    let rows: Vec<_> = answers
        .map(|answer| format!("{} {:?}", answer.command.key, answer.rule.as_ref().map(|rule| &rule.condition)))
        .collect();
    assert_eq!(
        rows,
        [
            "MAIL None",
            "MAIL Some(\"W.\")",
            "RCPT Some(\"W.\")",
            "RCPT Some(\"V.\")",
            "DATA None",
            "DATA Some(\"W.\")",
            "DATA Some(\"V.\")"
        ]
    );
}

#[test]
fn a_label_is_cut_at_its_places_and_has_no_empty_stretch() {
    let Some(real) = real() else { return };
    let catalogue = model(&real, &library());
    let tags: Vec<_> = catalogue.locales.iter().map(|locale| locale.tag.as_str()).collect();
    assert!(tags.starts_with(&["en", "fr"]), "{tags:?}");
    let pieces = || catalogue.locales.iter().flat_map(|locale| &locale.frames.labels).flatten();
    assert!(pieces().all(|piece| *piece != Piece::Text(String::new())));
    assert!(pieces().any(|piece| *piece == Piece::Text(" vs ".to_owned())));
}

#[test]
fn the_registry_is_read_in_ascending_order() {
    let Some(real) = real() else { return };
    let catalogue = model(&real, &library());
    let numbers: Vec<_> = catalogue.statuses.iter().map(|status| (status.subject, status.detail)).collect();
    assert!(numbers.len() > 70 && numbers.is_sorted());
    for (subject, detail) in numbers {
        let found = catalogue.status(subject, detail).unwrap();
        assert_eq!((found.subject, found.detail), (subject, detail));
    }
}

#[test]
fn classes_and_subjects_stand_in_order_whatever_the_order_of_their_tables() {
    let Some(mut text) = real() else { return };
    for (one, other) in [("[class.2]", "[class.5]"), ("[subject.1]", "[subject.7]")] {
        assert!(text.contains(one) && text.contains(other));
        text = text.replacen(one, "[swap]", 1).replacen(other, one, 1).replacen("[swap]", other, 1);
    }
    let catalogue = model(&text, &library());
    for topics in [&catalogue.classes, &catalogue.subjects] {
        let keys: Vec<_> = topics.iter().map(|topic| topic.key.as_str()).collect();
        assert!(keys.len() > 2 && keys.is_sorted(), "{keys:?}");
    }
}

#[test]
fn the_narrowest_range_of_a_provider_stands_first() {
    let rows = "[[provider.some.meaning]]\nfrom = \"4.7.500\"\nto = \"4.7.699\"\nmeaning = \"M.\"\nsource = \"S.\"\n\
                [[provider.some.meaning]]\nfrom = \"5.7.3\"\nto = \"5.7.9\"\nmeaning = \"M.\"\nsource = \"S.\"\n";
    let text = REGISTRY.replacen("[[provider.some.meaning]]\n", &format!("{rows}[[provider.some.meaning]]\n"), 1);
    assert_eq!(errors(&text, &library()), Vec::<String>::new());
    let meanings = &model(&text, &library()).providers[0].meanings;
    let codes: Vec<_> = meanings.iter().map(|meaning| meaning.codes).collect();
    assert_eq!(codes, [(5_001_001, 5_001_001), (5_007_003, 5_007_009), (4_007_500, 4_007_699)]);
    let one = text.replacen("to = \"5.7.9\"", "to = \"5.7.3\"", 1);
    assert!(errors(&one, &library())[0].starts_with("5.7.3 to 5.7.3 is not a range"));
}

#[test]
fn a_code_with_an_error_is_still_a_code() {
    for key in ["name", "description", "seen-when", "remediation"] {
        let text = code("250", "A", "").replace(&format!("{key} = "), &format!("{key} = 1 #")) + &code("251", "A", "");
        let found = errors(&text, &own());
        assert_eq!(found.len(), 2, "{found:#?}");
        assert!(found[0].starts_with(&format!("`{key}` must be a string")), "{}", found[0]);
        assert!(found[1].starts_with("the variant `A` is used by 250 and 251"), "{}", found[1]);
        let replies = model(&text, &own()).replies;
        let variants: Vec<_> = replies.iter().map(|reply| (reply.number, reply.variant())).collect();
        assert_eq!(variants, [(250, "A".to_owned()), (251, "Code251".to_owned())]);
    }
}

#[test]
fn a_heading_that_is_no_table_is_shown_an_example() {
    for (heading, example) in [
        ("command", "[command.MAIL]"),
        ("locale", "[locale.fr]"),
        ("class", "[class.5]"),
        ("subject", "[subject.1]"),
        ("enhanced", "[enhanced.\"X.1.1\"]"),
        ("scope", "[scope.recipient]"),
        ("reason", "[reason.mailbox-full]"),
        ("provider", "[provider.gmail]"),
        ("reply", "[reply.250]"),
    ] {
        let found = errors(&format!("{heading} = 1\n"), &library());
        assert!(found.iter().any(|fault| fault.contains(&format!("such as {example}"))), "{found:#?}");
    }
}

#[test]
fn keys_of_the_wrong_shape_are_told_what_is_right() {
    for (table, help) in [
        ("[command.mail]", "write the command in uppercase"),
        ("[command.\"\"]", "write the command in uppercase"),
        ("[locale.FR]", "write its ISO 639 code in lowercase"),
        ("[locale.\"\"]", "write its ISO 639 code in lowercase"),
        ("[class.7]", "the classes are 2, 4 and 5"),
        ("[subject.x]", "a subject is a number up to 999"),
        ("[scope.A]", "such as [scope.recipient-domain]"),
        ("[reason.A]", "such as [reason.mailbox-full]"),
        ("[provider.A]", "such as [provider.amazon-ses]"),
    ] {
        let found = errors(&format!("{table}\n"), &library());
        assert!(found.iter().any(|fault| fault.contains(help)), "{table}: {found:#?}");
    }
}

#[test]
fn places_and_events_are_told_what_is_known() {
    let Some(real) = real() else { return };
    let check = |from: &str, to: &str, says: &str| {
        let edited = real.replacen(from, to, 1);
        assert!(edited != real, "{from}");
        let found = errors(&edited, &library());
        assert!(found[0].contains(says), "{found:#?}");
    };
    check("{first-title}", "{first-titel}", "`first-` or `second-` with one of");
    check("\"Key differences\"", "\"{x}\"", "write this label without braces: it is words only");
    check("[locale.en.events]", "[locale.en.event]", "locale en has no `events`");
}

#[test]
fn a_fault_is_told_once_and_long_words_are_cut_at_forty() {
    // A number that is no code does not stand out of order as well.
    assert_eq!(errors(&(code("250", "A", "") + &code("199", "B", "")), &own()).len(), 1);
    for length in [1, 40, 41, 42, 80] {
        let word = "w".repeat(length);
        let shown = if length > 40 { format!("{}...", "w".repeat(40)) } else { word.clone() };
        let found = errors(&code("250", "A", &format!("{word} = 1")), &own());
        assert!(found[0].starts_with(&format!("unknown field `{shown}` in reply 250")), "{}", found[0]);
    }
}
