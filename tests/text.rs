//! The texts of `summary()` and of `fit`, `evaluate` and `predict`, against what Keras itself printed: the recordings
//! in `fixtures/console`, of Keras 3 (`keras.*`) and of Keras 2 (`tf_keras.*`).
#![cfg(not(target_arch = "wasm32"))]

use glassnet::nn::default_name;
use glassnet::text::{Progress, Style, Summary, SummaryLayer, Verbose, done_cells, epoch_heading};
use serde_json::Value;

const STYLES: [(Style, &str); 2] = [(Style::Keras3, "keras"), (Style::Keras2, "tf_keras")];

fn read(file: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/console/");
    std::fs::read_to_string(format!("{folder}{file}")).unwrap()
}

/// The parts of a recording: title, text.
fn sections(text: &str) -> Vec<(String, String)> {
    let parts = text.split("### ").skip(1).map(|part| part.split_once('\n').unwrap());
    parts.map(|(title, text)| (title.to_string(), text.to_string())).collect()
}

// ---- summary()

/// The models of `record/keras2_console.py`: title, name, optimizer's numbers, and for each layer its name, class,
/// output size and parameters.
const MODELS: [(&str, &str, Option<usize>, &str); 15] = [
    ("10-1", "sequential", None, PAIR),
    ("10-10-1-1", "sequential", None, DEEP),
    ("dropout", "sequential", None, DROPOUT),
    ("unbuilt", "sequential", None, "dense Dense ? ?, dropout Dropout ? 0, dense_1 Dense ? ?"),
    ("empty", "sequential", None, ""),
    ("adam, trained", "sequential", Some(124), PAIR),
    ("sgd, trained", "sequential", Some(2), PAIR),
    ("sgd with momentum, trained", "sequential", Some(63), PAIR),
    ("sgd with schedule, trained", "sequential", Some(1), PAIR),
    ("nadam, trained", "sequential", Some(125), PAIR),
    ("compiled, not trained", "sequential", None, PAIR),
    ("long name, large, frozen", "sequential", None, FROZEN),
    ("named", "my_model", None, "hidden Dense 3 15, out Dense 1 3"),
    ("name that just fits", "sequential", None, FITS),
    ("megabytes", "large", None, "dense Dense 16384 81920, dense_1 Dense 16384 268451840"),
];
const PAIR: &str = "dense Dense 10 50, dense_1 Dense 1 11";
const DEEP: &str = "dense Dense 10 50, dense_1 Dense 10 110, dense_2 Dense 1 11, dense_3 Dense 1 2";
const DROPOUT: &str = "dense Dense 8 40, dropout Dropout 8 0, dense_1 Dense 8 72, dropout_1 Dropout 8 0, \
    dense_2 Dense 1 9";
const FROZEN: &str = "a_very_long_layer_name_for_wrapping_in_its_cell Dense 1000 5000, dense Dense 2000 2002000";
const FITS: &str = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn Dense 3 15, mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm Dense 2 8, \
    kkkkkkkkkkkkkkkkkkkkkkk Dense 1 3, jjjjjjjjjjjjjjjjjjjjjjjj Dense 1 2, iiiiiiiiiiiiiiiiii Dense 1 2, \
    hhhhhhhhhhhhhhhhhhh Dense 1 2";

fn summary(name: &str, optimizer_parameters: Option<usize>, layers: &str) -> Summary {
    let layer = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        SummaryLayer {
            name: words[0].to_string(),
            kind: words[1].to_string(),
            units: words[2].parse().ok(),
            parameters: words[3].parse().ok(),
            non_trainable: if words[0].starts_with("a_very_long") { words[3].parse().unwrap() } else { 0 },
        }
    };
    Summary {
        name: name.to_string(),
        layers: layers.split(',').filter(|text| !text.is_empty()).map(layer).collect(),
        optimizer_parameters,
    }
}

#[test]
fn every_recorded_summary_is_reproduced_byte_for_byte() {
    for (style, file) in STYLES {
        let recorded = sections(&read(&format!("{file}.summary.txt")));
        assert_eq!(recorded.len(), MODELS.len());
        for ((title, expected), (model, name, optimizer, layers)) in recorded.into_iter().zip(MODELS) {
            assert_eq!(title, model);
            match summary(name, optimizer, layers).text(style) {
                Ok(text) => assert_eq!(text, expected, "{file}: {title}"),
                Err(error) => {
                    assert_eq!(error.code(), "shape");
                    assert!(expected.starts_with("ValueError: This model has not yet been built."), "{title}");
                }
            }
        }
    }
}

