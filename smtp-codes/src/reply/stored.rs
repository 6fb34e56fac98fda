//! Replies to whose bytes nothing will be added.

use super::error::ReplyError;
use super::parse::Reply;
use super::progress::{Caps, Progress};

impl<'a> Reply<'a> {
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
    #[inline]
    pub fn parse_stored(bytes: &'a [u8]) -> Result<(Self, &'a [u8]), ReplyError> {
        match Self::parse(bytes) {
            Err(ReplyError::Incomplete) => {}
            whole => return whole,
        }
        let mut progress = Progress::new();
        // `parse` has told already that there is no other fault than the missing end.
        let found = progress.advance(bytes, Caps::NONE).or_else(|_| progress.finish(bytes))?;
        Self::split(bytes, found).ok_or(ReplyError::Incomplete)
    }
}
