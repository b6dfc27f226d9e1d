//! What was written for Keras, read back.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use glassnet::nn::Sequential;
use glassnet_formats::{ExportOptions, Format, export, import, keras};
use support::cases;

fn bits(numbers: &[f32]) -> Vec<u32> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

/// The slots of what is trained: what an optimizer remembers of moving means is no part of Keras's files.
fn state(saved: &glassnet::Value) -> (Vec<u32>, Vec<u32>, u32, glassnet::Value) {
    let saved = glassnet_formats::model::SavedModel::read(saved).unwrap();
    let slots: Vec<f32> = saved.slots().into_iter().flat_map(|(_, slots)| slots.concat()).collect();
    let model = saved.model();
    (bits(model.weights()), bits(&slots), model.optimizer_state().iterations, model.compile_config())
}

#[test]
fn a_model_of_everything_comes_back_with_the_same_bits() {
    for case in cases::for_keras() {
        let saved = case.saved();
        let files = export(&saved, Format::Keras, &ExportOptions::default()).unwrap();
        let back = import(&files).unwrap_or_else(|error| panic!("{}: {error}", case.name));
        assert_eq!(state(&back), state(&saved), "{}", case.name);
        let (mut model, _) = Sequential::load(&back).unwrap();
        assert_eq!(bits(&model.predict_row_major(&case.x).unwrap()), bits(&case.predictions()), "{}", case.name);
        assert_eq!(export(&back, Format::Keras, &ExportOptions::default()).unwrap(), files, "{}", case.name);
    }
}

#[test]
fn weights_and_optimizer_state_go_into_a_model_of_the_same_layers() {
    for case in cases::for_keras() {
        let saved = case.saved();
        let files = export(&saved, Format::KerasWeights, &ExportOptions::default()).unwrap();
        let mut fresh = case.model.clone();
        fresh.reset();
        let back = keras::read_weights(&fresh.save(&case.config), &files[0]).unwrap();
        assert_eq!(state(&back), state(&saved), "{}", case.name);
    }
}

#[test]
fn settings_of_an_activation_are_rejected_by_the_layer_before_anything_is_written() {
    let layers = serde_json::json!([{ "units": 2, "activation": { "name": "elu", "alpha": 0.5 } }, { "units": 1 }]);
    let case = cases::Case::new("elu", serde_json::json!({ "layers": layers }));
    let error = export(&case.saved(), Format::Keras, &ExportOptions::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "layer dense (Dense): activation: expected an activation without settings, as a Keras file holds the name \
         alone; or a layer ReLU or LeakyReLU, received elu with settings"
    );
}
