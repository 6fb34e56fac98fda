//! Where the text is no TOML: what the reader found, as faults.

use std::ops::Range;

use super::fields::shorten;
use crate::fault::Faults;
use crate::source::Source;
use crate::toml::SyntaxError;

/// Notes every error.
pub(super) fn syntax(faults: &mut Faults, source: Source<'_>, errors: &[SyntaxError]) {
    // The header of the last table that stands twice, without brackets.
    let mut copied = "";
    for error in errors {
        let span = error.span.clone();
        let Some(duplicate) = &error.duplicate else {
            let message = format!("this is not TOML: {}", error.message);
            faults.add_syntax(span, &message, error.help);
            continue;
        };
        let at = |span: &Range<usize>| source.text().get(span.clone()).unwrap_or_default();
        let key = shorten(at(&span).trim_matches(['"', '\'']));
        let header = at(&duplicate.header).trim_matches(['[', ']']);
        if !header.is_empty() {
            // The tables below one that stands twice stand twice as well: it was copied with them.
            let rest = if copied.is_empty() { None } else { header.strip_prefix(copied) };
            if rest.is_some_and(|rest| rest.starts_with('.')) {
                continue;
            }
            copied = header;
        }
        let below_reply = at(&duplicate.header).strip_prefix("[reply.");
        let (message, twice) = if below_reply.is_some_and(|rest| rest.split_once('.').is_none()) {
            (format!("reply code {key} is listed twice"), "listed")
        } else {
            (format!("`{key}` is given twice"), "given")
        };
        let first = source.locate(duplicate.first.start);
        faults.add(span, &message, "", &format!("first {twice} at {first}; {}", error.help));
    }
}
