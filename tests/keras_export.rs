//! Exports of many models, written where `cargo xtask test --with-keras` runs them in Keras.
#![cfg(not(target_arch = "wasm32"))]

mod export;
mod reports;

use export::{Case, format};
use glassnet::Value;
use glassnet::data::{
    BuiltinTable, CsvOptions, Decoded, EncodingRs, Generator, Scaling, Separator, Table, advertising, decode,
};
use glassnet::experiment::{DataConfig, Experiment, ExperimentConfig, Missing};
use glassnet::export::CsvFile;
use glassnet::nn::{
    Activation, ActivationConfig, Adadelta, Adagrad, Adam, AdamW, Adamax, Auc, Average, Axis, BatchNormalizationConfig,
    BestAt, BinaryCrossentropy, CategoricalCrossentropy, Clip, Constraint, CosineDecayRestarts, Curve, DenseConfig,
    DropoutConfig, Elu, FScore, Ftrl, Gelu, Huber, Initializer, InverseTimeDecay, LayerConfig,
    LayerNormalizationConfig, LeakyRelu, LeakyReluConfig, Lion, Loss, Metric, ModelConfig, Moments, Nadam, NamedMetric,
    NormalizationAxis, NormalizationConfig, Optimizer, OrthogonalRegularizer, PolynomialDecay, PrecisionOrRecall,
    Regularizer, ReluConfig, ReluWith, RmsProp, Rule, Schedule, Sgd, SoftmaxConfig, SparseCategoricalCrossentropy,
};
use glassnet::train::{EarlyStopping, Order};
use reports::{FILES, bytes};
use std::fs;
use std::path::Path;

fn drawn(units: usize, activation: Activation) -> DenseConfig {
    DenseConfig::drawn(units, activation)
}

fn points(generator: Generator, rows: usize, noise: f32) -> Table {
    generator.generate(rows, noise, 7).unwrap().table()
}

/// A small regression by one hidden layer.
fn plane(optimizer: Optimizer, loss: Loss) -> Case {
    let layers = [drawn(6, Activation::Tanh), drawn(1, Activation::Linear)];
    let model = ModelConfig { optimizer, loss, seed: 3, ..ModelConfig::new(2, layers) };
    Case::new(points(Generator::Plane, 60, 0.1), "y", model)
}

fn classes(generator: Generator, layers: [DenseConfig; 2], loss: Loss) -> Case {
    let optimizer = Optimizer::adam();
    let metrics = vec!["accuracy".parse().unwrap()];
    let model = ModelConfig { optimizer, loss, metrics, seed: 4, ..ModelConfig::new(2, layers) };
    Case { is_classification: true, ..Case::new(points(generator, 90, 0.2), "y", model) }
}

fn tutorial() -> Case {
    let layers = [drawn(10, Activation::Linear), drawn(1, Activation::Linear)];
    let model = ModelConfig { optimizer: Optimizer::adam(), seed: 100, ..ModelConfig::new(4, layers) };
    let mut case = Case::new(advertising(), "Sales", model);
    case.file.name = "advertising_synthetic.csv";
    case
}

fn relu() -> Case {
    let metrics = vec!["mae".parse().unwrap(), "r2_score".parse().unwrap(), "rmse".parse().unwrap()];
    let layers = [drawn(16, Activation::Relu), drawn(8, Activation::Relu), drawn(1, Activation::Linear)];
    let model = ModelConfig { optimizer: Optimizer::adam(), metrics, seed: 1, ..ModelConfig::new(3, layers) };
    let mut case = Case { scaling: Some(Scaling::Standard), ..Case::new(advertising(), "Sales", model) };
    case.features.remove(0);
    case
}

fn scheduled() -> Case {
    let rule = Rule::Sgd(Sgd { momentum: 0.9, nesterov: true });
    let learning_rate =
        Schedule::ExponentialDecay { initial: 0.02, decay_steps: 10.0, decay_rate: 0.9, staircase: true };
    let mut case =
        plane(Optimizer { rule, learning_rate, ..Optimizer::default() }, Loss::MeanSquaredError).validated(0.2);
    let early_stopping = EarlyStopping { patience: 3, restore_best_weights: true, ..EarlyStopping::default() };
    case.fit.early_stopping = Some(early_stopping);
    case
}

