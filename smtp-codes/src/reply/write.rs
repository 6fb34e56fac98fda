//! Replies that a server sends: put together and checked.

use super::check::{self, WriteError};
use super::outgoing::{OutgoingReply, Source};
use crate::{EnhancedCode, WireCode};

/// What a server wants to say. [`finish`](Self::finish) checks it, and gives the reply to send.
///
/// ```
/// use smtp_codes::{EnhancedCode, ReplyWriter, code};
///
/// let reply = ReplyWriter::new(code!(452))
///     .enhanced(EnhancedCode::new(4, 5, 3).unwrap())
///     .text("Too many recipients")
///     .finish()?;
/// assert_eq!(reply.to_string(), "452 4.5.3 Too many recipients\r\n");
/// # Ok::<(), smtp_codes::reply::WriteError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub struct ReplyWriter<'t> {
    code: WireCode,
    enhanced: Option<EnhancedCode>,
    text: Source<'t>,
    utf8: bool,
}

impl<'t> ReplyWriter<'t> {
    /// A reply with this code, without an enhanced code and without a text.
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, WireCode, code};
    /// assert_eq!(ReplyWriter::new(code!(334)).finish().unwrap().to_string(), "334 \r\n");
    /// let own = WireCode::from_u16(598).unwrap();
    /// assert_eq!(ReplyWriter::new(own).text("Our rules").finish().unwrap().to_string(), "598 Our rules\r\n");
    /// ```
    pub fn new(code: impl Into<WireCode>) -> Self {
        Self::from_wire(code.into())
    }

    /// [`new`](Self::new) for constants.
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, WireCode};
    /// const OK: ReplyWriter<'_> = ReplyWriter::from_wire(WireCode::from_u16(250).unwrap()).text("OK");
    /// assert_eq!(OK.finish().unwrap().to_string(), "250 OK\r\n");
    /// ```
    pub const fn from_wire(code: WireCode) -> Self {
        Self { code, enhanced: None, text: Source::Line(""), utf8: false }
    }

    /// The same with this enhanced code, which will stand on every line.
    ///
    /// [RFC 2034 section 4](https://www.rfc-editor.org/rfc/rfc2034#section-4) wants one in every 2yz, 4yz and
    /// 5yz reply of a server that offers `ENHANCEDSTATUSCODES`, but for the greeting and the answers to EHLO
    /// and HELO.
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyWriter, code};
    /// let reply = ReplyWriter::new(code!(221)).enhanced(EnhancedCode::new(2, 0, 0).unwrap());
    /// assert_eq!(reply.finish().unwrap().to_string(), "221 2.0.0\r\n");
    /// ```
    pub const fn enhanced(self, enhanced: EnhancedCode) -> Self {
        Self { enhanced: Some(enhanced), ..self }
    }

    /// The same with this text, which has no line breaks. A long text is folded between words over several
    /// lines, so keep what a program reads, such as the keywords of an answer to EHLO, to
    /// [`lines`](Self::lines) that are short.
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, code};
    /// assert_eq!(ReplyWriter::new(code!(250)).text("OK").finish().unwrap().to_string(), "250 OK\r\n");
    /// ```
    pub const fn text(self, text: &'t str) -> Self {
        Self { text: Source::Line(text), ..self }
    }

    /// The same with a text of several lines.
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, code};
    /// let reply = ReplyWriter::new(code!(250)).lines(&["mail.example.com", "SIZE 35882577", "HELP"]);
    /// assert_eq!(
    ///     reply.finish().unwrap().to_string(),
    ///     "250-mail.example.com\r\n250-SIZE 35882577\r\n250 HELP\r\n"
    /// );
    /// ```
    pub const fn lines(self, lines: &'t [&'t str]) -> Self {
        Self { text: Source::Lines(lines), ..self }
    }

    /// The same, with characters outside ASCII allowed or not: say `true` where the client has put `SMTPUTF8`
    /// on this command or transaction
    /// ([RFC 6531 section 3.7.4](https://www.rfc-editor.org/rfc/rfc6531#section-3.7.4)).
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, code, reply::WriteError};
    /// let reply = ReplyWriter::new(code!(550)).text("Empfänger unbekannt");
    /// assert_eq!(reply.finish(), Err(WriteError::NotAscii { line: 0, at: 4 }));
    /// assert!(reply.utf8(true).finish().is_ok());
    /// ```
    pub const fn utf8(self, allowed: bool) -> Self {
        Self { utf8: allowed, ..self }
    }

    /// Checks it all.
    ///
    /// # Errors
    ///
    /// A [`WriteError`] for each thing that no client could read back as it was meant: an enhanced code that
    /// contradicts the code or stands on a 3yz, control characters and line breaks in a text, characters
    /// outside ASCII that were not agreed on, a text that begins with what would be read as an enhanced code,
    /// and a `334` whose challenge does not fit into one line.
    ///
    /// ```
    /// # use smtp_codes::{ReplyWriter, code, reply::WriteError};
    /// let injected = ReplyWriter::new(code!(550)).text("No such user\r\n250 OK");
    /// assert_eq!(injected.finish(), Err(WriteError::Control { line: 0, at: 12 }));
    /// ```
    // Here and below, where it says `inline`: writing one line takes 459 instructions with it and 493 without.
    #[inline]
    pub const fn finish(self) -> Result<OutgoingReply<'t>, WriteError> {
        match self.fault() {
            None => Ok(OutgoingReply { code: self.code, enhanced: self.enhanced, text: self.text }),
            Some(error) => Err(error),
        }
    }

    /// The first thing that is wrong.
    #[inline]
    const fn fault(&self) -> Option<WriteError> {
        let lines = self.text.lines();
        if let Some(enhanced) = self.enhanced {
            if let Some(error) = check::enhanced(self.code, enhanced) {
                return Some(error);
            }
        }
        if self.code.as_u16() == 334 {
            if let Some(error) = check::challenge(lines) {
                return Some(error);
            }
        }
        let mut line = 0;
        while line < lines.len() {
            if let Some(error) = check::characters(lines[line], line, self.utf8) {
                return Some(error);
            }
            if self.enhanced.is_none() {
                if let Some(error) = check::start(self.code, lines[line], line) {
                    return Some(error);
                }
            }
            line += 1;
        }
        None
    }
}
