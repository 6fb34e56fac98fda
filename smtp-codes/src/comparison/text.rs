//! The sentences and labels of a comparison, each filled in as it is printed.

use core::fmt::{self, Write};

use super::labels::{Field, Piece};
use super::pair::{Comparison, Side};
use crate::{Answer, Closing, Command, Step};

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
        if self.is_same_code() {
            Phrase::one(self, self.labels.title_same, self.first)
        } else {
            Phrase::two(self, self.labels.title)
        }
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
        if self.is_same_code() {
            Phrase::one(self, self.labels.summary_same_code, self.first)
        } else if self.is_same_class() {
            Phrase::two(self, self.labels.summary_same_class)
        } else {
            Phrase::two(self, self.labels.summary_different_class)
        }
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
    pub const fn differences(self) -> Phrases {
        Phrases { comparison: self, list: List::Differences, next: 0 }
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
    pub const fn guidance(self) -> Phrases {
        Phrases { comparison: self, list: List::Guidance, next: 0 }
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
pub(super) enum Content {
    Text(&'static str),
    Heading(&'static Side),
    Step(&'static Step),
    /// A frame about both codes.
    Two(&'static [Piece]),
    /// A frame about one code, and the condition of the rule that it tells of.
    One(&'static [Piece], &'static Side, Option<&'static str>),
}

impl Phrase {
    pub(super) const fn new(comparison: Comparison, content: Content) -> Self {
        Self { comparison, content }
    }

    const fn two(comparison: Comparison, frame: &'static [Piece]) -> Self {
        Self::new(comparison, Content::Two(frame))
    }

    const fn one(comparison: Comparison, frame: &'static [Piece], side: &'static Side) -> Self {
        Self::new(comparison, Content::One(frame, side, None))
    }

    fn field(&self, side: &Side, condition: Option<&str>, field: Field, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels = self.comparison.labels;
        f.write_str(match field {
            Field::Code => side.digits,
            Field::Name => side.name,
            Field::Class => labels.class(side.class()),
            Field::Act => labels.act(side.class()),
            Field::Lead => first_sentence(side.description),
            Field::Seen => first_sentence(side.seen_when),
            Field::Title => return capitals(side.name, f),
            Field::Commands => return self.commands(side, condition, f),
            Field::Condition => return uncapitalized(condition.unwrap_or_default(), f),
        })
    }

    /// The commands in use that the code answers under a condition, or by itself.
    fn commands(&self, side: &Side, condition: Option<&str>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels = self.comparison.labels;
        let count = in_use(side, condition).count();
        // A rule that reaches most commands is not a list to read.
        if condition.is_some() && 2 * count > Command::ALL.iter().filter(|command| !command.is_obsolete()).count() {
            return f.write_str(labels.any_command);
        }
        for (at, answer) in in_use(side, condition).enumerate() {
            match at {
                0 => {}
                _ if at + 1 == count => write!(f, " {} ", labels.and)?,
                _ => f.write_str(", ")?,
            }
            f.write_str(labels.command(answer.command()))?;
        }
        Ok(())
    }
}

/// The answers with this condition, without those to commands that nobody should send any more.
fn in_use<'a>(side: &'a Side, condition: Option<&'a str>) -> impl Iterator<Item = &'a Answer> {
    side.answers.iter().filter(move |answer| answer.condition() == condition && !answer.command().is_obsolete())
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Comparison { first, second, labels, .. } = self.comparison;
        let (first, second, condition, frame) = match self.content {
            Content::Text(text) => return f.write_str(text),
            Content::Heading(side) => return write!(f, "{} {}", side.digits, side.name),
            Content::Step(step) => {
                let party = labels.parties.get(step.party() as usize).copied().unwrap_or_default();
                return write!(f, "{party}{} {}", labels.colon, step.text());
            }
            Content::Two(frame) => (first, second, None, frame),
            Content::One(frame, side, condition) => (side, side, condition, frame),
        };
        frame.iter().try_for_each(|piece| match *piece {
            Piece::Text(text) => f.write_str(text),
            Piece::First(field) => self.field(first, condition, field, f),
            Piece::Second(field) => self.field(second, condition, field, f),
        })
    }
}

/// The text up to the end of its first sentence: a full stop, and then a space and what begins a sentence.
fn first_sentence(text: &str) -> &str {
    for (at, next) in text.char_indices() {
        let begins = next.is_uppercase() || next.is_ascii_digit() || matches!(next, '"' | '`' | '\u{ab}' | '(');
        if begins && text[..at].ends_with(". ") {
            return &text[..at - 1];
        }
    }
    text
}

/// The text with a small letter at the beginning.
fn uncapitalized(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut letters = text.chars();
    if let Some(first) = letters.next() {
        for letter in first.to_lowercase() {
            f.write_char(letter)?;
        }
    }
    f.write_str(letters.as_str())
}

/// The text with each word's first letter as a capital.
fn capitals(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut starts_word = true;
    for letter in text.chars() {
        f.write_char(if starts_word { letter.to_ascii_uppercase() } else { letter })?;
        starts_word = letter == ' ';
    }
    Ok(())
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
pub struct Phrases {
    comparison: Comparison,
    list: List,
    next: usize,
}

#[derive(Clone, Copy, Debug)]
enum List {
    Differences,
    Guidance,
}

/// The item of this number among those that a function tells.
pub(super) fn nth<T>(number: usize, tell_all: impl FnOnce(&mut dyn FnMut(T))) -> Option<T> {
    let (mut at, mut found) = (0, None);
    tell_all(&mut |item| {
        if at == number {
            found = Some(item);
        }
        at += 1;
    });
    found
}

pub(super) fn differences(comparison: Comparison, tell: &mut dyn FnMut(Phrase)) {
    let labels = comparison.labels;
    if !comparison.is_same_class() {
        tell(Phrase::two(comparison, labels.difference_class));
    }
    tell(Phrase::two(comparison, labels.difference_meaning));
    tell(Phrase::two(comparison, labels.difference_seen));
}

pub(super) fn guidance(comparison: Comparison, tell: &mut dyn FnMut(Phrase)) {
    let Comparison { first, second, labels, .. } = comparison;
    uses(comparison, first, tell);
    uses(comparison, second, tell);
    // By its first digit 221 is like 250, but nothing comes after it.
    let ends = |side: &Side| side.class().is_positive() && side.closing == Closing::Yes;
    let act = |side| Phrase::one(comparison, if ends(side) { labels.act_closes } else { labels.act_one }, side);
    if comparison.is_same_class() && !ends(first) && !ends(second) {
        tell(Phrase::one(comparison, labels.act_same, first));
    } else {
        tell(act(first));
        tell(act(second));
    }
}

/// What a code does to the connection, and which commands it answers: by itself, and under each condition.
fn uses(comparison: Comparison, side: &'static Side, tell: &mut dyn FnMut(Phrase)) {
    let labels = comparison.labels;
    let one = |frame| Phrase::one(comparison, frame, side);
    match side.closing {
        Closing::Yes => tell(one(labels.use_closes)),
        Closing::May => tell(one(labels.use_may_close)),
        Closing::No | Closing::Unspecified => {}
    }
    if side.answers.is_empty() {
        tell(one(labels.use_unregistered));
    } else if in_use(side, None).next().is_some() {
        tell(one(labels.use_answers));
    }
    for (at, answer) in side.answers.iter().enumerate() {
        let is_first = side.answers[..at].iter().all(|earlier| earlier.condition() != answer.condition());
        if is_first && answer.condition().is_some() {
            tell(Phrase::new(comparison, Content::One(labels.use_rule, side, answer.condition())));
        }
    }
}

impl Iterator for Phrases {
    type Item = Phrase;

    fn next(&mut self) -> Option<Phrase> {
        let Self { comparison, list, next } = *self;
        self.next += 1;
        nth(next, |tell| match list {
            _ if comparison.is_same_code() => {}
            List::Differences => differences(comparison, tell),
            List::Guidance => guidance(comparison, tell),
        })
    }
}

impl fmt::Display for Phrases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for phrase in self.clone() {
            write!(f, "{separator}{phrase}")?;
            separator = "\n";
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_before_whatever_begins_the_next() {
        for (text, first) in [
            ("One. Two.", "One."),
            ("One. 250 too.", "One."),
            ("One. `RCPT TO` too.", "One."),
            ("One. \"User unknown\" too.", "One."),
            ("Un. \u{ab} Deux \u{bb}.", "Un."),
            ("After RFC 5321 section 4.2.3. Then more.", "After RFC 5321 section 4.2.3."),
            ("Only `a. b` here", "Only `a. b` here"),
        ] {
            assert_eq!(first_sentence(text), first);
        }
    }
}
