//! The example `explain` as a process: codes, enhanced codes and replies.

mod programs;

use programs::{complains, complains_on, pages, prints, prints_on, under};
#[test]
fn explain_tells_all_that_the_catalogue_knows() {
    let page = prints("explain", &["454"]);
    let code = smtp_codes::code!(454);
    assert!(page.starts_with(&format!("SMTP {code}\n====")));
    assert!(under(&page, "Class").starts_with("4yz Transient Negative Completion."));
    assert!(under(&page, "Standing").starts_with("Standard:"));
    assert_eq!(under(&page, "What it means"), code.description());
    assert_eq!(under(&page, "When you see it"), code.seen_when());
    assert_eq!(under(&page, "What to do"), code.remediation());
    let by_command = under(&page, "By command");
    for answer in code.answers() {
        assert!(by_command.contains(answer.command().name()) && by_command.contains(answer.meaning()));
    }
    assert!(under(&page, "Enhanced codes that the registry pairs with it").contains("4.7.0"));
    assert!(under(&page, "References").contains("https://www.rfc-editor.org/rfc/rfc3207#section-4"));
}

#[test]
fn explain_tells_a_rule_once_with_its_condition() {
    let page = prints("explain", &["530"]);
    let by_command = under(&page, "By command");
    assert_eq!(by_command.matches("Where the server wants TLS first").count(), 1);
    assert_eq!(by_command.matches("Where the server wants a login first").count(), 1);
    assert!(by_command.contains("Any command except"));
    let page = prints("explain", &["421"]);
    assert!(under(&page, "By command").contains("MAIL FROM, RCPT TO, end of data"));
}

#[test]
fn explain_has_a_page_for_every_number() {
    let numbers: Vec<String> = (200..600_u16).map(|number| number.to_string()).collect();
    let arguments: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let pages = prints("explain", &arguments);
    for number in &numbers {
        assert!(pages.contains(&format!("SMTP {number} ")), "{number}");
    }
    let rule = "-".repeat(80);
    assert_eq!(pages.lines().filter(|line| *line == rule).count(), numbers.len() - 1);
}

#[test]
fn explain_takes_an_unknown_number_by_its_class() {
    let page = prints("explain", &["598"]);
    assert!(page.starts_with("SMTP 598 (not in the catalogue)\n"));
    assert!(under(&page, "Class").starts_with("5yz Permanent Negative Completion."));
    assert!(under(&page, "What to do").starts_with("Do not send the same again unchanged."));
    assert!(!page.contains("reads like"));
    assert!(prints("explain", &["571"]).starts_with("SMTP 571 Delivery not authorized\n"));
}

#[test]
fn explain_sees_an_enhanced_code_without_its_dots() {
    let label = "It reads like an enhanced code without its dots";
    assert!(under(&prints("explain", &["517"]), label).starts_with("517 may be 5.1.7,"));
    assert!(under(&prints("explain", &["215"]), label).contains("pairs 2.1.5 with 250 OK"));
    // No subject 8 or 9, no detail of subject 0 but 0, and no enhanced code of class 3.
    for number in ["589", "598", "505", "317"] {
        assert!(!prints("explain", &[number]).contains(label), "{number}");
    }
}

#[test]
fn explain_lets_a_postmaster_act_on_a_whole_reply() {
    let reply = b"550-5.7.26 Unauthenticated email\r\n550 5.7.26 blocked\r\n";
    let page = prints_on("explain", &[], reply);
    assert!(page.starts_with("SMTP 550 5.7.26: Multiple authentication checks failed\n======"));
    assert_eq!(under(&page, "The reply"), "550-5.7.26 Unauthenticated email 550 5.7.26 blocked");
    assert!(under(&page, "In short").starts_with("5yz Permanent Negative Completion. No:"));
    let status = smtp_codes::EnhancedStatus::MultipleAuthChecksFailed;
    assert!(under(&page, "What 5.7.26 means").ends_with(status.description()));
    assert_eq!(under(&page, "What to do"), status.remediation());
    assert_eq!(under(&page, "Reason"), "SPF, DKIM or DMARC failed (confidence: high).");
    assert!(under(&page, "Who can act").starts_with("Sender. "));
    assert!(under(&page, "The recipient's address").starts_with("Keep it: "));
    assert!(page.contains("\n\nThe code by itself: 550 Mailbox unavailable\n-----"));
    assert!(page.contains(status.references()[0].url()));
    // From the arguments it is the same, in one or in several.
    let lines = ["550-5.7.26 Unauthenticated email", "550 5.7.26 blocked"];
    assert_eq!(prints("explain", &lines), page);
    assert_eq!(prints("explain", &[&lines.join("\n")]), page);
    assert_eq!(prints_on("explain", &["-"], reply), page);
}

