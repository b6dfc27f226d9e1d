/** A loop written by hand over Float32Arrays: what JavaScript reaches without anything. */
import { layerByLayer } from "../works.js";

/** @typedef {import("../works.js").Work} Work */

const BETA = [0.9, 0.999];
const EPSILON = 1e-7;

/** @param {Float32Array} z @param {number} from @param {number} units @param {string} activation */
function activate(z, from, units, activation) {
  const end = from + units;
  if (activation === "relu") for (let i = from; i < end; i++) z[i] = z[i] > 0 ? z[i] : 0;
  if (activation === "tanh") for (let i = from; i < end; i++) z[i] = Math.tanh(z[i]);
  if (activation === "sigmoid") for (let i = from; i < end; i++) z[i] = 1 / (1 + Math.exp(-z[i]));
  if (activation !== "softmax") return;
  let [largest, sum] = [-Infinity, 0];
  for (let i = from; i < end; i++) largest = Math.max(largest, z[i]);
  for (let i = from; i < end; i++) sum += z[i] = Math.exp(z[i] - largest);
  for (let i = from; i < end; i++) z[i] /= sum;
}

/** @param {Work} work @param {number} most */
function network(work, most) {
  let inputs = work.inputs;
  return work.layers.map(({ units, activation }, at) => {
    const w = work.start[at].kernel.slice();
    const b = work.start[at].bias.slice();
    const room = (/** @type {number} */ length) => new Float32Array(length);
    const layer = {
      inputs,
      units,
      activation,
      w,
      b,
      gw: room(w.length),
      gb: room(units),
      mw: room(w.length),
      vw: room(w.length),
      mb: room(units),
      vb: room(units),
      a: room(most * units),
      d: room(most * units),
    };
    inputs = units;
    return layer;
  });
}

/**
 * @param {ReturnType<typeof network>[number]} layer
 * @param {Float32Array} x
 * @param {number} from
 * @param {number} rows
 */
function forward({ inputs, units, activation, w, b, a }, x, from, rows) {
  for (let r = 0; r < rows; r++) {
    const out = r * units;
    for (let u = 0; u < units; u++) a[out + u] = b[u];
    for (let i = 0; i < inputs; i++) {
      const value = x[from + r * inputs + i];
      for (let u = 0; u < units; u++) a[out + u] += value * w[i * units + u];
    }
    activate(a, out, units, activation);
  }
}

/**
 * @param {ReturnType<typeof network>[number]} layer
 * @param {Float32Array} x
 * @param {number} from
 * @param {number} rows
 */
function gradients({ inputs, units, gw, gb, d }, x, from, rows) {
  gw.fill(0);
  gb.fill(0);
  for (let r = 0; r < rows; r++) {
    for (let u = 0; u < units; u++) gb[u] += d[r * units + u];
    for (let i = 0; i < inputs; i++) {
      const value = x[from + r * inputs + i];
      for (let u = 0; u < units; u++) gw[i * units + u] += value * d[r * units + u];
    }
  }
}

/** @param {ReturnType<typeof network>[number]} layer @param {Float32Array} into @param {number} rows */
function slopes({ inputs, units, w, d }, into, rows) {
  for (let r = 0; r < rows; r++)
    for (let i = 0; i < inputs; i++) {
      let sum = 0;
      for (let u = 0; u < units; u++) sum += d[r * units + u] * w[i * units + u];
      into[r * inputs + i] = sum;
    }
}

/** @param {ReturnType<typeof network>[number]} layer @param {number} rows */
function throughActivation({ units, activation, a, d }, rows) {
  const end = rows * units;
  if (activation === "relu") for (let i = 0; i < end; i++) d[i] = a[i] > 0 ? d[i] : 0;
  if (activation === "tanh") for (let i = 0; i < end; i++) d[i] *= 1 - a[i] * a[i];
  if (activation === "sigmoid") for (let i = 0; i < end; i++) d[i] *= a[i] * (1 - a[i]);
}

/**
 * @param {Float32Array} w
 * @param {Float32Array} g
 * @param {Float32Array} m
 * @param {Float32Array} v
 * @param {number} alpha
 */
function adam(w, g, m, v, alpha) {
  for (let i = 0; i < w.length; i++) {
    m[i] += (1 - BETA[0]) * (g[i] - m[i]);
    v[i] += (1 - BETA[1]) * (g[i] * g[i] - v[i]);
    w[i] -= (alpha * m[i]) / (Math.sqrt(v[i]) + EPSILON);
  }
}

/** @param {Float32Array} w @param {Float32Array} g @param {number} rate */
function sgd(w, g, rate) {
  for (let i = 0; i < w.length; i++) w[i] -= rate * g[i];
}

export async function start() {
  return {
    /** @param {Work} work @param {number} [most] */
    async create(work, most = 32) {
      const layers = network(work, most);
      const last = layers[layers.length - 1];
      const powers = [1, 1];
      /** @param {Float32Array} x @param {number} from @param {number} rows */
      const through = (x, from, rows) =>
        layers.forEach((layer, at) => (at ? forward(layer, layers[at - 1].a, 0, rows) : forward(layer, x, from, rows)));
      /** @param {number} row @param {number} rows */
      function step(row, rows) {
        through(work.x, row * work.inputs, rows);
        const scale = work.loss === "mse" ? 2 / (rows * last.units) : 1 / rows;
        for (let i = 0; i < rows * last.units; i++) last.d[i] = scale * (last.a[i] - work.y[row * last.units + i]);
        for (let at = layers.length - 1; at >= 0; at--) {
          throughActivation(layers[at], rows);
          if (at) gradients(layers[at], layers[at - 1].a, 0, rows);
          else gradients(layers[at], work.x, row * work.inputs, rows);
          if (at) slopes(layers[at], layers[at - 1].d, rows);
        }
        powers[0] *= BETA[0];
        powers[1] *= BETA[1];
        const alpha = (work.rate * Math.sqrt(1 - powers[1])) / (1 - powers[0]);
        for (const { w, gw, mw, vw, b, gb, mb, vb } of layers) {
          if (work.optimizer === "adam") {
            adam(w, gw, mw, vw, alpha);
            adam(b, gb, mb, vb, alpha);
          } else {
            sgd(w, gw, work.rate);
            sgd(b, gb, work.rate);
          }
        }
      }
      return {
        train() {
          for (let epoch = 0; epoch < work.epochs; epoch++)
            for (let row = 0; row < work.rows; row += work.batch) step(row, Math.min(work.batch, work.rows - row));
        },
        weights: () =>
          layerByLayer(
            work,
            layers.flatMap(({ w, b }) => [...w, ...b]),
          ),
        /** @param {Float32Array} rows */
        predict(rows) {
          through(rows, 0, rows.length / work.inputs);
          return last.a.slice(0, (rows.length / work.inputs) * last.units);
        },
        predictOne: (() => {
          const row = new Float32Array(2);
          return (/** @type {number} */ a, /** @type {number} */ b) => {
            row[0] = a;
            row[1] = b;
            through(row, 0, 1);
            return last.a[0];
          };
        })(),
        free() {},
      };
    },
  };
}
