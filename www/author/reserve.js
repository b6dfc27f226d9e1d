/**
 * The rule of a blog's style sheet that keeps an embed's place until its script runs, so that nothing below it moves.
 * It keeps what the element itself will keep; where scripts are off, picture and sentence stand there alone. Pure.
 */
import { STYLE } from "../src/element/loader-style.js";
import { heightsOf } from "../src/element/names.js";
import { sceneOf } from "./embed.js";

/** From which widths on the element keeps another height. */
const WIDTHS = Array.from(STYLE.matchAll(/@container \(min-width:(\d+)px\)/g), ([, px]) => px);

/** What decides how high an embed is, beside its scene and its kernels. */
const DECIDING = ["height", "density", "controls"];

/**
 * Embeds of one scene share a rule; one that needs another height has its own.
 * @param {import("./embed.js").Values} values
 */
function placeOf(values) {
  const scene = sceneOf(values);
  const own = DECIDING.map((name) => (values[name] === undefined ? "" : `[${name}="${values[name]}"]`)).join("");
  return `glass-net${scene === "worked" ? ":not([scene])" : `[scene="${scene}"]`}${own}:not(:defined)`;
}

/** What the element keeps, from the narrowest place to the widest. @param {import("./embed.js").Values} values */
const heights = (values) =>
  values.height ? [Number(values.height)] : heightsOf(sceneOf(values), (name) => values[name] ?? null);

/** What it keeps in a place so wide. @param {import("./embed.js").Values} values @param {number} width */
export function reservedAt(values, width) {
  const all = heights(values);
  return all[Math.min(WIDTHS.filter((from) => width >= Number(from)).length, all.length - 1)];
}

/** @param {import("./embed.js").Values} values */
export function reserveRule(values) {
  const place = placeOf(values);
  const [narrow, ...wider] = heights(values);
  const lines = [
    `${place} { display: flow-root; container-type: inline-size; }`,
    `${place}::before { content: ""; float: left; height: ${narrow}px; }`,
    ...wider.map((height, i) => `@container (min-width: ${WIDTHS[i]}px) { ${place}::before { height: ${height}px; } }`),
  ];
  return `@media (scripting: enabled) {\n${lines.map((line) => `  ${line}\n`).join("")}}`;
}
