//! A long reply that arrives in pieces of 64 bytes.
//!
//! Each peer is used as its own client uses it, or as its interface asks for: ours with a scanner; lettre's
//! connection parses all that it has again after each line, and so has to do who uses smtp-codec, which cannot
//! go on where it stopped. smtp-proto can, but takes no more than 4,096 bytes of text.

use smtp_codes::{ReplyScanner, reply::ReplyLimits};
use smtp_codes_benches::Case;
use smtp_proto::response::parser::ResponseReceiver;

use crate::replies::long;

pub(crate) const THOUSAND: &str = "1,000 lines in pieces of 64 bytes";
pub(crate) const TWO_THOUSAND: &str = "2,000 lines in pieces of 64 bytes";

const PIECE: usize = 64;

pub(crate) fn add(cases: &mut Vec<Case>) {
    cases.push(case(THOUSAND, 1000));
    cases.push(case(TWO_THOUSAND, 2000));
}

fn case(name: &'static str, lines: usize) -> Case {
    let inputs: &'static [&'static str] = Vec::leak(vec![&*long(lines).leak()]);
    Case::new(name, 1)
        .peer(
            "smtp-codes",
            inputs,
            |input| scanner(input),
            |_, found| {
                proto_gives_up();
                form(found)
            },
        )
        .peer("lettre", inputs, |input| lettre(input), |_, found| form(found))
        .peer("smtp-codec", inputs, |input| codec(input), |_, found| form(found))
}

/// The code, and how many lines.
type Found = (u16, usize);

fn form((code, lines): Found) -> String {
    format!("{code} {lines}")
}

fn scanner(input: &'static str) -> Found {
    let mut scanner = ReplyScanner::with_limits(ReplyLimits::new());
    let mut buffer = Vec::new();
    for piece in input.as_bytes().chunks(PIECE) {
        buffer.extend_from_slice(piece);
        if let Some((reply, _)) = scanner.reply(&buffer).unwrap() {
            return (reply.code().as_u16(), reply.lines().count());
        }
    }
    unreachable!("the input is a whole reply")
}

/// Calls with all that has arrived, up to the end of a line, as soon as there is one line more.
fn line_by_line<R>(input: &str, mut parse: impl FnMut(&str) -> Option<R>) -> R {
    let (mut buffer, mut parsed) = (String::new(), 0);
    for piece in input.as_bytes().chunks(PIECE) {
        buffer.push_str(str::from_utf8(piece).unwrap());
        while let Some(length) = buffer[parsed..].find('\n') {
            parsed += length + 1;
            if let Some(found) = parse(&buffer[..parsed]) {
                return found;
            }
        }
    }
    unreachable!("the input is a whole reply")
}

fn lettre(input: &'static str) -> Found {
    use lettre::transport::smtp::response::Response;
    line_by_line(input, |buffer| {
        let response: Response = buffer.parse().ok()?;
        Some((response.code().into(), response.message().count()))
    })
}

fn codec(input: &'static str) -> Found {
    use smtp_codec::parse::response::{Reply_code, Reply_line};
    line_by_line(input, |buffer| {
        let (_, reply) = Reply_line(buffer.as_bytes()).ok()?;
        let (_, code) = Reply_code(reply).ok()?;
        Some((code, reply.split(|&byte| byte == b'\n').count() - 1))
    })
}

/// Why smtp-proto is missing above. When this stops the benchmark, put it in.
fn proto_gives_up() {
    let input = long(1000);
    let answer = ResponseReceiver::default().parse(&mut input.as_bytes().iter());
    assert_eq!(answer.err(), Some(smtp_proto::Error::ResponseTooLong), "smtp-proto reads long replies now");
}
