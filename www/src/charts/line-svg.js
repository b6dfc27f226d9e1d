/** A line chart as SVG text that stands on its own: colours and font written out, nothing from the page. */
import { lineChart } from "./line-axes.js";
import { pathOf, pointsOf } from "./line-layout.js";
import { escaped } from "./picture.js";

/** @import { Series } from "./line-layout.js" */

const EDGES = { left: 72, right: 24, top: 40, bottom: 44 };
const LINE = 18;

/**
 * @param
 *   {{ series: readonly Series[], log: boolean, xLabel: string, yLabel: string, heading: string, width: number,
 *     height: number, tokens: Record<string, string> }}
 *   chart
 */
export function lineChartSvg({ series, log, xLabel, yLabel, heading, width, height: plotHeight, tokens }) {
  const height = plotHeight + series.length * LINE;
  const layout = lineChart({ series, log, width, height: plotHeight, edges: EDGES });
  const { box } = layout;
  const stroke = (/** @type {Series} */ { color, dash }) =>
    `stroke="${tokens[color] ?? color}" stroke-width="2"${dash ? ` stroke-dasharray="${dash.join(" ")}"` : ""}`;
  const grid = layout.yTicks.map(
    ({ at, text }) => `<path stroke="${tokens.hairline}" d="M${box.left} ${at.toFixed(1)}H${box.right}"/>
<text text-anchor="end" x="${box.left - 6}" y="${(at + 4).toFixed(1)}">${text}</text>`,
  );
  const marks = layout.xTicks.map(
    ({ at, text }) => `<text text-anchor="middle" x="${at.toFixed(1)}" y="${box.bottom + 16}">${text}</text>`,
  );
  const lines = series.map(
    (line) => `<path fill="none" ${stroke(line)} d="${pathOf(pointsOf(line, layout, line.end))}"/>`,
  );
  const keys = series.map((line, i) => {
    const at = plotHeight + i * LINE + 4;
    return `<path ${stroke(line)} d="M${box.left} ${at}h24"/><text x="${box.left + 32}" y="${at + 4}">${escaped(line.label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(tokens.font)}" font-size="12" fill="${tokens.muted}">
<rect width="100%" height="100%" fill="${tokens.surface}"/>
<text x="${box.left}" y="20" font-size="14" fill="${tokens.text}">${escaped(heading)}</text>
${[...grid, ...marks, ...lines, ...keys].join("\n")}
<text text-anchor="end" x="${box.right}" y="${box.bottom + 34}">${escaped(xLabel)}</text>
<text x="${box.left}" y="${box.top - 8}">${escaped(yLabel)}</text>
</svg>`;
}
