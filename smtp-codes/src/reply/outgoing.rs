//! A reply that was checked, written out in lines.

use core::convert::Infallible;
use core::{fmt, slice};

use super::check::{LINE, enhanced_at_start};
use crate::ascii::Ascii;
use crate::{Class, EnhancedCode, WireCode};

/// The text, as it was given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Source<'t> {
    Line(&'t str),
    Lines(&'t [&'t str]),
}

impl<'t> Source<'t> {
    /// The lines, of which there is always one.
    pub(super) const fn lines(&self) -> &[&'t str] {
        match self {
            Self::Line(line) => slice::from_ref(line),
            Self::Lines([]) => &[""],
            Self::Lines(lines) => lines,
        }
    }
}

/// A reply that can be sent, from [`ReplyWriter::finish`](crate::ReplyWriter::finish).
///
/// `{}` writes it as it goes over the wire, to anything that can be formatted to: lines of at most 512 bytes
/// that end with a carriage return and a line feed, the code and the enhanced code on each. A longer text is
/// folded behind a blank, or where it has none between two characters; the blank stays on the line, so that
/// the lines put together are the text.
///
/// It is written in several pieces, so to a socket write it through a buffer or as a `String`, in one go.
///
/// [`Reply::parse`](crate::Reply::parse) reads back the same code, enhanced code and text.
///
/// # Examples
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
    pub const fn code(&self) -> WireCode {
        self.code
    }

    /// The enhanced code.
    #[must_use]
    pub const fn enhanced(&self) -> Option<EnhancedCode> {
        self.enhanced
    }

    /// Whether it goes over the wire as more than one line.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, code};
    /// let (short, long) = ("x".repeat(506), "x".repeat(507));
    /// assert!(!ReplyWriter::new(code!(250)).text(&short).finish().unwrap().is_multiline());
    /// assert!(ReplyWriter::new(code!(250)).text(&long).finish().unwrap().is_multiline());
    /// ```
    #[must_use]
    pub const fn is_multiline(&self) -> bool {
        !matches!(self.text.lines(), [line] if line.len() <= self.room(&self.head()))
    }

    /// What stands before the text of the last line. On the others the fourth character is a hyphen.
    const fn head(&self) -> Ascii {
        let mut head = Ascii::new();
        head.code(self.code);
        head.push(b' ');
        if let Some(enhanced) = self.enhanced {
            head.enhanced(enhanced);
            head.push(b' ');
        }
        head
    }

    /// Goes through the lines: what stands before the text, and the text.
    fn lines<E>(&self, mut line: impl FnMut(&Ascii, &str) -> Result<(), E>) -> Result<(), E> {
        let mut head = self.head();
        let room = self.room(&head);
        let lines = self.text.lines();
        for (index, text) in lines.iter().enumerate() {
            let mut rest = Some(*text);
            while let Some(text) = rest {
                let text = if text.len() <= room {
                    rest = None;
                    text
                } else {
                    let (piece, behind) = self.fold(text, room);
                    rest = Some(behind);
                    piece
                };
                let is_last = index + 1 == lines.len() && rest.is_none();
                head.put(3, if is_last { b' ' } else { b'-' });
                if text.is_empty() && self.enhanced.is_some() {
                    // Nothing follows an enhanced code without a text.
                    let mut alone = head;
                    alone.pop();
                    line(&alone, text)?;
                } else {
                    line(&head, text)?;
                }
            }
        }
        Ok(())
    }

    /// Cuts a text that is too long: behind a blank if there is one, else between two characters. Where a client would
    /// look for an enhanced code although none was given, no piece may begin with what looks like one.
    fn fold<'a>(&self, text: &'a str, room: usize) -> (&'a str, &'a str) {
        let plain = self.enhanced.is_none() && self.code.class() != Class::PositiveIntermediate;
        let mut between_characters = None;
        for length in (1..=room).rev() {
            let Some((piece, behind)) = text.split_at_checked(length) else { continue };
            let may_begin = !plain || enhanced_at_start(behind.as_bytes()).is_none();
            match piece.as_bytes() {
                _ if !may_begin => {}
                [.., b' ' | b'\t'] => return (piece, behind),
                _ => between_characters = between_characters.or(Some((piece, behind))),
            }
        }
        between_characters.unwrap_or((text, ""))
    }

    /// Adds the reply as it goes over the wire to a buffer of bytes, such as a `Vec<u8>`: what `{}` writes, for little
    /// more than half the instructions.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, code};
    /// let mut buffer = b"250 OK\r\n".to_vec();
    /// ReplyWriter::new(code!(221)).text("Bye").finish().unwrap().append_to(&mut buffer);
    /// assert_eq!(buffer, b"250 OK\r\n221 Bye\r\n");
    /// ```
    pub fn append_to(&self, buffer: &mut impl for<'b> Extend<&'b u8>) {
        let digit = |number: u16| b'0' + (number % 10) as u8;
        match (self.text.lines(), self.enhanced) {
            // Nearly every reply has one line and an enhanced code of three digits. Like this it takes 459 instructions
            // from the code to the bytes, as below 586.
            ([text], Some(enhanced))
                if matches!(text.len(), 1..=500) && enhanced.subject() < 10 && enhanced.detail() < 10 =>
            {
                let (code, class) = (self.code.as_u16(), enhanced.class().digit());
                let [subject, detail] = [enhanced.subject(), enhanced.detail()].map(digit);
                let [b, c] = [code / 10, code].map(digit);
                buffer.extend(&[
                    b'0' + self.code.class().digit(),
                    b,
                    c,
                    b' ',
                    b'0' + class,
                    b'.',
                    subject,
                    b'.',
                    detail,
                    b' ',
                ]);
                buffer.extend(text.as_bytes());
                buffer.extend(b"\r\n");
            }
            _ => {
                let Ok(()) = self.lines(|head, text| {
                    buffer.extend(head.as_bytes());
                    buffer.extend(text.as_bytes());
                    buffer.extend(b"\r\n");
                    Ok::<(), Infallible>(())
                });
            }
        }
    }

    /// The bytes of text that fit into a line.
    const fn room(&self, head: &Ascii) -> usize {
        // A challenge was checked and is never folded.
        if self.code.as_u16() == 334 { usize::MAX } else { LINE - 2 - head.len() }
    }
}

