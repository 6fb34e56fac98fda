//! Counts, in tests, the bytes that are looked at: twice the bytes must take twice the steps.

extern crate std;

use std::cell::Cell;
use std::thread_local;
use std::vec::Vec;

use crate::Reply;

thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// So many bytes are looked at.
pub(super) fn count(bytes: usize) {
    STEPS.set(STEPS.get() + bytes);
}

/// The steps that this takes.
pub(super) fn steps<T>(work: impl FnOnce() -> T) -> usize {
    let before = STEPS.get();
    work();
    STEPS.get() - before
}

pub(super) fn assert_linear(what: &str, once: usize, twice: usize, bytes: usize) {
    assert!(once >= bytes, "{what}: no byte is left out, but {once} steps for {bytes} bytes");
    assert!((19 * once..=21 * once).contains(&(10 * twice)), "{what}: {once} steps, then {twice}");
}

#[test]
fn parsing_takes_steps_in_proportion_to_the_reply() {
    for (line, last) in [
        (&b"250-SIZE 35882577\r\n"[..], &b"250 HELP\r\n"[..]),
        (b"550-5.1.1 Unknown\n", b"550 5.1.1 user\n"),
        (b"550-\n", b"550\n"),
        (b"250-5.1.1\r\n251-a\r\n", b"250 b\r\n"),
        (b"250-a reply that never ends\r\n", b""),
        (b"250-a\r\n", b"oops\r\n"),
    ] {
        let reply = |lines| -> Vec<u8> { [&line.repeat(lines), last].concat() };
        let [once, twice] = [1_000, 2_000].map(|lines| {
            let bytes = reply(lines);
            let work = || match Reply::parse(&bytes) {
                Ok((reply, _)) => reply.lines().count() + reply.enhanced_codes().count(),
                Err(_) => 0,
            };
            steps(work)
        });
        assert_linear(&std::format!("{}", line.escape_ascii()), once, twice, 1_000 * line.len());
    }
}
