//! The fields whose value is one word of a few.

/// A value that the catalogue writes as one of a few words, and generated code as a variant of the library's enum.
pub(crate) trait Word: Sized {
    /// The words, in the order of the variants.
    const WORDS: &'static [&'static str];

    fn parse(text: &str) -> Option<Self>;

    fn word(self) -> &'static str;

    /// The name of the variant.
    fn variant(self) -> &'static str;
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:literal $variant:ident),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($variant),* }

        impl Word for $name {
            const WORDS: &'static [&'static str] = &[$($word),*];

            fn parse(text: &str) -> Option<Self> {
                match text {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),*
                }
            }

            fn variant(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant)),*
                }
            }
        }
    )*};
}

words! {
    /// How official a code is.
    Standing {
        "standard" Standard, "historic" Historic, "registered" Registered, "unregistered" Unregistered
    }
    /// Whether the server closes the connection after a code.
    Closing { "yes" Yes, "no" No, "may" May, "unspecified" Unspecified }
    /// What a reply is to a command.
    Outcome { "success" Success, "intermediate" Intermediate, "error" Error }
    /// How far a reason can be trusted.
    Confidence { "high" High, "medium" Medium, "low" Low }
    /// Who can do something about a reply, in the order in which steps are shown.
    Party {
        "sender" Sender, "sender-postmaster" SenderPostmaster, "developer" Developer, "recipient" Recipient,
        "recipient-postmaster" RecipientPostmaster
    }
    /// What a placeholder of a label stands for: it follows `first-` or `second-`, or stands alone in a sentence about
    /// one code.
    Field {
        "code" Code, "name" Name, "title" Title, "class" Class, "act" Act, "lead" Lead, "seen" Seen,
        "commands" Commands, "condition" Condition
    }
}

impl Party {
    /// The English label before a step.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Sender => "Sender",
            Self::SenderPostmaster => "Sender's postmaster",
            Self::Developer => "Developer",
            Self::Recipient => "Recipient",
            Self::RecipientPostmaster => "Recipient's postmaster",
        }
    }
}
