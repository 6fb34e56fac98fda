//! The types: conversions, order, size, errors, serde.

use std::collections::HashMap;

use smtp_codes::{
    Action, Category, Class, Command, Confidence, EnhancedCode, EnhancedStatus, Locale, ParseCodeError, Provider,
    Reason, Reply, ReplyCode, ReplyCodes, Scope, WireCode, code,
};

const NUMBERS: [u16; 3] = [ReplyCode::HelpMessage.as_u16(), code!(250).as_u16(), code!(571).as_u16()];
const NAME: &str = code!(214).name();
const KNOWN: Option<ReplyCode> = WireCode::from_u16(454).unwrap().known();

#[test]
fn look_ups_work_in_constants() {
    assert_eq!(NUMBERS, [214, 250, 571]);
    assert_eq!(NAME, "Help message");
    assert_eq!(KNOWN, Some(ReplyCode::TemporaryAuthenticationFailure));
}

#[test]
fn every_number_there_is_converts_or_says_why_not() {
    let mut known = 0;
    for number in 0..=u16::MAX {
        let code = ReplyCode::from_u16(number);
        assert_eq!(ReplyCode::try_from(number).ok(), code);
        assert_eq!(WireCode::from_u16(number).is_some(), (200..=599).contains(&number));
        if let Some(code) = code {
            known += 1;
            assert_eq!(code, number);
            assert_eq!(number, code);
            assert_eq!(u16::from(code), number);
            assert_eq!(WireCode::from(code).known(), Some(code));
            assert_eq!(code.to_string(), format!("{number} {}", code.name()));
            assert_eq!(code.as_str(), number.to_string());
        } else {
            let error = ReplyCode::try_from(number).unwrap_err();
            assert_eq!(error.number(), number);
            assert_eq!(error.class(), Class::from_u16(number));
            assert!(error.to_string().starts_with(&number.to_string()));
        }
    }
    assert_eq!(known, ReplyCode::ALL.len());
}

#[test]
fn class_and_category_follow_the_digits() {
    for number in 200..=599 {
        let code = WireCode::from_u16(number).unwrap();
        assert_eq!(u16::from(code.class().digit()), number / 100);
        assert_eq!(Some(code.class()), Class::from_digit(code.class().digit()));
        let category = match number / 10 % 10 {
            0 => Category::Syntax,
            1 => Category::Information,
            2 => Category::Connections,
            5 => Category::MailSystem,
            _ => Category::Unspecified,
        };
        assert_eq!(code.category(), category);
        if let Some(known) = code.known() {
            assert_eq!((known.class(), known.category()), (code.class(), category));
        }
    }
}

#[test]
fn the_class_of_a_number_is_its_first_digit() {
    for number in 0..=u16::MAX {
        let digit = u8::try_from(number / 100).ok().filter(|_| (200..=599).contains(&number));
        assert_eq!(Class::from_u16(number), digit.and_then(Class::from_digit), "{number}");
    }
    for digit in 2..=5 {
        let class = Class::from_digit(digit).unwrap();
        assert_eq!(u8::from(class), digit);
        for other in 0..=u8::MAX {
            assert_eq!(other == class, other == digit);
            assert_eq!(class == other, other == digit);
        }
    }
}

#[test]
fn codes_compare_across_types_by_their_numbers() {
    for number in 200..=599 {
        let wire = WireCode::from_u16(number).unwrap();
        assert_eq!(u16::from(wire), number);
        for other in 200..=599 {
            assert_eq!(other == wire, other == number);
            assert_eq!(wire == other, other == number);
        }
        for code in ReplyCode::ALL {
            assert_eq!(wire == *code, number == code.as_u16());
            assert_eq!(*code == wire, number == code.as_u16());
        }
    }
}

#[test]
fn exactly_three_digits_are_a_code() {
    for number in 0..1000_u16 {
        let text = format!("{number:03}");
        assert_eq!(text.parse::<WireCode>().ok(), WireCode::from_u16(number));
        assert_eq!(text.parse::<ReplyCode>().ok(), ReplyCode::from_u16(number));
    }
    for (text, at) in [
        ("", 0),
        ("+50", 0),
        ("25", 2),
        ("2501", 3),
        (" 250", 0),
        ("250 ", 3),
        ("25O", 2),
        ("2\u{665}0", 1),
        ("-25", 0),
    ] {
        assert_eq!(text.parse::<ReplyCode>(), Err(ParseCodeError::NotThreeDigits { at }), "{text:?}");
        assert!(text.parse::<WireCode>().unwrap_err().to_string().contains(&format!("byte {at}")));
    }
}

