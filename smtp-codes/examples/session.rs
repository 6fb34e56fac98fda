//! Talks to a mail server: reads its greeting, says EHLO and QUIT, and prints the replies with their meaning.
//!
//!     cargo run --example session -- mail.example.com:25
//!
//! Shows how a client reads replies that arrive in pieces: `Connection::reply` is all there is to it.

use std::error::Error;
use std::io::{self, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream, ToSocketAddrs};
use std::process::ExitCode;
use std::time::Duration;

use smtp_codes::{Command, Reply, ReplyScanner};

/// Long enough to try by hand; a mail server's own client waits up to five minutes for a reply
/// (RFC 5321 section 4.5.3.2).
const PATIENCE: Duration = Duration::from_secs(30);

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), None) = (arguments.next(), arguments.next()) else {
        eprintln!("session: expected one argument, the server as host:port, such as mail.example.com:25");
        return ExitCode::from(2);
    };
    if !address.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok()) {
        eprintln!("session: {address:?} is not host:port, such as mail.example.com:25 or [::1]:25");
        return ExitCode::from(2);
    }
    match talk(&address) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("session: {address}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The whole conversation.
fn talk(address: &str) -> Result<(), Box<dyn Error>> {
    let mut connection = Connection::open(address)?;
    let name = address_literal(connection.stream.local_addr()?);

    let greeting = connection.reply()?;
    let (refused, hung_up) = (greeting.class().is_negative(), greeting.code() == 421);
    show("the greeting", &greeting, Command::Connect)?;
    if hung_up {
        return Ok(());
    }
    // RFC 5321 section 3.1: a server that greets with 554 waits for QUIT, and so for nothing else.
    if !refused {
        show("EHLO", &connection.command(&format!("EHLO {name}"))?, Command::Ehlo)?;
    }
    show("QUIT", &connection.command("QUIT")?, Command::Quit)?;
    Ok(())
}

/// Prints a reply: the number, what it means here, and its lines.
fn show(event: &str, reply: &Reply<'_>, command: Command) -> io::Result<()> {
    let mut out = io::stdout().lock();
    write!(out, "{event}: {} {}", reply.code(), reply.class())?;
    match reply.effective_enhanced() {
        Some(enhanced) => writeln!(out, ", {enhanced}")?,
        None => writeln!(out)?,
    }
    for line in reply.lines() {
        writeln!(out, "    {}", String::from_utf8_lossy(line).escape_debug())?;
    }
    match reply.known() {
        Some(code) if reply.class().is_negative() => writeln!(out, "  {}", code.remediation()),
        Some(code) if command.replies().contains(&code) => writeln!(out, "  {}", code.description()),
        _ => writeln!(out, "  An unusual reply here; its first digit decides what to do."),
    }
}

/// A connection and the bytes that came in on it.
struct Connection {
    stream: TcpStream,
    scanner: ReplyScanner,
    buffer: Vec<u8>,
    /// The length of the reply that was handed out last, which is still in the buffer.
    taken: usize,
}

impl Connection {
    fn open(address: &str) -> Result<Self, Box<dyn Error>> {
        let mut last = None;
        for address in address.to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, PATIENCE) {
                Ok(stream) => {
                    stream.set_read_timeout(Some(PATIENCE))?;
                    stream.set_write_timeout(Some(PATIENCE))?;
                    let scanner = ReplyScanner::new();
                    return Ok(Self { stream, scanner, buffer: Vec::new(), taken: 0 });
                }
                Err(error) => last = Some(error),
            }
        }
        Err(last.map_or_else(|| "the name has no address".into(), Into::into))
    }

    /// Sends a command and waits for its reply.
    fn command(&mut self, line: &str) -> Result<Reply<'_>, Box<dyn Error>> {
        self.stream.write_all(format!("{line}\r\n").as_bytes())?;
        self.reply()
    }

    /// The next reply. However small the pieces are that it arrives in, no byte is looked at twice, and a
    /// server that never ends its reply runs into the scanner's limits.
    fn reply(&mut self) -> Result<Reply<'_>, Box<dyn Error>> {
        self.buffer.drain(..self.taken);
        self.taken = 0;
        let length = loop {
            if let Some(length) = self.scanner.scan(&self.buffer)? {
                break length;
            }
            let mut piece = [0; 4096];
            match self.stream.read(&mut piece) {
                Ok(0) if self.buffer.is_empty() => {
                    return Err("the server closed the connection without a reply".into());
                }
                Ok(0) => return Err("the server closed the connection in the middle of a reply".into()),
                Ok(count) => self.buffer.extend_from_slice(&piece[..count]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // A read that runs out of time is called either, depending on the system.
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                    return Err(format!("no reply within {} seconds", PATIENCE.as_secs()).into());
                }
                Err(error) => return Err(error.into()),
            }
        };
        self.taken = length;
        Ok(Reply::parse(&self.buffer[..length])?.0)
    }
}

/// The own address as a name for EHLO, for a machine that has no other (RFC 5321 section 4.1.3).
fn address_literal(address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V4(ip) => format!("[{ip}]"),
        IpAddr::V6(ip) => format!("[IPv6:{ip}]"),
    }
}
