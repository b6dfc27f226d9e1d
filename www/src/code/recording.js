/**
 * What the programs of a session told of their networks, in order: layers, rows, moments of a fit, what was predicted.
 * It
 * keeps what the engine recorded and computes nothing. Pure.
 *
 * @typedef {{ name: string, kind: any, units: number, inputs: number, activation?: string, parameters: number,
 *   weights: { name: any, shape: number[], trainable: boolean }[], line?: number }} WatchedLayer
 * @typedef {{ moment: number, epoch: number, weights: Float32Array, activations: Float32Array[],
 *   logs: Record<string, number> }} Moment
 * @typedef {{ rows: number, features: number, names?: string[], x: Float32Array, y: Float32Array, batchSize: number,
 *   batches: ArrayLike<number>[], targets?: number }} Rows
 * @typedef {object} WatchedModel
 * @property {number} id
 * @property {WatchedLayer[]} layers
 * @property {number} inputs
 * @property {number} parameters
 * @property {Float32Array} [weights] Before any fit.
 * @property {string} cell Whose program has the lines of the layers.
 * @property {string} [fitIn] The cell of its last fit.
 * @property {string} [askedIn] The cell that evaluated it last, or predicted with it.
 * @property {Moment[]} moments Of its last fit.
 * @property {Rows} [data]
 * @property {Record<string, number[]>} [history]
 * @property {number} epochs Of its last fit, as far as they are known.
 * @property {{ rows: number, width: number, outputs: Float32Array, targets?: Float32Array }} [predicted]
 * @property {Record<string, number>} [scores]
 */

/** A hint at a line of a cell. @typedef {{ cell: string, line: number | undefined, hint: any }} HintAt */

export class Recording {
  /** @type {Map<number, WatchedModel>} */
  models = new Map();
  /**
   * The models that the program of each cell used, as they were when it ended.
   * @type {Map<string, Map<number, WatchedModel>>}
   */
  #used = new Map();
  /** @type {HintAt[]} */
  #hints = [];

  /** A program begins anew. @param {string} cell */
  begin(cell) {
    this.#used.delete(cell);
    this.#hints = this.#hints.filter((hint) => hint.cell !== cell);
  }

  /** The models of a cell, the last one last. @param {string} cell @returns {WatchedModel[]} */
  of(cell) {
    return [...(this.#used.get(cell)?.values() ?? [])];
  }

  /** @param {string} cell */
  hintsOf(cell) {
    return this.#hints.filter((hint) => hint.cell === cell);
  }

  /** @param {string} cell @param {any} event One of `watch`. */
  take(cell, event) {
    if (event.kind === "hint") this.#hints.push({ cell, line: this.#lineOf(cell, event), hint: event.hint });
    if (event.kind === "model") this.#build(cell, event);
    const model = this.models.get(event.model);
    if (!model) return;
    TAKE[/** @type {string} */ (event.kind)]?.(model, event, cell);
    const used = this.#used.get(cell) ?? new Map();
    used.delete(model.id);
    this.#used.set(cell, used.set(model.id, { ...model }));
  }

  /** That of its layer, where the program of the cell has it. @param {string} cell @param {any} event */
  #lineOf(cell, { model: id, layer, line, fitLine }) {
    const model = layer === undefined ? undefined : this.models.get(id);
    if (!model) return line;
    return model.cell === cell ? (model.layers[layer].line ?? line) : fitLine;
  }

  /** @param {string} cell @param {any} event */
  #build(cell, { model: id, layers, inputs, parameters, weights }) {
    const before = this.models.get(id);
    const isSame = before && JSON.stringify(before.layers) === JSON.stringify(layers);
    this.models.set(id, {
      moments: [],
      epochs: 0,
      ...(isSame ? before : { cell }),
      ...{ id, layers, inputs, parameters, weights },
    });
  }
}

/** @type {Record<string, (model: WatchedModel, event: any, cell: string) => void>} */
const TAKE = {
  data(model, { kind: _, model: __, ...rows }, cell) {
    Object.assign(model, { data: rows, moments: [], history: undefined, epochs: 0, fitIn: cell });
  },
  moment(model, { moment, epoch, weights, activations, logs }) {
    model.moments.push({ moment, epoch, weights, activations, logs });
    model.epochs = Math.max(model.epochs, epoch);
  },
  fit(model, { history }) {
    model.history = history;
    model.epochs = Math.max(...Object.values(history).map(({ length }) => length), 0);
  },
  predict(model, { rows, width, outputs, targets }, cell) {
    model.predicted = { rows, width, outputs, targets };
    model.askedIn = cell;
  },
  evaluate(model, { scores }, cell) {
    model.scores = scores;
    model.askedIn = cell;
  },
};

/**
 * The losses of a fit: all epochs once it is over, those of its moments before.
 * @param {WatchedModel} model @param {string} name
 * @returns {{ x: number[], y: number[] } | undefined}
 */
export function seriesOf({ history, moments }, name) {
  if (history) return history[name] && { x: history[name].map((_, i) => i + 1), y: history[name] };
  const known = moments.filter(({ logs }) => name in logs);
  return known.length ? { x: known.map(({ epoch }) => epoch), y: known.map(({ logs }) => logs[name]) } : undefined;
}

/**
 * A model as the views of an experiment know their setup: layers, columns and shapes.
 * @param {WatchedModel} model @returns {any}
 */
export function setupOf({ layers, inputs, data, parameters }) {
  const features = data?.names ?? Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
  return { layers, parameters, shapes: { xTrain: [data?.rows ?? 0, inputs] }, config: { features, model: {} } };
}

/**
 * The values of each column of the picture for the first row: the inputs, then the layers that change something.
 * @param {WatchedModel} model @param {Moment | undefined} moment @param {readonly { place: number }[]} active
 */
export function columnsOf({ layers, data, inputs }, moment, active) {
  const all = moment?.activations ?? [];
  if (!all.length) return undefined;
  if (all.length === active.length + 1 && all.length !== layers.length) return all;
  const own = all.length === layers.length ? active.map(({ place }) => all[place]) : all;
  return [data?.x.slice(0, inputs) ?? new Float32Array(inputs), ...own];
}
