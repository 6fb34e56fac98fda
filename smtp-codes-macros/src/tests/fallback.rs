//! After an error the expansion still has the enum and its macros, so that nothing else fails.

use super::{code, own};
use crate::call::Call;
use crate::expand;

/// The expansion for a catalogue in a file of its own.
fn expanded(text: &str, name: &str) -> String {
    let path = std::env::temp_dir().join(format!("smtp-codes-macros-{}-{name}.toml", std::process::id()));
    std::fs::write(&path, text).unwrap();
    let call: Call = syn::parse_str(&format!(
        "root(crate) commands(\"MAIL\" Mail) pub enum Own in {:?}; pub(crate) macro own;",
        path.display().to_string()
    ))
    .unwrap();
    let tokens = expand::catalogue(&call).to_string();
    std::fs::remove_file(path).unwrap();
    tokens
}

#[test]
fn an_entry_with_an_error_keeps_its_variant_and_its_number() {
    for (name, from, to) in [
        ("text", "name = \"N\"", "name = 1"),
        ("answer", "\"R.\"", "\"R.\"\nanswers = { MAIL = \"success\" }"),
        ("field", "remediation", "remedation"),
    ] {
        let tokens = expanded(&code("550", "Refused", "").replace(from, to), name);
        assert_eq!(tokens.matches("compile_error").count(), 1, "{tokens}");
        assert!(tokens.contains("Refused = 550") && tokens.contains("(550) => { Own :: Refused }"), "{tokens}");
        assert!(tokens.contains("repr (u16)"));
    }
    // A variant in the wrong case is the right one, so that no use of it is a second error. One that cannot be made
    // right has a name made of the number, so that `own!(550)` is none.
    assert!(expanded(&code("550", "not_now", ""), "case").contains("NotNow = 550"));
    let tokens = expanded(&code("550", "Ok", ""), "variant");
    assert!(tokens.contains("Code550 = 550") && tokens.contains("(550) => { Own :: Code550 }"), "{tokens}");
}

#[test]
fn a_file_without_entries_still_has_an_enum_and_a_macro_that_takes_any_code() {
    for (name, text) in [("empty", " \n"), ("html", "<html>\n<p>x</p>\n</html>\n"), ("header", "[reply.550\n")] {
        let tokens = expanded(text, name);
        assert_eq!(tokens.matches("compile_error").count(), 1, "{tokens}");
        assert!(tokens.contains("enum Own { # [doc (hidden)] __Unread"), "{tokens}");
        assert!(tokens.contains("[Own] [_ __Unread]") && !tokens.contains("repr (u16)"), "{tokens}");
    }
    let missing = expand::catalogue(&own()).to_string();
    assert!(missing.contains("there is no such file") && missing.contains("enum Own"), "{missing}");
}
