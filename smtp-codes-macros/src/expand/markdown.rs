//! Texts in rustdoc's Markdown.

use crate::text::replaced;

/// A text as Markdown that shows it as it is: outside backticks nothing is markup. What rustdoc does to quotes and
/// to three points is left to it.
pub(super) fn escape(text: &str) -> String {
    escaped(text, false)
}

/// The same for a cell of a table, where a bar would end the cell even between backticks.
pub(super) fn cell(text: &str) -> String {
    escaped(text, true)
}

fn escaped(text: &str, in_table: bool) -> String {
    // A run of three backticks would open a code block, and rustdoc would try to run it.
    let text = replaced(text, "```", "'''");
    // Whether backticks stand one by one and in pairs; and the length of a number at the beginning.
    let (mut balanced, mut single, mut before) = (true, true, 0);
    let (mut number, mut only_digits) = (0, true);
    for byte in text.bytes() {
        balanced = balanced != (byte == b'`');
        single = single && !(byte == b'`' && before == b'`');
        only_digits = only_digits && byte.is_ascii_digit();
        number += usize::from(only_digits);
        before = byte;
    }
    let balanced = balanced && single;
    let mut code = false;
    let mut output = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let mark = match character {
            '`' if balanced => {
                code = !code;
                false
            }
            '|' if code => in_table,
            _ if code => false,
            '\\' | '`' | '<' | '>' | '[' | ']' | '*' | '_' | '|' | '~' | '&' => true,
            // Two in a row would become a dash.
            '-' => at == 0 || before == '-',
            '#' | '+' | '=' => at == 0,
            // A number with one of these behind it would begin a list.
            '.' | ')' => at == number && number > 0,
            _ => false,
        };
        if mark {
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
        assert_eq!(escape("say `MAIL <a>` to <b>"), "say `MAIL <a>` to \\<b\\>");
        assert_eq!(escape("# not a heading"), "\\# not a heading");
        assert_eq!(escape("```\nrun me\n```"), "'''\nrun me\n'''");
        assert_eq!(escape("one ` only"), "one \\` only");
        assert_eq!(escape("two `` <a> ``"), "two \\`\\` \\<a\\> \\`\\`");
        assert_eq!(escape("4. January"), "4\\. January");
        assert_eq!(escape("12) of 4. January"), "12\\) of 4. January");
        assert_eq!(escape(". 4) 250 4.2.1"), ". 4) 250 4.2.1");
        assert_eq!(escape("250 or 4.2.1"), "250 or 4.2.1");
        assert_eq!(escape("&copy; AT&T `&amp;`"), "\\&copy; AT\\&T `&amp;`");
        assert_eq!(escape("~~x~~ or ~y~, `~`"), "\\~\\~x\\~\\~ or \\~y\\~, `~`");
        assert_eq!(escape("- a --- b-c"), "\\- a -\\-\\- b-c");
    }

    #[test]
    fn a_bar_does_not_end_a_cell() {
        assert_eq!(escape("`a|b` | c"), "`a|b` \\| c");
        assert_eq!(cell("`a|b` | c ~"), "`a\\|b` \\| c \\~");
    }
}