#[test]
fn order_is_numeric_and_sizes_are_two_bytes() {
    assert!(ReplyCode::ALL.is_sorted());
    assert!(ReplyCode::ALL.windows(2).all(|pair| pair[0].as_u16() < pair[1].as_u16()));
    assert_eq!(size_of::<ReplyCode>(), 2);
    assert_eq!(size_of::<Option<ReplyCode>>(), 2);
    assert_eq!(size_of::<WireCode>(), 2);
    assert_eq!(size_of::<Option<WireCode>>(), 2);
    let by_code: HashMap<_, _> = ReplyCode::ALL.iter().map(|code| (*code, code.name())).collect();
    assert_eq!(by_code.len(), ReplyCode::ALL.len());
}

#[test]
fn display_keeps_to_a_width() {
    assert_eq!(format!("[{:>8}]", code!(250)), "[  250 OK]");
    assert_eq!(format!("[{:<8}]", code!(250)), "[250 OK  ]");
    assert_eq!(format!("[{:*^8}]", code!(250)), "[*250 OK*]");
    assert_eq!(format!("{:>5}", WireCode::from_u16(471).unwrap()), "  471");
}

#[test]
fn enhanced_codes_round_trip_and_other_texts_do_not() {
    for class in 0..=9_u8 {
        for (subject, detail) in [(0, 0), (1, 10), (7, 606), (999, 999), (1000, 0), (0, 1000)] {
            let code = EnhancedCode::new(class, subject, detail);
            assert_eq!(code.is_some(), matches!(class, 2 | 4 | 5) && subject < 1000 && detail < 1000);
            let text = format!("{class}.{subject}.{detail}");
            assert_eq!(text.parse().ok(), code, "{text}");
            assert!(code.is_none_or(|code| code.to_string() == text && code.class() == class));
        }
    }
    for (text, at) in [
        ("", 0),
        ("3.0.0", 0),
        ("5", 1),
        ("5.", 2),
        ("5.1", 3),
        ("5.1.", 4),
        ("5.1.1 ", 5),
        ("5.1.1.1", 5),
        ("5.+1.1", 2),
        ("5.01.1", 3),
        ("5.1.0001", 5),
        ("5.1.1234", 7),
        ("5,1,1", 1),
    ] {
        assert_eq!(text.parse::<EnhancedCode>().unwrap_err().at(), at, "{text:?}");
    }
}

#[test]
fn serde_writes_the_plain_number_and_refuses_others() {
    assert_eq!(serde_json::to_string(&code!(250)).unwrap(), "250");
    assert_eq!(serde_json::from_str::<ReplyCode>("250").unwrap(), code!(250));
    assert_eq!(serde_json::from_str::<WireCode>("598").unwrap(), 598);
    assert_eq!(serde_json::to_string(&WireCode::from_u16(598)).unwrap(), "598");
    for (json, says) in [
        ("215", "215 is not in the catalogue"),
        ("700", "700 is not an SMTP reply code"),
        ("70000", "an SMTP reply code as a number, such as 250"),
        ("-1", "an SMTP reply code as a number, such as 250"),
        ("2.5", "an SMTP reply code as a number, such as 250"),
        ("\"250\"", "an SMTP reply code as a number, such as 250"),
    ] {
        let error = serde_json::from_str::<ReplyCode>(json).unwrap_err().to_string();
        assert!(error.contains(says), "{json}: {error}");
    }
}

