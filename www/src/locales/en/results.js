import { are, isOne, many } from "./count.js";

/** The first rows of many, or all of few. @param {number} n @param {boolean} isAll @param {string} row */
const firstOf = (n, isAll, row) => (isAll ? `The ${isOne(n) ? row : many(n, row)}.` : `The first ${n} ${row}s.`);

/** @type {import("../playground.js").Words["results"]} */
export const results = {
  title: "Evaluate and predict",
  term: "evaluate, predict",
  lead: "See how well it does on rows that it never trained on, and try values of your own.",
  evaluate: {
    title: "Evaluate",
    about: (n) => `The scores on ${many(n, "row")} that ${isOne(n) ? "was" : "were"} not trained on.`,
    unsplit: (n) =>
      `The data is not split, so the ${many(n, "row")} of training ${are(n)} evaluated. It does not say how well new values would do.`,
    fresh: "These are the scores of the start weights: it has not trained yet.",
    diverged:
      "Training diverged and could not go on. These are the scores of the last finite weights, so the predictions are huge, too.",
    style: "Print as",
  },
  thinned: (drawn, all) =>
    `Of ${many(all, "row")} an even choice of ${drawn} is drawn, as more would lie on each other.`,
  pairs: {
    title: "Targets and predictions",
    about: (n, isAll) =>
      `${firstOf(n, isAll, "test row")} Choose a row number to send that row through the model below.`,
    unsplit: (n, isAll) => `${firstOf(n, isAll, "row")} Choose a row number to send that row through the model below.`,
    synthetic:
      "The built-in data is synthetic, so targets and predictions differ from the tutorial’s. If you have its file, open it in the tab “Table and columns”.",
    row: "Row",
    target: "Target",
    prediction: "Prediction",
    residual: "Residual",
    actualClass: "True class",
    predictedClass: "Predicted class",
    probability: (name) => `Probability of class ${name}`,
    wrong: "wrong",
    all: (n) => (isOne(n) ? "Show the one row" : `Show all ${n} rows`),
    caption: "All targets and predictions",
  },
  side: { label: "Rows to show", test: "Test rows", train: "Training rows", both: "Both" },
  fit: {
    title: "Prediction and target",
    note: "A point on the dashed line was predicted exactly; above it the prediction is too large, below it too small.",
    said: (n) =>
      `${many(n, "point")}. The target runs across, the prediction upwards; on the dashed line both are equal.`,
  },
  residuals: {
    title: "Residuals",
    term: "target − prediction",
    note: "A residual is the target minus the prediction. Scattered around 0 without a pattern, they show no rule that the model missed.",
    y: "Target − prediction",
    said: (n, from, to) => `${many(n, "point")}. The residuals lie between ${from} and ${to}.`,
    histogram: (side) => `Distribution of the residuals: ${side}`,
    counts: "Counts by interval",
    interval: "Interval",
    count: "Count",
  },
  surface: {
    output: "Output of the model",
    classes: (one, other) =>
      `Blue is where it answers ${one}, orange where it answers ${other}; the paler, the less certain.`,
    many: "The colour is that of the most likely class; the paler, the less certain.",
    signed: "Blue is positive, orange negative; the stronger, the further from 0.",
    unit: (layer, n) => `${layer}, unit ${n}`,
    hidden: (n) => `Hidden ${n}`,
    last: "Output layer",
    said: (x, y, low, high) =>
      `${x} runs across, ${y} upwards. Values lie between ${low} and ${high}. The arrow keys read them.`,
    train: (name) => `${name} · training`,
    test: (name) => `${name} · test`,
    points: "Points",
    table: "Values as a table",
    corner: (y, x) => `${y} \\ ${x}`,
  },
  confusion: {
    title: "Confusion matrix",
    term: "true by predicted class",
    about: "Rows are the true classes, columns the answers of the model. What lies on the diagonal is right.",
    right: (side, n, all) => `${side}: ${n} of ${all} right.`,
    corner: "True \\ predicted",
  },
  predictForm: {
    title: "Predict for your own values",
    about: "Enter values in the units of the table; scaling is done on the way into the model.",
    range: (from, to) => `${from} to ${to}`,
    outside: (from, to) =>
      `Outside of the data (${from} to ${to}): this is extrapolation, a guess about values that were never seen. Do not trust it much.`,
    notNumber: "Enter a number. The prediction is still that of the former value.",
    row: "Row of the table",
    take: "Use its values",
    noRow: (last) => `Enter a row number from 0 to ${last}.`,
    more: (n) => `The other ${isOne(n) ? "feature is" : `${n} features are`} held at the values of this row.`,
    ofRow: (row) => `These are the values of row ${row}.`,
    prediction: (target) => `Predicted ${target}`,
    actual: "Target",
    missing: "A cell of this row is empty, so it was not used.",
  },
  flow: {
    title: "Forward pass, layer by layer",
    about: "What the input becomes, layer after layer. All are outputs at the present weights.",
    input: "Input",
    play: "Replay the forward pass",
    next: "Next layer",
    table: "Values as a table",
    layer: "Layer",
    unit: "Unit",
    value: "Output",
    scaled: "scaled",
    beyond: (n) => `${many(n, "more unit")} ${are(n)} not drawn.`,
  },
  response: {
    title: "Response to one feature",
    about: (name) => `The prediction while ${name} changes; the other features stay at the values above.`,
    feature: "Feature to change",
  },
};
