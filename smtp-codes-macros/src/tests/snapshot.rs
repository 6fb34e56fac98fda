//! The whole expansion of a small catalogue, compared with a file.
//!
//! After a change that is meant, `UPDATE_EXPANSION=1 cargo test -p smtp-codes-macros snapshot` writes it anew. The
//! difference is what to review.

use crate::call::Call;
use crate::expand;

fn expanded(call: &str) -> String {
    let call: Call = syn::parse_str(call).unwrap();
    let tokens = expand::catalogue(&call);
    prettyplease::unparse(&syn::parse2(tokens.clone()).unwrap_or_else(|error| panic!("{error}: {tokens}")))
}

fn same_as(file: &str, output: &str) {
    let path = format!("{}/src/tests/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_EXPANSION").is_some() {
        std::fs::write(path, output).unwrap();
        return;
    }
    let known = std::fs::read_to_string(path).unwrap();
    for (at, (known, output)) in known.lines().zip(output.lines()).enumerate() {
        assert_eq!(known, output, "{file}, line {}", at + 1);
    }
    assert_eq!(known.lines().count(), output.lines().count(), "{file}");
}

#[test]
fn snapshot_of_a_catalogue_of_the_library() {
    let enums = "pub enum Command from command; pub enum EnhancedStatus from enhanced; pub enum Reason from reason; \
                 pub enum Provider from provider; macro __code;";
    let call = format!("root(crate) /// Codes.\npub enum ReplyCode in \"src/tests/library.toml\"; {enums}");
    // The docs of methods are as they stand in the generator: only those of the variants are made from the catalogue.
    let expansion = expanded(&call);
    let mut in_methods = false;
    let kept = expansion.lines().filter(|line| {
        in_methods = if line.starts_with("impl") { true } else { in_methods && !line.starts_with('}') };
        !(in_methods && line.trim_start().starts_with("///"))
    });
    same_as("library.expanded", &kept.map(|line| format!("{line}\n")).collect::<String>());
}

/// Beside a variant `Error`, `Self::Error` is ambiguous. Nothing else of an enum has a name that a variant could have.
#[test]
fn nothing_but_variants_and_the_list_of_them_has_a_name_like_a_variant() {
    let text = expanded(
        "root(::smtp_codes) commands(\"MAIL\" Mail, \"DATA\" Data) enum Own in \"src/tests/own.toml\"; macro private; \
         pub(crate) macro within; pub macro outside;",
    );
    let catalogue = include_str!("own.toml");
    let mut names = 0;
    for path in ["Self::", " Own::"] {
        for rest in text.split(path).skip(1) {
            let name = rest.split(|other: char| !other.is_alphanumeric()).next().unwrap_or_default();
            if name.starts_with(|first: char| first.is_ascii_uppercase()) {
                assert!(name == "ALL" || catalogue.contains(&format!("variant = \"{name}\"")), "{path}{name}");
                names += 1;
            }
        }
    }
    assert!(names > 10);
}

/// Every path begins at `::core` or at the root of the library, so that nothing a caller has in scope can break it.
#[test]
fn generated_code_names_everything_from_core_or_from_the_library() {
    let text = expanded("root(::smtp_codes) commands() enum Own in \"src/tests/own.toml\"; macro own;");
    for name in ["Option", "Some", "None", "Result", "Ok(", "Err(", "matches!", "From", "TryFrom", "concat!", "env!"] {
        for (at, _) in text.match_indices(name) {
            let line = text[..at].rsplit('\n').next().unwrap_or_default().trim_start();
            let is_part = line.ends_with("::") || line.ends_with(|last: char| last.is_alphanumeric());
            assert!(is_part || line.starts_with("///"), "{line}{name}");
        }
    }
}
