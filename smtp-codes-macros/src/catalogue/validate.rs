//! The rules that concern several entries: their variants, their signs, and the pairs of codes that both tables list.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::provider::Provider;
use super::read::Catalogue;
use crate::code::Enhanced;
use crate::diagnostic::Diagnostics;
use crate::source::Source;

impl Catalogue {
    /// Checks the rules.
    pub(crate) fn validate(&mut self, table: &DeTable<'_>, source: &Source, diagnostics: &mut Diagnostics) {
        self.unique_variants(source, diagnostics);
        self.unique_signs(source, diagnostics);
        let is_readable = |heading: &str| table.get(heading).is_none_or(|value| value.get_ref().is_table());
        if is_readable("subject") {
            self.subjects(diagnostics);
        }
        if !self.statuses.is_empty() || !self.subjects.is_empty() {
            self.missing_pairs(diagnostics, is_readable("enhanced"), is_readable("reply"));
            self.one_sided_pairs(diagnostics);
        }
        let span = match table.get("reply").map(|value| (value.get_ref(), value.span())) {
            None => 0..0,
            Some((DeValue::Table(table), span)) if table.is_empty() => span,
            // It has entries, or is not a table, which was told.
            Some(_) => return,
        };
        let help = "add a table [reply.250] with `variant`, `name`, `description`, `seen-when` and `remediation`";
        diagnostics.unknown(span, "this catalogue has no reply codes", help);
    }

    /// A variant that is used twice counts for the first.
    fn unique_variants(&mut self, source: &Source, diagnostics: &mut Diagnostics) {
        let Self { replies, statuses, commands, locales, classes, subjects, scopes, reasons, providers, .. } = self;
        let mut seen = Vec::new();
        let mut check = |heading: &str, variant: &mut Option<Spanned<String>>, key: &str| {
            let Some(name) = &variant else { return };
            let (span, name) = (name.span(), name.get_ref());
            if let Some((first, at)) = first_use(&mut seen, format!("{heading}.{name}"), key, &span) {
                let message = format!("the variant `{name}` is used by {first} and {key}");
                let help = format!("choose another name, the first use is at {}", source.locate(*at));
                diagnostics.error(span, message, help);
                *variant = None;
            }
        };
        for reply in replies {
            check("reply", &mut reply.variant, &reply.number.to_string());
        }
        for status in statuses {
            let key = format!("X.{}", status.parts());
            check("enhanced", &mut status.variant, &key);
        }
        for command in commands {
            check("command", &mut command.variant, &command.key);
        }
        for locale in locales {
            check("locale", &mut locale.variant, &locale.tag);
        }
        for Provider { topic, .. } in providers {
            check("provider", &mut topic.variant, &topic.key);
        }
        for (heading, topics) in [("class", classes), ("subject", subjects), ("scope", scopes), ("reason", reasons)] {
            for topic in topics {
                check(heading, &mut topic.variant, &topic.key);
            }
        }
    }

    /// A sign tells one reason. One that holds another is no fault: the longer one counts.
    fn unique_signs(&self, source: &Source, diagnostics: &mut Diagnostics) {
        let mut seen = Vec::new();
        for reason in &self.reasons {
            for sign in &reason.signs {
                let text = sign.get_ref();
                if let Some((first, at)) = first_use(&mut seen, text.clone(), &reason.key, &sign.span()) {
                    let message = format!("the sign `{text}` is listed for {first} and {}", reason.key);
                    let help = format!("keep one of the two, the first is at {}", source.locate(*at));
                    diagnostics.error(sign.span(), message, help);
                }
            }
        }
    }

    /// Every subject has a table. Each that has none is told once.
    fn subjects(&self, diagnostics: &mut Diagnostics) {
        let mut told = None;
        for status in &self.statuses {
            let subject = status.subject;
            if told == Some(subject) || self.subjects.iter().any(|topic| topic.number() == subject) {
                continue;
            }
            told = Some(subject);
            let message = format!("the subject of X.{} has no table", status.parts());
            let help = format!("add a table [subject.{subject}] with its texts");
            diagnostics.unknown(status.span.clone(), message, help);
        }
    }

