import { isOne, many } from "./count.js";

const count = (/** @type {number} */ n) => n.toLocaleString("en");
const rowsOf = (/** @type {number} */ n) => many(n, "row");

/** @type {import("../playground.js").Words["data"]} */
export const data = {
  title: "Table and columns",
  term: "preprocess",
  lead: "Open a file of your own, decide what to predict from what, and see how rows are split for training and testing and grouped into batches.",

  source: "Data",
  sources: {
    advertising: "Advertising and sales (synthetic)",
    and_gate: "AND gate",
    or_gate: "OR gate",
    xor_gate: "XOR gate",
    xor: "XOR",
    circles: "Circles",
    moons: "Moons",
    spirals: "Spirals",
    blobs: "Three blobs",
    plane: "Plane",
    sine: "Sine",
    csv: "My CSV",
  },
  noise: "Noise",
  seed: "Seed",
  synthetic:
    "200 rows made after the pattern of the tutorial’s advertising data. They are synthetic, so targets and predictions differ from the tutorial’s. If you have its file, open it under “Open your own data”.",
  course:
    "These are the column names of the course’s file: its FB is the book’s (ISLR) TV, and its TV is the book’s Radio. The values are the same, so just go on.",
  book: "These are the column names of the book (ISLR). The course’s file calls TV “FB” and Radio “TV”.",
  own: "Open your own data",
  drop: "Drop a CSV file, a model (.keras, .h5, model.json) or both here, or",
  file: "Choose a file",
  privacy: "The file is read in this browser only and sent nowhere. Up to 20 MB can be opened.",
  paste: "Paste rows",
  pasteLabel: "Table to paste",
  pasteHint: "Paste cells as copied from a spreadsheet, or lines of a CSV.",
  pasteUse: "Use these rows",
  pasted: "pasted rows",
  address: "Open by address",
  addressLabel: "Address of a CSV on this site",
  addressUse: "Open",
  reading: "Reading…",
  adapted: (units, activation, loss) =>
    `The task changed, so the output layer is now ${many(units, "unit")} (${activation}), and the loss ${loss}.`,
  taskBecame: {
    number_target: (target) => `As its values are numbers, predicting ${target} is regression now.`,
    text_target: (target) => `As its values are text, predicting ${target} is classification now.`,
    truth_target: (target) => `As its values are true and false, predicting ${target} is classification now.`,
    class_target: (target) => `As its values are classes, predicting ${target} is classification now.`,
  },
  undo: "Undo",

  table: "Table",
  tableOf: (name, rows, columns) => `${name}, ${rowsOf(rows)}, ${many(columns, "column")}. The arrow keys scroll it.`,
  tableHint: "Choose what each column is for: features go into the model, the target is what it predicts.",
  rowNumber: "Row",
  index: "index",
  kinds: { integer: "integer", number: "number", text: "text", truth: "true, false" },
  missing: (n) => `${count(n)} missing`,
  noValue: "missing",
  roleOf: (name) => `Role of the column ${name}`,
  roles: { feature: "feature", target: "target", out: "not used" },
  dropIndex: (name) => `Drop ${name}`,
  standardise: "Standardise",
  python: "In pandas",

  prepare: "Task and scaling",
  task: "Task",
  tasks: { regression: "Regression", classification: "Classification" },
  missingValues: "Rows with missing values",
  missingWays: { drop: "drop them (dropna)", mean: "fill with the mean (fillna)" },
  leftOut: {
    text: (columns) => `Not among the features, as text: ${columns}.`,
    mostly_missing: (columns) => `Not among the features, as more than half is missing: ${columns}.`,
    too_large: (columns) => `Not among the features, as a number is too large unless it is scaled: ${columns}.`,
  },
  scaling: "Scaling",
  scalings: { none: "none", standard: "standard (mean 0, deviation 1)", min_max: "from 0 to 1 (min, max)" },
  scalingHint: "Mean and range are taken from the training rows alone: what is tested on must stay unknown.",
  scaled: (name, center, spread) => `${name}: (x − ${center}) ÷ ${spread}`,
  classes: (names) =>
    `${many(names.length, "class", "classes")}: ${names.slice(0, 12).join(", ")}${names.length > 12 ? ", …" : ""}`,

  split: "Rows to train and to test on",
  splitTerm: "train_test_split",
  splitSeed: "Seed (random_state)",
  splitHint: "The same seed picks the very rows that scikit-learn picks.",
  parts: { none: "not used", train: "train", validation: "validation", test: "test", both: "train and test" },
  partShort: { none: "–", train: "train", validation: "valid.", test: "test", both: "both" },
  partCount: (part, n) => `${part} ${rowsOf(n)}`,
  strip: (parts) => `A strip of all rows of the table in their order. ${parts}`,
  firstTest: (rows) => `The test rows were picked in the order ${rows.join(", ")}, …`,

  batches: "Shuffle and batch",
  batchesTerm: "shuffle, batch",
  batchSize: "Batch size (batch)",
  shuffle: "Shuffle in each epoch (shuffle)",
  shuffleSeed: "Seed of the shuffle",
  arithmetic: (rows, batch, iterations, last) =>
    `${rowsOf(rows)} to train on in batches of ${count(batch)}: ${count(rows)}\u00a0÷\u00a0${count(batch)}\u00a0${
      rows % batch ? `= ${(rows / batch).toFixed(1)}, rounded up to` : "="
    }\u00a0${count(iterations)}, so one epoch takes ${many(iterations, "iteration")}.${
      last === batch ? "" : ` The last batch has only ${rowsOf(last)}.`
    }`,
  updates: (epochs, iterations) =>
    `${many(epochs, "epoch")} ${
      isOne(epochs) ? "updates" : "update"
    } the weights ${many(epochs * iterations, "time")}.`,
  posts:
    "The tutorial’s “100/1000 = 10” is the wrong way round: 1000 rows in batches of 100 are 1000\u00a0÷\u00a0100\u00a0=\u00a010.",
  place: (epoch, epochs, batch, batches) =>
    `Epoch ${count(epoch)}/${count(epochs)} · next batch ${count(batch)}/${count(batches)}`,
  ended: (epochs) => (isOne(epochs) ? "The one epoch is done." : `All ${count(epochs)} epochs are done.`),
  stopped: "Training has stopped: no batch comes next.",
  gridLabel: (rows, batches) =>
    `The ${rowsOf(rows)} of an epoch in ${many(
      batches,
      "batch",
      "batches",
    )}. The arrow keys look at one cell after the other.`,
  cellIs: {
    row: () => ["A cell is a row.", "The filled cells are the batch that comes next."],
    batch: () => ["There are many rows: a cell is a batch.", "The filled cell is the batch that comes next."],
    batches: (per) => [
      `There are many rows: a cell is ${many(per, "batch", "batches")}.`,
      "The filled cell holds the batch that comes next.",
    ],
  },
  cellRow: (batch, place, row) =>
    `Batch ${count(batch)}, place ${count(place)}${row === undefined ? "" : ` · row ${count(row)} of the table`}`,
  cellBatches: (first, last, rows) =>
    `Batch ${count(first)}${last > first ? ` to ${count(last)}` : ""} · ${rowsOf(rows)}`,

  tensors: "From table to tensor",
  tensorsTerm: "from_tensor_slices",
  shapeHead: { name: "Name", what: "What", shape: "Shape", type: "dtype" },
  shapeNames: {
    table: "whole table",
    features: "features",
    targets: "targets",
    xTrain: "features to train on",
    yTrain: "targets to train on",
    xTest: "features to test on",
    yTest: "targets to test on",
  },
  shapeHint: (rows, columns) =>
    `One number, as in (${rows},), is a row of values; (${rows},\u00a0${columns}) is ${rowsOf(rows)} by ${many(columns, "column")}. In tensors all are float32.`,
  take: "Look into the next batch",
  takeTerm: "take(1)",
  takeHint: "Features and targets of the batch that comes next. They change as training goes on.",
};
