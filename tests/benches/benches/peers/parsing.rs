//! Whole replies, parsed.
//!
//! lettre and smtp-proto give out texts of their own, so here all lines are gone through too.

use std::hint::black_box;
use std::str;

use smtp_codes::{EnhancedCode, Reply, WireCode};
use smtp_codes_benches::Case;
use smtp_proto::EhloResponse;
use smtp_proto::response::parser::ResponseReceiver;

use crate::replies::{EHLO as EHLO_ANSWERS, LINES, REFUSALS};

pub(crate) const LINE: &str = "parse one line";
pub(crate) const EHLO: &str = "parse a ten-line answer to EHLO";
pub(crate) const REFUSAL: &str = "parse a three-line refusal";

pub(crate) fn add(cases: &mut Vec<Case>) {
    cases.push(case(LINE, &LINES));
    // What lists of capabilities are read with, which is more work: the keywords are told apart as well.
    let capabilities = |input: &'static &str| EhloResponse::parse(&mut input.as_bytes().iter()).unwrap();
    let ehlo = case(EHLO, &EHLO_ANSWERS).peer(
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
    cases.push(case(REFUSAL, &REFUSALS));
}

fn case(name: &'static str, inputs: &'static [&'static str]) -> Case {
    Case::new(name, 200)
        .peer("smtp-codes, all lines read", inputs, all_lines, |_, reply| ours(&reply))
        .peer("smtp-codes, parsed only", inputs, only, |_, reply| ours(&reply))
        .peer("smtp-proto", inputs, proto, |_, response| {
            let esc = response.esc;
            let enhanced = EnhancedCode::new(esc[0], esc[1].into(), esc[2].into());
            form(
                response.code,
                enhanced,
                response.message.split('\n').map(|line| line.trim_end_matches('\r')),
            )
        })
        .peer("lettre", inputs, lettre, |_, response| form(response.code().into(), None, response.message()))
        .peer("smtp-codec, end found only", inputs, codec, |_, (code, bytes)| {
            let lines = str::from_utf8(bytes).unwrap().lines();
            form(code, None, lines.map(|line| &line[4..]))
        })
}

fn only(input: &'static &str) -> Reply<'static> {
    Reply::parse(input.as_bytes()).unwrap().0
}

fn all_lines(input: &'static &str) -> Reply<'static> {
    let reply = only(input);
    for line in reply.lines() {
        black_box(line);
    }
    reply
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

fn ours(reply: &Reply<'_>) -> String {
    let lines: Vec<_> = reply.lines().map(|line| str::from_utf8(line).unwrap()).collect();
    form(reply.code().as_u16(), reply.enhanced(), lines.into_iter())
}

/// Code and texts, in the form that all have in common: the enhanced code is a part of each line.
fn form<'a>(code: u16, enhanced: Option<EnhancedCode>, lines: impl Iterator<Item = &'a str>) -> String {
    assert!(WireCode::new(code).is_some());
    let enhanced = enhanced.map_or_else(String::new, |enhanced| format!("{enhanced} "));
    lines.map(|line| format!("{code} {enhanced}{line}\n")).collect()
}

/// What a reply comes to, where the peer makes something else of it.
fn whole(input: &str) -> String {
    input.lines().map(|line| format!("{} {}\n", &line[..3], &line[4..])).collect()
}
