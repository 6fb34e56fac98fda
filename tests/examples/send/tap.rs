//! A relay between lettre and the server that hears every reply, byte by byte, before lettre does.
//!
//! lettre gives out a reply's code and some of its text, and of a reply that it cannot parse nothing. Its
//! blocking connection cannot be opened on a stream of our own either. So it connects to this relay instead,
//! which passes all bytes on unchanged.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use smtp_codes::{ReplyScanner, reply::ScanError};

/// Something that came from the server.
#[derive(Debug)]
pub(crate) enum Heard {
    /// The bytes of one reply.
    Reply(Vec<u8>),
    /// Bytes that are no reply.
    NoReply(ScanError),
    /// The end of the connection.
    Closed,
    /// Nothing, for as long as the client waits.
    Silence,
}

/// The relay of one connection.
#[derive(Debug)]
pub(crate) struct Tap {
    address: SocketAddr,
    heard: Receiver<Heard>,
}

impl Tap {
    /// A relay to this server, which waits for one client.
    pub(crate) fn to(server: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let upstream = TcpStream::connect(server)?;
        let (sender, heard) = mpsc::channel();
        thread::spawn(move || {
            // Either side going away ends the relay; the client learns of it as the end of what is heard.
            let _ = relay(&listener, upstream, &sender);
        });
        Ok(Self { address, heard })
    }

    /// Where lettre has to connect to.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// What comes next from the server.
    pub(crate) fn hear(&self, patience: Duration) -> Heard {
        self.heard.recv_timeout(patience).unwrap_or_else(|error| match error {
            RecvTimeoutError::Timeout => Heard::Silence,
            RecvTimeoutError::Disconnected => Heard::Closed,
        })
    }
}

fn relay(listener: &TcpListener, mut upstream: TcpStream, heard: &Sender<Heard>) -> io::Result<()> {
    let (mut client, _) = listener.accept()?;
    let (mut commands, mut server) = (client.try_clone()?, upstream.try_clone()?);
    thread::spawn(move || {
        let _ = io::copy(&mut commands, &mut server);
        let _ = server.shutdown(Shutdown::Write);
    });
    let passed = listen(&mut upstream, &mut client, heard);
    client.shutdown(Shutdown::Write)?;
    passed
}

/// Passes on what the server says, and reports each reply before lettre can have seen it.
fn listen(server: &mut TcpStream, client: &mut TcpStream, heard: &Sender<Heard>) -> io::Result<()> {
    let mut scanner = ReplyScanner::new();
    let mut buffer = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let count = server.read(&mut piece)?;
        let Some(piece) = piece.get(..count).filter(|piece| !piece.is_empty()) else { return Ok(()) };
        buffer.extend_from_slice(piece);
        loop {
            let one = match scanner.scan(&buffer) {
                Ok(None) => break,
                Ok(Some(length)) => Heard::Reply(buffer.drain(..length).collect()),
                Err(error) => {
                    // What follows is not to be trusted, and the client will close.
                    buffer.clear();
                    Heard::NoReply(error)
                }
            };
            // A client that has gone does not listen any more.
            let _ = heard.send(one);
        }
        client.write_all(piece)?;
    }
}
