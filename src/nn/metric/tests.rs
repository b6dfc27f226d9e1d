//! Metrics beside arithmetic; `tests/keras_parity.rs` compares them with Keras.

use super::*;
use crate::nn::SparseCategoricalCrossentropy;

fn value(metric: Metric, rows: &[(&[f32], &[f32])]) -> f64 {
    let mut state = MetricState::new(metric, Loss::MeanSquaredError, rows[0].0.len());
    rows.iter().for_each(|(predictions, targets)| state.add(predictions, targets));
    state.value()
}

#[test]
fn accuracy_counts_what_is_right() {
    let rows: [(&[f32], &[f32]); 3] =
        [(&[0.1, 0.9], &[0.0, 1.0]), (&[0.6, 0.4], &[0.0, 1.0]), (&[0.7, 0.3], &[1.0, 0.0])];
    assert!((value(Metric::Accuracy, &rows) - 2.0 / 3.0).abs() < 1e-12);
    let single: [(&[f32], &[f32]); 2] = [(&[0.5], &[1.0]), (&[0.51], &[1.0])];
    assert_eq!(value(Metric::Accuracy, &single), 0.5, "one half is not above the threshold");
}

#[test]
fn a_target_that_is_neither_0_nor_1_is_never_right() {
    for target in [2.0, -1.0, 0.5, 0.9, 32.0] {
        for prediction in [-3.0, 0.2, target, 40.0] {
            assert_eq!(value(Metric::Accuracy, &[(&[prediction], &[target])]), 0.0, "{prediction} {target}");
        }
    }
    let halves: [(&[f32], &[f32]); 1] = [(&[0.9, 0.1, 7.0, -7.0], &[1.0, 0.0, 2.0, -1.0])];
    assert_eq!(value(Metric::BinaryAccuracy, &halves), 0.5);
}

#[test]
fn class_numbers_are_rejected_where_targets_are_one_hot() {
    let metric = Metric::SparseCategoricalAccuracy;
    let error = metric.check(Loss::MeanSquaredError, 3).unwrap_err().to_string();
    assert!(error.starts_with("metrics: expected accuracy or categorical_accuracy, as mean_squared_error"), "{error}");
    assert_eq!(metric.check(Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT), 3), Ok(()));
    assert_eq!(metric.check(Loss::MeanSquaredError, 1), Ok(()));
}

#[test]
fn r2_is_1_for_the_targets_themselves_and_0_for_their_mean() {
    let own: [(&[f32], &[f32]); 2] = [(&[1.0], &[1.0]), (&[3.0], &[3.0])];
    let mean: [(&[f32], &[f32]); 2] = [(&[2.0], &[1.0]), (&[2.0], &[3.0])];
    assert_eq!([value(Metric::R2Score, &own), value(Metric::R2Score, &mean)], [1.0, 0.0]);
}

/// Outputs that say yes rightly, wrongly and not at all.
const BINARY: [(&[f32], &[f32]); 5] =
    [(&[0.9], &[1.0]), (&[0.8], &[0.0]), (&[0.7], &[1.0]), (&[0.3], &[1.0]), (&[0.5], &[0.0])];

fn metric(name: &str) -> Metric {
    name.parse::<NamedMetric>().unwrap().metric
}

#[test]
fn precision_is_of_what_is_found_and_recall_of_what_there_is() {
    let values = ["true_positives", "false_positives", "true_negatives", "false_negatives", "precision", "recall"];
    assert_eq!(values.map(|name| value(metric(name), &BINARY)), [2.0, 1.0, 1.0, 1.0, 2.0 / 3.0, 2.0 / 3.0]);
    assert_eq!(value(metric("precision"), &[(&[0.1], &[1.0])]), 0.0, "of nothing found it is 0");
    let threshold = PrecisionOrRecall { thresholds: Some(0.75), ..PrecisionOrRecall::DEFAULT };
    assert_eq!(
        [Metric::Precision(threshold), Metric::Recall(threshold)].map(|metric| value(metric, &BINARY)),
        [0.5, 1.0 / 3.0]
    );
    let second = PrecisionOrRecall { class_id: Some(1.0), ..PrecisionOrRecall::DEFAULT };
    let rows: [(&[f32], &[f32]); 2] = [(&[0.9, 0.6], &[0.0, 1.0]), (&[0.9, 0.8], &[1.0, 0.0])];
    assert_eq!(value(Metric::Precision(second), &rows), 0.5);
    let largest = PrecisionOrRecall { top_k: Some(1.0), ..PrecisionOrRecall::DEFAULT };
    assert_eq!(value(Metric::Recall(largest), &rows), 0.5, "the largest output of each row says yes, whatever it is");
}

