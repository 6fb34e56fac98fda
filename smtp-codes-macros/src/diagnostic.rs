//! The errors of a catalogue: collected while it is read and checked, shown in the order of the file.

use std::ops::Range;

use crate::source::Source;

/// The most errors that one build shows: more would only hide the first.
const MOST: usize = 100;

/// The errors found so far.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
    /// Where the text is not TOML.
    broken: Vec<usize>,
    /// Whether a table was lost with its header, so that nobody can say that it is missing.
    lost_table: bool,
    /// Whether these are the errors of a file beside a catalogue that is not TOML, so that what is compared with the
    /// catalogue may be an echo.
    is_uncertain: bool,
}

#[derive(Debug)]
struct Diagnostic {
    /// The bytes of the catalogue's text that it is about.
    span: Range<usize>,
    /// What is wrong: lower case, no full stop.
    message: String,
    /// What to do: one imperative.
    help: String,
    echo: Echo,
}

/// Of what an error may only be the echo. One mistake is to bring one error.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Echo {
    Never,
    /// Of a syntax error in the section around this offset: what is missing there was perhaps not understood.
    Section(usize),
    /// Of a table that was lost.
    Table,
}

impl Diagnostics {
    /// For a file that is compared with the catalogue, whose errors are these.
    pub(crate) fn of_file_beside(&self) -> Self {
        Self { is_uncertain: !self.broken.is_empty(), ..Self::default() }
    }

    pub(crate) fn error(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.push(span, message.into(), help.into(), Echo::Never);
    }

    /// An error that is not shown if the section around `span` has a syntax error: something is missing there, or of
    /// a wrong type.
    pub(crate) fn incomplete(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let at = span.start;
        self.incomplete_at(at, span, message, help);
    }

    /// The same for the section around `at`.
    pub(crate) fn incomplete_at(
        &mut self,
        at: usize,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(span, message.into(), help.into(), Echo::Section(at));
    }

    /// An error about a name that no table has. It is not shown if a table was lost.
    pub(crate) fn unknown(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.push(span, message.into(), help.into(), Echo::Table);
    }

    /// A place where the text is not TOML.
    pub(crate) fn syntax(&mut self, span: Range<usize>, message: String, help: String, lost_table: bool) {
        self.broken.push(span.start);
        self.lost_table |= lost_table;
        self.push(span, message, help, Echo::Never);
    }

    /// Drops all errors but the first that was found.
    pub(crate) fn keep_first(&mut self) {
        self.list.truncate(1);
    }

    /// One error for a file in which nothing is TOML.
    pub(crate) fn not_toml(&mut self) {
        self.keep_first();
        for error in &mut self.list {
            "this file is not TOML".clone_into(&mut error.message);
            "write a table for each code, such as [reply.250]".clone_into(&mut error.help);
        }
    }

    /// Whether entries may be missing that the author wrote.
    pub(crate) fn lost_table(&self) -> bool {
        self.lost_table
    }

    /// How many errors there are so far: whether more come shows whether what is read next has one.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    fn push(&mut self, span: Range<usize>, message: String, help: String, echo: Echo) {
        self.list.push(Diagnostic { span, message, help, echo });
    }

    /// The messages in the order of the file, without echoes: at most [`MOST`], and then how many more.
    pub(crate) fn into_messages(self, source: &Source) -> Vec<String> {
        let is_in = |sections: &[Range<usize>], at: usize| sections.iter().any(|section| section.contains(&at));
        let mut broken = Vec::new();
        for at in self.broken {
            // To find a section takes a walk through the text: once for each is enough.
            if !is_in(&broken, at) {
                broken.push(source.section(at));
            }
        }
        let (mut shown, mut more) = (Vec::new(), 0);
        for diagnostic in self.list {
            let is_echo = match diagnostic.echo {
                Echo::Never => false,
                _ if self.is_uncertain => true,
                Echo::Section(at) => is_in(&broken, at),
                Echo::Table => self.lost_table,
            };
            if !is_echo {
                let at = shown.partition_point(|known: &Diagnostic| known.span.start <= diagnostic.span.start);
                shown.insert(at, diagnostic);
                if shown.len() > MOST {
                    shown.pop();
                    more += 1;
                }
            }
        }
        let mut messages = Vec::new();
        for Diagnostic { span, message, help, .. } in &shown {
            messages.push(source.render(span, message, help));
        }
        if more > 0 {
            let errors = if more == 1 { "error is" } else { "errors are" };
            messages.push(format!("{more} more {errors} not shown: fix the first {MOST} in `{}`", source.path));
        }
        messages
    }
}

#[cfg(test)]
mod tests {
    use super::Diagnostics;
    use crate::source::Source;

    fn source() -> Source {
        Source { path: "c.toml".into(), text: "x=1\n[a]\ny=2\n[b]\nz=3\n".into() }
    }

    /// The first lines.
    fn heads(diagnostics: Diagnostics) -> Vec<String> {
        let messages = diagnostics.into_messages(&source());
        messages.iter().map(|message| message.lines().next().unwrap().to_owned()).collect()
    }

    #[test]
    fn errors_come_in_the_order_of_the_file_without_echoes() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.error(17..18, "third", "");
        diagnostics.syntax(9..10, "second".into(), String::new(), false);
        diagnostics.incomplete(5..6, "echo", "");
        diagnostics.incomplete(1..2, "first", "");
        diagnostics.incomplete_at(5, 1..2, "echo from elsewhere", "");
        diagnostics.unknown(18..19, "fourth", "");
        assert_eq!(heads(diagnostics), ["first", "second", "third", "fourth"]);
        let mut diagnostics = Diagnostics::default();
        diagnostics.unknown(18..19, "echo", "");
        diagnostics.syntax(4..5, "header".into(), String::new(), true);
        assert_eq!(heads(diagnostics), ["header"]);
    }

    #[test]
    fn a_flood_is_cut() {
        let mut diagnostics = Diagnostics::default();
        (0..1000).for_each(|at| diagnostics.error(at..at, "x", ""));
        let messages = diagnostics.into_messages(&source());
        assert_eq!(
            (messages.len(), messages[100].as_str()),
            (101, "900 more errors are not shown: fix the first 100 in `c.toml`")
        );
    }
}
