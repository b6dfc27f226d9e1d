/** Values as colours. Blue is positive, orange negative, as everywhere. */

/** @param {string} color As the theme writes it: "#1d5fd1". @returns {[number, number, number]} */
export function rgb(color) {
  const hex = /^#([0-9a-f]{6})$/i.exec(color)?.[1];
  return /** @type {[number, number, number]} */ (hex ? [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16)) : [128, 128, 128]);
}

/** @param {readonly number[]} from @param {readonly number[]} to @param {number} part */
const between = (from, to, part) => from.map((value, i) => value + (to[i] - value) * part);

/**
 * Red, green, blue and opacity of a value: the surface at 0, full colour at `reach` and beyond; see-through where it is
 * not finite.
 * @param {Record<string, string>} tokens @param {number} reach
 * @returns {(value: number) => [number, number, number, number]}
 */
export function diverging(tokens, reach) {
  const [zero, positive, negative] = [tokens.surface, tokens.positive, tokens.negative].map(rgb);
  return (value) => {
    if (!Number.isFinite(value)) return [0, 0, 0, 0];
    const part = Math.min(Math.abs(value) / (reach || 1), 1);
    const [r, g, b] = between(zero, value < 0 ? negative : positive, part);
    return [r, g, b, 255];
  };
}

/** Lines of several runs, told apart by colour and dash. @type {readonly { color: string, dash?: number[] }[]} */
export const LINES = [
  { color: "loss" }, { color: "update", dash: [8, 4] }, { color: "backward", dash: [2, 3] },
  { color: "accent", dash: [12, 3, 2, 3] }, { color: "warning", dash: [5, 5] }, { color: "forward", dash: [1, 4] },
];
