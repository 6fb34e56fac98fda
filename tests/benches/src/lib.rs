//! Measures several crates at the same task, in one run.
//!
//! Why not criterion or divan: they time each function by itself, one after the other, and print no ratio
//! between two of them. On a machine whose speed drifts only what ran side by side can be compared, so here
//! the peers take turns within each round, and the ratio is taken round by round. Instructions come from
//! valgrind, for one peer and one case at a time; gungraun counts them as well, but wants a runner of its own
//! installed and does not put them beside the times.

mod case;
mod instructions;
mod markdown;
mod options;
mod table;
mod times;

pub use self::case::{Case, Peer};
pub use self::options::Options;
pub use self::table::{Aim, Figures, Report};

/// Runs what the arguments ask for, and prints it.
///
/// # Errors
///
/// An argument that is none, or a valgrind that starts and fails.
pub fn run(cases: &[Case], aims: &[Aim]) -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::from_arguments(cases)?;
    if let Options::Count { case, peer, passes } = options {
        cases[case].peers[peer].run(passes);
        return Ok(());
    }
    for case in cases {
        case.compare();
    }
    let (rounds, only, markdown) = match options {
        Options::Quick => {
            println!("{} cases: all peers agree", cases.len());
            return Ok(());
        }
        Options::Measure { rounds, only, markdown } => (rounds, only, markdown),
        Options::Count { .. } => return Ok(()),
    };
    let valgrind = instructions::is_there();
    let mut report = Report::new(markdown, valgrind);
    for (index, case) in cases.iter().enumerate() {
        if only.as_ref().is_some_and(|only| !case.name.contains(only.as_str())) {
            continue;
        }
        let times = times::measure(case, rounds);
        let counts = if valgrind { instructions::count(index, case)? } else { Vec::new() };
        report.add(case, &times, &counts);
    }
    report.finish(aims);
    Ok(())
}
