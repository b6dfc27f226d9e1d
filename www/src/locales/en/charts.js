/** @type {import("../playground.js").Words["charts"]} */
export const charts = {
  axis: "Vertical axis",
  linear: "linear",
  log: "log",
  saveSvg: "Save as SVG",
  savePng: "Save as PNG",
  keys: "The left and right arrow keys read one value after the other.",
  empty: "It appears here once training starts.",
  noneFinite: "None of the values is finite.",
  grid: (rows, columns) => `A grid of values, ${rows} by ${columns}. The arrow keys read one after the other.`,
};
