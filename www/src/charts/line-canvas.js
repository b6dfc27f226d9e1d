/** A line chart on a canvas: grid, labels and lines as they were laid out. */
import { pointsOf } from "./line-layout.js";

/** @import { Layout, Series } from "./line-layout.js" */

const TAU = 2 * Math.PI;

/** So few points are drawn as dots too: one is no line. */
const FEW = 2;

/** @param {CanvasRenderingContext2D} context @param {Layout} layout @param {Record<string, string>} tokens */
function drawAxes(context, { box, xTicks, yTicks }, tokens) {
  context.strokeStyle = tokens.hairline;
  context.lineWidth = 1;
  context.beginPath();
  for (const { at } of yTicks) {
    // Between pixels a line of one pixel is two pale ones.
    context.moveTo(box.left, Math.round(at) + 0.5);
    context.lineTo(box.right, Math.round(at) + 0.5);
  }
  context.stroke();
  context.fillStyle = tokens.muted;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const { at, text } of yTicks) context.fillText(text, box.left - 8, at);
  context.textBaseline = "top";
  context.textAlign = "center";
  for (const { at, text } of xTicks) context.fillText(text, at, box.bottom + 8);
}

/** @param {CanvasRenderingContext2D} context @param {Layout} layout @param {string} xLabel @param {string} yLabel */
function drawLabels(context, { box }, xLabel, yLabel) {
  context.textBaseline = "top";
  context.fillText(xLabel, (box.left + box.right) / 2, box.bottom + 26);
  context.save();
  context.translate(4, (box.top + box.bottom) / 2);
  context.rotate(-TAU / 4);
  context.fillText(yLabel, 0, 0);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {Layout} layout @param {Series} line @param {string} color */
function drawLine(context, layout, line, color) {
  const points = pointsOf(line, layout, line.end);
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = line.width ?? 2;
  context.setLineDash(line.dash ?? []);
  context.beginPath();
  if (!line.dots) for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
  if (!line.dots && points.length > FEW) return;
  const radius = line.dots ? 2 : 4;
  context.beginPath();
  for (const [x, y] of points) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, TAU);
  }
  context.fill();
}

/**
 * Draws a chart on a canvas whose units are those of the layout.
 * @param {CanvasRenderingContext2D} context
 * @param {Layout} layout
 * @param {{ series: readonly Series[], xLabel: string, yLabel: string, tokens: Record<string, string> }} chart
 */
export function drawLines(context, layout, { series, xLabel, yLabel, tokens }) {
  const { box } = layout;
  context.lineJoin = "round";
  drawAxes(context, layout, tokens);
  drawLabels(context, layout, xLabel, yLabel);
  context.save();
  context.beginPath();
  context.rect(box.left - 5, 0, box.right - box.left + 10, box.bottom + 5);
  context.clip();
  for (const line of series) drawLine(context, layout, line, tokens[line.color] ?? line.color);
  context.restore();
}
