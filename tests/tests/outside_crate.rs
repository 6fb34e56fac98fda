//! Crates outside this workspace that depend on the library by path, built by cargo as anyone's would be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use smtp_codes::ReplyCode;
use smtp_codes_tests::repository;
use tempfile::TempDir;

/// A crate in a temporary folder.
struct Outside {
    folder: TempDir,
    target: PathBuf,
}

impl Outside {
    fn new(name: &str, dependency: &str, files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let library = fs::canonicalize(repository().join("smtp-codes")).unwrap();
        let dependency = dependency.replace("LIBRARY", &format!("path = {:?}", library.display().to_string()));
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependency}\n"
        );
        let outside = Self { folder, target: repository().join("target/outside") };
        outside.write("Cargo.toml", &manifest);
        // The same versions, so that nothing has to be fetched.
        fs::copy(repository().join("Cargo.lock"), outside.path().join("Cargo.lock")).unwrap();
        for (path, text) in files {
            outside.write(path, text);
        }
        outside
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn cargo(&self, command: &str) -> Output {
        Command::new(env!("CARGO"))
            .args([command, "--quiet", "--color=never"])
            .env("CARGO_TARGET_DIR", &self.target)
            .current_dir(self.path())
            .env("PWD", self.path())
            .output()
            .unwrap()
    }

    fn succeeds(&self, command: &str) -> String {
        let output = self.cargo(command);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn fails(&self, command: &str) -> String {
        let output = self.cargo(command);
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }
}

/// A program that matches over these codes without a wildcard arm.
fn matching<'a>(codes: impl Iterator<Item = &'a ReplyCode>) -> String {
    let arms: String = codes.map(|code| format!("code!({0}) => {0},\n", code.as_str())).collect();
    format!(
        "use smtp_codes::{{ReplyCode, code}};\n\n\
         fn number(code: ReplyCode) -> u16 {{\n    match code {{\n{arms}    }}\n}}\n\n\
         fn main() {{\n    assert!(ReplyCode::ALL.iter().all(|code| number(*code) == code.as_u16()));\n\
         println!(\"{{}}\", ReplyCode::ALL.len());\n}}\n"
    )
}

#[test]
fn a_match_over_all_codes_needs_no_wildcard_and_misses_none() {
    let all = matching(ReplyCode::ALL.iter());
    let outside = Outside::new("all-codes", "smtp-codes = { LIBRARY }", &[("src/main.rs", &all)]);
    assert_eq!(outside.succeeds("run").trim(), ReplyCode::ALL.len().to_string());
    outside.write("src/main.rs", &matching(ReplyCode::ALL.iter().filter(|code| code.as_u16() != 454)));
    let error = outside.fails("check");
    assert!(error.contains("non-exhaustive patterns") && error.contains("TemporaryAuthenticationFailure"), "{error}");
}

const CATALOGUE: &str = r#"
[reply.299]
variant = "Parked"
name = "Parked"
description = "It is held. Nothing is lost."
seen-when = "After the final dot. Only here."
remediation = "Wait. Ask the mail team."
answers = { END-OF-DATA = "success" }
"#;

#[test]
fn a_renamed_dependency_without_std_has_a_catalogue_of_its_own_that_follows_its_file() {
    let library = "#![no_std]\n#![deny(warnings, missing_docs, unreachable_pub)]\n//! A gateway.\n\n\
        /// Codes.\npub mod codes {\n    mail::catalogue! {\n        /// Ours.\n        \
        pub enum GatewayCode in \"codes.toml\";\n        /// By number.\n        pub(crate) macro gateway_code;\n    }\n}\n\n\
        use codes::{GatewayCode, gateway_code};\n\n/// Held.\npub const HELD: GatewayCode = gateway_code!(299);\n\n\
        /// Whether it ends the data well.\npub fn ends(code: GatewayCode) -> bool {\n    \
        code.answers_to(mail::Command::EndOfData).count() == 1 && code == 299u16\n}\n";
    let files = [("src/lib.rs", library), ("codes.toml", CATALOGUE)];
    let outside = Outside::new("gateway", "mail = { package = \"smtp-codes\", LIBRARY }", &files);
    outside.succeeds("build");

    // An edit of the file alone is noticed: the new code is there at the next build.
    let more = CATALOGUE.replace("299", "499").replace("Parked", "Jammed").replace("success", "error");
    outside.write("codes.toml", &format!("{CATALOGUE}{more}"));
    outside
        .write("src/lib.rs", &format!("{library}\n/// Jammed.\npub const JAMMED: GatewayCode = gateway_code!(499);\n"));
    outside.succeeds("build");
    outside.write("codes.toml", CATALOGUE);
    let error = outside.fails("build");
    assert!(error.contains("`499` is not a reply code in this catalogue; the only one is 299"), "{error}");

    // And a fault in it is shown where it stands.
    outside.write("codes.toml", &CATALOGUE.replace("END-OF-DATA", "END-OF-DATE"));
    let error = outside.fails("build");
    assert!(error.contains("unknown command `END-OF-DATE`") && error.contains("--> codes.toml:8:13"), "{error}");
    assert!(error.contains("did you mean `END-OF-DATA`?"), "{error}");
}

