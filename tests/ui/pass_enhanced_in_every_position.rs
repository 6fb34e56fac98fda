//! `enhanced!` and `reply!` in expressions, constants and patterns, and through macros of somebody else.
use smtp_codes::{EnhancedCode, OutgoingReply, enhanced, reply};

const UNKNOWN: EnhancedCode = enhanced!(5.1.1);
static LIST: [EnhancedCode; 2] = [enhanced!(4.7.0), enhanced!(5.7.26)];

// Names that a careless expansion would take for its own.
const T: &str = "mx.example.net";
const REPLY: &str = "ready";
const GREETING: OutgoingReply<'static> = reply!(220, T, REPLY, concat!("version ", 1));

macro_rules! through {
    ($($code:tt)*) => {
        enhanced!($($code)*)
    };
}

fn main() {
    assert_eq!(UNKNOWN, EnhancedCode::new(5, 1, 1).unwrap());
    assert!(matches!(LIST[0], enhanced!(4.7.0) | enhanced!(5.7.0)));
    let found = match LIST[1] {
        enhanced!(5.7.25) => 1,
        enhanced!(5.7.23) | enhanced!(5.7.26) => 2,
        _ => 3,
    };
    assert_eq!(found, 2);
    assert_eq!(through!(5.1.10), EnhancedCode::new(5, 1, 10).unwrap());
    if let enhanced!(5.1.1) = UNKNOWN {}
    assert_eq!(GREETING.to_string(), "220-mx.example.net\r\n220-ready\r\n220 version 1\r\n");
    fn generic<T: Default>() -> String {
        let _ = T::default();
        reply!(250, crate::T).to_string()
    }
    assert_eq!(generic::<u8>(), "250 mx.example.net\r\n");
}
