//! Whether the server hangs up after a reply.

use core::fmt;

/// Whether the server closes the connection after a reply.
///
/// ```
/// use smtp_codes::{Closing, code};
///
/// assert_eq!(code!(421).closes_connection(), Closing::Yes);
/// assert_eq!(code!(554).closes_connection(), Closing::No); // a 554 greeting waits for QUIT
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Closing {
    /// It does: 221 and 421 (RFC 5321 section 3.8).
    Yes,
    /// It must not: the client ends the session with `QUIT` (RFC 5321 sections 3.1 and 3.8).
    No,
    /// It may do either: 521 (RFC 7504 section 3).
    May,
    /// No standard says, because none defines the code.
    Unspecified,
}

impl Closing {
    /// The word that the catalogue uses: `yes`, `no`, `may` or `unspecified`.
    ///
    /// ```
    /// # use smtp_codes::Closing;
    /// assert_eq!(Closing::May.name(), "may");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::May => "may",
            Self::Unspecified => "unspecified",
        }
    }
}

impl fmt::Display for Closing {
    /// The word: `may`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
