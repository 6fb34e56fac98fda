//! Enhanced status codes: what the methods of [`EnhancedCode`](crate::EnhancedCode) and
//! [`EnhancedStatus`](crate::EnhancedStatus) take and give.

pub(crate) mod code;
mod status;
mod subject;

pub use self::code::ParseEnhancedError;
pub use crate::catalogue::{EnhancedClass, Subject};
pub use crate::provider::Meaning;
