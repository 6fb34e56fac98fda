//! Every SMTP reply code as an exhaustive enum, with what it means, when you see it and how to fix it.
//!
//! ```
//! use smtp_codes::{Action, Command, Reply, ReplyCode, code};
//!
//! let (reply, _) = Reply::parse(b"454 4.7.0 TLS not available\r\n")?;
//! match reply.action(Command::StartTls) {
//!     Action::ProceedWithoutTls => println!("in clear text, or not at all"),
//!     other => println!("{other}: {}", other.description()),
//! }
//! assert_eq!(reply.action(Command::StartTls), Action::ProceedWithoutTls);
//!
//! let known: ReplyCode = reply.code().known().expect("454 is in the catalogue");
//! assert_eq!(known, code!(454)); // checked while compiling: `code!(215)` does not build
//! println!("{known}: {}", known.remediation());
//! # Ok::<(), smtp_codes::ReplyError>(())
//! ```
//!
//! | You have | Use |
//! | --- | --- |
//! | the bytes that a server sent | [`Reply::parse`], [`ReplyScanner`] where they arrive in pieces |
//! | a reply, and the question what to do | [`Reply::action`]; [`deciding`] has the whole table and a client's loop |
//! | a refusal, and the question why and who can help | [`Reply::diagnosis`], with the text; [`Reply::reason`], [`Reply::scope`], [`Reply::condemns_recipient`], by the codes alone; [`diagnosing`] has the rules |
//! | a number, or a code that you write in a program | [`WireCode`] holds any number, [`ReplyCode`] what is known of one; [`code!`] |
//! | an enhanced status code | [`EnhancedCode`] holds any, [`EnhancedStatus`] what the registry has |
//! | a line of a log, a bounce, another program's error | [`find_codes`]; [`ReplyCodes`] is what to store |
//! | a reply to send | [`reply!`], [`ReplyWriter`] |
//! | two codes that look alike | [`ReplyCode::compare`] |
//! | codes of your own | [`catalogue!`] |
//!
//! The library is `no_std`, allocates nothing (but for `ReplyBuf`), and depends on nothing at run time. A program carries
//! the texts that it asks for and no others. A new code comes with a new major version (before 1.0, a new minor one),
//! because a `match` over the codes is exhaustive. Texts may be improved at any time: show them, do not parse them.
//!
//! # Features
//!
//! * `alloc`: `ReplyBuf`, a reply that owns its bytes.
//! * `serde`: a reply code is the number `250`, in both directions; an enhanced code is the text `"5.1.1"`, a
//!   [`ReplyCodes`] `"550 5.1.1"`, and every word what its `as_str` gives, `"mailbox-full"`.

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
pub mod diagnosing;
mod diagnosis;
mod error;
mod locale;
mod macros;
mod provider;
mod reason;
#[cfg(feature = "serde")]
mod serde;
mod signs;
mod verdict;
mod words;

pub use self::action::Action;
// rustdoc forgets an alias of the item itself where it is exported from a private module.
#[doc(alias = "StatusCode")]
pub use self::catalogue::ReplyCode;
pub use self::catalogue::{Command, EnhancedStatus, Locale, Provider, Reason, Scope};
pub use self::class::Class;
pub use self::codes::ReplyCodes;
pub use self::command::{Answer, Reference, Step};
pub use self::comparison::pair::Comparison;
pub use self::diagnosis::{Diagnosis, Evidence};
pub use self::enhanced::code::EnhancedCode;
pub use self::error::{ParseCodeError, UnknownCode};
pub use self::locale::LocalizedCode;
pub use self::reply::error::ReplyError;
pub use self::reply::find::{FoundCodes, find_codes, find_enhanced};
pub use self::reply::outgoing::OutgoingReply;
#[cfg(feature = "alloc")]
pub use self::reply::owned::ReplyBuf;
pub use self::reply::parse::Reply;
pub use self::reply::scan::ReplyScanner;
pub use self::reply::write::ReplyWriter;
pub use self::wire_code::WireCode;
pub use self::words::{Category, Closing, Confidence, Outcome, Party, Standing, UnknownName};
