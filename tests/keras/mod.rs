//! Cases recorded from real Keras, and the engine's numbers beside its own.

mod check;
pub(crate) mod extremes;
mod read;
pub(crate) mod recorded;

use std::fmt::{self, Display, Formatter};

/// A quantity that is not within the case's tolerance.
pub(crate) struct Failure {
    pub(crate) case: String,
    pub(crate) quantity: String,
    pub(crate) expected: f64,
    pub(crate) received: f64,
    pub(crate) difference: f64,
    pub(crate) tolerance: f64,
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Failure { case, quantity, expected, received, difference, tolerance } = self;
        write!(f, "{case}  {quantity}  expected {expected}  received {received}  ")?;
        write!(f, "difference {difference:.2e}  tolerance {tolerance:.2e}")
    }
}

/// What a case came to.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) quantities: usize,
    pub(crate) failures: Vec<Failure>,
}

/// What all cases came to: a line for each failing quantity, and a closing count.
#[derive(Default)]
pub(crate) struct Report {
    cases: usize,
    outcome: Outcome,
}

impl Report {
    /// Runs a case: every quantity that Keras recorded is compared.
    pub(crate) fn run(&mut self, name: &str, text: &str) {
        let Outcome { quantities, failures } = check::run(text);
        assert!(quantities >= 10, "{name}: {quantities} quantities");
        self.cases += 1;
        self.outcome.quantities += quantities;
        self.outcome.failures.extend(failures);
    }

    /// Whether nothing failed.
    pub(crate) fn agrees(&self) -> bool {
        self.outcome.failures.is_empty()
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Outcome { quantities, failures } = &self.outcome;
        failures.iter().try_for_each(|failure| writeln!(f, "{failure}"))?;
        write!(f, "{} cases, {quantities} quantities, {} failing", self.cases, failures.len())
    }
}
