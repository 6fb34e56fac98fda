//! Scope, reason and blame: as in the catalogue, silent where codes do not tell, and never a wrong suppression.

use smtp_codes::{
    Confidence, EnhancedCode, EnhancedStatus, Provider, Reason, Reply, ReplyCode, ReplyCodes, Scope, WireCode,
};
use smtp_codes_tests::{catalogue, flat};

fn status(text: &str) -> ReplyCodes {
    let (code, enhanced) = text.split_once(' ').unwrap_or((text, ""));
    ReplyCodes::new(code.parse().unwrap(), enhanced.parse().ok())
}

#[test]
fn scopes_reasons_and_marks_are_as_in_the_file() {
    let file = catalogue();
    assert_eq!(Scope::ALL.len(), file.scope.len());
    for scope in Scope::ALL {
        let entry = &file.scope[scope.as_str()];
        assert_eq!(format!("{scope:?}"), entry.variant);
        assert_eq!(scope.name(), flat(&entry.name));
        assert_eq!(scope.description(), flat(&entry.description));
        assert_eq!(scope.as_str().parse(), Ok(*scope));
    }
    assert_eq!(Reason::ALL.len(), file.reason.len());
    for reason in Reason::ALL {
        let entry = &file.reason[reason.as_str()];
        assert_eq!(format!("{reason:?}"), entry.variant);
        assert_eq!(reason.name(), flat(&entry.name));
        assert_eq!(reason.description(), flat(&entry.description));
        assert_eq!(reason.remediation(), flat(entry.remediation.as_ref().unwrap()));
        assert_eq!(reason.scope().map(Scope::as_str), entry.scope.as_deref(), "{reason}");
        assert!(reason.signs().iter().eq(&entry.signs), "{reason}");
        assert_eq!(reason.as_str().parse(), Ok(*reason));
    }
    let word = |reason: Option<(Reason, Confidence)>| {
        (reason.map(|(reason, _)| reason.as_str()), reason.map(|(_, confidence)| confidence.as_str()))
    };
    let scope_of = |scope: &Option<String>, reason: &Option<String>| {
        scope.clone().or_else(|| file.reason[reason.as_ref()?].scope.clone())
    };
    for (number, entry) in &file.reply {
        let code: ReplyCode = number.parse().unwrap();
        assert_eq!(word(code.reason()), (entry.reason.as_deref(), entry.confidence.as_deref()), "{code}");
        let scope = scope_of(&entry.scope, &entry.reason);
        assert_eq!(code.scope().map(Scope::as_str), scope.as_deref(), "{code}");
        assert_eq!(code.condemns_recipient(), entry.condemns_recipient, "{code}");
    }
    for (key, entry) in &file.enhanced {
        let code: EnhancedStatus = key.parse().unwrap();
        assert_eq!(word(code.reason()), (entry.reason.as_deref(), entry.confidence.as_deref()), "{code}");
        let scope = scope_of(&entry.scope, &entry.reason);
        assert_eq!(code.scope().map(Scope::as_str), scope.as_deref(), "{code}");
    }
}

/// Every code with every enhanced code that could matter, and without one.
fn everything(mut each: impl FnMut(ReplyCodes)) {
    for number in 200..600 {
        let code = WireCode::from_u16(number).unwrap();
        each(ReplyCodes::new(code, None));
        for class in [2, 4, 5] {
            for subject in 0..10 {
                for detail in (0..40).chain([99, 606, 999]) {
                    each(ReplyCodes::new(code, EnhancedCode::new(class, subject, detail)));
                }
            }
        }
    }
}

#[test]
fn only_a_permanent_reply_that_names_the_address_condemns_it() {
    let blaming = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"];
    everything(|status| {
        let of_address = [501, 550, 551, 553, 554, 556].contains(&status.code().as_u16());
        let named = status.enhanced().is_some_and(|code| blaming.contains(&code.to_string().as_str()));
        let policy = status.effective_enhanced().is_some_and(|code| code.subject() == 7);
        let wanted = of_address && named || status.code() == 556 && !policy;
        assert_eq!(status.condemns_recipient(), wanted, "{status}");
    });
}

#[test]
fn a_success_has_no_reason_and_a_reason_has_its_scope() {
    everything(|status| {
        if status.class().is_positive() {
            assert_eq!((status.scope(), status.reason()), (None, None), "{status}");
        }
        if let Some((reason, _)) = status.reason() {
            assert_eq!(status.scope(), reason.scope(), "{status}");
            assert_ne!(reason, Reason::Unspecified, "silence, not an empty word");
        }
    });
}

