//! Odd enhanced codes, and where they stand.

use super::*;

#[test]
fn class_4_enhanced_code_on_550() {
    let reply = reply(b"550 4.2.2 Mailbox full\r\n");
    assert_eq!(reply.class(), Class::PermanentNegative);
    assert_eq!(reply.enhanced(), enhanced("4.2.2"), "the code as it was sent is kept");
    assert_eq!(reply.effective_enhanced(), enhanced("5.0.0"));
    assert!(reply.lines().eq([&b"Mailbox full"[..]]));
    assert_eq!(find_enhanced(reply.as_bytes()), enhanced("4.2.2"));
}

#[test]
fn class_5_enhanced_code_on_450() {
    let reply = reply(b"450 5.1.1 Unknown user\r\n");
    assert_eq!(reply.class(), Class::TransientNegative);
    assert_eq!((reply.enhanced(), reply.effective_enhanced()), (enhanced("5.1.1"), enhanced("4.0.0")));
}

#[test]
fn class_5_enhanced_code_on_250() {
    let reply = reply(b"250 5.1.1 Fine\r\n");
    assert_eq!(reply.class(), Class::PositiveCompletion, "a success is never read as a refusal");
    assert_eq!((reply.enhanced(), reply.effective_enhanced()), (enhanced("5.1.1"), enhanced("2.0.0")));
}

#[test]
fn enhanced_code_differs_by_line() {
    let reply = reply(b"550-5.1.1 Unknown\r\n550-5.7.1 and refused\r\n550 5.1.1 Bye\r\n");
    assert_eq!(reply.enhanced(), enhanced("5.1.1"), "the first line's");
    assert!(reply.enhanced_codes().eq([enhanced("5.1.1"), enhanced("5.7.1"), enhanced("5.1.1")]));
    assert!(reply.lines().eq([&b"Unknown"[..], b"5.7.1 and refused", b"Bye"]), "none is lost: {reply:?}");
}

#[test]
fn enhanced_code_on_the_first_line_only() {
    let reply = reply(b"550-5.1.1 The account does not exist\r\n550-check for typos\r\n550 bye\r\n");
    assert_eq!(reply.enhanced(), enhanced("5.1.1"));
    assert!(reply.enhanced_codes().eq([enhanced("5.1.1"), None, None]));
    assert!(reply.lines().eq([&b"The account does not exist"[..], b"check for typos", b"bye"]));
}

#[test]
fn enhanced_code_on_the_last_line_only() {
    let reply = reply(b"554-Refused\r\n554 5.7.1 See our site\r\n");
    assert_eq!(reply.enhanced(), enhanced("5.7.1"));
    assert!(reply.lines().eq([&b"Refused"[..], b"See our site"]));
}

#[test]
fn enhanced_code_in_brackets_with_a_number_sign() {
    let bytes = b"553 sorry, no mailbox here by that name (#5.1.1)\r\n";
    is(bytes, 553, None, &[b"sorry, no mailbox here by that name (#5.1.1)"]);
    assert_eq!(find_enhanced(bytes), enhanced("5.1.1"));
}

#[test]
fn enhanced_code_with_a_number_sign() {
    let bytes = b"550 #5.1.1 Address rejected\r\n";
    is(bytes, 550, None, &[b"#5.1.1 Address rejected"]);
    assert_eq!(find_enhanced(bytes), enhanced("5.1.1"));
}

#[test]
fn enhanced_code_after_the_text() {
    let bytes = b"550 mx.example.com 5.1.1 No such user\r\n";
    is(bytes, 550, None, &[b"mx.example.com 5.1.1 No such user"]);
    assert_eq!(find_enhanced(bytes), enhanced("5.1.1"));
}

#[test]
fn detail_of_two_and_three_digits() {
    is(b"550 5.7.26 x\r\n", 550, Some("5.7.26"), &[b"x"]);
    is(b"550 5.7.606 x\r\n", 550, Some("5.7.606"), &[b"x"]);
    is(b"451 4.7.999 x\r\n", 451, Some("4.7.999"), &[b"x"]);
    is(b"550 5.123.456 x\r\n", 550, Some("5.123.456"), &[b"x"]);
    is(b"550 5.7.1000 x\r\n", 550, None, &[b"5.7.1000 x"]);
    assert_eq!(reply(b"550 5.7.606 x\r\n").enhanced().map(EnhancedCode::detail), Some(606), "and not 255");
}

#[test]
fn plus_1_in_an_enhanced_code() {
    is(b"550 5.+1.1 x\r\n", 550, None, &[b"5.+1.1 x"]);
    is(b"550 +5.1.1 x\r\n", 550, None, &[b"+5.1.1 x"]);
    is(b"550 5.1.-1 x\r\n", 550, None, &[b"5.1.-1 x"]);
    assert_eq!(find_enhanced(b"550 5.+1.1 x"), None);
}

#[test]
fn enhanced_code_on_354() {
    is(b"354 2.0.0 x\r\n", 354, None, &[b"2.0.0 x"]);
    is(b"334 4.7.0 x\r\n", 334, None, &[b"4.7.0 x"]);
    assert_eq!(reply(b"354 2.0.0 x\r\n").effective_enhanced(), None);
}

#[test]
fn enhanced_code_with_nothing_behind() {
    is(b"550 5.1.1\r\n", 550, Some("5.1.1"), &[b""]);
    is(b"550 5.1.1 \r\n", 550, Some("5.1.1"), &[b""]);
    is(b"550-5.1.1\n550 5.1.1\n", 550, Some("5.1.1"), &[b"", b""]);
}

#[test]
fn four_parts_are_an_address() {
    is(b"550 5.1.1.1 x\r\n", 550, None, &[b"5.1.1.1 x"]);
    assert_eq!(find_enhanced(b"550 5.1.1.1 x\r\n"), None);
}

#[test]
fn leading_zeros() {
    for text in ["05.1.1", "5.01.1", "5.1.01", "5.00.0"] {
        is(format!("550 {text} x\r\n").as_bytes(), 550, None, &[format!("{text} x").as_bytes()]);
        assert_eq!(find_enhanced(format!("550 {text} x").as_bytes()), None);
    }
}

#[test]
fn enhanced_class_outside_2_4_5() {
    for text in ["0.1.1", "1.1.1", "3.1.1", "6.1.1", "9.1.1"] {
        is(format!("550 {text} x\r\n").as_bytes(), 550, None, &[format!("{text} x").as_bytes()]);
    }
}

#[test]
fn punctuation_right_behind_the_enhanced_code() {
    for end in [":", ",", ".", ";", "-", ")", "[BL21]"] {
        let bytes = format!("550 5.7.1{end} x\r\n");
        is(bytes.as_bytes(), 550, None, &[format!("5.7.1{end} x").as_bytes()]);
    }
    assert_eq!(find_enhanced(b"550 5.7.1: x"), enhanced("5.7.1"));
    assert_eq!(find_enhanced(b"554 5.7.1[BL21] x"), enhanced("5.7.1"));
}

#[test]
fn blanks_before_the_enhanced_code() {
    is(b"550  5.1.1 x\r\n", 550, Some("5.1.1"), &[b"x"]);
    is(b"550- 5.1.1 x\r\n550  5.1.1 y\r\n", 550, Some("5.1.1"), &[b"x", b"y"]);
    is(b"550   5.1.1 x\r\n", 550, None, &[b"  5.1.1 x"]);
}
