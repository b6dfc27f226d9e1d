/**
 * The loss over the iterations that the reader has seen: a line, the place where the reader is, exact values on demand.
 *
 * @import { Locale } from "../../locales/index.js"
 */
import { html, nothing, svg } from "lit";

const HEIGHT = 132;
const LEFT = 60;
const RIGHT = 20;
const TOP = 10;
const BOTTOM = 24;

/** A line needs no more points than it has pixels. */
const MOST_POINTS = 400;

/**
 * @typedef {object} CurveView
 * @property {Float32Array} losses One for each iteration of the run.
 * @property {number} seen The last iteration that the reader has seen, from 0.
 * @property {number} current
 * @property {number | undefined} pointed The iteration under the pointer.
 * @property {number} width
 * @property {Locale} words
 * @property {(value: number) => string} number
 * @property {(iteration: number | undefined) => void} onPoint
 * @property {(iteration: number) => void} onChoose
 */

/**
 * One, two or five times a power of ten, so that about `count` of them make up `reach`.
 * @param {number} reach
 * @param {number} count
 */
function roundStep(reach, count) {
  const rough = reach / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10) * power;
}

/** Multiples of a step from `from` to `to`. @param {number} from @param {number} to @param {number} step */
const multiples = (from, to, step) =>
  Array.from(
    { length: Math.floor(to / step) - Math.ceil(from / step) + 1 },
    (_, i) => (Math.ceil(from / step) + i) * step,
  );

/** The largest of the finite numbers. @param {Float32Array} losses */
const largest = (losses) =>
  losses.reduce((most, loss) => (Number.isFinite(loss) ? Math.max(most, loss) : most), 0) || 1;

/** @param {CurveView} view */
function scalesOf({ losses, width }) {
  const most = Math.max(losses.length - 1, 1);
  const top = largest(losses);
  return {
    top,
    most,
    /** @param {number} iteration From 0. */
    x: (iteration) => LEFT + (iteration / most) * (width - LEFT - RIGHT),
    /** @param {number} loss */
    y: (loss) => HEIGHT - BOTTOM - (loss / top) * (HEIGHT - TOP - BOTTOM),
  };
}

/** @param {CurveView} view @param {ReturnType<typeof scalesOf>} scales */
function line({ losses, seen }, { x, y }) {
  const every = Math.max(1, Math.ceil(seen / MOST_POINTS));
  const points = Array.from({ length: Math.floor(seen / every) + 1 }, (_, i) => i * every);
  if (points[points.length - 1] !== seen) points.push(seen);
  const finite = points.filter((i) => Number.isFinite(losses[i]));
  return finite.map((i, n) => `${n ? "L" : "M"}${x(i).toFixed(1)} ${y(losses[i]).toFixed(1)}`).join("");
}

/** @param {CurveView} view @param {ReturnType<typeof scalesOf>} scales */
function axes({ width, words, number }, { x, y, top, most }) {
  const step = Math.max(roundStep(most + 1, width / 70), 1);
  return svg`
    ${multiples(0, top, roundStep(top, 2)).map(
      (loss) => svg`<path class="gn-curve-grid" d="M${LEFT} ${y(loss)}H${width - RIGHT}"></path>
      <text text-anchor="end" x=${LEFT - 6} y=${y(loss) + 4}>${number(loss)}</text>`,
    )}
    ${multiples(1, most + 1, step).map(
      (n) => svg`<text text-anchor="middle" x=${x(n - 1)} y=${HEIGHT - 8}>${n}</text>`,
    )}
    <title>${words.lossCurve}</title>`;
}

/**
 * A value of the line with its words.
 * @param {CurveView} view
 * @param {ReturnType<typeof scalesOf>} scales
 * @param {number} iteration
 */
function mark({ losses, width, words, number }, { x, y }, iteration) {
  const loss = losses[iteration];
  if (!Number.isFinite(loss)) return nothing;
  const left = x(iteration) > width / 2;
  return svg`<path class="gn-curve-cursor" d="M${x(iteration)} ${TOP}V${HEIGHT - BOTTOM}"></path>
    <circle class="gn-curve-dot" cx=${x(iteration)} cy=${y(loss)} r="4"></circle>
    <text class="gn-curve-reading" text-anchor=${left ? "end" : "start"} x=${
      x(iteration) + (left ? -8 : 8)
    } y=${TOP + 10}>${words.iteration(iteration + 1)}: ${number(loss)}</text>`;
}

/** @param {CurveView} view */
export function lossCurve(view) {
  const { seen, current, pointed, width, words, number, losses, onPoint, onChoose } = view;
  const scales = scalesOf(view);
  const iterationAt = (/** @type {MouseEvent} */ event) => {
    const { left } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const part = (event.clientX - left - LEFT) / (width - LEFT - RIGHT);
    return Math.min(Math.max(Math.round(part * scales.most), 0), seen);
  };
  return html`<svg
    translate="no"
    class="gn-loss-curve"
    role="img"
    width=${width}
    height=${HEIGHT}
    viewBox="0 0 ${width} ${HEIGHT}"
    aria-label=${`${words.lossCurve}. ${words.iteration(current + 1)}: ${number(losses[current])}`}
    @pointermove=${(/** @type {PointerEvent} */ event) => onPoint(iterationAt(event))}
    @pointerleave=${() => onPoint(undefined)}
    @click=${(/** @type {MouseEvent} */ event) => onChoose(iterationAt(event))}
  >
    ${axes(view, scales)}
    <path class="gn-curve-line" d=${line(view, scales)}></path>
    ${mark(view, scales, pointed ?? Math.min(current, losses.length - 1))}
  </svg>`;
}
