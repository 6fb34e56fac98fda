//! Replies that arrive in pieces: where the first one ends, without looking at any byte twice.

use super::error::{ReplyError, ScanError};
use super::limits::ReplyLimits;
use super::parse::Reply;
use super::progress::{Found, Progress};

/// Finds the end of a reply in a buffer that grows, and remembers how far it has looked.
///
/// Parsing the whole buffer again after every read takes time that grows with the square of the reply's
/// length. A scanner looks at each byte once. It does no input itself, so it serves blocking and
/// asynchronous programs alike, and it holds no bytes: read into a buffer of your own, give it the buffer
/// after every read, and take the reply out of the buffer when there is one. One scanner serves a whole
/// connection: after each answer other than `None` it begins anew.
///
/// What follows the reply to `STARTTLS` in the buffer was sent in clear text: see [`Action::Proceed`](crate::Action).
///
/// The `session` example of this crate talks to a server that way, over a `TcpStream`.
///
/// # Examples
///
/// ```
/// use smtp_codes::ReplyScanner;
///
/// let mut scanner = ReplyScanner::new();
/// let mut buffer = Vec::new();
/// let mut codes = Vec::new();
/// for piece in ["220 mail.exam", "ple.com\r", "\n250-mail.example.com\r\n250 SI", "ZE\r\n"] {
///     buffer.extend_from_slice(piece.as_bytes());
///     while let Some((reply, rest)) = scanner.reply(&buffer)? {
///         codes.push(reply.code().as_u16());
///         buffer = rest.to_vec();
///     }
/// }
/// assert_eq!(codes, [220, 250]);
/// # Ok::<(), smtp_codes::reply::ScanError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ReplyScanner {
    limits: ReplyLimits,
    progress: Progress,
}

impl ReplyScanner {
    /// A scanner with the limits of [`ReplyLimits::new`].
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{ReplyScanner, reply::ReplyLimits};
    /// assert_eq!(ReplyScanner::new().limits(), ReplyLimits::new());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self::with_limits(ReplyLimits::new())
    }

    /// A scanner with limits of your own.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{ReplyScanner, reply::{ReplyLimits, ScanError}};
    /// let mut scanner = ReplyScanner::with_limits(ReplyLimits::new().line(8));
    /// assert_eq!(scanner.scan(b"250 OK\r\n"), Ok(Some(8)));
    /// assert_eq!(scanner.scan(b"250 Okay"), Err(ScanError::LineTooLong { line: 1, limit: 8 }));
    /// ```
    #[must_use]
    pub const fn with_limits(limits: ReplyLimits) -> Self {
        Self { limits, progress: Progress::new() }
    }

    /// The limits that it was made with.
    #[must_use]
    pub const fn limits(&self) -> ReplyLimits {
        self.limits
    }

    /// The length of the reply that the buffer begins with, or `None` while some of it is missing.
    ///
    /// After `None`, call it again with the same bytes and more behind them. After a length, take that many
    /// bytes out of the buffer, by [`Reply::parse`] on them or otherwise, and the next call looks for the next
    /// reply. This form borrows nothing, which is what a method that gives out a reply from its own buffer
    /// needs; where that is no concern, [`reply`](Self::reply) gives the reply at once.
    ///
    /// A buffer that has become shorter than it was is a new one: it is looked at from the start.
    ///
    /// # Errors
    ///
    /// What [`Reply::parse`] gives, except `Incomplete`, and one error for each limit. How the bytes were cut
    /// into pieces makes no difference to it. The scanner begins anew, but the stream can only be gone on
    /// with after [`ReplyError::MixedCodes`], which says where that reply ends.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::ReplyScanner;
    /// let mut scanner = ReplyScanner::new();
    /// assert_eq!(scanner.scan(b"250-mail.example.com\r\n250 SI")?, None);
    /// assert_eq!(scanner.scan(b"250-mail.example.com\r\n250 SIZE\r\n221 Bye\r\n")?, Some(32));
    /// # Ok::<(), smtp_codes::reply::ScanError>(())
    /// ```
    pub fn scan(&mut self, buffer: &[u8]) -> Result<Option<usize>, ScanError> {
        Ok(self.find(buffer)?.map(|found| found.length))
    }

    /// The reply that the buffer begins with and what follows it, or `None` while some of it is missing.
    ///
    /// The same as [`scan`](Self::scan), with the reply read from the buffer.
    ///
    /// # Errors
    ///
    /// As for [`scan`](Self::scan).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::ReplyScanner;
    /// let mut scanner = ReplyScanner::new();
    /// assert_eq!(scanner.reply(b"451 4.7.1 Try")?, None);
    /// let (reply, rest) = scanner.reply(b"451 4.7.1 Try later\r\n")?.expect("it is all there");
    /// assert_eq!(reply.to_string(), "451 4.7.1 Try later");
    /// assert!(rest.is_empty());
    /// # Ok::<(), smtp_codes::reply::ScanError>(())
    /// ```
    pub fn reply<'a>(&mut self, buffer: &'a [u8]) -> Result<Option<(Reply<'a>, &'a [u8])>, ScanError> {
        Ok(self.find(buffer)?.and_then(|found| Reply::split(buffer, found)))
    }

    fn find(&mut self, buffer: &[u8]) -> Result<Option<Found>, ScanError> {
        if buffer.len() < self.progress.searched() {
            self.reset();
        }
        let answer = self.progress.advance(buffer, self.limits);
        if answer == Err(ScanError::Reply(ReplyError::Incomplete)) {
            return Ok(None);
        }
        self.reset();
        answer.map(Some)
    }

    /// Forgets the reply that it is in the middle of, as for a new connection.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::ReplyScanner;
    /// let mut scanner = ReplyScanner::new();
    /// assert_eq!(scanner.scan(b"220-first ser")?, None);
    /// scanner.reset();
    /// assert_eq!(scanner.scan(b"220 second server\r\n")?, Some(19));
    /// # Ok::<(), smtp_codes::reply::ScanError>(())
    /// ```
    pub const fn reset(&mut self) {
        self.progress = Progress::new();
    }
}

impl Default for ReplyScanner {
    fn default() -> Self {
        Self::new()
    }
}
