//! A whole log: counts, what they mean, what to do, and whom to stop writing to.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};
use smtp_codes::{Command, Locale, ReplyCodes};

use crate::page::{Page, readable};
use crate::read::Outcome;
use crate::read::log::Log;
use crate::tally::{Fate, Key, Row, Tally};
use crate::why::{self, Why, why};
use crate::{Failure, Triage, decode, report, warn};

/// The shape of the JSON, for the help and for the tests.
pub(crate) const SHAPE: &str = "\
With --json, an object with these fields:
  lines            all lines that were read
  counted          deliveries, and replies without a log around them
  failed, deferred, sent   how many of these, by the log's own word, else by the reply's class
  without_reply    how many of these quote no reply
  own_refusals     refusals of this server to mail that others sent; not counted
  cut_off, contradictory   replies without their ends, or with several codes; not counted
  other            lines that tell of no delivery
  not_understood   count: lines that look like mail and could not be read; sample: the first
  rows             by outcome, then by count; each an object:
    outcome, count, code, enhanced, name, answers (command and count), reason, confidence, scope, provider,
    condemns_recipient, sample, steps (party and text)
  not_shown        rows and count that --top left out
  recipients       given_up: distinct addresses; condemned: those that are bad by the reply's codes;
                   accepted_later: condemned before, and took mail later; nameless: failures without a recipient
  condemned        the addresses to stop writing to";

/// So many rows of an outcome are shown on a page unless the caller wants others.
const USUAL_TOP: usize = 10;
/// So many addresses are shown on a page.
const MOST_SHOWN: usize = 10;

const OUTCOMES: [Outcome; 3] = [Outcome::Failed, Outcome::Deferred, Outcome::Sent];

pub(crate) fn run(page: &mut Page, arguments: &Triage) -> Result<(), Failure> {
    let mut files = arguments.files.clone();
    if files.is_empty() {
        if io::stdin().is_terminal() {
            let message = "expected a log as a file or on the standard input, such as /var/log/mail.log";
            return Err(Failure::Usage(message.to_owned()));
        }
        files.push(PathBuf::from("-"));
    }
    // Rotated logs are named the newest first. What became of an address last is what counts.
    let age = |file: &PathBuf| std::fs::metadata(file).and_then(|data| data.modified()).ok();
    files.sort_by_key(age);
    let (tally, notes) = read(&files)?;
    let report = Report::new(&tally, arguments);
    if arguments.json {
        page.json(&report)?;
    } else {
        report.print(page, &notes)?;
    }
    if tally.unread > 0 {
        warn(&report.not_understood());
    }
    let nothing = report.counted() == 0 && tally.own_refusals + tally.contradictions + tally.cut_off == 0;
    if nothing {
        let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        return Err(Failure::Nothing(format!(
            "no delivery and no reply in {} of {}",
            many(tally.lines, "line", "lines"),
            names.join(", ")
        )));
    }
    Ok(())
}

/// Reads all files, one after the other, with what is to be told of each.
fn read(files: &[PathBuf]) -> Result<(Tally, Vec<String>), Failure> {
    let size = |file: &PathBuf| std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file).map(|data| data.len());
    let bar = ProgressBar::with_draw_target(files.iter().map(size).sum(), ProgressDrawTarget::hidden());
    let mut tally = Tally::default();
    let mut notes = Vec::new();
    for file in files {
        let read = one(file, &mut tally, &bar);
        let note = read.map_err(|error| {
            bar.finish_and_clear();
            Failure::Usage(format!("cannot read {}: {error}", file.display()))
        })?;
        notes.extend(note.map(|note| format!("{} is {note} and was decoded.", file.display())));
    }
    bar.finish_and_clear();
    Ok((tally, notes))
}

/// Logs shorter than this are read before anybody could look at a bar.
const LONG: u64 = 32 * 1024 * 1024;

fn one(file: &Path, tally: &mut Tally, bar: &ProgressBar) -> io::Result<decode::Note> {
    let (input, note) = decode::open(file).and_then(decode::decoded)?;
    let mut log = Log::default();
    let line = |line: &[u8]| {
        tally.lines += 1;
        log.line(line, |read| tally.add(read, line));
    };
    let progress = |bytes: usize| {
        let before = bar.position();
        bar.inc(bytes as u64);
        // Nothing is drawn where the standard error is no terminal.
        if before < LONG && bar.position() >= LONG {
            bar.set_style(
                ProgressStyle::with_template("{bytes} of {total_bytes} read, {eta} to go")
                    .unwrap_or_else(|_| ProgressStyle::default_bar()),
            );
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    };
    decode::each_line(input, line, progress)?;
    log.end(|read| tally.add(read, b""));
    Ok(note)
}

/// The counts of a log, in the order in which they are shown.
struct Report<'t> {
    tally: &'t Tally,
    rows: Vec<(&'t Key, &'t Row, Why)>,
    not_shown: (usize, u64),
}