#[test]
fn silent_where_codes_do_not_tell() {
    for text in [
        "501 5.7.1",
        "503 5.7.1",
        "554 5.7.9",
        "550 5.7.9",
        "550",
        "554",
        "451",
        "450",
        "553",
        "571",
        "550 5.7.1",
        "554 5.7.1",
        "451 4.7.1",
        "550 5.0.0",
        "450 4.0.0",
        "421 4.7.0",
        "550 5.7.0",
        "550 5.1.0",
        "550 5.2.0",
        "550 5.3.0",
        "550 5.5.0",
        "550 5.7.606",
        "521 5.7.1",
        "454 4.7.1",
        "550 4.2.2",
        "450 5.1.1",
        "599",
    ] {
        assert_eq!(status(text).reason(), None, "{text}");
        assert_eq!(status(text).scope(), None, "{text}");
    }
}

#[test]
fn the_surer_of_the_two_codes_speaks() {
    for (text, reason, confidence) in [
        ("550 5.1.1", Reason::RecipientUnknown, Confidence::High),
        ("452 4.2.2", Reason::MailboxFull, Confidence::High),
        ("552 5.2.2", Reason::MailboxFull, Confidence::High),
        ("552 5.3.4", Reason::MessageTooLarge, Confidence::High),
        ("535 5.7.8", Reason::CredentialsInvalid, Confidence::High),
        ("535 5.7.0", Reason::CredentialsInvalid, Confidence::High),
        ("535 5.7.139", Reason::CredentialsInvalid, Confidence::Medium),
        ("535 5.1.1", Reason::CredentialsInvalid, Confidence::High),
        ("450 4.1.1", Reason::RecipientUnknown, Confidence::High),
        ("552 5.1.1", Reason::RecipientUnknown, Confidence::Medium),
        ("571 5.1.1", Reason::RecipientUnknown, Confidence::Medium),
        ("435", Reason::AuthTemporary, Confidence::Medium),
        ("435 4.7.0", Reason::AuthTemporary, Confidence::Medium),
        ("500 5.3.0", Reason::ProtocolError, Confidence::Low),
        ("503 5.7.0", Reason::ProtocolError, Confidence::Low),
        ("503 5.0.0", Reason::ProtocolError, Confidence::Low),
        ("503 4.5.1", Reason::ProtocolError, Confidence::Low),
        ("501 5.5.99", Reason::ProtocolError, Confidence::Medium),
        ("524 5.7.11", Reason::EncryptionRequired, Confidence::Medium),
        ("525 5.7.13", Reason::AccountDisabled, Confidence::Medium),
        ("521 5.1.10", Reason::DomainRefusesMail, Confidence::Medium),
        ("550 5.7.13", Reason::AccountDisabled, Confidence::Low),
        ("530 5.5.1", Reason::AuthRequired, Confidence::Medium),
        ("530 5.7.1", Reason::AuthRequired, Confidence::Medium),
        ("530 5.7.57", Reason::AuthRequired, Confidence::Medium),
        ("530 5.7.10", Reason::EncryptionRequired, Confidence::Medium),
        ("530 5.7.11", Reason::EncryptionRequired, Confidence::Medium),
        ("534 5.7.9", Reason::AuthMechanism, Confidence::Medium),
        ("503 5.5.1", Reason::ProtocolError, Confidence::High),
        ("501 5.1.3", Reason::AddressSyntax, Confidence::High),
        ("521", Reason::DomainRefusesMail, Confidence::Low),
        ("556 5.1.10", Reason::DomainRefusesMail, Confidence::High),
        ("454 4.7.0", Reason::AuthTemporary, Confidence::Low),
        ("421 4.7.28", Reason::RateLimited, Confidence::High),
    ] {
        assert_eq!(status(text).reason(), Some((reason, confidence)), "{text}");
    }
}

#[test]
fn high_confidence_is_for_pairs_that_agree() {
    everything(|status| {
        let Some((reason, confidence)) = status.reason() else { return };
        let Some(enhanced) = status.effective_enhanced() else { return };
        let number = status.code().as_u16();
        if matches!(number, 500..=503) && enhanced.subject() != 5 && reason == Reason::ProtocolError {
            assert_eq!(confidence, Confidence::Low, "{status}");
        }
        if (enhanced.subject(), enhanced.detail()) == (1, 1) && reason == Reason::RecipientUnknown {
            let sure = [450, 550, 551, 553, 554].contains(&number);
            assert_eq!(confidence == Confidence::High, sure, "{status}");
        }
        if enhanced.status().is_none() {
            assert!(confidence <= Confidence::Medium, "{status}");
        }
    });
}

#[test]
fn an_enhanced_code_with_a_scope_and_no_reason_still_tells_the_scope() {
    assert_eq!((status("524 5.2.4").scope(), status("524 5.2.4").reason()), (Some(Scope::Recipient), None));
    assert_eq!((status("451 4.4.0").scope(), status("451 4.4.0").reason()), (Some(Scope::Network), None));
    assert_eq!((status("554 5.6.0").scope(), status("554 5.6.0").reason()), (Some(Scope::Message), None));
}

#[test]
fn where_both_are_equally_sure_the_enhanced_code_speaks() {
    let reason = |text| status(text).reason().map(|(reason, _)| reason.as_str());
    assert_eq!(reason("523"), Some("encryption-required"));
    assert_eq!(reason("523 5.1.2"), Some("domain-unknown"));
    assert_eq!(reason("523 5.3.1"), Some("system-storage-full"));
}

