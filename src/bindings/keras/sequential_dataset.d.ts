export interface Sequential {
  /** Trains on a data set, whose own steps shuffle and batch: `batchSize`, `shuffle`, `seed` and `order` do not count. */
  fit(dataset: Dataset, options?: FitConfig): History;
  /** Sets a fit on a data set up that is then driven by `fitFor`. */
  beginFit(dataset: Dataset, options?: FitConfig): void;
  /** The loss over the batches of a data set, and the metrics, by their names. */
  evaluate(dataset: Dataset, options?: PrintConfig): Scores;
}
