//! The whole output for two small catalogues, compared with files that people have read: what it documents, too.
//!
//! After a change that is meant, `UPDATE_EXPANSION=1 cargo test -p smtp-codes-macros snapshot` writes them anew;
//! the difference is what to review.

use super::{Call, Code, MacroHead, catalogue};
use crate::catalogue::{CommandName, Kind, LABELS};

/// The labels of a locale: words, and frames that name what they have to.
fn labels() -> String {
    let mut text = String::new();
    for (key, frame) in LABELS {
        let frame = if frame.is_words() {
            key.to_owned()
        } else if key.ends_with("-same") && key != "act-same"
            || key.ends_with("-code")
            || key.starts_with("use-")
        {
            "{code} {name} {title} {class} {act} {lead} {seen} {commands}.".to_owned()
        } else {
            "{first-code} and {second-code} {second-lead}.".to_owned()
        };
        text += &format!("{key} = \"{frame}\"\n");
    }
    text
}

/// The output as text: a line for each attribute and item.
fn expanded(call: &Call, text: &str) -> String {
    let (faults, code) = catalogue(call, text);
    assert!(faults.is_empty(), "{faults:#?}");
    let mut output = String::new();
    for piece in code {
        output += &match piece {
            Code::Text(text) => text,
            Code::Attributes(of) => format!("\n<attributes {of}>"),
            Code::Visibility(of) => format!("<visibility {of}> "),
            Code::Name(of) => format!(" <name {of}> "),
        };
    }
    for (place, broken) in
        [("#[", "\n#["), ("static ", "\nstatic "), ("const ", "\nconst "), ("=> { ", "=>\n{ ")]
    {
        output = output.replace(place, broken);
    }
    let lines: Vec<&str> = output.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

fn same_as(file: &str, known: &str, output: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/expand/snapshot/").to_owned() + file;
    if std::env::var_os("UPDATE_EXPANSION").is_some() {
        std::fs::write(path, output).unwrap();
        return;
    }
    for (at, (known, output)) in known.lines().zip(output.lines()).enumerate() {
        assert_eq!(known, output, "{file}, line {}", at + 1);
    }
    assert_eq!(known.lines().count(), output.lines().count(), "{file}");
}

#[test]
fn snapshot_of_a_catalogue_of_the_library() {
    let section = |name: &str, section: &str| (name.to_owned(), section.to_owned());
    let call = Call {
        kind: Kind::Library,
        name: "ReplyCode".into(),
        path: "library.toml".into(),
        sections: vec![
            section("Command", "command"),
            section("Locale", "locale"),
            section("EnhancedStatus", "enhanced"),
            section("Subject", "subject"),
            section("EnhancedClass", "class"),
            section("Scope", "scope"),
            section("Reason", "reason"),
            section("Provider", "provider"),
            section("Nothing", "nothing"),
        ],
        macros: vec![MacroHead { name: "__code".into(), exported: false, reexported: false }],
    };
    let text = include_str!("library.toml").replace("LABELS\n", &labels());
    same_as("library.txt", include_str!("library.txt"), &expanded(&call, &text));
}

#[test]
fn snapshot_of_a_catalogue_of_ones_own() {
    let command = |key: &str, variant: &str| CommandName { key: key.into(), variant: variant.into() };
    let head = |name: &str, exported, reexported| MacroHead { name: name.into(), exported, reexported };
    let call = Call {
        kind: Kind::Own(vec![command("MAIL", "Mail"), command("DATA", "Data")]),
        name: "GatewayCode".into(),
        path: "/home/gateway/own.toml".into(),
        sections: Vec::new(),
        macros: vec![
            head("private", false, false),
            head("within", false, true),
            head("outside", true, false),
        ],
    };
    same_as("own.txt", include_str!("own.txt"), &expanded(&call, include_str!("own.toml")));
}

/// Beside a variant `Error`, `Self::Error` is ambiguous, and beside a variant `ALL`, which is refused, `Self::ALL`
/// would be the variant. Nothing else of an enum is called by what could be a variant's name.
#[test]
fn nothing_but_variants_and_the_list_of_them_has_a_name_like_a_variant() {
    let text = include_str!("own.toml");
    let mut names = 0;
    for path in ["Self::", "GatewayCode::"] {
        for rest in include_str!("own.txt").split(path).skip(1) {
            let name = rest.split(|other: char| !other.is_alphanumeric()).next().unwrap_or_default();
            if name.starts_with(|first: char| first.is_ascii_uppercase()) {
                assert!(name == "ALL" || text.contains(&format!("variant = \"{name}\"")), "{path}{name}");
                names += 1;
            }
        }
    }
    assert!(names > 10);
}

#[test]
fn more_faults_than_a_build_shows_are_counted() {
    let call = Call {
        kind: Kind::Own(Vec::new()),
        name: "Own".into(),
        path: "own.toml".into(),
        sections: Vec::new(),
        macros: Vec::new(),
    };
    let table = |count: usize| (0..count).map(|at| format!("[t{at}]\n")).collect::<String>();
    // Each table is unknown, and there is no code.
    let (messages, _) = catalogue(&call, &table(49));
    assert_eq!(messages.len(), 50);
    let (messages, _) = catalogue(&call, &table(59));
    assert_eq!(messages.len(), 51);
    assert_eq!(messages[50], "10 further faults in `own.toml`; mend these first");
}
