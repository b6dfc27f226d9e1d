//! The worked example, and the activations that its page draws.

mod activation;
mod example;

pub use activation::{activation_curve, activation_names};
pub use example::{JsWorkedExample, tutorial_example};
