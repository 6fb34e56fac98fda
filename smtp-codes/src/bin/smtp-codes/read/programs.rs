//! Deliveries in the logs of Exim, Sendmail, OpenSMTPD and qmail, and in the accounting files of PowerMTA.

use std::borrow::Cow;

use smtp_codes::{Command, EnhancedCode};

use super::address::{Address, bracketed, is_address};
use super::log::{Line, Log, value};
use super::{Case, Outcome, Said, after, code_at, command_at, lossy, split};

/// Where the message id of one of Exim's lines ends.
fn exim_id(line: &[u8]) -> Option<(&[u8], bool)> {
    let mut rest = line;
    let mut has_date = false;
    for _ in 0..5 {
        let end = memchr::memchr(b' ', rest).unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end)?;
        let behind = behind.trim_ascii_start();
        let is_id = word.get(6) == Some(&b'-')
            && matches!((word.len(), word.get(13), word.get(18)), (16, Some(b'-'), _) | (23, _, Some(b'-')))
            && word.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
        if is_id {
            return Some((behind, true));
        }
        // A date, a time, a zone, a process.
        if !word.iter().all(|byte| byte.is_ascii_digit() || b"-:.+[]T".contains(byte)) {
            return (has_date && rest.starts_with(b"H=")).then_some((rest, false));
        }
        has_date |= word.len() == 10 && word.get(4) == Some(&b'-');
        rest = behind;
    }
    None
}

pub(super) fn is_exim(line: &[u8]) -> bool {
    let has_date = line.get(4) == Some(&b'-') && line.get(7) == Some(&b'-');
    (has_date || line.get(6) == Some(&b'-')) && exim_id(line).is_some()
}

/// `.. 1vT4kQ-00000001aBc-2DeF ** ann@example.net R=.. T=.. H=..: SMTP error from remote mail server after ..: 550 ..`
pub(super) fn exim(line: &[u8]) -> Line<'_> {
    let Some((text, has_id)) = exim_id(line) else { return Line::Known };
    let outcome = match text.get(..3) {
        Some(b"=> " | b"-> " | b">> ") => Outcome::Sent,
        Some(b"== ") => Outcome::Deferred,
        Some(b"** ") => Outcome::Failed,
        _ if after(text, "rejected ").is_some() => return Line::OwnRefusal,
        _ => return Line::Known,
    };
    if !has_id {
        return Line::Known;
    }
    exim_delivery(text.get(3..).unwrap_or_default(), outcome).map_or(Line::Unread, Line::Delivery)
}

/// What stands behind the flag.
pub(super) fn exim_delivery(text: &[u8], outcome: Outcome) -> Option<Case<'_>> {
    let (address, text) = exim_address(text)?;
    let case = Case {
        recipient: Some(Cow::Borrowed(address.text)),
        doubtful: !address.is_plain,
        outcome: Some(outcome),
        own: Cow::Borrowed(text),
        ..Case::default()
    };
    if outcome == Outcome::Sent {
        let said = after(text, " C=\"").map(|said| said.split(|byte| *byte == b'"').next().unwrap_or_default());
        return Some(Case { said: said.and_then(Said::at_start), ..case });
    }
    let Some((before, rest)) = split(text, "MTP error from remote mail") else { return Some(case) };
    let Some(rest) = after(rest, " after ") else { return Some(case) };
    let rest = rest.strip_prefix(b"pipelined ").unwrap_or(rest);
    let Some((command, rest)) = command_at(rest) else { return Some(case) };
    // The address of the command is the submitter's, so nothing is searched for in it.
    let rest = rest.strip_prefix(b":<").map_or(Some(rest), |path| Some(bracketed(path, &[": ", " "])?.1));
    let is_lmtp = before.last() == Some(&b'L') || after(before, "T=lmtp").is_some();
    let is_each = is_lmtp && command == Command::EndOfData;
    let mut said = rest?;
    while code_at(said).is_none() {
        said = after(said, ": ")?;
    }
    let host = after(before, " H=").and_then(|host| host.split(|byte| *byte == b':').next());
    Some(Case {
        command: Some(if is_each { Command::LmtpEndOfData } else { command }),
        said: Said::at_start(said),
        host: Cow::Borrowed(host.unwrap_or_default()),
        ..case
    })
}

