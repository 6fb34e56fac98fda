//! What a reply code and an enhanced code mean together, for the tables and pages of the examples.

use smtp_codes::{
    Command, EnhancedCode, EnhancedStatus, Provider, ReplyCode, ReplyCodes, WireCode, enhanced::Meaning,
};

/// The registry's entry for an enhanced code that says something, if its class does not contradict the code.
pub(crate) fn registered(code: Option<WireCode>, enhanced: Option<EnhancedCode>) -> Option<EnhancedStatus> {
    let enhanced = enhanced.filter(|enhanced| code.is_none_or(|code| code.class() == enhanced.class()))?;
    let is_vague = enhanced.subject() == 0 && enhanced.detail() == 0;
    enhanced.status().filter(|_| !is_vague || code.is_none())
}

/// A name for the pair: the enhanced code's, which says more, else the code's.
pub(crate) fn name(code: Option<WireCode>, enhanced: Option<EnhancedCode>) -> String {
    if let Some(status) = registered(code, enhanced) {
        return status.name().to_owned();
    }
    match code.map(|code| (code, code.known())) {
        Some((_, Some(known))) => known.name().to_owned(),
        Some((code, None)) => format!("{}, not in the catalogue", code.class()),
        None => "No reply".to_owned(),
    }
}

/// What to do about it, if anything is known.
pub(crate) fn remediation(code: Option<WireCode>, enhanced: Option<EnhancedCode>) -> Option<&'static str> {
    let by_code = || code.and_then(WireCode::known).map(ReplyCode::remediation);
    registered(code, enhanced).map(EnhancedStatus::remediation).or_else(by_code)
}

/// What the provider itself means by it.
pub(crate) fn meaning_at(
    provider: Provider,
    code: Option<WireCode>,
    enhanced: Option<EnhancedCode>,
) -> Option<Meaning> {
    match enhanced {
        Some(enhanced) => enhanced.meaning_at(provider),
        None => code.and_then(|code| code.meaning_at(provider)),
    }
}

/// Whether the address is to blame, as far as a log can tell: a reply to the data of a message may be about
/// one of several recipients.
pub(crate) fn condemns_recipient(status: ReplyCodes, command: Option<Command>) -> bool {
    let is_about_one = matches!(command, None | Some(Command::Rcpt | Command::LmtpEndOfData));
    is_about_one && status.condemns_recipient()
}
