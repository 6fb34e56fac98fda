//! A fault is told once: not again at everything that refers to what has it.

use super::registry::REGISTRY;
use super::{code, errors, library, own, real};

fn heads(text: &str) -> Vec<String> {
    super::heads(text, &library())
}

#[test]
fn a_fault_in_one_half_of_a_pair_is_told_once() {
    // Several enhanced codes that the reply is paired with, so that a cascade would be long.
    let more: String = (2..6)
        .map(|at| {
            format!(
                "[enhanced.\"X.1.{at}\"]\nvariant = \"V{at}\"\nname = \"N\"\nreplies = [\"550\"]\n\
                 description = \"D.\"\nremediation = \"R.\"\n"
            )
        })
        .collect();
    let whole = r#"enhanced = ["5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.5"]"#;
    let text = REGISTRY.replacen("enhanced = [\"5.1.1\"]", whole, 1).replacen(
        "[provider.some]",
        &format!("{more}[provider.some]"),
        1,
    );
    assert_eq!(heads(&text), Vec::<String>::new());
    let second = code("551", "NoMailbox1", "");
    for (from, to, message) in [
        // The reply code cannot be read.
        ("name = \"N\"\n", "", "reply 550 has no `name`"),
        ("name = \"N\"\n", "name = 1\n", "`name` must be a string, not an integer"),
        ("name = \"N\"\n", "name = \"N\n", "invalid TOML: this string is not closed"),
        ("name = \"N\"\n", "name = \"\\q\"\n", "invalid TOML: unknown escape sequence"),
        ("\"Refused\"", "\"Ok\"", "the variant `Ok` would shadow the prelude's under a glob import"),
        // Its list of enhanced codes has a fault, or cannot be read.
        ("\"5.1.1\",", "\"1.1\",", "`1.1` is not an enhanced status code"),
        ("\"5.1.1\",", "\"2.1.1\",", "the enhanced code 2.1.1 contradicts the class of 550"),
        ("\"5.1.1\",", "\"2.1.9\",", "the enhanced code 2.1.9 contradicts the class of 550"),
        ("\"5.1.1\",", "\"5.9.9\",", "the catalogue has no X.9.9"),
        ("enhanced = [\"5.1.1\"", "enhancd = [\"5.1.1\"", "unknown field `enhancd` in reply 550"),
        ("\"5.1.5\"]", "\"5.1.5\"", "invalid TOML: this array is not closed"),
        ("enhanced = [\"5.1.1\"", "enhanced [\"5.1.1\"", "invalid TOML: a key without a value"),
        // The enhanced code cannot be read, or its list of reply codes.
        ("\"NoMailbox\"\nname = \"N\"", "\"NoMailbox\"", "X.1.1 has no `name`"),
        ("\"NoMailbox\"", "\"noMailbox\"", "the variant `noMailbox` is not in CamelCase"),
        ("\"NoMailbox\"", "\"V2\"", "the variant `V2` is used by X.1.1 and X.1.2"),
        ("replies = [\"550\"]", "replies = [550]", "an item of `replies` must be a string, not an integer"),
        ("replies = [\"550\"]", "replies = [\"550]", "invalid TOML: this string is not closed"),
        ("replies = [\"550\"]", "replys = [\"550\"]", "unknown field `replys` in X.1.1"),
        // Half of what belongs together cannot be read.
        ("confidence = \"high\"", "confidence = 1", "`confidence` must be a string, not an integer"),
        ("confidence = \"high\"", "confidence \"high\"", "invalid TOML: a key without a value"),
        ("recipient\"\nconf", "recipient\nconf", "invalid TOML: this string is not closed"),
        // The subject of all of them cannot be read, or is missing.
        ("\"Addressing\"", "\"addressing\"", "the variant `addressing` is not in CamelCase"),
        ("[subject.1]", "[subject.2]", "the subject of X.1.1 has no table"),
    ] {
        let edited = text.replacen(from, to, 1);
        assert_ne!(edited, text, "{from}");
        assert_eq!(heads(&edited), [message], "{from}");
    }
    // A variant that stands twice.
    let twice = text.replacen("[subject.1]", &format!("{second}[subject.1]"), 1);
    let twice = twice.replacen("\"NoMailbox1\"", "\"Refused\"", 1);
    let twice = twice.replacen("replies = [\"550\"]", "replies = [\"550\", \"551\"]", 1);
    assert_eq!(
        heads(&twice),
        ["the variant `Refused` is used by 550 and 551", "551 does not list 5.1.1, which lists it"]
    );
    // A code without a table is told once.
    let missing = text.replace("replies = [\"550\"]", "replies = [\"550\", \"551\"]");
    assert_eq!(heads(&missing), ["the catalogue has no reply code 551"]);
    // A heading of which nothing can be read is told as that.
    for (heading, kept) in [("subject", "[subject.1]\n"), ("enhanced", "[enhanced.\"X.1.1\"]\n")] {
        let start = text.find(kept).unwrap();
        let end = text[start..].find("\n[scope").or(text[start..].find("\n[provider")).unwrap() + start;
        let without = format!("{heading} = 1\n{}{}", &text[..start], &text[end..]);
        assert_eq!(heads(&without), [format!("`{heading}` must be a table of tables, not an integer")]);
    }
}

