use smtp_codes::{ReplyCode, code};

fn is_help(found: ReplyCode) -> bool {
    matches!(found, code!(215))
}

fn main() {
    is_help(code!(250));
}
