//! The comparison of two codes: what the methods of [`Comparison`](crate::Comparison) give.

pub(crate) mod labels;
mod page;
pub(crate) mod pair;
mod text;

pub use self::page::{Block, Blocks, Markdown};
pub use self::text::{Phrase, Phrases};
