//! The tutorial's worked example, and any other of its kind: an example as data, every iteration of it, and the
//! numbers that a text prints of it, checked.

mod claim;
mod config;
mod double;
mod example;

pub use claim::{Claim, ClaimCheck, Quantity};
pub use config::ExampleConfig;
pub use example::{ExampleRun, WorkedExample};
