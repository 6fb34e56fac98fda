//! The enums that the macro makes from `catalogue.toml`: what their own pages say.

smtp_codes_macros::catalogue! {
    root(crate)

    /// Every SMTP reply code that a standard defines, the registry pairs, or servers are known to send.
    ///
    /// Each variant's page says what the server means, when you see it and what to do about it; the methods
    /// give the same texts to a program. The discriminant is the number, and the order is numeric.
    ///
    /// The enum is exhaustive: a `match` over it needs no wildcard arm, and one that forgets a code does not
    /// compile. Numbers that it does not have come over the wire all the same. [`WireCode`](crate::WireCode)
    /// holds any of them and still knows its class.
    ///
    /// ```
    /// use smtp_codes::{ReplyCode, code};
    ///
    /// fn advice(code: ReplyCode) -> &'static str {
    ///     match code {
    ///         code!(250) | code!(251) => "accepted",
    ///         ReplyCode::ServiceNotAvailable => "the connection is over; nobody is to blame",
    ///         other => other.remediation(),
    ///     }
    /// }
    ///
    /// assert_eq!(advice(code!(251)), "accepted");
    /// assert_eq!(ReplyCode::try_from(421), Ok(ReplyCode::ServiceNotAvailable));
    /// assert!(code!(250) < code!(251) && code!(250) == 250);
    /// assert_eq!(code!(250).to_string(), "250 OK");
    /// ```
    ///
    /// With the feature `serde` a code is its number, `250`.
    pub enum ReplyCode in "catalogue.toml";

    /// A command that a reply may answer, or an event without one: the opened connection, the end of the
    /// data.
    ///
    /// What a code means depends on the command that got it. [`replies`](Self::replies) goes from a command
    /// to its codes, and [`ReplyCode::answers_to`] says what one of them means there.
    ///
    /// ```
    /// use smtp_codes::{Command, code};
    ///
    /// let command: Command = "rcpt".parse()?;
    /// assert_eq!(command, Command::Rcpt);
    /// assert!(command.replies().contains(&code!(452)));
    /// # Ok::<(), smtp_codes::UnknownName>(())
    /// ```
    pub enum Command from command;

    /// A language of the comparison's labels; see
    /// [`Comparison::in_locale`](crate::Comparison::in_locale).
    ///
    /// ```
    /// use smtp_codes::Locale;
    ///
    /// assert_eq!("fr_CA.UTF-8".parse(), Ok(Locale::Fr));
    /// ```
    pub enum Locale from locale;

    macro __code;
}
