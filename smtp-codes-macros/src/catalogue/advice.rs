//! What a reply code and an enhanced status code both have beside their texts: `[reply.421.steps]`, `examples`, `sources`
//! and `aliases`.

use toml::de::DeValue;

use super::fields::{Fields, string, wrong_type};
use super::read::insert;
use super::words::{Party, Word};
use crate::code::{self, Enhanced};
use crate::diagnostic::Diagnostics;
use crate::source::shorten;
use crate::suggest::suggestion;

/// What helps a person with a code.
#[derive(Debug, Default)]
pub(crate) struct Advice {
    /// What everybody has to know: the field `remediation`.
    pub(crate) verdict: String,
    /// What each party does, in the order of the parties.
    pub(crate) steps: Vec<(Party, String)>,
    /// Replies as servers send them, their lines separated by line feeds.
    pub(crate) examples: Vec<String>,
    /// Pages that are not RFCs.
    pub(crate) sources: Vec<String>,
    /// Further words that find the code in the documentation.
    pub(crate) aliases: Vec<String>,
}

impl Advice {
    /// Takes the fields. `fits` says why a reply is no example of the code, if it is none.
    pub(super) fn take(
        fields: &mut Fields<'_, '_>,
        fits: &dyn Fn(u16, Option<Enhanced>) -> Result<(), String>,
    ) -> Self {
        let verdict = fields.text("remediation");
        let steps = steps(fields);
        let mut examples = Vec::new();
        for text in fields.raw_strings("examples") {
            match example(text.get_ref()).and_then(|(code, enhanced)| fits(code, enhanced)) {
                Ok(()) => examples.push(text.into_inner()),
                Err(message) => {
                    let help = "write a reply as servers send it, its lines separated by \\n, such as \"250 2.1.5 Ok\"";
                    fields.diagnostics.error(text.span(), message, help);
                }
            }
        }
        Self { verdict, steps, examples, sources: fields.texts("sources"), aliases: fields.texts("aliases") }
    }

    /// The whole of it: the verdict, and a line for each step with its label.
    pub(crate) fn remediation(&self) -> String {
        let steps = self.steps.iter().map(|(party, step)| format!("\n{}: {step}", party.label()));
        self.verdict.clone() + &steps.collect::<String>()
    }
}

fn steps(fields: &mut Fields<'_, '_>) -> Vec<(Party, String)> {
    let Some(value) = fields.value("steps") else { return Vec::new() };
    steps_of(fields.diagnostics, value)
}

/// The steps that a table has.
pub(super) fn steps_of(diagnostics: &mut Diagnostics, value: &super::fields::Value<'_>) -> Vec<(Party, String)> {
    let DeValue::Table(table) = value.get_ref() else {
        wrong_type(diagnostics, value, "`steps`", "a table", "write { sender = \"...\" }");
        return Vec::new();
    };
    let mut steps = Vec::new();
    for (key, value) in table {
        let word = key.get_ref();
        if let Some(party) = Party::parse(word) {
            let Some(step) = string(diagnostics, value, &format!("the step of `{word}`")) else { continue };
            insert(&mut steps, (party, step.into_inner()), |(party, _)| *party);
        } else {
            let message = format!("unknown party `{}`", shorten(word));
            diagnostics.error(key.span(), message, suggestion(word, Party::WORDS));
        }
    }
    steps
}

/// The codes of a reply, or why it is none.
fn example(text: &str) -> Result<(u16, Option<Enhanced>), String> {
    let last = text.matches('\n').count();
    let code = text.get(..3).and_then(code::number).filter(|code| (200..600).contains(code));
    let Some(code) = code else { return Err("an example starts with a reply code".to_owned()) };
    for (at, line) in text.split('\n').enumerate() {
        let separator = if at == last { ' ' } else { '-' };
        if !line.starts_with(&format!("{code}{separator}")) && (separator == '-' || line != code.to_string()) {
            return Err(format!("line {} of an example starts with `{code}{separator}`", at + 1));
        }
        if !line.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return Err(format!("line {} of an example is not printable ASCII", at + 1));
        }
    }
    let enhanced = text.get(4..).and_then(|text| text.split(' ').next()).and_then(Enhanced::parse);
    match enhanced {
        Some(enhanced) if u16::from(enhanced.class) != code / 100 => {
            Err(format!("the enhanced code {enhanced} of an example contradicts the class of {code}"))
        }
        enhanced => Ok((code, enhanced)),
    }
}
