//! Diagnostics: hints about what is unusual in data, a model or a run, with the facts that show it.

mod data;
mod kind;
mod range;
mod history;
mod learning_rate;
mod hints;
mod hint;
mod setup;
mod run;

pub use data::HintData;
pub use hint::Hint;
pub use hints::*;
pub use kind::{Place, Severity, Subject};
pub use run::run_hints;
pub(crate) use run::run_hints_validated;
pub use setup::{missing_value_hints, model_hints, setup_hints};
