//! Bounce messages: the parts of a message that tell something, and the fields about each recipient (RFC 3464).

use std::borrow::Cow;

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::address::in_word;
use super::{Case, Outcome, lossy};

/// The texts of a message that its sender wrote, decoded: no returned message, and no HTML where there is plain text.
/// The text itself, if it is no message.
pub(super) fn texts(input: &[u8]) -> Vec<Cow<'_, [u8]>> {
    let Some(message) = message(input) else { return vec![Cow::Borrowed(input)] };
    let message = without_inner(message.into_owned());
    let Some(parsed) = MessageParser::default().parse(&message) else { return vec![Cow::Borrowed(input)] };
    let mut texts = Vec::new();
    collect(&parsed, &mut texts);
    texts.into_iter().map(Cow::Owned).collect()
}

/// Renames the types of messages within the message: they are not read, and the parser asserts what broken ones do not keep.
fn without_inner(mut message: Vec<u8>) -> Vec<u8> {
    let slashes: Vec<usize> = memchr::memchr_iter(b'/', &message).collect();
    for slash in slashes {
        let Some(rest) = message.get_mut(slash + 1..) else { continue };
        let start = rest.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
        let Some(rest) = rest.get_mut(start..) else { continue };
        let is_inner = ["rfc822", "global", "digest"].iter().any(|name| {
            let begins = rest.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()));
            begins && rest.get(name.len()) != Some(&b'-')
        });
        if let (true, Some(first)) = (is_inner, rest.first_mut()) {
            *first = b'x';
        }
    }
    message
}

fn collect(message: &Message<'_>, texts: &mut Vec<Vec<u8>>) {
    let has_plain = message.parts.iter().any(|part| matches!(part.body, PartType::Text(_)));
    for part in &message.parts {
        let is = |kind: &str, subtype: &str| part.is_content_type(kind, subtype);
        match &part.body {
            _ if is("text", "rfc822-headers") => {}
            PartType::Text(text) => texts.push(text.as_bytes().to_vec()),
            PartType::Html(html) if !has_plain => {
                texts.push(mail_parser::decoders::html::html_to_text(html).into_bytes());
            }
            PartType::Binary(bytes) | PartType::InlineBinary(bytes)
                if is("message", "delivery-status") || is("message", "global-delivery-status") =>
            {
                texts.push(bytes.to_vec());
            }
            _ => {}
        }
    }
}

/// The input as a message, if it is one: it begins with the fields of a header, or it is a part of one, pasted
/// without what stands above its first border.
fn message(input: &[u8]) -> Option<Cow<'_, [u8]>> {
    const OF_MESSAGES: [&str; 12] = [
        "from",
        "to",
        "subject",
        "date",
        "received",
        "return-path",
        "mime-version",
        "content-type",
        "message-id",
        "delivered-to",
        "content-transfer-encoding",
        "x-failed-recipients",
    ];
    let start = input.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let input = input.get(start..)?;
    let mut header = input.split(|byte| *byte == b'\n').take(200).map(<[u8]>::trim_ascii_end);
    let is_header = header.clone().take_while(|line| !line.is_empty()).enumerate().all(|(index, line)| {
        field(line).is_some() || (index > 0 && matches!(line, [b' ' | b'\t', ..])) || line.starts_with(b"From ")
    });
    let names: Vec<String> = header
        .clone()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| Some(field(line)?.0.to_ascii_lowercase()))
        .collect();
    if is_header && names.iter().any(|name| OF_MESSAGES.contains(&name.as_str())) {
        return Some(Cow::Borrowed(input));
    }
    let border = header.find(|line| line.len() > 2 && line.starts_with(b"--") && !line.contains(&b' '))?;
    let at = memchr::memmem::find(input, border)?;
    let name = lossy(border.get(2..)?).replace(['"', '\\'], "");
    let begin = format!("Content-Type: multipart/mixed; boundary=\"{name}\"\n\n");
    let is_part = input.get(at + border.len()..)?.trim_ascii_start().get(..8)?.eq_ignore_ascii_case(b"content-");
    is_part.then(|| Cow::Owned([begin.as_bytes(), input].concat()))
}

/// The name of a field and its value.
fn field(line: &[u8]) -> Option<(String, &[u8])> {
    let colon = memchr::memchr(b':', line)?;
    let (name, value) = line.split_at_checked(colon)?;
    let is_name = !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    is_name.then(|| (lossy(name).to_ascii_lowercase(), value.get(1..).unwrap_or_default().trim_ascii()))
}

/// What the fields say of one recipient.
#[derive(Default)]
struct Group<'a> {
    fields: Vec<(String, Vec<u8>)>,
    /// The same as they came.
    lines: Vec<&'a [u8]>,
}

