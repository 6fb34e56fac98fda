//! How much of a reply a server may send.

/// Limits for a [`ReplyScanner`](crate::ReplyScanner): how long a line, how many lines and how long a whole
/// reply may be. A server that keeps sending cannot make the client's buffer grow beyond them.
///
/// # Examples
///
/// ```
/// use smtp_codes::reply::ReplyLimits;
///
/// const STRICT: ReplyLimits = ReplyLimits::new().line(512).lines(100).bytes(16_384);
/// assert_eq!(STRICT.max_line(), 512);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ReplyLimits {
    line: usize,
    lines: usize,
    bytes: usize,
}

impl ReplyLimits {
    /// 12,288 bytes a line, 2,000 lines, 262,144 bytes in all.
    ///
    /// [RFC 5321 section 4.5.3.1.5](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.5) allows a line
    /// 512 bytes, but servers exceed that, and
    /// [RFC 4954 section 4](https://www.rfc-editor.org/rfc/rfc4954#section-4) expects up to 12,288 in the
    /// challenge of a `334`. Real replies have a few dozen lines.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// let limits = ReplyLimits::new();
    /// assert_eq!((limits.max_line(), limits.max_lines(), limits.max_bytes()), (12_288, 2_000, 262_144));
    /// assert_eq!(limits, ReplyLimits::default());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { line: 12_288, lines: 2_000, bytes: 262_144 }
    }

    /// No limits: for bytes that are in memory anyway.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// assert_eq!(ReplyLimits::none().max_bytes(), usize::MAX);
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Self { line: usize::MAX, lines: usize::MAX, bytes: usize::MAX }
    }

    /// The same with at most this many bytes in a line, code and line end included.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// assert_eq!(ReplyLimits::new().line(512).max_line(), 512);
    /// ```
    #[must_use]
    pub const fn line(self, bytes: usize) -> Self {
        Self { line: bytes, ..self }
    }

    /// The same with at most this many lines in a reply. One line is always allowed.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// assert_eq!(ReplyLimits::new().lines(50).max_lines(), 50);
    /// ```
    #[must_use]
    pub const fn lines(self, lines: usize) -> Self {
        Self { lines, ..self }
    }

    /// The same with at most this many bytes in a whole reply.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::reply::ReplyLimits;
    /// assert_eq!(ReplyLimits::new().bytes(4_096).max_bytes(), 4_096);
    /// ```
    #[must_use]
    pub const fn bytes(self, bytes: usize) -> Self {
        Self { bytes, ..self }
    }

    /// The bytes that a line may have.
    #[must_use]
    pub const fn max_line(&self) -> usize {
        self.line
    }

    /// The lines that a reply may have.
    #[must_use]
    pub const fn max_lines(&self) -> usize {
        self.lines
    }

    /// The bytes that a reply may have.
    #[must_use]
    pub const fn max_bytes(&self) -> usize {
        self.bytes
    }
}

impl Default for ReplyLimits {
    fn default() -> Self {
        Self::new()
    }
}
