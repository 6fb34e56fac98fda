//! Numbers that people take for reply codes: the operating system's, a sending service's, HTTP's and FTP's.

/// What a number is that no mail server says, if it is known.
pub(crate) fn meaning(number: u16) -> Option<String> {
    let socket = |what: &str| {
        format!(
            "No mail server said this. {number} is the operating system's error number (on Linux) for: {what}. The \
             connection to the mail server did not come about. Check host name and port, your firewall, and whether \
             your provider blocks port 25; for sending, ports 587 and 465 are usual."
        )
    };
    let event = |who: &str, what: &str| {
        format!(
            "No mail server said this in a session. {number} is an event code of {who}: {what}. The reply that is \
             behind it, if any, stands in the service's own log of the address."
        )
    };
    Some(match number {
        101 => socket("the network is unreachable"),
        104 => socket("the connection was reset by the other side"),
        110 => socket("the connection timed out"),
        111 => socket("the connection was refused"),
        113 => socket("there is no route to the host"),
        498 => event("Mailgun", "the recipient's domain has no usable MX record, or its MX host could not be reached"),
        499 => event("Mailgun", "the service gave up, and its log has the earlier replies"),
        602 => event("Mailgun", "the message was too old, and the service gave up"),
        605 => event("Mailgun", "the address bounced before and is on the suppression list, so nothing was sent"),
        606 => event("Mailgun", "the address unsubscribed before and is on the suppression list"),
        607 => event("Mailgun", "the address complained before and is on the suppression list"),
        200..=202 | 204 | 301..=304 | 307..=308 | 400..=410 | 413 | 415 | 429 => format!(
            "HTTP has {number}: what the web interface of a sending service or of a mail program says. In a mail session \
             it would be something else."
        ),
        125 | 150 | 225..=227 | 229..=230 | 257 | 331..=332 | 350 | 425 | 532 => format!(
            "FTP has {number}, for the transfer of files. In a mail session it is not expected: check host name and port \
             (FTP has 21, mail 25, 465 and 587)."
        ),
        100..=199 | 600..=699 => format!(
            "{number} is no SMTP reply: they begin with 2, 3, 4 or 5 (RFC 5321 section 4.2.1). It comes from the program \
             that shows it; its documentation tells more."
        ),
        _ => return None,
    })
}

/// What a program says where no mail server did: the sign in the text, and what it means.
pub(crate) fn without_server(text: &str) -> Option<&'static str> {
    const SIGNS: [(&str, &str); 13] = [
        ("connection refused", "the connection was refused"),
        ("(111)", "the connection was refused"),
        ("connection timed out", "the connection timed out"),
        ("operation timed out", "the connection timed out"),
        ("(110)", "the connection timed out"),
        ("network is unreachable", "the network is unreachable"),
        ("(101)", "the network is unreachable"),
        ("no route to host", "there is no route to the host"),
        ("(113)", "there is no route to the host"),
        ("connection reset", "the connection was reset"),
        ("lost connection", "the connection was lost"),
        ("host not found", "the host's name was not found in DNS"),
        ("getaddrinfo", "the host's name was not found in DNS"),
    ];
    let text = text.to_lowercase();
    SIGNS.iter().find(|(sign, _)| text.contains(sign)).map(|(_, what)| *what)
}
