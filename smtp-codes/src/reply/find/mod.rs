//! The lenient search for an enhanced code, in logs and bounce messages.

mod context;
#[cfg(test)]
mod tests;
mod token;

use self::context::{Line, Rank};
use self::token::split_token;
use crate::EnhancedCode;

/// Searches any text for an enhanced status code: a log line, a bounce message, a DSN's fields, a server's
/// answer that puts the code elsewhere than [RFC 2034](https://www.rfc-editor.org/rfc/rfc2034) does.
///
/// For a reply from the wire use [`Reply::parse`](crate::Reply::parse), which is strict. This search is for
/// what people and programs made of replies, where the same three numbers may as well be a version, a date
/// or a part of an IP address. It would rather find nothing than one of those.
///
/// A candidate is 2, 4 or 5, a dot, up to three digits, a dot and up to three digits, without leading zeros.
/// Neither a letter, a digit, a dot, a hyphen nor any of `/ _ @ + ~ \ % $ & * =` may touch it, except where a
/// rule below says so, and a full stop may follow it where it ends a word. So neither `192.5.1.1`, `5.1.1.9`,
/// `5.1.1.*`, `[5.1.1.1]`, `v2.4.1`, `mailer/5.4.1`, `5.4.1-beta` nor `2.4.2024` holds one. What stands before it decides, and where a
/// text holds several candidates the best reason wins, then the first:
///
/// 1. right behind a reply code of the same class: `550 5.1.1`, `550-5.1.1`, `550 (#5.1.1)`;
/// 2. behind a number sign: `#5.1.1`, `(#5.1.1)`;
/// 3. in a field that holds nothing else: `Status: 5.1.1`, `dsn=5.1.1`, and behind the type of a diagnostic,
///    `smtp; 5.1.1`;
/// 4. right behind a reply code of another class, `450 5.1.1`, with its subject and detail in the range that
///    servers use;
/// 5. behind a word that announces it: `error`, `code`, `said:` and their like;
/// 6. in that range too, and with a reply code of the same class earlier
///    in the same line, behind a host name, a mail address or punctuation: `550 mx.example.com 5.1.1 Unknown`,
///    `550 User unknown (5.1.1)`; and behind the name of a host with three parts or more even without a reply
///    code;
/// 7. in that range, and the first word of the text: `5.1.1 User unknown`, which is what clients leave that take
///    the reply code off.
///
/// A candidate behind any other word is none: `OpenSSL 4.2.1`, `since 5.11.99`. Takes time in proportion to
/// the length of the text.
///
/// ```
/// use smtp_codes::{EnhancedCode, find_enhanced};
///
/// let unknown = EnhancedCode::new(5, 1, 1);
/// assert_eq!(find_enhanced(b"550 sorry, no mailbox here by that name (#5.1.1)"), unknown);
/// assert_eq!(find_enhanced(b"Status: 5.1.1 (bad destination mailbox address)"), unknown);
/// assert_eq!(find_enhanced(b"Diagnostic-Code: smtp; 550 5.1.1 <joe@example.com>: unknown"), unknown);
/// assert_eq!(find_enhanced(b"connect to 5.1.1.9 with OpenSSL 4.2.1 on 5.11.99 failed"), None);
/// ```
#[must_use]
#[inline]
pub fn find_enhanced(text: &[u8]) -> Option<EnhancedCode> {
    let mut best = split_token(text).and_then(|(token, ..)| Line::first(token));
    let mut line = Line::new();
    let mut rest = text;
    while let Some((token, begins_line, behind)) = split_token(rest) {
        rest = behind;
        if begins_line {
            line = Line::new();
        }
        if let Some((rank, code)) = line.candidate(token) {
            if best.is_none_or(|(best, _)| rank < best) {
                best = Some((rank, code));
            }
            if rank == Rank::BehindReply {
                break;
            }
        }
        line.push(token);
    }
    best.map(|(_, code)| code)
}
