//! Diagnostics: hints about what is unusual in data, a model or a run, with the facts that show it.

mod data;
mod hint;
mod range;
mod history;
mod learning_rate;
mod hints;
mod lint;
mod setup;
mod run;

pub use data::LintData;
pub use hint::{Place, Severity};
pub use hints::*;
pub use lint::Lint;
pub use run::lint_run;
pub use setup::{lint_missing, lint_model, lint_setup};
