/** The engine as the playground uses it. */
import type { ActivationName, CompileConfig, DropoutConfig, FitConfig, FitEnd, History, InputConfig, LayerConfig, ModelConfig, ModelTrace, OptimizerConfig, OptimizerName, Scores } from "../../../src/wasm/types.js";
export type GeneratorName = "xor" | "circles" | "moons" | "spirals" | "blobs" | "plane" | "sine";

export type DataConfig =
  | { source: "advertising" }                                                       // 200 synthetic rows
  | { source: GeneratorName; rows?: number /* 200 */; noise?: number /* per generator default */; seed?: number /* 0 */ }
  | { source: "csv"; text: string; name?: string; separator?: "," | ";" | "\t" /* found by itself */ };

export interface ExperimentConfig {
  data: DataConfig;
  /** Columns that go in, in this order. Default: every numeric column but the target, index column included (the tutorial's trap). */
  features?: string[];
  /** Default: "Sales" if there is one, else the last column. */
  target?: string;
  /** Default: classification where the data says so (generator with classes, text target), else regression. */
  task?: "regression" | "classification";
  /** Fitted on the training rows only. Default "none". */
  scaling?: "none" | "standard" | "min_max";
  /** scikit-learn's order. null: no split, all rows train and test. Default { testSize: 0.3, seed: 100 }. */
  split?: { testSize: number; seed: number } | null;
  /** As for Sequential; `inputs` is told by the features. Default: the tutorial's second model. */
  model?: Omit<ModelConfig, "inputs">;
  /** Default { batchSize: 5, epochs: 100, shuffle: true, seed: 100 }. validationSplit, earlyStopping as in FitConfig. */
  fit?: Pick<FitConfig, "batchSize" | "epochs" | "shuffle" | "seed" | "validationSplit" | "earlyStopping">;
}

export interface ColumnInfo {
  name: string;
  kind: "integer" | "number" | "text";
  missing: number;
  /** numbers only, of the values that are there */
  min?: number; max?: number; mean?: number; std?: number; median?: number;
  /** numbers only: counts in 20 equal bins from min to max */
  histogram?: number[];
  /** text only (and integers with at most 20 of them): the distinct values, at most 20 */
  values?: string[];
  isIndex: boolean;
}

export interface DataInfo {
  /** "advertising (synthetic)", the generator's name or the file's */
  name: string;
  synthetic: boolean;
  rows: number;
  columns: ColumnInfo[];
  /** "book" | "course" where the header is that of the advertising data */
  advertisingHeader?: "book" | "course";
}

/** Everything that stays as it is while training goes on. */
export interface Setup {
  config: Required<ExperimentConfig>;      // defaults filled in
  data: DataInfo;
  task: "regression" | "classification";
  /** the names of the classes in their order; classification only */
  classes?: string[];
  trainRows: Uint32Array;                  // table rows, in the order of the split
  testRows: Uint32Array;
  validationRows: number;                  // of the last trainRows, by validationSplit
  /** (140, 4) and (140,) before and after: as the tutorial's print(x.shape) would show */
  shapes: { table: number[]; features: number[]; targets: number[]; xTrain: number[]; yTrain: number[]; xTest: number[]; yTest: number[];
            dtypeTable: string[]; dtypeTensor: "float32" };
  /** epoch arithmetic */
  batchSize: number; iterationsPerEpoch: number; lastBatchSize: number; epochs: number;
  /** per feature, what scaling subtracts and divides by (0 and 1 without) */
  scale: { center: number[]; spread: number[] };
  layers: { name: string; kind: "Dense" | "Dropout"; units: number; parameters: number; activation?: ActivationName; inputs?: number }[];
  parameters: number;
  /** whether the drawing unit by unit is sensible is the page's business; weights() has all */
  lints: Lint[];                           // lint_setup
}

/** Where the run is; small, made for every frame. */
export interface RunState {
  epoch: number; batch: number; batches: number; epochs: number;   // what comes next, from 0
  updates: number;                          // updates taken so far
  rowsSeen: number;
  loss?: number;                            // of the last batch, before its update
  logs: Scores;                             // epoch so far
  /** Keras's own line(s) for verbose=1, as the style says: heading "Epoch 3/100" and the bar line */
  heading?: string; line?: string;
  end?: FitEnd;
}

export interface LayerHealth { gradient: number /* norm of the kernel's gradient */; dead: number /* share 0..1 */; saturated: number /* share 0..1 */ }

export interface Histogram { from: number; to: number; counts: number[] }   // 24 bins

export declare class Experiment {
  /** Throws an Error with code, what (path such as "model.layers[1].units", "data.text", "split.testSize"), expected, received. */
  constructor(config: ExperimentConfig);
  free(): void;

  setup(): Setup;
  /** cells as text, `rows[i][column]`; at most 500 at a time */
  cells(start: number, count: number): (string | null)[][];
  /** features as the model gets them (scaled), row-major [rows, features], of table rows */
  features(rows: Uint32Array): Float32Array;

  /** the order of the training rows (table row numbers) in an epoch, batches one after the other */
  epochOrder(epoch: number): Uint32Array;
  /** print(next(iter(ds.take(1)))): text of features and labels of the batch that comes next, as TensorFlow prints tensors */
  takeOne(): string;

