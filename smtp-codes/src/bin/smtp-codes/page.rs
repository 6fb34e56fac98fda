//! Text for a person's terminal: titles, labels, indented paragraphs and lists, tables.

use std::fmt::Display;
use std::io::{self, Write};

use anstream::AutoStream;
use anstyle::Style;
use serde::Serialize;
use textwrap::{Options, WordSplitter};

/// How wide a page may get: longer lines are hard to read.
const WIDEST: usize = 100;
/// Below this, lines run over rather than hold one word each.
const NARROWEST: usize = 30;

const NO_BREAK: &str = "\u{a0}";
const STRONG: Style = Style::new().bold();

/// A page that is being written, as wide as the terminal; without colour in a pipe or with `NO_COLOR`.
pub(crate) struct Page {
    output: Box<dyn Write>,
    width: usize,
}

impl Page {
    pub(crate) fn new() -> Self {
        let output = io::BufWriter::new(AutoStream::auto(io::stdout()));
        Self { output: Box::new(output), width: textwrap::termwidth().clamp(NARROWEST, WIDEST) }
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }

    /// Text as it is.
    pub(crate) fn verbatim(&mut self, text: impl Display) -> io::Result<()> {
        write!(self.output, "{text}")
    }

    /// A report for programs.
    pub(crate) fn json(&mut self, report: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut self.output, report)?;
        writeln!(self.output)
    }

    /// The title of the page.
    pub(crate) fn title(&mut self, text: impl Display) -> io::Result<()> {
        self.underlined(&text.to_string(), "=")
    }

    /// The heading of a part, after a blank line.
    pub(crate) fn heading(&mut self, text: impl Display) -> io::Result<()> {
        writeln!(self.output)?;
        self.underlined(&text.to_string(), "-")
    }

    fn underlined(&mut self, text: &str, line: &str) -> io::Result<()> {
        self.wrapped(text, "", "", STRONG)?;
        writeln!(self.output, "{}", line.repeat(text.chars().count().min(self.width)))
    }

    /// A line across the page, between two things that have nothing to do with each other.
    pub(crate) fn rule(&mut self) -> io::Result<()> {
        writeln!(self.output, "\n{}\n", "-".repeat(self.width))
    }

    /// The label of what follows, after a blank line.
    pub(crate) fn label(&mut self, text: impl Display) -> io::Result<()> {
        writeln!(self.output)?;
        self.wrapped(&text.to_string(), "", "  ", STRONG)
    }

    /// A paragraph under a label.
    pub(crate) fn paragraph(&mut self, text: impl Display) -> io::Result<()> {
        self.wrapped(&text.to_string(), "  ", "  ", Style::new())
    }

    /// A paragraph right under a title or a heading.
    pub(crate) fn plain_paragraph(&mut self, text: impl Display) -> io::Result<()> {
        self.wrapped(&text.to_string(), "", "", Style::new())
    }

    /// A label and its paragraph.
    pub(crate) fn section(&mut self, label: &str, text: impl Display) -> io::Result<()> {
        self.label(label)?;
        self.paragraph(text)
    }

    /// An item of a list, with a dash.
    pub(crate) fn item(&mut self, text: impl Display) -> io::Result<()> {
        self.wrapped(&text.to_string(), "  - ", "    ", Style::new())
    }

    /// A thing and its address, which is never cut, so that it can be clicked and copied.
    pub(crate) fn link(&mut self, name: &str, url: &str) -> io::Result<()> {
        writeln!(self.output, "  {name}: {url}")
    }

    /// A table: each column as wide as its cells, and where that is too much for the page the widest give way.
    pub(crate) fn table<const N: usize>(&mut self, rows: &[[String; N]]) -> io::Result<()> {
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let mut widths: [usize; N] = std::array::from_fn(width);
        while widths.iter().sum::<usize>() + 2 * N > self.width {
            // A column as narrow as a word stays as it is, and the lines run over.
            match widths.iter_mut().max() {
                Some(widest) if *widest > 12 => *widest -= 1,
                _ => break,
            }
        }
        for row in rows {
            let cells: Vec<Vec<String>> =
                row.iter().zip(&widths).map(|(cell, width)| lines(cell, options(*width))).collect();
            for at in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
                let cells = cells.iter().zip(&widths);
                let line: String = cells
                    .map(|(cell, width)| format!("  {:width$}", cell.get(at).map_or("", String::as_str)))
                    .collect();
                writeln!(self.output, "{}", line.trim_end())?;
            }
        }
        Ok(())
    }

    fn wrapped(&mut self, text: &str, first: &str, others: &str, style: Style) -> io::Result<()> {
        let options = options(self.width).initial_indent(first).subsequent_indent(others);
        lines(text, options).iter().try_for_each(|line| writeln!(self.output, "{style}{line}{style:#}"))
    }
}

fn lines(text: &str, options: Options<'_>) -> Vec<String> {
    textwrap::wrap(&glued(text), options).iter().map(|line| line.replace(NO_BREAK, " ")).collect()
}

/// Neither an address nor a word such as `END-OF-DATA` is cut.
fn options(width: usize) -> Options<'static> {
    Options::new(width).break_words(false).word_splitter(WordSplitter::NoHyphenation)
}

/// The text with no-break spaces where a line must not end: within short pieces of code, between a word and its number.
fn glued(text: &str) -> String {
    /// A longer piece of code has to be broken like any text.
    const SHORT: usize = 24;
    const TOGETHER: [&str; 6] = ["RFC ", "section ", " :", " ;", " !", " ?"];
    let keep = |text: &str| text.replace(' ', NO_BREAK);
    let pieces = text.split('`').enumerate().map(|(at, piece)| {
        let is_code = at % 2 == 1;
        if is_code && piece.len() <= SHORT {
            keep(piece)
        } else {
            TOGETHER.iter().fold(piece.to_owned(), |piece, words| piece.replace(words, &keep(words)))
        }
    });
    pieces.collect::<Vec<_>>().join("`")
}

/// Any bytes as text that does nothing to a terminal: one line, with a mark for what cannot be shown and for what turns
/// the direction of writing.
pub(crate) fn readable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let letters = text.trim().chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let turns = |letter: char| matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    letters.map(|letter| if letter.is_control() || turns(letter) { '\u{fffd}' } else { letter }).collect()
}
