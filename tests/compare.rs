//! Runs side by side, beside runs of their own, and the loss over planes of their weights.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::Value;
use glassnet::data::{BuiltinTable, Generator};
use glassnet::experiment::{DataConfig, Experiment, ExperimentConfig};
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Regularizer, Sequential};
use glassnet::train::{Comparison, Fit, FitConfig, Order, RunConfig};

fn model(layers: Vec<DenseConfig>, optimizer: Optimizer) -> Sequential {
    Sequential::new(&ModelConfig { optimizer, seed: 5, ..ModelConfig::new(2, layers) }).unwrap()
}

/// 2 weights and a bias, learning `2 x1 - x2 + 1/2`.
fn linear() -> Sequential {
    model(vec![DenseConfig::drawn(1, Activation::Linear)], Optimizer::sgd(0.1))
}

/// 41 weights with a price on some, the metric of which a comparison need not watch.
fn hidden() -> Sequential {
    let mut first = DenseConfig::drawn(10, Activation::Tanh);
    first.kernel_regularizer = Some(Regularizer::l1_l2(0.0, 0.01));
    let mut model = model(vec![first, DenseConfig::drawn(1, Activation::Linear)], Optimizer::adam());
    let metrics = vec!["mae".parse().unwrap()];
    model.compile(model.loss_function(), Optimizer::adam(), metrics).unwrap();
    model
}

fn plane(rows: usize) -> (Vec<f32>, Vec<f32>) {
    let points = Generator::Plane.generate(rows, 0.1, 1).unwrap();
    (points.features, points.targets)
}

fn fit(epochs: usize) -> FitConfig {
    FitConfig { epochs, order: Order::Shuffled { seed: 9 }, ..FitConfig::default() }
}

fn run(label: &str, batch_size: Option<usize>, optimizer: Option<Optimizer>) -> RunConfig {
    RunConfig { label: label.to_string(), batch_size, optimizer }
}

fn three_ways() -> [RunConfig; 3] {
    [run("batch", None, None), run("stochastic", Some(1), None), run("mini-batch", Some(5), None)]
}

fn compare(model: &Sequential, rows: usize, epochs: usize, runs: &[RunConfig]) -> Comparison {
    let (x, y) = plane(rows);
    let mut comparison = Comparison::new(model, x, y, &fit(epochs), runs).unwrap();
    assert!(comparison.run(|| true));
    comparison
}

#[test]
fn each_run_has_the_bits_of_a_fit_of_its_own_however_they_are_driven() {
    let start = hidden();
    let (x, y) = plane(67);
    let mut comparison = Comparison::new(&start, x.clone(), y.clone(), &fit(7), &three_ways()).unwrap();
    let mut slices = 0;
    while !comparison.is_over() {
        let mut pieces = 0;
        comparison.run(|| {
            pieces += 1;
            pieces < 5
        });
        slices += 1;
    }
    assert!(slices > 100, "{slices}");
    assert_eq!(comparison.progress(), 1.0);
    for (batch_size, (curve, weights)) in [67, 1, 5].into_iter().zip(comparison.curves().zip(comparison.weights())) {
        let mut alone = start.clone();
        let config = FitConfig { batch_size, ..fit(7) };
        let mut own = Fit::from_row_major(&alone, x.clone(), y.clone(), config).unwrap();
        let mut updates = 0;
        let mut point = 0;
        loop {
            if curve.updates[point] == updates {
                let width = alone.weights().len();
                assert_eq!(curve.path[point * width..(point + 1) * width], *alone.weights(), "update {updates}");
                assert_eq!(
                    curve.loss[point],
                    alone.evaluate_row_major(&x, &y).unwrap()[0].1 as f32,
                    "update {updates}"
                );
                point += 1;
            }
            if own.batch(&mut alone).is_none() {
                break;
            }
            updates += 1;
        }
        assert_eq!(point, curve.updates.len(), "every point was met");
        assert_eq!(alone.weights(), weights);
        assert_eq!((curve.updates[0], curve.updates.last()), (0, Some(&updates)));
        assert_eq!(curve.rows_seen.last(), Some(&(7 * 67)));
    }
}