impl<'t> Report<'t> {
    fn new(tally: &'t Tally, arguments: &Triage) -> Self {
        let usual = if arguments.json { usize::MAX } else { USUAL_TOP };
        let top = arguments.top.map_or(usual, |top| top as usize);
        let mut rows = Vec::new();
        let mut not_shown = (0, 0);
        for outcome in OUTCOMES {
            let mut of_one: Vec<_> = tally.rows.iter().filter(|(key, _)| key.outcome == outcome).collect();
            of_one.sort_unstable_by_key(|(key, row)| {
                (u64::MAX - row.count, key.code.is_none(), key.code, key.enhanced, key.provider)
            });
            let left_out = of_one.get(top..).unwrap_or_default();
            not_shown.0 += left_out.len();
            not_shown.1 += left_out.iter().map(|(_, row)| row.count).sum::<u64>();
            rows.extend(of_one.into_iter().take(top).map(|(key, row)| (key, row, why(&row.sample, key.provider))));
        }
        Self { tally, rows, not_shown }
    }

    fn count(&self, outcome: Outcome) -> u64 {
        self.tally.rows.iter().filter(|(key, _)| key.outcome == outcome).map(|(_, row)| row.count).sum()
    }

    fn counted(&self) -> u64 {
        self.tally.rows.values().map(|row| row.count).sum()
    }

    fn without_reply(&self) -> u64 {
        self.tally.rows.iter().filter(|(key, _)| key.code.is_none()).map(|(_, row)| row.count).sum()
    }

    fn fates(&self, fate: Fate) -> u64 {
        self.tally.given_up.values().filter(|other| **other == fate).count() as u64
    }

