//! Training: many steps, one step as a record of its operations, and the check of its gradients.

mod steps;
mod event;
mod trace;
mod check;

pub use check::{GradientCheck, ParameterPlace, check_gradient};
pub use event::{Event, Operation, Phase, Term};
pub(crate) use steps::take_update;
pub use steps::{Divergence, Steps, train_steps};
pub use trace::{Trace, TraceLayer, trace};
