//! What can be wrong in the syntax of a file, each with what to do about it.

use std::ops::Range;

/// A place where the text is no TOML.
pub(crate) struct SyntaxError {
    pub(crate) span: Range<usize>,
    pub(crate) message: &'static str,
    pub(crate) help: &'static str,
    /// Where the key stood first, if the fault is that it stands twice.
    pub(crate) duplicate: Option<Duplicate>,
}

/// A key or a table that stands twice.
pub(crate) struct Duplicate {
    /// The key where it stood first.
    pub(crate) first: Range<usize>,
    /// The header that the key stands in, empty for a key in a line of its own.
    pub(crate) header: Range<usize>,
}

/// A message and its help.
pub(super) type Message = (&'static str, &'static str);

const PAIR: &str = "write each field as key = \"text\", on a line of its own";
const QUOTE: &str = "put texts in double quotes";

pub(super) const KEY: Message = ("a key is expected here", PAIR);
pub(super) const BARE_KEY: Message =
    ("a key without quotes has only letters of ASCII, digits, `-` and `_`", "put this key in double quotes");
pub(super) const LONG_KEY: Message =
    ("a key stands on one line", "put it between two quotes, not between six");
pub(super) const EQUALS: Message = ("a key without `=` and a value", PAIR);
pub(super) const NO_VALUE: Message = ("a key without a value", PAIR);
pub(super) const VALUE: Message =
    ("a value is expected here", "take out what stands here, or put texts in double quotes");
pub(super) const NO_QUOTES: Message = ("this is no value", QUOTE);
pub(super) const NUMBER: Message = (
    "this is neither a number nor a date",
    "write a number as 250, a date as 2008-10-01, and put texts in double quotes",
);
pub(super) const AFTER_VALUE: Message = ("more text after the value", "one key = value on each line");
pub(super) const AFTER_HEADER: Message =
    ("more text after the header", "write a table's header as [reply.214], alone on its line");
pub(super) const HEADER: Message =
    ("this header is not closed", "write a table's header as [reply.214], alone on its line");
pub(super) const HEADERS: Message = (
    "this header is not closed",
    "write the header of one table of several as [[reply.214.rule]], alone on its line",
);
pub(super) const TEXT: Message = (
    "this text is not closed",
    "close the quotes; a text over several lines stands between three and three: \"\"\"",
);
pub(super) const LONG_TEXT: Message =
    ("this text is not closed", "close it as it was opened, with three quotes");
pub(super) const ESCAPE: Message = (
    "no character is written like this",
    "write a backslash as \\\\; known are \\\" \\n \\t \\r \\b \\f \\e \\x41 \\u0041 and \\U00000041",
);
pub(super) const CONTROL: Message =
    ("a control character", "take it out, or write it between double quotes as an escape such as \\u0007");
pub(super) const COMMENT_CONTROL: Message =
    ("a control character", "take it out: a comment has none, and no escapes");
pub(super) const CARRIAGE_RETURN: Message = (
    "a carriage return without a line feed",
    "end lines with a line feed, or with a carriage return and a line feed; in double quotes write it as \\r",
);
pub(super) const LIST: Message = ("this list is not closed", "close it with `]`");
pub(super) const TABLE: Message = ("this table is not closed", "close it with `}`");
pub(super) const COMMA_LIST: Message =
    ("a comma or `]` is expected here", "put a comma between the items of a list");
pub(super) const COMMA_TABLE: Message =
    ("a comma or `}` is expected here", "put a comma between the fields of a table in braces");
pub(super) const EXTRA_COMMA: Message = ("a comma with nothing before it", "take the comma out");
pub(super) const DEEP: Message =
    ("nested too deeply", "nest the tables and lists less deeply: 64 levels are the most");
pub(super) const TWICE: Message = ("given twice", "keep one of the two");