    /// Both codes of a pair have a table. Each code that has none is told once, and its pairs are not part of the model.
    fn missing_pairs(&mut self, diagnostics: &mut Diagnostics, has_statuses: bool, has_replies: bool) {
        let mut told = Vec::new();
        for reply in &mut self.replies {
            for pair in &reply.enhanced {
                let (code, name) = ((pair.get_ref().subject, pair.get_ref().detail), pair.get_ref().to_string());
                if self.statuses.iter().any(|status| status.code() == code) {
                    continue;
                }
                // Another pair was meant, perhaps one that the other table lists.
                reply.pairs_are_whole = false;
                if has_statuses && !told.contains(&code) {
                    told.push(code);
                    let name = format!("X{}", &name[1..]);
                    let help = format!("add a table [enhanced.\"{name}\"], or take the pair out");
                    diagnostics.unknown(pair.span(), format!("the catalogue has no {name}"), help);
                }
            }
        }
        let mut told = Vec::new();
        for status in &mut self.statuses {
            status.replies.retain(|pair| {
                let number = *pair.get_ref();
                if self.replies.iter().any(|reply| reply.number == number) {
                    return true;
                }
                status.pairs_are_whole = false;
                if has_replies && !self.replies.is_empty() && !told.contains(&number) {
                    told.push(number);
                    let help = format!("add a table [reply.{number}], or take the pair out");
                    diagnostics.unknown(pair.span(), format!("the catalogue has no reply code {number}"), help);
                }
                false
            });
        }
    }

    /// A pair that one table lists, the other lists too.
    fn one_sided_pairs(&self, diagnostics: &mut Diagnostics) {
        for reply in &self.replies {
            for pair in &reply.enhanced {
                let code = *pair.get_ref();
                let Some(status) = self.status(code.subject, code.detail) else { continue };
                let lists_it = status.replies.iter().any(|pair| *pair.get_ref() == reply.number);
                if status.pairs_are_whole && !lists_it && !status.any_reply.contains(&code.class) {
                    let (number, name) = (reply.number, format!("X.{}", status.parts()));
                    let help = format!("add \"{number}\" to `replies` of [enhanced.\"{name}\"], or take the pair out");
                    let message = format!("{name} does not list {number}, which lists it");
                    // What the other table lists was perhaps only not understood.
                    diagnostics.incomplete_at(status.table.start, pair.span(), message, help);
                }
            }
        }
        for status in &self.statuses {
            for pair in &status.replies {
                let Some(reply) = self.reply(*pair.get_ref()) else { continue };
                let is_code = |code: &Spanned<Enhanced>| {
                    (code.get_ref().subject, code.get_ref().detail) == (status.subject, status.detail)
                };
                if reply.pairs_are_whole && !reply.enhanced.iter().any(is_code) {
                    let (number, class) = (reply.number, reply.number / 100);
                    let code = format!("{class}.{}", status.parts());
                    let help = format!("add \"{code}\" to `enhanced` of [reply.{number}], or take the pair out");
                    let message = format!("{number} does not list {code}, which lists it");
                    diagnostics.incomplete_at(reply.table.start, pair.span(), message, help);
                }
            }
        }
    }
}

/// The owner and the place of the first use of a name; notes it if this is the first. `seen` is in alphabetical order.
fn first_use<'a>(
    seen: &'a mut Vec<(String, (String, usize))>,
    name: String,
    owner: &str,
    span: &Range<usize>,
) -> Option<&'a (String, usize)> {
    match seen.binary_search_by(|(known, _)| known.cmp(&name)) {
        Ok(at) => seen.get(at).map(|(_, first)| first),
        Err(at) => {
            seen.insert(at, (name, (owner.to_owned(), span.start)));
            None
        }
    }
}
