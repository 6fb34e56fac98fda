//! Replies that arrive in pieces: where the first one ends, without looking at any byte twice.

use core::error::Error;
use core::fmt;

use super::error::ReplyError;
use super::parse::Reply;
use super::progress::{Caps, Found, Progress, Stop};

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
    examined: u64,
}

impl ReplyScanner {
    /// A scanner with the limits of [`ReplyLimits::new`].
    ///
    /// ```
    /// # use smtp_codes::{ReplyScanner, reply::ReplyLimits};
    /// assert_eq!(ReplyScanner::new().limits(), ReplyLimits::new());
    /// ```
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self::with_limits(ReplyLimits::new())
    }

    /// A scanner with limits of your own.
    ///
    /// ```
    /// # use smtp_codes::{ReplyScanner, reply::{ReplyLimits, ScanError}};
    /// let mut scanner = ReplyScanner::with_limits(ReplyLimits::new().line(8));
    /// assert_eq!(scanner.scan(b"250 OK\r\n"), Ok(Some(8)));
    /// assert_eq!(scanner.scan(b"250 Okay"), Err(ScanError::LineTooLong { line: 1, limit: 8 }));
    /// ```
    #[must_use]
    #[inline]
    pub const fn with_limits(limits: ReplyLimits) -> Self {
        Self { limits, progress: Progress::new(), examined: 0 }
    }

    /// The limits that it was made with.
    #[must_use]
    #[inline]
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
    /// ```
    /// # use smtp_codes::ReplyScanner;
    /// let mut scanner = ReplyScanner::new();
    /// assert_eq!(scanner.scan(b"250-mail.example.com\r\n250 SI")?, None);
    /// assert_eq!(scanner.scan(b"250-mail.example.com\r\n250 SIZE\r\n221 Bye\r\n")?, Some(32));
    /// # Ok::<(), smtp_codes::reply::ScanError>(())
    /// ```
    #[inline]
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
    /// ```
    /// # use smtp_codes::ReplyScanner;
    /// let mut scanner = ReplyScanner::new();
    /// assert_eq!(scanner.reply(b"451 4.7.1 Try")?, None);
    /// let (reply, rest) = scanner.reply(b"451 4.7.1 Try later\r\n")?.expect("it is all there");
    /// assert_eq!(reply.to_string(), "451 4.7.1 Try later");
    /// assert!(rest.is_empty());
    /// # Ok::<(), smtp_codes::reply::ScanError>(())
    /// ```
    #[inline]
    pub fn reply<'a>(&mut self, buffer: &'a [u8]) -> Result<Option<(Reply<'a>, &'a [u8])>, ScanError> {
        Ok(self.find(buffer)?.and_then(|found| Reply::split(buffer, found)))
    }

    #[inline]
    fn find(&mut self, buffer: &[u8]) -> Result<Option<Found>, ScanError> {
        if buffer.len() < self.progress.searched() {
            self.reset();
        }
        let before = self.progress.examined();
        let answer = self.progress.advance(buffer, self.limits.0);
        self.examined = self.examined.saturating_add((self.progress.examined() - before) as u64);
        match answer {
            Err(Stop::Reply(ReplyError::Incomplete)) => Ok(None),
            ended => {
                self.reset();
                match ended {
                    Ok(found) => Ok(Some(found)),
                    Err(Stop::Reply(error)) => Err(ScanError::Reply(error)),
                    Err(Stop::LineTooLong { line }) => {
                        Err(ScanError::LineTooLong { line, limit: self.limits.max_line() })
                    }
                    Err(Stop::TooManyLines) => {
                        Err(ScanError::TooManyLines { limit: self.limits.max_lines() })
                    }
                    Err(Stop::TooLong) => Err(ScanError::TooLong { limit: self.limits.max_bytes() }),
                }
            }
        }
    }

    /// Forgets the reply that it is in the middle of, as for a new connection.
    ///
    /// ```
    /// # use smtp_codes::ReplyScanner;
    /// let mut scanner = ReplyScanner::new();
    /// assert_eq!(scanner.scan(b"220-first ser")?, None);
    /// scanner.reset();
    /// assert_eq!(scanner.scan(b"220 second server\r\n")?, Some(19));
    /// # Ok::<(), smtp_codes::reply::ScanError>(())
    /// ```
    #[inline]
    pub const fn reset(&mut self) {
        self.progress = Progress::new();
    }

    /// How many bytes it has searched for codes and line ends since it was made; one that it had to look at
    /// again counts again. Tests use it to prove that the work grows with the length of what came in and not
    /// faster.
    ///
    /// ```
    /// # use smtp_codes::ReplyScanner;
    /// let mut scanner = ReplyScanner::new();
    /// scanner.scan(b"250 OK, and much mo")?;
    /// scanner.scan(b"250 OK, and much more\r\n")?;
    /// assert!(scanner.examined() < 30);
    /// # Ok::<(), smtp_codes::reply::ScanError>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn examined(&self) -> u64 {
        self.examined
    }
}

