//! One connection: lettre sends, smtp-codes reads, and every decision is written down.

use std::fmt::{self, Display};
use std::net::SocketAddr;
use std::time::Duration;

use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::extension::{ClientId, Extension};
use smtp_codes::{Action, Command, Reply, ReplyCodes, ReplyError, reply::ScanError};

use crate::tap::{Heard, Tap};

/// RFC 5321 section 4.5.3.2 has a client wait for minutes; on loopback less will do.
const PATIENCE: Duration = Duration::from_secs(20);

/// What came back to a command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Answer {
    Reply(ReplyCodes),
    /// A reply whose lines disagree: the first code and the last.
    Mixed(u16, u16),
    /// Bytes that are no reply, a closed connection, or nothing in time.
    None,
}

impl Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reply(status) => f.pad(&status.to_string()),
            Self::Mixed(first, last) => f.pad(&format!("{first}/{last}")),
            Self::None => f.pad("none"),
        }
    }
}

/// A reply and what was made of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Decision {
    pub(crate) command: Command,
    /// The recipient, where the command is about one.
    pub(crate) mailbox: Option<String>,
    pub(crate) answer: Answer,
    pub(crate) action: Action,
    /// Whether lettre could read the reply.
    pub(crate) lettre_reads: bool,
}

/// An open connection to one server.
pub(crate) struct Connection {
    lettre: SmtpConnection,
    tap: Tap,
}

impl Connection {
    /// Connects, waits for the greeting and sends `EHLO`. Where the server does not want, the action says
    /// what to do.
    pub(crate) fn open(server: SocketAddr, log: &mut Vec<Decision>) -> Result<Self, Action> {
        // Nobody there is no reply, and has no action of the library's.
        let tap = Tap::to(server).map_err(|_| Action::TryNextHost)?;
        let name = ClientId::Domain("client.example.com".to_owned());
        // lettre does both steps in one call, so which of them was refused only the tap can tell.
        let opened = SmtpConnection::connect(tap.address(), Some(PATIENCE), &name, None, None);
        for command in [Command::Connect, Command::Ehlo] {
            let action = decide(&tap, command, None, opened.as_ref().err(), log);
            if action != Action::Proceed {
                return Err(action);
            }
        }
        // The server has said yes twice. If lettre could not read that, there is nothing to go on with.
        opened.map(|lettre| Self { lettre, tap }).map_err(|_| Action::TryNextHost)
    }

    pub(crate) fn offers_starttls(&self) -> bool {
        self.lettre.server_info().supports_feature(Extension::StartTls)
    }

    /// Sends a command of lettre's, and decides by the reply.
    pub(crate) fn command(
        &mut self,
        command: Command,
        mailbox: Option<&str>,
        line: impl Display,
        log: &mut Vec<Decision>,
    ) -> Action {
        let told = self.lettre.command(line);
        decide(&self.tap, command, mailbox, told.as_ref().err(), log)
    }

    /// Sends the text of the message, and decides by the verdict.
    pub(crate) fn message(&mut self, text: &[u8], log: &mut Vec<Decision>) -> Action {
        let told = self.lettre.message(text);
        decide(&self.tap, Command::EndOfData, None, told.as_ref().err(), log)
    }
}

/// Reads the next reply and decides.
///
/// A reply that is none has no action of the library's: there is nothing to trust, so the connection is closed
/// and the mail kept, exactly as if the server had said 421. So it is with a reply whose lines disagree, one of
/// which may say 250: a rejection must never be read as success.
fn decide(
    tap: &Tap,
    command: Command,
    mailbox: Option<&str>,
    error: Option<&lettre::transport::smtp::Error>,
    log: &mut Vec<Decision>,
) -> Action {
    let (answer, action) = match tap.hear(PATIENCE) {
        Heard::Reply(bytes) => match Reply::parse(&bytes) {
            Ok((reply, _)) => (Answer::Reply(reply.codes()), reply.action(command)),
            Err(_) => (Answer::None, Action::CloseAndDefer),
        },
        Heard::NoReply(ScanError::Reply(ReplyError::MixedCodes { first, last, .. })) => {
            (Answer::Mixed(first.as_u16(), last.as_u16()), Action::CloseAndDefer)
        }
        Heard::NoReply(_) | Heard::Closed | Heard::Silence => (Answer::None, Action::CloseAndDefer),
    };
    // lettre has an error for each refusal; one without a code is for what it could not read.
    let lettre_reads = error.is_none_or(|error| error.status().is_some());
    log.push(Decision { command, mailbox: mailbox.map(str::to_owned), answer, action, lettre_reads });
    action
}
