//! Whole replies, parsed; and parsed and gone through line by line.
//!
//! The peers give out texts of their own where smtp-codes borrows, so each is measured both ways.

use std::hint::black_box;
use std::str;

use smtp_codes::{EnhancedCode, Reply, WireCode};
use smtp_codes_benches::Case;
use smtp_proto::EhloResponse;
use smtp_proto::response::parser::ResponseReceiver;

use crate::replies::{EHLO as EHLO_ANSWERS, LINES, REFUSALS};

pub(crate) const LINE: &str = "one line";
pub(crate) const LINE_READ: &str = "one line, and its text read";
pub(crate) const EHLO: &str = "ten-line answer to EHLO";
pub(crate) const EHLO_READ: &str = "ten-line answer to EHLO, and all lines read";
pub(crate) const REFUSAL: &str = "three-line refusal";
pub(crate) const REFUSAL_READ: &str = "three-line refusal, and all lines read";

pub(crate) fn add(cases: &mut Vec<Case>) {
    cases.push(parsed(LINE, &LINES));
    cases.push(read(LINE_READ, &LINES));
    // What lists of capabilities are read with, which is more work: the keywords are told apart as well.
    let capabilities = |input: &'static &str| EhloResponse::parse(&mut input.as_bytes().iter()).unwrap();
    let ehlo = parsed(EHLO, &EHLO_ANSWERS).peer(
        "smtp-proto, into capabilities",
        &EHLO_ANSWERS,
        capabilities,
        |input, parsed| {
            let host = input.split([' ', '-', '\r']).nth(1).unwrap_or_default();
            assert!(parsed.hostname.starts_with(host) && parsed.capabilities.count_ones() > 5, "{input}");
            whole(input)
        },
    );
    cases.push(ehlo);
    cases.push(read(EHLO_READ, &EHLO_ANSWERS));
    cases.push(parsed(REFUSAL, &REFUSALS));
    cases.push(read(REFUSAL_READ, &REFUSALS));
}

fn parsed(name: &'static str, inputs: &'static [&'static str]) -> Case {
    Case::new(name, 200)
        .peer("smtp-codes", inputs, ours, |_, reply| form_ours(&reply))
        .peer("smtp-proto", inputs, proto, |_, response| form_proto(&response))
        .peer("lettre", inputs, lettre, |_, response| form_lettre(&response))
        .peer("smtp-codec, end found only", inputs, codec, |_, (code, bytes)| {
            let lines = str::from_utf8(bytes).unwrap().lines();
            form(code, None, lines.map(|line| &line[4..]))
        })
}

fn read(name: &'static str, inputs: &'static [&'static str]) -> Case {
    Case::new(name, 200)
        .peer(
            "smtp-codes",
            inputs,
            |input| {
                let reply = ours(input);
                reply.lines().for_each(show);
                reply
            },
            |_, reply| form_ours(&reply),
        )
        .peer(
            "smtp-proto",
            inputs,
            |input| {
                let response = proto(input);
                response.message.lines().for_each(show);
                response
            },
            |_, response| form_proto(&response),
        )
        .peer(
            "lettre",
            inputs,
            |input| {
                let response = lettre(input);
                response.message().for_each(show);
                response
            },
            |_, response| form_lettre(&response),
        )
}

fn show<T: ?Sized>(line: &T) {
    black_box(line);
}

fn ours(input: &'static &str) -> Reply<'static> {
    Reply::parse(input.as_bytes()).unwrap().0
}

fn proto(input: &'static &str) -> smtp_proto::Response<String> {
    ResponseReceiver::default().parse(&mut input.as_bytes().iter()).unwrap()
}

fn lettre(input: &'static &str) -> lettre::transport::smtp::response::Response {
    input.parse().unwrap()
}

/// It has no type for replies in general, and gives out where one ends.
fn codec(input: &'static &str) -> (u16, &'static [u8]) {
    use smtp_codec::parse::response::{Reply_code, Reply_line};
    let (_, reply) = Reply_line(input.as_bytes()).unwrap();
    let (_, code) = Reply_code(reply).unwrap();
    (code, reply)
}

fn form_ours(reply: &Reply<'_>) -> String {
    let lines: Vec<_> = reply.lines().map(|line| str::from_utf8(line).unwrap()).collect();
    form(reply.code().as_u16(), reply.enhanced(), lines.into_iter())
}

fn form_proto(response: &smtp_proto::Response<String>) -> String {
    let [class, subject, detail] = response.esc;
    form(response.code, EnhancedCode::new(class, subject.into(), detail.into()), response.message.lines())
}

fn form_lettre(response: &lettre::transport::smtp::response::Response) -> String {
    form(response.code().into(), None, response.message())
}

/// Code and texts, in the form that all have in common: the enhanced code is a part of each line.
fn form<'a>(code: u16, enhanced: Option<EnhancedCode>, lines: impl Iterator<Item = &'a str>) -> String {
    assert!(WireCode::from_u16(code).is_some());
    let enhanced = enhanced.map_or_else(String::new, |enhanced| format!("{enhanced} "));
    lines.map(|line| format!("{code} {enhanced}{line}\n")).collect()
}

/// What a reply comes to, where the peer makes something else of it.
fn whole(input: &str) -> String {
    input.lines().map(|line| format!("{} {}\n", &line[..3], &line[4..])).collect()
}
