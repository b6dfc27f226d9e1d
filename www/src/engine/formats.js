/**
 * Files of other tools, written and read by a module of their own, which is fetched with the first that is asked for.
 *
 * @import { ExportFormat, ExportOptions, ModelFile } from "../../pkg-formats/formats.js"
 * @import { RunForWorkers, SavedModel } from "../../pkg-full/glassnet.js"
 */

/** @typedef {typeof import("../../pkg-formats/formats.js")} Formats */

/** @type {Promise<Formats> | undefined} */
let loaded;

/** A failure to fetch it is not the last word. @returns {Promise<Formats>} */
async function load() {
  loaded ??= import("../../pkg-formats/formats.js");
  try {
    const formats = await loaded;
    await formats.default();
    return formats;
  } catch (failure) {
    loaded = undefined;
    throw Object.assign(new Error(String(failure)), { code: "engine_start" });
  }
}

/**
 * After a trap, as when memory is full, the next call begins anew; no other engine is concerned.
 * @template T @param {(formats: Formats) => T} run
 */
async function call(run) {
  const formats = await load();
  try {
    return run(formats);
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
  exportModel: (saved, format, options) =>
    call((formats) => formats.exportModel(JSON.stringify(saved), format, options)),
  /** @param {RunForWorkers} run */
  exportForWorkers: (run) => call((formats) => formats.exportForWorkers(JSON.stringify(run))),
  /** @param {ModelFile[]} files @returns {Promise<SavedModel>} */
  importModel: async (files) => JSON.parse(await call((formats) => formats.importModel(files))),
};
