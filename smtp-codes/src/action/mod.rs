//! What a client does with a reply: the actions, and what each of them leaves for the client to decide.

pub(crate) mod decide;

use crate::words::words;

/// What a client does with a reply, given the command that it answers.
///
/// Ask [`Reply::action`](crate::Reply::action), or [`action`](crate::WireCode::action) of a code or a
/// [`ReplyCodes`](crate::ReplyCodes). The chapter [Deciding what to do](crate::deciding) has the whole
/// table and a client's loop.
///
/// An action follows from the reply and the command alone. What only the client knows, such as whether there
/// is another host or whether TLS is a must, is named at each variant as its own to decide.
///
/// Only [`FailRecipient`](Self::FailRecipient) and [`FailMessage`](Self::FailMessage) end a delivery. After
/// everything else the client still has the message and goes on with it, now or later, until the lifetime of
/// its queue is over
/// ([RFC 5321 section 4.5.4.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1)).
///
/// # Examples
///
/// ```
/// use smtp_codes::{Action, Command, code};
///
/// // One code, and it depends on the command what a client does:
/// assert_eq!(code!(550).action(Command::Connect), Action::TryNextHost);
/// assert_eq!(code!(550).action(Command::Ehlo), Action::FallBackToHelo);
/// assert_eq!(code!(550).action(Command::Rcpt), Action::FailRecipient);
/// assert_eq!(code!(550).action(Command::EndOfData), Action::FailMessage);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[must_use]
pub enum Action {
    /// The command did its work: send the next one.
    ///
    /// After the end of the data it says more: the server has taken the responsibility for the message
    /// ([RFC 5321 section 4.2.5](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5)), so it must not be sent
    /// again. After `STARTTLS` the next thing is the handshake, after that, and after a login that brought a
    /// security layer, a new `EHLO`. Bytes that came behind the 220 to `STARTTLS`, before the handshake, may be an
    /// attacker's: end the session if there are any, and never read them as replies of the encrypted one
    /// (CVE-2011-0411; [RFC 3207 section 4.2](https://www.rfc-editor.org/rfc/rfc3207#section-4.2)).
    ///
    /// Every 2yz counts, known or not, except to `DATA`. A `251` to `RCPT` is an accepted recipient, and so is
    /// a `252`: it belongs to `VRFY`, but Postfix, Exim and `KumoMTA` go by the first digit as well, and
    /// nothing is lost by it. nodemailer greets back on exactly 220 only, Stalwart takes exactly 250 for the
    /// end of the data; [RFC 5321 section 4.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.2) has a
    /// client go by the first digit where it does not know the number.
    Proceed,
    /// The server waits for more of the same command: the message after `DATA`, the next answer of the
    /// mechanism after `AUTH`.
    ///
    /// For `DATA` any 3yz does
    /// ([RFC 5321 section 4.3.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2)); aiosmtplib and go-smtp
    /// want exactly 354. If no recipient was accepted and a server invites the message all the same, as it can
    /// under `PIPELINING`, send a lone dot
    /// ([RFC 2920 section 3.1](https://www.rfc-editor.org/rfc/rfc2920#section-3.1)). A `334` may come without
    /// a challenge.
    Continue,
    /// This host takes no mail from you now. Say `QUIT`, close, and try the next host of the list.
    ///
    /// Yours to decide: is there another host? The last one refusing leaves the message in the queue. After a
    /// 5yz of the last host, as `521` or `554` in the greeting, Exim gives up and Postfix waits as with any 4yz
    /// (`smtp_skip_5xx_greeting`). Waiting is the safer reading: the host was asked, the mail was not judged.
    /// RFC 7504 has a host that never takes mail say `521`, so a client may fail at once where all hosts of the
    /// domain say that ([RFC 7504 section 3](https://www.rfc-editor.org/rfc/rfc7504#section-3),
    /// [RFC 5321 section 5.1](https://www.rfc-editor.org/rfc/rfc5321#section-5.1)).
    TryNextHost,
    /// The server does not take `EHLO`: send `HELO`, and do without extensions.
    ///
    /// Yours to decide: do you need TLS, a login, or `SMTPUTF8`? `HELO` offers none, so treat it as
    /// [`TryNextHost`](Self::TryNextHost) then. A refused `EHLO` is never a bounce. Postfix and nodemailer try
    /// `HELO` after most 4yz as well; here only a 5yz says that the command is not known
    /// ([RFC 5321 section 3.2](https://www.rfc-editor.org/rfc/rfc5321#section-3.2)).
    FallBackToHelo,
    /// The server cannot start TLS: go on in the clear.
    ///
    /// Yours to decide, and before anything else: must this mail be encrypted? Where a password is to be sent,
    /// where MTA-STS ([RFC 8461 section 5](https://www.rfc-editor.org/rfc/rfc8461#section-5)), DANE
    /// ([RFC 7672 section 2.2](https://www.rfc-editor.org/rfc/rfc7672#section-2.2)) or your own policy wants
    /// TLS, the host is unusable: treat it as [`TryNextHost`](Self::TryNextHost). It is never a verdict on a
    /// recipient ([RFC 3207 section 4](https://www.rfc-editor.org/rfc/rfc3207#section-4)).
    ProceedWithoutTls,
    /// Log in with `AUTH`, or, where TLS has not been started, start it; then repeat the command.
    ///
    /// Yours to decide: which of the two? `530` is the answer of a server that wants a login first
    /// ([RFC 4954 section 6](https://www.rfc-editor.org/rfc/rfc4954#section-6)) and of one that wants `STARTTLS`
    /// first ([RFC 3207 section 4](https://www.rfc-editor.org/rfc/rfc3207#section-4)). So start TLS if the
    /// server offers it and it is not running, send `EHLO` again, and log in. To `AUTH` itself `530` can only
    /// mean TLS. Without credentials the mail cannot go this way: a person has to set the account up, and
    /// trying again changes nothing.
    AuthenticateFirst,
    /// The server wants encryption: start TLS, send `EHLO`, and repeat the command.
    ///
    /// `538` and `523` say so, and any 5yz with x.7.10 or x.7.11
    /// ([RFC 5248 section 2.4](https://www.rfc-editor.org/rfc/rfc5248#section-2.4),
    /// [RFC 4954 section 6](https://www.rfc-editor.org/rfc/rfc4954#section-6)). Yours to decide: is TLS
    /// already running, or not offered? Then the server contradicts itself. Treat the reply by its class, as
    /// another 5yz to the same command.
    EncryptFirst,
    /// The server does not accept this login: stop, and have a person look at the credentials.
    ///
    /// Do not repeat it by yourself, because servers lock accounts and addresses out after some attempts. The
    /// mail has not been judged and stays in the queue
    /// ([RFC 4954 section 6](https://www.rfc-editor.org/rfc/rfc4954#section-6)). It stands for every 5yz that
    /// is nothing better known, so for `500` and `502` too, with which a server says that it has no `AUTH`.
    /// Postal and Stalwart treat a failed login as temporary, for the same reason.
    AuthenticationFailed,
    /// Another mechanism may do: `504` and `534` refuse this one, `432` asks for one that sends the password
    /// itself.
    ///
    /// Yours to decide: does the server offer another that you may use? `432` is answered by `PLAIN` under TLS,
    /// once, after which the server knows the password in the form that it needs
    /// ([RFC 4954 section 6](https://www.rfc-editor.org/rfc/rfc4954#section-6)). Where there is none, treat it
    /// as [`AuthenticationFailed`](Self::AuthenticationFailed). Gmail says `534` also where an app password or
    /// a login in the browser is wanted; another mechanism does not help there.
    ChangeMechanism,
    /// The server does not take a parameter of `MAIL` or `RCPT`: repeat the command without it.
    ///
    /// Yours to decide: can the mail do without? `SIZE` and `RET` can be left out. `SMTPUTF8`, `REQUIRETLS`
    /// and, where the sender insists, `NOTIFY` cannot: then treat it as [`FailMessage`](Self::FailMessage), to
    /// `RCPT` as [`FailRecipient`](Self::FailRecipient), and the same where you sent no parameter
    /// ([RFC 5321 section 4.1.1.11](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.11)). A `455` is the
    /// same for the moment only, so it defers.
    DropParameter,
    /// Enough recipients for this transaction: send the message to those that were accepted, and begin a new
    /// transaction for this one and the rest at once.
    ///
    /// Yours to decide: was any recipient accepted in this transaction? If none was, a new one would go the same
    /// way: treat it as [`DeferRecipient`](Self::DeferRecipient) then.
    ///
    /// `452` is the code for it, and clients treat a `552` the same, because older servers used it
    /// ([RFC 5321 section 4.5.3.1.10](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.10)). Postfix
    /// keeps `552` permanent on purpose; `KumoMTA` reads it as here if it has no enhanced code. With one, the
    /// server says what it means: `452 4.2.2` is a full mailbox and defers the recipient, and so does the full
    /// disk of `452 4.3.1`; `552 5.2.2` fails it. x.5.3 says "too many" with any code of failure.
    SplitRecipients,
    /// Not now for this recipient: keep it in the queue and try it again later. The others are not touched.
    ///
    /// In the meantime it has not failed, whatever the enhanced code says: `450 5.1.1` is temporary. Greylisting
    /// is answered this way, by trying again after some minutes
    /// ([RFC 5321 section 4.5.4.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1)). zone-mta gives up
    /// on `452` and on x.1.1 and x.2.2 of any class; here the first digit decides.
    DeferRecipient,
    /// No for this recipient: report it to the sender, and do not try it again. The others are not touched.
    ///
    /// It fails this mail for this recipient. Whether the address is bad is another question, which a bare `550`
    /// does not answer, so do not stop writing to it for this alone. `551` names another address for a person to
    /// look at, not to be followed without asking
    /// ([RFC 5321 section 3.4](https://www.rfc-editor.org/rfc/rfc5321#section-3.4)).
    FailRecipient,
    /// Not now for this message: keep it in the queue for all accepted recipients, and try the whole
    /// transaction again later ([RFC 5321 section 4.5.4.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1)).
    ///
    /// Yours to decide: is there another host? It may be tried at once, as Postfix does. Before another message
    /// on this connection, send `RSET`. To `AUTH`, as with `454`, the login could not be checked: the password
    /// is not wrong, so ask nobody for a new one. Amazon SES uses `454` to slow a client down.
    DeferMessage,
    /// No for this message, for all recipients that were accepted: report them to the sender, and do not send it
    /// again unchanged ([RFC 5321 section 6.1](https://www.rfc-editor.org/rfc/rfc5321#section-6.1)).
    ///
    /// Yours to decide: has `DATA` been refused because every `RCPT` was? Then those replies are the cause, and
    /// each recipient has its own. A message that the size or `SMTPUTF8` speaks against fails here too. Before
    /// another message, send `RSET`.
    FailMessage,
    /// The server ends the connection: close it, and keep for later whatever it has not answered.
    ///
    /// `421` belongs to the connection and not to the command that it happens to answer. Recipients that were
    /// refused before it stay refused; those that were accepted, and not yet delivered, are deferred with the
    /// rest, since without the reply to the end of the data nothing was delivered. Yours to decide: is there
    /// another host ([RFC 5321 section 3.8](https://www.rfc-editor.org/rfc/rfc5321#section-3.8))?
    CloseAndDefer,
    /// The connection is of no more use, and no mail is affected: open a new one for the next message.
    ///
    /// So it is where `RSET` or `NOOP` on a connection that was kept gets anything but a yes, `421` above all:
    /// the server has waited too long. No recipient has failed by it, which Haraka, boulder and symfony had
    /// to learn. A server can say `421` while no command is under way at all: ask by
    /// [`Command::Noop`](crate::Command::Noop) then
    /// ([RFC 5321 section 3.8](https://www.rfc-editor.org/rfc/rfc5321#section-3.8)).
    Reconnect,
    /// Nothing depends on the answer: go on as if it had not come.
    ///
    /// `QUIT` ends the session whatever comes back
    /// ([RFC 5321 section 4.1.1.10](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.10)). A refused
    /// `VRFY`, `EXPN` or `HELP` leaves a question open
    /// ([RFC 5321 section 7.3](https://www.rfc-editor.org/rfc/rfc5321#section-7.3)), and a refused `ETRN`,
    /// `ATRN` or `TURN` leaves mail where it is, in the other side's queue. No mail of the client's own is
    /// touched.
    Ignore,
    /// The two sides no longer agree on where they are: close the connection, defer what is open, and look at
    /// the earlier replies for the cause.
    ///
    /// It stands for a 3yz to a command that has no second part, a 2yz to `DATA`, before the message was sent,
    /// and `503`. Under `PIPELINING` a `503` follows on an earlier refusal that is the real cause: where every
    /// `RCPT` was refused, a `503` to `DATA` adds nothing, and the session goes on with `RSET`. It is no verdict
    /// on mail, so it never fails any; `KumoMTA` calls it transient as well, Postfix and Exim go by its 5
    /// ([RFC 5321 section 4.1.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4),
    /// [RFC 2920 section 3.1](https://www.rfc-editor.org/rfc/rfc2920#section-3.1)).
    OutOfStep,
}

