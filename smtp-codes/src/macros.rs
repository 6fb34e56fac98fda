//! The macros that people call.

/// A reply code by its number, checked while compiling: `code!(214)` is
/// [`ReplyCode::HelpMessage`](crate::ReplyCode::HelpMessage).
///
/// It stands wherever the variant could stand: in expressions, constants and patterns.
///
/// ```
/// use smtp_codes::{ReplyCode, code};
///
/// const HELP: ReplyCode = code!(214);
///
/// fn is_good_news(code: ReplyCode) -> bool {
///     match code {
///         code!(211) | code!(214) => true,
///         code!(250) => true,
///         _ => false,
///     }
/// }
/// assert!(is_good_news(HELP));
/// assert!(matches!(code!(250), code!(250) | code!(251)));
/// ```
///
/// A number that the catalogue does not have stops the build, at the number, with the nearest ones:
///
/// ```compile_fail
/// # use smtp_codes::code;
/// let code = code!(215); // 215 is not a reply code in this catalogue; the nearest are 211, 214 and 220
/// ```
///
/// Inside other macros it takes a number that arrived as `$n:literal`, `$n:expr` or `$n:tt`. The number is
/// written in its three digits; `0250` and `250u16` are refused.
///
/// For an enum of your own, [`catalogue!`](crate::catalogue) makes a macro like this one under a name that
/// you choose.
#[macro_export]
macro_rules! code {
    ($($number:tt)*) => {
        $crate::__code! { $($number)* }
    };
}

/// An enhanced status code, checked while compiling: `enhanced!(5.1.1)`.
///
/// The value is an [`EnhancedCode`](crate::EnhancedCode). Like [`code!`] it stands in expressions, constants and patterns.
/// Every code of the IANA registry is allowed with the classes that are registered for it, and with those of the reply
/// codes that the registry pairs it with.
///
/// # Examples
///
/// ```
/// use smtp_codes::{EnhancedCode, Reply, enhanced};
///
/// const UNKNOWN: EnhancedCode = enhanced!(5.1.1);
///
/// let (reply, _) = Reply::parse(b"550 5.7.26 Unauthenticated mail\r\n")?;
/// let advice = match reply.enhanced() {
///     Some(UNKNOWN) => "correct the address",
///     Some(enhanced!(5.7.25)) => "add a PTR record",
///     Some(enhanced!(5.7.23) | enhanced!(5.7.26)) => "fix SPF, DKIM or DMARC",
///     _ => "read the text",
/// };
/// assert_eq!(advice, "fix SPF, DKIM or DMARC");
/// # Ok::<(), smtp_codes::ReplyError>(())
/// ```
///
/// A code that is not registered stops the build, and so does one with a class that is not:
///
/// ```compile_fail
/// # use smtp_codes::enhanced;
/// let code = enhanced!(5.1.99); // the nearest is 5.1.10
/// ```
///
/// ```compile_fail
/// # use smtp_codes::enhanced;
/// let code = enhanced!(2.1.1); // write 4.1.1 or 5.1.1
/// ```
///
/// `5.7.606` is well formed and in no registry: [`EnhancedCode::new`](crate::EnhancedCode::new) makes it.
#[macro_export]
macro_rules! enhanced {
    ($($code:tt)*) => {
        $crate::__enhanced! { $($code)* }
    };
}

/// A reply that a server sends, checked while compiling: a code, an enhanced code if it has one, and its text.
///
/// The value is an [`OutgoingReply`](crate::OutgoingReply), which `{}` writes as it goes over the wire. It
/// stands in expressions and in constants. Each further text is a further line.
///
/// ```
/// use smtp_codes::{OutgoingReply, reply};
///
/// const TOO_MANY: OutgoingReply<'_> = reply!(452 4.5.3, "Too many recipients");
/// assert_eq!(TOO_MANY.to_string(), "452 4.5.3 Too many recipients\r\n");
///
/// assert_eq!(reply!(354, "Go ahead").to_string(), "354 Go ahead\r\n");
/// let hello = reply!(250, "mail.example.com", "SIZE 35882577", "HELP");
/// assert_eq!(hello.to_string(), "250-mail.example.com\r\n250-SIZE 35882577\r\n250 HELP\r\n");
/// ```
///
/// A text is a string, a constant or another constant expression:
///
/// ```
/// # use smtp_codes::reply;
/// const HOST: &str = "mx.example.net";
/// let greeting = reply!(220, HOST, concat!("version ", "1.0"));
/// assert_eq!(greeting.to_string(), "220-mx.example.net\r\n220 version 1.0\r\n");
/// ```
///
/// What no client could make sense of does not compile, and the error says which part is wrong and what would
/// be right:
///
/// * a reply code that the catalogue does not have, or an enhanced code that the registry does not have;
/// * an enhanced code of another class than the reply's, or one on a 3yz reply
///   ([RFC 2034 section 4](https://www.rfc-editor.org/rfc/rfc2034#section-4));
/// * a line break or another control character in a text, a character outside ASCII, or a text that begins
///   with what clients read as an enhanced code;
/// * a line of more than 512 bytes, its end included
///   ([RFC 5321 section 4.5.3.1.5](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.5)).
///
/// ```compile_fail
/// # use smtp_codes::reply;
/// let blocked = reply!(450 5.7.25, "No PTR record"); // write 4.7.25, or a reply code of 5yz
/// ```
///
/// ```compile_fail
/// # use smtp_codes::reply;
/// let challenge = reply!(334 5.7.8, "VXNlcm5hbWU6"); // a 334 reply carries no enhanced code
/// ```
///
/// ```compile_fail
/// # use smtp_codes::reply;
/// let odd = reply!(455 4.99.3, "Not now"); // no code has the subject 99
/// ```
///
/// A string is checked by the macro, any other expression when the constant is evaluated. A text that is only known at run
/// time, or one in UTF-8, is for [`ReplyWriter`](crate::ReplyWriter).
#[macro_export]
macro_rules! reply {
    ($($reply:tt)*) => {
        $crate::__reply! { $($reply)* }
    };
}

