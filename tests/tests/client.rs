//! The client of the example `send`, scenario by scenario: what it decided, and what the servers really have.

#[path = "../examples/send/client.rs"]
mod client;
#[path = "../examples/send/connection.rs"]
mod connection;
#[path = "../examples/send/scenario.rs"]
mod scenario;
#[path = "../examples/send/server.rs"]
mod server;
#[path = "../examples/send/table.rs"]
mod table;
#[path = "../examples/send/tap.rs"]
mod tap;

use smtp_codes::{Action, Command};

use client::{Client, Fate, Tls};
use connection::{Answer, Decision};
use scenario::{Outcome, SCENARIOS, Scenario};
use server::{Conduct, OBLIGING, Refusal, Server};

use Action::{
    AuthenticationFailed, CloseAndDefer, DeferMessage, DeferRecipient, FailMessage, FailRecipient,
    ProceedWithoutTls, Reconnect, SplitRecipients, TryNextHost,
};
use Command::{Auth, Connect, EndOfData, Rcpt, Rset, StartTls};
use Fate::{Deferred, Delivered, Failed, Held};

const ALL_DELIVERED: [Fate; 3] = [Delivered; 3];
const ALL_DEFERRED: [Fate; 3] = [Deferred; 3];
const BEN_FAILED: [Fate; 3] = [Delivered, Failed, Delivered];

/// A reply that was no plain yes: to what, about whom, the reply, the action.
type Row = (Command, &'static str, &'static str, Action);

const EXPECTED: &[(&str, &[Row], [Fate; 3])] = &[
    ("all accepted", &[], ALL_DELIVERED),
    ("unknown recipient", &[(Rcpt, "ben", "550 5.1.1", FailRecipient)], BEN_FAILED),
    ("too many recipients", &[(Rcpt, "cleo", "452 4.5.3", SplitRecipients)], ALL_DELIVERED),
    ("mailbox full", &[(Rcpt, "ben", "552 5.2.2", FailRecipient)], BEN_FAILED),
    ("mailbox full for now", &[(Rcpt, "ben", "452 4.2.2", DeferRecipient)], [Delivered, Deferred, Delivered]),
    (
        "greylisted",
        &[
            (Rcpt, "anna", "450 4.7.1", DeferRecipient),
            (Rcpt, "ben", "450 4.7.1", DeferRecipient),
            (Rcpt, "cleo", "450 4.7.1", DeferRecipient),
        ],
        ALL_DEFERRED,
    ),
    ("421 in mid-session", &[(Rcpt, "ben", "421 4.3.2", CloseAndDefer)], ALL_DEFERRED),
    ("421, then another host", &[(Rcpt, "ben", "421 4.3.2", CloseAndDefer)], ALL_DELIVERED),
    ("no service at first host", &[(Connect, "", "554", TryNextHost)], ALL_DELIVERED),
    ("421 on idle connection", &[(Rset, "", "421 4.4.2", Reconnect)], ALL_DELIVERED),
    ("TLS refused, optional", &[(StartTls, "", "454 4.7.0", ProceedWithoutTls)], ALL_DELIVERED),
    ("TLS refused, required", &[(StartTls, "", "454 4.7.0", ProceedWithoutTls)], ALL_DEFERRED),
    ("login not checked", &[(Auth, "", "454 4.7.0", DeferMessage)], ALL_DEFERRED),
    ("login refused", &[(Auth, "", "535 5.7.8", AuthenticationFailed)], [Held; 3]),
    ("login accepted", &[], ALL_DELIVERED),
    ("571", &[(Rcpt, "ben", "571", FailRecipient)], BEN_FAILED),
    ("message refused", &[(EndOfData, "", "554 5.7.1", FailMessage)], [Failed; 3]),
    ("mixed reply to RCPT", &[(Rcpt, "ben", "550/250", CloseAndDefer)], ALL_DEFERRED),
    ("mixed reply at the end", &[(EndOfData, "", "550/250", CloseAndDefer)], ALL_DEFERRED),
];

fn refusals(outcome: &Outcome) -> impl Iterator<Item = &Decision> {
    outcome
        .decisions
        .iter()
        .filter(|decision| !decision.action.is_positive() && decision.command != Command::Quit)
}

#[test]
fn each_scenario_ends_as_it_should() {
    let names: Vec<_> = SCENARIOS.iter().map(|scenario| scenario.name).collect();
    assert_eq!(names, EXPECTED.iter().map(|(name, ..)| *name).collect::<Vec<_>>());
    for (scenario, (name, rows, fates)) in SCENARIOS.iter().zip(EXPECTED) {
        let outcome = scenario.play().unwrap();
        let made: Vec<_> = refusals(&outcome)
            .map(|decision| {
                let mailbox = decision.mailbox.clone().unwrap_or_default();
                (decision.command, mailbox, decision.answer.to_string(), decision.action)
            })
            .collect();
        let expected: Vec<_> = rows
            .iter()
            .map(|(command, mailbox, answer, action)| {
                (*command, (*mailbox).to_owned(), (*answer).to_owned(), *action)
            })
            .collect();
        assert_eq!(made, expected, "{name}");
        assert_eq!(outcome.fates, fates, "{name}");
        assert!(outcome.is_what_the_servers_say(), "{name}: {outcome:?}");
        // The reason for reading the bytes: of these replies lettre has neither code nor text.
        let unread = made.iter().any(|(_, _, answer, _)| answer == "571" || answer == "550/250");
        assert_eq!(outcome.decisions.iter().all(|decision| decision.lettre_reads), !unread, "{name}");
        // The table of the example, with and without the plain answers.
        for all in [false, true] {
            let table = table::rows(name, &outcome, all);
            assert!(table.starts_with(name), "{table}");
            assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");
            assert_eq!(table.matches("delivered").count(), fates.iter().filter(|f| **f == Delivered).count());
        }
    }
    assert!(table::heading().lines().all(|line| line.chars().count() <= 100));
}

