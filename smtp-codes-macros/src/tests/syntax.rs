//! Files that are not TOML: every error, each at the place where the broken thing opens, and no echoes.

use super::{code, heads, library, one, own, real};

/// One error in the middle of a file, at this place.
fn broken(from: &str, to: &str, message: &str, place: &str, help: &str) {
    let more = "references = [\n    \"RFC 5321\",\n    \"RFC 5321 section 4.2\",\n]\n";
    let whole = code("250", "A", more) + &code("251", "B", "");
    assert_eq!(heads(&whole, &own()), Vec::<String>::new());
    let text = whole.replacen(from, to, 1);
    assert_ne!(text, whole, "{from}");
    one(&text, &own(), &format!("invalid TOML: {message}"), place, help);
}

#[test]
fn each_kind_of_error_is_told_at_its_place() {
    let quotes = "put strings in double quotes";
    broken("name = \"N\"", "name", "a key without a value", "3:5", "write each field as key");
    broken("[reply.251]", "reply.251]", "a key without a value", "12:10", "write the header of a table");
    broken("name = \"N\"", "name =", "a key without a value", "3:7", quotes);
    broken("name = \"N\"", "name = N", "expected a value", "3:8", quotes);
    broken("name = \"N\"", "name = \"N", "this string is not closed", "3:8", "close the quotes");
    broken("name = \"N\"", "name = 'N", "this string is not closed", "3:8", "close the quotes");
    broken("name = \"N\"", "name = \"\\q\"", "unknown escape sequence", "3:9", "write a backslash as");
    broken("name = \"N\"", "name = \"a\u{7}\"", "a control character in a string", "3:10", "take it out");
    broken("name = \"N\"", "name = \"N\" O", "unexpected text after the value", "3:12", "write one key = value");
    broken("name = \"N\"", "n\u{e9}m = 1", "a key with a character that needs quotes", "3:2", "put this key");
    broken("\"RFC 5321\",", "\"RFC 5321\"", "expected a comma", "9:5", "put a comma");
    broken("    \"RFC 5321 section 4.2\",\n]", "", "this array is not closed", "7:14", "close it with `]`");
    broken("4.2\",\n]", "4.2\"", "this array is not closed", "7:14", "close it with `]`");
    let inline = ("[\n    \"RFC 5321\",\n    \"RFC 5321 section 4.2\",\n]", "{ a = 1");
    broken(inline.0, inline.1, "this inline table is not closed", "7:14", "close it with `}`");
    broken("\"D.\"", "\"\"\"D.", "this string is not closed", "4:15", "close it with three quotes");
    broken("[reply.251]", "[reply.251", "this header is not closed", "12:11", "write the header of a table");
    broken("[reply.251]", "[[reply.251]", "this header is not closed", "12:13", "write the header of a table");
    broken("[reply.251]", "[reply.251] x", "unexpected text after the value", "12:13", "write the header of a table");
}

#[test]
fn a_string_that_the_next_field_seems_to_close_is_told_where_it_opens() {
    for (next, behind) in
        [("\"\"\"S. And more.\"\"\"", ""), ("\"\"\"\nS. And more.\"\"\"", ""), ("\"\"\"S.\"\"\"", "# End.\n")]
    {
        let text = code("250", "A", behind).replace("\"D.\"", "\"\"\"D.\nAnd more.").replace("\"S.\"", next)
            + &code("251", "B", "");
        one(&text, &own(), "invalid TOML: this string is not closed", "4:15", "close it with three quotes");
    }
}

#[test]
fn all_errors_are_told_in_the_order_of_the_file_without_their_echoes() {
    let text = code("250", "A", "").replace("name = \"N\"", "name = \"N")
        + &code("251", "B", "").replace("seen-when = ", "seen-when ")
        + &code("252", "C", "references = [\"RFC 5321\"").replace("\"R.\"", "tru")
        + &code("253", "D", "standing = \"standart\"");
    let expected = [
        "invalid TOML: this string is not closed",
        "invalid TOML: a key without a value",
        "invalid TOML: expected a value",
        "invalid TOML: this array is not closed",
        "unknown standing `standart`",
    ];
    assert_eq!(heads(&text, &own()), expected);
}

#[test]
fn a_broken_header_is_not_missed_by_those_who_name_its_table() {
    let Some(real) = real() else { return };
    for header in [
        "[reply.550]",
        "[command.MAIL]",
        "[reason.mailbox-full]",
        "[scope.recipient]",
        "[subject.1]",
        "[enhanced.\"X.1.1\"]",
    ] {
        let edited = real.replacen(header, header.trim_end_matches(']'), 1);
        assert!(edited != real);
        assert_eq!(heads(&edited, &library()), ["invalid TOML: this header is not closed"], "{header}");
    }
}

#[test]
fn a_file_that_is_not_toml_at_all_gives_one_error() {
    for text in [
        "<html>\n<p>x = 3</p>\n</html>\n",
        "{\"reply\": {\"250\": {}},\n \"b\": [1, 2]}\n",
        "Dear postmaster,\n\nplease\n",
    ] {
        assert_eq!(heads(text, &own()), ["this file is not TOML"]);
    }
}

#[test]
fn keys_that_are_used_twice() {
    let name = code("250", "A", "name = \"O\"");
    one(&name, &own(), "the key `name` is listed twice", "7:1", "keep one of the two, the first is at c.toml:3:1");
    let dotted = code("250", "A", "answers.MAIL = \"success\"\nanswers = { RCPT = \"success\" }");
    one(&dotted, &own(), "the key `answers` is listed twice", "8:1", "keep one of the two, the first is at c.toml:7:1");
}
