//! A program that does in Keras what was done here.

use super::{compiled, layers, read, steps};
use crate::data::{CsvFormat, Scaling};
use crate::nn::ModelConfig;
use crate::train::FitConfig;

/// The description that a program is written from: data, model and training.
#[derive(Debug, Clone, Copy)]
pub struct CodeOf<'a> {
    /// The file that the rows come from.
    pub file: CsvFile<'a>,
    /// All columns of the table, in their order.
    pub columns: &'a [String],
    /// The columns that go in, in their order.
    pub features: &'a [String],
    /// The column to predict.
    pub target: &'a str,
    /// Whether the target is a class.
    pub is_classification: bool,
    /// The treatment of missing values, if there are any.
    pub missing: Option<MissingOf<'a>>,
    /// How features are scaled, fitted on the training rows.
    pub scaling: Option<Scaling>,
    /// scikit-learn's `test_size` and `random_state`; without it all rows train and test.
    pub split: Option<(f64, u64)>,
    /// The model.
    pub model: &'a ModelConfig,
    /// How it is trained: batch size, epochs, shuffling, validation split and early stopping count.
    pub fit: &'a FitConfig,
}

/// The treatment of missing values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingOf<'a> {
    /// The columns without whose values a row is left out.
    pub needed: &'a [String],
    /// Whether the mean of the training rows fills missing features.
    pub filled: bool,
}

/// A file of separated text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// How it is read.
    pub format: &'a CsvFormat,
    /// Whether it has rows of empty cells that are left out.
    pub has_blank_rows: bool,
    /// Whether its rows are synthetic, and the reader has them only from the page.
    pub is_synthetic: bool,
}

const NOTE: &str = "\
# The same data, model and training in Keras. The numbers will differ from those of the page: the
# start weights do, for Keras draws others from the same seed, and it shuffles in another order.
";

const SYNTHETIC: &str = "# Synthetic rows; the page's zip holds them as data.csv.\n";

const RESULTS: &str = "
print(model.evaluate(x_test, y_test, verbose=0, return_dict=True))
predictions = model.predict(x_test[:5], verbose=0)
for label, prediction in zip(y_test[:5], predictions):
    print(\"label\", label, \"prediction\", prediction)
";

/// Python that runs with Keras 3: exactly this data, model, training and evaluation.
///
/// It needs pandas, scikit-learn and TensorFlow, and the data in a file beside it.
pub fn keras_code(code: &CodeOf) -> String {
    let note = if code.file.is_synthetic { SYNTHETIC } else { "" };
    let parts = [
        NOTE.to_string() + &steps::imports(code),
        seed(code),
        note.to_string() + &read::read(code, &code.file) + &steps::prepare(code),
        steps::dataset(code),
        layers::model(code.model) + "model.summary()\n",
        compiled::compile(code.model) + "\n" + &steps::fit(code),
    ];
    let classes = if code.is_classification { "\nprint(\"classes\", classes.tolist())" } else { "" };
    parts.join("\n") + classes + RESULTS
}

/// Keras takes seeds of 32 bits.
fn seed(code: &CodeOf) -> String {
    format!("tf.keras.utils.set_random_seed({})\n", code.model.seed % (1 << 32))
}