/// `ann@example.net R=..`, `"a b"@example.net <alias@example.com> R=..`, `ann <ann@example.net> R=local_user`.
fn exim_address(text: &[u8]) -> Option<(Address<'_>, &[u8])> {
    let end = if text.first() == Some(&b'"') {
        let closed = text.windows(2).position(|two| two == b"\"@")?;
        closed + memchr::memchr(b' ', text.get(closed..)?)?
    } else {
        memchr::memchr(b' ', text).unwrap_or(text.len())
    };
    let (word, rest) = text.split_at_checked(end)?;
    let word = word.strip_suffix(b":").unwrap_or(word);
    let bare = word.strip_prefix(b"<").and_then(|word| word.strip_suffix(b">")).unwrap_or(word);
    if is_address(bare) || word.first() == Some(&b'"') {
        return Some((Address { text: bare, is_plain: is_address(bare) }, rest));
    }
    // A file, a pipe or a local user, and the address behind it.
    let (_, path) = split(rest, " <")?;
    let (address, rest) = bracketed(path, &[" "])?;
    Some((Address { is_plain: address.is_plain && is_address(address.text), ..address }, rest))
}

/// `6AK6: to=<ann@example.net>,<bob@example.net>, delay=.., relay=.., dsn=5.1.1, stat=User unknown`
pub(super) fn sendmail(line: &[u8]) -> Line<'_> {
    const BEHIND: [&str; 3] = [", ctladdr=", ", delay=", ", xdelay="];
    let Some((_, rest)) = split(line, ": ") else { return Line::Known };
    let Some(path) = rest.strip_prefix(b"to=") else {
        return if after(rest, "reject=").is_some() { Line::OwnRefusal } else { Line::Known };
    };
    let read = || {
        let path = path.strip_prefix(b"<").unwrap_or(path);
        let (address, rest) = bracketed(path, &BEHIND).or_else(|| {
            // An address without brackets, as aliases and programs have it.
            let (text, _) = split(path, ", ")?;
            let is_plain = is_address(text);
            Some((Address { text, is_plain }, path.get(text.len()..)?))
        })?;
        let is_imitated = BEHIND.iter().any(|mark| after(rest, &format!(">{mark}")).is_some());
        // Several recipients of one delivery: `a@example.net>,<b@example.net`.
        let is_plain = address.text.split(|byte| *byte == b',').all(|one| {
            let one = one.strip_prefix(b"<").unwrap_or(one);
            is_address(one.strip_suffix(b">").unwrap_or(one))
        });
        // What a server said comes last, and all behind it may be its text.
        let (fields, text, by_word) = match (split(rest, ", reply="), split(rest, ", stat=")) {
            (Some((fields, text)), Some((other, _))) if fields.len() < other.len() => (fields, text, None),
            (_, Some((_, b"queued"))) => return Some(Line::Known),
            (_, Some((fields, text))) => {
                let word = text.split(|byte| b" :(".contains(byte)).next();
                (fields, text, word.and_then(Outcome::from_word))
            }
            _ => return None,
        };
        let dsn = after(fields, ", dsn=").and_then(|dsn| dsn.split(|byte| *byte == b',').next());
        let status = dsn.and_then(|dsn| EnhancedCode::from_bytes(dsn).ok());
        let by_status = status.map(|status| Outcome::from_class(status.class()));
        let reply = ["Deferred: ", "Sent (", "Service unavailable: "]
            .iter()
            .find_map(|words| text.strip_prefix(words.as_bytes()))
            .unwrap_or(text);
        let host = after(fields, ", relay=").and_then(|host| split(host, ",").map(|(host, _)| host).or(Some(host)));
        Some(Line::Delivery(Case {
            recipient: Some(Cow::Borrowed(address.text)),
            doubtful: is_imitated || !is_plain,
            outcome: Some(by_word.or(by_status).unwrap_or(Outcome::Failed)),
            said: Said::at_start(reply),
            status,
            host: Cow::Borrowed(host.unwrap_or_default()),
            own: Cow::Borrowed(text),
            ..Case::default()
        }))
    };
    read().unwrap_or(Line::Unread)
}

/// `1e72 mta delivery evpid=.. from=<..> to=<..> rcpt=<-> source=".." relay=".." delay=2s result="PermFail" stat="550 .."`
pub(super) fn open_smtpd(line: &[u8]) -> Line<'_> {
    let Some((before, rest)) = split(line, " delivery evpid=") else {
        return if after(line, "result=\"").is_some() { Line::Unread } else { Line::Known };
    };
    let read = || {
        let (sender, rest) = bracketed(after(rest, " from=<")?, &[" to=<"])?;
        let (address, rest) = bracketed(rest.strip_prefix(b" to=<")?, &[" rcpt=<", " source=", " relay=", " user="])?;
        let is_imitated = after(rest, "> rcpt=<").is_some()
            || after(rest, "> source=").is_some_and(|rest| after(rest, "> source=").is_some());
        let relay = after(rest, " relay=").and_then(|_| value(rest, " relay="));
        let (word, rest) = value(rest, " result=")?;
        let (stat, _) = value(rest, "stat=")?;
        Some(Line::Delivery(Case {
            recipient: Some(Cow::Borrowed(address.text)),
            doubtful: is_imitated || !address.is_plain || !sender.is_plain,
            outcome: Some(Outcome::from_word(word)?),
            said: before.ends_with(b"mta").then(|| Said::at_start(stat)).flatten(),
            host: Cow::Borrowed(relay.map_or(&b""[..], |(host, _)| host)),
            own: Cow::Borrowed(stat),
            ..Case::default()
        }))
    };
    read().unwrap_or(Line::Unread)
}

