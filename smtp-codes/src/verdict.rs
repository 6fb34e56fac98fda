//! What the codes of a reply tell of a refusal: scope, reason, and whether the address is to blame.

use crate::{Class, Confidence, EnhancedCode, Reason, Scope, WireCode};

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

    const fn is_silent(self) -> bool {
        self.scope.is_none() && self.reason.is_none()
    }
}

/// What a reply code and an enhanced code tell together. `enhanced` is the effective one, whose class is the
/// code's.
///
/// The surer of the two speaks, and the enhanced code where they are equally sure. A detail that says
/// something particular, but nothing that can be told (5.7.1), silences a reply code that is not sure itself.
pub(crate) const fn mark_of(code: WireCode, enhanced: Option<EnhancedCode>) -> Mark {
    if !code.class().is_negative() {
        return Mark::SILENT;
    }
    let own = match code.known() {
        Some(code) => code.__mark(),
        None => Mark::SILENT,
    };
    let Some(enhanced) = enhanced else { return own };
    let detail = match enhanced.status() {
        Some(status) => status.__mark(),
        None => Mark::SILENT,
    };
    let vague = enhanced.detail() == 0 && detail.is_silent();
    let speaks = own.weight() > detail.weight() && own.weight() > 2;
    let told = if speaks || vague { own } else { detail };
    Mark { condemns: condemns(code, own, enhanced, detail), ..told }
}

/// Whether the address is to blame: by a permanent enhanced code that says so, or by a reply code that does,
/// unless the enhanced code is about policy.
const fn condemns(code: WireCode, own: Mark, enhanced: EnhancedCode, detail: Mark) -> bool {
    matches!(code.class(), Class::PermanentNegative)
        && enhanced.subject() != 7
        && (own.condemns || detail.condemns)
}
