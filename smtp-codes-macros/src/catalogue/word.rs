//! The fields whose value is one word of a few.

use super::{Closing, Outcome, Standing};

/// A value that the catalogue writes as one of a few words.
pub(super) trait Word: Copy + 'static {
    /// The words and what they stand for, in the order in which an error lists them.
    const WORDS: &'static [(&'static str, Self)];

    fn words() -> Vec<&'static str> {
        Self::WORDS.iter().map(|(word, _)| *word).collect()
    }

    fn parse(text: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(word, _)| *word == text).map(|(_, value)| *value)
    }
}

impl Word for Standing {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("standard", Self::Standard),
        ("historic", Self::Historic),
        ("registered", Self::Registered),
        ("unregistered", Self::Unregistered),
    ];
}

impl Word for Closing {
    const WORDS: &'static [(&'static str, Self)] =
        &[("yes", Self::Yes), ("no", Self::No), ("may", Self::May), ("unspecified", Self::Unspecified)];
}

impl Word for Outcome {
    const WORDS: &'static [(&'static str, Self)] =
        &[("success", Self::Success), ("intermediate", Self::Intermediate), ("error", Self::Error)];
}
