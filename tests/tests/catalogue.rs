//! What the macro made of the catalogue, compared with the file as serde reads it: every field of every entry.

use std::collections::BTreeMap;

use smtp_codes::{Command, Locale, Reference, ReplyCode, Standing, Step};
use smtp_codes_tests::{Reply, catalogue, flat, french};

fn texts(references: &[Reference]) -> Vec<String> {
    references.iter().map(ToString::to_string).collect()
}

#[test]
fn every_code_of_the_file_is_in_the_enum_and_no_other() {
    let file: Vec<String> = catalogue().reply.into_keys().collect();
    let made: Vec<&str> = ReplyCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(made, file);
    let count = |standing| ReplyCode::ALL.iter().filter(|code| code.standing() == standing).count();
    assert!(Standing::ALL.iter().all(|standing| count(*standing) > 0));
}

#[test]
fn every_field_of_every_code_is_as_in_the_file() {
    for (number, reply) in &catalogue().reply {
        let code: ReplyCode = number.parse().unwrap();
        assert_eq!(format!("{code:?}"), reply.variant);
        assert_eq!(code.as_u16().to_string(), *number);
        assert_eq!(code.name(), flat(&reply.name), "{number}");
        assert_eq!(code.standing().as_str(), reply.standing, "{number}");
        assert_eq!(code.closes_connection().as_str(), reply.closes_connection, "{number}");
        assert_eq!(code.description(), flat(&reply.description), "{number}");
        assert_eq!(code.seen_when(), flat(&reply.seen_when), "{number}");
        assert_eq!(code.verdict(), flat(&reply.remediation), "{number}");
        steps(code.steps(), &reply.steps);
        let lines = code.steps().iter().map(|step| format!("\n{}: {}", step.party().name(), step.text()));
        assert_eq!(code.remediation(), code.verdict().to_owned() + &lines.collect::<String>(), "{number}");
        assert_eq!(code.examples(), reply.examples, "{number}");
        assert_eq!(texts(code.references()), reply.references, "{number}");
        let enhanced: Vec<String> = code.enhanced().iter().map(ToString::to_string).collect();
        assert_eq!(enhanced, reply.enhanced, "{number}");
        assert_eq!(code.class().digit().to_string(), number[..1], "{number}");
        answers(code, reply);
    }
}

/// Compares steps with those of a table, which are sorted by party.
fn steps(made: &[Step], table: &BTreeMap<String, String>) {
    assert!(made.is_sorted_by_key(Step::party));
    assert_eq!(made.len(), table.len());
    for step in made {
        assert_eq!(step.text(), flat(&table[step.party().as_str()]));
    }
}

#[test]
fn every_text_in_french_is_as_in_its_file() {
    let (english, french) = (catalogue(), french());
    assert!(french.reply.keys().eq(english.reply.keys()));
    for (number, texts) in &french.reply {
        let code = number.parse::<ReplyCode>().unwrap().in_locale(Locale::Fr);
        assert_eq!(code.name(), flat(&texts.name), "{number}");
        assert_eq!(code.description(), flat(&texts.description), "{number}");
        assert_eq!(code.seen_when(), flat(&texts.seen_when), "{number}");
        assert_eq!(code.verdict(), flat(&texts.remediation), "{number}");
        steps(code.steps(), &texts.steps);
        for answer in code.answers() {
            let place = english.reply[number].rule.iter().zip(&texts.rule);
            let rule = place.map(|(_, rule)| rule).find(|rule| answer.condition() == Some(&flat(&rule.when)));
            let own = texts.answers.get(answer.command().as_str());
            let meaning = rule.map_or(own, |rule| rule.meaning.as_ref()).unwrap_or(&texts.description);
            assert_eq!(answer.meaning(), flat(meaning), "{number} to {}", answer.command());
        }
        let english = code.code().answers();
        assert_eq!(english.len(), code.answers().len());
        for (one, other) in english.iter().zip(code.answers()) {
            assert_eq!((one.command(), one.outcome()), (other.command(), other.outcome()));
            assert_eq!(one.condition().is_some(), other.condition().is_some());
            assert_eq!(one.references(), other.references());
        }
    }
}