#[test]
fn runs_go_side_by_side_and_meet_at_the_end_of_each_epoch() {
    let (x, y) = plane(20);
    let mut comparison = Comparison::new(&linear(), x, y, &fit(10), &three_ways()).unwrap();
    while !comparison.is_over() {
        comparison.run(|| false);
        let seen: Vec<u32> = comparison.curves().filter_map(|curve| curve.rows_seen.last().copied()).collect();
        assert!(seen.iter().max().unwrap() - seen.iter().min().unwrap() <= 20, "{seen:?}");
    }
}

#[test]
fn a_long_run_has_few_points_with_its_first_updates_and_its_end() {
    let comparison = compare(&linear(), 300, 50, &[run("stochastic", Some(1), None)]);
    let curve = comparison.curves().next().unwrap();
    assert!((100..=200).contains(&curve.updates.len()), "{}", curve.updates.len());
    assert_eq!(curve.updates[..50], Vec::from_iter(0..50)[..]);
    assert_eq!(curve.updates.last(), Some(&15_000));
    assert_eq!(curve.path.len(), 3 * curve.updates.len());
    assert!(curve.updates.is_sorted_by(|a, b| a < b));
}

#[test]
fn a_run_that_diverges_says_so_and_the_others_go_on() {
    let wild = run("wild", Some(1), Some(Optimizer::sgd(40.0)));
    let comparison =
        compare(&linear(), 30, 40, &[run("calm", None, None), wild, run("adam", None, Some(Optimizer::adam()))]);
    let curves: Vec<_> = comparison.curves().collect();
    assert_eq!([false, true, false], [0, 1, 2].map(|idx| curves[idx].diverged));
    assert_eq!([0, 2].map(|idx| curves[idx].rows_seen.last()), [Some(&1200); 2]);
    assert!(curves[1].rows_seen.last().unwrap() < &1200);
    assert!(comparison.weights().flatten().all(|weight| weight.is_finite()));
    assert_eq!(comparison.progress(), 1.0);
    // The wild path neither turns the directions nor widens the ranges.
    let contour = comparison.contour(None, 8).unwrap();
    assert!(contour.values.iter().all(|value| value.is_finite() && *value < 1e3), "{:?}", contour.values);
}

/// The value of a grid at a point of it, between its four neighbours.
fn at(values: &[f32], size: usize, ranges: [[f32; 2]; 2], x: f32, y: f32) -> f32 {
    let along = |[from, to]: [f32; 2], value: f32| (value - from) / (to - from) * (size - 1) as f32;
    let (column, row) = (along(ranges[0], x), (size - 1) as f32 - along(ranges[1], y));
    let (left, top) = (column.floor().min((size - 2) as f32), row.floor().min((size - 2) as f32));
    let corner = |right: usize, down: usize| values[(top as usize + down) * size + left as usize + right];
    let (u, v) = (column - left, row - top);
    (corner(0, 0) * (1.0 - u) + corner(1, 0) * u) * (1.0 - v) + (corner(0, 1) * (1.0 - u) + corner(1, 1) * u) * v
}

#[test]
fn in_a_model_of_two_weights_the_contour_at_the_points_of_the_paths_is_their_loss() {
    let mut layer = DenseConfig::drawn(1, Activation::Linear);
    layer.use_bias = Some(false);
    let comparison = compare(&model(vec![layer], Optimizer::sgd(0.05)), 40, 12, &three_ways());
    for weights in [Some([0, 1]), Some([1, 0]), None] {
        let contour = comparison.contour(weights, 201).unwrap();
        assert_eq!((contour.size, contour.rows, contour.values.len()), (201, 40, 201 * 201));
        let ranges = [contour.x_range, contour.y_range];
        for (path, curve) in contour.paths.iter().zip(comparison.curves()) {
            assert_eq!((path.label.as_str(), path.x.len()), (curve.label.as_str(), curve.loss.len()));
            for ((&x, &y), &loss) in path.x.iter().zip(&path.y).zip(&curve.loss) {
                let value = at(&contour.values, 201, ranges, x, y);
                assert!((value - loss).abs() < 1e-3 * loss.max(0.1), "{value} for {loss} at {x}, {y} of {weights:?}");
            }
        }
        if let Some([x, y]) = weights {
            let curve = comparison.curves().nth(1).unwrap();
            let chosen: Vec<f32> = curve.path.chunks(2).map(|point| point[x]).collect();
            assert_eq!(contour.paths[1].x, chosen);
            assert_eq!(contour.x_label, format!("dense.kernel[{x}, 0]"));
            assert_eq!(contour.y_label, format!("dense.kernel[{y}, 0]"));
        } else {
            assert_eq!((contour.x_label.as_str(), contour.y_label.as_str()), ("PC 1", "PC 2"));
            assert!((contour.explained.unwrap() - 1.0).abs() < 1e-6, "two weights have no third direction");
        }
    }
}

