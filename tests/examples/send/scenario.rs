//! The scenarios: how the servers behave, what the client insists on, and how to play one.

use std::io;

use lettre::Address;
use lettre::transport::smtp::authentication::Credentials;
use smtp_codes::Command;

use crate::client::{Client, Fate, Tls};
use crate::connection::Decision;
use crate::server::{Conduct, OBLIGING, Refusal, Server, Stored};

/// The mailboxes of example.net to which each scenario sends one message.
pub(crate) const MAILBOXES: [&str; 3] = ["anna", "ben", "cleo"];

/// The message.
pub(crate) const TEXT: &[u8] = b"From: <sender@example.com>\r\n\
    To: <anna@example.net>, <ben@example.net>, <cleo@example.net>\r\n\
    Subject: Minutes\r\n\
    \r\n\
    The minutes are in the usual place.\r\n\
    .. A line that begins with dots comes through as it is.\r\n";

/// A situation for a client.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    /// The servers of the domain, in the order in which they are to be tried.
    pub(crate) hosts: &'static [Conduct],
    pub(crate) tls: Tls,
    pub(crate) login: bool,
    /// Whether another message went over the same connection before.
    pub(crate) after_another: bool,
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) decisions: Vec<Decision>,
    /// For each of the mailboxes.
    pub(crate) fates: Vec<Fate>,
    /// What each server took, the message before included.
    pub(crate) stored: Vec<Vec<Stored>>,
}

const PLAIN: Scenario =
    Scenario { name: "", hosts: &[OBLIGING], tls: Tls::Optional, login: false, after_another: false };

const fn to(to: Command, reply: &'static str) -> Refusal {
    Refusal { to, mailbox: "", reply }
}

const fn to_ben(reply: &'static str) -> Refusal {
    Refusal { to: Command::Rcpt, mailbox: "ben", reply }
}

const fn refusing(refusals: &'static [Refusal]) -> Conduct {
    Conduct { refusals, ..OBLIGING }
}

const CLOSING: Conduct = refusing(&[to_ben("421 4.3.2 Shutting down for maintenance")]);

/// A server that cannot start TLS at the moment.
const WITHOUT_TLS: Conduct = Conduct {
    offers_starttls: true,
    ..refusing(&[to(Command::StartTls, "454 4.7.0 TLS not available at the moment")])
};

const fn login(refusals: &'static [Refusal]) -> Conduct {
    Conduct { offers_auth: true, ..refusing(refusals) }
}

/// A rejection that ends as if it were none.
const MIXED: &str = "550 5.7.1 Rejected by the content filter\r\n250 2.0.0 Ok";

pub(crate) const SCENARIOS: &[Scenario] = &[
    Scenario { name: "all accepted", ..PLAIN },
    Scenario { name: "unknown recipient", hosts: &[refusing(&[to_ben("550 5.1.1 No such user")])], ..PLAIN },
    Scenario { name: "too many recipients", hosts: &[Conduct { recipients: 2, ..OBLIGING }], ..PLAIN },
    Scenario { name: "mailbox full", hosts: &[refusing(&[to_ben("552 5.2.2 Over quota")])], ..PLAIN },
    Scenario { name: "mailbox full for now", hosts: &[refusing(&[to_ben("452 4.2.2 Over quota")])], ..PLAIN },
    Scenario {
        name: "greylisted",
        hosts: &[refusing(&[to(Command::Rcpt, "450 4.7.1 Greylisted, come back in five minutes")])],
        ..PLAIN
    },
    Scenario { name: "421 in mid-session", hosts: &[CLOSING], ..PLAIN },
    Scenario { name: "421, then another host", hosts: &[CLOSING, OBLIGING], ..PLAIN },
    Scenario {
        name: "no service at first host",
        hosts: &[refusing(&[to(Command::Connect, "554 No SMTP service here")]), OBLIGING],
        ..PLAIN
    },
    Scenario {
        name: "421 on idle connection",
        hosts: &[Conduct { idle: true, ..OBLIGING }],
        after_another: true,
        ..PLAIN
    },
    Scenario { name: "TLS refused, optional", hosts: &[WITHOUT_TLS], ..PLAIN },
    Scenario { name: "TLS refused, required", hosts: &[WITHOUT_TLS], tls: Tls::Required, ..PLAIN },
    Scenario {
        name: "login not checked",
        hosts: &[login(&[to(Command::Auth, "454 4.7.0 Temporary authentication failure")])],
        login: true,
        ..PLAIN
    },
    Scenario {
        name: "login refused",
        hosts: &[login(&[to(Command::Auth, "535 5.7.8 Credentials invalid")])],
        login: true,
        ..PLAIN
    },
    Scenario { name: "login accepted", hosts: &[login(&[])], login: true, ..PLAIN },
    Scenario { name: "571", hosts: &[refusing(&[to_ben("571 Delivery not authorized")])], ..PLAIN },
    Scenario {
        name: "message refused",
        hosts: &[refusing(&[to(Command::EndOfData, "554 5.7.1 Looks like spam")])],
        ..PLAIN
    },
    Scenario { name: "mixed reply to RCPT", hosts: &[refusing(&[to_ben(MIXED)])], ..PLAIN },
    Scenario {
        name: "mixed reply at the end",
        hosts: &[refusing(&[to(Command::EndOfData, MIXED)])],
        ..PLAIN
    },
];

impl Outcome {
    /// Whether the servers agree: who was delivered has the message once, unchanged, and nobody else has it.
    pub(crate) fn is_what_the_servers_say(&self) -> bool {
        let copies = |mailbox: &str| {
            let address = format!("{mailbox}@example.net");
            let message = |stored: &&Stored| stored.text.trim_ascii_end() == TEXT.trim_ascii_end();
            let all = self.stored.iter().flatten().filter(message);
            all.flat_map(|stored| &stored.recipients).filter(|recipient| **recipient == address).count()
        };
        MAILBOXES
            .iter()
            .zip(&self.fates)
            .all(|(mailbox, fate)| copies(mailbox) == usize::from(*fate == Fate::Delivered))
    }
}

impl Scenario {
    /// Starts the servers and sends the message.
    pub(crate) fn play(&self) -> io::Result<Outcome> {
        let servers: Vec<Server> = self.hosts.iter().copied().map(Server::start).collect::<Result<_, _>>()?;
        let login = self.login.then(|| Credentials::new("sender".to_owned(), "secret".to_owned()));
        let hosts = servers.iter().map(Server::address).collect();
        let mut client = Client::new(hosts, self.tls, login);
        let from = address("sender@example.com")?;
        let to = MAILBOXES
            .iter()
            .map(|mailbox| address(&format!("{mailbox}@example.net")))
            .collect::<Result<Vec<_>, _>>()?;
        if self.after_another {
            client.send(&from, &to, b"Subject: The first of two\r\n\r\n");
        }
        let fates = client.send(&from, &to, TEXT);
        client.quit();
        Ok(Outcome { decisions: client.log, fates, stored: servers.iter().map(Server::stored).collect() })
    }
}

fn address(text: &str) -> io::Result<Address> {
    text.parse().map_err(io::Error::other)
}
