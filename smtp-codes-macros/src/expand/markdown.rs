//! Texts in rustdoc's Markdown.

/// A text as Markdown that shows it as it is: outside backticks nothing is markup.
pub(super) fn escape(text: &str) -> String {
    escaped(text, false)
}

/// The same for a cell of a table, where a bar would end the cell even between backticks.
pub(super) fn cell(text: &str) -> String {
    escaped(text, true)
}

fn escaped(text: &str, in_table: bool) -> String {
    // A run of three backticks would open a code block, and rustdoc would try to run it.
    let text = text.replace("```", "'''");
    let is_balanced = text.matches('`').count() % 2 == 0 && !text.contains("``");
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (mut in_code, mut before, mut output) = (false, ' ', String::new());
    for (at, character) in text.char_indices() {
        let is_markup = match character {
            '`' if is_balanced => {
                in_code = !in_code;
                false
            }
            '|' if in_code => in_table,
            _ if in_code => false,
            '\\' | '`' | '<' | '>' | '[' | ']' | '*' | '_' | '|' | '~' | '&' => true,
            // Two in a row would become a dash.
            '-' => at == 0 || before == '-',
            '#' | '+' | '=' => at == 0,
            // A number with one of these behind it would begin a list.
            '.' | ')' => at == digits && digits > 0,
            _ => false,
        };
        if is_markup {
            output.push('\\');
        }
        output.push(character);
        before = character;
    }
    output
}

#[cfg(test)]
mod tests {
    use super::{cell, escape};

    #[test]
    fn texts_are_shown_as_they_are() {
        for (text, shown) in [
            ("say `MAIL <a>` to <b>", "say `MAIL <a>` to \\<b\\>"),
            ("# not a heading", "\\# not a heading"),
            ("```\nrun me\n```", "'''\nrun me\n'''"),
            ("one ` only", "one \\` only"),
            ("two `` <a> ``", "two \\`\\` \\<a\\> \\`\\`"),
            ("4. January", "4\\. January"),
            ("12) of 4. January", "12\\) of 4. January"),
            (". 4) 250 4.2.1", ". 4) 250 4.2.1"),
            ("&copy; AT&T `&amp;`", "\\&copy; AT\\&T `&amp;`"),
            ("~~x~~ or ~y~, `~`", "\\~\\~x\\~\\~ or \\~y\\~, `~`"),
            ("- a --- b-c", "\\- a -\\-\\- b-c"),
            ("`a|b` | c", "`a|b` \\| c"),
        ] {
            assert_eq!(escape(text), shown);
        }
        assert_eq!(cell("`a|b` | c ~"), "`a\\|b` \\| c \\~");
    }
}