fn regularized() -> Case {
    let mut first = drawn(12, Activation::Elu(Elu { alpha: 0.5 }));
    first.kernel_regularizer = Some(Regularizer::l1_l2(0.001, 0.01));
    first.bias_initializer = Some(Initializer::RandomUniform { minval: -0.1, maxval: 0.2 });
    first.bias_regularizer = Some(Regularizer::l1_l2(0.02, 0.0));
    let mut last = drawn(1, Activation::Linear);
    last.kernel_regularizer = Some(Regularizer::l1_l2(0.0, 0.05));
    let optimizer = Optimizer { weight_decay: Some(0.01), .."adamw".parse().unwrap() };
    let model = ModelConfig { optimizer, seed: 6, ..ModelConfig::new(4, [first, last]) };
    Case { scaling: Some(Scaling::MinMax), ..Case::new(advertising(), "Sales", model) }
}

fn dropout() -> Case {
    let layers: Vec<LayerConfig> = vec![
        drawn(8, Activation::Relu).into(),
        LayerConfig::Dropout(DropoutConfig::new(0.25, 3)),
        drawn(1, Activation::Linear).into(),
    ];
    let model = ModelConfig { seed: 2, ..ModelConfig::new(2, layers) };
    Case { split: None, ..Case::new(points(Generator::Plane, 60, 0.1), "y", model) }
}

fn normalized() -> Case {
    // Without a bias, whose gradient is 0 before the normalization but for rounding, which Adam would magnify.
    let without_bias = DenseConfig { use_bias: Some(false), ..drawn(8, Activation::Linear) };
    let layers: Vec<LayerConfig> = vec![
        without_bias.into(),
        LayerConfig::BatchNormalization(BatchNormalizationConfig {
            momentum: 0.9,
            ..BatchNormalizationConfig::default()
        }),
        LayerConfig::Activation(ActivationConfig::new(Activation::Relu)),
        LayerConfig::LayerNormalization(LayerNormalizationConfig::default()),
        drawn(1, Activation::Linear).into(),
    ];
    let model = ModelConfig { seed: 5, ..ModelConfig::new(2, layers) };
    Case { split: None, ..Case::new(points(Generator::Plane, 60, 0.1), "y", model) }
}

/// Layers of the full build alone, constraints and a penalty of outputs.
fn further_layers() -> Case {
    let constrained = DenseConfig {
        kernel_initializer: Some(Initializer::Orthogonal { gain: 1.0 }),
        kernel_constraint: Some(Constraint::MaxNorm { max_value: 0.9, axis: Axis::Units }),
        kernel_regularizer: Some(Regularizer {
            orthogonal: Some(OrthogonalRegularizer::DEFAULT),
            ..Regularizer::default()
        }),
        bias_constraint: Some(Constraint::NonNeg),
        activity_regularizer: Some(Regularizer::l1_l2(0.01, 0.02)),
        ..drawn(6, Activation::Tanh)
    };
    let given = NormalizationConfig {
        mean: Some(vec![0.1]),
        variance: Some(vec![0.5]),
        axis: NormalizationAxis::All,
        ..NormalizationConfig::default()
    };
    let layers: Vec<LayerConfig> = vec![
        LayerConfig::Normalization(NormalizationConfig::default()),
        constrained.into(),
        LayerConfig::Normalization(given),
        LayerConfig::Relu(ReluConfig { negative_slope: 0.1, ..ReluConfig::default() }),
        drawn(4, Activation::Linear).into(),
        LayerConfig::LeakyRelu(LeakyReluConfig::default()),
        drawn(3, Activation::Linear).into(),
        LayerConfig::Softmax(SoftmaxConfig::default()),
        drawn(1, Activation::Linear).into(),
    ];
    let model = ModelConfig { seed: 6, optimizer: Optimizer::sgd(0.05), ..ModelConfig::new(2, layers) };
    Case { split: None, ..Case::new(points(Generator::Plane, 60, 0.1), "y", model) }
}