#[test]
fn serde_is_what_the_call_says_whatever_the_features_of_the_library_are() {
    let with = |features: &str| {
        format!(
            "smtp-codes = {{ LIBRARY{features} }}\nserde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\""
        )
    };
    let main = |attributes: &str, serde: &str, json: &str| {
        format!(
            "mod codes {{\n    smtp_codes::catalogue! {{\n        /// Ours.\n        {attributes}\n        \
             pub enum GatewayCode in \"codes.toml\"{serde};\n    }}\n}}\n\nfn main() {{\n    \
             assert_eq!(serde_json::to_string(&codes::GatewayCode::Parked).unwrap(), r#\"{json}\"#);\n}}\n"
        )
    };
    let derived = main("#[derive(serde::Serialize)]", "", "\"Parked\"");
    let files = [("src/main.rs", derived.as_str()), ("codes.toml", CATALOGUE)];
    // Another crate of the build may turn the feature on or not.
    for features in ["", ", features = [\"serde\"]"] {
        Outside::new("derived", &with(features), &files).succeeds("run");
    }
    let asked = main("", " with serde", "299");
    let files = [("src/main.rs", asked.as_str()), ("codes.toml", CATALOGUE)];
    Outside::new("asked", &with(", features = [\"serde\"]"), &files).succeeds("run");
    let error = Outside::new("missing", &with(""), &files).fails("build");
    assert!(error.contains("`with serde` needs the feature `serde` of `smtp-codes`"), "{error}");
}

#[test]
fn a_third_language_is_one_file_and_no_rust() {
    let copy = TempDir::new().unwrap();
    for package in ["smtp-codes", "smtp-codes-macros"] {
        copy_sources(&repository().join(package), &copy.path().join(package));
    }
    for file in ["README.md", "CHANGELOG.md"] {
        fs::copy(repository().join(file), copy.path().join(file)).unwrap();
    }
    let workspace = smtp_codes_tests::read("Cargo.toml");
    let members = workspace.lines().find(|line| line.starts_with("members")).unwrap();
    let workspace = workspace.replace(members, "members = [\"smtp-codes\", \"smtp-codes-macros\"]");
    fs::write(copy.path().join("Cargo.toml"), workspace).unwrap();
    let file = copy.path().join("smtp-codes/catalogue.toml");
    let catalogue = fs::read_to_string(&file).unwrap();
    let french = "[locale.fr]\n";
    let german = "[locale.de]\nvariant = \"De\"\nlanguage = \"Deutsch\"\nfile = \"catalogue.de.toml\"\n\n";
    fs::write(&file, catalogue.replacen(french, &format!("{german}{french}"), 1)).unwrap();
    let texts = fs::read_to_string(copy.path().join("smtp-codes/catalogue.fr.toml")).unwrap();
    let texts = texts.replace("Différences clés", "Unterschiede").replace("Message d’aide", "Hilfetext");
    fs::write(copy.path().join("smtp-codes/catalogue.de.toml"), texts).unwrap();

    let main = "use smtp_codes::{Locale, code};\n\nfn main() {\n    \
        let german: Locale = \"de_DE.UTF-8\".parse().unwrap();\n    \
        println!(\"{}\", code!(214).compare(code!(250)).in_locale(german));\n}\n";
    let library = copy.path().join("smtp-codes").display().to_string();
    let outside = Outside::new("german", &format!("smtp-codes = {{ path = {library:?} }}"), &[("src/main.rs", main)]);
    let page = outside.succeeds("run");
    assert!(page.lines().any(|line| line == "Unterschiede") && page.contains("214 Hilfetext"), "{page}");
}

/// Copies a package as it lies in the repository, without what cargo made.
fn copy_sources(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_sources(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
