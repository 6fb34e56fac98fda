//! One reply, borrowed from the bytes that it came in.

use super::error::ReplyError;
use super::error::ScanError;
use super::limits::ReplyLimits;
use super::line_feed::find_line_feed;
use super::lines::{EnhancedCodes, Lines, begins_dotted, split_enhanced, split_odd, split_usual, text_of};
use super::progress::{Found, Progress};
use crate::{Class, EnhancedCode, ReplyCode, WireCode};

/// A reply as it came over the wire, of one line or several, borrowed from its bytes.
///
/// [`parse`](Self::parse) reads the form of
/// [RFC 5321 section 4.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.2) and the deviations that real
/// servers are known for:
///
/// * any number from 200 to 599, in the catalogue or not: `571`, `598`;
/// * a code without a text, with or without a space: `250`;
/// * a tab behind the code, and lines that end with a line feed alone;
/// * any byte in the text, so Latin-1, GB18030 and NUL too. Only a line feed ends a line, and a carriage
///   return that does not stand right before it is text.
///
/// The line whose code is not followed by a hyphen is the last. All lines must carry the same code
/// ([`ReplyError::MixedCodes`]), and a line without a code is [`ReplyError::Malformed`].
///
/// The enhanced code stands where
/// [RFC 2034 section 4](https://www.rfc-editor.org/rfc/rfc2034#section-4) puts it, as the first word of the
/// text; [`find_enhanced`](crate::find_enhanced) looks for it anywhere. A 3yz reply never has one, so there
/// the word stays in the text.
///
/// Two replies are equal if their bytes are.
///
/// # Examples
///
/// ```
/// use smtp_codes::{EnhancedCode, Reply, code};
///
/// let bytes = b"550-5.1.1 No such user here\r\n550 5.1.1 Check the address\r\n250 OK\r\n";
/// let (reply, rest) = Reply::parse(bytes)?;
///
/// assert_eq!(reply.code(), code!(550));
/// assert_eq!(reply.enhanced(), EnhancedCode::new(5, 1, 1));
/// assert!(reply.lines().eq([&b"No such user here"[..], b"Check the address"]));
/// assert_eq!(rest, b"250 OK\r\n");
/// # Ok::<(), smtp_codes::ReplyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reply<'a> {
    bytes: &'a [u8],
    code: WireCode,
    enhanced: Option<EnhancedCode>,
}

impl<'a> Reply<'a> {
    /// Reads the first reply, and gives what follows it.
    ///
    /// Takes time in proportion to the length of the reply, whatever follows it, and allocates nothing. It
    /// knows no limits: for bytes that arrive in pieces, from a server that is not trusted, use
    /// [`ReplyScanner`](crate::ReplyScanner).
    ///
    /// # Errors
    ///
    /// [`Incomplete`](ReplyError::Incomplete) where the bytes end before the reply does, a carriage return
    /// at the end included; [`Malformed`](ReplyError::Malformed) as soon as no further byte could make it a
    /// reply; [`MixedCodes`](ReplyError::MixedCodes) for a whole reply that contradicts itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Reply, ReplyError};
    /// let (reply, rest) = Reply::parse(b"220 mail.example.com ESMTP\r\n250")?;
    /// assert_eq!(reply.code(), 220);
    /// assert_eq!(Reply::parse(rest), Err(ReplyError::Incomplete));
    /// # Ok::<(), ReplyError>(())
    /// ```
    pub fn parse(bytes: &'a [u8]) -> Result<(Self, &'a [u8]), ReplyError> {
        match usual_line(bytes).or_else(|| usual_lines(bytes)) {
            Some(found) => Ok(found),
            None => Self::parse_with_care(bytes),
        }
    }

    /// The same for every reply, and slower.
    fn parse_with_care(bytes: &'a [u8]) -> Result<(Self, &'a [u8]), ReplyError> {
        match Progress::new().advance(bytes, ReplyLimits::none()) {
            Ok(found) => Self::split(bytes, found).ok_or(ReplyError::Incomplete),
            Err(ScanError::Reply(error)) => Err(error),
            // Without limits none is reached.
            Err(_) => Err(ReplyError::Incomplete),
        }
    }

