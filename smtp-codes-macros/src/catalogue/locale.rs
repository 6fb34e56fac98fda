//! `[locale.fr]`: a language, its labels and sentence frames, and for every language but the catalogue's own a file with
//! the texts of the reply codes.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::command::Command;
use super::fields::{Entry, Fields, string};
use super::reply::Reply;
use super::texts::Texts;
use super::topic::check_key;
use super::variant::{camel_case, variant};
use super::words::{Field, Party, Word};
use crate::call::Name;
use crate::diagnostic::Diagnostics;
use crate::source::shorten;
use crate::suggest::{list, suggestion};

/// A language: `[locale.fr]`.
#[derive(Debug)]
pub(crate) struct Locale {
    pub(crate) tag: String,
    /// `None` if it has an error.
    pub(super) variant: Option<Spanned<String>>,
    /// What its speakers call it.
    pub(crate) language: String,
    /// The file with its texts, relative to the catalogue. `None` for the catalogue's own language.
    pub(crate) file: Option<Spanned<String>>,
    pub(crate) frames: Frames,
    /// The texts of the reply codes, in the order of the catalogue's. Empty for the catalogue's own language.
    pub(crate) texts: Vec<Texts>,
}

/// The labels and sentence frames of a language.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    /// In the order of [`LABELS`].
    pub(crate) labels: Vec<Vec<Piece>>,
    /// In the order of the parties.
    pub(crate) parties: Vec<String>,
    pub(crate) events: Vec<(Name, String)>,
}

/// A stretch of a label: words, or something of the first or second code.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    First(Field),
    Second(Field),
}

/// What a label may contain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Frame {
    /// Words only.
    Words,
    /// A sentence about one code.
    One,
    /// A sentence about two codes, which names both.
    Two,
}

/// Every label that a language has to have.
pub(crate) const LABELS: [(&str, Frame); 33] = [
    ("description", Frame::Words),
    ("seen-when", Frame::Words),
    ("remediation", Frame::Words),
    ("examples", Frame::Words),
    ("key-differences", Frame::Words),
    ("when-to-use", Frame::Words),
    ("class-2", Frame::Words),
    ("class-3", Frame::Words),
    ("class-4", Frame::Words),
    ("class-5", Frame::Words),
    ("act-2", Frame::Words),
    ("act-3", Frame::Words),
    ("act-4", Frame::Words),
    ("act-5", Frame::Words),
    ("any-command", Frame::Words),
    ("and", Frame::Words),
    ("colon", Frame::Words),
    ("title", Frame::Two),
    ("title-same", Frame::One),
    ("summary-same-class", Frame::Two),
    ("summary-different-class", Frame::Two),
    ("summary-same-code", Frame::One),
    ("difference-class", Frame::Two),
    ("difference-meaning", Frame::Two),
    ("difference-seen", Frame::Two),
    ("use-answers", Frame::One),
    ("use-rule", Frame::One),
    ("use-unregistered", Frame::One),
    ("use-closes", Frame::One),
    ("use-may-close", Frame::One),
    ("act-same", Frame::One),
    ("act-one", Frame::One),
    ("act-closes", Frame::One),
];

impl Frame {
    pub(crate) fn is_words(self) -> bool {
        self == Self::Words
    }
}

impl Locale {
    /// Reads one table. `None` if its key is not a language.
    pub(super) fn read(
        diagnostics: &mut Diagnostics,
        entry: Entry<'_>,
        commands: &[Command],
        is_headless: bool,
    ) -> Option<Self> {
        let tag = entry.name();
        let is_tag = check_key(diagnostics, "locale", entry);
        let owner = format!("locale {}", shorten(tag));
        let mut fields = Fields::of_entry(entry, owner, is_tag && !is_headless, diagnostics)?;
        let variant = variant(&mut fields);
        let (language, file) = (fields.text("language"), fields.optional("file"));
        // The texts of another language are in its file, which is read later.
        let frames = if file.is_none() { Frames::take(&mut fields, commands) } else { Frames::default() };
        fields.finish();
        is_tag.then_some(Self { tag: tag.to_owned(), variant, language, file, frames, texts: Vec::new() })
    }

    /// Reads the tables of the language's file: its frames, and a text for each of the catalogue's.
    pub(crate) fn read_file(
        &mut self,
        table: &DeTable<'_>,
        commands: &[Command],
        replies: &[Reply],
        diagnostics: &mut Diagnostics,
    ) {
        let mut fields = Fields::of_file(table, format!("the file of locale {}", self.tag), diagnostics);
        self.frames = Frames::take(&mut fields, commands);
        self.texts = Texts::list(&mut fields, replies);
        fields.finish();
    }

    /// The name of its variant; one made of its tag if the catalogue's has an error.
    pub(crate) fn variant(&self) -> String {
        self.variant.as_ref().map_or_else(|| camel_case(&self.tag), |variant| variant.get_ref().clone())
    }
}

