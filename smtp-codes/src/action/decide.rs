//! The decision: from a code, an enhanced code and a command to an action.

use super::Action;
use crate::{Class, Command, EnhancedCode, WireCode};

/// The first rule that fits wins; `deciding` has them as a table.
///
/// The class is always that of the code. Of the enhanced code only subject and detail count: they say how a
/// refusal is meant, and whether it is one is not theirs to say.
pub(crate) const fn decide(code: WireCode, enhanced: Option<EnhancedCode>, command: Command) -> Action {
    let step = Step::of(command);
    match (step, code.class()) {
        (Step::Goodbye, _) => Action::Ignore,
        (Step::Data | Step::Login, Class::PositiveIntermediate) => Action::Continue,
        (Step::Data, Class::PositiveCompletion) | (_, Class::PositiveIntermediate) => Action::OutOfStep,
        (_, Class::PositiveCompletion) => Action::Proceed,
        (_, Class::TransientNegative) => refused(step, code.as_u16(), enhanced, false),
        (_, Class::PermanentNegative) => refused(step, code.as_u16(), enhanced, true),
    }
}

/// A 4yz or, if permanent, a 5yz.
const fn refused(step: Step, number: u16, enhanced: Option<EnhancedCode>, permanent: bool) -> Action {
    let detail = match enhanced {
        Some(enhanced) => (enhanced.subject(), enhanced.detail()),
        None => (0, 0),
    };
    match (step, number) {
        (_, 503) => return Action::OutOfStep,
        (Step::Session, _) => return Action::Reconnect,
        (Step::Extensions, _) if permanent => return Action::FallBackToHelo,
        (Step::Extensions | Step::Host, _) => return Action::TryNextHost,
        (_, 421) => return Action::CloseAndDefer,
        (Step::Tls, _) => return Action::ProceedWithoutTls,
        (_, 523 | 538) => return Action::EncryptFirst,
        _ if permanent && matches!(detail, (7, 10 | 11)) => return Action::EncryptFirst,
        (_, 530) => return Action::AuthenticateFirst,
        _ => {}
    }
    match (step, number, permanent) {
        (Step::Login, 432 | 504 | 534, _) => Action::ChangeMechanism,
        (Step::Login, _, true) => Action::AuthenticationFailed,
        (Step::Sender | Step::Recipient, 504 | 555, _) => Action::DropParameter,
        (Step::Recipient, 452 | 552, _) if enhanced.is_none() => Action::SplitRecipients,
        (Step::Recipient, _, _) if matches!(detail, (5, 3)) => Action::SplitRecipients,
        (Step::Recipient | Step::TextForOne, _, false) => Action::DeferRecipient,
        (Step::Recipient | Step::TextForOne, _, true) => Action::FailRecipient,
        (Step::Question, _, _) => Action::Ignore,
        (_, _, false) => Action::DeferMessage,
        (_, _, true) => Action::FailMessage,
    }
}

/// What is refused when a command is. Commands that a client treats alike share one.
#[derive(Clone, Copy)]
enum Step {
    /// The host itself: the greeting, and a hello that has no older form to fall back to.
    Host,
    /// The hello that has one.
    Extensions,
    /// Encryption.
    Tls,
    /// A login.
    Login,
    /// A message, named by its sender.
    Sender,
    /// One recipient.
    Recipient,
    /// The permission to send the text.
    Data,
    /// The text, for all recipients.
    Text,
    /// The text, for the one recipient whose turn it is.
    TextForOne,
    /// A connection without a message.
    Session,
    /// Something beside the mail that the client has.
    Question,
    /// The end.
    Goodbye,
}

impl Step {
    /// No wildcard: a new command wants a decision.
    const fn of(command: Command) -> Self {
        match command {
            // LMTP has neither EHLO nor HELO to fall back to (RFC 2033 section 4.1).
            Command::Connect | Command::Helo | Command::Lhlo => Self::Host,
            Command::Ehlo => Self::Extensions,
            Command::StartTls => Self::Tls,
            Command::Auth => Self::Login,
            // The last three stood in the place of MAIL, with the same replies (RFC 821 section 4.3).
            Command::Mail | Command::SendToTerminal | Command::Soml | Command::Saml => Self::Sender,
            Command::Rcpt => Self::Recipient,
            Command::Data => Self::Data,
            // Each piece is answered, and one refused piece fails the message (RFC 3030 section 2).
            Command::EndOfData | Command::Bdat | Command::Burl => Self::Text,
            // A reply for each recipient (RFC 2033 section 4.2). A client that sends the last BDAT over LMTP asks for
            // this one, because no code tells which protocol it is (section 4.3).
            Command::LmtpEndOfData => Self::TextForOne,
            Command::Rset | Command::Noop => Self::Session,
            // The last three ask for mail that the other side holds, and keeps if it refuses.
            Command::Vrfy | Command::Expn | Command::Help | Command::Etrn | Command::Atrn | Command::Turn => {
                Self::Question
            }
            Command::Quit => Self::Goodbye,
        }
    }
}
