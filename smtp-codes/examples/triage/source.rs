//! The lines of a log, read from a file or a pipe through one buffer that is used over and over.

use std::io::{self, ErrorKind, Read};

/// A line longer than this is read as far as this.
const BUFFER: usize = 256 * 1024;

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
        let room = buffer.get_mut(filled..).unwrap_or_default();
        let read = match log.read(room) {
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
