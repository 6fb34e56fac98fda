//! Every name that the library promises, used as another crate uses it.

use std::collections::HashSet;

use smtp_codes::comparison::Block;
use smtp_codes::enhanced::EnhancedClass;
use smtp_codes::{
    Action, Answer, Category, Class, Closing, Command, Comparison, Confidence, EnhancedCode, EnhancedStatus, Locale,
    LocalizedCode, Outcome, Party, Provider, Reason, Reference, Reply, ReplyCode, ReplyCodes, ReplyError, ReplyScanner,
    ReplyWriter, Scope, Standing, Step, WireCode, code, enhanced, find_codes, find_enhanced, reply,
};

#[test]
fn a_reply_code() {
    const HELP: Option<ReplyCode> = ReplyCode::from_u16(214);

    let all: &'static [ReplyCode] = ReplyCode::ALL;
    assert!(all.is_sorted() && all.len() == 68);
    let help = HELP.unwrap();
    assert_eq!((help.as_u16(), help.as_str()), (214, "214"));
    let texts: [&'static str; 5] =
        [help.name(), help.description(), help.seen_when(), help.remediation(), help.verdict()];
    assert!(texts.iter().all(|text| !text.is_empty()));
    let (examples, steps): (&'static [&'static str], &'static [Step]) = (help.examples(), code!(250).steps());
    assert!(examples[0].starts_with("214") && !steps.is_empty());
    let (party, text): (Party, &str) = (steps[0].party(), steps[0].text());
    assert_eq!((party, text.is_empty()), (Party::Sender, false));
    let french: LocalizedCode = help.in_locale(Locale::Fr);
    assert_eq!((french.code(), french.locale()), (help, Locale::Fr));
    assert_ne!((french.name(), french.description()), (help.name(), help.description()));
    assert_eq!((help.class(), help.category()), (Class::PositiveCompletion, Category::Information));
    assert_eq!(help.standing(), Standing::Standard);
    assert!(help.is_positive() && !help.is_negative() && !help.is_transient() && !help.is_permanent());
    let references: &'static [Reference] = help.references();
    assert_eq!((references[0].rfc(), references[0].section()), (5321, "4.2.3"));
    assert!(references[0].url().ends_with("rfc5321#section-4.2.3"));
    let answers: &'static [Answer] = help.answers();
    assert_eq!((answers[0].command(), answers[0].outcome()), (Command::Help, Outcome::Success));
    assert_eq!(help.answers_to(Command::Help).next().unwrap().meaning(), help.description());
    assert_eq!(code!(421).closes_connection(), Closing::Yes);
    let pairs: &'static [EnhancedCode] = code!(550).enhanced();
    assert!(pairs.contains(&enhanced!(5.1.1)));
    assert_eq!(code!(550).action(Command::Rcpt), Action::FailRecipient);
    let page: Comparison = code!(214).compare(code!(250));
    assert_eq!(page.title().to_string(), "SMTP 214 Help Message vs 250 OK");
    assert_eq!(ReplyCode::try_from(250_u16), Ok(ReplyCode::Okay));
    assert_eq!(ReplyCode::try_from(WireCode::from_u16(250).unwrap()), Ok(code!(250)));
    assert_eq!("250".parse(), Ok(code!(250)));
    assert_eq!((u16::from(code!(250)), code!(250) == 250), (250, true));
    assert_eq!((code!(250).to_string(), serde_json::to_string(&code!(250)).unwrap()), ("250 OK".into(), "250".into()));
    assert!("2 50".parse::<ReplyCode>().is_err() && "+50".parse::<ReplyCode>().is_err());
}

#[test]
fn a_number_as_received() {
    let code = WireCode::from_u16(471).unwrap();
    assert_eq!((code.as_u16(), code.class(), code.known()), (471, Class::TransientNegative, Some(code!(471))));
    assert_eq!((WireCode::from_u16(199), WireCode::from_u16(600)), (None, None));
    assert_eq!(WireCode::from_bytes(b"598").unwrap().known(), None);
    assert_eq!(WireCode::from(code!(250)), code!(250));
    assert_eq!((size_of::<WireCode>(), size_of::<Option<WireCode>>()), (2, 2));
    assert!(WireCode::try_from(700).unwrap_err().to_string().contains("700"));
    assert!(code.is_transient() && code.is_negative() && !code.is_positive() && !code.is_permanent());
    assert_eq!(Class::try_from(5), Ok(Class::PermanentNegative));
    assert!(Class::try_from(6).is_err());
    let classes = HashSet::from([Class::PositiveCompletion, code.class()]);
    assert_eq!(classes.len(), 2);
}

#[test]
fn an_enhanced_code() {
    let code = EnhancedCode::new(5, 7, 606).unwrap();
    assert_eq!((code.class(), code.subject(), code.detail()), (Class::PermanentNegative, 7, 606));
    assert_eq!((code.to_string(), code.status()), ("5.7.606".to_owned(), None));
    assert_eq!(EnhancedCode::from_bytes(b"5.7.606").ok(), Some(code));
    assert_eq!("5.7.606".parse(), Ok(code));
    assert!(EnhancedCode::new(3, 0, 0).is_none() && EnhancedCode::new(5, 1000, 0).is_none());
    assert!(enhanced!(5.7.27).meaning_at(Provider::Gmail).is_some());
    let status: EnhancedStatus = enhanced!(5.1.1).status().unwrap();
    assert_eq!((status.as_str(), status.subject(), status.detail()), ("X.1.1", 1, 1));
    assert!(!status.name().is_empty() && !status.description().is_empty() && !status.remediation().is_empty());
    assert!(status.replies().contains(&code!(550)) && !status.references().is_empty());
    assert_eq!(EnhancedStatus::ALL.len(), 81);
    assert_eq!("X.1.1".parse(), Ok(status));
    assert_eq!(EnhancedClass::from_class(Class::PositiveIntermediate), None);
}

#[test]
fn a_reply_in_all_its_forms() {
    let (answer, rest) = Reply::parse(b"550-5.1.1 No\r\n550 5.1.1 such user\r\n250 OK\r\n").unwrap();
    assert_eq!((answer.code().known(), answer.enhanced()), (Some(code!(550)), Some(enhanced!(5.1.1))));
    assert_eq!(answer.lines().map(<[u8]>::len).collect::<Vec<_>>(), [2, 9]);
    assert_eq!((rest, answer.effective_enhanced()), (&b"250 OK\r\n"[..], Some(enhanced!(5.1.1))));
    let codes: ReplyCodes = answer.codes();
    assert_eq!((codes.code(), codes.enhanced()), (answer.code(), answer.enhanced()));
    assert_eq!(codes, ReplyCodes::new(answer.code(), answer.enhanced()));
    assert_eq!((codes.action(Command::Rcpt), codes.scope()), (Action::FailRecipient, Some(Scope::Recipient)));
    assert_eq!(codes.reason(), Some((Reason::RecipientUnknown, Confidence::High)));
    assert!(codes.condemns_recipient() && answer.condemns_recipient() && answer.is_permanent() && codes.is_negative());
    let bytes: &[u8] = answer.as_ref();
    assert!(bytes.starts_with(b"550-5.1.1 No"));
    assert_eq!(Reply::parse_stored(b"250 OK").unwrap().0.code(), code!(250));
    assert!(matches!(Reply::parse(b"250-OK\r\n"), Err(ReplyError::Incomplete)));
    assert!(matches!(Reply::parse(b"250-a\r\n251 b\r\n"), Err(ReplyError::MixedCodes { .. })));
    assert!(matches!(Reply::parse(b"HTTP/1.1\r\n"), Err(ReplyError::Malformed { .. })));
    let _ = ReplyScanner::new();
    let written = ReplyWriter::new(code!(250)).lines(&["OK"]).finish().unwrap();
    assert_eq!(written.to_string(), reply!(250, "OK").to_string());
    let found = find_codes(b"smtp;550 5.1.1 (bad destination mailbox address)").unwrap();
    assert_eq!((found.reply(), found.enhanced()), (WireCode::from_u16(550), Some(enhanced!(5.1.1))));
    assert_eq!(found.range(), 5..14);
    assert_eq!(find_enhanced(b"x #5.1.1 y"), Some(enhanced!(5.1.1)));
}

#[test]
fn a_comparison() {
    let page = code!(550).compare(code!(250));
    assert!(page.summary().to_string().contains("In contrast") && page.to_string().contains("Key differences"));
    assert!(page.differences().count() == 3 && page.guidance().count() > 2);
    assert!(page.in_locale(Locale::Fr).to_string().contains("Comment résoudre"));
    assert!(page.markdown().to_string().starts_with("# SMTP 250 OK vs 550"));
    assert!(page.blocks().any(|block| matches!(block, Block::Reply(_))));
}
