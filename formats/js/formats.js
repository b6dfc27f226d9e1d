// The entry `glassnet/formats` of the npm package: models as files of other tools, and back. What is read and written
// is a saved model, so that this needs no engine; the first call loads the wasm.

import init, * as wasm from "../../www/pkg-formats/formats.js";

export { init as default };

/** @import { ExportFormat, ExportOptions, ModelFile } from "../../www/pkg-formats/formats.js" */
/** @import { ModelSource, Saved } from "./formats.js" */

/** An error as the engine throws them. @param {string} expected @param {string} received */
const invalid = (expected, received) =>
  Object.assign(new Error(`files: expected ${expected}, received ${received}`), {
    code: "invalid_config",
    what: "files",
    expected,
    received,
  });

/** Whether it is an ArrayBuffer or a view of one; test runners make them of another realm. @param {any} given */
const isBytes = (given) =>
  ArrayBuffer.isView(given) || Object.prototype.toString.call(given) === "[object ArrayBuffer]";

/** @param {any} given An ArrayBuffer or a view. */
const bytesOf = (given) =>
  ArrayBuffer.isView(given) ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength) : new Uint8Array(given);

/** The last part of an address, as a file's name. @param {string} [address] */
const nameAt = (address = "") => address.replace(/[?#].*$/, "").replace(/^.*\//, "") || "file";

/** @param {any} given Bytes, a file with its name, a File, a Blob or a Response. @returns {Promise<ModelFile>} */
async function fileOf(given) {
  if (isBytes(given)) return { name: "file", bytes: bytesOf(given) };
  if (isBytes(given?.bytes)) return { name: String(given.name), bytes: bytesOf(given.bytes) };
  const name = given?.name ?? nameAt(given?.url);
  if (given?.ok === false) throw invalid(`the file ${name}`, `status ${given.status}`);
  if (typeof given?.arrayBuffer === "function") return { name, bytes: bytesOf(await given.arrayBuffer()) };
  throw invalid("bytes, a File, a Response or { name, bytes }", typeof given === "string" ? "a text" : String(given));
}

/** @param {any} given One, or a list. @returns {Promise<ModelFile[]>} */
const filesOf = (given) => {
  const isList = !isBytes(given) && typeof given !== "string" && typeof given?.[Symbol.iterator] === "function";
  return Promise.all(isList ? Array.from(given, fileOf) : [fileOf(given)]);
};

/** @param {any} model */
const textOf = (model) => JSON.stringify(typeof model?.save === "function" ? model.save() : model) ?? "null";

/**
 * Calls the wasm. After a trap, as when memory is full, the next call begins anew.
 * @template T @param {() => T} run @returns {Promise<T>}
 */
async function call(run) {
  await init();
  try {
    return run();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) wasm.__wbg_reset_state();
    throw error;
  }
}

/** @returns {Promise<ExportFormat[]>} */
export const exportFormats = () => call(() => /** @type {ExportFormat[]} */ (wasm.exportFormats()));

/**
 * @param {Saved} model @param {ExportFormat} format @param {ExportOptions} [options]
 * @returns {Promise<ModelFile[]>}
 */
export async function exportModel(model, format, options) {
  // Before anything is awaited: what is trained meanwhile is not in it.
  const saved = textOf(model);
  return call(() => wasm.exportModel(saved, String(format), options));
}

/** @param {ModelSource | Iterable<ModelSource>} files */
export async function importModel(files) {
  const read = await filesOf(files);
  return JSON.parse(await call(() => wasm.importModel(read)));
}

/** @param {Saved} model @param {ModelSource} file */
export async function importWeights(model, file) {
  const saved = textOf(model);
  const read = await fileOf(file);
  return JSON.parse(await call(() => wasm.importWeights(saved, read)));
}

/** @param {{ runForWorkers(): object }} experiment @returns {Promise<ModelFile[]>} */
export async function exportForWorkers(experiment) {
  const run = JSON.stringify(experiment.runForWorkers());
  return call(() => wasm.exportForWorkers(run));
}
