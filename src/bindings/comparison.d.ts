/** One of the runs to compare. */
export interface RunConfig {
  label: string;
  /** Rows of one update, or all. */
  batchSize: number | "all";
  /** Instead of the model's. */
  optimizer?: OptimizerName | OptimizerConfig;
}

/** What was recorded of a run, at most 200 points: the start, each of the first updates, then at even distances, the end. */
export interface RunCurve {
  label: string;
  updates: Uint32Array;
  rowsSeen: Uint32Array;
  epochs: Float32Array;
  /** Over all training rows, with what regularizers add. */
  loss: Float32Array;
  /** The last point has the last finite weights. */
  diverged: boolean;
}

/** Which plane of the weights is wanted. */
export interface ContourConfig {
  /** Places in `weights()`; without them the two main directions of the paths. */
  weights?: [number, number];
  /** Points along a side, 2 to 1024. */
  size: number;
}

/** The loss over a plane of the weights through the end of the best run. */
export interface Contour {
  /** `[size, size]`; row 0 is the top one, the largest `y`; NaN where the loss is none. */
  values: Float32Array;
  /** As asked for, or less for a large model. */
  size: number;
  xRange: [number, number];
  yRange: [number, number];
  paths: { label: string; x: Float32Array; y: Float32Array }[];
  /** A weight such as `dense_1.kernel[0, 2]`, or `PC 1`. */
  xLabel: string;
  yLabel: string;
  /** The share of the paths' variance that lies in the plane of the main directions. */
  explained?: number;
  /** Rows that the loss is taken over: all training rows, or for a large model so many, evenly spread. */
  rows: number;
}
