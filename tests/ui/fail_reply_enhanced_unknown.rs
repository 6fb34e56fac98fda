//! Enhanced codes that the registry does not have, and one that is none.
use smtp_codes::reply;

fn main() {
    println!("{}", reply!(455 4.99.3, "Not now"));
    println!("{}", reply!(550 5.7.606, "Banned"));
    println!("{}", reply!(550 5.1, "No such user"));
}
