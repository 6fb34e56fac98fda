//! Replies as they come over the wire: read, read in pieces, searched for in logs, and written.

// Before `display`: the documentation has the methods of a reply in this order.
mod parse;
mod stored;

mod check;
mod display;
mod error;
mod find;
mod fold;
mod limits;
mod line_feed;
mod lines;
mod outgoing;
mod progress;
mod scanner;
#[cfg(test)]
mod scanner_tests;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod tests;
mod write;
#[cfg(test)]
mod write_tests;

pub use self::check::WriteError;
pub use self::display::Text;
pub use self::error::{Expected, ReplyError};
pub use self::find::find_enhanced;
pub use self::limits::ReplyLimits;
pub use self::lines::{EnhancedCodes, Lines};
pub use self::outgoing::OutgoingReply;
pub use self::parse::Reply;
pub use self::scanner::{ReplyScanner, ScanError};
pub use self::write::ReplyWriter;
