//! The enums that are words with texts: classes and subjects of enhanced codes, scopes, reasons, providers.

use super::table::{Tables, option};
use super::{Call, Code, ROOT, docs, enumeration, index};
use crate::catalogue::{Catalogue, Meaning, Provider, Topic};

pub(super) fn topics(call: &Call, head: usize, name: &str, topics: &[Topic], code: &mut Vec<Code>) {
    let mut words = Words::new(call);
    let defined = topics.iter().any(|topic| !topic.references.is_empty());
    for topic in topics {
        words.add(topic);
        if defined {
            words.tables.references(&topic.references);
        }
    }
    words.write(head, name, "", code);
}

pub(super) fn reasons(call: &Call, head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let mut words = Words::new(call);
    for reason in &catalogue.reasons {
        words.add(reason);
    }
    let mut before = String::new();
    docs::lines(&index::reasons(catalogue), &mut before);
    words.write(head, name, &before, code);
}

pub(super) fn providers(call: &Call, head: usize, name: &str, providers: &[Provider], code: &mut Vec<Code>) {
    let mut words = Words::new(call);
    for provider in providers {
        words.add(&provider.topic);
        let mut rows = String::new();
        for meaning in &provider.meanings {
            rows += &row(meaning);
        }
        let mut signs = String::new();
        for sign in &provider.signs {
            signs += &format!("{sign:?},");
        }
        words.tables.add("__signs", "&'static [&'static str]", &format!("&[{signs}]"));
        words.tables.add("__meanings", "&'static [@ROOT@::__private::Row]", &format!("&[{rows}]"));
    }
    words.write(head, name, "", code);
}

/// An enum of words as it is written.
struct Words<'a> {
    count: usize,
    variants: String,
    all: String,
    tables: Tables<'a>,
}

impl<'a> Words<'a> {
    fn new(call: &'a Call) -> Self {
        Self { count: 0, variants: String::new(), all: String::new(), tables: Tables::new(&call.name) }
    }

    fn add(&mut self, topic: &Topic) {
        let variant = &topic.name.variant;
        self.count += 1;
        docs::lines(&docs::topic(topic), &mut self.variants);
        self.variants += &format!("{variant},");
        self.all += &format!("Self::{variant},");
        let tables = &mut self.tables;
        tables.text("__key", &topic.name.key);
        tables.text("__name", &topic.title);
        tables.text("__description", &topic.description);
        if let Some(remediation) = &topic.remediation {
            tables.text("__remediation", remediation);
            let scope = option("Scope", topic.scope.as_deref());
            tables.add("__scope", "::core::option::Option<@ROOT@::Scope>", &scope);
        }
    }

    fn write(self, head: usize, name: &str, before: &str, code: &mut Vec<Code>) {
        enumeration(head, before, &self.variants, code);
        code.push(Code::Text(self.tables.implementation(name, self.count, &self.all)));
    }
}

fn row(meaning: &Meaning) -> String {
    let (first, last) = meaning.codes;
    let reason = option("Reason", meaning.reason.as_deref());
    let (text, source) = (&meaning.text, &meaning.source);
    format!("{ROOT}::__private::Row::new({first}, {last}, {reason}, {text:?}, {source:?}),")
}
