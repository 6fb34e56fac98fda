//! What the examples share: how one begins and ends, its arguments, its page, and one code explained.

// Each example is a crate of its own and uses only some of this.
#![allow(dead_code)]

pub(crate) mod argument;
pub(crate) mod explain;
pub(crate) mod page;
pub(crate) mod program;
pub(crate) mod unknown;
