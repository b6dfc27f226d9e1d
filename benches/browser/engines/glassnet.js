/** Glassnet as its package has it. */
import { flat, layerByLayer } from "../works.js";

/** @param {(name: string) => Promise<BufferSource>} load @param {any} package_ */
export async function start(load, { default: init, Sequential }) {
  await init({ module_or_path: await load("glassnet_bg.wasm") });
  return {
    /** @param {import("../works.js").Work} work */
    async create(work) {
      const model = new Sequential({
        inputs: work.inputs,
        layers: work.layers,
        loss: work.loss === "mse" ? "mse" : "categorical_crossentropy",
        optimizer: { name: work.optimizer, learningRate: work.rate },
      });
      model.setWeights(flat(work));
      const options = { epochs: work.epochs, batchSize: work.batch, shuffle: false };
      return {
        train: () => model.fit(work.x, work.y, options),
        weights: () => layerByLayer(work, model.weights()),
        predict: (/** @type {Float32Array} */ rows) => model.predict(rows),
        predictOne(/** @type {number} */ a, /** @type {number} */ b) {
          return model.predict(new Float32Array([a, b]))[0];
        },
        free: () => model.free(),
      };
    },
  };
}