/// Names that no program may stumble over, and classes as words.
fn own_file() -> Case {
    let mut text = "\"a \"\"quoted\"\" name\"\tb\\n\t\"two\nlines\"\t넓이\tkind\n".to_string();
    for row in 0..60 {
        let part = f64::from(row) / 60.0;
        let kind = ["pear", "apple", "fig \"ripe\""][row as usize % 3];
        text += &format!("{part:.3}\t{:.3}\tword\t{}\t\"{}\"\n", 1.0 - part * part, row % 7, kind.replace('"', "\"\""));
    }
    let layers = [drawn(6, Activation::Relu), drawn(3, Activation::Softmax)];
    let loss = Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT);
    let metrics = vec!["acc".parse().unwrap()];
    let model = ModelConfig { loss, metrics, seed: 5, optimizer: Optimizer::adam(), ..ModelConfig::new(3, layers) };
    let table = Table::from_csv(&text, CsvOptions::default()).unwrap();
    let mut case = Case { is_classification: true, ..Case::new(table, "kind", model) };
    case.features = ["넓이", "a \"quoted\" name", "b\\n"].map(String::from).to_vec();
    let tabs = format(|format| format.separator = Separator::Char('\t'));
    case.file = CsvFile { name: "my \"own\" file.tsv", format: tabs, has_blank_rows: false, is_synthetic: false };
    case
}

fn given_weights() -> Case {
    let mut layer = DenseConfig::given(&[&[0.5], &[-0.25]], Activation::Linear);
    (layer.use_bias, layer.bias, layer.name) = (Some(true), Some(vec![0.125]), Some("only".to_string()));
    let model = ModelConfig { optimizer: Optimizer::sgd(0.05), ..ModelConfig::new(2, [layer]) };
    let mut case = Case::new(points(Generator::Plane, 40, 0.0), "y", model);
    case.fit.order = Order::AsGiven;
    case
}

/// One model for each rule, with settings that are not Keras's defaults.
fn optimizers() -> Vec<Case> {
    let moments = Moments { beta_1: 0.8, beta_2: 0.99, epsilon: 1e-5 };
    let rules = [
        Rule::Adadelta(Adadelta { rho: 0.9, epsilon: 1e-6 }),
        Rule::Adagrad(Adagrad { initial_accumulator_value: 0.2, epsilon: 1e-6 }),
        Rule::Adam(Adam { moments, amsgrad: true }),
        Rule::AdamW(AdamW { adam: Adam { moments, amsgrad: true } }),
        Rule::Adamax(Adamax { moments }),
        Rule::Ftrl(Ftrl { learning_rate_power: -0.4, beta: 0.1, l1_regularization_strength: 0.01, ..Ftrl::DEFAULT }),
        Rule::Lion(Lion { beta_1: 0.8, beta_2: 0.95 }),
        Rule::Nadam(Nadam { moments }),
        Rule::RmsProp(RmsProp { rho: 0.8, momentum: 0.5, epsilon: 1e-5, centered: true }),
        Rule::Sgd(Sgd { momentum: 0.5, nesterov: false }),
    ];
    let rates = [
        Schedule::Constant(0.015),
        Schedule::PiecewiseConstantDecay { boundaries: vec![3.0, 6.0], values: vec![0.02, 0.01, 0.005] },
        Schedule::CosineDecay { initial: 0.02, decay_steps: 12.0, alpha: 0.1, warmup_target: None, warmup_steps: 0.0 },
        Schedule::CosineDecay {
            initial: 0.001,
            decay_steps: 10.0,
            alpha: 0.0,
            warmup_target: Some(0.02),
            warmup_steps: 4.0,
        },
        Schedule::CosineDecayRestarts(CosineDecayRestarts {
            initial: 0.02,
            first_decay_steps: 4.0,
            t_mul: 1.5,
            m_mul: 0.8,
            alpha: 0.1,
        }),
        Schedule::InverseTimeDecay(InverseTimeDecay {
            initial: 0.02,
            decay_steps: 3.0,
            decay_rate: 0.5,
            staircase: true,
        }),
        Schedule::PolynomialDecay(PolynomialDecay {
            initial: 0.02,
            decay_steps: 8.0,
            end: 0.001,
            power: 2.0,
            cycle: true,
        }),
    ];
    let clips = [None, Some(Clip::Norm(0.5)), Some(Clip::GlobalNorm(0.8)), Some(Clip::Value(0.1))];
    let optimizer = |(idx, rule): (usize, Rule)| {
        let weight_decay = [None, Some(0.02)][idx % 2];
        let learning_rate = rates[idx % rates.len()].clone();
        plane(Optimizer { rule, learning_rate, weight_decay, clip: clips[idx % clips.len()] }, Loss::LogCosh)
    };
    rules.into_iter().enumerate().map(optimizer).collect()
}

