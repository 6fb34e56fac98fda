//! What the examples share: how one begins and ends, its arguments, its page, and the lines of mail logs.

// Each example is a crate of its own and uses only some of this.
#![allow(dead_code)]

pub(crate) mod argument;
pub(crate) mod log;
pub(crate) mod meaning;
pub(crate) mod page;
pub(crate) mod program;
