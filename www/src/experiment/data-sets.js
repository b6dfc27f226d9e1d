// Generated from the engine's catalogue: see tests/catalogue.rs. Do not edit.

/** @type {readonly { name: string, task: "regression" | "binary" | "multiclass" }[]} */
export const DATA_SETS = [
  { name: "advertising", task: "regression" },
  { name: "and_gate", task: "binary" },
  { name: "or_gate", task: "binary" },
  { name: "xor_gate", task: "binary" },
  { name: "xor", task: "binary" },
  { name: "circles", task: "binary" },
  { name: "moons", task: "binary" },
  { name: "spirals", task: "binary" },
  { name: "blobs", task: "multiclass" },
  { name: "plane", task: "regression" },
  { name: "sine", task: "regression" },
];
