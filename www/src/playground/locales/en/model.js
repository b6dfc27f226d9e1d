/** @type {import("../index.js").Words["model"]} */
export const model = {
  title: "Build the model",
  term: "build",
  lead: "Stack layers, and choose a loss and an optimizer.",
};