    fn condemned(&self) -> Condemned<'_> {
        let condemned = self.tally.given_up.iter().filter(|(_, fate)| **fate == Fate::Condemned);
        let mut list: Vec<&[u8]> = condemned.map(|(address, _)| &**address).collect();
        list.sort_unstable();
        Condemned(list)
    }

    fn not_understood(&self) -> String {
        format!(
            "{} of {} were not understood, for example: {}",
            number(self.tally.unread),
            many(self.tally.lines, "line", "lines"),
            readable(&self.tally.unread_sample)
        )
    }

    /// All but the addresses.
    fn json(&self) -> Value {
        let tally = self.tally;
        json!({
            "lines": tally.lines,
            "counted": self.counted(),
            "failed": self.count(Outcome::Failed),
            "deferred": self.count(Outcome::Deferred),
            "sent": self.count(Outcome::Sent),
            "without_reply": self.without_reply(),
            "own_refusals": tally.own_refusals,
            "cut_off": tally.cut_off,
            "contradictory": tally.contradictions,
            "other": tally.known + tally.others,
            "not_understood": { "count": tally.unread, "sample": (tally.unread > 0).then(|| readable(&tally.unread_sample)) },
            "rows": self.rows.iter().map(row_report).collect::<Vec<_>>(),
            "not_shown": { "rows": self.not_shown.0, "count": self.not_shown.1 },
            "recipients": {
                "given_up": tally.given_up.len(),
                "condemned": self.fates(Fate::Condemned),
                "accepted_later": self.fates(Fate::Revived),
                "nameless": tally.nameless,
            },
        })
    }

    fn print(&self, page: &mut Page, notes: &[String]) -> io::Result<()> {
        page.title("Replies in the log")?;
        notes.iter().try_for_each(|note| page.plain_paragraph(note))?;
        page.plain_paragraph(self.counts())?;
        if self.tally.unread > 0 {
            page.plain_paragraph(self.not_understood())?;
        }
        for outcome in OUTCOMES {
            self.table(page, outcome)?;
        }
        if self.not_shown.0 > 0 {
            page.label(format!(
                "Not shown: {} with other codes ({} different ones). --top N shows more.",
                number(self.not_shown.1),
                self.not_shown.0
            ))?;
        }
        self.advice(page)?;
        self.recipients(page)
    }

    /// What the lines hold, and what of it is not in the tables.
    fn counts(&self) -> String {
        let tally = self.tally;
        let counts = [
            (self.count(Outcome::Failed), "delivery failed", "deliveries failed"),
            (self.count(Outcome::Deferred), "was deferred", "were deferred"),
            (self.count(Outcome::Sent), "was accepted", "were accepted"),
            (
                tally.own_refusals,
                "refusal by this server itself (not counted)",
                "refusals by this server itself (not counted)",
            ),
            (tally.cut_off, "reply without its end (not counted)", "replies without their ends (not counted)"),
            (
                tally.contradictions,
                "reply whose lines have different codes (not counted)",
                "replies whose lines have different codes (not counted)",
            ),
            (tally.known + tally.others, "line tells of no delivery", "lines tell of no delivery"),
        ];
        let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, one, more)| many(count, one, more)).collect();
        let read = many(tally.lines, "line read", "lines read");
        if counts.is_empty() { format!("{read}.") } else { format!("{read}: {}.", counts.join(", ")) }
    }

    fn table(&self, page: &mut Page, outcome: Outcome) -> io::Result<()> {
        let of_one = self.rows.iter().filter(|(key, ..)| key.outcome == outcome);
        let mut rows = vec![["Count", "Code", "Enhanced", "Answers", "What it means"].map(str::to_owned)];
        rows.extend(of_one.map(|(key, row, why)| {
            let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
            let answers: Vec<&str> = commands(row).iter().map(|(command, _)| command.as_str()).collect();
            [
                number(row.count),
                or_dash(key.code.map(|code| code.to_string())),
                or_dash(key.enhanced.map(|code| code.to_string())),
                or_dash(Some(answers.join(", ")).filter(|answers| !answers.is_empty())),
                name(key, why),
            ]
        }));
        if rows.len() == 1 {
            return Ok(());
        }
        let count = number(self.count(outcome));
        page.heading(match outcome {
            Outcome::Failed => format!("Permanent: {count} failed"),
            Outcome::Deferred => format!("Temporary: {count} deferred, to be sent again"),
            Outcome::Sent => format!("Success: {count} accepted"),
        })?;
        let widest = rows.iter().map(|row| row[0].len()).max().unwrap_or(0);
        rows.iter_mut().skip(1).for_each(|row| row[0] = format!("{:>widest$}", row[0]));
        page.table(&rows)
    }

    /// What to do about each failure of the tables.
    fn advice(&self, page: &mut Page) -> io::Result<()> {
        let mut failures = self.rows.iter().filter(|(key, ..)| key.outcome != Outcome::Sent).peekable();
        if failures.peek().is_none() {
            return Ok(());
        }
        page.heading("What to do")?;
        failures.enumerate().try_for_each(|(at, (key, row, why))| {
            let label = format!("{} {} ({})", codes_of(key), name(key, why), number(row.count));
            if at > 0 { page.label(label) } else { page.plain_paragraph(label) }?;
            if let Some((reason, confidence)) = why.reason {
                let sure =
                    confidence.map(|confidence| format!(" (confidence: {})", confidence.as_str())).unwrap_or_default();
                page.paragraph(format!("Reason: {}{sure}.", reason.name()))?;
            }
            if let Some(scope) = why.scope {
                page.paragraph(format!("Who can act: {}.", scope.name()))?;
            }
            let differs = key.code.is_some_and(|code| Outcome::from_class(code.class()) != key.outcome);
            if differs {
                let what = if key.outcome == Outcome::Deferred {
                    "deferred it, so the message is still in the queue"
                } else {
                    "gave it up"
                };
                page.paragraph(format!("The reply's class says otherwise, but the sending server {what}."))?;
            }
            if let Some((_, meaning, _)) = &why.provider {
                page.paragraph(meaning.text())?;
            }
            for (party, text) in why::steps(row.sample.codes(), why, Locale::En) {
                page.paragraph(party.map_or_else(|| text.to_owned(), |party| format!("{party}: {text}")))?;
            }
            let sample = sample(row);
            if sample.is_empty() { Ok(()) } else { page.paragraph(format!("For example: {sample}")) }
        })
    }

    /// How many addresses are really gone, and how many a careless sender would give up.
    fn recipients(&self, page: &mut Page) -> io::Result<()> {
        let given_up = self.tally.given_up.len() as u64;
        if given_up == 0 && self.tally.nameless == 0 {
            return Ok(());
        }
        page.heading("Whom to stop writing to")?;
        let condemned = self.fates(Fate::Condemned);
        let rows = [
            (
                given_up,
                "recipient was refused or given up.",
                "recipients were refused or given up. A careless sender drops all of them.",
            ),
            (
                condemned,
                "has a bad address by the reply's own codes: stop writing to it.",
                "have a bad address by the reply's own codes: stop writing to these.",
            ),
            (
                self.fates(Fate::Revived),
                "had a bad address and took mail later: keep it.",
                "had a bad address and took mail later: keep them.",
            ),
            (
                self.fates(Fate::Kept),
                "failed for another reason: keep it, and see to the reasons above.",
                "failed for other reasons: keep them, and see to the reasons above.",
            ),
        ];
        let rows = rows.iter().enumerate().filter(|(at, (count, ..))| *at != 2 || *count > 0);
        let rows: Vec<[String; 2]> = rows
            .map(|(_, (count, one, more))| [number(*count), (if *count == 1 { *one } else { *more }).to_owned()])
            .collect();
        page.table(&rows)?;
        let Condemned(list) = self.condemned();
        list.iter().take(MOST_SHOWN).try_for_each(|address| page.item(readable(address)))?;
        if list.len() > MOST_SHOWN {
            page.item(format!("and {} more, which --json lists", number((list.len() - MOST_SHOWN) as u64)))?;
        }
        if self.tally.nameless == 0 {
            return Ok(());
        }
        page.plain_paragraph(format!(
            "{} without a recipient, so they are not among these.",
            many(self.tally.nameless, "failure is told", "failures are told")
        ))
    }
}

