/** @type {import("../../playground.js").Words["bench"]["bar"]} */
export const bar = {
  label: "Training",
  epoch: "Epoch",
  batch: "Batch",
  rate: "Learning rate",
  optimizer: "Optimizer",
  toSchedule: (name) => `The learning rate follows a schedule (${name}). Change it in the tab “Model and code”.`,
  short: { batch: "Batch", epoch: "Epoch", end: "To end", reset: "Reset", reseed: "Redraw" },
  presets: {
    "tutorial-2": "Tutorial 2",
    "tutorial-1": "Tutorial 1",
    "trap-unscaled": "Trap",
    relu: "ReLU",
    softmax: "Blobs",
    xor: "XOR",
    spiral: "Spiral",
  },
  changed: "changed",
};
