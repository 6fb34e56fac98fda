//! What a client does with a reply: the actions, how they are decided, and the types that can be asked.

mod ask;
mod decide;
mod status;
mod step;
mod text;
mod variants;

pub use self::status::{ParseStatusError, ReplyStatus};
pub use self::variants::Action;
