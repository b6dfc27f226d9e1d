import { format } from "../../format.js";
import { are, many } from "./count.js";

/** @param {number} value */
const say = (value) => format(value, 3).replaceAll(" ", "\u00a0");
/** @param {number} layer */
const nth = (layer) => `layer ${layer + 1}`;

/** @param {Record<string, any>} facts */
function range({ lowest, highest }) {
  if (lowest !== undefined && highest !== undefined) return `only numbers from ${say(lowest)} to ${say(highest)}`;
  return lowest !== undefined
    ? `nothing below ${say(lowest)}`
    : highest !== undefined
      ? `nothing above ${say(highest)}`
      : "any number";
}

/** @param {Record<string, any>} facts */
const slower = ({ stableRate }) =>
  stableRate === undefined
    ? "Try a learning rate ten times lower, and scale features and targets."
    : `Try a learning rate below ${say(stableRate)}, scaled features, or Adam.`;

/** @param {number} share */
const percent = (share) => `${say(100 * share)}%`;

/**
 * Why an accuracy says nothing, and what says more.
 * @type {Record<string, (facts: Record<string, any>) => string[]>}
 */
const emptyAccuracy = {
  values: ({ metric, share }) => [
    `${metric} rounds an output to 0 or 1 and compares it with the target, but ${percent(share)} of the targets are neither 0 nor 1: those never count as right.`,
    "For a regression, watch mae or r2_score. For two classes, give targets of 0 and 1.",
  ],
  not_one_hot: ({ metric, share }) => [
    `${metric} only compares which output and which target of a row is the largest, but in ${percent(share)} of the rows the targets are not one class.`,
    "For a regression, watch mae or r2_score. Where several labels can be right, take binary_accuracy.",
  ],
  class_numbers: ({ metric }) => [
    `${metric} looks for the largest target of a row, but each row has one class number: it says nothing.`,
    "Take accuracy or sparse_categorical_accuracy.",
  ],
  one_output: ({ metric }) => [
    `${metric} looks for the largest output of a row, and there is only one: it says nothing.`,
    "For two classes take binary_accuracy, for a regression mae or r2_score.",
  ],
};

