//! The examples as processes: what they print, where, and with which status.

mod programs;

use std::process::Command;

use programs::{complains, folder, prints, run, under};
use smtp_codes_tests::repository;

#[test]
fn compare_prints_the_page_wrapped_and_indented() {
    let page = prints("compare", &["214", "250"]);
    assert!(
        page.starts_with("SMTP 214 Help Message vs 250 OK\n===============================\n  Both 214 and")
    );
    for heading in ["214 Help message", "250 OK", "Key differences", "When to use which"] {
        assert!(page.contains(&format!("\n\n{heading}\n{}\n", "-".repeat(heading.len()))), "{heading}");
    }
    for label in ["Description", "When you see it", "How to fix it"] {
        assert_eq!(page.lines().filter(|line| *line == label).count(), 2, "{label}");
    }
    let description = smtp_codes::code!(214).description();
    assert_eq!(under(&page, "Description"), description);
    assert_eq!(page.matches("\n  - ").count(), 5);
    assert_eq!(page, prints("compare", &["250", "214"]));
}

#[test]
fn every_word_of_the_comparison_is_printed_in_order() {
    let words = |text: &str| -> Vec<String> {
        let is_line = |word: &&str| !word.chars().all(|letter| matches!(letter, '-' | '='));
        text.split_whitespace().filter(is_line).map(str::to_owned).collect()
    };
    for locale in smtp_codes::Locale::ALL {
        let page = smtp_codes::code!(530).compare(smtp_codes::code!(354)).in_locale(*locale);
        let printed = prints("compare", &["530", "354", "--locale", locale.as_str()]);
        assert_eq!(words(&printed), words(&page.to_string()));
    }
}

#[test]
fn compare_speaks_french_and_begins_no_line_with_a_sign() {
    let page = prints("compare", &["214", "250", "--locale", "fr"]);
    for label in ["Quand vous le voyez", "Comment résoudre", "Différences clés", "Quand utiliser lequel"] {
        assert!(page.lines().any(|line| line == label), "{label}");
    }
    assert_eq!(page, prints("compare", &["--locale=fr_CA.UTF-8", "214", "250"]));
    for code in smtp_codes::ReplyCode::ALL {
        let page = prints("compare", &["250", code.as_str(), "--locale", "fr"]);
        let torn = page.lines().find(|line| line.trim_start().starts_with([':', ';', '!', '?']));
        assert_eq!(torn, None, "{page}");
    }
}

#[test]
fn compare_writes_markdown_as_the_library_does() {
    let output = run("compare", &["--markdown", "450", "550"]);
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.starts_with("# SMTP 450") && page.contains("\n## Key differences\n"));
    assert_eq!(page, smtp_codes::code!(450).compare(smtp_codes::code!(550)).markdown().to_string());
}

#[test]
fn compare_says_when_the_codes_are_one() {
    assert!(prints("compare", &["250", "250"]).contains("one and the same code"));
}

#[test]
fn list_is_a_table_by_class_with_straight_columns() {
    let all = prints("list", &[]);
    let header = all.lines().find(|line| line.trim_start().starts_with("Code")).unwrap();
    let (name, standing) = (header.find("Name").unwrap(), header.find("Standing").unwrap());
    for code in smtp_codes::ReplyCode::ALL {
        let start = format!("  {} ", code.as_str());
        let row = all.lines().find(|line| line.starts_with(&start)).unwrap();
        assert!(row[name..].starts_with(code.name()), "{row}");
        assert_eq!(&row[standing..], code.standing().as_str());
    }
    assert_eq!(all.matches("\n\n").count(), 5);
    assert!(all.ends_with(&format!("\n{} codes\n", smtp_codes::ReplyCode::ALL.len())));
}

#[test]
fn list_can_be_narrowed_down() {
    let count = |arguments: &[&str]| {
        let list = prints("list", arguments);
        list.lines().filter(|line| line.get(2..5).is_some_and(|code| code.parse::<u16>().is_ok())).count()
    };
    let wanted = |wanted: fn(&smtp_codes::ReplyCode) -> bool| {
        smtp_codes::ReplyCode::ALL.iter().copied().filter(wanted).count()
    };
    assert_eq!(count(&["4"]), wanted(|code| code.class() == 4));
    assert_eq!(prints("list", &["4"]), prints("list", &["4yz"]));
    assert_eq!(prints("list", &["4"]), prints("list", &["4XX"]));
    let standard = |code: &smtp_codes::ReplyCode| code.standing() == smtp_codes::Standing::Standard;
    assert_eq!(count(&["--standing", "standard"]), wanted(standard));
    assert_eq!(count(&["3", "--standing", "historic"]), 1);
    assert_eq!(count(&["3", "--standing", "registered"]), 0);
    assert_eq!(count(&["--command", "rcpt"]), smtp_codes::Command::Rcpt.replies().len());
    assert_eq!(prints("list", &["--command", "RCPT"]), prints("list", &["--command", "rcpt to"]));
}

