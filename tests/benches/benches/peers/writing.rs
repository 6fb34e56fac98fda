//! Replies, written.
//!
//! Only smtp-codes checks what it writes: the class of the enhanced code, control characters, the length of a line.

use std::fmt::Write as _;
use std::io::Write as _;

use smtp_codes::{EnhancedCode, OutgoingReply, ReplyWriter, WireCode};
use smtp_codes_benches::Case;
use smtp_types::{Response, TextString};

pub(crate) const LINE: &str = "write one line";
pub(crate) const LINES: &str = "write three lines";

type Line = (u16, (u8, u8, u8), &'static str, &'static str);

/// Code, enhanced code, text, and the text with the enhanced code in it, where a peer has no place for one.
static ONE: [Line; 6] = [
    (250, (2, 1, 5), "Recipient ok", "2.1.5 Recipient ok"),
    (550, (5, 1, 1), "No such mailbox here", "5.1.1 No such mailbox here"),
    (250, (2, 0, 0), "Ok: queued as 4Xk7vT2Qz1z9rXk", "2.0.0 Ok: queued as 4Xk7vT2Qz1z9rXk"),
    (452, (4, 5, 3), "Too many recipients", "4.5.3 Too many recipients"),
    (221, (2, 0, 0), "Bye", "2.0.0 Bye"),
    (554, (5, 7, 1), "Refused by the rules of this site", "5.7.1 Refused by the rules of this site"),
];

static THREE: [(u16, [&str; 3]); 2] = [
    (250, ["mail.example.com", "SIZE 35882577", "HELP"]),
    (214, ["These commands are there:", "EHLO MAIL RCPT DATA QUIT", "More at https://example.com/help"]),
];

pub(crate) fn add(cases: &mut Vec<Case>) {
    let text = |_: &_, bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    cases.push(
        Case::new(LINE, 500)
            .peer("smtp-codes", &ONE, ours, text)
            .peer("smtp-codes: write!", &ONE, displayed, |_, text| text)
            .peer("smtp-proto", &ONE, proto, text)
            .peer("smtp-types", &ONE, types, text)
            .peer("by hand: write!", &ONE, by_hand, text),
    );
    let text = |_: &_, bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    cases.push(
        Case::new(LINES, 500)
            .peer("smtp-codes", &THREE, ours_three, |_, text| text)
            .peer("smtp-types", &THREE, types_three, text)
            .peer("by hand: write!", &THREE, by_hand_three, text),
    );
}

fn reply(&(code, (class, subject, detail), text, _): &'static Line) -> OutgoingReply<'static> {
    let enhanced = EnhancedCode::new(class, subject.into(), detail.into()).unwrap();
    ReplyWriter::from_wire(WireCode::from_u16(code).unwrap()).enhanced(enhanced).text(text).finish().unwrap()
}

fn ours(line: &'static Line) -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    reply(line).append_to(&mut out);
    out
}

fn displayed(line: &'static Line) -> String {
    let mut out = String::with_capacity(128);
    write!(out, "{}", reply(line)).unwrap();
    out
}

fn proto(&(code, (class, subject, detail), text, _): &'static Line) -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    smtp_proto::Response::new(code, class, subject, detail, text).write(&mut out).unwrap();
    out
}

fn types(&(code, _, _, text): &'static Line) -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    let lines = vec![TextString::new(text).unwrap()];
    Response::Other { code: code.into(), lines }.serialize(&mut out).unwrap();
    out
}

fn by_hand(&(code, (class, subject, detail), text, _): &'static Line) -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    write!(out, "{code} {class}.{subject}.{detail} {text}\r\n").unwrap();
    out
}

fn ours_three((code, lines): &'static (u16, [&'static str; 3])) -> String {
    let reply = ReplyWriter::from_wire(WireCode::from_u16(*code).unwrap()).lines(lines).finish();
    let mut out = String::with_capacity(128);
    write!(out, "{}", reply.unwrap()).unwrap();
    out
}

fn types_three((code, lines): &'static (u16, [&'static str; 3])) -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    let lines = lines.iter().map(|line| TextString::new(line).unwrap()).collect();
    Response::Other { code: (*code).into(), lines }.serialize(&mut out).unwrap();
    out
}

fn by_hand_three((code, lines): &'static (u16, [&'static str; 3])) -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    let [first, second, third] = lines;
    write!(out, "{code}-{first}\r\n{code}-{second}\r\n{code} {third}\r\n").unwrap();
    out
}
