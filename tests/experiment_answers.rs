//! What an experiment says of its model: predictions, surfaces, confusion, health, hints, and what leaves the page.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::experiment::{Experiment, MAX_OUTPUT_ROWS, Side, SurfaceOptions, Task};
use glassnet::train::Watched;
use json::config;

fn experiment(json: &str) -> Experiment {
    Experiment::read(&config(json)).unwrap_or_else(|error| panic!("{error}"))
}

/// `y = 2 a + 10 b + 1`, known to the model beforehand; features scaled to 0..1 from 0..10 and 0..100.
fn known() -> Experiment {
    experiment(
        r#"{ "data": { "source": "csv", "text": "a,b,y\n0,0,1\n10,100,1021\n5,20,211\n" }, "split": null, "scaling": "min_max",
             "model": { "layers": [{ "units": 2, "kernel": [[20, 0], [0, 1000]], "bias": [0, 1] },
                                   { "units": 1, "kernel": [[1], [1]] }] } }"#,
    )
}

#[test]
fn a_prediction_is_in_the_unit_of_the_table() {
    let mut known = known();
    assert_eq!(known.predict(&[5.0, 20.0]).unwrap(), [211.0]);
    let predictions = known.predictions(Side::Test);
    assert_eq!((predictions.targets.as_slice(), predictions.width), (&[1.0, 1021.0, 211.0][..], 1));
    assert_eq!(predictions.residuals(Task::Regression), [0.0; 3]);
    assert_eq!(known.evaluate()[0].1, 0.0);
}

#[test]
fn the_outputs_of_every_layer_are_those_of_arithmetic() {
    let mut known = known();
    let expected = vec![vec![0.5, 0.2], vec![10.0, 201.0], vec![211.0]];
    assert_eq!(known.activations(2).unwrap(), expected);
    assert_eq!(known.activations_of(&[5.0, 20.0]).unwrap(), expected);
    assert_eq!(known.activations(3).unwrap_err().to_string(), "row: expected 0 to 2, received 3");
}

