// The entry `glassnet` of the npm package: the whole engine, with files of other tools, whose wasm is loaded when one
// is asked for.

import { Sequential } from "../../www/pkg-full/glassnet.js";
import { exportModel, importModel } from "./formats.js";

export * from "../../www/pkg-full/glassnet.js";
export { default } from "../../www/pkg-full/glassnet.js";

/** @import { ExportFormat, ExportOptions, ModelSource } from "./formats.js" */

Object.defineProperty(Sequential.prototype, "export", {
  configurable: true,
  writable: true,
  /** @this {Sequential} @param {ExportFormat} format @param {ExportOptions} [options] */
  async value(format, options) {
    const files = await exportModel(this, format, options);
    return files.length === 1 ? files[0].bytes : files;
  },
});

/** @param {ModelSource | Iterable<ModelSource>} files */
export async function loadModel(files) {
  return Sequential.load(await importModel(files));
}
