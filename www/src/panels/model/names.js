/**
 * The names that a model can be built of, as Keras has them, the likeliest first.
 *
 * @import { ActivationName, InitializerName, LossName } from "../../../../src/bindings/types.js"
 * @import { MetricName } from "../../../../src/bindings/types.js"
 */

/** @type {readonly ActivationName[]} */
export const ACTIVATIONS = [
  "linear",
  "relu",
  "sigmoid",
  "tanh",
  "softmax",
  "leaky_relu",
  "elu",
  "selu",
  "gelu",
  "silu",
  "softplus",
  "softsign",
  "hard_sigmoid",
  "exponential",
];

/** @type {readonly InitializerName[]} */
export const INITIALIZERS = [
  "glorot_uniform",
  "glorot_normal",
  "he_uniform",
  "he_normal",
  "lecun_uniform",
  "lecun_normal",
  "random_uniform",
  "random_normal",
  "truncated_normal",
  "zeros",
  "ones",
];

/** For numbers and for classes. @type {Record<"regression" | "classification", readonly LossName[]>} */
export const LOSSES = {
  regression: [
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
    "log_cosh",
    "mean_absolute_percentage_error",
    "mean_squared_logarithmic_error",
    "poisson",
  ],
  classification: [
    "binary_crossentropy",
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
    "hinge",
    "kl_divergence",
  ],
};

/** @type {Record<"regression" | "classification", readonly MetricName[]>} */
export const METRICS = {
  regression: ["mae", "root_mean_squared_error", "r2_score"],
  classification: ["accuracy"],
};

/** Keras's other names. @type {Record<string, string>} */
const OTHER = {
  mse: "mean_squared_error",
  mae: "mean_absolute_error",
  mape: "mean_absolute_percentage_error",
  msle: "mean_squared_logarithmic_error",
  bce: "binary_crossentropy",
  kld: "kl_divergence",
  swish: "silu",
  normal: "random_normal",
  uniform: "random_uniform",
  one: "ones",
  zero: "zeros",
};

/**
 * The name in full and in small letters, whichever way Keras lets it be written: `MSE`, `MeanSquaredError`, `HeNormal`.
 * @param {string} name
 */
export function fullName(name) {
  const small = name.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3_$2$4").toLowerCase();
  return OTHER[small] ?? small;
}

/**
 * The full name of what may be a name or an object with one.
 * @param {unknown} named
 * @param {string} usual
 * @returns {string}
 */
export const nameOf = (named, usual) =>
  fullName(typeof named === "string" ? named : String(/** @type {any} */ (named)?.name ?? usual));

/**
 * The name in use among those that are offered, also where it is not one of them.
 * @template {string} T
 * @param {readonly T[]} names
 * @param {string} used
 */
export const offered = (names, used) =>
  /** @type {readonly string[]} */ (names).includes(used) ? names : [...names, used];
