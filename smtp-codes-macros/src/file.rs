//! The catalogue's bytes: found, read, and known to be text.

use std::path::Path;
use std::string::FromUtf8Error;

use crate::source::Source;

/// Reads the catalogue at `path`, relative to the folder of the crate that is being compiled. A fault is a
/// finished message: there is no text to point into.
pub(crate) fn read(path: &str) -> Result<String, String> {
    let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        return Err(format!(
            "cannot find the catalogue `{path}`: `CARGO_MANIFEST_DIR` is not set\n\
             = help: build with cargo, or set it to the folder that the path is relative to"
        ));
    };
    let bytes = std::fs::read(Path::new(&folder).join(path)).map_err(|error| unreadable(path, &error))?;
    text(path, bytes)
}

/// The bytes as text that is not empty.
fn text(path: &str, bytes: Vec<u8>) -> Result<String, String> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(no_text(path, &error)),
    };
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(format!(
            "the catalogue `{path}` is empty\n= help: list the first code in it: a table [reply.250] with \
             `variant`, `name`, `description`, `seen-when` and `remediation`"
        ));
    }
    Ok(text)
}

fn no_text(path: &str, error: &FromUtf8Error) -> String {
    let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
    let (before, rest) = bytes.split_at(at);
    let before = std::str::from_utf8(before).unwrap_or_default();
    format!(
        "the catalogue is not UTF-8\n  --> {}\n  \
         = note: the byte at offset {at} is 0x{:02x}\n  \
         = help: save the file as UTF-8, as TOML demands",
        Source::new(path, before).locate(at),
        rest.first().unwrap_or(&0)
    )
}

fn unreadable(path: &str, error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => format!(
            "cannot read the catalogue `{path}`: there is no such file\n\
             = help: the path is relative to the folder of the crate's `Cargo.toml`"
        ),
        ErrorKind::IsADirectory => {
            format!("cannot read the catalogue `{path}`: it is a folder\n= help: name the TOML file in it")
        }
        ErrorKind::PermissionDenied => format!(
            "cannot read the catalogue `{path}`: permission denied\n\
             = help: let the user who runs the build read the file"
        ),
        _ => format!("cannot read the catalogue `{path}`: {error}\n= help: see that the file can be read"),
    }
}

#[cfg(test)]
mod tests {
    use super::{read, text, unreadable};

    #[test]
    fn bytes_that_are_no_text_are_refused_at_their_place() {
        let fault = text("c.toml", b"a = 1\nb = \"\xc3\xa9\xff\"".to_vec()).unwrap_err();
        assert!(fault.contains("c.toml:2:7") && fault.contains("offset 13 is 0xff"), "{fault}");
        assert!(text("c.toml", b" \n".to_vec()).unwrap_err().contains("is empty"));
        assert!(text("c.toml", "\u{feff}".as_bytes().to_vec()).unwrap_err().contains("is empty"));
        assert_eq!(text("c.toml", b"a = 1".to_vec()).unwrap(), "a = 1");
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert!(read("no-such.toml").unwrap_err().contains("there is no such file"));
        assert!(read("src").unwrap_err().contains("it is a folder"));
        let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        assert!(unreadable("c.toml", &denied).contains("let the user who runs the build read"));
    }
}
