/**
 * A rounded label with a number or a short calculation.
 *
 * @import { Formula } from "../picture.js"
 * @import { Write } from "./network-text.js"
 */
import { nothing, svg } from "lit";
import { formulaText, textWidth } from "./network-text.js";

const SIZE = 14;
const LINE = 17;

/** @param {number} low @param {number} value @param {number} high */
export const between = (low, value, high) => Math.max(low, Math.min(value, high));

/**
 * @typedef {object} PillPlace
 * @property {number} x Its middle.
 * @property {number} y
 * @property {number} room How wide it may be before it takes two lines.
 * @property {[number, number]} within It never leaves these bounds.
 * @property {string} look Classes.
 */

/**
 * @param {Formula} formula
 * @param {Write} number
 * @param {number} room
 */
export function pillSize(formula, number, room) {
  const words = formulaText(formula, number);
  const { symbol, head, tail } = words;
  const first = [symbol, head].filter(Boolean).join(" ");
  const whole = textWidth([first, tail].filter(Boolean).join(" "), SIZE) + 20;
  if (whole <= room || !head || !tail) return { ...words, wide: whole, high: LINE + 8, lines: 1 };
  const wide = Math.max(textWidth(first, SIZE), textWidth(tail, SIZE)) + 20;
  return { ...words, wide, high: 2 * LINE + 8, lines: 2 };
}

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

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
export function pill(formula, number, { x, y, room, within, look }) {
  const { symbol, head, tail, wide, high, lines } = pillSize(formula, number, room);
  const middle = between(within[0] + wide / 2 + 1, x, within[1] - wide / 2 - 1);
  const first = y + 5 - (lines - 1) * (LINE / 2);
  const result = formula.pending ? "gn-outcome gn-pending" : "gn-outcome";
  return svg`<g class="gn-pill ${look}" transform="translate(${middle.toFixed(1)} ${first.toFixed(1)})">
    <rect x=${-wide / 2} y=${-LINE} width=${wide} height=${high} rx=${lines === 1 ? high / 2 : 8}></rect>
    <text>${symbol ? svg`<tspan class="gn-symbol">${symbol}</tspan>` : nothing}${
      head ? svg`<tspan dx=${symbol ? 4 : 0}>${head}</tspan>` : nothing
    }${
      lines === 2
        ? svg`<tspan class=${result} x="0" dy=${LINE}>${tail}</tspan>`
        : svg`<tspan class=${result} dx=${symbol || head ? 4 : 0}>${tail}</tspan>`
    }</text>
  </g>`;
}
