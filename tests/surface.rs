//! Surfaces and responses beside the predictions and units that they are made of.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::data::{Scaler, Scaling};
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Sequential};
use glassnet::train::{Sweep, Watched, response, surface};
use glassnet::{Error, ErrorKind};

/// Three features; the scale moves and narrows each in its own way.
fn model_and_scaler() -> (Sequential, Scaler) {
    let layers = [DenseConfig::drawn(5, Activation::Tanh), DenseConfig::drawn(2, Activation::Linear)];
    let model = Sequential::new(&ModelConfig { seed: 3, ..ModelConfig::new(3, layers) }).unwrap();
    let rows = [1.0, 100.0, -3.0, 2.0, 400.0, -1.0, 6.0, 150.0, 2.0];
    (model, Scaler::fit_row_major(Scaling::Standard, &rows, 3, &[0, 1, 2]).unwrap())
}

const X: Sweep = Sweep { feature: 2, from: -4.0, to: 4.0 };
const Y: Sweep = Sweep { feature: 0, from: 0.0, to: 10.0 };
const HELD: [f64; 3] = [77.0, 222.0, 77.0];

/// The place of a cell as a reader sees the picture: to the right and upwards.
fn place(cell: usize, size: usize) -> [f64; 3] {
    let part = |at: usize| at as f64 / (size - 1) as f64;
    [10.0 * part(size - 1 - cell / size), 222.0, -4.0 + 8.0 * part(cell % size)]
}

#[test]
fn a_surface_is_the_prediction_at_each_point_of_the_grid_with_the_top_row_first() {
    let (mut model, scaler) = model_and_scaler();
    // 23 by 23 are more than one chunk.
    let values =
        surface(&mut model, [X, Y], 23, &HELD, Watched::Output, |rows| scaler.transform_row_major(rows)).unwrap();
    assert_eq!(values.len(), 23 * 23);
    for (cell, &value) in values.iter().enumerate() {
        let row = scaler.transform_row_major(&place(cell, 23)).unwrap();
        let prediction = model.predict_row_major(&row).unwrap()[0];
        assert!((value - prediction).abs() < 1e-6, "cell {cell}: {value} for {prediction}");
    }
    // At the corners the grid is exact.
    let corner = |values: [f64; 3]| scaler.transform_row_major(&values).unwrap();
    assert_eq!(values[0], model.predict_row_major(&corner([10.0, 222.0, -4.0])).unwrap()[0]);
    assert_eq!(values[23 * 23 - 1], model.predict_row_major(&corner([0.0, 222.0, 4.0])).unwrap()[0]);
}

#[test]
fn the_surface_of_a_unit_is_what_that_unit_answers() {
    let (mut model, scaler) = model_and_scaler();
    for (layer, units) in [(0, 5), (1, 2)] {
        for unit in 0..units {
            let watched = Watched::Unit { layer, unit };
            let values =
                surface(&mut model, [X, Y], 17, &HELD, watched, |rows| scaler.transform_row_major(rows)).unwrap();
            for cell in [0, 16, 144, 255, 256, 288] {
                model.predict_row_major(&scaler.transform_row_major(&place(cell, 17)).unwrap()).unwrap();
                assert_eq!(values[cell], model.outputs(layer)[unit], "layer {layer}, unit {unit}, cell {cell}");
            }
        }
    }
}

#[test]
fn a_response_runs_over_one_feature_and_holds_the_others() {
    let (mut model, scaler) = model_and_scaler();
    let (x, y) = response(&mut model, Y, 300, &HELD, |rows| scaler.transform_row_major(rows)).unwrap();
    assert_eq!((x.len(), y.len()), (300, 600));
    assert_eq!((x[0], x[299]), (0.0, 10.0));
    for at in [0, 1, 150, 299] {
        let row = scaler.transform_row_major(&[x[at], HELD[1], HELD[2]]).unwrap();
        assert_eq!(y[2 * at..2 * at + 2], model.predict_row_major(&row).unwrap());
    }
}

#[test]
fn what_is_no_grid_is_rejected() {
    let (mut model, scaler) = model_and_scaler();
    let mut error = |axes, size, held: &[f64], watched| {
        surface(&mut model, axes, size, held, watched, |rows| scaler.transform_row_major(rows)).unwrap_err().to_string()
    };
    let output = Watched::Output;
    assert_eq!(error([X, Y], 1, &HELD, output), "size: expected 2 to 1024, received 1");
    assert_eq!(error([X, X], 8, &HELD, output), "y: expected another feature than x, received 2");
    assert_eq!(error([X, Y], 8, &HELD[1..], output), "held: expected 3 numbers, one a feature, received 2");
    assert_eq!(error([X, Sweep { feature: 3, ..Y }], 8, &HELD, output), "y: expected a feature below 3, received 3");
    let endless = Sweep { to: f64::INFINITY, ..X };
    assert_eq!(error([endless, Y], 8, &HELD, output), "x.to: expected a finite number, received inf");
    assert_eq!(error([X, Y], 8, &HELD, Watched::Unit { layer: 2, unit: 0 }), "layer: expected below 2, received 2");
    assert_eq!(error([X, Y], 8, &HELD, Watched::Unit { layer: 0, unit: 5 }), "unit: expected below 5, received 5");
}

#[test]
fn what_the_scale_rejects_is_rejected_and_nothing_is_lost() {
    let (mut model, _) = model_and_scaler();
    let weights = model.weights().to_vec();
    let reject = |_: &[f64]| Err(Error::new(ErrorKind::Shape, "a".into(), "b".into(), "c".into()));
    assert!(response(&mut model, X, 5, &HELD, reject).is_err());
    assert_eq!(model.weights(), weights);
}
