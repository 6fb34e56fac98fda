//! What people paste, and the right answer: the cases of `tests/cases`, each run through the command.

mod programs;

use programs::{TOOL, json_on, run, run_on};
use serde::Deserialize;
use serde_json::Value;
use smtp_codes_tests::{read, repository};

/// A case as it was met, with strings that the answer must and must not have.
#[derive(Deserialize)]
struct Case {
    id: String,
    tool: String,
    input: String,
    right: String,
    expect: Vec<String>,
    forbid: Vec<String>,
}

/// Another of the same kind: what is found in it.
#[derive(Deserialize)]
struct Neighbour {
    kind: String,
    tool: String,
    text: String,
    /// `explain`: code, enhanced code, command, recipient, outcome, and the status where there is no code. `triage`:
    /// outcome, count, code, enhanced code, commands. `-` for none and `*` for any.
    cases: Vec<String>,
    #[serde(default)]
    condemned: Vec<String>,
    #[serde(default)]
    unread: u64,
    /// The reason of the first, and how sure it may be at most.
    reason: Option<String>,
    most: Option<String>,
}

fn all<T: serde::de::DeserializeOwned>(file: &str) -> Vec<T> {
    read(file).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_case_is_answered_rightly() {
    let mut wrong = Vec::new();
    let cases: Vec<Case> = all("tests/cases/cases.jsonl");
    assert!(cases.len() >= 87);
    for case in cases {
        let path = repository().join("tests/cases").join(&case.input);
        let output = match case.tool.as_str() {
            "explain" => run_on(TOOL, &["explain", "-"], &std::fs::read(&path).unwrap()),
            _ => run(TOOL, &["triage", path.to_str().unwrap()]),
        };
        let text = folded(&String::from_utf8(output.stdout).unwrap());
        let lacks = case.expect.iter().any(|expected| !text.contains(&folded(expected)));
        let has = case.forbid.iter().any(|forbidden| text.contains(&folded(forbidden)));
        let is_silent = text.is_empty() && output.stderr.is_empty();
        if lacks || has || is_silent || !matches!(output.status.code(), Some(0 | 1)) {
            wrong.push(format!("{}: {}\n{text}", case.id, case.right));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn or_dash(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What the command found, in the form of the file.
fn found(tool: &str, report: &Value) -> Vec<String> {
    let explained = |case: &Value| {
        let mut words: Vec<String> =
            ["code", "enhanced", "command", "recipient", "outcome"].map(|name| or_dash(&case[name])).to_vec();
        words.extend(case["status"].as_str().filter(|_| case["code"].is_null()).map(str::to_owned));
        words.join(" ")
    };
    let counted = |row: &Value| {
        let answers: Vec<_> = row["answers"].as_array().unwrap().iter().map(|one| or_dash(&one["command"])).collect();
        let answers = if answers.is_empty() { "-".to_owned() } else { answers.join(",") };
        let words = ["outcome", "count", "code", "enhanced"].map(|name| or_dash(&row[name]));
        format!("{} {answers}", words.join(" "))
    };
    match tool {
        "explain" => report["cases"].as_array().unwrap().iter().map(explained).collect(),
        _ => report["rows"].as_array().unwrap().iter().map(counted).collect(),
    }
}

fn matches(expected: &str, found: &str) -> bool {
    let (expected, found): (Vec<_>, Vec<_>) = (expected.split(' ').collect(), found.split(' ').collect());
    expected.len() == found.len() && expected.iter().zip(&found).all(|(one, other)| *one == "*" || one == other)
}

#[test]
fn the_neighbours_of_each_fault_are_answered_rightly() {
    let neighbours: Vec<Neighbour> = all("tests/cases/neighbours.jsonl");
    for kind in ["A", "B", "C", "D", "E", "F", "G", "H", "T"] {
        assert!(neighbours.iter().filter(|one| one.kind == kind).count() >= 5, "{kind}");
    }
    for one in neighbours {
        let report = json_on(&[&one.tool, "--json", "-"], one.text.as_bytes());
        let found = found(&one.tool, &report);
        let is_right = found.len() == one.cases.len()
            && one.cases.iter().zip(&found).all(|(expected, found)| matches(expected, found));
        assert!(is_right, "{}\nexpected {:?}, found {found:?}", one.text, one.cases);
        if one.tool == "triage" {
            let condemned: Vec<String> = serde_json::from_value(report["condemned"].clone()).unwrap();
            assert_eq!(condemned, one.condemned, "{}", one.text);
            assert_eq!(report["not_understood"]["count"], one.unread, "{}", one.text);
        }
        if let (Some(reason), Some(most)) = (one.reason, one.most) {
            let first = &report["cases"][0];
            assert_eq!(first["reason"], reason, "{}", one.text);
            let rank = |word: &str| ["low", "medium", "high"].iter().position(|other| *other == word);
            assert!(rank(&or_dash(&first["confidence"])) <= rank(&most), "{}: {first}", one.text);
        }
    }
}
