#![deny(warnings, missing_docs, unreachable_pub, unsafe_code)]
//! A catalogue of one's own, under strict lints of rustc. The one in `smtp_codes_tests::own` meets clippy, too.

mod codes {
    smtp_codes::catalogue! {
        /// The codes of a gateway.
        pub(crate) enum GatewayCode in "own.toml";
        /// One of them by its number.
        pub(crate) macro gateway_code;
    }
}

mod quiet {
    smtp_codes::catalogue! {
        enum Unused in "own.toml";
        macro unused;
    }
}

use codes::{GatewayCode, gateway_code};

fn main() {
    let held = gateway_code!(299);
    match held {
        GatewayCode::Parked => assert_eq!(held.standing(), smtp_codes::Standing::Unregistered),
        gateway_code!(499) => unreachable!(),
    }
    assert_eq!(held.compare(gateway_code!(499)).title().to_string(), "SMTP 299 Parked vs 499 Jammed");
    assert_eq!("499".parse(), Ok(GatewayCode::Jammed));
    assert_eq!(GatewayCode::try_from(214).unwrap_err().number(), 214);
}
