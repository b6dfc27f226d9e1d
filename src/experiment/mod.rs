//! One reader's experiment: data, model and run, from a table to its predictions.

mod limits;
mod data_config;
mod data;
mod config;
mod chosen;
mod prepared;
mod model;
mod losses;
mod run;
mod setup;
mod inspect;
mod diagnose;
mod predict;
mod evaluate;
mod export;
mod workers;
mod saved;
mod compare;

pub use chosen::{Chosen, LeftOut, MAX_CLASSES, TaskReason};
pub use config::{ExperimentConfig, Missing, SplitConfig, Task, scaling_name};
pub use data::Data;
pub use data_config::{DataConfig, MAX_TEXT};
pub use evaluate::{Predictions, Side};
pub use inspect::{BatchGradients, Histogram, LayerHistograms, MAX_GRADIENTS, MAX_OUTPUT_ROWS, RowOutputs};
pub use limits::{MAX_BATCH_WORK, MAX_EXPERIMENT_PARAMETERS, MAX_INSPECTED_ROWS, MAX_WORK};
pub use losses::{Losses, MAX_LOSSES};
pub use model::MAX_EPOCHS;
pub use predict::{Surface, SurfaceOptions};
pub use prepared::Prepared;
pub use run::Experiment;
pub use setup::MAX_CELL_ROWS;
