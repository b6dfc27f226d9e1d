/**
 * Small pictures of the built-in data sets: their own points, which the engine makes once for all playgrounds of a
 * page.
 *
 * @import { FullEngine } from "../engine/full-client.js"
 */
import { css, html, nothing, svg } from "lit";
import { classStyle } from "../charts/surface-colors.js";
import { configForData, isGate } from "../experiment/presets.js";
import { DATA_SETS } from "../experiment/data-sets.js";

/** The side of a picture, and how far its points stay from its edge. */
const SIDE = 40;
const EDGE = 4;
/** So many points tell what a set looks like. */
const ROWS = 110;

/**
 * Points of one kind: a path of dots.
 * @typedef {{ color: string, isRound: boolean, width: number, path: string }} Dots
 */
/** @typedef {{ numbers: ArrayLike<number>, columns: number, classes: number, dot: number }} Points */

/** The columns that are drawn of a table with more of them: across and up. @type {Record<string, string[]>} */
const DRAWN = { advertising: ["TV", "Sales"] };

/**
 * @param {readonly number[]} values @param {readonly number[]} others What they share their scale with.
 * @param {number} edge
 */
function scale(values, others, edge) {
  const [low, high] = [Math.min(...others), Math.max(...others)];
  const unit = (SIDE - 2 * edge) / (high - low || 1);
  return values.map((value) => edge + (value - low) * unit);
}

/** @param {Points} points @returns {Dots[]} */
export function dotsOf({ numbers, columns, classes, dot }) {
  const rows = Array.from({ length: numbers.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_, column) => numbers[row * columns + column]),
  );
  const [across, up] = [0, 1].map((column) => rows.map((row) => row[column]));
  // Two features stand on one scale, as in the output; a target stands on its own.
  const both = columns === 3 ? [...across, ...up] : undefined;
  const [x, y] = [across, up].map((values) => scale(values, both ?? values, EDGE + dot / 2));
  /** @param {(row: number[]) => boolean} belongs */
  const path = (belongs) =>
    rows.map((row, i) => (belongs(row) ? `M${x[i].toFixed(1)} ${(SIDE - y[i]).toFixed(1)}h0` : "")).join("");
  if (columns === 2) return [{ color: "text", isRound: true, width: dot, path: path(() => true) }];
  return Array.from({ length: classes || 2 }, (_, which) => {
    const { color, shape } = classStyle(classes || 2, which);
    const belongs = (/** @type {number[]} */ [, , target]) =>
      classes ? target === which : target >= 0 === (which === 1);
    return { color, isRound: shape !== "square", width: dot, path: path(belongs) };
  });
}

/** @param {FullEngine} engine @param {string} name */
async function load(engine, name) {
  const data = configForData(name)?.data;
  const table = await engine.make("Table", data && "rows" in data ? { ...data, rows: ROWS } : data);
  try {
    const numbers = await table.call("numbers", DRAWN[name]);
    const columns = DRAWN[name]?.length ?? (name === "sine" ? 2 : 3);
    const { task } = /** @type {(typeof DATA_SETS)[number]} */ (DATA_SETS.find((set) => set.name === name));
    const classes = { regression: 0, binary: 2, multiclass: 3 }[task];
    return dotsOf({ numbers, columns, classes, dot: isGate(name) ? 9 : 3 });
  } finally {
    table.free();
  }
}

/** @typedef {Map<string, Dots[]>} Thumbnails By the name of the data set. */

/** @type {WeakMap<FullEngine, Promise<Thumbnails>>} */
const loaded = new WeakMap();

/** The pictures of all built-in sets. @param {FullEngine} engine @returns {Promise<Thumbnails>} */
export function thumbnailsOf(engine) {
  const known = loaded.get(engine);
  if (known) return known;
  const all = Promise.all(
    DATA_SETS.map(async ({ name }) => /** @type {const} */ ([name, await load(engine, name)])),
  ).then((entries) => new Map(entries));
  // An engine that was restarted meanwhile is asked again by the next one.
  all.catch(() => loaded.delete(engine));
  loaded.set(engine, all);
  return all;
}

/** @param {Dots[]} [dots] */
export const thumbnail = (dots) =>
  html`<svg class="thumbnail" viewBox="0 0 ${SIDE} ${SIDE}" aria-hidden="true">
    ${
      dots?.map(
        ({ color, isRound, width, path }) =>
          svg`<path class=${isRound ? color : `${color} square`} d=${path} stroke-width=${isRound ? width : width * 0.85} />`,
      ) ?? nothing
    }
  </svg>`;

/** A table that the reader brings. */
export const tableIcon = html`<svg class="thumbnail" viewBox="0 0 40 40" aria-hidden="true">
  <path class="outline" d="M8 9h24v22H8zM8 16h24M8 23.5h24M18 9v22" />
</svg>`;

export const thumbnailStyle = css`
  .thumbnail {
    display: block;
    width: 100%;
    height: 100%;
  }
  .thumbnail path {
    fill: none;
    stroke-linecap: round;
  }
  .thumbnail .square {
    stroke-linecap: square;
  }
  .thumbnail .outline {
    stroke: var(--gn-muted);
    stroke-width: 1.8;
  }
  .thumbnail .text {
    stroke: var(--gn-muted);
  }
  .thumbnail .positive {
    stroke: var(--gn-positive);
  }
  .thumbnail .negative {
    stroke: var(--gn-negative);
  }
  .thumbnail .accent {
    stroke: var(--gn-accent);
  }
  .thumbnail .warning {
    stroke: var(--gn-warning);
  }
  .thumbnail .update {
    stroke: var(--gn-update);
  }
`;
