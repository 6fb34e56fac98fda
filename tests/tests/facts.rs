//! The library compared with facts that are kept apart from the catalogue: the RFCs' tables and the registry.

use smtp_codes::{Answer, Closing, Command, Outcome, ReplyCode, Standing, code};
use smtp_codes_tests::facts;

#[test]
fn standing_references_closing_and_pairs_are_those_of_the_facts() {
    let rows = facts("reply-codes.csv");
    // What no standard defines is the catalogue's alone.
    let defined = ReplyCode::ALL.iter().filter(|code| code.standing() != Standing::Unregistered);
    assert_eq!(rows.len(), defined.count());
    let mut off = Vec::new();
    for row in rows {
        let [number, standing, references, closes, enhanced] = &row[..] else { panic!("{row:?}") };
        let code: ReplyCode = number.parse().unwrap();
        let joined = |list: Vec<String>, with: &str| list.join(with);
        let made = [
            code.standing().to_string(),
            joined(code.references().iter().map(ToString::to_string).collect(), ";"),
            code.closes_connection().to_string(),
            joined(code.enhanced().iter().map(ToString::to_string).collect(), "|"),
        ];
        for (made, fact) in made.iter().zip([standing, references, closes, enhanced]) {
            if made != fact {
                off.push(format!("{number}: `{made}` should be `{fact}`"));
            }
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}

/// How the catalogue holds a row of the facts: at these commands, under a condition or not.
fn held_at(event: &str, number: &str) -> (Vec<Command>, bool) {
    let own = |command| (vec![command], false);
    match event {
        "ANY" => (vec![Command::Vrfy, Command::Burl], true),
        // RFC 4405 section 4.2: only the header of the message tells.
        "MESSAGE-REJECTION" if number == "554" => (vec![Command::EndOfData], true),
        "MESSAGE-REJECTION" => (vec![Command::Mail, Command::Rcpt, Command::EndOfData], true),
        "ODMR-OTHER" => (vec![Command::Mail, Command::Help], true),
        "LMTP-EHLO" => (vec![Command::Ehlo], true),
        "LMTP-HELO" => (vec![Command::Helo], true),
        "LMTP-DATA" => (vec![Command::Data], true),
        "SEND" => own(Command::SendToTerminal),
        other => own(other.parse().unwrap()),
    }
}

#[test]
fn every_reply_that_an_rfc_gives_to_a_command_is_an_answer() {
    let rows = facts("command-replies.csv");
    assert_eq!(rows.len(), 168);
    let mut off = Vec::new();
    for row in &rows {
        let [event, outcome, number, references] = &row[..] else { panic!("{row:?}") };
        let code: ReplyCode = number.parse().unwrap();
        let (commands, conditional) = held_at(event, number);
        for command in commands {
            // One fact may be held by two rules: 530 before a login, and 530 before TLS.
            let held: Vec<&Answer> =
                code.answers_to(command).filter(|answer| answer.condition().is_some() == conditional).collect();
            let has = |reference: &str| {
                held.iter().flat_map(|answer| answer.references()).any(|made| made.to_string() == reference)
            };
            if held.is_empty() || held.iter().any(|answer| answer.outcome().as_str() != outcome) {
                off.push(format!("{code} is no {outcome} of {command} ({event})"));
            }
            off.extend(
                references
                    .split(';')
                    .filter(|reference| !has(reference))
                    .map(|reference| format!("{code} to {command} ({event}) does not name {reference}")),
            );
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn every_answer_of_the_catalogue_is_in_the_facts() {
    let rows = facts("command-replies.csv");
    let mut off = Vec::new();
    for code in ReplyCode::ALL {
        for answer in code.answers().iter().filter(|answer| answer.condition().is_none()) {
            let known = rows.iter().any(|row| row[2] == code.as_str() && row[0] == answer.command().as_str());
            if !known {
                off.push(format!("{code} to {}", answer.command()));
            }
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}

/// RFC 5321 section 4.2.3, the codes in numerical order.
const SECTION_4_2_3: [u16; 26] = [
    211, 214, 220, 221, 250, 251, 252, 354, 421, 450, 451, 452, 455, 500, 501, 502, 503, 504, 550, 551, 552, 553, 554,
    555, 235, 334,
];

#[test]
fn the_list_of_rfc_5321_is_complete() {
    // The last two are of RFC 4954, which adds them to that list.
    for number in SECTION_4_2_3 {
        let code = ReplyCode::from_u16(number).unwrap();
        let rfc = if matches!(code, code!(235) | code!(334)) { 4954 } else { 5321 };
        assert!(code.references().iter().any(|reference| reference.rfc() == rfc), "{code}");
    }
    let named =
        ReplyCode::ALL.iter().filter(|code| code.references().iter().any(|reference| reference.section() == "4.2.3"));
    assert_eq!(named.count(), SECTION_4_2_3.len() - 2);
}

/// RFC 5321 section 4.3.2, typed from its table: command, success or intermediate, errors.
const SECTION_4_3_2: &[(Command, &[u16], &[u16])] = &[
    (Command::Connect, &[220], &[554]),
    (Command::Ehlo, &[250], &[504, 550, 502]),
    (Command::Helo, &[250], &[504, 550]),
    (Command::Mail, &[250], &[552, 451, 452, 550, 553, 503, 455, 555]),
    (Command::Rcpt, &[250, 251], &[550, 551, 552, 553, 450, 451, 452, 503, 455, 555]),
    (Command::Data, &[354], &[503, 554]),
    (Command::EndOfData, &[250], &[552, 554, 451, 452, 450, 550]),
    (Command::Rset, &[250], &[]),
    (Command::Vrfy, &[250, 251, 252], &[550, 551, 553, 502, 504]),
    (Command::Expn, &[250, 252], &[550, 500, 502, 504]),
    (Command::Help, &[211, 214], &[502, 504]),
    (Command::Noop, &[250], &[]),
    (Command::Quit, &[221], &[]),
];

#[test]
fn the_table_of_commands_of_rfc_5321_is_complete() {
    for (command, good, bad) in SECTION_4_3_2 {
        for (number, error) in good.iter().map(|n| (n, false)).chain(bad.iter().map(|n| (n, true))) {
            let code = ReplyCode::from_u16(*number).unwrap();
            let answer = code.answers_to(*command).next().unwrap_or_else(|| panic!("{code} to {command}"));
            assert_eq!(answer.outcome() == Outcome::Error, error, "{code} to {command}");
        }
        // "Any command" gets these, by the sentence below that table.
        if !command.is_event() {
            assert!(
                [421, 500, 501]
                    .map(|n| ReplyCode::from_u16(n).unwrap())
                    .iter()
                    .all(|code| command.replies().contains(code))
            );
        }
    }
}

#[test]
fn conditions_reach_the_commands_that_the_rfcs_name() {
    let under = |code: ReplyCode, command, rfc| {
        code.answers_to(command)
            .any(|answer| answer.condition().is_some() && answer.references().iter().any(|r| r.rfc() == rfc))
    };
    // RFC 4954 section 6: not for AUTH, EHLO, HELO, NOOP, RSET, QUIT.
    for free in [Command::Auth, Command::Ehlo, Command::Helo, Command::Noop, Command::Rset, Command::Quit] {
        assert!(!under(code!(530), free, 4954), "{free}");
    }
    // RFC 3207 section 4: not for NOOP, EHLO, STARTTLS, QUIT.
    for free in [Command::Noop, Command::Ehlo, Command::StartTls, Command::Quit] {
        assert!(!under(code!(530), free, 3207), "{free}");
    }
    assert!(under(code!(530), Command::Rcpt, 4954) && under(code!(530), Command::Rcpt, 3207));
    assert!(under(code!(530), Command::Auth, 3207));
    assert!(!under(code!(554), Command::Quit, 3207) && under(code!(554), Command::Mail, 3207));
}

#[test]
fn only_the_closing_codes_close() {
    let closing: Vec<_> = ReplyCode::ALL.iter().filter(|code| code.closes_connection() == Closing::Yes).collect();
    assert_eq!(closing, [&code!(221), &code!(421)]);
}
