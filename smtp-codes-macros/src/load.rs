//! The catalogue's file: found, read, and named so that a terminal and an editor can open it.

use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::source::Source;

/// What is wrong, and what to do: there is no text to point into.
type Error = (String, String);

/// Reads the file at `path`, which is relative to the folder of the crate that is being compiled.
pub(crate) fn read(path: &str) -> Result<Source, Error> {
    let folder = env::var_os("CARGO_MANIFEST_DIR").ok_or_else(|| {
        let help = "build with cargo, or set it to the folder that the path is relative to";
        (format!("cannot find the file `{path}`: `CARGO_MANIFEST_DIR` is not set"), help.to_owned())
    })?;
    let file = Path::new(&folder).join(path);
    let bytes = std::fs::read(&file).map_err(|error| unreadable(path, &error))?;
    text(shown(&file), bytes)
}

/// The path relative to the working folder of the shell if the file lies under it, else absolute.
fn shown(file: &Path) -> String {
    let absolute = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let folder = env::var_os("PWD").and_then(|folder| PathBuf::from(folder).canonicalize().ok());
    let relative = folder.and_then(|folder| absolute.strip_prefix(folder).ok().map(Path::to_owned));
    relative.unwrap_or(absolute).display().to_string()
}

/// The bytes as a text that is not empty.
fn text(path: String, bytes: Vec<u8>) -> Result<Source, Error> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[at];
        let text = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
        let place = Source { path: path.clone(), text }.locate(at);
        let message =
            format!("the file is not UTF-8\n  --> {place}\n  = note: the byte at offset {at} is 0x{byte:02x}");
        (message, "save the file as UTF-8, as TOML requires".to_owned())
    })?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        let help = "add a table [reply.250] with `variant`, `name`, `description`, `seen-when` and `remediation`";
        return Err((format!("the file `{path}` is empty"), help.to_owned()));
    }
    Ok(Source { path, text })
}

fn unreadable(path: &str, error: &std::io::Error) -> Error {
    let (reason, help) = match error.kind() {
        ErrorKind::NotFound => {
            ("there is no such file".to_owned(), "write the path relative to the folder of the crate's `Cargo.toml`")
        }
        ErrorKind::IsADirectory => ("it is a folder".to_owned(), "name the TOML file in it"),
        ErrorKind::PermissionDenied => {
            ("permission denied".to_owned(), "let the user who runs the build read the file")
        }
        _ => (error.to_string(), "check that the file can be read"),
    };
    (format!("cannot read the catalogue `{path}`: {reason}"), help.to_owned())
}

/// A path that is relative to the catalogue, as one that is relative to the crate.
pub(crate) fn beside(catalogue: &str, file: &str) -> String {
    let folder = Path::new(catalogue).parent().unwrap_or(Path::new(""));
    folder.join(file).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::{read, text, unreadable};

    #[test]
    fn bytes_that_are_not_utf8_are_refused_at_their_place() {
        let text = |bytes: &[u8]| text("c.toml".into(), bytes.to_vec()).map(|source| source.text);
        let error = text(b"a = 1\nb = \"\xc3\xa9\xff\"").unwrap_err();
        assert!(error.0.contains("c.toml:2:7") && error.0.contains("offset 13 is 0xff"), "{error:?}");
        assert!(text(b" \n").unwrap_err().0.contains("is empty"));
        assert!(text("\u{feff}".as_bytes()).unwrap_err().0.contains("is empty"));
        assert_eq!(text(b"a = 1").unwrap(), "a = 1");
    }

    #[test]
    fn a_file_that_cannot_be_read_says_why() {
        assert!(read("no-such.toml").unwrap_err().0.contains("there is no such file"));
        assert!(read("src").unwrap_err().0.contains("it is a folder"));
        let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        assert!(unreadable("c.toml", &denied).1.contains("let the user who runs the build read"));
        assert!(read("src/tests/own.toml").unwrap().path.ends_with("src/tests/own.toml"));
    }
}