#[test]
fn explain_takes_enhanced_codes() {
    let page = prints("explain", &["4.2.2"]);
    assert!(page.starts_with("Enhanced status code 4.2.2: Mailbox full\n"));
    assert!(under(&page, "Class").starts_with("4yz Transient Negative Completion."));
    assert!(under(&page, "Reason").starts_with("Mailbox full (confidence: high)."));
    assert!(under(&page, "Who can act").starts_with("Recipient. "));
    let unknown = prints("explain", &["5.7.999"]);
    assert!(unknown.starts_with("Enhanced status code 5.7.999 (not registered)\n"));
    assert!(under(&unknown, "What 5.7.999 means").contains("stands for: Security or policy."));
    assert!(
        under(&prints("explain", &["5.9.1"]), "What 5.9.1 means").contains("no subject that an RFC defines")
    );
    // Behind a code it belongs to it; alone it stands for itself.
    assert_eq!(prints("explain", &["550", "5.1.1"]), prints("explain", &["550 5.1.1"]));
    assert_eq!(pages(&prints("explain", &["5.1.1", "550", "450"])).len(), 3);
    for status in smtp_codes::EnhancedStatus::ALL {
        let code = format!("5.{}.{}", status.subject(), status.detail());
        let page = prints("explain", &[&code]);
        assert!(under(&page, &format!("What {code} means")).contains(status.name()), "{code}");
    }
}

#[test]
fn explain_tells_where_code_and_enhanced_code_disagree() {
    let page = prints("explain", &["550 4.2.2 Mailbox full"]);
    let label = "Code and enhanced code disagree";
    let text = under(&page, label);
    assert!(text.contains("550 is a permanent failure, 4.2.2 is a temporary failure. The code decides"));
    assert!(text.ends_with("should make it say 550 5.2.2."), "{text}");
    assert!(under(&page, "The recipient's address").starts_with("Keep it: "));
    assert!(
        under(&prints("explain", &["450 5.1.1 Unknown"]), label).contains("take it as a temporary failure")
    );
    assert!(!prints("explain", &["550 5.2.2 Mailbox full"]).contains(label));
}

#[test]
fn explain_says_who_is_to_blame() {
    let address = |reply: &str| under(&prints("explain", &[reply]), "The recipient's address");
    assert!(address("550 5.1.1 Unknown").starts_with("Stop writing to it: "));
    assert!(address("550 5.7.1 Blocked").starts_with("Keep it: "));
    assert!(address("550 Unknown").starts_with("Keep it: "));
    assert!(!prints("explain", &["450 4.2.1 Busy"]).contains("The recipient's address"));
    let page = prints("explain", &["--command", "DATA", "550 5.1.1 Unknown"]);
    assert!(under(&page, "The recipient's address").starts_with("Keep it for now: "));
    let page = prints("explain", &["550 5.7.1 Blocked"]);
    assert!(under(&page, "Who can act").starts_with("The codes do not tell: "));
}

#[test]
fn explain_finds_an_enhanced_code_out_of_its_place() {
    let page = prints("explain", &["550 sorry, no mailbox here by that name (#5.1.1)"]);
    assert!(page.starts_with("SMTP 550 5.1.1: "));
    let label = "The enhanced code is not in its place";
    assert!(under(&page, label).contains("5.1.1 stands in the text"));
    assert!(!prints("explain", &["550 5.1.1 no mailbox"]).contains(label));
}

#[test]
fn explain_never_takes_a_rejection_for_a_success() {
    let page = prints("explain", &["550-5.7.1 Refused\n250 OK"]);
    assert!(page.starts_with("A reply that contradicts itself: 550 and 250\n"));
    assert!(under(&page, "What to do").starts_with("A rejection must not be read as a success"));
    for code in ["550", "250"] {
        assert!(page.contains(&format!("\nWhat {code} alone would mean\n---")), "{page}");
    }
    // What follows it is a reply by itself.
    let both = prints("explain", &["550-Refused\n250 OK\n221 Bye"]);
    assert!(pages(&both)[1].starts_with("SMTP 221: Service closing"), "{both}");
}

#[test]
fn explain_points_at_the_byte_that_is_wrong() {
    let page = prints("explain", &["2500 OK"]);
    assert!(page.starts_with("Not a reply\n") && page.contains("\n  2500 OK\n     ^\n"), "{page}");
    let wrong = under(&page, "What is wrong");
    assert_eq!(wrong, "Byte 3 of the line is `0`; expected a space, a tab, a hyphen or the end of the line.");
    let page = prints("explain", &["550-5.1.1 One\n55O 5.1.1 Two"]);
    assert!(page.contains("\nLine 2\n  55O 5.1.1 Two\n    ^\n"), "{page}");
    assert!(under(&page, "What is wrong").contains("is `O`; expected a digit of the reply code"));
    let page = prints("explain", &["550-5.1.1 One"]);
    assert!(page.starts_with("A reply without its end\n"));
    assert!(page.contains("What 5.1.1 means"));
}