    /// Reads the first reply of bytes to which nothing will be added, so that their end is also the end of a
    /// line and of the reply: from a log, a database, or the error of a client that took the line's end off.
    ///
    /// It reads all that [`parse`](Self::parse) reads, and in the same way. Besides, the last line may lack its
    /// end, and lines that should follow may be missing, as where a log keeps only the first of them.
    ///
    /// # Errors
    ///
    /// As `parse`; [`Incomplete`](ReplyError::Incomplete) only where the bytes do not hold even a code.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Reply, ReplyError};
    /// let logged = b"550 5.1.1 User unknown";
    /// assert_eq!(Reply::parse(logged), Err(ReplyError::Incomplete));
    /// let (reply, _) = Reply::parse_stored(logged)?;
    /// assert_eq!(reply.enhanced(), EnhancedCode::new(5, 1, 1));
    /// assert!(reply.lines().eq([b"User unknown"]));
    ///
    /// let (cut, _) = Reply::parse_stored(b"550-5.7.26 This mail has been blocked because")?;
    /// assert_eq!(cut.code(), 550);
    /// # Ok::<(), ReplyError>(())
    /// ```
    pub fn parse_stored(bytes: &'a [u8]) -> Result<(Self, &'a [u8]), ReplyError> {
        match Self::parse(bytes) {
            Err(ReplyError::Incomplete) => {}
            whole => return whole,
        }
        let mut progress = Progress::new();
        // `parse` has told already that there is no other fault than the missing end.
        let found = progress.advance(bytes, ReplyLimits::none()).or_else(|_| progress.finish(bytes))?;
        Self::split(bytes, found).ok_or(ReplyError::Incomplete)
    }

    /// A reply that was parsed before.
    #[cfg(feature = "alloc")]
    pub(super) const fn from_parts(bytes: &'a [u8], code: WireCode, enhanced: Option<EnhancedCode>) -> Self {
        Self { bytes, code, enhanced }
    }

    /// The reply that was found at the start of the bytes, and what follows it.
    pub(super) fn split(bytes: &'a [u8], found: Found) -> Option<(Self, &'a [u8])> {
        let (bytes, rest) = bytes.split_at_checked(found.length)?;
        Some((Self { bytes, code: found.code, enhanced: found.enhanced }, rest))
    }

    /// The code, known to the catalogue or not.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"598 Refused by our rules\r\n")?;
    /// assert_eq!(reply.code(), 598);
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn code(&self) -> WireCode {
        self.code
    }

    /// The class of the code: what to do, whatever the rest says.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, Reply};
    /// let (reply, _) = Reply::parse(b"471 Try again\r\n")?;
    /// assert_eq!(reply.class(), Class::TransientNegative);
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn class(&self) -> Class {
        self.code.class()
    }

