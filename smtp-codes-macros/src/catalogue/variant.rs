//! Names that become variants: legal, in the usual case, and hiding nothing.

use toml::Spanned;

use super::fields::Fields;
use crate::source::shorten;

/// The names of the prelude that a variant could have: a glob import of the enum would hide them.
const PRELUDE: &str = "AsMut AsRef AsyncFn AsyncFnMut AsyncFnOnce Box Clone Copy Debug Default DoubleEndedIterator \
    Drop Eq Err ExactSizeIterator Extend Fn FnMut FnOnce From FromIterator Future Hash Into IntoFuture IntoIterator \
    Iterator None Ok Option Ord PartialEq PartialOrd Result Send Sized Some String Sync ToOwned ToString TryFrom \
    TryInto Unpin Vec";

/// Takes the field `variant` of a table. A name in the wrong case becomes the right one, so that only the catalogue has
/// to change. `None` for one that is no name at all.
pub(super) fn variant(fields: &mut Fields<'_, '_>) -> Option<Spanned<String>> {
    let text = fields.string("variant")?;
    let name = text.get_ref().as_str();
    let (message, help) = if is_in_prelude(name) {
        (
            format!("the variant `{name}` would shadow the prelude's under a glob import"),
            format!("choose another name, such as `{name}Reply`"),
        )
    } else if name == "ALL" {
        // Every enum has a constant of this name, and it is the only one that looks like a variant.
        (
            "the variant `ALL` would hide the constant `ALL`, the list of all variants".to_owned(),
            "choose another name, such as `All`".to_owned(),
        )
    } else if !name.is_ascii() || syn::parse_str::<syn::Ident>(name).is_err() {
        let is_word = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        let message = if is_word {
            format!("the variant `{name}` is a keyword of Rust")
        } else {
            format!("`{}` is not a Rust identifier", shorten(name))
        };
        (message, in_camel_case(name))
    } else if !matches!(name.as_bytes(), [b'A'..=b'Z', ..]) || name.contains('_') {
        (format!("the variant `{}` is not in CamelCase", shorten(name)), in_camel_case(name))
    } else {
        return Some(text);
    };
    let camel = camel_case(name);
    fields.diagnostics.error(text.span(), message, help);
    let is_name = camel != "ALL" && !is_in_prelude(&camel) && syn::parse_str::<syn::Ident>(&camel).is_ok();
    is_name.then(|| Spanned::new(text.span(), camel))
}

fn is_in_prelude(name: &str) -> bool {
    PRELUDE.split(' ').any(|known| known == name)
}

fn in_camel_case(name: &str) -> String {
    let camel = camel_case(name);
    let is_name = matches!(camel.as_bytes(), [b'A'..=b'Z', ..]);
    format!("write it in CamelCase, such as `{}`", if is_name { shorten(&camel) } else { "HelpMessage".to_owned() })
}

/// The words of a name run together, each with a capital.
pub(super) fn camel_case(name: &str) -> String {
    let mut camel = String::new();
    for word in name.split(|c: char| !c.is_ascii_alphanumeric()) {
        match word.split_at_checked(1) {
            None => {}
            Some(_) if matches!(word, "Self" | "self") => camel += "Itself",
            Some((first, rest)) => camel = camel + &first.to_ascii_uppercase() + rest,
        }
    }
    camel
}

#[cfg(test)]
mod tests {
    use super::camel_case;

    #[test]
    fn words_run_together() {
        assert_eq!(camel_case("service-ready"), "ServiceReady");
        assert_eq!(camel_case("Help message!"), "HelpMessage");
        assert_eq!(camel_case("self"), "Itself");
        assert_eq!(camel_case("é-é"), "");
    }
}
