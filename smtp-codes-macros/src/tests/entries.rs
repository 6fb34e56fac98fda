//! Every error that one entry can have.

use super::{checked, code, errors, library, own, real};

fn one(text: &str, message: &str, place: &str, help: &str) {
    super::one(text, &own(), message, place, help);
}

#[test]
fn a_good_catalogue_has_no_errors() {
    let rule = "[[reply.550.rule]]\noutcome = \"error\"\nwhen = \"W.\"\nto = [\"RCPT\"]\n";
    let more = "answers = { MAIL = \"error\" }\nreferences = [\"RFC 5321 section 4.2\"]\nenhanced = [\"5.1.1\"]";
    let text = code("250", "Fine", "") + &code("550", "Bad", more) + rule;
    let (catalogue, errors) = checked(&text, &own());
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(catalogue.replies.len(), 2);
    assert_eq!(catalogue.replies[1].answers.len(), 2);
}

#[test]
fn keys_that_are_no_codes() {
    one(&code("abc", "A", ""), "`abc` is not a reply code", "1:8", "write three digits, 200 to 599");
    one(&code("25", "A", ""), "reply code 25 does not have three digits", "1:8", "write three digits, 200 to 599");
    one(&code("0250", "A", ""), "reply code 0250 does not have three digits", "1:8", "write three digits, 200 to 599");
    one(&code("714", "A", ""), "unknown class digit in reply code 714", "1:8", "SMTP codes begin with 2, 3, 4 or 5");
    one(&code("199", "A", ""), "unknown class digit in reply code 199", "1:8", "SMTP codes begin with 2, 3, 4 or 5");
}

#[test]
fn numbers_twice_and_out_of_order() {
    let twice = code("250", "A", "") + &code("250", "B", "");
    one(&twice, "reply code 250 is listed twice", "8:8", "keep one of the two, the first is at c.toml:1:8");
    let late = code("251", "A", "") + &code("250", "B", "");
    one(&late, "250 comes after 251", "8:8", "keep the codes in ascending order");
}

#[test]
fn variants() {
    let twice = code("250", "A", "") + &code("251", "A", "");
    one(
        &twice,
        "the variant `A` is used by 250 and 251",
        "9:11",
        "choose another name, the first use is at c.toml:2:11",
    );
    let variant = |name, message: &str, help: &str| one(&code("250", name, ""), message, "2:11", help);
    variant(
        "Service-Ready",
        "`Service-Ready` is not a Rust identifier",
        "write it in CamelCase, such as `ServiceReady`",
    );
    variant("2Fine", "`2Fine` is not a Rust identifier", "write it in CamelCase");
    variant("_", "`_` is not a Rust identifier", "write it in CamelCase");
    variant("\u{e9}t\u{e9}", "`\u{e9}t\u{e9}` is not a Rust identifier", "write it in CamelCase");
    variant(
        "help_message",
        "the variant `help_message` is not in CamelCase",
        "write it in CamelCase, such as `HelpMessage`",
    );
    variant("Ok", "the variant `Ok` would shadow the prelude's under a glob import", "choose another name");
    variant("Send", "the variant `Send` would shadow the prelude's under a glob import", "choose another name");
    variant(
        "ALL",
        "the variant `ALL` would hide the constant `ALL`, the list of all variants",
        "choose another name, such as `All`",
    );
    variant("Self", "the variant `Self` is a keyword of Rust", "write it in CamelCase, such as `Itself`");
    variant("match", "the variant `match` is a keyword of Rust", "write it in CamelCase, such as `Match`");
}

#[test]
fn fields_missing_empty_and_unknown() {
    let without = code("250", "A", "").replace("name = \"N\"\n", "");
    one(&without, "reply 250 has no `name`", "1:1", "add the line name = \"...\" below it");
    let empty = code("250", "A", "").replace("\"D.\"", "\" \"");
    one(&empty, "`description` is empty", "4:15", "write some words");
    // A misspelt field is one fault, not two.
    let misspelt = code("250", "A", "").replace("remediation", "remedation");
    one(&misspelt, "unknown field `remedation` in reply 250", "6:1", "did you mean `remediation`?");
    one(&code("250", "A", "colour = 1"), "unknown field `colour` in reply 250", "7:1", "expected `variant`, `name`");
    one(&(code("250", "A", "") + "[command.X]\n"), "unknown table `command`", "8:2", "expected `reply`");
    let control = code("250", "A", "").replace("D.", "\\u001b[0m");
    one(&control, "`description` has a control character", "4:15", "take it out");
}

#[test]
fn wrong_types_and_nothing_at_all() {
    let number = code("250", "A", "").replace("\"N\"", "1");
    one(&number, "`name` must be a string, not an integer", "3:8", "put it in double quotes");
    one(
        &code("250", "A", "references = \"RFC 1\""),
        "`references` must be an array, not a string",
        "7:14",
        "put it in square",
    );
    one(&code("250", "A", "answers = 1"), "`answers` must be a table, not an integer", "7:11", "write { HELP");
    one(
        &code("250", "A", "answers = { MAIL = 1 }"),
        "the answer of 250 to `MAIL` must be an outcome or a table, not an integer",
        "7:20",
        "write \"error\"",
    );
    one("reply = 1", "`reply` must be a table of tables, not an integer", "1:9", "write a table for each");
    let none = "this catalogue has no reply codes";
    one("# Codes.\n", none, "1:1", "add a table [reply.250]");
    one("# Codes.\n[reply]\n", none, "2:1", "add a table [reply.250]");
    one("reply = {}", none, "1:9", "add a table [reply.250]");
    one(
        "[reply]\n250 = \"OK\"",
        "reply 250 must be a table, not a string",
        "2:7",
        "write its fields below a header of its own",
    );
    one(
        "[[reply.250]]\nname = \"N\"",
        "reply 250 must be a table, not an array",
        "1:1",
        "write its fields below a header of its own",
    );
}

