//! Times, taken in turns.

use std::time::{Duration, Instant};

use crate::{Case, Peer};

/// How long one sample lasts at least: long against the clock's grain and an interrupt.
const SAMPLE: Duration = Duration::from_millis(5);

/// Nanoseconds for one input, one value for each round, for each peer.
pub(crate) fn measure(case: &Case, rounds: usize) -> Vec<Vec<f64>> {
    let passes: Vec<u64> = case.peers.iter().map(passes_for_a_sample).collect();
    let mut times = vec![Vec::with_capacity(rounds); case.peers.len()];
    for round in 0..rounds {
        // Another one begins each time, so that none always runs behind the same neighbour.
        for turn in 0..case.peers.len() {
            let peer = (round + turn) % case.peers.len();
            let took = time(&case.peers[peer], passes[peer]).as_secs_f64() * 1e9;
            times[peer].push(took / count(passes[peer]) / count(case.peers[peer].inputs as u64));
        }
    }
    times
}

fn passes_for_a_sample(peer: &Peer) -> u64 {
    let mut passes = 1;
    while time(peer, passes) < SAMPLE {
        passes *= 2;
    }
    passes
}

fn time(peer: &Peer, passes: u64) -> Duration {
    let start = Instant::now();
    peer.run(passes);
    start.elapsed()
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
fn count(number: u64) -> f64 {
    number as f64
}
