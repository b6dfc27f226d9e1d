//! Sales by advertising, from a table to predictions: load, split, build, train, evaluate, predict.
//!
//! ```sh
//! cargo run --example tutorial                        # synthetic data with the columns of the real ones
//! cargo run --example tutorial path/to/Advertising.csv
//! ```

use glassnet::Error;
use glassnet::data::{CsvOptions, Dataset, NumpyRandom, Table, TestSize, advertising, train_test_split};
use glassnet::nalgebra::DMatrix;
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};
use glassnet::text::{FitText, Printing, Style, Summary, Verbose};
use glassnet::train::{Fit, FitConfig};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let table = match std::env::args().nth(1) {
        Some(path) => Table::from_csv(&std::fs::read_to_string(path)?, CsvOptions::default())?,
        None => advertising(),
    };
    let report = run(&table, |line| println!("{line}"))?;
    println!("test loss: {:.4}", report.test_loss);
    println!("labels, predictions:{}", report.labels_and_predictions);
    Ok(())
}

/// What the program prints in the end.
pub(crate) struct Report {
    /// The mean squared error of the test rows.
    pub(crate) test_loss: f64,
    /// Labels and predictions of the first five test rows, `[5, 2]`.
    pub(crate) labels_and_predictions: DMatrix<f32>,
}

/// Trains on 70 % of the rows and evaluates the others; `print` gets what Keras prints.
pub(crate) fn run(table: &Table, print: impl Fn(&str)) -> Result<Report, Error> {
    let split = train_test_split(table.rows(), TestSize::Fraction(0.3), &mut NumpyRandom::new(100)?)?;
    let (x, y) = (table.drop(&["Sales"])?, table.select(&["Sales"])?);
    let numbers = |table: &Table, rows: &[usize]| table.take(rows)?.numbers(table.names());
    let dataset = Dataset::from_tensor_slices(&numbers(&x, &split.train)?, &numbers(&y, &split.train)?)?;
    let dataset = dataset.shuffle(split.train.len(), 100)?.batch(5, false)?;

    let layers = [DenseConfig::drawn(10, Activation::Linear), DenseConfig::drawn(1, Activation::Linear)];
    let optimizer = Optimizer::adam();
    let mut model = Sequential::new(&ModelConfig { optimizer, ..ModelConfig::new(x.names().len(), layers) })?;
    print(&Summary::of(&model).text(Style::Keras3)?);

    let mut fit = Fit::on_dataset(&model, dataset, FitConfig { epochs: 100, ..FitConfig::default() })?;
    let mut text = FitText::new(Printing { style: Style::Keras3, verbose: Verbose::Line });
    while let Some(batch) = fit.batch(&mut model) {
        text.batch(&fit, &batch, 0.0).iter().for_each(|line| print(&line.text));
    }

    let (x_test, y_test) = (numbers(&x, &split.test)?, numbers(&y, &split.test)?);
    let test_loss = model.evaluate(&x_test, &y_test)?[0].1;
    let predictions = model.predict(&x_test.rows(0, 5))?;
    let labels_and_predictions = DMatrix::from_columns(&[y_test.column(0).rows(0, 5), predictions.column(0)]);
    Ok(Report { test_loss, labels_and_predictions })
}