#[test]
fn chosen_weights_are_looked_at_from_the_end_of_the_best_run() {
    let comparison = compare(&hidden(), 50, 20, &three_ways());
    let ends = comparison.curves().map(|curve| *curve.loss.last().unwrap());
    let (best, loss) = ends.enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    let weights = comparison.weights().nth(best).unwrap();
    let contour = comparison.contour(Some([3, 25]), 101).unwrap();
    assert_eq!((contour.x_label.as_str(), contour.y_label.as_str()), ("dense.kernel[0, 3]", "dense.bias[5]"));
    let value = at(&contour.values, 101, [contour.x_range, contour.y_range], weights[3], weights[25]);
    assert!((value - loss).abs() < 1e-3 * loss, "{value} for {loss}");
    let path = &contour.paths[best];
    assert_eq!((path.x.last(), path.y.last()), (Some(&weights[3]), Some(&weights[25])));
}

#[test]
fn main_directions_say_how_much_of_the_paths_they_hold() {
    let comparison = compare(&hidden(), 50, 20, &three_ways());
    let contour = comparison.contour(None, 16).unwrap();
    let explained = contour.explained.unwrap();
    assert!((0.5..=1.0).contains(&explained), "{explained}");
    // Seen from above, distances in the plane are never longer than those between the weights.
    let curve = comparison.curves().nth(2).unwrap();
    let point = |at: usize| &curve.path[at * 41..(at + 1) * 41];
    let last = curve.loss.len() - 1;
    let whole: f32 = point(0).iter().zip(point(last)).map(|(a, b)| (a - b) * (a - b)).sum();
    let path = &contour.paths[2];
    let seen = (path.x[0] - path.x[last]).powi(2) + (path.y[0] - path.y[last]).powi(2);
    assert!(seen <= whole * 1.0001 && seen > 0.5 * whole, "{seen} of {whole}");
}

#[test]
fn what_cannot_be_compared_is_rejected() {
    let (x, y) = plane(30);
    let error = |epochs, runs: &[RunConfig]| {
        Comparison::new(&linear(), x.clone(), y.clone(), &fit(epochs), runs).unwrap_err().to_string()
    };
    assert_eq!(error(5, &[]), "runs: expected 1 to 6, received 0");
    assert_eq!(error(5, &vec![run("a", None, None); 7]), "runs: expected 1 to 6, received 7");
    assert_eq!(error(0, &three_ways()), "epochs: expected 1 to 143165576, received 0");
    let empty = [run("a", None, None), run("b", Some(0), None)];
    assert_eq!(error(5, &empty), "runs[1].batchSize: expected 1 or more, received 0");
    let still = run("still", None, Some(Optimizer::sgd(0.0)));
    assert_eq!(error(5, &[still]), "runs[0].optimizer.learningRate: expected a number above 0, received 0");
    let large = model(
        vec![
            DenseConfig::drawn(4096, Activation::Relu),
            DenseConfig::drawn(50, Activation::Linear),
            DenseConfig::drawn(1, Activation::Linear),
        ],
        Optimizer::adam(),
    );
    let message = Comparison::new(&large, x.clone(), y.clone(), &fit(5), &three_ways()).unwrap_err().to_string();
    assert_eq!(message, "model to compare: expected at most 166666 weights and biases, received 217189");
}

