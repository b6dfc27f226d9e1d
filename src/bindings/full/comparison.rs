//! Runs side by side from JavaScript.

use super::experiment::JsExperiment;
use crate::Error;
use crate::bindings::convert::{count, js_error, value};
use crate::bindings::keras::clock::Clock;
use crate::bindings::record::with;
use crate::experiment::Experiment;
use crate::reader;
use crate::train::{Comparison, Contour, ContourPath, ContourWork, Curve, RunConfig};
use js_sys::{Array, Float32Array, Object, Uint32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../comparison.d.ts");

/// Up to six runs from one start on the same data.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = Comparison)]
pub struct JsComparison {
    comparison: Comparison,
    contour: Option<ContourWork>,
}

#[wasm_bindgen(js_class = Comparison)]
impl JsComparison {
    /// Sets runs up on the data, the start weights and the order of an experiment's configuration, `epochs` each.
    ///
    /// Throws an `Error` with a `code`, and with the path in `what`, where something is rejected.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "ExperimentConfig")] config: JsValue,
        #[wasm_bindgen(unchecked_param_type = "RunConfig[]")] runs: JsValue,
        epochs: f64,
    ) -> Result<Self, JsValue> {
        let runs = read_runs(&runs, epochs)?;
        Self::of(&Experiment::read(&value(&config)).map_err(js_error)?, runs)
    }

    /// Goes on for some milliseconds. Returns how far all runs are.
    #[wasm_bindgen(js_name = runFor, unchecked_return_type = "{ done: boolean; progress: number }")]
    pub fn run_for(&mut self, milliseconds: f64) -> JsValue {
        let clock = Clock::start();
        let done = self.comparison.run(|| clock.within(Some(milliseconds)));
        with(Object::new(), &[("done", done.into()), ("progress", self.comparison.progress().into())])
    }

    /// The loss over all training rows at the recorded points of each run.
    #[wasm_bindgen(unchecked_return_type = "RunCurve[]")]
    pub fn curves(&self) -> JsValue {
        let rows = self.comparison.rows() as f32;
        self.comparison.curves().map(|curve| curve_object(curve, rows)).collect::<Array>().into()
    }

    /// The loss over a plane of the weights, with the paths of the runs in it.
    #[wasm_bindgen(unchecked_return_type = "Contour")]
    pub fn contour(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ContourConfig")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (weights, size) = contour_config(&options)?;
        Ok(contour_object(&self.comparison.contour(weights, size).map_err(js_error)?))
    }

    /// Sets a contour up, of the runs as they are now, that is then computed by `contourFor`.
    #[wasm_bindgen(js_name = beginContour)]
    pub fn begin_contour(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ContourConfig")] options: JsValue,
    ) -> Result<(), JsValue> {
        let (weights, size) = contour_config(&options)?;
        self.contour = Some(self.comparison.begin_contour(weights, size).map_err(js_error)?);
        Ok(())
    }

    /// Goes on with the contour for some milliseconds. Returns it once it is whole.
    #[wasm_bindgen(js_name = contourFor, unchecked_return_type = "Contour | undefined")]
    pub fn contour_for(&mut self, milliseconds: f64) -> JsValue {
        let clock = Clock::start();
        let whole = self.contour.as_mut().is_some_and(|work| work.run(|| clock.within(Some(milliseconds))));
        match self.contour.take_if(|_| whole) {
            Some(work) => contour_object(work.contour()),
            None => JsValue::UNDEFINED,
        }
    }
}

#[wasm_bindgen(js_class = Experiment)]
impl JsExperiment {
    /// Sets runs up on the experiment's data, start weights and order, `epochs` each.
    pub fn compare(
        &self,
        #[wasm_bindgen(unchecked_param_type = "RunConfig[]")] runs: JsValue,
        epochs: f64,
    ) -> Result<JsComparison, JsValue> {
        JsComparison::of(&self.0, read_runs(&runs, epochs)?)
    }
}

impl JsComparison {
    fn of(experiment: &Experiment, (runs, epochs): (Vec<RunConfig>, usize)) -> Result<Self, JsValue> {
        let comparison = experiment.compare(&runs, epochs).map_err(js_error)?;
        Ok(JsComparison { comparison, contour: None })
    }
}

fn read_runs(runs: &JsValue, epochs: f64) -> Result<(Vec<RunConfig>, usize), JsValue> {
    let epochs = count("epochs", epochs).map_err(js_error)?;
    Ok((RunConfig::read_list(&value(runs)).map_err(js_error)?, epochs))
}

fn contour_config(options: &JsValue) -> Result<(Option<[usize; 2]>, usize), JsValue> {
    let config = reader::read_at("contour", &value(options), |config| {
        config.fields(&["weights", "size"]);
        let weights: Option<Vec<usize>> = config.get("weights");
        let weights = weights.and_then(|weights| {
            let count = weights.len();
            let pair = weights.try_into().ok();
            if pair.is_none() {
                config.reject(Error::shape(&config.field("weights").path(), "2 places", count));
            }
            pair
        });
        (weights, config.get("size"))
    });
    config.map_err(js_error)
}

fn curve_object(curve: &Curve, rows: f32) -> JsValue {
    let numbers = |numbers: &[u32]| Uint32Array::from(numbers).into();
    let epochs: Vec<f32> = curve.rows_seen.iter().map(|&seen| seen as f32 / rows).collect();
    let fields = [
        ("label", curve.label.as_str().into()),
        ("updates", numbers(&curve.updates)),
        ("rowsSeen", numbers(&curve.rows_seen)),
        ("epochs", Float32Array::from(epochs.as_slice()).into()),
        ("loss", Float32Array::from(curve.loss.as_slice()).into()),
        ("diverged", curve.diverged.into()),
    ];
    with(Object::new(), &fields)
}

fn contour_object(contour: &Contour) -> JsValue {
    let numbers = |numbers: &[f32]| Float32Array::from(numbers).into();
    let range = |range: [f32; 2]| range.iter().map(|&end| JsValue::from_f64(end.into())).collect::<Array>().into();
    let path = |path: &ContourPath| {
        let (x, y) = (numbers(&path.x), numbers(&path.y));
        with(Object::new(), &[("label", path.label.as_str().into()), ("x", x), ("y", y)])
    };
    let explained = contour.explained.map_or(JsValue::UNDEFINED, JsValue::from);
    let fields = [
        ("values", numbers(&contour.values)),
        ("size", (contour.size as u32).into()),
        ("xRange", range(contour.x_range)),
        ("yRange", range(contour.y_range)),
        ("paths", contour.paths.iter().map(path).collect::<Array>().into()),
        ("xLabel", contour.x_label.as_str().into()),
        ("yLabel", contour.y_label.as_str().into()),
        ("explained", explained),
        ("rows", (contour.rows as u32).into()),
    ];
    with(Object::new(), &fields)
}
