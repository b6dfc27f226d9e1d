/**
 * What lies under a point of the network of the bench, and where the keyboard goes from a place in it. Pure.
 *
 * @import { Layout, PlacedColumn } from "./network-layout.js"
 */
import { linksOf } from "./network-layout.js";

/**
 * A unit of a column, 0 the inputs; with `weight` one of its own numbers: of a dense layer the link from that input, or
 * after the inputs its bias.
 * @typedef {{ column: number, unit: number, weight?: number }} Place
 */

/** Around a link or a unit, in pixels. */
const [NEAR_LINK, NEAR_UNIT] = [8, 2];

/** How far along a curve, 0 to 1, a part of its width is: x runs as 1.5 t − 1.5 t² + t³. @param {number} part */
function alongCurve(part) {
  let [low, high] = [0, 1];
  for (let i = 0; i < 12; i++) {
    const t = (low + high) / 2;
    if (1.5 * t - 1.5 * t * t + t * t * t < part) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

/**
 * The link that is nearest to a point.
 * @param {Layout} layout @param {number} gap @param {number} px @param {number} py
 * @returns {Place | undefined}
 */
function linkAt(layout, gap, px, py) {
  const { from, to, isCurved } = linksOf(layout, gap);
  const [before, after] = [layout.columns[gap], layout.columns[gap + 1]];
  if (after.kind === "bar" || px < from || px > to) return undefined;
  const part = (px - from) / (to - from);
  const t = isCurved ? alongCurve(part) : part;
  const share = isCurved ? t * t * (3 - 2 * t) : t;
  const steep = isCurved ? (6 * t * (1 - t)) / (1.5 - 3 * t + 3 * t * t) : 1;
  let best = { away: NEAR_LINK, weight: -1, unit: -1 };
  for (const { unit, y: end } of after.slots) {
    for (const { unit: input, y: start } of before.slots) {
      const slope = (steep * (end - start)) / (to - from);
      const away = Math.abs(py - (start + (end - start) * share)) / Math.hypot(1, slope);
      if (away < best.away) best = { away, weight: input, unit };
    }
  }
  return best.weight < 0 ? undefined : { column: gap + 1, unit: best.unit, weight: best.weight };
}

/** @param {Layout} layout @param {number} px @param {number} py @returns {Place | undefined} */
export function placeAt(layout, px, py) {
  for (const [column, { x, width, height, slots }] of layout.columns.entries()) {
    if (Math.abs(px - x) > width / 2 + NEAR_UNIT) continue;
    const slot = slots.find(({ y }) => Math.abs(py - y) <= height / 2 + NEAR_UNIT);
    return slot && { column, unit: slot.unit };
  }
  const gap = layout.columns.findIndex(({ x }, i) => px > x && px < (layout.columns[i + 1]?.x ?? x));
  return gap < 0 ? undefined : linkAt(layout, gap, px, py);
}

/** The middle of a unit or of a link, at which its field opens. @param {Layout} layout @param {Place} place */
export function middleOf(layout, { column, unit, weight }) {
  const yOf = (/** @type {PlacedColumn} */ { slots }, /** @type {number} */ which) =>
    slots.find((slot) => slot.unit === which)?.y ?? (layout.top + layout.bottom) / 2;
  const own = layout.columns[column];
  const before = layout.columns[column - 1];
  if (weight === undefined || own.kind !== "dense" || weight >= before.units) return { x: own.x, y: yOf(own, unit) };
  const { from, to } = linksOf(layout, column - 1);
  return { x: (from + to) / 2, y: (yOf(before, weight) + yOf(own, unit)) / 2 };
}

/**
 * Where a key leads: up and down through the units of a column, or through the numbers of a unit; left and right
 * through columns, by what stands at the same height; Enter into the numbers of a unit, Escape out of them.
 * @param {Layout} layout
 * @param {Place | undefined} at
 * @param {string} key
 * @param {(place: Place) => number} countOf How many numbers a unit has.
 * @returns {Place | undefined} Undefined where the key leads nowhere.
 */
export function walk({ columns }, at, key, countOf) {
  const { column, unit, weight } = at ?? { column: 0, unit: columns[0].slots[0].unit };
  const within = (/** @type {number} */ value, /** @type {number} */ count) => Math.min(Math.max(value, 0), count - 1);
  if (weight !== undefined) {
    const count = countOf({ column, unit });
    /** @type {Record<string, number>} */
    const goals = { ArrowUp: weight - 1, ArrowDown: weight + 1, Home: 0, End: count - 1 };
    if (key in goals) return { column, unit, weight: within(goals[key], count) };
    if (key === "Escape") return { column, unit };
    if (!key.startsWith("Arrow")) return undefined;
  }
  const { slots } = columns[column];
  const place = slots.findIndex((slot) => slot.unit === unit);
  const inColumn = (/** @type {number} */ to) => ({ column, unit: slots[within(to, slots.length)].unit });
  const beside = (/** @type {number} */ by) => {
    const to = within(column + by, columns.length);
    const y = slots[Math.max(place, 0)].y;
    const nearest = columns[to].slots.reduce((best, slot) =>
      Math.abs(slot.y - y) < Math.abs(best.y - y) ? slot : best,
    );
    return to === column ? { column, unit } : { column: to, unit: nearest.unit };
  };
  /** @type {Record<string, () => Place | undefined>} */
  const goals = {
    ArrowUp: () => inColumn(place - 1),
    ArrowDown: () => inColumn(place + 1),
    Home: () => inColumn(0),
    End: () => inColumn(slots.length - 1),
    ArrowLeft: () => beside(-1),
    ArrowRight: () => beside(1),
    Enter: () => (countOf({ column, unit }) ? { column, unit, weight: 0 } : undefined),
  };
  return goals[key]?.();
}
