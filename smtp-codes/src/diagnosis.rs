//! Why a reply refuses: the codes, the provider and the text read together. The rules are told in `diagnosing.rs`.

use crate::provider::Meaning;
use crate::signs::{Lines, Seen, search};
use crate::{Class, Confidence, EnhancedCode, FoundCodes, Provider, Reason, Reply, ReplyCodes, Scope, WireCode};

/// Why a server refused or deferred something, from the codes, the provider and the text of its reply; from
/// [`Reply::diagnosis`] and [`FoundCodes::diagnosis`].
///
/// Anybody can write any text, so a diagnosis is for reports and statistics. What to do next the codes alone decide:
/// see [`Reply::action`]. The rules are in the chapter [Why was it refused?](crate::diagnosing).
///
/// # Examples
///
/// ```
/// use smtp_codes::{Confidence, Evidence, Reason, Reply, Scope};
///
/// let reply = b"554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org\r\n";
/// let (reply, _) = Reply::parse(reply)?;
/// assert_eq!(reply.reason(), None); // 5.7.1 is sent for more than a dozen reasons
///
/// let why = reply.diagnosis();
/// assert_eq!(why.reason(), Some(Reason::Blocklisted));
/// assert_eq!(why.scope(), Some(Scope::Client));
/// assert!(why.evidence().eq([Evidence::Sign("client * blocked")]));
/// assert!(!why.condemns_recipient());
/// # Ok::<(), smtp_codes::ReplyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Diagnosis {
    provider: Option<Provider>,
    told: Option<(Reason, Confidence)>,
    scope: Option<Scope>,
    meaning: Option<Meaning>,
    codes: bool,
    sign: Option<&'static str>,
    condemns: bool,
}

/// What speaks for the reason of a [`Diagnosis`]; from [`Diagnosis::evidence`].
///
/// # Examples
///
/// ```
/// use smtp_codes::{Evidence, Reply};
///
/// let (reply, _) = Reply::parse(b"550 5.1.1 User unknown\r\n")?;
/// assert!(reply.diagnosis().evidence().eq([Evidence::Codes, Evidence::Sign("user * unknown")]));
/// # Ok::<(), smtp_codes::ReplyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Evidence {
    /// What the provider means by the code: see [`Meaning`].
    Meaning(Meaning),
    /// The reply code and the enhanced status code.
    Codes,
    /// A sign in the text, one of [`Reason::signs`].
    Sign(&'static str),
}

impl Diagnosis {
    /// Returns the reason. `None` if neither the codes nor the text tell one, or if they contradict each other.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Reason, Reply};
    /// let (reply, _) = Reply::parse(b"550 Over quota\r\n")?;
    /// assert_eq!(reply.diagnosis().reason(), Some(Reason::MailboxFull));
    /// let (reply, _) = Reply::parse(b"550 5.7.1 User unknown or blocked by policy\r\n")?;
    /// assert_eq!(reply.diagnosis().reason(), None);
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn reason(&self) -> Option<Reason> {
        match self.told {
            Some((reason, _)) => Some(reason),
            None => None,
        }
    }

    /// Returns how far the reason can be trusted. `None` without a reason.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Confidence, Reply};
    /// let sure = |reply: &'static [u8]| Some(Reply::parse(reply).ok()?.0.diagnosis().confidence()?);
    /// assert_eq!(sure(b"452 4.2.2 Over quota\r\n"), Some(Confidence::High)); // codes and text agree
    /// assert_eq!(sure(b"550 Over quota\r\n"), Some(Confidence::Medium));
    /// assert_eq!(sure(b"550 5.1.1 Over quota\r\n"), Some(Confidence::Low)); // they contradict each other
    /// ```
    #[must_use]
    pub const fn confidence(&self) -> Option<Confidence> {
        match self.told {
            Some((_, confidence)) => Some(confidence),
            None => None,
        }
    }

