//! Replies that are written: what they look like, and what is refused.

extern crate std;

use std::string::{String, ToString};

use super::WriteError;
use crate::{EnhancedCode, Reply, ReplyCode, ReplyWriter, WireCode};

fn code(number: u16) -> WireCode {
    WireCode::from_u16(number).unwrap()
}

fn enhanced(text: &str) -> EnhancedCode {
    text.parse().unwrap()
}

fn written(writer: ReplyWriter<'_>) -> String {
    writer.finish().unwrap().to_string()
}

#[test]
fn every_line_carries_the_code_and_the_enhanced_code() {
    let writer = ReplyWriter::new(code(550)).enhanced(enhanced("5.7.26")).lines(&["Not", "", "authenticated"]);
    assert_eq!(written(writer), "550-5.7.26 Not\r\n550-5.7.26\r\n550 5.7.26 authenticated\r\n");
    assert_eq!(written(ReplyWriter::new(code(250)).lines(&["a", ""])), "250-a\r\n250 \r\n");
    assert_eq!(written(ReplyWriter::new(code(250)).lines(&[])), "250 \r\n");
    assert_eq!(written(ReplyWriter::new(ReplyCode::StartMailInput)), "354 \r\n");
}

#[test]
fn a_line_has_at_most_512_bytes() {
    for (number, status) in [(250, None), (250, Some("2.0.0")), (550, Some("5.7.26")), (550, Some("5.999.999"))] {
        let mut writer = ReplyWriter::new(code(number));
        let mut prefix = 4;
        if let Some(status) = status {
            writer = writer.enhanced(enhanced(status));
            prefix += status.len() + 1;
        }
        let fits = "x".repeat(512 - 2 - prefix);
        let line = writer.text(&fits).finish().unwrap();
        assert!(!line.is_multiline());
        assert_eq!(line.to_string().len(), 512);

        let longer = fits + "x";
        let lines = writer.text(&longer).finish().unwrap();
        assert!(lines.is_multiline());
        let lines = lines.to_string();
        assert_eq!(lines.lines().map(str::len).max(), Some(510));
        let (reply, rest) = Reply::parse(lines.as_bytes()).unwrap();
        assert_eq!((reply.lines().count(), rest), (2, &b""[..]));
        assert_eq!(reply.enhanced(), status.map(enhanced));
    }
}

#[test]
fn a_fold_never_makes_an_enhanced_code_of_a_word() {
    // The word lies on every place around the fold once.
    for before in 490..512 {
        let text = "x".repeat(before) + " 5.1.1 is what it said";
        let wire = written(ReplyWriter::new(code(550)).text(&text));
        let (reply, _) = Reply::parse(wire.as_bytes()).unwrap();
        assert_eq!(reply.enhanced(), None, "{before}");
        assert_eq!(reply.lines().collect::<std::vec::Vec<_>>().concat(), text.as_bytes(), "{before}");
    }
}

#[test]
fn a_reply_tells_what_it_carries() {
    let reply = ReplyWriter::new(code(550)).enhanced(enhanced("5.7.26")).text("No").finish().unwrap();
    assert_eq!((reply.code(), reply.enhanced()), (code(550), Some(enhanced("5.7.26"))));
    assert_eq!(ReplyWriter::new(code(550)).text("No").finish().unwrap().enhanced(), None);
}

#[test]
fn a_challenge_fills_its_line_and_no_more() {
    // RFC 4954 section 4: 12,288 bytes, with the code and the line's end.
    let most = "=".repeat(12_282);
    assert_eq!(written(ReplyWriter::new(code(334)).text(&most)).len(), 12_288);
    let error = ReplyWriter::new(code(334)).text(&(most + "=")).finish().unwrap_err();
    assert_eq!(error, WriteError::Challenge { limit: 12_282 });
}

#[test]
fn contradictions_are_refused() {
    let refused =
        |number, status| ReplyWriter::new(code(number)).enhanced(enhanced(status)).text("No").finish().unwrap_err();
    for (number, status) in [(450, "5.7.25"), (550, "4.7.23"), (250, "5.1.1"), (421, "2.0.0")] {
        let error = refused(number, status);
        assert_eq!(error, WriteError::ClassMismatch { code: code(number), enhanced: enhanced(status) });
    }
    for status in ["2.0.0", "4.7.0", "5.7.8"] {
        let error = refused(334, status);
        assert_eq!(error, WriteError::EnhancedOnIntermediate { code: code(334), enhanced: enhanced(status) });
    }
}

