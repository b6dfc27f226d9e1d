/**
 * What stands above the network for one step: values on their way, calculations, the plot of an activation.
 *
 * @import { FormulaTag, Note, PlotModel, Tag, MovingTag } from "../picture.js"
 * @import { NetworkView } from "./network.js"
 */
import { nothing, svg } from "lit";
import { pointOn } from "../layout.js";
import { pill, pillBox, pillSize } from "./network-pill.js";
import { activationPlot, PLOT_HEIGHT } from "./network-plot.js";
import { between } from "./network-text.js";

/**
 * @param {NetworkView} view
 * @param {number} layer
 * @param {number} unit
 * @param {number} input
 */
const linkPlace = ({ picture, layout }, layer, unit, input) =>
  layout.links[layer][unit * picture.units[layer].length + input];

/** @param {NetworkView} view @param {MovingTag} tag */
function movingPoint(view, { layer, unit, input, from, to, along }) {
  const { nodes, targets } = view.layout;
  if (input === undefined) {
    const [a, b] = [nodes[layer + 1][unit], targets[unit]];
    return { x: b.x + (a.x - b.x) * along, y: b.y + (a.y - b.y) * along };
  }
  const { curve, meetAt } = linkPlace(view, layer, unit, input);
  const start = from === "weight" ? meetAt : from;
  const end = to === "weight" ? meetAt : to;
  return pointOn(curve, start + (end - start) * along);
}

/** From here on calculations on neighbouring links do not cover one another. */
const SIDE_BY_SIDE = 110;

/** @param {NetworkView} view @param {Tag} tag */
function drawTag(view, tag) {
  const { layout, text } = view;
  if (tag.kind === "moving") {
    // What comes to a unit grows smaller on its way, so that it is not written over what comes there beside it.
    return pill({ result: tag.value }, text.number, {
      ...movingPoint(view, tag),
      scale: tag.to === "weight" ? 1 : 1 - 0.8 * tag.along,
      room: Infinity,
      within: [0, layout.width],
      look: `gn-moving-value gn-${tag.phase}`,
    });
  }
  const placed = formulaPill(view, tag);
  return placed ? pill(placed.formula, text.number, placed.place) : nothing;
}

/** Left of a unit, where the note below it begins. */
const BESIDE_NOTE = 7;

/** How far beside a link the calculation of its update stands, so that the old and the new weight are both seen. */
const ASIDE = 34;

/** @typedef {{ formula: import("../picture.js").Formula, place: import("./network-pill.js").PillPlace }} Placed */

/** @param {NetworkView} view @param {FormulaTag} tag @returns {Placed | undefined} */
function formulaPill(view, tag) {
  const { layout, picture, text } = view;
  const { meet, curve } = linkPlace(view, tag.layer, tag.unit, tag.input);
  const look = `gn-calculation gn-${tag.phase}`;
  if (layout.orientation === "horizontal") {
    // Below a rising link there is room to its right, below a falling one to its left.
    const slope = Math.sign(curve[1] - curve[7]);
    const { high } = pillSize(tag, text.number, layout.room);
    const [x, y] = tag.phase === "update" ? [meet.x + slope * ASIDE, meet.y + 13 + high / 2] : [meet.x, meet.y];
    return { formula: tag, place: { x, y, room: layout.room, within: [curve[0] + 1, curve[6] - BESIDE_NOTE], look } };
  }
  const several = picture.tags.filter(({ kind }) => kind === "formula").length > 1;
  // Products that pass their weights side by side: the weights stand there, what comes of them goes on.
  if (several && tag.phase === "forward") return undefined;
  const room = several ? layout.gaps[tag.layer + 1] * 0.8 : layout.room;
  const place = { ...meet, room, within: /** @type {[number, number]} */ ([0, layout.width]), look };
  if (room >= SIDE_BY_SIDE) return { formula: tag, place };
  // Too near to one another for whole calculations: only what they come to, one higher, one lower.
  if (tag.pending) return undefined;
  return { formula: { result: tag.result }, place: { ...place, y: meet.y + (tag.unit % 2 ? 5 : -22) } };
}

/** @param {NetworkView} view @param {Note} given @returns {Placed} */
function notePill(view, given) {
  const { layout, text, picture } = view;
  // The sums of many units in a row: their numbers alone.
  const isCrowded = picture.notes.length > 1 && layout.gaps[given.layer + 1] < SIDE_BY_SIDE;
  const note = isCrowded && layout.orientation === "vertical" ? { ...given, symbol: undefined } : given;
  const { x, y } = layout.nodes[note.layer + 1][note.unit];
  const flat = layout.orientation === "horizontal";
  const room = layout.room + (flat ? 2 * layout.radius - BESIDE_NOTE : 0);
  const { wide, high } = pillSize(note, text.number, room);
  // Links arrive from the left, and what is written on them is part of the same calculation. What comes back arrives
  // from the right, and below an output is its plot.
  const edge = layout.radius + 6;
  const leftwards = picture.event?.kind === "activation_gradient" || (picture.plot && isOutput(view, note));
  const aside = Math.max(0, wide / 2 - edge);
  const place = {
    x: flat ? x + (leftwards ? -aside : aside) : x,
    y: y + layout.radius + 4 + high / 2,
    room,
    within: /** @type {[number, number]} */ ([0, layout.width]),
    look: `gn-note gn-${note.phase}`,
  };
  return { formula: note, place };
}

