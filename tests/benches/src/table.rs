//! The figures, as tables.

use std::fmt;

use crate::{Case, markdown};

/// What was measured of one peer at one case.
#[derive(Clone, PartialEq, Debug)]
pub struct Figures {
    /// The case.
    pub case: &'static str,
    /// The peer.
    pub peer: &'static str,
    /// Nanoseconds for one input, the median of all rounds.
    pub time: f64,
    /// Half the distance between the quartiles, in percent of the median.
    pub spread: f64,
    /// The median of the rounds' ratios to the first peer.
    pub times_slower: f64,
    /// Instructions for one input.
    pub instructions: Option<f64>,
    /// Their ratio to the first peer's.
    pub times_more: Option<f64>,
}

/// What was set out to be reached: the figure of one row over that of another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Aim {
    /// Case and peer above the line.
    pub above: (&'static str, &'static str),
    /// Case and peer below it.
    pub below: (&'static str, &'static str),
    /// The least that the ratio may be.
    pub least: f64,
    /// The most.
    pub most: f64,
}

impl Figures {
    fn print(&self) {
        let Self { peer, spread, times_slower, .. } = self;
        let time = nanoseconds(self.time);
        let missing = || "no valgrind".to_owned();
        let instructions = self.instructions.map_or_else(missing, |count| format!("{count:.0}"));
        let more = self.times_more.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2}"));
        println!("  {peer:<36} {time:>10} {spread:>5.0} % {times_slower:>7.2} {instructions:>13} {more:>7}");
    }
}

impl fmt::Display for Aim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { above, below, least, most } = self;
        if above.0 != below.0 {
            write!(f, "{least} to {most} times as much as {}", below.0)
        } else if *least > 1.0 {
            write!(f, "at least {least} times as fast as {}", above.1)
        } else {
            write!(f, "no slower than {}", above.1)
        }
    }
}

/// Prints case by case, or all in Markdown, and the aims at the end.
#[derive(Debug)]
pub struct Report {
    markdown: bool,
    valgrind: bool,
    rows: Vec<Figures>,
}

impl Report {
    /// A report without rows.
    #[must_use]
    pub fn new(markdown: bool, valgrind: bool) -> Self {
        Self { markdown, valgrind, rows: Vec::new() }
    }

    /// Prints one case. `counts` is empty without valgrind.
    pub fn add(&mut self, case: &Case, times: &[Vec<f64>], counts: &[f64]) {
        if !self.markdown {
            println!("\n{}", case.name);
            let (time, ratio) = ("time", "ratio");
            println!("  {:<36} {time:>10} {:>7} {ratio:>7} {:>13} {ratio:>7}", "", "spread", "instructions");
        }
        let Some(first) = times.first() else { return };
        if self.markdown {
            eprintln!("{}", case.name);
        }
        for (index, (peer, own)) in case.peers.iter().zip(times).enumerate() {
            let ratios: Vec<f64> = own.iter().zip(first).map(|(own, first)| own / first).collect();
            let [low, time, high] = [0.25, 0.5, 0.75].map(|part| quantile(own, part));
            let instructions = counts.get(index).copied();
            let row = Figures {
                case: case.name,
                peer: peer.name,
                time,
                spread: (high - low) / 2.0 / time * 100.0,
                times_slower: quantile(&ratios, 0.5),
                instructions,
                times_more: instructions.zip(counts.first()).map(|(own, first)| own / first),
            };
            if !self.markdown {
                row.print();
            }
            self.rows.push(row);
        }
    }

    /// Prints the aims, met or missed.
    pub fn finish(&self, aims: &[Aim]) {
        if self.markdown {
            print!("{}", markdown::table(&self.rows));
        }
        let row = |(case, peer)| self.rows.iter().find(|row| row.case == case && row.peer == peer);
        println!();
        for aim in aims {
            let (Some(above), Some(below)) = (row(aim.above), row(aim.below)) else { continue };
            let judged = |ratio: f64| {
                let met = (aim.least..=aim.most).contains(&ratio);
                format!("{ratio:.2} ({})", if met { "met" } else { "missed" })
            };
            // Within a case the ratio was taken round by round.
            let same = above.case == below.case;
            let time = judged(if same { above.times_slower / below.times_slower } else { above.time / below.time });
            let instructions = match (above.instructions, below.instructions) {
                (Some(above), Some(below)) => judged(above / below),
                _ => "not counted".to_owned(),
            };
            let [mark, case, what] = [if self.markdown { "* " } else { "" }, above.case, &aim.to_string()];
            println!("{mark}{case}: {what}. Time {time}, instructions {instructions}");
        }
        if !self.valgrind {
            println!("valgrind is not installed, so no instructions were counted");
        }
    }
}

/// The value below which this part of the values lies.
fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let at = ((sorted.len() - 1) as f64 * part).round() as usize;
    sorted[at]
}

/// A time of nanoseconds, with three figures that count.
pub(crate) fn nanoseconds(time: f64) -> String {
    match time {
        ..10.0 => format!("{time:.2} ns"),
        ..100.0 => format!("{time:.1} ns"),
        ..1e4 => format!("{time:.0} ns"),
        ..1e5 => format!("{:.1} µs", time / 1e3),
        ..1e7 => format!("{:.0} µs", time / 1e3),
        _ => format!("{:.1} ms", time / 1e6),
    }
}