/// `@4000.. delivery 812: failure: 192.0.2.31_does_not_like_recipient./Remote_host_said:_550_5.1.1_../`, and before it
/// `@4000.. starting delivery 812: msg 1442 to remote ann@example.net`. Nothing, if it is no line of qmail's.
pub(super) fn qmail(log: &mut Log, line: &[u8]) -> Option<Vec<Case<'static>>> {
    let word = line.split(|byte| *byte == b' ').next()?;
    let is_time = word.iter().all(|byte| byte.is_ascii_hexdigit() || b"@.".contains(byte)) && word.len() > 9;
    let rest = if is_time { line.get(word.len() + 1..)? } else { line };
    if let Some(rest) = rest.strip_prefix(b"starting delivery ") {
        let (number, rest) = split(rest, ": ")?;
        let (_, address) = split(rest, " to remote ").or_else(|| split(rest, " to local "))?;
        if log.begun.len() > 100_000 {
            log.begun.clear();
        }
        log.begun.insert(number.to_vec(), address.to_vec());
        return Some(Vec::new());
    }
    let (number, rest) = split(rest.strip_prefix(b"delivery ")?, ": ")?;
    let (word, text) = split(rest, ": ")?;
    let outcome = Outcome::from_word(word)?;
    let recipient = log.begun.remove(number);
    let said = after(text, "said:_").and_then(Said::find).map(|(said, _)| said.into_owned());
    let said = said.map(|said| {
        let text = said.text.iter().map(|byte| if *byte == b'_' { b' ' } else { *byte });
        Said { text: Cow::Owned(text.collect()), ..said }
    });
    let status = smtp_codes::find_enhanced(text).filter(|_| said.is_none());
    Some(vec![Case {
        doubtful: recipient.as_ref().is_some_and(|address| !is_address(address)),
        recipient: recipient.map(Cow::Owned),
        outcome: Some(outcome),
        said,
        status,
        own: Cow::Owned(lossy(text).replace('_', " ").into_bytes()),
        ..Case::default()
    }])
}

/// A PowerMTA accounting file: the line with the names of the columns, and those behind it.
pub(super) fn power_mta(log: &mut Log, line: &[u8]) -> Option<Vec<Case<'static>>> {
    if line.starts_with(b"type,") && after(line, "dsn").is_some() {
        log.columns = cells(line);
        return Some(Vec::new());
    }
    let first = line.split(|byte| *byte == b',').next()?;
    let outcome = match first {
        b"d" => Outcome::Sent,
        b"b" | b"rb" => Outcome::Failed,
        b"t" | b"tq" => Outcome::Deferred,
        _ => return None,
    };
    if log.columns.is_empty() {
        return None;
    }
    let cells = cells(line);
    let cell = |name: &str| {
        let at = log.columns.iter().position(|column| column == name)?;
        cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let recipient = cell("rcpt").map(str::as_bytes);
    let said = cell("dsnDiag").map(|text| text.split_once(';').map_or(text, |(_, said)| said.trim()));
    Some(vec![Case {
        recipient: recipient.map(|address| Cow::Owned(address.to_vec())),
        doubtful: recipient.is_some_and(|address| !is_address(address)),
        outcome: cell("dsnAction").and_then(|word| Outcome::from_word(word.as_bytes())).or(Some(outcome)),
        said: said.and_then(|said| Some(Said::find(said.as_bytes())?.0.into_owned())),
        status: cell("dsnStatus").and_then(|status| status.split(' ').next()?.parse().ok()),
        host: Cow::Owned(cell("dsnMta").unwrap_or_default().into()),
        own: Cow::Owned(said.or(cell("dsnStatus")).unwrap_or_default().into()),
        ..Case::default()
    }])
}

/// The cells of a line with commas between them, and quotes around those that hold one.
fn cells(line: &[u8]) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for letter in lossy(line).chars() {
        match (letter, cells.last_mut()) {
            ('"', _) => is_quoted = !is_quoted,
            (',', _) if !is_quoted => cells.push(String::new()),
            (letter, Some(cell)) => cell.push(letter),
            _ => {}
        }
    }
    cells
}
