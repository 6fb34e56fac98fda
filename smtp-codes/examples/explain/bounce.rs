//! The fields of a bounce message about each recipient (RFC 3464 section 2.3), from the whole message or its
//! `message/delivery-status` part alone.

use smtp_codes::EnhancedCode;

/// What a bounce says of one recipient. A field that it does not have is empty.
#[derive(Default)]
pub(crate) struct Recipient {
    /// `joe@example.com`
    pub(crate) address: String,
    /// `failed`, `delayed`, `delivered`, `relayed` or `expanded`
    pub(crate) action: String,
    pub(crate) status: Option<EnhancedCode>,
    /// The server that said it.
    pub(crate) remote: String,
    /// The lines of what it said, without the type before them.
    pub(crate) said: Vec<Vec<u8>>,
}

/// The recipients of a bounce; none where the text is no bounce.
pub(crate) fn read(message: &[u8]) -> Vec<Recipient> {
    let mut recipients = Vec::new();
    let mut group: Vec<Field<'_>> = Vec::new();
    for line in message.split(|byte| *byte == b'\n').chain([&b""[..]]) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if let [b' ' | b'\t', ..] = line {
            if let (Some(field), false) = (group.last_mut(), line.trim_ascii().is_empty()) {
                field.lines.push(line.trim_ascii());
                continue;
            }
        }
        match field(line) {
            Some(field) => group.push(field),
            // A blank line ends a group, and so does what is no field, such as the border of a part.
            None => recipients.extend(recipient(&std::mem::take(&mut group))),
        }
        // The message that came back may be a bounce itself.
        let returned: [&[u8]; 2] = [b"message/rfc822", b"text/rfc822-headers"];
        let is_returned = |field: &Field<'_>| {
            let kind = field.lines.first().and_then(|line| line.split(|byte| *byte == b';').next());
            field.is("Content-Type")
                && returned
                    .iter()
                    .any(|other| kind.is_some_and(|kind| kind.trim_ascii().eq_ignore_ascii_case(other)))
        };
        if !recipients.is_empty() && group.last().is_some_and(is_returned) {
            break;
        }
    }
    recipients
}

/// A field with the lines of its value.
struct Field<'a> {
    name: &'a [u8],
    lines: Vec<&'a [u8]>,
}

impl Field<'_> {
    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }

    /// The value on one line.
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.lines.join(&b' ')).trim().to_owned()
    }

    /// The value without the type before it: `joe@example.com` of `rfc822; joe@example.com`.
    fn typed(&self) -> String {
        let text = self.text();
        text.split_once(';').map_or(text.as_str(), |(_, value)| value.trim()).to_owned()
    }
}

fn field(line: &[u8]) -> Option<Field<'_>> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let (name, value) = line.split_at_checked(colon)?;
    let is_name = !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    let value = value.strip_prefix(b":")?.trim_ascii();
    is_name.then(|| Field { name, lines: vec![value] })
}

/// What a group of fields says of a recipient, if it is about one.
fn recipient(group: &[Field<'_>]) -> Option<Recipient> {
    let find = |name: &str| group.iter().find(|field| field.is(name));
    let (status, action, diagnostic) = (find("Status"), find("Action"), find("Diagnostic-Code"));
    let address = find("Final-Recipient").or_else(|| find("Original-Recipient"));
    let is_one = match address {
        Some(_) => status.or(action).or(diagnostic).is_some(),
        // A person pastes what they have: these two at least, or the one that nothing else has.
        None => diagnostic.is_some() || (status.is_some() && action.is_some()),
    };
    if !is_one {
        return None;
    }
    let words = |field: Option<&Field<'_>>, at: usize| {
        field.and_then(|field| field.text().split_whitespace().nth(at).map(str::to_owned)).unwrap_or_default()
    };
    Some(Recipient {
        address: address.map(Field::typed).unwrap_or_default(),
        action: words(action, 0).to_ascii_lowercase(),
        status: words(status, 0).parse().ok(),
        remote: find("Remote-MTA").map(Field::typed).unwrap_or_default(),
        said: diagnostic.map(said).unwrap_or_default(),
    })
}

/// The lines of a diagnostic, without `smtp;`.
fn said(field: &Field<'_>) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = field.lines.iter().map(|line| line.to_vec()).collect();
    if let Some(first) = lines.first_mut() {
        let end = first.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-');
        if let Some((_, [b';', text @ ..])) = end.and_then(|end| first.split_at_checked(end)) {
            *first = text.trim_ascii().to_vec();
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}