/// Compares the rows of one code: own rows, and rules on each command that they reach.
fn answers(code: ReplyCode, reply: &Reply) {
    let mut expected = 0;
    for command in Command::ALL {
        let mut made = code.answers_to(*command);
        let own = reply.answers.get(command.as_str());
        let own = own.map(|row| (&row.outcome, &row.meaning, None, &row.references));
        let rules = reply.rule.iter().filter(|rule| rule.reaches(command.as_str()));
        let rules = rules.map(|rule| (&rule.outcome, &rule.meaning, Some(&rule.when), &rule.references));
        for (outcome, meaning, when, references) in own.into_iter().chain(rules) {
            let answer = made.next().unwrap_or_else(|| panic!("{code} lacks a row to {command}"));
            assert_eq!(answer.command(), *command);
            assert_eq!(answer.outcome().as_str(), *outcome);
            let meaning = meaning.as_ref().unwrap_or(&reply.description);
            assert_eq!(answer.meaning(), flat(meaning), "{code} to {command}");
            assert_eq!(answer.condition().map(str::to_owned), when.map(|text| flat(text)));
            assert_eq!(texts(answer.references()), *references, "{code} to {command}");
            expected += 1;
        }
        assert!(made.next().is_none(), "{code} has a row too many to {command}");
        assert_eq!(command.replies().contains(&code), code.answers_to(*command).next().is_some());
    }
    assert_eq!(code.answers().len(), expected, "{code}");
}

#[test]
fn every_field_of_every_command_is_as_in_the_file() {
    let file = catalogue().command;
    assert_eq!(Command::ALL.len(), file.len());
    for command in Command::ALL {
        let entry = &file[command.as_str()];
        assert_eq!(format!("{command:?}"), entry.variant);
        assert_eq!(command.name(), flat(&entry.name));
        assert_eq!(command.description(), flat(&entry.description));
        assert_eq!(texts(command.references()), entry.references);
        assert_eq!(command.is_obsolete(), entry.obsolete, "{command}");
        assert_eq!(command.is_event(), entry.event, "{command}");
        assert_eq!(command.as_str().to_lowercase().parse(), Ok(*command));
        assert!(command.replies().is_sorted());
    }
}

#[test]
fn every_label_of_every_language_is_on_some_page() {
    let file = catalogue().locale;
    assert_eq!(Locale::ALL.len(), file.len());
    for locale in Locale::ALL {
        let entry = &file[locale.as_str()];
        assert_eq!(entry["language"].as_str(), Some(locale.name()));
        let labels = match entry.get("labels") {
            Some(labels) => labels.clone().try_into().unwrap(),
            None => french().labels,
        };
        let mut pages = String::new();
        for pair in [(214, 250), (221, 250), (250, 354), (421, 451), (421, 550), (250, 511), (250, 250), (500, 521)] {
            let [one, other] = [pair.0, pair.1].map(|number| ReplyCode::from_u16(number).unwrap());
            pages += &one.compare(other).in_locale(*locale).to_string();
        }
        for (key, label) in labels {
            // Of a frame, each stretch between two placeholders has to be there.
            for stretch in flat(&label).split(['{', '}']).step_by(2) {
                assert!(pages.contains(stretch.trim()), "{locale}: `{key}` is on no page: {stretch}");
            }
        }
    }
}

#[test]
fn addresses_lead_to_the_section() {
    for reference in ReplyCode::ALL.iter().flat_map(|code| code.references()) {
        let (rfc, section) = (reference.rfc(), reference.section());
        let page = format!("https://www.rfc-editor.org/rfc/rfc{rfc}");
        let expected = if section.is_empty() { page } else { format!("{page}#section-{section}") };
        assert_eq!(reference.url(), expected);
    }
}
