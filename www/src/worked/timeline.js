/**
 * Where the reader is. A position `at` is the number of operations done since the start: 0 is nothing done yet,
 * `iteration * N + k` is k operations into an iteration of N.
 *
 * @import { Phase, TraceEvent } from "../../../src/bindings/types.js"
 */

/** @typedef {"operation" | "unit" | "layer" | "phase" | "iteration"} StepSize */

/**
 * @typedef {object} Place
 * @property {number} iteration
 * @property {number} k How many operations of this iteration are done.
 * @property {number} index The event that was done last, `k - 1`; -1 at the very start.
 */

/**
 * The ends of every step of a size, as operations done in one iteration, ascending; the last is the number of events.
 *
 * @typedef {object} Boundaries
 * @property {number} length How many events an iteration has.
 * @property {number[]} unit
 * @property {number[]} layer
 * @property {number[]} phase
 */

/** @typedef {{ phase: Phase, start: number, length: number }} Segment */

/**
 * @param {number} at
 * @param {number} length Events in an iteration.
 * @returns {Place}
 */
export function locate(at, length) {
  if (at <= 0 || length <= 0) return { iteration: 0, k: 0, index: -1 };
  const iteration = Math.floor((at - 1) / length);
  const index = at - 1 - iteration * length;
  return { iteration, k: index + 1, index };
}

/** @param {TraceEvent} event */
const layerStep = ({ phase, layer }) => (phase === "loss" ? phase : `${phase} ${layer}`);

/** @param {TraceEvent} event */
const unitStep = (event) => (event.phase === "loss" ? event.phase : `${event.phase} ${event.layer}.${event.unit}`);

/**
 * @param {readonly TraceEvent[]} events
 * @param {(event: TraceEvent) => string} step
 */
function ends(events, step) {
  /** @type {number[]} */
  const found = [];
  for (let k = 1; k <= events.length; k += 1) {
    if (k === events.length || step(events[k]) !== step(events[k - 1])) found.push(k);
  }
  return found;
}

/**
 * @param {readonly TraceEvent[]} events The events of one iteration.
 * @returns {Boundaries}
 */
export function boundaries(events) {
  return {
    length: events.length,
    unit: ends(events, unitStep),
    layer: ends(events, layerStep),
    phase: ends(events, (event) => event.phase),
  };
}

/**
 * The parts of one iteration, for a scrubber.
 *
 * @param {readonly TraceEvent[]} events
 * @returns {Segment[]}
 */
export function segments(events) {
  let start = 0;
  return ends(events, (event) => event.phase).map((end) => {
    const segment = { phase: events[start].phase, start, length: end - start };
    start = end;
    return segment;
  });
}

/** What is needed of an operation to find it. @typedef {Pick<TraceEvent, "phase" | "layer" | "unit">} Operation */

/** @param {Operation} event */
const unitOf = ({ layer, unit }) => `${layer + 1}.${unit + 1}`;

/** The weight that an operation is about, as "layer.input.unit". @param {Operation} event */
const weightOf = (event) =>
  "input" in event ? `${event.layer + 1}.${Number(event.input) + 1}.${event.unit + 1}` : undefined;

/** The bias that an operation is about. @param {Operation} event */
const biasOf = (event) => ("kind" in event && /^bias/.test(String(event.kind)) ? unitOf(event) : undefined);

/**
 * Where a link of the text leads inside an iteration: to the first operation of a phase, or to the last in it that a
 * unit, a weight or a bias has: "1.2" for layer 1, unit 2, "1.2.1" for the weight from its second input to its first
 * unit. `from` and `to` count operations done, before its part and where it ends. Undefined where there is none.
 *
 * @param {readonly Operation[]} events
 * @param {{ phase?: string, unit?: string, weight?: string, bias?: string }} place Forward where no phase is named.
 */
export function partOf(events, { phase = "forward", unit, weight, bias }) {
  const isIn = (/** @type {Operation} */ event) =>
    event.phase === phase &&
    (!unit || unitOf(event) === unit) &&
    (!weight || weightOf(event) === weight) &&
    (!bias || biasOf(event) === bias);
  const from = events.findIndex(isIn);
  return from < 0 ? undefined : { from, to: unit || weight || bias ? events.findLastIndex(isIn) + 1 : from + 1 };
}

/** The details of an operation for a `step` event. @param {Operation & { kind: string } | undefined} event */
export const stepDetail = (event) =>
  event && {
    phase: event.phase,
    unit: unitOf(event),
    operation: event.kind,
    ...(weightOf(event) && { weight: weightOf(event) }),
    ...(biasOf(event) && { bias: biasOf(event) }),
  };

/**
 * @param {number} at
 * @param {number} last The last position that can be shown.
 */
export const clamp = (at, last) => Math.min(Math.max(Math.round(at), 0), last);

/**
 * @param {Boundaries} marks
 * @param {StepSize} size
 */
function endsOf(marks, size) {
  return size === "operation" || size === "iteration" ? [marks.length] : marks[size];
}

/**
 * The end of the step that is under way or comes next; `last` where there is none.
 *
 * @param {number} at
 * @param {StepSize} size
 * @param {Boundaries} marks
 * @param {number} [last]
 */
export function next(at, size, marks, last = Infinity) {
  if (size === "operation") return clamp(at + 1, last);
  const base = Math.floor(at / marks.length) * marks.length;
  const end = endsOf(marks, size).find((k) => base + k > at) ?? marks.length;
  return clamp(base + end, last);
}

/**
 * The start of the step that is under way; from a boundary, the boundary before it.
 *
 * @param {number} at
 * @param {StepSize} size
 * @param {Boundaries} marks
 */
export function previous(at, size, marks) {
  if (size === "operation") return Math.max(at - 1, 0);
  if (at <= 0) return 0;
  const base = Math.floor((at - 1) / marks.length) * marks.length;
  const end = endsOf(marks, size).findLast((k) => base + k < at) ?? 0;
  return base + end;
}
