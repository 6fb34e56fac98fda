//! A few ASCII characters, put together on the stack: cheaper than a format string with a number in it.

use core::str;

use crate::{EnhancedCode, WireCode};

/// At most so many: `250-5.999.999 ` has fourteen. So aligned, all of them are checked in two steps.
const ROOM: usize = 16;

#[derive(Clone, Copy)]
#[repr(align(8))]
pub(crate) struct Ascii {
    bytes: [u8; ROOM],
    length: usize,
}

impl Ascii {
    pub(crate) const fn new() -> Self {
        Self { bytes: [b' '; ROOM], length: 0 }
    }

    /// Adds a character. One that has no room is left out; none is.
    pub(crate) const fn push(&mut self, byte: u8) {
        self.put(self.length, byte);
        self.length += 1;
    }

    /// Puts another character at this place.
    pub(crate) const fn put(&mut self, at: usize, byte: u8) {
        if at < ROOM {
            self.bytes[at] = byte;
        }
    }

    /// Adds the three digits of a reply code.
    pub(crate) const fn code(&mut self, code: WireCode) {
        let number = code.as_u16();
        self.push(digit(number / 100));
        self.push(digit(number / 10));
        self.push(digit(number));
    }

    /// Adds an enhanced code.
    pub(crate) const fn enhanced(&mut self, code: EnhancedCode) {
        self.push(b'0' + code.class().digit());
        self.push(b'.');
        self.number(code.subject());
        self.push(b'.');
        self.number(code.detail());
    }

    /// Adds a number of up to three digits.
    const fn number(&mut self, number: u16) {
        if number >= 10 {
            if number >= 100 {
                self.push(digit(number / 100));
            }
            self.push(digit(number / 10));
        }
        self.push(digit(number));
    }

    /// Takes the last character away.
    pub(crate) const fn pop(&mut self) {
        self.length = self.length.saturating_sub(1);
    }

    pub(crate) const fn len(&self) -> usize {
        self.length
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes).ok().and_then(|text| text.get(..self.length)).unwrap_or_default()
    }
}

/// The last digit of a number: the rest of a division by ten is one.
const fn digit(number: u16) -> u8 {
    b'0' + (number % 10) as u8
}
