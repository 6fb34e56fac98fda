//! The enums that the macro makes from `catalogue.toml`: what their own pages say.

smtp_codes_macros::catalogue! {
    root(crate)

    /// Every SMTP reply code of the catalogue, as an exhaustive enum.
    pub enum ReplyCode in "catalogue.toml";

    /// A command that a reply may answer, or an event without a command.
    pub enum Command from command;

    /// A language of the comparison's labels.
    pub enum Locale from locale;

    macro __code;
}
