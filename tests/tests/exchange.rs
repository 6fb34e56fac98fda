//! A real exchange over loopback: a server and a client that others wrote, and the library reading along.
//!
//! mailin is the server, which leaves no more than the socket to us, and lettre the client. A relay between them passes on every byte and keeps
//! those of the server. What the library reads in them is compared with what lettre says that it got.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Noop, Quit, Rcpt, Rset, Vrfy};
use lettre::transport::smtp::extension::{ClientId, Extension};
use lettre::transport::smtp::response::Response as Answer;
use mailin::{Action, Handler, Response, SessionBuilder, response};
use smtp_codes::{EnhancedCode, Reply, ReplyScanner};

/// The server's decisions: by the name of the mailbox.
#[derive(Clone)]
struct Mailboxes;

impl Handler for Mailboxes {
    fn rcpt(&mut self, to: &str) -> Response {
        let refused = |code, text: &str| Response::custom(code, text.to_owned());
        match to.split('@').next() {
            Some("unknown") => refused(550, "5.1.1 No such user here"),
            Some("full") => refused(452, "4.2.2 The mailbox is full"),
            Some("odd") => refused(571, "5.7.1 Our own rules"),
            Some("banned") => refused(550, "5.7.606 Access denied"),
            Some("contradiction") => refused(550, "4.2.2 The mailbox is full"),
            Some("bare") => refused(451, ""),
            Some("nobody") => response::NO_MAILBOX,
            _ => response::OK,
        }
    }

    fn helo(&mut self, _ip: IpAddr, _domain: &str) -> Response {
        response::OK
    }
}

/// A server for one connection. All bytes that it sends are of mailin's making.
fn server() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || -> io::Result<()> {
        let (mut stream, peer) = listener.accept()?;
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut session = SessionBuilder::new("mx.example.net").build(peer.ip(), Mailboxes);
        session.greeting().write_to(&mut stream)?;
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            let reply = session.process(&line);
            reply.write_to(&mut stream)?;
            if reply.action == Action::Close {
                break;
            }
            line.clear();
        }
        stream.shutdown(Shutdown::Write)
    });
    address
}

/// Passes on one connection, and gives the bytes that the server sent when it has ended.
fn relay(server: SocketAddr) -> (SocketAddr, JoinHandle<io::Result<Vec<u8>>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let thread = thread::spawn(move || {
        let (client, _) = listener.accept()?;
        let upstream = TcpStream::connect(server)?;
        let (mut commands, mut forward) = (client.try_clone()?, upstream.try_clone()?);
        let commands = thread::spawn(move || {
            // The client closes, and then nothing is left to be passed on.
            let passed = io::copy(&mut commands, &mut forward);
            forward.shutdown(Shutdown::Write).and(passed)
        });
        let (mut recorded, mut piece) = (Vec::new(), [0; 512]);
        let (mut from, mut to) = (&upstream, &client);
        loop {
            let count = from.read(&mut piece)?;
            if count == 0 {
                break;
            }
            recorded.extend_from_slice(&piece[..count]);
            to.write_all(&piece[..count])?;
        }
        client.shutdown(Shutdown::Both)?;
        // The client has gone by itself; whether its last bytes still found a reader does not matter.
        let _ = commands.join();
        Ok(recorded)
    });
    (address, thread)
}

/// What lettre says of an answer: the code, and the lines of those that it takes for a success. It has no code
/// for what it cannot parse.
type Seen = (Option<u16>, Option<Vec<String>>);

fn seen(answer: Result<Answer, lettre::transport::smtp::Error>) -> Seen {
    match answer {
        Ok(answer) => (Some(answer.code().into()), Some(answer.message().map(str::to_owned).collect())),
        Err(error) => (error.status().map(u16::from), None),
    }
}

