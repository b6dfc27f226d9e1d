import { many } from "./count.js";

const count = (/** @type {number} */ n) => n.toLocaleString("en");

/** Scenes of a post: a part of the playground by itself. */
export const scenes = {
  labels: {
    row: "One row through a trained network",
    run: "A training run",
    batches: "Epochs, batches and iterations",
    descent: "Gradient descent, three ways",
    surface: "Decision surface",
    playground: "From data to prediction",
  },
  about: (
    /** @type {string} */ data,
    /** @type {number} */ rows,
    /** @type {string} */ sizes,
    /** @type {string} */ optimizer,
  ) => `${data}, ${many(rows, "row")}\u00a0· units\u00a0${sizes}\u00a0· ${optimizer}`,
  reset: "Reset",
  paces: { slow: "2 batches/s", epoch: "1 epoch/s", fast: "10 epochs/s", full: "fastest" },
  done: "training is done",
  nextBatch: "Next batch",
  network: "Network",
  networkNote: (/** @type {number} */ row) =>
    `Circles are the outputs for row ${row}, lines the weights: solid blue is positive, dashed orange negative, thicker is larger.`,
  row: {
    train: (/** @type {number} */ epochs) => `Train ${many(epochs, "epoch")}`,
    untrained: "Start weights",
    brought: "Weights of the file",
    trained: (/** @type {number} */ epochs) => `Weights after ${many(epochs, "epoch")}`,
    partly: (/** @type {number} */ updates) => `Weights after ${many(updates, "update")}`,
    training: (/** @type {number} */ epoch, /** @type {number} */ epochs) =>
      `Training · epoch ${count(epoch)}/${count(epochs)}`,
    back: "Reset",
  },
  twoFeatures: (/** @type {number} */ n) =>
    `A decision surface can be drawn over two features. This data has ${count(n)}: choose other data or features.`,
  standardised: "The features differ in size, so they are standardised for the comparison.",
};
