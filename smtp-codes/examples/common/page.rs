//! Text for a person's terminal: titles, labels, indented paragraphs and lists, tables, none of them in colour.

use std::fmt::Display;
use std::io::{self, Write};

use textwrap::{Options, WordSplitter};

/// How wide a page may get: longer lines are hard to read.
const WIDEST: usize = 100;
/// How wide it is where nobody knows how wide it could be, as in a pipe.
const USUAL: usize = 80;
/// Below this, lines run over rather than hold one word each.
const NARROWEST: usize = 30;

const NO_BREAK: &str = "\u{a0}";

/// A page that is being written, as wide as the terminal.
pub(crate) struct Page<'a> {
    output: &'a mut dyn Write,
    width: usize,
}

impl<'a> Page<'a> {
    pub(crate) fn new(output: &'a mut dyn Write) -> Self {
        // Only the standard output counts: in `explain 550 | less` the terminal is somebody else's.
        let columns =
            terminal_size::terminal_size_of(io::stdout()).map(|(columns, _)| usize::from(columns.0));
        Self { output, width: columns.unwrap_or(USUAL).clamp(NARROWEST, WIDEST) }
    }

    /// Text as it is.
    pub(crate) fn verbatim(&mut self, text: impl Display) -> io::Result<()> {
        write!(self.output, "{text}")
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
        self.wrapped(text, "", "")?;
        writeln!(self.output, "{}", line.repeat(text.chars().count().min(self.width)))
    }

    /// A line across the page, between two things that have nothing to do with each other.
    pub(crate) fn rule(&mut self) -> io::Result<()> {
        writeln!(self.output, "\n{}\n", "-".repeat(self.width))
    }

    /// The label of what follows, after a blank line.
    pub(crate) fn label(&mut self, text: impl Display) -> io::Result<()> {
        writeln!(self.output)?;
        self.wrapped(&text.to_string(), "", "  ")
    }

    /// A paragraph under a label.
    pub(crate) fn paragraph(&mut self, text: impl Display) -> io::Result<()> {
        self.wrapped(&text.to_string(), "  ", "  ")
    }

    /// A paragraph right under a title or a heading.
    pub(crate) fn plain_paragraph(&mut self, text: impl Display) -> io::Result<()> {
        self.wrapped(&text.to_string(), "", "")
    }

    /// A label and its paragraph.
    pub(crate) fn section(&mut self, label: &str, text: impl Display) -> io::Result<()> {
        self.label(label)?;
        self.paragraph(text)
    }

    /// A line as it is, with a mark under one of its letters if it is near enough to be seen.
    pub(crate) fn pointed(&mut self, line: &str, at: usize) -> io::Result<()> {
        let room = self.width.saturating_sub(2);
        let shown: String = line.chars().take(room).collect();
        writeln!(self.output, "  {shown}")?;
        if at < room { writeln!(self.output, "  {:at$}^", "") } else { Ok(()) }
    }

    /// An item of a list, with a dash.
    pub(crate) fn item(&mut self, text: impl Display) -> io::Result<()> {
        self.wrapped(&text.to_string(), "  - ", "    ")
    }

    /// A label within a section.
    pub(crate) fn inner_label(&mut self, text: impl Display) -> io::Result<()> {
        self.wrapped(&text.to_string(), "  ", "      ")
    }

    /// A paragraph under such a label.
    pub(crate) fn inner_paragraph(&mut self, text: impl Display) -> io::Result<()> {
        self.wrapped(&text.to_string(), "    ", "    ")
    }

    /// Things and their addresses: side by side where all of them fit, else one under the other. An address
    /// is never cut, so that it can be clicked and copied.
    pub(crate) fn addresses(&mut self, rows: &[(String, &str)]) -> io::Result<()> {
        let first = rows.iter().map(|(thing, _)| thing.chars().count()).max().unwrap_or(0);
        let fits = rows.iter().all(|(_, address)| 2 + first + 2 + address.chars().count() <= self.width);
        rows.iter().try_for_each(|(thing, address)| {
            if fits {
                writeln!(self.output, "  {thing:first$}  {address}")
            } else {
                writeln!(self.output, "  {thing}\n    {address}")
            }
        })
    }

    /// How wide the columns of a table are that holds these rows: as wide as their cells, and where that is
    /// too much for the page the widest give way.
    pub(crate) fn columns<const N: usize>(&self, rows: &[[String; N]]) -> [usize; N] {
        let mut widths = [0; N];
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        let gaps = 2 * N;
        while widths.iter().sum::<usize>() + gaps > self.width {
            // A column as narrow as a word stays as it is, and the lines run over.
            match widths.iter_mut().max() {
                Some(widest) if *widest > 12 => *widest -= 1,
                _ => break,
            }
        }
        widths
    }

    /// A row of a table, each cell wrapped within its column.
    pub(crate) fn row<const N: usize>(&mut self, cells: &[String; N], widths: &[usize; N]) -> io::Result<()> {
        let cells: Vec<Vec<String>> =
            cells.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        (0..height).try_for_each(|at| {
            let mut line = String::new();
            for (cell, width) in cells.iter().zip(widths) {
                let text = cell.get(at).map_or("", String::as_str);
                line.push_str(&format!("  {text:width$}"));
            }
            writeln!(self.output, "{}", line.trim_end())
        })
    }

    fn wrapped(&mut self, text: &str, first: &str, others: &str) -> io::Result<()> {
        let options = options(self.width).initial_indent(first).subsequent_indent(others);
        textwrap::wrap(&glued(text), options)
            .iter()
            .try_for_each(|line| writeln!(self.output, "{}", unglued(line)))
    }
}

fn lines(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(&glued(text), options(width)).iter().map(|line| unglued(line)).collect()
}

/// Neither an address nor a word such as `END-OF-DATA` is cut.
fn options(width: usize) -> Options<'static> {
    Options::new(width).break_words(false).word_splitter(WordSplitter::NoHyphenation)
}

/// The text with no-break spaces where a line must not end: within `550 5.1.1` and its like, between a word
/// and its number, and before the signs that French sets off with a space.
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

fn unglued(line: &str) -> String {
    line.replace(NO_BREAK, " ")
}
