//! A reply that was checked, written out in lines.

use core::fmt;

use super::check::LINE;
use super::fold::Folded;
use crate::ascii::Ascii;
use crate::{Class, EnhancedCode, WireCode};

/// The text, as it was given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Source<'t> {
    Line(&'t str),
    Lines(&'t [&'t str]),
}

impl<'t> Source<'t> {
    #[inline]
    pub(super) const fn lines(self) -> usize {
        match self {
            Self::Line(_) | Self::Lines([]) => 1,
            Self::Lines(lines) => lines.len(),
        }
    }

    /// A line's text; empty where there is none.
    #[inline]
    pub(super) const fn line(self, index: usize) -> &'t str {
        match self {
            Self::Line(line) => line,
            Self::Lines(lines) => {
                if index < lines.len() {
                    lines[index]
                } else {
                    ""
                }
            }
        }
    }
}

/// Whether a client would look for an enhanced code in a text although none was given.
#[inline]
const fn may_be_misread(code: WireCode, enhanced: Option<EnhancedCode>) -> bool {
    enhanced.is_none() && !matches!(code.class(), Class::PositiveIntermediate)
}

/// A reply that can be sent, from [`ReplyWriter::finish`](crate::ReplyWriter::finish).
///
/// `{}` writes it as it goes over the wire, to anything that can be formatted to: lines of at most 512 octets
/// that end with a carriage return and a line feed, the code and the enhanced code on each. A longer text is
/// folded behind a blank, or where it has none between two characters; the blank stays on the line, so that
/// the lines put together are the text.
///
/// It is written in several pieces, so to a socket write it through a buffer or as a `String`, in one go.
///
/// [`Reply::parse`](crate::Reply::parse) reads back the same code, enhanced code and text.
///
/// ```
/// use smtp_codes::{Reply, ReplyWriter, code};
///
/// let wire = ReplyWriter::new(code!(214)).lines(&["See", "https://example.com/help"]).finish()?.to_string();
/// let (reply, _) = Reply::parse(wire.as_bytes()).unwrap();
/// assert_eq!(reply.text().to_string(), "See https://example.com/help");
/// # Ok::<(), smtp_codes::reply::WriteError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct OutgoingReply<'t> {
    pub(super) code: WireCode,
    pub(super) enhanced: Option<EnhancedCode>,
    pub(super) text: Source<'t>,
}

impl OutgoingReply<'_> {
    /// The code.
    #[must_use]
    #[inline]
    pub const fn code(&self) -> WireCode {
        self.code
    }

    /// The enhanced code.
    #[must_use]
    #[inline]
    pub const fn enhanced(&self) -> Option<EnhancedCode> {
        self.enhanced
    }

    /// Whether it goes over the wire as more than one line.
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, code};
    /// let (short, long) = ("x".repeat(506), "x".repeat(507));
    /// assert!(!ReplyWriter::new(code!(250)).text(&short).finish().unwrap().is_multiline());
    /// assert!(ReplyWriter::new(code!(250)).text(&long).finish().unwrap().is_multiline());
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_multiline(&self) -> bool {
        self.text.lines() > 1 || self.text.line(0).len() > self.room()
    }

    /// What stands at the beginning of the last line. On the others the fourth character is a hyphen.
    #[inline]
    fn head(&self) -> Ascii {
        let mut head = Ascii::new();
        head.number(self.code.as_u16());
        head.push(b' ');
        if let Some(enhanced) = self.enhanced {
            enhanced.append_to(&mut head);
        }
        head
    }

    /// The octets of text that fit into a line.
    #[inline]
    const fn room(&self) -> usize {
        match self.enhanced {
            // A challenge was checked and is never folded.
            None if self.code.as_u16() == 334 => usize::MAX,
            None => LINE - 6,
            Some(enhanced) => LINE - 7 - length_of(enhanced),
        }
    }
}

impl fmt::Display for OutgoingReply<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.head();
        let go_on = end.with(3, b'-');
        let lines = self.text.lines();
        for index in 0..lines {
            let plain = may_be_misread(self.code, self.enhanced);
            let mut folded = Folded::new(self.text.line(index), self.room(), plain);
            while let Some(text) = folded.next() {
                let last = index + 1 == lines && folded.is_done();
                f.write_str(if last { end.as_str() } else { go_on.as_str() })?;
                if self.enhanced.is_some() && !text.is_empty() {
                    f.write_str(" ")?;
                }
                f.write_str(text)?;
                f.write_str("\r\n")?;
            }
        }
        Ok(())
    }
}

/// The octets of an enhanced code.
#[inline]
const fn length_of(enhanced: EnhancedCode) -> usize {
    #[inline]
    const fn digits(number: u16) -> usize {
        match number {
            0..=9 => 1,
            10..=99 => 2,
            _ => 3,
        }
    }
    3 + digits(enhanced.subject()) + digits(enhanced.detail())
}
