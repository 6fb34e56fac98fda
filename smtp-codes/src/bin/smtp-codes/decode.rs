//! The bytes of a log or a text as they come: compressed, in UTF-16, or plain.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::Path;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::read::MultiGzDecoder;

/// A line longer than this is read as far as this.
const BUFFER: usize = 256 * 1024;

/// What a file was, apart from plain.
pub(crate) type Note = Option<&'static str>;

/// Opens a file, or the standard input for `-`.
pub(crate) fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    Ok(if path == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(File::open(path)?) })
}

/// Decompresses and decodes what needs it, by its first bytes.
pub(crate) fn decoded(input: Box<dyn Read>) -> io::Result<(Box<dyn Read>, Note)> {
    const PACKED: [(&[u8], &str, &str); 4] = [
        (b"\xfd7zXZ", "xz", "xzcat"),
        (b"BZh", "bzip2", "bzcat"),
        (b"\x28\xb5\x2f\xfd", "zstd", "zstdcat"),
        (b"PK\x03\x04", "zip", "unzip -p"),
    ];
    let mut input = BufReader::with_capacity(64 * 1024, input);
    let start = input.fill_buf()?;
    if let Some((_, name, program)) = PACKED.iter().find(|(magic, ..)| start.starts_with(magic)) {
        let message = format!("it is packed with {name}: pipe it through {program}");
        return Err(io::Error::new(ErrorKind::InvalidData, message));
    }
    if start.starts_with(b"\x1f\x8b") {
        let (inner, note) = text(BufReader::new(Box::new(MultiGzDecoder::new(input)) as Box<dyn Read>))?;
        return Ok((inner, note.or(Some("gzip"))));
    }
    text(input)
}

fn text(mut input: BufReader<Box<dyn Read>>) -> io::Result<(Box<dyn Read>, Note)> {
    let start = input.fill_buf()?;
    let encoding = utf_16(start);
    let mark = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    input.consume(mark);
    let Some(encoding) = encoding else { return Ok((Box::new(input), None)) };
    let decoder = DecodeReaderBytesBuilder::new().encoding(Some(encoding)).bom_override(true).build(input);
    Ok((Box::new(decoder), Some("UTF-16")))
}

/// UTF-16 by its mark, or by the zeros of its letters.
fn utf_16(start: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(start) {
        return (encoding == UTF_16LE || encoding == UTF_16BE).then_some(encoding);
    }
    let zeros = |from: usize| start.iter().take(200).skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let pairs = start.len().min(200) / 2;
    match pairs {
        0..4 => None,
        _ if second * 2 > pairs && first == 0 => Some(UTF_16LE),
        _ if first * 2 > pairs && second == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Hands out the lines of a log without their ends, and after every piece that was read tells its size.
pub(crate) fn each_line(
    mut log: impl Read,
    mut line: impl FnMut(&[u8]),
    mut progress: impl FnMut(usize),
) -> io::Result<()> {
    let mut buffer = vec![0; BUFFER];
    let mut filled = 0;
    // Whether the line at the start of the buffer is the rest of one that was too long.
    let mut is_rest = false;
    loop {
        let read = match log.read(buffer.get_mut(filled..).unwrap_or_default()) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        progress(read);
        filled += read;
        let text = buffer.get(..filled).unwrap_or_default();
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', text) {
            if !is_rest {
                line(text.get(start..end).unwrap_or_default());
            }
            is_rest = false;
            start = end + 1;
        }
        let is_end = read == 0;
        if is_end || filled - start == BUFFER {
            let last = text.get(start..).unwrap_or_default();
            if !is_rest && !last.is_empty() {
                line(last);
            }
            if is_end {
                return Ok(());
            }
            is_rest = true;
            filled = 0;
        } else {
            buffer.copy_within(start..filled, 0);
            filled -= start;
        }
    }
}