/// The addresses to stop writing to, in order.
struct Condemned<'t>(Vec<&'t [u8]>);

impl Serialize for Condemned<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|address| readable(address)))
    }
}

/// Field by field: there may be a million addresses, and each is written as it is made.
impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in self.json().as_object().into_iter().flatten() {
            map.serialize_entry(field, value)?;
        }
        map.serialize_entry("condemned", &self.condemned())?;
        map.end()
    }
}

fn commands(row: &Row) -> Vec<(Command, u64)> {
    let mut commands = row.commands.clone();
    commands.sort_unstable_by_key(|(command, count)| (u64::MAX - count, *command));
    commands
}

fn name(key: &Key, why: &Why) -> String {
    match key.code {
        None if why.name.is_empty() => "No reply".to_owned(),
        None => format!("{} (no reply)", why.name),
        Some(_) => why.name.clone(),
    }
}

/// `550 5.1.1`, and `No reply, 4.4.1` where the sending program chose the enhanced code.
fn codes_of(key: &Key) -> String {
    match (key.code, key.enhanced) {
        (Some(code), enhanced) => ReplyCodes::new(code, enhanced).to_string(),
        (None, Some(enhanced)) => format!("No reply, {enhanced}"),
        (None, None) => "No reply".to_owned(),
    }
}

/// The first such reply, or what the log says in place of one.
fn sample(row: &Row) -> String {
    let text = row.sample.said.as_ref().map_or(&row.sample.own, |said| &said.text);
    readable(text).replace("\\n", " ")
}

fn row_report((key, row, why): &(&Key, &Row, Why)) -> Value {
    let answers =
        commands(row).into_iter().map(|(command, count)| json!({ "command": command.as_str(), "count": count }));
    json!({
        "outcome": key.outcome.as_str(),
        "count": row.count,
        "code": key.code.map(smtp_codes::WireCode::as_u16),
        "enhanced": key.enhanced.map(|code| code.to_string()),
        "name": why.name,
        "answers": answers.collect::<Vec<_>>(),
        "reason": why.reason.map(|(reason, _)| reason.as_str()),
        "confidence": why.reason.and_then(|(_, confidence)| confidence).map(smtp_codes::Confidence::as_str),
        "scope": why.scope.map(smtp_codes::Scope::as_str),
        "provider": key.provider.map(smtp_codes::Provider::as_str),
        "condemns_recipient": key.code.is_some_and(|code| ReplyCodes::new(code, key.enhanced).condemns_recipient()),
        "sample": sample(row),
        "steps": report::steps(&why::steps(row.sample.codes(), why, Locale::En)),
    })
}

fn many(count: u64, one: &str, more: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { more })
}

/// `1,234,567`
fn number(count: u64) -> String {
    let digits = count.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}
