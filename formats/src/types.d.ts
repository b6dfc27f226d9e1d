/** The name of a format that models are exported in. */
export type ExportFormat = "keras" | "keras_weights" | "onnx" | "pytorch" | "tfjs";

/** A file of a format. */
export interface ModelFile {
  /** The name, with its ending: `model.keras`. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What an export may be told beside the model. */
export interface ExportOptions {
  /** The names of the files without their ending. Defaults to `model`. */
  name?: string;
  /**
   * Scales the inputs, in ONNX and PyTorch: a `Scaler`, whose columns subtract `offset` and divide by `scale`, or the
   * center and spread of an experiment's setup. Defaults to no scaling.
   */
  scaler?: { readonly columns: { offset: number; scale: number }[] } | { center: number[]; spread: number[] };
  /** The names of the features, in ONNX. Defaults to none. */
  features?: string[];
  /** The names of the classes, in ONNX. Defaults to none. */
  classes?: string[];
}
