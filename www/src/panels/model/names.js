/**
 * The names that a model can be built of, as Keras has them, the most used first.
 *
 * @import { ActivationName, InitializerName, LossName } from "../../../../src/bindings/types.js"
 * @import { MetricConfig, MetricName } from "../../../../src/bindings/types.js"
 * @import { Thing } from "../../experiment/catalogue.js"
 */
import { CATALOGUE } from "../../experiment/catalogue.js";

/** The most used things of a kind first. @param {string} kind @returns {Thing[]} */
export const commonFirst = (kind) => [
  ...CATALOGUE[kind].filter(({ common }) => common),
  ...CATALOGUE[kind].filter(({ common }) => !common),
];

/** Those that are offered; a model may have others. @param {string} kind */
export const offeredFirst = (kind) => commonFirst(kind).filter(({ offered }) => offered !== false);

/**
 * Names to choose from; a thing that has to be given a setting is none of them, as the name alone would not do.
 * @param {string} kind
 * @returns {any}
 */
const choices = (kind) =>
  offeredFirst(kind)
    .filter(({ settings }) => settings.every(({ required }) => !required))
    .map(({ name }) => name);

/** @param {string} kind @param {(thing: Thing) => string} nameOf @returns {any} */
const byTask = (kind, nameOf) =>
  Object.fromEntries(
    ["regression", "classification"].map((task) => [
      task,
      offeredFirst(kind)
        .filter((thing) => thing.task === task)
        .map(nameOf),
    ]),
  );

/** @type {readonly ActivationName[]} */
export const ACTIVATIONS = choices("activation");

/** @type {readonly InitializerName[]} */
export const INITIALIZERS = choices("initializer");

/** For numbers and for classes. @type {Record<"regression" | "classification", readonly LossName[]>} */
export const LOSSES = byTask("loss", ({ name }) => name);

/** The name to offer: one that is a loss too goes by its short name. @param {Thing} metric */
const offeredName = ({ name, aliases }) =>
  aliases.find((alias) => CATALOGUE.loss.some((loss) => loss.aliases.includes(alias))) ?? name;

/** @type {Record<"regression" | "classification", readonly MetricName[]>} */
const METRICS = byTask("metric", offeredName);

/** @param {string} name */
const withoutUnderscores = (name) => name.replace(/_/g, "").toLowerCase();

/** A name in small letters: `batch_normalization` of `BatchNormalization`. @param {string} name */
export const snakeCase = (name) => name.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3_$2$4").toLowerCase();

/** All things but layers, which go by their classes alone: `LeakyReLU` is an activation too. */
const THINGS = Object.entries(CATALOGUE).flatMap(([kind, things]) => (kind === "layer" ? [] : things));

const NAMES = new Set(THINGS.map(({ name }) => name));

/** All names in small letters and without underscores, and the name that each stands for. */
const WRITTEN = new Map(
  THINGS.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((written) => /** @type {const} */ ([withoutUnderscores(written), name])),
  ),
);

/**
 * The name in full and in small letters, whichever way the engine lets it be written: `MSE`, `MeanSquaredError`,
 * `heNormal`, `LeakyReLU`.
 * @param {string} name
 */
export function fullName(name) {
  const small = snakeCase(name);
  return NAMES.has(small) ? small : (WRITTEN.get(withoutUnderscores(name)) ?? small);
}

/** Keras's class of a name: `BatchNormalization`. @param {string} name */
export const className = (name) => name.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());

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

/**
 * The metrics to choose from for a task: those in use as they are written.
 * @param {"regression" | "classification"} task
 * @param {readonly (MetricName | MetricConfig)[]} used
 * @returns {(MetricName | MetricConfig)[]}
 */
export const metricChoices = (task, used) => {
  const written = METRICS[task].map((name) => used.find((metric) => nameOf(metric, "") === fullName(name)) ?? name);
  return [...new Set([...written, ...used])];
};
