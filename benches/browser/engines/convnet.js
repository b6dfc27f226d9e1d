/** ConvNetJS: a step for each row, an update for each batch. */
import convnetjs from "convnetjs";

export const notes = {
  W1: "SGD: its release has no Adam",
  W2: "a linear last layer for sigmoid",
  W3: "SGD: its release has no Adam",
};

export async function start() {
  return {
    /** @param {import("../works.js").Work} work */
    async create(work) {
      const net = new convnetjs.Net();
      const plain = work.layers.slice(0, -1).map(({ units, activation }) => ({
        type: "fc",
        num_neurons: units,
        ...(activation === "linear" ? {} : { activation }),
      }));
      const outputs = work.layers[work.layers.length - 1].units;
      const last =
        work.loss === "mse" ? { type: "regression", num_neurons: outputs } : { type: "softmax", num_classes: outputs };
      net.makeLayers([{ type: "input", out_sx: 1, out_sy: 1, out_depth: work.inputs }, ...plain, last]);
      const rate = work.optimizer === "adam" ? 0.01 : work.rate;
      const trainer = new convnetjs.Trainer(net, {
        method: "sgd",
        learning_rate: rate,
        momentum: 0,
        batch_size: work.batch,
      });
      const volume = (/** @type {ArrayLike<number>} */ row) => {
        const made = new convnetjs.Vol(1, 1, work.inputs, 0);
        for (let i = 0; i < work.inputs; i++) made.w[i] = row[i];
        return made;
      };
      const rows = Array.from({ length: work.rows }, (_, row) => {
        const y = Array.from(work.y.subarray(row * outputs, (row + 1) * outputs));
        return {
          x: volume(work.x.subarray(row * work.inputs, (row + 1) * work.inputs)),
          y: work.loss === "mse" ? y : y.indexOf(1),
        };
      });
      return {
        train() {
          for (let epoch = 0; epoch < work.epochs; epoch++) for (const { x, y } of rows) trainer.train(x, y);
        },
        weights: undefined,
        /** @param {Float32Array} numbers */
        predict(numbers) {
          const out = new Float32Array(numbers.length / work.inputs);
          for (let row = 0; row < out.length; row++) {
            out[row] = net.forward(volume(numbers.subarray(row * work.inputs, (row + 1) * work.inputs))).w[0];
          }
          return out;
        },
        predictOne: (/** @type {number} */ a, /** @type {number} */ b) => net.forward(volume([a, b])).w[0],
        free() {},
      };
    },
  };
}
