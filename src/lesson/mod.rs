//! Lessons: worked examples as data, what a text claims of them, and lints that teach.

mod claim;
mod example;
mod worked;
mod finding;
mod lint_words;
mod lint;
mod lint_data;
mod lint_rate;
mod lint_metric;
mod lint_model;
mod lint_run;

pub use claim::{Claim, ClaimCheck};
pub use example::ExampleConfig;
pub use finding::{Finding, Place};
pub use lint::{Lint, Severity};
pub use lint_data::{LintData, lint_missing};
pub use lint_model::{lint_model, lint_setup};
pub use lint_run::lint_run;
pub use worked::{ExampleRun, WorkedExample};
