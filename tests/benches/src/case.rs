//! A task and the crates that do it.

use std::fmt::Debug;
use std::hint::black_box;

/// A task, done by several peers on the same inputs. The first peer is the one that the others are compared
/// with.
#[derive(Debug)]
pub struct Case {
    /// What is done.
    pub name: &'static str,
    /// How often all inputs are gone through while instructions are counted.
    pub passes: u64,
    /// Who does it.
    pub peers: Vec<Peer>,
}

/// One way to do the task.
pub struct Peer {
    /// The crate, and the function where that is not plain.
    pub name: &'static str,
    /// How many inputs a pass goes through.
    pub inputs: usize,
    pass: Box<dyn Fn()>,
    results: Box<dyn Fn() -> Vec<String>>,
}

impl Case {
    /// A case without peers.
    #[must_use]
    pub fn new(name: &'static str, passes: u64) -> Self {
        Self { name, passes, peers: Vec::new() }
    }

    /// The same with one peer more. `work` is what is measured; `describe` puts its result into a form that is the
    /// same for all peers, and is not.
    #[must_use]
    pub fn peer<I: 'static, R, F>(
        mut self,
        name: &'static str,
        inputs: &'static [I],
        work: F,
        describe: impl Fn(&'static I, R) -> String + 'static,
    ) -> Self
    where
        F: Fn(&'static I) -> R + Copy + 'static,
    {
        let results = move || inputs.iter().map(|input| describe(input, work(input))).collect();
        // One closure for the whole pass, so that the call through the box is paid once for all inputs.
        let pass = move || {
            for input in black_box(inputs) {
                black_box(work(black_box(input)));
            }
        };
        self.peers.push(Peer { name, inputs: inputs.len(), pass: Box::new(pass), results: Box::new(results) });
        self
    }

    /// Stops where two peers do not come to the same results: then they do not do the same work.
    ///
    /// # Panics
    ///
    /// At the first difference.
    pub fn compare(&self) {
        let [first, others @ ..] = self.peers.as_slice() else { return };
        let expected = (first.results)();
        for other in others {
            for (input, (ours, theirs)) in expected.iter().zip((other.results)()).enumerate() {
                assert_eq!(*ours, theirs, "{}, input {input}: {} and {} differ", self.name, first.name, other.name);
            }
            assert_eq!(first.inputs, other.inputs, "{}: {} has other inputs", self.name, other.name);
        }
    }
}

impl Peer {
    /// Goes through all inputs so many times.
    pub fn run(&self, passes: u64) {
        for _ in 0..passes {
            (self.pass)();
        }
    }
}

impl Debug for Peer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Peer").field("name", &self.name).field("inputs", &self.inputs).finish_non_exhaustive()
    }
}
