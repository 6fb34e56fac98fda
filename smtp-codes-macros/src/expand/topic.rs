//! The enums that are words with texts: classes and subjects of enhanced codes, scopes, reasons, providers.

use super::table::{Tables, option};
use super::{Call, Code, ROOT, docs, enumeration, joined};
use crate::catalogue::{Catalogue, Meaning, Provider, Topic};

pub(super) fn topic(call: &Call, head: usize, name: &str, topics: &[Topic], code: &mut Vec<Code>) {
    let tables = tables(call, topics);
    write(head, name, "", topics, tables, code);
}

pub(super) fn reason(call: &Call, head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let mut index = String::new();
    docs::lines(&docs::reason_index(catalogue), &mut index);
    write(head, name, &index, &catalogue.reasons, tables(call, &catalogue.reasons), code);
}

pub(super) fn provider(call: &Call, head: usize, name: &str, providers: &[Provider], code: &mut Vec<Code>) {
    let mut topics = Vec::new();
    for provider in providers {
        topics.push(provider.topic.clone());
    }
    let mut tables = tables(call, &topics);
    let rows = joined(providers, "", &|provider| {
        format!("&[{}],", joined(&provider.meanings, "", &|meaning| row(meaning)))
    });
    let signs = joined(providers, "", &|provider| {
        format!("&[{}],", joined(&provider.signs, "", &|sign| format!("{sign:?},")))
    });
    tables.add("__signs", "&'static [&'static str]", &signs);
    tables.add("__meanings", &format!("&'static [{ROOT}::__private::Row]"), &rows);
    write(head, name, "", &topics, tables, code);
}

fn tables(call: &Call, topics: &[Topic]) -> Tables {
    let mut tables = Tables::new(topics.len());
    tables.texts("__key", topics, &|topic| topic.name.key.clone());
    tables.texts("__name", topics, &|topic| topic.title.clone());
    tables.texts("__description", topics, &|topic| topic.description.clone());
    if topics.iter().any(|topic| topic.remediation.is_some()) {
        tables.texts("__remediation", topics, &|topic| topic.remediation.clone().unwrap_or_default());
        let rows = joined(topics, "", &|topic| option("Scope", topic.scope.as_deref()) + ",");
        tables.add("__scope", &format!("::core::option::Option<{ROOT}::Scope>"), &rows);
    }
    if topics.iter().any(|topic| !topic.references.is_empty()) {
        tables.references(&call.name, topics, &|topic| topic.references.clone());
    }
    tables
}

fn row(meaning: &Meaning) -> String {
    let (first, last) = meaning.codes;
    let reason = option("Reason", meaning.reason.as_deref());
    let (text, source) = (&meaning.text, &meaning.source);
    format!("{ROOT}::__private::Row::new({first}, {last}, {reason}, {text:?}, {source:?}),")
}

fn write(head: usize, name: &str, index: &str, topics: &[Topic], tables: Tables, code: &mut Vec<Code>) {
    let mut variants = String::new();
    let mut all = String::new();
    for topic in topics {
        let variant = &topic.name.variant;
        docs::lines(&docs::topic(topic), &mut variants);
        variants += &format!("{variant},");
        all += &format!("Self::{variant},");
    }
    enumeration(head, index, &variants, code);
    code.push(Code::Text(tables.of(name, &all)));
}
