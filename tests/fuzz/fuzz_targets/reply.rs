//! Any bytes as a reply: parsed, scanned in pieces, compared, and written again.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../checks.rs"]
#[allow(dead_code)]
mod checks;

fuzz_target!(|data: &[u8]| checks::reply(data));
