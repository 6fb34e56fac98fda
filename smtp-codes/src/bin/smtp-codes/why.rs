//! Why it was refused, and what to do: what the library says of the codes, the provider and the text, in one place.

use smtp_codes::{
    Command, Confidence, EnhancedCode, EnhancedStatus, Provider, Reason, ReplyCode, ReplyCodes, Scope,
    WireCode, enhanced::Meaning,
};

use crate::read::Case;

/// What is known of the cause.
pub(crate) struct Why {
    /// A name for it: the provider's, the reason that the text gives, the enhanced code's or the code's.
    pub(crate) name: String,
    /// With `None` for a provider's own meaning, which is no guess.
    pub(crate) reason: Option<(Reason, Option<Confidence>)>,
    pub(crate) scope: Option<Scope>,
    /// The provider that means something of its own by these codes, and the sign that gives it away, where nobody
    /// named it.
    pub(crate) provider: Option<(Provider, Meaning, Option<&'static str>)>,
    /// The registry's entry, where it is what is meant.
    pub(crate) registered: Option<EnhancedStatus>,
    pub(crate) condemns: bool,
}

/// What a text says that its codes do not, for the codes where they mislead.
const IN_TEXT: [(&str, &[u16], Reason); 3] = [
    ("STARTTLS", &[530], Reason::EncryptionRequired),
    ("SendAsDenied", &[550, 554], Reason::SenderRejected),
    ("SendAs", &[550, 554], Reason::SenderRejected),
];

/// Why, as far as it can be told.
pub(crate) fn why(case: &Case<'_>, named: Option<Provider>) -> Why {
    let codes = case.codes();
    let enhanced = codes.map_or(case.status, ReplyCodes::enhanced);
    let provider = provider(case, codes, enhanced, named);
    let registered = enhanced.and_then(|enhanced| registered(codes, enhanced));
    let by_text = in_text(case, codes);
    let by_provider = provider.as_ref().and_then(|(_, meaning, _)| meaning.reason());
    let of_status = || registered.filter(|_| codes.is_none());
    let by_codes = codes.and_then(of_codes).or_else(|| of_status().and_then(EnhancedStatus::reason));
    let reason = match (by_text, by_provider) {
        (Some(reason), _) | (None, Some(reason)) => Some((reason, None)),
        _ => by_codes.map(|(reason, confidence)| (reason, Some(confidence))),
    };
    let scope_of_codes =
        || codes.and_then(ReplyCodes::scope).or_else(|| of_status().and_then(EnhancedStatus::scope));
    let scope = match reason {
        Some((reason, None)) => reason.scope(),
        _ => scope_of_codes(),
    };
    let registered = registered.filter(|_| by_text.is_none() && provider.is_none());
    let name = match (&provider, reason) {
        (_, Some((reason, _))) if by_text.is_some() => reason.name().to_owned(),
        (Some((provider, ..)), Some((reason, _))) => {
            format!("{} (as {} means it)", reason.name(), provider.name())
        }
        _ => registered.map_or_else(|| name(codes), |status| status.name().to_owned()),
    };
    Why { name, reason, scope, provider, registered, condemns: case.condemns() }
}

/// The reason that the codes give, no surer than where they agree.
fn of_codes(codes: ReplyCodes) -> Option<(Reason, Confidence)> {
    let (reason, confidence) = codes.reason()?;
    let most = match (codes.code().as_u16(), codes.enhanced()) {
        (500..=503, Some(enhanced)) if enhanced.subject() != 5 => Confidence::Low,
        (_, Some(enhanced)) if enhanced.status().is_none() => Confidence::Medium,
        _ => Confidence::High,
    };
    let is_surer = matches!((confidence, most), (Confidence::High, _) | (_, Confidence::Low));
    Some((reason, if is_surer { most } else { confidence }))
}

fn provider(
    case: &Case<'_>,
    codes: Option<ReplyCodes>,
    enhanced: Option<EnhancedCode>,
    named: Option<Provider>,
) -> Option<(Provider, Meaning, Option<&'static str>)> {
    let meaning_at = |provider: Provider| match enhanced {
        Some(enhanced) => enhanced.meaning_at(provider),
        None => codes?.code().meaning_at(provider),
    };
    if let Some(named) = named {
        return Some((named, meaning_at(named)?, None));
    }
    let said = case.said.as_ref().filter(|said| said.codes.is_negative())?;
    // Most codes mean the same everywhere, and then it need not be known who said them.
    Provider::ALL.iter().find_map(|provider| {
        let meaning = meaning_at(*provider)?;
        let sign =
            provider.sign_in(&said.text).or_else(|| provider.sign_in(&[&case.host, &b"["[..]].concat()))?;
        Some((*provider, meaning, Some(sign)))
    })
}

/// The registry's entry for an enhanced code, if the reply code does not contradict it and it is no mere 5.0.0.
fn registered(codes: Option<ReplyCodes>, enhanced: EnhancedCode) -> Option<EnhancedStatus> {
    let agrees = codes.is_none_or(|codes| codes.class() == enhanced.class());
    let status = enhanced.status().filter(|_| agrees)?;
    let is_vague = codes.is_some() && enhanced.subject() == 0;
    // 2.1.5 is a success: nobody means the same by 5.1.5.
    let is_opposite = !status.classes().is_empty()
        && status.classes().iter().all(|class| class.is_positive() != enhanced.is_positive());
    (!is_vague && !is_opposite).then_some(status)
}

fn in_text(case: &Case<'_>, codes: Option<ReplyCodes>) -> Option<Reason> {
    let (code, said) = (codes?.code(), case.said.as_ref()?);
    let holds = |sign: &str| memchr::memmem::find(&said.text, sign.as_bytes()).is_some();
    let found = IN_TEXT.iter().find(|(sign, of, _)| of.contains(&code.as_u16()) && holds(sign));
    found.map(|(.., reason)| *reason)
}

fn name(codes: Option<ReplyCodes>) -> String {
    match codes.map(|codes| (codes.code(), codes.code().known())) {
        Some((_, Some(known))) => known.name().to_owned(),
        Some((code, None)) => format!("{}, not in the catalogue", code.class()),
        None => String::new(),
    }
}

/// What to do, and who: one text for each party that can act.
pub(crate) fn steps(codes: Option<ReplyCodes>, why: &Why) -> Vec<(Option<&'static str>, &'static str)> {
    let by_code = || codes.map(ReplyCodes::code).and_then(WireCode::known).map(ReplyCode::remediation);
    let certain =
        why.reason.filter(|(_, confidence)| confidence.is_none()).map(|(reason, _)| reason.remediation());
    let text = certain.or_else(|| why.registered.map(EnhancedStatus::remediation)).or_else(by_code);
    text.into_iter().map(|text| (None, text)).collect()
}

/// What a code says to do, by itself.
pub(crate) fn steps_of(code: ReplyCode) -> Vec<(Option<&'static str>, &'static str)> {
    vec![(None, code.remediation())]
}

/// What a client does with the reply, if it is known what it answers.
pub(crate) fn action(case: &Case<'_>, command: Option<Command>) -> Option<smtp_codes::Action> {
    let said = case.said.as_ref().filter(|said| said.contradiction.is_none())?;
    let action = said.codes.action(command.or(case.command)?);
    // A server says 530 for want of TLS too, and then a login is not what comes next.
    let wants_tls = in_text(case, Some(said.codes)) == Some(Reason::EncryptionRequired);
    Some(if wants_tls { smtp_codes::Action::EncryptFirst } else { action })
}
