import { isOne } from "../count.js";

/** @type {import("../../playground.js").Words["bench"]["data"]} */
export const data = {
  heading: "Data",
  advertising: "Advertising and sales",
  csv: "Open your CSV",
  reopen: (name) => `${name} (open another CSV)`,
  more: "Data settings",
  rows: "Points",
  testSize: "Test share",
  batchSize: "Batch size",
  split: (train, test) => `${train} train · ${test} test`,
  both: (rows) => (isOne(rows) ? "one row trains and tests" : `the same ${rows} rows train and test`),
};
