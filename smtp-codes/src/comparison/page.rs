//! The comparison as a page: its blocks in order, as plain text and as Markdown.

use core::fmt;

use super::pair::{Comparison, Side};
use super::text::{Content, Phrase, differences, guidance, nth};

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

/// Tells the page block by block.
fn page(comparison: Comparison, tell: &mut dyn FnMut(Block)) {
    let labels = comparison.labels;
    let heading = |text| Block::Heading(Phrase::new(comparison, Content::Text(text)));
    tell(Block::Title(comparison.title()));
    tell(Block::Paragraph(comparison.summary()));
    code(comparison, comparison.first, tell);
    if comparison.is_same_code() {
        return;
    }
    code(comparison, comparison.second, tell);
    tell(heading(labels.key_differences));
    differences(comparison, &mut |phrase| tell(Block::Item(phrase)));
    tell(heading(labels.when_to_use));
    guidance(comparison, &mut |phrase| tell(Block::Item(phrase)));
}

/// The part about one code.
fn code(comparison: Comparison, side: &'static Side, tell: &mut dyn FnMut(Block)) {
    let labels = comparison.labels;
    let text = |text| Phrase::new(comparison, Content::Text(text));
    tell(Block::Heading(Phrase::new(comparison, Content::Heading(side))));
    tell(Block::Label(text(labels.description)));
    tell(Block::Paragraph(text(side.description)));
    tell(Block::Label(text(labels.seen_when)));
    tell(Block::Paragraph(text(side.seen_when)));
    tell(Block::Label(text(labels.remediation)));
    tell(Block::Paragraph(text(side.verdict)));
    for step in side.steps {
        tell(Block::Item(Phrase::new(comparison, Content::Step(step))));
    }
    if !side.examples.is_empty() {
        tell(Block::Label(text(labels.examples)));
    }
    for example in side.examples {
        tell(Block::Reply(text(example)));
    }
}

impl Iterator for Blocks {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        self.next += 1;
        nth(self.next - 1, |tell| page(self.comparison, tell))
    }
}

impl fmt::Display for Comparison {
    /// The whole page as plain text, a paragraph a line: a blank line before each heading and label, a dash before
    /// each item.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.blocks().try_for_each(|block| match block {
            Block::Title(text) | Block::Paragraph(text) | Block::Reply(text) => writeln!(f, "{text}"),
            Block::Heading(text) | Block::Label(text) => writeln!(f, "\n{text}"),
            Block::Item(text) => writeln!(f, "- {text}"),
        })
    }
}

/// A comparison as Markdown; made by [`Comparison::markdown`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Markdown(pub(super) Comparison);

impl fmt::Display for Markdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut in_list = false;
        for block in self.0.blocks() {
            match block {
                Block::Title(title) => writeln!(f, "# {title}")?,
                Block::Heading(heading) => writeln!(f, "\n## {heading}")?,
                Block::Label(label) => writeln!(f, "\n### {label}")?,
                Block::Paragraph(paragraph) => writeln!(f, "\n{paragraph}")?,
                Block::Item(item) if in_list => writeln!(f, "- {item}")?,
                Block::Item(item) => writeln!(f, "\n- {item}")?,
                Block::Reply(reply) => writeln!(f, "\n```text\n{reply}\n```")?,
            }
            in_list = matches!(block, Block::Item(_));
        }
        Ok(())
    }
}
