//! The sentences and labels of a comparison, each filled in as it is printed.

use core::array;
use core::fmt::{self, Write};
use core::iter::Flatten;

use super::labels::{Field, Piece};
use super::pair::{Comparison, Side};

impl Comparison {
    /// The heading of the page.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(550).compare(code!(250)).title().to_string(), "SMTP 250 OK vs 550 Mailbox Unavailable");
    /// ```
    #[must_use]
    pub const fn title(self) -> Phrase {
        let labels = self.locale.labels();
        Phrase::frame(self, if self.is_same_code() { labels.title_same } else { labels.title })
    }

    /// The comparison in a few sentences: the class or classes, and what each code means.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert!(code!(250).compare(code!(550)).summary().to_string().contains("In contrast"));
    /// ```
    #[must_use]
    pub const fn summary(self) -> Phrase {
        let labels = self.locale.labels();
        Phrase::frame(
            self,
            if self.is_same_code() {
                labels.summary_same_code
            } else if self.is_same_class() {
                labels.summary_same_class
            } else {
                labels.summary_different_class
            },
        )
    }

    /// What sets the two apart, a sentence or two each: the class where it differs, what each one is, when
    /// each one is seen. Nothing for a code and itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(214).compare(code!(250)).differences().count(), 2);
    /// assert_eq!(code!(250).compare(code!(550)).differences().count(), 3);
    /// ```
    #[must_use]
    pub fn differences(self) -> Phrases {
        Phrases::differences(self)
    }

    /// When a server sends which, and what a client does with each. Nothing for a code and itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::code;
    /// let advice: Vec<_> = code!(214).compare(code!(250)).guidance().map(|line| line.to_string()).collect();
    /// assert!(advice[0].contains("HELP"));
    /// ```
    #[must_use]
    pub fn guidance(self) -> Phrases {
        Phrases::guidance(self)
    }
}

