//! What a text with faults gives: each fault once, at its place, and nothing behind it lost.

use super::{Kind, Table, parse};

/// The errors of a text as `line:column message`, and the keys that were understood.
pub(super) fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let (table, mut errors) = parse(text);
    errors.sort_by_key(|error| error.span.start);
    let errors = errors.iter().map(|error| {
        let before = &text[..error.span.start];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        assert!(!error.message.ends_with('.') && !error.help.ends_with('.') && !error.help.is_empty());
        format!("{line}:{column} {}", error.message)
    });
    let errors = errors.collect();
    let mut keys = Vec::new();
    all_keys(&table, "", &mut keys);
    (errors, keys)
}

fn all_keys(table: &Table<'_>, path: &str, keys: &mut Vec<String>) {
    for entry in &table.entries {
        let path = format!("{path}{}", entry.key);
        match &entry.value.kind {
            Kind::Table(below) => all_keys(below, &format!("{path}."), keys),
            _ => keys.push(path),
        }
    }
}

/// A field, the faulty line, and fields that have to survive it.
fn one(fault: &str, error: &str) {
    let text = format!("[x]\na = 1\n{fault}\nb = \"2\"\n\n[y]\nc = 3\n");
    let (errors, keys) = read(&text);
    assert_eq!(errors, [error], "{fault}");
    for key in ["x.a", "x.b", "y.c"] {
        assert!(keys.iter().any(|known| known == key), "{fault}: {key} is lost: {keys:?}");
    }
}

#[test]
fn every_fault_is_one_error_and_costs_no_other_line() {
    one("n", "3:1 a key without `=` and a value");
    one("n = ", "3:1 a key without a value");
    one("n = # nothing", "3:1 a key without a value");
    one("n.  = 1", "3:5 a key is expected here");
    one("= 1", "3:1 a key is expected here");
    one("né = 1", "3:1 a key without quotes has only letters of ASCII, digits, `-` and `_`");
    one("\"\"\"n\"\"\" = 1", "3:1 a key stands on one line");
    one("Some words that are no field", "3:1 a key without `=` and a value");
    one("n = some words, and [more]", "3:5 this is no value");
    one("n = tru", "3:5 this is no value");
    one("n = 1_", "3:5 this is neither a number nor a date");
    one("n = 2024-02-30", "3:5 this is neither a number nor a date");
    one("n = \"\\UFFFFFFFF\"", "3:6 no character is written like this");
    // As long as a date, with a hyphen where a date has one: still no date that a time may follow.
    one("n = 1.2345e-10 1", "3:16 more text after the value");
    one("n = ]", "3:5 a value is expected here");
    one("n = 1 # \u{7}", "3:9 a control character");
    one("n = \"\u{0}\"", "3:6 a control character");
    one("n = \"a\rb\"", "3:7 a carriage return without a line feed");
    one("n = 1\rm = 2", "3:6 a carriage return without a line feed");
    one("# n\rm = 2", "3:4 a carriage return without a line feed");
    one("\rn = 1", "3:1 a carriage return without a line feed");
    one("n = \"text", "3:5 this text is not closed");
    one("n = 'text", "3:5 this text is not closed");
    one("n = \"text\\\"", "3:5 this text is not closed");
    one("n = \"C:\\Users\\some\"", "3:8 no character is written like this");
    one("n = \"\\ud800\"", "3:6 no character is written like this");
    one("n = \"one\" \"two\"", "3:11 more text after the value");
    one("n = 1 m = 2", "3:7 more text after the value");
    one("a = 2", "3:1 given twice");
    one("a.b = 2", "3:1 given twice");
}

#[test]
fn lists_and_braces() {
    one("n = [1 2]", "3:8 a comma or `]` is expected here");
    one("n = [1,, 2]", "3:8 a comma with nothing before it");
    one("n = [one, two]", "3:6 this is no value");
    one("n = [\n  1,\n  two,\n  3,\n]", "5:3 this is no value");
    one("n = [1, 2", "3:5 this list is not closed");
    one("n = [1,", "3:5 this list is not closed");
    one("n = [\n  \"1\",\n  \"2\"", "3:5 this list is not closed");
    one("n = [[1, 2]", "3:5 this list is not closed");
    one("n = { m = 1 o = 2 }", "3:13 a comma or `}` is expected here");
    one("n = { m = 1,, o = 2 }", "3:13 a comma with nothing before it");
    one("n = { m = one, o = 2 }", "3:11 this is no value");
    one("n = { m, o = 2 }", "3:7 a key without `=` and a value");
    one("n = { m = }", "3:7 a key without a value");
    one("n = { m = 1", "3:5 this table is not closed");
    one("n = { m = 1,", "3:5 this table is not closed");
    one("n = { m = \"1, o = \"2\" }", "3:20 a comma or `}` is expected here");
    one("n = { m = [ 1, }", "3:16 a value is expected here");
    one("n = {\n  m = 1,\n  o = two,\n}", "5:7 this is no value");
    one("n = { m = 1, m = 2 }", "3:14 given twice");
    // The line of an error includes its end, where the table that is not closed would be a second one.
    assert_eq!(read("n = {b .\nm = 9\n").0, ["1:9 a key is expected here"]);
    let many = "n = [one,\n  two,\n  3 4,\n]\n";
    assert_eq!(
        read(many).0,
        ["1:6 this is no value", "2:3 this is no value", "3:5 a comma or `]` is expected here"]
    );
}

