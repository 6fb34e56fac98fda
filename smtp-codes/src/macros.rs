//! The two macros that people call.

/// A reply code by its number, checked while compiling: `code!(214)` is [`ReplyCode::HelpMessage`].
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
///         code!(211 ) | code!(214) => true,
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
/// [`ReplyCode::HelpMessage`]: crate::ReplyCode::HelpMessage
#[macro_export]
macro_rules! code {
    ($number:tt) => {
        $crate::__code!($number)
    };
}

/// An enum of reply codes from a catalogue of your own, with everything that [`ReplyCode`](crate::ReplyCode)
/// has.
#[macro_export]
macro_rules! catalogue {
    ($($items:tt)*) => {
        $crate::__catalogue! { $($items)* }
    };
}
