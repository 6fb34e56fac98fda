smtp_codes::catalogue! {
    pub enum GatewayCode in "six_faults.toml";
}

fn main() {}
