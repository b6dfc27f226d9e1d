//! Models that are trained for an epoch after they were exported.

use super::{Case, Numbers, ROWS};
use glassnet::nn::{Loss, ModelConfig, Sequential};

/// Rows of a batch.
pub(crate) const BATCH: usize = 16;

/// Layers before the last, and its activation; the loss; the optimizer.
const MODELS: &[(&str, &str, &str)] = &[
    ("linear", r#""mse""#, r#""sgd""#),
    ("linear", r#""mae""#, r#""adam""#),
    ("linear", r#"{"name": "huber", "delta": 0.4}"#, r#"{"name": "adam", "amsgrad": true, "learningRate": 0.02}"#),
    ("linear", r#""log_cosh""#, r#"{"name": "adamw", "learningRate": 0.02, "weightDecay": 0.1}"#),
    ("linear", r#""mape""#, r#"{"name": "adamax", "learningRate": 0.02}"#),
    ("softplus", r#""msle""#, r#""sgd""#),
    ("softplus", r#""poisson""#, r#"{"name": "adadelta", "learningRate": 1, "rho": 0.9}"#),
    ("softmax", r#""kl_divergence""#, r#"{"name": "adagrad", "learningRate": 0.1}"#),
    (
        "sigmoid",
        r#""binary_crossentropy""#,
        r#"{"name": "sgd", "learningRate": 0.2, "momentum": 0.9, "nesterov": true}"#,
    ),
    (
        "sigmoid",
        r#"{"name": "binary_crossentropy", "labelSmoothing": 0.2}"#,
        r#"{"name": "sgd", "learningRate": 0.2, "momentum": 0.5, "weightDecay": 0.1}"#,
    ),
    (
        "linear",
        r#"{"name": "binary_crossentropy", "fromLogits": true}"#,
        r#"{"name": "sgd", "learningRate": 0.5, "clipnorm": 0.05}"#,
    ),
    ("softmax", r#""categorical_crossentropy""#, r#"{"name": "sgd", "learningRate": 0.5, "globalClipnorm": 0.1}"#),
    (
        "softmax",
        r#"{"name": "categorical_crossentropy", "labelSmoothing": 0.1}"#,
        r#"{"name": "sgd", "learningRate": 0.5, "clipvalue": 0.02}"#,
    ),
    ("linear", r#"{"name": "categorical_crossentropy", "fromLogits": true, "labelSmoothing": 0.1}"#, r#""adam""#),
    ("softmax", r#""sparse_categorical_crossentropy""#, r#""adam""#),
    ("linear", r#"{"name": "sparse_categorical_crossentropy", "fromLogits": true}"#, r#""adam""#),
    ("linear", r#""cosine_similarity""#, r#""adam""#),
    ("linear", r#""categorical_hinge""#, r#""adam""#),
];

/// A case that was not trained yet, with targets, and what it predicts after an epoch in the order of its rows.
pub(crate) struct TrainingCase {
    pub(crate) case: Case,
    /// `[ROWS, targets]`
    pub(crate) targets: Vec<f32>,
    pub(crate) has_class_targets: bool,
    /// `[ROWS, outputs]`
    pub(crate) trained: Vec<f32>,
}

impl TrainingCase {
    /// One for each loss and each optimizer that PyTorch has too.
    pub(crate) fn all() -> Vec<TrainingCase> {
        let case = |(idx, (activation, loss, optimizer)): (usize, &(&str, &str, &str))| {
            // TensorFlow.js, which has no such loss, does not train a normalization without beta.
            let center = !loss.contains("log_cosh");
            let layers = format!(
                r#"{{"units": 6, "activation": "tanh", "kernelRegularizer": {{"l1": 0.01, "l2": 0.02}},
                "biasRegularizer": "l2"}}, {{"type": "LayerNormalization", "center": {center}}},
                {{"units": 5, "trainable": false}}"#
            );
            let last = format!(r#"{{"units": 3, "activation": "{activation}"}}"#);
            let settings = format!(r#""loss": {loss}, "optimizer": {optimizer}, "seed": {idx}"#);
            let json = format!(r#"{{"inputs": 4, "layers": [{layers}, {last}], {settings}}}"#);
            TrainingCase::new(&format!("training_{idx:02}"), &json)
        };
        MODELS.iter().enumerate().map(case).collect()
    }

    fn new(name: &str, json: &str) -> TrainingCase {
        let config = super::value(&serde_json::from_str(json).unwrap());
        let model = Sequential::new(&ModelConfig::read(&config).unwrap()).unwrap();
        let mut numbers = Numbers(11);
        let inputs = numbers.many(ROWS * model.input_count(), 2.0);
        let has_class_targets = matches!(model.loss_function(), Loss::SparseCategoricalCrossentropy(_));
        let is_one_hot = matches!(model.loss_function(), Loss::CategoricalCrossentropy(_));
        let share = |number: f32| 0.5 + 0.5 * number;
        let targets = numbers.many(ROWS * model.target_count(), 1.0).into_iter().map(share);
        let class = |share: f32| (share * 3.0).floor().min(2.0);
        let targets: Vec<f32> = match () {
            () if has_class_targets => targets.map(class).collect(),
            () if is_one_hot => (0..ROWS * 3).map(|at| f32::from(u8::from(at / 3 % 3 == at % 3))).collect(),
            () => targets.collect(),
        };
        let mut after = model.clone();
        let (width, target_width) = (model.input_count(), model.target_count());
        for (inputs, targets) in inputs.chunks(BATCH * width).zip(targets.chunks(BATCH * target_width)) {
            after.train_on_batch_row_major(inputs, targets).unwrap();
        }
        let outputs = model.clone().predict_row_major(&inputs).unwrap();
        let trained = after.predict_row_major(&inputs).unwrap();
        let case = Case { name: name.to_string(), config, model, inputs, outputs };
        TrainingCase { case, targets, has_class_targets, trained }
    }
}