/// An enum of reply codes from a catalogue of your own, with what [`ReplyCode`](crate::ReplyCode) has: the methods,
/// the conversions, the documentation. Only `scope`, `reason` and `condemns_recipient` are missing, which rest on
/// tables that the library alone has.
///
/// ```
/// mod codes {
///     smtp_codes::catalogue! {
///         /// The codes that our gateway sends.
///         pub enum GatewayCode in "examples/gateway-codes.toml";
///         /// A code of our gateway by its number.
///         pub(crate) macro gateway_code;
///     }
/// }
///
/// use codes::{GatewayCode, gateway_code};
/// use smtp_codes::Command;
///
/// assert_eq!(gateway_code!(299).to_string(), "299 Parked for review");
/// assert_eq!(GatewayCode::try_from(499), Ok(GatewayCode::FilterAway));
///
/// // One rule of 499 reaches three commands.
/// let mut rows = GatewayCode::FilterAway.answers_to(Command::Rcpt);
/// let condition = rows.next().and_then(|row| row.condition());
/// assert_eq!(condition, Some("While the content filter cannot be reached."));
/// ```
///
/// The path is relative to the folder of your crate's `Cargo.toml`, and an edit of the file is noticed by
/// the next build.
///
/// The second item is optional. It makes a `code!` for the enum; the enum has to be in scope where that macro
/// is called. Its visibility says who can call it:
///
/// | Visibility | Who can call it |
/// | --- | --- |
/// | `pub(crate) macro` | your crate, by its path, as in the example: what most want |
/// | `macro` | the module that it stands in, below it |
/// | `pub macro` | other crates too. It is exported at the root of your crate, as `gateway::gateway_code!`, whatever module it stands in; your own crate calls it by its bare name below the place where it stands, and by no path |
///
/// `with serde` before the semicolon makes serde read and write the enum as its number. It needs the feature `serde` of
/// this library:
///
/// ```text
/// pub enum GatewayCode in "gateway-codes.toml" with serde;
/// ```
///
/// # The file
///
/// A table for each code, in ascending order:
///
/// ```toml
/// [reply.299]
/// variant = "ParkedForReview"
/// name = "Parked for review"
/// description = "The gateway accepted the message and holds it until a person has looked at it."
/// seen-when = "After the final dot, for messages that the content filter is not sure about."
/// remediation = "Nothing is lost."
///
/// [reply.299.steps]
/// sender-postmaster = "If it takes longer than a working day, ask the mail team for the queue."
/// ```
///
/// The first five fields are required. A line break inside a string counts as a space. The rest may be left out:
///
/// | Field | Value | Without it |
/// | --- | --- | --- |
/// | `steps` | what each [`Party`](crate::Party) does, by its word | none |
/// | `examples` | an array of replies, lines separated by `\n` | none |
/// | `standing` | `standard`, `historic`, `registered` or `unregistered` | `unregistered` |
/// | `closes-connection` | `yes`, `no`, `may` or `unspecified` | `unspecified` |
/// | `references` | an array such as `["RFC 5321 section 4.2.3"]` | none |
/// | `sources` | an array of pages that are not RFCs, for the documentation | none |
/// | `aliases` | an array of words that find the code in the documentation | none |
/// | `enhanced` | an array of codes of the same class, such as `["5.7.1"]` | none |
/// | `answers` | a table from command to outcome, such as `{ END-OF-DATA = "success" }` | none |
///
/// An outcome is `success` (2yz), `intermediate` (3yz) or `error` (4yz and 5yz). Instead of the bare word a
/// row can be a table with `outcome`, `meaning` and `references`. Commands go by
/// [`Command::as_str`](crate::Command::as_str).
///
/// What a code answers to many commands is a rule, and a code has as many as it needs, each below a header in two
/// brackets:
///
/// ```toml
/// [[reply.499.rule]]
/// outcome = "error"
/// when = "While the content filter cannot be reached."
/// to = ["MAIL", "RCPT", "END-OF-DATA"]
/// ```
///
/// `outcome` and `when` are required. `to` names the commands, or `except` those that the rule does not reach;
/// without either it reaches all. `meaning` and `references` are as in a row of `answers`. Each command gets an
/// [`Answer`](crate::Answer) with the [`condition`](crate::Answer::condition) `when`, and two rules with the same
/// `when` share no command.
///
/// # Errors
///
/// One build reports all errors in the file, each at its line and column (of more than a hundred, the first hundred). The
/// enum and its macro are still there, so that one mistake brings one error.
///
/// ```text
/// error: unknown class digit in reply code 714
///         --> gateway-codes.toml:1:8
///          |
///        1 | [reply.714]
///          |        ^^^
///          = help: SMTP codes begin with 2, 3, 4 or 5 (RFC 5321 section 4.2.1)
///  --> src/main.rs:3:29
///   |
/// 3 |     pub enum GatewayCode in "gateway-codes.toml";
///   |                             ^^^^^^^^^^^^^^^^^^^^
/// ```
#[macro_export]
macro_rules! catalogue {
    ($($items:tt)*) => {
        $crate::__catalogue! { $($items)* }
    };
}
