//! A catalogue of one's own in a library, under the lints of the workspace: those of rustc, such as `missing_docs`, see
//! what the macro makes of it. Clippy passes over nearly all that a macro of another crate makes, here as at anyone's.

smtp_codes::catalogue! {
    /// The codes of a gateway.
    pub enum GatewayCode in "ui/own.toml";
    /// One of them by its number.
    pub(crate) macro gateway_code;
}

/// The code for a message that is held.
pub const HELD: GatewayCode = gateway_code!(299);
