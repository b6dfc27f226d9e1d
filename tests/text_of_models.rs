//! `summary()` and the lines of `fit` of real models, against what Keras printed for the same ones.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::nn::{
    Activation, Adadelta, Adagrad, Adam, AdamW, Adamax, DenseConfig, DropoutConfig, Ftrl, LayerConfig, Lion,
    ModelConfig, Moments, Nadam, Optimizer, RmsProp, Rule, Schedule, Sequential, Sgd,
};
use glassnet::text::{FitText, Printing, Style, Summary, Verbose, evaluate_line, predict_line};
use glassnet::train::{Fit, FitConfig};

fn dense(units: usize) -> LayerConfig {
    LayerConfig::Dense(DenseConfig::drawn(units, Activation::Linear))
}

fn model(layers: Vec<LayerConfig>) -> Sequential {
    Sequential::new(&ModelConfig { optimizer: Optimizer::adam(), ..ModelConfig::new(4, layers) }).unwrap()
}

/// A section of a recording.
fn recorded(file: &str, title: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/console/");
    let text = std::fs::read_to_string(format!("{folder}{file}.summary.txt")).unwrap();
    let after = text.split(&format!("### {title}\n")).nth(1).unwrap();
    after.split("### ").next().unwrap().to_string()
}

#[test]
fn the_summary_of_a_model_is_that_of_keras() {
    let dropout = || LayerConfig::Dropout(DropoutConfig::new(0.2, 0));
    let models = [
        ("10-1", vec![dense(10), dense(1)]),
        ("10-10-1-1", vec![dense(10), dense(10), dense(1), dense(1)]),
        ("dropout", vec![dense(8), dropout(), dense(8), dropout(), dense(1)]),
    ];
    for (title, layers) in models {
        let summary = Summary::of(&model(layers));
        for (style, file) in [(Style::Keras3, "keras"), (Style::Keras2, "tf_keras")] {
            assert_eq!(summary.text(style).unwrap(), recorded(file, title), "{file}: {title}");
        }
    }
}

#[test]
fn after_a_step_the_summary_counts_what_the_optimizer_keeps() {
    let mut model = model(vec![dense(10), dense(1)]);
    model.train_on_batch_row_major(&[1.0; 4], &[1.0]).unwrap();
    // Two moments of 61 parameters, the count of iterations and the learning rate.
    assert_eq!(Summary::of(&model).optimizer_parameters, Some(2 * 61 + 2));
}

/// What Keras 3.15 prints as the optimizer's parameters of a model of 8 that was trained.
#[test]
fn each_optimizer_keeps_as_many_numbers_as_keras_counts() {
    let moments = Moments { beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 };
    let sgd = |momentum| Rule::Sgd(Sgd { momentum, nesterov: false });
    let rms_prop = |momentum, centered| Rule::RmsProp(RmsProp { rho: 0.9, momentum, epsilon: 1e-7, centered });
    let cases = [
        (sgd(0.0), 2),
        (sgd(0.9), 10),
        (Rule::Adam(Adam { moments, amsgrad: false }), 18),
        (Rule::Adam(Adam { moments, amsgrad: true }), 26),
        (Rule::AdamW(AdamW { adam: Adam { moments, amsgrad: false } }), 18),
        (Rule::AdamW(AdamW { adam: Adam { moments, amsgrad: true } }), 26),
        (Rule::Adamax(Adamax { moments }), 18),
        (Rule::Nadam(Nadam { moments }), 19),
        (rms_prop(0.0, false), 10),
        (rms_prop(0.9, false), 18),
        (rms_prop(0.0, true), 18),
        (rms_prop(0.9, true), 26),
        (Rule::Adagrad(Adagrad { initial_accumulator_value: 0.1, epsilon: 1e-7 }), 10),
        (Rule::Adadelta(Adadelta { rho: 0.95, epsilon: 1e-7 }), 18),
        (Rule::Ftrl(Ftrl::DEFAULT), 18),
        (Rule::Lion(Lion::DEFAULT), 10),
    ];
    let decay = Schedule::ExponentialDecay { initial: 0.1, decay_steps: 10.0, decay_rate: 0.5, staircase: false };
    for (rule, expected) in cases {
        for (learning_rate, fewer) in [(Schedule::Constant(0.01), 0), (decay.clone(), 1)] {
            let optimizer = Optimizer { rule, learning_rate, ..Optimizer::adam() };
            let layers = [DenseConfig::drawn(2, Activation::Linear)];
            let mut model = Sequential::new(&ModelConfig { optimizer, ..ModelConfig::new(3, layers) }).unwrap();
            assert_eq!(Summary::of(&model).optimizer_parameters, None);
            model.train_on_batch_row_major(&[1.0; 3], &[1.0; 2]).unwrap();
            assert_eq!(Summary::of(&model).optimizer_parameters, Some(expected - fewer), "{}", rule.name());
        }
    }
}

