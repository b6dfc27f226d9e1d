/**
 * `fit`, driven from Python: step by step where it has callbacks of the program, else all at once. What happened is
 * told to the page: the rows, moments between epochs, hints.
 *
 * @import { State, Model } from "./state.js"
 * @import { FitConfig, FitState, Hint, Scores } from "../../../../src/bindings/types.d.ts"
 */
import { modelOf } from "./models.js";
import { printer } from "./run.js";

/** So many moments of a fit are kept, thinned evenly. */
const MOMENTS = 200;
/** A larger model keeps the weights of its moments, without its optimizer's state. */
const SAVED_PARAMETERS = 5000;
/** Of more rows the page gets the first ones, and no batches. */
const WATCHED_ROWS = 2000;

/**
 * A fit under way.
 * @typedef {{ epochs: number, first: number, each: number, line?: number, rate?: number, told: Set<string>,
 *   x: Float64Array, y: Float64Array, names?: string[] }} Fit
 */

/**
 * @typedef {{ model: number, x: Float64Array, y: Float64Array, rows: number, dataset?: number, names?: string[] | null,
 *   options: any, schedules: boolean, stepwise: boolean, line?: number }} Begin
 */

/** Keras keeps single precision. @param {Scores} scores */
const rounded = (scores) => Object.fromEntries(Object.entries(scores).map(([key, score]) => [key, Math.fround(score)]));

/** The engine's options. @param {State} state @param {Begin} request @param {() => number} rate @returns {FitConfig} */
function optionsOf(state, request, rate) {
  const { options, schedules } = request;
  const { callbacks = [], classWeight, ...rest } = options;
  const known = Object.entries(rest).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(known),
    ...(classWeight && { classWeight }),
    callbacks: [...callbacks, ...(schedules ? [{ type: "LearningRateScheduler", schedule: rate }] : [])],
    print: request.stepwise && options.verbose === 2 ? delayed(state, request.model) : printer(state),
  };
}

/**
 * Prints a line late: Keras prints that of an epoch after the callbacks of the program.
 * @param {State} state @param {number} id
 */
const delayed = (state, id) => (/** @type {string} */ line) => {
  flush(state, id);
  if (/^Epoch \d+\/\d+$/.test(line)) printer(state)(line, false);
  else modelOf(state, id).held = line;
};

/** @param {State} state @param {number} id */
function flush(state, id) {
  const model = modelOf(state, id);
  if (model.held !== undefined) printer(state)(model.held, false);
  model.held = undefined;
}

/**
 * The batches of the first epoch: those that a copy of the model would take.
 * @param {State} state @param {Model} model @param {any[]} rows @param {any} options
 */
function firstBatches({ glassnet }, { engine }, rows, options) {
  const copy = glassnet.Sequential.load(engine.save());
  copy.beginFit(rows[0], rows[1], {
    ...options,
    epochs: (options.initialEpoch ?? 0) + 1,
    verbose: 0,
    callbacks: [],
    validationData: undefined,
  });
  const batches = [];
  for (let next = copy.nextRows(); next.length; next = copy.nextRows()) {
    batches.push(next);
    if (copy.fitFor(1).end) break;
  }
  copy.free();
  return batches;
}

/** @param {State} state @param {Model} model @param {Begin} request @param {any} options */
function tellData(state, model, request, options) {
  const set = request.dataset ? state.datasets.get(request.dataset) : undefined;
  const { x, y, rows } = set ?? request;
  const [features, targets, shown] = [x.length / rows, y.length / rows, Math.min(rows, WATCHED_ROWS)];
  const batches = rows > WATCHED_ROWS ? [] : set ? set.engine.order(0) : firstBatches(state, model, [x, y], options);
  /** @type {Omit<import("../bridge.js").DataEvent, "kind">} */
  const data = {
    model: model.id,
    rows,
    features,
    targets,
    names: request.names ?? undefined,
    x: Float32Array.from(x.subarray(0, shown * features)),
    y: Float32Array.from(y.subarray(0, shown * targets)),
    batchSize: set?.batchSize ?? options.batchSize ?? 32,
    batches,
    line: request.line,
  };
  model.data = { ...data, x: data.x.slice(), y: data.y.slice() };
  state.tell({ kind: "data", ...data });
  return { x, y };
}

/**
 * Keeps where the model is and tells the page.
 * @param {State} state @param {Model} model @param {number} epoch @param {Scores} logs
 */
