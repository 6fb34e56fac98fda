//! A reply that owns its bytes.

use alloc::boxed::Box;
use core::fmt;

use super::parse::Reply;
use crate::{EnhancedCode, WireCode};

/// A [`Reply`] that owns its bytes, to keep, to send to another thread and to put into an error. Needs the feature
/// `alloc`.
///
/// It is not parsed again: [`as_reply`](Self::as_reply) costs nothing, and has all that there is to ask.
///
/// # Examples
///
/// ```
/// use smtp_codes::{Action, Command, Reply, ReplyBuf};
///
/// fn last_reply(buffer: &[u8]) -> Result<ReplyBuf, smtp_codes::ReplyError> {
///     let (reply, _) = Reply::parse(buffer)?;
///     Ok(reply.into())
/// }
///
/// let kept = last_reply(b"550 5.1.1 No such user\r\n")?;
/// assert_eq!(kept.as_reply().action(Command::Rcpt), Action::FailRecipient);
/// assert_eq!(kept.to_string(), "550 5.1.1 No such user");
/// # Ok::<(), smtp_codes::ReplyError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ReplyBuf {
    bytes: Box<[u8]>,
    code: WireCode,
    enhanced: Option<EnhancedCode>,
}

impl ReplyBuf {
    /// The reply, borrowed from this one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Reply, ReplyBuf};
    /// let (reply, _) = Reply::parse(b"250-mail.example.com\r\n250 HELP\r\n")?;
    /// let kept = ReplyBuf::from(reply);
    /// assert_eq!(kept.as_reply(), reply);
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn as_reply(&self) -> Reply<'_> {
        Reply::from_parts(&self.bytes, self.code, self.enhanced)
    }
}

impl From<Reply<'_>> for ReplyBuf {
    fn from(reply: Reply<'_>) -> Self {
        Self { bytes: reply.as_bytes().into(), code: reply.code(), enhanced: reply.enhanced() }
    }
}

impl AsRef<[u8]> for ReplyBuf {
    /// The bytes of the whole reply, as they came.
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Display for ReplyBuf {
    /// The whole reply on one line, as [`Reply`] shows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_reply().fmt(f)
    }
}

impl fmt::Debug for ReplyBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.as_reply(), f)
    }
}