    /// Returns who can do something about it: the scope of the reason. Without a reason it is what the codes tell, if
    /// nothing in the text contradicts them.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Reply, Scope};
    /// let (reply, _) = Reply::parse(b"550 The message is infected\r\n")?;
    /// assert_eq!(reply.diagnosis().scope(), Some(Scope::Message));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn scope(&self) -> Option<Scope> {
        self.scope
    }

    /// Returns the provider that seems to have sent the reply: see [`Provider::guess`].
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Provider, Reply};
    /// let (reply, _) = Reply::parse(b"421 4.7.0 [TSS04] Messages temporarily deferred\r\n")?;
    /// assert_eq!(reply.diagnosis().provider(), Some(Provider::Yahoo));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub const fn provider(&self) -> Option<Provider> {
        self.provider
    }

    /// Returns everything that speaks for the reason, a provider's own meaning first. Empty without a reason.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Evidence, Reply};
    /// let (reply, _) = Reply::parse(b"550 5.7.606 Banned sending IP [AM6.eop-eur05.prod.protection.outlook.com]\r\n")?;
    /// let why = reply.diagnosis();
    /// assert!(matches!(why.evidence().next(), Some(Evidence::Meaning(meaning)) if !meaning.text().is_empty()));
    /// assert_eq!(why.evidence().last(), Some(Evidence::Sign("banned sending ip")));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    pub fn evidence(&self) -> impl Iterator<Item = Evidence> + Clone + use<> {
        let codes = self.codes.then_some(Evidence::Codes);
        [self.meaning.map(Evidence::Meaning), codes, self.sign.map(Evidence::Sign)].into_iter().flatten()
    }

    /// Whether the recipient's address is to blame, so that a careful sender stops writing to it: see
    /// [`ReplyCodes::condemns_recipient`]. A text condemns only where the reply is permanent, and where nothing in it tells
    /// of anything else.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let condemns = |reply: &'static [u8]| Reply::parse(reply).is_ok_and(|(reply, _)| reply.diagnosis().condemns_recipient());
    /// assert!(condemns(b"550 User unknown\r\n"));
    /// assert!(!condemns(b"450 User unknown\r\n"));
    /// assert!(!condemns(b"550 5.7.1 User unknown or blocked by policy\r\n"));
    /// assert!(!condemns(b"550 5.1.1 Client host blocked by a blocklist\r\n"));
    /// ```
    #[must_use]
    pub const fn condemns_recipient(&self) -> bool {
        self.condemns
    }
}

impl Reply<'_> {
    /// Returns why the server refused or deferred: what the codes, the provider and the text say together. See the chapter
    /// [Why was it refused?](crate::diagnosing).
    ///
    /// Takes time in proportion to the length of the reply, and allocates nothing. [`reason`](Self::reason) is what the
    /// codes alone say.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Reason, Reply};
    /// let (reply, _) = Reply::parse(b"550-5.7.1 This message was blocked:\r\n550 5.7.1 DMARC failed\r\n")?;
    /// assert_eq!(reply.diagnosis().reason(), Some(Reason::MessageAuthFailed));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    pub fn diagnosis(&self) -> Diagnosis {
        let found = || crate::find_codes(self.as_bytes()).filter(|found| found.reply() == Some(self.code()));
        let enhanced = self.enhanced().or_else(|| found()?.enhanced());
        diagnose(ReplyCodes::new(self.code(), enhanced), self.as_bytes(), &mut self.lines())
    }
}

impl FoundCodes {
    /// Returns why the server refused or deferred, from the text in which the codes were found. What stands before the codes
    /// tells the provider and nothing else, apart from earlier lines of the same reply.
    ///
    /// Give it the text that [`find_codes`](crate::find_codes) got, and of a log one line: words of another reply would count
    /// as words of this one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::{Provider, Reason, find_codes};
    /// let line = b"to=<ann@example.net>, relay=gmail-smtp-in.l.google.com[192.0.2.27]:25, dsn=5.7.26, status=bounced \
    ///     (host gmail-smtp-in.l.google.com[192.0.2.27] said: 550-5.7.26 This mail has been blocked because the sender \
    ///     is 550 5.7.26 unauthenticated.)";
    /// let why = find_codes(line).unwrap().diagnosis(line);
    /// assert_eq!(why.reason(), Some(Reason::MessageAuthFailed));
    /// assert_eq!(why.provider(), Some(Provider::Gmail));
    /// ```
    #[must_use]
    pub fn diagnosis(&self, text: &[u8]) -> Diagnosis {
        // An enhanced code alone: 450 and 550 add nothing to it.
        let alone = || WireCode::from_u16(u16::from(self.enhanced()?.class().digit()) * 100 + 50);
        let Some(code) = self.reply().or_else(alone) else { return Diagnosis::SILENT };
        let start = self.range().start;
        let start = first_line(text.get(..start).unwrap_or_default(), code).unwrap_or(start);
        let said = text.get(start..).unwrap_or_default();
        diagnose(ReplyCodes::new(code, self.enhanced()), text, &mut said.split(|byte| *byte == b'\n'))
    }
}

