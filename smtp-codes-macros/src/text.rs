//! Small work on texts, compiled once. What the standard library has for it is compiled anew for each type of
//! pattern and each type of list; and what can be seen of a text.

/// Adds an item to a list, behind a separator if it is not the first.
pub(crate) fn list(list: &mut String, separator: &str, item: &str) {
    if !list.is_empty() {
        list.push_str(separator);
    }
    list.push_str(item);
}

/// The text with another in each place of `from`, which begins with a character of ASCII.
pub(crate) fn replaced(text: &str, from: &str, to: &str) -> String {
    let mut output = String::with_capacity(text.len());
    let first = char::from(from.bytes().next().unwrap_or_default());
    let mut rest = text;
    while let Some(at) = rest.find(first) {
        let (before, found) = rest.split_at(at);
        output.push_str(before);
        if let Some(behind) = found.strip_prefix(from) {
            output.push_str(to);
            rest = behind;
        } else {
            output.push(first);
            rest = found.get(1..).unwrap_or_default();
        }
    }
    output.push_str(rest);
    output
}

/// Whether a character has no shape of its own, and joins, parts or turns round what stands beside it.
pub(crate) fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::{list, replaced};

    #[test]
    fn items_are_separated() {
        let mut text = String::new();
        for item in ["a", "b", "c"] {
            list(&mut text, ", ", item);
        }
        assert_eq!(text, "a, b, c");
    }

    #[test]
    fn every_place_is_replaced_as_the_standard_library_does() {
        for text in ["", "x", "__", "a__b", "_a___b____", "é__é_", "__a__"] {
            assert_eq!(replaced(text, "__", "-"), text.replace("__", "-"), "{text}");
            assert_eq!(replaced(text, "_", ""), text.replace('_', ""), "{text}");
        }
    }
}
