//! The procedural macros behind those that are meant for use, called without what these hand in.
smtp_codes::__private::catalogue! { enum Direct in "own.toml"; }
smtp_codes::__private::catalogue! { root(smtp_codes) commands("MAIL") enum Direct in "own.toml"; }

fn main() {
    smtp_codes::__private::unknown_code!(250);
    smtp_codes::__private::unknown_code!([Code] [None] 250);
    smtp_codes::__private::make_reply!(250, "OK");
    smtp_codes::__private::make_reply!(root(smtp_codes) 250, "OK");
    smtp_codes::__private::make_reply!(root(smtp_codes) "250" 250, "OK");
}
