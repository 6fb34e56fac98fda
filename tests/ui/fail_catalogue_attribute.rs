//! Attributes that are none, before the enum and before the macro.
smtp_codes::catalogue! {
    #(derive(Default))
    pub enum GatewayCode in "own.toml";
}

smtp_codes::catalogue! {
    # pub enum Stray in "own.toml";
}

smtp_codes::catalogue! {
    enum Fine in "own.toml";
    /// A comment is one.
    #
    macro stray;
}

smtp_codes::catalogue! {
    #![allow(missing_docs)]
    enum Inner in "own.toml";
}

fn main() {}
