//! The odd replies that real servers send, each as a test that is named after it.

use smtp_codes::{
    Class, EnhancedCode, Reply, ReplyError, ReplyScanner, WireCode, find_enhanced,
    reply::{Expected, ScanError},
};

mod enhanced;
mod form;

/// The reply that these bytes are, and nothing more.
fn reply(bytes: &[u8]) -> Reply<'_> {
    match Reply::parse(bytes) {
        Ok((reply, b"")) => reply,
        other => panic!("{} gave {other:?}", bytes.escape_ascii()),
    }
}

fn malformed(bytes: &[u8]) -> (usize, u8, Expected) {
    match Reply::parse(bytes) {
        Err(ReplyError::Malformed { at, found, expected }) => (at, found, expected),
        other => panic!("{} gave {other:?}", bytes.escape_ascii()),
    }
}

fn enhanced(text: &str) -> Option<EnhancedCode> {
    let code = text.parse::<EnhancedCode>().ok();
    assert!(code.is_some(), "{text} is none");
    code
}

fn code(number: u16) -> WireCode {
    WireCode::from_u16(number).unwrap()
}

#[track_caller]
fn is(bytes: &[u8], number: u16, status: Option<&str>, texts: &[&[u8]]) {
    let reply = reply(bytes);
    assert_eq!(reply.code(), number);
    assert_eq!(reply.enhanced(), status.and_then(enhanced));
    assert!(reply.lines().eq(texts.iter().copied()), "{reply:?}");
}
