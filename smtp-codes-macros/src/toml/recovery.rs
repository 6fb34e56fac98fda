//! Where the reader goes on behind what is not closed: every kind of opening before every kind of next line,
//! compared with a file that people have read.
//!
//! After a change that is meant, `UPDATE_RECOVERY=1 cargo test -p smtp-codes-macros recovery` writes it anew.

use super::tests::read;

const OPEN: [&str; 13] = [
    "n = \"\"\"one",
    "n = '''one",
    "n = \"\"\"",
    "n = [1",
    "n = [\"one\",",
    "n = [[1], [2",
    "n = {b = 1",
    "n = {b = [1, {c = 2",
    "  n = [1,",
    "\tn = \"\"\"one",
    "n = \"one",
    "n = \"\"\"one\\",
    "n = \"one\\",
];

const NEXT: [&str; 39] = [
    "",
    "k = 1",
    "k=1",
    " k = 1",
    "   k = 1",
    "\tk = 1",
    "k.l = 1",
    "k . l = 1",
    ". = 1",
    "= 1",
    "\"k\" = 1",
    "'k' = 1",
    "\"k k\" = 1",
    "\"k = 1",
    "'k\u{7}' = 1",
    "\"k\".l = 1",
    "k l = 1",
    "k # = 1",
    "[h]",
    " [ h ] ",
    "[h] # a comment",
    "[h] x",
    "[[h]]",
    "[h.\"i\"]",
    "[\"h\"]",
    "[true]",
    "[inf]",
    "[1]",
    "[h",
    "[]",
    "h]",
    "[h, i]",
    "]",
    "}",
    "\"\"\"",
    "'''",
    "k = \"\"\"\nSome words\nand more\"\"\"",
    "k = \"\"\"\nb = 1\n\"\"\"",
    "k = '''\nSome words'''",
];

#[test]
fn recovery_behind_what_is_not_closed() {
    let mut output = String::new();
    for open in OPEN {
        for next in NEXT {
            for (end, rest) in [("\n", "z = 9\n"), ("\r\n", "[y]\r\nz = 9\r\n"), ("\n", "")] {
                let behind = if rest.is_empty() { next.to_owned() } else { format!("{next}{end}{rest}") };
                let text = format!("a = 0{end}{open}{end}{behind}");
                let (errors, keys) = read(&text);
                output += &format!("{text:?} | {} | {}\n", keys.join(" "), errors.join("; "));
            }
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/toml/recovery.txt");
    if std::env::var_os("UPDATE_RECOVERY").is_some() {
        std::fs::write(path, &output).unwrap();
        return;
    }
    let known = include_str!("recovery.txt");
    for (at, (known, output)) in known.lines().zip(output.lines()).enumerate() {
        assert_eq!(known, output, "recovery.txt, line {}", at + 1);
    }
    assert_eq!(known.lines().count(), output.lines().count());
}