#[test]
fn what_would_break_the_line_is_refused_at_its_place() {
    let refused = |text: &str| ReplyWriter::new(code(250)).lines(&["ok", text]).finish().unwrap_err();
    let control = |at| WriteError::Control { line: 1, at };
    assert_eq!(refused("a\r\n250 ok"), control(1));
    assert_eq!(refused("a\nb"), control(1));
    assert_eq!(refused("\r"), control(0));
    assert_eq!(refused("ab\0"), control(2));
    assert_eq!(refused("\x1b[31m"), control(0));
    assert_eq!(refused("\x7f"), control(0));
    assert_eq!(refused("é"), WriteError::NotAscii { line: 1, at: 0 });
    assert_eq!(written(ReplyWriter::new(code(250)).text("a\tb")), "250 a\tb\r\n");

    let utf8 = |text| ReplyWriter::new(code(250)).utf8(true).text(text).finish();
    assert_eq!(utf8("é\u{9f}"), Err(WriteError::Control { line: 0, at: 2 }));
    assert_eq!(utf8("\u{a0}é 𝄞").unwrap().to_string(), "250 \u{a0}é 𝄞\r\n");
}

#[test]
fn a_text_that_begins_with_an_enhanced_code_is_refused_where_none_was_given() {
    let plain =
        |number, text| ReplyWriter::new(code(number)).lines(&["", text]).finish().map(|reply| reply.to_string());
    let error = WriteError::EnhancedInText { line: 1, enhanced: enhanced("5.1.1") };
    assert_eq!(plain(550, "5.1.1 Unknown"), Err(error));
    assert_eq!(plain(550, " 5.1.1"), Err(error));
    assert!(plain(550, "5.1.1: Unknown").is_ok());
    let on_challenge = WriteError::EnhancedOnIntermediate { code: code(334), enhanced: enhanced("5.7.8") };
    let challenge = |text| ReplyWriter::new(code(334)).text(text).finish();
    assert_eq!(challenge("5.7.8 Authentication failed").unwrap_err(), on_challenge);
    assert!(challenge("NS43Ljg=").is_ok());
    let twice = ReplyWriter::new(code(550)).enhanced(enhanced("5.1.1")).text("5.1.1 Unknown");
    assert_eq!(written(twice), "550 5.1.1 5.1.1 Unknown\r\n");
}

#[test]
fn a_challenge_is_one_line_however_long() {
    let limit = 12_288 - 6;
    let challenge = "A".repeat(limit);
    assert_eq!(written(ReplyWriter::new(code(334)).text(&challenge)).len(), 12_288);
    let longer = challenge + "A";
    let error = Err(WriteError::Challenge { limit });
    assert_eq!(ReplyWriter::new(code(334)).text(&longer).finish(), error);
    assert_eq!(ReplyWriter::new(code(334)).lines(&["a", "b"]).finish(), error);
}

#[test]
fn each_error_says_what_to_do() {
    for error in [
        WriteError::ClassMismatch { code: code(450), enhanced: enhanced("5.7.25") },
        WriteError::EnhancedOnIntermediate { code: code(334), enhanced: enhanced("5.7.8") },
        WriteError::EnhancedInText { line: 1, enhanced: enhanced("5.1.1") },
        WriteError::Control { line: 1, at: 7 },
        WriteError::NotAscii { line: 1, at: 7 },
        WriteError::Challenge { limit: 12_282 },
    ] {
        for text in [error.to_string(), error.summary().to_string()] {
            assert!(!text.ends_with('.') && text.starts_with(char::is_lowercase), "{text}");
        }
        assert!(error.to_string().contains([';', ',']), "{error}");
    }
}

#[test]
fn every_character_is_judged_wherever_it_stands() {
    for length in 1..20 {
        for at in 0..length {
            for letter in (0..=0x100).filter_map(char::from_u32) {
                let mut text = std::vec!['x'; length];
                text[at] = letter;
                let text: String = text.into_iter().collect();
                let control = letter.is_control() && letter != '\t';
                let expected = match letter {
                    _ if control => Some(WriteError::Control { line: 0, at }),
                    _ if !letter.is_ascii() => Some(WriteError::NotAscii { line: 0, at }),
                    _ => None,
                };
                let reply = ReplyWriter::new(code(250)).text(&text);
                assert_eq!(reply.finish().err(), expected, "{letter:?} at {at} of {length}");
                assert_eq!(reply.utf8(true).finish().is_ok(), !control);
            }
        }
    }
}
