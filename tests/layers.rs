//! Layers are looked at where they are given, as in Keras; its words for the same are in the comments.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::nn::{
    Activation, DenseConfig, DropoutConfig, Elu, LayerConfig, LeakyRelu, ModelConfig, ReluWith, Sequential,
};
use json::config;

/// What a list of layers is rejected with before anything else is known of its model.
fn error(layers: &str) -> Option<String> {
    ModelConfig::check_layers(&config(layers)).err().map(|error| error.to_string())
}

#[test]
fn a_layer_that_no_model_could_have_is_rejected_in_the_list() {
    let cases = [
        // Received an invalid value for `units`, expected a positive integer. Received: units=0
        (r#"[{ "units": 0 }]"#, "layers[0].units: expected 1 to 4096, received 0"),
        (r#"[{ "units": 2 }, {}]"#, "layers[1].units: expected a number of units or a kernel, received neither"),
        // Could not interpret activation function identifier: rellu
        (r#"[{ "units": 1, "activation": "rellu" }]"#, "layers[0].activation: expected relu or one of celu, elu, "),
        (
            r#"[{ "units": 1 }, { "type": "Conv2D" }]"#,
            "layers[1].type: expected one of Activation, BatchNormalization, Dense, Dropout, Flatten, Input, LayerNormalization, \
             LeakyReLU, Normalization, ReLU, Softmax, received",
        ),
        (
            r#"[{ "units": 1, "kernelInitializer": "hee_normal" }]"#,
            "layers[0].kernelInitializer: expected he_normal or",
        ),
        (r#"[{ "type": "Dropout", "rate": 1 }]"#, "layers[0].rate: expected 0 or more and below 1, received 1"),
        (r#"[{ "type": "BatchNormalization", "momentum": 2 }]"#, "layers[0].momentum: expected 0 to 1, received 2"),
        (
            r#"[{ "type": "BatchNormalization", "axis": 1 }]"#,
            "layers[0]: expected the fields type, momentum, epsilon, center, scale, name, received the field axis",
        ),
        (r#"[{ "type": "LayerNormalization", "epsilon": -1 }]"#, "layers[0].epsilon: expected 0 or more, received -1"),
        (r#"[{ "type": "Activation" }]"#, "layers[0].activation: expected"),
        (
            r#"[{ "units": 1 }, { "type": "Activation", "activation": "softmax" }]"#,
            "layers[1].activation: expected softmax of 2 or more numbers a row, received 1",
        ),
        (
            r#"[{ "type": "Flatten", "units": 1 }]"#,
            "layers[0]: expected the fields type, name, received the field units",
        ),
        (r#"[{ "units": 1, "activation": "softmax" }]"#, "layers[0].units: expected 2 or more for softmax, received 1"),
        (r#"[{ "kernel": [[1], [2, 3]] }]"#, "layers[0].kernel[1]: expected 1 number, one a unit, received 2"),
        (r#"[{ "units": 2 }, { "kernel": [[1]] }]"#, "layers[1].kernel: expected 2 rows, one an input, received 1"),
        (r#"[{ "units": 1, "inputShape": [2], "kernel": [[1]] }]"#, "layers[0].kernel: expected 2 rows, one an input"),
        (r#"["Dense"]"#, "layers[0]: expected an object, received the text \"Dense\""),
        (r#"{ "units": 1 }"#, "layers: expected a list"),
    ];
    for (layers, expected) in cases {
        let error = error(layers).unwrap_or_else(|| panic!("{layers} is taken"));
        assert!(error.starts_with(expected), "{layers}: {error}");
    }
}

#[test]
fn layers_of_a_model_that_goes_on_are_taken() {
    let taken = [
        "[]",
        r#"[{ "units": 2 }]"#,
        r#"[{ "type": "Dropout", "rate": 0.5 }, { "type": "Dropout", "rate": 0.25, "name": "second" }]"#,
        r#"[{ "type": "Flatten" }, { "type": "BatchNormalization" }, { "type": "LayerNormalization", "scale": false }]"#,
        r#"[{ "units": 2 }, { "type": "Activation", "activation": { "name": "elu", "alpha": 0.5 } }]"#,
        r#"[{ "kernel": [[1, 2], [3, 4], [5, 6]] }, { "units": 3 }]"#,
        r#"[{ "type": "Input", "shape": [4] }]"#,
    ];
    for layers in taken {
        assert_eq!(error(layers), None, "{layers}");
    }
}

#[test]
fn a_number_that_no_activation_can_use_is_rejected() {
    let with = |activation| {
        let layers = [DenseConfig::drawn(1, activation)];
        Sequential::new(&ModelConfig::new(1, layers)).err().map(|error| error.to_string())
    };
    let relu =
        |negative_slope, max_value, threshold| Activation::ReluWith(ReluWith { negative_slope, max_value, threshold });
    let cases = [
        (Activation::Elu(Elu { alpha: f32::NAN }), "alpha: expected a finite number, received NaN"),
        (
            Activation::LeakyRelu(LeakyRelu { negative_slope: f32::INFINITY }),
            "negativeSlope: expected a finite number, received inf",
        ),
        (relu(f32::NAN, None, 0.0), "negativeSlope: expected a finite number, received NaN"),
        (relu(0.0, None, f32::NAN), "threshold: expected a finite number, received NaN"),
        (relu(0.0, Some(f32::INFINITY), 0.0), "maxValue: expected a finite number, received inf"),
        // max_value of a ReLU layer cannot be a negative value. Received: max_value=-1
        (relu(0.0, Some(-1.0), 0.0), "maxValue: expected 0 or more, received -1"),
    ];
    for (activation, expected) in cases {
        assert_eq!(with(activation), Some(format!("layers[0].activation.{expected}")));
    }
    assert_eq!(with(relu(-0.5, Some(0.0), -1.0)), None);
}

fn named(name: &str) -> LayerConfig {
    let name = Some(name.to_string());
    LayerConfig::Dense(DenseConfig { name, ..DenseConfig::drawn(1, Activation::Linear) })
}

fn unnamed() -> LayerConfig {
    LayerConfig::Dense(DenseConfig::drawn(1, Activation::Linear))
}

fn built(layers: impl IntoIterator<Item = LayerConfig>) -> Option<String> {
    Sequential::new(&ModelConfig::new(1, layers)).err().map(|error| error.to_string())
}

#[test]
fn a_name_may_hold_anything_but_a_slash() {
    // Argument `name` must be a string and cannot contain character `/`. Received: name=a/b (of type <class 'str'>)
    let rejected = built([unnamed(), named("a/b")]);
    assert_eq!(rejected.as_deref(), Some("layers[1].name: expected a name without /, received a/b"));
    let rejected = error(r#"[{ "type": "Input", "shape": [1], "name": "a/b" }]"#);
    assert_eq!(rejected.as_deref(), Some("layers[0].name: expected a name without /, received a/b"));
    for name in ["", "a b", "은닉층", "a.b\\c"] {
        assert_eq!(built([named(name)]), None, "{name}");
    }
}

#[test]
fn two_layers_of_one_name_are_refused_also_where_keras_gave_one_of_the_names() {
    let dropout = || LayerConfig::Dropout(DropoutConfig::new(0.5, 0));
    // All layers added to a Sequential model should have unique names. Name 'a' is already the name of a layer in this
    // model. Update the `name` argument to pass a unique name.
    let rejected: [(Vec<LayerConfig>, &str, usize, usize); 5] = [
        (vec![named("a"), unnamed(), named("a")], "a", 2, 0),
        (vec![named("dense"), unnamed()], "dense", 1, 0),
        (vec![unnamed(), named("dense")], "dense", 1, 0),
        (vec![named("dense_1"), unnamed(), unnamed()], "dense_1", 2, 0),
        (vec![named("dropout"), dropout(), unnamed()], "dropout", 1, 0),
    ];
    for (layers, name, at, former) in rejected {
        let expected = format!(
            "layers[{at}].name: expected a name that no other layer of the model has, received {name}, which is the name of \
             layers[{former}] too"
        );
        assert_eq!(built(layers), Some(expected));
    }
    // Keras counts the layers without a name alone: dense, hidden, dropout, dense_1, dropout_1.
    let taken = [unnamed(), named("hidden"), dropout(), unnamed(), dropout(), named("dense_2")];
    assert_eq!(built(taken), None);
}

#[test]
fn the_input_has_a_name_too() {
    let rejected = error(r#"[{ "type": "Input", "shape": [1], "name": "a" }, { "units": 1, "name": "a" }]"#);
    let expected = "layers[1].name: expected a name that no other layer of the model has, received a, which is the name of \
                    the input too";
    assert_eq!(rejected.as_deref(), Some(expected));
}