/** @param {NetworkView} view @param {{ layer: number }} place */
const isOutput = ({ layout }, { layer }) => layer + 2 === layout.nodes.length;

/**
 * Beside the unit, or under its note where layers run downwards. Beside an output is its target: there it is below the
 * target, or beside the output where layers run downwards, if units are far enough apart.
 *
 * @param {NetworkView} view
 * @param {PlotModel} plot
 */
function plotPlace(view, plot) {
  const { layout } = view;
  const { x, y } = layout.nodes[plot.layer + 1][plot.unit];
  const { radius, width: most } = layout;
  const gap = layout.gaps[plot.layer + 1];
  const flat = layout.orientation === "horizontal";
  /** @param {number} left @param {number} top @param {number} width @param {number} [head] Room for its name. */
  const at = (left, top, width, head = 12) => ({
    left,
    top,
    right: left + width,
    bottom: top + PLOT_HEIGHT + head,
    head,
  });
  const high = PLOT_HEIGHT + 12;
  if (flat) {
    const beside = x + radius + 8;
    if (!isOutput(view, plot)) return at(beside, y - high / 2, Math.min(layout.room, 112));
    const wide = most - beside - 10;
    return at(most - wide - 2, y + (gap < ROOM_BELOW_TARGET ? -high / 2 : 24), wide);
  }
  const wide = Math.min(112, gap - 2 * radius - 36);
  if (isOutput(view, plot) && wide >= NARROWEST) {
    const first = plot.unit + 1 < layout.nodes[plot.layer + 1].length;
    return at(first ? x + radius + 8 : x - radius - 30 - wide, y - high + 24, wide);
  }
  return at(between(2, x - 72, most - 146), y + radius + 35, 144, 0);
}

/** Between outputs: with the plot of one of them below its target there is still room for the word over the next. */
const ROOM_BELOW_TARGET = 128;
/** A plot is not narrower than this. */
const NARROWEST = 72;

/** @param {NetworkView} view @param {PlotModel} plot */
function drawPlot(view, plot) {
  const { picture, text } = view;
  const curve = view.curve?.(plot.curve);
  if (!curve || !Number.isFinite(plot.x) || !Number.isFinite(plot.y)) return nothing;
  const { left, top, right, bottom, head } = plotPlace(view, plot);
  const width = right - left;
  return svg`<g class="gn-card gn-${picture.event?.phase}" transform="translate(${left} ${top})">
    <rect width=${width} height=${bottom - top} rx="8"></rect>
    <g transform="translate(0 ${head})">${activationPlot(plot, curve, width, picture.progress)}</g>
    <text class="gn-word" x="8" y=${head || 16}>${text.activation(plot.activation)}</text>
  </g>`;
}

/** Where the weight that is updated stands as it was, above the new one. @param {NetworkView} view */
function oldPlace(view) {
  const { event } = view.picture;
  if (event?.kind !== "weight_update" || view.layout.orientation === "horizontal") return [];
  const { x, y } = linkPlace(view, event.layer, event.unit, event.input).label;
  return [{ left: x - 20, top: y - 24, right: x + 20, bottom: y - 8 }];
}

/**
 * Where calculations and the plot stand: what lies under them is not written, in place of being half covered.
 * @param {NetworkView} view
 * @returns {import("./network-text.js").Box[]}
 */
export function covered(view) {
  const { tags, notes, plot } = view.picture;
  const placed = [
    ...notes.map((note) => notePill(view, note)),
    ...tags.flatMap((tag) => (tag.kind === "formula" ? (formulaPill(view, tag) ?? []) : [])),
  ];
  const boxes = placed.map(({ formula, place }) => pillBox(formula, view.text.number, place));
  return [...boxes, ...oldPlace(view), ...(plot && view.curve ? [plotPlace(view, plot)] : [])];
}

/** @param {NetworkView} view */
export function drawMoving(view) {
  const { tags, notes, plot } = view.picture;
  return svg`
    ${plot ? drawPlot(view, plot) : nothing}
    ${notes.map((note) => {
      const { formula, place } = notePill(view, note);
      return pill(formula, view.text.number, place);
    })}
    ${tags.map((tag) => drawTag(view, tag))}`;
}
