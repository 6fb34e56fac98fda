//! A mail server on loopback: `mailin` speaks SMTP, and this file gives it a socket and a conduct.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use mailin::{Action, AuthMechanism, Handler, Response, Session, SessionBuilder, response};
use smtp_codes::Command;

/// How a server behaves other than accepting everything.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conduct {
    pub(crate) refusals: &'static [Refusal],
    /// How many recipients it takes in one transaction.
    pub(crate) recipients: usize,
    /// Whether it hangs up with 421 after the first message, as it would after a pause.
    pub(crate) idle: bool,
    pub(crate) offers_starttls: bool,
    pub(crate) offers_auth: bool,
}

/// The answer to one command, where it is not the usual one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refusal {
    pub(crate) to: Command,
    /// The recipient that it is about; empty for all, and for other commands.
    pub(crate) mailbox: &'static str,
    /// Code and text; nothing for a server that hangs up without a word. The lines of a longer reply are parted
    /// by CRLF, each with its code.
    pub(crate) reply: &'static str,
}

/// A server that accepts everything.
pub(crate) const OBLIGING: Conduct =
    Conduct { refusals: &[], recipients: 100, idle: false, offers_starttls: false, offers_auth: false };

/// A message that a server took the responsibility for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Stored {
    pub(crate) recipients: Vec<String>,
    pub(crate) text: Vec<u8>,
}

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    stored: Arc<Mutex<Vec<Stored>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(conduct: Conduct) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let (stored, stop) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let (store, stopped) = (Arc::clone(&stored), Arc::clone(&stop));
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::SeqCst) {
                    break;
                }
                let store = Arc::clone(&store);
                // A client that goes away in the middle is no concern of the others.
                thread::spawn(move || stream.and_then(|stream| serve(&stream, conduct, &store)));
            }
        });
        Ok(Self { address, stored, stop, thread: Some(thread) })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The messages that were delivered here, in the order of their arrival.
    pub(crate) fn stored(&self) -> Vec<Stored> {
        self.stored.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // The listener waits for one more client.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// One connection, from greeting to close.
fn serve(stream: &TcpStream, conduct: Conduct, stored: &Arc<Mutex<Vec<Stored>>>) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream);
    let mut session = session(conduct, stored);
    let greeting = answer(conduct, Command::Connect, "").unwrap_or_else(|| session.greeting());
    write(stream, &greeting)?;
    if greeting.action == Action::Close {
        return hang_up(stream);
    }
    let (mut line, mut served) = (Vec::new(), 0);
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        // TLS belongs to the socket, so mailin leaves it to us; a server without a certificate refuses it.
        let refused =
            line.eq_ignore_ascii_case(b"STARTTLS\r\n").then(|| answer(conduct, Command::StartTls, ""));
        let reply = refused.flatten().unwrap_or_else(|| session.process(&line));
        write(stream, &reply)?;
        if line == b".\r\n" && reply.action == Action::Reply {
            if reply.is_error {
                // mailin would go on reading the message that it has refused.
                session = self::session(conduct, stored);
                session.process(b"EHLO client.example.com\r\n");
            } else {
                served += 1;
            }
        }
        if conduct.idle && served == 1 {
            write(stream, &Response::custom(421, "4.4.2 Idle for too long, closing".to_owned()))?;
            return hang_up(stream);
        }
        match reply.action {
            Action::Close => return hang_up(stream),
            // Nothing here can do the handshake.
            Action::UpgradeTls => return Ok(()),
            Action::Reply | Action::NoReply => {}
        }
    }
}

/// Closes so that what was said last arrives: bytes left unread would reset the connection.
fn hang_up(stream: &TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    io::copy(&mut Read::take(stream, 65_536), &mut io::sink()).map(drop)
}