function remember(state, model, epoch, logs) {
  const { engine, data, fit } = model;
  const weights = engine.flatWeights();
  const moment = model.moment++;
  model.moments.set(moment, weights.length <= SAVED_PARAMETERS ? { saved: engine.save(), weights } : { weights });
  const row = data?.x.subarray(0, data.features);
  const activations = row ? engine.activations(row).map(({ values }) => values) : [];
  const { id, updates } = model;
  state.tell({
    kind: "moment",
    model: id,
    moment,
    epoch,
    updates,
    weights: weights.slice(),
    activations,
    logs,
    line: fit?.line,
  });
}

/**
 * Where a hint belongs: to its layer, as the page lists them, else to the line of the fit.
 * @param {Model} model @param {Hint} hint
 */
function whereOf({ layers, fit }, { place }) {
  const computing = layers.filter(({ type }) => !["Input", "Dropout", "Flatten"].includes(type));
  const layer = place && "layer" in place ? computing[place.layer] : undefined;
  if (!layer) return { line: fit?.line };
  const at = layers.filter(({ type }) => type !== "Input").indexOf(layer);
  return { line: layer.line ?? fit?.line, layer: at, fitLine: fit?.line };
}

/** @param {State} state @param {Model} model */
function tellHints(state, model) {
  const { engine, fit, id } = model;
  if (!fit) return;
  for (const hint of engine.hints(fit.x, fit.y, fit.names)) {
    const key = `${hint.code} ${JSON.stringify(hint.place)}`;
    if (!fit.told.has(key)) state.tell({ kind: "hint", model: id, hint, ...whereOf(model, hint) });
    fit.told.add(key);
  }
}

/** @param {State} state @param {Begin} request */
function begin(state, request) {
  const model = modelOf(state, request.model);
  const options = optionsOf(state, request, () => model.fit?.rate ?? 0);
  const set = request.dataset ? state.datasets.get(request.dataset)?.engine : undefined;
  if (set) model.engine.beginFit(set, options);
  else model.engine.beginFit(request.x, request.y, options);
  const rows = tellData(state, model, request, options);
  const { epochs = 1, initialEpoch: first = 0 } = options;
  const each = Math.ceil(Math.max(epochs - first, 1) / (MOMENTS - 1));
  const { line } = request;
  model.fit = { epochs, first, each, line, names: request.names ?? undefined, told: new Set(), ...rows };
  model.moments.clear();
  model.updates = 0;
  tellHints(state, model);
  remember(state, model, first, {});
}

/** Goes on for some batches. @param {State} state @param {Model} model @param {number} batches @returns {FitState} */
function step(state, model, batches) {
  const now = model.engine.fitFor(batches);
  model.updates += batches;
  const { first = 0, each = 1 } = model.fit ?? {};
  const isDue = now.batch === 0 && (now.epoch - first) % each === 0;
  if (isDue || now.end) remember(state, model, now.epoch, rounded(now.logs));
  return { ...now, logs: rounded(now.logs) };
}

/** @param {State} state @param {Model} model @returns {FitState} */
function runAll(state, model) {
  let now = model.engine.fitFor(0);
  while (!now.end) now = step(state, model, now.batches - now.batch);
  return now;
}

/** @param {State} state @param {Model} model */
function finish(state, model) {
  const found = model.engine.history();
  const history = Object.fromEntries(
    Object.entries(found?.history ?? {}).map(([key, series]) => [key, Float32Array.from(series)]),
  );
  const plain = Object.fromEntries(Object.entries(history).map(([key, series]) => [key, [...series]]));
  state.tell({ kind: "fit", model: model.id, history: plain, end: found?.end, line: model.fit?.line });
  tellHints(state, model);
  return { epoch: found?.epoch ?? [], history, end: found?.end ?? null };
}

/** @param {State} state */
export function fitCalls(state) {
  return {
    /** @param {Begin} request */
    "fit.begin": (request) => {
      begin(state, request);
      return modelOf(state, request.model).engine.fitFor(0).batches;
    },
    /** @param {{ model: number, batches: number, rate?: number }} request */
    "fit.step": ({ model: id, batches, rate }) => {
      const model = modelOf(state, id);
      if (model.fit) model.fit.rate = rate ?? model.fit.rate;
      return step(state, model, batches);
    },
    /** @param {{ model: number }} request */
    "fit.flush": ({ model }) => flush(state, model),
    /** @param {{ model: number }} request */
    "fit.run": ({ model: id }) => runAll(state, modelOf(state, id)),
    /** @param {{ model: number }} request */
    "fit.finish": ({ model: id }) => finish(state, modelOf(state, id)),
  };
}
