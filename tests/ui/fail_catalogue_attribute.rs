smtp_codes::catalogue! {
    #(derive(Default))
    pub enum GatewayCode in "own.toml";
}

fn main() {}