#[test]
fn outputs_over_the_rows_follow_the_order_of_the_target() {
    // The targets are 1, 1021 and 211: rows 0, 2 and 1.
    let outputs = known().outputs();
    assert_eq!(outputs.rows, [0, 2, 1]);
    assert_eq!(outputs.layers, [vec![0.0, 10.0, 20.0, 1.0, 201.0, 1001.0], vec![1.0, 211.0, 1021.0]]);
    let mut tutorial = experiment(r#"{ "data": { "source": "advertising" } }"#);
    let outputs = tutorial.outputs();
    assert_eq!(outputs.rows.len(), MAX_OUTPUT_ROWS);
    let targets: Vec<f32> = outputs.rows.iter().map(|row| tutorial.prepared().targets[*row as usize]).collect();
    assert!(targets.is_sorted());
}

#[test]
fn the_gradients_of_all_rows_are_those_of_arithmetic() {
    // The weight of b is 1000 too large: the scaled rows (0, 0), (1, 1) and (0.5, 0.2) miss by 0, 1000 and 200.
    let mut known = known();
    known.set_weight(3, 2000.0).unwrap();
    // Mean squared error: 2/3 of the sum of the errors, each times what came in.
    let gradients = known.gradients();
    let [bias, kernel] = [1200.0, 1000.0 + 0.2 * 200.0].map(|sum: f32| 2.0 / 3.0 * sum);
    assert_eq!((gradients.len(), gradients[8], gradients[3]), (9, bias, kernel));
}

#[test]
fn a_weight_that_is_set_changes_the_answer_and_a_bad_one_nothing() {
    let mut known = known();
    known.set_weight(0, 40.0).unwrap();
    assert_eq!(known.predict(&[5.0, 20.0]).unwrap(), [221.0]);
    assert_eq!(known.set_weight(9, 1.0).unwrap_err().to_string(), "index: expected 0 to 8, received 9");
    assert_eq!(known.set_weight(0, f32::NAN).unwrap_err().code(), "not_finite");
    assert_eq!(known.predict(&[5.0, 20.0]).unwrap(), [221.0]);
    known.reset(None).unwrap();
    assert_eq!(known.predict(&[5.0, 20.0]).unwrap(), [211.0]);
}

#[test]
fn a_response_runs_over_the_range_of_its_feature() {
    let (x, y) = known().response(1, &[5.0, 0.0], 3).unwrap();
    assert_eq!((x, y), (vec![0.0, 50.0, 100.0], vec![11.0, 511.0, 1011.0]));
    assert_eq!(known().response(2, &[5.0, 0.0], 3).unwrap_err().what(), "feature");
}

#[test]
fn a_surface_has_its_largest_y_on_top_and_all_units_give_the_same_as_one() {
    let mut known = known();
    let json = r#"{ "x": 0, "y": 1, "size": 3, "xRange": [0, 10], "yRange": [0, 100] }"#;
    let options = SurfaceOptions::read(&config(json)).unwrap();
    let surface = known.surface(&options).unwrap();
    assert_eq!(surface.values, [1001.0, 1011.0, 1021.0, 501.0, 511.0, 521.0, 1.0, 11.0, 21.0]);
    let all = known.surfaces(&options).unwrap().values;
    assert_eq!((all[0].len(), all[1].len()), (18, 9));
    for unit in 0..2 {
        let one = SurfaceOptions { watched: Watched::Unit { layer: 0, unit }, ..options.clone() };
        assert_eq!(all[0][unit * 9..][..9], known.surface(&one).unwrap().values);
    }
    assert_eq!(all[1], surface.values);
    let own = known.surface(&SurfaceOptions { x_range: None, y_range: None, ..options }).unwrap();
    assert_eq!((own.x_range, own.y_range), ([-0.5, 10.5], [-5.0, 105.0]));
}

#[test]
fn large_grids_have_more_cells_than_a_pass_has_rows() {
    let mut known = known();
    let options = SurfaceOptions::read(&config(r#"{ "x": 1, "y": 0, "size": 40, "held": [0, 0] }"#)).unwrap();
    let all = known.surfaces(&options).unwrap().values;
    assert_eq!(all[1], known.surface(&options).unwrap().values);
    let rejected = known.surfaces(&SurfaceOptions { size: 1024, ..options.clone() });
    assert!(rejected.is_ok());
    assert_eq!(known.surface(&SurfaceOptions { size: 1025, ..options }).unwrap_err().what(), "size");
}

const FLOWERS: &str = r#""data": { "source": "csv", "text": "size,kind\n1,rose\n2,lily\n3,iris\n1,rose\n2,lily\n3,iris\n" }, "split": null"#;

/// A model whose largest output is that of class 2, 1, 2 for the sizes 1, 2, 3: one of them wrong.
fn flowers(loss: &str) -> Experiment {
    experiment(&format!(
        r#"{{ {FLOWERS}, "model": {{ "layers": [{{ "units": 3, "activation": "softmax", "kernel": [[0, 0, 0.5]], "bias": [-9, 1, 0] }}],
             "loss": "{loss}", "metrics": ["accuracy"] }} }}"#
    ))
}

#[test]
fn classes_are_sorted_and_counted_by_what_they_were_taken_for() {
    for loss in ["sparse_categorical_crossentropy", "categorical_crossentropy"] {
        let mut flowers = flowers(loss);
        assert_eq!(flowers.prepared().classes, ["iris", "lily", "rose"]);
        assert_eq!(flowers.prepared().targets, [2.0, 1.0, 0.0, 2.0, 1.0, 0.0]);
        // Sizes 1, 2, 3: the third output is 0.5, 1, 1.5 beside 1; of equals the first counts.
        assert_eq!(flowers.confusion(Side::Test).unwrap(), [0, 0, 2, 0, 2, 0, 0, 2, 0]);
        assert!((flowers.evaluate()[1].1 - 2.0 / 6.0).abs() < 1e-9);
        let predictions = flowers.predictions(Side::Test);
        assert_eq!(predictions.width, 3);
        assert!((predictions.outputs[..3].iter().sum::<f32>() - 1.0).abs() < 1e-6);
    }
}

