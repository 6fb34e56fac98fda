//! The examples as processes: what they print, where, and with which status.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The folder of the examples, which are built once for all tests.
fn folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .args(["build", "-q", "-p", "smtp-codes", "--examples", "--message-format=json"])
            .current_dir(smtp_codes_tests::repository())
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let messages = String::from_utf8(built.stdout).unwrap();
        let path = messages.lines().find_map(|line| {
            let message: serde_json::Value = serde_json::from_str(line).unwrap();
            let is_it = message["target"]["name"] == "compare";
            message["executable"].as_str().filter(|_| is_it).map(PathBuf::from)
        });
        path.unwrap().parent().unwrap().to_owned()
    })
}

fn run(example: &str, arguments: &[&str]) -> Output {
    Command::new(folder().join(example)).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn prints(example: &str, arguments: &[&str]) -> String {
    let output = run(example, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    // An address is longer than a line may be, and cannot be cut.
    let too_long = text.lines().find(|line| line.chars().count() > 80 && !line.contains("https://"));
    assert_eq!(too_long, None);
    text
}

fn complains(example: &str, arguments: &[&str], says: &str) {
    let output = run(example, arguments);
    assert_eq!(output.status.code(), Some(2), "{example} {arguments:?}");
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.starts_with(&format!("{example}: ")) && text.contains(says), "{text}");
    assert!(output.stdout.is_empty());
}

#[test]
fn compare_prints_the_page() {
    let page = prints("compare", &["214", "250"]);
    assert!(page.starts_with("SMTP 214 Help Message vs 250 OK\n"));
    for label in ["Description", "When you see it", "How to fix it", "Key differences", "When to use which"] {
        assert!(page.lines().any(|line| line == label), "{label}");
    }
    assert_eq!(page, prints("compare", &["250", "214"]));
}

#[test]
fn compare_speaks_french_and_markdown() {
    let page = prints("compare", &["214", "250", "--locale", "fr"]);
    for label in ["Quand vous le voyez", "Comment résoudre", "Différences clés", "Quand utiliser lequel"] {
        assert!(page.lines().any(|line| line == label), "{label}");
    }
    let output = run("compare", &["--markdown", "450", "550"]);
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.starts_with("# SMTP 450") && page.contains("\n## Key differences\n"));
}

#[test]
fn compare_says_when_the_codes_are_one() {
    assert!(prints("compare", &["250", "250"]).contains("one and the same code"));
}

#[test]
fn explain_answers_for_known_and_unknown_codes() {
    let page = prints("explain", &["454", "571", "598"]);
    assert!(page.contains("STARTTLS:") && page.contains("AUTH:") && page.contains("rfc3207#section-4"));
    assert!(page.contains("SMTP 571 Delivery not authorized"));
    assert!(page.contains("SMTP 598 (not in the catalogue)") && page.contains("5yz Permanent Negative"));
    assert!(prints("explain", &["517"]).contains("5.1.7"));
    assert!(!prints("explain", &["399"]).contains("enhanced status code 3"));
    assert_eq!(prints("explain", &["530"]).matches("Where the server wants TLS first.").count(), 1);
}

#[test]
fn list_is_a_table_by_class() {
    let all = prints("list", &[]);
    for code in smtp_codes::ReplyCode::ALL {
        assert!(all.contains(&format!("\n  {} ", code.as_str())), "{code}");
    }
    assert!(prints("list", &["4yz"]).starts_with("4yz Transient Negative Completion\n"));
    let rcpt = prints("list", &["--command", "rcpt"]);
    assert!(rcpt.contains("421") && rcpt.contains("530") && !rcpt.contains("354"));
}

#[test]
fn wrong_usage_is_one_line_and_status_2() {
    complains("compare", &["214"], "two codes are needed");
    complains("compare", &["214", "250", "354"], "two codes are needed");
    complains("compare", &["214", "25O"], "byte 2 breaks that");
    complains("compare", &["214", "215"], "`explain 215`");
    complains("compare", &["214", "700"], "they run from 200 to 599");
    complains("compare", &["214", "250", "--locale", "xx"], "en (English) and fr");
    complains("compare", &["214", "250", "--locale"], "missing argument");
    complains("compare", &["--frob"], "usage: compare");
    complains("explain", &[], "usage: explain");
    complains("explain", &["2\u{1b}[0m"], "expected three digits");
    complains("list", &["9"], "there are 2, 3, 4 and 5");
    complains("list", &["--command", "MIAL"], "no command `MIAL`");
}

#[test]
fn help_is_no_error() {
    for example in ["compare", "explain", "list"] {
        assert!(prints(example, &["--help"]).starts_with(&format!("usage: {example} ")));
    }
}

#[test]
fn a_closed_pipe_is_no_crash() {
    for arguments in [["214", "250"], ["450", "550"]] {
        let mut child = Command::new(folder().join("compare"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stderr.is_empty());
    }
}
