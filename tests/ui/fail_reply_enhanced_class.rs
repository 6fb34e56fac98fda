//! The classes of the two codes disagree.
use smtp_codes::reply;

fn main() {
    println!("{}", reply!(450 5.7.25, "Reverse DNS is missing"));
}
