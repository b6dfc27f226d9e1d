/** A line chart as SVG text that stands on its own: colours and font written out, nothing from the page. */
import { format } from "../format.js";
import { escaped } from "./picture.js";

/** @import { Series } from "./line-chart.js" */

const EDGE = { left: 72, right: 24, top: 40, bottom: 44 };
const LINE = 18;

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

/** Round numbers from low to high. @param {number} low @param {number} high @param {number} count */
export function ticks(low, high, count) {
  if (!(high > low)) return [low];
  const step = roundStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step);
}

/** Powers of ten, thinned. @param {number} low @param {number} high */
function powers(low, high) {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const every = Math.max(Math.ceil((last - first + 1) / 8), 1);
  return last < first
    ? [low, high]
    : Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => 10 ** (first + i * every));
}

/** @param {readonly Series[]} series @param {"x" | "y"} axis @param {boolean} log @returns {[number, number]} */
function reachOf(series, axis, log) {
  let [low, high] = [Infinity, -Infinity];
  for (const line of series) {
    for (let i = 0; i < line[axis].length; i++) {
      const value = line[axis][i];
      if (!Number.isFinite(value) || (log && value <= 0)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return log ? [1, 10] : [0, 1];
  if (axis === "y" && !log) return [Math.min(low, 0), high > 0 ? high : 1];
  return low === high ? [low, low + 1] : [low, high];
}

/**
 * @param
 *   {{ series: readonly Series[], log: boolean, xLabel: string, yLabel: string, heading: string, width: number,
 *     height: number, tokens: Record<string, string> }}
 *   chart
 */
export function lineChartSvg({ series, log, xLabel, yLabel, heading, width, height: plotHeight, tokens }) {
  const height = plotHeight + series.length * LINE;
  const bottom = plotHeight - EDGE.bottom;
  const xReach = reachOf(series, "x", false);
  const yReach = reachOf(series, "y", log);
  const scale = log ? Math.log10 : (/** @type {number} */ value) => value;
  const x = (/** @type {number} */ value) =>
    EDGE.left + ((value - xReach[0]) / (xReach[1] - xReach[0])) * (width - EDGE.left - EDGE.right);
  const y = (/** @type {number} */ value) =>
    bottom - ((scale(value) - scale(yReach[0])) / (scale(yReach[1]) - scale(yReach[0]) || 1)) * (bottom - EDGE.top);
  const grid = (log ? powers(...yReach) : ticks(...yReach, 5)).map(
    (value) => `<path stroke="${tokens.hairline}" d="M${EDGE.left} ${y(value).toFixed(1)}H${width - EDGE.right}"/>
<text text-anchor="end" x="${EDGE.left - 6}" y="${(y(value) + 4).toFixed(1)}">${format(value, 4)}</text>`,
  );
  const marks = ticks(...xReach, width / 90).map(
    (value) => `<text text-anchor="middle" x="${x(value).toFixed(1)}" y="${bottom + 16}">${format(value, 4)}</text>`,
  );
  const lines = series.map(({ x: xs, y: ys, color, dash }) => {
    const points = Array.from(ys, (value, i) => [xs[i], value]).filter(
      ([, value]) => Number.isFinite(value) && (!log || value > 0),
    );
    const path = points.map(([at, value], i) => `${i ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join("");
    return `<path fill="none" stroke="${tokens[color] ?? color}" stroke-width="2"${
      dash ? ` stroke-dasharray="${dash.join(" ")}"` : ""
    } d="${path}"/>`;
  });
  const keys = series.map(({ label, color, dash }, i) => {
    const at = plotHeight + i * LINE + 4;
    return `<path stroke="${tokens[color] ?? color}" stroke-width="2"${
      dash ? ` stroke-dasharray="${dash.join(" ")}"` : ""
    } d="M${EDGE.left} ${at}h24"/><text x="${EDGE.left + 32}" y="${at + 4}">${escaped(label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(tokens.font)}" font-size="12" fill="${tokens.muted}">
<rect width="100%" height="100%" fill="${tokens.surface}"/>
<text x="${EDGE.left}" y="20" font-size="14" fill="${tokens.text}">${escaped(heading)}</text>
${[...grid, ...marks, ...lines, ...keys].join("\n")}
<text text-anchor="end" x="${width - EDGE.right}" y="${bottom + 34}">${escaped(xLabel)}</text>
<text x="${EDGE.left}" y="${EDGE.top - 8}">${escaped(yLabel)}</text>
</svg>`;
}
