//! What is around Sequential: data, Keras's text, inspection, experiments and comparisons.

pub(super) mod print;
mod decode;
mod table;
pub(super) mod dataset;
mod inspect;
mod saved;
mod hooks;
pub(super) mod schedule;
pub(super) mod compiled;
pub(super) mod run;
mod fit_async;
pub(super) mod sample_weights;
pub(super) mod seed;
mod adapt;
mod experiment;
mod inspect_experiment;
mod comparison;

pub use comparison::JsComparison;
pub use dataset::{
    JsDataset, JsNumpyRandom, JsScaler, js_iterations_per_epoch, js_one_hot, js_to_categorical, js_train_test_split,
};
pub use decode::decode_bytes;
pub use experiment::JsExperiment;
pub use seed::set_random_seed;
pub use table::{JsTable, advertising, points};
