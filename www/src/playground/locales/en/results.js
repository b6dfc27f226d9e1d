/** @type {import("../index.js").Words["results"]} */
export const results = {
  title: "Evaluate and predict",
  term: "evaluate, predict",
  lead: "See how well it does on rows that it never trained on, and try values of your own.",
};
