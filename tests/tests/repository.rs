//! What has to agree across the repository: versions, links, packages, the README's table.

use std::fmt::Write;
use std::fs;
use std::process::Command;

use smtp_codes::{EnhancedStatus, ReplyCode};
use smtp_codes_tests::{read, repository};

fn manifest(path: &str) -> toml::Table {
    read(path).parse().unwrap()
}

#[test]
fn the_library_pins_the_macro_crate_exactly() {
    let version = manifest("Cargo.toml")["workspace"]["package"]["version"].as_str().unwrap().to_owned();
    let library = manifest("smtp-codes/Cargo.toml");
    let pin = library["dependencies"]["smtp-codes-macros"]["version"].as_str().unwrap();
    assert_eq!(pin, format!("={version}"));
    for crate_ in ["smtp-codes", "smtp-codes-macros"] {
        let package = &manifest(&format!("{crate_}/Cargo.toml"))["package"];
        for field in ["version", "rust-version", "edition", "license"] {
            assert_eq!(package[field]["workspace"].as_bool(), Some(true), "{crate_}: {field}");
        }
    }
}

#[test]
fn the_library_has_no_dependency_at_run_time() {
    let library = manifest("smtp-codes/Cargo.toml");
    let needed: Vec<_> = library["dependencies"]
        .as_table()
        .unwrap()
        .iter()
        .filter(|(_, value)| value.get("optional").and_then(toml::Value::as_bool) != Some(true))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(needed, ["smtp-codes-macros"]);
    assert_eq!(manifest("smtp-codes-macros/Cargo.toml")["lib"]["proc-macro"].as_bool(), Some(true));
}

#[test]
fn the_catalogue_at_the_top_is_the_one_in_the_crate() {
    let top = repository().join("catalogue.toml");
    let real = fs::canonicalize(repository().join("smtp-codes/catalogue.toml")).unwrap();
    // Where links cannot be checked out, the file holds the path.
    let text = fs::read_to_string(&top).unwrap();
    assert!(fs::canonicalize(&top).unwrap() == real || text.trim() == "smtp-codes/catalogue.toml");
    assert!(!fs::symlink_metadata(real).unwrap().is_symlink());
}

#[test]
fn the_package_holds_the_catalogue_and_the_licences() {
    for (package, files) in [
        ("smtp-codes", &["catalogue.toml", "src/lib.rs", "README.md", "LICENSE-MIT", "LICENSE-APACHE"][..]),
        ("smtp-codes-macros", &["src/lib.rs", "README.md", "LICENSE-MIT", "LICENSE-APACHE"]),
    ] {
        let output = Command::new(env!("CARGO"))
            .args(["package", "--list", "--allow-dirty", "-p", package])
            .current_dir(repository())
            .output()
            .unwrap();
        let list = String::from_utf8(output.stdout).unwrap();
        for file in files {
            assert!(list.lines().any(|line| line == *file), "{package} lacks {file}");
        }
    }
}

#[test]
fn the_readme_shows_the_table_of_codes() {
    let mut table = String::from("| Code | Name | Standing | Variant |\n| --- | --- | --- | --- |\n");
    for code in ReplyCode::ALL {
        writeln!(table, "| {} | {} | {} | `{code:?}` |", code.as_str(), code.name(), code.standing())
            .unwrap();
    }
    let readme = read("README.md");
    let (begin, end) = ("<!-- codes:begin -->\n", "<!-- codes:end -->");
    let start = readme.find(begin).expect("README.md has lost its mark codes:begin") + begin.len();
    let stop = readme.find(end).expect("README.md has lost its mark codes:end");
    if std::env::var_os("UPDATE_README").is_some() {
        let updated = format!("{}{table}{}", &readme[..start], &readme[stop..]);
        fs::write(repository().join("README.md"), updated).unwrap();
        return;
    }
    assert_eq!(&readme[start..stop], table, "run the tests with UPDATE_README=1 to write the table anew");
}

#[test]
fn the_figures_in_the_changelog_and_readme_are_true() {
    let count = ReplyCode::ALL.len();
    assert!(read("CHANGELOG.md").contains(&format!("enum of {count} SMTP reply codes")));
    let count = EnhancedStatus::ALL.len();
    assert!(
        read("CHANGELOG.md").contains(&format!("the {count} enhanced status codes of the IANA registry"))
    );
    assert!(read("README.md").contains(&format!("The {count} enhanced codes of the IANA registry")));
    let msrv = manifest("Cargo.toml")["workspace"]["package"]["rust-version"].as_str().unwrap().to_owned();
    assert!(read("README.md").contains(&format!("Rust {msrv} or newer")));
}