#[test]
fn texts_over_several_lines() {
    one("n = \"\"\"\nSome words\nand some more", "3:5 this text is not closed");
    one("n = '''\nSome words", "3:5 this text is not closed");
    one("n = \"\"\"text\"\"\" x", "3:16 more text after the value");
    // The next text of the kind closes it: the fault is at the first, and the second is read.
    let text = "[x]\nn = \"\"\"\nSome words\nm = \"\"\"more\"\"\"\no = 1\n";
    let (errors, keys) = read(text);
    assert_eq!(errors, ["2:5 this text is not closed"]);
    assert_eq!(keys, ["x.n", "x.m", "x.o"]);
}

#[test]
fn headers() {
    let lost = |fault: &str, error: &str| {
        let (errors, keys) = read(&format!("[x]\na = 1\n{fault}\na = 2\nb = 3\n[y]\nc = 4\n"));
        assert_eq!(errors, [error]);
        assert_eq!(keys, ["x.a", "y.c"]);
    };
    lost("[n m]", "3:1 this header is not closed");
    lost("[]", "3:2 a key is expected here");
    lost("[n..m]", "3:4 a key is expected here");
    lost("[x]", "3:2 given twice");
    lost("[x.a]", "3:4 given twice");
    lost("[[x]]", "3:3 given twice");
    // Here it is clear which table was meant.
    let kept = |fault: &str, error: &str| {
        let (errors, keys) = read(&format!("[x]\na = 1\n{fault}\na = 2\n"));
        assert_eq!(errors, [error]);
        assert!(keys.len() == 2, "{keys:?}");
    };
    kept("[n", "3:1 this header is not closed");
    kept("[n # comment", "3:1 this header is not closed");
    kept("[[n]", "3:1 this header is not closed");
    kept("[n] and more", "3:5 more text after the header");
}

#[test]
fn what_stands_twice_names_the_first_place() {
    let (_, errors) =
        parse("[reply.214]\nname = 1\n'name' = 2\n[reply]\n[reply.\"214\"]\n[[reply.214.rule]]");
    let found: Vec<_> = errors.iter().filter_map(|error| error.duplicate.as_ref()).collect();
    assert_eq!((errors.len(), found.len()), (2, 2));
    assert_eq!((found[0].first.clone(), found[0].header.clone()), (12..16, 0..0));
    assert_eq!((found[1].first.clone(), found[1].header.clone()), (7..10, 40..53));
}

#[test]
fn a_header_or_a_field_behind_what_is_not_closed_is_read() {
    for open in ["[1,", "[", "{ m = 1,", "\"\"\"some", "{"] {
        for next in [
            "[y]",
            "[y.z]",
            "[[y]]",
            "[ y ]",
            "[\ty\t] # why",
            "[y]\r",
            "[y.'z']",
            "b=1\n[y]",
            "\"b\"=1\n[y]",
            "b.c = 1\n[y]",
        ] {
            let text = format!("[x]\nn = {open}\n{next}\nc = 3\n");
            let (errors, keys) = read(&text);
            assert!(errors.len() == 1 && errors[0].ends_with("is not closed"), "{text} {errors:?}");
            assert!(keys.last().is_some_and(|key| key.starts_with('y')), "{text} {keys:?}");
        }
        let (errors, _) = read(&format!("[x]\nn = {open}\n[y]"));
        assert!(errors.len() == 1 && errors[0].ends_with("is not closed"), "{open} {errors:?}");
    }
    // What was misread on the way is forgotten, up to where the reader goes on: at the end of the text here.
    assert_eq!(read("n = [{\n-.").0, ["1:6 this table is not closed"]);
}

#[test]
fn a_list_in_a_list_is_no_header() {
    for item in
        ["[1]", "[true]", "[\"a\"]", "['a']", "[inf]", "[[1]]", "[]", "[-1]", "[1, 2]", "[nan, false]"]
    {
        let (errors, keys) = read(&format!("a = [\n{item},\n{item}\n]\nb = [\n{item}\n]\nc = 1\n"));
        assert_eq!((errors, keys.len()), (Vec::new(), 3), "{item}");
    }
}

