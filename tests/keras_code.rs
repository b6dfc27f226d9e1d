//! Keras code as a reader copies it.
#![cfg(not(target_arch = "wasm32"))]

mod export;

use export::{Case, format};
use glassnet::data::{Column, Scaling, Separator, Table, advertising};
use glassnet::nn::{
    Activation, ActivationConfig, Axis, BatchNormalizationConfig, BinaryFocalCrossentropy, Clip, Constraint,
    DenseConfig, Distribution, DropoutConfig, Fan, FlattenConfig, Ftrl, Huber, Initializer, LayerConfig,
    LayerNormalizationConfig, LeakyRelu, LeakyReluConfig, Loss, Metric, ModelConfig, NamedMetric, NormalizationAxis,
    NormalizationConfig, Optimizer, OrthogonalRegularizer, PolynomialDecay, PrecisionOrRecall, Regularizer, ReluConfig,
    ReluWith, Rule, Schedule, Sgd, SoftmaxConfig, SparseCategoricalCrossentropy, VarianceScaling, Vectors,
};
use glassnet::train::{EarlyStopping, Order};
use std::collections::HashSet;

const TUTORIAL: &str = r#"# The same data, model and training in Keras. The numbers will differ from those of the page: the
# start weights do, for Keras draws others from the same seed, and it shuffles in another order.
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(100)

# Synthetic rows; the page's zip holds them as data.csv.
df = pd.read_csv("advertising_synthetic.csv")
x = df.drop(columns=["Sales"]).to_numpy("float32")
y = df["Sales"].to_numpy("float32")
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, random_state=100)

ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(len(x_train), seed=100).batch(5)

model = tf.keras.Sequential([
    tf.keras.layers.Input(shape=(4,)),
    tf.keras.layers.Dense(10),
    tf.keras.layers.Dense(1),
])
model.summary()

model.compile(loss="mean_squared_error", optimizer="adam")
history = model.fit(ds, epochs=100)

print(model.evaluate(x_test, y_test, verbose=0, return_dict=True))
predictions = model.predict(x_test[:5], verbose=0)
for label, prediction in zip(y_test[:5], predictions):
    print("label", label, "prediction", prediction)
"#;

/// The tutorial's second model on its own data.
fn tutorial() -> Case {
    let layers = [DenseConfig::drawn(10, Activation::Linear), DenseConfig::drawn(1, Activation::Linear)];
    let model = ModelConfig { optimizer: Optimizer::adam(), seed: 100, ..ModelConfig::new(4, layers) };
    let mut case = Case::new(advertising(), "Sales", model);
    (case.file.name, case.fit.epochs) = ("advertising_synthetic.csv", 100);
    case
}

