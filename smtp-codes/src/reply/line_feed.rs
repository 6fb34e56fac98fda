//! Finds the end of a line, sixteen bytes at a time.

const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
const FEEDS: u64 = u64::from_ne_bytes([b'\n'; 8]);

/// The offset of the first line feed at or behind `from`.
///
/// Only this byte ends a line. In GB18030 and every other charset that mail servers use for their texts, no
/// byte of a longer character has its value.
#[inline]
pub(super) fn find_line_feed(bytes: &[u8], from: usize) -> Option<usize> {
    let bytes = bytes.get(from..)?;
    let mut rest = bytes;
    while let Some((sixteen, behind)) = rest.split_first_chunk::<16>() {
        #[cfg(test)]
        super::steps::count(16);
        if has_line_feed(sixteen) {
            return Some(from + (bytes.len() - rest.len()) + first_of(sixteen)?);
        }
        rest = behind;
    }
    if rest.is_empty() { None } else { find_at_end(bytes).map(|at| from + at) }
}

/// The same for the last few bytes, together with those before them, which hold none.
fn find_at_end(bytes: &[u8]) -> Option<usize> {
    #[cfg(test)]
    super::steps::count(16);
    if let Some(last) = bytes.last_chunk::<16>() {
        return if has_line_feed(last) { Some(bytes.len() - 16 + first_of(last)?) } else { None };
    }
    let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) else {
        return bytes.iter().position(|&byte| byte == b'\n');
    };
    match (line_feeds(first), line_feeds(last)) {
        (0, 0) => None,
        (0, found) => Some(bytes.len() - 8 + place(found)),
        (found, _) => Some(place(found)),
    }
}

/// Without a branch for each byte, so that the compiler compares all sixteen at once.
fn has_line_feed(sixteen: &[u8; 16]) -> bool {
    sixteen.iter().fold(0, |any, &byte| any | u8::from(byte == b'\n')) != 0
}

/// Where the first line feed is, in sixteen bytes that have one.
fn first_of(sixteen: &[u8; 16]) -> Option<usize> {
    let found = line_feeds(*sixteen.first_chunk()?);
    Some(if found == 0 { 8 + place(line_feeds(*sixteen.last_chunk()?)) } else { place(found) })
}

/// The high bit of each byte that is a line feed. Only the lowest set bit can be trusted: a byte behind a
/// line feed may borrow from it.
fn line_feeds(eight: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(eight) ^ FEEDS;
    word.wrapping_sub(ONES) & !word & HIGH
}

/// The byte that the lowest set bit is in.
fn place(found: u64) -> usize {
    (found.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::find_line_feed;

    #[test]
    fn finds_the_first_line_feed_at_every_distance() {
        for length in 0..40 {
            for at in 0..length {
                // 0x0b and 0x8a differ from a line feed by one bit, above and in the high bit.
                let mut bytes = [0x0b; 40];
                bytes[1] = 0x8a;
                bytes[at] = b'\n';
                bytes[39] = b'\n';
                for from in 0..=at {
                    assert_eq!(find_line_feed(&bytes[..length], from), Some(at), "{length} {at} {from}");
                }
                let behind = find_line_feed(&bytes[..length], at + 1);
                assert_eq!(behind, None, "{length} {at}");
            }
        }
    }

    #[test]
    fn no_other_byte_is_taken_for_a_line_feed() {
        for byte in (0..=u8::MAX).filter(|&byte| byte != b'\n') {
            assert_eq!(find_line_feed(&[byte; 23], 0), None, "{byte:#x}");
        }
    }

    #[test]
    fn a_start_behind_the_end_finds_nothing() {
        assert_eq!(find_line_feed(b"\n", 2), None);
    }
}
