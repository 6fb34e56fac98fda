//! Faults in fields and rules, each once, at its place, with what to do.

use super::tests::{code, faults, one, own};

#[test]
fn rules_that_say_something_twice_or_nothing() {
    let rule = |more: &str| format!("[[reply.550.rule]]\noutcome = \"error\"\nwhen = \"W.\"\n{more}\n");
    let one = |rules: &str, message: &str, place: &str, help: &str| {
        one(&code("550", "A", rules), message, place, help);
    };
    one(&rule("to = [\"MAIL\", \"MAIL\"]"), "`MAIL` is listed twice", "10:15", "take one of the two out");
    one(&rule("except = [\"MAIL\", \"MAIL\"]"), "`MAIL` is listed twice", "10:19", "take one of the two out");
    one(&rule("to = []"), "`to` names no command", "10:6", "name some, or leave the field out");
    one(&rule("except = []"), "`except` names no command", "10:10", "name some, or leave the field out");
    let all = rule("except = [\"DATA\", \"MAIL\", \"RCPT\"]");
    one(&all, "a rule of reply 550 reaches no command", "7:1", "leave a command out of `except`");
    // What is no command is one fault, and the rule not one more.
    one(&rule("to = [\"DATE\"]"), "unknown command `DATE`", "10:7", "did you mean `DATA`?");
    one(&rule("to = [1]"), "`to` must be a text, not a number", "10:7", "put it in double quotes");

    let (mail, both) = (rule("to = [\"MAIL\"]"), rule("to = [\"RCPT\", \"MAIL\"]"));
    let message = "two rules of reply 550 say this `when` to `MAIL`";
    let help = "make one rule of the two";
    one(&format!("{mail}{mail}"), message, "13:8", help);
    one(&format!("{mail}{both}"), message, "13:8", help);
    one(&format!("{mail}{}", rule("")), message, "13:8", help);
    one(&format!("{both}{}{mail}", rule("to = [\"DATA\"]")), message, "17:8", help);
    // A third that says the same as the first is a fault more.
    assert_eq!(faults(&code("550", "A", &mail.repeat(3)), &own()).len(), 2);
    let apart = mail.clone() + &rule("except = [\"MAIL\"]") + &mail.replace("W.", "V.");
    assert_eq!(faults(&code("550", "A", &apart), &own()), Vec::<String>::new());
}
