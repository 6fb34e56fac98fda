//! Every fault that the registry, the reasons and the providers of a catalogue can have.

use super::{code, errors, heads, library, one};

/// A small registry: a scope, a reason, a subject, one enhanced code, and its pair.
pub(super) const REGISTRY: &str = r#"[reply.550]
variant = "Refused"
name = "N"
description = "D."
seen-when = "S."
remediation = "R."
enhanced = ["5.1.1"]
[subject.1]
variant = "Addressing"
name = "N"
description = "D."
[scope.recipient]
variant = "Recipient"
name = "N"
description = "D."
[reason.unknown-recipient]
variant = "UnknownRecipient"
name = "N"
scope = "recipient"
description = "D."
remediation = "R."
[enhanced."X.1.1"]
variant = "NoMailbox"
name = "N"
replies = ["550"]
reason = "unknown-recipient"
confidence = "high"
condemns-recipient = true
description = "D."
remediation = "R."
[provider.some]
variant = "Some1"
name = "N"
description = "D."
[[provider.some.meaning]]
code = "5.1.1"
reason = "unknown-recipient"
meaning = "M."
source = "S."
"#;

/// An edit of the registry gives this one fault.
fn check(from: &str, to: &str, message: &str, place: &str, help: &str) {
    let edited = REGISTRY.replacen(from, to, 1);
    assert_ne!(edited, REGISTRY, "{from}");
    one(&edited, &library(), message, place, help);
}

#[test]
fn faults_of_the_registry() {
    assert_eq!(errors(REGISTRY, &library()), Vec::<String>::new());
    check(
        "\"unknown-recipient\"\nconfidence",
        "\"unknown-recipent\"\nconfidence",
        "unknown reason `unknown-recipent`",
        "26:10",
        "did you mean `unknown-recipient`?",
    );
    check(
        "scope = \"recipient\"",
        "scope = \"recipent\"",
        "unknown scope `recipent`",
        "19:9",
        "did you mean `recipient`?",
    );
    check("\"high\"", "\"hihg\"", "unknown confidence `hihg`", "27:14", "did you mean `high`?");
    check(
        "confidence = \"high\"\n",
        "",
        "X.1.1 has a `reason` and no `confidence`",
        "26:10",
        "add the line confidence",
    );
    check(
        "reason = \"unknown-recipient\"\nconfidence",
        "confidence",
        "X.1.1 has a `confidence` and no `reason`",
        "26:14",
        "add the reason",
    );
    check(
        "confidence =",
        "scope = \"recipient\"\nconfidence =",
        "X.1.1 has both a `reason` and a `scope`",
        "27:9",
        "take out the scope",
    );
}

#[test]
fn faults_of_the_pairs() {
    check(
        "enhanced = [\"5.1.1\"]",
        "enhanced = [\"5.1.1\", \"5.1.9\"]",
        "the catalogue has no X.1.9",
        "7:22",
        "add a table",
    );
    check(
        "enhanced = [\"5.1.1\"]",
        "enhanced = []",
        "550 does not list 5.1.1, which lists it",
        "25:12",
        "add \"5.1.1\" to `enhanced`",
    );
    check(
        "replies = [\"550\"]",
        "replies = []",
        "X.1.1 does not list 550, which lists it",
        "7:13",
        "add \"550\" to `replies`",
    );
    check(
        "replies = [\"550\"]",
        "replies = [\"550\", \"551\"]",
        "the catalogue has no reply code 551",
        "25:19",
        "add a table [reply.551]",
    );
    check(
        "replies = [\"550\"]",
        "replies = [\"550\", \"550\"]",
        "`550` is out of place in `replies`",
        "25:19",
        "list each reply code once, ascending",
    );
    for none in ["55", "abc", "714", "199", "600", "5000", "0550"] {
        check(
            "replies = [\"550\"]",
            &format!("replies = [\"{none}\", \"550\"]"),
            &format!("`{none}` is not a reply code"),
            "25:12",
            "write its three digits, 200 to 599, in quotes",
        );
    }
    check(
        "replies = [\"550\"]",
        "replies = [\"334\", \"550\"]",
        "a 334 reply has no enhanced code",
        "25:12",
        "take it out: replies that start with 3 have none",
    );
    check(
        "replies = [\"550\"]",
        "replies = [\"550\"]\nclasses = [\"5\", \"4\"]",
        "`4` is out of place in `classes`",
        "26:17",
        "list classes of enhanced codes",
    );
}

#[test]
fn a_pair_is_the_two_codes_and_not_one_of_them() {
    let second = "[enhanced.\"X.1.2\"]\nvariant = \"NoDomain\"\nname = \"N\"\nreplies = [\"550\"]\n\
                  description = \"D.\"\nremediation = \"R.\"\n";
    let text = REGISTRY.replacen("[provider.some]", &format!("{second}[provider.some]"), 1);
    let found = errors(&text, &library());
    assert!(found.len() == 1 && found[0].starts_with("550 does not list 5.1.2"), "{found:#?}");
    let both = text.replacen("[\"5.1.1\"]", "[\"5.1.1\", \"5.1.2\"]", 1);
    assert_eq!(errors(&both, &library()), Vec::<String>::new());
    // The subject 0 is one like the others.
    let zero = both.replace(".1.2\"", ".0.2\"").replace("[\"5.1.1\", \"5.0.2\"]", "[\"5.0.2\", \"5.1.1\"]");
    let subject = "[subject.0]\nvariant = \"Other\"\nname = \"N\"\ndescription = \"D.\"\n[subject.1]";
    let found = errors(&zero.replacen("[subject.1]", subject, 1), &library());
    assert!(found.len() == 1 && found[0].starts_with("X.0.2 comes after X.1.1"), "{found:#?}");
}

