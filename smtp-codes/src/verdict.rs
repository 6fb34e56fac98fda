//! What the codes of a reply tell of a refusal: scope, reason, and whether the address is to blame.

use crate::{Class, Confidence, EnhancedCode, Reason, Reply, ReplyCode, ReplyStatus, Scope, WireCode};

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
    #[inline]
    pub const fn new(scope: Option<Scope>, reason: Option<(Reason, Confidence)>, condemns: bool) -> Self {
        Self { scope, reason, condemns }
    }

    /// How much the reason counts. A protocol error counts less than any other reason of middle confidence:
    /// `530 5.5.1` means that a login is missing.
    #[inline]
    const fn weight(self) -> u8 {
        match self.reason {
            None => 0,
            Some((Reason::ProtocolError, Confidence::Low)) => 1,
            Some((_, Confidence::Low)) => 2,
            Some((Reason::ProtocolError, _)) => 3,
            Some((_, Confidence::Middle)) => 4,
            Some((_, Confidence::High)) => 5,
        }
    }

    #[inline]
    const fn is_silent(self) -> bool {
        self.scope.is_none() && self.reason.is_none()
    }
}

/// What a reply code and an enhanced code tell together. `enhanced` is the effective one, whose class is the
/// code's.
///
/// The surer of the two speaks, and the enhanced code where they are equally sure. A detail that says
/// something particular, but nothing that can be told (5.7.1), silences a reply code that is not sure itself.
#[inline]
const fn mark_of(code: WireCode, enhanced: Option<EnhancedCode>) -> Mark {
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
#[inline]
const fn condemns(code: WireCode, own: Mark, enhanced: EnhancedCode, detail: Mark) -> bool {
    matches!(code.class(), Class::PermanentNegative)
        && enhanced.subject() != 7
        && (own.condemns || detail.condemns)
}

impl ReplyStatus {
    #[inline]
    const fn mark(self) -> Mark {
        mark_of(self.code(), self.effective_enhanced())
    }

    /// Who can do something about the refusal, where the codes tell; `None` for 2yz and 3yz, and where the
    /// same codes are sent for the faults of several sides: 5.7.1, x.0.0, bare 550, 554 and 451.
    ///
    /// Scope is steadier than [`reason`](Self::reason): `5.1.1` and `5.2.1` are often mixed up, and both are
    /// about the recipient.
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyStatus, Scope, code};
    /// let spf = ReplyStatus::new(code!(550).into(), EnhancedCode::new(5, 7, 23));
    /// assert_eq!(spf.scope(), Some(Scope::Sender));
    /// ```
    #[must_use]
    #[inline]
    pub const fn scope(self) -> Option<Scope> {
        self.mark().scope
    }

    /// What the refusal was about, and how far that can be trusted; `None` where the codes do not tell.
    ///
    /// The enhanced code explains, and the reply code where it is the surer of the two (535, 503). An
    /// enhanced code whose class contradicts the reply's explains nothing. Providers have meanings of their
    /// own: [`EnhancedCode::meaning_at`].
    ///
    /// ```
    /// # use smtp_codes::{Confidence, EnhancedCode, Reason, ReplyStatus, code};
    /// let login = ReplyStatus::new(code!(530).into(), EnhancedCode::new(5, 5, 1));
    /// assert_eq!(login.reason(), Some((Reason::AuthRequired, Confidence::Middle)));
    /// ```
    #[must_use]
    #[inline]
    pub const fn reason(self) -> Option<(Reason, Confidence)> {
        self.mark().reason
    }

    /// Whether the recipient's address is to blame, so that a careful sender stops writing to it: a 5yz reply
    /// with 5.1.1, 5.1.2, 5.1.3, 5.1.6 or 5.1.10, or 556. Never for a 4yz, never with an x.7 code, and never
    /// for a bare 550: taking every 5yz for a bad address is right in 39 of 100 replies, these codes are in
    /// 92.
    ///
    /// The reply must be one to `RCPT`, or one about a single recipient: some servers answer the data of a
    /// message for many with the code of one.
    ///
    /// ```
    /// # use smtp_codes::{EnhancedCode, ReplyStatus, code};
    /// let unknown = EnhancedCode::new(5, 1, 1);
    /// assert!(ReplyStatus::new(code!(550).into(), unknown).condemns_recipient());
    /// assert!(!ReplyStatus::new(code!(450).into(), unknown).condemns_recipient());
    /// assert!(!ReplyStatus::from(code!(550)).condemns_recipient());
    /// ```
    #[must_use]
    #[inline]
    pub const fn condemns_recipient(self) -> bool {
        self.mark().condemns
    }
}

impl Reply<'_> {
    /// Who can do something about the refusal: see [`ReplyStatus::scope`].
    ///
    /// ```
    /// # use smtp_codes::{Reply, Scope};
    /// let (reply, _) = Reply::parse(b"452 4.3.1 Insufficient system storage\r\n")?;
    /// assert_eq!(reply.scope(), Some(Scope::Server));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn scope(&self) -> Option<Scope> {
        self.status().scope()
    }

    /// What the refusal was about, and how far that can be trusted: see [`ReplyStatus::reason`].
    ///
    /// ```
    /// # use smtp_codes::{Confidence, Reason, Reply};
    /// let (reply, _) = Reply::parse(b"550 5.7.25 Reverse DNS missing\r\n")?;
    /// assert_eq!(reply.reason(), Some((Reason::ReverseDns, Confidence::High)));
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn reason(&self) -> Option<(Reason, Confidence)> {
        self.status().reason()
    }

    /// Whether the recipient's address is to blame: see [`ReplyStatus::condemns_recipient`].
    ///
    /// ```
    /// # use smtp_codes::Reply;
    /// let (reply, _) = Reply::parse(b"550 5.7.1 Client host blocked\r\n")?;
    /// assert!(!reply.condemns_recipient());
    /// # Ok::<(), smtp_codes::ReplyError>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn condemns_recipient(&self) -> bool {
        self.status().condemns_recipient()
    }
}

impl ReplyCode {
    /// Who can do something about a refusal with this code alone, where it tells;
    /// [`Reply::scope`](crate::Reply::scope) uses the enhanced code too, which tells more.
    ///
    /// ```
    /// # use smtp_codes::{Scope, code};
    /// assert_eq!(code!(535).scope(), Some(Scope::Auth));
    /// assert_eq!(code!(550).scope(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn scope(self) -> Option<Scope> {
        self.__mark().scope
    }

    /// What a refusal with this code alone was about, where it tells, and how far that can be trusted.
    ///
    /// ```
    /// # use smtp_codes::{Confidence, Reason, code};
    /// assert_eq!(code!(535).reason(), Some((Reason::CredentialsInvalid, Confidence::High)));
    /// assert_eq!(code!(550).reason(), None); // 29 different reasons were counted
    /// ```
    #[must_use]
    #[inline]
    pub const fn reason(self) -> Option<(Reason, Confidence)> {
        self.__mark().reason
    }

    /// Whether this code alone means that the recipient's address should not be written to again. Only 556
    /// does: "5yz means a bad address" is wrong more often than right.
    ///
    /// ```
    /// # use smtp_codes::{ReplyCode, code};
    /// let blaming: Vec<_> = ReplyCode::ALL.iter().filter(|code| code.condemns_recipient()).collect();
    /// assert_eq!(blaming, [&code!(556)]);
    /// ```
    #[must_use]
    #[inline]
    pub const fn condemns_recipient(self) -> bool {
        self.__mark().condemns
    }
}
