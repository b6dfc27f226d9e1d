import type { Sequential, SavedModel } from "../../www/pkg-full/glassnet.js";
import type { ExportFormat, ExportOptions, ModelFile } from "../../www/pkg-formats/formats.js";

export type { ExportFormat, ExportOptions, ModelFile } from "../../www/pkg-formats/formats.js";
export { default } from "../../www/pkg-formats/formats.js";

/** A model: a `Sequential`, or what its `save()` gave. */
export type Saved = Pick<Sequential, "save"> | SavedModel;

/**
 * A file to read: its bytes, or with its name; a `File` that a reader chose or dropped; the `Response` of a `fetch`.
 * A name matters for TensorFlow.js alone, whose `model.json` names its weights' files.
 */
export type ModelSource =
  | ArrayBuffer
  | ArrayBufferView
  | { name: string; bytes: ArrayBuffer | ArrayBufferView }
  | Blob
  | Response;

/** The names of the formats that `exportModel` writes. */
export function exportFormats(): Promise<ExportFormat[]>;

/**
 * Writes a model in a format: architecture and weights as they are at the call, in Keras's and TensorFlow.js's formats
 * with loss and optimizer, in Keras's with its state, so that training goes on there.
 *
 * Resolves to one file, in `"pytorch"` and `"tfjs"` to two: the model, then its weights. Rejects with an `Error` that has a
 * `code`, and the layer and setting in `what`, for what the format cannot hold.
 */
export function exportModel(model: Saved, format: ExportFormat, options?: ExportOptions): Promise<ModelFile[]>;

/**
 * Reads a model from its files: a `.keras` or `.h5` of Keras 2 and 3, or `model.json` of a TensorFlow.js LayersModel with
 * its weights' files. Resolves to the saved model, which `Sequential.load` takes: `loadModel` does both.
 *
 * Rejects with an `Error` that has a `code`: `invalid_config` or `shape` for a file that is damaged or another,
 * `not_supported` with the layer in `what` for what Glassnet has not.
 */
export function importModel(files: ModelSource | Iterable<ModelSource>): Promise<SavedModel>;

/**
 * Reads weights for a model from a `.weights.h5` or `.h5` file of Keras, with the optimizer's state where it is there.
 * Resolves to the saved model with them; the model itself stays as it is. Rejects with an `Error` for weights of another
 * model.
 */
export function importWeights(model: Saved, file: ModelSource): Promise<SavedModel>;

/**
 * Writes the run of an `Experiment` as the files by which Keras continues it on several workers: a program, the model, the
 * rows and a guide. Names have folders, as a zip has them. Rejects with an `Error` for what Keras has not, with the layer in
 * `what`.
 */
export function exportForWorkers(experiment: { runForWorkers(): object }): Promise<ModelFile[]>;
