use super::*;
use crate::json;
use glassnet::data::{CsvOptions, Table};
use glassnet::experiment::{Data, Experiment};
use serde_json::{Value as Json, json};

/// Rows whose mean, deviation and range are known: x has mean 5 and deviation 2, z the range 0 to 8.
const TABLE: &str = "x,z,w,fruit,y\n\
    2,0,yes,\"fig, ripe\",1.5\n\
    4,8,no,pear,2.5\n\
    4,2,no,pear,-1\n\
    4,4,yes,\"a \"\"b\"\"\",0.25\n\
    5,1,no,pear,4\n\
    5,3,yes,\"fig, ripe\",8\n\
    7,5,no,\"a \"\"b\"\"\",1e-7\n\
    9,6,no,pear,3\n";

fn experiment(table: &str, config: Json) -> Experiment {
    let data = Data::new(Table::from_csv(table, CsvOptions::default()).unwrap(), "rows.csv");
    Experiment::read_with_data(&data, &json::to_value(&config)).unwrap()
}

fn regression(more: Json) -> Json {
    let mut config = json!({
        "features": ["x", "z", "w"], "target": "y", "scaling": "standard", "split": null,
        "model": { "layers": [{ "units": 1 }] }, "fit": { "batchSize": 3, "epochs": 4, "seed": 11 }
    });
    for (name, value) in more.as_object().unwrap() {
        config[name] = value.clone();
    }
    config
}

fn files(experiment: &Experiment, rows_per_file: usize) -> Vec<(String, String)> {
    let run = experiment.run_for_workers().unwrap();
    let files = files_beside_model(&Run::read(&run).unwrap(), &WorkersOptions { rows_per_file }).unwrap();
    files.into_iter().map(|file| (file.name, String::from_utf8(file.bytes).unwrap())).collect()
}

fn text<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
    &files.iter().find(|file| file.0 == name).unwrap_or_else(|| panic!("no {name}")).1
}

fn read(files: &[(String, String)], name: &str) -> Json {
    serde_json::from_str(text(files, name)).unwrap()
}

#[test]
fn settings_say_how_rows_become_inputs_and_how_far_training_is() {
    let mut experiment = experiment(TABLE, regression(json!({})));
    // An epoch of 3 batches, and one batch.
    experiment.train(4, || true);
    let settings = read(&files(&experiment, 100), "settings.json");
    let features = &settings["features"];
    assert_eq!(features[0], json!({ "name": "x", "offset": 5, "scale": 2 }));
    assert_eq!((&features[1]["name"], &features[1]["offset"]), (&json!("z"), &json!(3.625)));
    assert_eq!((&features[2]["name"], &features[2]["offset"]), (&json!("w"), &json!(0.375)));
    assert_eq!(settings["target"], json!({ "name": "y" }));
    assert_eq!(settings["missing"], "drop");
    assert_eq!(settings["batch_size"], 3);
    assert_eq!([&settings["initial_epoch"], &settings["initial_batch"], &settings["epochs"]], [1, 1, 4]);
    assert_eq!(settings["shuffle"]["seed"], 11);
}

#[test]
fn after_the_last_epoch_as_many_again_are_left() {
    let mut experiment = experiment(TABLE, regression(json!({})));
    experiment.train(usize::MAX, || true);
    let files = files(&experiment, 100);
    let settings = read(&files, "settings.json");
    assert_eq!([&settings["initial_epoch"], &settings["initial_batch"], &settings["epochs"]], [4, 0, 8]);
    assert_eq!(read(&files, "row_order.json").as_array().unwrap().len(), 4);
}

#[test]
fn files_hold_the_rows_in_the_units_of_the_table_each_with_a_header() {
    let files = files(&experiment(TABLE, regression(json!({}))), 3);
    assert_eq!(text(&files, "data/train-00000.csv"), "x,z,w,y\n2,0,1,1.5\n4,8,0,2.5\n4,2,0,-1.0\n");
    assert_eq!(text(&files, "data/train-00001.csv"), "x,z,w,y\n4,4,1,0.25\n5,1,0,4.0\n5,3,1,8.0\n");
    assert_eq!(text(&files, "data/train-00002.csv"), "x,z,w,y\n7,5,0,1e-07\n9,6,0,3.0\n");
    assert_eq!(files.iter().filter(|file| file.0.starts_with("data/")).count(), 3);
}

#[test]
fn rows_in_the_listed_order_and_scaled_by_the_settings_are_the_batches_that_the_engine_trains_with() {
    let mut experiment = experiment(TABLE, regression(json!({ "split": { "testSize": 0.2, "seed": 1 } })));
    experiment.train(2, || true);
    let files = files(&experiment, 100);
    let (settings, orders) = (read(&files, "settings.json"), read(&files, "row_order.json"));
    let rows: Vec<&str> = text(&files, "data/train-00000.csv").lines().skip(1).collect();
    assert_eq!(orders.as_array().unwrap().len(), 3);
    for (place, order) in orders.as_array().unwrap().iter().enumerate() {
        let table_rows = experiment.order(1 + place);
        let features = experiment.features(&table_rows).unwrap();
        assert_eq!(table_rows.len(), rows.len());
        for (at, own) in order.as_array().unwrap().iter().zip(features.chunks(3)) {
            let cells = rows[at.as_u64().unwrap() as usize].split(',');
            let scaled = cells.zip(settings["features"].as_array().unwrap()).map(|(cell, feature)| {
                let number = |name: &str| feature[name].as_f64().unwrap();
                ((cell.parse::<f64>().unwrap() - number("offset")) / number("scale")) as f32
            });
            assert_eq!(scaled.collect::<Vec<f32>>(), own);
        }
    }
}

