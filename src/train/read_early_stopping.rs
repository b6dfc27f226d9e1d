//! Early stopping from outside, in Keras's words.

use super::early_stopping::EarlyStopping;
use crate::nn::reject_unknown;
use crate::reader::{Readable, Reader};

impl Readable for EarlyStopping {
    fn read(reader: &Reader) -> Self {
        const FIELDS: &[&str] = &[
            "monitor",
            "minDelta",
            "patience",
            "restoreBestWeights",
            "startFromEpoch",
            "mode",
            // Among the callbacks it has its class.
            #[cfg(feature = "full")]
            "type",
        ];
        reader.fields(FIELDS);
        let mut rule = EarlyStopping { larger_is_better: read_mode(reader), ..EarlyStopping::default() };
        reader.update("monitor", &mut rule.monitor);
        reader.update("minDelta", &mut rule.min_delta);
        reader.update("patience", &mut rule.patience);
        reader.update("restoreBestWeights", &mut rule.restore_best_weights);
        reader.update("startFromEpoch", &mut rule.start_from_epoch);
        rule
    }
}

/// Whether larger is better, by Keras's `mode`; none where the key says so.
pub(super) fn read_mode(rule: &Reader) -> Option<bool> {
    let mode = rule.field("mode");
    match mode.text_or("auto") {
        "auto" => None,
        "min" => Some(false),
        "max" => Some(true),
        _ => {
            reject_unknown(&mode, &["auto", "max", "min"]);
            None
        }
    }
}
