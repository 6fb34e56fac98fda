//! One line that tells how far the reading is, on a terminal only.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_millis(250);

/// How far the reading is.
pub(crate) struct Progress {
    /// All bytes that there are to read; `None` where nobody knows, as in a pipe.
    total: Option<u64>,
    read: u64,
    begun: Instant,
    shown: Instant,
    is_terminal: bool,
    is_visible: bool,
}

impl Progress {
    pub(crate) fn new(total: Option<u64>) -> Self {
        let now = Instant::now();
        let is_terminal = io::stderr().is_terminal();
        Self { total, read: 0, begun: now, shown: now, is_terminal, is_visible: false }
    }

    /// Counts bytes that were read, and shows the line where it has not been shown for a while.
    #[allow(clippy::cast_precision_loss)] // A figure to look at for a quarter of a second.
    pub(crate) fn add(&mut self, bytes: usize) {
        self.read = self.read.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        if !self.is_terminal || self.shown.elapsed() < PAUSE {
            return;
        }
        self.shown = Instant::now();
        let megabytes = |bytes: u64| bytes as f64 / 1e6;
        let speed = megabytes(self.read) / self.begun.elapsed().as_secs_f64();
        let share = match self.total {
            Some(total) if total > 0 => {
                let percent = self.read.saturating_mul(100) / total;
                format!("{}% of {:.0} MB", percent.min(100), megabytes(total))
            }
            _ => format!("{:.0} MB", megabytes(self.read)),
        };
        // Where it cannot be written the reading goes on all the same.
        let _ = write!(io::stderr(), "\rreading: {share}, {speed:.0} MB/s   ");
        self.is_visible = true;
    }

    /// Takes the line away.
    pub(crate) fn end(&self) {
        if self.is_visible {
            let _ = write!(io::stderr(), "\r{:45}\r", "");
        }
    }
}
