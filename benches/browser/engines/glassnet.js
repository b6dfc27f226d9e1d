/** Glassnet as its package has it. */
import { flat, layerByLayer } from "../works.js";

import init, { Sequential } from "../../../www/pkg-core/glassnet.js";

/** @param {(name: string) => Promise<Response>} load */
export async function start(load) {
  await init({ module_or_path: load("glassnet_bg.wasm") });
  return {
    /** By a view of a small model: names of exports are shortened. */
    memory() {
      const model = new Sequential({ inputs: 1, layers: [{ units: 1 }] });
      const bytes = model.inputView(1).buffer.byteLength;
      model.free();
      return bytes;
    },
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
      const [row, answer] = [model.inputView(1), model.outputView()];
      return {
        train: () => model.fit(work.x, work.y, options),
        weights: () => layerByLayer(work, model.flatWeights()),
        predict: (/** @type {Float32Array} */ rows) => model.predict(rows),
        predictOne(/** @type {number} */ a, /** @type {number} */ b) {
          row[0] = a;
          row[1] = b;
          model.predictView(1);
          return answer[0];
        },
        free: () => model.free(),
      };
    },
  };
}