/// Where a reply of several lines begins if only its last one has an enhanced code, which is where the codes were found.
fn first_line(before: &[u8], code: WireCode) -> Option<usize> {
    let mut last = b' ';
    for (at, part) in before.windows(4).enumerate() {
        if let [number @ .., b'-'] = part {
            if b" \t\n(".contains(&last) && WireCode::from_bytes(number) == Ok(code) {
                return Some(at);
            }
        }
        last = part.first().copied().unwrap_or_default();
    }
    None
}

impl Diagnosis {
    const SILENT: Self =
        Self { provider: None, told: None, scope: None, meaning: None, codes: false, sign: None, condemns: false };
}

/// `whole` is what the provider is told from, `lines` what the server said.
fn diagnose(codes: ReplyCodes, whole: &[u8], lines: Lines<'_, '_>) -> Diagnosis {
    let provider = Provider::guess(whole).map(|(provider, _)| provider);
    let silent = Diagnosis { provider, ..Diagnosis::SILENT };
    if !codes.class().is_negative() {
        return silent;
    }
    let mut found = Found::default();
    let seen = search(codes, lines, &mut |reason, sign| {
        // What is wrong with a password is told for good. A temporary reply of the kind is the server's own trouble.
        if codes.class() == Class::PermanentNegative || reason != Reason::CredentialsInvalid {
            found.add(reason, sign);
        }
    });
    if found.has(Reason::Unspecified) {
        return silent;
    }
    let enhanced = codes.effective_enhanced();
    let meaning = provider.and_then(|provider| {
        let own = enhanced.and_then(|enhanced| enhanced.meaning_at(provider));
        own.or_else(|| codes.code().meaning_at(provider))
    });
    let own = meaning.and_then(|meaning| meaning.reason());
    // Where the provider gives a code several meanings, the text decides.
    let by_codes = codes.reason().filter(|_| meaning.is_none() || own.is_some());
    let told = match own {
        Some(own) => Some(with_own(own, &found)),
        None => without_own(by_codes, &found, seen),
    };
    let reason = told.map(|(reason, _)| reason);
    let scope = match reason {
        Some(reason) => reason.scope(),
        None => codes.scope().filter(|_| found.is_empty() && codes.reason().is_none() && meaning.is_none()),
    };
    Diagnosis {
        provider,
        told,
        scope,
        meaning: meaning.filter(|_| own.is_some() && own == reason),
        codes: by_codes.is_some_and(|(by_codes, _)| Some(by_codes) == reason),
        sign: reason.and_then(|reason| found.sign(reason)),
        condemns: condemns(codes, own, by_codes, reason, &found, seen),
    }
}

/// The reason where the provider has a meaning of its own for the code.
fn with_own(own: Reason, found: &Found) -> (Reason, Confidence) {
    match found.settled() {
        Some(sign) if sign == own => (own, Confidence::High),
        Some(sign) if yields(own, sign) => (sign, Confidence::Medium),
        Some(sign) if yields(sign, own) => (own, Confidence::Medium),
        None if found.is_empty() || found.has(own) => (own, Confidence::Medium),
        _ => (own, Confidence::Low),
    }
}

/// The reason of the signs, or else what the codes tell alone.
fn without_own(codes: Option<(Reason, Confidence)>, found: &Found, seen: Seen) -> Option<(Reason, Confidence)> {
    if let Some(sign) = found.settled() {
        // "The sender's address does not exist" has the words of an unknown recipient.
        if seen.sender && blames(sign) && codes.is_none_or(|(reason, _)| reason != sign) {
            return None;
        }
        let confidence = match codes {
            Some((codes, _)) if codes == sign => Confidence::High,
            Some((codes, sure)) if sure != Confidence::Low && !yields(codes, sign) => Confidence::Low,
            _ => Confidence::Medium,
        };
        return Some((sign, confidence));
    }
    let (reason, sure) = codes?;
    match sure {
        _ if !found.is_empty() => (found.has(reason) && sure != Confidence::Low).then_some((reason, Confidence::Low)),
        _ if !seen.words => codes,
        // No word agrees. In labelled replies the codes were right then if they were sure, and of protocol errors half.
        Confidence::High if reason != Reason::ProtocolError => Some((reason, Confidence::Medium)),
        _ => None,
    }
}

/// Whether a reason is a fault of the recipient's address.
const fn blames(reason: Reason) -> bool {
    use Reason::{AddressSyntax, DomainRefusesMail, DomainUnknown, RecipientMoved, RecipientUnknown};
    matches!(reason, RecipientUnknown | RecipientMoved | AddressSyntax | DomainUnknown | DomainRefusesMail)
}