/// One model for each loss that a single number can have, and those of classes.
fn losses() -> Vec<Case> {
    let numbers = [
        Loss::Hinge,
        Loss::Huber(Huber { delta: 0.5 }),
        Loss::MeanAbsoluteError,
        Loss::MeanAbsolutePercentageError,
        Loss::MeanSquaredLogarithmicError,
    ];
    let mut cases: Vec<Case> = numbers.map(|loss| plane(Optimizer::sgd(0.01), loss)).to_vec();
    let hidden = || drawn(5, Activation::Tanh);
    for (last, loss) in [
        (drawn(1, Activation::Softplus), Loss::Poisson),
        (
            drawn(1, Activation::Sigmoid),
            Loss::BinaryCrossentropy(BinaryCrossentropy { from_logits: false, label_smoothing: 0.1 }),
        ),
        (
            drawn(1, Activation::Linear),
            Loss::BinaryCrossentropy(BinaryCrossentropy { from_logits: true, label_smoothing: 0.0 }),
        ),
        (drawn(2, Activation::Softmax), Loss::KlDivergence),
        (drawn(2, Activation::Sigmoid), Loss::MeanSquaredError),
    ] {
        cases.push(classes(Generator::Moons, [hidden(), last], loss));
    }
    for (last, loss) in [
        (
            Activation::Linear,
            Loss::CategoricalCrossentropy(CategoricalCrossentropy { from_logits: true, label_smoothing: 0.2 }),
        ),
        (Activation::Linear, Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy { from_logits: true })),
    ] {
        cases.push(classes(Generator::Blobs, [hidden(), drawn(3, last)], loss));
    }
    cases
}

/// Every activation with settings of its own, and every initializer, some a model.
fn activations() -> Vec<Case> {
    let mut activations = Activation::ALL.to_vec();
    activations.retain(|activation| *activation != Activation::Softmax);
    activations.push(Activation::Elu(Elu { alpha: 0.5 }));
    activations.push(Activation::LeakyRelu(LeakyRelu { negative_slope: 0.05 }));
    activations.push(Activation::Gelu(Gelu { approximate: true }));
    activations.push(Activation::ReluWith(ReluWith { negative_slope: 0.1, max_value: Some(1.5), threshold: 0.25 }));
    let mut initializers = Initializer::ALL.to_vec();
    initializers.push(Initializer::Constant { value: 0.2 });
    initializers.push(Initializer::RandomNormal { mean: 0.1, stddev: 0.3 });
    initializers.push(Initializer::TruncatedNormal { mean: -0.1, stddev: 0.2 });
    initializers.push(Initializer::RandomUniform { minval: -0.4, maxval: 0.3 });
    initializers.push(Initializer::RandomUniform { minval: 0.1, maxval: 0.6 });
    let layer = |(idx, activation): (usize, &Activation)| DenseConfig {
        kernel_initializer: Some(initializers[idx % initializers.len()]),
        use_bias: Some(idx % 3 != 0),
        ..drawn(4, *activation)
    };
    let layers: Vec<DenseConfig> = activations.iter().enumerate().map(layer).collect();
    let case = |layers: &[DenseConfig]| {
        let layers = layers.iter().cloned().chain([drawn(1, Activation::Linear)]);
        let model = ModelConfig { optimizer: Optimizer::sgd(0.005), seed: 8, ..ModelConfig::new(2, layers) };
        Case::new(points(Generator::Plane, 40, 0.1), "y", model)
    };
    layers.chunks(2).map(case).collect()
}

