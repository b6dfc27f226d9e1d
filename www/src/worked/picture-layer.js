/**
 * What the picture shows while a step of a unit or a layer goes forward: the products of all its units are on their way
 * at the same time, arrive together and are one sum at each unit; then the sums pass the activation.
 *
 * @import { Trace, TraceEvent } from "../../../src/bindings/types.js"
 * @import { Note, Picture, Still } from "./picture.js"
 * @import { Step } from "./player.js"
 */
import { stillOf } from "./picture.js";
import { noteOf } from "./picture-notes.js";
import { tagsOf } from "./picture-tags.js";

/**
 * @param {Trace} trace
 * @param {number} k Operations done in this iteration; the current event is `k - 1`.
 * @param {number} [progress] How far the current one is, 0..1.
 * @returns {Picture}
 */
export function picture(trace, k, progress = 1) {
  const still = stillOf(trace, k);
  const note = noteOf(still.event, trace, progress);
  return { ...still, progress, tags: tagsOf(still.event, trace, progress), notes: note ? [note] : [] };
}

/** Shares of the step's time: the products have arrived, the sums begin to pass the activation. */
const ARRIVED = 0.6;
const SUMMED = 0.72;

/** @typedef {{ start: number, end: number, progress: number }} Part Operations done before and after; 0..1. */

/**
 * The part of a step under way that one layer does, forward; undefined where the step is a single operation or goes
 * another way.
 * @param {Trace} trace @param {Step | undefined} step
 * @returns {Part | undefined}
 */
export function layerPart({ events }, step) {
  if (!step) return undefined;
  const before = step.from - (step.from % events.length);
  const [from, to, position] = [step.from - before, step.to - before, step.position - before];
  let start = Math.min(Math.floor(position), to - 1);
  const now = events[start];
  if (now?.phase !== "forward") return undefined;
  const isHere = (/** @type {number} */ k) => events[k]?.phase === "forward" && events[k].layer === now.layer;
  let end = start + 1;
  while (start > from && isHere(start - 1)) start--;
  while (end < to && isHere(end)) end++;
  return { start, end, progress: (position - start) / (end - start) };
}

/** @param {readonly TraceEvent[]} events */
const unitsOf = (events) => new Set(events.map(({ unit }) => unit));

/** @param {Trace} trace @param {Part} part @param {boolean} summed @returns {Still} */
function layerStill(trace, { start, end }, summed) {
  const events = trace.events.slice(start, end);
  const [{ layer }] = events;
  const units = unitsOf(events);
  const still = stillOf(trace, summed ? end : start);
  return {
    ...still,
    k: summed ? end : start,
    event: events[summed ? events.length - 1 : 0],
    units: still.units.map((column, c) =>
      column.map((unit) => {
        const isHere = c - 1 === layer && units.has(unit.unit);
        const isSource = c === layer;
        return { ...unit, arriving: summed && isHere, emphasis: isHere || isSource ? "current" : "dimmed" };
      }),
    ),
    links: still.links.map((links, l) =>
      links.map((link) => ({
        ...link,
        emphasis: l !== layer || !units.has(link.unit) ? "dimmed" : summed ? "related" : "current",
      })),
    ),
    targets: still.targets.map((target) => ({ ...target, emphasis: "dimmed" })),
    plot: summed && units.size === 1 ? still.plot : undefined,
  };
}

/** @type {WeakMap<Trace, { key: string, still: Still }>} The last one of each trace, for each frame of it. */
const latest = new WeakMap();

/** @param {Trace} trace @param {Part} part @param {boolean} summed */
function knownStill(trace, part, summed) {
  const key = `${part.start} ${part.end} ${summed}`;
  const known = latest.get(trace);
  if (known?.key === key) return known.still;
  const still = layerStill(trace, part, summed);
  latest.set(trace, { key, still });
  return still;
}

/** The sum at each unit, as all its operations have left it. @param {Trace} trace @param {Part} part */
function sums(trace, { start, end }) {
  /** @type {Map<number, Note>} */
  const notes = new Map();
  for (const event of trace.events.slice(start, end)) {
    const note = event.kind === "activation" ? undefined : noteOf(event, trace, 1);
    // Only what it comes to: how the bias was added is a step of its own.
    if (note) notes.set(event.unit, { ...note, terms: undefined });
  }
  return [...notes.values()];
}

/** @param {Trace} trace @param {Part} part @returns {Picture} */
function layerPicture(trace, part) {
  const { start, end, progress } = part;
  if (progress >= SUMMED) {
    const still = knownStill(trace, part, true);
    return { ...still, progress: (progress - SUMMED) / (1 - SUMMED), tags: [], notes: sums(trace, part) };
  }
  const still = knownStill(trace, part, false);
  const way = Math.min(progress / ARRIVED, 1);
  const products = trace.events.slice(start, end).filter(({ kind }) => kind === "product");
  const tags = products.flatMap((event) => {
    const all = tagsOf(event, trace, way);
    const moving = all.filter(({ kind }) => kind === "moving");
    return moving.length ? moving : way < 1 ? all : [];
  });
  return { ...still, progress: way, tags, notes: progress < ARRIVED ? [] : sums(trace, part) };
}

/**
 * The picture of a place, or of the step that is under way there.
 * @param {Trace} trace @param {number} k Operations done. @param {number} progress Of the last one.
 * @param {Step} [step]
 */
export function pictureOf(trace, k, progress, step) {
  const part = layerPart(trace, step);
  return part ? layerPicture(trace, part) : picture(trace, k, progress);
}