#[test]
fn a_layer_is_called_what_its_author_calls_it() {
    let named = DenseConfig { name: Some("hidden".to_string()), ..DenseConfig::drawn(3, Activation::Relu) };
    let summary = Summary::of(&model(vec![LayerConfig::Dense(named), dense(2), dense(1)]));
    let names: Vec<&str> = summary.layers.iter().map(|layer| layer.name.as_str()).collect();
    assert_eq!(names, ["hidden", "dense", "dense_1"]);
    let dropout = || LayerConfig::Dropout(DropoutConfig::new(0.1, 0));
    let named = |name: &str| {
        LayerConfig::Dense(DenseConfig { name: Some(name.to_string()), ..DenseConfig::drawn(3, Activation::Relu) })
    };
    let layers = vec![dense(3), named("mid"), dropout(), dense(2), named("late"), dropout(), dense(1)];
    let summary = Summary::of(&model(layers));
    let names: Vec<&str> = summary.layers.iter().map(|layer| layer.name.as_str()).collect();
    assert_eq!(names, ["dense", "mid", "dropout", "dense_1", "late", "dropout_1", "dense_2"]);
}

/// What two epochs of three batches print when each batch takes 0.1 s.
fn lines(printing: Printing) -> Vec<String> {
    let mut model = model(vec![dense(1)]);
    let config = FitConfig { epochs: 2, batch_size: 2, ..FitConfig::default() };
    let mut fit = Fit::from_row_major(&model, vec![0.5; 20], vec![1.0; 5], config).unwrap();
    let (mut text, mut seconds, mut lines) = (FitText::new(printing), 0.0, Vec::new());
    while let Some(batch) = fit.batch(&mut model) {
        seconds += 0.1;
        lines.extend(text.batch(&fit, &batch, seconds).into_iter().map(|line| line.text));
    }
    lines.into_iter().map(|line| line.split("loss").next().unwrap().to_string()).collect()
}

#[test]
fn a_fit_prints_its_epochs_as_keras_does() {
    let line = lines(Printing { style: Style::Keras3, verbose: Verbose::Line });
    assert_eq!(line, ["Epoch 1/2", "3/3 - 0s - 100ms/step - ", "Epoch 2/2", "3/3 - 0s - 100ms/step - "]);
    let bar = lines(Printing { style: Style::Keras2, verbose: Verbose::Bar });
    assert_eq!(
        bar[..4],
        [
            "Epoch 1/2",
            "1/3 [=========>....................] - ETA: 0s - ",
            "2/3 [===================>..........] - ETA: 0s - ",
            "3/3 [==============================] - 0s 100ms/step - "
        ]
    );
    assert_eq!(bar.len(), 8);
    assert!(lines(Printing { style: Style::Keras3, verbose: Verbose::Silent }).is_empty());
}

#[test]
fn evaluate_and_predict_count_steps_of_32_rows() {
    let printing = Printing { style: Style::Keras3, verbose: Verbose::Line };
    let scores = [("loss".to_string(), 2.5), ("mae".to_string(), 1.25)];
    let evaluated = evaluate_line(printing, 60, 0.2, &scores).unwrap();
    assert_eq!(evaluated, "2/2 - 0s - 100ms/step - loss: 2.5000 - mae: 1.2500");
    assert_eq!(predict_line(printing, 60, 0.2).unwrap(), "2/2 - 0s - 100ms/step");
}
