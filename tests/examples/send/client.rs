//! The client: which hosts, which transactions, and what became of each recipient.

use std::net::SocketAddr;

use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::commands::{Auth, Data, Mail, Quit, Rcpt, Rset, Starttls};
use smtp_codes::{Action, Command};

use crate::connection::{Connection, Decision};

/// What became of a recipient.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fate {
    Delivered,
    /// In the queue for later.
    Deferred,
    /// In the queue until a person has looked at the account.
    Held,
    /// To be reported to the sender.
    Failed,
}

impl Fate {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Deferred => "deferred",
            Self::Held => "held",
            Self::Failed => "failed",
        }
    }
}

/// What no reply can tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tls {
    /// Used where it is offered.
    Optional,
    /// No mail without it.
    Required,
}

/// A client with its list of hosts, and perhaps an open connection.
pub(crate) struct Client {
    hosts: Vec<SocketAddr>,
    tls: Tls,
    login: Option<Credentials>,
    open: Option<(SocketAddr, Connection)>,
    pub(crate) log: Vec<Decision>,
}

/// Why a host is of no use for the message.
enum Unusable {
    /// The next one may be.
    Host,
    /// None will be, and this is what becomes of the recipients.
    All(Fate),
}

/// How a transaction ended.
enum Transaction {
    /// Each of its recipients has a fate.
    Settled,
    /// These go into the next one, at once.
    Split(Vec<usize>),
    /// The connection is of no more use; who has no fate yet may be tried elsewhere.
    Broken,
}

impl Client {
    pub(crate) fn new(hosts: Vec<SocketAddr>, tls: Tls, login: Option<Credentials>) -> Self {
        Self { hosts, tls, login, open: None, log: Vec::new() }
    }

    /// Sends a message, and tells what became of each recipient.
    pub(crate) fn send(&mut self, from: &Address, to: &[Address], text: &[u8]) -> Vec<Fate> {
        let mut fates = vec![None; to.len()];
        for host in self.hosts.clone() {
            match self.session(host) {
                Ok(()) => self.transactions(from, to, text, &mut fates),
                Err(Unusable::Host) => self.quit(),
                Err(Unusable::All(fate)) => {
                    fates.iter_mut().filter(|open| open.is_none()).for_each(|open| *open = Some(fate));
                }
            }
            if fates.iter().all(Option::is_some) {
                break;
            }
        }
        // No host has said anything about these: that is no failure, it is a matter for later.
        fates.into_iter().map(|fate| fate.unwrap_or(Fate::Deferred)).collect()
    }

    /// Ends the session, if one is open.
    pub(crate) fn quit(&mut self) {
        if let Some((_, mut connection)) = self.open.take() {
            let _ = connection.command(Command::Quit, None, Quit, &mut self.log);
        }
    }

    /// Makes the connection that was kept fit for the next message, or opens one and does all that comes
    /// before `MAIL`.
    fn session(&mut self, host: SocketAddr) -> Result<(), Unusable> {
        if let Some((kept, mut connection)) = self.open.take()
            && kept == host
            && connection.command(Command::Rset, None, Rset, &mut self.log) == Action::Proceed
        {
            self.open = Some((host, connection));
            return Ok(());
        }
        // Whatever the action, FallBackToHelo included: lettre has no HELO.
        let mut connection = Connection::open(host, &mut self.log).map_err(|_| Unusable::Host)?;
        let ready = self.encrypt(&mut connection).and_then(|()| self.log_in(&mut connection));
        self.open = Some((host, connection));
        ready
    }

    fn encrypt(&mut self, connection: &mut Connection) -> Result<(), Unusable> {
        let offered = connection.offers_starttls();
        match (self.tls, offered.then(|| self.start_tls(connection))) {
            (Tls::Optional, None | Some(Action::ProceedWithoutTls)) => Ok(()),
            // A yes would have the handshake follow, and this example is built without TLS.
            (Tls::Required, _) | (Tls::Optional, Some(_)) => Err(Unusable::Host),
        }
    }

    fn start_tls(&mut self, connection: &mut Connection) -> Action {
        connection.command(Command::StartTls, None, Starttls, &mut self.log)
    }

