//! Why a reply refuses: the text searched for the signs of all reasons.

use std::sync::LazyLock;

use regex::bytes::{RegexSet, RegexSetBuilder};
use smtp_codes::{Reason, Reply};
use smtp_codes_benches::Case;

pub(crate) const WHY: &str = "refusal to reason, by its text";

static REPLIES: [&[u8]; 3] = [
    b"550-5.7.1 [192.0.2.216 12] Our system has detected that this message is\r\n\
      550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail,\r\n\
      550 5.7.1 this message has been blocked. Learn more. a1b2 - gsmtp\r\n",
    b"554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org; \
      https://www.spamhaus.org/query/ip/192.0.2.9\r\n",
    b"550 5.1.1 <ann@example.net>: Recipient address rejected: User unknown in virtual mailbox table\r\n",
];

/// The same signs: words with anything between them, and up to four words for a `*`. It is built before it is measured,
/// which takes more than half a second, and the provider, the codes and what follows from all of them are left to its user.
static SIGNS: LazyLock<RegexSet> = LazyLock::new(|| {
    let between = r"[^0-9A-Za-z\x80-\xff]+";
    let patterns = Reason::ALL.iter().flat_map(|reason| reason.signs()).map(|sign| {
        let escaped = |byte: u8| match byte {
            b' ' => between.to_owned(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!(r"\x{byte:02x}"),
        };
        let parts: Vec<String> = sign.split(" * ").map(|part| part.bytes().map(escaped).collect()).collect();
        format!("(?i-u){}", parts.join(&format!(r"{between}(?:[0-9A-Za-z\x80-\xff]+{between}){{0,4}}")))
    });
    RegexSetBuilder::new(patterns).size_limit(1 << 30).build().expect("signs have no special characters")
});

pub(crate) fn add(cases: &mut Vec<Case>) {
    let reply = |bytes| Reply::parse(bytes).ok().map(|(reply, _)| reply);
    cases.push(
        Case::new(WHY, 100)
            .peer(
                "smtp-codes",
                &REPLIES,
                move |bytes| reply(bytes).and_then(|reply| reply.diagnosis().reason()),
                |_, reason| reason.is_some().to_string(),
            )
            .peer(
                "regex: a RegexSet of the signs",
                &REPLIES,
                |bytes| SIGNS.matches(bytes).matched_any(),
                |_, any| any.to_string(),
            ),
    );
}