#[test]
fn a_command_with_a_fault_is_an_event_that_a_locale_may_name() {
    let Some(real) = real() else { return };
    let (before, rest) = real.split_once("[command.CONNECT]").unwrap();
    for (from, to, message) in [
        ("event = true", "event = \"true\"", "`event` must be a boolean, not a string"),
        ("event = true", "event = tru", "invalid TOML: expected a value"),
        ("name = ", "# ", "command CONNECT has no `name`"),
        ("variant = \"Connect\"", "variant = \"connect\"", "the variant `connect` is not in CamelCase"),
    ] {
        let edited = format!("{before}[command.CONNECT]{}", rest.replacen(from, to, 1));
        assert!(edited != real, "{from}");
        assert_eq!(heads(&edited), [message]);
    }
}

#[test]
fn what_is_no_code_does_not_stand_before_or_behind_one() {
    for key in ["2xx", "5yz", "2é"] {
        let text = code(&format!("\"{key}\""), "A", "") + &code("250", "B", "") + &code("299", "C", "");
        let found = errors(&text, &own());
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].starts_with(&format!("`{key}` is not a reply code")), "{}", found[0]);
    }
}

#[test]
fn a_table_about_nothing_is_not_asked_for_its_fields() {
    for (table, message) in [
        ("[reply.714]", "unknown class digit in reply code 714"),
        ("[reply.x]", "`x` is not a reply code"),
        ("[reply]\n25 = {}", "reply code 25 does not have three digits"),
        ("[reply]\nx = 1", "`x` is not a reply code"),
        ("[enhanced.\"5.1.1\"]", "`5.1.1` is not a code of the registry"),
        ("[command.mail]", "`mail` is not a command"),
        ("[locale.FR]", "`FR` is not a language"),
        ("[class.7]", "`7` is not a class"),
        ("[reason.A]", "`A` is not a reason"),
        ("[provider.A]", "`A` is not a provider"),
    ] {
        assert_eq!(heads(&format!("{}{table}\n", code("250", "A", ""))), [message]);
    }
    // What is there is looked at, as far as it does not depend on the class.
    let more = "enhanced = [\"2.0.0\"]\n[reply.714.answers]\nMAIL = \"success\"\n[[reply.714.rule]]\n";
    let text = format!("[reply.714]\nname = 1\ncolour = 1\n{more}");
    assert_eq!(
        super::heads(&text, &own()),
        [
            "unknown class digit in reply code 714",
            "`name` must be a string, not an integer",
            "unknown field `colour` in reply `714`",
        ]
    );
}

#[test]
fn a_code_that_stands_twice_with_its_tables_is_told_once() {
    let tables = "[reply.250.answers.MAIL]\noutcome = \"success\"\n[reply.250.answers.RCPT]\noutcome = \"success\"\n";
    let whole = code("250", "A", "") + tables;
    let found = errors(&format!("{whole}{whole}"), &own());
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("reply code 250 is listed twice"), "{}", found[0]);
    // Alone it is told, and so is a table whose name only begins like that of the one before.
    let longer = code("2501", "A", "");
    for (more, count) in [(tables.to_owned(), 2), (format!("{longer}{longer}{tables}"), 3)] {
        let found = errors(&format!("{whole}{more}"), &own());
        let twice = found.iter().filter(|error| error.contains("is listed twice"));
        assert_eq!(twice.count(), count, "{found:#?}");
    }
}

#[test]
fn a_code_with_tables_below_it_and_none_of_its_own_is_told_once() {
    let tables = "[reply.250.answers.MAIL]\noutcome = \"success\"\n[reply.250.answers.RCPT]\noutcome = \"success\"\n";
    let text = code("249", "A", "") + tables;
    let found = errors(&text, &own());
    assert_eq!(found.len(), 1, "{found:#?}");
    let lines: Vec<_> = found[0].lines().collect();
    assert_eq!(lines[0], "[reply.250.answers.MAIL] has no table [reply.250] above it");
    assert_eq!(lines[1].trim(), "--> c.toml:8:8");
    assert!(
        lines[5].contains("add the table [reply.250] with its fields, or correct the header that should be it"),
        "{}",
        found[0]
    );
    // What is in the tables is looked at.
    assert_eq!(errors(&text.replacen("\"success\"", "\"error\"", 1), &own()).len(), 2);
    // Below its tables is as good as above them, and dotted keys need no header.
    let below = format!("{tables}{}", code("250", "A", ""));
    let dotted = "reply.250.variant = \"A\"\nreply.250.name = \"N\"\nreply.250.description = \"D.\"\n\
                  reply.250.seen-when = \"S.\"\nreply.250.remediation = \"R.\"\n";
    for fine in [below.as_str(), dotted] {
        assert_eq!(errors(fine, &own()), Vec::<String>::new());
    }
    let lacking = errors(&dotted.replace("remediation", "remedy"), &own());
    assert!(lacking.iter().any(|fault| fault.starts_with("unknown field `remedy` in reply 250")), "{lacking:#?}");
    // Its pairs are not held against the enhanced codes that name it.
    let meaning = "[[provider.other.meaning]]\nreply = \"550\"\nmeaning = \"M.\"\nsource = \"S.\"\n";
    assert_eq!(
        heads(&format!("{REGISTRY}{meaning}[locale.fr.events]\n")),
        [
            "[[provider.other.meaning]] has no table [provider.other] above it",
            "[locale.fr.events] has no table [locale.fr] above it",
        ]
    );
}