#[test]
fn serde_writes_words_and_refuses_others() {
    fn both<T>(value: &T, json: &str)
    where
        T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
    {
        assert_eq!(serde_json::to_string(value).unwrap(), json);
        assert_eq!(&serde_json::from_str::<T>(json).unwrap(), value);
    }
    both(&EnhancedCode::new(5, 7, 606).unwrap(), "\"5.7.606\"");
    both(&EnhancedStatus::MailboxFull, "\"X.2.2\"");
    both(&Command::EndOfData, "\"END-OF-DATA\"");
    both(&Reason::MailboxFull, "\"mailbox-full\"");
    both(&Scope::RecipientDomain, "\"recipient-domain\"");
    both(&Provider::AmazonSes, "\"amazon-ses\"");
    both(&Action::FallBackToHelo, "\"fall-back-to-helo\"");
    both(&Confidence::High, "\"high\"");
    both(&ReplyCodes::from(code!(550)), "\"550\"");
    both(&ReplyCodes::new(code!(550).into(), EnhancedCode::new(5, 7, 606)), "\"550 5.7.606\"");
    for (json, message) in [
        ("\"5.1\"", "not an enhanced status code"),
        ("5.1", "expected an enhanced status code as a text, such as \"5.1.1\""),
    ] {
        let error = serde_json::from_str::<EnhancedCode>(json).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
    let error = serde_json::from_str::<Reason>("\"full\"").unwrap_err().to_string();
    assert!(error.contains("expected a reason, such as mailbox-full"), "{error}");
}

#[test]
fn words_are_read_in_capitals_or_not_and_others_refused() {
    assert_eq!("MAILBOX-full".parse(), Ok(Reason::MailboxFull));
    assert_eq!("Recipient".parse(), Ok(Scope::Recipient));
    for text in ["", "nothing", "high ", "defer"] {
        assert!(text.parse::<Action>().is_err() && text.parse::<Confidence>().is_err());
        assert!(text.parse::<Reason>().is_err() && text.parse::<Scope>().is_err());
    }
}

#[test]
fn a_status_is_read_as_it_is_written() {
    for code in [200, 421, 550, 599].map(|number| WireCode::from_u16(number).unwrap()) {
        for enhanced in [None, EnhancedCode::new(2, 0, 0), EnhancedCode::new(5, 999, 999)] {
            let status = ReplyCodes::new(code, enhanced);
            assert_eq!(status.to_string().parse(), Ok(status));
            assert_eq!(format!("{status:>16}").trim_start(), status.to_string());
            assert_eq!(format!("{status:-<16}").len(), 16);
        }
    }
    for (text, at) in [("", 0), ("5", 1), ("x50", 0), ("5x0 5.1.1", 1), ("650 5.1.1", 0), ("550-5.1.1", 3), ("550 ", 4)]
    {
        assert_eq!(text.parse::<ReplyCodes>().unwrap_err().at(), at, "{text}");
    }
}

#[test]
fn a_number_outside_is_told_from_what_is_none() {
    for (text, error) in [
        ("650", ParseCodeError::Unknown(WireCode::try_from(650).unwrap_err())),
        ("199", ParseCodeError::Unknown(WireCode::try_from(199).unwrap_err())),
        ("2500", ParseCodeError::NotThreeDigits { at: 3 }),
        ("25", ParseCodeError::NotThreeDigits { at: 2 }),
        ("x50", ParseCodeError::NotThreeDigits { at: 0 }),
    ] {
        assert_eq!(text.parse::<WireCode>(), Err(error), "{text}");
    }
}

#[test]
fn what_a_programmer_sees_names_the_type_and_holds_the_value() {
    let (reply, _) = Reply::parse(b"550-5.1.1 a\xff\r\n550 5.1.1 b\r\n").unwrap();
    assert_eq!(format!("{:?}", reply.code()), "WireCode(550)");
    assert_eq!(format!("{:?}", reply.enhanced()), "Some(EnhancedCode(5.1.1))");
    assert_eq!(format!("{:?}", reply.codes()), "ReplyCodes(550 5.1.1)");
    assert_eq!(
        format!("{reply:?}"),
        r#"Reply { code: WireCode(550), enhanced: Some(EnhancedCode(5.1.1)), lines: ["a\xff", "b"] }"#
    );
    for command in Command::ALL {
        assert_eq!(command.to_string(), command.as_str());
    }
    assert_eq!(Locale::ALL.iter().map(Locale::to_string).collect::<Vec<_>>(), ["en", "fr"]);
}

#[test]
fn every_type_with_a_class_answers_the_same_four_questions() {
    macro_rules! answers {
        ($value:expr) => {
            [$value.is_positive(), $value.is_negative(), $value.is_transient(), $value.is_permanent()]
        };
    }
    for number in 200..600 {
        let code = WireCode::from_u16(number).unwrap();
        let expected = [number < 400, number >= 400, (400..500).contains(&number), number >= 500];
        assert_eq!(answers!(code), expected, "{number}");
        assert_eq!(answers!(code.class()), expected, "{number}");
        assert_eq!(answers!(ReplyCodes::from(code)), expected, "{number}");
        let line = format!("{number}\n");
        assert_eq!(answers!(Reply::parse(line.as_bytes()).unwrap().0), expected, "{number}");
        if let Some(known) = code.known() {
            assert_eq!(answers!(known), expected, "{number}");
        }
        let digit = code.class().digit();
        assert_eq!(Class::try_from(digit), Ok(code.class()));
        if let Some(enhanced) = EnhancedCode::new(digit, 0, 0) {
            assert_eq!(answers!(enhanced), expected, "{number}");
        }
    }
    for digit in [0, 1, 6, 200, b'5'] {
        let error = Class::try_from(digit).unwrap_err();
        assert_eq!(error.to_string(), "unknown name: expected the first digit of a reply, 2 to 5");
    }
    let error = WireCode::try_from(700).unwrap_err();
    assert_eq!(error.to_string(), "700 is not an SMTP reply code: they run from 200 to 599");
}
