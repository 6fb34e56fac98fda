//! Where the reader goes on behind what is not closed: every kind of opening before every kind of next line,
//! compared with a file that people have read.
//!
//! After a change that is meant, `UPDATE_RECOVERY=1 cargo test -p smtp-codes-macros recovery` writes it anew.

use super::parse;
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

#[test]
fn a_text_that_is_not_closed_does_not_take_the_opening_of_the_next_for_its_end() {
    let next = "[x]\nn = \"\"\"\nSome words\nm = \"\"\"\nmore words\"\"\"\no = 1\n";
    for text in [
        next.to_owned(),
        next.replace('\n', "\r\n"),
        next.replace("\"\"\"", "'''"),
        next.replace("more", "\n# no comment\n\nmore"),
        next.replace("more words", "\\\n  more words"),
        next.replace("more words", ""),
        next.replace("more words", "\"more\" words"),
        next.replace("m = ", "[y]\n# why\nm = ").replace("\nn =", "\n  n ="),
        next.replace("m = ", "  m = ").replace("n = ", "  n = "),
    ] {
        let (errors, keys) = read(&text);
        assert_eq!(errors.len(), 1, "{text} {errors:?}");
        assert!(errors[0].starts_with("2:") && errors[0].ends_with("this text is not closed"), "{errors:?}");
        let names: Vec<&str> = keys.iter().map(|key| &key[2..]).collect();
        assert_eq!(names, ["n", "m", "o"], "{text}");
    }
    // Such a text may be closed by the quotes of its last line.
    for behind in [
        "",
        "b = 1",
        "\n# why\n\n[y]",
        "\"b\" = 1",
        "\"b\\\"\\\\c\t\".d = 1",
        "'b\"' = 1",
        "[ \"y\" . 'z' ]",
        "[[1]]",
    ] {
        let (errors, _) = read(&format!("n = \"\"\"\nSome words\nm = \"\"\"\n{behind}"));
        assert_eq!(errors, Vec::<String>::new(), "{behind}");
    }
    assert!(parse("n = [\"\"\"\nm = \"\"\"\n, 1, \"\"\"\nm = \"\"\"\n]").1.is_empty());
    assert!(parse("n = { a = \"\"\"\nm = \"\"\"\n, b = \"\"\"\nm = \"\"\"\n}").1.is_empty());
}

#[test]
fn every_long_text_of_the_catalogue_may_lose_its_end() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../smtp-codes/catalogue.toml");
    let Ok(real) = std::fs::read_to_string(path) else { return };
    let quotes: Vec<usize> = real.match_indices("\"\"\"").map(|(at, _)| at).collect();
    // Behind the last there is nothing that could be misread. Some texts more are enough of the file for each.
    let pairs: Vec<&[usize]> = quotes.chunks(2).collect();
    for at in (0..pairs.len() - 1).step_by(3) {
        let pair = pairs[at];
        let start = real[..pair[0]].rfind('\n').unwrap() + 1;
        let part = &real[start..pairs[(at + 8).min(pairs.len() - 1)][1] + 3];
        let cut = format!("{}{}", &part[..pair[1] - start], &part[pair[1] - start + 3..]);
        let (whole, known) = (read(part), read(&cut));
        let column = pair[0] - start + 1;
        assert_eq!(known.0[..], [format!("1:{column} this text is not closed")], "{cut}");
        assert_eq!(whole.1, known.1);
    }
}