/// Whether the address is to blame: the codes or the provider say so, or a sign in a reply whose codes leave it open.
fn condemns(
    codes: ReplyCodes,
    own: Option<Reason>,
    by_codes: Option<(Reason, Confidence)>,
    reason: Option<Reason>,
    found: &Found,
    seen: Seen,
) -> bool {
    use Reason::{DomainRefusesMail, RecipientMoved, RecipientUnknown};
    if codes.class() != Class::PermanentNegative
        || !reason.is_none_or(blames)
        || !own.is_none_or(blames)
        || !found.all(blames)
    {
        return false;
    }
    let by_own = matches!(own, Some(RecipientUnknown | RecipientMoved));
    let is_open = |enhanced: EnhancedCode| {
        enhanced.subject() == 1
            || matches!((enhanced.subject(), enhanced.detail()), (0 | 2 | 3 | 5 | 6 | 7, 0) | (7, 1))
            || by_codes.is_none_or(|(reason, sure)| blames(reason) || sure == Confidence::Low)
    };
    let by_sign = !found.is_empty()
        && !seen.sender
        && !found.has(DomainRefusesMail)
        && matches!(codes.code().as_u16(), 500 | 501 | 510..=513 | 550..=559)
        && codes.effective_enhanced().is_none_or(is_open);
    codes.condemns_recipient() || by_own || by_sign
}

/// The reasons that signs of a text tell, and the first sign of each.
struct Found {
    first: [Option<&'static str>; Reason::ALL.len()],
}

impl Default for Found {
    fn default() -> Self {
        Self { first: [None; Reason::ALL.len()] }
    }
}

impl Found {
    fn add(&mut self, reason: Reason, sign: &'static str) {
        if let Some(first) = self.first.get_mut(reason as usize) {
            first.get_or_insert(sign);
        }
    }

    fn sign(&self, reason: Reason) -> Option<&'static str> {
        self.first.get(reason as usize).copied().flatten()
    }

    fn has(&self, reason: Reason) -> bool {
        self.sign(reason).is_some()
    }

    fn reasons(&self) -> impl Iterator<Item = Reason> + Clone {
        Reason::ALL.iter().copied().filter(|reason| self.has(*reason))
    }

    fn is_empty(&self) -> bool {
        self.reasons().next().is_none()
    }

    fn all(&self, test: impl Fn(Reason) -> bool) -> bool {
        self.reasons().all(test)
    }

    /// The one reason that is left if each that yields to another one is taken away.
    fn settled(&self) -> Option<Reason> {
        let mut left = self.reasons().filter(|reason| !self.reasons().any(|other| yields(*reason, other)));
        left.next().filter(|_| left.next().is_none())
    }
}

/// Whether a reason gives way to another one in the same text, because the other says what it came from.
fn yields(reason: Reason, other: Reason) -> bool {
    use Reason as R;
    /// The vaguest first.
    const fn precision(reason: Reason) -> u8 {
        match reason {
            R::Policy | R::ServiceUnavailable | R::SystemError | R::ProtocolError | R::Network => 0,
            R::ContentRejected => 1,
            R::Spam => 2,
            _ => 3,
        }
    }
    match (reason, other) {
        // Who is unknown may be so by a rule, and a spam filter may have looked the sender up: neither is certain.
        (R::Policy | R::Spam, R::RecipientUnknown) => false,
        (
            R::RecipientUnknown,
            R::Spam | R::RecipientDisabled | R::SenderRejected | R::MessageAuthFailed | R::RelayDenied,
        )
        | (R::DomainUnknown, R::SenderRejected | R::RecipientDisabled)
        | (R::DomainRefusesMail | R::AddressSyntax, R::SenderRejected)
        | (R::SenderRejected, R::MessageAuthFailed | R::ReverseDns | R::Blocklisted)
        | (R::MessageAuthFailed, R::MessageMalformed | R::ReverseDns)
        | (R::MailboxFull, R::RateLimited)
        | (
            R::CredentialsInvalid,
            R::MessageAuthFailed
            | R::RateLimited
            | R::AuthMechanism
            | R::AuthTemporary
            | R::AuthRequired
            | R::AccountDisabled,
        )
        | (R::AuthRequired | R::ReverseDns, R::RelayDenied)
        | (R::AuthTemporary, R::Blocklisted)
        | (R::RateLimited, R::TooManyConnections)
        | (R::RecipientDisabled, R::AccountDisabled) => true,
        _ => precision(reason) < precision(other),
    }
}
