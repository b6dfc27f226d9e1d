/** @type {import("../index.js").Words["compare"]} */
export const compare = {
  title: "Gradient descent, three ways",
  term: "gradient descent",
  lead: "From the same start: which way down do batch, stochastic and mini-batch gradient descent take?",
};
