//! Sends a message with lettre to servers that refuse in every way, and shows what the client makes of it.
//!
//! ```console
//! $ cargo run --example send
//! $ cargo run --example send -- --all
//! ```
//!
//! No server has to be installed: each scenario starts its own on loopback, with the crate mailin, and sends one
//! message to three recipients. With `--all` the table has every reply, also those that were a plain yes.
//!
//! lettre connects, sends the commands and the text. What its replies mean is decided by smtp-codes alone:
//! lettre has no enhanced codes and no table of what to do, and for a reply that it cannot read (571, a 550 that
//! ends as 250) it has an error without code and text. So it talks to the server through a relay (`tap`) that
//! reads along. `client` is the part to take over into a program of your own.

mod client;
mod connection;
mod scenario;
mod server;
mod table;
mod tap;

use std::io::{self, Write};
use std::process::ExitCode;

use scenario::SCENARIOS;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let all = match (arguments.next().as_deref(), arguments.next()) {
        (None, _) => false,
        (Some("--all"), None) => true,
        _ => {
            eprintln!("send: expected no argument, or --all for every reply; usage: send [--all]");
            return ExitCode::from(2);
        }
    };
    match show(all) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has seen enough, such as `head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("send: {error}");
            ExitCode::FAILURE
        }
    }
}

fn show(all: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", table::heading())?;
    for scenario in SCENARIOS {
        let outcome = scenario.play()?;
        write!(out, "{}", table::rows(scenario.name, &outcome, all))?;
        if !outcome.is_what_the_servers_say() {
            return Err(io::Error::other(format!(
                "{}: the servers have other mail than that",
                scenario.name
            )));
        }
    }
    writeln!(
        out,
        "\nEach row is a reply that was not a plain yes; the last of a scenario has what became of whom."
    )?;
    writeln!(out, "* lettre cannot read this reply; smtp-codes has read it from the bytes.")?;
    writeln!(out, "deferred: tried again later. held: until a person has looked at the account.")?;
    writeln!(out, "Where TLS is required, the client takes \"proceed without TLS\" for \"try next host\".")
}