/// A piece of text of a comparison: a label, a paragraph, a list item. Print it with `{}`.
///
/// It is put together while it is printed, so that a comparison needs no memory of its own.
///
/// # Examples
///
/// ```
/// # use smtp_codes::code;
/// let title = code!(214).compare(code!(250)).title();
/// assert_eq!(format!("{title}"), "SMTP 214 Help Message vs 250 OK");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Phrase {
    comparison: Comparison,
    content: Content,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Content {
    Text(&'static str),
    Heading(&'static Side),
    Frame(&'static [Piece]),
    /// A frame that speaks of one code only, with that code in the first place.
    FrameOf(&'static Side, &'static [Piece]),
}

impl Phrase {
    pub(super) const fn text(comparison: Comparison, text: &'static str) -> Self {
        Self { comparison, content: Content::Text(text) }
    }

    pub(super) const fn heading(comparison: Comparison, side: &'static Side) -> Self {
        Self { comparison, content: Content::Heading(side) }
    }

    pub(super) const fn frame(comparison: Comparison, frame: &'static [Piece]) -> Self {
        Self { comparison, content: Content::Frame(frame) }
    }

    fn frame_of(comparison: Comparison, side: &'static Side, frame: &'static [Piece]) -> Self {
        Self { comparison, content: Content::FrameOf(side, frame) }
    }

    fn field(&self, side: &Side, field: Field, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels = self.comparison.locale.labels();
        f.write_str(match field {
            Field::Code => side.digits,
            Field::Name => side.name,
            Field::Class => labels.class(side.class()),
            Field::Act => labels.act(side.class()),
            Field::Lead => first_sentence(side.description),
            Field::Seen => first_sentence(side.seen_when),
            Field::Title => return capitals(side.name, f),
            Field::Commands => return self.commands(side, f),
        })
    }

    /// The commands in use that a code answers by itself, and whether rules let it answer most others too.
    fn commands(&self, side: &Side, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels = self.comparison.locale.labels();
        let (mut own, mut by_rule) = (0_u16, 0_u16);
        for answer in side.answers {
            if answer.condition().is_some() {
                by_rule += 1;
            } else if !answer.command().is_obsolete() {
                let separator = if own == 0 { "" } else { ", " };
                write!(f, "{separator}{}", labels.command(answer.command()))?;
                own += 1;
            }
        }
        match (own, by_rule) {
            (0, _) => f.write_str(labels.any_command),
            _ if by_rule > own => write!(f, " {}", labels.and_any_command),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Comparison { first, second, .. } = self.comparison;
        let (first, second, frame) = match self.content {
            Content::Text(text) => return f.write_str(text),
            Content::Heading(side) => return write!(f, "{} {}", side.digits, side.name),
            Content::Frame(frame) => (first, second, frame),
            Content::FrameOf(side, frame) => (side, second, frame),
        };
        frame.iter().try_for_each(|piece| match *piece {
            Piece::Text(text) => f.write_str(text),
            Piece::First(field) => self.field(first, field, f),
            Piece::Second(field) => self.field(second, field, f),
        })
    }
}

/// The text up to its first full stop that ends a sentence; all of it where there is none.
fn first_sentence(text: &str) -> &str {
    text.match_indices(". ")
        .find(|(at, _)| text[at + 2..].starts_with(|next: char| next.is_uppercase() || next == '`'))
        .map_or(text, |(at, _)| &text[..=at])
}

/// The text with each word's first letter as a capital.
fn capitals(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut starts_word = true;
    text.chars().try_for_each(|letter| {
        let shown = if starts_word { letter.to_ascii_uppercase() } else { letter };
        starts_word = letter == ' ';
        f.write_char(shown)
    })
}

/// Several phrases, one after another: an iterator, and with `{}` a line each.
///
/// # Examples
///
/// ```
/// # use smtp_codes::code;
/// let differences = code!(450).compare(code!(550)).differences();
/// assert_eq!(differences.clone().count(), 3);
/// assert_eq!(differences.to_string().lines().count(), 3);
/// ```
#[derive(Clone, Debug)]
pub struct Phrases(Flatten<array::IntoIter<Option<Phrase>, 5>>);

impl Phrases {
    pub(super) fn differences(comparison: Comparison) -> Self {
        let labels = comparison.locale.labels();
        let frame = |wanted: bool, frame| wanted.then(|| Phrase::frame(comparison, frame));
        let differs = !comparison.is_same_code();
        Self(
            [
                frame(!comparison.is_same_class(), labels.difference_class),
                frame(differs, labels.difference_meaning),
                frame(differs, labels.difference_seen),
                None,
                None,
            ]
            .into_iter()
            .flatten(),
        )
    }

    pub(super) fn guidance(comparison: Comparison) -> Self {
        let labels = comparison.locale.labels();
        let of = |side: &'static Side| {
            let frame = if side.answers.is_empty() { labels.use_unregistered } else { labels.use_answers };
            Some(Phrase::frame_of(comparison, side, frame))
        };
        // What the class does not say: 221 is of the class of 250, and ends the session.
        let closes =
            |side: &'static Side| side.closes.then(|| Phrase::frame_of(comparison, side, labels.use_closes));
        let act = if comparison.is_same_class() { labels.act_same } else { labels.act_different };
        let lines = [
            of(comparison.first),
            of(comparison.second),
            closes(comparison.first),
            closes(comparison.second),
            Some(Phrase::frame(comparison, act)),
        ];
        let lines = if comparison.is_same_code() { [None; 5] } else { lines };
        Self(lines.into_iter().flatten())
    }
}

impl Iterator for Phrases {
    type Item = Phrase;

    fn next(&mut self) -> Option<Phrase> {
        self.0.next()
    }
}

impl fmt::Display for Phrases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        self.clone().try_for_each(|phrase| {
            write!(f, "{separator}{phrase}")?;
            separator = "\n";
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_first_sentence_ends_at_its_full_stop() {
        assert_eq!(first_sentence("One, e.g. this. Two."), "One, e.g. this.");
        assert_eq!(first_sentence("Version 1.2 of it. `EHLO` next."), "Version 1.2 of it.");
        assert_eq!(first_sentence("Only one."), "Only one.");
        assert_eq!(first_sentence(""), "");
        assert_eq!(first_sentence("Trailing. "), "Trailing. ");
    }
}
