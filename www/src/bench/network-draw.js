/**
 * How the network of the bench is drawn on its canvas: columns of pictures, names, and the links between.
 *
 * @import { ActiveLayer } from "../experiment/layers.js"
 * @import { Frame } from "../experiment/polling.js"
 * @import { Layout, PlacedColumn } from "./network-layout.js"
 * @import { Place } from "./network-hit.js"
 * @import { SurfacePictures } from "./network-pictures.js"
 */
import { format } from "../format.js";
import { diverging } from "../charts/colors.js";
import { fitted } from "../panels/train/layer-bars.js";
import { drawLinks } from "./network-links.js";
import { LINE } from "./network-layout.js";

/**
 * @typedef {object} NetworkView
 * @property {Layout} layout
 * @property {readonly ActiveLayer[]} layers
 * @property {readonly string[]} features
 * @property {readonly { long: string, short: string }[]} names Of the columns.
 * @property {Frame} frame
 * @property {SurfacePictures | undefined} pictures Of two features; else units have a line over the rows.
 * @property {number} row The row of the table that is looked at.
 * @property {Record<string, string>} tokens
 * @property {Place | undefined} at
 * @property {"weights" | "gradients"} overlay
 * @property {(count: number) => string} more
 */

/** @typedef {{ unit: number, x: number, y: number, width: number, height: number }} Tile */

/** How strong a unit's colour is behind its number. */
const BEHIND = 0.3;

/** Lower pictures have no line of text above their curve. */
const TEXT = 29;

/** A value in few letters. @param {number} value */
const short = (value) => format(Math.round(value * 100) / 100, Math.abs(value) >= 10 ? 0 : 2);

/** The largest size among numbers, at least 1. @param {ArrayLike<number>} values */
function reach(values) {
  let most = 1;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) most = Math.max(most, Math.abs(values[i]));
  return most;
}

/**
 * The rim of a unit. A picture reaches into its corners: cutting them off takes the browser longer than the picture.
 * @param {CanvasRenderingContext2D} context @param {Tile} tile @param {boolean} hasPicture
 */
function outline(context, { x, y, width, height }, hasPicture) {
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, hasPicture ? 2 : Math.min(4, height / 6));
}

/**
 * The outputs of a unit over some rows in the order of their target, from the lowest to the highest; a dot at the row
 * that is looked at.
 * @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} column @param {Tile} tile
 */
function drawCurve(context, { frame, tokens, row }, column, { unit, x, y, width, height }) {
  if (!frame.outputs) return;
  const { rows, layers } = frame.outputs;
  const values = layers[column - 1]?.subarray(unit * rows.length, (unit + 1) * rows.length);
  if (!values || values.length < 2) return;
  let [low, high] = [0, 0];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const [left, wide] = [x - width / 2 + 4, width - 8];
  const top = y - height / 2 + (height >= TEXT ? 16 : 3);
  const tall = y + height / 2 - 4 - top;
  const [xOf, yOf] = [
    (/** @type {number} */ i) => left + (wide * i) / (values.length - 1),
    (/** @type {number} */ value) => top + tall * (1 - (value - low) / (high - low || 1)),
  ];
  context.lineWidth = 1;
  // A pointed corner would reach into the number above.
  context.lineJoin = "bevel";
  context.strokeStyle = tokens.mark;
  context.beginPath();
  context.moveTo(left, yOf(0));
  context.lineTo(left + wide, yOf(0));
  context.stroke();
  context.lineWidth = height >= TEXT ? 1.25 : 1;
  context.strokeStyle = tokens.text;
  context.beginPath();
  values.forEach((value, i) => context.lineTo(xOf(i), yOf(value)));
  context.stroke();
  const now = rows.indexOf(row);
  if (now < 0) return;
  context.fillStyle = tokens.text;
  context.beginPath();
  context.arc(xOf(now), yOf(values[now]), 2, 0, 2 * Math.PI);
  context.fill();
}

