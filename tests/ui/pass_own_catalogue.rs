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
        gateway_code!(499) | GatewayCode::Error => unreachable!(),
    }
    assert_eq!(held.compare(gateway_code!(499)).title().to_string(), "SMTP 299 Parked vs 499 Jammed");
    assert_eq!("499".parse(), Ok(GatewayCode::Jammed));
    assert_eq!(GatewayCode::try_from(599), Ok(GatewayCode::Error));
    let parked = smtp_codes::ReplyWriter::new(held).text("Held").finish().unwrap();
    assert_eq!(parked.to_string(), "299 Held\r\n");
    assert_eq!(parked.code(), held);
    assert_eq!(smtp_codes::ReplyCodes::from(gateway_code!(499)).to_string(), "499");
    const AFTER: smtp_codes::Action = gateway_code!(499).action(smtp_codes::Command::EndOfData);
    assert_eq!(AFTER, smtp_codes::Action::DeferMessage);
    assert_eq!(GatewayCode::try_from(214).unwrap_err().number(), 214);
}
