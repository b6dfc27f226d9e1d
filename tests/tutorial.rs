//! The tutorial's final program from the file to the prediction: on the built-in synthetic data, and on the measured data
//! where `ADVERTISING_CSV` names it.
#![cfg(not(target_arch = "wasm32"))]

mod measured;

use glassnet::data::{Dataset, NumpyRandom, Table, TestSize, advertising, train_test_split};
use glassnet::nn::{Activation, DenseConfig, Loss, ModelConfig, Optimizer, Sequential};
use glassnet::train::{End, Fit, FitConfig};
use measured::measured;
use std::ops::RangeInclusive;

const EPOCHS: usize = 100;
const BATCH: usize = 5;
const SEEDS: RangeInclusive<u64> = 1..=20;

/// The rows of a table as the tutorial's program splits them: `df.drop(...)` is not assigned, so the index stays in.
struct Rows {
    train: (Vec<f32>, Vec<f32>),
    test: (Vec<f32>, Vec<f32>),
}

impl Rows {
    fn of(table: &Table) -> Self {
        let _ = table.drop(&["Unnamed: 0"]).unwrap();
        let features = table.drop(&["Sales"]).unwrap();
        let split =
            train_test_split(table.rows(), TestSize::Fraction(0.3), &mut NumpyRandom::new(100).unwrap()).unwrap();
        let part = |rows: &[usize]| {
            let features = features.take(rows).unwrap();
            let sales = table.take(rows).unwrap().numbers_row_major(&["Sales"]).unwrap();
            (features.numbers_row_major(features.names()).unwrap(), sales)
        };
        Rows { train: part(&split.train), test: part(&split.test) }
    }
}

/// The model that the tutorial trains: two layers without an activation.
fn linear() -> Vec<DenseConfig> {
    [10, 1].map(|units| DenseConfig::drawn(units, Activation::Linear)).into()
}

/// The tutorial's first model, all of sigmoids.
fn sigmoid() -> Vec<DenseConfig> {
    [10, 10, 1, 1].map(|units| DenseConfig::drawn(units, Activation::Sigmoid)).into()
}

/// `compile(loss='mean_squared_error', optimizer='adam')` and `fit(train_ds, epochs=100)`.
fn trained(layers: Vec<DenseConfig>, rows: &Rows, seed: u64) -> Sequential {
    let (features, sales) = rows.train.clone();
    let count = sales.len();
    let dataset = Dataset::from_row_major(features, sales, count).unwrap();
    let dataset = dataset.shuffle(count, seed).unwrap().batch(BATCH, false).unwrap();
    assert_eq!(dataset.cardinality(), 28);
    let (loss, optimizer) = (Loss::MeanSquaredError, "adam".parse::<Optimizer>().unwrap());
    let mut model = Sequential::new(&ModelConfig { loss, optimizer, seed, ..ModelConfig::new(4, layers) }).unwrap();
    let config = FitConfig { epochs: EPOCHS, ..FitConfig::default() };
    let mut fit = Fit::on_dataset(&model, dataset, config).unwrap();
    assert_eq!(fit.run(&mut model, |_, _| true), Some(End::Finished));
    model
}

/// `evaluate(x, y)`.
fn loss(model: &mut Sequential, (features, sales): &(Vec<f32>, Vec<f32>)) -> f64 {
    model.evaluate_row_major(features, sales).unwrap()[0].1
}

/// The test losses of runs from the seeds 1 to 20, none left out.
fn test_losses(layers: fn() -> Vec<DenseConfig>, rows: &Rows) -> Vec<f64> {
    SEEDS.map(|seed| loss(&mut trained(layers(), rows, seed), &rows.test)).collect()
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    (numbers[middle - 1] + numbers[middle]) / 2.0
}

/// The mean squared distance of the sales from `guess` of the features.
fn distance((features, sales): &(Vec<f32>, Vec<f32>), guess: impl Fn(&[f32]) -> f64) -> f64 {
    let squares = features.chunks(4).zip(sales).map(|(row, &sales)| (f64::from(sales) - guess(row)).powi(2));
    squares.sum::<f64>() / sales.len() as f64
}

