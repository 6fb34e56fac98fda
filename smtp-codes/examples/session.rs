//! Talks to a mail server: reads its replies from the stream, and decides by each what to do next.
//!
//!     cargo run --example session -- mail.example.com:25

use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use smtp_codes::{Action, Command, Reply, ReplyScanner};

fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).ok_or("expected the server as host:port, such as mail.example.com:25")?;
    let mut stream = TcpStream::connect(&address)?;
    // RFC 5321 section 4.5.3.2 has five minutes; by hand nobody waits so long.
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let (mut scanner, mut buffer) = (ReplyScanner::new(), Vec::new());

    let mut command = (Command::Connect, "");
    loop {
        stream.write_all(command.1.as_bytes())?;
        let length = next_reply(&mut stream, &mut scanner, &mut buffer)?;
        let (reply, _) = Reply::parse(&buffer[..length])?;
        let action = reply.action(command.0);
        println!("{}: {}\n  -> {action}", command.0, reply.text());
        if let Some(code) = reply.known().filter(|_| reply.is_negative()) {
            println!("  {}", code.remediation());
        }
        command = match (command.0, action) {
            (Command::Connect, Action::Proceed) => (Command::Ehlo, "EHLO localhost\r\n"),
            (Command::Ehlo, Action::FallBackToHelo) => (Command::Helo, "HELO localhost\r\n"),
            (Command::Quit, _) => return Ok(()),
            (_, action) if action.ends_connection() && reply.code() == 421 => return Ok(()),
            _ => (Command::Quit, "QUIT\r\n"),
        };
        buffer.drain(..length);
    }
}

/// The length of the reply that the buffer begins with, once it is whole. However small the pieces are that it arrives
/// in, no byte is looked at twice, and a reply without end runs into the scanner's limits.
fn next_reply(
    stream: &mut TcpStream,
    scanner: &mut ReplyScanner,
    buffer: &mut Vec<u8>,
) -> Result<usize, Box<dyn Error>> {
    loop {
        if let Some(length) = scanner.scan(buffer)? {
            return Ok(length);
        }
        let mut piece = [0; 4096];
        match stream.read(&mut piece)? {
            0 => return Err("the server closed the connection".into()),
            count => buffer.extend_from_slice(&piece[..count]),
        }
    }
}
