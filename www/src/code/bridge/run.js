/**
 * What a model is asked once it is there: `predict` and `evaluate`, with Keras's lines.
 *
 * @import { State } from "./state.js"
 */
import { labelsOf } from "./labels.js";
import { modelOf } from "./models.js";

/** Rows of a batch of `predict` and `evaluate`, as Keras takes them. */
const BATCH = 32;
const WIDTH = 20;

/** A time of a step as Keras writes it. @param {number} seconds */
function perStep(seconds) {
  if (seconds >= 1) return `${Math.round(seconds)}s`;
  return seconds >= 1e-3 ? `${Math.round(seconds * 1e3)}ms` : `${Math.round(seconds * 1e6)}us`;
}

/**
 * Keras's line of a `predict`, which has no scores.
 * @param {number} verbose @param {number} batches @param {number} seconds
 */
function predictLine(verbose, batches, seconds) {
  const [count, step] = [`${batches}/${batches}`, `${perStep(seconds / batches)}/step`];
  if (verbose === 2) return `${count} - ${Math.floor(seconds)}s - ${step}`;
  return `${count} ${"━".repeat(WIDTH)} ${Math.floor(seconds)}s ${step}`;
}

/** @param {State} state @returns {(line: string, replaces: boolean) => void} */
export const printer = (state) => (line, replaces) => state.output(`${line}\n`, { replaces });

/** @param {State} state */
export function runCalls(state) {
  return {
    /**
     * @param {{ model: number, x: Float64Array, rows: number, batchSize: number | null, verbose: number,
     *   line?: number }} request
     */
    "model.predict": ({ model: id, x, rows, batchSize, verbose, line }) => {
      const { engine } = modelOf(state, id);
      const began = performance.now();
      const outputs = engine.predict(x);
      const batches = Math.ceil(rows / (batchSize ?? BATCH));
      if (verbose) printer(state)(predictLine(verbose, batches, (performance.now() - began) / 1000), false);
      const width = engine.outputShape[1];
      const targets = labelsOf(modelOf(state, id), x, rows);
      state.tell({ kind: "predict", model: id, rows, width, outputs: outputs.slice(), targets, line });
      return { outputs, width };
    },
    /**
     * @param {{ model: number, x: Float64Array, y: Float64Array, rows: number, dataset?: number,
     *   batchSize: number | null, sampleWeight: Float64Array | null, verbose: number, line?: number }} request
     */
    "model.evaluate": ({ model: id, x, y, rows, dataset, batchSize, sampleWeight, verbose, line }) => {
      const model = modelOf(state, id);
      const { engine } = model;
      if (x?.length) model.evaluated = { x, y, rows };
      const options = /** @type {any} */ ({ verbose, print: printer(state), ...(sampleWeight && { sampleWeight }) });
      const kept = dataset ? state.datasets.get(dataset)?.engine : undefined;
      const own =
        batchSize && !sampleWeight ? state.glassnet.Dataset.fromTensorSlices(x, y, rows).batch(batchSize) : kept;
      const scores = own ? engine.evaluate(own, options) : engine.evaluate(x, y, options);
      const rounded = Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, Math.fround(score)]));
      state.tell({ kind: "evaluate", model: id, scores: rounded, line });
      return rounded;
    },
  };
}
