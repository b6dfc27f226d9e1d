//! Glassnet lets a reader see inside a small neural network while it learns.
//!
//! This crate is the engine: it computes every number that the page shows, and records it. Read it in
//! the order of the modules below; each uses only what stands above it.
//!
//! * [`error`]: everything a caller can get wrong.
//! * [`nn`]: layers, activations, losses and optimizers, and [`nn::Sequential`] that chains them.
//! * [`data`]: tables from CSV, splits in scikit-learn's order, scales, batches, and data sets that are built in.
//! * [`train`]: epochs and batches, one iteration as a [`train::Trace`] of its operations, the check of its gradients,
//!   and how each layer fares.
//! * [`worked_example`]: the tutorial's worked example as data, and the numbers that its text prints, checked.
//! * [`diagnostics`]: hints of what is unusual in data, a model or a run, with the facts that show it.
//! * [`text`]: what Keras prints: `summary()`, and the lines of `fit`, `evaluate` and `predict`.
//! * [`export`]: the same data and the same model as Python for Keras.
//! * [`experiment`]: one reader's data, model and run, from a table to its predictions.
//!
//! ```
//! use glassnet::worked_example::{ExampleConfig, WorkedExample};
//!
//! let mut example = WorkedExample::new(ExampleConfig::tutorial())?;
//! let trace = example.trace(0)?;
//! assert_eq!(format!("{:.3}", trace.prediction[0]), "0.436");
//! # Ok::<(), glassnet::Error>(())
//! ```
//!
//! Numbers are `f32`, as Keras trains. Matrices are [`nalgebra`]'s and have Keras's shapes: inputs `[rows, features]`, kernel
//! `[inputs, units]`, bias `[units]`, outputs `[rows, units]`. What goes in is [`Samples`]: any matrix or view with one row a
//! sample. Functions whose name ends in `_row_major` take or give slices, row after row.

#![warn(clippy::unwrap_used)]

mod concatenate;
mod number;
mod scientific;
mod decimal;
#[warn(clippy::wildcard_enum_match_arm)]
pub mod error;
#[warn(clippy::wildcard_enum_match_arm)]
mod value;
mod nearest;
mod sorted;
#[cfg(feature = "full")]
mod keras_names;
#[warn(clippy::wildcard_enum_match_arm)]
mod reader;
mod rows;
mod packed;
#[warn(clippy::wildcard_enum_match_arm)]
mod fields;
mod matrix;
pub mod nn;
#[warn(clippy::wildcard_enum_match_arm)]
pub mod data;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub mod catalogue;
#[cfg(all(feature = "bindings", feature = "full", target_arch = "wasm32"))]
mod jit;
#[warn(clippy::wildcard_enum_match_arm)]
pub mod train;
#[warn(clippy::wildcard_enum_match_arm)]
pub mod worked_example;
#[warn(clippy::wildcard_enum_match_arm)]
pub mod diagnostics;
#[warn(clippy::wildcard_enum_match_arm)]
pub mod text;
#[warn(clippy::wildcard_enum_match_arm)]
pub mod export;
#[warn(clippy::wildcard_enum_match_arm)]
pub mod experiment;
#[warn(clippy::wildcard_enum_match_arm)]
mod deserialize;
#[cfg(all(feature = "bindings", target_arch = "wasm32"))]
// What they throw is said for JavaScript.
#[allow(clippy::missing_errors_doc)]
pub mod bindings;

pub use decimal::nearest_decimal;
pub use error::{Error, ErrorKind};
pub use matrix::{RowMajorView, Samples};
pub use nalgebra;
pub use value::Value;

/// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
