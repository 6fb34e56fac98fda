//! Finds the end of a line, eight bytes at a time.

const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
const FEEDS: u64 = u64::from_ne_bytes([b'\n'; 8]);

/// The offset of the first line feed at or behind `from`.
///
/// Only this byte ends a line. In GB18030 and every other charset that mail servers use for their texts, no
/// byte of a longer character has its value.
#[inline]
pub(super) fn find_line_feed(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    let mut rest = bytes.get(from..)?;
    while let Some((sixteen, behind)) = rest.split_first_chunk::<16>() {
        #[cfg(test)]
        super::steps::count(16);
        // Without a branch for each byte, so that the compiler compares all sixteen at once.
        if sixteen.iter().fold(0, |any, &byte| any | u8::from(byte == b'\n')) != 0 {
            break;
        }
        at += 16;
        rest = behind;
    }
    while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
        #[cfg(test)]
        super::steps::count(8);
        let found = line_feeds(u64::from_le_bytes(*eight));
        if found != 0 {
            return Some(at + (found.trailing_zeros() / 8) as usize);
        }
        at += 8;
        rest = behind;
    }
    #[cfg(test)]
    super::steps::count(rest.len());
    // The last few as one word too, with those before them shifted out: what comes in is zero, no line feed.
    match bytes.last_chunk::<8>() {
        Some(last) if !rest.is_empty() => {
            let found = line_feeds(u64::from_le_bytes(*last) >> (8 * (8 - rest.len())));
            if found == 0 { None } else { Some(at + (found.trailing_zeros() / 8) as usize) }
        }
        _ => rest.iter().position(|&byte| byte == b'\n').map(|more| at + more),
    }
}

/// The high bit of each byte that is a line feed. Only the lowest set bit can be trusted: a byte behind a
/// line feed may borrow from it.
#[inline]
fn line_feeds(word: u64) -> u64 {
    let word = word ^ FEEDS;
    word.wrapping_sub(ONES) & !word & HIGH
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
