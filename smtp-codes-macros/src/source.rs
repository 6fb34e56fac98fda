//! The text of a catalogue: lines and columns, and a fault shown as rustc would show it.

use std::ops::Range;

use crate::fault::Fault;
use crate::text::is_hidden;

/// The most characters of a line that are shown around a fault.
const WIDTH: usize = 100;

/// A catalogue's text and the path that it was named by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    path: &'a str,
    text: &'a str,
}

/// A place in the text, both counted from 1, columns in characters.
#[derive(Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl<'a> Source<'a> {
    pub(crate) fn new(path: &'a str, text: &'a str) -> Self {
        Self { path, text }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// The line and column of an offset; an offset inside a character counts as its beginning.
    pub(crate) fn place(&self, offset: usize) -> Place {
        let (start, _) = self.line_around(offset);
        let mut line = 1;
        for byte in self.text[..start].bytes() {
            line += usize::from(byte == b'\n');
        }
        Place { line, column: self.text[start..self.floor(offset)].chars().count() + 1 }
    }

    /// `catalogue.toml:4:8`
    pub(crate) fn locate(&self, offset: usize) -> String {
        let Place { line, column } = self.place(offset);
        format!("{}:{line}:{column}", self.path)
    }

    /// The line that an offset lies in.
    pub(crate) fn line(&self, offset: usize) -> &'a str {
        let (start, end) = self.line_around(offset);
        &self.text[start..end]
    }

    /// The section that an offset lies in: from the line of a `[header]` to the next.
    pub(crate) fn section(&self, offset: usize) -> Range<usize> {
        let (line, _) = self.line_around(offset);
        let mut start = 0;
        let mut at = 0;
        while at < self.text.len() {
            let (_, end) = self.line_around(at);
            if self.text[at..end].trim_start().starts_with('[') {
                if at > line {
                    return start..at;
                }
                start = at;
            }
            at = end + 1;
        }
        start..self.text.len() + 1
    }

    /// The fault in rustc's own shape. Its first line is the message; rustc indents the lines after it by
    /// seven columns, so that the frame lines up with those of its own errors.
    pub(crate) fn render(&self, fault: &Fault) -> String {
        let Place { line, column } = self.place(fault.span.start);
        let (shown, before, marked) = self.excerpt(&fault.span);
        let number = line.to_string();
        let gutter = " ".repeat(number.len());
        let marks = format!("{}{}", " ".repeat(before), "^".repeat(marked));
        let Fault { message, label, help, .. } = fault;
        let label = if label.is_empty() { String::new() } else { format!(" {label}") };
        format!(
            "{message}\n\
             {gutter}--> {}:{line}:{column}\n\
             {gutter} |\n\
             {number} | {shown}\n\
             {gutter} | {marks}{label}\n\
             {gutter} = help: {help}",
            self.path,
        )
    }

    /// The fault's line as it is shown, the columns before the marks, and how many marks.
    fn excerpt(&self, span: &Range<usize>) -> (String, usize, usize) {
        let (start, end) = self.line_around(span.start);
        let line = &self.text[start..end];
        let before = self.text[start..self.floor(span.start)].chars().count();
        let mark_end = self.floor(span.end.clamp(span.start, end.max(span.start)));
        let marked = self.text[self.floor(span.start)..mark_end].chars().count().max(1);
        // A long line is cut before and behind the fault, so that the marks stay under it.
        let skip = if before > WIDTH / 2 && line.chars().count() > WIDTH { before - WIDTH / 4 } else { 0 };
        let mut cut = String::new();
        for (at, character) in line.chars().enumerate() {
            if (skip..skip + WIDTH).contains(&at) {
                cut.push(visible(character));
            }
        }
        let lead = if skip > 0 { "..." } else { "" };
        let tail = if line.chars().count() > skip + WIDTH { "..." } else { "" };
        (
            format!("{lead}{cut}{tail}").trim_end().to_owned(),
            before - skip + lead.len(),
            marked.min((WIDTH + tail.len()).saturating_sub(before - skip)).max(1),
        )
    }

    /// Where the first line begins: behind a byte order mark.
    fn begin(&self) -> usize {
        if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The line that an offset lies in, without its line end.
    fn line_around(&self, offset: usize) -> (usize, usize) {
        let offset = self.floor(offset);
        let start = self.text[..offset].rfind('\n').map_or(self.begin(), |at| at + 1);
        let end = self.text[offset..].find('\n').map_or(self.text.len(), |at| offset + at);
        (start, end.max(start))
    }

    /// The nearest offset at or before this one that begins a character. A byte order mark is none: editors and
    /// rustc do not count it.
    fn floor(&self, offset: usize) -> usize {
        let begin = self.begin();
        if offset <= begin {
            return begin;
        }
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// What a character of a catalogue looks like in an error: one column, and no terminal obeys it.
fn visible(character: char) -> char {
    match character {
        '\t' | '\r' => ' ',
        // What cannot be seen, or turns the direction of text, would show a line that is not the one in the file.
        other if other.is_control() || is_hidden(other) => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Source};
    use crate::fault::Faults;

    fn render(text: &str, span: std::ops::Range<usize>) -> String {
        let mut faults = Faults::default();
        faults.add(span, "wrong", "here", "mend it");
        let (list, _) = faults.settle(|_| 0..1);
        Source::new("c.toml", text).render(&list[0])
    }

    #[test]
    fn a_fault_stands_in_a_frame_like_rustcs() {
        let text = "\n\n\n\n\n\n\n\n\n[reply.214]\nname = 1\n";
        assert_eq!(
            render(text, 17..20),
            "wrong\n  --> c.toml:10:9\n   |\n10 | [reply.214]\n   |         ^^^ here\n   = help: mend it"
        );
    }

    #[test]
    fn columns_count_characters() {
        let source = Source::new("c.toml", "é = 1\r\nx");
        assert_eq!(source.place(3), Place { line: 1, column: 3 });
        assert_eq!(source.place(1), Place { line: 1, column: 1 });
        assert_eq!(source.locate(99), "c.toml:2:2");
        // A byte order mark is no column.
        let marked = "\u{feff}[reply.714]\nx";
        let places: Vec<_> =
            [0, 1, 3, 10, 17, 99].iter().map(|at| Source::new("c", marked).locate(*at)).collect();
        assert_eq!(places, ["c:1:1", "c:1:1", "c:1:1", "c:1:8", "c:2:2", "c:2:2"]);
        let shown = render(marked, 10..13);
        assert!(shown.contains("\n1 | [reply.714]\n  |        ^^^ here"), "{shown}");
    }

    #[test]
    fn every_span_of_every_text_is_shown_without_a_panic() {
        for text in [
            "",
            "\n",
            "\u{feff}",
            "\u{feff}[é]\n[b]",
            "é\n\té=\u{202e}x\r\n",
            &"long é ".repeat(60),
            "[a]\nx\n[b]\n",
        ] {
            for start in 0..text.len() + 3 {
                for end in start..text.len() + 3 {
                    assert!(render(text, start..end).contains('^'));
                }
                assert!(Source::new("c", text).section(start).contains(&start.min(text.len())));
            }
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_fault() {
        let text = format!("{}FAULT{}", "a".repeat(300), "b".repeat(300));
        let shown = render(&text, 300..305);
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(lines[3].find("FAULT"), lines[4].find("^^^^^ here"));
        assert!(lines[3].len() < 130);
    }

    #[test]
    fn a_line_is_cut_only_where_it_is_too_long() {
        // The line, as it is shown, and where its marks begin and how many they are.
        let shown = |text: &str, span: std::ops::Range<usize>| {
            let shown = render(text, span);
            let lines: Vec<_> =
                shown.lines().map(|line| line.split_once("| ").unwrap_or_default().1).collect();
            let (line, marks) = (lines[3].to_owned(), lines[4].trim_end_matches(" here"));
            let begin = marks.find('^').unwrap_or_default();
            (line, begin, marks.len() - begin)
        };
        let (fits, long) = ("a".repeat(100), "a".repeat(101));
        assert_eq!(shown(&fits, 99..100), (fits.clone(), 99, 1));
        assert_eq!(shown(&long, 50..51), (fits.clone() + "...", 50, 1));
        assert_eq!(shown(&long, 51..52), ("...".to_owned() + &"a".repeat(75), 28, 1));
        assert_eq!(shown(&long, 0..101), (fits.clone() + "...", 0, 101));
        assert_eq!(shown(&"a".repeat(200), 0..200), (fits + "...", 0, 103));
        let longer = "b".repeat(400);
        assert_eq!(shown(&longer, 300..302), (format!("...{}...", "b".repeat(100)), 28, 2));
        assert_eq!(shown(&longer, 375..400), (format!("...{}", "b".repeat(50)), 28, 25));
        assert_eq!(shown("a\u{7}\u{202e}\u{200b}b", 0..1).0, "a\u{fffd}\u{fffd}\u{fffd}b");
    }

    #[test]
    fn a_section_runs_from_header_to_header() {
        let source = Source::new("c.toml", "x=1\n[a]\ny=2\n[b]\nz=3");
        assert_eq!(source.section(1), 0..4);
        assert_eq!(source.section(9), 4..12);
        assert_eq!(source.section(17), 12..20);
    }
}
