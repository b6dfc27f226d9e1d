//! `settings.json` and `row_order.json`.

use super::run::Run;
use crate::json;
use glassnet::Value;
use serde_json::Value as Json;

/// How many lines wait to be drawn from while rows are shuffled: a file of more rows is shuffled within such a stretch.
const SHUFFLE_BUFFER: usize = 1_000_000;
/// How many checkpoints are kept.
const CHECKPOINTS: usize = 3;

/// What the program is told of rows and training.
pub(super) fn settings(run: &Run) -> String {
    let of = |name| json::from_value(run.field(name));
    let mut target = of("target");
    if let Some(fields) = target.as_object_mut() {
        let one_hot = fields.remove("oneHot");
        fields.extend(one_hot.map(|one_hot| ("one_hot".to_string(), one_hot)));
    }
    let shuffle = match run.field("shuffleSeed") {
        Value::Null => Json::Null,
        seed => json::object([("seed", json::from_value(seed)), ("buffer_size", Json::from(SHUFFLE_BUFFER))]),
    };
    let all = json::object([
        ("features", of("features")),
        ("target", target),
        ("missing", of("missing")),
        ("batch_size", of("batchSize")),
        ("initial_epoch", of("initialEpoch")),
        ("initial_batch", of("initialBatch")),
        ("epochs", of("epochs")),
        ("shuffle", shuffle),
        ("keep_checkpoints", Json::from(CHECKPOINTS)),
    ]);
    format!("{all:#}\n")
}

/// The places in the training rows of each of the next epochs, a line each; none where rows come as they are.
pub(super) fn row_order(run: &Run) -> Option<String> {
    let Value::Array(orders) = run.field("orders") else {
        return None;
    };
    let lines: Vec<String> = orders.iter().map(|order| json::from_value(order).to_string()).collect();
    Some(format!("[\n{}\n]\n", lines.join(",\n")))
}