fn session(conduct: Conduct, stored: &Arc<Mutex<Vec<Stored>>>) -> Session<Postmaster> {
    let mut builder = SessionBuilder::new("mx.example.net");
    if conduct.offers_starttls {
        builder.enable_start_tls();
    }
    if conduct.offers_auth {
        builder.enable_auth(AuthMechanism::Plain).insecure_enable_plaintext_auth();
    }
    let postmaster =
        Postmaster { conduct, stored: Arc::clone(stored), recipients: Vec::new(), text: Vec::new() };
    builder.build(IpAddr::V4(Ipv4Addr::LOCALHOST), postmaster)
}

/// Hanging up without a word: mailin has no such answer, so a 421 without a text stands for it.
const HANGING_UP: Response = Response::custom(421, String::new());

/// mailin writes the lines of a longer text as replies of their own; here they are one reply.
fn write(mut stream: &TcpStream, reply: &Response) -> io::Result<()> {
    if *reply == HANGING_UP {
        return Ok(());
    }
    let mut bytes = reply.buffer()?;
    let starts: Vec<usize> =
        bytes.windows(2).enumerate().filter(|(_, pair)| pair == b"\r\n").map(|(at, _)| at + 2).collect();
    let mut start = 0;
    for end in starts {
        if end < bytes.len()
            && let Some(separator) = bytes.get_mut(start + 3)
        {
            *separator = b'-';
        }
        start = end;
    }
    stream.write_all(&bytes)
}

/// The answer that the conduct has for this command and this recipient, if any.
fn answer(conduct: Conduct, to: Command, mailbox: &str) -> Option<Response> {
    let local = mailbox.split('@').next().unwrap_or_default();
    let refusal = conduct
        .refusals
        .iter()
        .find(|refusal| refusal.to == to && (refusal.mailbox.is_empty() || refusal.mailbox == local))?;
    if refusal.reply.is_empty() {
        return Some(HANGING_UP);
    }
    let (code, text) = refusal.reply.split_at_checked(3)?;
    Some(Response::custom(code.parse().ok()?, text.get(1..)?.to_owned()))
}

/// What decides for mailin.
#[derive(Debug)]
struct Postmaster {
    conduct: Conduct,
    stored: Arc<Mutex<Vec<Stored>>>,
    recipients: Vec<String>,
    text: Vec<u8>,
}

impl Postmaster {
    fn answer(&self, to: Command, mailbox: &str) -> Response {
        answer(self.conduct, to, mailbox).unwrap_or(response::OK)
    }
}

impl Handler for Postmaster {
    fn helo(&mut self, _ip: IpAddr, _domain: &str) -> Response {
        self.answer(Command::Ehlo, "")
    }

    fn mail(&mut self, _ip: IpAddr, _domain: &str, _from: &str) -> Response {
        self.recipients.clear();
        self.text.clear();
        self.answer(Command::Mail, "")
    }

    fn rcpt(&mut self, to: &str) -> Response {
        let mut reply = self.answer(Command::Rcpt, to);
        if self.recipients.len() >= self.conduct.recipients {
            reply = Response::custom(452, "4.5.3 Too many recipients".to_owned());
        }
        if !reply.is_error {
            self.recipients.push(to.to_owned());
        }
        reply
    }

    fn data_start(&mut self, _domain: &str, _from: &str, _is8bit: bool, _to: &[String]) -> Response {
        self.answer(Command::Data, "")
    }

    fn data(&mut self, line: &[u8]) -> io::Result<()> {
        self.text.extend_from_slice(line);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let reply = self.answer(Command::EndOfData, "");
        if !reply.is_error {
            let message = Stored {
                recipients: std::mem::take(&mut self.recipients),
                text: std::mem::take(&mut self.text),
            };
            self.stored.lock().unwrap_or_else(PoisonError::into_inner).push(message);
        }
        reply
    }

    fn auth_plain(&mut self, _authorization: &str, _user: &str, _password: &str) -> Response {
        answer(self.conduct, Command::Auth, "").unwrap_or(response::AUTH_OK)
    }
}
