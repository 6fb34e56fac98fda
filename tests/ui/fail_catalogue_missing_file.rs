smtp_codes::catalogue! {
    pub enum GatewayCode in "no-such-file.toml";
}

fn main() {}
