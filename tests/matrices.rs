//! nalgebra's matrices in and out: one row a sample, whatever the strides.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::Error;
use glassnet::data::{CsvOptions, Dataset, Scaler, Scaling, Table, one_hot, one_hot_row_major, to_categorical};
use glassnet::nalgebra::{DMatrix, DMatrixView, DVector, Matrix2, RowDVector};
use glassnet::nn::{Activation, DenseConfig, Loss, ModelConfig, Optimizer, Sequential, SparseCategoricalCrossentropy};
use glassnet::train::{
    End, Fit, FitConfig, Validation, health, health_row_major, largest_curvature, largest_curvature_row_major,
    train_steps, train_steps_row_major,
};

const INPUTS: [f32; 12] = [0.5, -1.0, 2.0, 1.5, 0.25, -0.75, -2.0, 1.0, 0.5, 3.0, -0.5, 1.25];
const TARGETS: [f32; 8] = [1.0, 0.0, 0.5, -1.0, 2.0, 0.25, -0.5, 1.0];

/// 3 features, 4 hidden units, 2 outputs.
fn model() -> Sequential {
    let layers = [DenseConfig::drawn(4, Activation::Tanh), DenseConfig::drawn(2, Activation::Linear)];
    let metrics = vec!["mae".parse().unwrap()];
    Sequential::new(&ModelConfig { optimizer: Optimizer::adam(), metrics, ..ModelConfig::new(3, layers) }).unwrap()
}

/// The same four rows of `INPUTS`, laid out in every way that a matrix can be.
fn layouts() -> [DMatrix<f32>; 2] {
    let wide = DMatrix::from_fn(9, 8, |row, column| match (row, column) {
        (1 | 3 | 5 | 7, 2..5) => INPUTS[row / 2 * 3 + column - 2],
        _ => f32::NAN,
    });
    [DMatrix::from_row_slice(4, 3, &INPUTS), wide]
}

fn targets() -> DMatrix<f32> {
    DMatrix::from_row_slice(4, 2, &TARGETS)
}

fn message<T>(result: Result<T, Error>) -> String {
    result.err().unwrap().to_string()
}

#[test]
fn a_prediction_has_the_bits_of_the_row_major_one_whatever_the_strides() {
    let [owned, wide] = layouts();
    let expected = DMatrix::from_row_slice(4, 2, &model().predict_row_major(&INPUTS).unwrap());
    let model = model();
    assert_eq!(model.predict(&owned).unwrap(), expected);
    assert_eq!(model.predict(&wide.view_with_steps((1, 2), (4, 3), (1, 0))).unwrap(), expected);
    assert_eq!(model.predict(&DMatrixView::from_slice_with_strides(&INPUTS, 4, 3, 3, 1)).unwrap(), expected);
    assert_eq!(model.predict(&owned.transpose().transpose()).unwrap(), expected);
    assert_eq!(model.predict(&owned.rows(1, 2)).unwrap(), expected.rows(1, 2));
    assert_eq!(model.predict(&owned.row(3)).unwrap(), expected.rows(3, 1));
}

#[test]
fn a_prediction_of_one_linear_layer_is_the_product_that_nalgebra_computes() {
    let kernel = DMatrix::from_row_slice(3, 2, &[1.0, -2.0, 0.5, 4.0, -1.0, 0.25]);
    let layers = [DenseConfig::drawn(2, Activation::Linear)];
    let mut model = Sequential::new(&ModelConfig::new(3, layers)).unwrap();
    model.set_kernel(0, &kernel).unwrap();
    model.set_bias(0, &DVector::from_vec(vec![0.5, -1.0])).unwrap();
    let [inputs, _] = layouts();
    let mut expected = &inputs * &kernel;
    expected.row_iter_mut().for_each(|mut row| row += RowDVector::from_vec(vec![0.5, -1.0]));
    assert_eq!(model.predict(&inputs).unwrap(), expected);
}

#[test]
fn predicting_leaves_the_activations_of_the_last_pass() {
    let mut model = model();
    model.gradients_for(&layouts()[0], &targets()).unwrap();
    let before = model.outputs(1).to_vec();
    model.predict(&RowDVector::from_vec(vec![9.0, 9.0, 9.0])).unwrap();
    assert_eq!(model.outputs(1), before);
}

#[test]
fn activations_are_those_of_the_forward_pass() {
    let mut model = model();
    let [inputs, _] = layouts();
    let found = model.activations(&inputs).unwrap();
    let predictions = model.predict(&inputs).unwrap();
    model.gradients_for(&inputs, &targets()).unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0], DMatrix::from_row_slice(4, 4, model.outputs(0)));
    assert_eq!(found[1], predictions);
}

