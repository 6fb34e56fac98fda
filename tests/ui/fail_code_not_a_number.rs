use smtp_codes::code;

fn main() {
    code!(600);
    code!(0250);
    code!(HelpMessage);
    code!();
}
