//! The comparison of every two codes, in every language.

use smtp_codes::{Closing, Command, Comparison, Locale, ReplyCode, code, comparison::Block};

fn pairs() -> impl Iterator<Item = (ReplyCode, ReplyCode, Locale, Comparison)> {
    ReplyCode::ALL.iter().flat_map(|one| {
        ReplyCode::ALL.iter().flat_map(move |other| {
            Locale::ALL.iter().map(move |locale| (*one, *other, *locale, one.compare(*other).in_locale(*locale)))
        })
    })
}

#[test]
fn the_lower_code_comes_first_whichever_way_they_are_given() {
    for (one, other, locale, page) in pairs() {
        assert_eq!(page, other.compare(one).in_locale(locale));
        let title = page.title().to_string();
        let rest = title.trim_start_matches(|c: char| !c.is_ascii_digit());
        assert!(title.starts_with("SMTP") && rest.starts_with(one.min(other).as_str()), "{title}");
        assert_eq!(page.is_same_code(), one == other);
        assert_eq!(page.is_same_class(), one.class() == other.class());
    }
}

#[test]
fn every_page_has_the_texts_of_both_codes_and_its_parts() {
    for (one, other, locale, page) in pairs() {
        let text = page.to_string();
        for code in [one, other] {
            let texts = code.in_locale(locale);
            let steps = texts.steps().iter().map(smtp_codes::Step::text);
            for part in [texts.description(), texts.seen_when(), texts.verdict(), texts.name()]
                .into_iter()
                .chain(steps)
                .chain(code.examples().iter().copied())
            {
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
            Block::Paragraph(_) | Block::Item(_) | Block::Reply(_) => None,
        })
        .collect();
    let labels = ["Description", "When you see it", "How to fix it", "Example replies"];
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
        for label in
            ["Description", "Quand vous le voyez", "Comment résoudre", "Différences clés", "Quand utiliser lequel"]
        {
            assert!(page.lines().any(|line| line == label), "{label}");
        }
        for label in ["When you see", "How to fix", "Key differences", "When to use", "Completion", "In contrast"] {
            assert!(!page.contains(label), "{label}");
        }
    }
}

#[test]
fn different_classes_are_contrasted() {
    let page = code!(550).compare(code!(250));
    let summary = page.summary().to_string();
    assert!(summary.contains("2xx Positive Completion") && summary.contains("5xx Permanent Negative Completion"));
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
        assert_eq!(text.matches(code.verdict()).count(), 1);
    }
}

#[test]
fn markdown_has_the_same_words_as_the_plain_page() {
    for (_, _, _, page) in pairs().step_by(7) {
        let words = |text: String| {
            text.lines()
                .map(|line| line.trim_start_matches(['#', '-', ' ']).to_owned())
                .filter(|line| !line.is_empty() && !line.starts_with("```"))
                .collect::<Vec<_>>()
        };
        assert_eq!(words(page.markdown().to_string()), words(page.to_string()));
    }
}

/// The sentences about one code in the last part of a page.
fn uses(code: ReplyCode, other: ReplyCode) -> Vec<String> {
    let name = code.as_str();
    let lines = code.compare(other).guidance().map(|line| line.to_string());
    lines.filter(|line| line.contains(name) && line.starts_with(['A'])).collect()
}

#[test]
fn the_commands_that_a_code_answers_are_listed() {
    for (code, commands) in [
        (code!(354), &["DATA."][..]),
        (code!(235), &["AUTH."]),
        (code!(252), &["VRFY, EXPN and ETRN."]),
        (
            code!(421),
            &[
                "a new connection.",
                "almost any command, when the server has to close",
                "MAIL, RCPT and the final dot, when",
            ],
        ),
        (code!(450), &["RCPT, the final dot and ATRN.", "MAIL, RCPT and the final dot, when a policy"]),
        (
            code!(530),
            &[
                "MAIL and ATRN.",
                "almost any command, if the server wants a login",
                "almost any command, if the server wants TLS",
            ],
        ),
    ] {
        let lines = uses(code, code!(214));
        for expected in commands {
            let expected = format!(" in reply to {expected}");
            assert!(lines.iter().any(|line| line.contains(&expected)), "{code}: {expected} {lines:#?}");
        }
    }
}

/// Each command that an entry has is on the page: by itself, or under a condition.
#[test]
fn no_page_leaves_out_a_command_that_the_entry_has() {
    for code in ReplyCode::ALL {
        let other = if *code == 214 { code!(211) } else { code!(214) };
        let lines = uses(*code, other).join("\n");
        for answer in code.answers().iter().filter(|answer| !answer.command().is_obsolete()) {
            let command = match answer.command() {
                Command::Connect => "a new connection",
                Command::EndOfData => "the final dot",
                Command::LmtpEndOfData => "the final dot in LMTP",
                other => other.as_str(),
            };
            assert!(lines.contains(command) || lines.contains("almost any command"), "{code}: {command}\n{lines}");
        }
    }
}

#[test]
fn what_closes_the_connection_says_so_first_and_does_not_go_on() {
    for code in ReplyCode::ALL {
        let other = if *code == 211 { code!(214) } else { code!(211) };
        let guidance: Vec<_> = code.compare(other).guidance().map(|line| line.to_string()).collect();
        let about: Vec<_> = guidance.iter().filter(|line| line.contains(code.as_str())).collect();
        match code.closes_connection() {
            Closing::Yes => assert!(about[0].contains("the server closes the connection"), "{about:#?}"),
            Closing::May => assert!(about[0].contains("may close the connection"), "{about:#?}"),
            Closing::No | Closing::Unspecified => {
                assert!(!about[0].contains("the connection."), "{about:#?}");
            }
        }
    }
    let page = code!(221).compare(code!(250)).to_string();
    assert!(page.contains("After 221 there is no next step") && !page.contains("the same for both"), "{page}");
}

/// Places where two texts are joined badly: an introduction before another, an end behind an end, half a frame.
#[test]
fn no_page_has_a_seam() {
    let seams = [
        "..",
        ". .",
        ",.",
        " ,",
        "  ",
        " .",
        ": .",
        "::",
        "{",
        "}",
        ": You see",
        ": When you",
        ": Quand",
        "( ",
        " )",
        "and and",
        " et et",
        " and.",
        " et.",
    ];
    for (one, other, locale, page) in pairs().filter(|(one, other, ..)| one <= other) {
        for line in page.to_string().lines() {
            // Replies are as servers send them, and code is as it is typed.
            let is_reply = [one, other].iter().any(|code| {
                line.starts_with(code.as_str()) && code.examples().iter().any(|reply| reply.contains(line))
            });
            let text: String = line.split('`').step_by(2).collect::<Vec<_>>().join("code").replace("...", "");
            let seam = seams.iter().find(|seam| text.contains(**seam) && !is_reply);
            assert_eq!(seam, None, "{one} and {other} in {locale}: {line}");
        }
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
    }
}
