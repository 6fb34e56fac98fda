//! The comparison of every two codes, in every language.

use smtp_codes::{Comparison, Locale, ReplyCode, code, comparison::Block};

fn pairs() -> impl Iterator<Item = (ReplyCode, ReplyCode, Locale, Comparison)> {
    ReplyCode::ALL.iter().flat_map(|one| {
        ReplyCode::ALL.iter().flat_map(move |other| {
            Locale::ALL
                .iter()
                .map(move |locale| (*one, *other, *locale, one.compare(*other).in_locale(*locale)))
        })
    })
}

#[test]
fn the_lower_code_comes_first_whichever_way_they_are_given() {
    for (one, other, locale, page) in pairs() {
        assert_eq!(page, other.compare(one).in_locale(locale));
        assert!(page.title().to_string().starts_with(&format!("SMTP {}", one.min(other).as_str())));
        assert_eq!(page.is_same_code(), one == other);
        assert_eq!(page.is_same_class(), one.class() == other.class());
    }
}

#[test]
fn every_page_has_the_texts_of_both_codes_and_its_parts() {
    for (one, other, _, page) in pairs() {
        let text = page.to_string();
        for code in [one, other] {
            for part in [code.description(), code.seen_when(), code.remediation(), code.name()] {
                assert!(text.contains(part), "{one} and {other}: {part}");
            }
        }
        for part in page.differences().chain(page.guidance()).chain([page.title(), page.summary()]) {
            let part = part.to_string();
            assert!(text.contains(&part) && !part.contains(['{', '}']) && part.len() > 8, "{part}");
        }
        let differences = if one == other { 0 } else { 2 + usize::from(one.class() != other.class()) };
        assert_eq!(page.differences().count(), differences);
        assert_eq!(page.differences().to_string().lines().count(), differences);
    }
}

#[test]
fn the_first_page_is_the_one_that_the_project_began_with() {
    let page = code!(250).compare(code!(214));
    assert_eq!(page.title().to_string(), "SMTP 214 Help Message vs 250 OK");
    assert!(page.summary().to_string().starts_with("Both 214 and 250 belong to 2xx Positive Completion."));
    let outline: Vec<String> = page
        .blocks()
        .filter_map(|block| match block {
            Block::Title(text) | Block::Heading(text) | Block::Label(text) => Some(text.to_string()),
            Block::Paragraph(_) | Block::Item(_) => None,
        })
        .collect();
    let labels = ["Description", "When you see it", "How to fix it"];
    let mut expected = vec!["SMTP 214 Help Message vs 250 OK", "214 Help message"];
    expected.extend(labels);
    expected.push("250 OK");
    expected.extend(labels);
    expected.extend(["Key differences", "When to use which"]);
    assert_eq!(outline, expected);
}

#[test]
fn french_pages_have_french_labels_and_no_english_ones() {
    for other in [code!(214), code!(550)] {
        let page = code!(250).compare(other).in_locale(Locale::Fr).to_string();
        for label in [
            "Description",
            "Quand vous le voyez",
            "Comment résoudre",
            "Différences clés",
            "Quand utiliser lequel",
        ] {
            assert!(page.lines().any(|line| line == label), "{label}");
        }
        for label in
            ["When you see", "How to fix", "Key differences", "When to use", "Completion", "In contrast"]
        {
            assert!(!page.contains(label), "{label}");
        }
    }
}

#[test]
fn different_classes_are_contrasted() {
    let page = code!(550).compare(code!(250));
    let summary = page.summary().to_string();
    assert!(
        summary.contains("2xx Positive Completion") && summary.contains("5xx Permanent Negative Completion")
    );
    assert!(summary.contains("In contrast, 550"));
    assert!(page.differences().next().unwrap().to_string().starts_with("Class: 250 is 2xx"));
}

#[test]
fn a_code_and_itself_are_said_to_be_the_same() {
    for code in ReplyCode::ALL {
        let page = code.compare(*code);
        assert!(page.summary().to_string().contains("nothing to tell apart"));
        assert!(!page.title().to_string().contains(" vs "));
        let text = page.to_string();
        assert!(!text.contains("Key differences"));
        assert_eq!(text.matches(code.remediation()).count(), 1);
    }
}

#[test]
fn markdown_has_the_same_words_as_the_plain_page() {
    for (_, _, _, page) in pairs().step_by(7) {
        let words = |text: String| {
            text.lines()
                .map(|line| line.trim_start_matches(['#', '-', ' ']).to_owned())
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
        };
        assert_eq!(words(page.markdown().to_string()), words(page.to_string()));
    }
}

#[test]
fn the_commands_that_a_code_answers_are_listed() {
    for (code, commands) in [
        (code!(354), "DATA."),
        (code!(421), "the opened connection and, under certain conditions, almost any other command."),
        (code!(235), "AUTH."),
        (code!(252), "VRFY, EXPN, ETRN."),
        // As many commands by rule as of its own: the rules are left out, they add few.
        (code!(450), "RCPT, the end of the data, ATRN."),
        (code!(530), "MAIL, ATRN and, under certain conditions, almost any other command."),
        (code!(555), "MAIL, RCPT."),
    ] {
        let page = code.compare(code!(214));
        let sentence =
            page.guidance().map(|item| item.to_string()).find(|item| item.contains(code.as_str())).unwrap();
        assert!(sentence.ends_with(&format!(" in answer to {commands}")), "{sentence}");
    }
}

#[test]
fn a_code_that_ends_the_connection_is_said_to() {
    for (one, other, expected) in [(214, 250, 0), (221, 250, 1), (250, 421, 1), (221, 421, 2)] {
        let code = |number| ReplyCode::from_u16(number).unwrap();
        let page = code(one).compare(code(other));
        let closing = page.guidance().filter(|item| item.to_string().contains("closes the connection"));
        assert_eq!(closing.count(), expected, "{one} and {other}");
        assert_eq!(page.to_string().matches("the server closes the connection: ").count(), expected);
    }
}

#[test]
fn a_list_in_markdown_stands_apart_and_its_items_stand_together() {
    for (_, _, _, page) in pairs().step_by(7) {
        let text = page.markdown().to_string();
        let lines: Vec<_> = text.lines().collect();
        for pair in lines.windows(2).filter(|pair| pair[1].starts_with("- ")) {
            assert!(pair[0].is_empty() || pair[0].starts_with("- "), "{pair:?}");
        }
        // Two lists: one blank line before each, none inside.
        let begins = lines.windows(2).filter(|pair| pair[0].is_empty() && pair[1].starts_with("- "));
        assert_eq!(begins.count(), if page.is_same_code() { 0 } else { 2 });
    }
}