#[test]
fn the_summaries_of_one_program_are_reproduced_with_its_numbering() {
    let models = [
        summary("sequential", None, PAIR),
        summary(
            "sequential_1",
            None,
            "dense_2 Dense 10 50, dense_3 Dense 10 110, dense_4 Dense 1 11, dense_5 Dense 1 2",
        ),
        summary("sequential_2", Some(124), "dense_6 Dense 10 50, dense_7 Dense 1 11"),
        summary("sequential_3", None, "dense_8 Dense ? ?, dense_9 Dense ? ?"),
        summary("sequential_4", None, ""),
        summary(
            "sequential_5",
            None,
            "a_very_long_layer_name_for_wrapping Dense 1000 5000, dense_10 Dense 2000 2002000",
        ),
    ];
    for ((title, expected), model) in sections(&read("keras.summary.piped.txt")).into_iter().zip(models) {
        // `print(model.summary())` prints what summary() returns, too.
        let expected = expected.trim_end_matches("None\n");
        assert_eq!(model.text(Style::Keras3).unwrap(), expected, "{title}");
    }
}

#[test]
fn layers_without_a_name_are_numbered_by_class() {
    let kinds = ["Dense", "Dropout", "Dense", "Dropout", "Dense"];
    let expected = ["dense", "dropout", "dense_1", "dropout_1", "dense_2"];
    let names: Vec<String> = (1..=kinds.len()).map(|count| default_name(&kinds[..count])).collect();
    assert_eq!(names, expected);
}

// ---- fit, evaluate, predict

/// The name and value of each log of a line.
type Logs<'a> = Vec<(&'a str, f64)>;

/// The logs of a printed line: its parts `name: number`.
fn logs(line: &str) -> Logs<'_> {
    let pairs = line.split(" - ").filter_map(|part| part.split_once(": "));
    pairs.filter(|(name, _)| *name != "ETA").map(|(name, value)| (name, value.parse().unwrap())).collect()
}

/// The time before `unit` in a printed line, and half of its last digit, in seconds.
fn time_per(line: &str, unit: &str) -> Option<(f64, f64)> {
    let word = line.split_whitespace().find_map(|word| word.strip_suffix(unit))?;
    let number: String = word.chars().take_while(char::is_ascii_digit).collect();
    let scale = match &word[number.len()..] {
        "s" => 1.0,
        "ms" => 1e-3,
        "us" => 1e-6,
        other => panic!("{other} is no unit of time"),
    };
    Some((number.parse::<f64>().unwrap() * scale, scale / 2.0))
}

/// The times of a step that a printed line may stand for: it shows rounded ones.
fn paces(line: &str, done: usize, target: usize) -> Vec<f64> {
    let (shown, half, count) = if let Some((shown, half)) = time_per(line, "/epoch") {
        (shown, half, target)
    } else if let Some((shown, half)) = time_per(line, "/step") {
        (shown, half, 1)
    } else if let Some(eta) = line.split(" - ").find_map(|part| part.strip_prefix("ETA: ")) {
        let eta: f64 = eta.trim_end_matches('s').parse().unwrap();
        (eta + 0.5, 0.5, (target - done).max(1))
    } else {
        panic!("no time in {line}")
    };
    (0..=40).map(|idx| (shown + half * (f64::from(idx) / 20.0 - 1.0) * 0.999) / count as f64).collect()
}

/// Every line that stands for the counts, the logs and one of the times of a printed line.
fn candidates(style: Style, verbose: Verbose, line: &str) -> Vec<String> {
    let (done, rest) = line.trim_start().split_once('/').unwrap();
    let target: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let (done, target): (usize, usize) = (done.parse().unwrap(), target.parse().unwrap());
    let (logs, mut found) = (logs(line), Vec::new());
    for pace in paces(line, done, target) {
        let steps_after_the_first = (target - 1) as f64;
        found.extend(Progress::new(style, verbose, target).step(done, pace * done as f64, &logs));
        if done < target {
            continue;
        }
        for whole in 0..3 {
            let mut progress = Progress::new(style, verbose, target);
            let elapsed = f64::from(whole) + 0.01;
            progress.step(1, elapsed - pace * steps_after_the_first, &logs);
            found.extend(progress.finish(elapsed, &logs));
        }
        found.extend(Progress::new(style, verbose, target).finish(pace * target as f64, &logs));
    }
    found
}