impl Action {
    /// A sentence for a person: what a client does, with what it has to decide by itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert_eq!(
    ///     Action::DeferRecipient.description(),
    ///     "Keep this recipient in the queue and try it again later."
    /// );
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Proceed => "The command did its work; send the next one.",
            Self::Continue => "Send what the server waits for: the message, or the next step of the login.",
            Self::TryNextHost => "Leave this host and try the next one; if it was the last, try again later.",
            Self::FallBackToHelo => {
                "Introduce yourself with HELO; if you need TLS or a login, try the next host instead."
            }
            Self::ProceedWithoutTls => {
                "Go on without encryption; where the mail must be encrypted, try the next host instead."
            }
            Self::AuthenticateFirst => "Log in, after starting TLS where it is offered, and repeat the command.",
            Self::EncryptFirst => "Start TLS and repeat the command.",
            Self::AuthenticationFailed => {
                "Stop, keep the mail, and have a person check the credentials; do not try them again."
            }
            Self::ChangeMechanism => {
                "Log in by another mechanism; if there is none, have a person look at the account."
            }
            Self::DropParameter => {
                "Repeat the command without the parameter; if the mail needs it, the delivery has failed."
            }
            Self::SplitRecipients => {
                "Send to the recipients accepted so far, and the rest at once in a new transaction; \
                 if none was accepted, try again later."
            }
            Self::DeferRecipient => "Keep this recipient in the queue and try it again later.",
            Self::FailRecipient => "Report this recipient as failed and do not try it again with this message.",
            Self::DeferMessage => "Keep the message in the queue for all recipients and try again later.",
            Self::FailMessage => "Report the message as failed for all accepted recipients.",
            Self::CloseAndDefer => "Close the connection and try what is not delivered at another host or later.",
            Self::Reconnect => "Open a new connection; no mail is affected.",
            Self::Ignore => "Go on; nothing depends on this answer.",
            Self::OutOfStep => {
                "Close the connection, try what is open again later, and look for the cause in earlier replies."
            }
        }
    }

    /// Whether the server said yes or go on: [`Proceed`](Self::Proceed) and [`Continue`](Self::Continue).
    /// No 4yz and no 5yz leads to either.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert!(Action::Proceed.is_positive());
    /// assert!(!Action::ProceedWithoutTls.is_positive());
    /// ```
    #[must_use]
    pub const fn is_positive(self) -> bool {
        matches!(self, Self::Proceed | Self::Continue)
    }

    /// Whether the delivery has failed, for one recipient or for all, so that the sender is told:
    /// [`FailRecipient`](Self::FailRecipient) and [`FailMessage`](Self::FailMessage). After every other action
    /// that is not [positive](Self::is_positive) the client still has the message.
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert!(Action::FailRecipient.is_final());
    /// assert!(!Action::AuthenticationFailed.is_final());
    /// ```
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::FailRecipient | Self::FailMessage)
    }

    /// Whether the connection is not used further: [`TryNextHost`](Self::TryNextHost),
    /// [`CloseAndDefer`](Self::CloseAndDefer), [`Reconnect`](Self::Reconnect) and
    /// [`OutOfStep`](Self::OutOfStep).
    ///
    /// # Examples
    ///
    /// ```
    /// # use smtp_codes::Action;
    /// assert!(Action::Reconnect.ends_connection());
    /// assert!(!Action::DeferMessage.ends_connection());
    /// ```
    #[must_use]
    pub const fn ends_connection(self) -> bool {
        matches!(self, Self::TryNextHost | Self::CloseAndDefer | Self::Reconnect | Self::OutOfStep)
    }
}

words! {
    Action, "an action", "defer-recipient":
    Proceed "proceed" "proceed",
    Continue "continue" "continue",
    TryNextHost "try-next-host" "try next host",
    FallBackToHelo "fall-back-to-helo" "fall back to HELO",
    ProceedWithoutTls "proceed-without-tls" "proceed without TLS",
    AuthenticateFirst "authenticate-first" "authenticate first",
    EncryptFirst "encrypt-first" "encrypt first",
    AuthenticationFailed "authentication-failed" "authentication failed",
    ChangeMechanism "change-mechanism" "change mechanism",
    DropParameter "drop-parameter" "drop parameter",
    SplitRecipients "split-recipients" "split recipients",
    DeferRecipient "defer-recipient" "defer recipient",
    FailRecipient "fail-recipient" "fail recipient",
    DeferMessage "defer-message" "defer message",
    FailMessage "fail-message" "fail message",
    CloseAndDefer "close-and-defer" "close and defer",
    Reconnect "reconnect" "reconnect",
    Ignore "ignore" "ignore",
    OutOfStep "out-of-step" "out of step",
}
