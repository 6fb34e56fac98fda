//! A reply code that the catalogue does not have, and no code at all.
use smtp_codes::reply;

fn main() {
    println!("{}", reply!(456 4.0.0, "Try the other protocol"));
    println!("{}", reply!("Go away"));
    println!("{}", reply!());
}
