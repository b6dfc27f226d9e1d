//! Diagnostics: what is worth a hint in data, a model or a run, with the facts that show it.

mod finding;
mod words;
mod lint;
mod data;
mod learning_rate;
mod metrics;
mod model;
mod run;

pub use data::{LintData, lint_missing};
pub use finding::{Finding, Place};
pub use lint::{Lint, Severity};
pub use model::{lint_model, lint_setup};
pub use run::lint_run;
