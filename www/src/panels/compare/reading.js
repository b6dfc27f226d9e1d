/**
 * What curves of several runs say beside each other. Pure; every number is one that the engine recorded.
 *
 * @import { ActiveLayer } from "../../experiment/layers.js"
 * @import { Comparison } from "../../experiment/types.js"
 */

/** @typedef {ReturnType<Comparison["curves"]>[number]} Curve */
/** What runs along the horizontal axis. @typedef {"updates" | "rowsSeen" | "epochs"} Axis */

/** @param {ArrayLike<number>} list */
const lastOf = (list) => list[list.length - 1];

/**
 * The last point that was recorded at a place or before.
 * @param {Curve} curve
 * @param {Axis} axis
 * @param {number} most
 */
function pointAt(curve, axis, most) {
  const xs = curve[axis];
  let at = 0;
  while (at + 1 < xs.length && xs[at + 1] <= most) at++;
  return { label: curve.label, x: xs[at], loss: curve.loss[at] };
}

/**
 * The runs at the furthest place that all have reached; those that diverged do not count. Undefined where fewer than
 * two are left.
 * @param {readonly Curve[]} curves @param {Axis} axis
 */
export function sideBySide(curves, axis) {
  const calm = curves.filter(({ diverged, loss }) => !diverged && loss.length > 0);
  if (calm.length < 2) return undefined;
  const most = Math.min(...calm.map((curve) => lastOf(curve[axis])));
  if (!(most > 0)) return undefined;
  const points = calm.map((curve) => pointAt(curve, axis, most)).sort((a, b) => a.loss - b.loss);
  return { most, points };
}

/**
 * A run that diverges leaves the picture at the top, or nothing were to be seen of the others: so many times the loss
 * of the start.
 */
const TALLEST = 100;

/** The losses that are drawn of a run. @param {Curve} curve */
export const drawn = ({ loss }) => loss.map((value) => (value <= loss[0] * TALLEST ? value : NaN));

/** Whether no run left a line to draw; without runs nothing diverged. @param {readonly Curve[]} curves */
export const allDivergedAtOnce = (curves) =>
  curves.length > 0 && curves.every((curve) => curve.diverged && drawn(curve).filter(Number.isFinite).length < 2);

/** Where each run is. @param {Curve} curve */
export const endOf = (curve) => ({
  updates: lastOf(curve.updates),
  rowsSeen: lastOf(curve.rowsSeen),
  epochs: lastOf(curve.epochs),
  loss: lastOf(curve.loss),
});

/**
 * The names of the weights that are trained, as Keras calls their tensors, and their places among all weights.
 * @param {readonly ActiveLayer[]} layers
 */
export const weightNames = (layers) =>
  layers.flatMap(({ name: layer, units, weights }) =>
    weights
      .filter(({ trainable }) => trainable)
      .map(({ name, at, count }) => {
        const place = (/** @type {number} */ i) =>
          name === "kernel" ? `[${Math.floor(i / units)}, ${i % units}]` : `[${i}]`;
        const tensor = `${layer}.${name}`;
        return { tensor, places: Array.from({ length: count }, (_, i) => ({ name: tensor + place(i), at: at + i })) };
      }),
  );
