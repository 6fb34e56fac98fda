//! Replies as they come over the wire: read, read in pieces, searched for in logs, and written.

mod display;
mod error;
mod line_feed;
mod lines;
mod parse;
mod progress;
#[cfg(test)]
mod tests;

pub use self::display::Text;
pub use self::error::{Expected, ReplyError};
pub use self::lines::{EnhancedCodes, Lines};
pub use self::parse::Reply;
