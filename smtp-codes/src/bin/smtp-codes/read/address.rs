//! Mail addresses as logs write them, where whoever submits a mail chooses what stands before the `@`.

/// An address between angle brackets: `<ann@example.net>`, `<"a>, b"@example.net>`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Address<'a> {
    pub(super) text: &'a [u8],
    /// Whether it cannot be mistaken: no blank, comma, bracket or quote that it would have to be quoted for.
    pub(super) is_plain: bool,
}

/// The address behind an opening bracket, and what follows the closing one, which has to be one of these texts.
///
/// A local part in quotes ends with them. Without quotes, as Postfix before 3.5 logs what needs them, the address
/// ends where what must follow it comes first.
pub(super) fn bracketed<'a>(text: &'a [u8], behind: &[&str]) -> Option<(Address<'a>, &'a [u8])> {
    let from = if text.first() == Some(&b'"') { quoted(text)? } else { 0 };
    let follows = |at: &usize| {
        let rest = text.get(at + 1..).unwrap_or_default();
        behind.iter().any(|start| rest.starts_with(start.as_bytes()))
    };
    let at = memchr::memchr_iter(b'>', text.get(from..)?).map(|at| from + at).find(follows)?;
    let address = text.get(..at)?;
    let domain = address.get(from..)?;
    let is_plain = is_plain(domain) && (from == 0 || domain.first() == Some(&b'@'));
    Some((Address { text: address, is_plain }, text.get(at + 1..)?))
}

/// The length of a local part in quotes.
fn quoted(text: &[u8]) -> Option<usize> {
    let mut bytes = text.iter().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn is_plain(address: &[u8]) -> bool {
    !address.iter().any(|byte| byte.is_ascii_whitespace() || byte.is_ascii_control() || b"<>(),;\"\\".contains(byte))
}

/// Whether a text looks like an address and nothing else.
pub(super) fn is_address(text: &[u8]) -> bool {
    let Some(at) = memchr::memchr(b'@', text) else { return false };
    let (local, domain) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    let of_domain = |byte: &u8| byte.is_ascii_alphanumeric() || b".-_[]:".contains(byte) || !byte.is_ascii();
    !local.is_empty() && is_plain(local) && !domain.is_empty() && domain.iter().all(of_domain)
}

/// The word as an address, without the brackets and quotes around it and the punctuation behind it.
pub(super) fn in_word(word: &[u8]) -> Option<&[u8]> {
    let is_around = |byte: &u8| b"<>()[]{},;:.!?\"'`*".contains(byte);
    let start = word.iter().position(|byte| !is_around(byte))?;
    let end = word.iter().rposition(|byte| !is_around(byte))?;
    let word = word.get(start..=end)?;
    // Python's mark of a string.
    let word = word.strip_prefix(b"u'").or(word.strip_prefix(b"b'")).unwrap_or(word);
    let names = ["mailto:", "rcpt=", "to=", "recipient=", "rcpt_to="];
    let word = names.iter().find_map(|name| word.strip_prefix(name.as_bytes())).unwrap_or(word);
    is_address(word).then_some(word)
}

/// The addresses among the words of a text.
pub(super) fn in_text(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| byte.is_ascii_whitespace() || *byte == b',').filter_map(in_word)
}