    /// In the clear, which is for loopback only: elsewhere a client has TLS before it sends a password.
    fn log_in(&mut self, connection: &mut Connection) -> Result<(), Unusable> {
        let Some(credentials) = self.login.clone() else { return Ok(()) };
        let Ok(auth) = Auth::new(Mechanism::Plain, credentials, None) else {
            return Err(Unusable::All(Fate::Held));
        };
        match connection.command(Command::Auth, None, auth, &mut self.log) {
            Action::Proceed => Ok(()),
            action => Err(settled(action).map_or(Unusable::Host, Unusable::All)),
        }
    }

    /// As many transactions as it takes to offer the message to all that have no fate yet.
    fn transactions(&mut self, from: &Address, to: &[Address], text: &[u8], fates: &mut [Option<Fate>]) {
        let mut next: Vec<usize> =
            fates.iter().enumerate().filter(|(_, fate)| fate.is_none()).map(|(index, _)| index).collect();
        while let Some((_, connection)) = self.open.as_mut() {
            match transaction(connection, from, to, &next, text, fates, &mut self.log) {
                Transaction::Split(rest) => next = rest,
                Transaction::Settled => return,
                Transaction::Broken => self.close(),
            }
        }
    }

    /// Closes without a word, for a server that does not listen any more.
    fn close(&mut self) {
        self.open = None;
    }
}

/// One transaction, for the recipients with these indices.
fn transaction(
    connection: &mut Connection,
    from: &Address,
    to: &[Address],
    indices: &[usize],
    text: &[u8],
    fates: &mut [Option<Fate>],
    log: &mut Vec<Decision>,
) -> Transaction {
    let mail = connection.command(Command::Mail, None, Mail::new(Some(from.clone()), vec![]), log);
    if mail != Action::Proceed {
        return settle(indices, mail, fates);
    }
    let (mut accepted, mut rest) = (Vec::new(), Vec::new());
    for (place, &index) in indices.iter().enumerate() {
        let rcpt = Rcpt::new(to[index].clone(), vec![]);
        match connection.command(Command::Rcpt, Some(to[index].user()), rcpt, log) {
            Action::Proceed => accepted.push(index),
            Action::SplitRecipients if !accepted.is_empty() => {
                rest.extend_from_slice(&indices[place..]);
                break;
            }
            action => {
                if let Transaction::Broken = settle(&[index], action, fates) {
                    return Transaction::Broken;
                }
            }
        }
    }
    if accepted.is_empty() {
        return Transaction::Settled;
    }
    let mut verdict = connection.command(Command::Data, None, Data, log);
    if verdict == Action::Continue {
        verdict = connection.message(text, log);
    }
    match settle(&accepted, verdict, fates) {
        Transaction::Settled if !rest.is_empty() => Transaction::Split(rest),
        ended => ended,
    }
}

/// Gives these recipients the fate that an action means for them.
fn settle(indices: &[usize], action: Action, fates: &mut [Option<Fate>]) -> Transaction {
    let fate = settled(action);
    for &index in indices {
        fates[index] = fate;
    }
    if fate.is_some() { Transaction::Settled } else { Transaction::Broken }
}

/// What an action means for the recipients that it is about; `None` where the connection is over and nothing
/// was said about them.
///
/// `Proceed` is a delivery here, because this is only asked of it at the end of the data.
fn settled(action: Action) -> Option<Fate> {
    match action {
        Action::Proceed => Some(Fate::Delivered),
        // This client sends no parameters, so there is none to drop.
        Action::FailRecipient | Action::FailMessage | Action::DropParameter => Some(Fate::Failed),
        // Where recipients were accepted before it, the transaction is split instead.
        Action::DeferRecipient | Action::DeferMessage | Action::SplitRecipients => Some(Fate::Deferred),
        // It has offered all that it has.
        Action::AuthenticateFirst
        | Action::EncryptFirst
        | Action::AuthenticationFailed
        | Action::ChangeMechanism => Some(Fate::Held),
        Action::TryNextHost
        | Action::CloseAndDefer
        | Action::Reconnect
        | Action::OutOfStep
        // None of these answers a command that is about recipients.
        | Action::Continue
        | Action::FallBackToHelo
        | Action::ProceedWithoutTls
        | Action::Ignore => None,
    }
}
