/** @type {import("../index.js").Words["train"]} */
export const train = {
  title: "Train",
  term: "fit",
  lead: "Forward propagation, loss, back propagation and update, batch after batch. Look inside while it trains.",
};