#[test]
fn steps_gradients_and_scores_have_the_bits_of_the_row_major_functions() {
    let (mut by_matrix, mut by_slice) = (model(), model());
    let (inputs, targets) = (layouts()[0].clone(), targets());
    for _ in 0..3 {
        let loss = by_matrix.train_on_batch(&inputs, &targets).unwrap();
        assert_eq!(loss, by_slice.train_on_batch_row_major(&INPUTS, &TARGETS).unwrap());
    }
    assert_eq!(by_matrix.weights(), by_slice.weights());
    by_matrix.gradients_for(&inputs, &targets).unwrap();
    by_slice.gradients_for_row_major(&INPUTS, &TARGETS).unwrap();
    assert_eq!(by_matrix.gradients(), by_slice.gradients());
    assert_eq!(by_matrix.evaluate(&inputs, &targets).unwrap(), by_slice.evaluate_row_major(&INPUTS, &TARGETS).unwrap());
    let curvature = largest_curvature(&by_matrix, &inputs, &targets).unwrap();
    assert_eq!(curvature, largest_curvature_row_major(&by_slice, &INPUTS, &TARGETS).unwrap());
    let found = health(&mut by_matrix, &inputs, &targets).unwrap();
    assert_eq!(found, health_row_major(&mut by_slice, &INPUTS, &TARGETS).unwrap());
    let run = train_steps(&mut by_matrix, &inputs, &targets, 5, |_| true).unwrap();
    assert_eq!(run, train_steps_row_major(&mut by_slice, &INPUTS, &TARGETS, 5, |_| true).unwrap());
}

#[test]
fn a_fit_on_matrices_has_the_bits_of_one_on_slices() {
    let (mut by_matrix, mut by_slice) = (model(), model());
    let [inputs, _] = layouts();
    let config = |validation| FitConfig { batch_size: 2, epochs: 5, validation, ..FitConfig::default() };
    let validation = Validation::data(&by_matrix, &inputs.rows(0, 2), &targets().rows(0, 2)).unwrap();
    let run = by_matrix.fit(&inputs, &targets(), config(validation)).unwrap();
    let validation = Validation::RowMajor(INPUTS[..6].to_vec(), TARGETS[..4].to_vec());
    let mut fit = Fit::from_row_major(&by_slice, INPUTS.to_vec(), TARGETS.to_vec(), config(validation)).unwrap();
    fit.run(&mut by_slice, |_, _| true);
    assert_eq!((run.end(), run.history()), (Some(End::Finished), fit.history()));
    assert!(run.history().get("val_loss").is_some());
    assert_eq!(by_matrix.weights(), by_slice.weights());
}

#[test]
fn weights_and_gradients_of_a_layer_are_views_of_the_flat_ones() {
    let mut model = model();
    model.gradients_for(&layouts()[0], &targets()).unwrap();
    let layer = model.layer(1).unwrap();
    let (kernel, bias) = (layer.kernel().unwrap(), layer.bias().unwrap());
    assert_eq!((kernel.shape(), bias.len()), ((4, 2), 2));
    // After kernel [3, 4] and bias [4] of the first layer.
    assert_eq!(kernel[(3, 1)], model.weights()[16 + 3 * 2 + 1]);
    assert_eq!(bias[1], model.weights()[16 + 8 + 1]);
    assert_eq!(layer.kernel_gradient().unwrap()[(2, 0)], model.gradients()[16 + 4]);
    assert_eq!(layer.vector_gradient("bias").unwrap()[0], model.gradients()[16 + 8]);
    assert!(layer.vector("gamma").is_none());
}

#[test]
fn a_kernel_that_is_set_is_read_back_and_one_of_another_shape_is_rejected() {
    let mut model = model();
    let kernel = DMatrix::from_fn(4, 2, |row, column| row as f32 - 0.5 * column as f32);
    model.set_kernel(1, &kernel).unwrap();
    assert_eq!(model.layer(1).unwrap().kernel().unwrap(), kernel);
    assert_eq!(message(model.set_kernel(1, &kernel.transpose())), "kernel: expected [4, 2], received [2, 4]");
    assert_eq!(message(model.set_kernel(2, &kernel)), "layer: expected 0 to 1, received 2");
    let wrong = DVector::from_vec(vec![f32::NAN, 0.0]);
    assert!(message(model.set_bias(1, &wrong)).starts_with("bias[0]: expected a finite number"));
    assert_eq!(model.layer(1).unwrap().bias().unwrap().as_slice(), [0.0, 0.0]);
    assert_eq!(model.layer(1).unwrap().kernel().unwrap(), kernel, "a rejected kernel leaves the former one");
}

