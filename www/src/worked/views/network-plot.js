/**
 * The activation function as a small curve, with the point that the step is about. The curve comes from the engine.
 *
 * @import { PlotModel } from "../picture.js"
 */
import { nothing, svg } from "lit";

/** @typedef {{ from: number, to: number, values: ArrayLike<number> }} CurveValues Values at equal distances. */

export const PLOT_HEIGHT = 52;
const INSET = 6;

/**
 * @param {PlotModel} plot
 * @param {CurveValues} curve
 * @param {number} width
 */
function scales({ x, y }, { from, to, values }, width) {
  let low = Math.min(0, y);
  let high = Math.max(0, y);
  for (let i = 0; i < values.length; i += 1) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  const left = Math.min(from, x);
  const right = Math.max(to, x);
  return {
    /** @param {number} value */
    px: (value) => INSET + ((value - left) / (right - left)) * (width - 2 * INSET),
    /** @param {number} value */
    py: (value) => PLOT_HEIGHT - INSET - ((value - low) / (high - low || 1)) * (PLOT_HEIGHT - 2 * INSET),
  };
}

/** @type {WeakMap<ArrayLike<number>, { key: string, path: string }>} */
const paths = new WeakMap();

/**
 * @param {PlotModel} plot
 * @param {CurveValues} curve
 * @param {number} width
 * @param {ReturnType<typeof scales>} scale
 */
function curvePath({ x, y }, { from, to, values }, width, { px, py }) {
  const key = `${x} ${y} ${width}`;
  const known = paths.get(values);
  if (known?.key === key) return known.path;
  const at = (/** @type {number} */ i) => from + ((to - from) * i) / (values.length - 1);
  const path = Array.from(values, (value, i) => `${i ? "L" : "M"}${px(at(i)).toFixed(1)} ${py(value).toFixed(1)}`).join(
    "",
  );
  paths.set(values, { key, path });
  return path;
}

/**
 * @param {PlotModel} plot
 * @param {CurveValues} curve
 * @param {number} width
 * @param {number} progress First up to the curve, then over to the axis.
 */
export function activationPlot(plot, curve, width, progress) {
  const scale = scales(plot, curve, width);
  const { px, py } = scale;
  const [x, y, zeroX, zeroY] = [px(plot.x), py(plot.y), px(0), py(0)];
  const up = zeroY + (y - zeroY) * Math.min(progress * 2, 1);
  const over = x + (zeroX - x) * Math.max(progress * 2 - 1, 0);
  return svg`<g class="gn-plot">
    <path class="gn-axis" d="M${INSET} ${zeroY}H${width - INSET}M${zeroX} ${INSET / 2}V${PLOT_HEIGHT - INSET / 2}"></path>
    <path class="gn-curve" d=${curvePath(plot, curve, width, scale)}></path>
    ${
      plot.slope === undefined
        ? svg`<path class="gn-guide" d="M${x} ${zeroY}V${up}H${over}"></path>`
        : tangent(plot, plot.slope, px, py)
    }
    <circle class="gn-point" cx=${x} cy=${plot.slope === undefined ? up : y} r="4"></circle>
  </g>`;
}

/**
 * @param {PlotModel} plot
 * @param {number} slope
 * @param {(value: number) => number} px
 * @param {(value: number) => number} py
 */
function tangent({ x, y }, slope, px, py) {
  const dx = px(x + 1) - px(x);
  const dy = py(y + slope) - py(y);
  const length = Math.hypot(dx, dy);
  if (!length) return nothing;
  // It stays within the card.
  const room = Math.min(py(y), PLOT_HEIGHT - py(y)) - 2;
  const reach = Math.min(22 / length, room / Math.abs(dy));
  const [ux, uy] = [dx * reach, dy * reach];
  return svg`<path class="gn-tangent" d="M${px(x) - ux} ${py(y) - uy}l${2 * ux} ${2 * uy}"></path>`;
}
