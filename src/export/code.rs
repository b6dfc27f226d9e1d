//! A program that does in Keras what was done here.

use super::description::CodeOf;
use super::{compiled, layers, read, steps};

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
