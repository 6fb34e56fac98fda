//! What a command asks for, as far as a refusal is concerned.

use crate::Command;

/// What is refused when a command is. Commands that a client treats alike share one.
#[derive(Clone, Copy)]
pub(super) enum Step {
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
    #[inline]
    pub(super) const fn of(command: Command) -> Self {
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