/// So many fields of one recipient are kept.
const MOST_FIELDS: usize = 100;

/// The recipients of a report, and the lines of the text that are not fields of it.
pub(super) fn groups(text: &[u8]) -> (Vec<Case<'static>>, Vec<&[u8]>) {
    const FIELDS: [&str; 11] = [
        "final-recipient",
        "original-recipient",
        "action",
        "status",
        "remote-mta",
        "diagnostic-code",
        "last-attempt-date",
        "will-retry-until",
        "final-log-id",
        "x-supplementary-info",
        "x-actual-recipient",
    ];
    let mut cases = Vec::new();
    let mut others = Vec::new();
    let mut group = Group::default();
    let mut in_field = false;
    for line in text.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let is_folded = matches!(line, [b' ' | b'\t', ..]) && !line.trim_ascii().is_empty();
        match group.fields.last_mut().filter(|_| is_folded && in_field) {
            Some((_, value)) => {
                value.push(b'\n');
                value.extend_from_slice(line.trim_ascii());
                continue;
            }
            None => in_field = false,
        }
        match field(line) {
            Some((name, value)) if FIELDS.contains(&name.as_str()) => {
                // The next recipient may begin without an empty line.
                let begins = name.ends_with("-recipient") && group.has(&name);
                let begins = begins || (name == "original-recipient" && group.has("diagnostic-code"));
                if begins {
                    cases.extend(std::mem::take(&mut group).case());
                }
                if group.fields.len() < MOST_FIELDS {
                    group.fields.push((name, value.to_vec()));
                    in_field = true;
                }
                group.lines.push(line);
            }
            // A field that tells nothing, beside those that do.
            Some((name, _)) if name.starts_with("x-") && !group.fields.is_empty() => {}
            Some((name, _)) if matches!(name.as_str(), "reporting-mta" | "arrival-date" | "received-from-mta") => {}
            _ => {
                if line.is_empty() || !group.is_report() {
                    let left = std::mem::take(&mut group);
                    if left.is_report() { cases.extend(left.case()) } else { others.extend(left.lines) }
                }
                others.push(line);
            }
        }
    }
    if group.is_report() {
        cases.extend(group.case());
    } else {
        others.extend(group.lines);
    }
    (cases, others)
}

impl Group<'_> {
    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn get(&self, name: &str) -> Option<&[u8]> {
        self.fields.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_slice())
    }

    /// The value without the type before it: `ann@example.net` of `rfc822; ann@example.net`.
    fn typed(&self, name: &str) -> Option<&[u8]> {
        let value = self.get(name)?;
        let at = memchr::memchr(b';', value).map_or(0, |at| at + 1);
        value.get(at..).map(<[u8]>::trim_ascii)
    }

    /// A person pastes what they have: a recipient and one more, or a field that nothing else has.
    fn is_report(&self) -> bool {
        let told = ["status", "action", "diagnostic-code"].iter().filter(|name| self.has(name)).count();
        self.has("diagnostic-code") || told == 2 || (told > 0 && self.typed("final-recipient").is_some())
    }

    fn case(self) -> Option<Case<'static>> {
        let word = |name: &str| Some(lossy(self.get(name)?).split_whitespace().next()?.to_owned());
        let action = word("action").unwrap_or_default();
        let outcome = if action.eq_ignore_ascii_case("failed") {
            Some(Outcome::Failed)
        } else {
            Outcome::from_word(action.as_bytes())
        };
        let recipient = self.typed("final-recipient").or_else(|| self.typed("original-recipient"));
        let diagnostic = self.get("diagnostic-code").unwrap_or_default();
        // A program's exit code, `X-Unix; 255`, is no reply.
        let is_unix = lossy(diagnostic).to_ascii_lowercase().starts_with("x-unix");
        let diagnostic = if is_unix { b"" } else { diagnostic };
        let texts = [diagnostic, self.get("x-supplementary-info").unwrap_or_default()];
        let said = texts.iter().find_map(|text| super::text::reply(text));
        let status = word("status").and_then(|status| status.parse().ok());
        let own = self.typed("diagnostic-code").unwrap_or_default();
        let in_own = smtp_codes::find_enhanced(diagnostic);
        if recipient.is_none() && said.is_none() && status.is_none() && in_own.is_none() {
            return None;
        }
        let (said, command) = said.map_or((None, None), |(said, command)| (Some(said), command));
        Some(Case {
            recipient: recipient.map(|one| Cow::Owned(in_word(one).unwrap_or(one).to_vec())),
            outcome,
            said,
            command,
            status: status.or(in_own),
            host: Cow::Owned(self.typed("remote-mta").unwrap_or_default().to_vec()),
            own: Cow::Owned(own.to_vec()),
            ..Case::default()
        })
    }
}
