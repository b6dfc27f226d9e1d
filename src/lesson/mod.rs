//! Lessons: worked examples as data, and what a text claims of them.

mod claim;
mod example;
mod worked;

pub use claim::{Claim, ClaimCheck};
pub use example::ExampleConfig;
pub use worked::{ExampleRun, WorkedExample};
