//! What the arguments ask for.

use lexopt::{Arg, Parser, ValueExt};

use crate::Case;

/// What to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Options {
    /// Measure, and print tables.
    Measure {
        /// How many samples of each peer.
        rounds: usize,
        /// Only cases whose name contains this.
        only: Option<String>,
        /// Tables in Markdown.
        markdown: bool,
    },
    /// Run each peer once and compare what they come to, without a clock.
    Quick,
    /// Run one peer, for valgrind.
    Count {
        /// The case's index.
        case: usize,
        /// The peer's index in it.
        peer: usize,
        /// How often.
        passes: u64,
    },
}

const HELP: &str = "\
Measures smtp-codes beside other crates.

    cargo bench -p smtp-codes-benches -- [OPTIONS]

    --quick         run each once and compare the results; measure nothing
    --markdown      print Markdown
    --only TEXT     only the cases whose name contains this
    --rounds N      samples of each, 31 unless told";

impl Options {
    /// Reads the arguments of this program.
    ///
    /// # Errors
    ///
    /// One that is unknown, or a number that is none.
    pub fn from_arguments(cases: &[Case]) -> Result<Self, lexopt::Error> {
        let mut parser = Parser::from_env();
        let (mut rounds, mut only, mut markdown, mut quick) = (31, None, false, false);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("quick") => quick = true,
                Arg::Long("markdown") => markdown = true,
                Arg::Long("only") => only = Some(parser.value()?.string()?),
                Arg::Long("rounds") => rounds = parser.value()?.parse::<usize>()?.max(1),
                Arg::Long("count") => return Self::count(&mut parser, cases),
                // Cargo says it to every benchmark.
                Arg::Long("bench") => {}
                Arg::Long("help") | Arg::Short('h') => {
                    println!("{HELP}");
                    std::process::exit(0);
                }
                other => return Err(other.unexpected()),
            }
        }
        Ok(if quick { Self::Quick } else { Self::Measure { rounds, only, markdown } })
    }

    fn count(parser: &mut Parser, cases: &[Case]) -> Result<Self, lexopt::Error> {
        let case: usize = parser.value()?.parse()?;
        let peer: usize = parser.value()?.parse()?;
        let passes = parser.value()?.parse()?;
        match cases.get(case).and_then(|case| case.peers.get(peer)) {
            Some(_) => Ok(Self::Count { case, peer, passes }),
            None => Err("--count wants the index of a case, of a peer in it, and a number".into()),
        }
    }
}
