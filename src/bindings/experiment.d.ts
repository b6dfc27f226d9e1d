/** Where the data of an experiment comes from. */
export type DataConfig =
  /** A table that is built in, such as the 200 synthetic rows of advertising that stand for the tutorial's. */
  | { source: BuiltinTableName }
  /** Points of a small problem: 200 rows and seed 0 by default, and the noise that the catalogue has of it. */
  | { source: GeneratorName; rows?: number; noise?: number; seed?: number }
  /**
   * Separated text of at most 50 MB. What its reading leaves out is found, and written down in `setup().config`, so that
   * it is read the same whatever is guessed later. `separator` is older programs' place for that of the reading.
   */
  | { source: "csv"; text: string; name?: string; reading?: CsvOptions; separator?: string };

/** What an experiment is set up from. */
export interface ExperimentConfig {
  /** Left out in `new Experiment(table, config)`: the table is the data. */
  data: DataConfig;
  /**
   * The columns that go in, in this order. Defaults to every column of numbers but the target, the index column
   * included, as in the tutorial; those are left out that are missing in more than half of the rows, or unscaled too
   * large for single precision.
   */
  features?: string[];
  /** The column to predict. Defaults to `"Sales"`, else to the last that can be one. */
  target?: string;
  /** Defaults to classification for a text, for true and false and for a problem of classes, else to regression. */
  task?: "regression" | "classification";
  /**
   * What becomes of rows in which a feature is missing: they are left out, or the mean of the training rows takes its
   * place. Rows without a target are always left out. Defaults to `"drop"`.
   */
  missing?: "drop" | "mean";
  /** Fitted on the training rows only. Defaults to `"none"`. */
  scaling?: "none" | "standard" | "min_max";
  /** In scikit-learn's order. Defaults to a test of 0.3 with the seed 100; `null`: all rows train and test. */
  split?: { testSize?: number; seed?: number } | null;
  /** Defaults to the tutorial's second model; for classes with the output and the loss that they need. */
  model?: Omit<ModelConfig, "inputs">;
  /** Defaults to batches of 5, 100 epochs, shuffled from the seed 100. */
  fit?: Pick<FitConfig, "batchSize" | "epochs" | "shuffle" | "seed" | "validationSplit" | "earlyStopping">;
  /**
   * The start weights of the model, such as those of a notebook: 32-bit numbers in base64, in the order of Keras's
   * `get_weights()`, as a saved model has them. Drawn from the model's seed by default.
   */
  weights?: string;
  /**
   * What the optimizer remembers at the start, beside weights that it has trained elsewhere: `optimizer` of a saved model.
   * Nothing by default; ways that are compared begin without it.
   */
  optimizerState?: SavedModel["optimizer"];
}

/** A column of a table. */
export interface ColumnInfo {
  name: string;
  kind: "integer" | "number" | "text" | "truth";
  /** What was taken off its numbers, such as `"%"` or `"€"`. */
  unit?: string;
  /** How many cells are missing. */
  missing: number;
  /** Of numbers only, over those that are there. */
  min?: number;
  max?: number;
  mean?: number;
  /** With `n - 1` below the sum of squares. */
  std?: number;
  median?: number;
  /** Of numbers only: how many lie in each of 20 equal bins from `min` to `max`. */
  histogram?: number[];
  /** The distinct values, the first 20 in their order; of text, and of integers that have at most 20. */
  values?: string[];
  /** Whether the column only counts the rows, from 0 or 1. */
  isIndex: boolean;
}

/** The data of an experiment. */
export interface DataInfo {
  /** `"advertising (synthetic)"`, the generator's name or the file's. */
  name: string;
  synthetic: boolean;
  rows: number;
  columns: ColumnInfo[];
  /** Whose header of the advertising data this is: the book's, or the course's that the tutorial has. */
  advertisingHeader?: "book" | "course";
  /** What a CSV was taken for. */
  reading?: CsvReading;
}

/** Keras's name of a weight tensor of a layer. */
export type WeightName = "kernel" | "bias" | "gamma" | "beta" | "moving_mean" | "moving_variance";

/** A layer as `summary()` lists it. */
export interface LayerInfo {
  name: string;
  kind: "Activation" | "BatchNormalization" | "Dense" | "Dropout" | "Flatten" | "LayerNormalization" | "Normalization";
  units: number;
  parameters: number;
  /** How many of the parameters the optimizer leaves alone: moving means and variances. */
  nonTrainable: number;
  activation?: ActivationName;
  inputs?: number;
  /** Its weights by Keras's names, as they follow each other in `weights()`; the optimizer leaves alone what it cannot train. */
  weights: { name: WeightName; shape: number[]; trainable: boolean }[];
}