impl fmt::Display for OutgoingReply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines(|head, text| {
            f.write_str(head.as_str())?;
            f.write_str(text)?;
            f.write_str("\r\n")
        })
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::String;
    use std::vec::Vec;

    use crate::{OutgoingReply, ReplyWriter, WireCode};

    fn folded(text: &str, room: usize) -> Vec<&str> {
        let reply: OutgoingReply<'_> = ReplyWriter::new(WireCode::from_u16(250).unwrap()).finish().unwrap();
        let (mut pieces, mut rest) = (Vec::new(), text);
        while rest.len() > room {
            let (piece, behind) = reply.fold(rest, room);
            pieces.push(piece);
            rest = behind;
        }
        pieces.push(rest);
        assert_eq!(pieces.concat(), text, "no byte is lost");
        assert!(pieces.iter().all(|piece| piece.len() <= room), "{pieces:?}");
        pieces
    }

    #[test]
    fn a_text_is_cut_behind_the_last_blank_that_fits() {
        assert_eq!(folded("one two three", 8), ["one two ", "three"]);
        assert_eq!(folded("one two three", 7), ["one ", "two ", "three"]);
        assert_eq!(folded("one\ttwo", 4), ["one\t", "two"]);
    }

    #[test]
    fn a_long_word_is_cut_between_characters() {
        assert_eq!(folded("aaaaaaaaaa", 4), ["aaaa", "aaaa", "aa"]);
        assert_eq!(folded("ääää", 5), ["ää", "ää"]);
        assert_eq!(folded("a 𝄞𝄞𝄞", 7), ["a ", "𝄞", "𝄞", "𝄞"]);
    }

    #[test]
    fn no_piece_begins_with_an_enhanced_code() {
        assert_eq!(folded("see 5.1.1 for more", 10), ["see 5.1.1 ", "for more"]);
        assert_eq!(folded("a bcd 5.1.1 or", 8), ["a ", "bcd 5.1.", "1 or"]);
        assert_eq!(folded("abcdef 5.1.1", 8), ["abcdef 5", ".1.1"]);
        assert_eq!(folded("abcdef 5.1.1", 7), ["abcde", "f 5.1.1"]);
    }

    #[test]
    fn what_fits_is_left_alone() {
        assert_eq!(folded("", 4), [""]);
        assert_eq!(folded("four", 4), ["four"]);
        let blanks = String::from("          ");
        assert_eq!(folded(&blanks, 4).len(), 3);
    }
}
