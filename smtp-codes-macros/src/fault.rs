//! What is wrong in a catalogue, and the list that collects it.

use std::ops::Range;

use crate::order::by_key;

/// The most faults that one build reports: after fifty, more would only hide the first.
const MOST: usize = 50;

/// One fault, at a range of bytes of the catalogue's text.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) span: Range<usize>,
    /// What is wrong, in lower case, without a full stop.
    pub(crate) message: String,
    /// A few words beside the marked text; may be empty.
    pub(crate) label: String,
    /// What to do about it.
    pub(crate) help: String,
    /// The offset of what it may only be the echo of a syntax error in: something missing or of a wrong type.
    echo_of: Option<usize>,
}

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<Fault>,
    /// Where the text is no TOML: what is missing around it was perhaps only not understood.
    syntax: Vec<Range<usize>>,
    /// The last table that is about nothing that there is.
    refused: Option<Range<usize>>,
}

impl Faults {
    /// Notes a fault. `label` goes beside the marked text, `help` says what to do.
    pub(crate) fn add(&mut self, span: Range<usize>, message: &str, label: &str, help: &str) {
        self.push(span, message, label, help, None);
    }

    /// Notes a fault that is not worth telling where a syntax error stands in the same section.
    pub(crate) fn add_echo(&mut self, span: Range<usize>, message: &str, label: &str, help: &str) {
        if self.refused.as_ref() == Some(&span) {
            return;
        }
        let at = span.start;
        self.push(span, message, label, help, Some(at));
    }

    /// Notes a fault that is not worth telling where a syntax error stands in the section around `at`.
    pub(crate) fn add_echo_of(&mut self, at: usize, span: Range<usize>, message: &str, help: &str) {
        self.push(span, message, "", help, Some(at));
    }

    /// Notes a table whose key is none. What misses in the table itself, which stands at `table`, is not told from
    /// here on: another table was meant. What is wrong in the fields that are there is.
    pub(crate) fn add_refused(&mut self, key: Range<usize>, table: Range<usize>, message: &str, help: &str) {
        self.refused = Some(table);
        self.push(key, message, "", help, None);
    }

    /// Notes a place where the text is no TOML.
    pub(crate) fn add_syntax(&mut self, span: Range<usize>, message: &str, help: &str) {
        self.syntax.push(span.clone());
        self.push(span, message, "", help, None);
    }

    /// How many there are so far: whether more come shows whether what was read had one.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    fn push(&mut self, span: Range<usize>, message: &str, label: &str, help: &str, echo_of: Option<usize>) {
        let (message, label, help) = (message.to_owned(), label.to_owned(), help.to_owned());
        self.list.push(Fault { span, message, label, help, echo_of });
    }

    /// The faults in the order of the file, without echoes of syntax errors, and how many more there were
    /// than one build reports. `section_of` tells the range of the section that an offset lies in.
    pub(crate) fn settle(self, section_of: impl Fn(usize) -> Range<usize>) -> (Vec<Fault>, usize) {
        let Self { mut list, syntax, .. } = self;
        let mut broken: Vec<Range<usize>> = Vec::new();
        for span in &syntax {
            // To find a section takes a walk through the text: once for each is enough.
            if !lies_in(&broken, span.start) {
                broken.push(section_of(span.start));
            }
        }
        by_key(&mut list, |fault| fault.span.start);
        let (mut told, mut more) = (Vec::new(), 0);
        for fault in &list {
            if let Some(at) = fault.echo_of {
                if lies_in(&broken, at) {
                    continue;
                }
            }
            if told.len() < MOST {
                told.push(fault.clone());
            } else {
                more += 1;
            }
        }
        (told, more)
    }
}

fn lies_in(sections: &[Range<usize>], at: usize) -> bool {
    for section in sections {
        if section.contains(&at) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::Faults;

    #[test]
    fn faults_come_in_the_order_of_the_file_without_echoes() {
        let mut faults = Faults::default();
        faults.add(30..31, "third", "", "");
        faults.add_syntax(12..13, "second", "");
        faults.add_echo(15..16, "echo", "", "");
        faults.add_echo(5..6, "first", "", "");
        faults.add_echo_of(15, 7..8, "echo from elsewhere", "");
        let (list, more) = faults.settle(|at| if at < 10 { 0..10 } else { 10..40 });
        let messages: Vec<_> = list.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(messages, ["first", "second", "third"]);
        assert_eq!(more, 0);
    }

    #[test]
    fn each_section_with_a_syntax_error_is_looked_for_once() {
        let mut faults = Faults::default();
        for at in [3, 5, 25, 7, 29] {
            faults.add_syntax(at..at, "syntax", "");
        }
        let looked = std::cell::Cell::new(0);
        faults.settle(|at| {
            looked.set(looked.get() + 1);
            if at < 10 { 0..10 } else { 20..30 }
        });
        assert_eq!(looked.get(), 2);
    }

    #[test]
    fn a_flood_is_cut() {
        let mut faults = Faults::default();
        (0..1000).for_each(|at| faults.add(at..at, "x", "", ""));
        let (list, more) = faults.settle(|_| 0..1);
        assert_eq!((list.len(), more), (50, 950));
    }
}