/** Everything that stays as it is while training goes on. */
export interface Setup {
  /** Defaults filled in; the text of a CSV left out. */
  config: Required<ExperimentConfig>;
  data: DataInfo;
  task: "regression" | "classification";
  /** What of the target the task follows from; missing where the configuration tells another task. */
  taskReason?: "text_target" | "truth_target" | "class_target" | "number_target";
  /** What became of missing values: how many rows were left out, how many cells filled, and the chosen columns that have some. */
  missing: { handling: "drop" | "mean"; droppedRows: number; filledCells: number; columns: string[] };
  /** Columns that are neither features nor target because they cannot be, or only when chosen by name. */
  leftOut: { column: string; reason: "text" | "mostly_missing" | "too_large" }[];
  /** The names of the classes in their order; classification only. */
  classes?: string[];
  /** Rows of the table from 0, in the order of the split. */
  trainRows: Uint32Array;
  testRows: Uint32Array;
  /** How many of the last training rows are validated with. */
  validationRows: number;
  /** What `print(x.shape)` would show, and the types of the columns before and of the tensors after. */
  shapes: {
    table: number[];
    features: number[];
    targets: number[];
    xTrain: number[];
    yTrain: number[];
    xTest: number[];
    yTest: number[];
    dtypeTable: string[];
    dtypeTensor: "float32";
  };
  batchSize: number;
  /** `ceil(rows / batchSize)`, of the training rows that are not validated with. */
  iterationsPerEpoch: number;
  lastBatchSize: number;
  epochs: number;
  /** What scaling subtracts from each feature, and what it then divides by; 0 and 1 without scaling. */
  scale: { center: number[]; spread: number[] };
  layers: LayerInfo[];
  parameters: number;
  /** What data and model tell before training. */
  hints: Hint[];
}

/** How a layer fares with some training rows; Dropout and Flatten are left out. */
export interface LayerHealth {
  /** The norm of the gradient of its kernel or gamma, 0 without one. */
  gradient: number;
  /** The shares of dead and of saturated units, 0 to 1. */
  dead: number;
  saturated: number;
  /** Which units, from 0, are dead or saturated. */
  inactive: number[];
}

/** Two features that run over their ranges while the others are held, in the table's own units. */
export interface SurfaceOptions {
  /** Features from 0: from left to right, from the bottom to the top. */
  x: number;
  y: number;
  /** Points along either side. */
  size: number;
  /** One number a feature. Defaults to the medians of the training rows. */
  held?: number[];
  /** Defaults to the range of the table and a twentieth more on either side. */
  xRange?: [number, number];
  yRange?: [number, number];
  /** Which unit of which layer, without Dropout and Flatten. Defaults to the first output. */
  layer?: number;
  unit?: number;
}

/** All that it takes to go on with the same bits; JSON loses none of it. */
export interface SavedExperiment {
  glassnet: "experiment";
  version: 1;
  config: ExperimentConfig;
  [field: string]: unknown;
}

/** A run with its model, rows and settings, from which Keras goes on on several workers. */
export interface RunForWorkers {
  glassnet: "run";
  version: 1;
  model: SavedModel;
  /** `(x - offset) / scale`, and what takes the place of a missing value where they are filled. */
  features: { name: string; offset: number; scale: number; fill?: number }[];
  /** Of classes their names, and whether a row has a number for each. */
  target: { name: string; classes?: string[]; oneHot?: boolean };
  missing: "drop" | "mean";
  batchSize: number;
  /** What comes next, from 0. */
  initialEpoch: number;
  initialBatch: number;
  /** The epoch to end before. */
  epochs: number;
  /** Where rows are shuffled; and the places in `train` of the rows of the next epochs. */
  shuffleSeed?: number;
  orders?: number[][];
  /** Rows as comma-separated lines without a header: the features in their order, the target. */
  train: string;
  validation?: string;
  test?: string;
}

/** Where a run is; made anew for every frame. */
export interface RunState {
  /** What comes next, from 0. */
  epoch: number;
  batch: number;
  batches: number;
  epochs: number;
  /** How many updates were taken. */
  updates: number;
  rowsSeen: number;
  /** Of the last batch, before its update. */
  loss?: number;
  /** Of the epoch so far, or of the last one. */
  logs: Scores;
  /** Keras's own lines: `"Epoch 3/100"`, and the bar with the logs. */
  heading?: string;
  line?: string;
  /** It has no callbacks that could end it. */
  end?: Exclude<FitEnd, { why: "stopped" } | { why: "loss_not_finite" }>;
}

/** Counts of numbers in 24 equal bins. */
export interface Histogram {
  from: number;
  to: number;
  counts: number[];
}

/** How the weights of a layer and its outputs are spread. */
export interface LayerHistograms {
  /** Of each weight tensor, by Keras's name. */
  weights: Partial<Record<WeightName, Histogram>>;
  activations: Histogram;
}

/** The gradients of a batch, row by row; dropout does not act. */
export interface BatchGradients {
  /** Rows of the table. */
  rows: Uint32Array;
  /** `[rows, parameters]`, in the order of `weights()`. */
  gradients: Float32Array;
  /** `[parameters]`: those of the batch. */
  mean: Float32Array;
  /** The loss of the batch, and of each row. */
  loss: number;
  rowLosses: Float32Array;
}

/** Which of the split's sides. */
export type Side = "train" | "test";

/** Predictions beside targets. */
export interface Predictions {
  /** Rows of the table. */
  rows: Uint32Array;
  /** In the table's own unit, or the class from 0. */
  targets: Float32Array;
  /** `[rows, width]`. */
  outputs: Float32Array;
  width: number;
  /** Of a regression: `target - prediction` of each row, and how they spread. */
  residuals?: Float32Array;
  histogram?: Histogram;
}