/** @type {import("../playground.js").Words["lints"]} */
export const lints = {
  title: "What the engine noticed",
  severity: { info: "Note", warning: "Warning", problem: "Problem" },
  index_column: ({ name }) => [
    `${name} only counts the rows, yet goes in as a feature.`,
    `Leave ${name} out of the features. In pandas, keep the table that df.drop() returns.`,
  ],
  rows_dropped: ({ dropped, rows, columns }) => [
    `${dropped} of ${many(rows, "row")} ${are(dropped)} left out: a value of ${columns.join(", ")} is missing there.`,
    "Fill features with the mean of the training rows, or leave out the column in which most are missing.",
  ],
  values_filled: ({ filled, columns }) => [
    `${many(
      filled,
      "missing value",
    )} of ${columns.join(", ")} ${are(filled)} filled: the mean of the training rows stands there.`,
    "Leave the rows out instead if they are few: a mean tells the network nothing of its row.",
  ],
  unscaled_features: ({ name, size, ratio, learningRate, stableRate, scaledStableRate }) => [
    stableRate !== undefined && learningRate >= stableRate
      ? `${name} goes up to ${say(size)}. With such features gradient descent is stable below a learning rate of ${say(stableRate)}; it is ${say(learningRate)} now.`
      : `${name} goes up to ${say(size)}, and sizes differ by a factor of ${say(ratio)}: no learning rate suits all weights, so gradient descent is slow.`,
    scaledStableRate === undefined
      ? "Standardise the features, or try Adam."
      : `With standardised features a learning rate up to about ${say(scaledStableRate)} is stable. Adam is worth a try, too.`,
  ],
  learning_rate_too_high: ({ learningRate, stableRate }) => [
    `Gradient descent is stable here below a learning rate of ${say(stableRate)}; it is ${say(learningRate)} now.`,
    `Try a learning rate of ${say(stableRate / 2)} or less.`,
  ],
  targets_out_of_range: (facts) => [
    `The output activation ${facts.activation} gives ${range(facts)}, but the targets go from ${say(facts.smallestTarget)} to ${say(facts.largestTarget)}: the loss cannot reach 0.`,
    "Leave out the activation of the output layer (linear), or scale the targets into its range.",
  ],
  crossentropy_targets: ({ loss, smallestTarget, largestTarget }) => [
    `${loss} compares probabilities, but the targets go from ${say(smallestTarget)} to ${say(largestTarget)}.`,
    "Give targets of 0 and 1, or take mean_squared_error for a regression.",
  ],
  crossentropy_output: ({ loss, fromLogits, activation, expected }) => [
    `${loss} takes ${
      fromLogits ? "logits (any numbers)" : "probabilities"
    } from the output, and the activation ${activation} does not give them.`,
    `Give the output layer the activation ${expected}.`,
  ],
  logits_twice: ({ loss, activation }) => [
    `${loss} is told to take logits, but ${activation} already turned them into probabilities.`,
    "Leave out either from_logits or the activation of the output layer.",
  ],
  one_class: ({ loss, activation }) => [
    `The output has one unit, whose share of all is always 1: with ${activation} and ${loss} nothing can be learned.`,
    "Take sigmoid with binary_crossentropy for two classes, or one unit for each class.",
  ],
  empty_accuracy: (facts) => emptyAccuracy[facts.reason](facts),
  linear_layers: ({ first, last, isRegression }) => [
    `No activation lies between ${nth(first)} and ${nth(last)}: together they can do what one layer can.${
      isRegression ? " The model is a linear regression." : ""
    }`,
    "Put an activation such as relu between them, or keep just one.",
  ],
  dead_relus: ({ layer, dead, units }) => [
    `${dead} of ${many(units, "unit")} of ${nth(layer)} ${are(dead)} dead: relu gives 0 for every row.`,
    "Scale the features, lower the learning rate, or try leaky_relu.",
  ],
  saturated_units: ({ layer, activation, saturated, units }) => [
    `${saturated} of ${many(units, "unit")} of ${nth(layer)} ${are(saturated)} saturated: ${activation} is flat there, and hardly any gradient comes through.`,
    "Scale the features, start with smaller weights, or try relu.",
  ],
  vanishing_gradients: ({ layer, factor }) => [
    `The gradient that reaches ${nth(layer)} is ${say(factor)} times smaller than that of the last layer: by gradient descent it learns that much slower.`,
    "Try relu with he_normal in the hidden layers, or fewer layers.",
  ],
  exploding_gradients: ({ layer, factor }) => [
    `The gradient that reaches ${nth(layer)} is ${say(factor)} times larger than that of the last layer.`,
    "Start with smaller weights such as glorot_uniform, or set clipnorm.",
  ],
  diverged: (facts) => [
    `Training diverged in epoch ${facts.epoch + 1}, batch ${facts.step + 1}: with ${facts.optimizer} and a learning rate of ${say(facts.learningRate)} the numbers of ${nth(facts.layer)} grew beyond all bounds.`,
    slower(facts),
  ],
  loss_not_finite: ({ epoch, key, value, loss, activation }) => [
    `${key} was ${value} in epoch ${epoch + 1}: for some outputs of ${activation}, ${loss} ${
      value === "nan" ? "is not defined" : "is too large for a number"
    }. Training went on, as all weights stayed finite.`,
    value !== "nan"
      ? "Try a learning rate ten times lower, and scale features and targets."
      : loss === "poisson"
        ? "Give the output layer softplus or exponential, which stay above 0."
        : "Give the output layer an activation that the loss can take, such as softmax.",
  ],
  rising_loss: (facts) => [
    `The training loss rose from ${say(facts.lowestLoss)} in epoch ${facts.epoch + 1} to ${say(facts.loss)} (${facts.optimizer}, learning rate ${say(facts.learningRate)}).`,
    slower(facts),
  ],
  stuck_loss: (facts) => [
    `Of the loss, ${say(facts.loss)}, ${say(facts.bestLoss)} is out of reach: ${facts.activation} gives ${range(facts)}, and the targets lie outside.`,
    "Leave out the activation of the output layer (linear), or scale the targets into its range.",
  ],
  overfitting: ({ epoch, lowestValLoss, valLoss, lossThen, loss }) => [
    `Since epoch ${epoch + 1} the validation loss rose from ${say(lowestValLoss)} to ${say(valLoss)} while the training loss fell from ${say(lossThen)} to ${say(loss)}: the model learns the training rows by heart.`,
    "Stop earlier, take fewer units, add dropout or L2, or get more rows.",
  ],
};