#[test]
fn explain_narrows_to_the_command_and_tells_the_next_step() {
    let page = prints("explain", &["--command", "rcpt to", "452"]);
    let next = under(&page, "What the sending server does after RCPT TO");
    assert!(next.starts_with("Split recipients. "), "{next}");
    let answer = smtp_codes::code!(452).answers_to(smtp_codes::Command::Rcpt).next().unwrap();
    assert!(under(&page, "In answer to RCPT TO").contains(answer.meaning()));
    assert!(!page.contains("By command"));
    let page = prints("explain", &["--command", "RCPT", "598 No"]);
    assert!(under(&page, "What the sending server does after RCPT TO").starts_with("Fail recipient. "));
    assert!(prints("explain", &["--command", "RCPT", "354"]).contains("No standard lets RCPT TO get 354."));
}

#[test]
fn explain_tells_what_a_provider_means_and_when_it_guesses() {
    let label = "What Gmail means by 5.7.27";
    let page = prints("explain", &["550-5.7.27 SPF did not pass\n550 5.7.27 a1-b2si3 - gsmtp"]);
    assert!(page.starts_with("SMTP 550 5.7.27: SPF, DKIM or DMARC failed (as Gmail means it)\n"), "{page}");
    assert!(under(&page, label).starts_with("That it was Gmail is a guess, because the text holds `gsmtp`."));
    let named = prints("explain", &["--provider", "gmail", "550 5.7.27 No"]);
    assert!(!under(&named, label).contains("guess"));
    let meaning = smtp_codes::EnhancedCode::new(5, 7, 27).unwrap().meaning_at(smtp_codes::Provider::Gmail);
    assert!(under(&named, label).starts_with(meaning.unwrap().text()));
    let page = prints("explain", &["550 5.7.27 No"]);
    assert!(
        page.starts_with("SMTP 550 5.7.27: Sender domain has a null MX\n") && !page.contains("Gmail means")
    );
    let page = prints("explain", &["--provider", "yahoo", "550 5.7.27 No"]);
    assert!(under(&page, "What Yahoo means by 5.7.27").starts_with("Nothing of its own"));
    assert!(under(&prints("explain", &["5.7.27"]), label).contains("SPF"));
    assert!(under(&prints("explain", &["454"]), "What Amazon SES means by 454").contains("Source: "));
    // A guess is told only where it changes something.
    assert!(!prints("explain", &["250 2.0.0 OK 1 a1-b2si3 - gsmtp"]).contains("Gmail"));
    // An address is no sign of a provider.
    let page = prints("explain", &["550 5.4.1 <joe@outlook.com>: no"]);
    assert!(!page.contains("Exchange Online means"), "{page}");
    complains("explain", &["--provider", "gmial", "550"], "gmial is not a provider: expected gmail, ");
}

#[test]
fn explain_shows_any_bytes_without_harm() {
    let page =
        prints_on("explain", &[], b"550 5.1.1 Bo\xeete \x1b[31mrouge\x07 \xe2\x80\xaeKO\xe2\x80\xa8x\r\n");
    assert!(page.contains("550 5.1.1 Bo\u{fffd}te \u{fffd}[31mrouge\u{fffd} \u{fffd}KO x"), "{page}");
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn explain_says_in_one_line_what_it_wants() {
    let usage = "; usage: explain [--command COMMAND] [--provider PROVIDER] [CODE | REPLY | -]...\n";
    assert!(complains("explain", &[], "expected at least one code or reply, such as 550").ends_with(usage));
    let line = complains("explain", &["550", "25O"], "25O is no code: expected a reply code such as 550");
    assert!(line.contains("5.1.1, or a whole reply in quotes") && line.ends_with(usage));
    complains("explain", &["550", "5.1.1", "User", "unknown"], "User is no code");
    complains("explain", &["700"], "they run from 200 to 599");
    complains("explain", &["5.1.1000"], "5.1.1000 is no code");
    complains("explain", &["2\u{1b}[0m\n"], "`2\\u{1b}[0m\\n` is no code");
    complains("explain", &[""], "`` is no code");
    complains("explain", &["--command", "MIAL", "550"], "MIAL is not a command: expected CONNECT, EHLO,");
    complains("explain", &["--frob"], "invalid option '--frob'");
    complains_on(
        "explain",
        &[],
        b"Dear all,\n\nhello\n",
        "holds no reply, no enhanced status code and no bounce",
    );
    complains_on("explain", &["-"], b" \r\n", "the standard input is empty");
}