/// Every metric by its own name.
fn metrics() -> Case {
    let named = |metric: Metric| NamedMetric { key: metric.name().to_string(), metric };
    let mut case = classes(
        Generator::Blobs,
        [drawn(5, Activation::Relu), drawn(3, Activation::Softmax)],
        Loss::CategoricalCrossentropy(CategoricalCrossentropy::DEFAULT),
    );
    let fits = |metric: &Metric| {
        let is_of_class_numbers = metric.name().starts_with("sparse");
        let needs_settings =
            metric.name().contains("_at_") || metric.name().ends_with("_score") && *metric != Metric::R2Score;
        !is_of_class_numbers && !needs_settings
    };
    case.model.metrics = Metric::ALL.iter().copied().filter(fits).map(named).collect();
    let set = [
        Metric::F1Score(FScore { average: Some(Average::Macro), ..FScore::DEFAULT }),
        Metric::PrecisionAtRecall(BestAt { at_least: 0.5, ..BestAt::DEFAULT }),
        Metric::Precision(PrecisionOrRecall { top_k: Some(2.0), class_id: Some(1.0), ..PrecisionOrRecall::DEFAULT }),
        Metric::Auc(Auc { num_thresholds: 20.0, curve: Curve::Pr, ..Auc::DEFAULT }),
    ];
    let numbered = |(at, metric)| NamedMetric { key: format!("set_{at}"), metric };
    case.model.metrics.extend(set.into_iter().enumerate().map(numbered));
    case
}

fn cases() -> Vec<(String, Case)> {
    let binary = Loss::BinaryCrossentropy(BinaryCrossentropy::DEFAULT);
    let one_hot = Loss::CategoricalCrossentropy(CategoricalCrossentropy::DEFAULT);
    let named = [
        ("tutorial", tutorial()),
        ("relu", relu()),
        (
            "softmax-on-blobs",
            classes(Generator::Blobs, [drawn(8, Activation::Tanh), drawn(3, Activation::Softmax)], one_hot),
        ),
        ("binary-xor", classes(Generator::Xor, [drawn(8, Activation::Relu), drawn(1, Activation::Sigmoid)], binary)),
        ("scheduled", scheduled()),
        ("regularized", regularized()),
        ("dropout", dropout()),
        ("normalized", normalized()),
        ("further-layers", further_layers()),
        ("own-file", own_file()),
        ("given-weights", given_weights()),
        ("metrics", metrics()),
        ("broken-weights", relu()),
    ];
    let mut cases: Vec<(String, Case)> = named.map(|(name, case)| (name.to_string(), case)).to_vec();
    for (kind, of_kind) in [("optimizer", optimizers()), ("loss", losses()), ("activation", activations())] {
        cases.extend(of_kind.into_iter().enumerate().map(|(idx, case)| (format!("{kind}-{idx:02}"), case)));
    }
    cases
}

/// The largest number of a file of weights as another.
fn broken(text: &str) -> String {
    let tensors: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
    let last = tensors.last().unwrap().to_string();
    let moved = text.trim_end().trim_end_matches(']').trim_end();
    let at = moved.rfind(&last.replace(',', ", ")).expect("the last tensor ends the file");
    format!("{}[9.5]\n]\n", &moved[..at])
}

#[test]
fn every_export_has_its_files_and_weights_of_the_shapes_of_the_model() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("keras_export");
    let cases = cases();
    assert!(cases.len() > 35, "{}", cases.len());
    for (name, case) in cases {
        let folder = root.join(&name);
        fs::create_dir_all(&folder).unwrap();
        let files = case.files();
        let has_epoch = !case.model.layers.iter().any(|layer| matches!(layer, LayerConfig::Dropout(_)));
        assert_eq!(files.len(), if has_epoch { 6 } else { 5 }, "{name}");
        for file in &files {
            let breaks = name.starts_with("broken") && file.name == "weights.json";
            fs::write(folder.join(file.name), if breaks { broken(&file.text) } else { file.text.clone() }).unwrap();
            if file.name.contains("weights") {
                let tensors: Vec<serde_json::Value> = serde_json::from_str(&file.text).unwrap();
                let count = |layer: &LayerConfig| match layer {
                    LayerConfig::Dense(dense) => 1 + usize::from(dense.use_bias.unwrap_or(true)),
                    LayerConfig::BatchNormalization(_) => 4,
                    LayerConfig::LayerNormalization(_) => 2,
                    LayerConfig::Normalization(config) if config.mean.is_none() => 3,
                    _ => 0,
                };
                assert_eq!(tensors.len(), case.model.layers.iter().map(count).sum::<usize>(), "{name}");
                assert_eq!(tensors[0].as_array().unwrap().len(), case.model.inputs, "{name}");
            }
        }
        fs::write(folder.join("plain.py"), case.plain()).unwrap();
        fs::write(folder.join(case.file.name), own_text(&case)).unwrap();
    }
}

