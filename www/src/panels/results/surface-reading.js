/**
 * How the surfaces of a problem of two features are read: the colours of the output or of one unit, what they mean, and
 * the marks of the rows.
 *
 * @import { Words } from "../../locales/playground.js"
 * @import { Setup } from "../../experiment/types.js"
 * @import { Unit } from "../../experiment/selection.js"
 * @import { Surface } from "../../charts/surface.js"
 */
import { diverging } from "../../charts/colors.js";
import { classCells, classStyle, reachOf, signedCells } from "../../charts/surface-colors.js";
import { activeLayers } from "../../experiment/layers.js";
import { format } from "../../format.js";
import { nameOfLayer } from "../views/layer-names.js";

/**
 * @typedef {{ rows: Uint32Array, x: Float32Array, y: Float32Array, targets: Float32Array, of: number }} Points Those
 *   that are drawn, of how many.
 */
/**
 * What was seen at one moment: of each layer `[units, size, size]`, without Dropout and Flatten.
 * @typedef
 *   {{ size: number, layers: Float32Array[], xRange: readonly [number, number], yRange: readonly [number, number] }}
 *   Sampled
 */
/** @typedef {Sampled & { points: { train: Points, test: Points } }} Seen */
/** @typedef {{ heading: string, values: Float32Array, reading: string, cells: Surface["cells"] }} Reading */

/** How many values surfaces have along a side. @param {Float32Array} layer @param {number} units */
export const sideOf = (layer, units) => Math.round(Math.sqrt(layer.length / units));

/** @param {Sampled} sampled @param {Unit} unit */
const valuesOf = ({ size, layers }, { layer, unit }) =>
  layers[layer].subarray(unit * size * size, (unit + 1) * size * size);

/**
 * A feature over the plane, as the model gets it.
 * @param {Setup} setup @param {Sampled} sampled @param {number} unit
 */
function inputValues({ scale: { center, spread } }, { size, xRange, yRange }, unit) {
  const [from, to] = unit === 0 ? xRange : yRange;
  return Float32Array.from({ length: size * size }, (_, cell) => {
    const steps = unit === 0 ? cell % size : size - 1 - Math.floor(cell / size);
    return (from + ((to - from) * steps) / (size - 1) - center[unit]) / spread[unit];
  });
}

/** @param {Words} words @param {Setup} setup @param {Unit} unit */
export function nameOfUnit(words, setup, { layer, unit }) {
  if (layer < 0) return setup.config.features[unit] ?? "";
  return words.results.surface.unit(nameOfLayer(words, activeLayers(setup)[layer]), unit + 1);
}

/**
 * The output, or one unit: its values, its colours and what they mean. An output that is a probability stands on either
 * side of one half.
 * @param {Words} words @param {Setup} setup @param {Sampled} sampled @param {Unit} [chosen]
 * @returns {Reading}
 */
export function readingOf(words, setup, sampled, chosen) {
  const { surface } = words.results;
  const { classes } = setup;
  const layers = activeLayers(setup);
  const last = layers.length - 1;
  const { units } = layers[last];
  const heading = chosen ? nameOfUnit(words, setup, chosen) : surface.output;
  if (!chosen && classes && units > 1) {
    const all = Array.from({ length: units }, (_, unit) => valuesOf(sampled, { layer: last, unit }));
    return { heading, values: all[0], reading: surface.many, cells: (tokens) => classCells(tokens, all) };
  }
  const unit = chosen ?? { layer: last, unit: 0 };
  const values = unit.layer < 0 ? inputValues(setup, sampled, unit.unit) : valuesOf(sampled, unit);
  const isProbability = classes && unit.layer === last && units === 1;
  return {
    heading,
    values,
    reading: isProbability ? surface.classes(classes[1], classes[0]) : surface.signed,
    cells: (tokens) => signedCells(tokens, values, isProbability ? { middle: 0.5, reach: 0.5 } : {}),
  };
}

/** @typedef {Surface["groups"][number]} Group */

/**
 * The rows of a side of the split as groups of points.
 * @param {Words} words @param {Setup} setup @param {Seen["points"]} points @param {"train" | "test"} side
 * @returns {Group[]}
 */
function groupsOfSide({ results: { surface } }, { classes }, points, side) {
  const { x, y, targets } = points[side];
  const hollow = side === "test";
  if (!classes) {
    const reach = Math.max(reachOf(points.train.targets), reachOf(points.test.targets));
    const colors = (/** @type {Record<string, string>} */ tokens) => {
      const color = diverging(tokens, reach);
      return (/** @type {number} */ i) => `rgb(${color(targets[i]).slice(0, 3).map(Math.round).join(" ")})`;
    };
    const shape = hollow ? "square" : "circle";
    return [{ hollow, label: surface[side](surface.points), x, y, shape, color: "mark", colors }];
  }
  return classes.map((label, which) => {
    const rows = Array.from(targets.keys()).filter((i) => targets[i] === which);
    return {
      hollow,
      ...classStyle(classes.length, which),
      label: surface[side](label),
      x: rows.map((i) => x[i]),
      y: rows.map((i) => y[i]),
    };
  });
}

/** @param {Words} words @param {Setup} setup @param {Seen["points"]} points @returns {Group[]} */
export const groupsOf = (words, setup, points) => [
  ...groupsOfSide(words, setup, points, "train"),
  ...(setup.config.split === null ? [] : groupsOfSide(words, setup, points, "test")),
];

/**
 * What is said where not all rows are drawn.
 * @param {Words} words @param {Setup} setup @param {Seen["points"]} points
 */
export function thinNote(words, setup, { train, test }) {
  const sides = setup.config.split === null ? [train] : [train, test];
  const [drawn, all] = [sides.reduce((sum, { x }) => sum + x.length, 0), sides.reduce((sum, { of }) => sum + of, 0)];
  return drawn < all ? words.results.thinned(format(drawn), format(all)) : "";
}
