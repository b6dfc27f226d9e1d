//! F-scores: the harmonic mean of precision and recall. Source: <https://keras.io/api/metrics/classification_metrics/>.

use super::counted::{CountedMetric, MetricRow};
use crate::nn::choice::Choice;
use crate::nn::setting::{Range, Setting};

/// F-score: `(1 + β²) · precision · recall / (β² · precision + recall)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FScore {
    /// How the scores of several outputs are averaged. Defaults to not at all, which serves one output alone.
    pub average: Option<Average>,
    /// `β`: how many times more recall counts than precision. Defaults to 1.
    pub beta: f32,
    /// Above which prediction an output says yes. Defaults to none: the largest output of a row does, and one alone always.
    pub threshold: Option<f32>,
}

/// How the scores of several outputs are averaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Average {
    /// One score from the counts of all outputs together.
    Micro,
    /// The mean of the outputs' scores.
    Macro,
    /// Their mean, weighted by how many targets of 1 an output has.
    Weighted,
}

impl Choice for Option<Average> {
    const ALL: &'static [(&'static str, Self)] =
        &[("micro", Some(Average::Micro)), ("macro", Some(Average::Macro)), ("weighted", Some(Average::Weighted))];
}

/// Keras's `epsilon()`, which it adds to what it divides by.
const EPSILON: f64 = 1e-7;

/// Counts of each output: true positives, false positives, false negatives.
const COUNTS: usize = 3;

impl FScore {
    /// F1 of the largest output, not averaged.
    pub const DEFAULT: FScore = FScore { average: None, beta: 1.0, threshold: None };

    pub(super) fn settings(&mut self, takes_beta: bool) -> Vec<Setting<'_>> {
        let mut settings = vec![Setting::choice("average", &mut self.average)];
        if takes_beta {
            settings.push(Setting::single("beta", Range::Positive, &mut self.beta));
        }
        settings.push(Setting::optional("threshold", Range::Share, &mut self.threshold));
        settings
    }

    fn score(&self, counts: &[f64]) -> f64 {
        let beta = f64::from(self.beta) * f64::from(self.beta);
        let precision = counts[0] / (counts[0] + counts[1] + EPSILON);
        let recall = counts[0] / (counts[0] + counts[2] + EPSILON);
        (1.0 + beta) * precision * recall / (beta * precision + recall + EPSILON)
    }
}

impl CountedMetric for FScore {
    fn count(&self, outputs: usize) -> usize {
        COUNTS * outputs
    }

    fn add(&self, row: MetricRow, counts: &mut [f64]) {
        let larger = |most: f32, p: f32| if p > most || p.is_nan() { p } else { most };
        let largest = row.predictions.iter().copied().fold(f32::NEG_INFINITY, larger);
        for ((p, t), counts) in row.outputs(None).zip(counts.chunks_exact_mut(COUNTS)) {
            // Keras takes a row of zeros for no class at all.
            let is_yes = self.threshold.map_or(p >= largest && p.abs() > 1e-9, |threshold| p > threshold);
            let (yes, t) = (f64::from(u8::from(is_yes)), f64::from(t));
            counts[0] += yes * t;
            counts[1] += yes * (1.0 - t);
            counts[2] += (1.0 - yes) * t;
        }
    }

    fn value(&self, counts: &[f64]) -> f64 {
        let outputs = || counts.chunks_exact(COUNTS);
        let of_all = |at: usize| outputs().map(|counts| counts[at]).sum::<f64>();
        match self.average {
            Some(Average::Micro) => self.score(&[of_all(0), of_all(1), of_all(2)]),
            None | Some(Average::Macro) => {
                outputs().map(|counts| self.score(counts)).sum::<f64>() / outputs().len() as f64
            }
            Some(Average::Weighted) => {
                let all = of_all(0) + of_all(2) + EPSILON;
                outputs().map(|counts| self.score(counts) * (counts[0] + counts[2]) / all).sum()
            }
        }
    }
}
