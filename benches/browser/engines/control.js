/** The control in C: compared with where `GLASSNET_CONTROL` names its folder; no part of the project. */
import { layerByLayer } from "../works.js";

const ACTIVATIONS = { linear: 0, relu: 1, tanh: 2, sigmoid: 3, softmax: 4 };

/** @param {(name: string) => Promise<Response>} load */
export async function start(load) {
  const module = await WebAssembly.compileStreaming(load("mlp_simd.wasm"));
  return {
    /** @param {import("../works.js").Work} work @param {number} [most] rows of one prediction */
    async create(work, most = 32) {
      const c = /** @type {any} */ ((await WebAssembly.instantiate(module, {})).exports);
      const memory = () => new Float32Array(c.memory.buffer);
      const put = (/** @type {number} */ at, /** @type {Float32Array} */ numbers) => memory().set(numbers, at >> 2);
      c.reset();
      let inputs = work.inputs;
      for (const { units, activation } of work.layers) {
        c.layer(inputs, units, ACTIVATIONS[activation]);
        inputs = units;
      }
      const of = { loss: work.loss === "mse" ? 0 : 1, optimizer: work.optimizer === "adam" ? 1 : 0 };
      c.build(work.batch, work.rows, work.epochs, of.loss, of.optimizer, work.rate, most);
      work.start.forEach(({ kernel, bias }, layer) => {
        put(c.pW(layer), kernel);
        put(c.pb(layer), bias);
      });
      put(c.pX(), work.x);
      put(c.pY(), work.y);
      const [from, to] = [c.pP() >> 2, c.pOut() >> 2];
      const view = memory();
      return {
        train: () => c.fit(),
        weights() {
          const at = (/** @type {number} */ start, /** @type {number} */ count) => [
            ...memory().slice(start >> 2, (start >> 2) + count),
          ];
          const numbers = work.start.flatMap(({ kernel, bias }, layer) => [
            ...at(c.pW(layer), kernel.length),
            ...at(c.pb(layer), bias.length),
          ]);
          return layerByLayer(work, numbers);
        },
        /** @param {Float32Array} rows */
        predict(rows) {
          const count = rows.length / work.inputs;
          const out = new Float32Array(count * inputs);
          for (let row = 0; row < count; row += most) {
            const now = Math.min(most, count - row);
            view.set(rows.subarray(row * work.inputs, (row + now) * work.inputs), from);
            c.predict(now);
            out.set(view.subarray(to, to + now * inputs), row * inputs);
          }
          return out;
        },
        /** @param {number} a @param {number} b */
        predictOne(a, b) {
          view[from] = a;
          view[from + 1] = b;
          c.predict(1);
          return view[to];
        },
        free() {},
      };
    },
  };
}
