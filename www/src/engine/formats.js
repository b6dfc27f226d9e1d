/**
 * Files of other tools, written and read by an engine of their own, which is fetched with the first that is asked for.
 *
 * @import { ExportFormat, ExportOptions, ModelFile } from "../../pkg-formats/formats.js"
 * @import { RunForWorkers, SavedModel } from "../../pkg-full/glassnet.js"
 */
import * as formats from "../../pkg-formats/formats.js";

/**
 * Fetches the wasm; the JavaScript comes with the worker, of which older bundlers split nothing off. A failure to fetch
 * it is not the last word.
 */
async function load() {
  try {
    await formats.default();
  } catch (failure) {
    throw Object.assign(new Error(String(failure)), { code: "engine_start" });
  }
}

/**
 * After a trap, as when memory is full, the next call begins anew; no other engine is concerned.
 * @template T @param {() => T} run
 */
async function call(run) {
  await load();
  try {
    return run();
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    formats.__wbg_reset_state();
    const [expected, received] = ["a file that fits into memory", error.message];
    const message = `file: expected ${expected}, received ${received}`;
    throw Object.assign(new Error(message), { code: "invalid_config", what: "file", expected, received });
  }
}

export const FORMATS = {
  /** @param {SavedModel} saved @param {ExportFormat} format @param {ExportOptions} options */
  exportModel: (saved, format, options) => call(() => formats.exportModel(JSON.stringify(saved), format, options)),
  /** @param {RunForWorkers} run */
  exportForWorkers: (run) => call(() => formats.exportForWorkers(JSON.stringify(run))),
  /** @param {ModelFile[]} files @returns {Promise<SavedModel>} */
  importModel: async (files) => JSON.parse(await call(() => formats.importModel(files))),
};
