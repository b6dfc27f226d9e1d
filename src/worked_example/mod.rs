//! The tutorial's worked example, and any other of its kind: an example as data, every iteration of it, and the
//! numbers that a text prints of it, checked.

mod claim;
mod config;
mod example;

pub use claim::{Claim, ClaimCheck};
pub use config::ExampleConfig;
pub use example::{ExampleRun, WorkedExample};
