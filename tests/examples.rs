//! The examples do what they say.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::data::advertising;
use std::cell::RefCell;

#[allow(dead_code)]
#[path = "../examples/step_by_step.rs"]
mod step_by_step;
#[allow(dead_code)]
#[path = "../examples/tutorial.rs"]
mod tutorial;
#[allow(dead_code)]
#[path = "../examples/xor.rs"]
mod xor;

#[test]
fn xor_is_learned() {
    let predictions = xor::predictions().unwrap();
    let classes: Vec<bool> = predictions.iter().map(|probability| *probability > 0.5).collect();
    assert_eq!(classes, [false, true, true, false], "{predictions}");
    assert!(predictions.iter().all(|probability| (probability - 0.5).abs() > 0.4), "{predictions}");
}

#[test]
fn the_tutorials_program_prints_a_line_an_epoch_and_predicts_the_test_rows() {
    let printed = RefCell::new(Vec::new());
    let report = tutorial::run(&advertising(), |line| printed.borrow_mut().push(line.to_string())).unwrap();
    let printed = printed.into_inner();
    assert!(printed[0].contains("Total params: 61"), "{}", printed[0]);
    assert!(printed.iter().any(|line| line.contains("Epoch 100/100")), "{printed:?}");
    assert!(report.test_loss < 7.0, "{}", report.test_loss);
    assert_eq!(report.labels_and_predictions.shape(), (5, 2));
    let distances = report.labels_and_predictions.column(0) - report.labels_and_predictions.column(1);
    assert!(distances.iter().all(|distance| distance.abs() < 8.0), "{}", report.labels_and_predictions);
}

#[test]
fn a_training_watched_step_by_step_begins_with_the_tutorials_numbers_and_lowers_the_loss() {
    let mut model = step_by_step::model().unwrap();
    let steps: Vec<_> = (0..5).map(|_| step_by_step::step(&mut model).unwrap()).collect();
    assert_eq!(format!("{:.3}", steps[0].prediction), "0.436");
    // 0.7310586 and 0.5 are the sigmoid of 1 and of 0.
    assert!((steps[0].layers[0][0] - 0.731_058_6).abs() < 1e-6 && steps[0].layers[0][1] == 0.5);
    assert!((steps[0].loss - 0.001_310_336).abs() < 1e-7, "{}", steps[0].loss);
    assert!(steps.windows(2).all(|pair| pair[1].loss < pair[0].loss));
}
