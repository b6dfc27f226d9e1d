/**
 * The engine of the playground: the full package; in a worker it begins to answer by itself. Beside `host.js` the only
 * module that imports a compiled package.
 */
import start, * as glassnet from "../../pkg-full/glassnet.js";
import { serve } from "./serve.js";

/** Where this module lies, for a worker that imports it. */
export const address = import.meta.url;

/** An engine on this very thread. */
export const fullHost = () =>
  serve({
    start,
    reset: glassnet.__wbg_reset_state,
    makers: {
      Experiment: (config) => new glassnet.Experiment(config),
      openExperiment: (saved) => glassnet.Experiment.open(saved),
      Comparison: (config, runs, epochs) => new glassnet.Comparison(config, runs, epochs),
    },
    functions: {
      activationCurve: glassnet.activationCurve,
      activationNames: glassnet.activationNames,
      decodeBytes: glassnet.decodeBytes,
    },
  });

/**
 * The memory of all typed arrays in an answer: each is a copy of its own, and is handed over instead of copied again.
 * @param {unknown} value
 * @returns {ArrayBuffer[]}
 */
function buffersOf(value) {
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.flatMap(buffersOf) : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(buffersOf) : [];
}

/** Requests come as messages with a number, answers go back with the same. */
function work() {
  const engine = fullHost();
  self.onmessage = async ({ data: { id, request } }) => {
    const answer = await engine.answer(request);
    self.postMessage({ id, answer }, { transfer: buffersOf(answer) });
  };
}

if ("WorkerGlobalScope" in globalThis) work();
