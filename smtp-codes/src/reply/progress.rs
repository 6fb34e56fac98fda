//! The grammar of a reply, as far as the bytes have come: what judges every reply that is cut off, odd or wrong.

use super::error::{Expected, ReplyError, ScanError};
use super::limits::ReplyLimits;
use super::line_feed::find_line_feed;
use super::lines::{split_enhanced, text_of};
use crate::{EnhancedCode, WireCode};

/// A whole reply at the start of the bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Found {
    pub(super) length: usize,
    pub(super) code: WireCode,
    pub(super) enhanced: Option<EnhancedCode>,
}

/// The code of a line, and whether the line is the last one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Head {
    code: WireCode,
    last: bool,
}

/// What is known of a reply whose beginning was read. The bytes stay with the caller.
#[derive(Clone, Copy, Debug)]
pub(super) struct Progress {
    /// Where the line begins that is being read.
    line_start: usize,
    /// No line feed of that line lies before this.
    searched: usize,
    /// The lines that are complete.
    lines: usize,
    /// The head of the line that is being read, once it is there.
    head: Option<Head>,
    /// The codes of the first line and of the last so far.
    ends: Option<(WireCode, WireCode)>,
    /// The first code that was another one, and where.
    other: Option<(WireCode, usize)>,
    /// The enhanced code of the first line that carries one.
    enhanced: Option<EnhancedCode>,
}

impl Progress {
    pub(super) const fn new() -> Self {
        Self { line_start: 0, searched: 0, lines: 0, head: None, ends: None, other: None, enhanced: None }
    }

    /// The bytes that the caller must still have.
    pub(super) const fn searched(&self) -> usize {
        self.searched
    }

    /// Goes on where the last call stopped, and gives the reply if the bytes hold all of it. `bytes` begin
    /// with the same ones as in the last call. Whatever is decided depends on the bytes alone and never on
    /// how they were cut: that is why no line looks behind its own limit.
    pub(super) fn advance(&mut self, bytes: &[u8], limits: ReplyLimits) -> Result<Found, ScanError> {
        loop {
            let limit = self.line_start.saturating_add(limits.max_line()).min(limits.max_bytes());
            let window = bytes.get(..limit).unwrap_or(bytes);
            let end = match self.end_of_line(window) {
                Ok(end) => end,
                Err(ScanError::Reply(ReplyError::Incomplete)) => {
                    return Err(if window.len() == limit {
                        over_limit(self.line_start, self.lines, limits)
                    } else {
                        ScanError::Reply(ReplyError::Incomplete)
                    });
                }
                Err(stop) => return Err(stop),
            };
            let Some(head) = self.head.take() else { return Err(ScanError::Reply(ReplyError::Incomplete)) };
            self.note(head.code, window, end);
            if head.last {
                return self.found().map_err(ScanError::Reply);
            }
            if self.lines >= limits.max_lines() {
                return Err(ScanError::TooManyLines { limit: limits.max_lines() });
            }
        }
    }

    /// Takes note of a line that ends here.
    fn note(&mut self, code: WireCode, bytes: &[u8], end: usize) {
        let first = self.ends.map_or(code, |(first, _)| first);
        self.ends = Some((first, code));
        if code != first && self.other.is_none() {
            self.other = Some((code, self.line_start));
        }
        if self.enhanced.is_none() {
            let line = bytes.get(self.line_start..end).unwrap_or_default();
            self.enhanced = split_enhanced(first, text_of(line)).map(|(enhanced, _)| enhanced);
        }
        self.lines += 1;
        self.line_start = end;
    }

    /// The reply of the lines that were noted.
    fn found(&self) -> Result<Found, ReplyError> {
        let length = self.line_start;
        match (self.ends, self.other) {
            (None, _) => Err(ReplyError::Incomplete),
            (Some((code, _)), None) => Ok(Found { length, code, enhanced: self.enhanced }),
            (Some((first, last)), Some((other, at))) => Err(ReplyError::MixedCodes { first, last, other, at, length }),
        }
    }

    /// What was incomplete so far, as a whole reply: nothing will follow these bytes.
    pub(super) fn finish(mut self, bytes: &[u8]) -> Result<Found, ReplyError> {
        let line = bytes.get(self.line_start..).unwrap_or_default();
        let alone = match line {
            &[a, b, c] | &[a, b, c, b'\r'] => WireCode::from_digits([a, b, c]),
            // The beginning of a code that was cut off is none, and stays behind the lines before it.
            _ => None,
        };
        if let Some(code) = self.head.map(|head| head.code).or(alone) {
            self.note(code, bytes, bytes.len());
        }
        self.found()
    }

    /// The offset behind the line that is being read.
    fn end_of_line(&mut self, window: &[u8]) -> Result<usize, ScanError> {
        if self.head.is_none() {
            self.head = Some(Head::read(window, self.line_start)?);
            self.searched = self.line_start + 3;
        }
        let found = find_line_feed(window, self.searched);
        let end = found.map_or(window.len(), |at| at + 1);
        self.searched = end;
        if found.is_some() { Ok(end) } else { Err(ScanError::Reply(ReplyError::Incomplete)) }
    }
}

/// Which limit it was. Where both are the same, the line's: it says more.
fn over_limit(line_start: usize, lines: usize, limits: ReplyLimits) -> ScanError {
    if line_start.saturating_add(limits.max_line()) <= limits.max_bytes() {
        ScanError::LineTooLong { line: lines + 1, limit: limits.max_line() }
    } else {
        ScanError::TooLong { limit: limits.max_bytes() }
    }
}

impl Head {
    /// Reads the code at `start` and what stands behind it.
    fn read(bytes: &[u8], start: usize) -> Result<Self, ScanError> {
        #[cfg(test)]
        super::steps::count(5);
        if let Some(&[a, b, c, separator @ (b' ' | b'-' | b'\t'), ..]) = bytes.get(start..) {
            if let Some(code) = WireCode::from_digits([a, b, c]) {
                return Ok(Self { code, last: separator != b'-' });
            }
        }
        Self::read_slowly(bytes, start).map_err(ScanError::Reply)
    }

    /// The same for a line without a text, one that is cut off and one that is malformed.
    fn read_slowly(bytes: &[u8], start: usize) -> Result<Self, ReplyError> {
        let byte = |at: usize| bytes.get(start + at).copied().ok_or(ReplyError::Incomplete);
        let malformed =
            |at: usize, found: u8, expected: Expected| ReplyError::Malformed { at: start + at, found, expected };

        let mut digits = [0; 3];
        for (at, digit) in digits.iter_mut().enumerate() {
            *digit = match (at, byte(at)?) {
                (0, digit @ b'2'..=b'5') | (1 | 2, digit @ b'0'..=b'9') => digit,
                (0, other) => return Err(malformed(0, other, Expected::FirstDigit)),
                (_, other) => return Err(malformed(at, other, Expected::Digit)),
            };
        }
        let last = match byte(3)? {
            b' ' | b'\t' | b'\n' => true,
            b'-' => false,
            // Only a line feed makes a carriage return the end of a line, and behind a code nothing else
            // may come.
            b'\r' => match byte(4)? {
                b'\n' => true,
                other => return Err(malformed(4, other, Expected::LineFeed)),
            },
            other => return Err(malformed(3, other, Expected::Separator)),
        };
        match WireCode::from_digits(digits) {
            Some(code) => Ok(Self { code, last }),
            None => Err(malformed(0, digits[0], Expected::FirstDigit)),
        }
    }
}
