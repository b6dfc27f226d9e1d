/**
 * The work that every engine does: data, network and start weights, the same for all, drawn from a fixed seed.
 *
 * @typedef {{ units: number, activation: "linear" | "relu" | "tanh" | "sigmoid" | "softmax" }} Layer
 * @typedef {{ kernel: Float32Array, bias: Float32Array }} Start `kernel` is `[inputs][units]`, row by row
 * @typedef {{
 *   id: string, title: string, inputs: number, layers: Layer[], rows: number, batch: number, epochs: number,
 *   loss: "mse" | "crossentropy", optimizer: "sgd" | "adam", rate: number,
 *   x: Float32Array, y: Float32Array, start: Start[],
 * }} Work
 */

/** Numbers from 0 to 1 from a seed: mulberry32. @param {number} seed */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Glorot uniform kernels, biases of 0. @param {Work} work @param {() => number} random */
function start(work, random) {
  let inputs = work.inputs;
  return work.layers.map(({ units }) => {
    const limit = Math.sqrt(6 / (inputs + units));
    const kernel = Float32Array.from({ length: inputs * units }, () => (random() * 2 - 1) * limit);
    inputs = units;
    return { kernel, bias: new Float32Array(units) };
  });
}

/**
 * @param {Omit<Work, "x" | "y" | "start">} plan
 * @param {number} seed
 * @param {(row: Float32Array, random: () => number) => number[]} target
 * @param {(random: () => number) => number} feature
 * @returns {Work}
 */
function work(plan, seed, target, feature) {
  const random = chance(seed);
  const outputs = plan.layers[plan.layers.length - 1].units;
  const x = Float32Array.from({ length: plan.rows * plan.inputs }, () => feature(random));
  const y = new Float32Array(plan.rows * outputs);
  for (let row = 0; row < plan.rows; row++) {
    y.set(target(x.subarray(row * plan.inputs, (row + 1) * plan.inputs), random), row * outputs);
  }
  const whole = { ...plan, x, y, start: /** @type {Start[]} */ ([]) };
  whole.start = start(whole, random);
  return whole;
}

const evenly = (/** @type {() => number} */ random) => random();
const around0 = (/** @type {() => number} */ random) => random() * 2 - 1;

/** The tutorial's regression. */
export const W1 = () =>
  work(
    {
      id: "W1",
      title: "140 x 4 -> 10 -> 1, mse, Adam, batch 5, 2,800 steps",
      inputs: 4,
      rows: 140,
      batch: 5,
      epochs: 100,
      layers: [
        { units: 10, activation: "linear" },
        { units: 1, activation: "linear" },
      ],
      loss: "mse",
      optimizer: "adam",
      rate: 0.001,
    },
    1,
    ([a, b, c, d], random) => [0.5 * a + 0.3 * b - 0.2 * c + 0.1 * d + 0.1 * random()],
    evenly,
  );

/** A playground: two features, two classes that no line divides. */
export const W2 = () =>
  work(
    {
      id: "W2",
      title: "500 x 2 -> 8 tanh -> 8 tanh -> 1 sigmoid, mse, SGD, batch 10, 2,500 steps",
      inputs: 2,
      rows: 500,
      batch: 10,
      epochs: 50,
      layers: [
        { units: 8, activation: "tanh" },
        { units: 8, activation: "tanh" },
        { units: 1, activation: "sigmoid" },
      ],
      loss: "mse",
      optimizer: "sgd",
      rate: 0.03,
    },
    2,
    ([a, b]) => [a * b > 0 ? 1 : 0],
    around0,
  );

/** The size of handwritten digits. */
export const W3 = () =>
  work(
    {
      id: "W3",
      title: "784 -> 128 relu -> 10 softmax, crossentropy, Adam, batch 32, 100 steps",
      inputs: 784,
      rows: 3200,
      batch: 32,
      epochs: 1,
      layers: [
        { units: 128, activation: "relu" },
        { units: 10, activation: "softmax" },
      ],
      loss: "crossentropy",
      optimizer: "adam",
      rate: 0.001,
    },
    3,
    (_row, random) => {
      const digit = Math.floor(random() * 10);
      return Array.from({ length: 10 }, (_, at) => (at === digit ? 1 : 0));
    },
    evenly,
  );