#[test]
fn list_tells_every_condition_under_which_a_command_gets_a_code() {
    let list = prints("list", &["--command", "RCPT"]);
    let words = list.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Where the server wants a login first.") && words.contains("wants TLS first."));
    assert!(words.contains("250 OK 251 User not local"), "{list}");
    assert!(words.contains("450 Mailbox temporarily unavailable Also where"), "{list}");
}

#[test]
fn wrong_usage_is_one_line_that_says_what_is_right_and_status_2() {
    assert_eq!(
        complains("compare", &["214", "25O"], ""),
        "compare: 25O is not a reply code: expected three digits, such as 250; usage: compare CODE CODE \
         [--locale LANGUAGE] [--markdown]\n"
    );
    complains("compare", &[], "expected two codes, such as 214 250, and got 0; usage: compare CODE CODE");
    complains("compare", &["214"], "and got 1");
    complains("compare", &["214", "250", "354"], "and got 3");
    complains("compare", &["214", "700"], "700 is not an SMTP reply code: they run from 200 to 599");
    complains("compare", &["214", "250", "--locale", "xx"], "expected en (English) or fr (français)");
    complains("compare", &["214", "250", "--locale"], "missing argument");
    complains("compare", &["--frob"], "invalid option '--frob'; usage: compare");
    complains(
        "compare",
        &["250", "5.1.1"],
        "5.1.1 is an enhanced status code: expected the three digits before",
    );
    complains("compare", &["250", "2\u{1b}[0m\n"], "`2\\u{1b}[0m\\n` is not a reply code");
    complains("compare", &["250", ""], "expected three digits");
    complains("list", &["9"], "9 is not a class: expected 2, 3, 4 or 5");
    complains("list", &["4", "5"], "unexpected argument");
    complains("list", &["--standing", "official"], "expected standard, historic, registered or unregistered");
    complains("list", &["--command", "MIAL"], "MIAL is not a command: expected CONNECT, EHLO,");
}

#[test]
fn compare_sends_the_reader_of_an_unknown_code_to_explain() {
    let line = complains("compare", &["214", "598"], "598 is not in the catalogue");
    assert!(line.contains("5yz Permanent Negative Completion") && line.contains("--example explain -- 598"));
}

#[test]
fn help_tells_the_usage_and_is_no_error() {
    for example in ["compare", "explain", "list", "triage"] {
        let help = prints(example, &["--help"]);
        assert!(help.contains(&format!("\nusage: {example} ")), "{help}");
        let run = help.lines().find(|line| line.starts_with("example: cargo run ")).unwrap();
        assert!(run.contains(&format!("--example {example} -- ")), "{help}");
        assert_eq!(prints(example, &["-h"]), help);
    }
}

#[test]
fn a_closed_pipe_is_no_crash() {
    for (example, arguments) in [
        ("compare", &["214", "250"][..]),
        ("compare", &["214", "250", "--markdown"]),
        ("explain", &["250", "421", "450", "550", "598"]),
        ("explain", &["550 5.1.1 Unknown"]),
        ("triage", &["tests/facts/logs/postfix.log"]),
        ("triage", &["--json", "tests/facts/logs/exim.log"]),
        ("list", &[]),
        ("list", &["--help"]),
    ] {
        // Nobody holds the reading end even before the example begins.
        let (_, closed) = std::io::pipe().unwrap();
        let mut command = Command::new(folder().join(example));
        let output = command.args(arguments).current_dir(repository()).stdout(closed).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{example} {arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[test]
#[cfg(unix)]
fn the_commands_of_the_readme_run_as_written() {
    let readme = smtp_codes_tests::read("README.md");
    let mut count = 0;
    for line in readme.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let names = ["compare", "explain", "list", "triage"];
        let Some(name) = names.iter().find(|name| line.contains(&format!("--example {name} --"))) else {
            continue;
        };
        let start = line.find("cargo run").unwrap();
        let end = line.find(" -- ").unwrap();
        let program = folder().join(name);
        let line = format!("{}{}{}", &line[..start], program.display(), &line[end + 3..]);
        let output = Command::new("sh").args(["-c", &line]).current_dir(repository()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!output.stdout.is_empty(), "{line}");
        count += 1;
    }
    assert!(count >= 9, "{count}");
}

#[test]
fn the_readme_shows_what_triage_prints() {
    let readme = smtp_codes_tests::read("README.md");
    let start = readme.find("Permanent: ").unwrap();
    let shown = &readme[start..start + readme[start..].find("```").unwrap()];
    let page = prints("triage", &[repository().join("tests/facts/logs/postfix.log").to_str().unwrap()]);
    assert!(page.contains(shown), "{page}");
}