    /// The catalogue's entry for the code, if it has one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Reply, code};
    /// let (reply, _) = Reply::parse(b"354\r\n")?;
    /// assert_eq!(reply.known(), Some(code!(354)));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn known(&self) -> Option<ReplyCode> {
        self.code.known()
    }

    /// The enhanced code as it was sent: that of the first line which carries one.
    ///
    /// [RFC 2034 section 4](https://www.rfc-editor.org/rfc/rfc2034#section-4) wants the same one on every
    /// line. Where a server keeps to less, [`enhanced_codes`](Self::enhanced_codes) has them all. Its class
    /// may contradict the code's: see [`effective_enhanced`](Self::effective_enhanced).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Reply};
    /// let (reply, _) = Reply::parse(b"550 5.7.606 Access denied, banned sender\r\n")?;
    /// assert_eq!(reply.enhanced(), EnhancedCode::new(5, 7, 606));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn enhanced(&self) -> Option<EnhancedCode> {
        self.enhanced
    }

    /// The texts of the lines, as bytes, first to last: without the code, without the line's end, and
    /// without the reply's [`enhanced`](Self::enhanced) code and the blank behind it where the line carries
    /// it. Another enhanced code than that stays in the text of its line. A line without a text is empty.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"250-mail.example.com\n250-SIZE 35882577\n250 HELP\n")?;
    /// let mut lines = reply.lines();
    /// assert_eq!(lines.next(), Some(&b"mail.example.com"[..]));
    /// assert_eq!(lines.last(), Some(&b"HELP"[..]));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn lines(&self) -> Lines<'a> {
        Lines::new(self.bytes, self.code, self.enhanced)
    }

    /// The enhanced code of each line, first to last.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, Reply};
    /// let (reply, _) = Reply::parse(b"550-Sorry\r\n550-5.1.1 Unknown user\r\n550 5.0.0 Bye\r\n")?;
    /// assert_eq!(reply.enhanced(), EnhancedCode::new(5, 1, 1));
    /// assert!(reply.enhanced_codes().eq([None, EnhancedCode::new(5, 1, 1), EnhancedCode::new(5, 0, 0)]));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn enhanced_codes(&self) -> EnhancedCodes<'a> {
        EnhancedCodes::new(self.bytes, self.code)
    }

    /// Whether the reply has more than one line.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"250-mail.example.com\r\n250 HELP\r\n")?;
    /// assert!(reply.is_multiline());
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn is_multiline(&self) -> bool {
        matches!(self.bytes, [_, _, _, b'-', ..])
    }

    /// The bytes of the whole reply as they came, the end of its last line included.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"250 OK\r\n221 Bye\r\n")?;
    /// assert_eq!(reply.as_bytes(), b"250 OK\r\n");
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }
}

impl AsRef<[u8]> for Reply<'_> {
    /// The bytes of the whole reply as they came.
    fn as_ref(&self) -> &[u8] {
        self.bytes
    }
}

/// A whole reply of one line, with a space behind the code. `None` for all the others.
fn usual_line(bytes: &[u8]) -> Option<(Reply<'_>, &[u8])> {
    let [a, b, c, b' ', text @ ..] = bytes else { return None };
    let code = WireCode::from_digits([*a, *b, *c])?;
    let (line, rest) = bytes.split_at_checked(find_line_feed(text, 0)? + 5)?;
    Some((Reply { bytes: line, code, enhanced: enhanced_of(code, text, line) }, rest))
}

/// A whole reply of the usual shape: the same code on every line, with a space or a hyphen behind it. `None`
/// for all the others, which [`Progress`] judges.
fn usual_lines(bytes: &[u8]) -> Option<(Reply<'_>, &[u8])> {
    let &[a, b, c] = bytes.first_chunk()?;
    let code = WireCode::from_digits([a, b, c])?;
    let mut enhanced = None;
    let mut rest = bytes;
    loop {
        #[cfg(test)]
        super::steps::count(4);
        let (head, text) = rest.split_first_chunk::<4>()?;
        let is_last = *head != [a, b, c, b'-'];
        if is_last && *head != [a, b, c, b' '] {
            return None;
        }
        let (line, behind) = rest.split_at_checked(find_line_feed(text, 0)? + 5)?;
        if begins_dotted(text) && enhanced.is_none() {
            enhanced = split_enhanced(code, text_of(line)).map(|(enhanced, _)| enhanced);
        }
        if is_last {
            let (bytes, rest) = bytes.split_at_checked(bytes.len() - behind.len())?;
            return Some((Reply { bytes, code, enhanced }, rest));
        }
        rest = behind;
    }
}

/// The enhanced code of a line. What follows the line may be in the text: the usual shape ends with a space and
/// holds no line's end.
fn enhanced_of(code: WireCode, text: &[u8], line: &[u8]) -> Option<EnhancedCode> {
    if !begins_dotted(text) || code.class() == Class::PositiveIntermediate {
        return None;
    }
    match split_usual(text) {
        Some((enhanced, _)) => Some(enhanced),
        None => split_odd(text_of(line)).map(|(enhanced, _)| enhanced),
    }
}
