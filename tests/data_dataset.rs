//! Batches of pairs, and the built-in problems.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::data::{Dataset, Generator, Order, iterations_per_epoch, last_batch_size};

fn dataset(rows: usize) -> Dataset {
    let features = (0..rows * 2).map(|number| number as f32).collect();
    let targets = (0..rows).map(|row| -(row as f32)).collect();
    Dataset::from_row_major(features, targets, rows).unwrap()
}

fn batches(dataset: &Dataset, epoch: u64) -> Vec<Vec<usize>> {
    let mut order = Order::default();
    dataset.order(epoch, &mut order);
    order.batches().map(<[usize]>::to_vec).collect()
}

fn error<T: std::fmt::Debug>(result: Result<T, glassnet::Error>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn a_thousand_rows_in_batches_of_a_hundred_make_ten_iterations() {
    assert_eq!(iterations_per_epoch(1000, 100), 10);
    assert_eq!([iterations_per_epoch(140, 5), iterations_per_epoch(142, 5), iterations_per_epoch(3, 32)], [28, 29, 1]);
    assert_eq!([last_batch_size(1000, 100), last_batch_size(142, 5), last_batch_size(3, 32)], [100, 2, 3]);
    assert_eq!(
        [iterations_per_epoch(3, 0), last_batch_size(3, 0), iterations_per_epoch(0, 3), last_batch_size(0, 3)],
        [0; 4]
    );
}

#[test]
fn an_epoch_repeats_with_its_number_and_differs_from_the_next() {
    let shuffled = dataset(50).shuffle(50, 100).unwrap().batch(5, false).unwrap();
    assert_eq!(batches(&shuffled, 3), batches(&shuffled.clone(), 3));
    assert_ne!(batches(&shuffled, 3), batches(&shuffled, 4));
    let other = dataset(50).shuffle(50, 101).unwrap().batch(5, false).unwrap();
    assert_ne!(batches(&shuffled, 3), batches(&other, 3));
}

#[test]
fn take_counts_rows_before_batches_and_batches_after() {
    let rows = dataset(10).take(3).unwrap().batch(2, false).unwrap();
    assert_eq!(batches(&rows, 0), [vec![0, 1], vec![2]]);
    let first = dataset(10).batch(4, false).unwrap().take(1).unwrap();
    assert_eq!(batches(&first, 0), [[0, 1, 2, 3]]);
    assert_eq!((rows.cardinality(), first.cardinality(), dataset(10).take(99).unwrap().cardinality()), (2, 1, 10));
}

#[test]
fn shuffling_after_batch_keeps_each_batch_together() {
    let shuffled = dataset(20).batch(3, false).unwrap().shuffle(100, 5).unwrap();
    let mut found = batches(&shuffled, 0);
    assert_ne!(found, batches(&dataset(20).batch(3, false).unwrap(), 0));
    found.sort();
    assert_eq!(found, batches(&dataset(20).batch(3, false).unwrap(), 0));
}

#[test]
fn a_batch_larger_than_the_data_is_the_data() {
    let whole = dataset(3).batch(32, false).unwrap();
    assert_eq!(batches(&whole, 0), [[0, 1, 2]]);
    assert_eq!((whole.batch_size(), dataset(3).batch_size()), (Some(32), None));
}

#[test]
fn features_and_targets_are_gathered_into_the_same_buffers() {
    let (mut features, mut targets) = (vec![9.0; 7], vec![9.0]);
    dataset(5).gather(&[3, 1], &mut features, &mut targets);
    assert_eq!((features, targets), (vec![6.0, 7.0, 2.0, 3.0], vec![-3.0, -1.0]));
    assert_eq!((dataset(5).rows(), dataset(5).inputs(), dataset(5).outputs()), (5, 2, 1));
}

#[test]
fn a_data_set_without_whole_finite_rows_is_rejected() {
    let of = |features: &[f32], targets: &[f32], rows| {
        error(Dataset::from_row_major(features.to_vec(), targets.to_vec(), rows))
    };
    assert_eq!(of(&[], &[], 0), "rows: expected at least 1, received 0");
    assert_eq!(
        of(&[1.0; 5], &[1.0; 2], 2),
        "features: expected as many numbers for each of 2 rows, at least 1, received 5 numbers"
    );
    assert_eq!(
        of(&[1.0; 4], &[], 2),
        "targets: expected as many numbers for each of 2 rows, at least 1, received 0 numbers"
    );
    assert_eq!(
        of(&[1.0, 2.0, 3.0, f32::NAN], &[1.0; 2], 2),
        "row 1 of features, column 1: expected a finite number, received NaN"
    );
    assert_eq!(of(&[1.0], &vec![0.0; 5_000_001], 1), "targets: expected at most 5000000 numbers, received 5000001");
}

#[test]
fn a_step_that_leaves_nothing_is_rejected() {
    assert_eq!(error(dataset(3).shuffle(0, 1)), "buffer_size: expected at least 1, received 0");
    assert_eq!(error(dataset(3).batch(0, false)), "batch_size: expected at least 1, received 0");
    assert_eq!(error(dataset(3).take(0)), "count to take: expected at least 1, received 0");
    let twice = dataset(3).batch(2, false).unwrap().batch(2, false);
    assert_eq!(error(twice), "batch: expected rows to put into batches, received batches");
    assert_eq!(
        error(dataset(3).batch(4, true)),
        "batch_size: expected at most the 3 rows, for drop_remainder leaves no batch, received 4"
    );
}

#[test]
fn the_same_seed_makes_the_same_points_and_another_seed_others() {
    for generator in Generator::ALL {
        let points = generator.generate(50, 0.1, 7).unwrap();
        assert_eq!(points, generator.generate(50, 0.1, 7).unwrap());
        assert_ne!(points.features, generator.generate(50, 0.1, 8).unwrap().features);
        assert_eq!((points.features.len(), points.targets.len()), (50 * points.inputs, 50));
        assert_eq!(Generator::from_name(generator.name()), Ok(generator));
    }
}

#[test]
fn points_without_noise_lie_where_their_problem_says() {
    let points = |generator: Generator| generator.generate(300, 0.0, 1).unwrap();
    let rows = |generator| {
        let points = points(generator);
        let pairs = points.features.chunks(points.inputs).zip(&points.targets);
        pairs.map(|(x, y)| (x[0], *x.last().unwrap(), *y)).collect::<Vec<_>>()
    };
    assert!(rows(Generator::Xor).iter().all(|(a, b, class)| (*class == 1.0) == ((*a < 0.0) != (*b < 0.0))));
    assert!(
        rows(Generator::Circles)
            .iter()
            .all(|(a, b, class)| (a.hypot(*b) - if *class == 1.0 { 0.5 } else { 1.0 }).abs() < 1e-6)
    );
    assert!(rows(Generator::Moons).iter().all(|(_, b, class)| if *class == 0.0 { *b >= 0.0 } else { *b <= 0.5 }));
    assert!(rows(Generator::Spirals).iter().all(|(a, b, _)| a.hypot(*b) <= 1.0 + 1e-6));
    assert!(rows(Generator::Blobs).iter().all(|(a, b, _)| (a.hypot(*b) - 1.0).abs() < 1e-6));
    assert!(rows(Generator::Plane).iter().all(|(a, b, y)| (2.0 * a - b + 0.5 - y).abs() < 1e-6));
    assert!(rows(Generator::Sine).iter().all(|(x, _, y)| (x.sin() - y).abs() < 1e-6));
}

#[test]
fn classes_are_equally_frequent_and_counted_from_zero() {
    for (generator, classes) in
        [(Generator::Moons, 2), (Generator::Spirals, 2), (Generator::Circles, 2), (Generator::Blobs, 3)]
    {
        let points = generator.generate(60, 0.2, 3).unwrap();
        let count = |class: usize| points.targets.iter().filter(|target| **target == class as f32).count();
        assert_eq!((0..classes).map(count).collect::<Vec<_>>(), vec![60 / classes; classes]);
        assert_eq!(points.classes, Some(classes));
    }
    assert_eq!([Generator::Plane.classes(), Generator::Sine.classes()], [None, None]);
}

#[test]
fn points_are_a_table_too() {
    let table = Generator::Blobs.generate(3, 0.1, 1).unwrap().table();
    assert_eq!(table.names(), ["x1", "x2", "y"]);
    assert!(table.column("y").unwrap().is_integer());
    assert_eq!(Generator::Sine.generate(3, 0.1, 1).unwrap().table().names(), ["x1", "y"]);
}

#[test]
fn points_that_cannot_be_made_are_rejected() {
    let of = |rows, noise| error(Generator::Xor.generate(rows, noise, 1));
    assert_eq!(of(0, 0.0), "rows: expected 1 to 200000, received 0");
    assert_eq!(of(200_001, 0.0), "rows: expected 1 to 200000, received 200001");
    assert_eq!(of(1, -0.1), "noise: expected 0 to 10, received -0.1");
    assert_eq!(of(1, f32::NAN), "noise: expected 0 to 10, received NaN");
    assert_eq!(
        error(Generator::from_name("moon")),
        "generator: expected moons or one of xor, circles, moons, spirals, blobs, plane, sine, received moon"
    );
}
