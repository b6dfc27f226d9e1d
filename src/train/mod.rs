//! Training: steps, epochs and batches, the trace of a step, gradient checks, layer health, loss surfaces and
//! comparisons of runs.

mod steps;
mod event;
mod trace;
#[cfg(feature = "keras")]
mod trace_normalization;
mod trace_batch;
mod check;
mod order;
mod history;
mod early_stopping;
#[cfg(feature = "full")]
mod dataset;
#[cfg(feature = "full")]
mod reduce_lr;
#[cfg(feature = "full")]
mod callbacks;
#[cfg(feature = "full")]
mod sample_weights;
mod fit_config;
mod ends;
mod fit;
#[cfg(feature = "full")]
mod fit_in_parts;
#[cfg(all(feature = "bindings", feature = "full", target_arch = "wasm32"))]
mod compiled;
mod snapshot;
mod read_early_stopping;
#[cfg(feature = "full")]
mod read_callbacks;
mod read;
mod health;
mod curvature;
mod surface;
mod compare;
mod directions;
mod contour;
mod matrices;

#[cfg(feature = "full")]
pub use callbacks::Callbacks;
pub use check::{GradientCheck, ParameterPlace, check_gradient};
pub use compare::{Comparison, Curve, MAX_RUNS, RunConfig};
#[cfg(all(feature = "bindings", feature = "full", target_arch = "wasm32"))]
pub(crate) use compiled::Span;
pub use contour::{Contour, ContourPath, ContourWork};
pub use curvature::largest_curvature_row_major;
pub(crate) use curvature::largest_curvature_validated;
#[cfg(feature = "full")]
pub use dataset::evaluate_dataset;
pub use early_stopping::{EarlyStopping, Memory};
pub use ends::{BatchEnd, End};
pub use event::{Event, Operation, Phase, Term};
pub use fit::Fit;
pub use fit_config::{FitConfig, Validation};
#[cfg(feature = "full")]
pub use fit_in_parts::Part;
pub(crate) use health::health_validated;
pub use health::{Health, LayerHealth, SATURATED_SLOPE, health_row_major};
pub use history::{History, Series};
pub use matrices::{health, largest_curvature, train_steps};
pub use order::Order;
#[cfg(all(target_arch = "wasm32", feature = "bindings", feature = "keras"))]
pub(crate) use read::reject_printing;
#[cfg(feature = "full")]
pub use reduce_lr::{PlateauMemory, ReduceLrOnPlateau};
#[cfg(feature = "full")]
pub use sample_weights::SampleWeights;
pub use snapshot::FitSnapshot;
pub(crate) use steps::take_update;
pub use steps::{Divergence, Steps, train_steps_row_major};
pub use surface::{MAX_SIDE, MAX_SURFACES, Sweep, Watched, response, surface, surfaces};
pub use trace::{Trace, TraceLayer, trace, trace_in_batch};
pub(crate) use trace_batch::rows_and_batch;
pub use trace_batch::{BatchTrace, trace_batch};
