/**
 * What the Python stand-ins ask of the engine: texts in, texts out. It knows no page and no interpreter: it runs in the
 * worker beside Brython, and in Node beside CPython.
 *
 * @import { Hint, ModelTrace, Activations, History, Scores } from "../../../src/bindings/types.d.ts"
 */
import { decode, encode } from "./bridge/text.js";
import { datasetCalls } from "./bridge/datasets.js";
import { asPython } from "./bridge/errors.js";
import { fitCalls } from "./bridge/fit.js";
import { inspector } from "./bridge/inspect.js";
import { modelCalls } from "./bridge/models.js";
import { randomCalls } from "./bridge/random.js";
import { runCalls } from "./bridge/run.js";
import { sourceCalls } from "./bridge/source.js";
import { tableCalls } from "./bridge/tables.js";

/**
 * @typedef {typeof import("../../pkg-full/glassnet.js")} Engine
 * @typedef {{ name: string, text: string }} File
 * @typedef {{ read(path: string): File | undefined, names(): string[] }} Files Dropped files; the built-in table is not
 *   among them.
 */

/**
 * A layer of a model: the engine's facts, and the line of its constructor's call.
 * @typedef {{ name: string, kind: string, units: number, inputs: number, activation?: string, parameters: number,
 *   weights: { name: string, shape: number[], trainable: boolean }[], line?: number }} WatchedLayer
 */

/**
 * What the page draws. `model` is the model's number, `line` the reader's line of the call. Typed arrays are copies.
 *
 * @typedef {{ kind: "model", model: number, name: string, layers: WatchedLayer[], inputs: number, parameters: number,
 *   weights: Float32Array, line?: number }} ModelEvent
 *
 * @typedef {{ kind: "data", model: number, rows: number, features: number, targets: number, names?: string[],
 *   x: Float32Array, y: Float32Array, batchSize: number, batches: Uint32Array[], line?: number }} DataEvent
 *   `batches`: the rows of those of the first epoch.
 *
 * @typedef {{ kind: "moment", model: number, moment: number, epoch: number, updates: number, weights: Float32Array,
 *   activations: Float32Array[], logs: Scores, line?: number }} MomentEvent
 *   `activations` of the first row, layer by layer.
 *
 * @typedef {{ kind: "fit", model: number, history: History["history"], end?: History["end"], line?: number }} FitEvent
 *
 * @typedef {{ kind: "predict", model: number, rows: number, width: number, outputs: Float32Array,
 *   targets?: Float32Array, line?: number }} PredictEvent
 *
 * @typedef {{ kind: "evaluate", model: number, scores: Scores, line?: number }} EvaluateEvent
 *
 * @typedef {"unassigned"} OwnHintCode A result that a line throws away.
 * @typedef {Hint | { code: OwnHintCode, facts: { method: string } }} WatchedHint
 * @typedef {{ kind: "hint", model?: number, hint: WatchedHint, line?: number, layer?: number, fitLine?: number
 *   }} HintEvent Of a layer: its place in the list, and the line of the fit that told of it.
 *
 * @typedef {ModelEvent | DataEvent | MomentEvent | FitEvent | PredictEvent | EvaluateEvent | HintEvent} WatchEvent
 */

/**
 * @typedef {object} BridgeOptions
 * @property {Engine} glassnet The full engine, started.
 * @property {Files} files
 * @property {(text: string, how: { replaces: boolean }) => void} output What the engine prints: whole lines, each with
 *   its line break; `replaces`: in the place of the line before.
 * @property {(event: WatchEvent) => void} watch
 * @property {(line: number) => string | undefined} [source] A line of the program that runs, from 1; without it
 *   nothing is said of results that are thrown away.
 */

/**
 * @typedef {{ what: "trace", model: number, moment: number, row: number }
 *   | { what: "activations", model: number, moment: number, row: number }
 *   | { what: "curve", args: [activation: any, from: number, to: number, points: number] }} InspectRequest
 * @typedef {ModelTrace | Activations[] | Float32Array | undefined} Inspected `undefined` of a moment or row that is no
 *   longer kept.
 */

/**
 * The bridge of one interpreter. `call` never throws: Python would skip its `finally`.
 * @param {BridgeOptions} options
 */
export function createBridge({ watch: tell, ...options }) {
  /** @type {import("./bridge/state.js").State} */
  const state = { ...options, tell, models: new Map(), datasets: new Map(), randoms: new Map(), next: 1 };
  /** @type {Record<string, (request: any) => unknown>} */
  const calls = {
    ...randomCalls(state),
    ...tableCalls(state),
    ...datasetCalls(state),
    ...modelCalls(state),
    ...runCalls(state),
    ...fitCalls(state),
    ...sourceCalls(state),
  };
  return {
    /** @param {string} text */
    call(text) {
      try {
        const request = decode(text);
        return encode({ value: calls[request.op](request) ?? null });
      } catch (error) {
        return encode({ error: asPython(error) });
      }
    },
    /** What the page asks while no program runs. @param {InspectRequest} request @returns {Inspected} */
    inspect: (request) => inspector(state)(request),
  };
}
