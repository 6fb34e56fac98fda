//! `reply!` wherever an expression stands, a constant and somebody else's macro included.
use smtp_codes::{OutgoingReply, reply};

const TOO_MANY: OutgoingReply<'_> = reply!(452 4.5.3, "Too many recipients");
static REPLIES: [OutgoingReply<'_>; 2] = [reply!(250 2.1.5, "OK"), reply!(354)];

macro_rules! refuse {
    ($code:literal, $text:literal) => {
        reply!($code, $text)
    };
}

fn generic<T: ToString>(text: T) -> (String, String) {
    (text.to_string(), reply!(250, "a", "b",).to_string())
}

fn main() {
    assert_eq!(TOO_MANY.to_string(), "452 4.5.3 Too many recipients\r\n");
    assert_eq!(REPLIES[0].to_string(), "250 2.1.5 OK\r\n");
    assert_eq!(REPLIES[1].to_string(), "354 \r\n");
    assert_eq!(refuse!(550, r#"No "such" user"#).to_string(), "550 No \"such\" user\r\n");
    assert_eq!(generic("x").1, "250-a\r\n250 b\r\n");
    assert_eq!(reply!(550 5.1.10, "Null MX").enhanced().unwrap().detail(), 10);
}
