/**
 * The loss over the iterations that the reader has seen: a line, the place where the reader is, exact values on demand.
 *
 * @import { Locale } from "../../locales/index.js"
 */
import { html, nothing, svg } from "lit";
import { layOut, pathOf, pointsOf, ticks } from "../../charts/line-layout.js";

const HEIGHT = 132;
const [LEFT, RIGHT, TOP, BOTTOM] = [60, 20, 10, 24];

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

/** @typedef {import("../../charts/line-layout.js").Layout} Layout */
/** @typedef {{ line: { x: ArrayLike<number>, y: Float32Array }, layout: Layout }} Curve */

/** The iterations, counted from 1. */
let counted = Float32Array.of(1);

/** @param {number} count */
function iterations(count) {
  if (counted.length < count) counted = Float32Array.from({ length: count }, (_, i) => i + 1);
  return counted.subarray(0, count);
}

/** The largest of the finite numbers. @param {Float32Array} losses */
const largest = (losses) =>
  losses.reduce((most, loss) => (Number.isFinite(loss) ? Math.max(most, loss) : most), 0) || 1;

/**
 * The axes are those of the whole run, however little of it the reader has seen.
 * @param {CurveView} view @returns {Curve}
 */
function curveOf({ losses, width, number }) {
  const [count, top] = [Math.max(losses.length, 2), largest(losses)];
  const layout = layOut({
    box: { left: LEFT, right: width - RIGHT, top: TOP, bottom: HEIGHT - BOTTOM },
    reach: { x: [1, count], y: [0, top] },
    xs: ticks(1, count, width / 70, 1).map((value) => ({ value, text: String(value) })),
    ys: ticks(0, top, 2).map((value) => ({ value, text: number(value) })),
  });
  return { line: { x: iterations(losses.length), y: losses }, layout };
}

/** @param {CurveView} view @param {Curve} curve */
function axes({ words }, { layout: { box, xTicks, yTicks } }) {
  return svg`
    ${yTicks.map(
      ({ text, at }) => svg`<path class="gn-curve-grid" d="M${box.left} ${at}H${box.right}"></path>
      <text text-anchor="end" x=${box.left - 6} y=${at + 4}>${text}</text>`,
    )}
    ${xTicks.map(({ text, at }) => svg`<text text-anchor="middle" x=${at} y=${HEIGHT - 8}>${text}</text>`)}
    <title>${words.lossCurve}</title>`;
}

/**
 * A value of the line with its words.
 * @param {CurveView} view
 * @param {Curve} curve
 * @param {number} iteration
 */
function mark({ losses, width, words, number }, { layout: { box, x, y } }, iteration) {
  const loss = losses[iteration];
  if (!Number.isFinite(loss)) return nothing;
  const at = x(iteration + 1);
  const left = at > width / 2;
  return svg`<path class="gn-curve-cursor" d="M${at} ${box.top}V${box.bottom}"></path>
    <circle class="gn-curve-dot" cx=${at} cy=${y(loss)} r="4"></circle>
    <text class="gn-curve-reading" text-anchor=${left ? "end" : "start"} x=${
      at + (left ? -8 : 8)
    } y=${box.top + 10}>${words.iteration(iteration + 1)}: ${number(loss)}</text>`;
}

/** @param {CurveView} view */
export function lossCurve(view) {
  const { seen, current, pointed, width, words, number, losses, onPoint, onChoose } = view;
  const curve = curveOf(view);
  const { box, x } = curve.layout;
  const iterationAt = (/** @type {MouseEvent} */ event) => {
    const { left } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const iteration = (event.clientX - left - box.left) / (x(2) - x(1));
    return Math.min(Math.max(Math.round(iteration), 0), seen);
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
    ${axes(view, curve)}
    <path class="gn-curve-line" d=${pathOf(pointsOf(curve.line, curve.layout, seen + 1))}></path>
    ${mark(view, curve, pointed ?? Math.min(current, losses.length - 1))}
  </svg>`;
}
