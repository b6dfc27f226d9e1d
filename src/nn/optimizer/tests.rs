//! Optimizers beside arithmetic; `tests/keras_parity.rs` compares them with Keras.

use super::*;

#[test]
fn a_rule_without_a_loop_of_its_own_updates_each_parameter_and_its_slot() {
    let (parameters, gradients) = ([1.0, -2.0, 0.5, 3.0, -1.5], [0.5, 0.25, -1.0, 2.0, 0.125]);
    let (mut next, mut slots) = ([[0.0; 5]; 2], [[0.25; 5]; 2]);
    let mut steps = next.iter_mut().zip(&mut slots).map(|(next, slots)| Step {
        parameters: &parameters,
        gradients: &gradients,
        next,
        slots,
        decay: 0.1,
        learning_rate: 0.5,
    });
    steps.next().unwrap().momentum(0.9, false);
    steps.next().unwrap().each(|w, g, [m]| {
        let m = 0.9 * m - 0.5 * g;
        (w + m, [m])
    });
    assert_eq!((next[0], slots[0]), (next[1], slots[1]));
}

/// In one model the parameter stands in a block or in the last one, or with fewer than a block has.
#[test]
fn a_parameter_is_updated_to_the_same_bits_however_many_there_are_beside_it() {
    let numbers = |seed: f32| (0..11).map(|at| (at as f32 * 1.7 + seed).sin()).collect::<Vec<_>>();
    let (start, first, second) = (numbers(0.1), numbers(0.2), numbers(0.3));
    let rules = Rule::ALL.iter().copied().chain([
        Rule::Adam(Adam { amsgrad: true, ..Adam::DEFAULT }),
        Rule::RmsProp(RmsProp { momentum: 0.5, centered: true, ..RmsProp::DEFAULT }),
        Rule::Sgd(Sgd { momentum: 0.9, nesterov: true }),
    ]);
    for rule in rules {
        let optimizer = Optimizer { weight_decay: Some(0.1), ..Optimizer::of(rule) };
        let two_steps = |of: std::ops::Range<usize>| {
            let (mut state, mut between, mut end) = (optimizer.start(of.len()), start.clone(), start.clone());
            optimizer.step(&mut state, &start[of.clone()], &first[of.clone()], &mut between[of.clone()]);
            optimizer.step(&mut state, &between[of.clone()], &second[of.clone()], &mut end[of.clone()]);
            end[of.clone()].iter().chain(&state.slots).map(|number| number.to_bits()).collect::<Vec<_>>()
        };
        let alone: Vec<Vec<u32>> = (0..start.len()).map(|at| two_steps(at..at + 1)).collect();
        for count in 1..=start.len() {
            let slots = optimizer.rule.slot_names().len();
            let expected: Vec<u32> =
                (0..=slots).flat_map(|slot| alone[..count].iter().map(move |one| one[slot])).collect();
            assert_eq!(two_steps(0..count), expected, "{rule:?}, {count} parameters");
        }
    }
}

#[test]
fn gradient_descent_subtracts_the_learning_rate_times_the_gradient() {
    let optimizer = Optimizer::sgd(0.5);
    let mut next = [0.0; 2];
    optimizer.step(&mut optimizer.start(2), &[1.0, 2.0], &[2.0, -2.0], &mut next);
    assert_eq!(next, [0.0, 3.0]);
}

#[test]
fn the_first_step_of_adam_is_the_learning_rate_whatever_the_gradient() {
    let optimizer = Optimizer::adam();
    let mut next = [0.0; 2];
    optimizer.step(&mut optimizer.start(2), &[1.0, 1.0], &[0.01, -300.0], &mut next);
    assert!((next[0] - 0.999).abs() < 1e-6 && (next[1] - 1.001).abs() < 1e-6, "{next:?}");
}

/// As recorded from Keras: see tests/fixtures/record/README.md.
#[test]
fn nadam_takes_its_betas_from_1_in_single_precision_and_adam_in_double() {
    let second = |name: &str| {
        let optimizer: Optimizer = name.parse().unwrap();
        let mut state = optimizer.start(1);
        optimizer.step(&mut state, &[0.0], &[1.0], &mut [0.0]);
        state.slots[1]
    };
    assert_eq!((second("nadam"), second("adam")), (1.0 - 0.999_f32, 0.001));
}

#[cfg(feature = "full")]
#[test]
fn a_step_of_lion_is_the_learning_rate_whatever_the_size_of_the_gradient() {
    let optimizer = Optimizer { learning_rate: Schedule::Constant(0.25), ..Optimizer::of(Rule::Lion(Lion::DEFAULT)) };
    let mut next = [0.0; 3];
    optimizer.step(&mut optimizer.start(3), &[1.0; 3], &[0.01, -300.0, 0.0], &mut next);
    assert_eq!(next, [0.75, 1.25, 1.0], "a gradient of 0 moves nothing");
}

#[cfg(feature = "full")]
#[test]
fn ftrl_gives_a_weight_of_0_where_its_gradients_add_up_to_less_than_l1() {
    let rule = Ftrl { l1_regularization_strength: 2.0, initial_accumulator_value: 0.0, ..Ftrl::DEFAULT };
    let optimizer = Optimizer { learning_rate: Schedule::Constant(0.5), ..Optimizer::of(Rule::Ftrl(rule)) };
    let mut next = [0.0; 2];
    optimizer.step(&mut optimizer.start(2), &[0.0; 2], &[1.0, -4.0], &mut next);
    // z = g, n = g²: w = (clip(z, ±2) - z) / (|g| / 0.5)
    assert_eq!(next, [0.0, 0.25]);
}

#[test]
fn a_global_norm_keeps_the_direction() {
    let optimizer = Optimizer { clip: Some(Clip::GlobalNorm(1.0)), ..Optimizer::default() };
    let mut gradients = [3.0, 4.0];
    optimizer.clip(&mut gradients, &[0..1, 1..2]);
    assert!((gradients[0] - 0.6).abs() < 1e-6 && (gradients[1] - 0.8).abs() < 1e-6);
}

#[test]
fn settings_out_of_their_range_are_rejected() {
    let message = |optimizer: Optimizer| optimizer.check().unwrap_err().to_string();
    assert_eq!(message(Optimizer::sgd(0.0)), "learningRate: expected a number above 0, received 0");
    let moments = Moments { beta_2: 1.0, ..Moments::default() };
    let adam = Optimizer::of(Rule::Adam(Adam { moments, amsgrad: false }));
    assert_eq!(message(adam), "beta2: expected 0 or more and below 1, received 1");
    let clipped = Optimizer { clip: Some(Clip::Value(f64::NAN)), ..Optimizer::default() };
    assert_eq!(message(clipped), "clipvalue: expected a number above 0, received NaN");
}

#[test]
fn names_are_read_as_keras_writes_them() {
    for name in ["adam", "Adam", "SGD", "rmsprop", "RMSprop", "AdamW"] {
        assert!(name.parse::<Optimizer>().is_ok(), "{name}");
    }
    assert!("adma".parse::<Optimizer>().unwrap_err().expected().starts_with("adam or one of"));
}