#[test]
fn rows_to_validate_and_to_test_with_have_files_of_their_own() {
    let config = json!({
        "split": { "testSize": 0.25, "seed": 1 },
        "fit": { "batchSize": 3, "epochs": 4, "shuffle": false, "validationSplit": 0.5 }
    });
    let experiment = experiment(TABLE, regression(config));
    let files = files(&experiment, 100);
    let rows = |name: &str| text(&files, name).lines().skip(1).map(ToString::to_string).collect::<Vec<String>>();
    let all: Vec<String> = TABLE.lines().skip(1).map(|line| line.split(',').next().unwrap().to_string()).collect();
    let of = |rows: &[u32]| rows.iter().map(|row| all[*row as usize].clone()).collect::<Vec<String>>();
    let first = |rows: Vec<String>| rows.iter().map(|row| row[..1].to_string()).collect::<Vec<String>>();
    let prepared = experiment.prepared();
    assert_eq!(first(rows("data/train-00000.csv")), of(&prepared.train[..3]));
    assert_eq!(first(rows("data/validation-00000.csv")), of(&prepared.train[3..]));
    assert_eq!(first(rows("data/test-00000.csv")), of(&prepared.test));
    // They come as they are.
    assert!(files.iter().all(|file| file.0 != "row_order.json"));
    assert_eq!(read(&files, "settings.json")["shuffle"], Json::Null);
}

#[test]
fn classes_stand_by_their_names() {
    let config = json!({
        "features": ["x"], "target": "fruit", "split": null,
        "model": { "layers": [{ "units": 3, "activation": "softmax" }], "loss": "categorical_crossentropy" }
    });
    let files = files(&experiment(TABLE, config), 2);
    let settings = read(&files, "settings.json");
    let classes = json!(["a \"b\"", "fig, ripe", "pear"]);
    assert_eq!(settings["target"], json!({ "name": "fruit", "classes": classes, "one_hot": true }));
    assert_eq!(text(&files, "data/train-00000.csv"), "x,fruit\n2,\"fig, ripe\"\n4,pear\n");
    assert_eq!(text(&files, "data/train-00001.csv"), "x,fruit\n4,pear\n4,\"a \"\"b\"\"\"\n");
    assert_eq!(settings["features"], json!([{ "name": "x", "offset": 0, "scale": 1 }]));
}

#[test]
fn a_missing_feature_is_an_empty_cell_and_the_settings_have_what_fills_it() {
    let table = "a,\"b, c\",y\n1,,1\n3,6,2\n,8,3\n5,10,\n";
    let config = json!({
        "missing": "mean", "split": null, "scaling": "min_max", "target": "y", "model": { "layers": [{ "units": 1 }] }
    });
    let files = files(&experiment(table, config), 100);
    assert_eq!(text(&files, "data/train-00000.csv"), "a,\"b, c\",y\n1.0,,1.0\n3.0,6.0,2.0\n,8.0,3.0\n");
    let settings = read(&files, "settings.json");
    assert_eq!(settings["missing"], "mean");
    assert_eq!(settings["features"][0], json!({ "name": "a", "offset": 1, "scale": 2, "fill": 2 }));
    assert_eq!(settings["features"][1], json!({ "name": "b, c", "offset": 6, "scale": 2, "fill": 7 }));
}

#[test]
fn a_name_with_a_line_break_is_rejected_as_no_line_holds_it() {
    let table = "x,kind\n1,\"two\nlines\"\n2,one\n3,one\n";
    let config = json!({ "target": "kind", "split": null });
    let rejected = experiment(table, config).run_for_workers().unwrap_err().to_string();
    let expected =
        "class: expected a name in one line, as a row of a file is one, received 1 line break in \"two\\nlines\"";
    assert_eq!(rejected, expected);
}

#[test]
fn what_is_no_run_is_rejected_by_its_path() {
    let run = experiment(TABLE, regression(json!({}))).run_for_workers().unwrap();
    let without = |name: &str| {
        let Value::Object(mut fields) = run.clone() else { panic!("an object") };
        fields.retain(|field| field.0 != name);
        export(&Value::Object(fields), &WorkersOptions::default()).unwrap_err().to_string()
    };
    assert_eq!(without("model"), "run.model: expected a value, received nothing");
    assert_eq!(without("train"), "run.train: expected a value, received nothing");
    assert_eq!(without("target"), "run.target: expected a value, received nothing");
    assert_eq!(without("glassnet"), "run.glassnet: expected a value, received nothing");
    let rejected = files_beside_model(&Run::read(&run).unwrap(), &WorkersOptions { rows_per_file: 0 }).unwrap_err();
    assert_eq!(rejected.to_string(), "rowsPerFile: expected 1 or more, received 0");
}
