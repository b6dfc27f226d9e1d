const count = (/** @type {number} */ n) => n.toLocaleString("en");

/** @param {number} n @param {string} one */
const many = (n, one) => `${count(n)} ${one}${n === 1 ? "" : "s"}`;

/** Scenes of a post: a part of the playground by itself. */
export const scenes = {
  labels: {
    row: "One row through a trained network", run: "A training run", batches: "Epochs, batches and iterations", descent: "Gradient descent, three ways", surface: "Decision surface", playground: "From data to prediction",
  },
  about: (/** @type {string} */ data, /** @type {number} */ rows, /** @type {string} */ sizes, /** @type {string} */ optimizer) => `${data}, ${many(rows, "row")} · units ${sizes} · ${optimizer}`,
  reset: "To the start",
  done: "training is done",
  nextBatch: "Next batch",
  network: "Network",
  networkNote: (/** @type {number} */ row) => `Circles are the outputs for row ${row}, lines the weights: solid blue is positive, dashed orange negative, thicker is larger.`,
  row: {
    train: (/** @type {number} */ epochs) => `Train ${many(epochs, "epoch")}`,
    untrained: "These are the start weights, before any training.",
    trained: (/** @type {number} */ epochs) => `These are the weights after ${many(epochs, "epoch")}.`,
    partly: (/** @type {number} */ updates) => `These are the weights after ${many(updates, "update")}.`,
    training: (/** @type {number} */ epoch, /** @type {number} */ epochs) => `Training: epoch ${count(epoch)} of ${count(epochs)}.`,
    back: "Start weights",
  },
  twoFeatures: (/** @type {number} */ n) => `A decision surface can be drawn over two features. This data has ${count(n)}: choose other data or features.`,
  descentNote: "All three begin with the same weights. The lighter the ground (the darker, on a dark page), the lower the loss.",
  standardised: "The features differ in size, so they are standardised for the comparison.",
};
