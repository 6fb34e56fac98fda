//! The examples as processes: run, fed, and what they print.

// Each test file uses only some of this.
#![allow(dead_code)]

pub(crate) mod report;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The folder of the examples, which are built once for all tests.
pub(crate) fn folder() -> &'static PathBuf {
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

pub(crate) fn run(example: &str, arguments: &[&str]) -> Output {
    Command::new(folder().join(example)).args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// The same with a text on its standard input.
pub(crate) fn run_on(example: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(folder().join(example));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    // An example that does not read it all closes the pipe, which is no fault.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// What the example prints when all is well; never wider than 80 columns, since nothing here is a terminal.
pub(crate) fn prints(example: &str, arguments: &[&str]) -> String {
    page_of(example, arguments, run(example, arguments))
}

/// The same of an example with a text on its standard input.
pub(crate) fn prints_on(example: &str, arguments: &[&str], input: &[u8]) -> String {
    page_of(example, arguments, run_on(example, arguments, input))
}

fn page_of(example: &str, arguments: &[&str], output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    // A single word, such as an address, is not cut.
    let too_long = text.lines().find(|line| line.chars().count() > 80 && line.trim().contains(' '));
    assert_eq!(too_long, None, "{example} {arguments:?}");
    text
}

/// The one line on the standard error that a wrong call ends with.
pub(crate) fn complains(example: &str, arguments: &[&str], says: &str) -> String {
    let output = run(example, arguments);
    is_complaint(example, &output, says)
}

/// The same of an example with a text on its standard input.
pub(crate) fn complains_on(example: &str, arguments: &[&str], input: &[u8], says: &str) -> String {
    is_complaint(example, &run_on(example, arguments, input), says)
}

fn is_complaint(example: &str, output: &Output, says: &str) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{example}: {text}");
    assert!(text.ends_with('\n') && text.lines().count() == 1, "{text}");
    assert!(!text.trim_end().contains(char::is_control), "{text:?}");
    assert!(text.starts_with(&format!("{example}: ")) && text.contains(says), "{text}");
    assert!(output.stdout.is_empty());
    text
}

/// What stands under a label: the indented lines after it, as one.
pub(crate) fn under(page: &str, label: &str) -> String {
    let lines = page.lines().skip_while(|line| *line != label).skip(1);
    let text: Vec<&str> = lines.take_while(|line| line.starts_with("  ")).map(str::trim).collect();
    assert!(!text.is_empty(), "nothing under {label:?} in\n{page}");
    text.join(" ")
}

/// The pages of several things, which lines across the page keep apart.
pub(crate) fn pages(text: &str) -> Vec<&str> {
    text.split(&format!("\n{}\n\n", "-".repeat(80))).collect()
}