fn first(case: &mut Case) -> &mut DenseConfig {
    match &mut case.model.layers[0] {
        LayerConfig::Dense(dense) => dense,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_tutorials_model_is_the_tutorials_code() {
    assert_eq!(tutorial().plain(), TUTORIAL);
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

type Change = (fn(&mut Case), &'static str);

const CHANGES: &[Change] = &[
    (|case| case.file.name = "Advertising.csv", "pd.read_csv(\"Advertising.csv\")"),
    (|case| case.file.format = format(|format| format.separator = Separator::Char(';')), "sep=\";\")"),
    (|case| case.file.format = format(|format| format.separator = Separator::Whitespace), "sep=\"\\\\s+\")"),
    (|case| case.file.format = format(|format| format.decimal = ','), "decimal=\",\")"),
    (|case| case.file.format = format(|format| format.thousands = Some('.')), "thousands=\".\")"),
    (
        |case| case.file.format = format(|format| format.header = false),
        "header=None,\n    names=[\"Unnamed: 0\", \"TV\", \"Radio\", \"Newspaper\", \"Sales\"],\n)",
    ),
    (|case| case.file.format = format(|format| format.encoding = Some("euc-kr".to_string())), "encoding=\"cp949\")"),
    (|case| case.file.format = format(|format| format.comment = Some('#')), "comment=\"#\")"),
    (|case| case.file.format = format(|format| format.skip_rows = 1), "skiprows=1)"),
    (|case| case.file.format = format(|format| format.na_values = words(&["?"])), "na_values=[\"?\"])"),
    (|case| case.file.format = format(|format| format.true_values = words(&["True", "yes"])), "true_values=[\"yes\"])"),
    (|case| case.file.format = format(|format| format.false_values = words(&["no"])), "false_values=[\"no\"])"),
    (|case| case.file.format = format(|format| format.text_columns = words(&["Sales"])), "dtype={\"Sales\": str})"),
    (
        |case| {
            case.file.format = format(|format| {
                (format.decimal, format.thousands) = (',', Some('.'));
                format.units = vec![("TV".to_string(), "€".to_string())];
            });
        },
        "\ndf[\"TV\"] = pd.to_numeric(df[\"TV\"].str.replace(\"€\", \"\").str.strip().str.replace(\".\", \"\")\
         .str.replace(\",\", \".\"))\n",
    ),
    (|case| case.file.has_blank_rows = true, "\ndf = df.dropna(how=\"all\")\n"),
    (|case| case.file.is_synthetic = false, "\n\ndf = pd"),
    (|case| drop(case.features.remove(0)), "df.drop(columns=[\"Unnamed: 0\", \"Sales\"])"),
    (|case| case.features.truncate(2), "df[[\"Unnamed: 0\", \"TV\"]]"),
    (|case| case.features.swap(0, 1), "df[[\"TV\", \"Unnamed: 0\", \"Radio\", \"Newspaper\"]]"),
    (|case| case.target = "TV".to_string(), "y = df[\"TV\"].to_numpy(\"float32\")"),
    (|case| case.is_classification = true, "classes, y = np.unique(df[\"Sales\"].to_numpy(), return_inverse=True)"),
    (|case| case.scaling = Some(Scaling::Standard), "scaler = StandardScaler().fit(x_train)"),
    (|case| case.scaling = Some(Scaling::MinMax), "scaler = MinMaxScaler().fit(x_train)"),
    (|case| case.split = None, "x_train, x_test, y_train, y_test = x, x, y, y"),
    (|case| case.split = Some((0.25, 100)), "test_size=0.25, random_state=100"),
    (|case| case.split = Some((0.3, 7)), "test_size=0.3, random_state=7"),
    (|case| case.model.seed = 1 << 40 | 3, "set_random_seed(3)"),
    (|case| case.model.inputs = 3, "Input(shape=(3,))"),
    (|case| first(case).units = Some(11), "Dense(11),"),
    (|case| first(case).activation = Some(Activation::Relu), "Dense(10, activation=\"relu\")"),
    (
        |case| first(case).activation = Some(Activation::LeakyRelu(LeakyRelu { negative_slope: 0.1 })),
        "activation=lambda z: tf.keras.activations.leaky_relu(z, negative_slope=0.1)",
    ),
    (
        |case| {
            first(case).activation =
                Some(Activation::ReluWith(ReluWith { negative_slope: 0.1, max_value: Some(6.0), threshold: 0.5 }))
        },
        "activation=lambda z: tf.keras.activations.relu(z, negative_slope=0.1, max_value=6.0, threshold=0.5)",
    ),
    (|case| first(case).use_bias = Some(false), "Dense(10, use_bias=False)"),
    (|case| first(case).trainable = Some(false), "Dense(10, trainable=False)"),
    (|case| first(case).kernel_initializer = Some(Initializer::HeNormal), "kernel_initializer=\"he_normal\""),
    (
        |case| first(case).bias_initializer = Some(Initializer::Constant { value: 0.1 }),
        "bias_initializer=tf.keras.initializers.Constant(0.1)",
    ),
    (
        |case| first(case).kernel_regularizer = Some(Regularizer::l1_l2(0.0, 0.01)),
        "kernel_regularizer=tf.keras.regularizers.L2(0.01)",
    ),
    (
        |case| {
            let orthogonal = Some(OrthogonalRegularizer { mode: Vectors::Columns, ..OrthogonalRegularizer::DEFAULT });
            first(case).kernel_regularizer = Some(Regularizer { orthogonal, ..Regularizer::default() });
        },
        "kernel_regularizer=tf.keras.regularizers.OrthogonalRegularizer(mode=\"columns\")",
    ),
    (
        |case| first(case).bias_regularizer = Some(Regularizer::l1_l2(0.5, 0.25)),
        "bias_regularizer=tf.keras.regularizers.L1L2(l1=0.5, l2=0.25)",
    ),
    (
        |case| first(case).kernel_initializer = Some(Initializer::Orthogonal { gain: 0.5 }),
        "kernel_initializer=tf.keras.initializers.Orthogonal(gain=0.5)",
    ),
    (
        |case| {
            let scaling = VarianceScaling { scale: 2.0, mode: Fan::Average, distribution: Distribution::Uniform };
            first(case).kernel_initializer = Some(Initializer::VarianceScaling(scaling));
        },
        "initializers.VarianceScaling(scale=2.0, mode=\"fan_avg\", distribution=\"uniform\")",
    ),
    (
        |case| {
            first(case).kernel_constraint = Some(Constraint::MaxNorm { max_value: 3.0, axis: Axis::Inputs });
            first(case).bias_constraint = Some(Constraint::NonNeg);
        },
        "kernel_constraint=tf.keras.constraints.MaxNorm(max_value=3.0),\n        bias_constraint=\"non_neg\"",
    ),
    (
        |case| {
            first(case).kernel_constraint = Some(Constraint::MaxNorm { max_value: 2.0, axis: Axis::Units });
        },
        "kernel_constraint=tf.keras.constraints.MaxNorm(axis=1)",
    ),
    (
        |case| first(case).kernel_constraint = Some(Constraint::UnitNorm { axis: Axis::Both }),
        "kernel_constraint=tf.keras.constraints.UnitNorm(axis=[0, 1])",
    ),
    (
        |case| first(case).activity_regularizer = Some(Regularizer::l1_l2(0.01, 0.0)),
        "activity_regularizer=tf.keras.regularizers.L1(0.01)",
    ),
    (|case| first(case).name = Some("hidden".to_string()), "Dense(10, name=\"hidden\")"),
    (|case| first(case).bias = Some(vec![0.5; 10]), "model.layers[0].bias.assign([0.5, 0.5,"),
    (
        |case| case.model.layers.insert(1, LayerConfig::Dropout(DropoutConfig::new(0.2, 4))),
        "    tf.keras.layers.Dropout(0.2, seed=4),\n    tf.keras.layers.Dense(1),",
    ),
    (
        |case| {
            let with_name = FlattenConfig { name: Some("flat".to_string()) };
            case.model.layers.insert(0, LayerConfig::Flatten(with_name));
            case.model.layers.insert(2, LayerConfig::BatchNormalization(BatchNormalizationConfig::default()));
            case.model.layers.insert(3, LayerConfig::Activation(ActivationConfig::new(Activation::Relu)));
        },
        "    tf.keras.layers.Flatten(name=\"flat\"),\n    tf.keras.layers.Dense(10),\n    \
         tf.keras.layers.BatchNormalization(),\n    tf.keras.layers.Activation(\"relu\"),\n",
    ),
    (
        |case| {
            let config =
                BatchNormalizationConfig { momentum: 0.9, scale: false, ..BatchNormalizationConfig::default() };
            case.model.layers.insert(1, LayerConfig::BatchNormalization(config));
        },
        "tf.keras.layers.BatchNormalization(momentum=0.9, scale=False)",
    ),
    (
        |case| {
            let config =
                LayerNormalizationConfig { epsilon: 1e-6, center: false, ..LayerNormalizationConfig::default() };
            case.model.layers.insert(1, LayerConfig::LayerNormalization(config));
        },
        "tf.keras.layers.LayerNormalization(epsilon=1e-06, center=False)",
    ),
    (
        |case| {
            case.model
                .layers
                .insert(1, LayerConfig::Relu(ReluConfig { max_value: Some(6.0), ..ReluConfig::default() }));
            case.model.layers.insert(2, LayerConfig::LeakyRelu(LeakyReluConfig::default()));
            case.model.layers.insert(3, LayerConfig::Softmax(SoftmaxConfig::default()));
        },
        "    tf.keras.layers.ReLU(max_value=6.0),\n    tf.keras.layers.LeakyReLU(),\n    tf.keras.layers.Softmax(),\n",
    ),
    (
        |case| {
            let normalization = || LayerConfig::Normalization(NormalizationConfig::default());
            case.model.layers.insert(0, normalization());
            case.model.layers.insert(2, normalization());
        },
        "])\nmodel.layers[0].adapt(x_train)\n\
         model.layers[2].adapt(tf.keras.Sequential(model.layers[:2]).predict(x_train, verbose=0))\n",
    ),
    (
        |case| {
            let (mean, variance) = (Some(vec![0.5]), Some(vec![1.0, 2.0, 3.0, 4.0]));
            let normalization = NormalizationConfig { mean, variance, ..NormalizationConfig::default() };
            case.model.layers.insert(0, LayerConfig::Normalization(normalization));
        },
        "    tf.keras.layers.Normalization(mean=0.5, variance=[1.0, 2.0, 3.0, 4.0]),\n",
    ),
    (
        |case| {
            let normalization = NormalizationConfig { axis: NormalizationAxis::All, ..NormalizationConfig::default() };
            case.model.layers.insert(0, LayerConfig::Normalization(normalization));
        },
        "    tf.keras.layers.Normalization(axis=None),\n",
    ),
    (|case| case.model.loss = Loss::MeanAbsoluteError, "loss=\"mean_absolute_error\""),
    (|case| case.model.loss = Loss::Huber(Huber { delta: 2.0 }), "loss=tf.keras.losses.Huber(delta=2.0)"),
    (|case| case.model.optimizer = Optimizer::default(), "optimizer=\"sgd\""),
    (|case| case.model.optimizer = Optimizer::sgd(0.1), "optimizer=tf.keras.optimizers.SGD(learning_rate=0.1)"),
    (
        |case| case.model.optimizer.learning_rate = Schedule::Constant(0.01),
        "optimizer=tf.keras.optimizers.Adam(learning_rate=0.01)",
    ),
    (
        |case| {
            case.model.optimizer.learning_rate =
                Schedule::ExponentialDecay { initial: 0.01, decay_steps: 1000.0, decay_rate: 0.9, staircase: false }
        },
        "schedules.ExponentialDecay(0.01, decay_steps=1000, decay_rate=0.9)",
    ),
    (
        |case| {
            let decay = PolynomialDecay { initial: 0.01, decay_steps: 100.0, end: 0.001, power: 2.0, cycle: true };
            case.model.optimizer.learning_rate = Schedule::PolynomialDecay(decay);
        },
        "schedules.PolynomialDecay(0.01, decay_steps=100, end_learning_rate=0.001, power=2.0, cycle=True)",
    ),
    (|case| case.model.optimizer = "lion".parse().unwrap(), "optimizer=\"lion\""),
    (
        |case| case.model.optimizer.rule = Rule::Ftrl(Ftrl { beta: 0.5, ..Ftrl::DEFAULT }),
        "tf.keras.optimizers.Ftrl(beta=0.5)",
    ),
    (|case| case.model.optimizer.clip = Some(Clip::Norm(1.0)), "Adam(clipnorm=1.0)"),
    (|case| case.model.optimizer.weight_decay = Some(0.004), "Adam(weight_decay=0.004)"),
    (|case| case.model.optimizer = "adamw".parse().unwrap(), "optimizer=\"adamw\""),
    (
        |case| {
            case.model.optimizer = Optimizer { weight_decay: None, .."adamw".parse().unwrap() };
        },
        "AdamW(weight_decay=0.0)",
    ),
    (
        |case| case.model.optimizer.rule = Rule::Sgd(Sgd { momentum: 0.9, nesterov: true }),
        "SGD(learning_rate=0.001, momentum=0.9, nesterov=True)",
    ),
    (|case| case.model.metrics = vec!["mae".parse().unwrap()], "metrics=[\"mae\"]"),
    (
        |case| case.model.metrics = vec!["MSE".parse().unwrap(), "R2Score".parse().unwrap()],
        "metrics=[\"MSE\", \"R2Score\"]",
    ),
    (|case| case.model.metrics = vec!["rmse".parse().unwrap()], "metrics=[tf.keras.metrics.RootMeanSquaredError()]"),
    (|case| case.model.metrics = vec!["meanSquaredError".parse().unwrap()], "metrics=[\"mean_squared_error\"]"),
    (
        |case| {
            let thresholds = PrecisionOrRecall { thresholds: Some(0.25), ..PrecisionOrRecall::DEFAULT };
            case.model.metrics =
                vec![NamedMetric { key: "precision".to_string(), metric: Metric::Precision(thresholds) }];
        },
        "metrics=[tf.keras.metrics.Precision(thresholds=0.25, name=\"precision\")]",
    ),
    (|case| case.model.loss = Loss::SquaredHinge, "loss=\"squared_hinge\""),
    (
        |case| {
            let focal = BinaryFocalCrossentropy { gamma: 3.0, ..BinaryFocalCrossentropy::DEFAULT };
            case.model.loss = Loss::BinaryFocalCrossentropy(focal);
        },
        "loss=tf.keras.losses.BinaryFocalCrossentropy(gamma=3.0)",
    ),
    (
        |case| {
            case.model.metrics = vec!["mse".parse().unwrap(), "meanSquaredError".parse().unwrap()];
            let monitor = "val_meanSquaredError".to_string();
            case.fit.early_stopping = Some(EarlyStopping { monitor, patience: 3, ..EarlyStopping::default() });
        },
        "EarlyStopping(monitor=\"val_mean_squared_error\", patience=3)",
    ),
    (|case| case.fit.batch_size = 32, ".batch(32)"),
    (|case| case.fit.epochs = 20, "model.fit(ds, epochs=20)"),
    (|case| case.fit.order = Order::AsGiven, "((x_train, y_train)).batch(5)"),
    (|case| case.fit.order = Order::Shuffled { seed: 8 }, ".shuffle(len(x_train), seed=8)"),
    (|case| *case = case.clone().validated(0.2), "kept = int(len(x_train) * (1 - 0.2))"),
    (
        |case| case.fit.early_stopping = Some(EarlyStopping { patience: 3, ..EarlyStopping::default() }),
        "callbacks=[tf.keras.callbacks.EarlyStopping(monitor=\"val_loss\", patience=3)]",
    ),
];

#[test]
fn every_setting_shows_in_the_code() {
    let mut seen = HashSet::from([TUTORIAL.to_string()]);
    for (change, expected) in CHANGES {
        let mut case = tutorial();
        change(&mut case);
        let code = case.plain();
        assert!(code.contains(expected), "{expected} in\n{code}");
        assert!(seen.insert(code), "{expected} changes nothing");
    }
}

/// The names in `df[...]` and `drop(columns=[...])`, as Python reads them.
fn literals(code: &str) -> Vec<String> {
    let line = code.lines().find(|line| line.starts_with("x = df")).unwrap();
    let mut found = Vec::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter != '"' {
            continue;
        }
        let mut text = String::new();
        loop {
            match letters.next().expect("an open literal") {
                '"' => break,
                '\\' => text.push(match letters.next().unwrap() {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => {
                        let digits: String = letters.by_ref().take(4).collect();
                        char::from_u32(u32::from_str_radix(&digits, 16).unwrap()).unwrap()
                    }
                    other => other,
                }),
                letter => text.push(letter),
            }
        }
        found.push(text);
    }
    found.pop(); // "float32"
    found
}

#[test]
fn no_name_of_a_column_or_file_is_more_than_a_literal() {
    let names = [
        "\"]); import os; os.system(\"rm\") #",
        "back\\slash\\",
        "two\nlines",
        "import os\r\u{2028}\u{202e}\u{0}",
        "'single' {braces} %s",
        "광고 비용 📈",
    ];
    let columns = names.iter().chain(&["y"]).map(|name| (name.to_string(), Column::numbers([1.0, 2.0, 3.0])));
    let table = Table::new(columns.collect()).unwrap();
    let model = ModelConfig::new(6, [DenseConfig::drawn(1, Activation::Linear)]);
    let mut case = Case::new(table, "y", model);
    case.features.reverse();
    case.file.name = "a\"\nimport os\n\".csv";
    let code = case.plain();
    let reversed: Vec<&str> = names.iter().rev().copied().collect();
    assert_eq!(literals(&code), reversed);
    assert!(code.contains(r#"pd.read_csv("a\"\nimport os\n\".csv")"#), "{code}");
    assert!(!code.lines().any(|line| line.starts_with("import os")), "{code}");
    let script = &case.files()[0];
    assert_eq!(literals(&script.text), reversed);
    assert!(!script.text.contains("a\\\"\\nimport"), "the zip's own file is read");
}

#[test]
fn targets_are_written_as_the_loss_wants_them() {
    let mut case = tutorial();
    case.is_classification = true;
    case.model.layers = vec![DenseConfig::drawn(3, Activation::Softmax).into()];
    assert!(case.plain().contains("y = tf.keras.utils.to_categorical(y, len(classes))"));
    case.model.loss = Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT);
    assert!(!case.plain().contains("to_categorical"));
}

#[test]
fn an_export_leaves_out_what_cannot_be_compared_and_says_why() {
    let script = |case: &Case| {
        let files = case.files();
        let names: Vec<&str> = files.iter().map(|file| file.name).collect();
        assert_eq!(names[..5], ["script.py", "data.csv", "start_weights.json", "weights.json", "row_order.json"]);
        (files[0].text.clone(), files.len())
    };
    let mut case = tutorial();
    case.fit.epochs = 1;
    assert_eq!(script(&case).1, 6);
    let mut dropping = case.clone();
    dropping.model.layers.insert(1, LayerConfig::Dropout(DropoutConfig::new(0.2, 4)));
    let (text, count) = script(&dropping);
    assert!(count == 5 && text.contains("print(\"Dropout leaves out"), "{text}");
    assert!(text.ends_with("sys.exit(0 if same_loss else 1)\n"));
    case.model.optimizer = Optimizer::sgd(1.0);
    let (text, count) = script(&case);
    assert!(count == 5 && text.contains("print(\"The first epoch diverged"), "{text}");
}
