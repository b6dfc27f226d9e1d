import type { Sequential } from "../../www/pkg-full/glassnet.js";
import type { ExportFormat, ExportOptions, ModelFile, ModelSource } from "./formats.js";

export * from "../../www/pkg-full/glassnet.js";
export { default } from "../../www/pkg-full/glassnet.js";
export type { ExportFormat, ExportOptions, ModelFile, ModelSource } from "./formats.js";

declare module "../../www/pkg-full/glassnet.js" {
  export interface Sequential {
    /**
     * The file of a format, as bytes: `.keras`, `.weights.h5` or `.onnx`. The first export loads a wasm module of its own.
     * Rejects with an `Error`, with the layer and setting in `what`, for what the format cannot hold.
     */
    export(format: "keras" | "keras_weights" | "onnx", options?: ExportOptions): Promise<Uint8Array<ArrayBuffer>>;
    /** The files of a format that has two: `.py` and `.safetensors` of PyTorch, `.json` and `.weights.bin` of TensorFlow.js. */
    export(format: "pytorch" | "tfjs", options?: ExportOptions): Promise<ModelFile[]>;
    /** Bytes or files, as the format has one or two. */
    export(format: ExportFormat, options?: ExportOptions): Promise<Uint8Array<ArrayBuffer> | ModelFile[]>;
  }
}

/**
 * Loads a model from its files: a `.keras` or `.h5` of Keras 2 and 3, or `model.json` of a TensorFlow.js LayersModel with
 * its weights' files. It is compiled where the file says how, and training goes on from the optimizer's state,
 * where the file has one that is of this optimizer.
 *
 * The first call loads a wasm module of its own; `init()` has to be awaited before. Rejects with an `Error` that has a
 * `code`: `invalid_config` or `shape` for a file that is damaged or another, `not_supported` with the layer in `what` for
 * what Glassnet has not.
 */
export function loadModel(files: ModelSource | Iterable<ModelSource>): Promise<Sequential>;
