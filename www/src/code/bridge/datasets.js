/**
 * Data sets of `tf.data`: the engine's, whose steps shuffle and batch.
 *
 * @import { State, Rows } from "./state.js"
 */

/** @param {State} state */
export function datasetCalls(state) {
  /** @param {Rows} rows */
  const keep = (rows) => {
    const id = state.next++;
    state.datasets.set(id, rows);
    return { dataset: id, cardinality: rows.engine.cardinality };
  };
  /** @param {number} id */
  const rowsOf = (id) => /** @type {Rows} */ (state.datasets.get(id));
  return {
    /** @param {{ x: Float64Array, y: Float64Array, rows: number }} request */
    "dataset.new": ({ x, y, rows }) =>
      keep({
        engine: state.glassnet.Dataset.fromTensorSlices(x, y, rows),
        rows,
        x,
        y,
        width: x.length / rows,
        yWidth: y.length / rows,
        batchSize: 1,
      }),
    /** @param {{ dataset: number, buffer: number, seed: number | null }} request */
    "dataset.shuffle": ({ dataset, buffer, seed }) => {
      const rows = rowsOf(dataset);
      return keep({ ...rows, engine: rows.engine.shuffle(buffer, seed) });
    },
    /** @param {{ dataset: number, size: number, dropRemainder: boolean }} request */
    "dataset.batch": ({ dataset, size, dropRemainder }) => {
      const rows = rowsOf(dataset);
      return keep({ ...rows, engine: rows.engine.batch(size, dropRemainder), batchSize: size });
    },
    /** @param {{ dataset: number, count: number }} request */
    "dataset.take": ({ dataset, count }) => {
      const rows = rowsOf(dataset);
      return keep({ ...rows, engine: rows.engine.take(count) });
    },
    /** The rows of each batch of an epoch. @param {{ dataset: number, epoch: number }} request */
    "dataset.order": ({ dataset, epoch }) => rowsOf(dataset).engine.order(epoch),
  };
}
