//! What a program carries of the library: only what it calls, in tables without holes, none of them made at run time.
//!
//! `.ci/size` prints the figures.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::sync::OnceLock;

use object::{Object, ObjectSection};
use smtp_codes::ReplyCode;
use smtp_codes_tests::repository;
use tempfile::TempDir;

/// Name, and what it makes of the word `text` that it is started with.
const PROGRAMS: [(&str, &str); 6] = [
    ("empty", "text.len()"),
    ("class", "ReplyCode::try_from(number(text)).map_or(0, |code| code.class().digit())"),
    ("name", "ReplyCode::try_from(number(text)).map_or(\"\", ReplyCode::name)"),
    ("description", "ReplyCode::try_from(number(text)).map_or(\"\", ReplyCode::description)"),
    ("reply", "Reply::parse(text.as_bytes()).map_or(0, |(reply, _)| reply.lines().count())"),
    ("action", "Reply::parse(text.as_bytes()).map_or(0, |(reply, _)| reply.action(command(text)) as u32)"),
];

/// A program, as it lies on the disk.
struct Program {
    file: Vec<u8>,
    /// The sections that are loaded, by name, and their sizes.
    sections: BTreeMap<String, u64>,
}

impl Program {
    fn read(file: Vec<u8>) -> Self {
        let mut sections = BTreeMap::new();
        let parsed = object::File::parse(&*file).unwrap();
        for section in parsed.sections() {
            // What is not loaded has no address; and the linker fills up a page, which holds nothing.
            if section.address() != 0 && section.name() != Ok(".relro_padding") {
                sections.insert(section.name().unwrap().to_owned(), section.size());
            }
        }
        Self { file, sections }
    }

    fn section(&self, name: &str) -> u64 {
        self.sections.get(name).copied().unwrap_or_default()
    }

    fn loaded(&self) -> u64 {
        self.sections.values().sum()
    }

    fn holds(&self, text: &str) -> bool {
        self.file.windows(text.len()).any(|window| window == text.as_bytes())
    }
}

/// How many bytes more this program has than the empty one, counted by `size`.
fn growth(name: &str, size: impl Fn(&Program) -> u64) -> i64 {
    let [own, empty] = [name, "empty"].map(|name| i64::try_from(size(&programs()[name])).unwrap());
    own - empty
}

/// All programs, built once and optimised.
fn programs() -> &'static BTreeMap<&'static str, Program> {
    static BUILT: OnceLock<BTreeMap<&'static str, Program>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        let library = fs::canonicalize(repository().join("smtp-codes")).unwrap().display().to_string();
        let manifest = format!(
            "[package]\nname = \"size\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\nsmtp-codes = {{ path = {library:?} }}\n\n[profile.release]\nstrip = true\n"
        );
        fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
        fs::copy(repository().join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
        let sources = folder.path().join("src/bin");
        fs::create_dir_all(&sources).unwrap();
        for (name, answer) in PROGRAMS {
            let source = format!(
                "#![allow(unused)]\nuse smtp_codes::{{Command, Reply, ReplyCode}};\n\n\
                 fn number(text: &str) -> u16 {{\n    text.len() as u16\n}}\n\n\
                 fn command(text: &str) -> Command {{\n    Command::ALL[text.len() % Command::ALL.len()]\n}}\n\n\
                 fn main() {{\n    let text = std::env::args().nth(1).unwrap_or_default();\n    \
                 let text = text.as_str();\n    println!(\"{{}}\", {answer});\n}}\n"
            );
            fs::write(sources.join(format!("{name}.rs")), source).unwrap();
        }
        let target = repository().join("target/size");
        let output = Command::new(env!("CARGO"))
            .args(["build", "--release", "--quiet", "--color=never"])
            .env("CARGO_TARGET_DIR", &target)
            .env_remove("RUSTFLAGS")
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let read = |name| Program::read(fs::read(target.join("release").join(name)).unwrap());
        PROGRAMS.into_iter().map(|(name, _)| (name, read(name))).collect()
    })
}

#[test]
fn the_figures() {
    let mut table = "| A program that asks for | Bytes more | of them code |\n| --- | ---: | ---: |\n".to_owned();
    for (name, _) in PROGRAMS.into_iter().skip(1) {
        let [all, code] = [growth(name, Program::loaded), growth(name, |program| program.section(".text"))];
        table += &format!("| {name} | {all} | {code} |\n");
    }
    print!("{table}");
}

#[test]
fn a_program_that_asks_for_the_class_grows_by_less_than_two_kibibytes() {
    let growth = growth("class", Program::loaded);
    assert!(growth < 2048, "{growth} bytes");
}

#[test]
fn texts_that_are_not_called_are_not_there() {
    let holds = |program: &str, text: fn(ReplyCode) -> &'static str| {
        let program = &programs()[program];
        let all: Vec<bool> = ReplyCode::ALL.iter().map(|&code| program.holds(text(code))).collect();
        assert!(all.iter().all(|&held| held == all[0]), "some texts and not others");
        all[0]
    };
    for (program, description) in [
        ("empty", false),
        ("class", false),
        ("name", false),
        ("description", true),
        ("reply", false),
        ("action", false),
    ] {
        assert_eq!(holds(program, ReplyCode::description), description, "{program}: descriptions");
        assert!(!holds(program, ReplyCode::seen_when), "{program}: occasions");
        assert!(!holds(program, ReplyCode::remediation), "{program}: remedies");
    }
}

#[test]
fn no_table_is_made_at_run_time() {
    for (name, _) in PROGRAMS {
        // A table that is made at run time lies in memory that can be written to, or is made by an initialiser.
        for section in [".data", ".bss", ".tdata", ".tbss", ".init_array"] {
            assert_eq!(growth(name, |program| program.section(section)), 0, "{name}: {section}");
        }
    }
}

#[test]
fn the_tables_have_no_holes() {
    // A row is a pointer and a length, and the loader's note where the pointer goes; and there is the table from
    // number to row. A table by number would have 400 rows.
    let codes = i64::try_from(ReplyCode::ALL.len()).unwrap();
    let tables = codes * (16 + 24) + 400;
    for (name, text) in
        [("name", ReplyCode::name as fn(ReplyCode) -> &'static str), ("description", ReplyCode::description)]
    {
        let texts: usize = ReplyCode::ALL.iter().map(|&code| text(code).len()).sum();
        let rest = growth(name, Program::loaded) - i64::try_from(texts).unwrap() - tables;
        assert!(rest < 1024, "{name}: {rest} bytes more than the texts and dense tables");
    }
}
