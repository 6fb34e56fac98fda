//! The enum of commands and its methods. Only the library has one.

use super::{Call, Code, ROOT, docs, enumeration, fill, joined, parts};
use crate::catalogue::{Catalogue, Command, Reply};

pub(super) fn command(call: &Call, head: usize, name: &str, catalogue: &Catalogue, code: &mut Vec<Code>) {
    let commands = &catalogue.commands;
    let mut variants = String::new();
    let mut all = String::new();
    for command in commands {
        let (variant, key) = (&command.name.variant, &command.name.key);
        docs::lines(&docs::command(command, catalogue), &mut variants);
        // rustdoc refuses an alias that is the name itself.
        if key != variant {
            variants += &format!("#[doc(alias = {key:?})]");
        }
        variants += &format!("{variant},");
        all += &format!("Self::{variant},");
    }
    enumeration(head, "", &variants, code);
    let by = |value: &dyn Fn(&Command) -> String| {
        let arm = |command: &Command| format!("Self::{} => {},", command.name.variant, value(command));
        format!("match self {{ {} }}", joined(commands, "", &arm))
    };
    let reply_code = &call.name;
    let keys = by(&|command| format!("{:?}", command.name.key));
    let titles = by(&|command| format!("{:?}", command.title));
    let descriptions = by(&|command| format!("{:?}", command.description));
    // What a function call makes inside a reference lives long enough only in a constant.
    let references = by(&|command| format!("const {{ {} }}", parts::references(&command.references)));
    let replies = by(&|command| {
        let code = |reply: &&Reply| format!("{ROOT}::{reply_code}::{},", reply.variant);
        format!("&[{}]", joined(&catalogue.replies_to(command), "", &code))
    });
    let obsolete = by(&|command| command.obsolete.to_string());
    let event = by(&|command| command.event.to_string());
    let places = [
        ("NAME", name),
        ("REPLY", reply_code),
        ("ALL", &all),
        ("KEYS", &keys),
        ("TITLES", &titles),
        ("DESCRIPTIONS", &descriptions),
        ("REFERENCES", &references),
        ("REPLIES", &replies),
        ("OBSOLETE", &obsolete),
        ("EVENT", &event),
    ];
    code.push(Code::Text(fill(METHODS, &places)));
}

const METHODS: &str = r#"
    #[automatically_derived]
    impl @NAME@ {
        /// Every command and event, in the order of a session.
        ///
        /// ```
        /// # use smtp_codes::Command;
        /// assert_eq!(Command::ALL[0], Command::Connect);
        /// ```
        pub const ALL: &'static [Self] = &[@ALL@];

        /// The word by which the catalogue knows it: the verb of the protocol, such as `MAIL`; for an
        /// event a word in the same form, such as `END-OF-DATA`.
        ///
        /// ```
        /// # use smtp_codes::Command;
        /// assert_eq!(Command::StartTls.as_str(), "STARTTLS");
        /// ```
        #[must_use]
        pub const fn as_str(self) -> &'static str { @KEYS@ }

        /// What people call it: `RCPT TO`, `end of data`.
        ///
        /// ```
        /// # use smtp_codes::Command;
        /// assert_eq!(Command::Rcpt.name(), "RCPT TO");
        /// ```
        #[must_use]
        pub const fn name(self) -> &'static str { @TITLES@ }

        /// What the client asks for with it, and when in a session.
        ///
        /// ```
        /// # use smtp_codes::Command;
        /// assert!(Command::Data.description().contains("message"));
        /// ```
        #[must_use]
        pub const fn description(self) -> &'static str { @DESCRIPTIONS@ }

        /// Where it is defined.
        ///
        /// ```
        /// # use smtp_codes::Command;
        /// assert_eq!(Command::StartTls.references()[0].rfc(), 3207);
        /// ```
        #[must_use]
        pub const fn references(self) -> &'static [@ROOT@::Reference] { @REFERENCES@ }

        /// Every code that may answer it, ascending, those under a condition too: ask the code's
        /// `answers_to` for the meaning and the condition.
        ///
        /// ```
        /// # use smtp_codes::{Command, code};
        /// assert!(Command::Rcpt.replies().contains(&code!(550)));
        /// // Any command may get 421, and 530 before a login:
        /// assert!(Command::Rcpt.replies().contains(&code!(421)));
        /// assert!(Command::Rcpt.replies().contains(&code!(530)));
        /// ```
        #[must_use]
        pub const fn replies(self) -> &'static [@ROOT@::@REPLY@] { @REPLIES@ }

        /// Whether no client should send it any more.
        ///
        /// ```
        /// # use smtp_codes::Command;
        /// assert!(Command::Turn.is_obsolete());
        /// assert!(!Command::Helo.is_obsolete());
        /// ```
        #[must_use]
        pub const fn is_obsolete(self) -> bool { @OBSOLETE@ }

        /// Whether it is no command but something else that a reply answers: the opened connection, the
        /// end of the data.
        ///
        /// ```
        /// # use smtp_codes::Command;
        /// assert!(Command::EndOfData.is_event());
        /// ```
        #[must_use]
        pub const fn is_event(self) -> bool { @EVENT@ }
    }

    /// The word of the protocol: `MAIL`.
    #[automatically_derived]
    impl ::core::fmt::Display for @NAME@ {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(self.as_str())
        }
    }

    #[automatically_derived]
    impl ::core::str::FromStr for @NAME@ {
        type Err = @ROOT@::UnknownName;

        /// Reads the word of the protocol, in capitals or small letters.
        fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
            Self::ALL
                .iter()
                .copied()
                .find(|command| command.as_str().eq_ignore_ascii_case(text))
                .ok_or(@ROOT@::UnknownName::__new("an SMTP command, such as MAIL or END-OF-DATA"))
        }
    }
"#;