#[test]
fn targets_are_one_number_or_one_for_each_class_as_the_loss_wants() {
    assert_eq!(flowers("sparse_categorical_crossentropy").target_width(), 1);
    let one_hot = flowers("categorical_crossentropy");
    assert_eq!(one_hot.rows(&[0, 2]).1, [0.0, 0.0, 1.0, 1.0, 0.0, 0.0]);
    let text = one_hot.take_one();
    assert!(text.ends_with("]], shape=(5, 3), dtype=float32)") && text.contains("[0. 1. 0.]"), "{text}");
}

#[test]
fn two_classes_have_one_output_or_two() {
    let xor = |units: usize, loss: &str| {
        let activation = if units == 1 { "sigmoid" } else { "softmax" };
        experiment(&format!(
            r#"{{ "data": {{ "source": "xor" }},
                 "model": {{ "layers": [{{ "units": {units}, "activation": "{activation}" }}], "loss": "{loss}" }} }}"#
        ))
    };
    for (units, loss, width) in
        [(1, "binary_crossentropy", 1), (2, "categorical_crossentropy", 2), (2, "sparse_categorical_crossentropy", 1)]
    {
        let mut xor = xor(units, loss);
        assert_eq!(xor.target_width(), width);
        assert_eq!(xor.confusion(Side::Train).unwrap().iter().sum::<u32>(), 140);
    }
}

