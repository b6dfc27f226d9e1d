export interface Sequential {
  /** Trains for all epochs at once, as Keras's `fit`. Returns the history. */
  fit(x: Numbers, y: Numbers, options?: FitConfig): History;
  /** Sets a fit up that is then driven by `fitFor`. */
  beginFit(x: Numbers, y: Numbers, options?: FitConfig): void;
  /** The loss over all rows, and the metrics, by their names. */
  evaluate(x: Numbers, y: Numbers, options?: PrintConfig): Scores;
}
