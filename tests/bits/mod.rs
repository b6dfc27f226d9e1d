//! Bits that must never change, from platform to platform and from version to version.

use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};
use glassnet::train::train_steps_row_major;
use glassnet::worked_example::{ExampleConfig, WorkedExample};
use std::fmt::Write;

/// The bits that were recorded once.
pub(crate) const RECORDED: &str = include_str!("../fixtures/same_bits.txt");

/// And those of the activations that were added since.
pub(crate) const RECORDED_SINCE: &str = include_str!("../fixtures/same_bits_since.txt");

/// The same bits, computed now: a line for each quantity, each number as the eight hex digits of its `f32`.
pub(crate) fn bits() -> String {
    let mut text = bits_of_activations(true);
    let mut example = WorkedExample::new(ExampleConfig::tutorial()).unwrap();
    example.run(10_000);
    line(&mut text, "tutorial losses", example.losses());
    line(&mut text, "tutorial predictions", example.predictions());
    text
}

/// The bits of activations that the first recording has, or has not.
pub(crate) fn bits_of_activations(first: bool) -> String {
    let mut text = String::new();
    let is_first = |activation: &Activation| {
        RECORDED.lines().any(|line| line.starts_with(&format!("{} start", activation.name())))
    };
    for activation in Activation::ALL.into_iter().filter(|activation| is_first(activation) == first) {
        let name = activation.name();
        let mut model = drawn(activation);
        line(&mut text, &format!("{name} start"), model.weights());
        let run = train_steps_row_major(&mut model, &INPUTS, &TARGETS, 50, |_| true).unwrap();
        line(&mut text, &format!("{name} losses"), &run.losses);
        line(&mut text, &format!("{name} weights"), model.weights());
        line(&mut text, &format!("{name} predictions"), &model.predict_row_major(&INPUTS).unwrap());
    }
    text
}

fn line(text: &mut String, name: &str, numbers: &[f32]) {
    write!(text, "{name}").unwrap();
    for number in numbers {
        // What a NaN holds beside being one differs from platform to platform.
        let bits = if number.is_nan() { f32::NAN.to_bits() } else { number.to_bits() };
        write!(text, " {bits:08x}").unwrap();
    }
    text.push('\n');
}

const INPUTS: [f32; 9] = [0.7, -1.1, 0.4, 1.3, 0.2, -0.9, -2.5, 3.0, 0.01];
const TARGETS: [f32; 6] = [0.3, 0.6, 0.1, 0.9, 0.8, 0.2];

/// Large enough that a product routine which picks its kernel by size would do so.
fn drawn(activation: Activation) -> Sequential {
    let layers = vec![
        DenseConfig::drawn(9, activation),
        DenseConfig::drawn(7, activation),
        DenseConfig::drawn(2, Activation::Linear),
    ];
    let config = ModelConfig { optimizer: Optimizer::sgd(0.05), seed: 100, ..ModelConfig::new(3, layers) };
    Sequential::new(&config).unwrap()
}