#[test]
fn rows_that_do_not_fit_are_rejected_by_their_shape() {
    let mut model = model();
    let [inputs, _] = layouts();
    // As many numbers as three rows have, but of another width.
    let wrong = DMatrix::from_row_slice(6, 2, &INPUTS);
    assert_eq!(message(model.predict(&wrong)), "inputs: expected rows of 3 numbers, received rows of 2");
    assert_eq!(message(model.fit(&wrong, &targets(), FitConfig::default())), message(model.predict(&wrong)));
    assert_eq!(message(Validation::data(&model, &wrong, &targets())), message(model.predict(&wrong)));
    assert_eq!(
        message(model.train_on_batch(&inputs, &targets().rows(0, 3))),
        "targets: expected 4 rows, one a row of inputs, received 3"
    );
    assert_eq!(
        message(model.evaluate(&inputs, &DVector::from_vec(TARGETS.to_vec()))),
        "targets: expected rows of 2 numbers, received rows of 1"
    );
    assert_eq!(
        message(model.predict(&DMatrix::<f32>::zeros(0, 3))),
        "inputs: expected rows of 3 numbers, received 0 numbers"
    );
    let infinite = inputs.map(|number| if number == 2.0 { f32::INFINITY } else { number });
    assert_eq!(message(model.predict(&infinite)), "inputs[2]: expected a finite number, received inf");
}

#[test]
fn classes_are_a_column_of_targets() {
    let layers = [DenseConfig::drawn(3, Activation::Softmax)];
    let loss = Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT);
    let mut model = Sequential::new(&ModelConfig { loss, ..ModelConfig::new(3, layers) }).unwrap();
    let [inputs, _] = layouts();
    let classes = DVector::from_vec(vec![0.0, 2.0, 1.0, 2.0]);
    let before = model.evaluate(&inputs, &classes).unwrap()[0].1;
    model.fit(&inputs, &classes, FitConfig { epochs: 50, ..FitConfig::default() }).unwrap();
    assert!(model.evaluate(&inputs, &classes).unwrap()[0].1 < before);
}

#[test]
fn a_table_and_a_data_set_give_matrices() {
    let table = Table::from_csv("a,b,c\n1,2,3\n4,5,6\n", CsvOptions::default()).unwrap();
    let features = table.numbers(&["a", "b"]).unwrap();
    assert_eq!(features, Matrix2::new(1.0, 2.0, 4.0, 5.0));
    assert_eq!(table.values(&["b", "a"]).unwrap(), Matrix2::new(2.0, 1.0, 5.0, 4.0));
    let none: [&str; 0] = [];
    assert_eq!(message(table.numbers(&none)), "columns: expected at least 1, received 0");
    let dataset = Dataset::from_tensor_slices(&features, &table.numbers(&["c"]).unwrap()).unwrap();
    assert_eq!(dataset.features(), features);
    assert_eq!(dataset.targets(), DVector::from_vec(vec![3.0, 6.0]));
    assert_eq!(
        message(Dataset::from_tensor_slices(&features, &features.rows(0, 1))),
        "targets: expected 2 rows, one a row of features, received 1"
    );
}

#[test]
fn scales_and_classes_are_matrices() {
    let features = DMatrix::from_row_slice(3, 2, &[0.0, 10.0, 1.0, 20.0, 3.0, 50.0]);
    let scaler = Scaler::fit(Scaling::MinMax, &features, &[0, 1]).unwrap();
    let scaled = scaler.transform(&features).unwrap();
    assert_eq!(scaled, DMatrix::from_row_slice(3, 2, &[0.0, 0.0, 1.0, 1.0, 3.0, 4.0]));
    assert_eq!(scaler.inverse(&scaled).unwrap(), features);
    assert_eq!(
        message(scaler.transform(&features.transpose())),
        "features: expected rows of 2 numbers, received rows of 3"
    );
    let (classes, matrix) = one_hot(&["dog", "cat", "dog"]).unwrap();
    assert_eq!(classes, ["cat", "dog"]);
    assert_eq!(matrix, DMatrix::from_row_slice(3, 2, &[0.0, 1.0, 1.0, 0.0, 0.0, 1.0]));
    assert_eq!(to_categorical(&[1, 0, 1], 2).unwrap(), matrix);
    assert_eq!(one_hot_row_major(&["dog", "cat", "dog"]).unwrap().1, [0.0, 1.0, 1.0, 0.0, 0.0, 1.0]);
}
