//! Reads what people paste and what logs hold, and tells what each delivery came to and what the server said.
//!
//! One rule stands above the others: a reply is a stranger's text. Whom a delivery was for and what became of it is
//! told by what the log's own program wrote before that text, never by the text.
//!
//! These modules know only the library and three other crates, so that fuzz targets can include them by path.

mod address;
mod bounce;
mod json;
pub(crate) mod log;
mod postfix;
mod programs;
mod session;
mod text;

use std::borrow::Cow;

use smtp_codes::{Class, Command, EnhancedCode, ReplyCodes, WireCode, find_codes};

pub(crate) use text::{Reading, read};

/// What became of a delivery, as the program that sent it says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Outcome {
    Failed,
    Deferred,
    Sent,
}

impl Outcome {
    /// The word of a log or of a bounce for it: `bounced`, `delayed`, `PermFail`. `rejected` is none: a server can
    /// reject for now.
    pub(crate) fn from_word(word: &[u8]) -> Option<Self> {
        const WORDS: [(&str, Outcome); 3] = [
            ("sent delivered delivery relayed expanded ok success", Outcome::Sent),
            ("deferred delayed deferral softbounce tempfail delay", Outcome::Deferred),
            ("bounced bounce failure permfail expired force-expired hardbounce", Outcome::Failed),
        ];
        let is_one = |words: &str| words.split(' ').any(|other| word.eq_ignore_ascii_case(other.as_bytes()));
        WORDS.iter().find(|(words, _)| is_one(words)).map(|(_, outcome)| *outcome)
    }

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Deferred => "deferred",
            Self::Sent => "sent",
        }
    }

    pub(crate) const fn from_class(class: Class) -> Self {
        match class {
            Class::PermanentNegative => Self::Failed,
            Class::TransientNegative => Self::Deferred,
            Class::PositiveCompletion | Class::PositiveIntermediate => Self::Sent,
        }
    }
}

/// What a server said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Said<'a> {
    pub(crate) codes: ReplyCodes,
    /// The reply from its code on; several lines as the log has joined them.
    pub(crate) text: Cow<'a, [u8]>,
    /// Another code on a later line of the same reply: such a reply says nothing that counts.
    pub(crate) contradiction: Option<WireCode>,
}

impl<'a> Said<'a> {
    /// The reply that a text begins with.
    pub(crate) fn at_start(text: &'a [u8]) -> Option<Self> {
        let code = code_at(text)?;
        let found = find_codes(text).filter(|found| found.range().start == 0);
        let codes = found.and_then(|found| found.codes()).unwrap_or_else(|| code.into());
        Some(Self { codes, text: Cow::Borrowed(text), contradiction: contradiction(text, code) })
    }

    /// The first reply in a text of any form, and where it begins.
    pub(crate) fn find(text: &'a [u8]) -> Option<(Self, usize)> {
        let found = find_codes(text)?;
        let codes = found.codes()?;
        let start = found.range().start;
        let rest = text.get(start..)?;
        let contradiction = if code_at(rest).is_some() { contradiction(rest, codes.code()) } else { None };
        Some((Self { codes, text: Cow::Borrowed(rest), contradiction }, start))
    }

    fn into_owned(self) -> Said<'static> {
        Said { text: Cow::Owned(self.text.into_owned()), ..self }
    }
}

/// What was found about one delivery, or one reply without any delivery around it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Case<'a> {
    /// Whom it was for, where what the sending side wrote says so.
    pub(crate) recipient: Option<Cow<'a, [u8]>>,
    /// The recipient's address imitates fields of the log, so no program should act on it.
    pub(crate) doubtful: bool,
    /// What the log or the bounce says became of it. Beats the class of the codes.
    pub(crate) outcome: Option<Outcome>,
    pub(crate) said: Option<Said<'a>>,
    pub(crate) command: Option<Command>,
    /// The enhanced code that the sending program filled in.
    pub(crate) status: Option<EnhancedCode>,
    /// Who said it, as the sending program names it.
    pub(crate) host: Cow<'a, [u8]>,
    /// What the sending program itself says of it.
    pub(crate) own: Cow<'a, [u8]>,
    /// The reply was given to an earlier delivery, and this one was not tried.
    pub(crate) earlier: bool,
}

