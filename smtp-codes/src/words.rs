//! Words: what each type of them has in common, from one place, and the small closed sets.
//!
//! Each type has one form of text. [`as_str`](crate::Reason::as_str) is the word, `Display` and serde write it, `FromStr`
//! and serde read it in any case of letters; `name` is for people.

use core::error::Error;
use core::fmt::{self, Write};

/// Gives a type of words its forms: `words! { Type, "what it is", "an-example" }`.
///
/// The words and names are those that the catalogue has, in the generated tables `__ALL`, `__key` and `__name`, or they
/// follow behind a colon: `Variant "word" "Name",` for each.
macro_rules! words {
    ($type:ident, $what:literal, $sample:literal: $($variant:ident $word:literal $name:literal,)+) => {
        impl $type {
            const __ALL: &'static [Self] = &[$(Self::$variant),+];

            const fn __key(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            const fn __name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        $crate::words::words! { $type, $what, $sample }
    };
    ($type:ident, $what:literal, $sample:literal) => {
        $crate::words::words! { @written $type, $what, $sample }

        impl ::core::str::FromStr for $type {
            type Err = $crate::UnknownName;

            /// Reads the word, in any case of letters.
            ///
            /// # Errors
            ///
            /// Any other text; the error says what was expected.
            fn from_str(text: &str) -> Result<Self, $crate::UnknownName> {
                match $crate::words::position(text, Self::ALL.len(), |at| Self::ALL[at].as_str()) {
                    Some(at) => Ok(Self::ALL[at]),
                    None => Err(Self::__UNKNOWN),
                }
            }
        }
    };
    // All but `FromStr`, for a type that reads more than the word.
    (@written $type:ident, $what:literal, $sample:literal) => {
        impl $type {
            const __UNKNOWN: $crate::UnknownName =
                $crate::UnknownName::expected(concat!($what, ", such as ", $sample));

            /// Every value, in order.
            ///
            /// # Examples
            ///
            /// ```
            #[doc = concat!("# use smtp_codes::", stringify!($type), ";")]
            #[doc = concat!("let sample: ", stringify!($type), " = \"", $sample, "\".parse()?;")]
            #[doc = concat!("assert!(", stringify!($type), "::ALL.contains(&sample));")]
            /// # Ok::<(), smtp_codes::UnknownName>(())
            /// ```
            pub const ALL: &'static [Self] = Self::__ALL;

            /// The word for programs, which `Display` and serde write, and `FromStr` and serde read.
            ///
            /// # Examples
            ///
            /// ```
            #[doc = concat!("# use smtp_codes::", stringify!($type), ";")]
            #[doc = concat!("let sample: ", stringify!($type), " = \"", $sample, "\".parse()?;")]
            #[doc = concat!("assert_eq!(sample.as_str(), \"", $sample, "\");")]
            #[doc = concat!("assert_eq!(sample.to_string(), \"", $sample, "\");")]
            /// # Ok::<(), smtp_codes::UnknownName>(())
            /// ```
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                self.__key()
            }

            /// What people call it. A program that stores or compares uses [`as_str`](Self::as_str).
            ///
            /// # Examples
            ///
            /// ```
            #[doc = concat!("# use smtp_codes::", stringify!($type), ";")]
            #[doc = concat!("let sample: ", stringify!($type), " = \"", $sample, "\".parse()?;")]
            /// assert!(!sample.name().is_empty());
            /// # Ok::<(), smtp_codes::UnknownName>(())
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                self.__name()
            }
        }

        impl ::core::fmt::Display for $type {
            /// The word, as [`as_str`](Self::as_str) gives it.
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        $crate::serde::as_text! { $type, value => value.as_str(), concat!($what, ", such as \"", $sample, "\"") }
    };
}

pub(crate) use words;

/// Which of so many words this is, in any case of letters.
pub(crate) fn position(text: &str, count: usize, word: fn(usize) -> &'static str) -> Option<usize> {
    (0..count).find(|at| word(*at).eq_ignore_ascii_case(text))
}

/// What a reply is about, told by its second digit
/// ([RFC 5321 section 4.2.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1)).
///
/// # Examples
///
/// ```
/// use smtp_codes::{Category, code};
///
/// assert_eq!(code!(214).category(), Category::Information);
/// assert_eq!(code!(250).category(), Category::MailSystem);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Category {
    /// **x0z** The form of a command, or a command that the server does not have.
    Syntax,
    /// **x1z** Information that was asked for: status and help.
    Information,
    /// **x2z** The connection itself: greeting, closing, availability.
    Connections,
    /// **x3z**, **x4z** and **x6z** to **x9z** No meaning of its own in RFC 5321. Authentication uses x3z;
    /// 6 to 9 are outside the grammar, and servers send them all the same (`571`).
    Unspecified,
    /// **x5z** The mail: mailbox, message, storage, transaction.
    MailSystem,
}

