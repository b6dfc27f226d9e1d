import { many } from "../count.js";

/** @param {"test" | "train"} side */
const name = (side) => (side === "test" ? "test" : "training");

/** @type {import("../../playground.js").Words["bench"]["output"]} */
export const output = {
  heading: "Output",
  table: "Table",
  closeTable: "Close the table",
  fit: "Prediction and target",
  classes: "Probability of each class",
  outputs: (unit) => `Outputs of ${unit}`,
  ordered: "rows, smallest target first",
  test: "test",
  send: "Click anywhere or press Enter to send that point through the network; Escape goes back to the row.",
  pick: "Click a point or press Enter to send its row through the network.",
  flow: "Values from layer to layer",
  row: (row) => `Row ${row}`,
  point: "Your point",
  trueClass: (name) => `The true class is ${name}.`,
  answer: (name) => `class ${name}`,
  testLoss: "test",
  right: (side, all, n, isNone) => `${isNone ? "None" : n} of ${many(all, `${name(side)} row`)} right.`,
  off: (side, all, target, error) => `${target}: off by ${error} on average (${many(all, `${name(side)} row`)}).`,
  infinite: "The predictions are too large to measure an error.",
};
