//! Replies as they come over the wire: what the methods of [`Reply`](crate::Reply), its scanner and its writer take and
//! give.

// These first: the documentation has the methods of a reply in this order.
mod meaning;
pub(crate) mod parse;

mod check;
mod display;
pub(crate) mod error;
pub(crate) mod find;
mod limits;
mod line_feed;
mod lines;
pub(crate) mod outgoing;
#[cfg(feature = "alloc")]
pub(crate) mod owned;
mod progress;
pub(crate) mod scan;
#[cfg(test)]
mod scan_tests;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod tests;
pub(crate) mod write;
#[cfg(test)]
mod write_tests;

pub use self::check::WriteError;
pub use self::display::Text;
pub use self::error::{Expected, ScanError};
pub use self::limits::ReplyLimits;
pub use self::lines::{EnhancedCodes, Lines};

pub use crate::command::AnswersTo;
pub use crate::error::ParseCodesError;