fn scenario(hosts: &'static [Conduct]) -> Scenario {
    Scenario { name: "", hosts, tls: Tls::Optional, login: false, after_another: false }
}

#[test]
fn the_servers_would_contradict_a_client_that_is_wrong() {
    const NO_RECIPIENT: Conduct = refusing(&[Refusal { to: Rcpt, mailbox: "", reply: "550 5.1.1 Unknown" }]);
    let mut outcome = scenario(&[NO_RECIPIENT]).play().unwrap();
    assert!(outcome.is_what_the_servers_say());
    outcome.fates = ALL_DELIVERED.to_vec();
    assert!(!outcome.is_what_the_servers_say());
    let mut outcome = SCENARIOS[0].play().unwrap();
    outcome.fates = BEN_FAILED.to_vec();
    assert!(!outcome.is_what_the_servers_say());
}

#[test]
fn a_reply_that_lettre_leaves_half_read_changes_nothing() {
    // lettre gives up after the first line, and takes the second one for the next reply.
    const TWO_LINES: Refusal = Refusal {
        to: Rcpt,
        mailbox: "ben",
        reply: "571 5.7.1 Not authorized\r\n571 5.7.1 Ask your postmaster",
    };
    let outcome = scenario(&[const { refusing(&[TWO_LINES]) }]).play().unwrap();
    assert_eq!(outcome.fates, BEN_FAILED);
    assert!(outcome.is_what_the_servers_say());
    let [refusal] = refusals(&outcome).collect::<Vec<_>>()[..] else { panic!("{outcome:?}") };
    assert_eq!(refusal.answer.to_string(), "571 5.7.1");
}

const fn refusing(refusals: &'static [Refusal]) -> Conduct {
    Conduct { refusals, ..OBLIGING }
}

const fn no(to: Command) -> Refusal {
    Refusal { to, mailbox: "", reply: "550 5.7.1 No" }
}

const THE_SAME_550: [(&[Conduct], Action, [Fate; 3]); 6] = [
    (&[refusing(&[no(Command::Connect)])], TryNextHost, ALL_DEFERRED),
    // lettre has no HELO, so to this client the host is of no use.
    (&[refusing(&[no(Command::Ehlo)])], Action::FallBackToHelo, ALL_DEFERRED),
    (&[refusing(&[no(Command::Mail)])], FailMessage, [Failed; 3]),
    (&[refusing(&[no(Command::Rcpt)])], FailRecipient, [Failed; 3]),
    (&[refusing(&[no(Command::Data)])], FailMessage, [Failed; 3]),
    (&[refusing(&[no(Command::EndOfData)])], FailMessage, [Failed; 3]),
];

#[test]
fn the_same_550_has_another_effect_at_each_command() {
    for (hosts, action, fates) in THE_SAME_550 {
        let outcome = scenario(hosts).play().unwrap();
        let decision = refusals(&outcome).next().unwrap();
        assert_eq!((decision.action, &outcome.fates[..]), (action, &fates[..]), "{:?}", decision.command);
        assert!(outcome.is_what_the_servers_say());
    }
}

#[test]
fn a_server_that_hangs_up_without_a_word_fails_nobody() {
    for to in [Command::Connect, Command::Ehlo, Command::Mail, Rcpt, Command::Data, EndOfData] {
        let silent: &'static [Refusal] = Box::leak(Box::new([Refusal { to, mailbox: "", reply: "" }]));
        let hosts: &'static [Conduct] = Box::leak(Box::new([refusing(silent)]));
        let outcome = scenario(hosts).play().unwrap();
        assert_eq!(outcome.fates, ALL_DEFERRED, "{to}");
        let last = refusals(&outcome).next().unwrap();
        assert_eq!((last.command, last.answer, last.action), (to, Answer::None, CloseAndDefer));
        assert!(outcome.is_what_the_servers_say());
    }
}

#[test]
fn a_host_that_is_down_is_passed_over() {
    // Nobody listens on port 1 of this machine.
    let gone = ([127, 0, 0, 1], 1).into();
    let up = Server::start(OBLIGING).unwrap();
    let to = ["anna@example.net".parse().unwrap()];
    let from = "sender@example.com".parse().unwrap();
    let send = |hosts| Client::new(hosts, Tls::Optional, None).send(&from, &to, b"Subject: Minutes\r\n\r\n");
    assert_eq!(send(vec![gone, up.address()]), [Delivered]);
    assert_eq!(up.stored().len(), 1);
    assert_eq!(send(vec![gone]), [Deferred]);
}
