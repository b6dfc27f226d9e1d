/**
 * A rounded label with a number or a short calculation.
 *
 * @import { Formula } from "../picture.js"
 * @import { Box } from "./network-text.js"
 */
import { svg } from "lit";
import { between, textWidth } from "./network-text.js";

/** @typedef {(value: number) => string} Write */

const SIZE = 14;
const LINE = 17;

/**
 * @param {Formula} formula
 * @param {Write} number
 * @returns {{ symbol: string, head: string, tail: string }} "z", "= 0.5 × (−2)" and "= −1"; any of them may be "".
 */
function formulaText({ symbol, terms, result }, number) {
  const head = (terms ?? []).map((term, i) => {
    const text = typeof term === "number" ? number(term) : term;
    return i > 0 && typeof term === "number" && term < 0 ? `(${text})` : text;
  });
  if (symbol && head.length) head.unshift("=");
  const tail = result === undefined ? "" : number(result);
  return { symbol: symbol ?? "", head: head.join(" "), tail: (symbol || head.length) && tail ? `= ${tail}` : tail };
}

/**
 * @typedef {object} PillPlace
 * @property {number} x Its middle.
 * @property {number} y
 * @property {number} room How wide it may be before it takes two lines.
 * @property {[number, number]} within It never leaves these bounds.
 * @property {string} look Classes.
 * @property {number} [scale] How large it is beside its usual size.
 */

/**
 * A calculation goes on in a new line before a sign, as far as it must.
 *
 * @param {Formula} formula
 * @param {Write} number
 * @param {number} room
 */
export function pillSize(formula, number, room) {
  const { symbol, head, tail } = formulaText(formula, number);
  /** @type {string[]} */
  const lines = [];
  for (const part of [symbol, ...head.split(/ (?=[+−×=] )/), tail]) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${part}` : part;
    if (!part) continue;
    if (lines.length && (textWidth(longer, SIZE) + 20 > room || (lines.length > 1 && part === tail))) lines.push(part);
    else lines.splice(-1, 1, longer);
  }
  const wide = Math.max(...lines.map((line) => textWidth(line, SIZE))) + 20;
  return { symbol, tail, lines, wide, high: lines.length * LINE + 8 };
}

/**
 * What a label covers.
 * @param {Formula} formula
 * @param {Write} number
 * @param {Pick<PillPlace, "x" | "y" | "room" | "within">} place
 * @returns {Box}
 */
export function pillBox(formula, number, { x, y, room, within }) {
  const { wide, high } = pillSize(formula, number, room);
  const middle = between(within[0] + wide / 2 + 1, x, within[1] - wide / 2 - 1);
  return { left: middle - wide / 2, top: y - high / 2, right: middle + wide / 2, bottom: y + high / 2 };
}

/**
 * @param {Formula} formula
 * @param {Write} number
 * @param {PillPlace} place
 */
export function pill(formula, number, { x, y, room, within, look, scale = 1 }) {
  const { symbol, tail, lines, wide, high } = pillSize(formula, number, room);
  const middle = between(within[0] + wide / 2 + 1, x, within[1] - wide / 2 - 1);
  const first = y + 5 - (lines.length - 1) * (LINE / 2);
  const last = lines.length - 1;
  return svg`<g class="gn-pill ${look}" transform="translate(${middle.toFixed(1)} ${first.toFixed(1)}) scale(${scale.toFixed(2)})">
    <rect x=${-wide / 2} y=${-LINE} width=${wide} height=${high} rx=${last ? 8 : high / 2}></rect>
    ${lines.map((line, i) => {
      const begins = i === 0 && symbol ? symbol.length : 0;
      const ends = i === last ? line.length - tail.length : line.length;
      return svg`<text y=${i * LINE}><tspan class="gn-symbol">${line.slice(0, begins)}</tspan>${line.slice(begins, ends)}<tspan class=${formula.pending ? "gn-outcome gn-pending" : "gn-outcome"}>${line.slice(ends)}</tspan></text>`;
    })}
  </g>`;
}