words! {
    Category, "a category", "mail-system":
    Syntax "syntax" "Syntax",
    Information "information" "Information",
    Connections "connections" "Connections",
    Unspecified "unspecified" "Unspecified",
    MailSystem "mail-system" "Mail system",
}

/// How official a code is: who defines it, if anyone.
///
/// # Examples
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

words! {
    Standing, "a standing", "standard":
    Standard "standard" "Standard",
    Historic "historic" "Historic",
    Registered "registered" "Registered",
    Unregistered "unregistered" "Unregistered",
}

/// Whether the server closes the connection after a reply.
///
/// # Examples
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

words! {
    Closing, "whether a connection closes", "may":
    Yes "yes" "Closes the connection",
    No "no" "Keeps the connection open",
    May "may" "May close the connection",
    Unspecified "unspecified" "Not specified",
}

/// What an answer is to the command that it follows, in the words of the tables of RFC 5321 section 4.3.2.
///
/// # Examples
///
/// ```
/// use smtp_codes::{Command, Outcome, code};
///
/// let answer = code!(354).answers_to(Command::Data).next().unwrap();
/// assert_eq!(answer.outcome(), Outcome::Intermediate);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// The command did what it was sent for: 2yz.
    Success,
    /// The command goes on with what the client sends next: 3yz.
    Intermediate,
    /// The command was refused: 4yz and 5yz.
    Error,
}

words! {
    Outcome, "an outcome", "success":
    Success "success" "Success",
    Intermediate "intermediate" "Intermediate",
    Error "error" "Error",
}

/// How far a [`Reason`](crate::Reason) that was read from codes alone can be trusted: how often, over about a thousand
/// labelled public replies, the registered meaning was the one that the server meant.
///
/// The order is ascending, so `confidence >= Confidence::Medium` reads as it should.
///
/// # Examples
///
/// ```
/// use smtp_codes::{Confidence, EnhancedStatus};
///
/// let (_, confidence) = EnhancedStatus::MailboxFull.reason().unwrap();
/// assert!(confidence >= Confidence::Medium);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Confidence {
    /// The code is often used for something else, or nobody counted: a hint for a person, nothing to act on.
    Low,
    /// More often right than not, or plain by its definition and not known to be used otherwise.
    Medium,
    /// Right in at least four of five replies.
    High,
}

words! {
    Confidence, "a confidence", "high":
    Low "low" "Low",
    Medium "medium" "Medium",
    High "high" "High",
}

/// Who can do something about a reply: the parties of the [`steps`](crate::ReplyCode::steps).
///
/// # Examples
///
/// ```
/// use smtp_codes::{Party, code};
///
/// let step = code!(421).steps().iter().find(|step| step.party() == Party::Developer).unwrap();
/// println!("{}: {}", step.party().name(), step.text());
/// assert_eq!(step.party().as_str(), "developer");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Party {
    /// The person who wrote the message, or who owns the account that sends it.
    Sender,
    /// Runs the sending server, its IP address and the DNS of the sender's domain.
    SenderPostmaster,
    /// Wrote or configures the program that sends.
    Developer,
    /// Owns the mailbox.
    Recipient,
    /// Runs the receiving server and its filters.
    RecipientPostmaster,
}

words! {
    Party, "a party", "sender-postmaster":
    Sender "sender" "Sender",
    SenderPostmaster "sender-postmaster" "Sender's postmaster",
    Developer "developer" "Developer",
    Recipient "recipient" "Recipient",
    RecipientPostmaster "recipient-postmaster" "Recipient's postmaster",
}

/// The category of any number: only its second digit from the right counts.
#[must_use]
pub const fn category_of(number: u16) -> Category {
    match number / 10 % 10 {
        0 => Category::Syntax,
        1 => Category::Information,
        2 => Category::Connections,
        5 => Category::MailSystem,
        _ => Category::Unspecified,
    }
}

/// A code as a person reads it, `250 OK`, padded like a string where a width is asked for.
///
/// # Errors
///
/// Those of the formatter.
pub fn display(digits: &str, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let length = digits.len() + 1 + name.chars().count();
    let fill = f.width().unwrap_or(0).saturating_sub(length);
    let before = match f.align() {
        Some(fmt::Alignment::Right) => fill,
        Some(fmt::Alignment::Center) => fill / 2,
        _ => 0,
    };
    for _ in 0..before {
        f.write_char(f.fill())?;
    }
    f.write_str(digits)?;
    f.write_str(" ")?;
    f.write_str(name)?;
    for _ in before..fill {
        f.write_char(f.fill())?;
    }
    Ok(())
}

/// A word that names nothing in the catalogue: no command, no language.
///
/// # Examples
///
/// ```
/// use smtp_codes::Command;
///
/// let error = "MIAL".parse::<Command>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown name: expected an SMTP command, such as RCPT");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct UnknownName {
    expected: &'static str,
}

impl UnknownName {
    pub(crate) const fn expected(expected: &'static str) -> Self {
        Self { expected }
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown name: expected {}", self.expected)
    }
}

impl Error for UnknownName {}
