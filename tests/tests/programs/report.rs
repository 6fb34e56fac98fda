//! The JSON of the example `triage`, read back.

use serde_json::Value;

use super::{run, run_on};

pub(crate) fn json(arguments: &[&str]) -> Value {
    parsed(&run(TRIAGE, &[arguments, &["--json"]].concat()).stdout)
}

pub(crate) fn json_on(input: &[u8]) -> Value {
    parsed(&run_on(TRIAGE, &["--json"], input).stdout)
}

pub(crate) fn parsed(text: &[u8]) -> Value {
    serde_json::from_slice(text).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(text)))
}

pub(crate) const TRIAGE: &str = "triage";

/// A row as `2 550 5.1.1 RCPT`: the first three columns and the commands.
pub(crate) fn rows(report: &Value) -> Vec<String> {
    let or_dash = |value: &Value| match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let rows = report["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        let answers: Vec<String> =
            row["answers"].as_array().unwrap().iter().map(|answer| or_dash(&answer["command"])).collect();
        let answers = if answers.is_empty() { "-".to_owned() } else { answers.join(", ") };
        format!("{} {} {} {answers}", row["count"], or_dash(&row["code"]), or_dash(&row["enhanced"]))
    })
    .collect()
}