/// What is left of the sales when least squares has had its say: no line through these rows is nearer to them.
fn least_squares((features, sales): &(Vec<f32>, Vec<f32>)) -> f64 {
    // A row as (1, features, sales); each column in turn loses what those before it explain.
    let rows = features.chunks(4).zip(sales).map(|(row, sales)| [1.0, row[0], row[1], row[2], row[3], *sales]);
    let rows: Vec<[f64; 6]> = rows.map(|row| row.map(f64::from)).collect();
    let mut columns: Vec<Vec<f64>> = (0..6).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    for at in 0..5 {
        let (done, rest) = columns.split_at_mut(at + 1);
        let column = &done[at];
        for later in rest {
            let part = dot(column, later) / dot(column, column);
            later.iter_mut().zip(column).for_each(|(later, x)| *later -= part * x);
        }
    }
    dot(&columns[5], &columns[5]) / rows.len() as f64
}

/// The first model's outputs stay below 1, and all sales are above: nothing is lower than the loss of always 1. In 2,800
/// steps of at most about 0.001 for each of its weights it comes within 0.12 of that.
fn assert_stuck_below_one(rows: &Rows, losses: &[f64]) {
    let (floor, ceiling) = (distance(&rows.test, |_| 1.0), distance(&rows.test, |_| 0.88));
    assert!(losses.iter().all(|loss| (floor..ceiling).contains(loss)), "{floor} to {ceiling}: {losses:?}");
}

#[test]
fn the_final_program_on_the_measured_data_ends_where_keras_does() {
    let Some(table) = measured() else { return };
    let rows = Rows::of(&table);
    assert_eq!(rows.test.1[..5], [6.6, 20.7, 17.2, 19.4, 21.8]);
    let losses = test_losses(linear, &rows);
    println!("test losses {losses:.3?}");
    assert!(losses.iter().all(|loss| (1.8..7.0).contains(loss)), "{losses:?}");
    assert!((2.2..3.2).contains(&median(losses.clone())), "{losses:?}");
}

#[test]
fn the_first_model_on_the_measured_data_is_stuck_where_keras_is() {
    let Some(table) = measured() else { return };
    let rows = Rows::of(&table);
    let losses = test_losses(sigmoid, &rows);
    println!("test losses {losses:.2?}");
    assert!(losses.iter().all(|loss| (199.4..202.5).contains(loss)), "{losses:?}");
    assert_stuck_below_one(&rows, &losses);
}

#[test]
fn the_final_program_on_the_built_in_data_comes_near_to_what_is_possible() {
    let rows = Rows::of(&advertising());
    // The data is this formula and a normal number of deviation 1.69, which nobody can foresee. The mean of n squares
    // of it is 1.69² with a deviation of 1.69² · √(2/n).
    let noise = distance(&rows.test, |row| 2.94 + 0.046 * f64::from(row[1]) + 0.189 * f64::from(row[2]));
    let (variance, test, train) = (1.69_f64.powi(2), rows.test.1.len() as f64, rows.train.1.len() as f64);
    assert!((noise - variance).abs() < 4.0 * variance * (2.0 / test).sqrt(), "{noise}");
    let (floor, ceiling) = (least_squares(&rows.train), variance * (1.0 + 4.0 * (2.0 / train).sqrt()));
    for seed in SEEDS {
        let mut model = trained(linear(), &rows, seed);
        let (train, test) = (loss(&mut model, &rows.train), loss(&mut model, &rows.test));
        println!("seed {seed}: loss {train:.3}, test loss {test:.3}");
        assert!((floor * 0.999_999..ceiling).contains(&train), "{floor} to {ceiling}: {train}");
        // By the triangle inequality the roots differ by no more than the model is from the formula: half a unit of sales.
        assert!((test.sqrt() - noise.sqrt()).abs() < 0.5, "{noise}: {test}");
    }
}

#[test]
fn the_first_model_on_the_built_in_data_is_stuck_below_1() {
    let rows = Rows::of(&advertising());
    assert_stuck_below_one(&rows, &test_losses(sigmoid, &rows));
}