#[test]
fn a_contour_that_is_none_is_rejected() {
    let comparison = compare(&linear(), 10, 2, &three_ways());
    let refusal = |weights, size| comparison.contour(weights, size).unwrap_err().to_string();
    assert_eq!(refusal(Some([0, 3]), 8), "weights: expected places below 3, received 3");
    assert_eq!(refusal(Some([2, 2]), 8), "weights: expected two places, received 2 twice");
    assert_eq!(refusal(None, 1), "size: expected 2 to 1024, received 1");
    let bare = DenseConfig::given(&[&[1.0]], Activation::Linear);
    let single = Sequential::new(&ModelConfig::new(1, [bare])).unwrap();
    let single = Comparison::new(&single, vec![1.0], vec![0.0], &fit(1), &three_ways()).unwrap();
    assert_eq!(
        single.contour(None, 8).unwrap_err().to_string(),
        "model of a contour: expected at least 2 weights and biases, received 1"
    );
}

#[test]
fn a_contour_that_is_computed_bit_by_bit_is_the_same() {
    let comparison = compare(&hidden(), 30, 4, &three_ways());
    let mut work = comparison.begin_contour(None, 9).unwrap();
    let mut pieces = 1;
    while !work.run(|| false) {
        assert_eq!(work.contour().values.len(), pieces);
        pieces += 1;
    }
    assert_eq!(pieces, 81);
    assert_eq!(*work.contour(), comparison.contour(None, 9).unwrap());
}

#[test]
fn an_experiment_in_three_ways_has_its_own_run_among_them() {
    let fit = [("validationSplit", Value::Number(0.2)), ("seed", Value::Number(3.0))];
    let fit = Value::Object(fit.map(|(name, value)| (name.to_string(), value)).to_vec());
    let config =
        ExperimentConfig { fit: Some(fit), ..ExperimentConfig::new(DataConfig::Table(BuiltinTable::Advertising)) };
    let mut experiment = Experiment::new(config).unwrap();
    // What was trained before does not count.
    experiment.train(13, || true);
    let mut comparison = experiment.compare(&three_ways(), 4).unwrap();
    assert!(comparison.run(|| true));
    experiment.reset(None).unwrap();
    experiment.train(4 * experiment.fit().batches(), || true);
    assert_eq!(comparison.rows(), 112);
    assert_eq!(comparison.weights().nth(2).unwrap(), experiment.model().weights());
    assert_ne!(comparison.weights().nth(1).unwrap(), experiment.model().weights());
}

#[test]
fn runs_are_read_from_outside_and_rejected_by_their_path() {
    let text = |text: &str| Value::String(text.to_string());
    let run = |size: Value, optimizer: Value| {
        let fields = [("label", text("a")), ("batchSize", size), ("optimizer", optimizer)];
        Value::Array(vec![Value::Object(fields.map(|(name, value)| (name.to_string(), value)).to_vec())])
    };
    let read = |size, optimizer| RunConfig::read_list(&run(size, optimizer)).map_err(|error| error.to_string());
    let all = RunConfig { label: "a".to_string(), batch_size: None, optimizer: None };
    assert_eq!(read(text("all"), Value::Null).unwrap(), std::slice::from_ref(&all));
    let five = RunConfig { batch_size: Some(5), optimizer: Some(Optimizer::adam()), ..all };
    assert_eq!(read(Value::Number(5.0), text("adam")).unwrap(), [five]);
    assert_eq!(
        read(text("some"), Value::Null).unwrap_err(),
        "runs[0].batchSize: expected a number of rows or all, received some"
    );
    assert!(read(Value::Number(5.0), text("adm")).unwrap_err().starts_with("runs[0].optimizer: expected adam or"));
    assert!(read(Value::Null, Value::Null).unwrap_err().starts_with("runs[0].batchSize: expected an integer"));
}

#[test]
fn a_contour_before_the_first_update_is_there_too() {
    let (x, y) = plane(30);
    let mut comparison = Comparison::new(&linear(), x, y, &fit(3), &three_ways()).unwrap();
    assert!(comparison.contour(None, 4).unwrap().values.iter().all(|value| value.is_finite()));
    comparison.run(|| false);
    assert!(comparison.contour(Some([0, 1]), 4).unwrap().values.iter().all(|value| value.is_finite()));
}
