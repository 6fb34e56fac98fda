//! Enhanced status codes that are not registered, or not with this class.
use smtp_codes::{EnhancedCode, enhanced};

const UNKNOWN: EnhancedCode = enhanced!(5.1.99);

fn main() {
    let _ = enhanced!(2.1.1);
    let _ = matches!(UNKNOWN, enhanced!(5.7.606));
    let _ = enhanced!(5.1);
    let _ = enhanced!();
}