#[test]
fn unknown_words_name_the_nearest() {
    let more = |more: &str, message: &str, place: &str, help: &str| {
        one(&code("550", "A", more), message, place, help);
    };
    more("standing = \"standart\"", "unknown standing `standart`", "7:12", "did you mean `standard`?");
    more("closes-connection = \"maybe\"", "unknown closes-connection `maybe`", "7:21", "expected `yes`, `no`");
    let help = "write \"yes\", \"no\", \"may\" or \"unspecified\"";
    let message = "`closes-connection` must be a string, not a boolean";
    more("closes-connection = true", message, "7:21", help);
    more("answers = { MIAL = \"error\" }", "unknown command `MIAL`", "7:13", "did you mean `MAIL`?");
    more("answers = { MAIL = \"eror\" }", "unknown outcome `eror`", "7:20", "did you mean `error`?");
}

#[test]
fn contradictions() {
    let more = |number, more: &str, message: &str, place: &str, help: &str| {
        one(&code(number, "A", more), message, place, help);
    };
    more(
        "550",
        "enhanced = [\"4.1.1\"]",
        "the enhanced code 4.1.1 contradicts the class of 550",
        "7:13",
        "write 5.1.1: an enhanced code has the class of its reply",
    );
    more(
        "354",
        "enhanced = [\"2.0.0\"]",
        "a 354 reply has no enhanced code",
        "7:13",
        "take it out: replies that start with 3 have none",
    );
    more(
        "550",
        "enhanced = [\"5.01.1\"]",
        "`5.01.1` is not an enhanced status code",
        "7:13",
        "write class, subject and detail",
    );
    more("550", "enhanced = [\"5.1.1\", \"5.1.1\"]", "5.1.1 is listed twice", "7:22", "take out one of the two");
    more(
        "250",
        "answers = { MAIL = \"error\" }",
        "the outcome `error` contradicts the class of 250",
        "7:20",
        "write \"success\": it is the outcome of all codes that start with 2",
    );
    more(
        "550",
        "references = [\"RFC5321\"]",
        "`RFC5321` is not a reference",
        "7:15",
        "write \"RFC 5321 section 4.2.3\"",
    );
    more(
        "550",
        "[[reply.550.rule]]\noutcome = \"error\"\nwhen = \"W.\"\nto = [\"MAIL\"]\nexcept = [\"RCPT\"]",
        "a rule of reply 550 has both `to` and `except`",
        "7:1",
        "keep `to`",
    );
}

#[test]
fn a_library_catalogue_has_all_labels_of_a_locale() {
    let Some(real) = real() else { return };
    assert_eq!(errors(&real, &library()), Vec::<String>::new());
    let check = |from: &str, to: &str, message: &str| {
        let edited = real.replacen(from, to, 1);
        assert!(edited != real, "{from}");
        let found = errors(&edited, &library());
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].starts_with(message), "{}", found[0]);
    };
    check("key-differences = \"Key differences\"\n", "", "`labels` has no `key-differences`");
    check("{first-title}", "{first-titel}", "unknown placeholder `{first-titel}` in `title`");
    check("{second-code} {second-title}", "", "`title` does not name the second code");
    check("{first-code}", "{first-code", "unknown placeholder");
    check("CONNECT = \"a new connection\"\n", "", "this locale has no name for the event `CONNECT`");
    check("variant = \"Send", "variant = \"send", "the variant `sendToTerminal` is not in CamelCase");
}

#[test]
fn steps_and_examples() {
    let more = |more: &str, message: &str, place: &str, help: &str| {
        one(&code("550", "A", more), message, place, help);
    };
    more("steps = { sendr = \"Wait.\" }", "unknown party `sendr`", "7:11", "did you mean `sender`?");
    more("steps = { sender = \" \" }", "the step of `sender` is empty", "7:20", "write some words");
    more("steps = \"Wait.\"", "`steps` must be a table, not a string", "7:9", "write { sender");
    let help = "write a reply as servers send it";
    for (example, message) in [
        ("No such user", "an example starts with a reply code"),
        ("250 Ok", "an example of 550 does not start with 250"),
        ("550-One\\n551 Two", "line 2 of an example starts with `550 `"),
        ("550 One\\n550 Two", "line 1 of an example starts with `550-`"),
        ("550 Empf\u{e4}nger", "line 1 of an example is not printable ASCII"),
        ("550 4.1.1 No", "the enhanced code 4.1.1 of an example contradicts the class of 550"),
    ] {
        more(&format!("examples = [\"{example}\"]"), message, "7:13", help);
    }
    for fine in ["550", "550 5.1.1 No", "550-5.1.1 No\\n550 5.1.1 such user", "550-One\\n550"] {
        let text = code("550", "A", &format!("examples = [\"{fine}\"]"));
        assert_eq!(errors(&text, &own()), Vec::<String>::new(), "{fine}");
    }
}
