export interface Sequential {
  /** Trains on a data set, whose own steps shuffle and batch: `batchSize`, `shuffle`, `seed` and `order` do not count. */
  fit(dataset: Dataset, options?: FitConfig): History;
  /**
   * `fit` that leaves the page its turns, with the same bits: it trains for about 8 milliseconds at a time. A batch is one
   * task, however large: smaller batches, or a worker, keep a page alive.
   */
  fitAsync(x: Numbers, y: Numbers, options?: FitConfig): Promise<History>;
  /** The same on a data set. */
  fitAsync(dataset: Dataset, options?: FitConfig): Promise<History>;
  /** The loss over all rows, in which each may have a weight, and the metrics. */
  evaluate(x: Numbers, y: Numbers, options?: PrintConfig & Pick<WeightConfig, "sampleWeight">): Scores;
  /** Sets a fit on a data set up that is then driven by `fitFor`. */
  beginFit(dataset: Dataset, options?: FitConfig): void;
  /** The loss over the batches of a data set, and the metrics, by their names. */
  evaluate(dataset: Dataset, options?: PrintConfig): Scores;
}
