//! A long text over several lines.

use super::check::enhanced_at_start;

/// The pieces of a text, each short enough for a line.
#[derive(Clone, Debug)]
pub(super) struct Folded<'t> {
    rest: Option<&'t str>,
    room: usize,
    /// Whether no piece may begin with what would be read as an enhanced code.
    plain: bool,
}

impl<'t> Folded<'t> {
    #[inline]
    pub(super) const fn new(text: &'t str, room: usize, plain: bool) -> Self {
        Self { rest: Some(text), room, plain }
    }

    /// Whether all pieces were given.
    #[inline]
    pub(super) const fn is_done(&self) -> bool {
        self.rest.is_none()
    }

    /// Where to cut a text that is too long: behind a blank if there is one, else between two characters.
    #[inline]
    fn cut(&self, text: &str) -> usize {
        let may_begin = |at: &usize| {
            let behind = text.as_bytes().get(*at..).unwrap_or_default();
            !(self.plain && enhanced_at_start(behind).is_some())
        };
        let head = text.as_bytes().get(..self.room).unwrap_or(text.as_bytes());
        let behind_blanks =
            (1..=head.len()).rev().filter(|at| matches!(head.get(at - 1), Some(b' ' | b'\t')));
        let between_characters = (1..=head.len()).rev().filter(|at| text.is_char_boundary(*at));
        behind_blanks.chain(between_characters).find(may_begin).unwrap_or(text.len())
    }
}

impl<'t> Iterator for Folded<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        let text = self.rest?;
        if text.len() <= self.room {
            self.rest = None;
            return Some(text);
        }
        let (piece, rest) = text.split_at_checked(self.cut(text)).unwrap_or((text, ""));
        self.rest = Some(rest);
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::String;
    use std::vec::Vec;

    use super::Folded;

    fn folded(text: &str, room: usize) -> Vec<&str> {
        let pieces: Vec<&str> = Folded::new(text, room, true).collect();
        assert_eq!(pieces.concat(), text, "no octet is lost");
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
