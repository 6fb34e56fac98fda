//! Texts that cannot be a line of a reply.
use smtp_codes::reply;

fn main() {
    println!("{}", reply!(550 5.1.1, "No such user\r\n250 OK"));
    println!("{}", reply!(250, "one", "\u{7}two"));
    println!("{}", reply!(550, "Empf\u{e4}nger unbekannt"));
    println!("{}", reply!(550, "5.1.1 No such user"));
    println!("{}", reply!(334, "5.7.8 Authentication failed"));
    println!("{}", reply!(550 5.1.1 "No such user"));
    println!("{}", reply!(550 5.1.1, String::from("No such user")));
    println!("{}", reply!(334, "VXNlcm5hbWU6", "VXNlcm5hbWU6"));
}
