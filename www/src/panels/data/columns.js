/**
 * What each column of the table is for, and other data for a model that was made for the former. Pure.
 *
 * @import { ColumnInfo, ExperimentConfig, Setup } from "../../experiment/types.js"
 * @import { AnyLayer, Model } from "../../experiment/config.js"
 */

/** @typedef {"feature" | "target" | "out"} Role */

/** @param {Setup} setup @param {string} name @returns {Role} */
export const roleOf = ({ config }, name) =>
  name === config.target ? "target" : config.features.includes(name) ? "feature" : "out";

/**
 * A cell as the engine counts with it: true is 1 and false is 0.
 * @param {Setup} setup
 * @param {ColumnInfo} column
 * @param {string} text
 */
export const numberText = ({ data }, { kind }, text) =>
  kind === "truth" ? String(Number(Boolean(data.reading?.trueValues.includes(text.trim())))) : text;

/** Whether a column can go in: rows in which it is missing are left out or filled. @param {ColumnInfo} column */
const isNumeric = ({ kind }) => kind !== "text";

/**
 * The columns that were asked for last, else those in use: a change may still be on its way.
 * @param {ExperimentConfig} config
 * @param {Setup} setup
 */
const chosen = ({ features, target }, { config }) => ({
  features: features ?? config.features,
  target: target ?? config.target,
});

/**
 * The configuration with another role of a column. The former target goes back among the features where it can, as
 * `df.drop(columns=[target])` would have it.
 * @param {ExperimentConfig} config
 * @param {Setup} setup
 * @param {string} name
 * @param {Role} role
 * @returns {ExperimentConfig}
 */
export function withRole(config, setup, name, role) {
  const { features: names, target } = chosen(config, setup);
  const features = new Set(names);
  const { columns } = setup.data;
  const inOrder = () => columns.map((column) => column.name).filter((column) => features.has(column));
  if (role !== "target") {
    if (role === "feature") features.add(name);
    else features.delete(name);
    return { ...config, target, features: inOrder() };
  }
  const former = columns.find((column) => column.name === target);
  if (former && isNumeric(former)) features.add(former.name);
  features.delete(name);
  const { task, ...rest } = config;
  return { ...rest, target: name, features: inOrder() };
}

/** Index columns among the features: the trap of `df.drop` that is not assigned. @param {Setup} setup */
export const keptIndexes = ({ config, data }) =>
  data.columns.filter(({ name, isIndex }) => isIndex && config.features.includes(name)).map(({ name }) => name);

/** No list of names in Python is longer. */
const MOST_NAMES = 8;

/** What the choice of columns is in pandas. @param {Setup} setup */
export function columnsInPython({ config, data }) {
  const list = (/** @type {string[]} */ names) =>
    `[${names
      .slice(0, MOST_NAMES)
      .map((name) => JSON.stringify(name))
      .join(", ")}${names.length > MOST_NAMES ? ", …" : ""}]`;
  const dropped = data.columns.map(({ name }) => name).filter((name) => !config.features.includes(name));
  const x =
    dropped.length <= config.features.length + 1 ? `df.drop(columns=${list(dropped)})` : `df[${list(config.features)}]`;
  return `x = ${x}\ny = df[${JSON.stringify(config.target)}]`;
}

/** Whether a model for the one answers the other too. @param {Setup} a @param {Setup} b */
export const sameProblem = (a, b) => a.task === b.task && a.classes?.length === b.classes?.length;

/** A layer without what only fits other inputs. @param {AnyLayer} layer @returns {AnyLayer} */
function unbound(layer) {
  const { kernel, bias, inputShape, inputDim, ...rest } = /** @type {any} */ (layer);
  return rest;
}

/**
 * The reader's model for other data: the hidden layers and the optimizer stay, and where the problem is another one,
 * its output layer, loss and metrics are those that the engine proposes.
 * @param {Model} former @param {Model} proposed @param {boolean} same Whether the problem is the same.
 * @returns {Model}
 */
export function modelFor(former, proposed, same) {
  const layers = former.layers.map(unbound);
  if (same) return { ...former, layers };
  const output = layers.findLastIndex((layer) => !("type" in layer) || layer.type === "Dense");
  const { loss, metrics } = proposed;
  return { ...former, layers: [...layers.slice(0, output), ...proposed.layers.slice(-1)], loss, metrics };
}