impl Frames {
    /// Takes the tables `labels`, `parties` and `events`.
    fn take(fields: &mut Fields<'_, '_>, commands: &[Command]) -> Self {
        let mut frames = Self::default();
        let table = fields.table("labels");
        if let Some(mut labels) = table.and_then(|table| Fields::new(table, "`labels`".into(), fields.diagnostics)) {
            for (key, frame) in &LABELS {
                let text = labels.string(key);
                let pieces = text.and_then(|text| pieces(labels.diagnostics, &text, key, *frame));
                frames.labels.push(pieces.unwrap_or_default());
            }
            labels.finish();
        }
        let table = fields.table("parties");
        if let Some(mut names) = table.and_then(|table| Fields::new(table, "`parties`".into(), fields.diagnostics)) {
            for party in Party::WORDS {
                frames.parties.push(names.text(party));
            }
            names.finish();
        }
        frames.events = events(fields, commands);
        frames
    }

    /// A label that is words only.
    pub(crate) fn words(&self, key: &str) -> &str {
        let label = LABELS.iter().zip(&self.labels).find(|((known, _), _)| *known == key);
        match label.map(|(_, pieces)| pieces.as_slice()) {
            Some([Piece::Text(text)]) => text,
            _ => "",
        }
    }
}

/// Takes the table `events`: what the language calls the events, which have no keyword in the protocol.
fn events(fields: &mut Fields<'_, '_>, commands: &[Command]) -> Vec<(Name, String)> {
    let Some(value) = fields.table("events") else { return Vec::new() };
    let DeValue::Table(table) = value.get_ref() else { return Vec::new() };
    let diagnostics = &mut *fields.diagnostics;
    let (mut names, mut keys) = (Vec::new(), Vec::new());
    for event in commands.iter().filter(|command| command.is_event) {
        keys.push(event.key.as_str());
        if let Some(value) = table.get(event.key.as_str()) {
            if let Some(text) = string(diagnostics, value, &format!("`{}`", event.key)) {
                names.push((event.as_name(), text.into_inner()));
            }
        } else {
            let message = format!("this locale has no name for the event `{}`", event.key);
            diagnostics.incomplete(value.span(), message, format!("add {} = \"...\" to it", event.key));
        }
    }
    for (key, _) in table {
        let name = key.get_ref();
        let (message, help) = (format!("unknown event `{}`", shorten(name)), suggestion(name, &keys));
        match commands.iter().find(|command| command.key == *name) {
            None => diagnostics.unknown(key.span(), message, help),
            // A command with an error may have been meant as an event.
            Some(command) if !command.is_event && command.is_whole => {
                diagnostics.incomplete_at(command.table.start, key.span(), message, help);
            }
            Some(_) => {}
        }
    }
    names
}

/// A label's text, cut at its placeholders.
fn pieces(diagnostics: &mut Diagnostics, text: &Spanned<String>, key: &str, frame: Frame) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text.get_ref().as_str();
    let errors = diagnostics.count();
    while let Some(open) = rest.find(['{', '}']) {
        let Some((name, behind)) = rest[open..].strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
            let help = "write a placeholder as {first-name}";
            diagnostics.error(text.span(), format!("a brace without its other half in `{key}`"), help);
            return None;
        };
        pieces.extend((open > 0).then(|| Piece::Text(rest[..open].to_owned())));
        if let Some(piece) = placeholder(name, frame) {
            pieces.push(piece);
        } else {
            let message = format!("unknown placeholder `{{{}}}` in `{key}`", shorten(name));
            diagnostics.error(text.span(), message, known_placeholders(frame));
        }
        rest = behind;
    }
    pieces.extend((!rest.is_empty()).then(|| Piece::Text(rest.to_owned())));
    if frame == Frame::Two && diagnostics.count() == errors {
        let has_first = pieces.iter().any(|piece| matches!(piece, Piece::First(_)));
        let has_second = pieces.iter().any(|piece| matches!(piece, Piece::Second(_)));
        for (side, found) in [("first", has_first), ("second", has_second)] {
            if !found {
                let help = format!("add {{{side}-code}} where it belongs");
                diagnostics.error(text.span(), format!("`{key}` does not name the {side} code"), help);
            }
        }
    }
    (diagnostics.count() == errors).then_some(pieces)
}

fn placeholder(name: &str, frame: Frame) -> Option<Piece> {
    match frame {
        Frame::Words => None,
        Frame::One => Field::parse(name).map(Piece::First),
        Frame::Two => match name.split_once('-')? {
            ("first", name) => Field::parse(name).map(Piece::First),
            ("second", name) => Field::parse(name).map(Piece::Second),
            _ => None,
        },
    }
}

fn known_placeholders(frame: Frame) -> String {
    let names = list(Field::WORDS, '`', "or");
    match frame {
        Frame::Words => "write this label without braces: it is words only".to_owned(),
        Frame::One => format!("write one of {names} in braces"),
        Frame::Two => format!("write `first-` or `second-` with one of {names} in braces"),
    }
}
