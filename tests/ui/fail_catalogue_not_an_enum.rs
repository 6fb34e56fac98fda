smtp_codes::catalogue! {
    pub struct GatewayCode in "own.toml";
}

fn main() {}
