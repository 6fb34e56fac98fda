//! Where a fact stands: an RFC and a section of it.

use core::fmt;

/// A place in an RFC.
///
/// ```
/// use smtp_codes::code;
///
/// let reference = code!(214).references()[0];
/// assert_eq!(reference.to_string(), "RFC 5321 section 4.2.3");
/// assert_eq!(reference.url(), "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Reference {
    rfc: u16,
    section: &'static str,
    url: &'static str,
}

impl Reference {
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __new(rfc: u16, section: &'static str, url: &'static str) -> Self {
        Self { rfc, section, url }
    }

    /// The number of the RFC.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(214).references()[0].rfc(), 5321);
    /// ```
    #[must_use]
    #[inline]
    pub const fn rfc(&self) -> u16 {
        self.rfc
    }

    /// The number of the section, such as `4.2.3`; empty where the whole RFC is meant.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert_eq!(code!(214).references()[0].section(), "4.2.3");
    /// ```
    #[must_use]
    #[inline]
    pub const fn section(&self) -> &'static str {
        self.section
    }

    /// The address of that section in the RFC Editor's HTML.
    ///
    /// ```
    /// # use smtp_codes::code;
    /// assert!(code!(454).references()[1].url().ends_with("rfc3207#section-4"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn url(&self) -> &'static str {
        self.url
    }
}

impl fmt::Display for Reference {
    /// `RFC 5321 section 4.2.3`, or `RFC 5321` where the whole document is meant.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RFC {}", self.rfc)?;
        if self.section.is_empty() { Ok(()) } else { write!(f, " section {}", self.section) }
    }
}
