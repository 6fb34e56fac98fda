//! The comparison as a page: its blocks in order, as plain text and as Markdown.

use core::array;
use core::fmt;
use core::iter::Flatten;

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
    pub fn blocks(self) -> Blocks {
        Blocks::new(self)
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
}

/// A page has at most a title, a summary, seven blocks for each code, and two lists with a heading, of three and
/// of five.
const MOST: usize = 2 + 2 * 7 + 1 + 3 + 1 + 5;

/// The blocks of a page in order; made by [`Comparison::blocks`].
#[derive(Clone, Debug)]
pub struct Blocks(Flatten<array::IntoIter<Option<Block>, MOST>>);

impl Blocks {
    pub(super) fn new(comparison: Comparison) -> Self {
        let labels = comparison.locale.labels();
        let text = |text| Phrase::text(comparison, text);
        let mut page = [None; MOST];
        let mut places = page.iter_mut();
        let mut put = |block| {
            if let Some(place) = places.next() {
                *place = Some(block);
            }
        };
        put(Block::Title(comparison.title()));
        put(Block::Paragraph(comparison.summary()));
        let mut code = |side: &'static Side| {
            put(Block::Heading(Phrase::heading(comparison, side)));
            for (label, paragraph) in [
                (labels.description, side.description),
                (labels.seen_when, side.seen_when),
                (labels.remediation, side.remediation),
            ] {
                put(Block::Label(text(label)));
                put(Block::Paragraph(text(paragraph)));
            }
        };
        code(comparison.first);
        if !comparison.is_same_code() {
            code(comparison.second);
            put(Block::Heading(text(labels.key_differences)));
            comparison.differences().map(Block::Item).for_each(&mut put);
            put(Block::Heading(text(labels.when_to_use)));
            comparison.guidance().map(Block::Item).for_each(&mut put);
        }
        Self(page.into_iter().flatten())
    }
}

impl Iterator for Blocks {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        self.0.next()
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
            }
        })
    }
}
