//! How official a code is.

use core::fmt;

/// How official a code is: who defines it, if anyone.
///
/// ```
/// use smtp_codes::{Standing, code};
///
/// assert_eq!(code!(250).standing(), Standing::Standard);
/// assert_eq!(code!(511).standing(), Standing::Unregistered); // `5.1.1` with the dots left out
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// An RFC defines the code, and it is in use.
    Standard,
    /// An RFC defines it, and it is deprecated or was only ever an experiment: 355 and 538.
    Historic,
    /// No RFC defines the reply, but the IANA registry of enhanced status codes pairs the number with one.
    Registered,
    /// No standard knows the number. Servers send it, or people look it up.
    Unregistered,
}

impl Standing {
    /// All four, from the most to the least official.
    ///
    /// ```
    /// # use smtp_codes::Standing;
    /// assert_eq!(Standing::ALL[0], Standing::Standard);
    /// ```
    pub const ALL: [Self; 4] = [Self::Standard, Self::Historic, Self::Registered, Self::Unregistered];

    /// The word that the catalogue uses: `standard`, `historic`, `registered` or `unregistered`.
    ///
    /// ```
    /// # use smtp_codes::Standing;
    /// assert_eq!(Standing::Historic.name(), "historic");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Historic => "historic",
            Self::Registered => "registered",
            Self::Unregistered => "unregistered",
        }
    }
}

impl fmt::Display for Standing {
    /// The word: `standard`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
