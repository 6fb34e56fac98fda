//! The file of a language: each error at its line there, and none because of an error in the catalogue.

use super::{checked, errors};
use crate::call::Call;

const CATALOGUE: &str = include_str!("library.toml");
const FILE: &str = include_str!("library.xx.toml");

/// The call for a catalogue whose language has this text, in a folder of its own.
fn call(name: &str, file: &str) -> Call {
    let folder = std::env::temp_dir().join(format!("smtp-codes-languages-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("library.xx.toml"), file).unwrap();
    let path = folder.join("library.toml").display().to_string();
    syn::parse_str(&format!("root(crate) enum ReplyCode in {path:?};")).unwrap()
}

/// The first and second lines of the errors, the second without the folder.
fn told(name: &str, catalogue: &str, file: &str) -> Vec<String> {
    let lines = |error: &String| {
        let mut lines = error.lines();
        let (head, place) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        format!("{head} {}", place.rsplit('/').next().unwrap_or_default())
    };
    errors(catalogue, &call(name, file)).iter().map(lines).collect()
}

/// The line of a text in the file.
fn line(text: &str) -> usize {
    FILE[..FILE.find(text).unwrap()].lines().count() + 1
}

#[test]
fn six_errors_are_told_at_their_lines() {
    let edits = [
        ("[labels]\ndescription = \"description\"\n", "[labels]\n"),
        ("use-answers = \"{code}\"", "use-answers = \"{cod}\""),
        ("name = \"X220\"\n", ""),
        ("sender = \"X wait.\"", "recipient = \"X wait.\""),
        ("meaning = \"X log in.\"\n", ""),
        ("RCPT = \"X only this.\"", "RCPT = \"X only this.\"\n[reply.999]"),
    ];
    let file = edits.iter().fold(FILE.to_owned(), |file, (from, to)| file.replacen(from, to, 1));
    let told = told("six", CATALOGUE, &file);
    let heads = [
        "`labels` has no `description`",
        "unknown placeholder `{cod}` in `use-answers`",
        "reply 220 has no `name`",
        "reply 421 has no step for `sender`",
        "reply 421 has a step for `recipient`",
        "a rule of reply 530 has no `meaning`",
        "the catalogue has no reply code 999",
    ];
    assert_eq!(told.len(), heads.len(), "{told:#?}");
    for (told, head) in told.iter().zip(heads) {
        assert!(told.starts_with(head) && told.contains("library.xx.toml:"), "{told}");
    }
    let place = format!("library.xx.toml:{}:", line("use-answers") - 1);
    assert!(told[1].contains(&place), "{} is not at {place}", told[1]);
}

#[test]
fn texts_are_compared_with_the_entry_of_the_catalogue() {
    for (name, from, to, message) in [
        ("missing", "[reply.220]\nname = \"X220\"", "[reply.220.x]", "reply 220 has no `name`"),
        ("answer", "RCPT = ", "DATA = ", "reply 550 has a meaning for `DATA`"),
        (
            "rule",
            "[[reply.421.rule]]\nwhen = \"X stop again.\"\nmeaning = \"X another.\"\n",
            "",
            "reply 421 has 1 rules, but 2 in the catalogue",
        ),
        ("syntax", "name = \"X550\"", "name = X550", "invalid TOML: expected a value"),
        ("toml", FILE, "<html>", "this file is not TOML"),
    ] {
        let told = told(name, CATALOGUE, &FILE.replacen(from, to, 1));
        assert!(told.iter().any(|told| told.starts_with(message)), "{name}: {told:#?}");
    }
    let file = FILE.replacen("RCPT = \"X only this.\"\n", "", 1);
    assert!(told("none", CATALOGUE, &file)[0].starts_with("reply 550 has no meaning for `RCPT`"));
    assert!(told("code", CATALOGUE, &FILE.replacen("[reply.220]", "[reply.221]", 1)).len() == 2);
}

#[test]
fn an_error_in_the_catalogue_is_none_of_the_file() {
    for (name, from, to) in [
        ("step", "developer = \"Keep the message.\"", "developer = 1"),
        ("answer", "meaning = \"Only this recipient is refused.\"", "meaning = 1"),
        ("name", "name = \"Refused\"", "name = 1"),
    ] {
        let edited = CATALOGUE.replacen(from, to, 1);
        assert_ne!(edited, CATALOGUE);
        let told = told(name, &edited, FILE);
        assert!(told.len() == 1 && told[0].contains("c.toml:"), "{told:#?}");
    }
    let call: Call = syn::parse_str("root(crate) enum ReplyCode in \"nowhere/library.toml\";").unwrap();
    let (_, errors) = checked(CATALOGUE, &call);
    assert!(errors.len() == 1 && errors[0].contains("there is no such file"), "{errors:#?}");
}

#[test]
fn the_texts_of_the_file_are_those_of_the_language() {
    let (catalogue, errors) = checked(CATALOGUE, &call("fine", FILE));
    assert_eq!(errors, Vec::<String>::new());
    let texts = &catalogue.locales[1].texts;
    assert_eq!(
        texts[1].remediation(&catalogue.locales[1].frames.parties, ":"),
        "X verdict.\nXender: X wait.\nDeveloper: X keep."
    );
    assert_eq!(texts[1].rules[1], ("X stop again.".to_owned(), Some("X another.".to_owned())));
    assert_eq!(texts[3].answers, [("RCPT".to_owned(), "X only this.".to_owned())]);
}
