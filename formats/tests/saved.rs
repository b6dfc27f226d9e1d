//! Saved models as formats see them.

#[path = "../../tests/json/mod.rs"]
mod json;

use glassnet::nn::{ModelConfig, Sequential};
use glassnet_formats::model::SavedModel;
use json::config as value;

fn saved(config: &str) -> SavedModel {
    let config = value(config);
    let mut model = Sequential::new(&ModelConfig::read(&config).unwrap()).unwrap();
    model.train_on_batch_row_major(&[0.5, -1.0, 2.0, 1.0, 0.0, 1.0], &[1.0, 0.0]).unwrap();
    SavedModel::read(&model.save(&config)).unwrap()
}

#[test]
fn weights_and_slots_have_names_and_shapes_in_keras_order() {
    let saved = saved(
        r#"{ "inputs": 3, "layers": [{ "type": "Input", "shape": [3], "name": "features" },
        { "type": "Normalization" }, { "units": 2, "activation": "relu" }, { "type": "BatchNormalization" },
        { "units": 1, "name": "out" }], "optimizer": "adam" }"#,
    );
    let names: Vec<&str> = saved.layers().map(|(_, _, name)| name).collect();
    assert_eq!(names, ["normalization", "dense", "batch_normalization", "out"]);
    assert_eq!(saved.input_name(), Some("features"));
    let weights: Vec<(&str, Vec<usize>)> =
        saved.weights().into_iter().map(|weight| (weight.name, weight.shape)).collect();
    assert_eq!(
        weights,
        [
            ("mean", vec![3]),
            ("variance", vec![3]),
            ("count", vec![]),
            ("kernel", vec![3, 2]),
            ("bias", vec![2]),
            ("gamma", vec![2]),
            ("beta", vec![2]),
            ("moving_mean", vec![2]),
            ("moving_variance", vec![2]),
            ("kernel", vec![2, 1]),
            ("bias", vec![1])
        ]
    );
    let slots: Vec<(&str, Vec<usize>)> =
        saved.slots().into_iter().map(|(name, slots)| (name, slots.iter().map(|slot| slot.len()).collect())).collect();
    assert_eq!(slots, [("momentum", vec![6, 2, 2, 2, 2, 1]), ("velocity", vec![6, 2, 2, 2, 2, 1])]);
}
