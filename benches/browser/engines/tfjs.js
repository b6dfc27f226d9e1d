/** TensorFlow.js by its layers: `model.fit` and `model.predict`. */
import * as tf from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";

/** @param {string} backend @param {() => Promise<unknown>} prepare */
export async function startOn(backend, prepare) {
  await prepare();
  await tf.setBackend(backend);
  await tf.ready();
  return {
    /** @param {import("../works.js").Work} work */
    async create(work) {
      const outputs = work.layers[work.layers.length - 1].units;
      const model = sequential({
        layers: work.layers.map(({ units, activation }, at) =>
          layers.dense({ units, activation, ...(at ? {} : { inputShape: [work.inputs] }) }),
        ),
      });
      const tensors = work.start.flatMap(({ kernel, bias }) => [
        tf.tensor2d(kernel, [kernel.length / bias.length, bias.length]),
        tf.tensor1d(bias),
      ]);
      model.setWeights(tensors);
      model.compile({
        optimizer: work.optimizer === "adam" ? tf.train.adam(work.rate) : tf.train.sgd(work.rate),
        loss: work.loss === "mse" ? "meanSquaredError" : "categoricalCrossentropy",
      });
      const x = tf.tensor2d(work.x, [work.rows, work.inputs]);
      const y = tf.tensor2d(work.y, [work.rows, outputs]);
      const predict = (/** @type {Float32Array} */ rows) =>
        tf.tidy(() => {
          const count = rows.length / work.inputs;
          const answer = /** @type {tf.Tensor} */ (
            model.predict(tf.tensor2d(rows, [count, work.inputs]), { batchSize: count })
          );
          return /** @type {Float32Array} */ (answer.dataSync());
        });
      return {
        train: () => model.fit(x, y, { epochs: work.epochs, batchSize: work.batch, shuffle: false, verbose: 0 }),
        weights() {
          const flat = model.getWeights().map((weight) => /** @type {Float32Array} */ (weight.dataSync()));
          return work.start.map((_, at) => ({ kernel: flat[2 * at], bias: flat[2 * at + 1] }));
        },
        predict,
        predictOne: (/** @type {number} */ a, /** @type {number} */ b) => predict(new Float32Array([a, b]))[0],
        free() {
          tf.dispose([x, y, ...tensors]);
          model.dispose();
        },
      };
    },
  };
}
