//! Data before it meets a network: tables, splits, scales, batches, and data sets that are built in.
//!
//! Rows count from 0. A matrix has one row a sample, `[rows, columns]`; where numbers are a slice, as in the functions whose
//! name ends in `_row_major`, they lie row after row.

mod names;
mod column;
mod csv;
mod encoding;
mod table;
mod csv_table;
mod recognise;
mod describe;
mod labels;
mod scale;
mod numpy;
mod split;
mod order;
mod dataset;
mod builtin;
mod matrices;

#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub(crate) use builtin::NOISE_RANGE;
pub use builtin::{BuiltinTable, Generator, MAX_NOISE, Points, advertising};
pub use column::Column;
pub(crate) use csv::read_separator;
pub use csv::{Alternative, CsvFormat, CsvOptions, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Note, Reading, Separator};
pub use dataset::{Dataset, iterations_per_epoch, last_batch_size};
pub use describe::Summary;
#[cfg(not(target_arch = "wasm32"))]
pub use encoding::EncodingRs;
pub use encoding::{Decoded, Decoder, decode};
pub use labels::{classes, one_hot_row_major, to_categorical_row_major};
pub use matrices::{one_hot, to_categorical};
pub use numpy::NumpyRandom;
pub use order::Order;
pub use recognise::AdvertisingHeader;
pub use scale::{Scale, Scaler, Scaling};
pub use split::{Split, TestSize, train_test_split};
pub use table::Table;
pub(crate) use table::too_large;
