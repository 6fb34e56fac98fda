//! Faults in fields and rules, each once, at its place, with what to do.

use super::{checked, code, errors, own};

fn one(text: &str, message: &str, place: &str, help: &str) {
    super::one(text, &own(), message, place, help);
}

#[test]
fn rules_that_say_something_twice_or_nothing() {
    let rule = |more: &str| format!("[[reply.550.rule]]\noutcome = \"error\"\nwhen = \"W.\"\n{more}\n");
    let one = |rules: &str, message: &str, place: &str, help: &str| {
        one(&code("550", "A", rules), message, place, help);
    };
    one(&rule("to = [\"MAIL\", \"MAIL\"]"), "`MAIL` is listed twice", "10:15", "take out one of the two");
    one(&rule("except = [\"MAIL\", \"MAIL\"]"), "`MAIL` is listed twice", "10:19", "take out one of the two");
    one(&rule("to = []"), "`to` lists no command", "10:6", "list some, or leave the field out");
    one(&rule("except = []"), "`except` lists no command", "10:10", "list some, or leave the field out");
    let all = rule("except = [\"DATA\", \"MAIL\", \"RCPT\"]");
    one(&all, "a rule of reply 550 reaches no command", "7:1", "take a command out of `except`");
    // What is no command is one fault, and the rule not one more.
    one(&rule("to = [\"DATE\"]"), "unknown command `DATE`", "10:7", "did you mean `DATA`?");
    one(&rule("to = [1]"), "an item of `to` must be a string, not an integer", "10:7", "put it in double quotes");

    let (mail, both) = (rule("to = [\"MAIL\"]"), rule("to = [\"RCPT\", \"MAIL\"]"));
    let message = "two rules of reply 550 have this `when` for `MAIL`";
    let help = "make one rule of the two";
    one(&format!("{mail}{mail}"), message, "13:8", help);
    one(&format!("{mail}{both}"), message, "13:8", help);
    one(&format!("{mail}{}", rule("")), message, "13:8", help);
    one(&format!("{both}{}{mail}", rule("to = [\"DATA\"]")), message, "17:8", help);
    // A third that says the same as the first is a fault more.
    assert_eq!(errors(&code("550", "A", &mail.repeat(3)), &own()).len(), 2);
    let apart = mail.clone() + &rule("except = [\"MAIL\"]") + &mail.replace("W.", "V.");
    assert_eq!(errors(&code("550", "A", &apart), &own()), Vec::<String>::new());
}

#[test]
fn an_array_of_tables_and_an_item_of_an_array_are_called_so() {
    let one = |more: &str, message: &str, place: &str, help: &str| {
        one(&code("599", "A", more), message, place, help);
    };
    let rule = "outcome = \"error\"\nwhen = \"W.\"\n";
    let message = "`rule` must be an array of tables, not a table";
    let help = "write the header of each as [[reply.599.rule]], in two brackets";
    one(&format!("[reply.599.rule]\n{rule}"), message, "7:1", help);
    one("rule = 1", "`rule` must be an array of tables, not an integer", "7:8", help);
    let message = "an item of `references` must be a string, not an integer";
    one("references = [5321]", message, "7:15", "put it in double quotes");
    one("enhanced = [\" \"]", "an item of `enhanced` is empty", "7:13", "write some words");
}

#[test]
fn a_text_has_no_character_that_cannot_be_seen() {
    for hidden in [
        '\u{ad}',
        '\u{61c}',
        '\u{200b}',
        '\u{200d}',
        '\u{200e}',
        '\u{202a}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2069}',
        '\u{feff}',
        '\u{e0041}',
    ] {
        let message = format!("`name` has U+{:04X}, which cannot be seen", u32::from(hidden));
        let help = "take it out: the string appears in terminals and in documentation";
        let text = code("250", "A", "");
        one(&text.replace("\"N\"", &format!("\"N{hidden}O\"")), &message, "3:8", help);
        one(&text.replace("\"N\"", &format!("\"N\\U{:08x}O\"", u32::from(hidden))), &message, "3:8", help);
    }
    let name = |name: &str| {
        let text = code("250", "A", "").replace("\"N\"", &format!("\"{name}\""));
        let (catalogue, errors) = checked(&text, &own());
        assert!(errors.is_empty(), "{errors:?}");
        catalogue.replies[0].name.clone()
    };
    // French has spaces at which no line is broken.
    for fine in ["Réponse\u{a0}: «\u{202f}non\u{202f}»", "\u{2010}\u{2029}\u{205f}\u{3042}\u{1f4ee}"] {
        assert_eq!(name(fine), fine.replace("\u{2029}\u{205f}", " "));
    }
    let more = code("250", "A", "references = [\"RFC\u{a0}5321 section\u{202f}4.2\"]");
    assert_eq!(errors(&more, &own()), Vec::<String>::new());
    one(&code("250", "A", "").replace("\"N\"", "\"\u{a0}\""), "`name` is empty", "3:8", "write some words");
}