#[test]
fn faults_of_the_registry_that_pull_others_along() {
    let first = |from: &str, to: &str| {
        let edited = REGISTRY.replacen(from, to, 1);
        assert_ne!(edited, REGISTRY, "{from}");
        heads(&edited, &library())
    };
    let has = |list: Vec<String>, message: &str| {
        assert!(list.iter().any(|found| found == message), "{message}: {list:#?}");
    };
    has(first("[enhanced.\"X.1.1\"]", "[enhanced.\"5.1.1\"]"), "`5.1.1` is not a code of the registry");
    has(first("[subject.1]", "[subject.01]"), "`01` is not a subject");
    has(first("[subject.1]", "[subject.2]"), "the subject of X.1.1 has no table");
    has(first("[provider.some]", "[provider.Some]"), "`Some` is not a provider");
    let innocent = REGISTRY.replace("X.1.1", "X.7.1").replace("5.1.1", "5.7.1").replace("[subject.1]", "[subject.7]");
    let found = errors(&innocent, &library());
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("X.7.1 must not condemn the recipient"), "{}", found[0]);
    let temporary = code("450", "A", "condemns-recipient = true");
    has(heads(&temporary, &library()), "reply 450 must not condemn the recipient");
    for (to, message) in [
        ("code = \"5.1\"", "`5.1` is not an enhanced status code"),
        ("reply = \"55\"", "`55` is not a reply code"),
        ("from = \"5.1.9\"\nto = \"5.1.1\"", "5.1.9 to 5.1.1 is not a range"),
        ("from = \"5.1.1\"\nto = \"5.2.1\"", "5.1.1 to 5.2.1 is not a range"),
        ("from = \"5.1.1\"", "a meaning needs `code`, or `from` and `to`, or `reply`, and only one of the three"),
        (
            "code = \"5.1.1\"\nreply = \"550\"",
            "a meaning needs `code`, or `from` and `to`, or `reply`, and only one of the three",
        ),
    ] {
        has(first("code = \"5.1.1\"", to), message);
    }
    let twice = format!("{REGISTRY}[[provider.some.meaning]]\ncode = \"5.1.1\"\nmeaning = \"M.\"\nsource = \"S.\"\n");
    has(heads(&twice, &library()), "a meaning of provider some is about the same code as an earlier one");
    has(
        first(
            "[enhanced.\"X.1.1\"]",
            "[enhanced.\"X.1.2\"]\nvariant = \"A\"\nname = \"N\"\ndescription = \"D.\"\nremediation = \"R.\"\n[enhanced.\"X.1.1\"]",
        ),
        "X.1.1 comes after X.1.2",
    );
}

#[test]
fn faults_of_signs() {
    let signs = |list: &str| format!("scope = \"recipient\"\nsigns = [{list}]");
    let fine = signs("\"user unknown\", \"user * unknown\", \"isn't rfc.5321\", \"邮箱\"");
    let edited = REGISTRY.replacen("scope = \"recipient\"", &fine, 1);
    assert_eq!(errors(&edited, &library()), Vec::<String>::new());
    for (sign, fault, help) in [
        ("User unknown", "has an uppercase letter", "write it in lowercase"),
        ("* unknown", "has a `*` that is not between two words", "write words on both sides"),
        ("user *", "has a `*` that is not between two words", "write words on both sides"),
        ("a * b * c", "has a `*` that is not between two words", "write words on both sides"),
        ("user-unknown", "has a character that separates words", "write words of letters and digits"),
        ("user * 'unknown'", "has a character that separates words", "write words of letters and digits"),
        ("user", "is too short or common to tell a reason", "add the words that stand beside it"),
        ("bl", "is too short or common to tell a reason", "add the words that stand beside it"),
    ] {
        let list = signs(&format!("\"{sign}\""));
        check("scope = \"recipient\"", &list, &format!("the sign `{sign}` {fault}"), "20:10", help);
    }
    let second = "[reason.other]\nvariant = \"Other\"\nname = \"N\"\nscope = \"recipient\"\ndescription = \"D.\"\n\
                  remediation = \"R.\"\nsigns = [\"unknown user\", \"user unknown\"]\n[enhanced.\"X.1.1\"]";
    one(
        &edited.replacen("[enhanced.\"X.1.1\"]", second, 1),
        &library(),
        "the sign `user unknown` is listed for unknown-recipient and other",
        "29:26",
        "keep one of the two, the first is at c.toml:20:10",
    );
    let short = "variant = \"Some1\"\nsigns = [\"[\"]";
    check("variant = \"Some1\"", short, "a sign of provider some is too short to tell it", "33:10", "add what");
}
