//! Texts that are constant expressions are checked when the constant is evaluated.
use smtp_codes::reply;

const TWO_LINES: &str = "No such user\r\n250 OK";

fn main() {
    println!("{}", reply!(550 5.1.1, TWO_LINES));
    println!("{}", reply!(550, concat!("5.1.1 ", "No such user")));
}
