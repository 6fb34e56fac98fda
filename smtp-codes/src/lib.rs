//! Every SMTP reply code as an exhaustive enum, with what it means, when you see it and how to fix it.
//!
//! ```
//! use smtp_codes::{Class, ReplyCode, code};
//!
//! let code = ReplyCode::try_from(454)?;
//! assert_eq!(code, code!(454)); // checked while compiling: `code!(215)` does not build
//! assert_eq!(code.class(), Class::TransientNegative);
//! println!("{code}: {}", code.remediation());
//! # Ok::<(), smtp_codes::UnknownCode>(())
//! ```
//!
//! The codes come from one file, `catalogue.toml`, which a macro turns into code while this crate is built:
//! a code that is not in the catalogue does not compile, and a `match` that forgets one does not compile
//! either.
//!
//! # Which type to use
//!
//! | You have | Use |
//! | --- | --- |
//! | a number that a server sent | [`WireCode`]: any number from 200 to 599, and [`known`](WireCode::known) for its entry |
//! | a code that you write in a program | [`code!`], or the variant of [`ReplyCode`] |
//! | the question what a code means | [`ReplyCode`]: [`name`](ReplyCode::name), [`description`](ReplyCode::description), [`seen_when`](ReplyCode::seen_when), [`remediation`](ReplyCode::remediation) |
//! | the question what a code means *here* | [`ReplyCode::answers_to`] with the [`Command`] that it answered |
//! | a command, and the question what may come back | [`Command::replies`] |
//! | the bytes that a server sent | [`Reply::parse`]; [`ReplyScanner`] where they arrive in pieces |
//! | an enhanced status code | [`EnhancedCode`]: any well-formed one, and [`status`](EnhancedCode::status) for its entry in the registry, [`EnhancedStatus`] |
//! | a reply, and the question what to do | [`Reply::action`], or `action` of a code or a [`ReplyCodes`]; see [`deciding`] |
//! | a refusal, and the question why and who can help | [`Reply::reason`], [`Reply::scope`], [`EnhancedCode::meaning_at`] a large provider |
//! | a refused address, and the question whether to write to it again | [`Reply::condemns_recipient`] |
//! | a reply that somebody stored, without its line end | [`Reply::parse_stored`]; [`ReplyCodes`] for the codes alone, to store and to read |
//! | a line of a log, a bounce or another program's error | [`find_codes`] |
//! | a reply to send | [`reply!`], checked while compiling; [`ReplyWriter`] for texts made at run time |
//! | two codes that look alike | [`ReplyCode::compare`] |
//! | codes of your own | [`catalogue!`] |
//!
//! # Acting on a reply
//!
//! What to do depends on the command that the reply answers: ask for the [`Action`]. Whether the code is known
//! plays no part. RFC 5321 has clients act on the first digit of a number that they have not seen before
//! ([section 4.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.2)), and so do the actions. The catalogue
//! then tells a person why. [`deciding`] has the whole table, and a client's loop.
//!
//! ```
//! use smtp_codes::{Action, Command, Reply};
//!
//! // No standard has 471. Servers send it.
//! let (reply, _) = Reply::parse(b"471 4.7.1 Local filter error\r\n")?;
//! match reply.action(Command::EndOfData) {
//!     Action::Proceed => println!("delivered"),
//!     Action::FailMessage => println!("report it to the sender"),
//!     later => println!("the message is still yours: {later}"),
//! }
//! # assert_eq!(reply.action(Command::EndOfData), Action::DeferMessage);
//! # Ok::<(), smtp_codes::ReplyError>(())
//! ```
//!
//! # What it costs
//!
//! The library is `no_std`, allocates nothing, has no unsafe code and no dependencies at run time. Every
//! look-up is a read from a table, and most are `const fn`. Each text lives in a table of its own, so a
//! program that never asks for descriptions does not carry them.
//!
//! # Features
//!
//! * `serde`: a reply code is the plain number, `250`, in both directions; an enhanced code is the text `"5.1.1"`, a
//!   [`ReplyCodes`] `"550 5.1.1"`, an action `"defer recipient"`, and a command, reason, scope, confidence or
//!   provider its word, `"mailbox-full"`. What the type does not have is an error
//!   that says so.
//!
//! # Stability
//!
//! A new variant of an exhaustive enum is a breaking change, so a code is only ever added with a new major
//! version (before 1.0, a new minor one). Texts may be improved at any time: show them, do not parse them.

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

// Before the modules that add to their types: the documentation has the methods in this order, and the first thing to
// know of a type is how to get one.
mod catalogue;
pub mod enhanced;
pub mod reply;
mod wire_code;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod action;
mod ascii;
mod class;
mod codes;
mod command;
pub mod comparison;
pub mod deciding;
mod locale;
mod macros;
mod provider;
mod reason;
#[cfg(feature = "serde")]
mod serde;
mod verdict;
mod words;

pub use self::action::Action;
pub use self::catalogue::{Command, EnhancedStatus, Locale, Provider, Reason, ReplyCode, Scope};
pub use self::class::Class;
pub use self::codes::ReplyCodes;
pub use self::command::{Answer, Reference};
pub use self::comparison::pair::Comparison;
pub use self::enhanced::code::EnhancedCode;
pub use self::reply::error::ReplyError;
pub use self::reply::find::{FoundCodes, find_codes, find_enhanced};
pub use self::reply::outgoing::OutgoingReply;
#[cfg(feature = "alloc")]
pub use self::reply::owned::ReplyBuf;
pub use self::reply::parse::Reply;
pub use self::reply::scan::ReplyScanner;
pub use self::reply::write::ReplyWriter;
pub use self::wire_code::{ParseCodeError, UnknownCode, WireCode};
pub use self::words::{Category, Closing, Confidence, Outcome, Standing, UnknownName};
