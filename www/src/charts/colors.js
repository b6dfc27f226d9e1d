/** Values as colours. Blue is positive, orange negative, as everywhere. */

/** @param {string} color As the theme writes it: "#1d5fd1". @returns {[number, number, number]} */
export function rgb(color) {
  const hex = /^#([0-9a-f]{6})$/i.exec(color)?.[1];
  return /** @type {[number, number, number]} */ (
    hex ? [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16)) : [128, 128, 128]
  );
}

/** @param {readonly number[]} from @param {readonly number[]} to @param {number} part */
const between = (from, to, part) => from.map((value, i) => value + (to[i] - value) * part);

/** How bright a colour is to the eye, as WCAG counts it, from 0 to 1. @param {readonly number[]} color */
const brightness = ([r, g, b]) => 0.2126 * (r / 255) ** 2.2 + 0.7152 * (g / 255) ** 2.2 + 0.0722 * (b / 255) ** 2.2;

/** Black or white: one of them can be read on any colour. @param {readonly number[]} color */
export const inkOn = (color) => (brightness(color) > 0.179 ? "#000000" : "#ffffff");

/** Colours between two ends are looked up: a heat map has many thousands of cells. */
const SHADES = 128;

/** @typedef {readonly (readonly number[])[]} Shades From the colour of 0 on. */

/** Of the theme that was asked for last: many pictures in a frame have the same. @type {Map<string, Shades>} */
const known = new Map();

/** @param {string} zero @param {string} end @returns {Shades} */
function shades(zero, end) {
  const key = `${zero} ${end}`;
  const found = known.get(key);
  if (found) return found;
  const [from, to] = [rgb(zero), rgb(end)];
  const made = Array.from({ length: SHADES + 1 }, (_, i) => [...between(from, to, i / SHADES), 255]);
  // Two of a theme, and those of the one before.
  if (known.size >= 4) known.clear();
  known.set(key, made);
  return made;
}

/**
 * Red, green, blue and opacity of a value: the surface at 0, full colour at `reach` and beyond; see-through where it is
 * not finite.
 * @param {Record<string, string>} tokens @param {number} reach
 * @returns {(value: number) => readonly number[]}
 */
export function diverging(tokens, reach) {
  const [up, down] = [shades(tokens.surface, tokens.positive), shades(tokens.surface, tokens.negative)];
  const nothing = [0, 0, 0, 0];
  return (value) => {
    if (!Number.isFinite(value)) return nothing;
    const shade = Math.round(Math.min(Math.abs(value) / (reach || 1), 1) * SHADES);
    return (value < 0 ? down : up)[shade];
  };
}

/** Lines of several runs, told apart by colour and dash. @type {readonly { color: string, dash?: number[] }[]} */
export const LINES = [
  { color: "loss" },
  { color: "update", dash: [8, 4] },
  { color: "backward", dash: [2, 3] },
  { color: "accent", dash: [12, 3, 2, 3] },
  { color: "warning", dash: [5, 5] },
  { color: "forward", dash: [1, 4] },
];
