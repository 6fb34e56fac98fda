//! Replies as a person reads them, in a log or on a screen.

use core::fmt::{self, Write};

use super::lines::Lines;
use super::parse::Reply;

/// The text of a reply on one line, from [`Reply::text`].
///
/// The lines are joined with a space. Bytes that are not UTF-8 show as U+FFFD. Control characters are escaped,
/// and so are Unicode's line separators and the marks that turn the direction of writing, so that a server can
/// neither forge a line of the log that prints it nor make one read as another.
#[derive(Clone)]
pub struct Text<'a> {
    lines: Lines<'a>,
}

impl<'a> Reply<'a> {
    /// The texts of all lines, joined into one for reading: what [`lines`](Self::lines) gives, as text.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"550-5.1.1 No such user.\r\n550 5.1.1 Check \xe9 and \x07.\r\n")?;
    /// assert_eq!(reply.text().to_string(), "No such user. Check \u{fffd} and \\x07.");
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn text(&self) -> Text<'a> {
        Text { lines: self.lines() }
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut after_blank = true;
        for line in self.lines.clone() {
            if !line.is_empty() && !after_blank {
                f.write_char(' ')?;
            }
            write_lossy(line, f)?;
            after_blank = line.last().map_or(after_blank, |&byte| byte == b' ' || byte == b'\t');
        }
        Ok(())
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({self})")
    }
}

impl fmt::Display for Reply<'_> {
    /// The whole reply on one line: code, enhanced code and [`text`](Reply::text).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"550-5.1.1 No such\r\n550 5.1.1 user\r\n")?;
    /// assert_eq!(reply.to_string(), "550 5.1.1 No such user");
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code())?;
        if let Some(enhanced) = self.enhanced() {
            write!(f, " {enhanced}")?;
        }
        if self.lines().any(|line| !line.is_empty()) {
            write!(f, " {}", self.text())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Line<'a>(&'a [u8]);
        impl fmt::Debug for Line<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "\"{}\"", self.0.escape_ascii())
            }
        }
        struct All<'a>(Lines<'a>);
        impl fmt::Debug for All<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.0.clone().map(Line)).finish()
            }
        }
        f.debug_struct("Reply")
            .field("code", &self.code())
            .field("enhanced", &self.enhanced())
            .field("lines", &All(self.lines()))
            .finish()
    }
}

/// Writes bytes as text: UTF-8 as it is, U+FFFD for what is none, escapes for control characters.
fn write_lossy(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match letter {
                '\t' => f.write_char(' ')?,
                '\0'..='\x7f' if letter.is_control() => write!(f, "\\x{:02x}", u32::from(letter))?,
                _ if letter.is_control() || is_deceptive(letter) => {
                    write!(f, "\\u{{{:x}}}", u32::from(letter))?;
                }
                _ => f.write_char(letter)?,
            }
        }
        if !chunk.invalid().is_empty() {
            f.write_char(char::REPLACEMENT_CHARACTER)?;
        }
    }
    Ok(())
}

/// Whether a letter breaks the line or turns the direction of writing, though it is no control character.
const fn is_deceptive(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