impl Case<'_> {
    pub(crate) fn codes(&self) -> Option<ReplyCodes> {
        self.said.as_ref().map(|said| said.codes)
    }

    /// What became of it: by the log, else by the reply's code, else by the sending program's status.
    pub(crate) fn result(&self) -> Option<Outcome> {
        let class = self.codes().map(ReplyCodes::class).or_else(|| self.status.map(EnhancedCode::class));
        self.outcome.or_else(|| class.map(Outcome::from_class))
    }

    /// Whether the address is to blame: the log gave it up, and the reply to a command about this recipient alone
    /// says that it is bad.
    pub(crate) fn condemns(&self) -> bool {
        let is_about_one = matches!(self.command, None | Some(Command::Rcpt | Command::LmtpEndOfData));
        let said = self.said.as_ref().filter(|said| said.contradiction.is_none() && !self.earlier);
        is_about_one
            && !self.doubtful
            && self.outcome.is_none_or(|outcome| outcome == Outcome::Failed)
            && said.is_some_and(|said| said.codes.condemns_recipient())
    }

    pub(crate) fn into_owned(self) -> Case<'static> {
        let owned = |text: Cow<'_, [u8]>| Cow::Owned(text.into_owned());
        Case {
            recipient: self.recipient.map(owned),
            said: self.said.map(Said::into_owned),
            host: owned(self.host),
            own: owned(self.own),
            doubtful: self.doubtful,
            outcome: self.outcome,
            command: self.command,
            status: self.status,
            earlier: self.earlier,
        }
    }
}

/// The reply code that a text begins with, if what stands behind it is what stands behind one.
fn code_at(text: &[u8]) -> Option<WireCode> {
    match text {
        [_, _, _] | [_, _, _, b' ' | b'\t' | b'-' | b'\n' | b'\r' | b'\\', ..] => {
            WireCode::from_bytes(text.get(..3)?).ok()
        }
        _ => None,
    }
}

/// Another code at the beginning of a later line, also where the log writes a line's end as `\n`.
fn contradiction(text: &[u8], code: WireCode) -> Option<WireCode> {
    let starts = memchr::memchr_iter(b'\n', text).map(|at| at + 1);
    let written = memchr::memmem::find_iter(text, b"\\n").map(|at| at + 2);
    starts.chain(written).filter_map(|at| code_at(text.get(at..)?.trim_ascii_start())).find(|other| *other != code)
}

/// The command that a text begins with, as logs, libraries and people name it, and what follows it.
fn command_at(text: &[u8]) -> Option<(Command, &[u8])> {
    const SPELLINGS: [(&str, Command); 24] = [
        ("RCPT TO", Command::Rcpt),
        ("RCPT", Command::Rcpt),
        ("MAIL FROM", Command::Mail),
        ("MAIL", Command::Mail),
        ("end of data", Command::EndOfData),
        ("END-OF-DATA", Command::EndOfData),
        ("sending data block", Command::EndOfData),
        ("message body", Command::EndOfData),
        ("DATA", Command::Data),
        ("BDAT", Command::Bdat),
        ("initial connection", Command::Connect),
        ("CONNECT", Command::Connect),
        ("CONN", Command::Connect),
        ("greeting", Command::Connect),
        ("EHLO", Command::Ehlo),
        ("HELO", Command::Helo),
        ("LHLO", Command::Lhlo),
        ("STARTTLS", Command::StartTls),
        ("AUTH", Command::Auth),
        ("RSET", Command::Rset),
        ("QUIT", Command::Quit),
        ("NOOP", Command::Noop),
        ("VRFY", Command::Vrfy),
        ("EXPN", Command::Expn),
    ];
    SPELLINGS.iter().find_map(|(spelling, command)| {
        let (start, rest) = text.split_at_checked(spelling.len())?;
        let ends = !rest.first().is_some_and(u8::is_ascii_alphanumeric);
        (ends && start.eq_ignore_ascii_case(spelling.as_bytes())).then_some((*command, rest))
    })
}

/// What stands behind the first place of a text.
fn after<'a>(text: &'a [u8], what: &str) -> Option<&'a [u8]> {
    let at = memchr::memmem::find(text, what.as_bytes())?;
    text.get(at + what.len()..)
}

/// What stands before and behind the first place of a text.
fn split<'a>(text: &'a [u8], what: &str) -> Option<(&'a [u8], &'a [u8])> {
    let at = memchr::memmem::find(text, what.as_bytes())?;
    Some((text.get(..at)?, text.get(at + what.len()..)?))
}

fn lossy(text: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(text)
}
