//! The comparison as a page: its blocks in order, as plain text and as Markdown.

use core::fmt;

use super::pair::{Comparison, Side};
use super::text::Phrase;

impl Comparison {
    /// The whole page in pieces, in order, for a form of your own: HTML, wrapped text.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{code, comparison::Block};
    /// let mut blocks = code!(214).compare(code!(250)).blocks();
    /// assert!(matches!(blocks.next(), Some(Block::Title(_))));
    /// ```
    #[must_use]
    pub const fn blocks(self) -> Blocks {
        Blocks { comparison: self, next: 0 }
    }

    /// The whole page as Markdown.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// let page = code!(214).compare(code!(250)).markdown().to_string();
    /// assert!(page.starts_with("# SMTP 214 Help Message vs 250 OK\n"));
    /// ```
    #[must_use]
    pub const fn markdown(self) -> Markdown {
        Markdown(self)
    }
}

/// A block of a comparison's page.
///
/// # Examples
///
/// ```
/// use smtp_codes::{code, comparison::Block};
///
/// let headings = code!(214).compare(code!(250)).blocks().filter_map(|block| match block {
///     Block::Heading(text) => Some(text.to_string()),
///     _ => None,
/// });
/// assert_eq!(
///     headings.collect::<Vec<_>>(),
///     ["214 Help message", "250 OK", "Key differences", "When to use which"]
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Block {
    /// The title of the page.
    Title(Phrase),
    /// The heading of a part.
    Heading(Phrase),
    /// The label of the paragraph that follows.
    Label(Phrase),
    /// A paragraph.
    Paragraph(Phrase),
    /// An item of a list.
    Item(Phrase),
    /// A reply as servers send it, with a line feed between two lines.
    Reply(Phrase),
}

/// The blocks of a page in order; made by [`Comparison::blocks`].
#[derive(Clone, Debug)]
pub struct Blocks {
    comparison: Comparison,
    next: usize,
}

fn blocks(comparison: Comparison) -> impl Iterator<Item = Block> {
    let labels = comparison.labels;
    let heading = move |text| Block::Heading(Phrase::text(comparison, text));
    let is_pair = !comparison.is_same_code();
    let head = [Block::Title(comparison.title()), Block::Paragraph(comparison.summary())];
    let second = is_pair.then(|| code(comparison, comparison.second));
    let differences = comparison.differences().map(Block::Item);
    let guidance = comparison.guidance().map(Block::Item);
    head.into_iter()
        .chain(code(comparison, comparison.first))
        .chain(second.into_iter().flatten())
        .chain(is_pair.then(|| heading(labels.key_differences)))
        .chain(differences)
        .chain(is_pair.then(|| heading(labels.when_to_use)))
        .chain(guidance)
}

/// The part about one code.
fn code(comparison: Comparison, side: &'static Side) -> impl Iterator<Item = Block> {
    let labels = comparison.labels;
    let text = move |text| Phrase::text(comparison, text);
    let texts = [
        (labels.description, side.description),
        (labels.seen_when, side.seen_when),
        (labels.remediation, side.verdict),
    ];
    let texts = texts
        .into_iter()
        .flat_map(move |(label, paragraph)| [Block::Label(text(label)), Block::Paragraph(text(paragraph))]);
    let steps = side.steps.iter().map(move |step| Block::Item(Phrase::step(comparison, step)));
    let examples = side.examples.iter().map(move |example| Block::Reply(text(example)));
    let label = (!side.examples.is_empty()).then(|| Block::Label(text(labels.examples)));
    [Block::Heading(Phrase::heading(comparison, side))]
        .into_iter()
        .chain(texts)
        .chain(steps)
        .chain(label)
        .chain(examples)
}

impl Iterator for Blocks {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        self.next += 1;
        blocks(self.comparison).nth(self.next - 1)
    }
}

impl fmt::Display for Comparison {
    /// The whole page as plain text, a paragraph a line: a blank line before each heading and label, a dash before
    /// each item.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.blocks().try_for_each(|block| match block {
            Block::Title(title) => writeln!(f, "{title}"),
            Block::Heading(heading) => writeln!(f, "\n{heading}"),
            Block::Label(label) => writeln!(f, "\n{label}"),
            Block::Paragraph(paragraph) => writeln!(f, "{paragraph}"),
            Block::Item(item) => writeln!(f, "- {item}"),
            Block::Reply(reply) => writeln!(f, "{reply}"),
        })
    }
}

/// A comparison as Markdown; made by [`Comparison::markdown`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Markdown(pub(super) Comparison);

impl fmt::Display for Markdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut in_list = false;
        self.0.blocks().try_for_each(|block| {
            let first_item = !core::mem::replace(&mut in_list, matches!(block, Block::Item(_)));
            match block {
                Block::Title(title) => writeln!(f, "# {title}"),
                Block::Heading(heading) => writeln!(f, "\n## {heading}"),
                Block::Label(label) => writeln!(f, "\n### {label}"),
                Block::Paragraph(paragraph) => writeln!(f, "\n{paragraph}"),
                Block::Item(item) if first_item => writeln!(f, "\n- {item}"),
                Block::Item(item) => writeln!(f, "- {item}"),
                Block::Reply(reply) => writeln!(f, "\n```text\n{reply}\n```"),
            }
        })
    }
}