#[test]
fn the_default_model_of_a_problem_learns_it() {
    for source in ["blobs", "moons", "plane"] {
        let mut default = experiment(&format!(r#"{{ "data": {{ "source": "{source}" }} }}"#));
        let before = default.evaluate()[0].1;
        default.train(usize::MAX, || true);
        let scores = default.evaluate();
        assert!(scores[0].1 < before, "{source}: {scores:?}");
        if source == "blobs" {
            assert!(scores[1].1 > 0.9, "{scores:?}");
        }
    }
}

#[test]
fn predictions_leave_as_csv_with_the_table() {
    let csv = flowers("sparse_categorical_crossentropy").predictions_csv().unwrap();
    let mut lines = csv.lines();
    let header = "row,size,kind,prediction,probability of iris,probability of lily,probability of rose";
    assert_eq!(lines.next(), Some(header));
    assert!(lines.next().unwrap().starts_with("0,1,rose,lily,"));
    assert_eq!(
        known().predictions_csv().unwrap(),
        "row,a,b,y,prediction\n0,0,0,1,1.0\n1,10,100,1021,1021.0\n2,5,20,211,211.0\n"
    );
}

#[test]
fn the_hints_of_the_tutorial_name_its_index_column_and_its_linear_layers() {
    let mut tutorial = experiment(r#"{ "data": { "source": "advertising" } }"#);
    let codes: Vec<&str> = tutorial.setup_hints().iter().map(|hint| hint.code()).collect();
    assert!(codes.contains(&"index_column") && codes.len() >= 2, "{codes:?}");
    assert_eq!(tutorial.hints().len(), codes.len());
    let sgd = r#"{ "data": { "source": "advertising" }, "model": { "layers": [{ "units": 1 }], "optimizer": "sgd" } }"#;
    let mut diverging = experiment(sgd);
    assert!(diverging.setup_hints().iter().any(|hint| hint.code() == "unscaled_features"));
    diverging.train(usize::MAX, || true);
    assert!(diverging.hints().iter().any(|hint| hint.code() == "diverged"));
}

#[test]
fn looking_at_a_run_never_changes_its_bits() {
    let json = r#"{ "data": { "source": "spirals" }, "model": { "layers": [{ "units": 8, "activation": "relu" },
        { "type": "Dropout", "rate": 0.1 }, { "units": 1, "activation": "sigmoid" }], "loss": "binary_crossentropy",
        "optimizer": "adam" } }"#;
    let (mut looked_at, mut alone) = (experiment(json), experiment(json));
    let grid = SurfaceOptions::read(&config(r#"{ "x": 0, "y": 1, "size": 20 }"#)).unwrap();
    for _ in 0..20 {
        looked_at.train(7, || true);
        let health = looked_at.health();
        assert_eq!(health.layers.len(), 2);
        looked_at.hints();
        looked_at.histograms();
        looked_at.batch_gradients().unwrap();
        looked_at.trace(3).unwrap();
        looked_at.activations(4).unwrap();
        looked_at.surfaces(&grid).unwrap();
        looked_at.outputs();
        looked_at.gradients();
        looked_at.evaluate();
        looked_at.confusion(Side::Test).unwrap();
        looked_at.export_files().unwrap();
    }
    alone.train(140, || true);
    assert_eq!(looked_at.model().weights(), alone.model().weights());
    assert_eq!(looked_at.fit().snapshot(), alone.fit().snapshot());
}

#[test]
fn histograms_count_every_weight_and_every_output() {
    let mut tutorial = experiment(r#"{ "data": { "source": "advertising" } }"#);
    let counts: Vec<[u32; 2]> = tutorial
        .histograms()
        .iter()
        .map(|layer| [layer.weights[0].1.counts.iter().sum(), layer.activations.counts.iter().sum()])
        .collect();
    assert_eq!(counts, [[40, 1400], [10, 140]]);
}

#[test]
fn each_layer_tells_its_weights_by_the_names_of_keras_in_their_order_with_a_histogram_of_each() {
    let model = r#"{ "layers": [{ "units": 3 }, { "type": "BatchNormalization", "scale": false }, { "type": "Flatten" },
        { "type": "LayerNormalization" }, { "type": "Activation", "activation": "relu" }, { "units": 1 }] }"#;
    let mut experiment = experiment(&format!(r#"{{ "data": {{ "source": "xor" }}, "model": {model} }}"#));
    let setup = json::json(&experiment.setup());
    let layers: Vec<_> = setup["layers"].as_array().unwrap().iter().map(|layer| layer["weights"].clone()).collect();
    let weight = |name: &str, shape: &[f64], trainable: bool| serde_json::json!({ "name": name, "shape": shape, "trainable": trainable });
    let moving = ["moving_mean", "moving_variance"].map(|name| weight(name, &[3.0], false));
    let [moving_mean, moving_variance] = moving;
    let expected = [
        vec![weight("kernel", &[2.0, 3.0], true), weight("bias", &[3.0], true)],
        vec![weight("beta", &[3.0], true), moving_mean, moving_variance],
        vec![],
        vec![weight("gamma", &[3.0], true), weight("beta", &[3.0], true)],
        vec![],
        vec![weight("kernel", &[3.0, 1.0], true), weight("bias", &[1.0], true)],
    ];
    assert_eq!(layers, expected.map(serde_json::Value::from));
    // Flatten changes nothing, so it has no histogram.
    let names = |layer: &glassnet::experiment::LayerHistograms| -> Vec<&str> {
        layer.weights.iter().map(|(name, _)| *name).collect()
    };
    let histograms = experiment.histograms();
    let found: Vec<Vec<&str>> = histograms.iter().map(names).collect();
    let expected: [&[&str]; 5] = [
        &["kernel", "bias"],
        &["beta", "moving_mean", "moving_variance"],
        &["gamma", "beta"],
        &[],
        &["kernel", "bias"],
    ];
    assert_eq!(found, expected);
    assert_eq!(histograms[1].weights[2].1.counts[0], 3, "three moving variances of 1");
}

#[test]
fn the_python_names_the_file_and_the_zip_holds_the_order_of_each_epoch() {
    let mut tutorial = experiment(r#"{ "data": { "source": "advertising" }, "scaling": "standard" }"#);
    assert!(tutorial.keras_code().contains("advertising_synthetic.csv"));
    tutorial.train(60, || true);
    let files = tutorial.export_files().unwrap();
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    for name in ["script.py", "data.csv", "start_weights.json", "weights.json", "row_order.json"] {
        assert!(names.contains(&name), "{names:?}");
    }
    let order = files.iter().find(|file| file.name == "row_order.json").unwrap();
    let orders: Vec<Vec<u32>> = serde_json::from_str(&order.text).unwrap();
    assert_eq!(orders.len(), 2);
    let by_table: Vec<u32> = orders[1].iter().map(|place| tutorial.side(Side::Train)[*place as usize]).collect();
    assert_eq!(by_table, tutorial.order(1));
    let own = experiment(r#"{ "data": { "source": "csv", "text": "x;y\n1,5;2\n2,5;3\n", "name": "mine.csv" } }"#);
    let code = own.keras_code();
    assert!(code.contains("mine.csv") && code.contains("sep=\";\"") && code.contains("decimal=\",\""), "{code}");
}
