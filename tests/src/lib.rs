//! The catalogue read a second way, with serde's derive, for the tests to compare with what the macro made.
//!
//! Nothing of the macro's reading is used here: the two have to agree by themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

pub mod own;

/// The code blocks of the README, run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The folder of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A file of the repository.
///
/// # Panics
///
/// Where it cannot be read.
#[must_use]
pub fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The catalogue.
///
/// # Panics
///
/// Where serde cannot read it.
#[must_use]
pub fn catalogue() -> Catalogue {
    toml::from_str(&read("smtp-codes/catalogue.toml")).unwrap_or_else(|error| panic!("{error}"))
}

/// A text as the library has it: a line break counts as a space.
#[must_use]
pub fn flat(text: &str) -> String {
    let is_break = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    text.split(is_break).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The rows of a file of facts, without its heading.
///
/// # Panics
///
/// Where the file cannot be read.
#[must_use]
pub fn facts(file: &str) -> Vec<Vec<String>> {
    let text = read(&format!("tests/facts/{file}"));
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// By tag.
    pub locale: BTreeMap<String, toml::Table>,
    /// By key.
    pub command: BTreeMap<String, Command>,
    /// By number.
    pub reply: BTreeMap<String, Reply>,
    /// By digit.
    pub class: BTreeMap<String, Topic>,
    /// By number.
    pub subject: BTreeMap<String, Topic>,
    /// By key.
    pub scope: BTreeMap<String, Topic>,
    /// By key.
    pub reason: BTreeMap<String, Topic>,
    /// By code, with X for the class.
    pub enhanced: BTreeMap<String, Status>,
    /// By key.
    pub provider: BTreeMap<String, Provider>,
}

/// A word with texts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Topic {
    pub variant: String,
    pub name: String,
    pub description: String,
    pub remediation: Option<String>,
    pub scope: Option<String>,
    #[serde(default)]
    pub signs: Vec<String>,
    #[serde(default)]
    pub references: Vec<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// An enhanced code of the registry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs)]
pub struct Status {
    pub variant: String,
    pub name: String,
    pub description: String,
    pub remediation: String,
    #[serde(default)]
    pub steps: BTreeMap<String, String>,
    #[serde(default)]
    pub examples: Vec<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub note: Option<String>,
    #[serde(default)]
    pub classes: Vec<String>,
    #[serde(default)]
    pub replies: Vec<String>,
    #[serde(default)]
    pub any_reply: Vec<String>,
    #[serde(default)]
    pub references: Vec<String>,
    pub scope: Option<String>,
    pub reason: Option<String>,
    pub confidence: Option<String>,
    #[serde(default)]
    pub condemns_recipient: bool,
}

/// A provider.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Provider {
    pub variant: String,
    pub name: String,
    pub description: String,
    #[serde(default)]
    pub signs: Vec<String>,
    #[serde(default)]
    pub meaning: Vec<Meaning>,
}

/// What a provider means by a code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Meaning {
    pub code: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub reply: Option<String>,
    pub reason: Option<String>,
    pub source: String,
    pub meaning: String,
}

/// A command.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Command {
    pub variant: String,
    pub name: String,
    pub description: String,
    #[serde(default)]
    pub references: Vec<String>,
    #[serde(default)]
    pub obsolete: bool,
    #[serde(default)]
    pub event: bool,
}

/// A reply code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs)]
pub struct Reply {
    pub variant: String,
    pub name: String,
    pub standing: String,
    #[serde(default = "unspecified")]
    pub closes_connection: String,
    pub description: String,
    pub seen_when: String,
    pub remediation: String,
    #[serde(default)]
    pub steps: BTreeMap<String, String>,
    #[serde(default)]
    pub examples: Vec<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub references: Vec<String>,
    #[serde(default)]
    pub enhanced: Vec<String>,
    #[serde(default)]
    pub answers: BTreeMap<String, Row>,
    #[serde(default)]
    pub rule: Vec<Rule>,
    pub scope: Option<String>,
    pub reason: Option<String>,
    pub confidence: Option<String>,
    #[serde(default)]
    pub condemns_recipient: bool,
}

fn unspecified() -> String {
    "unspecified".to_owned()
}

/// An answer to one command.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Row {
    pub outcome: String,
    pub meaning: Option<String>,
    #[serde(default)]
    pub references: Vec<String>,
}

/// An answer to many.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Rule {
    pub outcome: String,
    pub when: String,
    pub meaning: Option<String>,
    #[serde(default)]
    pub references: Vec<String>,
    pub to: Option<Vec<String>>,
    pub except: Option<Vec<String>>,
}

impl Rule {
    /// Whether the rule is about this command.
    #[must_use]
    pub fn reaches(&self, command: &str) -> bool {
        let names = |list: &Vec<String>| list.iter().any(|name| name == command);
        self.to.as_ref().is_none_or(names) && !self.except.as_ref().is_some_and(names)
    }
}

/// The file of a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Language {
    pub labels: BTreeMap<String, String>,
    pub parties: BTreeMap<String, String>,
    pub events: BTreeMap<String, String>,
    pub reply: BTreeMap<String, Texts>,
}

/// The texts of a reply code in another language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs)]
pub struct Texts {
    pub name: String,
    pub description: String,
    pub seen_when: String,
    pub remediation: String,
    #[serde(default)]
    pub steps: BTreeMap<String, String>,
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    #[serde(default)]
    pub rule: Vec<TranslatedRule>,
}

/// A rule of a reply code in another language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TranslatedRule {
    pub when: String,
    pub meaning: Option<String>,
}

/// The French texts, read a second way.
///
/// # Panics
///
/// If the file is not what it should be.
#[must_use]
pub fn french() -> Language {
    toml::from_str(&read("smtp-codes/catalogue.fr.toml")).unwrap()
}