impl Default for ReplyScanner {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

/// Why a [`ReplyScanner`] found no reply, and will not.
///
/// ```
/// use smtp_codes::{ReplyScanner, reply::ReplyLimits};
///
/// let mut scanner = ReplyScanner::with_limits(ReplyLimits::new().lines(2));
/// let error = scanner.scan(b"220-a\r\n220-b\r\n220-c\r\n").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the reply has more than 2 lines; close the connection and try again later, or raise the limit"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ScanError {
    /// The bytes are no reply. Never [`ReplyError::Incomplete`].
    Reply(ReplyError),
    /// A line is longer than [`ReplyLimits::line`] allows.
    LineTooLong {
        /// Which line of the reply, from 1.
        line: usize,
        /// The octets that a line may have.
        limit: usize,
    },
    /// More lines follow than [`ReplyLimits::lines`] allows.
    TooManyLines {
        /// The lines that a reply may have.
        limit: usize,
    },
    /// The reply is longer than [`ReplyLimits::bytes`] allows.
    TooLong {
        /// The octets that a reply may have.
        limit: usize,
    },
}

impl fmt::Display for ScanError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reply(error) => return error.fmt(f),
            Self::LineTooLong { line, limit } => {
                write!(f, "line {line} of the reply has more than {limit} octets")
            }
            Self::TooManyLines { limit } => write!(f, "the reply has more than {limit} lines"),
            Self::TooLong { limit } => write!(f, "the reply has more than {limit} octets"),
        }?;
        f.write_str("; close the connection and try again later, or raise the limit")
    }
}

// No `source`: the message of what is wrong with the reply is this error's own already.
impl Error for ScanError {}

/// Limits for a [`ReplyScanner`](crate::ReplyScanner): how long a line, how many lines and how long a whole
/// reply may be. A server that keeps sending cannot make the client's buffer grow beyond them.
///
/// ```
/// use smtp_codes::reply::ReplyLimits;
///
/// const STRICT: ReplyLimits = ReplyLimits::new().line(512).lines(100).bytes(16_384);
/// assert_eq!(STRICT.max_line(), 512);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ReplyLimits(pub(super) Caps);

impl ReplyLimits {
    /// 12,288 octets a line, 2,000 lines, 262,144 octets in all.
    ///
    /// [RFC 5321 section 4.5.3.1.5](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.5) allows a line
    /// 512 octets, but servers exceed that, and
    /// [RFC 4954 section 4](https://www.rfc-editor.org/rfc/rfc4954#section-4) expects up to 12,288 in the
    /// challenge of a `334`. Real replies have a few dozen lines.
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// let limits = ReplyLimits::new();
    /// assert_eq!((limits.max_line(), limits.max_lines(), limits.max_bytes()), (12_288, 2_000, 262_144));
    /// assert_eq!(limits, ReplyLimits::default());
    /// ```
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self(Caps { line: 12_288, lines: 2_000, bytes: 262_144 })
    }

    /// No limits: for bytes that are in memory anyway.
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// assert_eq!(ReplyLimits::none().max_bytes(), usize::MAX);
    /// ```
    #[must_use]
    #[inline]
    pub const fn none() -> Self {
        Self(Caps::NONE)
    }

    /// The same with at most this many octets in a line, code and line end included.
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// assert_eq!(ReplyLimits::new().line(512).max_line(), 512);
    /// ```
    #[must_use]
    #[inline]
    pub const fn line(self, octets: usize) -> Self {
        Self(Caps { line: octets, ..self.0 })
    }

    /// The same with at most this many lines in a reply. One line is always allowed.
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// assert_eq!(ReplyLimits::new().lines(50).max_lines(), 50);
    /// ```
    #[must_use]
    #[inline]
    pub const fn lines(self, lines: usize) -> Self {
        Self(Caps { lines, ..self.0 })
    }

    /// The same with at most this many octets in a whole reply.
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// assert_eq!(ReplyLimits::new().bytes(4_096).max_bytes(), 4_096);
    /// ```
    #[must_use]
    #[inline]
    pub const fn bytes(self, octets: usize) -> Self {
        Self(Caps { bytes: octets, ..self.0 })
    }

    /// The octets that a line may have.
    #[must_use]
    #[inline]
    pub const fn max_line(&self) -> usize {
        self.0.line
    }

    /// The lines that a reply may have.
    #[must_use]
    #[inline]
    pub const fn max_lines(&self) -> usize {
        self.0.lines
    }

    /// The octets that a reply may have.
    #[must_use]
    #[inline]
    pub const fn max_bytes(&self) -> usize {
        self.0.bytes
    }
}

impl Default for ReplyLimits {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}
