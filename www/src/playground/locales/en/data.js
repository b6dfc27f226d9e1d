/** @type {import("../index.js").Words["data"]} */
export const data = {
  title: "Prepare the data",
  term: "preprocess",
  lead: "Choose a table, decide what to predict from what, and split it into rows to train on and rows to test on.",
};
