//! The command and the examples as processes: run, fed, and what they print.

// Each test file uses only some of this.
#![allow(dead_code)]

use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The command.
pub(crate) const TOOL: &str = "smtp-codes";

/// The path of a program. All are built once, the command with its feature.
pub(crate) fn program(name: &str) -> &'static Path {
    static PROGRAMS: OnceLock<HashMap<String, PathBuf>> = OnceLock::new();
    let programs = PROGRAMS.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .args(["build", "-q", "-p", "smtp-codes", "--features", "cli", "--bins", "--examples"])
            .arg("--message-format=json")
            .current_dir(smtp_codes_tests::repository())
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let messages = String::from_utf8(built.stdout).unwrap();
        let programs = messages.lines().filter_map(|line| {
            let message: serde_json::Value = serde_json::from_str(line).unwrap();
            let path = PathBuf::from(message["executable"].as_str()?);
            Some((message["target"]["name"].as_str()?.to_owned(), path))
        });
        programs.collect()
    });
    &programs[name]
}

pub(crate) fn run(name: &str, arguments: &[&str]) -> Output {
    Command::new(program(name)).args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// The same with a text on its standard input.
pub(crate) fn run_on(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(program(name));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program that does not read it all closes the pipe, which is no fault.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// What a program prints when all is well; never wider than 80 columns, since nothing here is a terminal.
pub(crate) fn prints(name: &str, arguments: &[&str]) -> String {
    page_of(arguments, run(name, arguments))
}

/// The same with a text on its standard input.
pub(crate) fn prints_on(name: &str, arguments: &[&str], input: &[u8]) -> String {
    page_of(arguments, run_on(name, arguments, input))
}

fn page_of(arguments: &[&str], output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    // Addresses and what has no blank in it are not cut.
    let is_long = |line: &&str| line.chars().count() > 80 && line.trim().contains(' ') && !line.contains("://");
    assert_eq!(text.lines().find(is_long), None, "{arguments:?}");
    text
}

/// The JSON that the command prints for a text, whatever its status.
pub(crate) fn json_on(arguments: &[&str], input: &[u8]) -> serde_json::Value {
    let output = run_on(TOOL, arguments, input);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

/// What stands under a label: the indented lines after it, as one.
pub(crate) fn under(page: &str, label: &str) -> String {
    let lines = page.lines().skip_while(|line| *line != label).skip(1);
    let text: Vec<&str> = lines.take_while(|line| line.starts_with("  ")).map(str::trim).collect();
    assert!(!text.is_empty(), "nothing under {label:?} in\n{page}");
    text.join(" ")
}