#[test]
fn an_experiment_exports_what_it_trained() {
    let csv = DataConfig::Csv { text: own_text(&own_file()), name: "own.tsv".to_string(), reading: Box::default() };
    let own = ExperimentConfig {
        target: Some("kind".to_string()),
        scaling: Some(Scaling::MinMax),
        ..ExperimentConfig::new(csv)
    };
    let share = [("validationSplit", Value::Number(0.2)), ("epochs", Value::Number(3.0))];
    let share = Value::Object(share.map(|(name, value)| (name.to_string(), value)).to_vec());
    let own = ExperimentConfig { fit: Some(share), ..own };
    for (name, file, config) in [
        (
            "experiment-tutorial",
            "advertising_synthetic.csv",
            ExperimentConfig::new(DataConfig::Table(BuiltinTable::Advertising)),
        ),
        ("experiment-own", "own.tsv", own),
    ] {
        let mut experiment = Experiment::new(config).unwrap();
        // Into the second epoch.
        experiment.train(experiment.fit().batches() + 2, || true);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("keras_export").join(name);
        fs::create_dir_all(&folder).unwrap();
        let files = experiment.export_files().unwrap();
        assert_eq!(files.len(), 6, "{name}");
        for export in files {
            fs::write(folder.join(export.name), export.text).unwrap();
        }
        let code = experiment.keras_code().replace("epochs=100", "epochs=2");
        assert!(code.contains(&format!("pd.read_csv(\"{file}\"")), "{code}");
        fs::write(folder.join("plain.py"), code).unwrap();
        let data = match name {
            "experiment-own" => own_text(&own_file()),
            _ => fs::read_to_string(folder.join("data.csv")).unwrap(),
        };
        fs::write(folder.join(file), data).unwrap();
    }
}

/// Each file as somebody had it, in a folder with the program that reads it: pandas must find the same in it.
#[test]
fn an_experiment_on_a_reported_file_exports_how_it_is_read() {
    let filled = ("07_question_marks.csv", Missing::Mean, None);
    let scaled = ("07_question_marks.csv", Missing::Mean, Some(Scaling::Standard));
    let each = FILES.iter().map(|right| (right.file, Missing::Drop, None));
    for (idx, (file, missing, scaling)) in each.chain([filled, scaled]).enumerate() {
        let Decoded { text, encoding, .. } = decode(&EncodingRs, bytes(file), None).unwrap();
        let reading = Box::new(CsvOptions { encoding: Some(encoding), ..CsvOptions::default() });
        let config = ExperimentConfig {
            missing,
            scaling,
            ..ExperimentConfig::new(DataConfig::Csv { text, name: file.to_string(), reading })
        };
        let mut experiment = Experiment::new(config).unwrap_or_else(|error| panic!("{file}: {error}"));
        experiment.train(experiment.fit().batches() + 1, || true);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("keras_export").join(format!("report-{idx}-{file}"));
        fs::create_dir_all(&folder).unwrap();
        for export in experiment.export_files().unwrap() {
            fs::write(folder.join(export.name), export.text).unwrap();
        }
        let code = experiment.keras_code().replace("epochs=100", "epochs=2");
        // The rows that pandas makes of the file are those that were trained with here.
        let prepared = experiment.prepared();
        let inputs = experiment.features(&prepared.train).unwrap();
        let page = format!("\nimport numpy as np\npage = np.array({inputs:?}).reshape({}, -1)\n", prepared.train.len());
        let check = "assert np.allclose(x_train, page, rtol=1e-5, atol=1e-6), (x_train, page)\n";
        fs::write(folder.join("plain.py"), code + &page + check).unwrap();
        fs::write(folder.join(file), bytes(file)).unwrap();
    }
}

/// The file as its reader has it: with its own separator.
fn own_text(case: &Case) -> String {
    let text = case.table.to_csv();
    match case.file.format.separator {
        Separator::Char(separator) => text.replace(',', &separator.to_string()),
        Separator::Whitespace => text,
    }
}
