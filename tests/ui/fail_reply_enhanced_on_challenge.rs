//! A 3yz reply with an enhanced code.
use smtp_codes::{OutgoingReply, reply};

const CHALLENGE: OutgoingReply<'_> = reply!(334 5.7.8, "VXNlcm5hbWU6");

fn main() {
    println!("{CHALLENGE}");
}
