//! The fields whose value is one word of a few.

use super::{Closing, Confidence, Outcome, Standing};

/// A value that the catalogue writes as one of a few words.
pub(super) trait Word: Copy + 'static {
    /// The words and what they stand for, in the order in which an error lists them.
    const WORDS: &'static [(&'static str, Self)];

    fn words() -> Vec<&'static str> {
        let mut words = Vec::new();
        for (word, _) in Self::WORDS {
            words.push(*word);
        }
        words
    }

    fn parse(text: &str) -> Option<Self> {
        for (word, value) in Self::WORDS {
            if *word == text {
                return Some(*value);
            }
        }
        None
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

impl Word for Confidence {
    const WORDS: &'static [(&'static str, Self)] =
        &[("high", Self::High), ("medium", Self::Medium), ("low", Self::Low)];
}
