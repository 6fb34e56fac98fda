//! Instructions, counted by valgrind: the same on every run, and on a busy machine.

use std::env;
use std::error::Error;
use std::process::{Command, Stdio};

use crate::Case;

/// Whether valgrind can be started.
pub(crate) fn is_there() -> bool {
    let status = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Instructions for one input, for each peer of the case at this index.
///
/// This program runs under valgrind with one pass and with more. The difference is the passes: start and end
/// are in both.
pub(crate) fn count(index: usize, case: &Case) -> Result<Vec<f64>, Box<dyn Error>> {
    let one = |peer: usize| {
        let few = instructions(index, peer, 1)?;
        let many = instructions(index, peer, 1 + case.passes)?;
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let [all, passes, inputs] =
            [many.saturating_sub(few), case.passes, case.peers[peer].inputs as u64].map(|number| number as f64);
        Ok(all / passes / inputs)
    };
    (0..case.peers.len()).map(one).collect()
}

fn instructions(case: usize, peer: usize, passes: u64) -> Result<u64, Box<dyn Error>> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe()?)
        .args(["--count", &case.to_string(), &peer.to_string(), &passes.to_string()])
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let refs = said.lines().find_map(|line| line.split_once("refs:")).map(|(_, refs)| refs.replace(',', ""));
    match refs {
        Some(refs) if output.status.success() => Ok(refs.trim().parse()?),
        _ => Err(format!("valgrind counted nothing; it said:\n{said}").into()),
    }
}
