//! The decision: from a code, an enhanced code and a command to an action.

use super::Action;
use super::step::Step;
use crate::{Class, Command, EnhancedCode, WireCode};

/// The first rule that fits wins; `deciding` has them as a table.
///
/// The class is always that of the code. Of the enhanced code only subject and detail count: they say how a
/// refusal is meant, and whether it is one is not theirs to say.
#[inline]
pub(super) const fn decide(code: WireCode, enhanced: Option<EnhancedCode>, command: Command) -> Action {
    let step = Step::of(command);
    match (step, code.class()) {
        (Step::Goodbye, _) => Action::Ignore,
        (Step::Data | Step::Login, Class::PositiveIntermediate) => Action::Continue,
        (Step::Data, Class::PositiveCompletion) | (_, Class::PositiveIntermediate) => Action::OutOfStep,
        (_, Class::PositiveCompletion) => Action::Proceed,
        (_, Class::TransientNegative) => refused(step, code.as_u16(), enhanced, false),
        (_, Class::PermanentNegative) => refused(step, code.as_u16(), enhanced, true),
    }
}

/// A 4yz or, if permanent, a 5yz.
#[inline]
const fn refused(step: Step, number: u16, enhanced: Option<EnhancedCode>, permanent: bool) -> Action {
    let detail = match enhanced {
        Some(enhanced) => (enhanced.subject(), enhanced.detail()),
        None => (0, 0),
    };
    match (step, number) {
        (_, 503) => return Action::OutOfStep,
        (Step::Session, _) => return Action::Reconnect,
        (Step::Extensions, _) if permanent => return Action::FallBackToHelo,
        (Step::Extensions | Step::Host, _) => return Action::TryNextHost,
        (_, 421) => return Action::CloseAndDefer,
        (Step::Tls, _) => return Action::ProceedWithoutTls,
        (_, 523 | 538) => return Action::EncryptFirst,
        _ if permanent && matches!(detail, (7, 10 | 11)) => return Action::EncryptFirst,
        (_, 530) => return Action::AuthenticateFirst,
        _ => {}
    }
    match (step, number, permanent) {
        (Step::Login, 432 | 504 | 534, _) => Action::ChangeMechanism,
        (Step::Login, _, true) => Action::AuthenticationFailed,
        (Step::Sender | Step::Recipient, 504 | 555, _) => Action::DropParameter,
        (Step::Recipient, 452, _) => Action::SplitRecipients,
        (Step::Recipient, 552, _) if enhanced.is_none() => Action::SplitRecipients,
        (Step::Recipient, _, _) if matches!(detail, (5, 3)) => Action::SplitRecipients,
        (Step::Recipient | Step::TextForOne, _, false) => Action::DeferRecipient,
        (Step::Recipient | Step::TextForOne, _, true) => Action::FailRecipient,
        (Step::Question, _, _) => Action::Ignore,
        (_, _, false) => Action::DeferMessage,
        (_, _, true) => Action::FailMessage,
    }
}
