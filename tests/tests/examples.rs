//! The examples as processes: what they print, where, and with which status.

mod programs;

use programs::{prints, run};
use smtp_codes::{Locale, code};
use smtp_codes_tests::repository;

#[test]
fn compare_prints_the_page_of_the_library() {
    for locale in Locale::ALL {
        let page = code!(214).compare(code!(250)).in_locale(*locale).to_string();
        let output = run("compare", &["250", "214", "--locale", locale.as_str()]);
        assert_eq!(String::from_utf8(output.stdout).unwrap().trim_end(), page.trim_end());
    }
    let output = run("compare", &["--markdown", "450", "550"]);
    let page = code!(450).compare(code!(550)).markdown().to_string();
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim_end(), page.trim_end());
    for arguments in [&[][..], &["214"], &["214", "700"], &["214", "25O"], &["214", "250", "--locale", "xx"]] {
        let output = run("compare", arguments);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(text.starts_with("compare: ") && text.contains("usage: compare CODE CODE"), "{text}");
    }
}

#[test]
fn match_codes_tells_each_refusal_apart() {
    let page = prints("match_codes", &[]);
    assert_eq!(page.matches("  -> ").count(), 6);
    assert!(page.contains("Check the spelling") && page.contains("make room"));
}

#[test]
fn session_says_what_it_wants() {
    let output = run("session", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("host:port"));
}

#[test]
fn each_example_is_one_screen() {
    let folder = repository().join("smtp-codes/examples");
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names, ["compare.rs", "gateway-codes.toml", "match_codes.rs", "session.rs"]);
    for name in names.iter().filter(|name| **name != "gateway-codes.toml") {
        let lines = std::fs::read_to_string(folder.join(name)).unwrap().lines().count();
        assert!(lines < 60, "{name}: {lines}");
    }
}
