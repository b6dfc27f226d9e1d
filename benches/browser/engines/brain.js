/** brain.js: its own updates, row by row, and one activation for all layers. */
import brain from "brain.js/browser.min.js";

export const notes = {
  W1: "updates row by row; leaky relu with slope 1 for linear",
  W2: "updates row by row; tanh for the last layer too",
};
export const cannot = { W3: "no softmax, no cross-entropy" };

export async function start() {
  return {
    /** @param {import("../works.js").Work} work */
    async create(work) {
      const sizes = work.layers.map(({ units }) => units);
      const activation = { linear: "leaky-relu", tanh: "tanh", sigmoid: "sigmoid" }[work.layers[0].activation];
      const net = new brain.NeuralNetwork({
        inputSize: work.inputs,
        outputSize: sizes[sizes.length - 1],
        hiddenLayers: sizes.slice(0, -1),
        activation,
        leakyReluAlpha: 1,
      });
      const rows = Array.from({ length: work.rows }, (_, row) => ({
        input: Array.from(work.x.subarray(row * work.inputs, (row + 1) * work.inputs)),
        output: Array.from(work.y.subarray(row, row + 1)),
      }));
      net.train(rows, { iterations: 1, errorThresh: 1e-9 });
      return {
        train: () =>
          net.train(rows, {
            iterations: work.epochs,
            errorThresh: 1e-9,
            learningRate: work.optimizer === "adam" ? 0.01 : work.rate,
            momentum: 1e-9,
          }),
        weights: undefined,
        /** @param {Float32Array} numbers */
        predict(numbers) {
          const out = new Float32Array(numbers.length / work.inputs);
          for (let row = 0; row < out.length; row++) {
            out[row] = net.run(numbers.subarray(row * work.inputs, (row + 1) * work.inputs))[0];
          }
          return out;
        },
        predictOne: (/** @type {number} */ a, /** @type {number} */ b) => net.run([a, b])[0],
        free() {},
      };
    },
  };
}
