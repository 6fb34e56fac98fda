//! Programs that must not compile, each named after its fault, and programs that must.
//!
//! The errors are compared word by word, so they are pinned to one compiler; on others they are not run.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

const PINNED: &str = "rustc 1.95.";

#[test]
fn errors_are_reported_where_they_are() {
    let version = Command::new(env::var_os("RUSTC").unwrap_or("rustc".into())).arg("--version").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    // trybuild compiles in a folder of its own, where the paths in the macro calls have to lead somewhere.
    let folder = smtp_codes_tests::repository().join("target/tests/trybuild/smtp-codes-tests");
    // Errors show paths relative to `PWD`, which cannot be set inside a process without unsafe code.
    if env::var_os("PWD").is_none_or(|pwd| Path::new(&pwd) != folder) {
        let mut test = Command::new(env::current_exe().unwrap());
        fs::create_dir_all(&folder).unwrap();
        let status = test.args(env::args_os().skip(1)).env("PWD", &folder).status().unwrap();
        assert!(status.success());
        return;
    }
    for entry in fs::read_dir("ui").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass_*.rs");
    if version.starts_with(PINNED) {
        cases.compile_fail("ui/fail_*.rs");
    } else {
        eprintln!("the compile-fail cases are skipped: they need {PINNED}x, this is {version}");
    }
}
