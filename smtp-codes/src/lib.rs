#![no_std]
#![forbid(unsafe_code)]
#![doc = "CRATE DOCS"]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod answer;
mod catalogue;
mod category;
mod class;
mod closing;
mod comparison;
mod enhanced_code;
mod error;
mod macros;
mod reference;
#[cfg(feature = "serde")]
mod serde;
mod standing;
mod wire_code;

pub use self::answer::{Answer, AnswersTo, Outcome};
pub use self::catalogue::{Command, Locale, ReplyCode};
pub use self::category::Category;
pub use self::class::Class;
pub use self::closing::Closing;
pub use self::comparison::{Block, Blocks, Comparison, Markdown, Phrase, Phrases};
pub use self::enhanced_code::{EnhancedCode, ParseEnhancedError};
pub use self::error::{ParseCodeError, UnknownCode, UnknownName};
pub use self::reference::Reference;
pub use self::standing::Standing;
pub use self::wire_code::WireCode;
