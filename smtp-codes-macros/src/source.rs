//! The text of a catalogue: lines and columns, and an error shown as rustc shows one.

use std::ops::Range;

/// The most characters of a line that are shown around an error.
const WIDTH: usize = 100;

/// A catalogue's text, and its path as errors show it.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    /// `catalogue.toml:4:8`: line and column are counted from 1, columns in characters.
    pub(crate) fn locate(&self, offset: usize) -> String {
        let (line, column) = self.place(offset);
        format!("{}:{line}:{column}", self.path)
    }

    fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let number = self.text[..line.start].matches('\n').count() + 1;
        (number, self.text[line.start..self.floor(offset)].chars().count() + 1)
    }

    /// The line around an offset, without its line end.
    pub(crate) fn line(&self, offset: usize) -> Range<usize> {
        let offset = self.floor(offset);
        let start = self.text[..offset].rfind('\n').map_or(self.begin(), |at| at + 1);
        start..self.text[offset..].find('\n').map_or(self.text.len(), |at| offset + at)
    }

    /// The section around an offset: from the line of a `[header]` to the next.
    pub(crate) fn section(&self, offset: usize) -> Range<usize> {
        let line = self.line(offset);
        let (mut start, mut at) = (0, 0);
        for text in self.text.split_inclusive('\n') {
            if text.trim_start_matches([' ', '\t']).starts_with('[') {
                if at > line.start {
                    return start..at;
                }
                start = at;
            }
            at += text.len();
        }
        start..at + 1
    }

    /// The error in rustc's own shape. Its first line is the message. rustc indents the lines after it by seven
    /// columns, so that the frame lines up with those of its own errors.
    pub(crate) fn render(&self, span: &Range<usize>, message: &str, help: &str) -> String {
        let (line, column) = self.place(span.start);
        let (shown, marks) = self.excerpt(span);
        let gutter = " ".repeat(line.to_string().len());
        format!(
            "{message}\n\
             {gutter}--> {}:{line}:{column}\n\
             {gutter} |\n\
             {line} | {shown}\n\
             {gutter} | {marks}\n\
             {gutter} = help: {help}",
            self.path,
        )
    }

    /// The line of an error as it is shown, and the marks below it.
    fn excerpt(&self, span: &Range<usize>) -> (String, String) {
        let range = self.line(span.start);
        let line = &self.text[range.clone()];
        let length = line.chars().count();
        let start = self.floor(span.start);
        let before = self.text[range.start..start].chars().count();
        let end = self.floor(span.end.clamp(start, range.end.max(start)));
        let marked = self.text[start..end].chars().count().max(1);
        // A long line is cut before and behind the error, so that the marks stay under it.
        let skip = if before > WIDTH / 2 && length > WIDTH { before - WIDTH / 4 } else { 0 };
        let cut: String = line.chars().map(visible).skip(skip).take(WIDTH).collect();
        let (lead, tail) = (if skip > 0 { "..." } else { "" }, if length > skip + WIDTH { "..." } else { "" });
        let indent = before - skip + lead.len();
        let marked = marked.min((lead.len() + WIDTH + tail.len()).saturating_sub(indent)).max(1);
        (format!("{lead}{cut}{tail}").trim_end().to_owned(), " ".repeat(indent) + &"^".repeat(marked))
    }

    /// Where the first line begins: behind a byte order mark, which editors and rustc do not count as a column.
    fn begin(&self) -> usize {
        if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The nearest offset at or before this one that begins a character.
    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset.max(self.begin())
    }
}

/// How an error shows a character of a catalogue: in one column, and so that no terminal obeys it.
fn visible(character: char) -> char {
    match character {
        '\t' | '\r' => ' ',
        other if other.is_control() || is_hidden(other) => '\u{fffd}',
        other => other,
    }
}

/// A word of the file as a message shows it: a hostile one may be long.
pub(crate) fn shorten(word: &str) -> String {
    let mut short = String::new();
    for (at, character) in word.chars().enumerate() {
        if at == 40 {
            return short + "...";
        }
        short.push(if character.is_control() { '\u{fffd}' } else { character });
    }
    short
}

/// Whether a character has no shape of its own, and joins, parts or turns round its neighbours.
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
    use super::Source;

    fn source(text: &str) -> Source {
        Source { path: "c.toml".into(), text: text.into() }
    }

    #[test]
    fn an_error_stands_in_a_frame_like_rustcs() {
        let text = "\n\n\n\n\n\n\n\n\n[reply.214]\nname = 1\n";
        assert_eq!(
            source(text).render(&(17..20), "wrong", "fix it"),
            "wrong\n  --> c.toml:10:9\n   |\n10 | [reply.214]\n   |         ^^^\n   = help: fix it"
        );
    }

    #[test]
    fn columns_count_characters() {
        let crlf = source("é = 1\r\nx");
        assert_eq!([3, 1, 99].map(|at| crlf.locate(at)), ["c.toml:1:3", "c.toml:1:1", "c.toml:2:2"]);
        // A byte order mark is no column.
        let marked = source("\u{feff}[reply.714]\nx");
        let places = [0, 1, 3, 10, 17, 99].map(|at| marked.locate(at)[7..].to_owned());
        assert_eq!(places, ["1:1", "1:1", "1:1", "1:8", "2:2", "2:2"]);
        assert!(marked.render(&(10..13), "", "").contains("\n1 | [reply.714]\n  |        ^^^\n"));
    }

    #[test]
    fn every_span_of_every_text_is_shown_without_a_panic() {
        for text in
            ["", "\n", "\u{feff}", "\u{feff}[é]\n[b]", "é\n\té=\u{202e}x\r\n", &"long é ".repeat(60), "[a]\nx\n[b]\n"]
        {
            let source = source(text);
            for start in 0..text.len() + 3 {
                for end in start..text.len() + 3 {
                    assert!(source.render(&(start..end), "", "").contains('^'));
                }
                assert!(source.section(start).contains(&start.min(text.len())));
            }
        }
    }

    #[test]
    fn a_line_is_cut_only_if_it_is_too_long_and_around_the_error() {
        // The line as it is shown, where its marks begin, and how many they are.
        let shown = |text: &str, span: std::ops::Range<usize>| {
            let (line, marks) = source(text).excerpt(&span);
            let begin = marks.find('^').unwrap_or_default();
            (line, begin, marks.len() - begin)
        };
        let (fits, long, longer) = ("a".repeat(100), "a".repeat(101), "b".repeat(400));
        assert_eq!(shown(&fits, 99..100), (fits.clone(), 99, 1));
        assert_eq!(shown(&long, 50..51), (fits.clone() + "...", 50, 1));
        assert_eq!(shown(&long, 51..52), ("...".to_owned() + &"a".repeat(75), 28, 1));
        assert_eq!(shown(&long, 0..101), (fits.clone() + "...", 0, 101));
        assert_eq!(shown(&"a".repeat(200), 0..200), (fits + "...", 0, 103));
        assert_eq!(shown(&longer, 300..302), (format!("...{}...", "b".repeat(100)), 28, 2));
        assert_eq!(shown(&longer, 375..400), (format!("...{}", "b".repeat(50)), 28, 25));
        assert_eq!(shown("a\u{7}\u{202e}\u{200b}b", 0..1).0, "a\u{fffd}\u{fffd}\u{fffd}b");
    }

    #[test]
    fn a_section_runs_from_header_to_header() {
        let source = source("x=1\n[a]\ny=2\n[b]\nz=3");
        assert_eq!([1, 5, 9, 17].map(|at| source.section(at)), [0..4, 4..12, 4..12, 12..20]);
    }
}