  /** Keras text; style "keras3" | "keras2" */
  summary(style?: string): string;
  /** Python that runs: exactly this data, model, training, evaluation. */
  kerasCode(): string;
  /** lints of the run so far (dead relus, saturation, vanishing, divergence, overfitting) and those of the setup */
  lints(): Lint[];

  /** trains for at most `batches` batches and `milliseconds` ms */
  fitFor(batches: number, milliseconds?: number): RunState;
  state(): RunState;
  history(): History;                       // by epoch; metrics and val_ series
  /** loss of every update so far, thinned to at most `points` (first, last and extremes kept): x = update (from 1), y = loss */
  losses(points: number): { update: Uint32Array; loss: Float32Array };
  /** back to the same start weights; with a seed to new ones */
  reset(seed?: number): void;

  weights(): Float32Array;                  // all, in the order of Sequential.weights()
  startWeights(): Float32Array;
  /** per layer, over at most 256 training rows, at the present weights */
  health(): LayerHealth[];
  /** per dense layer: histogram of its kernel and of its activations over at most 256 training rows */
  histograms(): { weights: Histogram; activations: Histogram }[];
  /** outputs of every unit of every layer for one table row: [inputs (scaled), layer 0, layer 1, ...] */
  activations(row: number | number[]): Float32Array[];

  /** one row forward, backward and the update that it alone would take, as in the worked example */
  trace(row: number): ModelTrace;
  /** the batch that comes next: each of its rows' parameter gradients and their mean */
  batchGradients(): { rows: Uint32Array; gradients: Float32Array /* [rows, parameters] */; mean: Float32Array; loss: number; rowLosses: Float32Array };

  /** model.evaluate(x_test, y_test) with the words of Keras */
  evaluate(style?: string): { scores: Scores; text: string };
  /** predictions beside targets, in the table's own units; for classes: probabilities [rows, classes] */
  predictions(which: "train" | "test"): { rows: Uint32Array; targets: Float32Array; outputs: Float32Array; width: number;
    /** regression only: target - prediction of each row, and their histogram */
    residuals?: Float32Array; histogram?: Histogram };
  /** one row that the reader typed, feature values unscaled, in the order of the features */
  predict(values: number[]): Float32Array;
  /** the prediction (outputs, first or each class) while one feature goes from..to and the others are held */
  response(feature: number, values: number[], points: number): { x: Float32Array; y: Float32Array /* [points, width] */ };
  /** classification: counts[actual * classes + predicted] */
  confusion(which: "train" | "test"): Uint32Array;
  /** two-feature problems (or two chosen features with the others held): values over a size x size grid, row 0 = top (largest y).
   *  layer undefined: the model's first output; else the unit `unit` of that layer. */
  surface(options: { x: number; y: number; size: number; held?: number[]; layer?: number; unit?: number;
                     xRange?: [number, number]; yRange?: [number, number] }): { values: Float32Array; xRange: [number, number]; yRange: [number, number] };

  /** every unit of every dense layer over the same grid, with one pass: per layer [units, size, size], row 0 = top */
  surfaces(options: { x: number; y: number; size: number; held?: number[]; xRange?: [number, number]; yRange?: [number, number] }):
    { layers: Float32Array[]; xRange: [number, number]; yRange: [number, number] };

  /** everything that restores this very state: config (csv text included unless withData is false), weights, optimizer state, history, place */
  save(withData: boolean): SavedExperiment;
  static open(saved: SavedExperiment): Experiment;
  /** for the zip: files by name (script.py, data.csv, start_weights.json, weights.json, row_order.json) as text */
  exportFiles(): { name: string; text: string }[];
  /** CSV of the test rows: columns of the table, target, prediction(s) */
  predictionsCsv(): string;
}

/** Up to six runs from one start on the same data. */
export interface RunConfig { label: string; batchSize: number | "all"; optimizer?: OptimizerName | OptimizerConfig }
export declare class Comparison {
  /** Data, model and seed of an experiment's config; epochs at most `epochs`. */
  constructor(config: ExperimentConfig, runs: RunConfig[], epochs: number);
  free(): void;
  /** all runs side by side, a slice of time; done: every run ended */
  runFor(milliseconds: number): { done: boolean; progress: number };
  /** loss over all training rows at recorded points of each run; x in updates, rows seen, epochs */
  curves(): { label: string; updates: Uint32Array; rowsSeen: Uint32Array; epochs: Float32Array; loss: Float32Array; diverged: boolean }[];
  /** the plane: two chosen weights, or the two main directions of the paths (PCA); grid of the loss and the paths in its coordinates */
  contour(options: { weights?: [number, number]; size: number }): {
    values: Float32Array; size: number; xRange: [number, number]; yRange: [number, number];
    paths: { label: string; x: Float32Array; y: Float32Array }[]; xLabel: string; yLabel: string; explained?: number;
    /** rows that the loss is taken over: all training rows, or an even part of them for a large model */
    rows: number };
  /** the same in bits: set up, then computed a slice of time after the other; the contour once it is whole */
  beginContour(options: { weights?: [number, number]; size: number }): void;
  contourFor(milliseconds: number): ReturnType<Comparison["contour"]> | undefined;
}

/** What the engine noticed. */
export interface Lint { code: string; severity: string; facts: Record<string, unknown>; message: string; advice: string }
/** Opaque; JSON-able. */
export interface SavedExperiment { glassnet: "experiment"; version: 1; [field: string]: unknown }