/// Checks each line of progress in a recording; the count of them.
fn check_lines(style: Style, verbose: Verbose, title: &str, text: &str) -> usize {
    let lines = text.lines().filter(|line| line.contains("/step") || line.contains("ETA:"));
    let wrong = lines.clone().filter(|line| !candidates(style, verbose, line).iter().any(|made| made == line));
    let wrong: Vec<&str> = wrong.collect();
    assert!(wrong.is_empty(), "{title}: not reproduced: {wrong:#?}");
    lines.count()
}

#[test]
fn every_recorded_line_of_fit_evaluate_and_predict_is_reproduced_from_its_numbers() {
    for (style, file) in STYLES {
        let mut count = 0;
        for (title, text) in sections(&read(&format!("{file}.fit.txt"))) {
            let verbose = if title.contains("verbose=2") { Verbose::Line } else { Verbose::Bar };
            count += check_lines(style, verbose, &title, &text);
        }
        assert!(count >= 50, "{file}: {count} lines");
    }
    let mut count = check_lines(Style::Keras3, Verbose::Bar, "tutorial", &read("keras.tutorial.txt"));
    for (file, verbose) in [("fit1", Verbose::Bar), ("fit2", Verbose::Line)] {
        count += check_lines(Style::Keras3, verbose, file, &read(&format!("keras.{file}.piped.txt")));
    }
    assert!(count >= 200, "{count} lines");
}

#[test]
fn the_recorded_lines_of_very_small_and_large_losses_are_reproduced() {
    for line in read("keras.tiny.piped.txt").lines().filter(|line| line.contains("/step")) {
        let verbose = if line.contains('━') { Verbose::Bar } else { Verbose::Line };
        assert_eq!(check_lines(Style::Keras3, verbose, "tiny", line), 1);
    }
}

#[test]
fn headings_stand_before_each_epoch_unless_there_is_but_one() {
    for (title, text) in sections(&read("keras.fit.txt")) {
        let headings: Vec<String> = text.lines().filter(|line| line.starts_with("Epoch")).map(str::to_string).collect();
        let (first, epochs) = match title.split_once(": ").map_or("", |(_, what)| what) {
            "loss only" => (1, 3),
            "initial epoch" => (7, 8),
            "metrics and validation" | "accuracy and dropout" | "negative r2" => (1, 2),
            _ => (1, 1),
        };
        let expected: Vec<String> = (first..=epochs).filter_map(|epoch| epoch_heading(epoch, epochs)).collect();
        assert_eq!(headings, expected, "{title}");
    }
}

/// The logs of a scripted line; values are float32, as text.
fn scripted_logs(values: &Value) -> Logs<'_> {
    let value = |text: &Value| f64::from(text.as_str().unwrap().parse::<f32>().unwrap());
    values.as_object().unwrap().iter().map(|(name, text)| (name.as_str(), value(text))).collect()
}

#[test]
fn the_progress_bar_draws_what_keras_draws_under_the_same_clock() {
    for (style, file) in STYLES {
        let rows: Value = serde_json::from_str(&read(&format!("{file}.progbar.json"))).unwrap();
        let mut count = 0;
        for row in rows.as_array().unwrap() {
            let verbose = if row[0] == 1 { Verbose::Bar } else { Verbose::Line };
            let mut progress = Progress::new(style, verbose, row[1].as_u64().unwrap() as usize);
            let calls = row[2].as_array().unwrap();
            for (idx, call) in calls.iter().enumerate() {
                let (elapsed, logs) = (call[1].as_f64().unwrap(), scripted_logs(&call[2]));
                let line = if idx + 1 == calls.len() {
                    progress.finish(elapsed, &logs)
                } else {
                    progress.step(call[0].as_u64().unwrap() as usize, elapsed, &logs)
                };
                assert_eq!(line.as_deref(), call[3].as_str(), "{file}: {row}");
                count += 1;
            }
        }
        assert!(count > 250, "{file}: {count} lines");
    }
}

#[test]
fn a_silent_progress_has_no_lines() {
    let mut progress = Progress::new(Style::Keras3, Verbose::Silent, 3);
    assert_eq!(progress.step(1, 1.0, &[("loss", 1.0)]), None);
    assert_eq!(progress.finish(3.0, &[("loss", 1.0)]), None);
}

#[test]
fn the_done_part_of_the_bar_is_cut_to_whole_cells() {
    assert_eq!([0, 1, 14, 27, 28].map(|step| done_cells(Style::Keras3, step, 28)), [0, 0, 10, 19, 20]);
    assert_eq!([1, 2, 27, 28].map(|step| done_cells(Style::Keras2, step, 28)), [1, 2, 28, 30]);
}
