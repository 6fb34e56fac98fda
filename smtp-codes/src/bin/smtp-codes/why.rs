//! Why it was refused, and what to do: what the library says of the codes, the provider and the text, in one place.

use smtp_codes::{
    Command, Confidence, Diagnosis, EnhancedCode, EnhancedStatus, Evidence, Locale, LocalizedCode, Party, Provider,
    Reason, ReplyCodes, Scope, enhanced::Meaning, find_codes,
};

use crate::read::Case;

/// What is known of the cause.
pub(crate) struct Why {
    /// A name for it: the provider's, the reason that the text gives, the enhanced code's or the code's.
    pub(crate) name: String,
    /// With `None` for a provider's own meaning, which is no guess.
    pub(crate) reason: Option<(Reason, Option<Confidence>)>,
    /// Whether the text alone told the reason.
    pub(crate) by_text: bool,
    pub(crate) scope: Option<Scope>,
    /// The provider that means something of its own by these codes, and the sign that gives it away, where nobody
    /// named it.
    pub(crate) provider: Option<(Provider, Meaning, Option<&'static str>)>,
    /// The registry's entry, where it is what is meant.
    pub(crate) registered: Option<EnhancedStatus>,
    pub(crate) condemns: bool,
}

/// Why, as far as it can be told.
pub(crate) fn why(case: &Case<'_>, named: Option<Provider>) -> Why {
    let codes = case.codes();
    let enhanced = codes.map_or(case.status, ReplyCodes::enhanced);
    let provider = provider(case, codes, enhanced, named);
    let registered = enhanced.and_then(|enhanced| registered(codes, enhanced));
    let diagnosis = diagnosis(case).filter(|_| named.is_none());
    let by_text = diagnosis.as_ref().and_then(|diagnosis| {
        let mut evidence = diagnosis.evidence();
        let is_text_alone = matches!((evidence.next(), evidence.next()), (Some(Evidence::Sign(_)), None));
        Some((diagnosis.reason()?, diagnosis.confidence()?)).filter(|_| is_text_alone)
    });
    let by_provider = provider.as_ref().and_then(|(_, meaning, _)| meaning.reason());
    let of_status = || registered.filter(|_| codes.is_none());
    let by_codes = || codes.and_then(of_codes).or_else(|| of_status().and_then(EnhancedStatus::reason));
    let diagnosed = diagnosis.as_ref().map(|diagnosis| {
        let confidence = diagnosis.confidence().zip(codes).map(|(sure, codes)| no_surer(codes, sure));
        diagnosis.reason().zip(confidence)
    });
    let reason = match by_provider.filter(|_| by_text.is_none()) {
        Some(reason) => Some((reason, None)),
        None => diagnosed.unwrap_or_else(by_codes).map(|(reason, confidence)| (reason, Some(confidence))),
    };
    let scope_of_codes = || codes.and_then(ReplyCodes::scope).or_else(|| of_status().and_then(EnhancedStatus::scope));
    let scope = match (reason, &diagnosis) {
        (Some((reason, _)), _) if by_text.is_some() || by_provider.is_some() => reason.scope(),
        (_, Some(diagnosis)) => diagnosis.scope(),
        _ => scope_of_codes(),
    };
    let registered = registered.filter(|_| by_text.is_none() && provider.is_none());
    let name = match (&provider, reason) {
        (_, Some((reason, _))) if by_text.is_some() => reason.name().to_owned(),
        (Some((provider, ..)), Some((reason, None))) => {
            format!("{} (as {} means it)", reason.name(), provider.name())
        }
        _ => registered.map_or_else(|| name(codes), |status| status.name().to_owned()),
    };
    // The codes alone condemn an address, and a text can only spare it.
    let condemns = case.condemns() && diagnosis.is_none_or(|diagnosis| diagnosis.condemns_recipient());
    Why { name, reason, by_text: by_text.is_some(), scope, provider, registered, condemns }
}

/// What the library makes of codes, provider and text.
fn diagnosis(case: &Case<'_>) -> Option<Diagnosis> {
    let said = case.said.as_ref().filter(|said| said.codes.is_negative() && said.contradiction.is_none())?;
    // What stands before a reply tells the provider and nothing else.
    let text = [&case.host, &b"["[..], b" ", &said.text].concat();
    let found = |text: &[u8]| find_codes(text).filter(|found| found.codes() == Some(said.codes));
    let with_host = found(&text).filter(|found| found.range().start == case.host.len() + 2);
    Some(match with_host {
        Some(found) => found.diagnosis(&text),
        None => found(&said.text)?.diagnosis(&said.text),
    })
}

/// The reason that the codes give, no surer than where they agree.
fn of_codes(codes: ReplyCodes) -> Option<(Reason, Confidence)> {
    codes.reason().map(|(reason, confidence)| (reason, no_surer(codes, confidence)))
}

fn no_surer(codes: ReplyCodes, confidence: Confidence) -> Confidence {
    let most = match (codes.code().as_u16(), codes.enhanced()) {
        (500..=503, Some(enhanced)) if enhanced.subject() != 5 => Confidence::Low,
        (_, Some(enhanced)) if enhanced.status().is_none() => Confidence::Medium,
        _ => Confidence::High,
    };
    let is_surer = matches!((confidence, most), (Confidence::High, _) | (_, Confidence::Low));
    if is_surer { most } else { confidence }
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
        let sign = provider.sign_in(&said.text).or_else(|| provider.sign_in(&[&case.host, &b"["[..]].concat()))?;
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

fn name(codes: Option<ReplyCodes>) -> String {
    match codes.map(|codes| (codes.code(), codes.code().known())) {
        Some((_, Some(known))) => known.name().to_owned(),
        Some((code, None)) => format!("{}, not in the catalogue", code.class()),
        None => String::new(),
    }
}

/// The label of a party, if it is not for everybody, and what to do.
pub(crate) type Step = (Option<&'static str>, &'static str);

/// What to do, and who: one text for each party that can act.
pub(crate) fn steps(codes: Option<ReplyCodes>, why: &Why, locale: Locale) -> Vec<Step> {
    let certain = why.reason.filter(|(_, confidence)| why.by_text || confidence.is_none());
    let text =
        certain.map(|(reason, _)| reason.remediation()).or_else(|| why.registered.map(EnhancedStatus::remediation));
    let by_code = || codes?.code().known().map(|code| steps_of(code.in_locale(locale)));
    text.map(by_party).or_else(by_code).unwrap_or_default()
}

/// What a code says to do, by itself. The labels are those of the language.
pub(crate) fn steps_of(code: LocalizedCode) -> Vec<Step> {
    let label = |line: &'static str, text| line.strip_suffix(text)?.strip_suffix(": ");
    let lines = code.remediation().lines().skip(1).zip(code.steps());
    let steps = lines.map(|(line, step)| (label(line, step.text()), step.text()));
    by_party(code.verdict()).into_iter().chain(steps).collect()
}

/// A remedy in its parts: what is for everybody, and what begins with the name of a party.
fn by_party(text: &'static str) -> Vec<Step> {
    let mut starts: Vec<_> = Party::ALL
        .iter()
        .flat_map(|party| {
            let label = format!("{}: ", party.name());
            text.match_indices(&label)
                .filter(|(at, _)| *at == 0 || text[..*at].ends_with(['\n', ' ']))
                .map(|(at, label)| (at, at + label.len(), Some(party.name())))
                .collect::<Vec<_>>()
        })
        .chain([(0, 0, None)])
        .collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    let parts = starts.iter().zip(ends).map(|((_, start, party), end)| (*party, text[*start..end].trim()));
    parts.filter(|(_, text)| !text.is_empty()).collect()
}

/// What a client does with the reply, if it is known what it answers.
pub(crate) fn action(case: &Case<'_>, command: Option<Command>) -> Option<smtp_codes::Action> {
    let said = case.said.as_ref().filter(|said| said.contradiction.is_none())?;
    let action = said.codes.action(command.or(case.command)?);
    // A server says 530 for want of TLS too, and then a login is not what comes next.
    let wants_tls = diagnosis(case).and_then(|diagnosis| diagnosis.reason()) == Some(Reason::EncryptionRequired);
    let wants_tls = wants_tls && action == smtp_codes::Action::AuthenticateFirst;
    Some(if wants_tls { smtp_codes::Action::EncryptFirst } else { action })
}
