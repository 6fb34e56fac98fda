//! Every seed of the fuzz targets, through the same checks, without a fuzzer.

use std::fs;

use smtp_codes_tests::repository;

#[path = "../fuzz/checks.rs"]
mod checks;
#[allow(dead_code)]
#[path = "../fuzz/reading.rs"]
mod reading;

/// Runs the check on each file of a corpus, and on each of its beginnings.
fn run(target: &str, check: fn(&[u8])) {
    let folder = repository().join("tests/fuzz/corpus").join(target);
    let mut seeds = 0;
    for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        // The test's output names the seed that fails.
        println!("{}", path.display());
        check(&bytes);
        for end in 0..bytes.len().min(200) {
            check(&bytes[..end]);
        }
        seeds += 1;
    }
    assert!(seeds >= 10, "{target} has only {seeds} seeds");
}

#[test]
fn replies() {
    run("reply", checks::reply);
}

#[test]
fn searches() {
    run("find_enhanced", checks::find_enhanced);
}

#[test]
fn writers() {
    run("writer", checks::writer);
}

/// The cases are the seeds of the readers of logs and texts.
#[test]
fn readers() {
    for (folder, check) in [("inputs", reading::text as fn(&[u8])), ("inputs", reading::log)] {
        for entry in fs::read_dir(repository().join("tests/cases").join(folder)).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            (0..=bytes.len()).step_by(7).for_each(|end| check(&bytes[..end]));
        }
    }
    for line in smtp_codes_tests::read("tests/cases/neighbours.jsonl").lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let bytes = case["text"].as_str().unwrap().as_bytes();
        reading::text(bytes);
        reading::log(bytes);
    }
}

#[test]
fn hostile_replies() {
    run("hostile", reading::hostile);
}
