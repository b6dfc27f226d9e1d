import { are, isOne, many as count } from "./count.js";

/** @param {number} seconds */
const time = (seconds) =>
  seconds < 60
    ? `${Math.max(Math.ceil(seconds), 1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;

/** @type {import("../playground.js").Words["train"]} */
export const train = {
  title: "Record and layers",
  term: "history, layers",
  lead: "How loss and metrics went on, and how each layer is doing.",
  run: "Train",
  goOn: "Continue",
  again: "Train again",
  pause: "Pause",
  batch: "Step batch",
  epoch: "Step epoch",
  toEnd: "Run to end",
  reset: "Reset (same initial weights)",
  reseed: "New random weights",
  controls: "Training",
  pace: "Speed",
  progress: (epoch, epochs, batch, batches) => `Epoch ${epoch}/${epochs} · batch ${batch}/${batches}`,
  remaining: (seconds) => `about ${time(seconds)} left`,
  updates: (updates, rows) => `${count(updates, "update")}, ${count(rows, "row")} processed`,
  notStarted: "Not trained yet.",
  kerasText: "What Keras prints",
  kerasEmpty: "Once training begins, the lines of model.fit() appear here.",
  ends: {
    finished: "All epochs are done.",
    stopped: (best) => `Stopped early: epoch ${best} was the best.`,
    diverged: (epoch, step, layer) =>
      `In epoch ${epoch}, batch ${step}, layer ${layer}, training blew up (diverged). The last finite weights are kept.`,
  },
  settings: "Training settings",
  epochs: "Epochs",
  batchSize: "Batch size",
  shuffle: "Shuffle in each epoch",
  validation: "Validation share (validation_split)",
  stopping: "Stop early (EarlyStopping)",
  monitor: "Watched value",
  patience: "Patience",
  minDelta: "Least improvement (min_delta)",
  restore: "Go back to the best weights",
  settingsNote: "A change begins again from the same start weights.",
  liveLabel: (sizes) =>
    `Network, units by layer: ${sizes.join(", ")}. The arrow keys read one unit or weight after the other.`,
  marks: { BatchNormalization: "Batch norm", LayerNormalization: "Layer norm", Normalization: "Normalization" },
  kernel: (layer) => `Kernel of ${layer}`,
  cell: (input, unit) => `input ${input} → unit ${unit}`,
  loss: "loss",
  validationLoss: "validation loss",
  metrics: "Metrics",
  metric: (name) => name.replace(/^val_/, "validation "),
  by: "Horizontal axis",
  byEpoch: "epoch",
  byUpdate: "update",
  curves: "Loss and metrics",
  lossHeading: "Loss",
  noEpoch: "No epoch is done yet. Set the horizontal axis to updates to see it at once.",
  now: "now",
  best: "best",
  layers: "Layer by layer",
  layer: "Layer",
  unit: "Unit",
  gradient: "Gradient size",
  gradientNote:
    "The norm of the kernel’s gradient over at most 256 training rows. Where it shrinks a lot towards the first layers, the gradient vanishes.",
  gammaNote: "A normalization has no kernel: there it is the gradient of γ (gamma).",
  dead: "Dead units",
  saturated: "Saturated units",
  healthNote:
    "A dead unit gives 0 for every row (ReLU); a saturated one sits on the flat end of its curve and hardly learns.",
  none: "does not apply",
  histograms: "How distributions change",
  weightsOf: (layer) => `Weights of ${layer}`,
  activationsOf: (layer) => `Outputs of ${layer}`,
  histogramNote: "Later ones stand further in front; the front one is now.",
  histogramEmpty: "While it trains, one distribution an epoch is added.",
  epochAt: (epoch) => `epoch ${epoch}`,
  inspector: "One row, operation by operation",
  oneRow: "One row",
  oneBatch: "The next mini-batch",
  row: "Row number",
  previous: "Previous row",
  next: "Next row",
  rowKind: { train: "A training row", test: "A test row" },
  moment: (updates) => (updates === 0 ? "Start weights" : `Weights after ${count(updates, "update")}`),
  refresh: "Look again with the present weights",
  openInspector: "Follow this row",
  tooLarge: (parameters, limit) =>
    `${count(
      parameters,
      "parameter",
    )} ${are(parameters)} too many to follow operation by operation. Models of up to ${limit.toLocaleString("en")} can be.`,
  whole: "An update by this row alone: the real weights stay.",
  batchLead: (rows) =>
    isOne(rows)
      ? "The one row of the next mini-batch: its gradient makes the update."
      : `The ${count(rows, "row")} of the next mini-batch: each gets its own gradient, and their mean makes one update.`,
  meanLoss: "Mean loss",
  parameter: "Parameter",
  mean: "Mean",
  gradientsNote:
    "Rows of the batch from top to bottom, the mean last; parameters from left to right. Only the mean makes the update. Choose a row to follow its forward and backward pass.",
  gradientsHeading: "Gradient of each row, and their mean",
  rowOf: (row) => `Row ${row}`,
  meanTitle: "The mean, and the update",
  meanLead:
    "How the gradients of the rows become one update, operation by operation. The real weights stay as they are.",
  meanStart:
    "First the mean of the rows’ losses is taken. Then, for each parameter, the mean of their gradients; and by that mean all parameters are updated once.",
  over: "There is no next mini-batch: training is over.",
  kinds: {
    logit_gradient: "gradient of the pre-activation",
    loss_term: "term of the loss",
    loss_mean: "mean loss",
    weight_mean: "mean gradient",
    bias_mean: "mean gradient",
    normalization: "normalization",
    gamma_gradient: "gradient of γ",
    beta_gradient: "gradient of β",
    gamma_mean: "mean gradient",
    beta_mean: "mean gradient",
    gamma_update: "new γ",
    beta_update: "new β",
  },
  activations: {
    elu: "ELU",
    exponential: "exponential",
    gelu: "GELU",
    hard_sigmoid: "hard sigmoid",
    leaky_relu: "leaky ReLU",
    selu: "SELU",
    silu: "SiLU",
    softplus: "softplus",
    softsign: "softsign",
  },
  sentence: {
    normalization: {
      batch: (from, unit, mean, variance, output) =>
        `In training, mean and variance are those of the batch. ${from} less the mean ${mean}, divided by the root of the variance ${variance}, then adjusted by γ and β, is ${unit} = ${output}.`,
      moving: (from, unit, mean, variance, output) =>
        `In prediction, mean and variance are the moving ones that training gathered. ${from} less the mean ${mean}, divided by the root of the variance ${variance}, then adjusted by γ and β, is ${unit} = ${output}.`,
      data: (from, unit, mean, variance, output) =>
        `Mean and variance were measured or given before training. ${from} less the mean ${mean}, divided by the root of the variance ${variance}, is ${unit} = ${output}.`,
      row: (from, unit, mean, variance, output) =>
        `Mean and variance are those of all units of the layer before, in this row. ${from} less the mean ${mean}, divided by the root of the variance ${variance}, then adjusted by γ and β, is ${unit} = ${output}.`,
    },
    slopes: (unit, feeds, gradient) =>
      feeds.length > 1
        ? `${unit} is part of the mean and the variance too, so it changes every unit of the next layer. Each gradient that comes back is multiplied by how much its unit changes; their sum is the gradient of ${unit}, ${gradient}.`
        : `${unit} goes into ${feeds[0]} alone. The gradient that comes back, multiplied by how much ${feeds[0]} changes, is the gradient of ${unit}, ${gradient}.`,
    gammaGradient: (gamma, unit, gradient) =>
      `${gamma} multiplied the normalized value. So the gradient of ${unit} times that value, ${gradient}, is the gradient of ${gamma}.`,
    betaGradient: (beta, unit, gradient) =>
      `${beta} was simply added. So the gradient of ${unit}, ${gradient}, is the gradient of ${beta} too.`,
    lossMean: (rows, loss) =>
      `${
        isOne(rows) ? "The loss of the one row" : `The mean of the losses of the ${count(rows, "row")}`
      } is the loss of this batch, L = ${loss}.`,
    gradientMean: (name, rows, gradient) =>
      isOne(rows)
        ? `The one row’s gradient of ${name}, ${gradient}, goes into the update.`
        : `Each of the ${count(rows, "row")} has its own gradient of ${name}. Only their mean, ${gradient}, goes into the update.`,
    lossTerm: (unit, prediction, target, loss, term) =>
      `The prediction ${unit} = ${prediction} is compared with the target ${target} by ${loss}: ${term}. The further apart they are, the larger it is.`,
    loss: (loss, name, terms, penalty) =>
      `${terms > 1 ? `The mean of the ${terms} terms is the` : "This is the"} loss L = ${loss} (${name}).${
        penalty ? ` It includes ${penalty} that regularizers add.` : ""
      }`,
    outputGradient: (unit, gradient, loss) =>
      `The gradient says how the loss changes when ${unit} is raised a little. The derivative of ${loss} is ${gradient}.`,
    logitGradient: (unit, z, prediction, target, gradient) =>
      `Taken together, the derivatives of the cross-entropy and of the output’s activation become simple: ${unit} = ${prediction} minus the target ${target} is the gradient of ${z}, ${gradient}.`,
    update: (name, change, before, after, rule, sign) =>
      sign === 0
        ? `By the rule of ${rule}, ${name} stays at ${before}.`
        : `With ${rule}, the step depends on the gradients so far, not on this one alone: it ${
            sign > 0 ? "lowers" : "raises"
          } ${name} by ${change}, from ${before} to ${after}.`,
  },
};
