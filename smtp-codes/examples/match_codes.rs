//! Matches on codes that the compiler checks: `code!(215)` and `enhanced!(5.1.99)` would not build.
//!
//!     cargo run --example match_codes

use smtp_codes::{Class, Reply, ReplyCode, code, enhanced};

/// What a help desk says about a refusal.
fn advice(reply: &Reply<'_>) -> &'static str {
    match (reply.known(), reply.enhanced()) {
        (_, Some(enhanced!(5.1.1))) => "Check the spelling of the address.",
        (_, Some(enhanced!(4.2.2) | enhanced!(5.2.2))) => "The recipient has to make room in the mailbox.",
        (Some(code!(530) | code!(535)), _) => "Check user name and password in your mail program.",
        (Some(ReplyCode::ServiceNotAvailable), _) => "The server is busy. The message is sent again by itself.",
        // Numbers that no catalogue has are taken by their first digit.
        _ => match reply.class() {
            Class::PositiveCompletion | Class::PositiveIntermediate => "Nothing is wrong.",
            Class::TransientNegative => "Wait: the message is sent again by itself.",
            Class::PermanentNegative => "Send the whole reply to your postmaster.",
        },
    }
}

fn main() -> Result<(), smtp_codes::ReplyError> {
    for text in [
        "250 2.1.5 Ok",
        "550 5.1.1 <ann@example.net>: Recipient address rejected: User unknown",
        "452 4.2.2 The mailbox is full",
        "535 5.7.8 Authentication failed",
        "421 mx.example.net Too many connections",
        "598 Our own rules",
    ] {
        let (reply, _) = Reply::parse_stored(text.as_bytes())?;
        println!("{text}\n  -> {}", advice(&reply));
    }
    Ok(())
}
