/** jax-js on its wasm device: the whole step, with its optimizer, in one compiled function. */
import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from "@jax-js/jax";

/** @typedef {import("@jax-js/jax").Array} Numbers */

const ACTIVATIONS = /** @type {Record<string, (z: Numbers) => Numbers>} */ ({
  linear: (z) => z,
  relu: nn.relu,
  tanh: np.tanh,
  sigmoid: nn.sigmoid,
  softmax: (z) => nn.softmax(z, 1),
});

/** Every use of an array ends it, but for that of a further reference. @param {Numbers[]} arrays */
const refs = (arrays) => arrays.map((array) => array.ref);

/**
 * The last pre-activations.
 * @param {import("../works.js").Work} work
 * @param {Numbers[]} weights
 * @param {Numbers} rows
 */
function sums(work, weights, rows) {
  return work.layers.reduce((values, _layer, at) => {
    const incoming = at ? ACTIVATIONS[work.layers[at - 1].activation](values) : values;
    return np.dot(incoming, weights[2 * at]).add(weights[2 * at + 1]);
  }, rows);
}

/** @param {import("../works.js").Work} work @param {Numbers} z */
const outputs = (work, z) => ACTIVATIONS[work.layers[work.layers.length - 1].activation](z);

/** @param {import("../works.js").Work} work */
function compile(work) {
  const loss = (/** @type {Numbers[]} */ weights, /** @type {Numbers} */ x, /** @type {Numbers} */ y) => {
    const z = sums(work, weights, x);
    if (work.loss === "mse") return np.mean(np.square(outputs(work, z).sub(y)));
    return np.sum(nn.logSoftmax(z, 1).mul(y)).mul(-1 / work.batch);
  };
  const both = valueAndGrad(loss);
  const sgd = jit((/** @type {Numbers[]} */ weights, /** @type {Numbers} */ x, /** @type {Numbers} */ y) => {
    const [value, gradients] = both(refs(weights), x, y);
    return [value, weights.map((w, at) => w.sub(/** @type {any} */ (gradients)[at].mul(work.rate)))];
  });
  const adam = jit(
    (
      /** @type {Numbers[]} */ weights,
      /** @type {Numbers[]} */ m,
      /** @type {Numbers[]} */ v,
      /** @type {Numbers} */ x,
      /** @type {Numbers} */ y,
      /** @type {Numbers} */ alpha,
    ) => {
      const [value, found] = both(refs(weights), x, y);
      const gradients = /** @type {Numbers[]} */ (/** @type {unknown} */ (found));
      const means = m.map((mean, at) => mean.ref.add(gradients[at].ref.sub(mean).mul(0.1)));
      const spreads = v.map((spread, at) => spread.ref.add(np.square(gradients[at]).sub(spread).mul(0.001)));
      const news = weights.map((w, at) => w.sub(means[at].ref.mul(alpha.ref).div(np.sqrt(spreads[at].ref).add(1e-7))));
      alpha.dispose();
      return [value, news, means, spreads];
    },
  );
  const predict = jit((/** @type {Numbers[]} */ weights, /** @type {Numbers} */ x) =>
    outputs(work, sums(work, weights, x)),
  );
  return { sgd: /** @type {any} */ (sgd), adam: /** @type {any} */ (adam), predict: /** @type {any} */ (predict) };
}

/** Compiled once for each work, as it compiles once for each shape. @type {Map<string, ReturnType<typeof compile>>} */
const compiled = new Map();

export async function start() {
  await init("wasm");
  defaultDevice("wasm");
  return { create };
}

/** @param {import("../works.js").Work} work */
async function create(work) {
  const key = `${work.id} ${work.title}`;
  const functions = compiled.get(key) ?? compile(work);
  compiled.set(key, functions);
  const width = work.y.length / work.rows;
  const array = (/** @type {Float32Array} */ numbers, /** @type {number[]} */ shape) =>
    np.array(numbers.slice()).reshape(shape);
  let weights = work.start.flatMap(({ kernel, bias }) => [
    array(kernel, [kernel.length / bias.length, bias.length]),
    array(bias, [bias.length]),
  ]);
  const batches = Array.from({ length: work.rows / work.batch }, (_, at) => [
    array(work.x.subarray(at * work.batch * work.inputs, (at + 1) * work.batch * work.inputs), [
      work.batch,
      work.inputs,
    ]),
    array(work.y.subarray(at * work.batch * width, (at + 1) * work.batch * width), [work.batch, width]),
  ]);
  const zeros = () => weights.map((weight) => np.zerosLike(weight.ref));
  let [m, v] = work.optimizer === "adam" ? [zeros(), zeros()] : [[], []];
  const predict = (/** @type {Float32Array} */ rows) =>
    /** @type {Float32Array} */ (
      functions.predict(refs(weights), array(rows, [rows.length / work.inputs, work.inputs])).dataSync()
    );
  return {
    train() {
      let t = 0;
      for (let epoch = 0; epoch < work.epochs; epoch++) {
        for (const [x, y] of batches) {
          t++;
          const alpha = (work.rate * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t);
          /** @type {Numbers} */
          let loss;
          if (work.optimizer === "adam")
            [loss, weights, m, v] = functions.adam(weights, m, v, x.ref, y.ref, np.array(alpha));
          else [loss, weights] = functions.sgd(weights, x.ref, y.ref);
          // What is not read is put off, and the list of it grows.
          loss.dataSync();
        }
      }
    },
    weights() {
      const flat = refs(weights).map((weight) => /** @type {Float32Array} */ (weight.dataSync()));
      return work.start.map((_, at) => ({ kernel: flat[2 * at], bias: flat[2 * at + 1] }));
    },
    predict,
    predictOne: (/** @type {number} */ a, /** @type {number} */ b) => predict(Float32Array.of(a, b))[0],
    free() {
      for (const numbers of [...weights, ...m, ...v, ...batches.flat()]) numbers.dispose();
    },
  };
}