#[test]
fn the_area_under_the_curve_is_the_share_of_pairs_in_the_right_order() {
    // Of the 6 pairs of a 1 and a 0, those of 0.3 and 0.8, 0.3 and 0.5, 0.7 and 0.8 are in the wrong order.
    assert!((value(metric("auc"), &BINARY) - 0.5).abs() < 1e-12);
    let ordered: [(&[f32], &[f32]); 3] = [(&[0.2], &[0.0]), (&[0.4], &[1.0]), (&[0.6], &[1.0])];
    let under_precision = Metric::Auc(Auc { curve: Curve::Pr, ..Auc::DEFAULT });
    assert_eq!([metric("auc"), under_precision].map(|metric| value(metric, &ordered)), [1.0, 1.0]);
    let best = BestAt { at_least: 0.6, ..BestAt::DEFAULT };
    assert_eq!(value(Metric::PrecisionAtRecall(best), &BINARY), 2.0 / 3.0);
    assert_eq!(value(Metric::SpecificityAtSensitivity(best), &BINARY), 0.5);
}

#[test]
fn an_f_score_is_the_harmonic_mean_of_precision_and_recall() {
    let above_half = FScore { threshold: Some(0.5), ..FScore::DEFAULT };
    assert!((value(Metric::F1Score(above_half), &BINARY) - 2.0 / 3.0).abs() < 1e-6);
    let rows: [(&[f32], &[f32]); 2] = [(&[0.9, 0.1], &[1.0, 0.0]), (&[0.6, 0.4], &[0.0, 1.0])];
    // The first output has a precision of 1/2 and a recall of 1, the second nothing.
    let averaged = |average| value(Metric::F1Score(FScore { average: Some(average), ..FScore::DEFAULT }), &rows);
    for (average, expected) in [(Average::Micro, 0.5), (Average::Macro, 1.0 / 3.0), (Average::Weighted, 1.0 / 3.0)] {
        assert!((averaged(average) - expected).abs() < 1e-6, "{average:?}: {}", averaged(average));
    }
}

#[test]
fn a_class_that_ties_with_the_last_of_the_largest_is_among_them() {
    let two = Metric::TopKCategoricalAccuracy(TopK { k: 2.0 });
    let of_target = |targets: &[f32]| value(two, &[(&[0.5, 0.2, 0.2, 0.1], targets)]);
    assert_eq!(of_target(&[1.0, 0.0, 0.0, 0.0]), 1.0);
    assert_eq!(of_target(&[0.0, 0.0, 1.0, 0.0]), 1.0);
    assert_eq!(of_target(&[0.0, 0.0, 0.0, 1.0]), 0.0);
    assert_eq!(value(Metric::SparseTopKCategoricalAccuracy(TopK { k: 1.0 }), &[(&[0.5, 0.2], &[9.0])]), 0.0);
}

#[test]
fn a_metric_goes_on_from_its_numbers() {
    for metric in Metric::ALL.iter().filter(|metric| metric.loss().is_none()) {
        let new = || MetricState::new(*metric, Loss::MeanSquaredError, 1);
        let mut state = new();
        BINARY[..2].iter().for_each(|(predictions, targets)| state.add(predictions, targets));
        let mut restored = new();
        assert!(restored.restore(&state.numbers()), "{}", metric.name());
        assert!(!new().restore(&[state.numbers(), vec![0.0]].concat()), "{}", metric.name());
        for state in [&mut state, &mut restored] {
            BINARY[2..].iter().for_each(|(predictions, targets)| state.add(predictions, targets));
        }
        assert_eq!(restored.value().to_bits(), state.value().to_bits(), "{}", metric.name());
        restored.clear();
        assert_eq!(restored.numbers(), new().numbers(), "{}", metric.name());
    }
}

#[test]
fn a_metric_that_does_not_fit_the_targets_or_the_outputs_is_rejected() {
    let sparse = Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT);
    let error = |metric: Metric, loss: Loss| metric.check(loss, 3).unwrap_err().to_string();
    let class_numbers =
        "metrics: expected a metric of class numbers, as sparse_categorical_crossentropy takes those, received ";
    for name in ["precision", "auc", "top_k_categorical_accuracy", "mape", "cosine_similarity", "f1_score"] {
        assert_eq!(error(metric(name), sparse), format!("{class_numbers}{}", metric(name).name()));
    }
    for name in ["sparse_top_k_categorical_accuracy", "sparse_categorical_crossentropy"] {
        assert!(error(metric(name), Loss::Hinge).ends_with(&format!("as hinge takes those, received {name}")));
        assert_eq!(metric(name).check(sparse, 3), Ok(()));
    }
    assert!(metric("sparse_categorical_crossentropy").check(Loss::Hinge, 1).is_err(), "a target may be no class");
    let of_class = |class_id| Metric::Precision(PrecisionOrRecall { class_id, ..PrecisionOrRecall::DEFAULT });
    assert_eq!(of_class(Some(2.0)).check(Loss::Hinge, 3), Ok(()));
    for (metric, message) in [
        (of_class(Some(3.0)), "metrics.classId: expected one of the model's outputs, of which there are 3, received 3"),
        (of_class(Some(0.5)), "metrics.classId: expected an integer from 0, received 0.5"),
        (
            metric("f1"),
            "metrics.average: expected micro, macro or weighted, as there are several outputs, received nothing",
        ),
        (
            Metric::Auc(Auc { num_thresholds: 1e9, ..Auc::DEFAULT }),
            "metrics.numThresholds: expected an integer from 2 to 10000, received 1000000000",
        ),
    ] {
        assert_eq!(error(metric, Loss::Hinge), message);
    }
}