/// A whole session, and what lettre saw of it after EHLO.
fn session(address: SocketAddr) -> Vec<Seen> {
    let name = ClientId::Domain("client.example.org".to_owned());
    let patience = Some(Duration::from_secs(20));
    let mut client = SmtpConnection::connect(address, patience, &name, None, None).unwrap();
    assert!(client.server_info().supports_feature(Extension::EightBitMime));
    let to = |mailbox: &str| Rcpt::new(format!("{mailbox}@example.com").parse().unwrap(), vec![]);
    let from = || Mail::new(Some("anna@example.org".parse().unwrap()), vec![]);

    let mut all = vec![seen(client.command(Noop)), seen(client.command(Vrfy::new("joe".to_owned())))];
    all.push(seen(client.command("XYZZY\r\n")));
    // Out of step.
    all.push(seen(client.command(Data)));
    all.push(seen(client.command(from())));
    for mailbox in ["unknown", "full", "odd", "banned", "contradiction", "bare", "nobody", "joe", "ben"] {
        all.push(seen(client.command(to(mailbox))));
    }
    all.push(seen(client.command(Data)));
    all.push(seen(client.message(b"Subject: A message\r\n\r\n.. with a dot\r\n")));
    all.push(seen(client.command(from())));
    all.push(seen(client.command(Rset)));
    all.push(seen(client.command(Quit)));
    all
}

/// The replies of a stream, read from pieces of this size.
fn in_pieces(stream: &[u8], piece: usize) -> Vec<Reply<'_>> {
    let mut scanner = ReplyScanner::new();
    let (mut start, mut replies) = (0, Vec::new());
    for end in (0..stream.len()).step_by(piece).chain([stream.len()]) {
        while let Some((reply, _)) = scanner.reply(&stream[start..end]).unwrap() {
            start += reply.as_bytes().len();
            replies.push(reply);
        }
    }
    assert_eq!(start, stream.len(), "no byte is left over");
    replies
}

#[test]
fn the_library_reads_what_a_real_server_says_to_a_real_client() {
    let (address, recording) = relay(server());
    let seen = session(address);
    let stream = recording.join().unwrap().unwrap();

    let mut replies = Vec::new();
    let mut rest = &stream[..];
    while !rest.is_empty() {
        let (reply, behind) = Reply::parse(rest).unwrap();
        replies.push(reply);
        rest = behind;
    }
    let codes: Vec<u16> = replies.iter().map(|reply| reply.code().as_u16()).collect();
    assert_eq!(codes[..2], [220, 250], "the greeting, and the answer to EHLO");
    assert!(replies[1].is_multiline() && replies[1].lines().any(|line| line == b"8BITMIME"));

    // One reply for each that lettre saw, with the same code and the same lines.
    assert_eq!(replies.len(), 2 + seen.len());
    for (reply, (code, lines)) in replies[2..].iter().zip(&seen) {
        match code {
            Some(code) => assert_eq!(reply.code(), *code),
            // lettre parses no second digit above 5.
            None => assert_eq!(reply.code(), 571),
        }
        if let Some(lines) = lines {
            assert!(reply.lines().eq(lines.iter().map(String::as_bytes)), "{reply:?} and {lines:?}");
        }
    }
    assert_eq!(seen.iter().filter(|(code, _)| code.is_none()).count(), 1);
    assert_eq!(
        codes[2..],
        [250, 252, 500, 503, 250, 550, 452, 571, 550, 550, 451, 550, 250, 250, 354, 250, 250, 250, 221]
    );
    let enhanced = |text: &str| Some(text.parse::<EnhancedCode>().unwrap());
    let status: Vec<_> = replies[7..14].iter().map(Reply::enhanced).collect();
    assert_eq!(
        status,
        [enhanced("5.1.1"), enhanced("4.2.2"), enhanced("5.7.1"), enhanced("5.7.606"), enhanced("4.2.2"), None, None]
    );
    assert_eq!(replies[11].effective_enhanced(), enhanced("5.0.0"), "the class of 550 wins");

    for piece in 1..=stream.len() {
        assert_eq!(in_pieces(&stream, piece), replies, "in pieces of {piece}");
    }
}