/** @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} column @param {Tile} tile */
function drawTexts(context, view, column, { unit, x, y, width, height }) {
  const { frame, features, tokens } = view;
  const value = frame.activations?.[column]?.[unit];
  const text = value === undefined ? "" : short(value);
  context.font = `12px ${tokens.font}`;
  context.fillStyle = tokens.text;
  if (column > 0) {
    if (height < TEXT || value === undefined) return;
    context.textAlign = "center";
    if (!Number.isFinite(value)) context.fillStyle = tokens.warning;
    // Of a very large number the first digit and the power of ten say enough.
    const fitting = [text, format(Number(value.toPrecision(1)))].find(
      (each) => context.measureText(each).width <= width - 4,
    );
    if (fitting) context.fillText(fitting, x, y - height / 2 + 12);
    return;
  }
  const [left, right] = [x - width / 2 + 5, x + width / 2 - 5];
  const isTall = height >= 32;
  const number = context.measureText(text).width;
  context.textAlign = "right";
  // What does not fit beside the name is read by pointing at it.
  const hasNumber = isTall || number + 24 <= right - left;
  if (hasNumber) context.fillText(text, right, isTall ? y + 12 : y + 4);
  context.textAlign = "left";
  context.fillStyle = tokens.muted;
  const room = right - left - (hasNumber && !isTall ? number + 4 : 0);
  context.fillText(fitted(context, features[unit], features[unit], room), left, isTall ? y - 3 : y + 4);
}

