//! What the codes of a reply tell of a refusal: scope, reason, and whether the address is to blame.

use crate::{Class, Confidence, EnhancedCode, EnhancedStatus, Reason, Scope, WireCode};

/// What one code tells by itself.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    pub(crate) scope: Option<Scope>,
    pub(crate) reason: Option<(Reason, Confidence)>,
    pub(crate) condemns: bool,
}

impl Mark {
    const SILENT: Self = Self::new(None, None, false);

    #[must_use]
    pub const fn new(scope: Option<Scope>, reason: Option<(Reason, Confidence)>, condemns: bool) -> Self {
        Self { scope, reason, condemns }
    }

    /// How much the reason counts. A protocol error counts less than any other reason of middle confidence:
    /// `530 5.5.1` means that a login is missing.
    const fn weight(self) -> u8 {
        match self.reason {
            None => 0,
            Some((Reason::ProtocolError, Confidence::Low)) => 1,
            Some((_, Confidence::Low)) => 2,
            Some((Reason::ProtocolError, _)) => 3,
            Some((_, Confidence::Medium)) => 4,
            Some((_, Confidence::High)) => 5,
        }
    }

    /// The same, and no surer than this.
    const fn at_most(self, most: Confidence) -> Self {
        match self.reason {
            Some((reason, confidence)) if confidence as u8 > most as u8 => {
                Self { reason: Some((reason, most)), ..self }
            }
            _ => self,
        }
    }

    const fn is_silent(self) -> bool {
        self.scope.is_none() && self.reason.is_none()
    }
}

/// What a reply code and an enhanced code tell together. `enhanced` is the effective one, whose class is the
/// code's.
///
/// The surer of the two speaks, and the enhanced code where they are equally sure. A detail that says
/// something particular, but nothing that can be told (5.7.1), silences a reply code that is not sure itself.
/// High confidence is for pairs that agree.
pub(crate) const fn mark_of(code: WireCode, enhanced: Option<EnhancedCode>) -> Mark {
    if !code.class().is_negative() {
        return Mark::SILENT;
    }
    let own = match code.known() {
        Some(code) => code.__mark(),
        None => Mark::SILENT,
    };
    let Some(enhanced) = enhanced else { return own };
    let own = match (code.as_u16(), enhanced.status()) {
        // A protocol error beside a detail that is about none.
        (500..=503, _) if enhanced.subject() != 5 => own.at_most(Confidence::Low),
        // A detail that a provider made up: `535 5.7.139`.
        (_, None) => own.at_most(Confidence::Medium),
        _ => own,
    };
    let detail = match enhanced.status() {
        Some(EnhancedStatus::BadDestinationMailbox) if !is_of_mailbox(code) => {
            EnhancedStatus::BadDestinationMailbox.__mark().at_most(Confidence::Medium)
        }
        Some(status) => status.__mark(),
        None => Mark::SILENT,
    };
    let vague = enhanced.detail() == 0 && detail.is_silent();
    let speaks = own.weight() > detail.weight() && own.weight() > 2;
    let told = if speaks || vague { own } else { detail };
    Mark { condemns: condemns(code, own, enhanced, detail), reason: surer(own, detail, told.reason), ..told }
}

/// Whether a reply code is one that servers send about a mailbox. Beside others `5.1.1` is something else: 552 is a full
/// mailbox, 535 a login.
const fn is_of_mailbox(code: WireCode) -> bool {
    matches!(code.as_u16(), 450 | 550 | 551 | 553 | 554)
}

/// Two codes that give the same reason, each with low confidence, are surer together: `525 5.7.13`.
const fn surer(own: Mark, detail: Mark, told: Option<(Reason, Confidence)>) -> Option<(Reason, Confidence)> {
    match (own.reason, detail.reason) {
        (Some((reason, Confidence::Low)), Some((other, Confidence::Low))) if reason as u8 == other as u8 => {
            Some((reason, Confidence::Medium))
        }
        _ => told,
    }
}

/// Whether the address is to blame: by an enhanced code that says so, beside a reply code that servers send about a
/// permanently wrong address, or by 556, unless the enhanced code is about policy.
const fn condemns(code: WireCode, own: Mark, enhanced: EnhancedCode, detail: Mark) -> bool {
    let permanent = matches!(code.class(), Class::PermanentNegative);
    let of_address = is_of_mailbox(code) || code.as_u16() == 501;
    permanent && enhanced.subject() != 7 && (own.condemns || detail.condemns && of_address)
}
