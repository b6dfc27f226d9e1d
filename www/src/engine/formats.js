/**
 * Files of other tools, written and read by an engine of their own, which is fetched with the first that is asked for.
 *
 * @import { ExportOptions, ModelFile } from "../../pkg-formats/formats.js"
 * @import { RunForWorkers, SavedModel } from "../../pkg-full/glassnet.js"
 */

/** @type {Promise<typeof import("../../pkg-formats/formats.js")> | undefined} */
let loaded;

const load = () =>
  (loaded ??= import("../../pkg-formats/formats.js").then(async (formats) => {
    await formats.default();
    return formats;
  }));

/** A failure to fetch it is not the last word. @returns {Promise<typeof import("../../pkg-formats/formats.js")>} */
const formats = () =>
  load().catch((failure) => {
    loaded = undefined;
    throw Object.assign(new Error(String(failure)), { code: "engine_start" });
  });

export const FORMATS = {
  /** @param {SavedModel} saved @param {string} format @param {ExportOptions} options @returns {Promise<ModelFile[]>} */
  exportModel: async (saved, format, options) => (await formats()).exportModel(JSON.stringify(saved), format, options),
  /** @param {RunForWorkers} run @returns {Promise<ModelFile[]>} */
  exportForWorkers: async (run) => (await formats()).exportForWorkers(JSON.stringify(run)),
  /** @param {ModelFile[]} files @returns {Promise<SavedModel>} */
  importModel: async (files) => JSON.parse((await formats()).importModel(files)),
};
