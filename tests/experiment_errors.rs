//! Invalid configurations of an experiment are rejected, by the path of the field.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::experiment::Experiment;
use glassnet::train::RunConfig;
use json::config;

fn error(json: &str) -> String {
    match Experiment::read(&config(json)) {
        Ok(_) => panic!("not rejected: {json}"),
        Err(error) => error.to_string(),
    }
}

/// The error of an experiment on a text.
fn of_text(csv: &str, rest: &str) -> String {
    error(&format!(r#"{{ "data": {{ "source": "csv", "text": {csv:?} }} {rest} }}"#))
}

/// The error of an experiment on the built-in data.
fn of(rest: &str) -> String {
    error(&format!(r#"{{ "data": {{ "source": "advertising" }}, {rest} }}"#))
}

const FLOWERS: &str = "size,kind\\n1,rose\\n2,lily\\n3,iris\\n4,rose\\n5,lily\\n6,iris\\n";

/// The error of a model for three classes.
fn of_flowers(model: &str) -> String {
    error(&format!(r#"{{ "data": {{ "source": "csv", "text": "{FLOWERS}" }}, "model": {model} }}"#))
}

#[test]
fn a_text_that_is_no_table_is_rejected_with_its_line() {
    assert_eq!(of_text("a,b\n1,2\n3\n", ""), "data.text: line 3 of the CSV: expected 2 cells, received 1 cell");
    assert!(of_text("", "").starts_with("data.text: CSV: expected a header and at least 1 row"));
    assert!(of_text("a\n1\n", "").starts_with("features: expected a column of numbers"));
    let wide = vec!["x"; 1001].join(",");
    assert_eq!(of_text(&format!("{wide}\n{wide}\n"), ""), "data.text: columns: expected at most 1000, received 1001");
}

#[test]
fn a_source_that_there_is_not_gets_the_nearest() {
    assert!(error(r#"{ "data": { "source": "moon" } }"#).starts_with("data.source: expected moons or one of"));
    assert_eq!(error("{}"), "data: expected an object, received nothing");
    assert!(error(r#"{ "data": { "source": "xor", "text": "a" } }"#).starts_with("data: expected the fields source"));
    assert_eq!(error(r#"{ "data": { "source": "xor", "rows": 0 } }"#), "data.rows: expected 1 to 200000, received 0");
    assert_eq!(error(r#"{ "data": { "source": "xor", "noise": -1 } }"#), "data.noise: expected 0 to 10, received -1");
    assert!(error(r#"{ "data": { "source": "csv", "text": 5 } }"#).starts_with("data.text: expected a text"));
}

#[test]
fn text_and_missing_values_among_the_features_are_rejected_with_row_and_column() {
    let csv = "a,b,y\n1,2,3\n4,five,6\n7,8,9\n";
    assert_eq!(
        of_text(csv, r#", "features": ["a", "b"]"#),
        "features: row 1 of column b: expected a number, received the text \"five\""
    );
    let csv = "a,b,y\n1,,3\n4,,6\n7,,9\n";
    let missing = "rows: expected at least 1 row without a missing value, received none";
    assert_eq!(of_text(csv, r#", "features": ["a", "b"]"#), missing);
    assert_eq!(of_text(csv, r#", "features": ["a", "b"], "scaling": "standard""#), missing);
    assert_eq!(
        of_text(csv, r#", "features": ["a", "b"], "missing": "mean""#),
        "features: column b: expected a training row that has it, as its mean fills the others, received none"
    );
    assert_eq!(of_text(csv, r#", "target": "b""#), missing);
}

#[test]
fn columns_that_do_not_go_together_are_rejected() {
    assert_eq!(
        of(r#""features": ["tv"]"#),
        "features[0]: expected TV or one of Unnamed: 0, TV, Radio, Newspaper, Sales, received tv"
    );
    assert_eq!(
        of(r#""features": ["TV", "Sales"]"#),
        "features[1]: expected columns other than the target, received Sales"
    );
    assert_eq!(of(r#""features": ["TV", "TV"]"#), "features[1]: expected each column once, received TV again");
    assert_eq!(of(r#""features": []"#), "features: expected at least 1 column, received 0");
    assert!(of(r#""target": "Sale""#).starts_with("target: expected Sales or one of"));
}

#[test]
fn a_split_without_rows_on_a_side_is_rejected() {
    assert!(of(r#""split": { "testSize": 1 }"#).starts_with("split.testSize: expected a part between 0 and 1"));
    assert!(of_text("a,y\n1,2\n", "").starts_with("split.testSize: expected at least 2 rows, 1 on either side"));
    assert!(of(r#""split": { "seed": 4294967296 }"#).starts_with("split.seed: expected 0 to 4294967295"));
}

#[test]
fn a_model_is_rejected_by_the_path_of_what_is_wrong_in_it() {
    let model = |model: &str| of(&format!(r#""model": {model}"#));
    let dense = |dense: &str| model(&format!(r#"{{ "layers": [{{ "units": 3 }}, {dense}] }}"#));
    assert_eq!(dense(r#"{ "units": 0 }"#), "model.layers[1].units: expected 1 to 4096, received 0");
    assert!(
        dense(r#"{ "units": 1, "activation": "rellu" }"#).starts_with("model.layers[1].activation: expected relu or")
    );
    assert_eq!(
        dense(r#"{ "units": 2 }"#),
        "model.layers[1].units: expected 1 unit, as there is one target, received 2"
    );
    assert_eq!(
        dense(r#"{ "units": 1, "activation": "softmax" }"#),
        "model.layers[1].units: expected 2 or more for softmax, received 1"
    );
    assert!(model(r#"{ "layers": [] }"#).starts_with("model.layers: expected at least 1 layer"));
    assert!(model(r#"{ "layer": [] }"#).starts_with("model: expected layers, one of the fields layers"));
    assert_eq!(model("5"), "model: expected an object, received 5");
    assert_eq!(
        model(r#"{ "layers": [{ "units": 1, "inputShape": [3] }] }"#),
        "model.layers[0].inputShape: expected 4, as there are features, received 3"
    );
    assert!(
        model(r#"{ "layers": [{ "type": "Input", "shape": [4] }, { "units": 1 }] }"#)
            .starts_with("model.layers[0].type:")
    );
    let large = r#"{ "layers": [{ "units": 4096 }, { "units": 4096 }, { "units": 1 }] }"#;
    assert!(model(large).starts_with("model.layers: expected at most 4000000 weights and biases"));
    let rate = |rate: &str| {
        model(&format!(
            r#"{{ "layers": [{{ "units": 1 }}], "optimizer": {{ "name": "sgd", "learningRate": {rate} }} }}"#
        ))
    };
    assert_eq!(rate("0"), "model.optimizer.learningRate: expected a number above 0, received 0");
    assert!(rate("\"fast\"").starts_with("model.optimizer.learningRate"), "{}", rate("\"fast\""));
}

#[test]
fn outputs_that_do_not_fit_the_classes_are_rejected() {
    let units = |units: usize, loss: &str| {
        of_flowers(&format!(r#"{{ "layers": [{{ "units": {units} }}], "loss": "{loss}" }}"#))
    };
    for loss in ["categorical_crossentropy", "sparse_categorical_crossentropy", "mean_squared_error"] {
        assert_eq!(units(2, loss), "model.layers[0].units: expected 3 units, one a class, received 2");
    }
    let two =
        r#"{ "data": { "source": "xor" }, "model": { "layers": [{ "units": 3 }], "loss": "binary_crossentropy" } }"#;
    assert_eq!(error(two), "model.layers[0].units: expected 1 unit for the two classes, or 2, received 3");
    let regression = r#""model": { "layers": [{ "units": 1 }], "loss": "sparse_categorical_crossentropy" }"#;
    assert!(of(regression).starts_with("model.loss: expected a loss for numbers"));
}

#[test]
fn a_target_with_one_class_or_too_many_is_rejected() {
    assert_eq!(of_text("a,y\n1,u\n2,u\n", r#", "target": "y""#), "target: expected 2 to 100 classes, received 1 in y");
    assert_eq!(
        of(r#""task": "classification", "target": "Unnamed: 0""#),
        "target: expected 2 to 100 classes, received 200 in Unnamed: 0"
    );
    assert!(
        of_text("a,y\n1,u\n2,v\n", r#", "task": "regression""#)
            .starts_with("target: row 0 of column y: expected a number")
    );
}

#[test]
fn a_fit_is_rejected_by_the_path_of_what_is_wrong_in_it() {
    let fit = |fit: &str| of(&format!(r#""fit": {fit}"#));
    assert_eq!(fit(r#"{ "batchSize": 0 }"#), "fit.batchSize: expected 1 or more, received 0");
    assert_eq!(fit(r#"{ "batchSize": 2.5 }"#), "fit.batchSize: expected an integer from 0, received 2.5");
    assert_eq!(fit(r#"{ "epochs": 0 }"#), "fit.epochs: expected 1 to 100000, received 0");
    assert!(fit(r#"{ "validationSplit": 1 }"#).starts_with("fit.validationSplit: expected 0 or more and below 1"));
    let without = |monitor: &str| fit(&format!(r#"{{ "earlyStopping": {{ "monitor": "{monitor}" }} }}"#));
    assert_eq!(
        without("val_loss"),
        "fit.earlyStopping.monitor: expected one of loss, as there is no validation data (validationSplit or \
         validationData), received val_loss"
    );
    assert_eq!(without("los"), "fit.earlyStopping.monitor: expected loss or one of loss, received los");
    assert!(fit(r#"{ "order": [] }"#).starts_with("fit: expected the fields batchSize"));
}

#[test]
fn a_batch_larger_than_the_data_is_one_batch() {
    let json = r#"{ "data": { "source": "advertising" }, "fit": { "batchSize": 1000 } }"#;
    let experiment = Experiment::read(&config(json)).unwrap();
    assert_eq!((experiment.fit().batches(), experiment.next_rows().len()), (1, 140));
}

#[test]
fn a_configuration_with_any_field_changed_is_rejected_or_trains_and_never_panics() {
    let config = config(
        r#"{ "data": { "source": "blobs", "rows": 30, "noise": 0.2, "seed": 1 }, "features": ["x1", "x2"], "target": "y",
             "task": "classification", "scaling": "standard", "split": { "testSize": 0.3, "seed": 5 },
             "model": { "layers": [{ "type": "Dense", "units": 4, "activation": { "name": "elu", "alpha": 0.5 }, "useBias": true,
                                     "kernelInitializer": { "name": "random_normal", "stddev": 0.5 },
                                     "kernelRegularizer": { "l1": 0.01, "l2": 0.01 } },
                                   { "type": "Dropout", "rate": 0.2, "seed": 3 }, { "units": 3, "activation": "softmax" }],
                        "loss": { "name": "categorical_crossentropy", "labelSmoothing": 0.1 }, "metrics": ["accuracy"],
                        "optimizer": { "name": "adam", "learningRate": { "name": "exponential_decay",
                                       "initialLearningRate": 0.01, "decaySteps": 10, "decayRate": 0.9 }, "clipnorm": 1 },
                        "seed": 2 },
             "fit": { "batchSize": 4, "epochs": 3, "shuffle": true, "seed": 9, "validationSplit": 0.2,
                      "earlyStopping": { "monitor": "val_loss", "patience": 1 } } }"#,
    );
    let mut rejected = 0;
    let changed = json::with_strange_values(&config);
    assert!(changed.len() > 400, "{}", changed.len());
    for changed in &changed {
        match Experiment::read(changed) {
            Err(error) => {
                rejected += 1;
                assert!(!error.what().is_empty());
            }
            Ok(mut experiment) => {
                experiment.train(20, || true);
                experiment.hints();
                assert!(experiment.model().weights().iter().all(|weight| weight.is_finite()));
            }
        }
    }
    assert!(rejected > changed.len() / 2, "{rejected} of {}", changed.len());
}

/// A model of one wide layer on the built-in four features: 6 parameters a unit and 1 more.
fn wide(units: usize, rest: &str) -> String {
    format!(
        r#""model": {{ "layers": [{{ "type": "Dense", "units": {units} }}, {{ "type": "Dense", "units": 1 }}] }} {rest}"#
    )
}

#[test]
fn what_could_not_be_paused_is_rejected_with_the_most_that_can() {
    let two = r#""model": { "layers": [{ "type": "Dense", "units": 1000 }, { "type": "Dense", "units": 1000 }, { "type": "Dense", "units": 1 }] }"#;
    assert_eq!(of(two), "model.layers: expected at most 1000000 weights and biases, received 1007001");
    let points = r#"{ "data": { "source": "plane", "rows": 200000 }, "model": { "layers": [{ "type": "Dense", "units": 700 }, { "type": "Dense", "units": 1 }] } }"#;
    assert_eq!(error(points), "model.layers: expected at most 2500 weights and biases for 200000 rows, received 2801");
    // 4000 units have 24,001 parameters, and 32,000,000 products are 1,333 rows of them; a whole epoch of 140 rows may.
    assert!(
        Experiment::read(&config(&format!(
            r#"{{ "data": {{ "source": "advertising" }}, {} }}"#,
            wide(4000, r#", "fit": { "batchSize": 2000 }"#)
        )))
        .is_ok()
    );
    let heavy = r#"{ "data": { "source": "plane", "rows": 20000 }, "split": null, "fit": { "batchSize": 20000 }, "model": { "layers": [{ "type": "Dense", "units": 1000 }, { "type": "Dense", "units": 1 }] } }"#;
    assert_eq!(error(heavy), "fit.batchSize: expected at most 7998 rows a batch for 4001 parameters, received 20000");
}

#[test]
fn a_comparison_that_could_not_be_stopped_is_rejected_by_its_run() {
    let json = r#"{ "data": { "source": "plane", "rows": 20000 }, "split": null, "model": { "layers": [{ "type": "Dense", "units": 1000 }, { "type": "Dense", "units": 1 }] } }"#;
    let experiment = Experiment::read(&config(json)).expect("batches of 5 are small");
    let runs =
        RunConfig::read_list(&config(r#"[{ "label": "a", "batchSize": 5 }, { "label": "b", "batchSize": "all" }]"#))
            .expect("two runs");
    let rejected = experiment.compare(&runs, 1).expect_err("all rows at once").to_string();
    assert_eq!(rejected, "runs[1].batchSize: expected at most 7998 rows a batch for 4001 parameters, received 20000");
}
