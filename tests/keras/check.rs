//! The engine's numbers beside those that Keras recorded.

use super::read::{count, fit_config, floats, model, numbers};
use super::{Failure, Outcome};
use glassnet::nn::{Sequential, Tensor, default_name};
use glassnet::train::{End, Fit, Series};
use serde_json::Value;

/// Runs a case.
pub(super) fn run(text: &str) -> Outcome {
    let case: Value = serde_json::from_str(text).unwrap();
    let mut check = Check { case: &case, outcome: Outcome::default() };
    check.reject_unknown_quantities();
    check.forward_and_gradients();
    check.first_batch();
    check.training();
    check.outcome
}

/// All that a case may record; nothing may be left out for want of a comparison.
const QUANTITIES: [&str; 17] = [
    "layers",
    "loss",
    "gradients",
    "inference_gradients",
    "first_batch",
    "weights_after_1_step",
    "optimizer_state_after_1_step",
    "weights_by_step",
    "step_losses",
    "epochs_run",
    "early_stopping",
    "learning_rates",
    "history",
    "weights_final",
    "optimizer_state_final",
    "evaluate",
    "predict",
];

struct Check<'a> {
    case: &'a Value,
    outcome: Outcome,
}

impl Check<'_> {
    fn reject_unknown_quantities(&self) {
        for quantity in self.case["expected"].as_object().unwrap().keys() {
            assert!(QUANTITIES.contains(&quantity.as_str()), "{}: {quantity} is not compared", self.case["name"]);
        }
    }

    /// Compares a tensor: the largest difference, relative to the largest magnitude of what is expected.
    fn compare(&mut self, quantity: &str, expected: &Value, received: &[f64]) {
        if expected.is_null() {
            return;
        }
        self.outcome.quantities += 1;
        let expected = numbers(expected);
        let tolerance = self.case["suggested_rel_tolerance"].as_f64().unwrap();
        let mut failure = |expected: f64, received: f64, difference: f64| {
            self.outcome.failures.push(Failure {
                case: self.case["name"].as_str().unwrap_or("?").to_string(),
                quantity: quantity.to_string(),
                expected,
                received,
                difference,
                tolerance,
            });
        };
        if expected.len() != received.len() {
            return failure(expected.len() as f64, received.len() as f64, f64::INFINITY);
        }
        let magnitudes = expected.iter().map(|number| number.abs()).filter(|magnitude| magnitude.is_finite());
        let scale = magnitudes.fold(0.0, f64::max);
        // What is no number, or infinite, on one side alone is as far off as can be.
        let distance = |at: usize| match (expected[at], received[at]) {
            (expected, received) if expected == received || expected.is_nan() && received.is_nan() => 0.0,
            (expected, received) if !expected.is_finite() || !received.is_finite() => f64::INFINITY,
            (expected, received) => (expected - received).abs() / if scale > 0.0 { scale } else { 1.0 },
        };
        let worst = (0..expected.len()).fold(0, |worst, at| if distance(at) <= distance(worst) { worst } else { at });
        if !expected.is_empty() && distance(worst) > tolerance {
            failure(expected[worst], received[worst], distance(worst));
        }
    }

    fn compare_floats(&mut self, quantity: &str, expected: &Value, received: &[f32]) {
        let received: Vec<f64> = received.iter().map(|&number| f64::from(number)).collect();
        self.compare(quantity, expected, &received);
    }

    /// Compares numbers in the order of the parameters with recorded tensors layer by layer.
    fn compare_layers(&mut self, quantity: &str, expected: &Value, model: &Sequential, received: &[f32]) {
        let Some(expected) = expected.as_array() else {
            return;
        };
        assert_eq!(expected.len(), model.layers().len(), "{quantity}");
        for (layer_idx, (layer, expected)) in model.layers().iter().zip(expected).enumerate() {
            for Tensor { name, range, .. } in layer.tensors() {
                let quantity = format!("{quantity}[{layer_idx}].{name}");
                self.compare_floats(&quantity, &expected[name], &received[range]);
            }
        }
    }

    fn compare_state(&mut self, quantity: &str, expected: &Value, model: &Sequential) {
        let slots = &model.optimizer_state().slots;
        let parameters = model.weights().len();
        for entry in expected.as_array().into_iter().flatten() {
            let name = entry["name"].as_str().unwrap();
            let Some((layer_idx, part, slot)) = state_place(name, model) else {
                // Nadam's alone belongs to no layer.
                assert_eq!(name, "variable", "{quantity}: an unknown variable");
                let product = model.optimizer_state().momentum_product;
                self.compare_floats(&format!("{quantity}.{name}"), &entry["value"], &[product]);
                continue;
            };
            let tensors = model.layers()[layer_idx].tensors();
            let range = &tensors.iter().find(|tensor| tensor.name == part).unwrap().range;
            let offset = slot * parameters;
            let received = &slots[offset + range.start..offset + range.end];
            self.compare_floats(&format!("{quantity}.{name}"), &entry["value"], received);
        }
    }

    fn forward_and_gradients(&mut self) {
        let (case, expected) = (self.case, &self.case["expected"]);
        let (x, y) = (floats(&case["x"]), floats(&case["y"]));
        let mut model = model(case);
        model.gradients_for_row_major(&x, &y).unwrap();
        let gradients = model.gradients().to_vec();
        self.compare_layers("inference_gradients", &expected["inference_gradients"], &model, &gradients);
        let layers = model.layers().iter().zip(expected["layers"].as_array().into_iter().flatten());
        let active = layers.filter(|(layer, _)| layer.acts_in_inference()).map(|(_, expected)| expected);
        for (layer_idx, layer) in active.enumerate() {
            self.compare_floats(
                &format!("layers[{layer_idx}].pre_activation"),
                &layer["pre_activation"],
                model.pre_activations(layer_idx),
            );
            self.compare_floats(&format!("layers[{layer_idx}].output"), &layer["output"], model.outputs(layer_idx));
        }
        let total = training_gradients(&mut model, &x, &y);
        let loss = &expected["loss"];
        self.compare_floats("loss.total", &loss["total"], &[total]);
        self.compare_floats("loss.data", &loss["data"], &[total - model.penalty()]);
        self.compare_floats("loss.regularization", &loss["regularization"], &[model.penalty()]);
        self.compare_floats("loss.per_sample", &loss["per_sample"], &model.row_losses(&y));
        let gradients = model.gradients().to_vec();
        self.compare_layers("gradients", &expected["gradients"], &model, &gradients);
    }

    fn first_batch(&mut self) {
        let (case, expected) = (self.case, &self.case["expected"]["first_batch"]);
        if expected.is_null() {
            return;
        }
        let mut model = model(case);
        let rows = count(&expected["rows"]);
        let x = floats(&case["x"])[..rows * model.input_count()].to_vec();
        let y = floats(&case["y"])[..rows * model.target_count()].to_vec();
        let loss = training_gradients(&mut model, &x, &y);
        self.compare_floats("first_batch.loss", &expected["loss"], &[loss]);
        let gradients = model.gradients().to_vec();
        self.compare_layers("first_batch.gradients", &expected["gradients"], &model, &gradients);
        model.clip_gradients();
        let clipped = model.gradients().to_vec();
        self.compare_layers("first_batch.clipped_gradients", &expected["clipped_gradients"], &model, &clipped);
    }

    fn training(&mut self) {
        let (case, expected) = (self.case, &self.case["expected"]);
        let (x, y) = (floats(&case["x"]), floats(&case["y"]));
        let mut model = model(case);
        let mut fit = Fit::from_row_major(&model, x.clone(), y.clone(), fit_config(case)).unwrap();
        let mut step_losses = Vec::new();
        while let Some(batch) = fit.batch(&mut model) {
            step_losses.push(batch.loss);
            if let Some(End::Diverged { .. }) = fit.end() {
                return self.diverged(&fit, &step_losses);
            }
            self.step(step_losses.len(), &model);
        }
        self.compare("steps", &case["training"]["steps"], &[step_losses.len() as f64]);
        self.compare_floats("step_losses", &expected["step_losses"], &step_losses);
        self.epochs(&fit);
        let rates = expected["learning_rates"].as_array().map_or(0, Vec::len);
        let rate = |iteration: usize| model.optimizer().learning_rate.at(iteration as u32);
        let rates: Vec<f32> = (0..rates).map(rate).collect();
        self.compare_floats("learning_rates", &expected["learning_rates"], &rates);
        let weights = model.weights().to_vec();
        self.compare_layers("weights_final", &expected["weights_final"], &model, &weights);
        self.compare_state("optimizer_state_final", &expected["optimizer_state_final"], &model);
        let scores = model.evaluate_batches_row_major(&x, &y, count(&case["training"]["batch_size"])).unwrap();
        for (key, value) in expected["evaluate"].as_object().into_iter().flatten() {
            if self.is_of_the_batch(key) {
                continue;
            }
            let received: Vec<f64> = scores.iter().filter(|(name, _)| name == key).map(|(_, value)| *value).collect();
            self.compare(&format!("evaluate.{key}"), value, &received);
        }
        let predictions = model.predict_row_major(&x).unwrap();
        self.compare_floats("predict", &expected["predict"], &predictions);
    }

    /// Whether Keras computes a metric of targets without an axis of outputs from the whole batch: it looks for the
    /// largest target of the last axis, which is there that of the rows. The engine's targets always are `[rows, outputs]`.
    fn is_of_the_batch(&self, key: &str) -> bool {
        key.trim_start_matches("val_") == "categorical_accuracy" && self.case["y"][0].is_number()
    }

    /// Where a weight would not stay finite the engine stops, and Keras goes on with NaN: all before must agree.
    fn diverged(&mut self, fit: &Fit, step_losses: &[f32]) {
        let expected = &self.case["expected"];
        assert!(numbers(&expected["weights_final"]).iter().any(|weight| !weight.is_finite()), "{}", self.case["name"]);
        let first = |values: &Value, count: usize| Value::Array(values.as_array().unwrap()[..count].to_vec());
        self.compare_floats("step_losses", &first(&expected["step_losses"], step_losses.len()), step_losses);
        let history = fit.history();
        for (key, values) in expected["history"].as_object().into_iter().flatten() {
            let values = first(values, history.epoch.len());
            self.compare(&format!("history.{key}"), &values, history.get(key).unwrap_or_default());
        }
    }

    /// What a step left behind; the first is 1.
    fn step(&mut self, step: usize, model: &Sequential) {
        let expected = &self.case["expected"];
        let weights = model.weights();
        if step == 1 {
            self.compare_layers("weights_after_1_step", &expected["weights_after_1_step"], model, weights);
            self.compare_state("optimizer_state_after_1_step", &expected["optimizer_state_after_1_step"], model);
        }
        self.compare_layers(
            &format!("weights_by_step[{}]", step - 1),
            &expected["weights_by_step"][step - 1],
            model,
            weights,
        );
    }

    /// What the epochs left behind.
    fn epochs(&mut self, fit: &Fit) {
        let expected = &self.case["expected"];
        let history = fit.history();
        self.compare("epochs_run", &expected["epochs_run"], &[history.epoch.len() as f64]);
        for (key, values) in expected["history"].as_object().into_iter().flatten() {
            if !self.is_of_the_batch(key) {
                self.compare(&format!("history.{key}"), values, history.get(key).unwrap_or_default());
            }
        }
        let (stopping, watched) = (&expected["early_stopping"], &self.case["training"]["callbacks"][0]["monitor"]);
        if let Some(Series { values, .. }) = history.series.iter().find(|series| series.key == *watched) {
            let last = history.epoch.last().copied().unwrap_or_default();
            let (stopped, best) = match fit.end() {
                Some(End::StoppedEarly { best_epoch }) => (last, Some(best_epoch)),
                _ => (0, None),
            };
            self.compare("early_stopping.stopped_epoch", &stopping["stopped_epoch"], &[stopped as f64]);
            if let Some(best) = best {
                self.compare("early_stopping.best_epoch", &stopping["best_epoch"], &[best as f64]);
                self.compare("early_stopping.best", &stopping["best"], &[values[best]]);
                self.compare("early_stopping.wait", &stopping["wait"], &[(last - best) as f64]);
            }
        }
    }
}

/// Loss and gradients of a training step: with mean and variance of the batch where there is BatchNormalization.
fn training_gradients(model: &mut Sequential, inputs: &[f32], targets: &[f32]) -> f32 {
    if model.layers().iter().any(|layer| layer.class() == "BatchNormalization") {
        return model.train_on_batch_row_major(inputs, targets).unwrap();
    }
    model.gradients_for_row_major(inputs, targets).unwrap()
}

/// Which layer, part and slot a variable of Keras's optimizer is: `sequential_dense_1_kernel_momentum`.
fn state_place(name: &str, model: &Sequential) -> Option<(usize, &'static str, usize)> {
    let slots = model.optimizer().rule.slot_names();
    let mut classes = Vec::new();
    for (layer_idx, layer) in model.layers().iter().enumerate() {
        classes.push(layer.class());
        for part in layer.tensors().into_iter().map(|tensor| tensor.name) {
            let of = |slot: &str| name == format!("sequential_{}_{part}_{slot}", default_name(&classes));
            if let Some(slot) = slots.iter().position(|slot| of(slot)) {
                return Some((layer_idx, part, slot));
            }
        }
    }
    None
}