#[test]
fn a_dotted_key_adds_to_no_table_of_several_and_a_header_to_the_last() {
    let (errors, keys) = read("[[a]]\nb = 1\n[a.c]\nd = 2\n");
    assert_eq!((errors.len(), keys.len()), (0, 1));
    assert_eq!(read("[x]\n[[x.a]]\nb = 1\n[x.a.c]\nd = 2\n").0, Vec::<String>::new());
    assert_eq!(read("a = [{ b = 1 }]\na.c = 2\n").0, ["2:1 given twice"]);
    assert_eq!(read("a = [1]\n[a.c]\nd = 2\n").0, ["2:2 given twice"]);
}

#[test]
fn a_control_character_is_told_what_can_be_done_where_it_stands() {
    let help = |text: &str| {
        let (_, errors) = parse(text);
        assert_eq!(errors.len(), 1, "{text:?}");
        (errors[0].span.clone(), errors[0].help)
    };
    assert!(help("a = 1 # \0").1.contains("a comment has none"));
    assert!(help("a = '\0'").1.contains("between double quotes as an escape"));
    // The line ends of old: the whole file is one line, and one error.
    for (text, at) in [
        ("[x]\ra = 1\rb = 2\r", 3),
        ("# why\r[x]\ra = 1", 5),
        ("a = 1\r", 5),
        ("a = \"\"\"\rb\"\"\"", 7),
        ("a = [1,\r2]", 7),
    ] {
        let (span, help) = help(text);
        assert_eq!(span, at..at + 1, "{text:?}");
        assert!(help.starts_with("end lines with a line feed"), "{help}");
    }
}

#[test]
fn the_place_of_a_fault_is_what_is_wrong_and_no_more() {
    for (text, wrong) in [
        ("a = 1 # \u{7}x", "\u{7}"),
        ("a = \"\u{7}x\"", "\u{7}"),
        ("a = \"\\qx\"", "\\q"),
        ("=1", "="),
        ("a = ]]", "]"),
        ("a = [,, 2]", ","),
        ("a = [1 22]", "2"),
        ("a = {,, b = 2}", ","),
        ("a = {b = 1 cc = 2}", "c"),
        ("a = truer", "truer"),
        ("a = 1 more", "more"),
        ("a = 1\n\"\"\"b\"\"\" = 1", "\"\"\""),
    ] {
        let (_, errors) = parse(text);
        assert_eq!(&text[errors[0].span.clone()], wrong, "{text}");
    }
}

#[test]
fn hostile_texts_are_errors_and_no_crash() {
    let many = |piece: &str, times: usize| piece.repeat(times);
    for text in [
        many("[", 50_000),
        format!("a = {}", many("[", 50_000)),
        format!("a = {}", many("{a=", 50_000)),
        format!("a = {}", many("[{a=", 50_000)),
        format!("[{}b]", many("a.", 50_000)),
        format!("{}b = 1", many("a.", 50_000)),
        format!("a = {{{}b = 1", many("a.", 40)) + &format!("c = {{{}", many("a.", 40)),
        format!("a = [{}", many(",", 300_000)),
        format!("a = \"{}\"", many("\\q", 150_000)),
        many("a = {\n", 50_000),
        many("a = {\nb=1,\n", 30_000),
        many("a = [\n", 50_000),
        many("a = \"\"\"\n", 40_000),
        many("=\n", 150_000),
        many("[a]\n", 80_000),
        many("\r", 300_000),
        many("\0", 300_000),
        format!("a = 1{}", many("\t", 300_000)) + "x",
        (0..40_000).map(|at| format!("k{at} = 1\n")).collect::<String>() + "k0 = 1",
    ] {
        let (_, errors) = parse(&text);
        assert!(!errors.is_empty() && errors.len() <= 100, "{:?} {}", text.get(..20), errors.len());
    }
    let (_, errors) = parse(&format!("a = {}\nb = 1", many("[", 50_000)));
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].message, "nested too deeply");
}

#[test]
fn sixty_four_levels_are_read() {
    let nested = |levels: usize| format!("a = {}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(parse(&nested(63)).1.is_empty());
    assert_eq!(parse(&nested(64)).1.len(), 1);
    let path = |keys: usize| format!("[{}b]", "a.".repeat(keys - 1));
    assert!(parse(&path(64)).1.is_empty());
    assert_eq!(parse(&path(65)).1.len(), 1);
}

#[test]
fn no_text_is_a_panic() {
    let real = "\u{feff}[a.'b']\r\nc = \"\\u00e9\\x41\" # d\ne = [1, { f = 1979-05-27 07:32:00.5Z }]\n[[g]]\nh = \"\"\"\ni\"\"\"";
    for at in 0..=real.len() {
        for end in at..=real.len() {
            if real.is_char_boundary(at) && real.is_char_boundary(end) {
                parse(&real[at..end]);
                parse(&(real[..at].to_owned() + &real[end..]));
                parse(&(real[..end].to_owned() + "é" + &real[at..]));
            }
        }
    }
}
