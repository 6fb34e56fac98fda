//! A few ASCII characters, put together on the stack: cheaper than a format string with a number in it.

use core::str;

/// At most so many: `250-5.999.999 `.
const ROOM: usize = 14;

#[derive(Clone, Copy)]
pub(crate) struct Ascii {
    bytes: [u8; ROOM],
    length: usize,
}

impl Ascii {
    #[inline]
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; ROOM], length: 0 }
    }

    /// Adds a character. One that has no room is left out; none is.
    #[inline]
    pub(crate) fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    /// Adds a number of up to three digits.
    #[inline]
    pub(crate) fn number(&mut self, number: u16) {
        // The rest of a division by ten is a digit.
        let digit = |number: u16| b'0' + u8::try_from(number % 10).unwrap_or_default();
        if number >= 100 {
            self.push(digit(number / 100));
        }
        if number >= 10 {
            self.push(digit(number / 10));
        }
        self.push(digit(number));
    }

    /// The same with another character at this place, if there is one.
    #[inline]
    pub(crate) fn with(mut self, at: usize, byte: u8) -> Self {
        if let Some(place) = self.bytes.get_mut(at) {
            *place = byte;
        }
        self
    }

    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}