/** The network of the worked example, for one row at a time. */
export const X2 = () =>
  work(
    {
      id: "X2",
      title: "2 -> 2 -> 1 sigmoid",
      inputs: 2,
      rows: 1,
      batch: 1,
      epochs: 1,
      layers: [
        { units: 2, activation: "sigmoid" },
        { units: 1, activation: "sigmoid" },
      ],
      loss: "mse",
      optimizer: "sgd",
      rate: 1,
    },
    4,
    () => [0.4],
    around0,
  );

/** 100,000 rows for W1's model. */
export function manyRows() {
  const random = chance(5);
  return Float32Array.from({ length: 400_000 }, evenly.bind(null, random));
}

/** The activations in double precision. @type {Record<Layer["activation"], (sums: number[]) => number[]>} */
const ACTIVATIONS = {
  linear: (sums) => sums,
  relu: (sums) => sums.map((z) => Math.max(0, z)),
  tanh: (sums) => sums.map(Math.tanh),
  sigmoid: (sums) => sums.map((z) => 1 / (1 + Math.exp(-z))),
  softmax: (sums) => {
    const largest = Math.max(...sums);
    const parts = sums.map((z) => Math.exp(z - largest));
    const all = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => part / all);
  },
};

/**
 * What the network says to a row, in double precision.
 * @param {Work} work
 * @param {Start[]} weights
 * @param {number} row
 */
function answer(work, weights, row) {
  let values = Array.from(work.x.subarray(row * work.inputs, (row + 1) * work.inputs));
  work.layers.forEach(({ units, activation }, layer) => {
    const { kernel, bias } = weights[layer];
    const sums = Array.from({ length: units }, (_, unit) =>
      values.reduce((sum, value, input) => sum + value * kernel[input * units + unit], bias[unit]),
    );
    values = ACTIVATIONS[activation](sums);
  });
  return values;
}

/**
 * The loss of weights, by one function for every engine: who skips work is found out.
 * @param {Work} work
 * @param {Start[]} weights
 */
export function loss(work, weights) {
  const outputs = work.layers[work.layers.length - 1].units;
  // A tenth of the large work is enough to tell.
  const rows = Math.min(work.rows, 500);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    answer(work, weights, row).forEach((p, at) => {
      const t = work.y[row * outputs + at];
      sum += work.loss === "mse" ? (p - t) ** 2 / outputs : -t * Math.log(Math.max(p, 1e-30));
    });
  }
  return sum / rows;
}

/** Weights in one array, as Keras orders them, layer by layer. @param {Work} work @param {ArrayLike<number>} flat */
export function layerByLayer(work, flat) {
  let at = 0;
  const take = (/** @type {number} */ count) => Float32Array.from({ length: count }, () => flat[at++]);
  return work.start.map(({ kernel, bias }) => ({ kernel: take(kernel.length), bias: take(bias.length) }));
}

/** The start weights in one array. @param {Work} work */
export function flat(work) {
  return Float32Array.from(work.start.flatMap(({ kernel, bias }) => [...kernel, ...bias]));
}

/**
 * A network of equal layers.
 * @param {number} units
 * @param {number} rows
 * @param {number} depth
 * @param {number} epochs
 */
export const square = (units, rows, depth, epochs) =>
  work(
    {
      id: "W6",
      title: `${units} units, ${rows} rows, ${depth} layers`,
      inputs: units,
      rows,
      batch: rows,
      epochs,
      layers: Array.from({ length: depth }, () => ({ units, activation: /** @type {const} */ ("relu") })),
      loss: "mse",
      optimizer: "sgd",
      rate: 0.001,
    },
    6,
    (row) => Array.from(row, (value) => 0.1 * value),
    around0,
  );
