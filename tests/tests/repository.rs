//! What has to agree across the repository: versions, links, packages.

use std::fs;
use std::process::Command;

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
        (
            "smtp-codes",
            &[
                "catalogue.toml",
                "catalogue.fr.toml",
                "src/lib.rs",
                "README.md",
                "CHANGELOG.md",
                "LICENSE-MIT",
                "LICENSE-APACHE",
            ][..],
        ),
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
        assert!(!list.lines().any(|line| line.starts_with("src/tests")), "{package} has its tests in it");
    }
}

#[test]
fn the_readme_promises_the_compiler_of_the_manifest() {
    let promised = manifest("Cargo.toml")["workspace"]["package"]["rust-version"].as_str().unwrap().to_owned();
    assert!(read("README.md").contains(&format!("Rust {promised} or newer")));
    assert!(read("README.md").lines().count() < 220);
}