#[test]
fn a_parsed_reply_condemns_as_its_codes_do() {
    for (line, condemns) in [("550 5.1.1 No such user\r\n", true), ("550 5.7.1 Refused\r\n", false)] {
        let (reply, _) = Reply::parse(line.as_bytes()).unwrap();
        assert_eq!(reply.condemns_recipient(), condemns, "{line}");
        let status = ReplyCodes::new(reply.code(), reply.enhanced());
        assert_eq!((reply.scope(), reply.reason()), (status.scope(), status.reason()));
    }
}

#[test]
fn a_provider_is_told_by_a_sign_that_is_a_word() {
    for (text, provider) in [
        ("550 5.7.1 rejected by mailingsmtp.example.org", None),
        ("554 outgoingsmtp01.example.com is not welcome", None),
        ("554 5.7.1 email-smtp.example.com refuses", None),
        ("554 the prefix xlpn007 is no tag", None),
        ("550 5.2.1 try again - gsmtp", Some(Provider::Gmail)),
        ("550 5.2.1 try again -GSMTP", Some(Provider::Gmail)),
        ("gsmtp", Some(Provider::Gmail)),
        ("dns; gmail-smtp-in.l.google.com", Some(Provider::Gmail)),
        ("554 5.7.9 Message not accepted, see https://postmaster.yahooinc.com/error-codes", Some(Provider::Yahoo)),
        ("550 5.7.511 Banned sender, see https://sender.office.com/", Some(Provider::ExchangeOnline)),
        ("220 email-smtp.eu-west-1.amazonaws.com ESMTP", Some(Provider::AmazonSes)),
        ("451 4.4.2 a12-34.smtp-out.amazonses.com timed out", Some(Provider::AmazonSes)),
        ("", None),
    ] {
        assert_eq!(Provider::guess(text.as_bytes()).map(|(provider, _)| provider), provider, "{text}");
    }
}

#[test]
fn providers_are_as_in_the_file_and_every_row_has_a_source() {
    let file = catalogue();
    assert_eq!(Provider::ALL.len(), file.provider.len());
    for provider in Provider::ALL {
        let entry = &file.provider[provider.as_str()];
        assert_eq!(format!("{provider:?}"), entry.variant);
        assert_eq!(provider.name(), flat(&entry.name));
        assert_eq!(provider.description(), flat(&entry.description));
        assert_eq!(provider.as_str().parse(), Ok(*provider));
        assert_eq!(provider.signs(), entry.signs);
        for sign in provider.signs() {
            let text = format!("550 5.7.1 Refused by {}", sign.to_uppercase());
            assert_eq!(Provider::guess(text.as_bytes()), Some((*provider, *sign)));
        }
        for row in &entry.meaning {
            let place = format!("{provider}: {row:?}");
            let meaning = match (&row.code, &row.from, &row.reply) {
                (Some(code), ..) | (None, Some(code), _) => {
                    let code: EnhancedCode = code.parse().unwrap();
                    let meaning = code.meaning_at(*provider);
                    assert_eq!(meaning.and_then(|meaning| meaning.registered()), code.status(), "{place}");
                    meaning
                }
                (.., Some(reply)) => reply.parse::<WireCode>().unwrap().meaning_at(*provider),
                _ => panic!("{place}"),
            };
            // The first code of a range may have a narrower row of its own.
            let meaning = meaning.unwrap_or_else(|| panic!("{place} is not found"));
            if row.from.is_none() {
                assert_eq!(meaning.text(), flat(&row.meaning), "{place}");
                assert_eq!(meaning.source(), flat(&row.source), "{place}");
                assert_eq!(meaning.reason().map(Reason::as_str), row.reason.as_deref(), "{place}");
            }
            assert!(row.source.len() > 10, "{place}");
        }
    }
}

#[test]
fn the_narrowest_row_of_a_provider_counts() {
    let at = |text: &str| {
        let code: EnhancedCode = text.parse().unwrap();
        code.meaning_at(Provider::ExchangeOnline).and_then(|meaning| meaning.reason())
    };
    assert_eq!(at("5.7.703"), Some(Reason::Policy));
    assert_eq!(at("5.7.702"), Some(Reason::AccountDisabled));
    assert_eq!(at("5.7.606"), Some(Reason::Blocklisted));
    assert_eq!(at("5.7.649"), Some(Reason::Blocklisted));
    assert_eq!(at("5.7.650"), None);
    assert_eq!(at("4.7.606"), Some(Reason::RateLimited), "in the range 4.7.500 to 4.7.699");
    let spf = EnhancedCode::new(5, 7, 27).unwrap();
    assert!(spf.meaning_at(Provider::Gmail).unwrap().text().contains("SPF"));
    assert_eq!(spf.meaning_at(Provider::Orange), None);
}