/** @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} column @param {Tile} tile */
function drawPicture(context, view, column, tile) {
  const { frame, pictures, tokens } = view;
  const { unit, x, y, width, height } = tile;
  context.fillStyle = tokens.surface;
  outline(context, tile, Boolean(pictures));
  context.fill();
  if (pictures) return pictures.draw(context, column, unit, x, y, width, height);
  const values = frame.activations?.[column];
  if (values && column > 0 && Number.isFinite(values[unit])) {
    const [r, g, b] = diverging(tokens, reach(values))(values[unit]);
    context.fillStyle = `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;
    context.globalAlpha = BEHIND;
    context.fill();
    context.globalAlpha = 1;
  }
  if (values && column > 0) drawCurve(context, view, column, tile);
  drawTexts(context, view, column, tile);
}

/** @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} column @param {Tile} tile */
function drawUnit(context, view, column, tile) {
  const { at, overlay, frame, tokens } = view;
  drawPicture(context, view, column, tile);
  const isChosen = at?.column === column && at.unit === tile.unit;
  const isInactive = overlay === "gradients" && frame.health?.[column - 1]?.inactive.includes(tile.unit);
  outline(context, tile, Boolean(view.pictures));
  context.strokeStyle = isChosen ? tokens.text : isInactive ? tokens.warning : tokens.mark;
  context.lineWidth = isChosen || isInactive ? 2.5 : 1;
  if (isInactive) context.setLineDash([3, 3]);
  context.stroke();
  context.setLineDash([]);
}

/**
 * The band on which the units of a bar stand.
 * @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {PlacedColumn} column
 */
function drawBand(context, { tokens }, { x, width, height, slots }) {
  const [first, last] = [slots[0].y, slots[slots.length - 1].y];
  context.beginPath();
  context.roundRect(x - width / 2 - 2, first - height / 2 - 3, width + 4, last - first + height + 6, 5);
  context.globalAlpha = 0.3;
  context.fillStyle = tokens.mark;
  context.fill();
  context.globalAlpha = 1;
}

/**
 * How many units are not shown.
 * @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} column
 */
function drawMore(context, { layout, tokens, more }, column) {
  const place = layout.columns[column];
  if (!place.more) return;
  context.font = `12px ${tokens.font}`;
  context.textAlign = "center";
  const text = more(place.more.count);
  const wide = context.measureText(text).width + 8;
  const left = Math.min(Math.max(place.x - wide / 2, 0), layout.width - wide);
  context.fillStyle = tokens.surface;
  context.fillRect(left, place.more.y - 9, wide, 18);
  context.fillStyle = tokens.muted;
  context.fillText(text, left + wide / 2, place.more.y + 4);
}

/** The units of a column. @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} column */
export function drawColumn(context, view, column) {
  const place = view.layout.columns[column];
  const { x, width, height, slots, kind } = place;
  context.clearRect(x - width / 2 - 2, view.layout.top - 3, width + 4, view.layout.bottom - view.layout.top + 6);
  if (kind === "bar") drawBand(context, view, place);
  for (const { unit, y } of slots) drawUnit(context, view, column, { unit, x, y, width, height });
  drawMore(context, view, column);
  if (column === 0 && view.pictures) drawFeatures(context, view);
}

/** The names of features over their pictures. @param {CanvasRenderingContext2D} context @param {NetworkView} view */
function drawFeatures(context, { layout, features, tokens }) {
  const [{ x, height, slots }] = layout.columns;
  context.font = `12px ${tokens.font}`;
  context.fillStyle = tokens.text;
  context.textAlign = "center";
  for (const { unit, y } of slots) {
    const room = Math.min(2 * x, 90);
    const name = fitted(context, features[unit], features[unit], room);
    context.clearRect(0, y - height / 2 - 17, 2 * x, 15);
    context.fillText(name, x, y - height / 2 - 5);
  }
}

/**
 * The links into the column after.
 * @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} gap
 * @param {HTMLCanvasElement} [drawn] The same links on a canvas of the same size, where they are drawn already.
 */
export function drawGap(context, view, gap, drawn) {
  const { columns, top, bottom } = view.layout;
  // Whole pixels: one that is cleared in part keeps a trace of what was there.
  const from = Math.round(columns[gap].x + columns[gap].width / 2 + 2);
  const to = Math.round(columns[gap + 1].x - columns[gap + 1].width / 2 - 2);
  const room = /** @type {const} */ ([from, top - 3, to - from, bottom - top + 6]);
  context.clearRect(...room);
  context.save();
  context.beginPath();
  context.rect(...room);
  context.clip();
  if (drawn) copy(context, drawn, ...room);
  else drawLinks(context, view, gap);
  context.restore();
  drawMore(context, view, gap);
  drawMore(context, view, gap + 1);
  if (gap === 0 && view.pictures) drawFeatures(context, view);
}

/**
 * Copies a part of a canvas of the same size, pixel by pixel.
 * @param {CanvasRenderingContext2D} context @param {HTMLCanvasElement} from
 * @param {number} left @param {number} top @param {number} width @param {number} height
 */
function copy(context, from, left, top, width, height) {
  const sharp = context.getTransform().a;
  const [x, y] = [Math.floor(left * sharp), Math.floor(top * sharp)];
  const [wide, tall] = [Math.ceil((left + width) * sharp) - x, Math.ceil((top + height) * sharp) - y];
  context.save();
  context.resetTransform();
  context.drawImage(from, x, y, wide, tall, x, y, wide, tall);
  context.restore();
}

/**
 * What stays: the names of the columns, on an empty ground.
 * @param {CanvasRenderingContext2D} context @param {NetworkView} view
 */
export function drawGround(context, { layout, names, tokens }) {
  const { columns, isCompact, bottom, width, height } = layout;
  context.clearRect(0, 0, width, height);
  context.font = `12px ${tokens.font}`;
  context.fillStyle = tokens.muted;
  columns.forEach(({ kind, x, tools }, column) => {
    // A button that stands for all controls of a layer has its name.
    if (isCompact && kind === "dense") return;
    const room = kind === "input" ? 2 * x + 8 : tools.width;
    const name = fitted(context, names[column].long, names[column].short, room);
    const half = context.measureText(name).width / 2;
    context.textAlign = "center";
    context.fillText(name, Math.min(Math.max(x, half), width - half), kind === "input" ? bottom + 20 : LINE - 4);
  });
}
