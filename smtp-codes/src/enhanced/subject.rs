//! The first two numbers of an enhanced status code, in words.

use core::fmt;

use super::{EnhancedClass, Subject};
use crate::{Class, Reference};

impl Subject {
    /// Every subject of the registry, ascending.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::Subject;
    /// assert_eq!(Subject::ALL.len(), 8);
    /// ```
    pub const ALL: &'static [Self] = Self::__ALL;

    /// The subject of a second number; `None` above 7, where the registry has none.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, enhanced::Subject};
    /// let code = EnhancedCode::new(5, 7, 606).unwrap();
    /// assert_eq!(Subject::from_u16(code.subject()), Some(Subject::Security));
    /// assert_eq!(Subject::from_u16(8), None);
    /// ```
    #[must_use]
    pub const fn from_u16(number: u16) -> Option<Self> {
        let row = number as usize;
        if row < Self::ALL.len() { Some(Self::ALL[row]) } else { None }
    }

    /// The number, 0 to 7.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::Subject;
    /// assert_eq!(Subject::Mailbox.number(), 2);
    /// ```
    #[must_use]
    pub const fn number(self) -> u16 {
        // The registry has 0 to 7, one after the other, as a test holds.
        self as u16
    }

    /// What it is called.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::Subject;
    /// assert_eq!(Subject::Mailbox.name(), "Mailbox");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.__name()
    }

    /// What the codes of this subject are about, and who acts on them.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::Subject;
    /// assert!(Subject::Network.description().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.__description()
    }

    /// Where it is defined.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::Subject;
    /// assert_eq!(Subject::Mailbox.references()[0].to_string(), "RFC 3463 section 3.3");
    /// ```
    #[must_use]
    pub const fn references(self) -> &'static [Reference] {
        self.__references()
    }
}

impl fmt::Display for Subject {
    /// The name: `Mailbox`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl EnhancedClass {
    /// The three classes, ascending.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::EnhancedClass;
    /// assert_eq!(EnhancedClass::ALL.len(), 3);
    /// ```
    pub const ALL: &'static [Self] = Self::__ALL;

    /// The class of an enhanced code that goes with a reply's; `None` for 3yz, which has no enhanced codes.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Class, EnhancedCode, enhanced::EnhancedClass};
    /// let code = EnhancedCode::new(4, 2, 2).unwrap();
    /// assert_eq!(EnhancedClass::from_class(code.class()), Some(EnhancedClass::PersistentTransientFailure));
    /// assert_eq!(EnhancedClass::from_class(Class::PositiveIntermediate), None);
    /// ```
    #[must_use]
    pub const fn from_class(class: Class) -> Option<Self> {
        match class {
            Class::PositiveCompletion => Some(Self::Success),
            Class::PositiveIntermediate => None,
            Class::TransientNegative => Some(Self::PersistentTransientFailure),
            Class::PermanentNegative => Some(Self::PermanentFailure),
        }
    }

    /// The digit: 2, 4 or 5.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::EnhancedClass;
    /// assert_eq!(EnhancedClass::PermanentFailure.digit(), 5);
    /// ```
    #[must_use]
    pub const fn digit(self) -> u8 {
        match self {
            Self::Success => 2,
            Self::PersistentTransientFailure => 4,
            Self::PermanentFailure => 5,
        }
    }

    /// What RFC 3463 calls it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::EnhancedClass;
    /// assert_eq!(EnhancedClass::PersistentTransientFailure.name(), "Persistent transient failure");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.__name()
    }

    /// What it says of the message.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::EnhancedClass;
    /// assert!(EnhancedClass::PermanentFailure.description().ends_with('.'));
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.__description()
    }

    /// Where it is defined.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::enhanced::EnhancedClass;
    /// assert_eq!(EnhancedClass::Success.references()[0].to_string(), "RFC 3463 section 2");
    /// ```
    #[must_use]
    pub const fn references(self) -> &'static [Reference] {
        self.__references()
    }
}

impl fmt::Display for EnhancedClass {
    /// The name: `Permanent failure`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
