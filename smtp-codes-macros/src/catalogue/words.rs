//! The fields whose value is one word of a few.

/// A value that the catalogue writes as one of a few words, and generated code as a variant of the library's enum.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// The words, the values, and the names of the variants.
    const WORDS: &'static [(&'static str, Self, &'static str)];

    fn parse(text: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(word, ..)| *word == text).map(|(_, value, _)| *value)
    }

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value, _)| *value == self).map_or("", |(word, ..)| word)
    }

    fn variant(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value, _)| *value == self).map_or("", |(.., variant)| variant)
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:literal $variant:ident),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($variant),* }

        impl Word for $name {
            const WORDS: &'static [(&'static str, Self, &'static str)] =
                &[$(($word, Self::$variant, stringify!($variant))),*];
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
